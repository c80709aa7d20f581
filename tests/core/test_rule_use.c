/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What routing rules use stays, be they as they are or in their draft. */

#include "core/core.h"

#include <string.h>

#include "core/prompt_use.h"

#include "tests/core/situation.h"
#include "tests/test.h"

enum { MADE = 999 }; /* the id of what was made */

#define RULE(...)                                                              \
    {                                                                          \
        .name = { "r" }, .enabled = true, .to = TO_BUSY, .share = 1,           \
        .to2 = TO_FLOW, .to3 = TO_FLOW, __VA_ARGS__                            \
    }
#define TO(to_)                                                                \
    {                                                                          \
        .name = { "r" }, .enabled = true, .to = to_, .to_id = MADE,            \
        .share = 1, .to2 = TO_FLOW, .to3 = TO_FLOW                             \
    }
#define LIST                                                                   \
    {                                                                          \
        COMMAND_SET_CALLER_LIST, .as.set_caller_list = {.name = { "it" } }     \
    }
#define CALENDAR                                                               \
    {                                                                          \
        COMMAND_SET_CALENDAR, .as.set_calendar = {                             \
            .name = { "it" },                                                  \
            .zone = { "UTC" },                                                 \
            .hours = { "mon 08:00-09:00" }                                     \
        }                                                                      \
    }
#define AGENT                                                                  \
    {                                                                          \
        COMMAND_SET_AGENT, .as.set_agent = {.name = { "it" } }                 \
    }
#define ENTRY                                                                  \
    {                                                                          \
        COMMAND_SET_ENTRY, .as.set_entry = {                                   \
            .name = { "it" },                                                  \
            .number = { "+4203" },                                             \
            .flow_id = MAIN                                                    \
        }                                                                      \
    }
#define A_SKILL                                                                \
    {                                                                          \
        COMMAND_SET_SKILL, .as.set_skill = {.name = { "it" } }                 \
    }
#define PROMPT                                                                 \
    {                                                                          \
        COMMAND_SET_PROMPT, .as.set_prompt = {                                 \
            .name = { "it" },                                                  \
            .text = { "Hello" }                                                \
        }                                                                      \
    }
#define OUT                                                                    \
    {                                                                          \
        COMMAND_SET_TRUNK, .as.set_trunk = {                                   \
            .name = { "it" },                                                  \
            .address = { "192.0.2.2:5060" },                                   \
            .max_channels = 30,                                                \
            .preference = 1                                                    \
        }                                                                      \
    }
/* Like HELP. */
#define QUEUE                                                                  \
    {                                                                          \
        COMMAND_SET_QUEUE, .as.set_queue = {.name = { "it" } }                 \
    }

static const struct use_row {
    const char *says;
    enum document_kind kind;
    struct command make;
    struct event_rule_set rule;
    bool by_name; /* it cannot have another one */
} use_rows[] = {
    { "a list that callers are looked for in", DOCUMENT_CALLER_LIST, LIST,
      RULE(.condition = { "hour > 8 or not caller in it" }), true },
    { "a calendar that is asked whether it is open", DOCUMENT_CALENDAR,
      CALENDAR, RULE(.condition = { "open(it)" }), true },
    { "an agent in quotes", DOCUMENT_AGENT, AGENT,
      RULE(.condition = { "last_agent == \"it\"" }), true },
    { "one of several agents in quotes", DOCUMENT_AGENT, AGENT,
      RULE(.condition = { "last_agent in (\"ann\", \"it\")" }), true },
    { "an entry in quotes", DOCUMENT_ENTRY, ENTRY,
      RULE(.condition = { "entry != \"it\"" }), true },
    { "a trunk in quotes", DOCUMENT_TRUNK, OUT,
      RULE(.condition = { "trunk == \"it\"" }), true },
    { "a trunk that is asked whether it is up", DOCUMENT_TRUNK, OUT,
      RULE(.condition = { "trunk_up(it)" }), true },
    { "a queue in quotes", DOCUMENT_QUEUE, QUEUE,
      RULE(.condition = { "last_queue == \"it\"" }), true },
    { "a queue that is asked about", DOCUMENT_QUEUE, QUEUE,
      RULE(.condition = { "queue(it).waiting < 5" }), true },
    { "a skill that is demanded", DOCUMENT_SKILL, A_SKILL,
      RULE(.demand = { "0s it>=50" }), true },
    { "the entry that it is for", DOCUMENT_ENTRY, ENTRY, RULE(.entry_id = MADE),
      false },
    { "a queue that it leads to", DOCUMENT_QUEUE, QUEUE, TO(TO_QUEUE), false },
    { "an agent that it leads to", DOCUMENT_AGENT, AGENT, TO(TO_AGENT), false },
    { "a prompt that it leads to", DOCUMENT_PROMPT, PROMPT, TO(TO_ANNOUNCEMENT),
      false },
};

static void give(struct story *story, const struct command *command)
{
    assert_int_equal(story_give(story, command), 0);
}

/* @return its id */
static uint64_t make(struct story *story, const struct use_row *row)
{
    struct command command = row->make;
    struct event_queue_set queue;

    if (row->kind == DOCUMENT_QUEUE) {
        queue = *state_queue(core_state(story->core), HELP);
        queue.id = 0;
        queue.version = 0;
        memcpy(&queue.name, &row->make.as.set_queue.name, sizeof(queue.name));
        memcpy(&command.as.set_queue, &queue, sizeof(command.as.set_queue));
    }
    give(story, &command);

    const struct document_head *head =
        state_document_named(core_state(story->core), row->kind, "it");

    assert_non_null(head);
    return head->id;
}

static void set_rule(struct story *story, const struct use_row *row,
                     uint64_t id, enum command_type type)
{
    struct command command = { .type = type };
    struct event_rule_set rule = row->rule;

    if (rule.to_id == MADE)
        rule.to_id = id;
    if (rule.entry_id == MADE)
        rule.entry_id = id;
    memcpy(&command.as, &rule, sizeof(rule));
    give(story, &command);
}

static struct command removal(enum document_kind kind, uint64_t id)
{
    struct command command = { document_kind_info(kind)->remove_command,
                               .as.remove_queue = { id, 1 } };

    return command;
}

/* The same with another name. */
static struct command renaming(const struct story *story,
                               enum document_kind kind, uint64_t id)
{
    const struct document_kind_info *info = document_kind_info(kind);
    struct command command = { .type = info->set_command };
    struct document_head *head = (void *)&command.as;

    memcpy(&command.as, state_document(core_state(story->core), kind, id),
           info->record->size);
    head->name.text[0] = 'x';
    return command;
}

static void assert_used(struct story *story, const struct use_row *row,
                        uint64_t id, bool of_draft)
{
    struct document_use uses[DOCUMENT_USES];
    struct document_use_page page = { .uses = uses, .room = DOCUMENT_USES };
    struct command remove = removal(row->kind, id);
    struct command rename = renaming(story, row->kind, id);

    outbox_clear(&story->outbox);
    assert_int_equal(story_give(story, &remove), REFUSED_IN_USE);
    if (row->by_name)
        assert_int_equal(story_give(story, &rename), REFUSED_IN_USE);
    assert_int_equal(story->outbox.event_count, 0);

    assert_int_equal(core_document_uses(story->core, row->kind, id, &page), 0);
    if (!of_draft && !row->by_name) { /* what its fields show is found there */
        assert_int_equal(page.count, 0);
        return;
    }
    assert_int_equal(page.count, 1);
    assert_int_equal(uses[0].kind, DOCUMENT_RULE);
    assert_string_equal(uses[0].name.text, "r");
    assert_int_equal(uses[0].of_draft, of_draft);
    assert_int_equal(core_document_namers(story->core, row->kind, id, &page),
                     0);
    assert_int_equal(page.count, row->by_name);
}

/* As long as there is a rule, or the draft of one, it is not removed. */
static void stays_for(const struct use_row *row, enum command_type set,
                      const struct command *gone)
{
    struct command remove;
    struct story story;
    uint64_t id;

    story_begin_in(&story, NOBODY_THERE);
    id = make(&story, row);
    remove = removal(row->kind, id);
    set_rule(&story, row, id, set);
    assert_used(&story, row, id, set == COMMAND_DRAFT_RULE);
    give(&story, gone);
    give(&story, &remove);
    story_end(&story);
}

static void stays_for_a_rule(void **state)
{
    static const struct command gone = { COMMAND_REMOVE_RULE,
                                         .as.remove_rule = { 1, 1 } };

    stays_for(*state, COMMAND_SET_RULE, &gone);
}

static void stays_for_the_draft(void **state)
{
    static const struct command drop = { COMMAND_DROP_DRAFT,
                                         .as.drop_draft = { 0 } };

    stays_for(*state, COMMAND_DRAFT_RULE, &drop);
}

/* What it was is no use: it is about to be gone. */
static void a_removed_row_uses_nothing(void **state)
{
    const struct use_row *row = &use_rows[0];
    const struct command gone[] = {
        { COMMAND_DRAFT_REMOVAL, .as.draft_removal = { 1, 1 } },
        { COMMAND_PUBLISH_RULES, .as.publish_rules = { 0 } },
    };
    struct document_use uses[DOCUMENT_USES];
    struct document_use_page page = { .uses = uses, .room = DOCUMENT_USES };
    struct command remove;
    struct story story;
    uint64_t id;

    (void)state;
    story_begin_in(&story, NOBODY_THERE);
    id = make(&story, row);
    remove = removal(row->kind, id);
    set_rule(&story, row, id, COMMAND_SET_RULE);
    give(&story, &gone[0]);
    assert_int_equal(core_document_uses(story.core, row->kind, id, &page), 0);
    assert_int_equal(page.count, 1);
    assert_false(uses[0].of_draft);
    give(&story, &gone[1]);
    give(&story, &remove);
    story_end(&story);
}

/* Forty rules ask about a queue: told a part at a time, and counted. */
static void all_are_told_a_page_at_a_time(void **state)
{
    enum { RULES = 40 };
    struct document_use uses[DOCUMENT_USES];
    struct document_use_page page = { .uses = uses, .room = DOCUMENT_USES };
    struct command rule = { COMMAND_SET_RULE,
                            .as.set_rule = { .name = { "r00" },
                                             .condition = { "queue(sales)"
                                                            ".waiting < 5" },
                                             .enabled = true,
                                             .to = TO_FLOW,
                                             .to_id = MAIN,
                                             .share = 1 } };
    struct story story;

    (void)state;
    story_begin_in(&story, NOBODY_THERE);
    for (int i = 0; i < RULES; i++) {
        rule.as.set_rule.name.text[1] = (char)('0' + i / 10);
        rule.as.set_rule.name.text[2] = (char)('0' + i % 10);
        give(&story, &rule);
    }
    assert_int_equal(
        core_document_uses(story.core, DOCUMENT_QUEUE, SALES, &page), 0);
    size_t flows = page.total - RULES; /* lead there */

    assert_int_equal(page.rules, RULES);
    assert_int_equal(page.count, DOCUMENT_USES);
    page.skip = page.count;
    assert_int_equal(
        core_document_uses(story.core, DOCUMENT_QUEUE, SALES, &page), 0);
    assert_int_equal(page.count, flows + RULES - DOCUMENT_USES);
    assert_string_equal(uses[page.count - 1].name.text, "r39");
    page.skip = page.total;
    assert_int_equal(
        core_document_uses(story.core, DOCUMENT_QUEUE, SALES, &page), 0);
    assert_int_equal(page.count, 0);
    story_end(&story);
}

/* The last of the rows. */
static void the_draft_of_a_rule_is_told_of_a_prompt(void **state)
{
    const struct use_row *row = &use_rows[ARRAY_LEN(use_rows) - 1];
    struct prompt_use use;
    struct story story;

    (void)state;
    story_begin_in(&story, NOBODY_THERE);
    uint64_t id = make(&story, row);

    set_rule(&story, row, id, COMMAND_DRAFT_RULE);
    assert_int_equal(prompt_use_find(core_state(story.core), NULL, id, &use, 1),
                     1);
    assert_int_equal(use.kind, DOCUMENT_RULE);
    assert_string_equal(use.name.text, "r");
    assert_true(use.of_draft);
    story_end(&story);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, stays_for_a_rule, use_rows);
    TEST_LIST_ADD_ROWS(&list, stays_for_the_draft, use_rows);
    TEST_LIST_ADD(&list, a_removed_row_uses_nothing);
    TEST_LIST_ADD(&list, the_draft_of_a_rule_is_told_of_a_prompt);
    TEST_LIST_ADD(&list, all_are_told_a_page_at_a_time);
    return test_list_run(&list);
}
