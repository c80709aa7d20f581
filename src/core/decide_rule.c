/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routing rules: what may stand in one, and where it is asked. */

#include "core/decide_rule.h"

#include <string.h>

#include "core/callback.h"
#include "core/decide_document.h"
#include "core/house_slots.h"
#include "core/rule.h"
#include "core/sending.h"
#include "core/write.h"

static bool is_there(const struct turn *turn, const struct condition *condition,
                     const struct condition_node *node)
{
    enum document_kind kind;
    const char *name = condition_node_names(condition, node, &kind);

    return !name || state_document_named(turn->state, kind, name);
}

enum refusal check_condition(const struct turn *turn, const char *text)
{
    struct condition condition;

    if (condition_parse(text, &condition, NULL) < 0)
        return REFUSED_BAD_CONDITION;

    for (size_t i = 0; i < condition.node_count; i++)
        if (!is_there(turn, &condition, &condition.nodes[i]))
            return REFUSED_CONDITION_NAMES_NOTHING;

    return REFUSED_NOT;
}

/* The entry's flow, and whoever talked to the caller last, need no name. */
static bool needs_no_name(const struct target *target)
{
    return target->id == 0 && target->number.text[0] == '\0' &&
           (target->to == TO_FLOW || target->to == TO_AGENT ||
            target->to == TO_BUSY);
}

/* A rule names the queue that calls back, which asks who is led there. */
static enum refusal check_callback_to(const struct turn *turn,
                                      const struct target *target)
{
    const struct event_queue_set *queue = state_queue(turn->state, target->id);

    if (target->number.text[0])
        return REFUSED_BAD_NUMBER;
    if (!queue)
        return REFUSED_NO_QUEUE;

    return calls_back(queue) ? REFUSED_NOT : REFUSED_NOT_CALLED_BACK;
}

static enum refusal check_to(struct turn *turn, const struct target *target)
{
    if (needs_no_name(target))
        return REFUSED_NOT;
    if (target->to == TO_CALLBACK)
        return check_callback_to(turn, target);
    if (target->to == TO_BUSY || (target->to == TO_HANG_UP && target->id))
        return REFUSED_BAD_RULE_TO;

    enum refusal refusal = check_target(turn, target);

    return refusal == REFUSED_TARGET_TYPE ? REFUSED_RULE_TO_TYPE : refusal;
}

static enum refusal check_destinations(struct turn *turn,
                                       const struct event_rule_set *rule)
{
    int64_t shares = 0;

    for (int i = 0; i < RULE_DESTINATIONS; i++) {
        const struct rule_to to = rule_to_at(rule, i);
        const struct target target = { to.to, to.id, *to.number };
        enum refusal refusal = check_to(turn, &target);

        if (refusal)
            return refusal;
        shares += to.share;
    }

    return shares > 0 || rule->asked == RULE_IN_QUEUE ? REFUSED_NOT
                                                      : REFUSED_BAD_RULE_TO;
}

const struct event_rule_set *rule_in_line(const struct rule_line *line,
                                          uint64_t rule_id)
{
    return line->of_draft ? rule_drafted(line->state, rule_id)
                          : state_rule(line->state, rule_id);
}

/* Positions leave room between them. */
enum { POSITION_STEP = 10, POSITION_MAX = 1000000 };

static bool is_earlier(const struct event_rule_set *rule,
                       const struct event_rule_set *before)
{
    return !before || rule_compare(&rule, &before) < 0;
}

/* The highest position of the rules but one, of those before a given one. */
static int64_t last_position(const struct rule_line *line, uint64_t but_id,
                             const struct event_rule_set *before)
{
    const struct event_rule_set *rule;
    struct rule_walk walk;
    int64_t last = 0;

    rule_walk_begin(&walk, line->state, line->of_draft);
    while ((rule = rule_walk_next(&walk)))
        if (rule->id != but_id && is_earlier(rule, before) &&
            rule->position > last)
            last = rule->position;

    return last;
}

void place_rule_last(const struct rule_line *line, struct event_rule_set *rule)
{
    int64_t position = last_position(line, rule->id, NULL) + POSITION_STEP;

    if (rule->position == 0)
        rule->position = position < POSITION_MAX ? position : POSITION_MAX;
}

enum refusal place_rule_before(const struct rule_line *line, uint64_t rule_id,
                               uint64_t before_id,
                               struct event_rule_set *ret_rule)
{
    const struct event_rule_set *rule = rule_in_line(line, rule_id);
    const struct event_rule_set *before = rule_in_line(line, before_id);
    int64_t earlier;

    if (!rule || (before_id && !before))
        return REFUSED_NO_RULE;
    if (rule == before)
        return REFUSED_ALREADY_SO;

    *ret_rule = *rule;
    ret_rule->position = 0;
    if (!before) {
        place_rule_last(line, ret_rule);
        return REFUSED_NOT;
    }

    earlier = last_position(line, rule->id, before);
    if (before->position - earlier < 2)
        return REFUSED_NO_ROOM_THERE;
    ret_rule->position = earlier + (before->position - earlier) / 2;
    return REFUSED_NOT;
}

enum refusal check_rule(struct turn *turn, const struct event_rule_set *rule)
{
    enum refusal refusal;

    if (rule->entry_id && !state_entry(turn->state, rule->entry_id))
        return REFUSED_NO_ENTRY;
    if (rule->valid_until_us && rule->valid_until_us <= rule->valid_from_us)
        return REFUSED_BAD_VALIDITY;
    if (rule->demand.text[0] && check_demand(turn, rule->demand.text))
        return REFUSED_BAD_DEMAND;

    refusal = check_condition(turn, rule->condition.text);
    return refusal ? refusal : check_destinations(turn, rule);
}

/* Where live rules are asked. */
static struct rule_line live_line(const struct turn *turn)
{
    return (struct rule_line){ turn->state, false };
}

enum refusal decide_set_rule(struct turn *turn,
                             const struct command_set_rule *c)
{
    const struct rule_line line = live_line(turn);
    struct event_rule_set rule;
    enum refusal refusal = check_document(turn, DOCUMENT_RULE, c);

    memcpy(&rule, c, sizeof(rule));
    if (!refusal && rule.id == 0 &&
        state_document_count(turn->state, DOCUMENT_RULE) >= RULES_MAX)
        refusal = REFUSED_TOO_MANY;
    if (!refusal)
        refusal = check_rule(turn, &rule);
    if (refusal)
        return refusal;

    place_rule_last(&line, &rule);
    write_document(turn, DOCUMENT_RULE, &rule);
    return REFUSED_NOT;
}

enum refusal decide_move_rule(struct turn *turn,
                              const struct command_move_rule *c)
{
    const struct rule_line line = live_line(turn);
    struct event_rule_set moved;
    enum refusal refusal =
        place_rule_before(&line, c->rule_id, c->before_id, &moved);

    if (!refusal)
        write_document(turn, DOCUMENT_RULE, &moved);
    return refusal;
}

enum refusal decide_remove_rule(struct turn *turn,
                                const struct command_remove_rule *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_RULE, c->id, c->version);

    if (!refusal)
        write_removal(turn, DOCUMENT_RULE, c->id);

    return refusal;
}

bool is_entry_ruled(const struct turn *turn, uint64_t entry_id)
{
    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_RULE]);
         slot; slot = table_next(slot))
        if (((const struct event_rule_set *)(const void *)&slot->head)
                ->entry_id == entry_id)
            return true;

    return false;
}
