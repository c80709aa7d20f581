/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow leads to a queue that takes nobody. */

#include <string.h>

#include "core/flow_claim.h"
#include "core/flow_problem.h"
#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

enum obstacle { NO_OBSTACLE, FULL, CLOSED, GONE };

#define NODES(on_error)                                                        \
    {                                                                          \
        { .name = { "ask" },                                                   \
          .type = NODE_MENU,                                                   \
          .as.menu_node = { .barge_in = true,                                  \
                            .prompt = { "menu" },                              \
                            .wait_ms = 5000,                                   \
                            .tries = 1 },                                      \
          .choice_count = 1,                                                   \
          .choices = { { "1", 1 } },                                           \
          .exits = { [STEP_TIMEOUT] = 2,                                       \
                     [STEP_INVALID] = 2,                                       \
                     [STEP_ERROR] = 2 } },                                     \
            { .name = { "wait" },                                              \
              .type = NODE_QUEUE,                                              \
              .as.queue_node = { .queue_id = HELP, .priority = 50 },           \
              .exits = { [STEP_ERROR] = (on_error) } },                        \
            REST("sorry"),                                                     \
    }

static void give(struct story *story, const struct command *command)
{
    assert_int_equal(story_give(story, command), 0);
}

/* HELP holds one contact, and overflows to SALES; for good: the flow that the
   caller is in is another version by then. */
static void put(struct story *story, enum obstacle obstacle)
{
    static const struct command close = { COMMAND_CLOSE_QUEUE,
                                          .as.close_queue = { HELP, 0, 0 } };
    struct command queue = story_queue(story, HELP);
    struct command flow = story_flow(story, MAIN);
    struct command remove = { COMMAND_REMOVE_QUEUE,
                              .as.remove_queue = { HELP, 0 } };
    static const struct flow_node direct[] = {
        { .name = { "wait" },
          .type = NODE_QUEUE,
          .as.queue_node = { .queue_id = HELP, .priority = 50 },
          .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    static const struct command other = ARRIVES(2, "+4202");
    static const struct command other_connected = CONNECTED;

    switch (obstacle) {
    case NO_OBSTACLE:
        break;
    case FULL:
        queue.as.set_queue.max_waiting = 1;
        give(story, &queue);
        flow = flow_of(story, DIRECT, direct, ARRAY_LEN(direct));
        give(story, &flow);
        give(story, &other);
        give(story, &other_connected);
        assert_int_equal(contact_of(story, 2)->place, PLACE_QUEUE);
        break;
    case CLOSED:
        give(story, &close);
        break;
    case GONE:
        flow.as.set_flow.digest = story_program(DIRECT)->digest;
        give(story, &flow);
        remove.as.remove_queue.version = queue.as.set_queue.version;
        give(story, &remove);
        break;
    }
    outbox_clear(&story->outbox);
}

static const struct obstacle_row {
    const char *says;
    enum obstacle obstacle;
    bool leads_on;
    const char *wrote; /* behind the key, and until it rests */
    const char *node;  /* where the contact is then; "" when in none */
} obstacle_rows[] = {
    { "a queue that takes callers has them wait", NO_OBSTACLE, true,
      "step_began step_ended contact_queued", "" },
    { "one that is full leads to the exit for that", FULL, true,
      "step_began queue_refused step_ended step_began", "sorry" },
    { "... and without it does what it says itself", FULL, false,
      "step_began step_ended queue_refused contact_queued", "" },
    { "one that is closed leads to the exit for that", CLOSED, true,
      "step_began queue_diverted step_ended step_began", "sorry" },
    { "... and without it hangs up", CLOSED, false,
      "step_began step_ended queue_diverted contact_ended", "" },
    { "one that is gone leads to the exit for that", GONE, true,
      "step_began step_ended step_began", "sorry" },
    { "... and without it the flow fails", GONE, false,
      "step_began step_ended contact_ended", "" },
};

static void leads_on(void **state)
{
    const struct obstacle_row *row = *state;
    const struct flow_node nodes[] = NODES(row->leads_on ? 2 : FLOW_EXIT_NONE);
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    BEGIN(&story, nodes);
    answer(&story);
    put(&story, row->obstacle);
    press(&story, "1");
    story_summary(&story.outbox, wrote);
    static const char key[] = "digit_pressed step_ended ";
    assert_int_equal(strncmp(wrote, key, strlen(key)), 0);
    *strchr(wrote, '+') = '\0';
    wrote[strlen(wrote) - 1] = '\0';
    assert_string_equal(wrote + strlen(key), row->wrote);
    assert_string_equal(place_of(&story, nodes), row->node);
    story_end(&story);
}

/* A flow's own answer does not hide from the queue that it was full. */
static void a_refusal_counts_for_the_queue(void **state)
{
    const struct flow_node nodes[] = NODES(2);
    const struct event *refused = NULL;
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    put(&story, FULL);
    press(&story, "1");
    assert_int_equal(state_tally(core_state(story.core), HELP)->refused_full,
                     1);
    for (size_t i = 0; i < story.outbox.event_count; i++)
        if (story.outbox.events[i].type == EVENT_QUEUE_REFUSED)
            refused = &story.outbox.events[i];
    assert_non_null(refused);
    assert_int_equal(refused->as.queue_refused.to, TO_FLOW);
    assert_int_equal(refused->as.queue_refused.to_id, MAIN);
    story_end(&story);
}

/* Whoever is sent away by another rule goes where that leads. */
static void other_rules_of_the_queue_hold(void **state)
{
    static const struct command rule = { COMMAND_SET_QUEUE_RULE,
                                         .as.set_queue_rule = {
                                             .name = { "nobody" },
                                             .queue_id = HELP,
                                             .moment = RULE_ON_JOINING,
                                             .cause = RULE_NOBODY_LOGGED_IN,
                                             .target = TO_QUEUE,
                                             .target_id = SALES } };
    const struct flow_node nodes[] = NODES(2);
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    give(&story, &rule);
    press(&story, "1");
    assert_int_equal(contact_of(&story, 1)->place, PLACE_QUEUE);
    assert_int_equal(contact_of(&story, 1)->queue_id, SALES);
    story_end(&story);
}

/* Flows of old have no such exit. */
static void it_may_be_left_out_in_flows_that_hang_up_on_nobody(void **state)
{
    static const enum flow_type types[] = { FLOW_TYPE_INBOUND, FLOW_TYPE_PART,
                                            FLOW_TYPE_OUTBOUND };
    static struct flow_program program;
    struct flow_problem problem;
    struct story story;

    (void)state;
    story_begin(&story);
    for (size_t i = 0; i < ARRAY_LEN(types); i++) {
        program = (struct flow_program){
            .type = types[i],
            .node_count = 1,
            .nodes = { { .name = { "wait" },
                         .type = NODE_QUEUE,
                         .as.queue_node = { .queue_id = HELP, .priority = 50 },
                         .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } } },
        };
        assert_null(flow_broken_claim(&program, NULL));
        assert_int_equal(flow_problem_find(core_state(story.core), NULL,
                                           &program, &problem, 1),
                         0);
    }
    story_end(&story);
}

/* It comes at once: nobody is to be led round and round by it. */
static void an_error_that_leads_back_stands_against_publishing(void **state)
{
    static struct flow_program program;
    struct flow_problem problem = { .says = NULL };
    struct story story;

    (void)state;
    story_begin(&story);
    program = (struct flow_program){
        .node_count = 1,
        .nodes = { { .name = { "wait" },
                     .type = NODE_QUEUE,
                     .as.queue_node = { .queue_id = HELP, .priority = 50 },
                     .exits = { [STEP_ERROR] = 0 } } },
    };
    assert_int_equal(
        flow_problem_find(core_state(story.core), NULL, &program, &problem, 1),
        1);
    assert_string_equal(problem.node.text, "wait");
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, leads_on, obstacle_rows);
    TEST_LIST_ADD(&list, a_refusal_counts_for_the_queue);
    TEST_LIST_ADD(&list, other_rules_of_the_queue_hold);
    TEST_LIST_ADD(&list, it_may_be_left_out_in_flows_that_hang_up_on_nobody);
    TEST_LIST_ADD(&list, an_error_that_leads_back_stands_against_publishing);
    return test_list_run(&list);
}
