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

static enum rule_language language_of(const struct caller_past *past)
{
    static const enum rule_language languages[] = {
        [SPEAKS_EN] = RULE_LANGUAGE_EN,
        [SPEAKS_ES] = RULE_LANGUAGE_ES,
        [SPEAKS_CS] = RULE_LANGUAGE_CS,
    };

    return past->calls ? languages[past->last_language] : RULE_LANGUAGE_KEEP;
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
            .language = language_of(past),
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

static void look_up(struct recalls *recalls, uint64_t contact_id,
                    const struct phone_number *caller, bool is_waited_for)
{
    struct recall *recall = calloc(1, sizeof(*recall));

    if (!recall)
        return;

    recall->job.work = work;
    recall->contact_id = contact_id;
    recall->caller = *caller;
    recall->is_waited_for = is_waited_for;
    if (jobs_submit(recalls->server->jobs, &recall->job, recalls->box) < 0)
        free(recall);
}

static void take_arrived(struct recalls *recalls,
                         const struct event_contact_arrived *arrived)
{
    if (arrived->caller.text[0] && arrived->entry_id &&
        (arrived->led_due_us || is_wanted(core_state(recalls->server->core))))
        look_up(recalls, arrived->contact_id, &arrived->caller,
                arrived->led_due_us != 0);
}

/* A node waits for the language of the last call. */
static void take_step(struct recalls *recalls,
                      const struct event_step_began *began)
{
    const struct contact_row *contact =
        state_contact(core_state(recalls->server->core), began->contact_id);

    if (began->node_type == NODE_LANGUAGE && began->due_us && contact)
        look_up(recalls, began->contact_id, &contact->caller, true);
}

void recalls_take_event(struct recalls *recalls, const struct event *event)
{
    if (event->type == EVENT_CONTACT_ARRIVED)
        take_arrived(recalls, &event->as.contact_arrived);
    else if (event->type == EVENT_STEP_BEGAN)
        take_step(recalls, &event->as.step_began);
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
