/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules by which callers do not join a queue, or leave it. */

#include <string.h>

#include "core/decide_document.h"
#include "core/queue_rule.h"

/* Some causes are about those who join, some about those who wait. */
static bool has_right_moment(const struct command_set_queue_rule *c)
{
    switch (c->cause) {
    case RULE_FULL:
        return c->moment == RULE_ON_JOINING;
    case RULE_ESTIMATE: /* whoever waits is asked about a callback once */
        return c->moment == RULE_ON_JOINING || c->target != TO_CALLBACK;
    case RULE_WAITED:
    case RULE_KEY:
        return c->moment == RULE_WHILE_WAITING;
    case RULE_NOBODY_LOGGED_IN:
    case RULE_NOBODY_READY:
    case RULE_NOBODY_WORKS:
    case RULE_FEW_LOGGED_IN:
    case RULE_FEW_READY:
    case RULE_CLOSED:
        break;
    }

    return true;
}

static bool has_right_reopening(const struct command_set_queue_rule *c)
{
    return !c->reopen_ms ||
           (c->cause == RULE_ESTIMATE && c->moment != RULE_WHILE_WAITING &&
            c->reopen_ms < c->estimate_ms);
}

static bool has_right_key(const struct command_set_queue_rule *c)
{
    if (c->cause != RULE_KEY)
        return c->key.text[0] == '\0';

    return c->key.text[0] && strchr("0123456789*#", c->key.text[0]);
}

static enum refusal check_settings(const struct command_set_queue_rule *c)
{
    const struct event_queue_rule_set *rule = (const void *)c;

    if (!has_right_moment(c))
        return REFUSED_BAD_MOMENT;
    if (c->hold_ms && !rule_lasts(rule))
        return REFUSED_BAD_HOLD;
    if ((c->estimate_ms > 0) != (c->cause == RULE_ESTIMATE))
        return REFUSED_BAD_ESTIMATE;
    if (!has_right_reopening(c))
        return REFUSED_BAD_REOPEN_MS;
    if ((c->agents > 0) != rule_counts_agents(rule))
        return REFUSED_BAD_FEW;
    if (c->after_ms && c->cause != RULE_WAITED)
        return REFUSED_BAD_AFTER;

    return has_right_key(c) ? REFUSED_NOT : REFUSED_BAD_KEY;
}

/* By the longest wait everybody leaves, so that no step comes later. */
static enum refusal check_after(const struct turn *turn,
                                const struct command_set_queue_rule *c)
{
    int64_t longest_ms = state_queue(turn->state, c->queue_id)->max_wait_ms;

    if (c->cause != RULE_WAITED)
        return REFUSED_NOT;
    if (!c->after_ms && !longest_ms)
        return REFUSED_NO_LONGEST_WAIT;

    return longest_ms && c->after_ms > longest_ms ? REFUSED_AFTER_LONGEST_WAIT
                                                  : REFUSED_NOT;
}

/* A key leads to one place. */
static enum refusal check_others(const struct turn *turn,
                                 const struct command_set_queue_rule *c)
{
    const struct event_queue_rule_set *rule;
    size_t others = 0;

    for (rule = state_first_rule(turn->state, c->queue_id); rule;
         rule = state_next_rule(turn->state, rule)) {
        if (rule->id == c->id)
            continue;
        others++;
        if (c->cause == RULE_KEY && rule->cause == RULE_KEY &&
            rule->key.text[0] == c->key.text[0])
            return REFUSED_RULE_KEY_TAKEN;
    }

    return others < QUEUE_RULES_MAX ? REFUSED_NOT : REFUSED_TOO_MANY;
}

/* Their order. */

/* Positions leave room between them. */
enum { POSITION_STEP = 10, POSITION_MAX = 1000000 };

static int64_t position_behind(int64_t position)
{
    return position + POSITION_STEP < POSITION_MAX ? position + POSITION_STEP
                                                   : POSITION_MAX;
}

static const struct event_queue_rule_set *way_of_id(const struct turn *turn,
                                                    uint64_t id)
{
    return state_document(turn->state, DOCUMENT_QUEUE_RULE, id);
}

/* One without a position stays where it is; a new one comes behind all. */
static void place_way(const struct turn *turn, struct event_queue_rule_set *way)
{
    const struct event_queue_rule_set *was = way_of_id(turn, way->id);
    const struct event_queue_rule_set *other =
        state_first_rule(turn->state, way->queue_id);
    int64_t last = 0;

    if (way->position)
        return;
    if (was && was->queue_id == way->queue_id) {
        way->position = was->position;
        return;
    }

    for (; other; other = state_next_rule(turn->state, other))
        last = other->position; /* they come from the lowest to the highest */
    way->position = position_behind(last);
}

/* A queue's ways out as they are to be tried. */
struct way_order {
    const struct event_queue_rule_set *ways[QUEUE_RULES_MAX];
    int count;
    int moved; /* where the one that moves is */
    bool is_so_already;
};

static void put(struct way_order *order, const struct event_queue_rule_set *way)
{
    if (order->count < QUEUE_RULES_MAX)
        order->ways[order->count++] = way;
}

static void order_ways(const struct turn *turn,
                       const struct event_queue_rule_set *way,
                       const struct event_queue_rule_set *before,
                       struct way_order *ret_order)
{
    const struct event_queue_rule_set *other =
        state_first_rule(turn->state, way->queue_id);

    *ret_order = (struct way_order){
        .is_so_already = state_next_rule(turn->state, way) == before,
    };
    for (; other; other = state_next_rule(turn->state, other)) {
        if (other == way)
            continue;
        if (other == before) {
            ret_order->moved = ret_order->count;
            put(ret_order, way);
        }
        put(ret_order, other);
    }
    if (!before) {
        ret_order->moved = ret_order->count;
        put(ret_order, way);
    }
}

/* A position between those of its neighbours; 0: there is none. */
static int64_t position_between(const struct way_order *order)
{
    int at = order->moved;
    int64_t earlier = at > 0 ? order->ways[at - 1]->position : 0;
    int64_t later = at + 1 < order->count ? order->ways[at + 1]->position
                                          : earlier + 2 * POSITION_STEP;

    if (later - earlier < 2 || later > POSITION_MAX)
        return 0;
    return earlier + (later - earlier) / 2;
}

static void write_position(struct turn *turn,
                           const struct event_queue_rule_set *way,
                           int64_t position)
{
    struct event_queue_rule_set changed = *way;

    changed.position = position;
    if (position != way->position)
        write_document(turn, DOCUMENT_QUEUE_RULE, &changed);
}

/* One alone where there is room; else all of the queue are numbered anew. */
enum refusal decide_move_queue_rule(struct turn *turn,
                                    const struct command_move_queue_rule *c)
{
    const struct event_queue_rule_set *way = way_of_id(turn, c->way_id);
    const struct event_queue_rule_set *before =
        c->before_way_id ? way_of_id(turn, c->before_way_id) : NULL;
    struct way_order order;
    int64_t position;

    if (!way || (c->before_way_id && !before))
        return REFUSED_NO_QUEUE_RULE;
    if (before && before->queue_id != way->queue_id)
        return REFUSED_OTHER_QUEUES_WAY;

    order_ways(turn, way, before, &order);
    if (way == before || order.is_so_already)
        return REFUSED_ALREADY_SO;

    position = position_between(&order);
    if (position)
        write_position(turn, way, position);
    for (int i = 0; !position && i < order.count; i++)
        write_position(turn, order.ways[i], (i + 1) * POSITION_STEP);
    return REFUSED_NOT;
}

enum refusal decide_set_queue_rule(struct turn *turn,
                                   const struct command_set_queue_rule *c)
{
    const struct target target = { c->target, c->target_id, c->number };
    enum refusal refusal = check_document(turn, DOCUMENT_QUEUE_RULE, c);
    struct event_queue_rule_set way;

    if (refusal)
        return refusal;
    if (!state_queue(turn->state, c->queue_id))
        return REFUSED_NO_QUEUE;

    refusal = check_settings(c);
    if (!refusal)
        refusal = check_after(turn, c);
    if (!refusal)
        refusal = check_others(turn, c);
    if (!refusal && c->target == TO_QUEUE && c->target_id == c->queue_id)
        refusal = REFUSED_RULE_TO_SELF;
    if (!refusal)
        refusal = check_target(turn, &target);
    if (refusal)
        return refusal;

    memcpy(&way, c, sizeof(way));
    place_way(turn, &way);
    write_document(turn, DOCUMENT_QUEUE_RULE, &way);
    return REFUSED_NOT;
}

enum refusal decide_remove_queue_rule(struct turn *turn,
                                      const struct command_remove_queue_rule *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_QUEUE_RULE, c->id, c->version);

    if (!refusal)
        write_removal(turn, DOCUMENT_QUEUE_RULE, c->id);

    return refusal;
}
