/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One's own phone is rung, and led through a text that may be a draft. */

#include "web/flow_by_phone.h"

#include <stdlib.h>

#include "web/flow_gate.h"
#include "web/flow_versions.h"
#include "web/lookup.h"

/* What is wanted; else the answer says what is wrong with it. */
static bool read_asked(struct exchange *exchange,
                       struct shape_flow_by_phone *ret_asked)
{
    *ret_asked = (struct shape_flow_by_phone){ .language = SPEAKS_EN };
    return lookup_body(exchange, shape_record(SHAPE_FLOW_BY_PHONE), NULL,
                       ret_asked);
}

static void ring(struct exchange *exchange, const struct flow_job *job)
{
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_TRY_BY_PHONE },
        .program = malloc(sizeof(*request.program)),
    };
    struct shape_flow_by_phone asked;

    if (!request.program) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    if (!read_asked(exchange, &asked)) {
        web_request_done(&request);
        return;
    }

    *request.program = job->text->program;
    request.command.as.try_by_phone.flow_id = job->flow.id;
    request.command.as.try_by_phone.digest = job->digest;
    request.command.as.try_by_phone.language = asked.language;
    request.command.as.try_by_phone.flow_version =
        asked.version ? asked.version : job->flow.version;
    exchange_ask(exchange, &request, exchange_answer_done);
}

/* Whoever has nodes that lead nowhere yet hears that before the phone rings; a
   test that fails is what one may want to hear for oneself. */
static void then_ring(struct exchange *exchange, struct flow_job *job)
{
    struct flow_problem_list *list = calloc(1, sizeof(*list));

    if (!list) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    flow_gate_find_in_nodes(exchange, job, list);
    if (list->count > 0)
        flow_gate_refuse(exchange, list);
    else
        ring(exchange, job);
    free(list);
}

static void then_version(struct exchange *exchange,
                         const struct event_flow_set *flow,
                         const struct event_flow_set *version)
{
    flow_job_ask(exchange, flow, version->digest.text, true, then_ring);
}

void flow_by_phone(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);
    struct shape_flow_by_phone asked;

    if (!flow || !read_asked(exchange, &asked))
        return;
    if (asked.version)
        flow_versions_find(exchange, flow, asked.version, then_version);
    else
        flow_job_ask(exchange, flow, flow_job_latest(flow), true, then_ring);
}
