/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks the store's reader, and keeps what fits. */

#include "jobs/query_history.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "store/reader.h"

struct versions {
    struct event *events;
    size_t count;
};

static int visit(void *arg, const struct event *event)
{
    struct versions *versions = arg;

    if (versions->count < QUERY_MAX_VERSIONS)
        versions->events[versions->count++] = *event;
    return 0;
}

int query_history(void *hands, enum document_kind kind, uint64_t id,
                  struct event **ret_events, size_t *ret_count)
{
    struct versions versions = { NULL, 0 };

    assert(ret_events && ret_count);
    if (!hands)
        return -ENODATA;

    versions.events = calloc(QUERY_MAX_VERSIONS, sizeof(versions.events[0]));
    if (!versions.events)
        return -ENOMEM;

    int rc = reader_history(hands, kind, id, visit, &versions);

    if (rc < 0) {
        free(versions.events);
        return rc;
    }
    *ret_events = versions.events;
    *ret_count = versions.count;
    return 0;
}
