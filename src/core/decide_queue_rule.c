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

enum refusal decide_set_queue_rule(struct turn *turn,
                                   const struct command_set_queue_rule *c)
{
    const struct target target = { c->target, c->target_id, c->number };
    enum refusal refusal = check_document(turn, DOCUMENT_QUEUE_RULE, c);

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
    if (!refusal)
        write_document(turn, DOCUMENT_QUEUE_RULE, c);

    return refusal;
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
