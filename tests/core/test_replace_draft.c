/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A queue that goes, and the draft of the routing rules that leads to it. */

#include <string.h>

#include "core/rule_walk.h"
#include "core/state_search.h"
#include "tests/core/situation.h"
#include "tests/test.h"

enum { NIGHT = 3 };

#define SETTINGS(to_, condition_, tag_)                                        \
    .name = { "r" }, .enabled = true, .to = TO_QUEUE, .to_id = to_,            \
    .share = 1, .to2 = TO_FLOW, .to3 = TO_FLOW, .condition = { condition_ },   \
    .tag = { tag_ }
#define RULE(to_, condition_, tag_)                                            \
    {                                                                          \
        COMMAND_SET_RULE, .as.set_rule = { SETTINGS(to_, condition_, tag_) }   \
    }
#define CHANGED(version_, to_, condition_, tag_)                               \
    {                                                                          \
        COMMAND_SET_RULE, .as.set_rule = {                                     \
            .id = 1,                                                           \
            .version = version_,                                               \
            .position = 10,                                                    \
            SETTINGS(to_, condition_, tag_)                                    \
        }                                                                      \
    }
#define NEW_DRAFT(to_, condition_, tag_)                                       \
    {                                                                          \
        COMMAND_DRAFT_RULE, .as.draft_rule = {                                 \
            SETTINGS(to_, condition_, tag_)                                    \
        }                                                                      \
    }
#define DRAFT(to_, condition_, tag_)                                           \
    {                                                                          \
        COMMAND_DRAFT_RULE, .as.draft_rule = {                                 \
            .id = 1,                                                           \
            .version = 1,                                                      \
            .position = 10,                                                    \
            SETTINGS(to_, condition_, tag_)                                    \
        }                                                                      \
    }
#define GONE_DRAFT                                                             \
    {                                                                          \
        COMMAND_DRAFT_REMOVAL, .as.draft_removal = { 1, 1 }                    \
    }

static const struct command publish = { COMMAND_PUBLISH_RULES,
                                        .as.publish_rules = { 0 } };

/* The house with a third queue, "night", like HELP. */
static void begin(struct story *story)
{
    struct command set = { .type = COMMAND_SET_QUEUE };
    struct event_queue_set queue;

    story_begin_in(story, NOBODY_THERE);
    queue = *state_queue(core_state(story->core), HELP);
    queue.id = 0;
    queue.version = 0;
    queue.name = (struct name){ "night" };
    queue.overflow_to = TO_HANG_UP;
    queue.overflow_id = 0;
    memcpy(&set.as.set_queue, &queue, sizeof(set.as.set_queue));
    story_lead(story, &set, 1);
}

static int replace(struct story *story)
{
    const struct command command = REPLACE(
        SALES, state_queue(core_state(story->core), SALES)->version, NIGHT);

    outbox_clear(&story->outbox);
    return story_give(story, &command);
}

static const struct draft_row {
    const char *says;
    struct command commands[3]; /* up to the first that is all zero */
    size_t rows;                /* of the draft, then */
    int64_t rules, drafts;      /* as is told */
    enum refusal refusal;       /* of its publication */
    const char *condition;      /* ... and the rule after it; NULL: none */
    int64_t version;
    const char *tag;
} draft_rows[] = {
    { "a new rule leads to the heir, and asks about it",
      { NEW_DRAFT(SALES, "queue(sales).waiting < 5 and last_queue == \"sales\"",
                  "x") },
      1,
      0,
      1,
      REFUSED_NOT,
      "queue(night).waiting < 5 and last_queue == \"night\"",
      1,
      "x" },
    { "one that led elsewhere leads to the heir",
      { RULE(HELP, "", ""), DRAFT(SALES, "", "") },
      1,
      0,
      1,
      REFUSED_NOT,
      "",
      2,
      "" },
    { "one that is rewritten outside, too, does not go stale by it",
      { RULE(SALES, "", ""), DRAFT(SALES, "hour > 8", "x") },
      1,
      1,
      1,
      REFUSED_NOT,
      "hour > 8",
      3,
      "x" },
    { "... nor one that is rewritten outside alone",
      { RULE(SALES, "", ""), DRAFT(NIGHT, "", "x") },
      1,
      1,
      1,
      REFUSED_NOT,
      "",
      3,
      "x" },
    { "one that is removed stays removed",
      { RULE(SALES, "", ""), GONE_DRAFT },
      1,
      1,
      1,
      REFUSED_NOT,
      NULL,
      0,
      "" },
    { "one that led to the heir instead is no other one any more",
      { RULE(SALES, "", ""), DRAFT(NIGHT, "", "") },
      0,
      1,
      1,
      REFUSED_NO_RULE_DRAFT,
      "",
      2,
      "" },
    { "one that was stale before stays so",
      { RULE(SALES, "", ""), DRAFT(SALES, "", "x"),
        CHANGED(1, SALES, "", "y") },
      1,
      1,
      1,
      REFUSED_RULE_DRAFT_STALE,
      "",
      3,
      "y" },
    { "one that has nothing to do with it stays as it is",
      { RULE(HELP, "", ""), DRAFT(HELP, "caller == \"sales\"", "") },
      1,
      0,
      0,
      REFUSED_NOT,
      "caller == \"sales\"",
      2,
      "" },
};

static void follows_the_heir(void **state)
{
    const struct draft_row *row = *state;
    const struct event_rule_set *rule;
    const struct heir_row *heir;
    struct story story;

    begin(&story);
    for (size_t i = 0; i < ARRAY_LEN(row->commands) && row->commands[i].type;
         i++)
        story_lead(&story, &row->commands[i], 1);
    assert_int_equal(replace(&story), 0);
    assert_int_equal(state_row_count(core_state(story.core), ROW_RULE_DRAFT),
                     row->rows);
    heir = state_inheritance(core_state(story.core), SALES);
    assert_int_equal(heir->rules, row->rules);
    assert_int_equal(heir->drafts, row->drafts);

    assert_int_equal(story_give(&story, &publish), row->refusal);
    rule = state_rule(core_state(story.core), 1);
    assert_int_equal(rule != NULL, row->condition != NULL);
    if (rule) {
        assert_int_not_equal(rule->to_id, SALES);
        assert_string_equal(rule->condition.text, row->condition);
        assert_string_equal(rule->tag.text, row->tag);
        assert_int_equal(rule->version, row->version);
    }
    story_end(&story);
}

/* Nothing is replaced by half. */
static const struct stop_row {
    const char *says;
    struct command draft;
    enum refusal refusal;
} stop_rows[] = {
    { "a name in quotes that may be another's",
      NEW_DRAFT(HELP, "last_queue == \"sales\" or caller == \"sales\"", ""),
      REFUSED_IN_USE },
    { "a callback that the heir does not make",
      { COMMAND_DRAFT_RULE, .as.draft_rule = { .name = { "r" },
                                               .enabled = true,
                                               .to = TO_CALLBACK,
                                               .to_id = SALES,
                                               .share = 1,
                                               .to2 = TO_FLOW,
                                               .to3 = TO_FLOW } },
      REFUSED_HEIR_CALLS_NOBODY },
};

static void stops_the_replacement(void **state)
{
    const struct stop_row *row = *state;
    struct command calls = { .type = COMMAND_SET_QUEUE };
    struct story story;

    begin(&story);
    memcpy(&calls.as.set_queue, state_queue(core_state(story.core), SALES),
           sizeof(calls.as.set_queue));
    calls.as.set_queue.callback_numbers = (struct label){ "*" };
    story_lead(&story, &calls, 1);
    story_lead(&story, &row->draft, 1);
    assert_int_equal(replace(&story), row->refusal);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

/* The removal of a rule says nothing of what it leads to: the rule, which does
   not name the queue any more, decides. */
static void a_removal_does_not_stop_it(void **state)
{
    static const char unclear[] =
        "last_queue == \"sales\" or caller == \"sales\"";
    static const struct command commands[] = {
        RULE(HELP, "last_queue == \"sales\" or caller == \"sales\"", ""),
        GONE_DRAFT,
        CHANGED(1, HELP, "", "y"),
    };
    struct story story;

    (void)state;
    begin(&story);
    story_lead(&story, commands, ARRAY_LEN(commands));
    assert_string_equal(
        state_rule_draft(core_state(story.core), 1)->condition.text, unclear);
    assert_int_equal(replace(&story), 0);
    assert_true(state_rule_draft(core_state(story.core), 1)->removed);
    story_end(&story);
}

/* The events alone make the same state. */
static void is_recovered(void **state)
{
    static const struct command commands[] = { RULE(SALES, "", ""),
                                               DRAFT(SALES, "", "x") };
    struct state *again;
    struct story story;

    (void)state;
    begin(&story);
    story_lead(&story, commands, ARRAY_LEN(commands));
    again = copy_of_state(core_state(story.core));
    assert_int_equal(replace(&story), 0);
    for (size_t i = 0; i < story.outbox.event_count; i++) {
        assert_int_equal(state_reserve(again, 1), 0);
        state_fold(again, &story.outbox.events[i]);
    }
    assert_same_state(core_state(story.core), again);
    state_free(again);
    story_end(&story);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, follows_the_heir, draft_rows);
    TEST_LIST_ADD_ROWS(&list, stops_the_replacement, stop_rows);
    TEST_LIST_ADD(&list, a_removal_does_not_stop_it);
    TEST_LIST_ADD(&list, is_recovered);
    return test_list_run(&list);
}
