/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exchanges that wait: for the main thread, or for a worker. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "web/exchange.h"
#include "web/inside.h"
#include "web/uses.h"

static struct exchange *find(struct web *web, struct web_slot slot)
{
    if (slot.index >= WEB_MAX_SLOTS ||
        web->slots.generations[slot.index] != slot.generation)
        return NULL;
    return web->slots.exchanges[slot.index];
}

/* Notes the key as being done, and lets it be kept with the command. */
static int note_first(struct exchange *exchange, struct web_request *request)
{
    struct web *web = exchange->web;
    struct repeat repeat = { .wall_us =
                                 state_wall_us(web->floor, web_now_us(web)) };
    struct web_side *side = &request->sides[request->side_count];
    char value[REPEAT_VALUE_SIZE];

    if (!exchange->repeat_key[0])
        return 0;
    assert(request->side_count < WEB_MAX_SIDES);

    memcpy(repeat.key, exchange->repeat_key, sizeof(exchange->repeat_key));
    memcpy(repeat.fingerprint, exchange->fingerprint, FINGERPRINT_SIZE);
    int rc = repeats_add(web->repeats, &repeat);
    if (rc < 0)
        return rc;

    repeat_print(&repeat, value);
    side->kind = WEB_SIDE_IDEMPOTENCY;
    memcpy(side->key, repeat.key, sizeof(side->key));
    side->value = malloc(REPEAT_VALUE_SIZE); /* with room for the outcome */
    if (!side->value) {
        repeats_remove(web->repeats, repeat.key);
        return -ENOMEM;
    }
    memcpy(side->value, value, sizeof(value));
    request->side_count++;
    return 0;
}

static void wait_for_others(struct exchange *exchange)
{
    exchange->waits = true;
    exchange->wait_until_us =
        web_now_us(exchange->web) +
        INT64_C(1000000) * exchange->web->settings.reply_timeout_s;
}

void exchange_ask(struct exchange *exchange, struct web_request *request,
                  void (*then)(struct exchange *exchange,
                               const struct web_reply *reply))
{
    assert(exchange && request && then);

    if (exchange->is_repeat) {
        web_request_done(request);
        exchange->answer.is_replay = true;
        then(exchange, &exchange->first_reply);
        return;
    }

    request->slot = exchange->slot;
    request->command.by = exchange->asker.user_id;
    int rc = note_first(exchange, request);
    if (rc < 0)
        web_request_done(request);
    else
        rc = to_main_put(exchange->web->to_main, request);
    if (rc < 0) {
        if (exchange->repeat_key[0])
            repeats_remove(exchange->web->repeats, exchange->repeat_key);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    exchange->then = then;
    wait_for_others(exchange);
}

static void settle_repeat(struct exchange *exchange,
                          const struct web_reply *reply)
{
    struct repeats *repeats = exchange->web->repeats;
    struct repeat *first;

    if (!exchange->repeat_key[0] || exchange->is_repeat)
        return;
    first = repeats_find(repeats, exchange->repeat_key);
    if (!first)
        return;
    if (reply->refusal || reply->problem) {
        repeats_remove(repeats, exchange->repeat_key);
        return;
    }
    first->is_done = true;
    first->id = reply->id;
    first->seq = reply->seq;
}

/* Nobody waits any longer for what the client left behind. */
static void settle(struct exchange *exchange)
{
    if (exchange->waits)
        return;
    if (exchange->client)
        exchange->ready(exchange);
    else
        exchange_free(exchange);
}

void exchange_hear(struct web *web, struct web_slot slot,
                   const struct web_reply *reply)
{
    struct exchange *exchange = find(web, slot);

    if (!exchange || !exchange->then)
        return;

    void (*then)(struct exchange *, const struct web_reply *) = exchange->then;
    exchange->then = NULL;
    exchange->waits = false;
    settle_repeat(exchange, reply);
    if (reply->problem)
        exchange_refuse(exchange, reply->problem);
    else if (reply->refusal == REFUSED_IN_USE && uses_concern(exchange))
        uses_answer(exchange, reply);
    else if (reply->refusal)
        answer_with_refusal(&exchange->answer, exchange->language,
                            (enum refusal)reply->refusal,
                            content_record(exchange->match.route->body));
    else
        then(exchange, reply);
    settle(exchange);
}

static void hear_work(struct web *web, struct web_job *job)
{
    struct exchange_job *work = (struct exchange_job *)job;
    struct exchange *exchange = find(web, work->slot);

    if (exchange) {
        exchange->waits = false;
        if (job->job.dropped)
            exchange_refuse(exchange, PROBLEM_STOPPING);
        else
            work->then(exchange, work);
    }
    work->drop(work);
    if (exchange)
        settle(exchange);
}

static void give(struct exchange *exchange, struct exchange_job *job,
                 int (*submit)(struct web *web, struct web_job *job))
{
    assert(exchange && job && job->then && job->drop);

    job->slot = exchange->slot;
    job->to_do.hear = hear_work;
    if (submit(exchange->web, &job->to_do) < 0) {
        job->drop(job);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    wait_for_others(exchange);
}

void exchange_work(struct exchange *exchange, struct exchange_job *job)
{
    give(exchange, job, web_submit);
}

void exchange_make(struct exchange *exchange, struct exchange_job *job)
{
    give(exchange, job, web_submit_to_makers);
}

void exchange_leave(struct exchange *exchange)
{
    assert(exchange);

    exchange->client = NULL;
    if (!exchange->waits)
        exchange_free(exchange);
}

/* The client hears of it; what is being done goes on without it. */
void exchange_tick(struct web *web)
{
    int64_t now_us = web_now_us(web);
    uint32_t left = WEB_MAX_SLOTS - web->slots.free_count;

    for (uint32_t i = 0; left > 0 && i < WEB_MAX_SLOTS; i++) {
        struct exchange *exchange = web->slots.exchanges[i];
        if (!exchange)
            continue;
        left--;
        if (!exchange->waits || !exchange->client ||
            now_us < exchange->wait_until_us)
            continue;
        exchange_refuse(exchange, PROBLEM_JOURNAL_LAGGING);
        exchange->ready(exchange);
    }
}
