/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the caller wants to be called back: in turn, or at a time. */

#include <stdio.h>
#include <string.h>

#include "core/beside_slots.h"
#include "core/callback.h"
#include "core/callback_offer.h"
#include "core/callback_offer_inside.h"
#include "core/callback_window.h"
#include "core/house_slots.h"
#include "core/phone_zone.h"
#include "core/rule_hours.h"
#include "core/step.h"

static const int64_t MINUTE_US = INT64_C(60000000);

/* So long has the caller for the next digit. */
static const int64_t NEXT_KEY_US = 5000000;

enum { MAX_TRIES = 3, CLOCK_DIGITS = 4, HOUR = 60, DAY_MINUTES = 1440 };

bool callback_asks_when(const struct contact_row *contact)
{
    return contact->callback_stage >= CALLBACK_STAGE_WHEN;
}

/* What the dialogue has come to. */

static const struct event_queue_set *queue_of(const struct turn *turn,
                                              const struct contact_row *contact)
{
    return state_queue(turn->state, contact->callback_queue_id);
}

/* The one that was typed, else the one that calls. */
static struct phone_number number_of(const struct turn *turn,
                                     const struct contact_row *contact)
{
    const struct run_row *run = state_run(turn->state, contact->contact_id);
    struct phone_number number = { "" };

    if (!run->digit_count)
        return contact->caller;

    memcpy(number.text, run->digits.text, strlen(run->digits.text));
    return number;
}

/* The clock that the caller means; NULL: nobody knows which one. */
static const struct zone *clock_of(const struct turn *turn,
                                   const struct phone_number *number)
{
    const char *names[PHONE_ZONE_ENDS];
    size_t ends = phone_zone_ends(number->text, names);

    return ends > 1 ? NULL
                    : rule_book_zone(turn->book, ends == 1 ? names[0] : "");
}

static void book(struct turn *turn, const struct contact_row *contact,
                 int64_t due_us)
{
    const struct phone_number number = number_of(turn, contact);

    if (may_be_called_back(turn, queue_of(turn, contact), &number))
        write_callback_booked(turn, contact, &number, due_us);
    else
        write_callback_declined(turn, contact);
}

void write_callback_in_its_turn(struct turn *turn,
                                const struct contact_row *contact)
{
    book(turn, contact, 0);
}

/* What is asked. */

static struct event_callback_went_on going_on(const struct turn *turn,
                                              const struct contact_row *contact,
                                              enum callback_stage stage)
{
    const struct run_row *run = state_run(turn->state, contact->contact_id);

    return (struct event_callback_went_on){
        .contact_id = contact->contact_id,
        .stage = stage,
        .digits = run->digits,
        .count = run->digit_count,
        .tries = contact->tries,
    };
}

static void write(struct turn *turn, const struct event_callback_went_on *next)
{
    outbox_add_event(turn->outbox,
                     &(const struct event){ .type = EVENT_CALLBACK_WENT_ON,
                                            .as.callback_went_on = *next });
}

static void write_asked(struct turn *turn, const struct contact_row *contact,
                        enum callback_stage stage, int64_t tries,
                        const char *prompt)
{
    struct event_callback_went_on next = going_on(turn, contact, stage);

    next.tries = tries;
    next.plays = true;
    next.due_us = answer_due_us(turn, EFFECT_PLAY);
    write(turn, &next);
    ask_prompt(turn, contact, prompt, 0);
}

void write_callback_agreed(struct turn *turn, const struct contact_row *contact)
{
    const struct event_queue_set *queue = queue_of(turn, contact);
    const struct phone_number number = number_of(turn, contact);

    if (queue && queue->callback_times && clock_of(turn, &number))
        write_asked(turn, contact, CALLBACK_STAGE_WHEN, 0, "callback_when");
    else
        write_callback_in_its_turn(turn, contact);
}

/* What makes no sense too often leaves the place that is kept. */
static void write_again(struct turn *turn, const struct contact_row *contact,
                        enum callback_stage stage, const char *prompt)
{
    if (contact->tries + 1 >= MAX_TRIES)
        write_callback_in_its_turn(turn, contact);
    else
        write_asked(turn, contact, stage, contact->tries + 1, prompt);
}

/* The time. */

/* A minute of the day, of "1430" or "930"; -1: it is none. */
static int minute_of(const struct run_row *run)
{
    int64_t hour = run->clock / 100, minute = run->clock % 100;

    return run->clock_count + 1 >= CLOCK_DIGITS && hour < 24 && minute < HOUR
               ? (int)(hour * HOUR + minute)
               : -1;
}

/* The next moment at which that clock shows it; 0: it does not on that day, on
   which it is put forward. */
static int64_t next_us(const struct zone *zone, int64_t wall_us, int minute)
{
    struct local_time there;
    int64_t at_us = wall_us - wall_us % MINUTE_US;

    zone_local(zone, wall_us, &there);
    int ahead = minute - there.minute;
    at_us += (ahead > 0 ? ahead : ahead + DAY_MINUTES) * MINUTE_US;

    /* the clock may have been changed on the way */
    zone_local(zone, at_us, &there);
    int off =
        (minute - there.minute + DAY_MINUTES + DAY_MINUTES / 2) % DAY_MINUTES -
        DAY_MINUTES / 2;
    at_us += off * MINUTE_US;
    zone_local(zone, at_us, &there);
    return there.minute == minute && at_us > wall_us ? at_us : 0;
}

/* Of the calendar that closes the queue, if there is one. */
static bool is_in_hours(const struct turn *turn,
                        const struct event_queue_set *queue, int64_t at_us)
{
    const struct event_calendar_set *calendar =
        state_calendar(turn->state, queue->calendar_id);

    return !calendar ||
           rule_hours_open_us(turn->book, calendar->name.text, at_us) == at_us;
}

static bool is_open(const struct turn *turn,
                    const struct event_queue_set *queue,
                    const struct phone_number *number, int64_t at_us)
{
    const struct tally_row *tally = state_tally(turn->state, queue->id);
    bool is_closed = tally->closed_us && (!tally->closed_until_us ||
                                          tally->closed_until_us > at_us);

    return !is_closed && is_in_hours(turn, queue, at_us) &&
           rule_hours_open_us(turn->book, callback_hours(turn, queue), at_us) ==
               at_us &&
           callback_window_opens_us(turn->book, queue->callback_window.text,
                                    number->text, at_us) == at_us;
}

/* The day is said: an hour that is past today is tomorrow's. */
static void write_said(struct turn *turn, const struct contact_row *contact,
                       const struct event_callback_went_on *said)
{
    const struct phone_number number = number_of(turn, contact);
    const struct zone *zone = clock_of(turn, &number);
    struct local_time now, then;
    struct effect say = {
        .type = EFFECT_SAY,
        .due_us = answer_due_us(turn, EFFECT_SAY),
        .contact_id = contact->contact_id,
        .call = contact->call,
        .language = contact->language,
    };
    struct event_callback_went_on next = *said;

    zone_local(zone, state_wall_us(turn->state, turn->now_us), &now);
    zone_local(zone, said->chosen_us, &then);
    next.plays = true;
    next.due_us = say.due_us;
    write(turn, &next);
    (void)snprintf(say.text.text, sizeof(say.text.text), "{%s:%02d:%02d}",
                   now.days == then.days ? "call_today" : "call_tomorrow",
                   then.minute / HOUR, then.minute % HOUR);
    outbox_add_effect(turn->outbox, &say);
}

static void write_typed(struct turn *turn, const struct contact_row *contact,
                        const struct run_row *run)
{
    const struct event_queue_set *queue = queue_of(turn, contact);
    const struct phone_number number = number_of(turn, contact);
    const struct zone *zone = clock_of(turn, &number);
    struct event_callback_went_on next =
        going_on(turn, contact, CALLBACK_STAGE_AGREES);
    int minute = minute_of(run);

    if (minute < 0 || !zone || !queue) {
        write_again(turn, contact, CALLBACK_STAGE_TIME, "callback_time_wrong");
        return;
    }

    next.chosen_us =
        next_us(zone, state_wall_us(turn->state, turn->now_us), minute);
    if (next.chosen_us && is_open(turn, queue, &number, next.chosen_us))
        write_said(turn, contact, &next);
    else
        write_again(turn, contact, CALLBACK_STAGE_TIME, "callback_time_closed");
}

static void write_digit(struct turn *turn, const struct contact_row *contact,
                        char key)
{
    struct run_row run = *state_run(turn->state, contact->contact_id);
    struct event_callback_went_on next =
        going_on(turn, contact, CALLBACK_STAGE_TIME);

    run.clock = 10 * run.clock + (key - '0');
    run.clock_count++;
    if (run.clock_count == CLOCK_DIGITS) {
        write_typed(turn, contact, &run);
        return;
    }

    next.clock = run.clock;
    next.clock_count = run.clock_count;
    next.due_us = turn->now_us + NEXT_KEY_US;
    write(turn, &next);
    ask_prompt_stopped(turn, contact);
}

/* Said, and confirmed: what is closed by then may be so now. */

static void write_said_again(struct turn *turn,
                             const struct contact_row *contact)
{
    struct event_callback_went_on next =
        going_on(turn, contact, CALLBACK_STAGE_AGREES);

    if (contact->tries + 1 >= MAX_TRIES) {
        write_callback_in_its_turn(turn, contact);
        return;
    }

    next.chosen_us = state_run(turn->state, contact->contact_id)->chosen_us;
    next.tries = contact->tries + 1;
    write_said(turn, contact, &next);
}

static void confirm(struct turn *turn, const struct contact_row *contact)
{
    const struct event_queue_set *queue = queue_of(turn, contact);
    const struct phone_number number = number_of(turn, contact);
    int64_t chosen_us = state_run(turn->state, contact->contact_id)->chosen_us;

    if (queue && is_open(turn, queue, &number, chosen_us) &&
        chosen_us > state_wall_us(turn->state, turn->now_us))
        book(turn, contact, chosen_us);
    else
        write_again(turn, contact, CALLBACK_STAGE_TIME, "callback_time_closed");
}

void write_callback_time_key(struct turn *turn,
                             const struct contact_row *contact, char key)
{
    enum callback_stage stage = contact->callback_stage;

    if (key == '*')
        write_callback_declined(turn, contact);
    else if (stage == CALLBACK_STAGE_WHEN && key == '1')
        write_callback_in_its_turn(turn, contact);
    else if (stage == CALLBACK_STAGE_AGREES && key == '1')
        confirm(turn, contact);
    else if (stage != CALLBACK_STAGE_TIME && key == '2')
        write_asked(turn, contact, CALLBACK_STAGE_TIME, contact->tries,
                    "callback_time");
    else if (stage == CALLBACK_STAGE_WHEN)
        write_again(turn, contact, CALLBACK_STAGE_WHEN, "callback_when");
    else if (stage == CALLBACK_STAGE_AGREES)
        write_said_again(turn, contact);
    else if (key >= '0' && key <= '9')
        write_digit(turn, contact, key);
    else
        write_typed(turn, contact, state_run(turn->state, contact->contact_id));
}

void write_callback_time_silence(struct turn *turn,
                                 const struct contact_row *contact)
{
    const struct run_row *run = state_run(turn->state, contact->contact_id);

    if (contact->callback_stage == CALLBACK_STAGE_AGREES)
        write_said_again(turn, contact);
    else if (run->clock_count)
        write_typed(turn, contact, run);
    else
        write_callback_in_its_turn(turn, contact);
}
