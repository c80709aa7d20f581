/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways of the server's answer, in the order of the nodes' names. */

#include "console/flow_counts.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void flow_counts_done(struct flow_counts *counts)
{
    assert(counts);
    free(counts->rows);
    *counts = (struct flow_counts){ .count = 0 };
}

static int compare(const void *a, const void *b)
{
    const struct flow_count *left = a;
    const struct flow_count *right = b;

    return strcmp(left->node.text, right->node.text);
}

static bool read_way(const struct json_t *way, struct flow_count *ret_row)
{
    const char *node = value_get_text(way, "node");
    const char *key = value_get_text(way, "key");
    const char *exit = value_get_text(way, "exit");

    bool hung_up = value_get_flag(way, "hung_up");

    if (!node || !key || !exit)
        return false;

    snprintf(ret_row->node.text, sizeof(ret_row->node.text), "%s", node);
    snprintf(ret_row->key.text, sizeof(ret_row->key.text), "%s", key);
    ret_row->exit =
        hung_up ? FLOW_HUNG_UP : word_find(&word_list_step_exit, exit);
    ret_row->callers = value_get_integer(way, "callers", 0);
    return true;
}

int flow_counts_take(struct flow_counts *counts, const struct json_t *answer)
{
    const struct json_t *items = value_get(answer, "items");

    flow_counts_done(counts);
    counts->rows = calloc(value_count(items) + 1, sizeof(*counts->rows));
    if (!counts->rows)
        return -ENOMEM;

    for (size_t i = 0; i < value_count(items); i++)
        if (read_way(value_at(items, i), &counts->rows[counts->count]))
            counts->count++;
    qsort(counts->rows, counts->count, sizeof(*counts->rows), compare);
    return 0;
}

/* The place of the first row of a node, or where it would be. */
static size_t first_of(const struct flow_counts *counts, const char *node)
{
    size_t low = 0, high = counts->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (strcmp(counts->rows[middle].node.text, node) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The number of an exit that the text names; -ENOENT: the type has none. */
static int number_of(const struct json_t *node, const struct flow_exit *exit)
{
    int type = flow_kind_of(node);
    const struct node_exit *is =
        type < 0 ? NULL : node_exit_named((enum node_type)type, exit->key);

    return is ? (int)is->exit : -ENOENT;
}

/* The rows of a node: from one place up to another. */
static size_t rows_of(const struct flow_counts *counts,
                      const struct json_t *node, size_t *ret_end)
{
    const char *name = value_get_text(node, "name");
    size_t first, end;

    *ret_end = 0;
    if (!counts || counts->count == 0 || !name)
        return 0;

    first = end = first_of(counts, name);
    while (end < counts->count &&
           strcmp(counts->rows[end].node.text, name) == 0)
        end++;
    *ret_end = end;
    return first;
}

int64_t flow_counts_hung_up(const struct flow_counts *counts,
                            const struct json_t *node)
{
    int64_t callers = 0;
    size_t end;

    for (size_t i = rows_of(counts, node, &end); i < end; i++)
        if (counts->rows[i].exit == FLOW_HUNG_UP)
            callers += counts->rows[i].callers;
    return callers;
}

int64_t flow_counts_all(const struct flow_counts *counts,
                        const struct json_t *node)
{
    int64_t callers = 0;
    size_t end;

    for (size_t i = rows_of(counts, node, &end); i < end; i++)
        callers += counts->rows[i].callers;
    return callers;
}

int64_t flow_counts_of(const struct flow_counts *counts,
                       const struct json_t *node, const struct flow_exit *exit)
{
    int number = number_of(node, exit);
    int64_t callers = 0;
    size_t end;

    for (size_t i = rows_of(counts, node, &end); i < end; i++) {
        const struct flow_count *row = &counts->rows[i];
        bool is_choice = row->key.text[0] != '\0';

        if (exit->is_choice ? strcmp(row->key.text, exit->key) == 0
                            : !is_choice && row->exit == number)
            callers += row->callers;
    }

    return callers;
}
