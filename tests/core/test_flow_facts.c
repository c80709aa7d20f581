/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes that ask what rules ask: conditions, calendars, lists, agents. */

#include <stdlib.h>
#include <string.h>

#include "core/flow.h"
#include "core/flow_claim.h"
#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

static void a_condition_knows_variables(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "set" },
          .type = NODE_SET,
          .as.set_node = { .variable = { "age" }, .value = { "21" } },
          .exits = { [STEP_DONE] = 1, [STEP_ERROR] = 2 } },
        { .name = { "if" },
          .type = NODE_IF,
          .as.if_node.condition = { "data.age >= 18 and data.age < 100" },
          .exits = { [STEP_DONE] = 3, [STEP_OTHER] = 2 } },
        REST("wrong"),
        REST("right"),
    };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    assert_string_equal(place_of(&story, nodes), "right");
    story_end(&story);
}

static void what_is_no_condition_is_in_no_flow(void **state)
{
    static const char *const refused[] = { "", "caller ==", "hour", "vip in" };
    static struct flow_program program = {
        .node_count = 1,
        .nodes = { { .name = { "if" },
                     .type = NODE_IF,
                     .exits = { [STEP_DONE] = FLOW_EXIT_NONE,
                                [STEP_OTHER] = FLOW_EXIT_NONE } } },
    };
    struct note *condition = &program.nodes[0].as.if_node.condition;

    (void)state;
    *condition = (struct note){ "caller == \"1\"" };
    assert_null(flow_broken_claim(&program, NULL));
    for (size_t i = 0; i < ARRAY_LEN(refused); i++) {
        *condition = (struct note){ "" };
        memcpy(condition->text, refused[i], strlen(refused[i]));
        assert_non_null(flow_broken_claim(&program, NULL));
    }
}

/* Nodes that ask what rules ask. The journal's moment 0 is Thursday,
   2026-01-01 00:00 UTC. */

#define OTHERWISE(name_, type_, ...)                                           \
    {                                                                          \
        .name = { name_ }, .type = type_, __VA_ARGS__, .exits = {              \
            [STEP_DONE] = 1,                                                   \
            [STEP_OTHER] = 2,                                                  \
            [STEP_HOLIDAY] = 3,                                                \
            [STEP_ERROR] = 4                                                   \
        }                                                                      \
    }

static const struct facts_row {
    const char *says;
    struct flow_node node;
    const char *hours; /* of the calendar "office" */
    const char *holidays;
    const char *place;
} facts_rows[] = {
    { "a condition may ask for the day",
      OTHERWISE("if", NODE_IF, .as.if_node.condition = { "weekday == thu" }),
      "", "", "first" },
    { "... and for the hour",
      OTHERWISE("if", NODE_IF, .as.if_node.condition = { "hour >= 8" }), "", "",
      "second" },
    { "... for a queue",
      OTHERWISE("if", NODE_IF,
                .as.if_node.condition = { "queue(sales).waiting == 0" }),
      "", "", "first" },
    { "... for a calendar",
      OTHERWISE("if", NODE_IF, .as.if_node.condition = { "open(office)" }),
      "thu 08:00-18:00", "", "second" },
    { "... for a list",
      OTHERWISE("if", NODE_IF, .as.if_node.condition = { "caller in vip" }), "",
      "", "first" },
    { "... for the trunk",
      OTHERWISE("if", NODE_IF, .as.if_node.condition = { "trunk == \"\"" }), "",
      "", "second" },
    { "an open calendar leads on",
      OTHERWISE("hours", NODE_HOURS, .as.hours_node.calendar_id = 1),
      "thu 00:00-18:00", "", "first" },
    { "a closed one leads elsewhere",
      OTHERWISE("hours", NODE_HOURS, .as.hours_node.calendar_id = 1),
      "fri 00:00-18:00", "", "second" },
    { "a holiday has a way of its own",
      OTHERWISE("hours", NODE_HOURS, .as.hours_node.calendar_id = 1),
      "thu 00:00-18:00", "01-01", "third" },
    { "who is on a list goes on",
      OTHERWISE("list", NODE_CALLER_LIST,
                .as.caller_list_node.caller_list_id = 1),
      "", "", "first" },
    { "who is not goes elsewhere",
      OTHERWISE("list", NODE_CALLER_LIST,
                .as.caller_list_node.caller_list_id = 2),
      "", "", "second" },
    { "an agent who is signed out is an error",
      OTHERWISE("transfer", NODE_TRANSFER,
                .as.transfer_node = { .agent_id = BOB, .priority = 50 }),
      "", "", "fourth" },
};

static void add_house_of_facts(struct story *story, const struct facts_row *row)
{
    struct caller_list *list = calloc(1, sizeof(*list) + sizeof(uint64_t));
    struct command calendar = { COMMAND_SET_CALENDAR,
                                .as.set_calendar = { .name = { "office" },
                                                     .zone = { "UTC" } } };
    struct command lists[] = {
        { COMMAND_SET_CALLER_LIST,
          .as.set_caller_list = { .name = { "vip" }, .numbers = 1 } },
        { COMMAND_SET_CALLER_LIST,
          .as.set_caller_list = { .name = { "blocked" } } },
    };

    assert_non_null(list);
    list->count = 1;
    list->numbers[0] = UINT64_C(420777123);
    memset(list->digest, 'a', 64);
    assert_int_equal(core_add_list(story->core, list), 0);
    memcpy(lists[0].as.set_caller_list.digest.text, list->digest, 64);
    free(list);
    memcpy(calendar.as.set_calendar.hours.text, row->hours, strlen(row->hours));
    memcpy(calendar.as.set_calendar.holidays.text, row->holidays,
           strlen(row->holidays));
    story_lead(story, &calendar, 1);
    story_lead(story, lists, ARRAY_LEN(lists));
}

static void facts_lead(void **state)
{
    const struct facts_row *row = *state;
    static const struct command
        call = { COMMAND_CONTACT_ARRIVES,
                 .as.contact_arrives = {
                     1, TRUNK, 0, { "+420777123" }, { "" }, { "+4201" }, 0 } };
    const struct flow_node nodes[] = { row->node, REST("first"), REST("second"),
                                       REST("third"), REST("fourth") };
    struct command set;
    struct story story;

    story_begin(&story);
    set = flow_of(&story, MAIN, nodes, ARRAY_LEN(nodes));
    add_house_of_facts(&story, row);
    story_lead(&story, &set, 1);
    assert_int_equal(story_give(&story, &call), 0);
    answer(&story);
    assert_string_equal(place_of(&story, nodes), row->place);
    story_end(&story);
}

static void what_a_flow_asks_about_is_there_and_stays(void **state)
{
    static const struct flow_node nodes[] = {
        OTHERWISE("if", NODE_IF,
                  .as.if_node.condition = { "open(office) or caller in vip" }),
        REST("a"),
        REST("b"),
        REST("c"),
        REST("d"),
    };
    static const struct facts_row row = { .hours = "", .holidays = "" };
    static const struct command removals[] = {
        { COMMAND_REMOVE_CALENDAR, .as.remove_calendar = { 1, 1 } },
        { COMMAND_REMOVE_CALLER_LIST, .as.remove_caller_list = { 1, 1 } },
    };
    struct command set;
    struct story story;

    (void)state;
    story_begin(&story);
    set = flow_of(&story, MAIN, nodes, ARRAY_LEN(nodes));
    assert_int_equal(story_give(&story, &set), REFUSED_CONDITION_NAMES_NOTHING);
    add_house_of_facts(&story, &row);
    story_lead(&story, &set, 1);
    for (size_t i = 0; i < ARRAY_LEN(removals); i++)
        assert_int_equal(story_give(&story, &removals[i]), REFUSED_IN_USE);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_condition_knows_variables);
    TEST_LIST_ADD(&list, what_is_no_condition_is_in_no_flow);
    TEST_LIST_ADD_ROWS(&list, facts_lead, facts_rows);
    TEST_LIST_ADD(&list, what_a_flow_asks_about_is_there_and_stays);
    return test_list_run(&list);
}
