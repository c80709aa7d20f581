/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people of the house that a trial goes through, and its ways outside. */

#include "core/state_search.h"
#include "core/trial_inside.h"

static int load_documents(const struct state *floor, struct state *state)
{
    static const enum document_kind kinds[] = {
        DOCUMENT_TEAM,  DOCUMENT_SKILL, DOCUMENT_DEVICE,     DOCUMENT_AGENT,
        DOCUMENT_TRUNK, DOCUMENT_ROUTE, DOCUMENT_QUEUE_RULE, DOCUMENT_CAP,
    };
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < sizeof(kinds) / sizeof(kinds[0]); i++)
        for (size_t at = 0;
             rc == 0 && at < state_document_count(floor, kinds[i]); at++)
            rc = state_load_document(state, kinds[i],
                                     state_document_at(floor, kinds[i], at));
    return rc;
}

/* Nobody is signed in, and no phone has shown life. */
static int load_desks(const struct state *floor, struct state *state)
{
    int rc = 0;

    for (size_t i = 0;
         rc == 0 && i < state_document_count(floor, DOCUMENT_AGENT); i++) {
        const struct document_head *agent =
            state_document_at(floor, DOCUMENT_AGENT, i);

        rc = state_load_row(state, ROW_DESK,
                            &(struct desk_row){ .agent_id = agent->id });
    }
    for (size_t i = 0;
         rc == 0 && i < state_document_count(floor, DOCUMENT_DEVICE); i++) {
        const struct document_head *device =
            state_document_at(floor, DOCUMENT_DEVICE, i);

        rc = state_load_row(state, ROW_PHONE,
                            &(struct phone_row){ .device_id = device->id });
    }
    return rc;
}

/* As they serve now, and for good: nothing ends while a call is tried. */
static int load_duties(const struct state *floor, struct state *state)
{
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < state_row_count(floor, ROW_ASSIGNMENT);
         i++) {
        const struct assignment_row *is =
            state_row_at(floor, ROW_ASSIGNMENT, i);

        rc = state_load_row(state, ROW_ASSIGNMENT,
                            &(struct assignment_row){ .agent_id = is->agent_id,
                                                      .queue_id = is->queue_id,
                                                      .priority = is->priority,
                                                      .delay_us = is->delay_us,
                                                      .by_team = is->by_team });
    }
    for (size_t i = 0; rc == 0 && i < state_row_count(floor, ROW_LEVEL); i++)
        rc =
            state_load_row(state, ROW_LEVEL, state_row_at(floor, ROW_LEVEL, i));
    for (size_t i = 0; rc == 0 && i < state_row_count(floor, ROW_TEAM_DUTY);
         i++)
        rc = state_load_row(state, ROW_TEAM_DUTY,
                            state_row_at(floor, ROW_TEAM_DUTY, i));
    return rc;
}

int trial_staff_load(const struct state *floor, struct state *state)
{
    int rc = load_documents(floor, state);

    if (rc == 0)
        rc = load_desks(floor, state);
    return rc == 0 ? load_duties(floor, state) : rc;
}

/* What the test says of them. */

static int sign_in(struct trial_run *run, const struct flow_stand_in *stand_in)
{
    const struct event_agent_set *agent =
        state_agent(core_state(run->core), stand_in->agent_id);
    const struct command steps[] = {
        { .type = COMMAND_DEVICE_SEEN,
          .as.device_seen = { agent ? agent->device_id : 0 } },
        { .type = COMMAND_LOG_IN, .as.log_in = { stand_in->agent_id } },
        { .type = COMMAND_MAKE_AVAILABLE,
          .as.make_available = { stand_in->agent_id } },
    };
    size_t count = stand_in->state == AGENT_AVAILABLE ? 3 : 2;
    int rc = 0;

    if (stand_in->state == AGENT_OFFLINE)
        return 0;
    for (size_t i = 0; rc == 0 && i < count; i++)
        rc = trial_give(run, &steps[i]);
    return rc;
}

/* A queue that takes nobody is a closed one. */
static int shut_queue(struct trial_run *run, const struct flow_node *node)
{
    const struct command close = {
        .type = COMMAND_CLOSE_QUEUE,
        .as.close_queue.queue_id =
            node->type == NODE_QUEUE ? state_heir(core_state(run->core),
                                                  node->as.queue_node.queue_id)
                                     : 0,
    };

    return close.as.close_queue.queue_id ? trial_give(run, &close) : 0;
}

int trial_staff_begin(struct trial_run *run)
{
    const struct flow_test *test = run->test;
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < test->broken_count; i++)
        if (test->broken[i] >= 0)
            rc = shut_queue(run, &run->program->nodes[test->broken[i]]);

    for (size_t i = 0; rc == 0 && i < test->agent_count; i++)
        rc = sign_in(run, &test->agents[i]);
    for (size_t i = 0; rc == 0 && i < test->lost_count; i++)
        rc = trial_give(run,
                        &(const struct command){
                            .type = COMMAND_NOTE_TRUNK,
                            .as.note_trunk = { test->lost_trunks[i], false } });
    return rc;
}
