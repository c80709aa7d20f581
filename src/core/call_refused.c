/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is told of a call that is refused: to who calls, and to an agent whose
   own phone it is. */

#include <stdio.h>

#include "core/decide_inside.h"
#include "core/write.h"

enum {
    SIP_FORBIDDEN = 403,
    SIP_NOT_FOUND = 404,
    SIP_UNAVAILABLE_NOW = 480,
    SIP_BUSY_HERE = 486,
};

/* What a phone of ours is told. */
static int code_for(enum refusal refusal)
{
    switch (refusal) {
    case REFUSED_AGENT_BUSY:
    case REFUSED_LISTENER_BUSY:
    case REFUSED_COLLEAGUE_BUSY:
    case REFUSED_LED_TO_BUSY:
    case REFUSED_QUEUE_IS_FULL:
        return SIP_BUSY_HERE;
    case REFUSED_AGENT_NOT_THERE:
    case REFUSED_SERVES_NO_QUEUE:
    case REFUSED_NOTHING_RINGS:
        return SIP_UNAVAILABLE_NOW;
    case REFUSED_BAD_NUMBER:
    case REFUSED_NO_EXTENSION:
    case REFUSED_NOBODY_CALLED:
    case REFUSED_CALLER_WITHHELD:
    case REFUSED_NO_OWN_BOX:
    case REFUSED_NO_ENTRY:
    case REFUSED_NO_AGENT:
    case REFUSED_NO_WAY_OUT:
        return SIP_NOT_FOUND;
    default:
        return SIP_FORBIDDEN;
    }
}

/* The display of a phone of ours says why: the refusal's code. */
static void ask_to_reject(struct turn *turn, uint64_t call, uint64_t id,
                          int code, enum refusal refusal, bool is_ours)
{
    struct effect effect = {
        .type = EFFECT_REJECT, .contact_id = id, .call = call, .code = code
    };

    if (is_ours)
        snprintf(effect.label.text, sizeof(effect.label.text), "%s",
                 refusal_text(refusal)->code);
    outbox_add_effect(turn->outbox, &effect);
}

void write_no_way(struct turn *turn, const struct command_contact_arrives *c,
                  enum refusal refusal)
{
    int code = code_for(refusal);

    WRITE(turn, CONTACT_ENDED, contact_ended,
          { .contact_id = turn->made_id,
            .cause = code == SIP_NOT_FOUND ? END_NO_ENTRY : END_NOT_ALLOWED,
            .place = PLACE_IVR });
    ask_to_reject(turn, c->call, turn->made_id, code, refusal,
                  c->device_id != 0);
}

void write_turned_away(struct turn *turn, const struct contact_row *contact,
                       enum refusal refusal)
{
    int code = code_for(refusal);

    write_over(turn, contact,
               code == SIP_NOT_FOUND ? END_NO_ENTRY : END_NOT_ALLOWED, true);
    ask_to_reject(turn, contact->call, contact->contact_id, code, refusal,
                  contact->device_id != 0);
}

void write_call_refused(struct turn *turn,
                        const struct command_contact_arrives *c,
                        enum refusal refusal)
{
    struct event event = {
        .type = EVENT_CALL_REFUSED,
        .as.call_refused = {
            .agent_id = state_agent_of_device(turn->state, c->device_id),
            .contact_id = turn->made_id,
        },
    };
    struct name *refused = &event.as.call_refused.refused;

    if (c->device_id == 0 || event.as.call_refused.agent_id == 0)
        return;

    snprintf(refused->text, sizeof(refused->text), "%s",
             refusal_text(refusal)->code);
    outbox_add_event(turn->outbox, &event);
}
