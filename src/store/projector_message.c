/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each event says about messages. */

#include "store/projector_scene.h"

static struct message_projection *change_message(struct scene *scene,
                                                 enum change_kind kind,
                                                 uint64_t message_id)
{
    struct message_projection *row = &scene_add(scene, kind)->row.message;

    row->message_id = message_id;
    return row;
}

static void note_left(struct scene *scene, const struct event_message_left *e)
{
    struct message_projection *row =
        change_message(scene, CHANGE_MESSAGE_LEFT, e->message_id);

    row->box_id = e->box_id;
    row->contact_id = e->contact_id;
    row->left_wall_us = scene_wall_us(scene, scene->event->at_us);
    row->state = MESSAGE_NEW;
    row->urgent = e->urgent;
    row->agent_id = e->agent_id;
}

static void note_forwarded(struct scene *scene,
                           const struct event_message_forwarded *e)
{
    struct message_projection *row =
        change_message(scene, CHANGE_MESSAGE_FORWARDED, e->message_id);

    row->box_id = e->to_id;
    row->state = MESSAGE_NEW;
    row->agent_id = e->agent_id;
    row->note_seq = (int64_t)scene->event->seq;
    row->note = e->note;
}

static void note_transcribed(struct scene *scene,
                             const struct event_message_transcribed *e)
{
    struct message_projection *row =
        change_message(scene, CHANGE_MESSAGE_TRANSCRIBED, e->message_id);

    row->said_seq = (int64_t)scene->event->seq;
    row->said = e->transcript;
}

void scene_note_message(struct scene *scene)
{
    const struct event *event = scene->event;

    switch (event->type) {
    case EVENT_MESSAGE_LEFT:
        note_left(scene, &event->as.message_left);
        break;
    case EVENT_MESSAGE_MARKED:
        change_message(scene, CHANGE_MESSAGE_MARKED,
                       event->as.message_marked.message_id)
            ->state = event->as.message_marked.state;
        break;
    case EVENT_MESSAGE_ASSIGNED:
        change_message(scene, CHANGE_MESSAGE_ASSIGNED,
                       event->as.message_assigned.message_id)
            ->agent_id = event->as.message_assigned.agent_id;
        break;
    case EVENT_MESSAGE_FORWARDED:
        note_forwarded(scene, &event->as.message_forwarded);
        break;
    case EVENT_MESSAGE_TRANSCRIBED:
        note_transcribed(scene, &event->as.message_transcribed);
        break;
    case EVENT_MESSAGE_GONE:
        (void)change_message(scene, CHANGE_MESSAGE_GONE,
                             event->as.message_gone.message_id);
        break;
    default:
        break;
    }
}
