/* SPDX-License-Identifier: GPL-3.0-or-later */
/* To begin and to stop are commands; the rest is asked of the main thread. */

#include "web/listening.h"

#include <string.h>

#include "web/lookup.h"
#include "web/recordings_inside.h"
#include "wire/record_json.h"

static const int64_t US_PER_MS = 1000;

void recordings_play(struct exchange *exchange, struct recording_job *work)
{
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_LISTEN },
    };
    struct command_listen *command = &request.command.as.listen;

    if (work->recording.state == RECORDING_LOST ||
        work->recording.state == RECORDING_DELETED) {
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
        return;
    }

    command->recording_id = work->recording.recording_id;
    command->contact_id = work->recording.contact_id;
    command->agent_id = work->recording.agent_id;
    command->length_us = work->recording.length_us;
    memcpy(command->object.text, work->object, sizeof(work->object));
    exchange_ask(exchange, &request, exchange_answer_done);
}

void listening_begin(struct exchange *exchange)
{
    recordings_ask_one(exchange, recordings_play);
}

static void answer(struct exchange *exchange,
                   const struct shape_listening *listening)
{
    answer_with_value(
        &exchange->answer, 200,
        record_to_json(shape_record(SHAPE_LISTENING), listening, EVENT_WHOLE));
}

static void then_known(struct exchange *exchange, const struct web_reply *reply)
{
    const struct shape_listening listening = {
        .recording_id = reply->listening.is_prompt ? 0 : reply->id,
        .prompt_id = reply->listening.is_prompt ? reply->id : 0,
        .ringing = reply->listening.is_ringing,
        .paused = reply->listening.is_paused,
        .at_us = reply->listening.at_ms * US_PER_MS,
        .length_us = reply->listening.length_ms * US_PER_MS,
        .speed_percent = reply->listening.speed_pct,
    };

    answer(exchange, &listening);
}

static void then_stopped(struct exchange *exchange,
                         const struct web_reply *reply)
{
    const struct shape_listening nothing = { 0 };

    (void)reply;
    answer(exchange, &nothing);
}

static void ask_to_stop(struct exchange *exchange)
{
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_STOP_LISTENING },
    };

    request.command.as.stop_listening.agent_id = exchange->asker.agent_id;
    exchange_ask(exchange, &request, then_stopped);
}

static void ask_to_do(struct exchange *exchange, enum listening_action action,
                      int64_t value)
{
    struct web_request request = { .task = WEB_LISTEN };

    request.listen.action = action;
    request.listen.value = value;
    exchange_ask(exchange, &request, then_known);
}

void listening_read(struct exchange *exchange)
{
    ask_to_do(exchange, LISTENING_STATUS, 0);
}

void listening_control(struct exchange *exchange)
{
    struct shape_listening_asked asked = { 0 };

    if (!lookup_body(exchange, shape_record(SHAPE_LISTENING_ASKED), NULL,
                     &asked))
        return;
    if (asked.action == LISTENING_STOP)
        ask_to_stop(exchange);
    else
        ask_to_do(exchange, asked.action, asked.value);
}
