/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callbacks are asked for, changed and cancelled: see callback_due.c for their
   time. */

#include "core/callback.h"

#include "core/callback_ahead.h"
#include "core/callback_window.h"
#include "core/way_out.h"

enum { USUAL_PRIORITY = 50 };

static const int64_t AHEAD_US = 90 * DAY_US;

static int64_t wall_now_us(const struct turn *turn)
{
    return state_wall_us(turn->state, turn->now_us);
}

/* Asked for. */

static enum refusal check_due(const struct turn *turn, int64_t due_us)
{
    int64_t wall_us = wall_now_us(turn);

    return due_us == 0 || (due_us > wall_us && due_us <= wall_us + AHEAD_US)
               ? REFUSED_NOT
               : REFUSED_BAD_DUE;
}

static enum refusal check_agent(const struct turn *turn, uint64_t agent_id)
{
    return !agent_id || state_desk(turn->state, agent_id) ? REFUSED_NOT
                                                          : REFUSED_NO_AGENT;
}

static bool has_room(const struct turn *turn)
{
    return state_row_count(turn->state, ROW_CALLBACK) < STATE_MAX_CALLBACKS;
}

static uint64_t next_id(const struct turn *turn)
{
    return (uint64_t)state_system(turn->state)->callbacks + 1;
}

/* It may have ended long ago, of which nothing but its number is known. */
static enum refusal check_contact(const struct turn *turn, uint64_t contact_id)
{
    return contact_id <= (uint64_t)state_system(turn->state)->contacts
               ? REFUSED_NOT
               : REFUSED_NO_CONTACT;
}

static enum refusal check_texts(const struct command_ask_callback *c)
{
    const struct record *record = command_record(COMMAND_ASK_CALLBACK);

    if (!field_is_valid(record_field(record, "note"), c))
        return REFUSED_BAD_NOTE;

    return field_is_valid(record_field(record, "caller_name"), c) &&
                   c->priority >= 0 && c->priority <= 100 &&
                   (unsigned)c->language < speech_count
               ? REFUSED_NOT
               : REFUSED_BAD_VALUE;
}

static enum refusal check_asked(struct turn *turn,
                                const struct command_ask_callback *c)
{
    const struct event_queue_set *queue = state_queue(turn->state, c->queue_id);
    enum refusal refusal = queue ? check_texts(c) : REFUSED_NO_QUEUE;

    if (!refusal)
        refusal = check_due(turn, c->due_us);
    if (!refusal)
        refusal = check_agent(turn, c->agent_id);
    if (!refusal)
        refusal = check_callback_number(turn, queue, &c->number);
    if (!refusal && callback_open(turn->state, c->queue_id, &c->number))
        refusal = REFUSED_CALLBACK_THERE;
    if (!refusal && !has_room(turn))
        refusal = REFUSED_TOO_MANY;

    return refusal;
}

/* One at a time is waited for from then on. */
enum refusal decide_callback_after(struct turn *turn,
                                   const struct command_ask_callback *c,
                                   uint64_t contact_id)
{
    enum refusal refusal = check_asked(turn, c);
    const struct event_queue_set *queue = state_queue(turn->state, c->queue_id);
    int64_t due_us = c->due_us ? c->due_us : wall_now_us(turn);

    if (refusal)
        return refusal;

    const struct callback_time time = callback_time_from(turn, queue, due_us);

    turn->made_id = next_id(turn);
    WRITE(turn, CALLBACK_ASKED, callback_asked,
          { .callback_id = turn->made_id,
            .queue_id = c->queue_id,
            .contact_id = contact_id,
            .origin = CALLBACK_BY_PERSON,
            .number = c->number,
            .caller_name = c->caller_name,
            .note = c->note,
            .language = c->language,
            .agent_id = c->agent_id,
            .priority = c->priority ? c->priority : USUAL_PRIORITY,
            .since_us = c->due_us ? 0 : turn->now_us,
            .due_us = due_us,
            .expires_us = time.expires_us,
            .left_us = time.left_us,
            .latest_us = time.latest_us });
    return REFUSED_NOT;
}

enum refusal decide_ask_callback(struct turn *turn,
                                 const struct command_ask_callback *c)
{
    enum refusal refusal = check_contact(turn, c->contact_id);

    return refusal ? refusal : decide_callback_after(turn, c, c->contact_id);
}

/* At another time, which the caller has just chosen: whatever stands in line
   for it goes, or it would be called now. One that is being dialled comes
   anyway. */
static bool write_chosen(struct turn *turn, const struct callback_row *callback,
                         const struct callback_wish *wish)
{
    const struct callback_time time =
        callback_time_from(turn, wish->queue, wish->due_us);

    if (callback->state == CALLBACK_CALLING)
        return false;

    WRITE(turn, CALLBACK_CHANGED, callback_changed,
          { .callback_id = callback->callback_id,
            .agent_id = callback->agent_id,
            .due_us = wish->due_us,
            .expires_us = time.expires_us,
            .left_us = time.left_us,
            .latest_us = time.latest_us });
    write_callback_out_of_line(turn, callback, END_CALLBACK);
    return true;
}

/* It is promised now: one that waits for a later time comes in the place that
   the caller has, unless it has an earlier one. What stands in line, or is
   dialled, comes anyway. */
static void write_sooner(struct turn *turn, const struct callback_row *callback,
                         int64_t since_us)
{
    bool is_earlier = callback->since_us && callback->since_us < since_us;

    if (callback->state == CALLBACK_WAITS)
        WRITE(turn, CALLBACK_CHANGED, callback_changed,
              { .callback_id = callback->callback_id,
                .agent_id = callback->agent_id,
                .due_us = wall_now_us(turn),
                .expires_us = callback->expires_us,
                .since_us = is_earlier ? callback->since_us : since_us,
                .left_us = callback->left_us,
                .latest_us = callback->latest_us,
                .any_hour = callback->any_hour });
}

bool write_callback_asked_by(struct turn *turn,
                             const struct contact_row *contact,
                             const struct callback_wish *wish, int64_t priority,
                             int64_t since_us)
{
    int64_t wall_us = wall_now_us(turn);
    const struct callback_row *open =
        callback_open(turn->state, wish->queue->id, wish->number);

    if (open && wish->due_us)
        return write_chosen(turn, open, wish);
    if (open) {
        write_sooner(turn, open, since_us);
        return true;
    }

    int64_t due_us = wish->due_us ? wish->due_us : wall_us;
    const struct callback_time time =
        callback_time_from(turn, wish->queue, due_us);

    WRITE(turn, CALLBACK_ASKED, callback_asked,
          { .callback_id = next_id(turn),
            .queue_id = wish->queue->id,
            .contact_id = contact->contact_id,
            .origin = wish->origin,
            .number = *wish->number,
            .caller_name = *state_caller_name(turn->state, contact->contact_id),
            .language = contact->language,
            .priority = priority,
            .added_us = contact->added_us,
            .demand = *state_demand(turn->state, contact->contact_id),
            .since_us = wish->due_us ? 0 : since_us,
            .due_us = due_us,
            .expires_us = time.expires_us,
            .left_us = time.left_us,
            .latest_us = time.latest_us });
    return true;
}

/* Changed. */

static enum refusal check_open(const struct turn *turn,
                               const struct callback_row *callback)
{
    if (!callback)
        return REFUSED_NO_CALLBACK;
    if (callback_is_over(callback))
        return REFUSED_CALLBACK_OVER;

    return callback->state == CALLBACK_CALLING &&
                   !rings_ahead(turn->state, callback)
               ? REFUSED_CALLBACK_RUNS
               : REFUSED_NOT;
}

/* No sooner than it was to be given up, which of a queue that is closed is
   nothing but the latest moment. */
static struct callback_time time_changed(const struct turn *turn,
                                         const struct callback_row *callback,
                                         const struct event_queue_set *queue,
                                         int64_t due_us)
{
    struct callback_time time = callback_time_from(turn, queue, due_us);

    if (callback->latest_us > time.latest_us)
        time.latest_us = callback->latest_us;
    if (callback->expires_us > time.expires_us &&
        !state_tally(turn->state, queue->id)->closed_us)
        time.expires_us = callback->expires_us;
    return time;
}

/* Whoever calls by hand hears at once that it would have to wait. A time that
   is given may be any: it waits then. */
static enum refusal check_window(const struct turn *turn,
                                 const struct callback_row *callback,
                                 const struct event_queue_set *queue)
{
    int64_t wall_us = wall_now_us(turn);

    return callback_window_opens_us(turn->book, queue->callback_window.text,
                                    callback->number.text, wall_us) > wall_us
               ? REFUSED_OUTSIDE_WINDOW
               : REFUSED_NOT;
}

enum refusal decide_change_callback(struct turn *turn,
                                    const struct command_change_callback *c)
{
    const struct callback_row *callback =
        state_callback(turn->state, c->callback_id);
    enum refusal refusal = check_open(turn, callback);
    int64_t due_us = c->due_us ? c->due_us : wall_now_us(turn);

    if (!refusal && !c->due_us && callback->state == CALLBACK_CALLING)
        refusal = REFUSED_CALLBACK_RUNS; /* it is called now already */
    if (!refusal)
        refusal = check_due(turn, c->due_us);
    if (!refusal)
        refusal = check_agent(turn, c->agent_id);
    if (refusal)
        return refusal;

    const struct event_queue_set *queue =
        state_queue(turn->state, callback->queue_id);

    if (!queue)
        return REFUSED_NO_QUEUE;
    if (!c->due_us && !c->any_hour)
        refusal = check_window(turn, callback, queue);
    if (refusal)
        return refusal;

    const struct callback_time time =
        time_changed(turn, callback, queue, due_us);

    WRITE(turn, CALLBACK_CHANGED, callback_changed,
          { .callback_id = callback->callback_id,
            .agent_id = c->agent_id,
            .due_us = due_us,
            .expires_us = time.expires_us,
            .since_us = c->due_us ? 0 : callback->since_us,
            .left_us = time.left_us,
            .latest_us = time.latest_us,
            .any_hour = c->any_hour });
    write_callback_out_of_line(turn, callback, END_BY_SUPERVISOR);
    return REFUSED_NOT;
}

enum refusal decide_cancel_callback(struct turn *turn,
                                    const struct command_cancel_callback *c)
{
    const struct callback_row *callback =
        state_callback(turn->state, c->callback_id);
    enum refusal refusal = check_open(turn, callback);

    if (refusal)
        return refusal;

    write_callback_cancelled(turn, callback);
    return REFUSED_NOT;
}

void write_callback_cancelled(struct turn *turn,
                              const struct callback_row *callback)
{
    write_callback_ended(turn, callback, CALLBACK_CANCELLED);
    write_callback_out_of_line(turn, callback, END_BY_SUPERVISOR);
}
