/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text becomes the flow that callers go through, if nothing stands against. */

#include "web/flow_publish.h"

#include <stdio.h>
#include <stdlib.h>

#include "web/documents.h"
#include "web/flow_gate.h"
#include "web/flow_versions.h"
#include "web/listing.h"
#include "web/lookup.h"

static void answer_problems(struct exchange *exchange,
                            const struct flow_problem_list *list)
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
    struct flow_problem_list *list = calloc(1, sizeof(*list));

    if (list && flow_gate_find(exchange, job, list) == 0)
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

/* An earlier version is looked up first. */
static void then_version(struct exchange *exchange,
                         const struct event_flow_set *flow,
                         const struct event_flow_set *version)
{
    flow_job_ask(exchange, flow, version->digest.text, true, flow_gate_pass);
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
        flow_job_ask(exchange, flow, flow->draft.text, true, flow_gate_pass);
}

static void then_discarded(struct exchange *exchange,
                           const struct web_reply *reply)
{
    documents_answer_set(exchange, reply);
    exchange->answer.location[0] = '\0'; /* nothing was made */
}

void flow_publish_discard(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);
    struct web_request request = { .task = WEB_COMMAND };
    struct event_flow_set *set = (void *)&request.command.as.set_flow;

    if (!flow || !documents_match(exchange, DOCUMENT_FLOW, flow))
        return;
    if (!flow->draft.text[0] || !flow->digest.text[0]) {
        exchange_refuse(exchange, flow->draft.text[0] ? PROBLEM_ONLY_A_DRAFT
                                                      : PROBLEM_NO_DRAFT);
        return;
    }

    request.command.type = COMMAND_SET_FLOW;
    *set = *flow;
    set->draft = (struct digest){ "" };
    exchange->id = flow->id;
    exchange_ask(exchange, &request, then_discarded);
}
