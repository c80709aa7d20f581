/* SPDX-License-Identifier: GPL-3.0-or-later */
/* {"name", "text"} or {"name", "nodes"} becomes a program and a digest. */

#include "web/flows.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "jobs/query.h"
#include "web/documents.h"
#include "web/exchange.h"
#include "web/lookup.h"
#include "wire/flow_text.h"

static uint64_t find_id(void *arg, enum document_kind kind, const char *name)
{
    const void *document = state_document_named(arg, kind, name);

    return document ? document_id(document) : 0;
}

static const char *find_name(void *arg, enum document_kind kind, uint64_t id)
{
    const struct document_head *document = state_document(arg, kind, id);

    return document ? document->name.text : NULL;
}

static struct flow_names names_of(const struct exchange *exchange)
{
    return (struct flow_names){
        .find_id = find_id,
        .find_name = find_name,
        .arg = (void *)(uintptr_t)exchange_floor(exchange),
    };
}

static void mistaken(struct exchange *exchange, enum mistake_code code,
                     const char *place)
{
    struct mistake mistake;

    (void)mistake_note(&mistake, code, place);
    answer_with_mistake(&exchange->answer, exchange->language, &mistake);
}

/* Only what is known may be there, and one of the two ways to say it. */
static bool check_fields(struct exchange *exchange)
{
    const struct json_t *body = exchange->value;
    size_t known = 0;

    known += value_get(body, "name") ? 1 : 0;
    known += value_get(body, "text") ? 1 : 0;
    known += value_get(body, "nodes") ? 1 : 0;
    if (!value_get_text(body, "text") && !value_get(body, "nodes"))
        mistaken(exchange, MISTAKE_MISSING_FIELD, "text");
    else if (value_get(body, "text") && value_get(body, "nodes"))
        mistaken(exchange, MISTAKE_UNKNOWN_FIELD, "nodes");
    else if (value_get(body, "name") && !value_get_text(body, "name"))
        mistaken(exchange, MISTAKE_WRONG_TYPE, "name");
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

    return text ? strdup(text) : value_print(exchange->value, VALUE_COMPACT);
}

/* @return a program to be freed, or NULL: answered */
static struct flow_program *parse(struct exchange *exchange,
                                  struct name *ret_name)
{
    struct flow_names names = names_of(exchange);
    struct flow_program *program = calloc(1, sizeof(*program));
    char *text = text_of(exchange);
    struct mistake mistake;
    int rc = -ENOMEM;

    if (program && text)
        rc = flow_text_parse(text, strlen(text), &names, program, ret_name,
                             &mistake);
    free(text);
    if (rc == 0)
        return program;
    free(program);
    if (rc == -EBADMSG)
        answer_with_mistake(&exchange->answer, exchange->language, &mistake);
    else
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    return NULL;
}

/* The name beside the text is the flow's, else the one within. */
static bool settle_name(struct exchange *exchange, const struct name *within,
                        struct event_flow_set *flow)
{
    const struct record *record = document_kind_info(DOCUMENT_FLOW)->record;
    const struct field *field = record_field(record, "name");
    const char *name = value_get_text(exchange->value, "name");

    if (!name)
        name = within->text;
    if (field_set_text(field, flow, name) == 0 && field_is_valid(field, flow))
        return true;
    mistaken(exchange, *name ? MISTAKE_BAD_CHARACTERS : MISTAKE_MISSING_FIELD,
             "name");
    return false;
}

static void set_flow(struct exchange *exchange, uint64_t id, int64_t version)
{
    struct web_request request = { .task = WEB_COMMAND };
    struct event_flow_set *flow = (void *)&request.command.as.set_flow;
    struct web_side *side = &request.sides[0];
    struct name within = { "" };

    if (!check_fields(exchange))
        return;
    request.command.type = COMMAND_SET_FLOW;
    request.program = parse(exchange, &within);
    if (!request.program)
        return;
    flow->id = id;
    flow->version = version;
    flow->digest = request.program->digest;
    if (!settle_name(exchange, &within, flow)) {
        web_request_done(&request);
        return;
    }
    side->kind = WEB_SIDE_FLOW_TEXT;
    memcpy(side->key, flow->digest.text, sizeof(flow->digest.text));
    side->value = flow_text_canonical(request.program);
    request.side_count = 1;
    if (!side->value) {
        web_request_done(&request);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    exchange->id = id;
    exchange_ask(exchange, &request, documents_answer_set);
}

void flows_create(struct exchange *exchange)
{
    set_flow(exchange, 0, 0);
}

void flows_change(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);

    if (flow && documents_match(exchange, DOCUMENT_FLOW, flow))
        set_flow(exchange, flow->id, flow->version);
}

/* Reading the stored text back. */
struct text_job {
    struct exchange_job base;
    struct digest digest;
    struct name name;
    char *text; /* canonical; NULL: see rc */
    int rc;
};

static void work_text(struct job *job, void *hands)
{
    struct text_job *work = (struct text_job *)job;

    work->rc = query_flow_text(hands, work->digest.text, &work->text);
}

/* Canonical text is for machines: people get it as they would write it. */
static char *print_text(struct exchange *exchange, const struct text_job *work)
{
    struct flow_names names = names_of(exchange);
    struct flow_program *program = calloc(1, sizeof(*program));
    char *text = NULL;

    if (program && flow_text_parse(work->text, strlen(work->text), &names,
                                   program, NULL, NULL) == 0)
        text = flow_text_print(program, work->name.text, &names);
    free(program);
    return text;
}

static void then_text(struct exchange *exchange, struct exchange_job *base)
{
    const struct text_job *work = (const struct text_job *)base;

    if (work->rc == -ENOENT)
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
    else if (work->rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else
        answer_with_text(&exchange->answer, 200, "text/plain; charset=utf-8",
                         print_text(exchange, work));
}

static void drop_text(struct exchange_job *base)
{
    struct text_job *work = (struct text_job *)base;

    free(work->text);
    free(work);
}

void flows_text(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);
    struct text_job *work;

    if (!flow)
        return;
    work = calloc(1, sizeof(*work));
    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->base.to_do.job.work = work_text;
    work->base.then = then_text;
    work->base.drop = drop_text;
    work->digest = flow->digest;
    work->name = flow->name;
    exchange_work(exchange, &work->base);
}
