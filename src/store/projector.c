/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folding an event, and comparing the rows it concerns before and after. */

#include "store/projector.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "store/journal.h"
#include "store/projector_scene.h"

int change_list_reserve(struct change_list *list, size_t events)
{
    size_t room = list->count + events * PROJECTOR_MAX_CHANGES;

    if (room <= list->room)
        return 0;

    struct change *changes = realloc(list->changes, room * sizeof(*changes));
    if (!changes)
        return -ENOMEM;

    list->changes = changes;
    list->room = room;
    return 0;
}

void change_list_done(struct change_list *list)
{
    free(list->changes);
    *list = (struct change_list){ NULL, 0, 0 };
}

struct change *scene_add(struct scene *scene, enum change_kind kind)
{
    struct change_list *list = scene->list;

    assert(list->count < list->room);

    struct change *change = &list->changes[list->count++];

    *change = (struct change){ .kind = kind };
    return change;
}

int64_t scene_wall_us(const struct scene *scene, int64_t at_us)
{
    int64_t wall_us = state_wall_us(scene->state, at_us);

    return wall_us < 0 ? 0 : wall_us;
}

/* What a restart found was over when the server was last alive. */
static int64_t end_of_stay_us(const struct scene *scene)
{
    const struct event *event = scene->event;

    if (event->type != EVENT_CONTACT_ENDED)
        return event->at_us;

    return scene->contact_before.arrived_us + event->as.contact_ended.total_us;
}

static bool has_agent(const struct contact_row *contact)
{
    return contact->place == PLACE_TALK || contact->place == PLACE_DIALLING;
}

/* A contact's stay is over when its place, queue or agent is another. */
static bool is_same_stay(const struct contact_row *a,
                         const struct contact_row *b)
{
    if (a->place != b->place)
        return false;
    if (a->place == PLACE_QUEUE)
        return a->queue_id == b->queue_id && a->joined_us == b->joined_us;
    if (has_agent(a))
        return a->agent_id == b->agent_id;

    return true;
}

/* The contact's own end follows, and tells when it was. */
static bool is_lost_talk(const struct event *event)
{
    return event->type == EVENT_TALK_ENDED &&
           event->as.talk_ended.cause == END_SERVER_RESTART;
}

/* Without an agent a talk is over, though the contact has not moved on. */
static void note_stay(struct scene *scene)
{
    const struct contact_row *before = &scene->contact_before;
    const struct contact_row *now = scene->contact;
    bool was_there = before->contact_id && before->place != PLACE_ENDED;
    bool is_there = now && now->place != PLACE_ENDED &&
                    !(has_agent(now) && now->agent_id == 0);

    if (is_lost_talk(scene->event))
        return;

    if (was_there && is_there && is_same_stay(before, now))
        return;

    if (was_there) {
        struct segment_projection *row =
            &scene_add(scene, CHANGE_SEGMENT_ENDED)->row.segment;

        row->contact_id = before->contact_id;
        row->ended_us = end_of_stay_us(scene);
    }

    if (is_there) {
        struct segment_projection *row =
            &scene_add(scene, CHANGE_SEGMENT_BEGAN)->row.segment;

        row->seq = scene->event->seq;
        row->contact_id = now->contact_id;
        row->place = now->place;
        row->queue_id =
            now->place == PLACE_QUEUE || has_agent(now) ? now->queue_id : 0;
        row->agent_id = has_agent(now) ? now->agent_id : 0;
        row->began_us = scene->event->at_us;
        row->began_wall_us = scene_wall_us(scene, scene->event->at_us);
    }
}

/* Nobody asks how long agents were offline; it would be most of the rows. */
static void note_desk(struct scene *scene)
{
    const struct desk_row *before = &scene->desk_before;
    const struct desk_row *now = scene->desk;

    if (before->agent_id == 0 || before->state == AGENT_OFFLINE)
        return;
    if (now && now->state == before->state &&
        now->reason_id == before->reason_id &&
        now->since_us == before->since_us)
        return;

    struct change *change = scene_add(scene, CHANGE_AGENT_INTERVAL);

    change->row.agent_interval = (struct agent_interval_projection){
        .agent_id = before->agent_id,
        .begins_wall_us = scene_wall_us(scene, before->since_us),
        .state = before->state,
        .reason_id = before->reason_id,
    };
    change->until_wall_us = scene_wall_us(scene, scene->event->at_us);
}

void projector_fold(struct state *shadow, const struct event *event,
                    struct change_list *list)
{
    assert(list->room - list->count >= PROJECTOR_MAX_CHANGES);

    struct scene scene = { .state = shadow, .event = event, .list = list };
    uint64_t contact_id = event_get_id(event, "contact_id");
    uint64_t agent_id = event_get_id(event, "agent_id");

    if (event->type == EVENT_AGENT_REMOVED)
        agent_id = event->as.agent_removed.id;

    const struct contact_row *contact = state_contact(shadow, contact_id);
    const struct desk_row *desk = state_desk(shadow, agent_id);

    if (contact)
        scene.contact_before = *contact;
    if (desk)
        scene.desk_before = *desk;

    state_fold(shadow, event);

    scene.contact = state_contact(shadow, contact_id);
    scene.desk = state_desk(shadow, agent_id);
    scene_note_event(&scene);
    scene_note_document(&scene);
    scene_note_recording(&scene);
    scene_note_message(&scene);
    note_stay(&scene);
    note_desk(&scene);
}
