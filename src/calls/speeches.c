/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers who are told a text: it is spoken elsewhere, and played here. */

#include <assert.h>

#include "calls/inside.h"

/* What plays goes on meanwhile, and its end is nobody's business any more. */
void do_say(struct calls *calls, const struct effect *effect)
{
    const struct command failed = {
        .type = COMMAND_PROMPT_ENDED,
        .as.prompt_ended = { .serial = effect->serial, .failed = true },
    };
    struct party *party = party_find(&calls->parties, effect->call);

    if (!party || !party->has_stream) {
        queue_command(calls, &failed);
        return;
    }

    party->playing = 0;
    party->beeps = false;
    party->loading = effect->serial;
}

void calls_give_speech(struct calls *calls, uint64_t serial,
                       struct sound *speech)
{
    assert(calls && serial);

    if (!message_loaded(calls, serial, speech))
        sound_unref(speech);
}
