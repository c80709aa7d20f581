/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for what a box tells by phone, and for passing a message on. */

#include "core/core.h"

#include <stdio.h>
#include <string.h>

#include "core/visit.h"
#include "core/voicemail.h"
#include "tests/core/story.h"
#include "tests/test.h"

enum { OWN = 1, POST = 2, BOBS = 3 };

/* clang-format off */
#define BOX(most, ...)                                                         \
    { COMMAND_SET_BOX,                                                         \
      .as.set_box = { .min_ms = 1000, .max_ms = 60000, .silence_ms = 6000,     \
                      .max_messages = most, .keep_days = 90, .undo_days = 30,  \
                      .pin_tries = 3, .pin_lock_ms = 60000, __VA_ARGS__ } }
#define BEEPED(name) \
    { COMMAND_BEEPED, .as.beeped = { SERIAL_OF(EFFECT_BEEP), { name } } }
#define SAID(id) \
    { COMMAND_RECORDED, .as.recorded = { .recording_id = id, \
          .length_us = 3 * SECOND_US, .bytes = 1, .peaks = { "zz 00" } } }
#define TOLD { COMMAND_PROMPT_ENDED, \
               .as.prompt_ended = { SERIAL_OF(EFFECT_SAY), 0 } }
#define CALLS_FROM(call, caller, called)                                       \
    { COMMAND_CONTACT_ARRIVES, .as.contact_arrives =                           \
          { call, TRUNK, 0, { caller }, { "" }, { called }, 0 } }
#define MARK(id, state) { COMMAND_MARK_MESSAGE, .as.mark_message = { id, state } }
/* clang-format on */

/* What came of the last one is in the outbox. */
static void lead(struct story *story, const struct command *commands,
                 size_t count)
{
    for (size_t i = 0; i < count; i++) {
        outbox_clear(&story->outbox);
        assert_int_equal(story_give(story, &commands[i]), 0);
    }
}

#define LEAD(story, ...)                                                       \
    lead(story, (const struct command[]){ __VA_ARGS__ },                       \
         sizeof((const struct command[]){ __VA_ARGS__ }) /                     \
             sizeof(struct command))

static const struct command boxes[] = {
    BOX(9, .name = { "own" }, .agent_id = ANN, .extension = { "700" }),
    BOX(9, .name = { "post" }, .queue_id = HELP, .extension = { "800" },
        .label = { "Post" }, .label_es = { "Correo" }),
    BOX(1, .name = { "bobs" }, .agent_id = BOB),
};

/* Who calls, and is contact `id`, leaves the message of that number. */
static void leave(struct story *story, const struct command *call, uint64_t id,
                  bool is_urgent)
{
    story_lead(story, call, 1);
    LEAD(story, CONNECTED, PROMPT_ENDS(false), BEEPED("object"), PRESS(id, "#"),
         SAID(id));
    if (is_urgent)
        LEAD(story, PRESS(id, "3"));
    LEAD(story, CALLER_HANGS_UP(id));
}

/* In Ann's box: 1 of Bob's, 2 from outside and urgent, 3 withheld. */
static void fill(struct story *story)
{
    static const struct command bob = PHONE_CALLS(9, 2, "700");
    static const struct command leads = { COMMAND_SET_RULE,
                                          .as.set_rule = { .name = { "a" },
                                                           .position = 1,
                                                           .enabled = true,
                                                           .share = 1,
                                                           .to = TO_VOICEMAIL,
                                                           .to_id = OWN } };
    static const struct command outside = CALLS_FROM(10, "+420777", "+4202");
    static const struct command withheld = CALLS_FROM(11, "", "+4202");

    story_begin(story);
    story_lead(story, boxes, ARRAY_LEN(boxes));
    story_lead(story, &leads, 1);
    leave(story, &bob, 1, false);
    leave(story, &outside, 2, true);
    leave(story, &withheld, 3, false);
}

static uint64_t visitor;

/* Ann's phone calls her box. */
static void visit(struct story *story)
{
    visitor = 4;
    LEAD(story, PHONE_CALLS(20, 1, "*97"), CONNECTED);
}

static const struct visit_row *visit_of(const struct story *story)
{
    return state_visit(core_state(story->core), visitor);
}

static const struct effect *last_effect(const struct story *story)
{
    assert_true(story->outbox.effect_count > 0);
    return &story->outbox.effects[story->outbox.effect_count - 1];
}

/* What is heard by the last key: words, or a prompt's name. */
static const char *heard(const struct story *story)
{
    const struct effect *effect = last_effect(story);

    return effect->type == EFFECT_SAY ? effect->text.text : effect->prompt.text;
}

static void press_all(struct story *story, const char *keys)
{
    for (; *keys; keys++) {
        struct command press = PRESS(visitor, "");

        press.as.press_digit.digit.text[0] = *keys;
        lead(story, &press, 1);
    }
}

static void a_box_says_what_it_holds(void **state)
{
    (void)state;
    struct story story;

    fill(&story);
    visit(&story);
    assert_string_equal(heard(&story), "{mailbox:3 1 0}");
    LEAD(&story, MARK(1, MESSAGE_SAVED), MARK(2, MESSAGE_HEARD));
    LEAD(&story, CALLER_HANGS_UP(visitor), PHONE_CALLS(21, 1, "*97"),
         CONNECTED);
    assert_string_equal(heard(&story), "{mailbox:1 0 2}");
    story_end(&story);
}

/* In what order, and by what words. */
static void urgent_ones_come_first(void **state)
{
    (void)state;
    static const char *const order[] = { "{urgent_from:+420777}",
                                         "{message_from:bob}",
                                         "{message_from:}" };
    struct story story;

    fill(&story);
    visit(&story);
    for (size_t i = 0; i < ARRAY_LEN(order); i++) {
        press_all(&story, i ? "#" : "1");
        assert_string_equal(heard(&story), order[i]);
        assert_int_equal(visit_of(&story)->stage, VISIT_ENVELOPE);
    }
    press_all(&story, "#");
    assert_string_equal(heard(&story), "mailbox_no_more");
    story_end(&story);
}

/* ... also one that comes meanwhile. */
static void an_urgent_one_that_comes_is_the_next(void **state)
{
    (void)state;
    static const struct command bob = PHONE_CALLS(30, 2, "700");
    struct story story;

    fill(&story);
    visit(&story);
    press_all(&story, "1#");
    assert_int_equal(visit_of(&story)->message_id, 1);
    story_lead(&story, &bob, 1);
    LEAD(&story, CONNECTED, PROMPT_ENDS(false), BEEPED("object"), PRESS(5, "#"),
         SAID(4), PRESS(5, "3"), CALLER_HANGS_UP(5));
    press_all(&story, "#");
    assert_string_equal(heard(&story), "{urgent_from:bob}");
    press_all(&story, "#");
    assert_string_equal(heard(&story), "{message_from:}");
    story_end(&story);
}

/* A phone may say that it is anybody's; Bob, whose it is, has no extension. */
static void a_phone_is_not_whom_it_says(void **state)
{
    (void)state;
    static const struct command forged = {
        COMMAND_CONTACT_ARRIVES,
        .as.contact_arrives = { 30, 0, 2, { "301" }, { "" }, { "800" }, 0 }
    };
    struct story story;
    struct command bob = { .type = COMMAND_SET_AGENT };

    fill(&story);
    memcpy(&bob.as, state_agent(core_state(story.core), BOB),
           sizeof(bob.as.set_agent));
    bob.as.set_agent.extension = (struct phone_number){ "" };
    story_lead(&story, &bob, 1);
    leave(&story, &forged, 4, false);
    LEAD(&story,
         { COMMAND_FORWARD_MESSAGE, .as.forward_message = { 4, OWN, { "" } } });
    visit(&story);
    visitor = 5;
    press_all(&story, "1###");
    assert_string_equal(heard(&story), "{message_from:bob}");
    story_end(&story);
}

/* Bob, who has no extension, leaves a message by a phone that is Eve's then. */
static void begin_moved(struct story *story)
{
    static const struct command calls = PHONE_CALLS(30, 2, "800");
    struct command bob = { .type = COMMAND_SET_AGENT };
    struct command eve = { .type = COMMAND_SET_AGENT };

    fill(story);
    memcpy(&bob.as, state_agent(core_state(story->core), BOB),
           sizeof(bob.as.set_agent));
    eve.as = bob.as;
    bob.as.set_agent.extension = (struct phone_number){ "" };
    story_lead(story, &bob, 1);
    leave(story, &calls, 4, false);
    bob.as.set_agent.version++;
    bob.as.set_agent.device_id = 0;
    eve.as.set_agent.id = 0;
    eve.as.set_agent.version = 0;
    eve.as.set_agent.user_id = 0;
    eve.as.set_agent.name = (struct name){ "eve" };
    eve.as.set_agent.extension = (struct phone_number){ "309" };
    LEAD(story, bob, eve,
         { COMMAND_FORWARD_MESSAGE, .as.forward_message = { 4, OWN, { "" } } });
}

static void who_left_it_is_not_who_has_the_phone_now(void **state)
{
    (void)state;
    struct story story;

    begin_moved(&story);
    visit(&story);
    visitor = 5;
    press_all(&story, "1###");
    assert_string_equal(heard(&story), "{message_from:bob}");
    assert_int_equal(message_left_by(core_state(story.core),
                                     state_message(core_state(story.core), 4)),
                     BOB);
    story_end(&story);
}

/* By a phone that was nobody's when it was spoken, and is Bob's by now. */
static void begin_given(struct story *story)
{
    static const struct command calls = PHONE_CALLS(30, 2, "800");
    struct command bob = { .type = COMMAND_SET_AGENT };

    fill(story);
    memcpy(&bob.as, state_agent(core_state(story->core), BOB),
           sizeof(bob.as.set_agent));
    bob.as.set_agent.extension = (struct phone_number){ "" };
    bob.as.set_agent.device_id = 0;
    story_lead(story, &bob, 1);
    leave(story, &calls, 4, false);
    bob.as.set_agent.version++;
    bob.as.set_agent.device_id = 2;
    LEAD(story, bob,
         { COMMAND_FORWARD_MESSAGE, .as.forward_message = { 4, OWN, { "" } } });
}

static void a_phone_that_was_nobody_s_names_nobody(void **state)
{
    (void)state;
    struct message_row message;
    struct story story;

    begin_given(&story);
    message = *state_message(core_state(story.core), 4);
    assert_int_equal(message.device_id, 2);
    assert_int_equal(message_left_by(core_state(story.core), &message), 0);
    visit(&story);
    visitor = 5;
    press_all(&story, "1###");
    assert_string_equal(heard(&story), "{message_from:}");
    story_end(&story);
}

/* Braces in a name would end the sentence's value. */
static void a_name_is_no_sentence(void **state)
{
    (void)state;
    struct story story;
    struct command bob = { .type = COMMAND_SET_AGENT };

    fill(&story);
    memcpy(&bob.as, state_agent(core_state(story.core), BOB),
           sizeof(bob.as.set_agent));
    bob.as.set_agent.label = (struct label){ "Bob {place:1}" };
    story_lead(&story, &bob, 1);
    visit(&story);
    press_all(&story, "1#");
    assert_string_equal(heard(&story), "{message_from:Bob  place:1 }");
    bob.as.set_agent.version = 2;
    memset(bob.as.set_agent.label.text, 'x', 64);
    story_lead(&story, &bob, 1);
    LEAD(&story, CALLER_HANGS_UP(visitor), PHONE_CALLS(21, 1, "*97"),
         CONNECTED);
    visitor = 5;
    press_all(&story, "1#");
    assert_string_equal(heard(&story), "{message_from:bob}");
    story_end(&story);
}

/* Whoever may not see numbers is told none. */
static void callers_are_hidden_by_phone_too(void **state)
{
    (void)state;
    struct story story;
    struct command ann = { .type = COMMAND_SET_USER };

    fill(&story);
    memcpy(&ann.as, state_user(core_state(story.core), 2),
           sizeof(ann.as.set_user));
    ann.as.set_user.role = ROLE_ANALYST;
    story_lead(&story, &ann, 1);
    visit(&story);
    press_all(&story, "1");
    assert_int_equal(visit_of(&story)->stage, VISIT_MESSAGE);
    story_end(&story);
}

/* By the server's own words: a house may have a menu called "language". */
static void keys_of_languages_are_said(void **state)
{
    (void)state;
    struct story story;

    fill(&story);
    visit(&story);
    press_all(&story, "31");
    assert_string_equal(heard(&story), "mailbox_language");
    press_all(&story, "9");
    assert_string_equal(heard(&story), "mailbox_language");
    story_end(&story);
}

static void set_role(struct story *story, enum role role)
{
    struct command ann = { .type = COMMAND_SET_USER };

    memcpy(&ann.as, state_user(core_state(story->core), 2),
           sizeof(ann.as.set_user));
    ann.as.set_user.role = role;
    story_lead(story, &ann, 1);
}

/* Ann, who does not hear it, has the PIN of the queue's box. */
static void visit_post(struct story *story)
{
    visitor = 4;
    LEAD(story,
         { COMMAND_FORWARD_MESSAGE, .as.forward_message = { 2, POST, { "" } } },
         PHONE_CALLS(20, 1, "*98800"), CONNECTED);
    press_all(story, "1234#");
    LEAD(story, { COMMAND_PIN_CHECKED,
                  .as.pin_checked = { SERIAL_OF(EFFECT_CHECK_PIN), true } });
}

static void a_pin_does_not_tell_callers(void **state)
{
    (void)state;
    struct story story;

    fill(&story);
    set_role(&story, ROLE_ANALYST);
    visit_post(&story);
    press_all(&story, "1");
    assert_int_equal(visit_of(&story)->stage, VISIT_MESSAGE);
    story_end(&story);
}

static const struct refused_row {
    const char *says;
    enum role role;
    const char *keys;
    const char *hears;
    enum message_state is; /* the message is, then */
} refused_rows[] = {
    { "who may only look is refused to save a message by a PIN", ROLE_ANALYST,
      "12", "mailbox_no_right", MESSAGE_HEARD },
    { "... to delete it", ROLE_ANALYST, "13", "mailbox_no_right",
      MESSAGE_HEARD },
    { "... to pass it on", ROLE_ANALYST, "17", "mailbox_no_right",
      MESSAGE_HEARD },
    { "... to call back", ROLE_ANALYST, "15", "mailbox_no_right",
      MESSAGE_HEARD },
    { "... to record a greeting", ROLE_ANALYST, "1*3", "mailbox_menu",
      MESSAGE_HEARD },
    { "... not to hear it again", ROLE_ANALYST, "11", "", MESSAGE_HEARD },
    { "an agent saves it", ROLE_AGENT, "112", "mailbox_saved", MESSAGE_SAVED },
    { "... deletes it", ROLE_AGENT, "113", "mailbox_deleted", MESSAGE_DELETED },
    { "... records a greeting", ROLE_AGENT, "11*3", "mailbox_greetings",
      MESSAGE_HEARD },
    { "... passes it on", ROLE_AGENT, "117", "mailbox_forward", MESSAGE_HEARD },
};

static void rights_are_asked_by_phone_too(void **state)
{
    const struct refused_row *row = *state;
    struct story story;

    fill(&story);
    set_role(&story, row->role);
    visit_post(&story);
    press_all(&story, row->keys);
    assert_string_equal(heard(&story), row->hears);
    assert_int_equal(state_message(core_state(story.core), 2)->state, row->is);
    story_end(&story);
}

/* Behind the PIN of a box that several share. */
static void it_is_done_in_whose_phone_s_name(void **state)
{
    (void)state;
    struct story story;
    const struct event *passed_on = NULL;

    fill(&story);
    visit_post(&story);
    press_all(&story, "17302#1");
    for (size_t i = 0; i < story.outbox.event_count; i++)
        if (story.outbox.events[i].type == EVENT_MESSAGE_FORWARDED)
            passed_on = &story.outbox.events[i];
    assert_non_null(passed_on);
    assert_int_equal(passed_on->by, 2);
    story_end(&story);
}

static void names_of_another_team_are_numbers(void **state)
{
    (void)state;
    struct story story;
    struct command ann = { .type = COMMAND_SET_USER };

    fill(&story);
    LEAD(&story, TEAM("sales"));
    memcpy(&ann.as, state_user(core_state(story.core), 2),
           sizeof(ann.as.set_user));
    ann.as.set_user.team_id = 1;
    story_lead(&story, &ann, 1);
    visit(&story);
    press_all(&story, "17302#");
    assert_string_equal(heard(&story), "{forward_to:302}");
    press_all(&story, "*7800#");
    assert_string_equal(heard(&story), "{forward_to:800}");
    story_end(&story);
}

/* Passing it on. */

static void who_was_not_named_is_not_confirmed(void **state)
{
    (void)state;
    struct story story;

    fill(&story);
    visit(&story);
    press_all(&story, "17800#");
    assert_int_equal(visit_of(&story)->stage, VISIT_SURE);
    LEAD(&story,
         { COMMAND_PROMPT_ENDED,
           .as.prompt_ended = { SERIAL_OF(EFFECT_SAY), .failed = true } });
    assert_int_equal(visit_of(&story)->stage, VISIT_CHOICE);
    assert_string_equal(heard(&story), "mailbox_message");
    press_all(&story, "17800#");
    for (int i = 0; i < 600 && visit_of(&story)->stage == VISIT_SURE; i++)
        story_wait(&story, SECOND_US);
    assert_int_equal(visit_of(&story)->stage, VISIT_CHOICE);
    story_end(&story);
}

static const struct forward_row {
    const char *says;
    const char *keys;
    const char *heard; /* behind them */
    enum visit_stage stage;
} forward_rows[] = {
    { "7 asks for the number of a box", "17", "mailbox_forward", VISIT_BOX },
    { "* leaves it where it is", "17*", "mailbox_message", VISIT_CHOICE },
    { "... also behind some keys", "1780*", "mailbox_message", VISIT_CHOICE },
    { "a box is found by its extension", "17800#", "{forward_to:Post}",
      VISIT_SURE },
    { "... or by its agent's", "17302#", "{forward_to:bob}", VISIT_SURE },
    { "another key asks once more", "17800#4", "{forward_to:Post}",
      VISIT_SURE },
    { "* does not do it", "17800#*", "mailbox_message", VISIT_CHOICE },
    { "1 does it", "17800#1", "mailbox_forwarded", VISIT_DONE },
    { "no box has that number", "17999#", "mailbox_no_box", VISIT_REFUSED },
    { "a queue's number is no box's", "17300#", "mailbox_no_box",
      VISIT_REFUSED },
    { "an outside number is none", "170777#", "mailbox_no_box", VISIT_REFUSED },
    { "it is there already", "17700#", "mailbox_same_box", VISIT_REFUSED },
    { "# before any digit is no number", "17#", NULL, VISIT_BOX },
};

static void is_passed_on(void **state)
{
    const struct forward_row *row = *state;
    struct story story;

    fill(&story);
    visit(&story);
    press_all(&story, "1");
    for (const char *key = row->keys + 1; *key; key++) {
        struct command press = PRESS(visitor, "");

        press.as.press_digit.digit.text[0] = *key;
        outbox_clear(&story.outbox);
        assert_int_equal(story_give(&story, &press), row->heard ? 0
                                                     : *key == '#'
                                                         ? REFUSED_NOT_ASKED
                                                         : 0);
    }
    if (row->heard)
        assert_string_equal(heard(&story), row->heard);
    assert_int_equal(visit_of(&story)->stage, row->stage);
    assert_null(state_broken_claim(core_state(story.core), &(uint64_t){ 0 },
                                   &(uint64_t){ 0 }));
    story_end(&story);
}

static void it_is_another_boxs_then(void **state)
{
    (void)state;
    struct story story;

    fill(&story);
    visit(&story);
    press_all(&story, "17800#1");
    assert_int_equal(story.outbox.events[0].type, EVENT_MESSAGE_FORWARDED);
    assert_int_equal(story.outbox.events[0].by, 2); /* Ann's user */
    assert_int_equal(state_message(core_state(story.core), 2)->box_id, POST);
    assert_int_equal(state_mailbox(core_state(story.core), POST)->fresh_urgent,
                     1);
    LEAD(&story, PROMPT_ENDS(false));
    assert_string_equal(heard(&story), "{message_from:bob}");
    story_end(&story);
}

/* What is full, or thrown away, in the meantime is said. */
static void a_full_box_takes_none(void **state)
{
    (void)state;
    struct story story;

    fill(&story);
    LEAD(&story, { COMMAND_FORWARD_MESSAGE,
                   .as.forward_message = { 3, BOBS, { "" } } });
    visit(&story);
    press_all(&story, "17302#");
    assert_string_equal(heard(&story), "mailbox_box_full");
    LEAD(&story, PROMPT_ENDS(false));
    assert_string_equal(heard(&story), "mailbox_message");
    LEAD(&story, MARK(3, MESSAGE_DELETED));
    press_all(&story, "7302#");
    LEAD(&story, MARK(3, MESSAGE_NEW));
    press_all(&story, "1");
    assert_string_equal(heard(&story), "mailbox_box_full");
    LEAD(&story, PROMPT_ENDS(false));
    press_all(&story, "7800#");
    LEAD(&story, MARK(2, MESSAGE_DELETED));
    press_all(&story, "1");
    assert_string_equal(heard(&story), "{message_from:bob}");
    assert_int_equal(state_message(core_state(story.core), 2)->box_id, OWN);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_box_says_what_it_holds);
    TEST_LIST_ADD(&list, urgent_ones_come_first);
    TEST_LIST_ADD(&list, an_urgent_one_that_comes_is_the_next);
    TEST_LIST_ADD(&list, a_phone_is_not_whom_it_says);
    TEST_LIST_ADD(&list, who_left_it_is_not_who_has_the_phone_now);
    TEST_LIST_ADD(&list, a_phone_that_was_nobody_s_names_nobody);
    TEST_LIST_ADD(&list, a_name_is_no_sentence);
    TEST_LIST_ADD(&list, callers_are_hidden_by_phone_too);
    TEST_LIST_ADD(&list, keys_of_languages_are_said);
    TEST_LIST_ADD(&list, a_pin_does_not_tell_callers);
    TEST_LIST_ADD(&list, names_of_another_team_are_numbers);
    TEST_LIST_ADD_ROWS(&list, rights_are_asked_by_phone_too, refused_rows);
    TEST_LIST_ADD(&list, it_is_done_in_whose_phone_s_name);
    TEST_LIST_ADD(&list, who_was_not_named_is_not_confirmed);
    TEST_LIST_ADD_ROWS(&list, is_passed_on, forward_rows);
    TEST_LIST_ADD(&list, it_is_another_boxs_then);
    TEST_LIST_ADD(&list, a_full_box_takes_none);
    return test_list_run(&list);
}
