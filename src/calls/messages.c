/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers who leave messages: the tone, what they say, and hear of it. */

#include <errno.h>

#include "base/object.h"
#include "calls/inside.h"

enum { NOBODY = 0 };

/* A file to record into is drawn here: the core draws nothing. */
static void queue_beeped(struct calls *calls, uint64_t serial, bool failed)
{
    struct command command = {
        .type = COMMAND_BEEPED,
        .as.beeped.serial = serial,
    };

    if (calls->recorder && !failed)
        object_draw(command.as.beeped.object.text);
    queue_command(calls, &command);
}

static struct party *caller_of(struct calls *calls, const struct effect *effect)
{
    struct party *party = party_find(&calls->parties, effect->call);

    return party && party->has_stream ? party : NULL;
}

void do_beep(struct calls *calls, const struct effect *effect)
{
    struct party *party = caller_of(calls, effect);

    if (party && effect->unheard)
        queue_beeped(calls, effect->serial, false);
    else if (!party || play_once(calls, party, prompts_beep(calls->prompts),
                                 effect->serial) < 0)
        queue_beeped(calls, effect->serial, true);
    else
        party->beeps = true;
}

void message_beeped(struct calls *calls, struct party *party, bool failed)
{
    uint64_t serial = party->playing;

    party->playing = 0;
    party->beeps = false;
    queue_beeped(calls, serial, failed);
}

int message_record(struct calls *calls, struct party *caller,
                   const struct effect *effect)
{
    struct tape *tape = NULL;
    int rc = recorder_begin_alone(calls->recorder, effect->recording_id,
                                  effect->object.text, &tape);
    if (rc < 0)
        return rc;

    /* Refused, the tape ends at once, and the recorder says so. */
    (void)media_record_alone(calls->media, caller->stream, NOBODY, tape,
                             (uint32_t)effect->silence_ms);
    caller->recorded = effect->recording_id;
    return 0;
}

void message_quiet(struct calls *calls, const struct party *party)
{
    const struct command command = {
        .type = COMMAND_SPEAKER_SILENT,
        .as.speaker_silent.recording_id = party->recorded,
    };

    if (party->recorded)
        queue_command(calls, &command);
}

/* Hearing it. */

static void queue_not_heard(struct calls *calls, uint64_t serial)
{
    const struct command command = {
        .type = COMMAND_PROMPT_ENDED,
        .as.prompt_ended = { .serial = serial, .failed = true },
    };

    queue_command(calls, &command);
}

static void silence(struct calls *calls, struct party *party)
{
    (void)media_stop_play(calls->media, party->stream, NOBODY);
    party->playing = 0;
    party->beeps = false;
}

void do_play_message(struct calls *calls, const struct effect *effect)
{
    struct party *party = caller_of(calls, effect);

    if (!party || !calls->recorder ||
        recorder_load(calls->recorder, effect->serial, effect->object.text) <
            0) {
        queue_not_heard(calls, effect->serial);
        return;
    }

    silence(calls, party);
    party->loading = effect->serial;
}

/* What has not begun, or is over, goes on from no other place. */
void do_skip_play(struct calls *calls, const struct effect *effect)
{
    struct party *party = caller_of(calls, effect);

    if (party && party->playing)
        (void)media_control_play(calls->media, party->stream, NOBODY,
                                 MEDIA_PLAY_SKIP, effect->code);
}

static struct party *who_waits(const struct calls *calls, uint64_t serial)
{
    for (size_t i = 0; i < calls->parties.room; i++) {
        struct party *party = party_at(&calls->parties, i);

        if (party && party->loading == serial)
            return party;
    }

    return NULL;
}

bool message_loaded(struct calls *calls, uint64_t serial, struct sound *sound)
{
    struct party *party = who_waits(calls, serial);

    if (!party)
        return false;

    if (!sound || play_once(calls, party, sound, serial) < 0)
        queue_not_heard(calls, serial);
    party->loading = 0;
    sound_unref(sound);
    return true;
}
