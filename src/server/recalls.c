/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A job for each caller, whose ends come back through one descriptor. */

#include "server/recalls.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "jobs/query.h"
#include "server/bell.h"
#include "server/server.h"

/* Calls that reached nobody are passed over. */
enum { LOOKED_AT = 16 };

struct recall {
    struct job job; /* first */
    uint64_t contact_id;
    struct phone_number caller;
    bool is_waited_for;
    struct caller_past past; /* out; nothing, when it could not be read */
};

struct recalls {
    struct server *server;
    struct job_box *box;
    struct bell bell;
};

/* By a worker. */
static void work(struct job *job, void *hands)
{
    struct recall *recall = (struct recall *)job;
    const struct query_previous query = {
        .contact_id = recall->contact_id,
        .caller = recall->caller,
        .limit = LOOKED_AT,
    };

    (void)query_past(hands, &query, &recall->past);
}

/* 0 of what never was. */
static int64_t ago_us(const struct server *server, int64_t wall_us)
{
    int64_t now_us =
        state_wall_us(core_state(server->core), server_now_us(server));

    return wall_us && wall_us < now_us ? now_us - wall_us : 0;
}

/* An agent may be gone by now, and the contact, too: that is refused. */
static void tell(struct recalls *recalls, const struct recall *recall)
{
    struct server *server = recalls->server;
    const struct caller_past *past = &recall->past;
    const struct command command = {
        .type = COMMAND_RECALL_CALLER,
        .as.recall_caller = {
            .contact_id = recall->contact_id,
            .agent_id = past->agent_id,
            .queue_id = past->queue_id,
            .ago_us = ago_us(server, past->agent_wall_us),
            .calls = past->calls,
            .called_ago_us = ago_us(server, past->last_wall_us),
            .last_queue_id = past->last_queue_id,
        },
    };

    if (!recall->job.dropped && (past->agent_id || recall->is_waited_for))
        (void)server_turn(server, &command);
}

static void come_back(void *arg)
{
    struct recalls *recalls = arg;
    struct job *job;

    while ((job = job_box_take(recalls->box))) {
        tell(recalls, (struct recall *)job);
        free(job);
    }
}

static bool is_wanted(const struct state *state)
{
    for (size_t i = 0; i < state_document_count(state, DOCUMENT_QUEUE); i++) {
        const struct event_queue_set *queue =
            state_document_at(state, DOCUMENT_QUEUE, i);

        if (queue->sticky_days)
            return true;
    }

    return false;
}

void recalls_take_event(struct recalls *recalls, const struct event *event)
{
    const struct event_contact_arrived *arrived = &event->as.contact_arrived;

    if (event->type != EVENT_CONTACT_ARRIVED || !arrived->caller.text[0] ||
        !arrived->entry_id ||
        (!arrived->led_due_us && !is_wanted(core_state(recalls->server->core))))
        return;

    struct recall *recall = calloc(1, sizeof(*recall));
    if (!recall)
        return;

    recall->job.work = work;
    recall->contact_id = arrived->contact_id;
    recall->caller = arrived->caller;
    recall->is_waited_for = arrived->led_due_us != 0;
    if (jobs_submit(recalls->server->jobs, &recall->job, recalls->box) < 0)
        free(recall);
}

int recalls_new(struct server *server, struct recalls **ret_recalls)
{
    assert(server && ret_recalls);

    struct recalls *recalls = calloc(1, sizeof(*recalls));
    if (!recalls)
        return -ENOMEM;

    recalls->server = server;
    int rc = bell_init(&recalls->bell, server->loop, come_back, recalls);
    if (rc == 0)
        rc = job_box_new(bell_ring, &recalls->bell, &recalls->box);
    if (rc < 0) {
        recalls_free(recalls);
        return rc;
    }

    *ret_recalls = recalls;
    return 0;
}

struct recalls *recalls_free(struct recalls *recalls)
{
    struct job *job;

    if (!recalls)
        return NULL;

    bell_done(&recalls->bell);
    while (recalls->box && (job = job_box_take(recalls->box)))
        free(job);
    job_box_free(recalls->box);
    free(recalls);
    return NULL;
}
