/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done with a message: the journal tells it. */

#include "web/voicemail.h"

#include <stdlib.h>

#include "jobs/query.h"
#include "web/known.h"
#include "web/listing.h"
#include "web/voicemail_whose.h"
#include "wire/shape.h"

struct history_job {
    struct exchange_job base;
    uint64_t message_id;
    uint64_t contact_id; /* who left it: all of its events are of that one */
    struct event *events;
    size_t count;
    int rc;
};

/* One event as a deed; false: it is none with this message. */

static enum message_deed deed_of(enum message_state state)
{
    switch (state) {
    case MESSAGE_HEARD:
        return DEED_HEARD;
    case MESSAGE_SAVED:
        return DEED_SAVED;
    case MESSAGE_DONE:
        return DEED_DONE;
    case MESSAGE_DELETED:
        return DEED_DELETED;
    case MESSAGE_BEING_LEFT:
    case MESSAGE_NEW:
        break;
    }
    return DEED_RENEWED;
}

static uint64_t message_of(const struct event *event)
{
    const struct record *record = event_record((unsigned)event->type);
    const struct field *field = event->type == EVENT_RECORDING_LISTENED
                                    ? record_field(record, "recording_id")
                                    : record_field(record, "message_id");

    return field ? (uint64_t)field_get_integer(field, &event->as) : 0;
}

static bool read_deed(const struct event *event, struct shape_message_deed *ret)
{
    switch (event->type) {
    case EVENT_MESSAGE_LEFT:
        ret->deed = DEED_LEFT;
        ret->agent_id = event->as.message_left.agent_id;
        ret->box_id = event->as.message_left.box_id;
        return true;
    case EVENT_RECORDING_LISTENED:
        ret->deed = event->as.recording_listened.way == LISTENING_BY_PHONE
                        ? DEED_LISTENED
                        : DEED_DOWNLOADED;
        return true;
    case EVENT_MESSAGE_CALLED_BACK:
        ret->deed = DEED_CALLED_BACK;
        ret->agent_id = event->as.message_called_back.agent_id;
        return true;
    case EVENT_MESSAGE_MARKED:
        ret->deed = deed_of(event->as.message_marked.state);
        return true;
    case EVENT_MESSAGE_ASSIGNED:
        ret->agent_id = event->as.message_assigned.agent_id;
        ret->deed = ret->agent_id ? DEED_GIVEN : DEED_GIVEN_BACK;
        return true;
    case EVENT_MESSAGE_FORWARDED:
        ret->deed = DEED_FORWARDED;
        ret->agent_id = event->as.message_forwarded.agent_id;
        ret->box_id = event->as.message_forwarded.to_id;
        return true;
    case EVENT_MESSAGE_TRANSCRIBED:
        ret->deed = DEED_WRITTEN;
        return true;
    case EVENT_DELIVERY_ENDED:
        ret->deed = event->as.delivery_ended.result == DELIVERY_SENT
                        ? DEED_SENT
                        : DEED_NOT_SENT;
        ret->agent_id = event->as.delivery_ended.agent_id;
        return event->as.delivery_ended.result != DELIVERY_VOID;
    default:
        return false;
    }
}

/* All of them. */

/* Whoever and whatever is gone meanwhile has no name any more. */
static void fill_names(const struct exchange *exchange,
                       struct shape_message_deed *deed)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_user_set *user = state_user(floor, deed->user_id);
    const struct event_agent_set *agent = state_agent(floor, deed->agent_id);
    const struct event_box_set *box = state_box(floor, deed->box_id);

    if (user)
        deed->user = user->name;
    if (agent)
        deed->agent = agent->name;
    if (box)
        deed->box = box->name;
    known_hide(&exchange->asker, floor, shape_record(SHAPE_MESSAGE_DEED), deed);
}

static size_t fill(const struct exchange *exchange,
                   const struct history_job *work,
                   struct shape_message_deed *ret_deeds)
{
    const struct state *floor = exchange_floor(exchange);
    size_t count = 0;

    for (size_t i = 0; i < work->count; i++) {
        const struct event *event = &work->events[i];
        struct shape_message_deed deed = {
            .seq = event->seq,
            .wall_us = state_wall_us(floor, event->at_us),
            .user_id = event->by,
        };

        if (message_of(event) != work->message_id || !read_deed(event, &deed))
            continue;
        fill_names(exchange, &deed);
        ret_deeds[count++] = deed;
    }
    return count;
}

static void then_tell(struct exchange *exchange, struct exchange_job *base)
{
    struct history_job *work = (struct history_job *)base;
    struct shape_message_deed *deeds =
        work->rc < 0 ? NULL : calloc(work->count + 1, sizeof(*deeds));

    if (!deeds) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    listing_answer_all(exchange, shape_record(SHAPE_MESSAGE_DEED), deeds,
                       fill(exchange, work, deeds), EVENT_WHOLE);
    free(deeds);
}

static void work_history(struct job *job, void *hands)
{
    struct history_job *work = (struct history_job *)job;

    work->rc = query_contact_events(hands, work->contact_id, &work->events,
                                    &work->count);
}

static void drop_history(struct exchange_job *base)
{
    struct history_job *work = (struct history_job *)base;

    free(work->events);
    free(work);
}

void voicemail_history(struct exchange *exchange)
{
    const struct message_row *message = voicemail_find(exchange);
    struct history_job *work = message ? calloc(1, sizeof(*work)) : NULL;

    if (!message)
        return;
    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->base.to_do.job.work = work_history;
    work->base.then = then_tell;
    work->base.drop = drop_history;
    work->message_id = message->message_id;
    work->contact_id = message->contact_id;
    exchange_work(exchange, &work->base);
}
