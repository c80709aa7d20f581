/* SPDX-License-Identifier: GPL-3.0-or-later */
/* {"name", "text"} or {"name", "nodes", "tests"} becomes a program and a digest. */

#include "web/flows.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/flow_type.h"
#include "web/documents.h"
#include "web/exchange.h"
#include "web/flow_gate.h"
#include "web/flow_job.h"
#include "web/lookup.h"
#include "wire/flow_text.h"

static void mistaken(struct exchange *exchange, enum mistake_code code,
                     const char *place)
{
    struct mistake mistake;

    (void)mistake_note(&mistake, code, place);
    answer_with_mistake(&exchange->answer, exchange->language, &mistake);
}

/* What a flow has beside them. */
static const char *const beside_nodes[] = { "type", "max_steps", "max_ms",
                                            "tests", NULL };

/* Only what is known may be there, and one of the two ways to say it. */
static bool check_fields(struct exchange *exchange)
{
    const struct json_t *body = exchange->value;
    size_t known = 0;
    bool unused;

    known += value_get(body, "name") ? 1 : 0;
    known += value_get(body, "text") ? 1 : 0;
    known += value_get(body, "nodes") ? 1 : 0;
    for (size_t i = 0; value_get(body, "nodes") && beside_nodes[i]; i++)
        known += value_get(body, beside_nodes[i]) ? 1 : 0;
    known += value_get(body, "draft") ? 1 : 0;
    if (!value_get_text(body, "text") && !value_get(body, "nodes"))
        mistaken(exchange, MISTAKE_MISSING_FIELD, "text");
    else if (value_get(body, "text") && value_get(body, "nodes"))
        mistaken(exchange, MISTAKE_UNKNOWN_FIELD, "nodes");
    else if (value_get(body, "name") && !value_get_text(body, "name"))
        mistaken(exchange, MISTAKE_WRONG_TYPE, "name");
    else if (value_get(body, "draft") &&
             value_as_flag(value_get(body, "draft"), &unused) < 0)
        mistaken(exchange, MISTAKE_WRONG_TYPE, "draft");
    else if (value_count(body) != known)
        mistaken(exchange, MISTAKE_UNKNOWN_FIELD, "");
    else
        return true;
    return false;
}

/* The text of a flow, as people wrote it. @return to be freed, or NULL */
static char *text_of(const struct exchange *exchange)
{
    const char *text = value_get_text(exchange->value, "text");
    struct json_t *object;
    char *printed;

    if (text)
        return strdup(text);

    object = value_object();
    for (const char *const *key =
             (const char *const[]){ "name", "type", "max_steps", "max_ms",
                                    "nodes", "tests", NULL };
         *key; key++)
        if (value_get(exchange->value, *key))
            (void)value_set(object, *key,
                            value_share(value_get(exchange->value, *key)));
    printed = value_print(object, VALUE_COMPACT);
    value_free(object);
    return printed;
}

/* @return a flow to be freed, or NULL: answered */
static struct flow_text *parse(struct exchange *exchange, const char *text,
                               bool is_draft)
{
    struct flow_names names = flow_job_names(exchange);
    struct flow_text *flow = malloc(sizeof(*flow));
    struct mistake mistake;
    int rc = -ENOMEM;

    if (flow && text)
        rc = flow_text_read(text, strlen(text), &names, is_draft, flow,
                            &mistake);
    if (rc == 0)
        return flow;
    free(flow);
    if (rc == -EBADMSG)
        answer_with_mistake(&exchange->answer, exchange->language, &mistake);
    else
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    return NULL;
}

/* The name beside the text is the flow's, else the one within, else the one
   that it has. */
static bool settle_name(struct exchange *exchange, const struct name *within,
                        struct event_flow_set *flow)
{
    const struct record *record = document_kind_info(DOCUMENT_FLOW)->record;
    const struct field *field = record_field(record, "name");
    const char *name = value_get_text(exchange->value, "name");

    if (!name && within->text[0])
        name = within->text;
    if (!name)
        name = flow->name.text;

    const struct name copy = flow->name;

    if (name == flow->name.text)
        name = copy.text;
    if (field_set_text(field, flow, name) == 0 && field_is_valid(field, flow))
        return true;
    mistaken(exchange, *name ? MISTAKE_BAD_CHARACTERS : MISTAKE_MISSING_FIELD,
             "name");
    return false;
}

/* A draft is a text only. */
static void keep_draft(struct exchange *exchange,
                       const struct event_flow_set *flow,
                       const struct flow_text *text)
{
    struct web_request request = { .task = WEB_COMMAND, .side_count = 1 };
    struct event_flow_set *set = (void *)&request.command.as.set_flow;
    struct web_side *side = &request.sides[0];

    request.command.type = COMMAND_SET_FLOW;
    *set = *flow;
    set->draft = text->program.digest;
    set->flow_type = flow_type_sort(text->program.type);
    side->kind = WEB_SIDE_FLOW_TEXT;
    memcpy(side->key, text->program.digest.text,
           sizeof(text->program.digest.text));
    side->value = flow_text_canonical(&text->program, &text->tests);
    if (!side->value) {
        web_request_done(&request);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    exchange->id = flow->id;
    exchange_ask(exchange, &request, documents_answer_set);
}

/* What callers are led into at once is looked through as a draft would be. */
static void save(struct exchange *exchange, const struct event_flow_set *before,
                 const char *text, bool is_draft)
{
    struct event_flow_set flow = *before;
    struct flow_text *read = parse(exchange, text, is_draft);

    if (!read)
        return;
    if (!settle_name(exchange, &read->name, &flow)) {
        free(read);
        return;
    }
    if (!is_draft) {
        flow_gate_pass_text(exchange, &flow, read);
        return;
    }

    keep_draft(exchange, &flow, read);
    free(read);
}

void flows_save_draft(struct exchange *exchange,
                      const struct event_flow_set *flow, const char *text)
{
    save(exchange, flow, text, true);
}

static void set_flow(struct exchange *exchange,
                     const struct event_flow_set *before)
{
    char *text;

    if (!check_fields(exchange))
        return;
    text = text_of(exchange);
    save(exchange, before, text, value_get_flag(exchange->value, "draft"));
    free(text);
}

void flows_create(struct exchange *exchange)
{
    set_flow(exchange, &(struct event_flow_set){ .id = 0 });
}

static bool is_name_alone(const struct json_t *body)
{
    return value_get(body, "name") && value_count(body) == 1;
}

/* Its texts are as they were: what leads to it does so by its number. */
static void rename_flow(struct exchange *exchange,
                        const struct event_flow_set *before)
{
    struct web_request request = { .task = WEB_COMMAND };
    struct event_flow_set *set = (void *)&request.command.as.set_flow;

    if (!value_get_text(exchange->value, "name")) {
        mistaken(exchange, MISTAKE_WRONG_TYPE, "name");
        return;
    }
    request.command.type = COMMAND_SET_FLOW;
    *set = *before;
    if (!settle_name(exchange, &(struct name){ "" }, set))
        return;
    exchange->id = set->id;
    exchange_ask(exchange, &request, documents_answer_set);
}

void flows_change(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);

    if (!flow || !documents_match(exchange, DOCUMENT_FLOW, flow))
        return;
    if (is_name_alone(exchange->value))
        rename_flow(exchange, flow);
    else
        set_flow(exchange, flow);
}

/* Canonical text is for machines: people get it as they would write it. */
void flows_answer_text(struct exchange *exchange, struct flow_job *job)
{
    struct flow_names names = flow_job_names(exchange);

    job->text->name = job->flow.name;
    answer_with_text(&exchange->answer, 200, "text/plain; charset=utf-8",
                     flow_text_print(job->text, &names));
}

/* What was never published has no text yet. */
void flows_text(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);

    if (!flow)
        return;
    if (!flow->digest.text[0])
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
    else
        flow_job_ask(exchange, flow, flow->digest.text, false,
                     flows_answer_text);
}

void flows_draft(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);

    if (flow)
        flow_job_ask(exchange, flow, flow_job_latest(flow), false,
                     flows_answer_text);
}
