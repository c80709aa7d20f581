/* SPDX-License-Identifier: GPL-3.0-or-later */
/* GET runs the tests within the flow, POST a call as the body tells. */

#include "web/flow_trials.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/line.h"
#include "core/lookup.h"
#include "web/inside.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "wire/flow_reader.h"
#include "wire/moment.h"

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

static void spell_path(const struct trial *trial, struct note *ret_path)
{
    struct line line = { .text = ret_path->text,
                         .size = sizeof(ret_path->text) };

    for (size_t i = 0; i < trial->count; i++)
        line_add(&line, "%s%s", i ? " " : "", trial->steps[i].name.text);
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

    return at < test->path_count ? job->text->program.nodes[test->path[at]].name
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

static void mistaken(struct exchange *exchange, enum mistake_code code,
                     const char *place)
{
    struct mistake mistake;

    (void)mistake_note(&mistake, code, place);
    answer_with_mistake(&exchange->answer, exchange->language, &mistake);
}

/* The next of several words; @return what follows it, or NULL: no more */
static const char *next_word(const char *text, char *ret_word, size_t size)
{
    size_t length;

    text += strspn(text, " \n");
    length = strcspn(text, " \n");
    if (length == 0)
        return NULL;
    (void)snprintf(ret_word, size, "%.*s", (int)length, text);
    return text + length;
}

static bool read_keys(struct exchange *exchange, const char *text,
                      struct flow_test *test)
{
    char word[sizeof(struct digits) + 1];

    while ((text = next_word(text, word, sizeof(word)))) {
        bool is_silence = strcmp(word, "-") == 0;

        if (test->input_count == FLOW_TEST_MAX_INPUTS ||
            strlen(word) >= sizeof(struct digits)) {
            mistaken(exchange, MISTAKE_TOO_LONG, "keys");
            return false;
        }
        if (!is_silence && word[strspn(word, "0123456789*#ABCD")]) {
            mistaken(exchange, MISTAKE_BAD_CHARACTERS, "keys");
            return false;
        }
        if (!is_silence)
            memcpy(test->inputs[test->input_count].text, word,
                   strlen(word) + 1);
        test->input_count++;
    }
    return true;
}

static bool read_broken(struct exchange *exchange, const char *text,
                        const struct flow_program *program,
                        struct flow_test *test)
{
    char word[sizeof(struct name) + 1];

    while ((text = next_word(text, word, sizeof(word)))) {
        int node = flow_find_node(program, word);

        if (node < 0 || test->broken_count == FLOW_TEST_MAX_BROKEN) {
            mistaken(exchange, MISTAKE_NO_SUCH_NAME, "broken");
            return false;
        }
        test->broken[test->broken_count++] = node;
    }
    return true;
}

/* name=value, or a word of what came of it */
static bool read_stub_word(const char *word, struct flow_stub *stub)
{
    const char *is = strchr(word, '=');
    int outcome = word_find(&word_list_lookup_outcome, word);
    struct name variable = { "" };

    if (!is && outcome >= 0)
        stub->outcome = (enum lookup_outcome)outcome;
    if (!is)
        return outcome >= 0;
    if ((size_t)(is - word) >= sizeof(variable.text))
        return false;

    memcpy(variable.text, word, (size_t)(is - word));
    return lookup_line_add(&stub->values, &variable, is + 1);
}

static bool read_stub(const char *text, const struct flow_program *program,
                      struct flow_test *test)
{
    char word[sizeof(struct name) + sizeof(struct label)];
    struct flow_stub *stub = &test->stubs[test->stub_count];

    text = next_word(text, word, sizeof(word));
    if (!text)
        return true;
    if (test->stub_count == FLOW_TEST_MAX_STUBS)
        return false;

    stub->outcome = LOOKUP_FOUND;
    stub->node = flow_find_node(program, word);
    test->stub_count++;
    while ((text = next_word(text, word, sizeof(word))))
        if (!read_stub_word(word, stub))
            return false;

    return stub->node >= 0;
}

static bool read_stubs(struct exchange *exchange, const char *text,
                       const struct flow_program *program,
                       struct flow_test *test)
{
    while (*text) {
        struct note one = { "" };
        size_t length = strcspn(text, ";");

        memcpy(one.text, text, length);
        if (!read_stub(one.text, program, test)) {
            mistaken(exchange, MISTAKE_NO_SUCH_NAME, "lookups");
            return false;
        }
        text += length + (text[length] == ';');
    }
    return true;
}

static bool read_call(struct exchange *exchange, const struct flow_job *job,
                      struct flow_test *test)
{
    struct shape_flow_call call = { .language = SPEAKS_EN };

    if (!lookup_body(exchange, shape_record(SHAPE_FLOW_CALL), NULL, &call))
        return false;
    test->caller = call.caller;
    test->called = call.called;
    test->language = call.language;
    if (call.at.text[0] && moment_parse(call.at.text, &test->at_wall_us) < 0) {
        mistaken(exchange, MISTAKE_BAD_CHARACTERS, "at");
        return false;
    }
    return read_keys(exchange, call.keys.text, test) &&
           read_broken(exchange, call.broken.text, &job->text->program, test) &&
           read_stubs(exchange, call.lookups.text, &job->text->program, test);
}

static void answer_steps(struct exchange *exchange, const struct flow_job *job,
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
            .place = is_last ? trial->place : PLACE_IVR,
            .queue_id = is_last ? trial->queue_id : 0,
        };
        memcpy(rows[i].key.text, step->key, sizeof(step->key));
    }
    (void)job;
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
    } else if (read_call(exchange, job, test)) {
        rc = flow_trials_run(exchange, job, test, trial);
        if (rc < 0)
            refuse(exchange, rc);
        else
            answer_steps(exchange, job, trial);
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
