/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree of rows per topic; a row in doubt waits to be told of again. */

#include "client/replica.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/tree.h"

struct slot {
    struct tree_node by_id;
    struct replica_row row;
    bool in_doubt;
};

struct shelf {
    enum replica_state state;
    bool is_wanted;
    bool awaits_first;
    uint64_t number; /* of the last message */
    struct tree rows;
};

struct replica {
    struct shelf shelves[TOPIC_COUNT];
};

static struct slot *slot_of(const struct tree_node *node)
{
    return node ? TREE_MEMBER(node, struct slot, by_id) : NULL;
}

static int order(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int compare(const struct tree_node *a, const struct tree_node *b)
{
    return order(slot_of(a)->row.id, slot_of(b)->row.id);
}

static int compare_id(const struct tree_node *node, const void *id)
{
    return order(slot_of(node)->row.id, *(const uint64_t *)id);
}

int replica_new(struct replica **ret_replica)
{
    assert(ret_replica);

    struct replica *replica = calloc(1, sizeof(*replica));
    if (!replica)
        return -ENOMEM;
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        tree_init(&replica->shelves[topic].rows, compare);

    *ret_replica = replica;
    return 0;
}

struct replica *replica_free(struct replica *replica)
{
    if (!replica)
        return NULL;
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        replica_drop(replica, (enum topic)topic);
    free(replica);
    return NULL;
}

enum replica_state replica_state(const struct replica *replica,
                                 enum topic topic)
{
    assert(replica && topic < TOPIC_COUNT);

    return replica->shelves[topic].state;
}

size_t replica_count(const struct replica *replica, enum topic topic)
{
    assert(replica && topic < TOPIC_COUNT);

    return tree_count(&replica->shelves[topic].rows);
}

const struct replica_row *replica_at(const struct replica *replica,
                                     enum topic topic, size_t index)
{
    assert(replica && topic < TOPIC_COUNT);

    struct slot *slot = slot_of(tree_at(&replica->shelves[topic].rows, index));
    return slot ? &slot->row : NULL;
}

static struct slot *find(const struct shelf *shelf, uint64_t id)
{
    return slot_of(tree_find(&shelf->rows, compare_id, &id));
}

const struct replica_row *replica_find(const struct replica *replica,
                                       enum topic topic, uint64_t id)
{
    assert(replica && topic < TOPIC_COUNT);

    struct slot *slot = find(&replica->shelves[topic], id);
    return slot ? &slot->row : NULL;
}

int64_t replica_passed_us(const struct replica_row *row, int64_t now_us)
{
    assert(row);

    return now_us < row->made_us ? 0 : now_us - row->made_us;
}

int64_t replica_age_us(const struct replica_row *row, int64_t age_us,
                       int64_t now_us)
{
    assert(row);

    int64_t now_age_us;

    if (age_us < 0)
        return age_us;
    return __builtin_add_overflow(age_us, replica_passed_us(row, now_us),
                                  &now_age_us)
               ? INT64_MAX
               : now_age_us;
}

int64_t replica_left_us(const struct replica_row *row, int64_t left_us,
                        int64_t now_us)
{
    assert(row);

    int64_t passed_us = now_us - row->made_us;
    if (left_us < 0 || passed_us < 0)
        return left_us;
    return left_us > passed_us ? left_us - passed_us : 0;
}

void replica_news_done(struct replica_news *news)
{
    assert(news);

    for (size_t i = 0; i < news->row_count; i++)
        free((void *)(uintptr_t)news->rows[i].fields);
    free(news->rows);
    free(news->gone);
    *news = (struct replica_news){ .topic = news->topic };
}

static void drop(struct shelf *shelf, struct slot *slot)
{
    tree_remove(&shelf->rows, &slot->by_id);
    free((void *)(uintptr_t)slot->row.fields);
    free(slot);
}

/* Who is told of changes. */
struct listener {
    void (*changed)(void *arg, enum topic topic, uint64_t id);
    void *arg;
    enum topic topic;
};

static void tell(const struct listener *listener, uint64_t id)
{
    if (listener->changed)
        listener->changed(listener->arg, listener->topic, id);
}

static int put(struct shelf *shelf, struct replica_row *row)
{
    struct slot *slot = find(shelf, row->id);

    if (!slot && tree_count(&shelf->rows) == REPLICA_MAX_ROWS)
        return -ENOSPC;
    if (!slot) {
        slot = calloc(1, sizeof(*slot));
        if (!slot)
            return -ENOMEM;
        slot->row.id = row->id;
        tree_add(&shelf->rows, &slot->by_id);
    }
    free((void *)(uintptr_t)slot->row.fields);
    slot->row = *row;
    slot->in_doubt = false;
    row->fields = NULL; /* taken over */
    return 0;
}

static void doubt_all(struct shelf *shelf)
{
    for (struct tree_node *node = tree_first(&shelf->rows); node;
         node = tree_next(node))
        slot_of(node)->in_doubt = true;
}

static void drop_doubtful(struct shelf *shelf, const struct listener *listener)
{
    struct tree_node *node = tree_first(&shelf->rows);

    while (node) {
        struct slot *slot = slot_of(node);
        uint64_t id = slot->row.id;

        node = tree_next(node);
        if (!slot->in_doubt)
            continue;
        drop(shelf, slot);
        tell(listener, id);
    }
}

static int take_rows(struct shelf *shelf, struct replica_news *news,
                     const struct listener *listener)
{
    for (size_t i = 0; i < news->row_count; i++) {
        uint64_t id = news->rows[i].id;
        int rc = put(shelf, &news->rows[i]);

        if (rc < 0)
            return rc;
        tell(listener, id);
    }
    for (size_t i = 0; i < news->gone_count; i++) {
        struct slot *slot = find(shelf, news->gone[i]);

        if (!slot)
            continue;
        drop(shelf, slot);
        tell(listener, news->gone[i]);
    }
    return 0;
}

int replica_take(struct replica *replica, struct replica_news *news,
                 void (*changed)(void *arg, enum topic topic, uint64_t id),
                 void *arg)
{
    struct listener listener = { changed, arg, news->topic };

    assert(replica && news && news->topic < TOPIC_COUNT);

    struct shelf *shelf = &replica->shelves[news->topic];
    if (!shelf->is_wanted || (shelf->awaits_first && !news->is_first))
        return 0;
    if (!news->is_first && news->number != shelf->number + 1) {
        replica_await(replica, news->topic);
        return -EPROTO;
    }
    if (news->is_first) {
        doubt_all(shelf);
        shelf->awaits_first = false;
        shelf->state = REPLICA_COMING;
    }
    shelf->number = news->number;
    int rc = take_rows(shelf, news, &listener);
    if (rc < 0) {
        replica_await(replica, news->topic);
        return rc;
    }
    if (news->is_last) {
        drop_doubtful(shelf, &listener);
        shelf->state = REPLICA_LIVE;
    }
    return 0;
}

void replica_await(struct replica *replica, enum topic topic)
{
    assert(replica && topic < TOPIC_COUNT);

    struct shelf *shelf = &replica->shelves[topic];
    shelf->is_wanted = true;
    shelf->awaits_first = true;
    if (shelf->state != REPLICA_STALE)
        shelf->state = REPLICA_COMING;
}

void replica_lose(struct replica *replica)
{
    assert(replica);

    for (int topic = 0; topic < TOPIC_COUNT; topic++) {
        struct shelf *shelf = &replica->shelves[topic];
        if (shelf->state == REPLICA_UNKNOWN)
            continue;
        shelf->state = REPLICA_STALE;
        shelf->awaits_first = true;
    }
}

void replica_drop(struct replica *replica, enum topic topic)
{
    assert(replica && topic < TOPIC_COUNT);

    struct shelf *shelf = &replica->shelves[topic];
    while (tree_count(&shelf->rows) > 0)
        drop(shelf, slot_of(tree_first(&shelf->rows)));
    shelf->state = REPLICA_UNKNOWN;
    shelf->is_wanted = false;
    shelf->number = 0;
}
