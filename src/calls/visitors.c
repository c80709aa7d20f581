/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phones that we call, and whose leg is then as a caller's is. */

#include "calls/inside.h"

void visitor_answered(struct calls *calls, const struct party *party)
{
    const struct command command = {
        .type = COMMAND_LEG_ANSWERED,
        .as.leg_answered = { .serial = party->serial, .call = party->id },
    };

    queue_command(calls, &command);
}

/* The leg is gone: nobody picked up, or whoever did has hung up. */
void visitor_ended(struct calls *calls, struct party *party,
                   enum offer_result result)
{
    if (!party->is_answered && !party->end_serial) {
        queue_failed(calls, party->serial, result);
        party->told_gone = true;
    }
    party_gone(calls, party);
}

static void call(struct calls *calls, const struct effect *effect)
{
    const struct leg_call how = {
        .caller = effect->label.text[0] ? "flow" : "voicemail",
        .caller_name = effect->label.text,
        .auto_answer = effect->auto_answer,
    };
    struct party *party = callee_add(calls, PARTY_VISITOR, effect);

    if (party)
        callee_ring(calls, party, effect->device_id, &how);
    else
        queue_failed(calls, effect->serial, OFFER_FAILED);
}

void do_call_visitor(struct calls *calls, const struct effect *effect)
{
    struct party *party;

    if (!effect->granted_by) {
        call(calls, effect);
        return;
    }

    party = line_lend(calls, effect, PARTY_VISITOR);
    if (party)
        visitor_answered(calls, party);
    else
        queue_failed(calls, effect->serial, OFFER_FAILED);
}
