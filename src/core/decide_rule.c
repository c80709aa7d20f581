/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules, and the calendars and caller lists that their conditions name. */

#include <string.h>

#include "core/calendar.h"
#include "core/callback.h"
#include "core/decide_document.h"
#include "core/house_slots.h"
#include "core/rule.h"
#include "core/sending.h"
#include "core/write.h"

/* Calendars. */

enum refusal decide_set_calendar(struct turn *turn,
                                 const struct command_set_calendar *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_CALENDAR, c);
    struct calendar calendar;

    if (refusal)
        return refusal;
    if (loses_name(turn, DOCUMENT_CALENDAR, c))
        return REFUSED_IN_USE;
    if (!rule_book_zone(turn->book, c->zone.text))
        return REFUSED_NO_ZONE;
    if (calendar_parse((const void *)c, &calendar, NULL) < 0)
        return REFUSED_BAD_CALENDAR;

    write_document(turn, DOCUMENT_CALENDAR, c);
    return REFUSED_NOT;
}

enum refusal decide_remove_calendar(struct turn *turn,
                                    const struct command_remove_calendar *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_CALENDAR, c->id, c->version);

    if (refusal)
        return refusal;
    if (is_named(turn, DOCUMENT_CALENDAR, c->id) ||
        is_of_callbacks(turn->state, DOCUMENT_CALENDAR, c->id) ||
        is_in_a_flow(turn, DOCUMENT_CALENDAR, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_CALENDAR, c->id);
    return REFUSED_NOT;
}

/* Caller lists. */

static bool is_code(const char *country)
{
    return country[0] == '\0' ||
           (country[0] != '0' &&
            country[strspn(country, "0123456789")] == '\0');
}

static enum refusal check_numbers(const struct turn *turn,
                                  const struct command_set_caller_list *c)
{
    const struct caller_list *list = rule_book_list(turn->book, c->digest.text);

    if (c->digest.text[0] == '\0')
        return c->numbers ? REFUSED_LIST_NOT_STORED : REFUSED_NOT;

    return list && (int64_t)list->count == c->numbers ? REFUSED_NOT
                                                      : REFUSED_LIST_NOT_STORED;
}

static bool is_list_in_use(const struct turn *turn, uint64_t id)
{
    const struct event_caller_list_set *list =
        state_caller_list(turn->state, id);

    return list && (rule_book_names(turn->book, DOCUMENT_CALLER_LIST,
                                    list->name.text) ||
                    is_in_a_flow(turn, DOCUMENT_CALLER_LIST, id));
}

enum refusal decide_set_caller_list(struct turn *turn,
                                    const struct command_set_caller_list *c)
{
    const struct event_caller_list_set *is =
        state_caller_list(turn->state, c->id);
    enum refusal refusal = check_document(turn, DOCUMENT_CALLER_LIST, c);

    if (refusal)
        return refusal;
    if (!is_code(c->country.text))
        return REFUSED_BAD_VALUE;
    if (is && strcmp(is->name.text, c->name.text) != 0 &&
        is_list_in_use(turn, c->id))
        return REFUSED_IN_USE;

    refusal = check_numbers(turn, c);
    if (!refusal)
        write_document(turn, DOCUMENT_CALLER_LIST, c);

    return refusal;
}

enum refusal decide_remove_caller_list(
    struct turn *turn, const struct command_remove_caller_list *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_CALLER_LIST, c->id, c->version);

    if (refusal)
        return refusal;
    if (is_list_in_use(turn, c->id) ||
        is_of_callbacks(turn->state, DOCUMENT_CALLER_LIST, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_CALLER_LIST, c->id);
    return REFUSED_NOT;
}

/* Rules. */

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

static enum refusal check_to(struct turn *turn, const struct target *target)
{
    if (needs_no_name(target))
        return REFUSED_NOT;
    if (target->to == TO_BUSY || target->to == TO_CALLBACK ||
        (target->to == TO_HANG_UP && target->id))
        return REFUSED_BAD_RULE_TO;

    return check_target(turn, target);
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

/* Positions leave room between them. */
enum { POSITION_STEP = 10, POSITION_MAX = 1000000 };

/* The highest position of the rules but one. */
static int64_t last_position(const struct turn *turn, uint64_t but_id)
{
    int64_t last = 0;

    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_RULE]);
         slot; slot = table_next(slot)) {
        const struct event_rule_set *rule = (const void *)&slot->head;

        if (rule->id != but_id && rule->position > last)
            last = rule->position;
    }

    return last;
}

static int64_t end_position(const struct turn *turn, uint64_t but_id)
{
    int64_t position = last_position(turn, but_id) + POSITION_STEP;

    return position < POSITION_MAX ? position : POSITION_MAX;
}

static void write_rule(struct turn *turn, const struct event_rule_set *rule)
{
    struct event_rule_set placed = *rule;

    if (placed.position == 0)
        placed.position = end_position(turn, placed.id);
    write_document(turn, DOCUMENT_RULE, &placed);
}

static enum refusal check_rule(const struct turn *turn,
                               const struct command_set_rule *c)
{
    if (c->id == 0 &&
        state_document_count(turn->state, DOCUMENT_RULE) >= RULES_MAX)
        return REFUSED_TOO_MANY;
    if (c->entry_id && !state_entry(turn->state, c->entry_id))
        return REFUSED_NO_ENTRY;
    if (c->valid_until_us && c->valid_until_us <= c->valid_from_us)
        return REFUSED_BAD_VALIDITY;

    if (c->demand.text[0] && check_demand(turn, c->demand.text))
        return REFUSED_BAD_DEMAND;

    return check_condition(turn, c->condition.text);
}

enum refusal decide_set_rule(struct turn *turn,
                             const struct command_set_rule *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_RULE, c);

    if (!refusal)
        refusal = check_rule(turn, c);
    if (!refusal)
        refusal = check_destinations(turn, (const void *)c);
    if (!refusal)
        write_rule(turn, (const void *)c);

    return refusal;
}

/* Where rules that are asked before a given one end. */
static int64_t position_before(const struct turn *turn,
                               const struct event_rule_set *before,
                               uint64_t but_id)
{
    int64_t last = 0;

    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_RULE]);
         slot; slot = table_next(slot)) {
        const struct event_rule_set *rule = (const void *)&slot->head;
        bool is_earlier =
            rule->position < before->position ||
            (rule->position == before->position && rule->id < before->id);

        if (rule->id != but_id && is_earlier && rule->position > last)
            last = rule->position;
    }

    return last;
}

enum refusal decide_move_rule(struct turn *turn,
                              const struct command_move_rule *c)
{
    const struct event_rule_set *rule = state_rule(turn->state, c->rule_id);
    const struct event_rule_set *before = state_rule(turn->state, c->before_id);
    struct event_rule_set moved;
    int64_t earlier;

    if (!rule || (c->before_id && !before))
        return REFUSED_NO_RULE;
    if (rule == before)
        return REFUSED_ALREADY_SO;

    moved = *rule;
    moved.position = 0;
    if (before) {
        earlier = position_before(turn, before, rule->id);
        if (before->position - earlier < 2)
            return REFUSED_NO_ROOM_THERE;
        moved.position = earlier + (before->position - earlier) / 2;
    }

    write_rule(turn, &moved);
    return REFUSED_NOT;
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
