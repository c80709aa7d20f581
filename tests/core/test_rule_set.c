/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules as they were come back into the draft: all of them, or nothing. */

#include "core/rule_set.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "core/core.h"
#include "core/rule.h"
#include "core/rule_walk.h"
#include "tests/core/rule_order.h"
#include "tests/core/situation.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

enum { THEN = 3, MANY = 400 }; /* the version; more than of other commands */

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
#define REMOVE(id_, version_)                                                  \
    {                                                                          \
        COMMAND_REMOVE_RULE, .as.remove_rule = { id_, version_ }               \
    }
#define NEW_DRAFT(name_, position_)                                            \
    {                                                                          \
        COMMAND_DRAFT_RULE, .as.draft_rule = { SETTINGS(name_, position_) }    \
    }
#define RESTORE(version_, seq_)                                                \
    {                                                                          \
        COMMAND_RESTORE_RULES, .as.restore_rules = { version_, seq_ }          \
    }

static const struct command restore = RESTORE(THEN, 0);
static const struct command publish = { COMMAND_PUBLISH_RULES,
                                        .as.publish_rules = { 0 } };

/* Since: b is another one, c is gone, d is new. */
static const struct command then[] = { RULE("a", 10), RULE("b", 20),
                                       RULE("c", 30) };
static const struct command since[] = { CHANGED(2, 1, "x", 5), REMOVE(3, 1),
                                        RULE("d", 40) };

/* The rules as they are. */
static struct rule_set *remember(const struct story *story)
{
    const struct state *state = core_state(story->core);
    size_t count = state_document_count(state, DOCUMENT_RULE);
    struct rule_set *set = calloc(1, sizeof(*set));

    assert_non_null(set);
    set->version = THEN;
    set->count = count;
    set->rules = calloc(count + 1, sizeof(*set->rules));
    set->last_versions = calloc(count + 1, sizeof(*set->last_versions));
    assert_true(set->rules && set->last_versions);
    for (size_t i = 0; i < count; i++) {
        const struct event_rule_set *rule =
            state_document_at(state, DOCUMENT_RULE, i);

        set->rules[i] = *rule;
        set->last_versions[i] = rule->version;
    }

    return set;
}

/* What was is given to the core, and is not so any more. */
static void begin(struct story *story)
{
    story_begin_in(story, NOBODY_THERE);
    story_lead(story, then, ARRAY_LEN(then));
    core_give_rules(story->core, remember(story));
    story_lead(story, since, ARRAY_LEN(since));
    outbox_clear(&story->outbox);
}

static void comes_back_by_one_command(void **state)
{
    struct story story;
    char text[STORY_TEXT_SIZE];

    (void)state;
    begin(&story);
    assert_int_equal(story_give(&story, &restore), 0);
    story_summary(&story.outbox, text);
    assert_string_equal(text, "rule_drafted rule_drafted rule_drafted");
    rule_order(&story, true, text);
    assert_string_equal(text, "abc");
    rule_order(&story, false, text);
    assert_string_equal(text, "xad");

    assert_int_equal(story_give(&story, &publish), 0);
    rule_order(&story, false, text);
    assert_string_equal(text, "abc");
    assert_int_equal(state_rule(core_state(story.core), 1)->version, 1);
    assert_int_equal(state_rule(core_state(story.core), 2)->version, 3);
    assert_int_equal(state_rule(core_state(story.core), 3)->version, 2);
    story_end(&story);
}

static void takes_the_place_of_the_draft(void **state)
{
    static const struct command draft = NEW_DRAFT("z", 1);
    struct story story;
    char text[STORY_TEXT_SIZE];

    (void)state;
    begin(&story);
    story_lead(&story, &draft, 1);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &restore), 0);
    story_summary(&story.outbox, text);
    assert_string_equal(text, "rule_draft_dropped rule_drafted rule_drafted "
                              "rule_drafted");
    rule_order(&story, true, text);
    assert_string_equal(text, "abc");
    story_end(&story);
}

/* ... and drops it where nothing is another one. */
static void drops_a_draft_of_what_is_so(void **state)
{
    static const struct command draft = NEW_DRAFT("z", 1);
    struct story story;
    char text[STORY_TEXT_SIZE];

    (void)state;
    begin(&story);
    core_give_rules(story.core, remember(&story));
    assert_int_equal(story_give(&story, &restore), REFUSED_ALREADY_SO);
    story_lead(&story, &draft, 1);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &restore), 0);
    story_summary(&story.outbox, text);
    assert_string_equal(text, "rule_draft_dropped");
    story_end(&story);
}

/* Refusals: the draft stays as it is. */

static void has_version(struct story *story)
{
    core_give_rules(story->core, remember(story));
}

static void has_none(struct story *story)
{
    core_give_rules(story->core, NULL);
}

static void has_a_number_of_none(struct story *story)
{
    struct rule_set *set = remember(story);

    set->rules[0].id = 99;
    core_give_rules(story->core, set);
}

static void names_what_is_gone(struct story *story)
{
    struct rule_set *set = remember(story);

    set->rules[0].tag = (struct name){ "then" };
    set->rules[set->count - 1].condition =
        (struct note){ "queue(gone).waiting > 1" };
    core_give_rules(story->core, set);
}

static void has_a_bad_value(struct story *story)
{
    struct rule_set *set = remember(story);

    set->rules[0].priority = 101;
    core_give_rules(story->core, set);
}

static const struct refuse_row {
    const char *says;
    void (*give)(struct story *story);
    struct command command;
    enum refusal refusal;
} refuse_rows[] = {
    { "a version that was not given", has_none, RESTORE(THEN, 0),
      REFUSED_NO_RULE_SET },
    { "another version than was given", has_version, RESTORE(THEN + 1, 0),
      REFUSED_NO_RULE_SET },
    { "another draft than was seen", has_version, RESTORE(THEN, 1),
      REFUSED_STALE_VERSION },
    { "one that names what is gone, though others could come back",
      names_what_is_gone, RESTORE(THEN, 0), REFUSED_CONDITION_NAMES_NOTHING },
    { "one with a number that no rule ever had", has_a_number_of_none,
      RESTORE(THEN, 0), REFUSED_NO_RULE },
    { "one with a value that may not stand", has_a_bad_value, RESTORE(THEN, 0),
      REFUSED_BAD_VALUE },
};

static void is_refused(void **state)
{
    const struct refuse_row *row = *state;
    static const struct command draft = NEW_DRAFT("z", 1);
    struct state *before;
    struct story story;

    begin(&story);
    story_lead(&story, &draft, 1);
    row->give(&story);
    before = copy_of_state(core_state(story.core));
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &row->command), row->refusal);
    assert_int_equal(story.outbox.event_count, 0);
    assert_same_state(core_state(story.core), before);
    state_free(before);
    story_end(&story);
}

/* More than any other command may write: all of them at once. */
static void many_come_back_at_once(void **state)
{
    struct command command = RULE("", 1);
    struct rule_set *set;
    struct story story;

    (void)state;
    begin(&story);
    for (int i = 0; i < MANY; i++) {
        (void)snprintf(command.as.set_rule.name.text,
                       sizeof(command.as.set_rule.name.text), "m%d", i);
        assert_int_equal(story_give(&story, &command), 0);
    }
    set = remember(&story);
    for (size_t i = 0; i < set->count; i++)
        set->rules[i].tag = (struct name){ "then" };
    set->count--; /* the last one is new since */
    core_give_rules(story.core, set);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &restore), 0);
    assert_int_equal(story.outbox.event_count, MANY + 3);
    assert_int_equal(story_give(&story, &publish), 0);
    assert_int_equal(
        state_document_count(core_state(story.core), DOCUMENT_RULE), MANY + 2);
    assert_string_equal(state_rule(core_state(story.core), 1)->tag.text,
                        "then");
    story_end(&story);
}

/* However little memory there is, never a part of them. */
static void is_whole_or_not_there(void **state)
{
    int rc = -ENOMEM;

    (void)state;
    for (int successes = 0; rc == -ENOMEM; successes++) {
        struct story story;

        begin(&story);
        fail_alloc_after(successes);
        rc = story_give(&story, &restore);
        fail_alloc_after(FAIL_NO_ALLOC);
        assert_true(rc == 0 || rc == -ENOMEM);
        assert_int_equal(
            state_row_count(core_state(story.core), ROW_RULE_DRAFT),
            rc == 0 ? 3 : 0);
        story_end(&story);
    }
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD(&list, comes_back_by_one_command);
    TEST_LIST_ADD(&list, takes_the_place_of_the_draft);
    TEST_LIST_ADD(&list, drops_a_draft_of_what_is_so);
    TEST_LIST_ADD_ROWS(&list, is_refused, refuse_rows);
    TEST_LIST_ADD(&list, many_come_back_at_once);
    TEST_LIST_ADD(&list, is_whole_or_not_there);
    return test_list_run(&list);
}
