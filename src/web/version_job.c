/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events of one document, gathered by a worker. */

#include "web/version_job.h"

#include <assert.h>
#include <stdlib.h>

#include "jobs/query_history.h"
#include "web/lookup.h"

static void work(struct job *base, void *hands)
{
    struct version_job *job = (struct version_job *)base;

    job->rc =
        query_history(hands, job->kind, job->id, &job->events, &job->count);
}

static void drop(struct exchange_job *base)
{
    struct version_job *job = (struct version_job *)base;

    free(job->events);
    free(job);
}

void *version_job_new(struct exchange *exchange, size_t size,
                      enum document_kind kind, uint64_t id)
{
    assert(exchange && size >= sizeof(struct version_job));
    struct version_job *job = calloc(1, size);

    if (!job) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return NULL;
    }
    job->base.to_do.job.work = work;
    job->base.drop = drop;
    job->kind = kind;
    job->id = id;
    return job;
}

const void *version_job_at(const struct version_job *job, size_t at)
{
    assert(job && at < job->count);
    const struct event *event = &job->events[at];

    return event->type == document_kind_info(job->kind)->set_event ? &event->as
                                                                   : NULL;
}

const void *version_job_before(const struct version_job *job, size_t at)
{
    const void *document = NULL;

    assert(job && at < job->count);
    for (size_t i = at + 1; !document && i < job->count; i++)
        document = version_job_at(job, i);
    return document;
}

size_t version_job_find(const struct version_job *job, int64_t version)
{
    assert(job);
    for (size_t i = 0; i < job->count; i++) {
        const void *document = version_job_at(job, i);

        if (document && document_version(job->kind, document) == version)
            return i;
    }
    return job->count;
}
