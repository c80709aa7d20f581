/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Another machine is asked about a call before the routing rules are. */

#include "core/lookup.h"

#include <string.h>

#include "tests/core/situation.h"
#include "tests/test.h"

enum { MAX_STEPS = 5, ENTRY = 1 };

/* clang-format off */
#define RULE(condition_, to_, id_) \
    { COMMAND_SET_RULE, .as.set_rule = { .name = { "a" }, .enabled = true, \
      .condition = { condition_ }, .share = 1, .to = to_, .to_id = id_, \
      .to2 = TO_FLOW, .to3 = TO_FLOW } }
#define TOLD(outcome_, values_) \
    { COMMAND_LOOKUP_ANSWERED, .as.lookup_answered = { \
      SERIAL_OF(EFFECT_LOOK_UP), outcome_, 200, { values_ } } }
#define RECALLED(calls_) \
    { COMMAND_RECALL_CALLER, .as.recall_caller = { .contact_id = 1, \
      .calls = calls_, .called_ago_us = SECOND_US } }
#define LOOKUP(name_) \
    { COMMAND_SET_LOOKUP, .as.set_lookup = { .name = { name_ }, \
      .url = { "https://crm.example/{{caller}}" }, \
      .secret_header = { "Authorization" }, .values = { "level=level" }, \
      .within_ms = 3000 } }
#define ENTRY_ASKS(lookup, version_) \
    { COMMAND_SET_ENTRY, .as.set_entry = { ENTRY, version_, { "menu" }, \
      { "+4201" }, 0, MAIN, SPEAKS_EN, lookup } }
#define REMOVED(id, version) \
    { COMMAND_REMOVE_LOOKUP, .as.remove_lookup = { id, version } }
/* clang-format on */

/* Gold is for SALES, and whoever else goes the entry's way. */
#define GOLD RULE("data.level == \"gold\"", TO_QUEUE, SALES)

static const char goes_the_entrys_way[] =
    "contact_led flow_entered step_began answer_asked +answer";

/* The entry has the lookup, and there is the rule; what the last step wrote
   is claimed, with what follows it in the time of waiting. */
static const struct ask_row {
    const char *says;
    struct command rule;
    struct command steps[MAX_STEPS];
    int64_t wait_us; /* after the last step; then it is what waiting wrote */
    const char *wrote;
} ask_rows[] = {
    { "it is asked, and the call rings meanwhile",
      GOLD,
      { ARRIVES(1, "+4201") },
      0,
      "contact_arrived lookup_asked +look_up" },
    { "what it tells is data, and is kept",
      GOLD,
      { ARRIVES(1, "+4201"), TOLD(LOOKUP_FOUND, "level=gold\n") },
      0,
      "lookup_ended variable_set" },
    { "... by which the call is led",
      GOLD,
      { ARRIVES(1, "+4201"), TOLD(LOOKUP_FOUND, "level=gold\n") },
      1,
      "contact_led answer_asked +answer" },
    { "another answer leads elsewhere",
      GOLD,
      { ARRIVES(1, "+4201"), TOLD(LOOKUP_FOUND, "level=tin\n") },
      1,
      goes_the_entrys_way },
    { "none does, too",
      GOLD,
      { ARRIVES(1, "+4201"), TOLD(LOOKUP_NOT_FOUND, "") },
      1,
      goes_the_entrys_way },
    { "a machine that is spared leads on at once",
      GOLD,
      { ARRIVES(1, "+4201"), TOLD(LOOKUP_SPARED, "") },
      1,
      goes_the_entrys_way },
    { "what is refused tells nothing",
      GOLD,
      { ARRIVES(1, "+4201"), TOLD(LOOKUP_REFUSED, "level=gold\n") },
      1,
      goes_the_entrys_way },
    { "nobody waits for ever",
      GOLD,
      { ARRIVES(1, "+4201") },
      4000000,
      "lookup_ended contact_led flow_entered step_began answer_asked "
      "+answer" },
    { "... nor is any wait cut short",
      GOLD,
      { ARRIVES(1, "+4201") },
      3999999,
      "" },
    { "what is not known is not another, either",
      RULE("data.level != \"gold\"", TO_BUSY, 0),
      { ARRIVES(1, "+4201"), TOLD(LOOKUP_TIMEOUT, "") },
      1,
      goes_the_entrys_way },
    { "whoever is led away is refused, unanswered",
      RULE("data.level == \"gold\"", TO_BUSY, 0),
      { ARRIVES(1, "+4201"), TOLD(LOOKUP_FOUND, "level=gold\n") },
      1,
      "contact_led contact_ended +reject" },
    { "who hangs up meanwhile is gone",
      GOLD,
      { ARRIVES(1, "+4201"), CALLER_HANGS_UP(1) },
      0,
      "contact_ended" },
    { "... and nothing comes of it later",
      GOLD,
      { ARRIVES(1, "+4201"), CALLER_HANGS_UP(1) },
      4000000,
      "" },
    { "another entry has none",
      GOLD,
      { ARRIVES(1, "+4202") },
      0,
      "contact_arrived answer_asked +answer" },
    { "the past alone leads nobody who is asked about",
      RULE("called_within(7)", TO_QUEUE, SALES),
      { ARRIVES(1, "+4201"), RECALLED(1) },
      0,
      "caller_recalled" },
    { "... until there is the answer; it is not forgotten then",
      RULE("called_within(7) and data.level == \"gold\"", TO_QUEUE, SALES),
      { ARRIVES(1, "+4201"), RECALLED(1), TOLD(LOOKUP_FOUND, "level=gold\n") },
      1,
      "contact_led answer_asked +answer" },
    { "the answer alone leads nobody whose past is asked about",
      RULE("called_within(7)", TO_QUEUE, SALES),
      { ARRIVES(1, "+4201"), TOLD(LOOKUP_FOUND, "level=gold\n") },
      499999,
      "" },
    { "... until that is there",
      RULE("called_within(7) and data.level == \"gold\"", TO_QUEUE, SALES),
      { ARRIVES(1, "+4201"), TOLD(LOOKUP_FOUND, "level=gold\n"), RECALLED(1) },
      0,
      "caller_recalled contact_led answer_asked +answer" },
    { "... or is waited for no more",
      RULE("called_within(7)", TO_QUEUE, SALES),
      { ARRIVES(1, "+4201"), TOLD(LOOKUP_FOUND, "level=gold\n") },
      500000,
      goes_the_entrys_way },
};

static void begin(struct story *story, const struct command *rule)
{
    static const struct command made[] = { LOOKUP("crm"), ENTRY_ASKS(1, 1) };

    story_begin_in(story, NOBODY_THERE);
    story_lead(story, made, ARRAY_LEN(made));
    story_lead(story, rule, 1);
}

static void is_asked_first(void **state)
{
    static char text[STORY_TEXT_SIZE];
    const struct ask_row *row = *state;
    struct story story;

    begin(&story, &row->rule);
    for (int i = 0; i < MAX_STEPS && row->steps[i].type; i++) {
        outbox_clear(&story.outbox);
        assert_int_equal(story_give(&story, &row->steps[i]), 0);
    }
    if (row->wait_us) {
        outbox_clear(&story.outbox);
        story_wait(&story, row->wait_us);
    }
    story_summary(&story.outbox, text);
    assert_string_equal(text, row->wrote);
    story_end(&story);
}

/* The same caller comes by the other entry, to whom nobody is asked. */
static void comes_in(struct story *story, char *ret_wrote)
{
    static const struct command arrives = ARRIVES(5000, "+42021");

    outbox_clear(&story->outbox);
    assert_int_equal(story_give(story, &arrives), 0);
    story_summary(&story->outbox, ret_wrote);
}

static void whoever_is_asked_about_holds_nobody(void **state)
{
    static const struct command gold = GOLD;
    char alone[STORY_TEXT_SIZE], beside[STORY_TEXT_SIZE];
    struct story story;

    (void)state;
    begin(&story, &gold);
    comes_in(&story, alone);
    story_end(&story);

    begin(&story, &gold);
    for (uint64_t call = 1; call <= 1000; call++) {
        const struct command asked = ARRIVES(call, "+4201");

        assert_int_equal(story_give(&story, &asked), 0);
    }
    comes_in(&story, beside);
    assert_string_equal(beside, alone);
    assert_int_equal(state_row_count(core_state(story.core), ROW_CONTACT),
                     1001);
    story_end(&story);
}

/* Flows ask for it as for whatever they set themselves. */
static void it_stays_with_the_contact(void **state)
{
    static const struct command steps[] = {
        ARRIVES(1, "+4201"),
        TOLD(LOOKUP_FOUND, "level=gold\n"),
        CONNECTED,
    };
    static const struct command rule = GOLD;
    const struct variable_row *variable;
    const struct contact_row *contact;
    struct story story;

    (void)state;
    begin(&story, &rule);
    story_lead(&story, steps, 2);
    story_wait(&story, 0);
    story_lead(&story, &steps[2], 1);
    contact = state_contact(core_state(story.core), 1);
    assert_int_equal(contact->place, PLACE_QUEUE);
    assert_int_equal(contact->queue_id, SALES);
    assert_int_equal(contact->rule_id, 1);
    variable = state_row_at(core_state(story.core), ROW_VARIABLE, 0);
    assert_string_equal(variable->name.text, "level");
    assert_string_equal(variable->value.text, "gold");
    story_end(&story);
}

/* Twice, or too late. */
static void an_answer_is_taken_once(void **state)
{
    static const struct command arrives = ARRIVES(1, "+4201");
    static const struct command told = TOLD(LOOKUP_FOUND, "level=gold\n");
    static const struct command rule = GOLD;
    struct story story;

    (void)state;
    begin(&story, &rule);
    story_lead(&story, &arrives, 1);
    story_lead(&story, &told, 1);
    assert_int_equal(story_give(&story, &told), REFUSED_NOT_ASKED);
    story_end(&story);

    begin(&story, &rule);
    story_lead(&story, &arrives, 1);
    story_wait(&story, 4000000);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &told), REFUSED_NOT_ASKED);
    story_end(&story);
}

/* The server dies while it is asked: whoever rang is gone, and nobody is
   waited for any more. */
static void a_start_ends_who_is_asked_about(void **state)
{
    static const struct command arrives = ARRIVES(1, "+4201");
    static const struct command told = TOLD(LOOKUP_FOUND, "level=gold\n");
    static const struct command start = START(SECOND_US);
    static const struct command rule = GOLD;
    struct story story;

    (void)state;
    begin(&story, &rule);
    story_lead(&story, &arrives, 1);
    assert_true(state_run(core_state(story.core), 1)->lookup != 0);
    story_lead(&story, &start, 1);
    assert_null(state_contact(core_state(story.core), 1));
    assert_int_equal(story_give(&story, &told), REFUSED_NOT_ASKED);
    story_end(&story);
}

/* Nobody else's call is offered to an agent whose phone rings elsewhere. */
static void whose_phone_calls_is_busy_meanwhile(void **state)
{
    static const struct command made[] = { LOOKUP("crm"), ENTRY_ASKS(1, 1) };
    static const struct command calls = PHONE_CALLS(7, 1, "+4201");
    static const struct command told = TOLD(LOOKUP_FOUND, "level=gold\n");
    static const struct command rule =
        RULE("data.level == \"gold\"", TO_BUSY, 0);
    const struct desk_row *desk;
    struct story story;

    (void)state;
    story_begin_in(&story, ANN_FREE);
    story_lead(&story, made, ARRAY_LEN(made));
    story_lead(&story, &rule, 1);
    story_lead(&story, &calls, 1);
    desk = state_desk(core_state(story.core), ANN);
    assert_int_equal(desk->own_call, 1);
    assert_int_equal(desk->state, AGENT_PAUSED);
    story_lead(&story, &told, 1);
    story_wait(&story, 0);
    assert_int_equal(desk->own_call, 0);
    assert_int_equal(desk->state, AGENT_AVAILABLE);
    story_end(&story);
}

static const struct refuse_row {
    const char *says;
    struct command command;
    enum refusal refusal;
} refuse_rows[] = {
    { "an entry with a lookup that there is not", ENTRY_ASKS(9, 2),
      REFUSED_NO_LOOKUP },
    { "a lookup that an entry asks, gone", REMOVED(1, 1), REFUSED_IN_USE },
};

static void is_refused(void **state)
{
    static const struct command rule = GOLD;
    const struct refuse_row *row = *state;
    struct story story;

    begin(&story, &rule);
    assert_int_equal(story_give(&story, &row->command), row->refusal);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

static void one_that_is_asked_no_more_goes(void **state)
{
    static const struct command steps[] = { ENTRY_ASKS(0, 2), REMOVED(1, 1) };
    static const struct command rule = GOLD;
    struct story story;

    (void)state;
    begin(&story, &rule);
    story_lead(&story, steps, ARRAY_LEN(steps));
    assert_null(state_lookup(core_state(story.core), 1));
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_asked_first, ask_rows);
    TEST_LIST_ADD_ROWS(&list, is_refused, refuse_rows);
    TEST_LIST_ADD(&list, whoever_is_asked_about_holds_nobody);
    TEST_LIST_ADD(&list, it_stays_with_the_contact);
    TEST_LIST_ADD(&list, an_answer_is_taken_once);
    TEST_LIST_ADD(&list, whose_phone_calls_is_busy_meanwhile);
    TEST_LIST_ADD(&list, a_start_ends_who_is_asked_about);
    TEST_LIST_ADD(&list, one_that_is_asked_no_more_goes);

    return test_list_run(&list);
}
