/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order somebody chose, kept still while they work. */

#include "tui/table.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "tui/table_inside.h"

struct place_of {
    uint64_t id;
    size_t at; /* in an array: of ids, or of the source */
};

static int compare_ids(const void *a, const void *b)
{
    const struct place_of *left = a, *right = b;

    return (left->id > right->id) - (left->id < right->id);
}

static int compare_rows(const void *a, const void *b, void *arg)
{
    const struct table *table = arg;
    const struct place_of *left = a, *right = b;
    int order = table->source.compare(table->source.arg, left->at, right->at,
                                      table->sorted_by);

    if (table->is_descending)
        order = -order;
    if (order == 0)
        order = (left->at > right->at) - (left->at < right->at);
    return order;
}

static struct place_of *rows_of_source(struct table *table, size_t count)
{
    struct place_of *rows = malloc((count + 1) * sizeof(*rows));

    for (size_t row = 0; rows && row < count; row++) {
        struct table_row found = { 0 };

        table->source.row(table->source.arg, row, &found);
        rows[row] = (struct place_of){ found.id, row };
    }
    return rows;
}

static bool order_take(struct table *table, const struct place_of *rows,
                       size_t count)
{
    uint64_t *order = malloc((count + 1) * sizeof(*order));

    if (!order)
        return false;
    for (size_t i = 0; i < count; i++)
        order[i] = rows[i].id;
    free(table->order);
    table->order = order;
    table->order_count = count;
    return true;
}

/* Where memory fails, the order is the source's: a list is shown anyway. */
static void order_drop(struct table *table)
{
    free(table->order);
    table->order = NULL;
    table->order_count = 0;
}

static void order_anew(struct table *table, struct place_of *rows, size_t count)
{
    qsort_r(rows, count, sizeof(*rows), compare_rows, table);
    if (!order_take(table, rows, count))
        order_drop(table);
    table->wants_order = false;
}

/* Keeps what is there in its order, and puts what is new behind it. */
static void order_keep(struct table *table, struct place_of *rows, size_t count)
{
    struct place_of *next = malloc((count + 1) * sizeof(*next));
    bool *is_placed = calloc(count + 1, sizeof(*is_placed));
    size_t kept = 0;

    if (!next || !is_placed) {
        free(next);
        free(is_placed);
        return;
    }
    qsort(rows, count, sizeof(*rows), compare_ids);
    for (size_t i = 0; i < table->order_count; i++) {
        struct place_of key = { table->order[i], 0 };
        struct place_of *row =
            bsearch(&key, rows, count, sizeof(*rows), compare_ids);

        if (row && !is_placed[row - rows]) {
            is_placed[row - rows] = true;
            next[kept++] = *row;
        }
    }
    for (size_t i = 0; i < count && kept < count; i++)
        if (!is_placed[i])
            next[kept++] = rows[i];
    order_take(table, next, kept);
    free(next);
    free(is_placed);
}

static bool is_frozen(const struct table *table, int64_t now_us)
{
    return table->order && !table->wants_order &&
           now_us - table->touched_us < TABLE_FROZEN_US;
}

void table_order(struct table *table, int64_t now_us)
{
    size_t count = table->source.count(table->source.arg);

    if (table->sorted_by < 0 || !table->source.compare ||
        count > TABLE_SORTED) {
        order_drop(table);
        return;
    }

    struct place_of *rows = rows_of_source(table, count);
    if (!rows)
        order_drop(table);
    else if (is_frozen(table, now_us))
        order_keep(table, rows, count);
    else
        order_anew(table, rows, count);
    free(rows);
}

void table_sort(struct table *table, int column, bool is_descending)
{
    assert(table && column < table->column_count);

    table->sorted_by = column < 0 ? -1 : column;
    table->is_descending = is_descending;
    table->wants_order = true;
}
