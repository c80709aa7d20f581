/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GET runs the tests within the flow, POST a call as the body tells. */

#include "web/flow_trials.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/line.h"
#include "base/text.h"
#include "core/state_search.h"
#include "lang/sentence.h"
#include "web/flow_call.h"
#include "web/inside.h"
#include "web/listing.h"
#include "web/lookup.h"

int flow_trials_run(struct exchange *exchange, struct flow_job *job,
                    const struct flow_test *test, struct trial *ret_trial)
{
    const struct state *floor = exchange_floor(exchange);
    struct trial_programs programs = flow_job_programs(job);
    struct flow_test now = *test;

    programs.book = exchange->web->book;

    if (now.at_wall_us == 0)
        now.at_wall_us = state_wall_us(floor, exchange_now_us(exchange));

    return trial_run(floor, job->flow.id, &job->text->program, &now, &programs,
                     ret_trial);
}

/* What cannot be run at all is told by the list of its problems. */
static void refuse(struct exchange *exchange, int rc)
{
    exchange_refuse(exchange,
                    rc == -EINVAL ? PROBLEM_FLOW_NOT_READY : PROBLEM_TRY_AGAIN);
}

/* Tests. */

/* As many whole names as there is room for: a way may be longer than a note. */
static void spell_path(const struct trial *trial, struct note *ret_path)
{
    struct line line = { .text = ret_path->text,
                         .size = sizeof(ret_path->text) };

    for (size_t i = 0; i < trial->count; i++) {
        const char *name = trial->steps[i].name.text;

        if (line.length + 1 + strlen(name) >= line.size)
            break;
        line_add(&line, "%s%s", i ? " " : "", name);
    }
}

/* Where the way left what was expected. */
static struct name differing(const struct flow_job *job,
                             const struct flow_test *test,
                             const struct trial *trial, size_t at)
{
    size_t passed = 0;

    for (size_t i = 0; i < trial->count; i++)
        if (trial->steps[i].flow_id == job->flow.id && passed++ == at)
            return trial->steps[i].name;

    return at < test->path_count
               ? *flow_test_node(&job->text->program, &job->text->tests,
                                 test->path[at])
               : (struct name){ "" };
}

static void fill_test(const struct flow_job *job, const struct flow_test *test,
                      const struct trial *trial, struct shape_flow_test *row)
{
    size_t at = 0;

    *row = (struct shape_flow_test){
        .name = test->name,
        .passed = trial_is_as_expected(trial, job->flow.id, test, &at),
        .place = trial->place,
        .queue_id = trial->queue_id,
        .took_us = trial->took_us,
    };
    spell_path(trial, &row->path);
    if (!row->passed)
        row->node = differing(job, test, trial, at);
}

static int run_all(struct exchange *exchange, struct flow_job *job,
                   struct shape_flow_test *rows)
{
    const struct flow_tests *tests = &job->text->tests;
    struct trial *trial = malloc(sizeof(*trial));
    int rc = trial ? 0 : -ENOMEM;

    for (size_t i = 0; rc == 0 && i < tests->count; i++) {
        rc = flow_trials_run(exchange, job, &tests->tests[i], trial);
        if (rc == 0)
            fill_test(job, &tests->tests[i], trial, &rows[i]);
    }
    free(trial);
    return rc;
}

static void then_test(struct exchange *exchange, struct flow_job *job)
{
    struct shape_flow_test *rows = calloc(FLOW_MAX_TESTS, sizeof(*rows));
    int rc = rows ? run_all(exchange, job, rows) : -ENOMEM;

    if (rc < 0)
        refuse(exchange, rc);
    else
        listing_answer_all(exchange, shape_record(SHAPE_FLOW_TEST), rows,
                           job->text->tests.count, lookup_view(exchange));
    free(rows);
}

void flow_trials_test(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);

    if (flow)
        flow_job_ask(exchange, flow, flow_job_latest(flow), true, then_test);
}

/* A call. */

/* The keys, or as many dots as there were. */
static void spell_keys(const struct trial_step *step, struct label *ret_keys)
{
    struct line line = { .text = ret_keys->text,
                         .size = sizeof(ret_keys->text) };

    for (const char *key = step->keys.text; *key; key++)
        if (step->is_masked)
            line_add(&line, "\xe2\x80\xa2");
        else
            line_add(&line, "%c", *key);
}

/* What the caller heard. */
static void spell_heard(const struct state *floor,
                        const struct trial_step *step,
                        struct shape_flow_step *row)
{
    const struct event_prompt_set *prompt =
        step->plays.id ? state_prompt(floor, step->plays.id) : NULL;
    enum language language = LANGUAGE_EN;
    char text[SENTENCE_SIZE];

    row->prompt = prompt ? prompt->name : step->plays.name;
    (void)lang_find(word_spell(&word_list_speech, (int)step->language),
                    &language);
    if (sentence_write(language, SENTENCE_SHOWN, step->says.text, text,
                       sizeof(text)) == 0)
        memcpy(row->says.text, text,
               text_cut(text, strlen(text), sizeof(row->says.text) - 1));
}

/* Free, and with the skills: another may be taken before. */
static bool is_free(enum verdict verdict)
{
    switch (verdict) {
    case VERDICT_CHOSEN:
    case VERDICT_LESS_IDLE:
    case VERDICT_LATER_RING:
    case VERDICT_OUTER_RING:
    case VERDICT_MORE_CONTACTS:
    case VERDICT_MORE_TALK:
    case VERDICT_LESS_SKILLED:
    case VERDICT_LATER_TURN:
    case VERDICT_NOT_DRAWN:
        return true;
    default:
        return false;
    }
}

/* As many whole names as there is room for. */
static void spell_rings(const struct exchange *exchange,
                        const struct candidates *candidates,
                        struct note *ret_rings)
{
    struct line line = { .text = ret_rings->text,
                         .size = sizeof(ret_rings->text) };

    for (uint32_t i = 0; i < candidates->row_count; i++) {
        const struct candidate *row = &candidates->rows[i];
        const char *name = lookup_name(exchange, DOCUMENT_AGENT, row->agent_id);

        if (is_free(row->verdict) && name[0] &&
            line.length + 1 + strlen(name) < line.size)
            line_add(&line, "%s%s", line.length ? " " : "", name);
    }
}

/* Whom the test has signed in, or else those who are there now. */
static void find_rings(const struct exchange *exchange,
                       const struct flow_test *test, const struct trial *trial,
                       struct note *ret_rings)
{
    const struct state *floor = exchange_floor(exchange);
    const struct question question = { .queue_id = trial->queue_id,
                                       .demand = "",
                                       .now_us = exchange_now_us(exchange) };
    struct candidates candidates = trial->candidates;

    if (trial->queue_id == 0 || !state_queue(floor, trial->queue_id) ||
        !asker_may(&exchange->asker, PERMISSION_AGENT_SEE, 0, 0))
        return;
    if (test->agent_count == 0)
        state_explain(floor, &question, &candidates);
    spell_rings(exchange, &candidates, ret_rings);
}

/* Until the next step began, or the call was at its end. */
static int64_t took_us(const struct trial *trial, size_t i)
{
    int64_t end_us =
        i + 1 < trial->count ? trial->steps[i + 1].after_us : trial->took_us;

    return end_us - trial->steps[i].after_us;
}

static void answer_steps(struct exchange *exchange,
                         const struct flow_test *test,
                         const struct trial *trial)
{
    struct shape_flow_step *rows =
        calloc(trial->count + 1, sizeof(struct shape_flow_step));

    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < trial->count; i++) {
        const struct trial_step *step = &trial->steps[i];
        bool is_last = i + 1 == trial->count;

        rows[i] = (struct shape_flow_step){
            .step = (int64_t)i + 1,
            .after_us = step->after_us,
            .flow_id = step->flow_id,
            .node = step->name,
            .node_type = step->type,
            .over = step->is_over,
            .exit = step->exit,
            .reason = step->reason,
            .place = is_last ? trial->place : PLACE_IVR,
            .queue_id = is_last ? trial->queue_id : 0,
            .input = (int64_t)step->input,
            .waits_on = step->waits_on,
            .set = step->set,
            .took_us = took_us(trial, i),
        };
        memcpy(rows[i].key.text, step->key, sizeof(step->key));
        spell_keys(step, &rows[i].pressed);
        spell_heard(exchange_floor(exchange), step, &rows[i]);
        if (is_last)
            find_rings(exchange, test, trial, &rows[i].rings);
    }
    listing_answer_all(exchange, shape_record(SHAPE_FLOW_STEP), rows,
                       trial->count, lookup_view(exchange));
    free(rows);
}

static void then_try(struct exchange *exchange, struct flow_job *job)
{
    struct flow_test *test = calloc(1, sizeof(*test));
    struct trial *trial = malloc(sizeof(*trial));
    int rc = test && trial ? 0 : -ENOMEM;

    if (rc < 0) {
        refuse(exchange, rc);
    } else if (flow_call_read(exchange, job, test)) {
        rc = flow_trials_run(exchange, job, test, trial);
        if (rc < 0)
            refuse(exchange, rc);
        else
            answer_steps(exchange, test, trial);
    }
    free(trial);
    free(test);
}

void flow_trials_try(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);

    if (flow)
        flow_job_ask(exchange, flow, flow_job_latest(flow), true, then_try);
}
