/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists, one message, its sound; and commands on their way to the core. */

#include "web/voicemail.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/state_search.h"
#include "jobs/messages.h"
#include "jobs/query.h"
#include "jobs/recordings.h"
#include "web/known.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/people.h"
#include "web/recordings_inside.h"
#include "web/voicemail_whose.h"
#include "wire/record_json.h"

static bool may_hear(const struct exchange *exchange, uint64_t box_id,
                     uint64_t agent_id)
{
    return voicemail_hears(&exchange->asker, exchange->match.route->permission,
                           exchange_floor(exchange), box_id, agent_id);
}

/* Lists. */

static struct json_t *to_json(const struct exchange *exchange,
                              struct shape_message *message)
{
    return record_to_json(shape_record(SHAPE_MESSAGE), message,
                          lookup_view(exchange));
}

static void fill_names(const struct exchange *exchange,
                       struct shape_message *message)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_box_set *box = state_box(floor, message->box_id);
    const struct event_agent_set *agent = state_agent(floor, message->agent_id);

    if (box)
        message->box = box->name;
    if (agent)
        message->agent = agent->name;
    known_hide(&exchange->asker, floor, shape_record(SHAPE_MESSAGE), message);
    if (!message->caller_name.text[0])
        voicemail_colleague(floor, message->message_id, &message->caller_name);
}

struct messages_job {
    struct exchange_job base;
    struct listing listing;
    uint32_t limit;
    struct shape_message *rows;
    size_t count;
    int rc;
};

static void work_list(struct job *job, void *hands)
{
    struct messages_job *work = (struct messages_job *)job;

    work->rc = query_messages(hands, work->listing.cursor, work->limit,
                              &work->rows, &work->count);
}

static void drop_list(struct exchange_job *base)
{
    struct messages_job *work = (struct messages_job *)base;

    free(work->rows);
    free(work);
}

/* Those who may hear it see whose it is. */
static bool complete(const struct exchange *exchange, void *row)
{
    struct shape_message *message = row;

    fill_names(exchange, message);
    return may_hear(exchange, message->box_id, message->agent_id);
}

static void then_list(struct exchange *exchange, struct exchange_job *base)
{
    struct messages_job *work = (struct messages_job *)base;
    const struct listing_page page = {
        .rc = work->rc,
        .rows = work->rows,
        .count = work->count,
        .limit = work->limit,
        .complete = complete,
    };

    listing_answer_page(exchange, shape_record(SHAPE_MESSAGE), &work->listing,
                        &page, lookup_view(exchange));
}

static bool read_query(struct exchange *exchange, struct messages_job *work)
{
    if (!listing_read(exchange, shape_record(SHAPE_MESSAGE), &work->listing))
        return false;
    if (work->listing.sort) {
        listing_refuse_order(exchange, "");
        return false;
    }

    work->limit = QUERY_MAX_ROWS;
    return true;
}

void voicemail_list(struct exchange *exchange)
{
    struct messages_job *work = calloc(1, sizeof(*work));

    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->base.to_do.job.work = work_list;
    work->base.then = then_list;
    work->base.drop = drop_list;
    if (read_query(exchange, work))
        exchange_work(exchange, &work->base);
    else
        drop_list(&work->base);
}

/* One, as it is now. */

struct message_job {
    struct recording_job sound; /* first */
    struct shape_message message;
    void (*then)(struct exchange *exchange, struct message_job *work);
};

static void work_one(struct job *job, void *hands)
{
    struct message_job *work = (struct message_job *)job;
    struct recording_job *sound = &work->sound;

    sound->rc = query_message(hands, sound->recording_id, &work->message);
    if (sound->rc == 0)
        sound->rc = query_sound(hands, sound->recording_id, &sound->recording,
                                sound->object);
}

static void drop_one(struct exchange_job *base)
{
    free(base);
}

static void then_one(struct exchange *exchange, struct exchange_job *base)
{
    struct message_job *work = (struct message_job *)base;
    int rc = work->sound.rc;

    if (rc == -ENOENT || rc == -ENODATA)
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
    else if (rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else
        work->then(exchange, work);
}

static void ask_one(struct exchange *exchange,
                    void (*then)(struct exchange *exchange,
                                 struct message_job *work))
{
    const struct message_row *message = voicemail_find(exchange);
    struct message_job *work = message ? calloc(1, sizeof(*work)) : NULL;

    if (!message)
        return;
    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->sound.base.to_do.job.work = work_one;
    work->sound.base.then = then_one;
    work->sound.base.drop = drop_one;
    work->sound.recording_id = message->message_id;
    work->sound.kind = "message";
    work->then = then;
    exchange_work(exchange, &work->sound.base);
}

static void then_read(struct exchange *exchange, struct message_job *work)
{
    fill_names(exchange, &work->message);
    answer_with_value(&exchange->answer, 200,
                      to_json(exchange, &work->message));
}

void voicemail_read(struct exchange *exchange)
{
    ask_one(exchange, then_read);
}

static void then_download(struct exchange *exchange, struct message_job *work)
{
    recordings_send(exchange, &work->sound);
}

void voicemail_download(struct exchange *exchange)
{
    ask_one(exchange, then_download);
}

static void then_listen(struct exchange *exchange, struct message_job *work)
{
    recordings_play(exchange, &work->sound);
}

void voicemail_listen(struct exchange *exchange)
{
    ask_one(exchange, then_listen);
}

/* The agent's own phone first, then whoever left the message: the number may be
   one that the agent does not see. It counts for the box's queue, if the agent
   serves that. */
static void then_call_back(struct exchange *exchange, struct message_job *work)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_box_set *box = state_box(floor, work->message.box_id);
    uint64_t agent_id = exchange->asker.agent_id;
    bool is_served =
        box && box->queue_id && state_assigned(floor, agent_id, box->queue_id);
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_DIAL },
    };

    request.command.as.dial = (struct command_dial){
        .agent_id = agent_id,
        .number = work->message.caller,
        .message_id = work->message.message_id,
        .queue_id = is_served ? box->queue_id : 0,
    };
    exchange_ask(exchange, &request, exchange_answer_done);
}

void voicemail_call_back(struct exchange *exchange)
{
    ask_one(exchange, then_call_back);
}

/* Commands. */

void voicemail_command(struct exchange *exchange)
{
    const struct message_row *message = voicemail_find(exchange);

    if (message)
        people_command(exchange, message->message_id);
}

void voicemail_mark(struct exchange *exchange)
{
    const struct message_row *message = voicemail_find(exchange);
    struct shape_message_marked asked = { .state = MESSAGE_NEW };
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_MARK_MESSAGE },
    };

    if (!message || !lookup_body(exchange, shape_record(SHAPE_MESSAGE_MARKED),
                                 NULL, &asked))
        return;
    request.command.as.mark_message.message_id = message->message_id;
    request.command.as.mark_message.state = asked.state;
    exchange_ask(exchange, &request, exchange_answer_done);
}

void voicemail_delete(struct exchange *exchange)
{
    const struct message_row *message = voicemail_find(exchange);
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_MARK_MESSAGE },
    };

    if (!message)
        return;
    request.command.as.mark_message.message_id = message->message_id;
    request.command.as.mark_message.state = MESSAGE_DELETED;
    exchange_ask(exchange, &request, exchange_answer_done);
}

void voicemail_transcribe(struct exchange *exchange)
{
    if (voicemail_find(exchange))
        exchange_refuse(exchange, PROBLEM_NOT_TRANSCRIBED);
}
