/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who left a message inside is called back by the agent's own phone. */

#include "core/decide_inside.h"
#include "core/visit.h"
#include "core/voicemail.h"

/* Who has no extension is whoever had that phone then: at a desk that is shared
   it is somebody else's by now. */
static struct planned plan_phone(const struct turn *turn,
                                 const struct message_row *message)
{
    uint64_t agent_id = message_left_by(turn->state, message);

    return (struct planned){ .kind = agent_id ? PLAN_AGENT : PLAN_NOTHING,
                             .id = agent_id };
}

uint64_t message_left_by(const struct state *state,
                         const struct message_row *message)
{
    return state_agent(state, message->left_by_id) ? message->left_by_id : 0;
}

/* The extension is whose it is now; an agent's, since none but those speak. */
enum refusal plan_message_caller(const struct turn *turn, uint64_t device_id,
                                 const struct message_row *message,
                                 struct planned *ret_planned)
{
    struct planned planned =
        message->caller.text[0]
            ? plan_number(turn->state, device_id, message->caller.text)
            : plan_phone(turn, message);

    if (planned.kind != PLAN_AGENT)
        return REFUSED_EXTENSION_GONE;

    planned.number = message->caller;
    *ret_planned = planned;
    return REFUSED_NOT;
}

/* Whom it is about is known: nobody is to be chosen, as who transfers does. */
static enum refusal words_of_call_back(enum refusal refusal)
{
    switch (refusal) {
    case REFUSED_TO_ONESELF:
        return REFUSED_OWN_MESSAGE;
    case REFUSED_AGENT_NOT_THERE:
        return REFUSED_CALLER_AWAY;
    case REFUSED_SERVES_NO_QUEUE:
    case REFUSED_COLLEAGUE_BUSY:
        return REFUSED_CALLER_BUSY;
    default:
        return refusal;
    }
}

/* As if the agent's phone were about to dial it. */
static enum refusal check_call(const struct turn *turn, uint64_t agent_id,
                               const struct message_row *message,
                               struct planned *ret_planned)
{
    enum refusal refusal = check_visitor(turn, agent_id);
    uint64_t device_id =
        refusal ? 0 : state_agent(turn->state, agent_id)->device_id;

    if (!refusal)
        refusal = plan_message_caller(turn, device_id, message, ret_planned);

    return refusal
               ? refusal
               : words_of_call_back(check_inside(turn, device_id, ret_planned));
}

enum refusal decide_call_colleague_back(struct turn *turn, uint64_t agent_id,
                                        const struct message_row *message)
{
    struct planned planned;
    enum refusal refusal = check_call(turn, agent_id, message, &planned);

    if (refusal)
        return refusal;

    write_visitor_called(turn, state_agent(turn->state, agent_id),
                         &(struct visitor){
                             .box_id = message->box_id,
                             .colleague_id = planned.id,
                             .called = planned.number,
                         });
    write_message_called_back(turn, message->message_id, agent_id,
                              turn->made_id);
    return REFUSED_NOT;
}

/* It is as if that phone had called the extension, and been answered. */
void write_colleague_called_back(struct turn *turn,
                                 const struct contact_row *contact,
                                 const struct visit_row *visit)
{
    WRITE(turn, VISIT_ENDED, visit_ended,
          { .contact_id = contact->contact_id,
            .box_id = visit->box_id,
            .for_us = turn->now_us - contact->place_since_us });
    write_inside_connected(turn, contact);
}
