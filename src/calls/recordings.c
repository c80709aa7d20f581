/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recordings: the two legs of a talk, and what the recorder tells of them. */

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/entropy.h"
#include "calls/inside.h"

enum { NOBODY = 0 };

static const int64_t US_PER_S = 1000000;

/* What a recording would need is drawn here: the core draws nothing. */
void queue_bridged(struct calls *calls, uint64_t serial)
{
    struct command command = { .type = COMMAND_BRIDGED };
    struct command_bridged *bridged = &command.as.bridged;
    uint64_t random;

    bridged->serial = serial;
    if (calls->recorder) {
        entropy_bytes(&random, sizeof(random));
        bridged->draw = (int64_t)(random % 100);
        object_draw(bridged->object.text);
    }
    queue_command(calls, &command);
}

static void queue_nothing_kept(struct calls *calls, uint64_t recording_id)
{
    const struct command command = {
        .type = COMMAND_RECORDED,
        .as.recorded.recording_id = recording_id,
    };

    queue_command(calls, &command);
}

/* Whoever's leg is on the right channel, or is recorded alone; NULL when it
   has gone. */
static struct party *right_of(struct calls *calls, const struct effect *effect)
{
    struct party *party =
        effect->granted_by
            ? party_by_serial(&calls->parties, effect->granted_by)
            : party_find(&calls->parties, effect->call);

    return party && party->has_stream ? party : NULL;
}

static int begin(struct calls *calls, const struct party *caller,
                 const struct party *agent, const struct effect *effect)
{
    struct tape *tape = NULL;
    int rc = recorder_begin(calls->recorder, effect->recording_id,
                            effect->object.text, &tape);
    if (rc < 0)
        return rc;

    /* Refused, the tape ends at once, and the recorder says so. */
    (void)media_record(calls->media, agent->stream, caller->stream, NOBODY,
                       tape);
    return 0;
}

static int record(struct calls *calls, const struct effect *effect)
{
    struct party *caller = party_find(&calls->parties, effect->call);
    const struct party *agent = right_of(calls, effect);

    if (!calls->recorder || !caller || !caller->has_stream)
        return -ENOENT;
    if (!effect->granted_by)
        return message_record(calls, caller, effect);

    return agent ? begin(calls, caller, agent, effect) : -ENOENT;
}

void do_record(struct calls *calls, const struct effect *effect)
{
    if (record(calls, effect) < 0)
        queue_nothing_kept(calls, effect->recording_id);
}

static void pause_recording(struct calls *calls, const struct effect *effect,
                            bool pause)
{
    const struct party *agent = right_of(calls, effect);

    if (agent)
        (void)media_pause_record(calls->media, agent->stream, NOBODY, pause);
}

void do_pause_recording(struct calls *calls, const struct effect *effect)
{
    pause_recording(calls, effect, true);
}

void do_resume_recording(struct calls *calls, const struct effect *effect)
{
    pause_recording(calls, effect, false);
}

void do_stop_recording(struct calls *calls, const struct effect *effect)
{
    const struct party *agent = right_of(calls, effect);

    if (agent)
        (void)media_stop_record(calls->media, agent->stream, NOBODY);
}

/* Without memory it stays as it is until the next start. */
void do_repair_recording(struct calls *calls, const struct effect *effect)
{
    if (calls->recorder)
        (void)recorder_repair(calls->recorder, effect->recording_id,
                              effect->object.text);
}

void do_remove_recording(struct calls *calls, const struct effect *effect)
{
    if (calls->recorder)
        (void)recorder_remove(calls->recorder, effect->recording_id,
                              effect->object.text);
}

/* What the recorder tells. */

static int64_t span_us(int64_t samples)
{
    return samples * US_PER_S / TAPE_RATE_HZ;
}

static void take_finished(struct calls *calls,
                          const struct recorder_event *event)
{
    const struct recording_facts *facts = &event->facts;
    struct command command = { .type = COMMAND_RECORDED };
    struct command_recorded *recorded = &command.as.recorded;

    recorded->recording_id = event->id;
    if (facts->bytes > 0) {
        recorded->length_us = span_us(facts->samples);
        recorded->lost_us = span_us(event->lost);
        recorded->bytes = facts->bytes;
        recorded->repaired = event->repaired;
        memcpy(recorded->digest.text, facts->digest, sizeof(facts->digest));
        (void)snprintf(recorded->peaks.text, sizeof(recorded->peaks.text),
                       "%s %s", facts->peaks[TAPE_LEFT],
                       facts->peaks[TAPE_RIGHT]);
    }
    queue_command(calls, &command);
}

static void take_event(struct calls *calls, const struct recorder_event *event)
{
    struct command command = { .type = COMMAND_RECORDING_LOSES };

    switch (event->type) {
    case RECORDER_LOSES:
        command.as.recording_loses.recording_id = event->id;
        command.as.recording_loses.refused = event->error != 0;
        queue_command(calls, &command);
        break;
    case RECORDER_FINISHED:
        take_finished(calls, event);
        break;
    case RECORDER_LOADED:
        listener_loaded(calls, event);
        break;
    case RECORDER_REMOVED:
        command.type = COMMAND_RECORDING_REMOVED;
        command.as.recording_removed.recording_id = event->id;
        queue_command(calls, &command);
        break;
    }
}

void recordings_take_events(struct calls *calls)
{
    struct recorder_event event;

    while (recorder_next_event(calls->recorder, &event))
        take_event(calls, &event);
}

void calls_recorder_status(const struct calls *calls,
                           struct recorder_status *ret_status)
{
    assert(calls && ret_status);

    *ret_status = (struct recorder_status){ 0 };
    if (calls->recorder)
        recorder_status(calls->recorder, ret_status);
}
