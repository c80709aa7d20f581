/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callbacks are asked for, changed and cancelled; their time comes, and goes. */

#include "core/callback.h"

#include "core/way_out.h"

enum { USUAL_PRIORITY = 50 };

static const int64_t AHEAD_US = 90 * DAY_US;

/* What is over is shown for so long. */
static const int64_t SHOWN_US = DAY_US;

/* A phone, or the server, failed: not at once again. */
static const int64_t FAULT_US = INT64_C(60000000);

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
    return decide_callback_after(turn, c, 0);
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
                .latest_us = callback->latest_us });
}

void write_callback_asked_by(struct turn *turn,
                             const struct contact_row *contact,
                             const struct callback_wish *wish, int64_t priority,
                             int64_t since_us)
{
    int64_t wall_us = wall_now_us(turn);
    const struct callback_row *open =
        callback_open(turn->state, wish->queue->id, wish->number);

    if (open) {
        write_sooner(turn, open, since_us);
        return;
    }

    const struct callback_time time =
        callback_time_from(turn, wish->queue, wall_us);

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
            .since_us = since_us,
            .due_us = wall_us,
            .expires_us = time.expires_us,
            .left_us = time.left_us,
            .latest_us = time.latest_us });
}

/* Changed. */

static enum refusal check_open(const struct callback_row *callback)
{
    if (!callback)
        return REFUSED_NO_CALLBACK;
    if (callback_is_over(callback))
        return REFUSED_CALLBACK_OVER;

    return callback->state == CALLBACK_CALLING ? REFUSED_CALLBACK_RUNS
                                               : REFUSED_NOT;
}

/* What stands in line for it goes: in its time another contact does. */
static void write_out_of_line(struct turn *turn,
                              const struct callback_row *callback,
                              enum end_cause cause)
{
    const struct contact_row *contact =
        callback->is_live ? state_contact(turn->state, callback->contact_id)
                          : NULL;

    if (contact)
        write_contact_ended(turn, contact, cause, (struct silence){ 0 });
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

enum refusal decide_change_callback(struct turn *turn,
                                    const struct command_change_callback *c)
{
    const struct callback_row *callback =
        state_callback(turn->state, c->callback_id);
    enum refusal refusal = check_open(callback);
    int64_t due_us = c->due_us ? c->due_us : wall_now_us(turn);

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

    const struct callback_time time =
        time_changed(turn, callback, queue, due_us);

    WRITE(turn, CALLBACK_CHANGED, callback_changed,
          { .callback_id = callback->callback_id,
            .agent_id = c->agent_id,
            .due_us = due_us,
            .expires_us = time.expires_us,
            .since_us = c->due_us ? 0 : callback->since_us,
            .left_us = time.left_us,
            .latest_us = time.latest_us });
    write_out_of_line(turn, callback, END_BY_SUPERVISOR);
    return REFUSED_NOT;
}

enum refusal decide_cancel_callback(struct turn *turn,
                                    const struct command_cancel_callback *c)
{
    const struct callback_row *callback =
        state_callback(turn->state, c->callback_id);
    enum refusal refusal = check_open(callback);

    if (refusal)
        return refusal;

    write_callback_cancelled(turn, callback);
    return REFUSED_NOT;
}

void write_callback_cancelled(struct turn *turn,
                              const struct callback_row *callback)
{
    write_callback_ended(turn, callback, CALLBACK_CANCELLED);
    write_out_of_line(turn, callback, END_BY_SUPERVISOR);
}

void write_callback_ended(struct turn *turn,
                          const struct callback_row *callback,
                          enum callback_state state)
{
    WRITE(turn, CALLBACK_ENDED, callback_ended,
          { .callback_id = callback->callback_id,
            .contact_id = callback->contact_id,
            .state = state,
            .due_us = wall_now_us(turn) + SHOWN_US });
}

/* Its time. */

static void write_postponed(struct turn *turn,
                            const struct callback_row *callback,
                            enum callback_reason reason, int64_t due_us)
{
    WRITE(turn, CALLBACK_POSTPONED, callback_postponed,
          { .callback_id = callback->callback_id,
            .contact_id = callback->contact_id,
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
            .is_named = callback->caller_name.text[0] != '\0' });
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
        write_postponed(turn, callback, bar.reason, bar.due_us);
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
                .latest_us = time.latest_us });
        return;
    }

    write_callback_ended(turn, callback, CALLBACK_EXPIRED);
    write_out_of_line(turn, callback, END_EXPIRED);
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
        write_postponed(turn, callback, bar.reason, bar.due_us);
    else
        write_postponed(turn, callback, CALLBACK_AGAIN,
                        wall_now_us(turn) +
                            (callback->last_cause == END_FAULT ? FAULT_US : 0));
}
