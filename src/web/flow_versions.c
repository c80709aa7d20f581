/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal knows every version: each was an event. */

#include "web/flow_versions.h"

#include <stdlib.h>
#include <string.h>

#include "web/flow_job.h"
#include "web/flow_publish.h"
#include "web/flows.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/version_job.h"

struct flow_version_job {
    struct version_job versions;
    struct event_flow_set flow;
    int64_t version; /* the one that is wanted; 0: all */
    void (*then)(struct exchange *exchange, const struct event_flow_set *flow,
                 const struct event_flow_set *version);
};

static struct flow_version_job *job_new(struct exchange *exchange,
                                        const struct event_flow_set *flow)
{
    struct flow_version_job *job =
        version_job_new(exchange, sizeof(*job), DOCUMENT_FLOW, flow->id);

    if (job)
        job->flow = *flow;
    return job;
}

static void fill(const struct exchange *exchange, const struct version_job *job,
                 size_t at, struct shape_flow_version *row)
{
    const struct event *event = &job->events[at];
    const struct event_flow_set *version = &event->as.flow_set;
    const struct event_flow_set *last = version_job_before(job, at);

    *row = (struct shape_flow_version){
        .version = version->version,
        .wall_us = state_wall_us(exchange_floor(exchange), event->at_us),
        .by = event->by,
        .digest = version->digest,
        .draft = version->draft,
        .published =
            version->digest.text[0] &&
            (!last || strcmp(last->digest.text, version->digest.text) != 0),
    };
    memcpy(row->user.text, lookup_name(exchange, DOCUMENT_USER, event->by),
           strlen(lookup_name(exchange, DOCUMENT_USER, event->by)) + 1);
}

static void then_all(struct exchange *exchange, struct exchange_job *base)
{
    const struct version_job *job = (const struct version_job *)base;
    struct shape_flow_version *rows = calloc(job->count + 1, sizeof(*rows));
    size_t count = 0;

    if (job->rc < 0 || !rows) {
        free(rows);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < job->count; i++)
        if (version_job_at(job, i))
            fill(exchange, job, i, &rows[count++]);
    listing_answer_all(exchange, shape_record(SHAPE_FLOW_VERSION), rows, count,
                       lookup_view(exchange));
    free(rows);
}

void flow_publish_versions(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);
    struct flow_version_job *job = flow ? job_new(exchange, flow) : NULL;

    if (!job)
        return;
    job->versions.base.then = then_all;
    exchange_work(exchange, &job->versions.base);
}

/* One of them. */

static void then_one(struct exchange *exchange, struct exchange_job *base)
{
    const struct flow_version_job *job = (const struct flow_version_job *)base;
    size_t at = version_job_find(&job->versions, job->version);

    if (job->versions.rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else if (at == job->versions.count)
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
    else
        job->then(exchange, &job->flow, version_job_at(&job->versions, at));
}

void flow_versions_find(struct exchange *exchange,
                        const struct event_flow_set *flow, int64_t version,
                        void (*go_on)(struct exchange *exchange,
                                      const struct event_flow_set *flow,
                                      const struct event_flow_set *version))
{
    struct flow_version_job *job = job_new(exchange, flow);

    if (!job)
        return;
    job->versions.base.then = then_one;
    job->version = version;
    job->then = go_on;
    exchange_work(exchange, &job->versions.base);
}

/* What was worked on then. */
static void then_text(struct exchange *exchange,
                      const struct event_flow_set *flow,
                      const struct event_flow_set *version)
{
    flow_job_ask(exchange, flow, flow_job_latest(version), false,
                 flows_answer_text);
}

void flow_publish_version_text(struct exchange *exchange)
{
    const struct event_flow_set *flow =
        lookup_document(exchange, DOCUMENT_FLOW);
    uint64_t version = flow ? lookup_number(exchange, 1) : 0;

    if (version)
        flow_versions_find(exchange, flow, (int64_t)version, then_text);
}
