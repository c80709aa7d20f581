/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as text for another program. */

#include "tui/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "tui/table_inside.h"

struct writing {
    char *text; /* of TABLE_COPY_BYTES */
    size_t length;
    bool is_full;
};

static void add(struct writing *writing, const char *bytes)
{
    size_t length = strlen(bytes);

    if (writing->length + length >= TABLE_COPY_BYTES) {
        writing->is_full = true;
        return;
    }
    memcpy(writing->text + writing->length, bytes, length + 1);
    writing->length += length;
}

/* Cells hold no tabs: they are cleaned, see tui/safe_text.h. */
static void add_row(struct writing *writing, const struct table *table,
                    size_t source_row)
{
    bool is_first = true;

    for (int i = 0; i < table->column_count; i++) {
        struct table_cell cell = { .text.text = "" };

        if (table_is_left_out(table, i))
            continue;
        table->source.cell(table->source.arg, source_row, i, &cell);
        if (!is_first)
            add(writing, "\t");
        add(writing, cell.text.text);
        is_first = false;
    }
    add(writing, "\n");
}

static bool is_wanted(const struct table *table, size_t source_row)
{
    struct table_row row = { 0 };

    table->source.row(table->source.arg, source_row, &row);
    return table_marked(table) > 0
               ? table_is_marked(table, row.id)
               : table->has_selected && row.id == table->selected;
}

size_t table_copy(struct table *table, char **ret_text)
{
    assert(table && ret_text);
    struct writing writing = { .text = malloc(TABLE_COPY_BYTES) };
    size_t count = table_count(table), copied = 0;

    (void)table_selected_at(table);
    for (size_t at = 0; writing.text && at < count; at++) {
        size_t source_row = table_row_at(table, at), before = writing.length;

        if (source_row == SIZE_MAX || !is_wanted(table, source_row))
            continue;
        add_row(&writing, table, source_row);
        if (writing.is_full) {
            writing.text[before] = '\0';
            break;
        }
        copied++;
    }
    if (copied == 0) {
        free(writing.text);
        return 0;
    }
    *ret_text = writing.text;
    return copied;
}
