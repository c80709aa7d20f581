/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Working out what an event changes in the projections. */

#include "store/projector.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "store/journal.h"

/* An event, with the rows it concerns as they were and as they are. */
struct scene {
    const struct state *state;
    const struct event *event;
    struct change_list *list;
    struct contact_row contact_before; /* contact_id 0: there was none */
    struct desk_row desk_before;       /* agent_id 0: there was none */
    const struct contact_row *contact; /* NULL: there is none */
    const struct desk_row *desk;
};

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

static struct change *add(struct scene *scene, enum change_kind kind)
{
    struct change_list *list = scene->list;

    assert(list->count < list->room);

    struct change *change = &list->changes[list->count++];

    *change = (struct change){ .kind = kind };
    return change;
}

static int64_t wall(const struct scene *scene, int64_t at_us)
{
    int64_t wall_us = state_wall_us(scene->state, at_us);

    return wall_us < 0 ? 0 : wall_us;
}

static int64_t interval(const struct scene *scene, int64_t at_us)
{
    int64_t wall_us = wall(scene, at_us);

    return wall_us - wall_us % PROJECTION_INTERVAL_US;
}

/* A word as a name: the spellings of all lists are names. */
static struct name word_name(const struct word_list *words, int number)
{
    static const struct field field = { .name = "word",
                                        .kind = FIELD_NAME,
                                        .size = sizeof(struct name) };
    struct name name = { { 0 } };
    const char *spelling = word_spell(words, number);
    int rc = field_set_text(&field, &name, spelling ? spelling : "");

    assert(rc == 0);
    (void)rc;
    return name;
}

static struct contact_projection *change_contact(struct scene *scene,
                                                 enum change_kind kind,
                                                 uint64_t contact_id)
{
    struct contact_projection *row = &add(scene, kind)->row.contact;

    row->contact_id = contact_id;
    return row;
}

static void note_arrived(struct scene *scene,
                         const struct event_contact_arrived *e)
{
    struct contact_projection *row =
        change_contact(scene, CHANGE_CONTACT_ARRIVED, e->contact_id);

    row->arrived_seq = (int64_t)scene->event->seq;
    row->arrived_us = scene->event->at_us;
    row->arrived_wall_us = wall(scene, scene->event->at_us);
    row->trunk_id = e->trunk_id;
    row->device_id = e->device_id;
    row->entry_id = e->entry_id;
    row->caller = e->caller;
    row->caller_name = e->caller_name;
    row->called = e->called;
    row->language = e->language;
}

static void note_ended(struct scene *scene, const struct event_contact_ended *e)
{
    struct contact_projection *row =
        change_contact(scene, CHANGE_CONTACT_ENDED, e->contact_id);

    row->cause = word_name(&word_list_end_cause, (int)e->cause);
    row->queue_id = e->queue_id;
    row->agent_id = e->agent_id;
    row->answered = e->answered;
    row->in_time = e->in_time;
    row->short_abandon = e->short_abandon;
    row->ivr_us = e->ivr_us;
    row->wait_us = e->wait_us;
    row->talk_us = e->talk_us;
    row->hold_us = e->hold_us;
    row->outside_us = e->outside_us;
    row->total_us = e->total_us;
}

static struct interval_queue_projection *change_interval(struct scene *scene,
                                                         uint64_t queue_id,
                                                         int64_t at_us)
{
    struct interval_queue_projection *row =
        &add(scene, CHANGE_QUEUE_INTERVAL)->row.interval_queue;

    row->queue_id = queue_id;
    row->begins_wall_us = interval(scene, at_us);
    return row;
}

static struct segment_projection *change_result(struct scene *scene,
                                                uint64_t contact_id,
                                                enum contact_place place,
                                                struct name result)
{
    struct segment_projection *row =
        &add(scene, CHANGE_SEGMENT_RESULT)->row.segment;

    row->contact_id = contact_id;
    row->place = place;
    row->result = result;
    return row;
}

static void note_queued(struct scene *scene,
                        const struct event_contact_queued *e)
{
    change_contact(scene, CHANGE_CONTACT_QUEUE, e->contact_id)->queue_id =
        e->queue_id;
    change_interval(scene, e->queue_id, scene->event->at_us)->offered = 1;
}

/* Counted where the contact joined. */
static void note_queue_left(struct scene *scene,
                            const struct event_queue_left *e)
{
    struct interval_queue_projection *row =
        change_interval(scene, e->queue_id, scene->contact_before.joined_us);

    row->longest_wait_us = e->wait_us;
    row->answered = e->exit == EXIT_ANSWERED;
    row->answered_in_time = e->exit == EXIT_ANSWERED && e->in_time;
    row->answer_wait_us = e->exit == EXIT_ANSWERED ? e->wait_us : 0;
    row->abandoned = e->exit == EXIT_ABANDONED;
    row->short_abandoned = e->exit == EXIT_ABANDONED && e->short_abandon;
    row->abandon_wait_us = e->exit == EXIT_ABANDONED ? e->wait_us : 0;
    row->overflowed = e->exit == EXIT_OVERFLOWED;

    (void)change_result(scene, e->contact_id, PLACE_QUEUE,
                        word_name(&word_list_queue_exit, (int)e->exit));
}

static void note_offer_made(struct scene *scene,
                            const struct event_offer_made *e)
{
    struct offer_projection *row = &add(scene, CHANGE_OFFER_MADE)->row.offer;

    row->seq = scene->event->seq;
    row->contact_id = e->contact_id;
    row->queue_id = e->queue_id;
    row->agent_id = e->agent_id;
    row->device_id = e->device_id;
    row->made_us = scene->event->at_us;
    row->made_wall_us = wall(scene, scene->event->at_us);
    row->wait_us = e->wait_us;
}

static void note_offer_result(struct scene *scene, enum offer_result result,
                              int64_t ring_us)
{
    struct offer_projection *row = &add(scene, CHANGE_OFFER_ENDED)->row.offer;

    row->seq = scene->desk_before.offer;
    row->result = word_name(&word_list_offer_result, (int)result);
    row->ring_us = ring_us;
}

static void note_offer_ended(struct scene *scene,
                             const struct event_offer_ended *e)
{
    note_offer_result(scene, e->result, e->ring_us);
    if (e->result == OFFER_NO_ANSWER)
        change_interval(scene, scene->desk_before.queue_id, scene->event->at_us)
            ->missed_offers = 1;
}

static void note_talk_ended(struct scene *scene,
                            const struct event_talk_ended *e)
{
    struct segment_projection *segment =
        change_result(scene, e->contact_id, PLACE_TALK,
                      word_name(&word_list_end_cause, (int)e->cause));

    segment->talk_us = e->talk_us;
    segment->hold_us = e->hold_us;
    if (scene->desk_before.queue_id == 0)
        return;

    struct interval_queue_projection *row = change_interval(
        scene, scene->desk_before.queue_id, scene->event->at_us);

    row->handled = 1;
    row->talk_us = e->talk_us;
    row->hold_us = e->hold_us;
}

static void note_wrap_up(struct scene *scene,
                         const struct event_wrap_up_ended *e)
{
    struct segment_projection *row =
        &add(scene, CHANGE_SEGMENT_WRAP_UP)->row.segment;

    row->contact_id = e->contact_id;
    row->agent_id = e->agent_id;
    row->place = PLACE_TALK;
    row->acw_us = e->acw_us;
    row->disposition_id = e->disposition_id;
    row->note_seq = e->note.text[0] ? (int64_t)scene->event->seq : 0;
    row->note = e->note;

    if (e->disposition_id)
        change_contact(scene, CHANGE_CONTACT_DISPOSITION, e->contact_id)
            ->disposition_id = e->disposition_id;
    if (scene->desk_before.queue_id)
        change_interval(scene, scene->desk_before.queue_id, scene->event->at_us)
            ->acw_us = e->acw_us;
}

/* Of events that name a document by their type. */
static void note_document(struct scene *scene)
{
    const struct event *event = scene->event;

    for (int i = 0; i < document_kind_count; i++) {
        enum document_kind kind = (enum document_kind)i;
        const struct document_kind_info *info = document_kind_info(kind);
        bool is_removal = event->type == info->removed_event;

        if (event->type != info->set_event && !is_removal)
            continue;

        struct document_projection *row =
            &add(scene, CHANGE_DOCUMENT)->row.document;

        row->seq = event->seq;
        row->kind = kind;
        row->id = event_get_id(event, "id");
        row->removed = is_removal;
        if (is_removal)
            return;

        const void *name =
            field_get_text(record_field(info->record, "name"), &event->as);
        row->version = field_get_integer(record_field(info->record, "version"),
                                         &event->as);
        row->name = *(const struct name *)name;
        return;
    }
}

static void note_event(struct scene *scene)
{
    const struct event *event = scene->event;

    switch (event->type) {
    case EVENT_CONTACT_ARRIVED:
        note_arrived(scene, &event->as.contact_arrived);
        break;
    case EVENT_LANGUAGE_SET:
        change_contact(scene, CHANGE_CONTACT_LANGUAGE,
                       event->as.language_set.contact_id)
            ->language = event->as.language_set.language;
        break;
    case EVENT_CONTACT_QUEUED:
        note_queued(scene, &event->as.contact_queued);
        break;
    case EVENT_QUEUE_LEFT:
        note_queue_left(scene, &event->as.queue_left);
        break;
    case EVENT_QUEUE_REFUSED:
        change_interval(scene, event->as.queue_refused.queue_id, event->at_us)
            ->refused_full = 1;
        break;
    case EVENT_OFFER_MADE:
        note_offer_made(scene, &event->as.offer_made);
        break;
    case EVENT_OFFER_TAKEN:
        note_offer_result(scene, OFFER_ANSWERED, event->as.offer_taken.ring_us);
        break;
    case EVENT_OFFER_ENDED:
        note_offer_ended(scene, &event->as.offer_ended);
        break;
    case EVENT_TALK_BEGAN:
        change_contact(scene, CHANGE_CONTACT_AGENT,
                       event->as.talk_began.contact_id)
            ->agent_id = event->as.talk_began.agent_id;
        break;
    case EVENT_TALK_ENDED:
        note_talk_ended(scene, &event->as.talk_ended);
        break;
    case EVENT_WRAP_UP_ENDED:
        note_wrap_up(scene, &event->as.wrap_up_ended);
        break;
    case EVENT_OUTSIDE_ENDED:
        (void)change_result(scene, event->as.outside_ended.contact_id,
                            PLACE_OUTSIDE,
                            word_name(&word_list_end_cause,
                                      (int)event->as.outside_ended.cause));
        break;
    case EVENT_TRANSFER_FAILED:
        (void)change_result(scene, event->as.transfer_failed.contact_id,
                            PLACE_TRANSFER,
                            word_name(&word_list_offer_result,
                                      (int)event->as.transfer_failed.result));
        break;
    case EVENT_CONTACT_ENDED:
        note_ended(scene, &event->as.contact_ended);
        break;
    default:
        note_document(scene);
        break;
    }
}

/* A contact's stay is over when its place, queue or agent is another. */
static bool is_same_stay(const struct contact_row *a,
                         const struct contact_row *b)
{
    if (a->place != b->place)
        return false;
    if (a->place == PLACE_QUEUE)
        return a->queue_id == b->queue_id && a->joined_us == b->joined_us;
    if (a->place == PLACE_TALK)
        return a->agent_id == b->agent_id;

    return true;
}

static void note_stay(struct scene *scene)
{
    const struct contact_row *before = &scene->contact_before;
    const struct contact_row *now = scene->contact;
    bool was_there = before->contact_id && before->place != PLACE_ENDED;
    bool is_there = now && now->place != PLACE_ENDED;

    if (was_there && is_there && is_same_stay(before, now))
        return;

    if (was_there) {
        struct segment_projection *row =
            &add(scene, CHANGE_SEGMENT_ENDED)->row.segment;

        row->contact_id = before->contact_id;
        row->ended_us = scene->event->at_us;
    }

    if (is_there) {
        struct segment_projection *row =
            &add(scene, CHANGE_SEGMENT_BEGAN)->row.segment;

        row->seq = scene->event->seq;
        row->contact_id = now->contact_id;
        row->place = now->place;
        row->queue_id = now->place == PLACE_QUEUE || now->place == PLACE_TALK
                            ? now->queue_id
                            : 0;
        row->agent_id = now->place == PLACE_TALK ? now->agent_id : 0;
        row->began_us = scene->event->at_us;
        row->began_wall_us = wall(scene, scene->event->at_us);
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

    struct change *change = add(scene, CHANGE_AGENT_INTERVAL);

    change->row.agent_interval = (struct agent_interval_projection){
        .agent_id = before->agent_id,
        .begins_wall_us = wall(scene, before->since_us),
        .state = before->state,
        .reason_id = before->reason_id,
    };
    change->until_wall_us = wall(scene, scene->event->at_us);
}

void projector_fold(struct state *shadow, const struct event *event,
                    struct change_list *list)
{
    assert(list->room - list->count >= PROJECTOR_MAX_CHANGES);

    struct scene scene = { .state = shadow, .event = event, .list = list };
    uint64_t contact_id = event_get_id(event, "contact_id");
    uint64_t agent_id = event_get_id(event, "agent_id");
    const struct contact_row *contact = state_contact(shadow, contact_id);
    const struct desk_row *desk = state_desk(shadow, agent_id);

    if (event->type == EVENT_AGENT_REMOVED)
        agent_id = event->as.agent_removed.id;
    desk = agent_id ? state_desk(shadow, agent_id) : desk;
    if (contact)
        scene.contact_before = *contact;
    if (desk)
        scene.desk_before = *desk;

    state_fold(shadow, event);

    scene.contact = state_contact(shadow, contact_id);
    scene.desk = state_desk(shadow, agent_id);
    note_event(&scene);
    note_stay(&scene);
    note_desk(&scene);
}
