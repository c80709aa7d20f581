/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines: called, lent, given back, and gone. */

#include <assert.h>

#include "calls/inside.h"

enum { NOBODY = 0 };

void do_call_line(struct calls *calls, const struct effect *effect)
{
    const struct leg_call how = { .caller = "line", .caller_name = "" };
    struct party *party = callee_add(calls, PARTY_AGENT, effect);

    if (!party) {
        queue_failed(calls, effect->serial, OFFER_FAILED);
        return;
    }

    party->line = effect->serial;
    callee_ring(calls, party, effect->device_id, &how);
}

bool line_stands(const struct party *party)
{
    return party->line != 0 && party->serial == party->line;
}

bool line_is_lent_as(const struct party *party, uint64_t serial)
{
    return party->line != 0 && party->serial == serial &&
           party->serial != party->line;
}

struct party *line_party(struct calls *calls, uint64_t serial)
{
    struct party *party = party_by_serial(&calls->parties, serial);

    return party ? party : party_of_line(&calls->parties, serial);
}

/* The core believes in a line that is not there. */
static void tell_gone(struct calls *calls, uint64_t line)
{
    if (!party_of_line(&calls->parties, line))
        queue_failed(calls, line, OFFER_FAILED);
}

struct party *line_lend(struct calls *calls, const struct effect *effect,
                        enum party_kind kind)
{
    struct party *party = party_by_serial(&calls->parties, effect->granted_by);

    if (!party || !line_stands(party) || !party->leg || !party->is_answered ||
        party->end_serial) {
        tell_gone(calls, effect->granted_by);
        return NULL;
    }

    party_rename(&calls->parties, party, effect->serial);
    party->kind = kind;
    party->contact_id = effect->contact_id;
    party->call = effect->call;
    tracing_party(calls, party);
    secrecy_named(calls, party);
    return party;
}

void do_lend_line(struct calls *calls, const struct effect *effect)
{
    if (line_lend(calls, effect, PARTY_AGENT))
        queue_serial(calls, COMMAND_LEG_ANSWERED, effect->serial);
    else
        queue_failed(calls, effect->serial, OFFER_FAILED);
}

void line_give_back(struct calls *calls, struct party *party)
{
    assert(party->line && party->serial != party->line);

    if (party->was_referred && party->leg)
        leg_refer_result(party->leg, 200);
    media_unbridge(calls->media, party->stream, NOBODY);
    media_stop_play(calls->media, party->stream, NOBODY);
    media_mute(calls->media, party->stream, NOBODY, false);
    sound_unref(party->listener.sound);

    party->listener.sound = NULL;
    party->listener.agent_id = 0;
    party->listener.is_paused = false;
    party->was_referred = false;
    party->hears_sound = false;
    party->playing = 0;
    party->loading = 0;
    party->recorded = 0;
    party->beeps = false;
    party->told_secrecy = false;
    party->with = 0;
    party->kind = PARTY_AGENT;
    party->contact_id = 0;
    party->call = 0;
    party_rename(&calls->parties, party, party->line);
}

/* A phone that hung up did so by somebody's will. */
void line_ended(struct calls *calls, const struct party *party,
                const struct leg_end *end)
{
    if (end->cause == LEG_PEER_HUNG_UP)
        queue_serial(calls, COMMAND_LEG_HUNG_UP, party->line);
    else
        queue_failed(calls, party->line, OFFER_FAILED);
}

void line_lost(struct calls *calls, const struct party *party)
{
    const struct command command = {
        .type = COMMAND_LEG_HUNG_UP,
        .as.leg_hung_up = { .serial = party->line, .media_lost = true },
    };

    if (party->line)
        queue_command(calls, &command);
}
