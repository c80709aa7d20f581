/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Routing rules: which one leads, where, why, and what may not be set. */

#include "core/rule.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/core/situation.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

/* The house's moment: see story.h. Its entries are +4201 (MAIN) and +4202*. */
#define RULE(name_, position_, condition_, ...)                                \
    {                                                                          \
        COMMAND_SET_RULE, .as.set_rule = {                                     \
            .name = { name_ },                                                 \
            .position = position_,                                             \
            .condition = { condition_ },                                       \
            .enabled = true,                                                   \
            .share = 1,                                                        \
            .to = TO_FLOW,                                                     \
            .to2 = TO_FLOW,                                                    \
            .to3 = TO_FLOW,                                                    \
            __VA_ARGS__                                                        \
        }                                                                      \
    }
#define PLAIN(name_, position_, condition_)                                    \
    RULE(name_, position_, condition_, .id = 0)
#define OFF                    .enabled = false
#define LED(to_, id_)          .to = to_, .to_id = id_
#define THEN(to_, id_, share_) .to2 = to_, .to2_id = id_, .share2 = share_

enum { MAIN_ENTRY = 1, DIRECT_ENTRY = 2, ALL_RULES = 4 };

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init"

static const struct choose_row {
    const char *says;
    struct command rules[ALL_RULES]; /* to the first without a name */
    const char *caller;
    int64_t draw;
    int rule; /* its place in rules, from 1; 0: none */
    int index;
} choose_rows[] = {
    { "no rules", { { 0 } }, "+34612", 0, 0, 0 },
    { "one without a condition leads",
      { RULE("a", 1, "", LED(TO_QUEUE, SALES)) },
      "+34612",
      0,
      1,
      0 },
    { "one whose condition holds",
      { RULE("a", 1, "caller starts \"+34\"", LED(TO_BUSY, 0)) },
      "+34612",
      0,
      1,
      0 },
    { "one whose condition does not",
      { RULE("a", 1, "caller starts \"+34\"", LED(TO_BUSY, 0)) },
      "+44207",
      0,
      0,
      0 },
    { "the lower position is asked first",
      { RULE("a", 20, "", LED(TO_BUSY, 0)),
        RULE("b", 10, "", LED(TO_QUEUE, SALES)) },
      "+34612",
      0,
      2,
      0 },
    { "of equal ones the older",
      { RULE("a", 10, "", LED(TO_BUSY, 0)),
        RULE("b", 10, "", LED(TO_QUEUE, SALES)) },
      "+34612",
      0,
      1,
      0 },
    { "of several that want a caller each, the one that wants this one",
      { PLAIN("a", 1, "caller == \"+34611\""),
        PLAIN("b", 2, "caller == \"+34612\""),
        PLAIN("c", 3, "caller == \"+34613\" or caller == \"+34612\"") },
      "+34612",
      0,
      2,
      0 },
    { "also of numbers whose marks are the same",
      { PLAIN("a", 1, "caller == \"+34612000148\""),
        PLAIN("b", 2, "caller == \"+34612000238\"") },
      "+34612000238",
      0,
      2,
      0 },
    { "a disabled one is passed over",
      { RULE("a", 1, "", OFF), RULE("b", 2, "", LED(TO_QUEUE, SALES)) },
      "+34612",
      0,
      2,
      0 },
    { "one for this entry",
      { RULE("a", 1, "", .entry_id = MAIN_ENTRY) },
      "+34612",
      0,
      1,
      0 },
    { "one for another entry",
      { RULE("a", 1, "", .entry_id = DIRECT_ENTRY) },
      "+34612",
      0,
      0,
      0 },
    { "one that is not valid yet",
      { RULE("a", 1, "",
             .valid_from_us = WALL_US + 3600 * (int64_t)SECOND_US) },
      "+34612",
      0,
      0,
      0 },
    { "one that is valid no more",
      { RULE("a", 1, "", .valid_until_us = WALL_US) },
      "+34612",
      0,
      0,
      0 },
    { "one that is valid now",
      { RULE("a", 1, "", .valid_from_us = WALL_US,
             .valid_until_us = WALL_US + 3600 * (int64_t)SECOND_US) },
      "+34612",
      0,
      1,
      0 },
    { "an agent who is not free cannot take it: the next destination",
      { RULE("a", 1, "", LED(TO_AGENT, ANN), THEN(TO_QUEUE, HELP, 1)) },
      "+34612",
      0,
      1,
      1 },
    { "nowhere to go: the next rule",
      { RULE("a", 1, "", LED(TO_AGENT, ANN)),
        RULE("b", 2, "", LED(TO_QUEUE, SALES)) },
      "+34612",
      0,
      2,
      0 },
    { "an unused destination is not taken",
      { RULE("a", 1, "", LED(TO_BUSY, 0), .share = 0,
             THEN(TO_QUEUE, SALES, 1)) },
      "+34612",
      0,
      1,
      1 },
    { "shares: the first 70 of 100",
      { RULE("a", 1, "", LED(TO_QUEUE, SALES), .share = 70,
             THEN(TO_QUEUE, HELP, 30), .sharing = RULE_SHARES) },
      "+34612",
      6999,
      1,
      0 },
    { "shares: the other 30",
      { RULE("a", 1, "", LED(TO_QUEUE, SALES), .share = 70,
             THEN(TO_QUEUE, HELP, 30), .sharing = RULE_SHARES) },
      "+34612",
      7000,
      1,
      1 },
    { "shares of those that can: the whole",
      { RULE("a", 1, "", LED(TO_AGENT, ANN), .share = 70,
             THEN(TO_QUEUE, HELP, 30), .sharing = RULE_SHARES) },
      "+34612",
      0,
      1,
      1 },
    { "percent looks at the last digits of the lot",
      { RULE("a", 1, "percent(30)", LED(TO_BUSY, 0)) },
      "+34612",
      9929,
      1,
      0 },
    { "... which do not fall below 30",
      { RULE("a", 1, "percent(30)", LED(TO_BUSY, 0)) },
      "+34612",
      30,
      0,
      0 },
    { "the state of a queue",
      { PLAIN("a", 1,
              "queue(sales).waiting == 0 and queue(sales).staffed == 0 "
              "and queue(sales).free == 0 and "
              "queue(sales).longest_wait == 0") },
      "+34612",
      0,
      1,
      0 },
    { "a service level before the first contact is not known",
      { PLAIN("a", 1,
              "queue(sales).service_level >= 0 or "
              "queue(sales).service_level < 0") },
      "+34612",
      0,
      0,
      0 },
    { "the trunk, the entry and the language",
      { PLAIN("a", 1,
              "trunk == \"t1\" and entry == \"menu\" and "
              "language == \"en\" and called == \"+4201\"") },
      "+34612",
      0,
      1,
      0 },
    { "what several rules ask, and what one asks alone",
      { PLAIN("a", 1, "called == \"+4201\" and caller starts \"+44\""),
        PLAIN("b", 2, "caller starts \"+34\" and called == \"+4202\""),
        PLAIN("c", 3, "caller starts \"+34\" and not called == \"+4201\""),
        PLAIN("d", 4, "percent(0) or called == \"+4201\"") },
      "+34612",
      0,
      4,
      0 },
    { "nine of which the last does not hold",
      { PLAIN("a", 1,
              "percent(1) and percent(2) and percent(3) and percent(4) and "
              "percent(5) and percent(6) and percent(7) and percent(8) and "
              "caller starts \"+44\""),
        PLAIN("b", 2,
              "percent(1) and percent(2) and percent(3) and percent(4) and "
              "percent(5) and percent(6) and percent(7) and percent(8) and "
              "caller starts \"+34\"") },
      "+34612",
      0,
      2,
      0 },
    { "contact data that a call has none of",
      { PLAIN("a", 1, "data.tier == \"gold\"") },
      "+34612",
      0,
      0,
      0 },
};

static struct rule_call call_of(const struct story *story,
                                const struct choose_row *row)
{
    const struct state *state = core_state(story->core);

    return (struct rule_call){
        .wall_us = state_wall_us(state, state_system(state)->at_us),
        .caller = row->caller,
        .called = "+4201",
        .trunk_id = TRUNK,
        .entry = state_entry(state, MAIN_ENTRY),
        .draw = row->draw,
    };
}

static size_t lead(struct story *story, const struct command *rules)
{
    size_t count = 0;

    while (count < ALL_RULES && rules[count].as.set_rule.name.text[0])
        count++;
    story_begin_in(story, NOBODY_THERE);
    story_lead(story, rules, count);
    return count;
}

static void leads_there(void **state)
{
    const struct choose_row *row = *state;
    struct story story;
    struct rule_book *book = NULL;
    struct rule_choice choice;
    struct rule_call call;
    size_t count = lead(&story, row->rules);

    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(rule_book_refresh(book, core_state(story.core)), 0);
    call = call_of(&story, row);
    rule_choose(book, core_state(story.core), &call, &choice);
    if (row->rule == 0) {
        assert_null(choice.rule);
    } else {
        assert_non_null(choice.rule);
        assert_int_equal(choice.rule->id, row->rule);
        assert_int_equal(choice.index, row->index);
    }

    /* What is explained rule by rule is what is chosen. */
    assert_int_equal(rule_book_count(book), count);
    for (size_t i = 0; i < count; i++) {
        struct rule_finding finding;

        rule_explain(book, core_state(story.core), &call, i, &finding);
        if (!choice.rule) {
            assert_int_not_equal(finding.result, RULE_MATCHES);
        } else if (finding.rule == choice.rule) {
            assert_int_equal(finding.result, RULE_MATCHES);
            assert_int_equal(finding.index, choice.index);
            break;
        } else {
            assert_int_not_equal(finding.result, RULE_MATCHES);
        }
    }

    rule_book_free(book);
    story_end(&story);
}

static const struct why_row {
    const char *says;
    struct command rules[ALL_RULES];
    enum rule_result result;
    const char *why;
    const char *value;
} why_rows[] = {
    { "a disabled one",
      { RULE("a", 1, "hour > 25", OFF) },
      RULE_DISABLED,
      "",
      "" },
    { "the part that is false, with what is so",
      { PLAIN("a", 1, "caller starts \"+34\" and queue(sales).waiting > 5") },
      RULE_FALSE,
      "queue(sales).waiting > 5",
      "0" },
    { "the part that is true",
      { RULE("a", 1, "minute > 70 or caller starts \"+34\"",
             LED(TO_QUEUE, SALES)) },
      RULE_MATCHES,
      "caller starts \"+34\"",
      "+34612" },
    { "what is not known",
      { PLAIN("a", 1, "data.tier == \"gold\"") },
      RULE_FALSE,
      "data.tier == \"gold\"",
      "?" },
    { "nowhere to go",
      { RULE("a", 1, "", LED(TO_AGENT, ANN)) },
      RULE_NOWHERE,
      "true",
      "true" },
};

static void says_why(void **state)
{
    const struct why_row *row = *state;
    const struct choose_row as = { .caller = "+34612" };
    struct story story;
    struct rule_book *book = NULL;
    struct rule_finding finding;
    struct rule_call call;

    (void)lead(&story, row->rules);
    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(rule_book_refresh(book, core_state(story.core)), 0);
    call = call_of(&story, &as);
    rule_explain(book, core_state(story.core), &call, 0, &finding);
    assert_int_equal(finding.result, row->result);
    assert_string_equal(finding.why, row->why);
    assert_string_equal(finding.value, row->value);
    rule_book_free(book);
    story_end(&story);
}

/* A caller, led. */

static const struct arrive_row {
    const char *says;
    struct command rule;
    enum situation situation;
    const char *wrote;
} arrive_rows[] = {
    { "busy", RULE("a", 1, "", LED(TO_BUSY, 0)), NOBODY_THERE,
      "contact_arrived contact_ended +reject" },
    { "away", RULE("a", 1, "", LED(TO_HANG_UP, 0)), NOBODY_THERE,
      "contact_arrived contact_ended +reject" },
    { "to a queue, which is joined once the call is answered",
      RULE("a", 1, "", LED(TO_QUEUE, SALES)), NOBODY_THERE,
      "contact_arrived answer_asked caller_connected contact_queued +answer "
      "+play_music" },
    { "to an agent alone, who is free", RULE("a", 1, "", LED(TO_AGENT, ANN)),
      ANN_FREE,
      "contact_arrived answer_asked caller_connected contact_queued offer_made "
      "+answer +play_music +ring" },
    { "to another flow", RULE("a", 1, "", LED(TO_FLOW, DIRECT)), NOBODY_THERE,
      "contact_arrived answer_asked caller_connected step_began step_ended "
      "contact_queued +answer +play_music" },
    { "to the entry's own flow", PLAIN("a", 1, ""), NOBODY_THERE,
      "contact_arrived step_began answer_asked caller_connected step_ended "
      "step_began +answer +play" },
};

static void is_led(void **state)
{
    static const struct command arrives = ARRIVES(1, "+4201");
    static const struct command connected = CONNECTED;
    const struct arrive_row *row = *state;
    static char text[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, row->situation);
    story_lead(&story, &row->rule, 1);
    assert_int_equal(story_give(&story, &arrives), 0);
    if (!strstr(row->wrote, "+reject"))
        assert_int_equal(story_give(&story, &connected), 0);
    story_summary(&story.outbox, text);
    assert_string_equal(text, row->wrote);
    story_end(&story);
}

/* What a rule does besides. */
static void goes_with_the_contact(void **state)
{
    static const struct command rule =
        RULE("a", 7, "", LED(TO_QUEUE, SALES), .priority = 3,
             .language = RULE_LANGUAGE_CS, .tag = { "vip" },
             .recording = RECORDING_ALWAYS);
    static const struct command arrives = ARRIVES(1, "+4201");
    static const struct command connected = CONNECTED;
    struct story story;

    (void)state;
    story_begin_in(&story, NOBODY_THERE);
    story_lead(&story, &rule, 1);
    assert_int_equal(story_give(&story, &arrives), 0);
    assert_int_equal(story_give(&story, &connected), 0);

    const struct contact_row *contact =
        state_contact(core_state(story.core), 1);

    assert_int_equal(contact->rule_id, 1);
    assert_int_equal(contact->rule_to, 1);
    assert_int_equal(contact->priority, 3);
    assert_int_equal(contact->language, SPEAKS_CS);
    assert_int_equal(contact->recording_choice, RECORDING_ALWAYS);
    assert_string_equal(state_tags(core_state(story.core), 1)->text, "vip");
    assert_false(is_internal(contact));
    story_end(&story);
}

/* Moving. */

static void assert_order(const struct story *story, const char *order)
{
    struct rule_book *book = NULL;
    const struct choose_row row = { .caller = "" };
    struct rule_call call = call_of(story, &row);
    char text[16] = "";

    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(rule_book_refresh(book, core_state(story->core)), 0);
    for (size_t i = 0; i < rule_book_count(book); i++) {
        struct rule_finding finding;

        rule_explain(book, core_state(story->core), &call, i, &finding);
        text[i] = finding.rule->name.text[0];
    }
    assert_string_equal(text, order);
    rule_book_free(book);
}

static void rules_are_moved(void **state)
{
    static const struct command rules[ALL_RULES] = { PLAIN("a", 0, ""),
                                                     PLAIN("b", 0, ""),
                                                     PLAIN("c", 0, "") };
    static const struct {
        struct command command;
        const char *order;
        enum refusal refusal;
    } moves[] = {
        { { COMMAND_MOVE_RULE, .as.move_rule = { 3, 1 } }, "cab", 0 },
        { { COMMAND_MOVE_RULE, .as.move_rule = { 3, 0 } }, "abc", 0 },
        { { COMMAND_MOVE_RULE, .as.move_rule = { 1, 3 } }, "bac", 0 },
        { { COMMAND_MOVE_RULE, .as.move_rule = { 2, 3 } }, "abc", 0 },
        { { COMMAND_MOVE_RULE, .as.move_rule = { 1, 3 } }, "bac", 0 },
        { { COMMAND_MOVE_RULE, .as.move_rule = { 2, 3 } }, "abc", 0 },
        { { COMMAND_MOVE_RULE, .as.move_rule = { 1, 3 } },
          "abc",
          REFUSED_NO_ROOM_THERE },
    };
    struct story story;

    (void)state;
    (void)lead(&story, rules);
    assert_order(&story, "abc");
    for (size_t i = 0; i < ARRAY_LEN(moves); i++) {
        assert_int_equal(story_give(&story, &moves[i].command),
                         moves[i].refusal);
        assert_order(&story, moves[i].order);
    }
    story_end(&story);
}

/* Setting. */

static const struct refuse_row {
    const char *says;
    struct command command;
    enum refusal refusal;
} refuse_rows[] = {
    { "a condition that is none", PLAIN("b", 1, "hour >"),
      REFUSED_BAD_CONDITION },
    { "a list that there is not", PLAIN("b", 1, "caller in gone"),
      REFUSED_CONDITION_NAMES_NOTHING },
    { "a calendar that there is not", PLAIN("b", 1, "open(gone)"),
      REFUSED_CONDITION_NAMES_NOTHING },
    { "a queue that there is not", PLAIN("b", 1, "queue(gone).free > 0"),
      REFUSED_CONDITION_NAMES_NOTHING },
    { "an entry that there is not", RULE("b", 1, "", .entry_id = 99),
      REFUSED_NO_ENTRY },
    { "a flow that there is not", RULE("b", 1, "", LED(TO_FLOW, 99)),
      REFUSED_NO_FLOW },
    { "a queue to lead to that there is not",
      RULE("b", 1, "", LED(TO_QUEUE, 99)), REFUSED_NO_QUEUE },
    { "an agent that there is not", RULE("b", 1, "", LED(TO_AGENT, 99)),
      REFUSED_NO_AGENT },
    { "a box that there is not", RULE("b", 1, "", LED(TO_VOICEMAIL, 99)),
      REFUSED_NO_BOX },
    { "busy with a name", RULE("b", 1, "", LED(TO_BUSY, 1)),
      REFUSED_BAD_RULE_TO },
    { "a number without one", RULE("b", 1, "", LED(TO_NUMBER, 0)),
      REFUSED_BAD_NUMBER },
    { "a callback of a queue that calls nobody back",
      RULE("b", 1, "", LED(TO_CALLBACK, SALES)), REFUSED_NOT_CALLED_BACK },
    { "a callback of no queue", RULE("b", 1, "", LED(TO_CALLBACK, 0)),
      REFUSED_NO_QUEUE },
    { "a callback with a number",
      RULE("b", 1, "", LED(TO_CALLBACK, SALES), .number = { "+1" }),
      REFUSED_BAD_NUMBER },
    { "no destination in use", RULE("b", 1, "", .share = 0),
      REFUSED_BAD_RULE_TO },
    { "an end before the beginning",
      RULE("b", 1, "", .valid_from_us = 10, .valid_until_us = 10),
      REFUSED_BAD_VALIDITY },
    { "a position below 0", PLAIN("b", -1, ""), REFUSED_BAD_VALUE },
    { "a name that is taken", PLAIN("a", 1, ""), REFUSED_NAME_TAKEN },
    { "moving a rule that is gone",
      { COMMAND_MOVE_RULE, .as.move_rule = { 9, 0 } },
      REFUSED_NO_RULE },
    { "moving it before one that is gone",
      { COMMAND_MOVE_RULE, .as.move_rule = { 1, 9 } },
      REFUSED_NO_RULE },
    { "moving it before itself",
      { COMMAND_MOVE_RULE, .as.move_rule = { 1, 1 } },
      REFUSED_ALREADY_SO },
    { "a rule that is gone",
      { COMMAND_REMOVE_RULE, .as.remove_rule = { 9, 1 } },
      REFUSED_NO_RULE },
    { "an old version of a rule",
      { COMMAND_REMOVE_RULE, .as.remove_rule = { 1, 7 } },
      REFUSED_STALE_VERSION },
    { "a queue that a condition names",
      { COMMAND_REMOVE_QUEUE, .as.remove_queue = { SALES, 1 } },
      REFUSED_IN_USE },
    { "an entry that a rule is for",
      { COMMAND_REMOVE_ENTRY, .as.remove_entry = { MAIN_ENTRY, 1 } },
      REFUSED_IN_USE },
    { "a calendar that a condition names",
      { COMMAND_REMOVE_CALENDAR, .as.remove_calendar = { 1, 1 } },
      REFUSED_IN_USE },
    { "another name for it",
      { COMMAND_SET_CALENDAR, .as.set_calendar = { 1,
                                                   1,
                                                   { "other" },
                                                   { "" },
                                                   { "UTC" },
                                                   { "" },
                                                   { "" },
                                                   { "" } } },
      REFUSED_IN_USE },
    { "a zone that there is not",
      { COMMAND_SET_CALENDAR, .as.set_calendar = { 0,
                                                   0,
                                                   { "b" },
                                                   { "" },
                                                   { "Mars/Here" },
                                                   { "" },
                                                   { "" },
                                                   { "" } } },
      REFUSED_NO_ZONE },
    { "hours that are none",
      { COMMAND_SET_CALENDAR, .as.set_calendar = { 0,
                                                   0,
                                                   { "b" },
                                                   { "" },
                                                   { "UTC" },
                                                   { "9-5" },
                                                   { "" },
                                                   { "" } } },
      REFUSED_BAD_CALENDAR },
    { "a calendar that is gone",
      { COMMAND_REMOVE_CALENDAR, .as.remove_calendar = { 9, 1 } },
      REFUSED_NO_CALENDAR },
    { "a caller list that a condition names",
      { COMMAND_REMOVE_CALLER_LIST, .as.remove_caller_list = { 1, 1 } },
      REFUSED_IN_USE },
    { "another name for the list",
      { COMMAND_SET_CALLER_LIST, .as.set_caller_list = { 1,
                                                         1,
                                                         { "other" },
                                                         { "" },
                                                         { "" },
                                                         0,
                                                         { "" } } },
      REFUSED_IN_USE },
    { "a country of letters",
      { COMMAND_SET_CALLER_LIST,
        .as.set_caller_list = { 0, 0, { "b" }, { "" }, { "*1" }, 0, { "" } } },
      REFUSED_BAD_VALUE },
    { "numbers that are not stored",
      { COMMAND_SET_CALLER_LIST,
        .as.set_caller_list = { 0,
                                0,
                                { "b" },
                                { "" },
                                { "" },
                                0,
                                { "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
                                  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" } } },
      REFUSED_LIST_NOT_STORED },
    { "numbers, but no digest",
      { COMMAND_SET_CALLER_LIST,
        .as.set_caller_list = { 0, 0, { "b" }, { "" }, { "" }, 5, { "" } } },
      REFUSED_LIST_NOT_STORED },
    { "a caller list that is gone",
      { COMMAND_REMOVE_CALLER_LIST, .as.remove_caller_list = { 9, 1 } },
      REFUSED_NO_CALLER_LIST },
};

static const struct command set_calendar = { COMMAND_SET_CALENDAR,
                                             .as.set_calendar = { 0,
                                                                  0,
                                                                  { "office" },
                                                                  { "" },
                                                                  { "UTC" },
                                                                  { "" },
                                                                  { "" },
                                                                  { "" } } };
static const struct command set_list = {
    COMMAND_SET_CALLER_LIST,
    .as.set_caller_list = { 0, 0, { "vip" }, { "" }, { "34" }, 0, { "" } }
};

static void is_refused(void **state)
{
    static const struct command rule =
        RULE("a", 1, "open(office) and caller in vip and queue(sales).free > 0",
             .entry_id = MAIN_ENTRY);
    const struct refuse_row *row = *state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    story_lead(&story, &set_calendar, 1);
    story_lead(&story, &set_list, 1);
    story_lead(&story, &rule, 1);
    assert_int_equal(story_give(&story, &row->command), row->refusal);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

/* Lists: given before the document, found by the condition, then forgotten. */

static void give_list(struct story *story, uint64_t number, char letter,
                      int64_t version)
{
    struct caller_list *list = test_malloc(sizeof(*list) + sizeof(number));
    struct command set = set_list;

    list->count = 1;
    list->numbers[0] = number;
    memset(list->digest, letter, 64);
    list->digest[64] = '\0';
    set.as.set_caller_list.id = version ? 1 : 0;
    set.as.set_caller_list.version = version;
    set.as.set_caller_list.numbers = 1;
    memset(set.as.set_caller_list.digest.text, letter, 64);
    assert_int_equal(core_add_list(story->core, list), 0);
    assert_int_equal(core_add_list(story->core, list), 0); /* is known */
    story_lead(story, &set, 1);
    test_free(list);
}

static bool is_let_in(struct story *story, uint64_t call, const char *caller)
{
    struct command arrives = ARRIVES(call, "+4201");
    const struct contact_row *contact;

    memset(&arrives.as.contact_arrives.caller, 0,
           sizeof(arrives.as.contact_arrives.caller));
    memcpy(arrives.as.contact_arrives.caller.text, caller, strlen(caller));
    assert_int_equal(story_give(story, &arrives), 0);
    contact = state_contact(core_state(story->core), call);
    return contact && contact->place == PLACE_IVR;
}

static void lists_come_and_go(void **state)
{
    static const struct command rule =
        RULE("a", 1, "caller in vip", LED(TO_BUSY, 0));
    struct story story;

    (void)state;
    story_begin_in(&story, NOBODY_THERE);
    give_list(&story, 34612555018, 'a', 0);
    story_lead(&story, &rule, 1);
    assert_false(is_let_in(&story, 1, "+34612555018"));
    assert_false(is_let_in(&story, 2, "0034612555018"));
    assert_false(is_let_in(&story, 3, "612555018")); /* the list's country */
    assert_true(is_let_in(&story, 4, "+34612555019"));
    assert_true(is_let_in(&story, 5, ""));

    give_list(&story, 34612555019, 'b', 1);
    assert_true(is_let_in(&story, 6, "+34612555018"));
    assert_false(is_let_in(&story, 7, "+34612555019"));

    /* those of before again, with nothing else in between */
    give_list(&story, 34612555018, 'a', 2);
    give_list(&story, 34612555019, 'b', 3);
    give_list(&story, 34612555018, 'a', 4);
    assert_false(is_let_in(&story, 8, "+34612555018"));
    assert_true(is_let_in(&story, 9, "+34612555019"));
    story_end(&story);
}

static void lists_nobody_names_are_forgotten(void **state)
{
    struct story story;
    struct caller_list list = { .count = 0 };
    struct rule_book *book = NULL;
    char digests[RULE_BOOK_MAX_UNNAMED + 2][65];

    (void)state;
    story_begin_in(&story, NOBODY_THERE);
    give_list(&story, 34612555018, 'a', 0);
    assert_int_equal(rule_book_new(&book), 0);
    memset(list.digest, 'a', 64);
    assert_int_equal(rule_book_add_list(book, &list), 0);
    assert_int_equal(rule_book_refresh(book, core_state(story.core)), 0);
    for (int i = 0; i < RULE_BOOK_MAX_UNNAMED + 2; i++) {
        snprintf(digests[i], sizeof(digests[i]), "%064d", i);
        memcpy(list.digest, digests[i], sizeof(list.digest));
        assert_int_equal(rule_book_add_list(book, &list), 0);
    }

    for (int i = 0; i < RULE_BOOK_MAX_UNNAMED + 2; i++)
        assert_int_equal(rule_book_list(book, digests[i]) != NULL, i >= 2);
    memset(list.digest, 'a', 64);
    assert_non_null(rule_book_list(book, list.digest));
    rule_book_free(book);
    story_end(&story);
}

static void a_list_that_is_no_list_is_not_taken(void **state)
{
    const struct caller_list list = { .digest = "abc", .count = 0 };
    struct rule_book *book = NULL;

    (void)state;
    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(rule_book_add_list(book, &list), -EINVAL);
    rule_book_free(book);
}

/* Nor does anything else about a call: whatever is allocated would fail. */
static void asking_allocates_nothing(void **state)
{
    static const struct command rules[ALL_RULES] = {
        PLAIN("a", 1, "caller in vip and open(office) and hour == 99"),
        RULE("b", 2, "caller starts \"+34\" and queue(sales).free == 0",
             LED(TO_QUEUE, SALES)),
    };
    static const struct choose_row row = { .caller = "+34612" };
    struct story story;
    struct rule_book *book = NULL;
    struct rule_choice choice;
    struct rule_call call;

    (void)state;
    story_begin_in(&story, NOBODY_THERE);
    story_lead(&story, &set_calendar, 1);
    story_lead(&story, &set_list, 1);
    story_lead(&story, rules, 2);
    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(rule_book_refresh(book, core_state(story.core)), 0);
    call = call_of(&story, &row);

    int blocks = live_blocks();

    fail_alloc_after(0);
    rule_choose(book, core_state(story.core), &call, &choice);
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_int_equal(live_blocks(), blocks);
    assert_non_null(choice.rule);
    assert_string_equal(choice.rule->name.text, "b");
    rule_book_free(book);
    story_end(&story);
}

/* Each allocation of a new book fails once; then it is as it was before. */
static void a_book_survives_want_of_memory(void **state)
{
    static const struct command rule =
        RULE("a", 1, "caller starts \"+34\"", LED(TO_BUSY, 0));
    static const struct choose_row row = { .caller = "+34612" };
    struct story story;
    struct rule_book *book = NULL;
    struct rule_choice choice;
    struct rule_call call;
    int failures = 0;
    int rc = -ENOMEM;

    (void)state;
    story_begin_in(&story, NOBODY_THERE);
    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(rule_book_refresh(book, core_state(story.core)), 0);
    story_lead(&story, &set_calendar, 1);
    story_lead(&story, &rule, 1);
    call = call_of(&story, &row);
    for (int i = 0; rc == -ENOMEM; i++) {
        fail_alloc_after(i);
        rc = rule_book_refresh(book, core_state(story.core));
        fail_alloc_after(FAIL_NO_ALLOC);
        failures += rc == -ENOMEM;
        rule_choose(book, core_state(story.core), &call, &choice);
        assert_int_equal(choice.rule != NULL, rc == 0);
    }

    assert_int_equal(rc, 0);
    assert_true(failures > 3);
    rule_book_free(book);
    story_end(&story);
}

static void zones_are_limited(void **state)
{
    struct rule_book *book = NULL;
    struct zone zone = { .change_count = 0 };

    (void)state;
    assert_int_equal(rule_book_new(&book), 0);
    assert_non_null(rule_book_zone(book, ""));
    assert_non_null(rule_book_zone(book, "UTC"));
    assert_null(rule_book_zone(book, "Europe/Madrid"));
    for (int i = 0; i < RULE_BOOK_MAX_ZONES; i++) {
        snprintf(zone.name.text, sizeof(zone.name.text), "Zone/%d", i);
        assert_int_equal(rule_book_set_zone(book, &zone), 0);
    }
    assert_int_equal(rule_book_set_zone(book, &zone), 0); /* anew */
    snprintf(zone.name.text, sizeof(zone.name.text), "Zone/more");
    assert_int_equal(rule_book_set_zone(book, &zone), -ENOSPC);
    rule_book_free(book);
}

#pragma GCC diagnostic pop

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, leads_there, choose_rows);
    TEST_LIST_ADD_ROWS(&list, says_why, why_rows);
    TEST_LIST_ADD_ROWS(&list, is_led, arrive_rows);
    TEST_LIST_ADD_ROWS(&list, is_refused, refuse_rows);
    TEST_LIST_ADD(&list, goes_with_the_contact);
    TEST_LIST_ADD(&list, rules_are_moved);
    TEST_LIST_ADD(&list, lists_come_and_go);
    TEST_LIST_ADD(&list, lists_nobody_names_are_forgotten);
    TEST_LIST_ADD(&list, a_list_that_is_no_list_is_not_taken);
    TEST_LIST_ADD(&list, asking_allocates_nothing);
    TEST_LIST_ADD(&list, a_book_survives_want_of_memory);
    TEST_LIST_ADD(&list, zones_are_limited);

    return test_list_run(&list);
}
