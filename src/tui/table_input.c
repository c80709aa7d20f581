/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys and clicks in a table. */

#include "tui/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "tui/table_inside.h"

static void move(struct table *table, long by)
{
    size_t at = table_selected_at(table);

    if (at == SIZE_MAX)
        return;
    if (by < 0 && (size_t)-by > at)
        table_select_at(table, 0);
    else
        table_select_at(table, by < 0 ? at - (size_t)-by : at + (size_t)by);
}

static void mark(struct table *table, uint64_t id)
{
    for (size_t i = 0; i < table->mark_count; i++)
        if (table->marks[i] == id) {
            table->marks[i] = table->marks[--table->mark_count];
            return;
        }
    if (!table->marks)
        table->marks = malloc(TABLE_MARKS * sizeof(*table->marks));
    if (table->marks && table->mark_count < TABLE_MARKS)
        table->marks[table->mark_count++] = id;
}

/* All, or none when all are. */
static void mark_all(struct table *table)
{
    size_t count = table_row_count(table);
    bool had_all = table->mark_count >= count;

    table_unmark(table);
    for (size_t at = 0; !had_all && at < count && at < TABLE_MARKS; at++) {
        struct table_row row = { 0 };

        table->source.row(table->source.arg, table_row_at(table, at), &row);
        mark(table, row.id);
    }
}

static void sort_next(struct table *table)
{
    for (int i = 1; i <= table->column_count + 1; i++) {
        int column = table->sorted_by + i;

        if (column >= table->column_count)
            column = -1;
        if (column < 0 || table->columns[column].can_sort) {
            table_sort(table, column, false);
            return;
        }
    }
}

static bool change(struct table *table, uint32_t stroke)
{
    switch (stroke) {
    case ' ':
        if (table_selected_at(table) != SIZE_MAX) {
            mark(table, table->selected);
            move(table, 1);
        }
        return true;
    case '*':
        mark_all(table);
        return true;
    case 's':
        sort_next(table);
        return true;
    case 'S':
        table_sort(table, table->sorted_by, !table->is_descending);
        return true;
    case 'r':
        table->wants_order = true;
        return true;
    default:
        return false;
    }
}

static bool step(struct table *table, uint32_t stroke)
{
    switch (stroke) {
    case STROKE_UP:
    case 'k':
        move(table, -1);
        return true;
    case STROKE_DOWN:
    case 'j':
        move(table, 1);
        return true;
    case STROKE_PAGE_UP:
        move(table, -table->page);
        return true;
    case STROKE_PAGE_DOWN:
        move(table, table->page);
        return true;
    case STROKE_HOME:
        table_select_at(table, 0);
        return true;
    case STROKE_END:
    case 'G':
        table_select_at(table, SIZE_MAX);
        return true;
    default:
        return false;
    }
}

/* Rows are clicked where they were drawn last, below the headings. */
static enum table_event click(struct table *table, const struct input *input)
{
    int row = input->row - table->screen_row - 1;

    if (row < 0 || row >= table->page)
        return TABLE_IGNORED;

    size_t at = table->top + (size_t)row;
    if (at >= table_row_count(table))
        return TABLE_IGNORED;

    bool is_second = table_selected_at(table) == at && table->clicked == at;
    table_select_at(table, at);
    table->clicked = at;
    return is_second ? TABLE_OPENED : TABLE_TAKEN;
}

enum table_event table_input(struct table *table, const struct input *input,
                             int64_t now_us)
{
    assert(table && input);
    table->touched_us = now_us;
    if (input->kind != INPUT_STROKE || input->stroke != STROKE_ENTER)
        table->is_awaited = false; /* somebody goes elsewhere */
    if (input->kind == INPUT_WHEEL) {
        move(table, input->wheel);
        return TABLE_TAKEN;
    }
    if (input->kind == INPUT_CLICK)
        return click(table, input);
    if (input->kind != INPUT_STROKE)
        return TABLE_IGNORED;
    if (input->stroke == STROKE_ENTER && table_selected_at(table) != SIZE_MAX)
        return TABLE_OPENED;
    if (input->stroke == STROKE_ENTER)
        return table->is_awaited ? TABLE_TAKEN : TABLE_IGNORED;
    return step(table, input->stroke) || change(table, input->stroke)
               ? TABLE_TAKEN
               : TABLE_IGNORED;
}
