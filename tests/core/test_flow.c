/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows that may be run, and those that may not. */

#include "core/flow.h"
#include "core/flow_claim.h"

#include <string.h>

#include "tests/test.h"

/* answer -> menu (1: queue, 2: set_language -> menu) */
static struct flow_program good_flow(void)
{
    return (struct flow_program){
        .nodes = {
            { .type = NODE_ANSWER, .exits = { [STEP_DONE] = 1 } },
            { .type = NODE_MENU,
              .as.menu_node = { .barge_in = true, .prompt = { "menu" }, .wait_ms = 5000, .tries = 3 },
              .choices = { { "1", 2 }, { "2", 3 } },
              .choice_count = 2,
              .exits = { [STEP_TIMEOUT] = 2, [STEP_INVALID] = FLOW_EXIT_NONE,
                         [STEP_ERROR] = 2 } },
            { .type = NODE_QUEUE,
              .as.queue_node = { .queue_id = 1, .priority = 50 },
              .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
            { .type = NODE_SET_LANGUAGE, .exits = { [STEP_DONE] = 1 } },
            { .type = NODE_SPLIT, .as.split_node.percent = 30,
              .exits = { [STEP_DONE] = 1, [STEP_OTHER] = 2 } },
        },
        .node_count = 5,
    };
}

static void no_node(struct flow_program *flow)
{
    flow->node_count = 0;
}

static void too_many_nodes(struct flow_program *flow)
{
    flow->node_count = FLOW_MAX_NODES + 1;
}

static void unknown_type(struct flow_program *flow)
{
    flow->nodes[2].type = (enum node_type)node_type_count;
}

static void exit_too_far(struct flow_program *flow)
{
    flow->nodes[1].exits[STEP_TIMEOUT] = 5;
}

static void exit_too_low(struct flow_program *flow)
{
    flow->nodes[1].choices[1].next = -2;
}

static void same_key(struct flow_program *flow)
{
    flow->nodes[1].choices[1].key[0] = '1';
}

static void no_such_key(struct flow_program *flow)
{
    flow->nodes[1].choices[1].key[0] = 'x';
}

static void no_prompt(struct flow_program *flow)
{
    flow->nodes[1].as.menu_node.prompt.text[0] = '\0';
}

static void no_choice(struct flow_program *flow)
{
    flow->nodes[1].choice_count = 0;
}

static void too_many_choices(struct flow_program *flow)
{
    flow->nodes[1].choice_count = FLOW_MAX_CHOICES + 1;
}

static void no_wait(struct flow_program *flow)
{
    flow->nodes[1].as.menu_node.wait_ms = 0;
}

static void no_tries(struct flow_program *flow)
{
    flow->nodes[1].as.menu_node.tries = 0;
}

static void no_queue(struct flow_program *flow)
{
    flow->nodes[2].as.queue_node.queue_id = 0;
}

static void bad_priority(struct flow_program *flow)
{
    flow->nodes[2].as.queue_node.priority = 101;
}

static void restless_circle(struct flow_program *flow)
{
    flow->nodes[0].exits[STEP_DONE] = 3;
    flow->nodes[3].exits[STEP_DONE] = 0;
}

static void restless_self(struct flow_program *flow)
{
    flow->nodes[3].exits[STEP_DONE] = 3;
}

/* The second way of the split leads back to where it came from. */
static void restless_second_way(struct flow_program *flow)
{
    flow->nodes[3].exits[STEP_DONE] = 4;
    flow->nodes[4].exits[STEP_OTHER] = 3;
}

static void restless_behind(struct flow_program *flow)
{
    restless_second_way(flow);
    flow->nodes[0].exits[STEP_DONE] = 4;
}

static void prompt_without_end(struct flow_program *flow)
{
    memset(flow->nodes[1].as.menu_node.prompt.text, 'a', sizeof(struct name));
}

static void choice_of_no_menu(struct flow_program *flow)
{
    flow->nodes[2].choice_count = 1;
    flow->nodes[2].choices[0].key[0] = '1';
}

static void key_without_end(struct flow_program *flow)
{
    memset(flow->nodes[1].choices[1].key, '7', FLOW_KEY_SIZE);
}

static const struct row {
    const char *says;
    void (*spoil)(struct flow_program *flow);
    size_t node;
} rows[] = {
    { "a flow has a node", no_node, 0 },
    { "a flow has 200 nodes at most", too_many_nodes, 0 },
    { "a node has a type that there is", unknown_type, 2 },
    { "an exit beyond the last node is refused", exit_too_far, 1 },
    { "an exit before the first node is refused", exit_too_low, 1 },
    { "two choices with one key are refused", same_key, 1 },
    { "a key that no phone has is refused", no_such_key, 1 },
    { "a menu without a prompt is refused", no_prompt, 1 },
    { "a menu without a choice is refused", no_choice, 1 },
    { "a menu with more choices than keys is refused", too_many_choices, 1 },
    { "a menu that does not wait is refused", no_wait, 1 },
    { "a menu that is never played is refused", no_tries, 1 },
    { "a queue node without a queue is refused", no_queue, 2 },
    { "a priority above 100 is refused", bad_priority, 2 },
    { "a circle in which nobody waits is refused", restless_circle, 0 },
    { "a node that leads to itself without waiting is refused", restless_self,
      3 },
    { "a circle by the second way of a node is refused", restless_second_way,
      3 },
    { "what leads to a circle is not blamed for it", restless_behind, 3 },
    { "a prompt that is not terminated is refused", prompt_without_end, 1 },
    { "a choice where there are none is refused", choice_of_no_menu, 2 },
    { "a key that is not terminated is refused", key_without_end, 1 },
};

static void is_refused(void **state)
{
    const struct row *row = *state;
    struct flow_program flow = good_flow();
    size_t node = 99;

    row->spoil(&flow);
    assert_non_null(flow_broken_claim(&flow, &node));
    assert_int_equal(node, row->node);
}

static void a_good_flow_may_be_run(void **state)
{
    (void)state;
    struct flow_program flow = good_flow();

    assert_null(flow_broken_claim(&flow, NULL));
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD(&list, a_good_flow_may_be_run);
    TEST_LIST_ADD_ROWS(&list, is_refused, rows);
    return test_list_run(&list);
}
