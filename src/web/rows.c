/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each row is in two trees: by its id, and by its last change. */

#include "web/rows.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/tree.h"
#include "web/row_text.h"

struct slot {
    struct tree_node by_id;
    struct tree_node by_change;
    struct row row;
    struct row_text text;
};

struct shelf {
    struct tree by_id;
    struct tree by_change;
    size_t gone;        /* slots of which only the id is left */
    uint64_t forgotten; /* the last change of an id forgotten */
    uint64_t last_change;
};

struct rows {
    struct shelf shelves[TOPIC_COUNT];
};

static struct slot *slot_of(const struct row *row)
{
    return (struct slot *)(void *)((char *)(uintptr_t)row -
                                   offsetof(struct slot, row));
}

static struct slot *of_id(const struct tree_node *node)
{
    return node ? TREE_MEMBER(node, struct slot, by_id) : NULL;
}

static struct slot *of_change(const struct tree_node *node)
{
    return node ? TREE_MEMBER(node, struct slot, by_change) : NULL;
}

static int order(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int compare_ids(const struct tree_node *a, const struct tree_node *b)
{
    return order(of_id(a)->row.id, of_id(b)->row.id);
}

static int compare_id(const struct tree_node *node, const void *id)
{
    return order(of_id(node)->row.id, *(const uint64_t *)id);
}

static int compare_changes(const struct tree_node *a, const struct tree_node *b)
{
    return order(of_change(a)->row.change, of_change(b)->row.change);
}

static int compare_change(const struct tree_node *node, const void *change)
{
    return order(of_change(node)->row.change, *(const uint64_t *)change);
}

int rows_new(struct rows **ret_rows)
{
    assert(ret_rows);

    struct rows *rows = calloc(1, sizeof(*rows));
    if (!rows)
        return -ENOMEM;

    for (int i = 0; i < TOPIC_COUNT; i++) {
        tree_init(&rows->shelves[i].by_id, compare_ids);
        tree_init(&rows->shelves[i].by_change, compare_changes);
    }
    *ret_rows = rows;
    return 0;
}

static void drop_slot(struct shelf *shelf, struct slot *slot)
{
    tree_remove(&shelf->by_id, &slot->by_id);
    tree_remove(&shelf->by_change, &slot->by_change);
    row_text_done(&slot->text);
    free((void *)(uintptr_t)slot->row.data);
    free(slot);
}

struct rows *rows_free(struct rows *rows)
{
    if (!rows)
        return NULL;

    for (int i = 0; i < TOPIC_COUNT; i++) {
        struct shelf *shelf = &rows->shelves[i];
        while (tree_count(&shelf->by_id) > 0)
            drop_slot(shelf, of_id(tree_first(&shelf->by_id)));
    }
    free(rows);
    return NULL;
}

static struct slot *find(const struct shelf *shelf, uint64_t id)
{
    return of_id(tree_find(&shelf->by_id, compare_id, &id));
}

static void move_to_end(struct shelf *shelf, struct slot *slot)
{
    if (slot->row.change)
        tree_remove(&shelf->by_change, &slot->by_change);
    slot->row.change = ++shelf->last_change;
    tree_add(&shelf->by_change, &slot->by_change);
    row_text_done(&slot->text);
}

static struct slot *make_slot(struct shelf *shelf, uint64_t id)
{
    struct slot *slot = calloc(1, sizeof(*slot));

    if (!slot)
        return NULL;
    slot->row.id = id;
    tree_add(&shelf->by_id, &slot->by_id);
    move_to_end(shelf, slot);
    slot->row.is_gone = true;
    shelf->gone++;
    return slot;
}

int rows_put(struct rows *rows, enum topic topic, const void *data)
{
    const struct record *record = topic_record(topic);
    struct shelf *shelf = &rows->shelves[topic];

    assert(rows && data);

    struct slot *slot = find(shelf, topic_key(data));
    if (slot && !slot->row.is_gone &&
        record_is_same(record, slot->row.data, data))
        return 0;

    void *copy = malloc(record->size);
    if (!slot && copy)
        slot = make_slot(shelf, topic_key(data));
    if (!slot || !copy) {
        free(copy);
        return -ENOMEM;
    }
    memcpy(copy, data, record->size);
    free((void *)(uintptr_t)slot->row.data);
    slot->row.data = copy;
    shelf->gone -= slot->row.is_gone;
    slot->row.is_gone = false;
    move_to_end(shelf, slot);
    return 1;
}

/* The oldest ids that went are forgotten first. */
static void forget_some(struct shelf *shelf)
{
    struct tree_node *node = tree_first(&shelf->by_change);

    while (node && shelf->gone > ROWS_MAX_GONE) {
        struct slot *slot = of_change(node);

        node = tree_next(node);
        if (!slot->row.is_gone)
            continue;
        shelf->forgotten = slot->row.change;
        shelf->gone--;
        drop_slot(shelf, slot);
    }
}

bool rows_remove(struct rows *rows, enum topic topic, uint64_t id)
{
    struct shelf *shelf = &rows->shelves[topic];
    struct slot *slot = find(shelf, id);

    if (!slot || slot->row.is_gone)
        return false;
    free((void *)(uintptr_t)slot->row.data);
    slot->row.data = NULL;
    slot->row.is_gone = true;
    shelf->gone++;
    move_to_end(shelf, slot);
    forget_some(shelf);
    return true;
}

void rows_touch(struct rows *rows, enum topic topic, uint64_t id)
{
    struct shelf *shelf = &rows->shelves[topic];
    struct slot *slot = find(shelf, id);

    if (slot && !slot->row.is_gone)
        move_to_end(shelf, slot);
}

const struct row *rows_find(const struct rows *rows, enum topic topic,
                            uint64_t id)
{
    const struct slot *slot = find(&rows->shelves[topic], id);

    return slot && !slot->row.is_gone ? &slot->row : NULL;
}

const struct row *rows_from(const struct rows *rows, enum topic topic,
                            uint64_t id)
{
    const struct tree_node *node =
        tree_find_from(&rows->shelves[topic].by_id, compare_id, &id);

    while (node && of_id(node)->row.is_gone)
        node = tree_next(node);
    return node ? &of_id(node)->row : NULL;
}

uint64_t rows_last_change(const struct rows *rows, enum topic topic)
{
    return rows->shelves[topic].last_change;
}

bool rows_reach_back(const struct rows *rows, enum topic topic, uint64_t change)
{
    return change >= rows->shelves[topic].forgotten;
}

const struct row *rows_after(const struct rows *rows, enum topic topic,
                             uint64_t change)
{
    uint64_t from = change + 1;
    const struct tree_node *node =
        tree_find_from(&rows->shelves[topic].by_change, compare_change, &from);

    return node ? &of_change(node)->row : NULL;
}

const char *rows_text(struct rows *rows, enum topic topic,
                      const struct row *row, enum event_view view,
                      int64_t now_us, int64_t *ret_made_us)
{
    struct slot *slot = slot_of(row);

    assert(rows && row && !row->is_gone && ret_made_us);

    (void)rows;
    return row_text_get(&slot->text, topic, row, view, now_us, ret_made_us);
}
