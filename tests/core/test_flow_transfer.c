/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows that lead to an agent, a number or a box. */

#include <string.h>

#include "core/flow.h"
#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

static void transfer_to(struct story *story, struct node_transfer to)
{
    const struct flow_node nodes[] = {
        { .name = { "transfer" },
          .type = NODE_TRANSFER,
          .as.transfer_node = to,
          .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
    };

    BEGIN(story, nodes);
}

static void a_flow_leads_to_an_agent(void **state)
{
    static const struct command there[] = { LOG_IN(ANN), AVAILABLE(ANN) };
    static const struct command remove = { COMMAND_REMOVE_AGENT,
                                           .as.remove_agent = { BOB, 1 } };
    struct story story;

    (void)state;
    transfer_to(&story,
                (struct node_transfer){ .agent_id = BOB, .priority = 50 });
    assert_int_equal(story_give(&story, &remove), REFUSED_IN_USE);
    story_end(&story);

    transfer_to(&story,
                (struct node_transfer){ .agent_id = ANN, .priority = 7 });
    story_lead(&story, there, ARRAY_LEN(there));
    answer(&story);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_QUEUE);
    assert_int_equal(contact_of(&story, 1)->wanted_agent_id, ANN);
    assert_int_equal(contact_of(&story, 1)->priority, 7);
    story_end(&story);
}

static void a_flow_leads_to_no_number_that_nobody_may_dial(void **state)
{
    static struct flow_program program = {
        .digest = { "ee" },
        .node_count = 1,
        .nodes = { { .name = { "transfer" },
                     .type = NODE_TRANSFER,
                     .as.transfer_node = { .number = { "+1900555" },
                                           .priority = 50 },
                     .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } } },
    };
    struct node_transfer *transfer = &program.nodes[0].as.transfer_node;
    struct command set;
    struct story story;

    (void)state;
    story_begin(&story);
    set = flow_of(&story, MAIN, program.nodes, 1);
    assert_int_equal(story_give(&story, &set), REFUSED_NUMBER_BARRED);
    story_end(&story);

    /* one of the two, and not both */
    transfer->agent_id = ANN;
    assert_non_null(flow_broken_claim(&program, NULL));
    *transfer = (struct node_transfer){ .priority = 50 };
    assert_non_null(flow_broken_claim(&program, NULL));
}

static void a_flow_leads_to_a_box(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "box" },
          .type = NODE_VOICEMAIL,
          .as.voicemail_node.box_id = 1,
          .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    const struct command box = { COMMAND_SET_BOX,
                                 .as.set_box = { .name = { "box" },
                                                 .queue_id = SALES,
                                                 .max_ms = 60000,
                                                 .max_messages = 10,
                                                 .pin_tries = 5,
                                                 .pin_lock_ms = 60000,
                                                 .keep_days = 30 } };
    static const struct command remove = { COMMAND_REMOVE_BOX,
                                           .as.remove_box = { 1, 1 } };
    struct command set;
    static const struct command call = ARRIVES(1, "+4201");
    struct story story;

    (void)state;
    story_begin(&story);
    set = flow_of(&story, MAIN, nodes, ARRAY_LEN(nodes));
    assert_int_equal(story_give(&story, &set), REFUSED_NO_BOX);
    story_lead(&story, &box, 1);
    story_lead(&story, &set, 1);
    assert_int_equal(story_give(&story, &remove), REFUSED_IN_USE);
    assert_int_equal(story_give(&story, &call), 0);
    answer(&story);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_VOICEMAIL);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_flow_leads_to_an_agent);
    TEST_LIST_ADD(&list, a_flow_leads_to_no_number_that_nobody_may_dial);
    TEST_LIST_ADD(&list, a_flow_leads_to_a_box);
    return test_list_run(&list);
}
