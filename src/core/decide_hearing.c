/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Decides what those who wait hear between the music, and when. */

#include "core/hearing.h"

#include <inttypes.h>
#include <stdio.h>

#include "core/estimate.h"
#include "core/prompt_use.h"
#include "core/state_inside.h"

static const int64_t LEAST_REST_US = 5000000; /* of music in between */
static const int64_t MINUTE_US = 60000000;

/* The three moments. */
struct plan {
    int64_t comfort_due_us;
    int64_t place_due_us;
    int64_t wait_due_us;
};

/* What may be told now. */
struct news {
    int64_t place;  /* in line: 1, 2, 3, ... */
    int64_t agents; /* who work */
    int64_t wait_us;
    bool is_known; /* the wait is */
};

/* The notice. */

static bool may_be_recorded(const struct contact_row *contact,
                            const struct event_queue_set *queue)
{
    if (contact->recording_choice == RECORDING_AS_QUEUE)
        return queue->recording != RECORD_NONE;

    return contact->recording_choice == RECORDING_ALWAYS;
}

bool is_noticed(const struct contact_row *contact,
                const struct event_queue_set *queue)
{
    return !queue->notice.text[0] || contact->noticed ||
           (contact->outbound && !contact->dialled_ahead) ||
           is_internal(contact);
}

/* Playing. */

static void write_began(struct turn *turn, const struct contact_row *contact,
                        uint64_t queue_id, enum hearing_kind hearing,
                        const struct news *news)
{
    bool tells_wait =
        hearing == HEARING_WAIT || hearing == HEARING_PLACE_AND_WAIT;

    WRITE(turn, HEARING_BEGAN, hearing_began,
          { .contact_id = contact->contact_id,
            .queue_id = queue_id,
            .hearing = hearing,
            .place = news ? news->place : 0,
            .agents = tells_wait ? news->agents : 0,
            .wait_us = tells_wait ? news->wait_us : 0,
            .due_us = answer_due_us(turn, EFFECT_PLAY) });
}

/* The next one after so many; NULL: the queue has none. */
static const struct name *comfort_after(const struct event_queue_set *queue,
                                        int64_t played)
{
    const struct name *there[QUEUE_COMFORTS];
    int64_t count = 0;

    for (size_t i = 0; i < QUEUE_COMFORTS; i++)
        if (queue_comfort(queue, i)->text[0])
            there[count++] = queue_comfort(queue, i);

    return count ? there[played % count] : NULL;
}

static void write_prompt(struct turn *turn, const struct contact_row *contact,
                         const struct event_queue_set *queue,
                         enum hearing_kind hearing, const struct name *prompt)
{
    write_began(turn, contact, queue->id, hearing, NULL);
    ASK(turn, { .type = EFFECT_PLAY,
                .due_us = answer_due_us(turn, EFFECT_PLAY),
                .contact_id = contact->contact_id,
                .call = contact->call,
                .language = contact->language,
                .prompt = *prompt });
}

/* Half a minute is less than one; from a minute on, to the nearest. */
static int64_t minutes_of(int64_t wait_us)
{
    return wait_us < MINUTE_US ? 0 : (wait_us + MINUTE_US / 2) / MINUTE_US;
}

static struct note sentence_of(enum hearing_kind hearing,
                               const struct news *news)
{
    int64_t minutes = minutes_of(news->wait_us);
    struct note note = { "" };

    if (hearing == HEARING_PLACE)
        snprintf(note.text, sizeof(note.text), "{place:%" PRId64 "}",
                 news->place);
    else if (hearing == HEARING_WAIT)
        snprintf(note.text, sizeof(note.text), "{wait:%" PRId64 "}", minutes);
    else
        snprintf(note.text, sizeof(note.text),
                 "{place:%" PRId64 "} {wait:%" PRId64 "}", news->place,
                 minutes);

    return note;
}

static void write_sentence(struct turn *turn, const struct contact_row *contact,
                           enum hearing_kind hearing, const struct news *news)
{
    write_began(turn, contact, contact->queue_id, hearing, news);
    ASK(turn, { .type = EFFECT_SAY,
                .due_us = answer_due_us(turn, EFFECT_SAY),
                .contact_id = contact->contact_id,
                .call = contact->call,
                .language = contact->language,
                .text = sentence_of(hearing, news) });
}

/* When. */

static void write_plan(struct turn *turn, const struct contact_row *contact,
                       uint64_t queue_id, const struct plan *plan)
{
    WRITE(turn, HEARING_PLANNED, hearing_planned,
          { .contact_id = contact->contact_id,
            .queue_id = queue_id,
            .comfort_due_us = plan->comfort_due_us,
            .place_due_us = plan->place_due_us,
            .wait_due_us = plan->wait_due_us });
}

static struct plan first_plan(const struct event_queue_set *queue,
                              int64_t now_us)
{
    int64_t tell_us = now_us + queue->tell_first_ms * 1000;

    return (struct plan){
        .comfort_due_us = comfort_after(queue, 0)
                              ? now_us + queue->comfort_first_ms * 1000
                              : 0,
        .place_due_us = queue->tell_place_ms ? tell_us : 0,
        .wait_due_us = queue->tell_wait_ms ? tell_us : 0,
    };
}

void write_hearing_planned(struct turn *turn, const struct contact_row *contact,
                           const struct event_queue_set *queue)
{
    const struct plan plan = first_plan(queue, turn->now_us);

    if (is_internal(contact))
        return;

    if (plan.comfort_due_us || plan.place_due_us || plan.wait_due_us)
        write_plan(turn, contact, queue->id, &plan);
    if (may_be_recorded(contact, queue) && !is_noticed(contact, queue))
        write_prompt(turn, contact, queue, HEARING_NOTICE, &queue->notice);
}

/* 0: never again. */
static int64_t again_us(const struct turn *turn, int64_t every_ms)
{
    int64_t every_us = every_ms * 1000;

    if (every_ms == 0)
        return 0;

    return turn->now_us + (every_us > LEAST_REST_US ? every_us : LEAST_REST_US);
}

/* What has been heard, or could not be, is due again; the rest as it was. The
   queue's settings are those of now. */
static struct plan next_plan(const struct turn *turn,
                             const struct hearing_row *row,
                             const struct event_queue_set *queue,
                             enum hearing_kind heard)
{
    struct plan plan = { row->comfort_due_us, row->place_due_us,
                         row->wait_due_us };

    if (heard == HEARING_COMFORT)
        plan.comfort_due_us = again_us(turn, queue->comfort_every_ms);
    if (heard == HEARING_PLACE || heard == HEARING_PLACE_AND_WAIT)
        plan.place_due_us = again_us(turn, queue->tell_place_ms);
    if (heard == HEARING_WAIT || heard == HEARING_PLACE_AND_WAIT)
        plan.wait_due_us = again_us(turn, queue->tell_wait_ms);

    return plan;
}

/* What. */

/* The wait as it is told: not more than before without a cause. */
static int64_t told_wait_us(const struct hearing_row *row,
                            const struct news *news)
{
    bool has_cause =
        news->place > row->told_place || news->agents < row->told_agents;

    return row->told && !has_cause && news->wait_us > row->told_us
               ? row->told_us
               : news->wait_us;
}

static struct news news_of(const struct turn *turn,
                           const struct contact_row *contact,
                           const struct hearing_row *row)
{
    int64_t wait_us =
        estimate_rest_us(turn->state, contact->contact_id, turn->now_us);
    struct news news = {
        .place = (int64_t)state_place(turn->state, contact->contact_id),
        .agents = (int64_t)estimate_agents(turn->state, contact->contact_id,
                                           turn->now_us),
        .wait_us = wait_us,
        .is_known = wait_us != ESTIMATE_UNKNOWN,
    };

    if (news.is_known)
        news.wait_us = told_wait_us(row, &news);
    return news;
}

static bool is_due(int64_t due_us, const struct turn *turn)
{
    return due_us != 0 && due_us <= turn->now_us;
}

/* Nothing is known of the wait: that much is put off. */
static void write_put_off(struct turn *turn, const struct contact_row *contact,
                          const struct hearing_row *row)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, contact->queue_id);
    const struct plan plan = next_plan(turn, row, queue, HEARING_WAIT);

    write_plan(turn, contact, queue->id, &plan);
}

static void write_told(struct turn *turn, const struct contact_row *contact,
                       const struct hearing_row *row)
{
    const struct news news = news_of(turn, contact, row);
    bool tells_place = is_due(row->place_due_us, turn);
    bool tells_wait = is_due(row->wait_due_us, turn) && news.is_known;

    if (tells_place)
        write_sentence(turn, contact,
                       tells_wait ? HEARING_PLACE_AND_WAIT : HEARING_PLACE,
                       &news);
    else if (tells_wait)
        write_sentence(turn, contact, HEARING_WAIT, &news);
    else
        write_put_off(turn, contact, row);
}

/* Whoever is asked whether to be called back is told nothing meanwhile. */
static void write_after_question(struct turn *turn,
                                 const struct contact_row *contact,
                                 const struct hearing_row *row)
{
    int64_t later_us = turn->now_us + LEAST_REST_US;
    const struct plan plan = {
        is_due(row->comfort_due_us, turn) ? later_us : row->comfort_due_us,
        is_due(row->place_due_us, turn) ? later_us : row->place_due_us,
        is_due(row->wait_due_us, turn) ? later_us : row->wait_due_us,
    };

    write_plan(turn, contact, contact->queue_id, &plan);
}

void write_hearing_due(struct turn *turn, const struct contact_row *contact)
{
    const struct hearing_row *row =
        state_hearing(turn->state, contact->contact_id);
    const struct event_queue_set *queue =
        state_queue(turn->state, contact->queue_id);
    const struct name *next = comfort_after(queue, row->comforts);

    if (contact->callback_stage) {
        write_after_question(turn, contact, row);
        return;
    }
    if (!is_due(row->comfort_due_us, turn)) {
        write_told(turn, contact, row);
        return;
    }
    if (next) {
        write_prompt(turn, contact, queue, HEARING_COMFORT, next);
        return;
    }

    /* it was taken out of the queue's settings meanwhile */
    struct plan plan = next_plan(turn, row, queue, HEARING_COMFORT);

    plan.comfort_due_us = 0;
    write_plan(turn, contact, queue->id, &plan);
}

void write_hearing_ended(struct turn *turn, const struct contact_row *contact,
                         bool failed)
{
    const struct hearing_row *row =
        state_hearing(turn->state, contact->contact_id);
    const struct event_queue_set *queue =
        state_queue(turn->state, contact->queue_id);
    const struct plan plan = next_plan(turn, row, queue, row->hearing);

    WRITE(turn, HEARING_ENDED, hearing_ended,
          { .contact_id = contact->contact_id,
            .queue_id = queue->id,
            .hearing = row->hearing,
            .failed = failed,
            .comfort_due_us = plan.comfort_due_us,
            .place_due_us = plan.place_due_us,
            .wait_due_us = plan.wait_due_us });
    ASK(turn, { .type = EFFECT_PLAY_MUSIC,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .language = contact->language,
                .prompt = queue->music });
}
