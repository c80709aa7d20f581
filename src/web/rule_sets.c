/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routing rules as a whole, as they were. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/rule.h"
#include "core/rule_walk.h"
#include "jobs/query_rule_sets.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/rule_draft.h"
#include "web/rule_restore.h"

struct sets_job {
    struct exchange_job base;
    int64_t version; /* 0: the last one */
    int64_t seq;     /* of the draft that may be dropped for it */
    struct rule_set_history history;
    int rc;
};

static void work(struct job *base, void *hands)
{
    struct sets_job *job = (struct sets_job *)base;

    job->rc = query_rule_sets(hands, job->version, &job->history);
}

static void drop(struct exchange_job *base)
{
    struct sets_job *job = (struct sets_job *)base;

    rule_set_history_done(&job->history);
    free(job);
}

static void begin(struct exchange *exchange, int64_t version, int64_t seq,
                  void (*then)(struct exchange *exchange,
                               struct exchange_job *base))
{
    struct sets_job *job = calloc(1, sizeof(*job));

    if (!job) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    job->base.to_do.job.work = work;
    job->base.then = then;
    job->base.drop = drop;
    job->version = version;
    job->seq = seq;
    exchange_work(exchange, &job->base);
}

/* Without any rule ever, there is no version. */
static bool is_found(struct exchange *exchange, const struct sets_job *job)
{
    if (job->rc == 0)
        return true;

    exchange_refuse(exchange,
                    job->rc == -ENOENT ? PROBLEM_NOT_FOUND : PROBLEM_TRY_AGAIN);
    return false;
}

/* The list. */

static void fill(const struct exchange *exchange,
                 const struct rule_set_version *version,
                 struct shape_rule_set_version *row)
{
    const char *user = lookup_name(exchange, DOCUMENT_USER, version->by);

    *row = (struct shape_rule_set_version){
        .version = version->version,
        .wall_us = state_wall_us(exchange_floor(exchange), version->at_us),
        .by = version->by,
        .published = version->published,
        .changed = version->changed,
        .rules = version->rules,
        .name = version->name,
    };
    memcpy(row->user.text, user, strlen(user) + 1);
}

static void then_list(struct exchange *exchange, struct exchange_job *base)
{
    const struct sets_job *job = (const struct sets_job *)base;
    struct shape_rule_set_version *rows;

    if (!is_found(exchange, job))
        return;
    rows = calloc(job->history.count + 1, sizeof(*rows));
    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < job->history.count; i++)
        fill(exchange, &job->history.rows[i], &rows[i]);
    listing_answer_all(exchange, shape_record(SHAPE_RULE_SET_VERSION), rows,
                       job->history.count, EVENT_WHOLE);
    free(rows);
}

void rule_sets_list(struct exchange *exchange)
{
    begin(exchange, 0, 0, then_list);
}

/* One of them. */

static void then_diff(struct exchange *exchange, struct exchange_job *base)
{
    const struct sets_job *job = (const struct sets_job *)base;
    const struct rule_set_history *history = &job->history;
    const struct event_rule_set **rules, *rule;
    struct rule_walk walk;
    size_t live = 0;

    if (!is_found(exchange, job))
        return;
    rules = malloc(
        (rule_walk_most(exchange_floor(exchange)) + history->rule_count + 1) *
        sizeof(const void *));
    if (!rules) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    rule_walk_begin(&walk, exchange_floor(exchange), false);
    while ((rule = rule_walk_next(&walk)))
        rules[live++] = rule;
    for (size_t i = 0; i < history->rule_count; i++)
        rules[live + i] = &history->rules[i];
    rule_diff_answer(exchange, rules, live, rules + live, history->rule_count);
    free(rules);
}

void rule_sets_diff(struct exchange *exchange)
{
    uint64_t version = lookup_number(exchange, 0);

    if (version)
        begin(exchange, (int64_t)version, 0, then_diff);
}

/* Going back. */

static void then_restore(struct exchange *exchange, struct exchange_job *base)
{
    struct sets_job *job = (struct sets_job *)base;

    if (is_found(exchange, job))
        rule_restore(exchange, job->version, job->seq, &job->history);
}

void rule_sets_restore(struct exchange *exchange)
{
    const struct record *record = content_record(exchange->match.route->body);
    struct shape_rule_restore asked = { .seq = 0 };
    uint64_t version = lookup_number(exchange, 0);

    if (!version)
        return;
    if (!lookup_body(exchange, record, NULL, &asked))
        return;
    if (exchange->is_repeat)
        exchange_answer_done(exchange, &exchange->first_reply);
    else
        begin(exchange, (int64_t)version, asked.seq, then_restore);
}
