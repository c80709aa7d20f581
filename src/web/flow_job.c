/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A worker reads the text, and those of the flows that it leads into. */

#include "web/flow_job.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/state_search.h"
#include "jobs/query.h"
#include "web/lookup.h"

enum { MAX_OTHERS = 64 };

/* Flows by id when it was asked; programs as far as they were needed. */
struct flow_list {
    size_t count;
    size_t read;
    struct listed {
        uint64_t id;
        struct digest digest;
        struct flow_program *program; /* owned; NULL: not read */
    } flows[];
};

static uint64_t find_id(void *arg, enum document_kind kind, const char *name)
{
    const void *document = state_document_named(arg, kind, name);

    return document ? document_id(document) : 0;
}

static const char *find_name(void *arg, enum document_kind kind, uint64_t id)
{
    const struct document_head *document = state_document(
        arg, kind, kind == DOCUMENT_QUEUE ? state_heir(arg, id) : id);

    return document ? document->name.text : NULL;
}

struct flow_names flow_job_names(const struct exchange *exchange)
{
    return (struct flow_names){
        .find_id = find_id,
        .find_name = find_name,
        .arg = (void *)(uintptr_t)exchange_floor(exchange),
    };
}

const char *flow_job_latest(const struct event_flow_set *flow)
{
    return flow->draft.text[0] ? flow->draft.text : flow->digest.text;
}

/* In a worker. */

static int read_text(void *hands, const char *digest, struct flow_text *flow)
{
    char *text = NULL;
    int rc = query_flow_text(hands, digest, &text);

    if (rc == 0)
        rc = flow_text_read(text, strlen(text), NULL, true, flow, NULL);
    if (rc == 0) /* how this release would write it does not matter */
        memcpy(flow->program.digest.text, digest,
               sizeof(flow->program.digest.text));
    free(text);
    return rc;
}

static int read_other(void *hands, struct flow_list *list,
                      struct listed *listed, struct flow_text *room)
{
    int rc = 0;

    if (listed->program || !listed->digest.text[0] || list->read == MAX_OTHERS)
        return 0;

    rc = read_text(hands, listed->digest.text, room);
    if (rc < 0)
        return rc;
    listed->program = malloc(sizeof(*listed->program));
    if (!listed->program)
        return -ENOMEM;

    *listed->program = room->program;
    list->read++;
    return 1;
}

static struct listed *find(struct flow_list *list, uint64_t id)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->flows[i].id == id)
            return &list->flows[i];

    return NULL;
}

/* What a program leads into; @return how many were new, or negative errno */
static int read_parts(void *hands, struct flow_list *list,
                      const struct flow_program *program,
                      struct flow_text *room)
{
    int count = 0;

    for (size_t i = 0; i < program->node_count; i++) {
        struct listed *listed =
            find(list, flow_node_refers(&program->nodes[i], DOCUMENT_FLOW));
        int rc = listed ? read_other(hands, list, listed, room) : 0;

        if (rc < 0)
            return rc;
        count += rc;
    }
    return count;
}

/* Until no flow leads to one that was not read yet. */
static int read_others(void *hands, struct flow_job *job)
{
    struct flow_text *room = malloc(sizeof(*room));
    int rc = room ? read_parts(hands, job->others, &job->text->program, room)
                  : -ENOMEM;

    while (rc > 0) {
        int count = 0;

        for (size_t i = 0; rc >= 0 && i < job->others->count; i++) {
            const struct flow_program *program = job->others->flows[i].program;

            rc = program ? read_parts(hands, job->others, program, room) : 0;
            count += rc > 0 ? rc : 0;
        }
        rc = rc < 0 ? rc : count;
    }
    free(room);
    return rc;
}

static void work(struct job *base, void *hands)
{
    struct flow_job *job = (struct flow_job *)base;

    if (!job->is_given)
        job->rc = read_text(hands, job->digest.text, job->text);
    if (job->rc == 0 && job->is_whole)
        job->rc = read_others(hands, job);
}

/* In the web thread. */

static void then(struct exchange *exchange, struct exchange_job *base)
{
    struct flow_job *job = (struct flow_job *)base;

    if (job->rc == -ENOENT)
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
    else if (job->rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else
        job->then(exchange, job);
}

static void drop(struct exchange_job *base)
{
    struct flow_job *job = (struct flow_job *)base;

    for (size_t i = 0; job->others && i < job->others->count; i++)
        free(job->others->flows[i].program);
    free(job->others);
    free(job->text);
    free(job);
}

static struct flow_list *list_flows(const struct state *floor)
{
    size_t count = state_document_count(floor, DOCUMENT_FLOW);
    struct flow_list *list =
        calloc(1, sizeof(*list) + count * sizeof(list->flows[0]));

    for (size_t i = 0; list && i < count; i++) {
        const struct event_flow_set *flow =
            state_document_at(floor, DOCUMENT_FLOW, i);

        list->flows[list->count++] =
            (struct listed){ flow->id, flow->digest, NULL };
    }
    return list;
}

/* text: of one that is there; NULL: it will be read. */
static void begin(struct exchange *exchange, const struct flow_job *asked,
                  struct flow_text *text)
{
    struct flow_job *job = calloc(1, sizeof(*job));

    if (!job) {
        free(text);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }

    *job = *asked;
    job->base.to_do.job.work = work;
    job->base.then = then;
    job->base.drop = drop;
    job->is_given = text != NULL;
    job->text = text ? text : malloc(sizeof(*job->text));
    job->others = list_flows(exchange_floor(exchange));
    if (!job->text || !job->others) {
        drop(&job->base);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    exchange_work(exchange, &job->base);
}

void flow_job_ask(struct exchange *exchange, const struct event_flow_set *flow,
                  const char *digest, bool is_whole,
                  void (*go_on)(struct exchange *exchange,
                                struct flow_job *job))
{
    struct flow_job asked = { .flow = *flow,
                              .is_whole = is_whole,
                              .then = go_on };

    if (!digest[0]) {
        exchange_refuse(exchange, PROBLEM_NO_DRAFT);
        return;
    }

    memcpy(asked.digest.text, digest, strlen(digest) + 1);
    begin(exchange, &asked, NULL);
}

void flow_job_take(struct exchange *exchange, const struct event_flow_set *flow,
                   struct flow_text *text,
                   void (*go_on)(struct exchange *exchange,
                                 struct flow_job *job))
{
    const struct flow_job asked = { .flow = *flow,
                                    .digest = text->program.digest,
                                    .is_whole = true,
                                    .then = go_on };

    begin(exchange, &asked, text);
}

static const struct flow_program *find_program(void *arg, const char *digest)
{
    const struct flow_list *list = arg;

    for (size_t i = 0; i < list->count; i++)
        if (list->flows[i].program &&
            strcmp(list->flows[i].digest.text, digest) == 0)
            return list->flows[i].program;

    return NULL;
}

struct trial_programs flow_job_programs(struct flow_job *job)
{
    return (struct trial_programs){ find_program, job->others, NULL };
}
