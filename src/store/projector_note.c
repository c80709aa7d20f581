/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each event says about contacts, offers and queues. */

#include "store/projector_scene.h"

#include <assert.h>

static int64_t interval(const struct scene *scene, int64_t at_us)
{
    int64_t wall_us = scene_wall_us(scene, at_us);

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
    struct contact_projection *row = &scene_add(scene, kind)->row.contact;

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
    row->arrived_wall_us = scene_wall_us(scene, scene->event->at_us);
    row->trunk_id = e->trunk_id;
    row->device_id = e->device_id;
    row->entry_id = e->entry_id;
    row->caller = e->caller;
    row->caller_name = e->caller_name;
    row->called = e->called;
    row->language = e->language;
    row->rule_id = e->rule_id;
    row->rule_to = e->rule_to;
    row->rule_version = e->rule_version;
    row->tags = *state_tags(scene->state, e->contact_id);
}

static void note_led(struct scene *scene, const struct event_contact_led *e)
{
    struct contact_projection *row =
        change_contact(scene, CHANGE_CONTACT_LED, e->contact_id);

    row->language = e->language;
    row->rule_id = e->rule_id;
    row->rule_to = e->rule_to;
    row->rule_version = e->rule_version;
    row->tags = *state_tags(scene->state, e->contact_id);
}

static void note_ruled(struct scene *scene, const struct event_wait_ruled *e)
{
    struct ruled_projection *row = &scene_add(scene, CHANGE_RULED)->row.ruled;

    row->seq = scene->event->seq;
    row->contact_id = e->contact_id;
    row->queue_id = e->queue_id;
    row->rule_id = e->rule_id;
}

static void note_tagged(struct scene *scene,
                        const struct event_contact_tagged *e)
{
    change_contact(scene, CHANGE_CONTACT_TAGS, e->contact_id)->tags =
        *state_tags(scene->state, e->contact_id);
}

static void note_hold_began(struct scene *scene,
                            const struct event_hold_began *e)
{
    change_contact(scene, CHANGE_CONTACT_HOLDS, e->contact_id)->holds =
        state_talk(scene->state, e->contact_id)->holds;
}

static void note_dialled(struct scene *scene,
                         const struct event_contact_dialled *e)
{
    struct contact_projection *row =
        change_contact(scene, CHANGE_CONTACT_ARRIVED, e->contact_id);

    row->arrived_seq = (int64_t)scene->event->seq;
    row->arrived_us = scene->event->at_us;
    row->arrived_wall_us = scene_wall_us(scene, scene->event->at_us);
    row->device_id = e->device_id;
    row->caller = e->caller;
    row->language = e->language;
    row->queue_id = e->queue_id;
    row->outbound = true;
}

static void note_called_back(struct scene *scene,
                             const struct event_callback_began *e)
{
    struct contact_projection *row =
        change_contact(scene, CHANGE_CONTACT_ARRIVED, e->contact_id);

    row->arrived_seq = (int64_t)scene->event->seq;
    row->arrived_us = scene->event->at_us;
    row->arrived_wall_us = scene_wall_us(scene, scene->event->at_us);
    row->caller = e->caller;
    row->caller_name = e->caller_name;
    row->language = e->language;
    row->queue_id = e->queue_id;
    row->outbound = true;
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

static struct segment_projection *change_result(struct scene *scene,
                                                uint64_t contact_id,
                                                enum contact_place place,
                                                struct name result)
{
    struct segment_projection *row =
        &scene_add(scene, CHANGE_SEGMENT_RESULT)->row.segment;

    row->contact_id = contact_id;
    row->place = place;
    row->result = result;
    return row;
}

/* Of the stays that no other event ends. */
static void note_last_stay(struct scene *scene,
                           const struct event_contact_ended *e)
{
    enum contact_place place = scene->contact_before.place;

    if (place == PLACE_IVR || place == PLACE_TRANSFER ||
        place == PLACE_VOICEMAIL)
        (void)change_result(scene, e->contact_id, place,
                            word_name(&word_list_end_cause, (int)e->cause));
}

static struct interval_queue_projection *change_interval(struct scene *scene,
                                                         uint64_t queue_id,
                                                         int64_t at_us)
{
    struct interval_queue_projection *row =
        &scene_add(scene, CHANGE_QUEUE_INTERVAL)->row.interval_queue;

    row->queue_id = queue_id;
    row->begins_wall_us = interval(scene, at_us);
    return row;
}

static void note_queued(struct scene *scene,
                        const struct event_contact_queued *e)
{
    change_contact(scene, CHANGE_CONTACT_QUEUE, e->contact_id)->queue_id =
        e->queue_id;
    if (counts_as_waiting(&scene->contact_before))
        change_interval(scene, e->queue_id, scene->event->at_us)->offered = 1;
}

/* Counted where the contact joined. */
static void note_queue_left(struct scene *scene,
                            const struct event_queue_left *e)
{
    (void)change_result(scene, e->contact_id, PLACE_QUEUE,
                        word_name(&word_list_queue_exit, (int)e->exit));
    if (!counts_as_waiting(&scene->contact_before))
        return;

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
}

static void note_offer_made(struct scene *scene,
                            const struct event_offer_made *e)
{
    struct offer_projection *row =
        &scene_add(scene, CHANGE_OFFER_MADE)->row.offer;

    row->seq = scene->event->seq;
    row->contact_id = e->contact_id;
    row->queue_id = e->queue_id;
    row->agent_id = e->agent_id;
    row->device_id = e->device_id;
    row->made_us = scene->event->at_us;
    row->made_wall_us = scene_wall_us(scene, scene->event->at_us);
    row->wait_us = e->wait_us;
}

static void note_offer_result(struct scene *scene, enum offer_result result,
                              int64_t ring_us)
{
    struct offer_projection *row =
        &scene_add(scene, CHANGE_OFFER_ENDED)->row.offer;

    row->seq = scene->desk_before.offer;
    row->result = word_name(&word_list_offer_result, (int)result);
    row->ring_us = ring_us;
}

static void note_offer_ended(struct scene *scene,
                             const struct event_offer_ended *e)
{
    note_offer_result(scene, e->result, e->ring_us);
    if (e->result == OFFER_NO_ANSWER && !is_internal(&scene->contact_before))
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
    if (scene->desk_before.queue_id == 0 || is_internal(&scene->contact_before))
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
        &scene_add(scene, CHANGE_SEGMENT_WRAP_UP)->row.segment;

    row->contact_id = e->contact_id;
    row->agent_id = e->agent_id;
    row->place = PLACE_TALK;
    row->acw_us = e->acw_us;
    row->disposition_id = e->disposition_id;
    row->note_seq = (int64_t)scene->event->seq;
    row->note = e->note;

    if (e->disposition_id)
        change_contact(scene, CHANGE_CONTACT_DISPOSITION, e->contact_id)
            ->disposition_id = e->disposition_id;
    if (scene->desk_before.queue_id)
        change_interval(scene, scene->desk_before.queue_id, scene->event->at_us)
            ->acw_us = e->acw_us;
}

void scene_note_event(struct scene *scene)
{
    const struct event *event = scene->event;

    switch (event->type) {
    case EVENT_CONTACT_ARRIVED:
        note_arrived(scene, &event->as.contact_arrived);
        break;
    case EVENT_CONTACT_LED:
        note_led(scene, &event->as.contact_led);
        break;
    case EVENT_WAIT_RULED:
        note_ruled(scene, &event->as.wait_ruled);
        break;
    case EVENT_CONTACT_TAGGED:
        note_tagged(scene, &event->as.contact_tagged);
        break;
    case EVENT_HOLD_BEGAN:
        note_hold_began(scene, &event->as.hold_began);
        break;
    case EVENT_CONTACT_DIALLED:
        note_dialled(scene, &event->as.contact_dialled);
        break;
    case EVENT_CALLBACK_BEGAN:
        note_called_back(scene, &event->as.callback_began);
        break;
    case EVENT_CALLBACK_DIALLED:
        if (event->as.callback_dialled.agent_id)
            note_offer_result(scene, OFFER_ANSWERED,
                              event->as.callback_dialled.ring_us);
        break;
    case EVENT_CALLBACK_PICKED_UP:
        (void)change_result(scene, event->as.callback_picked_up.contact_id,
                            PLACE_DIALLING,
                            word_name(&word_list_offer_result, OFFER_ANSWERED));
        break;
    case EVENT_DIALLING_ANSWERED:
        (void)change_result(scene, event->as.dialling_answered.contact_id,
                            PLACE_DIALLING,
                            word_name(&word_list_offer_result, OFFER_ANSWERED));
        break;
    case EVENT_DIALLING_ENDED:
        (void)change_result(scene, event->as.dialling_ended.contact_id,
                            PLACE_DIALLING,
                            word_name(&word_list_offer_result,
                                      (int)event->as.dialling_ended.result));
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
        note_last_stay(scene, &event->as.contact_ended);
        break;
    default:
        break;
    }
}
