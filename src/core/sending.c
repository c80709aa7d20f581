/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Destinations: whether they can stand, and who names them. */

#include "core/sending.h"

#include "core/decide_document.h"
#include "core/flow_place.h"
#include "core/house_slots.h"
#include "core/rule.h"
#include "core/way_out.h"

static enum refusal check_number(struct turn *turn, const struct target *target)
{
    struct way_out way;

    if (target->id)
        return REFUSED_BAD_TARGET;

    return find_way_of_house(turn, &target->number, &way);
}

/* Of those that one is named of. */
static enum refusal check_named(const struct turn *turn,
                                const struct target *target)
{
    enum refusal refusal;

    switch (target->to) {
    case TO_QUEUE:
        return state_queue(turn->state, target->id) ? REFUSED_NOT
                                                    : REFUSED_NO_QUEUE;
    case TO_FLOW:
        refusal = check_flow(turn, target->id);
        return !refusal && !flow_fits(turn, target->id, FLOW_FOR_SENDING)
                   ? REFUSED_TARGET_TYPE
                   : refusal;
    case TO_VOICEMAIL:
        return state_box(turn->state, target->id) ? REFUSED_NOT
                                                  : REFUSED_NO_BOX;
    case TO_AGENT:
        return state_agent(turn->state, target->id) ? REFUSED_NOT
                                                    : REFUSED_NO_AGENT;
    case TO_ANNOUNCEMENT:
        return state_prompt(turn->state, target->id) ? REFUSED_NOT
                                                     : REFUSED_NO_PROMPT;
    case TO_HANG_UP:
    case TO_NUMBER:
    case TO_BUSY:
    case TO_CALLBACK:
        break;
    }

    return REFUSED_NO_SUCH_WAY;
}

enum refusal check_target_now(struct turn *turn, const struct target *target)
{
    bool has_number = target->number.text[0] != '\0';

    if (target->to == TO_NUMBER)
        return check_number(turn, target);
    if (has_number)
        return REFUSED_BAD_NUMBER;
    if (target->to == TO_HANG_UP || target->to == TO_CALLBACK)
        return target->id ? REFUSED_BAD_TARGET : REFUSED_NOT;

    return check_named(turn, target);
}

/* Rules are kept at night, too; whoever is led there then is not sent. */
enum refusal check_target(struct turn *turn, const struct target *target)
{
    const struct suspicion before = turn->suspicion;
    enum refusal refusal = check_target_now(turn, target);

    if (!way_out_will_pass(refusal))
        return refusal;

    turn->suspicion = before;
    return REFUSED_NOT;
}

static bool is_overflow(const struct state *state, enum destination to,
                        uint64_t id)
{
    for (const struct document_slot *slot =
             table_first(&state->documents[DOCUMENT_QUEUE]);
         slot; slot = table_next(slot)) {
        const struct event_queue_set *queue = (const void *)&slot->head;

        if (queue->overflow_to == to && queue->overflow_id == id)
            return true;
    }

    return false;
}

static bool is_ruled(const struct state *state, enum destination to,
                     uint64_t id)
{
    for (const struct document_slot *slot =
             table_first(&state->documents[DOCUMENT_QUEUE_RULE]);
         slot; slot = table_next(slot)) {
        const struct event_queue_rule_set *rule = (const void *)&slot->head;

        if (rule->target == to && rule->target_id == id)
            return true;
    }

    return false;
}

/* Who is asked whether to be called back is asked for a queue. */
static bool leads_there(enum destination is, enum destination to)
{
    return is == to || (is == TO_CALLBACK && to == TO_QUEUE);
}

static bool is_led_to(const struct state *state, enum destination to,
                      uint64_t id)
{
    for (const struct document_slot *slot =
             table_first(&state->documents[DOCUMENT_RULE]);
         slot; slot = table_next(slot))
        for (int i = 0; i < RULE_DESTINATIONS; i++) {
            const struct rule_to is = rule_to_at((const void *)&slot->head, i);

            if (is.id == id && leads_there(is.to, to))
                return true;
        }

    return false;
}

bool is_target(const struct state *state, enum destination to, uint64_t id)
{
    return is_overflow(state, to, id) || is_ruled(state, to, id) ||
           is_led_to(state, to, id);
}
