/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as text for another program. */

#include "tui/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv.h"
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

static void add_row(struct writing *writing, const struct table *table,
                    size_t source_row)
{
    bool is_first = true;

    for (int i = 0; i < table->column_count; i++) {
        struct table_cell cell = { .text.text = "" };
        char marked[2 * sizeof(cell.text.text) + 2];

        if (table_is_left_out(table, i))
            continue;
        table->source.cell(table->source.arg, source_row, i, &cell);
        if (!is_first)
            add(writing, "\t");
        csv_mark_cell(cell.text.text, marked, sizeof(marked));
        add(writing, marked);
        is_first = false;
    }
    add(writing, "\n");
}

static bool is_marked(const struct table *table, size_t source_row)
{
    struct table_row row = { 0 };

    table->source.row(table->source.arg, source_row, &row);
    return table_is_marked(table, row.id);
}

static bool is_selected(const struct table *table, size_t source_row)
{
    struct table_row row = { 0 };

    table->source.row(table->source.arg, source_row, &row);
    return table->has_selected && row.id == table->selected;
}

size_t table_copy(struct table *table, char **ret_text)
{
    assert(table && ret_text);
    struct writing writing = { .text = malloc(TABLE_COPY_BYTES) };
    size_t count = table_row_count(table), copied = 0;
    bool has_marks = table_marked(table) > 0;

    (void)table_selected_at(table);
    for (size_t at = 0; writing.text && at < count; at++) {
        size_t source_row = table_row_at(table, at), before = writing.length;

        if (source_row == SIZE_MAX ||
            !(has_marks ? is_marked(table, source_row)
                        : is_selected(table, source_row)))
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

static void print_headings(const struct table *table, enum language language,
                           FILE *out)
{
    bool is_first = true;

    for (int i = 0; i < table->column_count; i++) {
        if (table_is_left_out(table, i))
            continue;
        if (!is_first)
            fputc(',', out);
        csv_print_cell(lang_text(language, table->columns[i].name), out);
        is_first = false;
    }
    fputs("\r\n", out);
}

static void print_row(const struct table *table, size_t source_row, FILE *out)
{
    bool is_first = true;

    for (int i = 0; i < table->column_count; i++) {
        struct table_cell cell = { .text.text = "" };

        if (table_is_left_out(table, i))
            continue;
        table->source.cell(table->source.arg, source_row, i, &cell);
        if (!is_first)
            fputc(',', out);
        csv_print_cell(cell.text.text, out);
        is_first = false;
    }
    fputs("\r\n", out);
}

size_t table_print(struct table *table, enum language language, FILE *out)
{
    assert(table && out);
    size_t count = table_row_count(table), printed = 0;
    bool has_marks = table_marked(table) > 0;

    print_headings(table, language, out);
    for (size_t at = 0; at < count; at++) {
        size_t source_row = table_row_at(table, at);

        if (source_row == SIZE_MAX ||
            (has_marks && !is_marked(table, source_row)))
            continue;
        print_row(table, source_row, out);
        printed++;
    }
    return printed;
}
