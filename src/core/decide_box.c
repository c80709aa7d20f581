/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes: whose they are, and what they say. */

#include <string.h>

#include "core/contact_slot.h"
#include "core/decide_document.h"
#include "core/delivery.h"
#include "core/flow_place.h"
#include "core/greeting.h"
#include "core/house_slots.h"
#include "core/number_plan.h"
#include "core/sending.h"
#include "core/write.h"

/* One box an agent, or a phone would not know which one it is told of. */
static bool has_another(const struct turn *turn, uint64_t agent_id, uint64_t id)
{
    for (size_t i = 0; i < state_document_count(turn->state, DOCUMENT_BOX);
         i++) {
        const struct event_box_set *box =
            state_document_at(turn->state, DOCUMENT_BOX, i);

        if (box->agent_id == agent_id && box->id != id)
            return true;
    }

    return false;
}

static enum refusal check_owner(const struct turn *turn,
                                const struct command_set_box *c)
{
    if (c->agent_id && c->queue_id)
        return REFUSED_TWO_OWNERS;
    if (c->agent_id && !state_agent(turn->state, c->agent_id))
        return REFUSED_NO_AGENT;
    if (c->queue_id && !state_queue(turn->state, c->queue_id))
        return REFUSED_NO_QUEUE;

    return c->agent_id && has_another(turn, c->agent_id, c->id)
               ? REFUSED_BOX_TAKEN
               : REFUSED_NOT;
}

static enum refusal check_greetings(const struct turn *turn,
                                    const struct command_set_box *c)
{
    const uint64_t prompts[] = { c->greeting_id, c->busy_id, c->closed_id,
                                 c->holiday_id };
    struct event_box_set box;

    for (size_t i = 0; i < sizeof(prompts) / sizeof(prompts[0]); i++)
        if (prompts[i] && !state_prompt(turn->state, prompts[i]))
            return REFUSED_NO_PROMPT;

    /* a command to set a document is that document */
    memcpy(&box, c, sizeof(box));
    return check_greeting_days(&box);
}

static enum refusal check_ways(const struct command_set_box *c)
{
    if (!is_mail_list(c->mail_to.text))
        return REFUSED_BAD_MAIL;

    return is_webhook(c->webhook.text) ? REFUSED_NOT : REFUSED_BAD_WEBHOOK;
}

static enum refusal check_operator(const struct turn *turn,
                                   const struct command_set_box *c)
{
    switch (c->operator_to) {
    case TO_HANG_UP:
        return c->operator_id ? REFUSED_BAD_VALUE : REFUSED_NOT;
    case TO_QUEUE:
        return state_queue(turn->state, c->operator_id) ? REFUSED_NOT
                                                        : REFUSED_NO_QUEUE;
    case TO_FLOW:
        if (!state_flow(turn->state, c->operator_id))
            return REFUSED_NO_FLOW;
        return flow_fits(turn, c->operator_id, FLOW_FOR_OPERATOR)
                   ? REFUSED_NOT
                   : REFUSED_OPERATOR_TYPE;
    default:
        return REFUSED_BAD_OPERATOR;
    }
}

enum refusal decide_set_box(struct turn *turn, const struct command_set_box *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_BOX, c);

    if (!refusal)
        refusal = check_owner(turn, c);
    if (!refusal)
        refusal = check_extension(turn, DOCUMENT_BOX, c->id, &c->extension);
    if (!refusal)
        refusal = check_greetings(turn, c);
    if (!refusal)
        refusal = check_operator(turn, c);
    if (!refusal)
        refusal = check_ways(c);
    if (!refusal)
        write_document(turn, DOCUMENT_BOX, c);

    return refusal;
}

bool is_of_a_box(const struct turn *turn, enum destination to, uint64_t id)
{
    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_BOX]);
         slot; slot = table_next(slot)) {
        const struct event_box_set *box = (const void *)&slot->head;

        if ((box->operator_to == to && box->operator_id == id) ||
            (to == TO_QUEUE && box->queue_id == id) ||
            (to == TO_AGENT && box->agent_id == id))
            return true;
    }

    return false;
}

static bool has_caller(const struct turn *turn, uint64_t box_id)
{
    for (const struct contact_slot *c = table_first(&turn->state->contacts); c;
         c = table_next(c))
        if (c->row.place != PLACE_ENDED &&
            (c->row.box_id == box_id ||
             (c->row.to == TO_VOICEMAIL && c->row.to_id == box_id)))
            return true;

    return false;
}

enum refusal decide_remove_box(struct turn *turn,
                               const struct command_remove_box *c)
{
    enum refusal refusal = check_removal(turn, DOCUMENT_BOX, c->id, c->version);

    if (refusal)
        return refusal;
    if (state_mailbox(turn->state, c->id)->rows > 0)
        return REFUSED_BOX_NOT_EMPTY;
    if (has_caller(turn, c->id) ||
        is_target(turn->state, TO_VOICEMAIL, c->id) ||
        is_in_a_flow(turn, DOCUMENT_BOX, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_BOX, c->id);
    return REFUSED_NOT;
}
