/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The draft of the rules: nobody is led by it until it is published at once. */

#include <stdio.h>
#include <string.h>

#include "core/rule.h"
#include "core/rule_walk.h"
#include "tests/core/rule_order.h"
#include "tests/core/situation.h"
#include "tests/test.h"

#define SETTINGS(name_, position_)                                             \
    .name = { name_ }, .position = position_, .enabled = true, .share = 1,     \
    .to = TO_FLOW, .to2 = TO_FLOW, .to3 = TO_FLOW
#define RULE(name_, position_)                                                 \
    {                                                                          \
        COMMAND_SET_RULE, .as.set_rule = { SETTINGS(name_, position_) }        \
    }
#define CHANGED(id_, version_, name_, position_)                               \
    {                                                                          \
        COMMAND_SET_RULE, .as.set_rule = {                                     \
            .id = id_,                                                         \
            .version = version_,                                               \
            SETTINGS(name_, position_)                                         \
        }                                                                      \
    }
/* The version is what is seen of it when the command is given. */
#define DRAFT(id_, name_, position_, ...)                                      \
    {                                                                          \
        COMMAND_DRAFT_RULE, .as.draft_rule = {                                 \
            .id = id_,                                                         \
            .version = SEEN,                                                   \
            SETTINGS(name_, position_),                                        \
            __VA_ARGS__                                                        \
        }                                                                      \
    }
#define REDRAFT(id_, name_, position_)                                         \
    DRAFT(id_, name_, position_, .tag = { "" })
#define GONE_DRAFT(id_)                                                        \
    {                                                                          \
        COMMAND_DRAFT_REMOVAL, .as.draft_removal = { id_, SEEN }               \
    }
#define MOVED(id_, before_)                                                    \
    {                                                                          \
        COMMAND_MOVE_DRAFT, .as.move_draft = { id_, before_ }                  \
    }
#define DROP(id_)                                                              \
    {                                                                          \
        COMMAND_DROP_DRAFT, .as.drop_draft = { id_ }                           \
    }
#define PUBLISH                                                                \
    {                                                                          \
        COMMAND_PUBLISH_RULES, .as.publish_rules = { 0 }                       \
    }
#define REMOVE(id_, version_)                                                  \
    {                                                                          \
        COMMAND_REMOVE_RULE, .as.remove_rule = { id_, version_ }               \
    }

enum { SEEN = 1000000000, MANY = 8 };

/* Three rules, a, b and c, are there: 1, 2, 3, at 10, 20, 30. */
static const struct command house[] = { RULE("a", 10), RULE("b", 20),
                                        RULE("c", 30) };

static int give(struct story *story, const struct command *command)
{
    const struct state *state = core_state(story->core);
    struct command now = *command;

    if (now.type == COMMAND_DRAFT_RULE && now.as.draft_rule.version == SEEN)
        now.as.draft_rule.version =
            rule_draft_seen(state, now.as.draft_rule.id);
    if (now.type == COMMAND_DRAFT_REMOVAL &&
        now.as.draft_removal.version == SEEN)
        now.as.draft_removal.version =
            rule_draft_seen(state, now.as.draft_removal.id);
    return story_give(story, &now);
}

static void begin(struct story *story)
{
    story_begin_in(story, NOBODY_THERE);
    story_lead(story, house, ARRAY_LEN(house));
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init"

static const struct change_row {
    const char *says;
    struct command commands[MANY]; /* up to the first that is all zero */
    const char *draft;             /* the order in it */
    const char *live;              /* ... and when it is published */
    int64_t added, changed, removed;
} change_rows[] = {
    { "one is changed, and the others stay",
      { REDRAFT(2, "x", 20) },
      "axc",
      "axc",
      0,
      1,
      0 },
    { "one is added behind all",
      { REDRAFT(0, "d", 0) },
      "abcd",
      "abcd",
      1,
      0,
      0 },
    { "one is removed", { GONE_DRAFT(2) }, "ac", "ac", 0, 0, 1 },
    { "one is moved before another", { MOVED(3, 1) }, "cab", "cab", 0, 1, 0 },
    { "one is moved last", { MOVED(1, 0) }, "bca", "bca", 0, 1, 0 },
    { "a new one is moved, too",
      { REDRAFT(0, "d", 0), MOVED(4, 1) },
      "dabc",
      "dabc",
      1,
      0,
      0 },
    { "two swap their names",
      { REDRAFT(1, "b", 10), REDRAFT(2, "a", 20) },
      "bac",
      "bac",
      0,
      2,
      0 },
    { "what was removed comes back when it is changed",
      { GONE_DRAFT(2), REDRAFT(2, "x", 20) },
      "axc",
      "axc",
      0,
      1,
      0 },
    { "a new one that is removed leaves nothing",
      { REDRAFT(0, "d", 0), GONE_DRAFT(4), GONE_DRAFT(1) },
      "bc",
      "bc",
      0,
      0,
      1 },
    { "one of them is dropped, the other published",
      { REDRAFT(1, "x", 10), REDRAFT(2, "y", 20), DROP(1) },
      "ayc",
      "ayc",
      0,
      1,
      0 },
    { "what is as it was again is in the draft no more",
      { REDRAFT(1, "x", 10), REDRAFT(2, "y", 20), REDRAFT(2, "b", 20) },
      "xbc",
      "xbc",
      0,
      1,
      0 },
    { "one that is gone for long comes back under its number",
      { REMOVE(3, 1), REDRAFT(3, "c", 30) },
      "abc",
      "abc",
      1,
      0,
      0 },
    { "a name is free when who has it is removed with it",
      { REDRAFT(1, "c", 10), GONE_DRAFT(3) },
      "cb",
      "cb",
      0,
      1,
      1 },
};

static void is_published_at_once(void **state)
{
    static const struct command publish = PUBLISH;
    const struct change_row *row = *state;
    const struct event *event;
    struct story story;
    char before[16], text[16];

    begin(&story);
    for (int i = 0; i < MANY && row->commands[i].type; i++)
        assert_int_equal(give(&story, &row->commands[i]), 0);
    rule_order(&story, true, text);
    assert_string_equal(text, row->draft);
    rule_order(&story, false, before);
    assert_string_equal(
        before, row->commands[0].type == COMMAND_REMOVE_RULE ? "ab" : "abc");

    assert_int_equal(give(&story, &publish), 0);
    event = &story.outbox.events[story.outbox.event_count - 1];
    assert_int_equal(event->type, EVENT_RULES_PUBLISHED);
    assert_int_equal(event->as.rules_published.added, row->added);
    assert_int_equal(event->as.rules_published.changed, row->changed);
    assert_int_equal(event->as.rules_published.removed, row->removed);
    rule_order(&story, false, text);
    assert_string_equal(text, row->live);
    assert_int_equal(state_row_count(core_state(story.core), ROW_RULE_DRAFT),
                     0);
    story_end(&story);
}

static const struct refuse_row {
    const char *says;
    struct command before[MANY];
    struct command command;
    enum refusal refusal;
} refuse_rows[] = {
    { "there is no draft to publish",
      { { 0 } },
      PUBLISH,
      REFUSED_NO_RULE_DRAFT },
    { "... nor to drop", { { 0 } }, DROP(0), REFUSED_NO_RULE_DRAFT },
    { "a rule that is no other one is not dropped",
      { REDRAFT(1, "x", 10) },
      DROP(2),
      REFUSED_NO_RULE_DRAFT },
    { "one that was never there",
      { { 0 } },
      REDRAFT(9, "x", 10),
      REFUSED_NO_RULE },
    { "... is not removed", { { 0 } }, GONE_DRAFT(9), REFUSED_NO_RULE },
    { "one that the draft has removed is not removed again",
      { GONE_DRAFT(2) },
      GONE_DRAFT(2),
      REFUSED_NO_RULE },
    { "... nor moved", { GONE_DRAFT(2) }, MOVED(2, 1), REFUSED_NO_RULE },
    { "nothing is changed",
      { { 0 } },
      REDRAFT(1, "a", 10),
      REFUSED_ALREADY_SO },
    { "it was changed in the draft since",
      { REDRAFT(1, "x", 10) },
      DRAFT(1, "y", 10, .version = 1),
      REFUSED_STALE_VERSION },
    { "a condition that is none",
      { { 0 } },
      DRAFT(1, "x", 10, .condition = { "hour >" }),
      REFUSED_BAD_CONDITION },
    { "a destination that there is not",
      { { 0 } },
      DRAFT(1, "x", 10, .to = TO_QUEUE, .to_id = 99),
      REFUSED_NO_QUEUE },
    { "a position below 0", { { 0 } }, REDRAFT(1, "x", -1), REFUSED_BAD_VALUE },
    { "a new one like one outside",
      { { 0 } },
      REDRAFT(0, "a", 5),
      REFUSED_NAME_TAKEN },
    { "a name that another one of the draft has",
      { REDRAFT(1, "x", 10) },
      REDRAFT(2, "x", 20),
      REFUSED_NAME_TAKEN },
    { "moving one that is not there", { { 0 } }, MOVED(9, 1), REFUSED_NO_RULE },
    { "it was changed outside since: it is not published",
      { REDRAFT(1, "x", 10), CHANGED(1, 1, "z", 10) },
      PUBLISH,
      REFUSED_RULE_DRAFT_STALE },
    { "it was removed outside since",
      { REDRAFT(1, "x", 10), REMOVE(1, 1) },
      PUBLISH,
      REFUSED_RULE_DRAFT_STALE },
    { "a name that was taken outside since",
      { REDRAFT(1, "x", 10), RULE("x", 40) },
      PUBLISH,
      REFUSED_NAME_TAKEN },
    { "what its condition names stays, so that it can be published",
      { { COMMAND_SET_CALLER_LIST,
          .as.set_caller_list = { 0, 0, { "l" }, { "" }, { "" }, 0, { "" } } },
        DRAFT(1, "x", 10, .condition = { "caller in l" }) },
      { COMMAND_REMOVE_CALLER_LIST, .as.remove_caller_list = { 1, 1 } },
      REFUSED_IN_USE },
    { "the draft is not the one that was seen",
      { REDRAFT(1, "x", 10) },
      { COMMAND_PUBLISH_RULES, .as.publish_rules = { 1 } },
      REFUSED_STALE_VERSION },
};

#pragma GCC diagnostic pop

static void is_refused(void **state)
{
    const struct refuse_row *row = *state;
    struct story story;

    begin(&story);
    for (int i = 0; i < MANY && row->before[i].type; i++)
        assert_int_equal(give(&story, &row->before[i]), 0);
    outbox_clear(&story.outbox);
    assert_int_equal(give(&story, &row->command), row->refusal);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

/* A draft that was edited again, on what is there now, can be published. */
static void a_stale_one_is_made_anew(void **state)
{
    static const struct command commands[] = { REDRAFT(1, "x", 10),
                                               CHANGED(1, 1, "z", 10),
                                               REDRAFT(1, "y", 10), PUBLISH };
    struct story story;
    char text[16];

    (void)state;
    begin(&story);
    for (size_t i = 0; i < ARRAY_LEN(commands); i++)
        assert_int_equal(give(&story, &commands[i]), 0);
    rule_order(&story, false, text);
    assert_string_equal(text, "ybc");
    assert_int_equal(state_rule(core_state(story.core), 1)->version, 3);
    story_end(&story);
}

/* The same events, and a snapshot in between, give the same rules. */
static void is_recovered(void **state)
{
    static const struct command commands[] = { REDRAFT(1, "x", 10),
                                               GONE_DRAFT(2),
                                               REDRAFT(0, "d", 5), PUBLISH,
                                               REDRAFT(3, "y", 30) };
    struct state *again = NULL, *copy;
    struct story story;

    (void)state;
    story_begin_in(&story, NOBODY_THERE);
    again = copy_of_state(core_state(story.core));
    for (size_t i = 0; i < ARRAY_LEN(house); i++)
        assert_int_equal(story_give(&story, &house[i]), 0);
    for (size_t i = 0; i < ARRAY_LEN(commands); i++)
        assert_int_equal(give(&story, &commands[i]), 0);
    for (size_t i = 0; i < story.outbox.event_count; i++) {
        assert_int_equal(state_reserve(again, 1), 0);
        state_fold(again, &story.outbox.events[i]);
    }
    assert_same_state(core_state(story.core), again);
    copy = copy_of_state(again);
    assert_same_state(copy, again);
    state_free(copy);
    state_free(again);
    story_end(&story);
}

/* A number is one rule's for ever, and so are its versions. */
static void what_comes_back_goes_on_counting(void **state)
{
    static const struct command gone = REMOVE(2, 1);
    static const struct command back = DRAFT(2, "b", 20, .last_version = 1);
    static const struct command moved = MOVED(2, 1);
    static const struct command publish = PUBLISH;
    struct story story;

    (void)state;
    begin(&story);
    assert_int_equal(give(&story, &gone), 0);
    assert_int_equal(give(&story, &back), 0);
    assert_int_equal(give(&story, &moved), 0);
    assert_int_equal(give(&story, &publish), 0);
    assert_int_equal(state_rule(core_state(story.core), 2)->version, 2);
    story_end(&story);
}

static void one_that_is_there_counts_on_by_itself(void **state)
{
    static const struct command told = DRAFT(2, "x", 20, .last_version = 7);
    static const struct command publish = PUBLISH;
    struct story story;

    (void)state;
    begin(&story);
    assert_int_equal(give(&story, &told), 0);
    assert_int_equal(give(&story, &publish), 0);
    assert_int_equal(state_rule(core_state(story.core), 2)->version, 2);
    story_end(&story);
}

static void a_new_one_was_never_there(void **state)
{
    static const struct command commands[] = {
        DRAFT(0, "d", 0, .last_version = 1),
        DRAFT(2, "b", 20, .last_version = -1),
    };
    struct story story;

    (void)state;
    begin(&story);
    for (size_t i = 0; i < ARRAY_LEN(commands); i++)
        assert_int_equal(give(&story, &commands[i]), REFUSED_BAD_VALUE);
    story_end(&story);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, is_published_at_once, change_rows);
    TEST_LIST_ADD_ROWS(&list, is_refused, refuse_rows);
    TEST_LIST_ADD(&list, a_stale_one_is_made_anew);
    TEST_LIST_ADD(&list, is_recovered);
    TEST_LIST_ADD(&list, what_comes_back_goes_on_counting);
    TEST_LIST_ADD(&list, one_that_is_there_counts_on_by_itself);
    TEST_LIST_ADD(&list, a_new_one_was_never_there);
    return test_list_run(&list);
}
