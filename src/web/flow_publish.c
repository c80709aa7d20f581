/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text becomes the flow that callers go through, if nothing stands against. */

#include "web/flow_publish.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/flow_problem.h"
#include "web/documents.h"
#include "web/flow_trials.h"
#include "web/flow_versions.h"
#include "web/listing.h"
#include "web/lookup.h"

/* What is wrong with a text that was read whole. */
struct problem_list {
    struct flow_problem rows[FLOW_MAX_PROBLEMS + FLOW_MAX_TESTS];
    size_t count;
};

static void add_failed_test(struct problem_list *list,
                            const struct flow_test *test)
{
    struct flow_problem *row = &list->rows[list->count++];

    *row = (struct flow_problem){
        .says = N_("Let the test pass, or change what it expects."),
    };
    (void)snprintf(row->field.text, sizeof(row->field.text), "tests.%s",
                   test->name.text);
}

/* Tests say nothing about a flow that cannot be run anyway. */
static int find_problems(struct exchange *exchange, struct flow_job *job,
                         struct problem_list *list)
{
    const struct flow_tests *tests = &job->text->tests;
    struct trial *trial;
    int rc = 0;

    list->count =
        flow_problem_find(exchange_floor(exchange), job->flow.id,
                          &job->text->program, list->rows, FLOW_MAX_PROBLEMS);
    if (list->count > FLOW_MAX_PROBLEMS)
        list->count = FLOW_MAX_PROBLEMS;
    if (list->count > 0)
        return 0;

    trial = malloc(sizeof(*trial));
    rc = trial ? 0 : -ENOMEM;
    for (size_t i = 0; rc == 0 && i < tests->count; i++) {
        rc = flow_trials_run(exchange, job, &tests->tests[i], trial);
        if (rc == 0 &&
            !trial_is_as_expected(trial, job->flow.id, &tests->tests[i], NULL))
            add_failed_test(list, &tests->tests[i]);
    }
    free(trial);
    return rc;
}

static void answer_problems(struct exchange *exchange,
                            const struct problem_list *list)
{
    struct shape_flow_problem *rows =
        calloc(list->count + 1, sizeof(struct shape_flow_problem));

    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        rows[i].node = list->rows[i].node;
        rows[i].field = list->rows[i].field;
        (void)snprintf(rows[i].says.text, sizeof(rows[i].says.text), "%s",
                       lang_text(exchange->language, list->rows[i].says));
    }
    listing_answer_all(exchange, shape_record(SHAPE_FLOW_PROBLEM), rows,
                       list->count, lookup_view(exchange));
    free(rows);
}

static void then_problems(struct exchange *exchange, struct flow_job *job)
{
    struct problem_list *list = calloc(1, sizeof(*list));

    if (list && find_problems(exchange, job, list) == 0)
        answer_problems(exchange, list);
    else
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    free(list);
}

void flow_publish_problems(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);

    if (flow)
        flow_job_ask(exchange, flow, flow_job_latest(flow), true,
                     then_problems);
}

/* The first place is named; the list has them all. */
static void refuse_for(struct exchange *exchange,
                       const struct problem_list *list)
{
    const struct flow_problem *first = &list->rows[0];
    char field[sizeof(struct name) + sizeof(struct label)];

    (void)snprintf(field, sizeof(field), "%s%s%s", first->node.text,
                   first->node.text[0] && first->field.text[0] ? "." : "",
                   first->field.text);
    answer_with_matter(
        &exchange->answer, exchange->language, PROBLEM_FLOW_NOT_READY,
        &(struct answer_matter){ .field = field, .reason = first->says });
}

static void then_published(struct exchange *exchange,
                           const struct web_reply *reply)
{
    documents_answer_set(exchange, reply);
    exchange->answer.location[0] = '\0'; /* nothing was made */
}

static void publish(struct exchange *exchange, const struct flow_job *job)
{
    struct web_request request = { .task = WEB_COMMAND };
    struct event_flow_set *flow = (void *)&request.command.as.set_flow;

    request.command.type = COMMAND_SET_FLOW;
    request.program = malloc(sizeof(*request.program));
    if (!request.program) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    *request.program = job->text->program;
    *flow = job->flow;
    flow->digest = job->digest;
    if (strcmp(flow->draft.text, job->digest.text) == 0)
        flow->draft = (struct digest){ "" };
    exchange->id = flow->id;
    exchange_ask(exchange, &request, then_published);
}

static void then_publish(struct exchange *exchange, struct flow_job *job)
{
    struct problem_list *list = calloc(1, sizeof(*list));

    if (!list || find_problems(exchange, job, list) < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else if (list->count > 0)
        refuse_for(exchange, list);
    else
        publish(exchange, job);
    free(list);
}

/* An earlier version is looked up first. */
static void then_version(struct exchange *exchange,
                         const struct event_flow_set *flow,
                         const struct event_flow_set *version)
{
    flow_job_ask(exchange, flow, version->digest.text, true, then_publish);
}

void flow_publish(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);
    struct shape_flow_published which = { .version = 0 };

    if (!flow || !documents_match(exchange, DOCUMENT_FLOW, flow) ||
        !lookup_body(exchange, shape_record(SHAPE_FLOW_PUBLISHED), NULL,
                     &which))
        return;
    if (which.version)
        flow_versions_find(exchange, flow, which.version, then_version);
    else
        flow_job_ask(exchange, flow, flow->draft.text, true, then_publish);
}
