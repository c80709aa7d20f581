/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Page by page; then what else is asked about each of them. */

#include "jobs/query_calls.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "jobs/query.h"
#include "store/reader.h"

struct found {
    struct past_call *calls;
    uint64_t *ids;
    size_t count;
    size_t most; /* there is room for */
    bool is_more;
    size_t page;      /* rows of this one */
    uint64_t last_id; /* of this one */
};

static int visit(void *arg, const struct contact_projection *row)
{
    struct found *found = arg;

    found->page++;
    found->last_id = row->contact_id;
    if (found->count == found->most) {
        found->is_more = true;
        return 1;
    }

    found->ids[found->count] = row->contact_id;
    found->calls[found->count++] = (struct past_call){
        .caller = row->caller,
        .called = row->called,
        .trunk_id = row->trunk_id,
        .arrived_wall_us = row->arrived_wall_us,
        .queue_id = row->queue_id,
        .in_time = row->in_time,
        .short_abandon = row->short_abandon,
    };
    return 0;
}

static int find_contacts(struct reader *reader, const struct query_calls *query,
                         struct found *found)
{
    struct contact_filter filter = {
        .from_wall_us = query->from_wall_us,
        .before_wall_us = query->before_wall_us,
        .by_entry = true,
        .limit = QUERY_MAX_ROWS,
    };
    int rc;

    do {
        found->page = 0;
        rc = reader_contacts(reader, &filter, visit, found);
        filter.before_id = found->last_id;
    } while (rc == 0 && found->page == QUERY_MAX_ROWS && !found->is_more);

    return rc < 0 ? rc : 0;
}

/* Its first event has its lot. */
static int find_lot(void *hands, uint64_t contact_id, struct past_call *call)
{
    const struct query_events query = { .contact_id = contact_id, .limit = 1 };
    struct event *events = NULL;
    size_t count = 0;

    int rc = query_events(hands, &query, &events, &count);
    if (rc < 0)
        return rc;

    if (count > 0 && events[0].type == EVENT_CONTACT_ARRIVED)
        call->draw = events[0].as.contact_arrived.draw;
    free(events);
    return 0;
}

static int find_past(void *hands, uint64_t contact_id, struct past_call *call)
{
    const struct query_previous query = { .contact_id = contact_id,
                                          .limit = QUERY_CALLS_BEFORE };
    struct caller_past past;

    int rc = query_past(hands, &query, &past);
    if (rc < 0)
        return rc;

    call->calls = past.calls;
    if (past.calls)
        call->called_ago_us = call->arrived_wall_us - past.last_wall_us;
    call->last_queue_id = past.last_queue_id;
    call->last_agent_id = past.agent_id;
    return 0;
}

size_t query_calls_most(size_t rules)
{
    return rules <= QUERY_CALLS_RULES / QUERY_MAX_CALLS
               ? QUERY_MAX_CALLS
               : QUERY_CALLS_RULES / rules;
}

int query_calls(void *hands, const struct query_calls *query,
                struct past_call **ret_calls, size_t *ret_count,
                bool *ret_is_more)
{
    assert(query && ret_calls && ret_count && ret_is_more);

    size_t most = query_calls_most(query->rules);
    struct found found = {
        .calls = calloc(most, sizeof(*found.calls)),
        .ids = calloc(most, sizeof(*found.ids)),
        .most = most,
    };
    int rc = found.calls && found.ids ? 0 : -ENOMEM;

    if (rc == 0)
        rc = hands ? find_contacts(hands, query, &found) : -ENODATA;
    for (size_t i = 0; rc == 0 && i < found.count; i++) {
        rc = find_lot(hands, found.ids[i], &found.calls[i]);
        if (rc == 0 && query->wants_past)
            rc = find_past(hands, found.ids[i], &found.calls[i]);
    }
    free(found.ids);
    if (rc < 0) {
        free(found.calls);
        return rc;
    }

    *ret_calls = found.calls;
    *ret_count = found.count;
    *ret_is_more = found.is_more;
    return 0;
}
