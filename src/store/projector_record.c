/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each event says about recordings. */

#include "store/projector_scene.h"

static struct recording_projection *change_recording(struct scene *scene,
                                                     enum change_kind kind,
                                                     uint64_t recording_id,
                                                     enum recording_state state)
{
    struct recording_projection *row = &scene_add(scene, kind)->row.recording;

    row->recording_id = recording_id;
    row->state = state;
    return row;
}

static void note_started(struct scene *scene,
                         const struct event_recording_started *e)
{
    struct recording_projection *row = change_recording(
        scene, CHANGE_RECORDING_STARTED, e->recording_id, RECORDING_RUNS);

    row->contact_id = e->contact_id;
    row->agent_id = e->agent_id;
    row->queue_id = e->queue_id;
    row->object = e->object;
    row->box_id = e->box_id;
    row->began_us = scene->event->at_us;
    row->began_wall_us = scene_wall_us(scene, scene->event->at_us);
}

static void note_ended(struct scene *scene,
                       const struct event_recording_ended *e)
{
    struct recording_projection *row =
        change_recording(scene, CHANGE_RECORDING_ENDED, e->recording_id,
                         e->length_us > 0 ? RECORDING_KEPT : RECORDING_LOST);

    row->length_us = e->length_us;
    row->lost_us = e->lost_us;
    row->bytes = e->bytes;
    row->digest = e->digest;
    row->peaks = e->peaks;
    row->repaired = e->repaired;
}

/* Whoever leaves a message has said all; only then the row has none. */
static void note_spoken(struct scene *scene)
{
    uint64_t before = scene->contact_before.recording_id;

    if (before && (!scene->contact || scene->contact->recording_id != before))
        (void)change_recording(scene, CHANGE_RECORDING_ENDING, before,
                               RECORDING_ENDS);
}

void scene_note_recording(struct scene *scene)
{
    const struct event *event = scene->event;

    switch (event->type) {
    case EVENT_RECORDING_STARTED:
        if (!event->as.recording_started.is_take)
            note_started(scene, &event->as.recording_started);
        break;
    case EVENT_RECORDING_RESUMED:
        change_recording(scene, CHANGE_RECORDING_PAUSED,
                         event->as.recording_resumed.recording_id,
                         RECORDING_RUNS)
            ->paused_us = event->as.recording_resumed.paused_us;
        break;
    case EVENT_TALK_ENDED:
        if (scene->contact_before.recording_id)
            (void)change_recording(scene, CHANGE_RECORDING_ENDING,
                                   scene->contact_before.recording_id,
                                   RECORDING_ENDS);
        break;
    case EVENT_UTTERANCE_WENT_ON:
        if (event->as.utterance_went_on.stage == UTTERANCE_SAVING)
            (void)change_recording(scene, CHANGE_RECORDING_ENDING,
                                   scene->contact_before.recording_id,
                                   RECORDING_ENDS);
        break;
    case EVENT_STEP_ENDED:
    case EVENT_CONTACT_ENDED:
    case EVENT_VOICEMAIL_WENT_ON:
    case EVENT_VOICEMAIL_LEFT:
        note_spoken(scene);
        break;
    case EVENT_RECORDING_ENDED:
        note_ended(scene, &event->as.recording_ended);
        break;
    case EVENT_RECORDING_DELETED:
        (void)change_recording(scene, CHANGE_RECORDING_DELETED,
                               event->as.recording_deleted.recording_id,
                               RECORDING_DELETED);
        break;
    default:
        break;
    }
}
