/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls that rules lead by what is known of the caller, of trunks, and out. */

#include "core/rule.h"

#include <string.h>

#include "tests/core/situation.h"
#include "tests/test.h"

enum { MAX_STEPS = 6 };

static const int64_t DAYS_US = INT64_C(86400000000);

/* clang-format off */
#define RULE(condition_, ...) \
    { COMMAND_SET_RULE, .as.set_rule = { .name = { "a" }, .enabled = true, \
      .condition = { condition_ }, .share = 1, .to2 = TO_FLOW, .to3 = TO_FLOW, \
      __VA_ARGS__ } }
#define FOR_WAITING(condition_, ...) \
    RULE(condition_, .asked = RULE_IN_QUEUE, __VA_ARGS__)
#define LED(to_, id_) .to = to_, .to_id = id_
#define OUT(number_) .to = TO_NUMBER, .number = { number_ }
#define RECALLED(agent, calls, days) \
    { COMMAND_RECALL_CALLER, .as.recall_caller = { 1, agent, SALES, \
      (days) * DAYS_US, calls, (days) * DAYS_US, HELP, 0 } }
#define WAY_OUT_OF_SALES(moment_) \
    { COMMAND_SET_QUEUE_RULE, .as.set_queue_rule = { .name = { "shut" }, \
      .queue_id = SALES, .cause = RULE_CLOSED, .moment = moment_, \
      .target = TO_QUEUE, .target_id = HELP } }
/* Open from twelve to one; it is midnight. */
#define SHUT_ROUTE \
    { COMMAND_SET_ROUTE, .as.set_route = { .name = { "noon" }, \
      .number = { "+420*" }, .trunk_id = TRUNK, .opens = 12, .closes = 13 } }
#define SPOKEN \
    { COMMAND_SET_PROMPT, .as.set_prompt = { .name = { "sorry" } } }
/* clang-format on */

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init"

/* The rule is made in the situation; what the last step wrote is claimed. */
static const struct lead_row {
    const char *says;
    enum situation in;
    struct command rule;
    struct command steps[MAX_STEPS];
    int64_t wait_s; /* after the last step; then it is what waiting wrote */
    const char *wrote;
} lead_rows[] = {
    /* the caller's past */
    { "who is asked about rings, and nothing is decided",
      NOBODY_THERE,
      RULE("called_within(7)", LED(TO_QUEUE, SALES)),
      { ARRIVES(1, "+4201") },
      0,
      "contact_arrived" },
    { "who called is led",
      NOBODY_THERE,
      RULE("called_within(7)", LED(TO_QUEUE, SALES)),
      { ARRIVES(1, "+4201"), RECALLED(0, 1, 7) },
      0,
      "caller_recalled contact_led answer_asked +answer" },
    { "... and joins once it is answered",
      NOBODY_THERE,
      RULE("called_within(7)", LED(TO_QUEUE, SALES)),
      { ARRIVES(1, "+4201"), RECALLED(0, 1, 7), CONNECTED },
      0,
      "caller_connected contact_queued +play_music" },
    { "who called longer ago goes the entry's way",
      NOBODY_THERE,
      RULE("called_within(7)", LED(TO_QUEUE, SALES)),
      { ARRIVES(1, "+4201"), RECALLED(0, 1, 8) },
      0,
      "caller_recalled contact_led flow_entered step_began answer_asked "
      "+answer" },
    { "who never called does, too",
      NOBODY_THERE,
      RULE("called_within(7)", LED(TO_QUEUE, SALES)),
      { ARRIVES(1, "+4201"), RECALLED(0, 0, 0) },
      0,
      "caller_recalled contact_led flow_entered step_began answer_asked "
      "+answer" },
    { "nobody is waited for for ever: not known is not so",
      NOBODY_THERE,
      RULE("called_within(3650)", LED(TO_BUSY, 0)),
      { ARRIVES(1, "+4201") },
      1,
      "contact_led flow_entered step_began answer_asked +answer" },
    { "an answer that comes too late leads nobody",
      NOBODY_THERE,
      RULE("not called_within(7)", LED(TO_BUSY, 0)),
      { ARRIVES(1, "+4201"), RECALLED(0, 0, 0) },
      1,
      "" },
    { "who is led away is refused as ever",
      NOBODY_THERE,
      RULE("not called_within(7)", LED(TO_BUSY, 0)),
      { ARRIVES(1, "+4201"), RECALLED(0, 0, 0) },
      0,
      "caller_recalled contact_led contact_ended +reject" },
    { "who hangs up meanwhile is gone",
      NOBODY_THERE,
      RULE("called_within(7)", LED(TO_BUSY, 0)),
      { ARRIVES(1, "+4201"), CALLER_HANGS_UP(1) },
      0,
      "contact_ended" },
    { "the agent who talked last, by name",
      ANN_FREE,
      RULE("last_agent == \"ann\"", LED(TO_BUSY, 0)),
      { ARRIVES(1, "+4201"), RECALLED(ANN, 1, 1) },
      0,
      "caller_recalled contact_led contact_ended +reject" },
    { "... is nobody who is gone",
      ANN_FREE,
      RULE("last_agent == \"\"", LED(TO_BUSY, 0)),
      { ARRIVES(1, "+4201"), RECALLED(99, 1, 1) },
      0,
      "caller_recalled contact_led contact_ended +reject" },
    { "the queue of the last call, by name",
      ANN_FREE,
      RULE("last_queue == \"help\"", LED(TO_BUSY, 0)),
      { ARRIVES(1, "+4201"), RECALLED(0, 1, 1) },
      0,
      "caller_recalled contact_led contact_ended +reject" },
    { "whether that agent is free",
      BOB_FREE,
      RULE("not last_agent_free", LED(TO_BUSY, 0)),
      { ARRIVES(1, "+4201"), RECALLED(ANN, 1, 1) },
      0,
      "caller_recalled contact_led contact_ended +reject" },
    { "whoever talked to the caller last gets the call",
      ANN_FREE,
      RULE("", LED(TO_AGENT, 0)),
      { ARRIVES(1, "+4201"), RECALLED(ANN, 1, 1), CONNECTED },
      0,
      "caller_connected contact_queued offer_made +play_music +ring" },
    { "... unless that agent is not free",
      BOB_FREE,
      RULE("", LED(TO_AGENT, 0)),
      { ARRIVES(1, "+4201"), RECALLED(ANN, 1, 1) },
      0,
      "caller_recalled contact_led flow_entered step_began answer_asked "
      "+answer" },
    /* to the outside */
    { "an outside number is dialled once the call is answered",
      NOBODY_THERE,
      RULE("", OUT("+420555")),
      { ARRIVES(1, "+4201"), CONNECTED },
      0,
      "caller_connected sent_outside +dial +ring_back" },
    { "... and joined",
      NOBODY_THERE,
      RULE("", OUT("+420555")),
      { ARRIVES(1, "+4201"), CONNECTED, ANSWERED(EFFECT_DIAL) },
      0,
      "transfer_taken +bridge" },
    { "a number whose trunk is gone is passed over",
      NOBODY_THERE,
      RULE("", OUT("+420555"), .to2 = TO_BUSY, .share2 = 1),
      { TRUNK_IS(TRUNK, false), ARRIVES(1, "+4201") },
      0,
      "contact_arrived contact_ended +reject" },
    { "... and is not when it is back",
      NOBODY_THERE,
      RULE("", OUT("+420555"), .to2 = TO_BUSY, .share2 = 1),
      { TRUNK_IS(TRUNK, false), TRUNK_IS(TRUNK, true), ARRIVES(1, "+4201") },
      0,
      "contact_arrived answer_asked +answer" },
    { "a condition can ask for the trunk",
      NOBODY_THERE,
      RULE("not trunk_up(t1)", LED(TO_BUSY, 0)),
      { TRUNK_IS(TRUNK, false), ARRIVES(1, "+4201") },
      0,
      "contact_arrived contact_ended +reject" },
    { "... which counts as there until somebody says otherwise",
      NOBODY_THERE,
      RULE("trunk_up(t1)", LED(TO_BUSY, 0)),
      { ARRIVES(1, "+4201") },
      0,
      "contact_arrived contact_ended +reject" },
    { "an announcement is heard, and then it is over",
      NOBODY_THERE,
      RULE("", LED(TO_ANNOUNCEMENT, 1)),
      { ARRIVES(1, "+4201"), CONNECTED },
      0,
      "caller_connected announcement_began +play" },
    { "a queue under the night switch is passed over",
      NOBODY_THERE,
      RULE("", LED(TO_QUEUE, SALES), .to2 = TO_BUSY, .share2 = 1),
      { CLOSE_QUEUE(SALES, 0, 0), ARRIVES(1, "+4201") },
      0,
      "contact_arrived contact_ended +reject" },
    { "... unless it says itself where to",
      NOBODY_THERE,
      RULE("", LED(TO_QUEUE, SALES), .to2 = TO_BUSY, .share2 = 1),
      { CLOSE_QUEUE(SALES, 0, 0), WAY_OUT_OF_SALES(RULE_ON_JOINING),
        ARRIVES(1, "+4201") },
      0,
      "contact_arrived answer_asked +answer" },
    { "... to those who come, not to those who wait",
      NOBODY_THERE,
      RULE("", LED(TO_QUEUE, SALES), .to2 = TO_BUSY, .share2 = 1),
      { CLOSE_QUEUE(SALES, 0, 0), WAY_OUT_OF_SALES(RULE_WHILE_WAITING),
        ARRIVES(1, "+4201") },
      0,
      "contact_arrived contact_ended +reject" },
    /* who waits */
    { "who waits is served sooner when a rule comes to match",
      WAITING,
      FOR_WAITING("waited >= 10", .priority = 3),
      { { 0 } },
      16,
      "wait_ruled priority_set" },
    { "... not before",
      WAITING,
      FOR_WAITING("waited >= 10", .priority = 3),
      { { 0 } },
      9,
      "" },
    { "... with all that it changes",
      WAITING,
      FOR_WAITING("waits_in == \"sales\" and called == \"+42021\"",
                  .priority = 3, .added_ms = 60000, .tag = { "late" }),
      { { 0 } },
      6,
      "wait_ruled priority_set contact_tagged" },
    { "... which may be skills",
      WAITING,
      FOR_WAITING("", .demand = { "30s es>=50" }),
      { { 0 } },
      6,
      "wait_ruled demand_set" },
    { "... or nothing that was not so",
      WAITING,
      FOR_WAITING("", .priority = 50),
      { { 0 } },
      6,
      "wait_ruled" },
    { "one that does not match changes nothing",
      WAITING,
      FOR_WAITING("waits_in == \"help\" or data.tier == \"gold\"",
                  .priority = 3),
      { { 0 } },
      60,
      "" },
    { "a disabled one does not either",
      WAITING,
      FOR_WAITING("", .priority = 3, .enabled = false),
      { { 0 } },
      60,
      "" },
    { "a rule for who waits leads no call",
      NOBODY_THERE,
      FOR_WAITING("", LED(TO_BUSY, 0)),
      { ARRIVES(1, "+4201") },
      0,
      "contact_arrived step_began answer_asked +answer" },
};

static void is_led(void **state)
{
    static const struct command made[] = { SPOKEN, SKILL("es") };
    static char text[STORY_TEXT_SIZE];
    const struct lead_row *row = *state;
    struct story story;

    story_begin_in(&story, row->in);
    story_lead(&story, made, 2);
    story_lead(&story, &row->rule, 1);
    for (int i = 0; i < MAX_STEPS && row->steps[i].type; i++) {
        outbox_clear(&story.outbox);
        assert_int_equal(story_give(&story, &row->steps[i]), 0);
    }
    if (row->wait_s) {
        outbox_clear(&story.outbox);
        story_wait(&story, row->wait_s * SECOND_US);
    }
    story_summary(&story.outbox, text);
    assert_string_equal(text, row->wrote);
    story_end(&story);
}

/* What a rule does besides, at once and later. */
static void goes_with_the_contact(void **state)
{
    static const struct command skill = SKILL("es");
    static const struct command rules[] = {
        RULE("", LED(TO_QUEUE, SALES), .added_ms = 60000,
             .demand = { "0s es>=50" }),
        RULE("not called_within(1)", LED(TO_QUEUE, SALES), .added_ms = 60000,
             .demand = { "0s es>=50" }, .tag = { "new" }, .priority = 7,
             .language = RULE_LANGUAGE_ES),
    };
    static const struct command arrives = ARRIVES(1, "+4201");
    static const struct command recalled = RECALLED(0, 0, 0);
    static const struct command connected = CONNECTED;

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct story story;

        story_begin_in(&story, NOBODY_THERE);
        story_lead(&story, &skill, 1);
        story_lead(&story, &rules[i], 1);
        assert_int_equal(story_give(&story, &arrives), 0);
        if (i == 1)
            assert_int_equal(story_give(&story, &recalled), 0);
        assert_int_equal(story_give(&story, &connected), 0);

        const struct contact_row *contact =
            state_contact(core_state(story.core), 1);

        assert_int_equal(contact->place, PLACE_QUEUE);
        assert_int_equal(contact->added_us, 60 * SECOND_US);
        assert_string_equal(state_demand(core_state(story.core), 1)->text,
                            "0s es>=50");
        assert_int_equal(contact->priority, i == 1 ? 7 : 50);
        assert_string_equal(state_tags(core_state(story.core), 1)->text,
                            i == 1 ? "new" : "");
        assert_int_equal(contact->language, i == 1 ? SPEAKS_ES : SPEAKS_EN);
        assert_int_equal(contact->rule_id, 1);
        story_end(&story);
    }
}

/* ... once, until another rule matches first. */
static void what_is_set_by_hand_stays(void **state)
{
    static const struct command rules[] = {
        FOR_WAITING("", .priority = 3, .position = 20),
        FOR_WAITING("waited >= 60", .priority = 2, .position = 10,
                    .name = { "b" }),
    };
    static const struct command by_hand = PRIORITY(1, 70, 0);
    struct story story;

    (void)state;
    story_begin_in(&story, WAITING);
    story_lead(&story, rules, 2);

    const struct contact_row *contact =
        state_contact(core_state(story.core), 1);

    story_wait(&story, 6 * SECOND_US);
    assert_int_equal(contact->priority, 3);
    assert_int_equal(contact->wait_rule_id, 1);
    story_lead(&story, &by_hand, 1);
    story_wait(&story, 30 * SECOND_US);
    assert_int_equal(contact->priority, 70);
    story_wait(&story, 30 * SECOND_US);
    assert_int_equal(contact->priority, 2);
    assert_int_equal(contact->wait_rule_id, 2);
    story_end(&story);
}

/* Moments are there for who waits alone. */
static void nobody_waiting_wakes_nobody(void **state)
{
    static const struct command rule = FOR_WAITING("", .priority = 3);
    static const struct command gone = CALLER_HANGS_UP(1);
    struct story story;

    (void)state;
    story_begin_in(&story, WAITING);
    story_lead(&story, &rule, 1);
    assert_true(core_next_wake(story.core) <= story.now_us + SECOND_US / 2);
    story_lead(&story, &gone, 1);
    assert_true(core_next_wake(story.core) > story.now_us + SECOND_US);
    story_end(&story);
}

/* A moment that is noticed late writes what a punctual one would. */
static void a_late_moment_is_a_moment(void **state)
{
    static const struct command rule =
        FOR_WAITING("waited >= 10", .priority = 3);
    int64_t at_us[2];

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct story story;

        story_begin_in(&story, WAITING);
        story_lead(&story, &rule, 1);
        for (int j = 0; i == 0 && j < 200; j++)
            story_wait(&story, SECOND_US / 10);
        if (i == 1)
            story.now_us += 20 * SECOND_US;
        assert_int_equal(core_wake(story.core, story.now_us, &story.outbox), 0);

        const struct event *event = NULL;

        for (size_t j = 0; j < story.outbox.event_count; j++)
            if (story.outbox.events[j].type == EVENT_PRIORITY_SET)
                event = &story.outbox.events[j];
        assert_non_null(event);
        at_us[i] = event->at_us;
        story_end(&story);
    }
    assert_int_equal(at_us[0], at_us[1]);
}

/* The rule may be another one by the time its call is answered. */
static void a_number_is_looked_at_again(void **state)
{
    static const struct command rule = RULE("", OUT("+420555"));
    static const struct command arrives = ARRIVES(1, "+4201");
    static const struct command gone = { COMMAND_REMOVE_RULE,
                                         .as.remove_rule = { 1, 1 } };
    static const struct command connected = CONNECTED;
    static char text[STORY_TEXT_SIZE];
    struct story story;

    (void)state;
    story_begin_in(&story, NOBODY_THERE);
    story_lead(&story, &rule, 1);
    story_lead(&story, &arrives, 1);
    story_lead(&story, &gone, 1);
    assert_int_equal(story_give(&story, &connected), 0);
    story_summary(&story.outbox, text);
    assert_string_equal(text, "caller_connected contact_ended +hang_up");
    story_end(&story);
}

/* Ann's phone calls an entry whose rules ask for the past first: she is busy
   from the call on and offered nobody; what she wants comes afterwards. */
static void an_own_call_led_late_takes_nobody_away(void **state)
{
    static const struct command calls[] = {
        RULE("called_within(7)", LED(TO_QUEUE, SALES)),
        LOG_IN(ANN),
        { COMMAND_CONTACT_ARRIVES, .as.contact_arrives = { 5,
                                                           0,
                                                           1,
                                                           { "+420777" },
                                                           { "" },
                                                           { "+4201" },
                                                           0 } },
    };
    static const struct command meanwhile[] = { AVAILABLE(ANN), LOG_OUT(ANN) };
    static const struct command recalled = {
        COMMAND_RECALL_CALLER,
        .as.recall_caller = { 2, 0, 0, 0, 1, DAYS_US, 0, 0 },
    };
    static const struct command hangs_up = CALLER_HANGS_UP(2);
    static const enum agent_state is[] = { AGENT_OFFERED, AGENT_OFFLINE };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(is); i++) {
        struct story story;

        story_begin_in(&story, WAITING);
        story_lead(&story, calls, ARRAY_LEN(calls));
        story_lead(&story, &meanwhile[i], 1);

        const struct desk_row *desk = state_desk(core_state(story.core), ANN);

        assert_int_equal(desk->state, AGENT_PAUSED);
        assert_int_equal(state_contact(core_state(story.core), 2)->own_agent_id,
                         ANN);
        assert_int_equal(story_give(&story, &recalled), 0);
        assert_int_equal(desk->state, AGENT_PAUSED);
        assert_int_equal(desk->own_call, 2);
        story_lead(&story, &hangs_up, 1);
        assert_int_equal(desk->state, is[i]);
        assert_int_equal(desk->own_call, 0);
        story_end(&story);
    }
}

/* At night a rule is renamed, moved and published as by day. */
static void a_number_stays_while_its_route_is_closed(void **state)
{
    static const struct command route = SHUT_ROUTE;
    static const struct command kept[] = {
        RULE("", OUT("+420555")),
        { COMMAND_SET_QUEUE_RULE,
          .as.set_queue_rule = { .name = { "away" },
                                 .queue_id = SALES,
                                 .cause = RULE_CLOSED,
                                 .target = TO_NUMBER,
                                 .number = { "+420555" } } },
    };
    static const struct command withdrawn =
        WITHDRAW(1, TO_NUMBER, 0, "+420555");
    static const struct command arrives = ARRIVES(2, "+4201");
    static char text[STORY_TEXT_SIZE];
    struct story story;

    (void)state;
    story_begin_in(&story, WAITING);
    story_lead(&story, &route, 1);
    assert_int_equal(story_give(&story, &withdrawn), REFUSED_ROUTE_CLOSED);
    outbox_clear(&story.outbox);
    for (size_t i = 0; i < ARRAY_LEN(kept); i++)
        assert_int_equal(story_give(&story, &kept[i]), 0);
    story_summary(&story.outbox, text);
    assert_string_equal(text, "rule_set queue_rule_set queue_staffed");

    /* ... and leads nobody by then */
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &arrives), 0);
    story_summary(&story.outbox, text);
    assert_string_equal(text,
                        "contact_arrived step_began answer_asked +answer");
    story_end(&story);
}

static const struct quote_row {
    const char *says;
    const char *condition;
    enum document_kind kind;
    uint64_t id;
    enum refusal refusal;
} quote_rows[] = {
    { "a queue", "last_queue == \"sales\"", DOCUMENT_QUEUE, SALES,
      REFUSED_IN_USE },
    { "one of several", "last_queue in (\"help\", \"sales\")", DOCUMENT_QUEUE,
      SALES, REFUSED_IN_USE },
    { "a queue that is not it", "\"help\" != last_queue", DOCUMENT_QUEUE, SALES,
      REFUSED_NOT },
    { "a trunk", "trunk == \"t1\"", DOCUMENT_TRUNK, TRUNK, REFUSED_IN_USE },
    { "an entry", "\"menu\" == entry", DOCUMENT_ENTRY, 1, REFUSED_IN_USE },
    { "an agent", "not last_agent == \"ann\"", DOCUMENT_AGENT, ANN,
      REFUSED_IN_USE },
    { "the same words of something else", "data.who == \"ann\"", DOCUMENT_AGENT,
      ANN, REFUSED_NOT },
};

/* A rule would ask for a name that nobody has any more. */
static void what_is_quoted_keeps_its_name(void **state)
{
    const struct quote_row *row = *state;
    const struct document_kind_info *info = document_kind_info(row->kind);
    struct command rule = RULE("", LED(TO_BUSY, 0));
    struct command renamed = { .type = info->set_command };
    const struct field *name = record_field(info->record, "name");
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    memcpy(rule.as.set_rule.condition.text, row->condition,
           strlen(row->condition));
    story_lead(&story, &rule, 1);
    memcpy(&renamed.as,
           state_document(core_state(story.core), row->kind, row->id),
           info->record->size);
    assert_int_equal(field_set_text(name, &renamed.as, "another"), 0);
    assert_int_equal(story_give(&story, &renamed), row->refusal);
    story_end(&story);
}

static const struct refuse_row {
    const char *says;
    struct command command;
    enum refusal refusal;
} refuse_rows[] = {
    { "a number that is none", RULE("", OUT("")), REFUSED_BAD_NUMBER },
    { "a number that no trunk may dial", RULE("", OUT("+99555")),
      REFUSED_NO_WAY_OUT },
    { "an emergency number", RULE("", OUT("112")), REFUSED_TO_EMERGENCY },
    { "a callback of no queue", RULE("", LED(TO_CALLBACK, 0)),
      REFUSED_NO_QUEUE },
    { "a prompt that there is not", RULE("", LED(TO_ANNOUNCEMENT, 9)),
      REFUSED_NO_PROMPT },
    { "a demand that is none", RULE("", LED(TO_BUSY, 0), .demand = { "soon" }),
      REFUSED_BAD_DEMAND },
    { "a trunk that there is not", RULE("trunk_up(gone)", LED(TO_BUSY, 0)),
      REFUSED_CONDITION_NAMES_NOTHING },
    { "no days at all", RULE("called_within(0)", LED(TO_BUSY, 0)),
      REFUSED_BAD_CONDITION },
    { "more than ten years", RULE("called_within(3651)", LED(TO_BUSY, 0)),
      REFUSED_BAD_CONDITION },
    { "the trunk that a condition names, gone",
      { COMMAND_REMOVE_TRUNK, .as.remove_trunk = { TRUNK, 1 } },
      REFUSED_IN_USE },
    { "a trunk that nobody has",
      { COMMAND_NOTE_TRUNK, .as.note_trunk = { 9, true } },
      REFUSED_NO_TRUNK },
    { "a trunk that is there", TRUNK_IS(TRUNK, true), REFUSED_ALREADY_SO },
    { "calls below none",
      { COMMAND_RECALL_CALLER,
        .as.recall_caller = { 1, ANN, SALES, 0, -1, 0, 0, 0 } },
      REFUSED_BAD_VALUE },
};

static void is_refused(void **state)
{
    static const struct command rule = RULE("trunk_up(t1) and called_within(3)",
                                            LED(TO_BUSY, 0), .name = { "b" });
    static const struct command arrives = ARRIVES(1, "+4201");
    const struct refuse_row *row = *state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    story_lead(&story, &rule, 1);
    story_lead(&story, &arrives, 1);
    assert_int_equal(story_give(&story, &row->command), row->refusal);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

#pragma GCC diagnostic pop

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_led, lead_rows);
    TEST_LIST_ADD_ROWS(&list, is_refused, refuse_rows);
    TEST_LIST_ADD(&list, goes_with_the_contact);
    TEST_LIST_ADD(&list, what_is_set_by_hand_stays);
    TEST_LIST_ADD(&list, nobody_waiting_wakes_nobody);
    TEST_LIST_ADD(&list, a_late_moment_is_a_moment);
    TEST_LIST_ADD(&list, a_number_is_looked_at_again);
    TEST_LIST_ADD(&list, a_number_stays_while_its_route_is_closed);
    TEST_LIST_ADD_ROWS(&list, what_is_quoted_keeps_its_name, quote_rows);
    TEST_LIST_ADD(&list, an_own_call_led_late_takes_nobody_away);

    return test_list_run(&list);
}
