/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the journal what a document was: each version was an event. */

#ifndef WEB_VERSION_JOB_H
#define WEB_VERSION_JOB_H

#include "core/command.h"
#include "web/exchange.h"

/* The first member of whoever's own struct. */
struct version_job {
    struct exchange_job base; /* its `then` is to be set */
    enum document_kind kind;
    uint64_t id;
    struct event *events; /* that made them, newest first */
    size_t count;
    int rc; /* of reading */
};

/**
 * Makes one, zeroed beyond this struct, to be given to exchange_work().
 *
 * @param size  of whoever's own struct
 *
 * @return NULL: out of memory, and the answer says so
 */
void *version_job_new(struct exchange *exchange, size_t size,
                      enum document_kind kind, uint64_t id);

/** The document as an event of it made it; NULL: that removed it. */
const void *version_job_at(const struct version_job *job, size_t at);

/** ... and as it was before that; NULL: that is not known, or it was not. */
const void *version_job_before(const struct version_job *job, size_t at);

/** The event that made a version; job->count: there is none. */
size_t version_job_find(const struct version_job *job, int64_t version);

#endif
