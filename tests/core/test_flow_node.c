/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each type of node does to a caller. */

#include "core/node.h"

#include <string.h>

#include "core/draw.h"
#include "tests/core/situation.h"
#include "tests/test.h"

/* The house, whose MAIN is this flow, and a caller at its beginning. */
static void begin(struct story *story, const struct flow_node *nodes,
                  size_t count)
{
    static struct flow_program program;
    struct command set = { .type = COMMAND_SET_FLOW };
    static const struct command call = ARRIVES(1, "+4201");

    story_begin(story);
    memset(&program, 0, sizeof(program));
    memcpy(program.nodes, nodes, count * sizeof(nodes[0]));
    memset(program.digest.text, 'e', 64);
    program.node_count = count;
    assert_int_equal(core_add_program(story->core, &program), 0);
    memcpy(&set.as, state_flow(core_state(story->core), MAIN),
           sizeof(set.as.set_flow));
    set.as.set_flow.digest = program.digest;
    story_lead(story, &set, 1);
    assert_int_equal(story_give(story, &call), 0);
}

#define BEGIN(story, nodes) begin(story, nodes, ARRAY_LEN(nodes))

static void answer(struct story *story)
{
    static const struct command connected = CONNECTED;

    story_lead(story, &connected, 1);
}

/* The node where the contact is; "" when it is at none. */
static const char *place_of(const struct story *story,
                            const struct flow_node *nodes)
{
    const struct contact_row *contact = contact_of(story, 1);

    return contact && contact->node >= 0 ? nodes[contact->node].name.text : "";
}

static void a_start_leads_on_without_answering(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "start" },
          .type = NODE_START,
          .exits = { [STEP_DONE] = 1 } },
        { .name = { "play" },
          .type = NODE_PLAY,
          .as.play.prompt = { "tune" },
          .exits = { FLOW_EXIT_NONE, [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, "contact_arrived step_began step_ended "
                               "answer_asked +answer");
    answer(&story);
    assert_string_equal(place_of(&story, nodes), "play");
    story_end(&story);
}

static void a_wait_lasts_as_long_as_it_says(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "wait" },
          .type = NODE_WAIT,
          .as.wait.for_ms = 2500,
          .exits = { [STEP_DONE] = 1 } },
        { .name = { "play" },
          .type = NODE_PLAY,
          .as.play.prompt = { "tune" },
          .exits = { FLOW_EXIT_NONE, [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    static const struct command key = PRESS(1, "1");
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    story_wait(&story, 2499 * 1000);
    assert_string_equal(place_of(&story, nodes), "wait");
    assert_int_equal(story_give(&story, &key), REFUSED_NOT_ASKED);
    story_wait(&story, 1000);
    assert_string_equal(place_of(&story, nodes), "play");
    story_end(&story);
}

/* What was drawn is told, and it is what decides. */
static void a_split_tells_what_it_drew(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "split" },
          .type = NODE_SPLIT,
          .as.split.percent = 50,
          .exits = { [STEP_DONE] = 1, [STEP_OTHER] = 2 } },
        { .name = { "first" },
          .type = NODE_WAIT,
          .as.wait.for_ms = 1000,
          .exits = { FLOW_EXIT_NONE } },
        { .name = { "second" },
          .type = NODE_WAIT,
          .as.wait.for_ms = 1000,
          .exits = { FLOW_EXIT_NONE } },
    };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);

    const struct event_step_ended *ended =
        &story.outbox.events[2].as.step_ended;

    assert_int_equal(story.outbox.events[2].type, EVENT_STEP_ENDED);
    assert_in_range(ended->draw, 0, 99);
    assert_int_equal(ended->exit, ended->draw < 50 ? STEP_DONE : STEP_OTHER);
    assert_int_equal(ended->next_node, ended->draw < 50 ? 1 : 2);
    story_end(&story);
}

static void none_and_all_are_shares_too(void **state)
{
    static struct flow_node nodes[] = {
        { .name = { "split" },
          .type = NODE_SPLIT,
          .exits = { [STEP_DONE] = 1, [STEP_OTHER] = 2 } },
        { .name = { "first" },
          .type = NODE_WAIT,
          .as.wait.for_ms = 1000,
          .exits = { FLOW_EXIT_NONE } },
        { .name = { "second" },
          .type = NODE_WAIT,
          .as.wait.for_ms = 1000,
          .exits = { FLOW_EXIT_NONE } },
    };
    struct story story;

    (void)state;
    for (int percent = 0; percent <= 100; percent += 100) {
        nodes[0].as.split.percent = percent;
        BEGIN(&story, nodes);
        answer(&story);
        assert_string_equal(place_of(&story, nodes),
                            percent ? "first" : "second");
        story_end(&story);
    }
}

/* Chi-squared with 99 degrees of freedom: 148.2 is passed once in a thousand
   series of fair lots (any table of the distribution). The moments are those of
   callers who come one microsecond, or one second, after the other. */
static void lots_are_fair(void **state)
{
    enum { DRAWS = 100000, EACH = DRAWS / 100 };
    static const int64_t steps_us[] = { 1, 1000000 };

    (void)state;
    for (size_t way = 0; way < ARRAY_LEN(steps_us); way++) {
        int64_t counts[100] = { 0 };
        double deviation = 0;

        for (int i = 0; i < DRAWS; i++)
            counts[draw_percent((uint64_t)i + 1, 3,
                                i * steps_us[way] + 12345)]++;
        for (int i = 0; i < 100; i++)
            deviation +=
                (double)((counts[i] - EACH) * (counts[i] - EACH)) / EACH;
        assert_true(deviation < 148.2);
    }
}

/* The table. */

static void every_type_begins_with_what_every_node_has(void **state)
{
    (void)state;
    for (int type = 0; type < node_type_count; type++) {
        const struct node_rule *rule = node_rule((enum node_type)type);

        assert_string_equal(rule->record->name,
                            word_spell(&word_list_node_type, type));
        assert_string_equal(rule->record->fields[0].name, "x");
        assert_int_equal(rule->record->fields[0].offset,
                         offsetof(struct node_head, x));
        assert_int_equal(rule->record->fields[2].offset,
                         offsetof(struct node_head, label));
        assert_true(rule->record->doc[0] != '\0');
        for (size_t i = 0; i < rule->exit_count; i++)
            assert_ptr_equal(
                node_exit_named((enum node_type)type, rule->exits[i].name),
                &rule->exits[i]);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_start_leads_on_without_answering);
    TEST_LIST_ADD(&list, a_wait_lasts_as_long_as_it_says);
    TEST_LIST_ADD(&list, a_split_tells_what_it_drew);
    TEST_LIST_ADD(&list, none_and_all_are_shares_too);
    TEST_LIST_ADD(&list, lots_are_fair);
    TEST_LIST_ADD(&list, every_type_begins_with_what_every_node_has);
    return test_list_run(&list);
}
