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

struct sets_job {
    struct exchange_job base;
    int64_t version; /* 0: the last one */
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

static void begin(struct exchange *exchange, int64_t version,
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
    begin(exchange, 0, then_list);
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
        begin(exchange, (int64_t)version, then_diff);
}

/* Going back: the draft is dropped and made anew, rule by rule. Nobody is led
   by it before it is published, so it may be seen while it is made. */
struct restoring {
    struct exchange_job base;     /* none: what an exchange keeps begins so */
    struct event_rule_set *rules; /* owned: as they were, by id */
    size_t count;
    size_t next;       /* of those */
    uint64_t after_id; /* live ones up to it are looked at */
};

static void drop_restoring(struct exchange_job *kept)
{
    struct restoring *restoring = (struct restoring *)kept;

    free(restoring->rules);
    free(restoring);
}

static bool was_there(const struct restoring *restoring, uint64_t id)
{
    for (size_t i = 0; i < restoring->count; i++)
        if (restoring->rules[i].id == id)
            return true;

    return false;
}

/* A rule that is to be gone in the draft; 0: no more. */
static uint64_t next_gone(const struct state *floor,
                          struct restoring *restoring)
{
    const struct event_rule_set *rule;
    struct rule_walk walk;

    rule_walk_begin(&walk, floor, false);
    while ((rule = rule_walk_next(&walk)))
        if (rule->id > restoring->after_id && !was_there(restoring, rule->id)) {
            restoring->after_id = rule->id;
            return rule->id;
        }

    return 0;
}

static bool is_as_it_was(const struct state *floor,
                         const struct event_rule_set *was)
{
    const struct event_rule_set *is = state_rule(floor, was->id);
    struct event_rule_set same = *was;

    if (!is)
        return false;
    same.version = is->version;
    return record_is_same(document_kind_info(DOCUMENT_RULE)->record, is, &same);
}

/* @return false: all is as it is to be */
static bool fill_next(const struct state *floor, struct restoring *restoring,
                      struct command *command)
{
    uint64_t gone_id = next_gone(floor, restoring);
    struct command_draft_rule *draft = &command->as.draft_rule;

    if (gone_id) {
        command->type = COMMAND_DRAFT_REMOVAL;
        command->as.draft_removal =
            (struct command_draft_removal){ gone_id,
                                            rule_draft_seen(floor, gone_id) };
        return true;
    }
    while (restoring->next < restoring->count &&
           is_as_it_was(floor, &restoring->rules[restoring->next]))
        restoring->next++;
    if (restoring->next == restoring->count)
        return false;

    command->type = COMMAND_DRAFT_RULE;
    memcpy(draft, &restoring->rules[restoring->next++], sizeof(*draft));
    draft->version = rule_draft_seen(floor, draft->id);
    return true;
}

static void go_on(struct exchange *exchange, const struct web_reply *reply)
{
    struct web_request request = { .task = WEB_COMMAND };

    exchange->repeat_key[0] = '\0'; /* the first command has it */
    if (fill_next(exchange_floor(exchange), exchange->kept, &request.command))
        exchange_ask(exchange, &request, go_on);
    else
        exchange_answer_done(exchange, reply);
}

static void then_restore(struct exchange *exchange, struct exchange_job *base)
{
    struct sets_job *job = (struct sets_job *)base;
    struct web_request request = { .task = WEB_COMMAND,
                                   .command.type = COMMAND_DROP_DRAFT };
    struct restoring *restoring;

    if (!is_found(exchange, job))
        return;
    restoring = calloc(1, sizeof(*restoring));
    if (!restoring) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    restoring->rules = job->history.rules;
    restoring->count = job->history.rule_count;
    job->history.rules = NULL;
    exchange->kept = restoring;
    exchange->drop_kept = drop_restoring;

    if (state_row_count(exchange_floor(exchange), ROW_RULE_DRAFT) > 0 ||
        fill_next(exchange_floor(exchange), restoring, &request.command))
        exchange_ask(exchange, &request, go_on);
    else
        answer_with_refusal(&exchange->answer, exchange->language,
                            REFUSED_ALREADY_SO, NULL);
}

void rule_sets_restore(struct exchange *exchange)
{
    uint64_t version = lookup_number(exchange, 0);

    if (version && exchange->is_repeat)
        exchange_answer_done(exchange, &exchange->first_reply);
    else if (version)
        begin(exchange, (int64_t)version, then_restore);
}
