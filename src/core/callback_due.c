/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The time of a callback comes, and goes; and its call was in vain. */

#include "core/callback.h"

#include "core/way_out.h"

/* What is over is shown for so long. */
static const int64_t SHOWN_US = DAY_US;

/* A phone, or the server, failed: not at once again. */
static const int64_t FAULT_US = INT64_C(60000000);

static int64_t wall_now_us(const struct turn *turn)
{
    return state_wall_us(turn->state, turn->now_us);
}

/* What stands in line for it goes: in its time another contact does. */
void write_callback_out_of_line(struct turn *turn,
                                const struct callback_row *callback,
                                enum end_cause cause)
{
    const struct contact_row *contact =
        callback->is_live ? state_contact(turn->state, callback->contact_id)
                          : NULL;

    if (contact)
        write_contact_ended(turn, contact, cause, (struct silence){ 0 });
}

/* Its contact has waited since the place that was kept. */
static int64_t waited_us(const struct turn *turn,
                         const struct callback_row *callback)
{
    const struct contact_row *contact =
        state_contact(turn->state, callback->contact_id);

    return contact ? contact->wait_us : 0;
}

void write_callback_ended(struct turn *turn,
                          const struct callback_row *callback,
                          enum callback_state state)
{
    bool is_reached = state == CALLBACK_REACHED;

    WRITE(turn, CALLBACK_ENDED, callback_ended,
          { .callback_id = callback->callback_id,
            .contact_id = callback->contact_id,
            .state = state,
            .due_us = wall_now_us(turn) + SHOWN_US,
            .wait_us = is_reached ? waited_us(turn, callback) : 0 });
}

/* Its time. */

/* Whose story it belongs to. */
static uint64_t contact_of(const struct callback_row *callback)
{
    return callback->contact_id ? callback->contact_id : callback->asked_by;
}

/* Nobody waits in vain for hours in which they may not be called: these take
   nothing of its time. */
static void write_outside(struct turn *turn,
                          const struct callback_row *callback, int64_t due_us)
{
    const struct callback_time time =
        callback_time_rest(turn, callback, due_us);

    WRITE(turn, CALLBACK_POSTPONED, callback_postponed,
          { .callback_id = callback->callback_id,
            .contact_id = contact_of(callback),
            .reason = CALLBACK_WINDOW,
            .due_us = due_us,
            .left_us = time.left_us,
            .expires_us = time.expires_us });
}

static void write_postponed(struct turn *turn,
                            const struct callback_row *callback,
                            enum callback_reason reason, int64_t due_us)
{
    WRITE(turn, CALLBACK_POSTPONED, callback_postponed,
          { .callback_id = callback->callback_id,
            .contact_id = contact_of(callback),
            .reason = reason,
            .due_us = due_us });
}

/* For whom an agent is wanted who is offline anybody calls. */
static struct joining place_of(const struct turn *turn,
                               const struct callback_row *callback)
{
    const struct desk_row *desk = state_desk(turn->state, callback->agent_id);
    bool is_there = desk && desk->state != AGENT_OFFLINE;
    static const int64_t wanted_for_us = INT64_C(600000000);

    return (struct joining){
        .queue = state_queue(turn->state, callback->queue_id),
        .priority = callback->priority,
        .since_us = callback->since_us ? callback->since_us : turn->now_us,
        .wanted_agent_id = is_there ? callback->agent_id : 0,
        .wanted_for_us = wanted_for_us,
        .demand = callback->demand.text,
    };
}

static void write_barred(struct turn *turn, const struct callback_row *callback,
                         const struct callback_bar *bar)
{
    if (bar->reason == CALLBACK_WINDOW)
        write_outside(turn, callback, bar->due_us);
    else
        write_postponed(turn, callback, bar->reason, bar->due_us);
}

/* The contact is none of the state's yet. */
static void write_in_line(struct turn *turn,
                          const struct callback_row *callback)
{
    const struct joining joining = place_of(turn, callback);
    const struct contact_row contact = {
        .contact_id = (uint64_t)state_system(turn->state)->contacts + 1,
        .place = PLACE_QUEUE,
        .added_us = callback->added_us,
        .callback_id = callback->callback_id,
    };

    WRITE(turn, CALLBACK_BEGAN, callback_began,
          { .callback_id = callback->callback_id,
            .contact_id = contact.contact_id,
            .queue_id = callback->queue_id,
            .caller = callback->number,
            .caller_name = callback->caller_name,
            .language = callback->language,
            .demand = callback->demand,
            .added_us = callback->added_us,
            .since_us = joining.since_us,
            .is_named = callback->caller_name.text[0] != '\0',
            .kept_us = turn->now_us - joining.since_us });
    write_queued(turn, &contact, &joining);
}

static void write_its_turn(struct turn *turn,
                           const struct callback_row *callback)
{
    struct way_out way;
    const struct callback_bar bar = callback_bar(turn, callback, &way);

    if (bar.refusal)
        write_callback_ended(turn, callback, CALLBACK_BARRED);
    else if (bar.waits)
        write_barred(turn, callback, &bar);
    else if (state_row_count(turn->state, ROW_CONTACT) >= STATE_MAX_CONTACTS)
        write_postponed(turn, callback, CALLBACK_AGAIN,
                        wall_now_us(turn) + FAULT_US);
    else
        write_in_line(turn, callback);
}

/* Unless its queue was shut for a part of its time: not yet. */
static void write_expired(struct turn *turn,
                          const struct callback_row *callback)
{
    struct callback_time time;

    if (callback_has_time(turn, callback, &time)) {
        WRITE(turn, CALLBACK_PROLONGED, callback_prolonged,
              { .callback_id = callback->callback_id,
                .expires_us = time.expires_us,
                .left_us = time.left_us,
                .latest_us = time.latest_us,
                .contact_id = contact_of(callback) });
        return;
    }

    write_callback_ended(turn, callback, CALLBACK_EXPIRED);
    write_callback_out_of_line(turn, callback, END_EXPIRED);
}

void write_callback_due(struct turn *turn, uint64_t callback_id)
{
    const struct callback_row *callback =
        state_callback(turn->state, callback_id);

    if (callback_is_over(callback)) {
        WRITE(turn, CALLBACK_FORGOTTEN, callback_forgotten,
              { .callback_id = callback_id });
    } else if (callback->expires_us <= wall_now_us(turn)) {
        write_expired(turn, callback);
    } else {
        write_its_turn(turn, callback);
    }
}

/* The contact is gone, and nobody has talked. */

static int64_t next_try_us(const struct turn *turn,
                           const struct event_queue_set *queue, int64_t tries)
{
    return wall_now_us(turn) +
           ((queue->callback_retry_ms * 1000) << (tries - 1));
}

/* Whether somebody was dialled in vain, by no fault of ours. */
static bool was_tried(const struct callback_row *callback)
{
    return callback->state == CALLBACK_CALLING &&
           callback->last_cause != END_SERVER_RESTART &&
           callback->last_cause != END_FAULT;
}

void decide_callback(struct turn *turn, uint64_t callback_id)
{
    const struct callback_row *callback =
        state_callback(turn->state, callback_id);
    const struct event_queue_set *queue =
        state_queue(turn->state, callback->queue_id);
    struct way_out way;
    const struct callback_bar bar = callback_bar(turn, callback, &way);

    if (callback->last_cause == END_BY_SUPERVISOR)
        write_callback_ended(turn, callback, CALLBACK_CANCELLED);
    else if (bar.refusal)
        write_callback_ended(turn, callback, CALLBACK_BARRED);
    else if (was_tried(callback) && callback->tries >= queue->callback_tries)
        write_callback_ended(turn, callback, CALLBACK_UNREACHED);
    else if (was_tried(callback))
        write_postponed(turn, callback, CALLBACK_NOT_REACHED,
                        next_try_us(turn, queue, callback->tries));
    else if (bar.waits)
        write_barred(turn, callback, &bar);
    else
        write_postponed(turn, callback, CALLBACK_AGAIN,
                        wall_now_us(turn) +
                            (callback->last_cause == END_FAULT ? FAULT_US : 0));
}
