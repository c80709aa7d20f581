/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for those who hear a box's messages by phone. */

#include "core/core.h"

#include <errno.h>
#include <string.h>

#include "core/visit.h"
#include "tests/core/story.h"
#include "tests/test.h"

enum { OWN = 1, POST = 2, MESSAGE = 1, VISITOR = 2 };

/* clang-format off */
#define BOX(...)                                                               \
    { COMMAND_SET_BOX,                                                         \
      .as.set_box = { .min_ms = 1000, .max_ms = 60000, .silence_ms = 6000,     \
                      .max_messages = 9, .keep_days = 90, .undo_days = 30,     \
                      .pin_tries = 3, .pin_lock_ms = 60000, __VA_ARGS__ } }
#define BEEPED(name) \
    { COMMAND_BEEPED, .as.beeped = { SERIAL_OF(EFFECT_BEEP), { name } } }
#define QUIET(id) { COMMAND_SPEAKER_SILENT, .as.speaker_silent = { id } }
#define SAID(id, us, outline)                                                  \
    { COMMAND_RECORDED, .as.recorded = { .recording_id = id, .length_us = us,  \
                                         .bytes = us, .peaks = { outline } } }
#define HEARD_ALL { COMMAND_PROMPT_ENDED, \
                    .as.prompt_ended = { SERIAL_OF(EFFECT_PLAY_MESSAGE), 0 } }
#define TOLD { COMMAND_PROMPT_ENDED, \
               .as.prompt_ended = { SERIAL_OF(EFFECT_SAY), 0 } }
#define CHECKED(right) { COMMAND_PIN_CHECKED, \
                    .as.pin_checked = { SERIAL_OF(EFFECT_CHECK_PIN), right } }
#define KEPT(digest) { COMMAND_TAKE_KEPT, \
                    .as.take_kept = { SERIAL_OF(EFFECT_KEEP_TAKE), { digest } } }
#define UNLOCK(box, device) \
    { COMMAND_UNLOCK_PIN, .as.unlock_pin = { box, device, 0 } }
/* clang-format on */

/* By user 2, who is Ann. */
#define RECORD(box, which, prompt)                                             \
    {                                                                          \
        COMMAND_RECORD_BY_PHONE, 2, .as.record_by_phone = {                    \
            box,                                                               \
            which,                                                             \
            prompt,                                                            \
            0                                                                  \
        }                                                                      \
    }
#define RECORD_IN(box, which, language)                                        \
    {                                                                          \
        COMMAND_RECORD_BY_PHONE, 2, .as.record_by_phone = {                    \
            box,                                                               \
            which,                                                             \
            0,                                                                 \
            language                                                           \
        }                                                                      \
    }
#define PICKED_UP(call)                                                        \
    {                                                                          \
        COMMAND_LEG_ANSWERED, .as.leg_answered = {                             \
            SERIAL_OF(EFFECT_CALL_VISITOR),                                    \
            call,                                                              \
            0                                                                  \
        }                                                                      \
    }

static const struct command boxes[] = {
    BOX(.name = { "own" }, .agent_id = ANN, .extension = { "700" }),
    BOX(.name = { "post" }, .queue_id = HELP, .extension = { "800" }),
};

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

static void expect(const struct story *story, const char *expected)
{
    static char text[STORY_TEXT_SIZE];

    story_summary(&story->outbox, text);
    assert_string_equal(text, expected);
}

static const struct visit_row *visit_of(const struct story *story)
{
    return state_visit(core_state(story->core), VISITOR);
}

static const struct message_row *message_of(const struct story *story)
{
    return state_message(core_state(story->core), MESSAGE);
}

/* Contact 1 has left a message in Ann's box, which is new. */
static void begin(struct story *story)
{
    story_begin(story);
    story_lead(story, boxes, ARRAY_LEN(boxes));
    LEAD(story, PHONE_CALLS(9, 2, "700"), CONNECTED, PROMPT_ENDS(false),
         BEEPED("object-1"), CALLER_HANGS_UP(1),
         SAID(MESSAGE, 3 * SECOND_US, "zz 00"));
}

/* The phone of Ann calls her box. */
static void visit(struct story *story)
{
    begin(story);
    LEAD(story, PHONE_CALLS(10, 1, "*97"), CONNECTED);
}

static void listen(struct story *story)
{
    visit(story);
    LEAD(story, PRESS(VISITOR, "1"), TOLD);
}

static void announce(struct story *story)
{
    visit(story);
    LEAD(story, PRESS(VISITOR, "1"));
}

/* The phone of Bob calls it, and is asked for the PIN. */
static void ask(struct story *story)
{
    begin(story);
    LEAD(story, PHONE_CALLS(10, 2, "*98700"), CONNECTED);
}

static void check(struct story *story)
{
    ask(story);
    LEAD(story, PRESS(VISITOR, "1"), PRESS(VISITOR, "2"), PRESS(VISITOR, "3"),
         PRESS(VISITOR, "4"), PRESS(VISITOR, "#"));
}

static void ask_number(struct story *story)
{
    begin(story);
    LEAD(story, PHONE_CALLS(10, 2, "*98"), CONNECTED);
}

static void greetings(struct story *story)
{
    visit(story);
    LEAD(story, PRESS(VISITOR, "3"));
}

static void name_language(struct story *story)
{
    greetings(story);
    LEAD(story, PRESS(VISITOR, "2"));
}

static void speak(struct story *story)
{
    name_language(story);
    LEAD(story, PRESS(VISITOR, "#"), PROMPT_ENDS(false), BEEPED("object-2"));
}

static void review(struct story *story)
{
    speak(story);
    LEAD(story, PRESS(VISITOR, "#"), SAID(2, 4 * SECOND_US, "zz 00"));
}

static void keep(struct story *story)
{
    review(story);
    LEAD(story, PRESS(VISITOR, "#"));
}

/* The phone of Ann is called, to record a greeting. */
static void call(struct story *story)
{
    begin(story);
    LEAD(story, RECORD(OWN, GREETING_CLOSED, 0));
}

static void answer(struct story *story)
{
    call(story);
    LEAD(story, PICKED_UP(77));
}

struct way_row {
    const char *says;
    void (*in)(struct story *story);
    struct command command;
    const char *expected;
    enum visit_stage stage; /* behind it */
};

static const struct way_row way_rows[] = {
    { "how many there are is followed by the menu", visit, TOLD,
      "visit_went_on +play", VISIT_MENU },
    { "1 tells who left the first new one, which is new yet", visit,
      PRESS(VISITOR, "1"), "visit_went_on +say", VISIT_ENVELOPE },
    { "... and then plays it, which is not new then", announce, TOLD,
      "recording_listened message_marked visit_went_on +play_message",
      VISIT_MESSAGE },
    { "... at once by 1", announce, PRESS(VISITOR, "1"),
      "recording_listened message_marked visit_went_on +play_message",
      VISIT_MESSAGE },
    { "# leaves it new", announce, PRESS(VISITOR, "#"), "visit_went_on +play",
      VISIT_EMPTY },
    { "2 says that none was heard before", visit, PRESS(VISITOR, "2"),
      "visit_went_on +play", VISIT_EMPTY },
    { "3 asks which greeting", visit, PRESS(VISITOR, "3"),
      "visit_went_on +play", VISIT_GREETINGS },
    { "# says goodbye", visit, PRESS(VISITOR, "#"), "visit_went_on +play",
      VISIT_GOODBYE },
    { "another key says the menu again", visit, PRESS(VISITOR, "9"),
      "visit_went_on +play", VISIT_MENU },
    { "a message is followed by what can be done", listen, HEARD_ALL,
      "visit_went_on +play", VISIT_CHOICE },
    { "1 plays it again", listen, PRESS(VISITOR, "1"),
      "recording_listened visit_went_on +play_message", VISIT_MESSAGE },
    { "2 saves it", listen, PRESS(VISITOR, "2"),
      "message_marked visit_went_on +play", VISIT_DONE },
    { "3 deletes it", listen, PRESS(VISITOR, "3"),
      "message_marked visit_went_on +play", VISIT_DONE },
    { "4 goes back 5 seconds", listen, PRESS(VISITOR, "4"),
      "visit_skipped +skip_play", VISIT_MESSAGE },
    { "6 goes on 5 seconds", listen, PRESS(VISITOR, "6"),
      "visit_skipped +skip_play", VISIT_MESSAGE },
    { "# goes to the next", listen, PRESS(VISITOR, "#"), "visit_went_on +play",
      VISIT_EMPTY },
    { "* goes to the menu", listen, PRESS(VISITOR, "*"), "visit_went_on +play",
      VISIT_MENU },
    { "a foreign phone is asked for the PIN", ask, PROMPT_ENDS(false),
      "visit_went_on", VISIT_PIN },
    { "... and no event has its keys", ask, PRESS(VISITOR, "1"),
      "visit_went_on +stop_play", VISIT_PIN },
    { "... and the right one opens the box", check, CHECKED(true),
      "pin_accepted visit_went_on +say", VISIT_COUNTS },
    { "... and a wrong one does not", check, CHECKED(false),
      "pin_failed visit_went_on +play", VISIT_WRONG },
    { "a greeting begins with its language", greetings, PRESS(VISITOR, "1"),
      "visit_went_on +play", VISIT_LANGUAGE },
    { "... and then how to record it", name_language, PRESS(VISITOR, "#"),
      "visit_went_on +play", VISIT_READY },
    { "... no fourth one", name_language, PRESS(VISITOR, "4"),
      "visit_went_on +play", VISIT_LANGUAGE },
    { "... and * goes to the menu", name_language, PRESS(VISITOR, "*"),
      "visit_went_on +play", VISIT_MENU },
    { "... no fifth one", greetings, PRESS(VISITOR, "5"), "visit_went_on +play",
      VISIT_MENU },
    { "# ends what is said", speak, PRESS(VISITOR, "#"),
      "visit_went_on +stop_recording", VISIT_WRITING },
    { "... and so does a silence", speak, QUIET(2),
      "visit_went_on +stop_recording", VISIT_WRITING },
    { "1 plays it", review, PRESS(VISITOR, "1"), "visit_went_on +play_message",
      VISIT_HEARING },
    { "2 begins anew", review, PRESS(VISITOR, "2"),
      "recording_deleted visit_went_on +remove_recording +beep", VISIT_TONE },
    { "* leaves it as it was", review, PRESS(VISITOR, "*"),
      "recording_deleted visit_went_on +remove_recording +play", VISIT_MENU },
    { "# keeps it", review, PRESS(VISITOR, "#"), "visit_went_on +keep_take",
      VISIT_KEEPING },
    { "... as a prompt, and a greeting of the box", keep, KEPT("ab12"),
      "prompt_set box_set recording_deleted visit_went_on +remove_recording "
      "+play",
      VISIT_KEPT },
    { "what is no sound changes nothing", keep, KEPT(""),
      "recording_deleted visit_went_on +remove_recording +play",
      VISIT_GOODBYE },
};

static const struct way_row call_rows[] = {
    { "picked up, the phone is told how to record", call, PICKED_UP(77),
      "visit_answered visit_went_on +play", VISIT_READY },
    { "* ends it: there is no menu", answer, PRESS(VISITOR, "*"),
      "visit_went_on +play", VISIT_GOODBYE },
    { "any other key begins", answer, PRESS(VISITOR, "1"),
      "visit_went_on +beep", VISIT_TONE },
};

static void goes(void **state)
{
    const struct way_row *row = *state;
    struct story story;

    row->in(&story);
    assert_int_equal(give(&story, &row->command), 0);
    expect(&story, row->expected);
    assert_int_equal(visit_of(&story)->stage, row->stage);
    assert_null(state_broken_claim(core_state(story.core), &(uint64_t){ 0 },
                                   &(uint64_t){ 0 }));
    story_end(&story);
}

/* By her own phone: heard, and in her name. */
static void own_phone_is_in(void **state)
{
    (void)state;
    struct story story;

    visit(&story);
    assert_int_equal(visit_of(&story)->stage, VISIT_COUNTS);
    assert_int_equal(visit_of(&story)->box_id, OWN);
    assert_true(visit_of(&story)->is_in);
    assert_int_equal(visit_of(&story)->user_id, 2);
    LEAD(&story, PRESS(VISITOR, "1"));
    assert_int_equal(message_of(&story)->state, MESSAGE_NEW);
    LEAD(&story, TOLD);
    assert_int_equal(message_of(&story)->state, MESSAGE_HEARD);
    LEAD(&story, CALLER_HANGS_UP(VISITOR));
    assert_null(visit_of(&story));
    story_end(&story);
}

/* The PIN is asked of her, too, where the box says always. */
static void pin_may_be_asked_always(void **state)
{
    (void)state;
    struct story story;
    struct command box =
        BOX(.name = { "own" }, .agent_id = ANN, .pin = PIN_ALWAYS);

    begin(&story);
    box.as.set_box.id = OWN;
    box.as.set_box.version = 1;
    LEAD(&story, box, PHONE_CALLS(10, 1, "*97"), CONNECTED);
    assert_int_equal(visit_of(&story)->stage, VISIT_PIN);
    story_end(&story);
}

/* Bob serves HELP, and so hears its box. */
static void colleagues_hear_their_queues_box(void **state)
{
    (void)state;
    struct story story;

    ask_number(&story);
    assert_int_equal(visit_of(&story)->stage, VISIT_NUMBER);
    LEAD(&story, PRESS(VISITOR, "8"), PRESS(VISITOR, "0"), PRESS(VISITOR, "0"),
         PRESS(VISITOR, "#"));
    assert_int_equal(visit_of(&story)->stage, VISIT_COUNTS);
    assert_int_equal(visit_of(&story)->box_id, POST);
    story_end(&story);
}

/* What was pressed is in no event of the journal, and no row. */
static void pin_is_nowhere(void **state)
{
    (void)state;
    static char text[STORY_TEXT_SIZE];
    struct story story;
    struct digits keys;

    ask(&story);
    for (const char *key = "9173"; *key; key++) {
        struct command press = PRESS(VISITOR, "");

        press.as.press_digit.digit.text[0] = *key;
        assert_int_equal(give(&story, &press), 0);
        story_text(&story.outbox, text);
        assert_null(strstr(text, "digit="));
        assert_null(strstr(text, "digits="));
    }
    assert_int_equal(GIVE(&story, PRESS(VISITOR, "#")), 0);
    story_text(&story.outbox, text);
    assert_null(strstr(text, "9173"));
    assert_int_equal(core_visit_keys(story.core, VISITOR, &keys), 0);
    assert_string_equal(keys.text, "9173");
    assert_int_equal(GIVE(&story, CHECKED(false)), 0);
    assert_int_equal(core_visit_keys(story.core, VISITOR, &keys), 0);
    assert_string_equal(keys.text, "");
    assert_int_equal(core_visit_keys(story.core, 1, &keys), -ENOENT);
    story_end(&story);
}

static void guess(struct story *story, const char *called)
{
    struct command arrives = PHONE_CALLS(10, 2, "");

    memcpy(arrives.as.contact_arrives.called.text, called, strlen(called));
    LEAD(story, arrives, CONNECTED, PRESS(VISITOR, "1"), PRESS(VISITOR, "#"));
}

/* At once, without hearing that it was wrong. */
static void guess_again(struct story *story)
{
    LEAD(story, CHECKED(false), PRESS(VISITOR, "1"), PRESS(VISITOR, "#"));
}

static const struct pin_lock_row *lock_of(const struct story *story,
                                          uint64_t box_id, uint64_t device_id)
{
    return state_pin_lock(core_state(story->core),
                          pin_lock_of(box_id, device_id));
}

/* The third one in a row locks it; not even the right one opens it then, until
   its time is over, or somebody says so. */
static void wrong_pins_lock_the_box(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    guess(&story, "*98700");
    guess_again(&story);
    guess_again(&story);
    assert_int_equal(lock_of(&story, OWN, 0)->wrong, 2);
    assert_int_equal(lock_of(&story, OWN, 0)->until_us, 0);
    assert_int_equal(GIVE(&story, CHECKED(false)), 0);
    assert_int_equal(lock_of(&story, OWN, 0)->wrong, 3);
    assert_int_equal(lock_of(&story, OWN, 0)->until_us,
                     story.now_us + 60 * SECOND_US);
    assert_int_equal(lock_of(&story, 0, 2)->wrong, 3);
    assert_int_equal(visit_of(&story)->stage, VISIT_GOODBYE);
    assert_int_equal(state_system(core_state(story.core))->pin_locks, 1);
    LEAD(&story, CALLER_HANGS_UP(VISITOR), PHONE_CALLS(11, 2, "*98700"),
         CONNECTED, PRESS(3, "1"), PRESS(3, "#"), CHECKED(true));
    assert_int_equal(state_visit(core_state(story.core), 3)->stage,
                     VISIT_WRONG);
    LEAD(&story, CALLER_HANGS_UP(3), UNLOCK(OWN, 0));
    assert_null(lock_of(&story, OWN, 0));
    LEAD(&story, PHONE_CALLS(12, 2, "*98700"), CONNECTED);
    assert_int_equal(state_visit(core_state(story.core), 4)->stage, VISIT_PIN);
    story_end(&story);
}

static void lock_has_an_end(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    guess(&story, "*98700");
    guess_again(&story);
    guess_again(&story);
    LEAD(&story, CHECKED(false), CALLER_HANGS_UP(VISITOR));
    story_wait(&story, 61 * SECOND_US);
    LEAD(&story, PHONE_CALLS(11, 2, "*98700"), CONNECTED, PRESS(3, "1"),
         PRESS(3, "#"), CHECKED(false));
    assert_int_equal(lock_of(&story, OWN, 0)->wrong, 1);
    assert_int_equal(lock_of(&story, OWN, 0)->until_us, 0);
    LEAD(&story, PROMPT_ENDS(false), PRESS(3, "1"), PRESS(3, "#"),
         CHECKED(true));
    assert_null(lock_of(&story, OWN, 0));
    assert_int_equal(lock_of(&story, 0, 2)->wrong, 4); /* elsewhere, too */
    story_end(&story);
}

/* Whoever tries boxes that there are not is counted, too. */
static void wrong_numbers_lock_the_phone(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    for (uint64_t contact = 2; contact < 2 + VISIT_DEVICE_TRIES; contact++) {
        LEAD(&story, PHONE_CALLS(contact + 9, 2, "*98999"), CONNECTED,
             PRESS(contact, "1"), PRESS(contact, "#"), CHECKED(false),
             CALLER_HANGS_UP(contact));
    }
    assert_true(lock_of(&story, 0, 2)->until_us > story.now_us);
    assert_int_equal(GIVE(&story, UNLOCK(0, 2)), 0);
    assert_null(lock_of(&story, 0, 2));
    story_end(&story);
}

/* Nobody forgets what was tried at other boxes by knowing one PIN. */
static void a_right_pin_unlocks_one_box(void **state)
{
    (void)state;
    struct story story;

    check(&story);
    LEAD(&story, CHECKED(false), CALLER_HANGS_UP(VISITOR),
         PHONE_CALLS(30, 2, "*98700"), CONNECTED, PRESS(VISITOR + 1, "1"),
         PRESS(VISITOR + 1, "#"), CHECKED(true));
    assert_null(lock_of(&story, OWN, 0));
    assert_int_equal(lock_of(&story, 0, 2)->wrong, 1);
    story_end(&story);
}

static void record_again(struct story *story, const char *language, uint64_t id,
                         const char *digest)
{
    struct command press = PRESS(VISITOR, "");
    struct command kept = KEPT("");

    memcpy(press.as.press_digit.digit.text, language, 1);
    memcpy(kept.as.take_kept.sound.text, digest, strlen(digest));
    LEAD(story, PROMPT_ENDS(false), PRESS(VISITOR, "3"), PRESS(VISITOR, "2"),
         press, PROMPT_ENDS(false), BEEPED("object-3"), PRESS(VISITOR, "#"),
         SAID(id, 4 * SECOND_US, "zz 00"), PRESS(VISITOR, "#"), kept);
}

/* One greeting, then the same in another language: its translation. */
static void greetings_are_the_boxs_own(void **state)
{
    (void)state;
    struct story story;
    const struct event_prompt_set *prompt;
    const struct event_box_set *box;

    keep(&story);
    LEAD(&story, KEPT("ab12"));
    box = state_box(core_state(story.core), OWN);
    prompt = state_prompt(core_state(story.core), box->busy_id);
    assert_non_null(prompt);
    assert_string_equal(prompt->name.text, "box-1-busy");
    assert_string_equal(prompt->sound.text, "ab12");
    assert_int_equal(box->greeting_id, 0);
    record_again(&story, "#", 3, "cd34");
    prompt = state_prompt(core_state(story.core), box->busy_id);
    assert_string_equal(prompt->sound.text, "cd34");
    assert_int_equal(
        state_document_count(core_state(story.core), DOCUMENT_PROMPT), 1);
    record_again(&story, "2", 4, "ef56");
    assert_string_equal(prompt->sound.text, "cd34");
    prompt = state_prompt(core_state(story.core), 2);
    assert_string_equal(prompt->name.text, "box-1-busy-es");
    assert_int_equal(prompt->language, SPEAKS_ES);
    assert_int_equal(prompt->prompt_id, 1);
    assert_string_equal(prompt->sound.text, "ef56");
    assert_int_equal(visit_of(&story)->language, SPEAKS_EN);
    story_end(&story);
}

/* The server calls to record it in a language; the voice speaks one's own. */
static void a_greeting_is_recorded_in_a_language(void **state)
{
    (void)state;
    struct story story;
    const struct event_prompt_set *prompt;

    begin(&story);
    LEAD(&story, RECORD_IN(OWN, GREETING_STANDARD, SPEAKS_CS), PICKED_UP(77));
    assert_int_equal(visit_of(&story)->language, SPEAKS_EN);
    LEAD(&story, PROMPT_ENDS(false), BEEPED("object-2"), QUIET(2),
         SAID(2, 4 * SECOND_US, "zz 00"), PRESS(VISITOR, "#"), KEPT("ab12"));
    prompt = state_prompt(core_state(story.core), 1);
    assert_string_equal(prompt->name.text, "box-1-standard");
    assert_int_equal(prompt->language, SPEAKS_CS);
    story_end(&story);
}

static void keep_greeting(struct story *story, const char *key)
{
    struct command press = PRESS(VISITOR, "");

    memcpy(press.as.press_digit.digit.text, key, 1);
    greetings(story);
    LEAD(story, press, PRESS(VISITOR, "#"), PROMPT_ENDS(false),
         BEEPED("object-2"), PRESS(VISITOR, "#"),
         SAID(2, 4 * SECOND_US, "zz 00"), PRESS(VISITOR, "#"));
    assert_int_equal(GIVE(story, KEPT("ab12")), 0);
}

static const char *last_prompt(const struct story *story)
{
    return story->outbox.effects[story->outbox.effect_count - 1].prompt.text;
}

/* What nobody hears yet is not called in use. */
static void a_holiday_needs_days(void **state)
{
    (void)state;
    struct story story;

    keep_greeting(&story, "3");
    assert_string_equal(last_prompt(&story), "mailbox_kept");
    story_end(&story);
    keep_greeting(&story, "4");
    assert_string_equal(last_prompt(&story), "mailbox_no_holiday");
    story_end(&story);
}

static void too_short_is_said_again(void **state)
{
    (void)state;
    struct story story;

    speak(&story);
    LEAD(&story, PRESS(VISITOR, "#"));
    assert_int_equal(GIVE(&story, SAID(2, SECOND_US / 2, "zz 00")), 0);
    expect(&story, "recording_ended visit_went_on +play");
    assert_int_equal(visit_of(&story)->stage, VISIT_NOT_KEPT);
    LEAD(&story, PROMPT_ENDS(false));
    assert_int_equal(visit_of(&story)->stage, VISIT_READY);
    story_end(&story);
}

/* Whoever hangs up while speaking keeps nothing, and leaves no file. */
static void takes_go_with_their_call(void **state)
{
    (void)state;
    struct story story;

    speak(&story);
    LEAD(&story, CALLER_HANGS_UP(VISITOR));
    assert_int_equal(GIVE(&story, SAID(2, 4 * SECOND_US, "zz 00")), 0);
    expect(&story, "recording_ended recording_deleted +remove_recording");
    assert_int_equal(GIVE(&story, RECORDING_GONE(2)), 0);
    story_end(&story);

    review(&story);
    assert_int_equal(GIVE(&story, CALLER_HANGS_UP(VISITOR)), 0);
    expect(&story, "visit_ended recording_deleted contact_ended "
                   "+remove_recording");
    story_end(&story);
}

/* Who called from the house is called back inside, by one's own phone. */
static void calls_back(void **state)
{
    (void)state;
    struct story story;

    listen(&story);
    assert_string_equal(message_of(&story)->caller.text, "302");
    LEAD(&story, PRESS(VISITOR, "5"));
    assert_int_equal(visit_of(&story)->stage, VISIT_REFUSED);
    LEAD(&story, LOG_IN(BOB), AVAILABLE(BOB), PROMPT_ENDS(false));
    assert_int_equal(GIVE(&story, PRESS(VISITOR, "5")), 0);
    assert_null(visit_of(&story));
    assert_int_equal(message_of(&story)->agent_id, ANN);
    for (size_t i = 0; i < story.outbox.event_count; i++)
        if (story.outbox.events[i].type == EVENT_MESSAGE_CALLED_BACK)
            assert_int_equal(story.outbox.events[i].by, 2); /* Ann's user */
    assert_int_equal(state_contact(core_state(story.core), VISITOR)->place,
                     PLACE_QUEUE);
    story_end(&story);
}

/* By the console, which has no phone in its hand: that one is rung first. */
#define CALL_BACK(extension)                                                   \
    {                                                                          \
        COMMAND_DIAL, 2, .as.dial = { ANN, { extension }, 0, MESSAGE }         \
    }

static void a_colleague_is_called_back_by_console(void **state)
{
    (void)state;
    struct story story;
    const struct contact_row *contact;

    begin(&story);
    LEAD(&story, LOG_IN(ANN), AVAILABLE(ANN), LOG_IN(BOB), AVAILABLE(BOB));
    assert_int_equal(GIVE(&story, CALL_BACK("302")), 0);
    assert_int_equal(story.outbox.effects[0].type, EFFECT_CALL_VISITOR);
    assert_int_equal(message_of(&story)->state, MESSAGE_HEARD);
    assert_int_equal(message_of(&story)->agent_id, ANN);

    assert_int_equal(GIVE(&story, PICKED_UP(77)), 0);
    contact = contact_of(&story, VISITOR);
    assert_null(visit_of(&story));
    assert_int_equal(contact->wanted_agent_id, BOB);
    assert_true(is_internal(contact));
    assert_int_equal(state_desk(core_state(story.core), BOB)->state,
                     AGENT_OFFERED);
    LEAD(&story, ACCEPT(BOB), ANSWERED(EFFECT_RING), BRIDGED);
    assert_int_equal(contact_of(&story, VISITOR)->place, PLACE_TALK);
    story_end(&story);
}

/* Nobody's phone rings for nothing, and the number is not dialled outside. */
static void an_extension_that_is_gone_is_not_called(void **state)
{
    (void)state;
    struct story story;

    struct command bob = { .type = COMMAND_SET_AGENT };

    begin(&story);
    LEAD(&story, LOG_IN(ANN), AVAILABLE(ANN));
    assert_int_equal(GIVE(&story, CALL_BACK("302")), REFUSED_CALLER_AWAY);
    assert_string_equal(refusal_text(REFUSED_CALLER_AWAY)->field, "message_id");
    memcpy(&bob.as, state_agent(core_state(story.core), BOB),
           sizeof(bob.as.set_agent));
    bob.as.set_agent.extension = (struct phone_number){ "309" };
    story_lead(&story, &bob, 1);
    LEAD(&story, LOG_IN(BOB), AVAILABLE(BOB));
    assert_int_equal(GIVE(&story, CALL_BACK("302")), REFUSED_EXTENSION_GONE);
    assert_int_equal(message_of(&story)->state, MESSAGE_NEW);
    story_end(&story);
}

/* ... by the phone, where the colleague has no extension. */
static void a_colleague_without_an_extension_is_called_back(void **state)
{
    (void)state;
    struct story story;
    struct command bob = { .type = COMMAND_SET_AGENT };

    story_begin(&story);
    story_lead(&story, boxes, ARRAY_LEN(boxes));
    memcpy(&bob.as, state_agent(core_state(story.core), BOB),
           sizeof(bob.as.set_agent));
    bob.as.set_agent.extension = (struct phone_number){ "" };
    story_lead(&story, &bob, 1);
    LEAD(&story, PHONE_CALLS(9, 2, "700"), CONNECTED, PROMPT_ENDS(false),
         BEEPED("object-1"), CALLER_HANGS_UP(1),
         SAID(MESSAGE, 3 * SECOND_US, "zz 00"), LOG_IN(ANN), AVAILABLE(ANN));
    assert_string_equal(message_of(&story)->caller.text, "");
    assert_int_equal(GIVE(&story, CALL_BACK("")), REFUSED_CALLER_AWAY);
    LEAD(&story, LOG_IN(BOB), AVAILABLE(BOB), CALL_BACK(""), PICKED_UP(77));
    assert_int_equal(contact_of(&story, VISITOR)->wanted_agent_id, BOB);
    story_end(&story);
}

/* Whom it is about is known: nobody is asked to choose another one. */
static void a_caller_who_cannot_be_called_back_is_told_as_such(void **state)
{
    (void)state;
    struct story story;
    struct command own = CALL_BACK("302");

    begin(&story);
    LEAD(&story, LOG_IN(ANN), AVAILABLE(ANN), LOG_IN(BOB), AVAILABLE(BOB),
         DIAL(BOB, "+420555", 0));
    assert_int_equal(give(&story, &own), REFUSED_CALLER_BUSY);
    own.by = 3;
    own.as.dial.agent_id = BOB;
    story_end(&story);

    begin(&story);
    LEAD(&story, LOG_IN(BOB), AVAILABLE(BOB));
    assert_int_equal(give(&story, &own), REFUSED_OWN_MESSAGE);
    for (enum refusal r = REFUSED_OWN_MESSAGE; r <= REFUSED_NO_CALLER; r++)
        assert_string_equal(refusal_text(r)->field, "message_id");
    story_end(&story);
}

static void whoever_does_not_pick_up_calls_nobody(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, LOG_IN(ANN), AVAILABLE(ANN), LOG_IN(BOB), AVAILABLE(BOB),
         CALL_BACK("302"));
    assert_int_equal(state_visit(core_state(story.core), VISITOR)->message_id,
                     MESSAGE);
    LEAD(&story, FAILED(EFFECT_CALL_VISITOR, OFFER_NO_ANSWER));
    assert_null(state_contact(core_state(story.core), VISITOR));
    assert_int_equal(state_desk(core_state(story.core), BOB)->state,
                     AGENT_AVAILABLE);
    story_end(&story);
}

/* Nobody stays for ever. */
static void every_stage_has_an_end(void **state)
{
    (void)state;
    struct story story;

    visit(&story);
    LEAD(&story, TOLD, PROMPT_ENDS(false));
    story_wait(&story, 10 * SECOND_US);
    assert_int_equal(visit_of(&story)->stage, VISIT_GOODBYE);
    assert_int_equal(GIVE(&story, PROMPT_ENDS(false)), 0);
    expect(&story, "visit_ended contact_ended +hang_up");
    story_end(&story);

    check(&story);
    story_wait(&story, 15 * SECOND_US);
    assert_int_equal(visit_of(&story)->stage, VISIT_GOODBYE);
    story_end(&story);
}

static void steps_have_an_end(void **state)
{
    (void)state;
    struct story story;

    visit(&story);
    for (int i = 0; i < VISIT_MAX_STEPS; i++)
        LEAD(&story, PRESS(VISITOR, "9"));
    assert_int_equal(visit_of(&story)->stage, VISIT_GOODBYE);
    story_end(&story);
}

static void ends_with_the_server(void **state)
{
    (void)state;
    struct story story;

    review(&story);
    LEAD(&story, START(story.now_us));
    assert_null(visit_of(&story));
    story_end(&story);
}

static void prompts_are_recorded(void **state)
{
    (void)state;
    struct story story;
    const struct event_prompt_set *prompt;

    begin(&story);
    LEAD(&story,
         { COMMAND_SET_PROMPT, .as.set_prompt = { .name = { "hello" },
                                                  .language = SPEAKS_ES,
                                                  .text = { "hola" } } },
         RECORD(0, 0, 1), PICKED_UP(77));
    assert_int_equal(visit_of(&story)->language, SPEAKS_ES);
    LEAD(&story, PROMPT_ENDS(false), BEEPED("object-2"), QUIET(2),
         SAID(2, 4 * SECOND_US, "zz 00"), PRESS(VISITOR, "#"), KEPT("ab12"));
    prompt = state_prompt(core_state(story.core), 1);
    assert_string_equal(prompt->sound.text, "ab12");
    assert_string_equal(prompt->text.text, "hola");
    assert_int_equal(prompt->version, 2);
    LEAD(&story, PROMPT_ENDS(false));
    assert_int_equal(visit_of(&story)->stage, VISIT_GOODBYE);
    assert_int_equal(GIVE(&story, PROMPT_ENDS(false)), 0);
    expect(&story, "visit_ended contact_ended +hang_up");
    story_end(&story);
}

/* The phone is let go whatever comes: nobody picks up, or it is too late. */
static void rings_not_for_ever(void **state)
{
    (void)state;
    struct story story;

    call(&story);
    story_wait(&story, 45 * SECOND_US);
    assert_null(visit_of(&story));
    assert_null(state_contact(core_state(story.core), VISITOR));
    assert_int_equal(GIVE(&story, PICKED_UP(77)), 0);
    expect(&story, "grant_returned +release");
    story_end(&story);

    call(&story);
    assert_int_equal(GIVE(&story, FAILED(EFFECT_CALL_VISITOR, OFFER_REJECTED)),
                     0);
    expect(&story, "visit_ended contact_ended +release");
    story_end(&story);

    call(&story);
    assert_int_equal(GIVE(&story, END_CONTACT(VISITOR)), 0);
    expect(&story, "visit_ended contact_ended +release");
    story_end(&story);
}

/* Whoever is ready is not offered a contact meanwhile. */
static void agent_is_busy_meanwhile(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, LOG_IN(ANN), AVAILABLE(ANN), RECORD(OWN, 0, 0));
    assert_int_equal(state_desk(core_state(story.core), ANN)->state,
                     AGENT_PAUSED);
    assert_int_equal(GIVE(&story, RECORD(OWN, 0, 0)), REFUSED_AGENT_BUSY);
    LEAD(&story, PICKED_UP(77), CALLER_HANGS_UP(VISITOR));
    assert_int_equal(state_desk(core_state(story.core), ANN)->state,
                     AGENT_AVAILABLE);
    story_end(&story);
}

struct refusal_row {
    const char *says;
    void (*in)(struct story *story);
    struct command command;
    enum refusal refusal;
};

static void unplugged(struct story *story)
{
    begin(story);
    LEAD(story, DEVICE_LOST(1));
}

static const struct refusal_row refusal_rows[] = {
    { "to record for no box", begin, RECORD(9, 0, 0), REFUSED_NO_BOX },
    { "to record no prompt", begin, RECORD(0, 0, 9), REFUSED_NO_PROMPT },
    { "to record nothing", begin, RECORD(0, 0, 0), REFUSED_BAD_VALUE },
    { "to record two", begin, RECORD(OWN, 0, 1), REFUSED_BAD_VALUE },
    { "to record a fifth greeting", begin, RECORD(OWN, 4, 0),
      REFUSED_BAD_VALUE },
    { "to record in a fourth language", begin,
      RECORD_IN(OWN, 0, (enum speech)speech_count), REFUSED_BAD_VALUE },
    { "to record without a phone",
      begin,
      { COMMAND_RECORD_BY_PHONE, ROOT, .as.record_by_phone = { OWN, 0, 0, 0 } },
      REFUSED_NO_OWN_PHONE },
    { "to record by a phone that is not there", unplugged, RECORD(OWN, 0, 0),
      REFUSED_PHONE_UNREACHABLE },
    { "an answer without a leg", call, PICKED_UP(0), REFUSED_BAD_VALUE },
    { "an answer that was given", answer, PICKED_UP(78),
      REFUSED_ANSWERED_TWICE },
    { "a failure behind the answer", answer,
      FAILED(EFFECT_CALL_VISITOR, OFFER_BUSY), REFUSED_NOT_ASKED },
    { "an answer that nobody waits for", visit, CHECKED(true),
      REFUSED_NOT_ASKED },
    { "a take that nobody keeps", visit, KEPT("ab12"), REFUSED_NOT_ASKED },
    { "a key while the PIN is checked", check, PRESS(VISITOR, "1"),
      REFUSED_NOT_ASKED },
    { "an end of no digits", ask, PRESS(VISITOR, "#"), REFUSED_NOT_ASKED },
    { "a key that no PIN has", ask, PRESS(VISITOR, "*"), REFUSED_NOT_ASKED },
    { "a key while one speaks", speak, PRESS(VISITOR, "1"), REFUSED_NOT_ASKED },
    { "to unlock what is not locked", begin, UNLOCK(OWN, 0),
      REFUSED_ALREADY_SO },
    { "to unlock no box", begin, UNLOCK(9, 0), REFUSED_NO_BOX },
    { "to unlock no phone", begin, UNLOCK(0, 9), REFUSED_NO_DEVICE },
    { "to unlock nothing", begin, UNLOCK(0, 0), REFUSED_BAD_VALUE },
    { "to unlock two", begin, UNLOCK(OWN, 1), REFUSED_BAD_VALUE },
    { "to remove a box that somebody hears",
      visit,
      { COMMAND_REMOVE_BOX, .as.remove_box = { OWN, 1 } },
      REFUSED_BOX_NOT_EMPTY },
    { "the silence of who does not speak", review, QUIET(2),
      REFUSED_NOT_ASKED },
};

static void refuses(void **state)
{
    const struct refusal_row *row = *state;
    struct story story;

    row->in(&story);

    struct state *before = copy_of_state(core_state(story.core));

    assert_int_equal(give(&story, &row->command), row->refusal);
    assert_same_state(core_state(story.core), before);
    state_free(before);
    story_end(&story);
}

/* Who has no box is told so, and who talks calls no box. */
static void phones_are_refused(void **state)
{
    (void)state;
    static char text[STORY_TEXT_SIZE];
    struct story story;

    begin(&story);
    assert_int_equal(GIVE(&story, PHONE_CALLS(10, 2, "*97")), 0);
    story_text(&story.outbox, text);
    assert_non_null(strstr(text, "label=\"no_own_box\""));
    assert_non_null(strstr(text, "code=404"));
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, goes, way_rows);
    TEST_LIST_ADD_ROWS(&list, goes, call_rows);
    TEST_LIST_ADD(&list, prompts_are_recorded);
    TEST_LIST_ADD(&list, rings_not_for_ever);
    TEST_LIST_ADD(&list, agent_is_busy_meanwhile);
    TEST_LIST_ADD(&list, own_phone_is_in);
    TEST_LIST_ADD(&list, pin_may_be_asked_always);
    TEST_LIST_ADD(&list, colleagues_hear_their_queues_box);
    TEST_LIST_ADD(&list, pin_is_nowhere);
    TEST_LIST_ADD(&list, wrong_pins_lock_the_box);
    TEST_LIST_ADD(&list, lock_has_an_end);
    TEST_LIST_ADD(&list, wrong_numbers_lock_the_phone);
    TEST_LIST_ADD(&list, a_right_pin_unlocks_one_box);
    TEST_LIST_ADD(&list, greetings_are_the_boxs_own);
    TEST_LIST_ADD(&list, a_greeting_is_recorded_in_a_language);
    TEST_LIST_ADD(&list, a_holiday_needs_days);
    TEST_LIST_ADD(&list, too_short_is_said_again);
    TEST_LIST_ADD(&list, takes_go_with_their_call);
    TEST_LIST_ADD(&list, calls_back);
    TEST_LIST_ADD(&list, a_colleague_is_called_back_by_console);
    TEST_LIST_ADD(&list, a_colleague_without_an_extension_is_called_back);
    TEST_LIST_ADD(&list, an_extension_that_is_gone_is_not_called);
    TEST_LIST_ADD(&list, a_caller_who_cannot_be_called_back_is_told_as_such);
    TEST_LIST_ADD(&list, whoever_does_not_pick_up_calls_nobody);
    TEST_LIST_ADD(&list, every_stage_has_an_end);
    TEST_LIST_ADD(&list, steps_have_an_end);
    TEST_LIST_ADD(&list, ends_with_the_server);
    TEST_LIST_ADD_ROWS(&list, refuses, refusal_rows);
    TEST_LIST_ADD(&list, phones_are_refused);
    return test_list_run(&list);
}
