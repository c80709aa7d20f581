/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents that a flow may ask for, in a state of their own. */

#include "core/trial_inside.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "core/callback.h"
#include "core/flow_use.h"
#include "core/rule_book.h"

static int load_all(const struct state *floor, enum document_kind kind,
                    struct state *state)
{
    int rc = 0;

    for (size_t i = 0; rc == 0 && i < state_document_count(floor, kind); i++)
        rc =
            state_load_document(state, kind, state_document_at(floor, kind, i));
    return rc;
}

static int load_queues(const struct state *floor, struct state *state)
{
    int rc = load_all(floor, DOCUMENT_QUEUE, state);

    for (size_t i = 0;
         rc == 0 && i < state_document_count(floor, DOCUMENT_QUEUE); i++) {
        const struct document_head *queue =
            state_document_at(floor, DOCUMENT_QUEUE, i);

        rc = state_load_row(state, ROW_TALLY,
                            &(struct tally_row){ .queue_id = queue->id });
    }
    for (size_t i = 0; rc == 0 && i < state_row_count(floor, ROW_HEIR); i++)
        rc = state_load_row(state, ROW_HEIR, state_row_at(floor, ROW_HEIR, i));
    return rc;
}

static int load_boxes(const struct state *floor, struct state *state)
{
    int rc = load_all(floor, DOCUMENT_BOX, state);

    for (size_t i = 0; rc == 0 && i < state_document_count(floor, DOCUMENT_BOX);
         i++) {
        const struct document_head *box =
            state_document_at(floor, DOCUMENT_BOX, i);

        rc = state_load_row(state, ROW_MAILBOX,
                            &(struct mailbox_row){ .box_id = box->id });
    }
    return rc;
}

/* The flow in question is there with the version in question. */
static int load_flows(const struct trial_house *house,
                      const struct state *floor, struct state *state)
{
    int rc = 0;
    struct event_flow_set own = { .id = house->flow_id,
                                  .version = 1,
                                  .name = { "trial" },
                                  .digest = house->program->digest };

    for (size_t i = 0;
         rc == 0 && i < state_document_count(floor, DOCUMENT_FLOW); i++) {
        const struct event_flow_set *flow =
            state_document_at(floor, DOCUMENT_FLOW, i);

        if (flow->id == own.id)
            own.name = flow->name;
        else
            rc = state_load_document(state, DOCUMENT_FLOW, flow);
    }

    return rc ? rc : state_load_document(state, DOCUMENT_FLOW, &own);
}

static int load_entry(const struct trial_house *house, struct state *state)
{
    const struct event_entry_set entry = { .id = 1,
                                           .version = 1,
                                           .name = { "trial" },
                                           .number = { "*" },
                                           .flow_id = house->flow_id,
                                           .language = house->language };

    return state_load_document(state, DOCUMENT_ENTRY, &entry);
}

static int load_floor(const struct trial_house *house,
                      const struct state *floor, struct state **ret_state)
{
    struct state *state = NULL;
    int rc = state_new(&state);

    if (rc == 0)
        rc = load_queues(floor, state);
    if (rc == 0)
        rc = load_all(floor, DOCUMENT_PROMPT, state);
    if (rc == 0)
        rc = load_all(floor, DOCUMENT_LOOKUP, state);
    if (rc == 0)
        rc = load_all(floor, DOCUMENT_CALENDAR, state);
    if (rc == 0)
        rc = load_all(floor, DOCUMENT_CALLER_LIST, state);
    if (rc == 0)
        rc = load_boxes(floor, state);
    if (rc == 0)
        rc = trial_staff_load(floor, state);
    if (rc == 0)
        rc = load_flows(house, floor, state);
    if (rc == 0)
        rc = load_entry(house, state);
    if (rc == 0)
        rc = state_load_end(state);
    if (rc < 0)
        state_free(state);
    else
        *ret_state = state;
    return rc;
}

/* The queue that asks by the flow in question; else one that calls back. */
static uint64_t queue_that_asks(const struct trial_house *house)
{
    const struct state *floor = house->floor;
    uint64_t queue_id = 0;

    for (size_t i = 0; i < state_document_count(floor, DOCUMENT_QUEUE); i++) {
        const struct event_queue_set *queue =
            state_document_at(floor, DOCUMENT_QUEUE, i);

        if (queue->callback_flow_id == house->flow_id)
            return queue->id;
        if (queue_id == 0 && calls_back(queue))
            queue_id = queue->id;
    }
    return queue_id;
}

/* Nobody has asked by it in a trial: that queue is named. */
static int add_own_program(const struct trial_house *house, struct core *core)
{
    struct flow_program *own = malloc(sizeof(*own));

    if (!own)
        return -ENOMEM;
    *own = *house->program;
    for (size_t i = 0; i < own->node_count; i++)
        if (own->nodes[i].type == NODE_CALLBACK &&
            own->nodes[i].as.callback_node.queue_id == 0)
            own->nodes[i].as.callback_node.queue_id = queue_that_asks(house);

    int rc = core_add_program(core, own);

    free(own);
    return rc;
}

/* Programs of other flows, as far as they are known. */
static int add_programs(const struct trial_house *house, struct core *core)
{
    const struct state *floor = house->floor;
    const struct trial_programs *programs = house->programs;
    int rc = add_own_program(house, core);

    for (size_t i = 0;
         rc == 0 && programs && i < state_document_count(floor, DOCUMENT_FLOW);
         i++) {
        const struct event_flow_set *flow =
            state_document_at(floor, DOCUMENT_FLOW, i);
        const struct flow_program *program =
            programs->find(programs->arg, flow->digest.text);

        if (program)
            rc = core_add_program(core, program);
    }
    return rc;
}

/* By the flow, or for a queue that calls nobody back who is on it. */
static bool is_asked_about(const struct trial_house *house,
                           const struct event_caller_list_set *list)
{
    const struct state *floor = house->floor;

    for (size_t i = 0; i < state_document_count(floor, DOCUMENT_QUEUE); i++) {
        const struct event_queue_set *queue =
            state_document_at(floor, DOCUMENT_QUEUE, i);

        if (queue->callback_never_id == list->id)
            return true;
    }

    return flow_uses(floor, house->program, DOCUMENT_CALLER_LIST, list->id,
                     list->name.text);
}

static int add_lists(const struct trial_house *house, struct core *core)
{
    const struct state *floor = house->floor;
    int rc = 0;

    for (size_t i = 0;
         rc == 0 && i < state_document_count(floor, DOCUMENT_CALLER_LIST);
         i++) {
        const struct event_caller_list_set *document =
            state_document_at(floor, DOCUMENT_CALLER_LIST, i);
        const struct caller_list *list =
            rule_book_list(house->programs->book, document->digest.text);

        if (list && is_asked_about(house, document))
            rc = core_add_list(core, list);
    }
    return rc;
}

static int add_book(const struct trial_house *house, struct core *core)
{
    int rc;

    if (!house->programs || !house->programs->book)
        return 0;

    /* of calendars, and of the numbers that are asked when to be called */
    rc = core_set_zones(core, house->programs->book);
    return rc == 0 ? add_lists(house, core) : rc;
}

int trial_house_build(const struct trial_house *house, struct core **ret_core)
{
    struct state *state = NULL;
    int rc = core_new(ret_core);

    if (rc == 0)
        rc = load_floor(house, house->floor, &state);
    if (rc == 0)
        rc = core_adopt(*ret_core, state);
    if (rc == 0)
        rc = add_programs(house, *ret_core);
    if (rc == 0)
        rc = add_book(house, *ret_core);

    return rc;
}
