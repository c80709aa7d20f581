/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A node is added to the draft of a flow. */

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "web/documents.h"
#include "web/flow_job.h"
#include "web/flow_publish.h"
#include "web/flows.h"
#include "web/lookup.h"

static void mistaken(struct exchange *exchange, enum mistake_code code,
                     const char *place)
{
    struct mistake mistake;

    (void)mistake_note(&mistake, code, place);
    answer_with_mistake(&exchange->answer, exchange->language, &mistake);
}

/* The draft as people write it, with the node behind the others. */
static char *text_with(struct exchange *exchange, const struct flow_job *job)
{
    struct flow_names names = flow_job_names(exchange);
    char *before = flow_text_print(job->text, &names);
    struct json_t *object = NULL;
    char *text = NULL;

    if (before &&
        value_parse(before, strlen(before), FLOW_TEXT_MAX_LENGTH, &object,
                    NULL) == 0 &&
        value_append(value_get(object, "nodes"),
                     value_share(value_get(exchange->value, "node"))) == 0)
        text = value_print(object, VALUE_COMPACT);
    value_free(object);
    free(before);
    return text;
}

static void then_add(struct exchange *exchange, struct flow_job *job)
{
    char *text = text_with(exchange, job);

    if (text)
        flows_save_draft(exchange, &job->flow, text);
    else
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    free(text);
}

/* By name, or by number. */
static const struct event_flow_set *flow_of(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    const struct json_t *value = value_get(exchange->value, "flow");
    const char *name = value_as_text(value);
    int64_t id = 0;

    if (name)
        return state_document_named(floor, DOCUMENT_FLOW, name);
    if (value_as_integer(value, &id) < 0 || id < 1)
        return NULL;

    return state_flow(floor, (uint64_t)id);
}

void flow_publish_add_node(struct exchange *exchange)
{
    const struct json_t *node = value_get(exchange->value, "node");
    const struct event_flow_set *flow = flow_of(exchange);

    if (!value_get(exchange->value, "flow"))
        mistaken(exchange, MISTAKE_MISSING_FIELD, "flow");
    else if (!flow)
        mistaken(exchange, MISTAKE_NO_SUCH_NAME, "flow");
    else if (!node)
        mistaken(exchange, MISTAKE_MISSING_FIELD, "node");
    else if (!value_is_object(node))
        mistaken(exchange, MISTAKE_WRONG_TYPE, "node");
    else if (value_count(exchange->value) != 2)
        mistaken(exchange, MISTAKE_UNKNOWN_FIELD, "");
    else
        flow_job_ask(exchange, flow, flow_job_latest(flow), false, then_add);
}
