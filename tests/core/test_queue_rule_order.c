/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which order the ways out of a queue are tried. */

#include <stdio.h>
#include <string.h>

#include "tests/core/situation.h"
#include "tests/test.h"

/* clang-format off */
#define WAY(name_, ...) \
    { COMMAND_SET_QUEUE_RULE, \
      .as.set_queue_rule = { .name = { name_ }, .queue_id = SALES, \
                             .target = TO_HANG_UP, __VA_ARGS__ } }
#define NIGHT_WAY(name_, ...) \
    { COMMAND_SET_QUEUE_RULE, \
      .as.set_queue_rule = { .name = { name_ }, .queue_id = SALES, \
                             .cause = RULE_CLOSED, .target = TO_HANG_UP, \
                             __VA_ARGS__ } }
#define TO_HELP \
    { COMMAND_SET_QUEUE_RULE, \
      .as.set_queue_rule = { .name = { "a" }, .queue_id = SALES, \
                             .cause = RULE_NOBODY_LOGGED_IN, \
                             .target = TO_QUEUE, .target_id = HELP } }
#define MOVE_WAY(way, before) \
    { COMMAND_MOVE_QUEUE_RULE, .as.move_queue_rule = { way, before } }
/* clang-format on */

/* Their names, a letter each, as they are tried. */
static void assert_order(const struct story *story, const char *order)
{
    const struct state *state = core_state(story->core);
    const struct event_queue_rule_set *way = state_first_rule(state, SALES);
    char text[64] = "";

    for (size_t i = 0; way; i++, way = state_next_rule(state, way))
        text[i] = way->name.text[0];
    assert_string_equal(text, order);
}

static const struct command three[] = { NIGHT_WAY("a", .position = 0),
                                        NIGHT_WAY("b", .position = 0),
                                        NIGHT_WAY("c", .position = 0) };

static void ways_come_in_the_order_of_making_and_are_moved(void **state)
{
    static const struct {
        struct command command;
        const char *order;
        enum refusal refusal;
    } moves[] = {
        { MOVE_WAY(3, 1), "cab", 0 },
        { MOVE_WAY(3, 0), "abc", 0 },
        { MOVE_WAY(1, 3), "bac", 0 },
        { MOVE_WAY(2, 3), "abc", 0 },
        { MOVE_WAY(1, 2), "abc", REFUSED_ALREADY_SO },
        { MOVE_WAY(3, 0), "abc", REFUSED_ALREADY_SO },
    };
    struct story story;

    (void)state;
    story_begin(&story);
    story_lead(&story, three, ARRAY_LEN(three));
    assert_order(&story, "abc");
    for (size_t i = 0; i < ARRAY_LEN(moves); i++) {
        assert_int_equal(story_give(&story, &moves[i].command),
                         moves[i].refusal);
        assert_order(&story, moves[i].order);
    }
    story_end(&story);
}

/* Into the same gap again and again: soon there is no number in between. */
static void where_no_room_is_left_all_are_numbered_anew(void **state)
{
    static const struct command moves[] = { MOVE_WAY(3, 2), MOVE_WAY(2, 3) };
    struct story story;

    (void)state;
    story_begin(&story);
    story_lead(&story, three, ARRAY_LEN(three));
    for (int i = 0; i < 100; i++) {
        story_lead(&story, &moves[i % 2], 1);
        assert_order(&story, i % 2 ? "abc" : "acb");
    }
    story_end(&story);
}

/* As journals have them that are older than positions. */
static void add_old(struct story *story, uint64_t id, const char *name)
{
    const struct system_row *system = state_system(core_state(story->core));
    struct event event = {
        .seq = system->seq + 1,
        .at_us = system->at_us,
        .type = EVENT_QUEUE_RULE_SET,
        .as.queue_rule_set = { .id = id,
                               .version = 1,
                               .queue_id = SALES,
                               .cause = RULE_CLOSED,
                               .target = TO_HANG_UP },
    };

    snprintf(event.as.queue_rule_set.name.text,
             sizeof(event.as.queue_rule_set.name.text), "%s", name);
    assert_int_equal(core_recover(story->core, &event), 0);
}

static void those_without_positions_stay_in_the_order_of_making(void **state)
{
    static const struct command again =
        NIGHT_WAY("b", .id = 2, .version = 1, .hold_ms = 1000);
    static const struct command more = NIGHT_WAY("d", .position = 0);
    static const struct command move = MOVE_WAY(3, 2);
    struct story story;

    (void)state;
    story_begin(&story);
    add_old(&story, 1, "a");
    add_old(&story, 2, "b");
    add_old(&story, 3, "c");
    assert_order(&story, "abc");

    story_lead(&story, &again, 1);
    assert_order(&story, "abc");
    story_lead(&story, &more, 1);
    assert_order(&story, "abcd");
    story_lead(&story, &move, 1);
    assert_order(&story, "acbd");
    story_end(&story);
}

static void a_position_may_be_given_and_stays(void **state)
{
    static const struct command first = NIGHT_WAY("d", .position = 5);
    static const struct command again =
        NIGHT_WAY("d", .id = 4, .version = 1, .hold_ms = 1000);
    struct story story;

    (void)state;
    story_begin(&story);
    story_lead(&story, three, ARRAY_LEN(three));
    story_lead(&story, &first, 1);
    assert_order(&story, "dabc");
    story_lead(&story, &again, 1);
    assert_order(&story, "dabc");
    story_end(&story);
}

/* Of two that hold: here the one that was made last. */
static void the_first_that_holds_goes(void **state)
{
    static const struct command ways[] = {
        TO_HELP,
        WAY("b", .cause = RULE_NOBODY_LOGGED_IN),
        MOVE_WAY(2, 1),
    };
    static const struct command joins[] = { ARRIVES(1, "+42021"), CONNECTED };
    struct story story;
    char text[STORY_TEXT_SIZE];

    (void)state;
    story_begin_in(&story, NOBODY_THERE);
    story_lead(&story, ways, ARRAY_LEN(ways));
    story_lead(&story, &joins[0], 1);
    assert_int_equal(story_give(&story, &joins[1]), 0);
    story_summary(&story.outbox, text);
    assert_string_equal(text, "caller_connected step_began step_ended "
                              "queue_diverted contact_ended +hang_up");
    story_end(&story);
}

static void a_move_that_goes_nowhere_is_refused(void **state)
{
    static const struct command other = {
        COMMAND_SET_QUEUE_RULE, .as.set_queue_rule = { .name = { "x" },
                                                       .queue_id = HELP,
                                                       .cause = RULE_CLOSED,
                                                       .target = TO_HANG_UP }
    };
    static const struct {
        struct command move;
        enum refusal refusal;
    } rows[] = {
        { MOVE_WAY(9, 0), REFUSED_NO_QUEUE_RULE },
        { MOVE_WAY(1, 9), REFUSED_NO_QUEUE_RULE },
        { MOVE_WAY(1, 1), REFUSED_ALREADY_SO },
        { MOVE_WAY(1, 4), REFUSED_OTHER_QUEUES_WAY },
    };
    struct story story;

    (void)state;
    story_begin(&story);
    story_lead(&story, three, ARRAY_LEN(three));
    story_lead(&story, &other, 1);
    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        assert_int_equal(story_give(&story, &rows[i].move), rows[i].refusal);
        assert_int_equal(story.outbox.event_count, 0);
    }
    assert_order(&story, "abc");
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, ways_come_in_the_order_of_making_and_are_moved);
    TEST_LIST_ADD(&list, where_no_room_is_left_all_are_numbered_anew);
    TEST_LIST_ADD(&list, those_without_positions_stay_in_the_order_of_making);
    TEST_LIST_ADD(&list, a_position_may_be_given_and_stays);
    TEST_LIST_ADD(&list, the_first_that_holds_goes);
    TEST_LIST_ADD(&list, a_move_that_goes_nowhere_is_refused);
    return test_list_run(&list);
}
