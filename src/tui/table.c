/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected, marked, and in which order. */

#include "tui/table.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tui/table_inside.h"

int table_new(const struct table_column *columns, int count,
              const struct table_source *source, struct table **ret_table)
{
    assert(columns && count > 0 && count <= TABLE_COLUMNS && source);
    assert(source->count && source->row && source->cell && ret_table);
    struct table *table = calloc(1, sizeof(*table));

    if (!table)
        return -ENOMEM;
    table->columns = columns;
    table->column_count = count;
    table->source = *source;
    table->sorted_by = -1;
    table->clicked = SIZE_MAX;
    table->touched_us = INT64_MIN / 2;
    *ret_table = table;
    return 0;
}

struct table *table_free(struct table *table)
{
    if (table) {
        free(table->order);
        free(table->marks);
    }
    free(table);
    return NULL;
}

static uint64_t id_of(struct table *table, size_t row)
{
    struct table_row found = { 0 };

    table->source.row(table->source.arg, row, &found);
    return found.id;
}

static size_t row_of(struct table *table, uint64_t id)
{
    if (table->source.find)
        return table->source.find(table->source.arg, id);

    size_t count = table->source.count(table->source.arg);
    for (size_t row = 0; row < count; row++)
        if (id_of(table, row) == id)
            return row;
    return SIZE_MAX;
}

size_t table_row_count(struct table *table)
{
    return table->order ? table->order_count
                        : table->source.count(table->source.arg);
}

size_t table_row_at(struct table *table, size_t at)
{
    return table->order ? row_of(table, table->order[at]) : at;
}

static uint64_t id_at(struct table *table, size_t at)
{
    return table->order ? table->order[at] : id_of(table, at);
}

void table_select_at(struct table *table, size_t at)
{
    size_t count = table_row_count(table);

    if (count == 0)
        return;
    if (at >= count)
        at = count - 1;
    table->selected = id_at(table, at);
    table->has_selected = true;
    table->selected_at = at;
}

/* Looks where it was first: rows seldom move. */
static size_t position_of(struct table *table, uint64_t id, size_t count)
{
    size_t near = table->selected_at;

    if (near < count && id_at(table, near) == id)
        return near;
    if (!table->order)
        return row_of(table, id);
    for (size_t at = 0; at < count; at++)
        if (table->order[at] == id)
            return at;
    return SIZE_MAX;
}

size_t table_selected_at(struct table *table)
{
    size_t count = table_row_count(table);

    if (count == 0)
        return SIZE_MAX;
    if (table->has_selected) {
        size_t at = position_of(table, table->selected, count);

        if (at < count) {
            table->selected_at = at;
            table->is_awaited = false;
            return at;
        }
        if (table->is_awaited)
            return SIZE_MAX;
    }
    table_select_at(table, table->selected_at);
    return table->selected_at;
}

size_t table_selected(struct table *table)
{
    assert(table);
    size_t at = table_selected_at(table);

    return at == SIZE_MAX ? SIZE_MAX : table_row_at(table, at);
}

bool table_selected_id(struct table *table, uint64_t *ret_id)
{
    assert(table && ret_id);
    if (table_selected_at(table) == SIZE_MAX)
        return false;
    *ret_id = table->selected;
    return true;
}

void table_select(struct table *table, uint64_t id)
{
    assert(table);
    table->selected = id;
    table->has_selected = true;
    table->is_awaited = true;
    table->awaited_us = INT64_MIN;
}

size_t table_marked(const struct table *table)
{
    return table->mark_count;
}

const uint64_t *table_marks(const struct table *table)
{
    return table->marks;
}

bool table_is_marked(const struct table *table, uint64_t id)
{
    for (size_t i = 0; i < table->mark_count; i++)
        if (table->marks[i] == id)
            return true;
    return false;
}

void table_unmark(struct table *table)
{
    table->mark_count = 0;
}

int table_sorted_by(const struct table *table, bool *ret_is_descending)
{
    if (ret_is_descending)
        *ret_is_descending = table->is_descending;
    return table->sorted_by;
}

int table_page(const struct table *table)
{
    return table->page;
}
