/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Neighbours of rules in the order of asking. */

#include "console/rule_moves.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "console/document_value.h"

/* Those that are asked, in order, and which of them are to be moved. */
struct order {
    const struct topic_drafted_rules **rules;
    bool *moves;
    size_t count;
    size_t first, last; /* of those that move */
};

static const struct topic_drafted_rules *rule_at(const struct program *program,
                                                 size_t i)
{
    return replica_at(program_rows(program), TOPIC_DRAFTED_RULES, i)->fields;
}

const struct topic_drafted_rules *rule_moves_find(const struct program *program,
                                                  uint64_t id)
{
    assert(program);
    const struct replica *rows = program_rows(program);
    const struct replica_row *row =
        rows ? replica_find(rows, TOPIC_DRAFTED_RULES, id) : NULL;
    const struct topic_drafted_rules *rule = row ? row->fields : NULL;

    return rule && rule->change != RULE_GONE ? rule : NULL;
}

static int compare(const void *a, const void *b)
{
    const struct topic_drafted_rules *m =
        *(const struct topic_drafted_rules *const *)a;
    const struct topic_drafted_rules *n =
        *(const struct topic_drafted_rules *const *)b;

    if (m->position != n->position)
        return m->position < n->position ? -1 : 1;
    return (m->id > n->id) - (m->id < n->id);
}

static bool is_among(const uint64_t *ids, size_t count, uint64_t id)
{
    for (size_t i = 0; i < count; i++)
        if (ids[i] == id)
            return true;
    return false;
}

static int read_order(const struct program *program, const uint64_t *ids,
                      size_t count, struct order *ret_order)
{
    size_t most = document_rows(program, TOPIC_DRAFTED_RULES);
    struct order order = {
        .rules = calloc(most + 1, sizeof(*order.rules)),
        .moves = calloc(most + 1, sizeof(*order.moves)),
        .first = SIZE_MAX,
    };

    *ret_order = order;
    if (!order.rules || !order.moves)
        return -ENOMEM;
    for (size_t i = 0; i < most; i++)
        if (rule_at(program, i)->change != RULE_GONE)
            order.rules[order.count++] = rule_at(program, i);
    qsort(order.rules, order.count, sizeof(*order.rules), compare);
    for (size_t i = 0; i < order.count; i++) {
        order.moves[i] = is_among(ids, count, order.rules[i]->id);
        if (order.moves[i] && order.first == SIZE_MAX)
            order.first = i;
        if (order.moves[i])
            order.last = i;
    }
    *ret_order = order;
    return 0;
}

static void sort_ids(const struct order *order, uint64_t *ids, size_t count)
{
    size_t put = 0;

    for (size_t i = 0; i < order->count; i++)
        for (size_t j = put; order->moves[i] && j < count; j++)
            if (ids[j] == order->rules[i]->id) {
                memmove(&ids[put + 1], &ids[put], (j - put) * sizeof(*ids));
                ids[put++] = order->rules[i]->id;
                break;
            }
}

/* The first from there on that stays where it is; count: there is none. */
static size_t next_staying(const struct order *order, size_t at)
{
    while (at < order->count && order->moves[at])
        at++;
    return at;
}

static uint64_t id_at(const struct order *order, size_t at)
{
    return at < order->count ? order->rules[at]->id : 0;
}

/* Where nothing is above the first, the others come up to it. */
static int aim_sooner(const struct order *order, uint64_t *ret_before_id)
{
    size_t at =
        order->first > 0 ? order->first - 1 : next_staying(order, order->first);

    if (order->first == 0 && at > order->last)
        return -EALREADY;
    *ret_before_id = id_at(order, at);
    return 0;
}

/* Likewise at the end. */
static int aim_later(const struct order *order, uint64_t *ret_before_id)
{
    size_t behind = order->last + 1;

    if (behind == order->count &&
        next_staying(order, order->first) == order->count)
        return -EALREADY;
    *ret_before_id = id_at(order, behind + 1);
    return 0;
}

int rule_moves_aim(const struct program *program, uint64_t *ids, size_t count,
                   bool is_sooner, uint64_t *ret_before_id)
{
    assert(program && ids && ret_before_id);
    struct order order;
    int rc = read_order(program, ids, count, &order);

    if (rc == 0)
        sort_ids(&order, ids, count);
    if (rc == 0 && order.first == SIZE_MAX)
        *ret_before_id = 0; /* none of them is there: each is told */
    else if (rc == 0)
        rc = is_sooner ? aim_sooner(&order, ret_before_id)
                       : aim_later(&order, ret_before_id);
    free(order.rules);
    free(order.moves);
    return rc;
}
