/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes by phone from outside, and what a stranger learns of them: nothing. */

#include "core/core.h"

#include <stdio.h>
#include <string.h>

#include "core/visit.h"
#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

enum { OWN = 1, BARE = 9, MESSAGE = 1, VISITOR = 2 };

/* clang-format off */
#define BEEPED(name) \
    { COMMAND_BEEPED, .as.beeped = { SERIAL_OF(EFFECT_BEEP), { name } } }
#define SAID(id, us, outline)                                                  \
    { COMMAND_RECORDED, .as.recorded = { .recording_id = id, .length_us = us,  \
                                         .bytes = us, .peaks = { outline } } }
#define TOLD { COMMAND_PROMPT_ENDED, \
               .as.prompt_ended = { SERIAL_OF(EFFECT_SAY), 0 } }
#define CHECKED(right) { COMMAND_PIN_CHECKED, \
                    .as.pin_checked = { SERIAL_OF(EFFECT_CHECK_PIN), right } }
#define UNLOCK(box, trunk) \
    { COMMAND_UNLOCK_PIN, .as.unlock_pin = { box, 0, trunk } }
#define CALLS_FROM(call, caller, called)                                       \
    { COMMAND_CONTACT_ARRIVES, .as.contact_arrives =                           \
          { call, TRUNK, 0, { caller }, { "" }, { called }, 0 } }
#define CALL_BACK(agent, number, message)                                      \
    { COMMAND_DIAL, .as.dial = { agent, { number }, 0, message } }
/* clang-format on */

#define LEAD(story, ...)                                                       \
    story_lead(story, (const struct command[]){ __VA_ARGS__ },                 \
               sizeof((const struct command[]){ __VA_ARGS__ }) /               \
                   sizeof(struct command))

static int give(struct story *story, const struct command *command)
{
    outbox_clear(&story->outbox);
    return story_give(story, command);
}

#define GIVE(story, ...) give(story, &(const struct command)__VA_ARGS__)

static const struct command own_box = { COMMAND_SET_BOX,
                                        .as.set_box = {
                                            .name = { "own" },
                                            .agent_id = ANN,
                                            .extension = { "700" },
                                            .min_ms = 1000,
                                            .max_ms = 60000,
                                            .max_messages = 9,
                                            .keep_days = 90,
                                            .undo_days = 30,
                                            .pin_tries = 3,
                                            .pin_lock_ms = 3600000,
                                        } };

/* +4201 leads to messages by phone; contact 1 has left one in Ann's box. */
static void begin(struct story *story)
{
    static const struct flow_node nodes[] = {
        { .name = { "messages" },
          .type = NODE_MAILBOX,
          .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    struct command set;

    story_begin(story);
    set = flow_of(story, MAIN, nodes, ARRAY_LEN(nodes));
    story_lead(story, &own_box, 1);
    story_lead(story, &set, 1);
    LEAD(story, PHONE_CALLS(9, 2, "700"), CONNECTED, PROMPT_ENDS(false),
         BEEPED("object-1"), CALLER_HANGS_UP(1),
         SAID(MESSAGE, 3 * SECOND_US, "zz 00"));
}

static const struct visit_row *visit_of(const struct story *story, uint64_t id)
{
    return state_visit(core_state(story->core), id);
}

static void press_all(struct story *story, uint64_t id, const char *keys)
{
    for (; *keys; keys++) {
        struct command press = PRESS(id, "");

        press.as.press_digit.digit.text[0] = *keys;
        story_lead(story, &press, 1);
    }
}

/* Whoever calls from outside says which box, and its PIN. */
static void call_in(struct story *story, uint64_t call)
{
    LEAD(story, CALLS_FROM(call, "+420777", "+4201"), CONNECTED);
}

static void a_flow_leads_to_messages(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    call_in(&story, 10);
    assert_int_equal(visit_of(&story, VISITOR)->stage, VISIT_NUMBER);
    press_all(&story, VISITOR, "700#");
    assert_int_equal(visit_of(&story, VISITOR)->stage, VISIT_PIN);
    press_all(&story, VISITOR, "1234#");
    LEAD(&story, CHECKED(true));
    assert_int_equal(visit_of(&story, VISITOR)->stage, VISIT_COUNTS);
    press_all(&story, VISITOR, "1");
    LEAD(&story, TOLD);
    assert_int_equal(visit_of(&story, VISITOR)->stage, VISIT_MESSAGE);
    assert_int_equal(state_message(core_state(story.core), MESSAGE)->state,
                     MESSAGE_HEARD);

    /* a PIN opens no way to the outside */
    press_all(&story, VISITOR, "5");
    assert_int_equal(visit_of(&story, VISITOR)->stage, VISIT_REFUSED);
    LEAD(&story, CALLER_HANGS_UP(VISITOR));
    assert_null(visit_of(&story, VISITOR));
    story_end(&story);
}

/* Keys of a PIN, and what comes of it: as text, with the prompt. */
static void guess(struct story *story, uint64_t contact_id, bool is_right,
                  char text[STORY_TEXT_SIZE])
{
    size_t length;

    press_all(story, contact_id, "1234#");
    assert_int_equal(give(story, &(const struct command)CHECKED(is_right)), 0);
    story_summary(&story->outbox, text);
    length = strlen(text);
    for (size_t i = 0; i < story->outbox.effect_count; i++)
        length += (size_t)snprintf(text + length, STORY_TEXT_SIZE - length,
                                   " %s", story->outbox.effects[i].prompt.text);
}

static void lock_box(struct story *story)
{
    char text[STORY_TEXT_SIZE];

    call_in(story, 10);
    for (int i = 0; i < 3; i++) {
        press_all(story, VISITOR, "700#");
        guess(story, VISITOR, false, text);
    }
    LEAD(story, CALLER_HANGS_UP(VISITOR));
    assert_true(
        state_pin_lock(core_state(story->core), pin_lock_of(OWN, 0))->until_us >
        story->now_us);
}

/* The right PIN of a locked box, and any of one that there is not, are asked
   for and refused by the same words, three times; and the lock stays. */
static void a_locked_box_is_as_none(void **state)
{
    (void)state;
    static char locked[STORY_TEXT_SIZE], none[STORY_TEXT_SIZE];
    struct story story;

    begin(&story);
    lock_box(&story);
    int64_t until_us =
        state_pin_lock(core_state(story.core), pin_lock_of(OWN, 0))->until_us;

    call_in(&story, 11);
    call_in(&story, 12);
    for (int i = 0; i < 3; i++) {
        press_all(&story, 3, "700#");
        press_all(&story, 4, "799#");
        assert_int_equal(visit_of(&story, 3)->stage, VISIT_PIN);
        assert_int_equal(visit_of(&story, 4)->stage, VISIT_PIN);
        guess(&story, 3, true, locked);
        guess(&story, 4, true, none);
        assert_string_equal(locked, none);
        assert_non_null(
            strstr(locked, i == 2 ? "mailbox_refused" : "mailbox_wrong"));
    }
    assert_int_equal(
        state_pin_lock(core_state(story.core), pin_lock_of(OWN, 0))->until_us,
        until_us);
    story_end(&story);
}

/* All who come through a trunk share its tries; phones of ours do not. */
static void wrong_pins_lock_the_trunk(void **state)
{
    (void)state;
    char text[STORY_TEXT_SIZE];
    struct story story;
    uint64_t id = VISITOR;
    const struct pin_lock_row *lock;

    begin(&story);
    for (int wrong = 0; wrong < VISIT_TRUNK_TRIES; wrong++, id++) {
        call_in(&story, 10 + id);
        press_all(&story, id, "799#");
        guess(&story, id, false, text);
        LEAD(&story, CALLER_HANGS_UP(id));
    }
    lock = state_pin_lock(core_state(story.core), trunk_lock_of(TRUNK));
    assert_int_equal(lock->wrong, VISIT_TRUNK_TRIES);
    assert_true(lock->until_us > story.now_us);
    assert_non_null(strstr(text, "mailbox_locked"));

    call_in(&story, 10 + id);
    press_all(&story, id, "700#");
    assert_int_equal(visit_of(&story, id)->stage, VISIT_GOODBYE);
    LEAD(&story, CALLER_HANGS_UP(id), PHONE_CALLS(99, 2, "*98700"), CONNECTED);
    assert_int_equal(visit_of(&story, id + 1)->stage, VISIT_PIN);
    assert_int_equal(GIVE(&story, UNLOCK(0, BARE)), REFUSED_NO_TRUNK);
    assert_int_equal(GIVE(&story, UNLOCK(OWN, TRUNK)), REFUSED_BAD_VALUE);
    assert_int_equal(GIVE(&story, UNLOCK(0, TRUNK)), 0);
    assert_null(state_pin_lock(core_state(story.core), trunk_lock_of(TRUNK)));
    story_end(&story);
}

/* Of a phone without an agent a foreign box does not say in which language it
   speaks. */
static void a_foreign_box_tells_no_language(void **state)
{
    (void)state;
    struct story story;
    struct command spanish = own_box;

    begin(&story);
    spanish.as.set_box.id = OWN;
    spanish.as.set_box.version = 1;
    spanish.as.set_box.mail_language = SPEAKS_ES;
    story_lead(&story, &spanish, 1);
    call_in(&story, 10);
    press_all(&story, VISITOR, "700#");
    assert_int_equal(visit_of(&story, VISITOR)->language, SPEAKS_EN);
    story_end(&story);
}

/* Forged numbers. */

static const struct event *find(const struct story *story, enum event_type type)
{
    for (size_t i = 0; i < story->outbox.event_count; i++)
        if (story->outbox.events[i].type == type)
            return &story->outbox.events[i];

    return NULL;
}

/* A message by a number that may not be called: by the trunk into the box. */
static void leave_from(struct story *story, const char *number)
{
    static const struct flow_node nodes[] = {
        { .name = { "box" },
          .type = NODE_VOICEMAIL,
          .as.voicemail_node.box_id = OWN,
          .exits = { [STEP_ERROR] = FLOW_EXIT_NONE } },
    };
    struct command ann = { .type = COMMAND_SET_AGENT }, set;

    story_begin(story);
    story_lead(story, &own_box, 1);
    memcpy(&ann.as, state_agent(core_state(story->core), ANN),
           sizeof(ann.as.set_agent));
    ann.as.set_agent.outside = (struct label){ "*" };
    story_lead(story, &ann, 1);
    set = flow_of(story, MAIN, nodes, ARRAY_LEN(nodes));
    story_lead(story, &set, 1);

    struct command calls = CALLS_FROM(20, "", "+4201");

    strcpy(calls.as.contact_arrives.caller.text, number);
    LEAD(story, calls, CONNECTED, PROMPT_ENDS(false), BEEPED("object-1"),
         CALLER_HANGS_UP(1), SAID(MESSAGE, 3 * SECOND_US, "zz 00"), LOG_IN(ANN),
         AVAILABLE(ANN));
}

static void a_forged_number_alarms_nobody(void **state)
{
    (void)state;
    struct story story;

    leave_from(&story, "+420906123456");
    assert_string_equal(
        state_message(core_state(story.core), MESSAGE)->caller.text,
        "+420906123456");

    /* dialled by hand it does */
    assert_true(GIVE(&story, DIAL(ANN, "+420906123456", 0)) > 0);
    assert_non_null(find(&story, EVENT_TOLL_ALARMED));
    story_wait(&story, 120 * SECOND_US);
    assert_true(GIVE(&story, CALL_BACK(ANN, "+420906123456", MESSAGE)) > 0);
    assert_null(find(&story, EVENT_TOLL_ALARMED));
    assert_int_equal(GIVE(&story, CALL_BACK(ANN, "+420906999999", MESSAGE)),
                     REFUSED_NO_MESSAGE);
    assert_int_equal(GIVE(&story, CALL_BACK(ANN, "+420906123456", 77)),
                     REFUSED_NO_MESSAGE);

    /* and by the key 5 of the box */
    LEAD(&story, PHONE_CALLS(30, 1, "*97"), CONNECTED);
    press_all(&story, VISITOR, "1");
    assert_int_equal(visit_of(&story, VISITOR)->message_id, MESSAGE);
    assert_int_equal(GIVE(&story, PRESS(VISITOR, "5")), 0);
    assert_null(find(&story, EVENT_TOLL_ALARMED));
    assert_int_equal(visit_of(&story, VISITOR)->stage, VISIT_REFUSED);
    story_end(&story);
}

/* ... if nobody did, and the journal says who called. */
static void whoever_calls_back_cares_for_it(void **state)
{
    (void)state;
    struct story story;

    leave_from(&story, "+420777");
    assert_int_equal(GIVE(&story, CALL_BACK(ANN, "+420777", MESSAGE)), 0);

    const struct message_row *message =
        state_message(core_state(story.core), MESSAGE);
    const struct event *called = find(&story, EVENT_MESSAGE_CALLED_BACK);

    assert_int_equal(message->agent_id, ANN);
    assert_int_equal(message->state, MESSAGE_HEARD);
    assert_non_null(called);
    assert_int_equal(called->as.message_called_back.agent_id, ANN);
    assert_int_equal(called->as.message_called_back.call_id, 2);
    assert_int_equal(called->as.message_called_back.contact_id, 1);
    story_end(&story);

    leave_from(&story, "+420777");
    LEAD(&story,
         { COMMAND_ASSIGN_MESSAGE, .as.assign_message = { MESSAGE, BOB } });
    assert_int_equal(GIVE(&story, CALL_BACK(ANN, "+420777", MESSAGE)), 0);
    assert_int_equal(state_message(core_state(story.core), MESSAGE)->agent_id,
                     BOB);
    assert_non_null(find(&story, EVENT_MESSAGE_CALLED_BACK));
    story_end(&story);
}

/* A stranger says whatever number. */
static void an_outside_number_is_no_extension(void **state)
{
    (void)state;
    struct story story;

    leave_from(&story, "302");
    LEAD(&story, LOG_IN(BOB), AVAILABLE(BOB));
    assert_int_equal(GIVE(&story, CALL_BACK(ANN, "302", MESSAGE)),
                     REFUSED_NO_WAY_OUT);
    LEAD(&story, PHONE_CALLS(30, 1, "*97"), CONNECTED);
    press_all(&story, VISITOR, "15");
    assert_int_equal(visit_of(&story, VISITOR)->stage, VISIT_REFUSED);
    assert_int_equal(desk_of(&story, BOB)->state, AGENT_AVAILABLE);
    story_end(&story);
}

/* There is nothing to be dialled, and nothing to be written otherwise. */
static void whoever_gave_no_number_is_not_called(void **state)
{
    (void)state;
    struct story story;

    leave_from(&story, "");
    assert_int_equal(GIVE(&story, CALL_BACK(ANN, "", MESSAGE)),
                     REFUSED_NO_CALLER);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_flow_leads_to_messages);
    TEST_LIST_ADD(&list, whoever_calls_back_cares_for_it);
    TEST_LIST_ADD(&list, a_locked_box_is_as_none);
    TEST_LIST_ADD(&list, wrong_pins_lock_the_trunk);
    TEST_LIST_ADD(&list, a_foreign_box_tells_no_language);
    TEST_LIST_ADD(&list, a_forged_number_alarms_nobody);
    TEST_LIST_ADD(&list, an_outside_number_is_no_extension);
    TEST_LIST_ADD(&list, whoever_gave_no_number_is_not_called);
    return test_list_run(&list);
}
