/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers who are called back: the question, the place, the tries, the end. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/core/story.h"
#include "tests/test.h"

enum { MAX_STEPS = 12, MINUTE_S = 60, HOUR_S = 3600, DAY_S = 86400 };

/* clang-format off */
#define RULE(...) \
    { COMMAND_SET_QUEUE_RULE, \
      .as.set_queue_rule = { .name = { "back" }, .queue_id = SALES, \
                             .target = TO_CALLBACK, __VA_ARGS__ } }
#define CALENDAR(...) \
    { COMMAND_SET_CALENDAR, \
      .as.set_calendar = { .name = { "hours" }, .zone = { "UTC" }, __VA_ARGS__ } }
#define JOIN(call) ARRIVES(call, "+42021"), CONNECTED
#define BOOK(to, at_us) \
    { COMMAND_ASK_CALLBACK, .by = 2, \
      .as.ask_callback = { .queue_id = SALES, .number = { to }, \
                           .due_us = at_us } }
#define CHANGE(id, at_us, agent) \
    { COMMAND_CHANGE_CALLBACK, .as.change_callback = { id, at_us, agent } }
#define CANCEL(id) { COMMAND_CANCEL_CALLBACK, .as.cancel_callback = { id } }
#define READY(agent) LOG_IN(agent), AVAILABLE(agent)
#define AT(seconds) (WALL_US + (seconds) * (int64_t)SECOND_US)
/* Lets time pass: no command has this user. */
#define WAIT(seconds) \
    { .type = COMMAND_NOTE_TRACE, .by = 999, .as.note_trace = { (uint64_t)(seconds), 0 } }
/* clang-format on */

/* SALES calls back numbers of its country, three times at most. */
static const struct command_set_queue calling = {
    .callback_numbers = { "+420" },
    .callback_tries = 3,
    .callback_retry_ms = 600000,
    .callback_expiry_ms = DAY_S * INT64_C(1000),
};

static void call_back_for(struct story *story, uint64_t queue_id,
                          const struct command_set_queue *settings)
{
    struct command queue = story_queue(story, queue_id);
    struct command_set_queue *set = &queue.as.set_queue;

    set->callback_numbers = settings->callback_numbers;
    set->callback_tries = settings->callback_tries;
    set->callback_retry_ms = settings->callback_retry_ms;
    set->callback_expiry_ms = settings->callback_expiry_ms;
    set->callback_calendar_id = settings->callback_calendar_id;
    story_lead(story, &queue, 1);
}

static void call_back(struct story *story,
                      const struct command_set_queue *settings)
{
    call_back_for(story, SALES, settings);
}

static void step(struct story *story, const struct command *command)
{
    if (command->by == 999)
        story_wait(story,
                   (int64_t)command->as.note_trace.contact_id * SECOND_US);
    else
        assert_int_equal(story_give(story, command), 0);
}

static void lead(struct story *story, const struct command *steps, size_t most)
{
    for (size_t i = 0; i < most && (i == 0 || steps[i].type); i++) {
        outbox_clear(&story->outbox);
        step(story, &steps[i]);
    }
}

#define LEAD(story, ...)                                                       \
    lead(story, (const struct command[]){ __VA_ARGS__ },                       \
         sizeof((const struct command[]){ __VA_ARGS__ }) /                     \
             sizeof(struct command))

static void begin(struct story *story)
{
    static const struct command key =
        RULE(.cause = RULE_KEY, .moment = RULE_WHILE_WAITING, .key = { "1" });

    story_begin(story);
    call_back(story, &calling);
    story_lead(story, &key, 1);
}

static void expect(const struct story *story, const char *expected)
{
    static char text[STORY_TEXT_SIZE];

    story_summary(&story->outbox, text);
    assert_string_equal(text, expected);
}

static const struct callback_row *row_of(const struct story *story, uint64_t id)
{
    return state_callback(core_state(story->core), id);
}

/* What the last step wrote. */
static const struct way_row {
    const char *says;
    struct command steps[MAX_STEPS];
    const char *wrote;
} way_rows[] = {
    /* the question */
    { "a key asks for a callback; the caller keeps waiting meanwhile",
      { JOIN(1), PRESS(1, "1") },
      "callback_offered +play" },
    { "1 is for the number that calls: the place is kept, the line let go",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "1") },
      "callback_answered callback_asked queue_left announcement_began "
      "+play" },
    { "... and stood in, at once",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0) },
      "callback_began contact_queued" },
    { "... once the caller has heard so",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0), PROMPT_ENDS(false) },
      "contact_ended +hang_up" },
    { "star goes on waiting, with music",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "*") },
      "callback_answered +play_music" },
    { "and the key asks again",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "*"), PRESS(1, "1") },
      "callback_offered +play" },
    { "another key has the question put again",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "7") },
      "callback_went_on +play" },
    { "but not for ever",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "7"), PRESS(1, "7"), PRESS(1, "7") },
      "callback_answered +play_music" },
    { "after the question there is time for a key",
      { JOIN(1), PRESS(1, "1"), PROMPT_ENDS(false) },
      "callback_went_on" },
    { "... and whoever says nothing goes on waiting",
      { JOIN(1), PRESS(1, "1"), PROMPT_ENDS(false), WAIT(10) },
      "callback_answered +play_music" },
    { "... as does who cannot hear it",
      { JOIN(1), PRESS(1, "1"), PROMPT_ENDS(true) },
      "callback_answered +play_music" },
    { "2 is for another number",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "2") },
      "callback_went_on +play" },
    { "... typed key by key",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "2"), PRESS(1, "9") },
      "callback_went_on +stop_play" },
    { "... and not called when it may not be",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "2"), PRESS(1, "9"), PRESS(1, "#") },
      "callback_went_on +play" },
    { "... nor without a number",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "2"), PRESS(1, "#") },
      "callback_went_on +play" },
    { "... the end of which silence is, too",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "2"), PRESS(1, "9"), WAIT(5) },
      "callback_went_on +play" },
    { "an agent who is free takes the caller from the question",
      { JOIN(1), PRESS(1, "1"), READY(ANN), ANSWERED(EFFECT_RING) },
      "offer_taken queue_left +bridge" },
    { "the caller who hangs up in the question has abandoned",
      { JOIN(1), PRESS(1, "1"), CALLER_HANGS_UP(1) },
      "queue_left contact_ended" },
    { "whoever is moved is asked no longer",
      { JOIN(1), PRESS(1, "1"), MOVE(1, HELP, 50), WAIT(30) },
      "" },

    /* the call */
    { "an agent who is free is offered it in its turn",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0), CALLER_HANGS_UP(1),
        LOG_IN(ANN), AVAILABLE(ANN) },
      "agent_state_changed offer_made +ring" },
    { "... and picks up before anybody is dialled",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0), CALLER_HANGS_UP(1),
        READY(ANN), ANSWERED(EFFECT_RING) },
      "callback_dialled queue_left +dial +ring_back" },
    { "who answers is joined",
      { BOOK("+420555", 0), WAIT(0), READY(ANN), ANSWERED(EFFECT_RING),
        DIALLED_ANSWERS(50) },
      "dialling_answered +bridge" },
    { "... and then it is over",
      { BOOK("+420555", 0), WAIT(0), READY(ANN), ANSWERED(EFFECT_RING),
        DIALLED_ANSWERS(50), BRIDGED },
      "talk_began callback_ended" },
    { "... and forgotten a day later",
      { BOOK("+420555", 0), WAIT(0), READY(ANN), ANSWERED(EFFECT_RING),
        DIALLED_ANSWERS(50), BRIDGED, LOG_OUT(ANN), HANG_UP(ANN),
        GONE(EFFECT_RELEASE), GONE(EFFECT_HANG_UP), WAIT(DAY_S) },
      "wrap_up_ended callback_forgotten" },
    { "who is busy is called again later, in the same place",
      { BOOK("+420555", 0), WAIT(0), READY(ANN), ANSWERED(EFFECT_RING),
        FAILED(EFFECT_DIAL, OFFER_BUSY) },
      "transfer_failed dialling_ended contact_ended callback_postponed "
      "+release" },
    { "... in ten minutes",
      { BOOK("+420555", 0), WAIT(0), READY(ANN), ANSWERED(EFFECT_RING),
        FAILED(EFFECT_DIAL, OFFER_BUSY), GONE(EFFECT_RELEASE), LOG_OUT(ANN),
        WAIT(10 * MINUTE_S) },
      "callback_began contact_queued" },
    { "an agent who hangs up while it rings has tried",
      { BOOK("+420555", 0), WAIT(0), READY(ANN), ANSWERED(EFFECT_RING),
        HUNG_UP(EFFECT_RING) },
      "transfer_failed dialling_ended contact_ended callback_postponed "
      "+stop_ringing" },
    { "an agent who does not pick up leaves it in its place",
      { BOOK("+420555", 0), WAIT(0), READY(ANN), WAIT(20) },
      "offer_ended +stop_ringing" },
    { "... and who rejects it",
      { BOOK("+420555", 0), WAIT(0), READY(ANN),
        FAILED(EFFECT_RING, OFFER_BUSY) },
      "offer_ended" },
    { "a phone that says to call another one is not asked for numbers",
      { BOOK("+420555", 0), WAIT(0), READY(ANN),
        REDIRECTED(EFFECT_RING, "+420556") },
      "offer_ended" },

    /* times */
    { "one that is asked for at a time is in no line before",
      { BOOK("+420555", AT(HOUR_S)) },
      "callback_asked" },
    { "... and then it is",
      { BOOK("+420555", AT(HOUR_S)), WAIT(HOUR_S) },
      "callback_began contact_queued" },
    { "... sooner, when the clock is set to that time",
      { BOOK("+420555", AT(HOUR_S)), SET_CLOCK(AT(HOUR_S)), WAIT(1) },
      "callback_began contact_queued" },
    { "it is put off, out of its line",
      { BOOK("+420555", 0), WAIT(0), CHANGE(1, AT(HOUR_S), 0) },
      "callback_changed queue_left contact_ended" },
    { "it is preferred",
      { BOOK("+420555", AT(HOUR_S)), CHANGE(1, 0, 0), WAIT(0) },
      "callback_began contact_queued" },
    { "it is cancelled",
      { BOOK("+420555", AT(HOUR_S)), CANCEL(1) },
      "callback_ended" },
    { "... in its line",
      { BOOK("+420555", 0), WAIT(0), CANCEL(1) },
      "callback_ended queue_left contact_ended" },
    { "... by who ends what stands there for it",
      { BOOK("+420555", 0), WAIT(0), END_CONTACT(1) },
      "queue_left contact_ended callback_ended" },
    { "in a day it is given up",
      { BOOK("+420555", 0), WAIT(0), WAIT(DAY_S) },
      "callback_ended queue_left contact_ended" },
    { "a queue that is closed calls nobody back",
      { CLOSE_QUEUE(SALES, 0, AT(HOUR_S)), BOOK("+420555", 0), WAIT(0) },
      "callback_postponed" },
    { "... before it is open",
      { CLOSE_QUEUE(SALES, 0, AT(HOUR_S)), BOOK("+420555", 0), WAIT(0),
        WAIT(HOUR_S) },
      "night_ended callback_began contact_queued" },
    { "... and one that closes, nobody who stands in its line",
      { BOOK("+420555", 0), WAIT(0), CLOSE_QUEUE(SALES, 0, 0), LOG_IN(ANN),
        AVAILABLE(ANN) },
      "agent_state_changed queue_left contact_ended callback_postponed" },

    /* people */
    { "an agent who is to call is offered it alone",
      { READY(BOB), LOG_IN(ANN), BOOK("+420555", 0), WAIT(0), CHANGE(1, 0, ANN),
        WAIT(0) },
      "callback_began contact_queued" },
    { "... if there",
      { READY(BOB), BOOK("+420555", AT(HOUR_S)), CHANGE(1, 0, ANN), WAIT(0) },
      "callback_began contact_queued offer_made" },
};

static void goes_its_way(void **state)
{
    const struct way_row *row = *state;
    struct story story;

    begin(&story);
    lead(&story, row->steps, MAX_STEPS);
    expect(&story, row->wrote);
    story_end(&story);
}

static const struct refused_row {
    const char *says;
    struct command steps[MAX_STEPS];
    struct command command;
    enum refusal refusal;
} refused_rows[] = {
    { "there is no such queue",
      { LOG_IN(ANN) },
      { COMMAND_ASK_CALLBACK,
        .as.ask_callback = { .queue_id = 9, .number = { "+420555" } } },
      REFUSED_NO_QUEUE },
    { "a queue that calls nobody back",
      { LOG_IN(ANN) },
      { COMMAND_ASK_CALLBACK,
        .as.ask_callback = { .queue_id = HELP, .number = { "+420555" } } },
      REFUSED_NOT_CALLED_BACK },
    { "no number", { LOG_IN(ANN) }, BOOK("", 0), REFUSED_BAD_NUMBER },
    { "no number at all",
      { LOG_IN(ANN) },
      BOOK("Jana", 0),
      REFUSED_BAD_NUMBER },
    { "a number that the queue does not call",
      { LOG_IN(ANN) },
      BOOK("+44555", 0),
      REFUSED_NOT_CALLED_BACK },
    { "an emergency number",
      { LOG_IN(ANN) },
      BOOK("112", 0),
      REFUSED_TO_EMERGENCY },
    { "a premium number",
      { LOG_IN(ANN) },
      BOOK("+420900123456", 0),
      REFUSED_NUMBER_BARRED },
    { "a time that is past",
      { LOG_IN(ANN) },
      BOOK("+420555", AT(0)),
      REFUSED_BAD_DUE },
    { "a time too far away",
      { LOG_IN(ANN) },
      BOOK("+420555", AT(91 * (int64_t)DAY_S)),
      REFUSED_BAD_DUE },
    { "who is going to be called back already",
      { BOOK("+420555", 0), WAIT(0) },
      BOOK("+420555", AT(HOUR_S)),
      REFUSED_CALLBACK_THERE },
    { "no such agent",
      { BOOK("+420555", 0), WAIT(0) },
      CHANGE(1, 0, 9),
      REFUSED_NO_AGENT },
    { "no such callback",
      { LOG_IN(ANN) },
      CHANGE(1, 0, 0),
      REFUSED_NO_CALLBACK },
    { "no such callback to cancel",
      { LOG_IN(ANN) },
      CANCEL(1),
      REFUSED_NO_CALLBACK },
    { "one that is over",
      { BOOK("+420555", 0), WAIT(0), CANCEL(1) },
      CANCEL(1),
      REFUSED_CALLBACK_OVER },
    { "one that is over, to another time",
      { BOOK("+420555", 0), WAIT(0), CANCEL(1) },
      CHANGE(1, AT(HOUR_S), 0),
      REFUSED_CALLBACK_OVER },
    { "one that is being called",
      { BOOK("+420555", 0), WAIT(0), READY(ANN), ANSWERED(EFFECT_RING) },
      CANCEL(1),
      REFUSED_CALLBACK_RUNS },
    { "the queue of a callback is removed",
      { BOOK("+420555", AT(HOUR_S)) },
      { COMMAND_REMOVE_QUEUE, .as.remove_queue = { SALES, 2 } },
      REFUSED_IN_USE },
    { "a key of a callback that nobody hears",
      { BOOK("+420555", 0), WAIT(0) },
      PRESS(1, "1"),
      REFUSED_NOT_ASKED },
    { "the queue of a callback is replaced by one that calls nobody back",
      { BOOK("+420555", AT(HOUR_S)) },
      REPLACE(SALES, 2, HELP),
      REFUSED_HEIR_CALLS_NOBODY },
    { "who waits for a queue that calls nobody back is not sent to be asked",
      { ARRIVES(1, "+42021"), CONNECTED, MOVE(1, HELP, 50) },
      WITHDRAW(1, TO_CALLBACK, 0, ""),
      REFUSED_NOT_CALLED_BACK },
    { "a callback is moved to a queue that does not call its number",
      { BOOK("+420555", 0), WAIT(0) },
      MOVE(1, HELP, 50),
      REFUSED_NOT_CALLED_BACK },
    { "a callback does not hang up",
      { BOOK("+420555", 0), WAIT(0) },
      CALLER_HANGS_UP(1),
      REFUSED_NOT_ASKED },
};

static void refuses(void **state)
{
    const struct refused_row *row = *state;
    struct story story;

    begin(&story);
    lead(&story, row->steps, MAX_STEPS);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &row->command), row->refusal);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

static const struct setting_row {
    const char *says;
    struct command_set_queue settings;
    enum refusal refusal;
    const char *field;
} setting_rows[] = {
    { "numbers that are none",
      { .callback_numbers = { "Jana" } },
      REFUSED_BAD_CALLED_BACK,
      "callback_numbers" },
    { "hours of no calendar",
      { .callback_numbers = { "+420" }, .callback_calendar_id = 9 },
      REFUSED_NO_BACK_CALENDAR,
      "callback_calendar_id" },
    { "nobody's list of those never called",
      { .callback_numbers = { "+420" }, .callback_never_id = 9 },
      REFUSED_NO_NEVER_LIST,
      "callback_never_id" },
};

static void refuses_settings(void **state)
{
    const struct setting_row *row = *state;
    struct command queue;
    struct command_set_queue *set = &queue.as.set_queue;
    struct story story;

    begin(&story);
    queue = story_queue(&story, SALES);
    set->callback_numbers = row->settings.callback_numbers;
    set->callback_calendar_id = row->settings.callback_calendar_id;
    set->callback_never_id = row->settings.callback_never_id;
    assert_int_equal(story_give(&story, &queue), row->refusal);
    assert_string_equal(refusal_text(row->refusal)->field, row->field);
    assert_non_null(record_field(command_record(COMMAND_SET_QUEUE),
                                 refusal_text(row->refusal)->field));
    story_end(&story);
}

/* Nobody overtakes: who asked to be called back is offered in the place that
   was kept, between those who came before and after. */
static void keeps_its_place(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, JOIN(1));
    story_wait(&story, SECOND_US);
    LEAD(&story, JOIN(2));
    story_wait(&story, SECOND_US);
    LEAD(&story, JOIN(3));
    LEAD(&story, PRESS(2, "1"), PRESS(2, "1"), CALLER_HANGS_UP(2), WAIT(0));
    assert_int_equal(row_of(&story, 1)->contact_id, 4);

    LEAD(&story, READY(ANN));
    assert_int_equal(desk_of(&story, ANN)->contact_id, 1);
    LEAD(&story, READY(BOB));
    assert_int_equal(desk_of(&story, BOB)->contact_id, 4);
    LEAD(&story, REJECT(ANN), GONE(EFFECT_STOP_RINGING));
    assert_int_equal(contact_of(&story, 4)->queued_us,
                     contact_of(&story, 3)->queued_us - SECOND_US);
    story_end(&story);
}

/* ... also when the server was down meanwhile. */
static void keeps_it_through_a_restart(void **state)
{
    (void)state;
    struct story story;
    int64_t since_us;

    begin(&story);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    since_us = contact_of(&story, 1)->queued_us;
    story_wait(&story, HOUR_S * (int64_t)SECOND_US);
    LEAD(&story, START(story.now_us), WAIT(1));
    assert_int_equal(row_of(&story, 1)->state, CALLBACK_IN_LINE);
    assert_int_equal(row_of(&story, 1)->tries, 0);
    assert_int_equal(contact_of(&story, 2)->queued_us, since_us);
    story_end(&story);
}

static void try_in_vain(struct story *story)
{
    LEAD(story, READY(ANN), ANSWERED(EFFECT_RING),
         FAILED(EFFECT_DIAL, OFFER_NO_ANSWER), GONE(EFFECT_RELEASE),
         LOG_OUT(ANN));
}

static void gives_up_after_its_tries(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    try_in_vain(&story);
    assert_int_equal(row_of(&story, 1)->due_us,
                     state_wall_us(core_state(story.core), story.now_us) +
                         600 * (int64_t)SECOND_US);
    story_wait(&story, 600 * (int64_t)SECOND_US);
    try_in_vain(&story);
    assert_int_equal(row_of(&story, 1)->due_us,
                     state_wall_us(core_state(story.core), story.now_us) +
                         1200 * (int64_t)SECOND_US);
    story_wait(&story, 1200 * (int64_t)SECOND_US);
    assert_int_equal(row_of(&story, 1)->state, CALLBACK_IN_LINE);
    try_in_vain(&story);
    assert_int_equal(row_of(&story, 1)->state, CALLBACK_UNREACHED);
    assert_int_equal(row_of(&story, 1)->tries, 3);
    assert_int_equal(state_tally(core_state(story.core), SALES)->callbacks_lost,
                     1);
    story_end(&story);
}

/* It is Thursday, 00:00 UTC. */
static void calls_in_the_hours_of_its_calendar(void **state)
{
    (void)state;
    struct story story;
    static const struct command hours =
        CALENDAR(.hours = { "thu 09:15-10:00" });
    struct command_set_queue settings = calling;

    begin(&story);
    story_lead(&story, &hours, 1);
    settings.callback_calendar_id = 1;
    call_back(&story, &settings);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    expect(&story, "callback_postponed");
    assert_int_equal(row_of(&story, 1)->due_us, AT(9 * HOUR_S + 900));
    story_wait(&story, (9 * HOUR_S + 900) * (int64_t)SECOND_US);
    assert_int_equal(row_of(&story, 1)->state, CALLBACK_IN_LINE);
    story_wait(&story, HOUR_S * (int64_t)SECOND_US);
    LEAD(&story, READY(ANN));
    assert_int_equal(row_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(row_of(&story, 1)->reason, CALLBACK_HOURS);
    story_end(&story);
}

/* A caller who withholds the number, or whose number may not be called, is
   asked for another one at once. */
static void asks_for_a_number_that_it_may_call(void **state)
{
    (void)state;
    static const char keys[] = "00420123#";
    struct command_set_queue settings = calling;
    struct story story;

    begin(&story);
    settings.callback_numbers = (struct label){ "0042012 1" };
    call_back(&story, &settings);
    LEAD(&story, JOIN(1), PRESS(1, "1"));
    assert_int_equal(contact_of(&story, 1)->callback_stage,
                     CALLBACK_STAGE_TYPES);
    for (const char *key = keys; *key; key++) {
        struct command press = PRESS(1, "");

        press.as.press_digit.digit.text[0] = *key;
        LEAD(&story, press);
    }
    expect(&story, "callback_went_on +play"); /* no trunk dials it */
    LEAD(&story, PRESS(1, "1"), PRESS(1, "2"), PRESS(1, "#"));
    assert_string_equal(row_of(&story, 1)->number.text, "12");
    story_end(&story);
}

/* Sixty callers, one a second, of whom every second one hangs up to be called
   back: one agent gets all of them in the order in which they came. */
static void lets_nobody_overtake(void **state)
{
    (void)state;
    enum { CALLERS = 60 };
    struct story story;

    begin(&story);
    for (int i = 0; i < CALLERS; i++) {
        struct command arrives = ARRIVES((uint64_t)i + 1, "+42021");
        uint64_t id =
            (uint64_t)state_system(core_state(story.core))->contacts + 1;

        snprintf(arrives.as.contact_arrives.caller.text,
                 sizeof(arrives.as.contact_arrives.caller.text), "+420%03d", i);
        LEAD(&story, arrives, CONNECTED);
        if (i % 2)
            LEAD(&story, PRESS(id, "1"), PRESS(id, "1"), CALLER_HANGS_UP(id),
                 WAIT(0));
        story_wait(&story, SECOND_US);
    }

    LEAD(&story, READY(ANN));
    for (int i = 0; i < CALLERS; i++) {
        const struct contact_row *contact =
            contact_of(&story, desk_of(&story, ANN)->contact_id);
        char caller[16];

        snprintf(caller, sizeof(caller), "+420%03d", i);
        assert_string_equal(contact->caller.text, caller);
        assert_int_equal(contact->callback_id != 0, i % 2);
        LEAD(&story, ANSWERED(EFFECT_RING));
        if (i % 2)
            LEAD(&story, DIALLED_ANSWERS(100 + (uint64_t)i));
        LEAD(&story, BRIDGED, HANG_UP(ANN), GONE(EFFECT_RELEASE), WAIT(30));
    }
    story_end(&story);
}

/* The list is the queue's; its numbers are those of a country. */
static void calls_nobody_who_is_never_called(void **state)
{
    (void)state;
    static const char digest[] =
        "1111111111111111111111111111111111111111111111111111111111111111";
    static const struct command
        list = { COMMAND_SET_CALLER_LIST,
                 .as.set_caller_list = {
                     .name = { "never" },
                     .country = { "420" },
                     .numbers = 1,
                     .digest = { "1111111111111111111111111111111111"
                                 "111111111111111111111111111111" } } };
    static const struct command asked = BOOK("+420555123", 0);
    struct command queue;
    struct caller_list *numbers =
        calloc(1, sizeof(*numbers) + sizeof(numbers->numbers[0]));
    struct story story;

    assert_non_null(numbers);
    memcpy(numbers->digest, digest, sizeof(digest));
    numbers->count = 1;
    numbers->numbers[0] = UINT64_C(420555123);
    begin(&story);
    assert_int_equal(core_add_list(story.core, numbers), 0);
    free(numbers);
    story_lead(&story, &list, 1);
    LEAD(&story, asked, WAIT(0));
    queue = story_queue(&story, SALES);
    queue.as.set_queue.callback_never_id = 1;
    story_lead(&story, &queue, 1);

    /* who stands in line already is not called either */
    LEAD(&story, READY(ANN));
    assert_int_equal(row_of(&story, 1)->state, CALLBACK_BARRED);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    assert_int_equal(story_give(&story, &asked), REFUSED_NEVER_CALLED);
    story_end(&story);
}

/* The agent, whose phone says to call another number instead: the queue's own
   rights are asked, and it has none for that. */
static void follows_no_number_to_another(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, BOOK("+420555", 0), READY(ANN), ANSWERED(EFFECT_RING),
         REDIRECTED(EFFECT_DIAL, "+44556"));
    assert_int_equal(row_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(row_of(&story, 1)->reason, CALLBACK_NOT_REACHED);
    story_end(&story);
}

static void forgets_whom_it_may_not_know(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0),
         CALLER_HANGS_UP(1), ERASE(1), READY(ANN));
    assert_string_equal(row_of(&story, 1)->number.text, "");
    assert_int_equal(row_of(&story, 1)->state, CALLBACK_BARRED);
    story_end(&story);
}

/* A node of a flow asks, and each answer has a way of its own. */
static void lead_to_node(struct story *story)
{
    static struct flow_program program = {
        .node_count = 3,
        .nodes = { { .name = { "back" },
                     .type = NODE_CALLBACK,
                     .as.callback_node = { .queue_id = SALES, .priority = 7 },
                     .exits = { [STEP_DONE] = 1,
                                [STEP_OTHER] = 2,
                                [STEP_ERROR] = FLOW_EXIT_NONE } },
                   { .name = { "booked" },
                     .type = NODE_WAIT,
                     .as.wait_node.for_ms = 60000,
                     .exits = { [STEP_DONE] = FLOW_EXIT_NONE } },
                   { .name = { "not" },
                     .type = NODE_WAIT,
                     .as.wait_node.for_ms = 60000,
                     .exits = { [STEP_DONE] = FLOW_EXIT_NONE } } },
    };
    struct command set = { .type = COMMAND_SET_FLOW };

    memset(program.digest.text, 'b', 64);
    begin(story);
    assert_int_equal(core_add_program(story->core, &program), 0);
    memcpy(&set.as, state_flow(core_state(story->core), MAIN),
           sizeof(set.as.set_flow));
    set.as.set_flow.digest = program.digest;
    story_lead(story, &set, 1);
    LEAD(story, ARRIVES(1, "+4201"), CONNECTED);
}

static void a_flow_asks(void **state)
{
    (void)state;
    struct story story;

    lead_to_node(&story);
    expect(&story, "caller_connected step_began callback_offered +play");
    LEAD(&story, PRESS(1, "1"));
    expect(&story, "callback_answered callback_asked step_ended step_began "
                   "+stop_play");
    assert_int_equal(contact_of(&story, 1)->node, 1);
    assert_int_equal(row_of(&story, 1)->priority, 7);
    assert_int_equal(row_of(&story, 1)->origin, CALLBACK_BY_FLOW);
    story_end(&story);

    lead_to_node(&story);
    LEAD(&story, PRESS(1, "*"));
    assert_int_equal(contact_of(&story, 1)->node, 2);
    assert_null(row_of(&story, 1));
    story_end(&story);
}

/* The queue of the node is gone: the flow asks for the one in its place. */
static void a_flow_asks_for_the_heir(void **state)
{
    (void)state;
    struct story story;

    lead_to_node(&story);
    LEAD(&story, CALLER_HANGS_UP(1));
    call_back_for(&story, HELP, &calling);
    LEAD(&story, REPLACE(SALES, 2, HELP), ARRIVES(2, "+4201"), CONNECTED,
         PRESS(2, "1"));
    assert_int_equal(row_of(&story, 1)->queue_id, HELP);
    story_end(&story);
}

/* Whom a queue was to call back its heir does: who asked, who is being asked;
   and a time can be changed. */
static void the_heir_calls_back(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    call_back_for(&story, HELP, &calling);
    LEAD(&story, BOOK("+420555", AT(HOUR_S)), REPLACE(SALES, 2, HELP));
    assert_int_equal(row_of(&story, 1)->queue_id, HELP);
    LEAD(&story, CHANGE(1, 0, 0), WAIT(0));
    expect(&story, "callback_began contact_queued");
    assert_int_equal(contact_of(&story, 1)->queue_id, HELP);
    story_end(&story);

    lead_to_node(&story);
    call_back_for(&story, HELP, &calling);
    LEAD(&story, REPLACE(SALES, 2, HELP), PRESS(1, "1"));
    assert_int_equal(row_of(&story, 1)->queue_id, HELP);
    story_end(&story);
}

/* ... and gives who hung up, and calls again, the place. */
static void the_heir_keeps_places(void **state)
{
    (void)state;
    struct command queue;
    struct story story;
    int64_t since_us;

    begin(&story);
    for (uint64_t id = SALES; id <= HELP; id++) {
        queue = story_queue(&story, id);
        queue.as.set_queue.resume_ms = 600000;
        story_lead(&story, &queue, 1);
    }
    LEAD(&story, JOIN(1));
    since_us = contact_of(&story, 1)->queued_us;
    LEAD(&story, WAIT(30), CALLER_HANGS_UP(1), REPLACE(SALES, 3, HELP),
         JOIN(2));
    assert_int_equal(contact_of(&story, 2)->queue_id, HELP);
    assert_int_equal(contact_of(&story, 2)->queued_us, since_us);
    story_end(&story);
}

/* A queue that would keep the caller too long asks before; who says no waits
   all the same. */
static void a_way_out_asks(void **state)
{
    (void)state;
    static const struct command estimate = {
        COMMAND_SET_QUEUE_RULE, .as.set_queue_rule = { .name = { "long" },
                                                       .queue_id = SALES,
                                                       .cause = RULE_ESTIMATE,
                                                       .estimate_ms = 1000,
                                                       .target = TO_CALLBACK }
    };
    struct story story;

    begin(&story);
    story_lead(&story, &estimate, 1);
    LEAD(&story, JOIN(1), JOIN(2));
    expect(&story, "caller_connected step_began step_ended queue_diverted "
                   "callback_offered +play");
    LEAD(&story, PRESS(2, "*"));
    expect(&story, "callback_answered contact_queued +play_music");
    story_end(&story);
}

/* ... also where the queue calls nobody back: then nothing is asked. */
static void a_way_out_without_callbacks_joins(void **state)
{
    (void)state;
    static const struct command estimate = {
        COMMAND_SET_QUEUE_RULE, .as.set_queue_rule = { .name = { "long" },
                                                       .queue_id = SALES,
                                                       .cause = RULE_ESTIMATE,
                                                       .estimate_ms = 1000,
                                                       .target = TO_CALLBACK }
    };
    struct command_set_queue nobody = calling;
    struct story story;

    begin(&story);
    story_lead(&story, &estimate, 1);
    memset(&nobody.callback_numbers, 0, sizeof(nobody.callback_numbers));
    call_back(&story, &nobody);
    LEAD(&story, JOIN(1), JOIN(2));
    expect(&story, "caller_connected step_began step_ended queue_diverted "
                   "contact_queued +play_music");
    assert_int_equal(contact_of(&story, 2)->queue_id, SALES);
    story_end(&story);
}

/* Where the other queue calls the number, a callback is moved. */
static void a_callback_is_moved(void **state)
{
    (void)state;
    static const struct command move = MOVE(1, HELP, 50);
    struct command_set_queue abroad = calling;
    struct story story;

    abroad.callback_numbers = (struct label){ "+44" };
    begin(&story);
    call_back_for(&story, HELP, &abroad);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    assert_int_equal(story_give(&story, &move), REFUSED_NOT_CALLED_BACK);
    call_back_for(&story, HELP, &calling);
    LEAD(&story, move);
    assert_int_equal(row_of(&story, 1)->queue_id, HELP);
    story_end(&story);
}

/* ... and so does one in which the longest wait is over, again and again. */
static void the_longest_wait_asks(void **state)
{
    (void)state;
    static const struct command waited = { COMMAND_SET_QUEUE_RULE,
                                           .as.set_queue_rule = {
                                               .name = { "waited" },
                                               .queue_id = SALES,
                                               .cause = RULE_WAITED,
                                               .moment = RULE_WHILE_WAITING,
                                               .target = TO_CALLBACK } };
    struct command queue;
    struct story story;

    begin(&story);
    queue = story_queue(&story, SALES);
    queue.as.set_queue.max_wait_ms = 120000;
    story_lead(&story, &queue, 1);
    story_lead(&story, &waited, 1);
    LEAD(&story, JOIN(1), WAIT(120));
    expect(&story, "callback_offered +play");
    LEAD(&story, PRESS(1, "*"), WAIT(120));
    expect(&story, "callback_offered +play");
    assert_true(contact_of(&story, 1)->in_line);
    story_end(&story);
}

static void wait_at_most(struct story *story, int64_t seconds)
{
    struct command queue = story_queue(story, SALES);

    queue.as.set_queue.max_wait_ms = seconds * 1000;
    story_lead(story, &queue, 1);
}

/* Another longest wait is not for callbacks, nor for who is being asked. */
static void another_wait_is_for_the_others(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    wait_at_most(&story, 5);
    assert_int_equal(contact_of(&story, 1)->overflow_due_us, 0);
    LEAD(&story, WAIT(60));
    assert_true(contact_of(&story, 1)->in_line);
    story_end(&story);

    begin(&story);
    wait_at_most(&story, 10);
    LEAD(&story, JOIN(1), PRESS(1, "1"));
    int64_t due_us = contact_of(&story, 1)->overflow_due_us;

    wait_at_most(&story, 20);
    assert_int_equal(contact_of(&story, 1)->overflow_due_us, due_us);
    story_end(&story);
}

/* However long it takes to say where: then it is over at once. */
static void nobody_overflows_who_is_asked(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    wait_at_most(&story, 10);
    LEAD(&story, JOIN(1), PRESS(1, "1"));
    for (int i = 0; i < 2; i++)
        LEAD(&story, WAIT(25), PRESS(1, "7"));
    LEAD(&story, WAIT(25));
    assert_true(contact_of(&story, 1)->in_line);
    assert_int_equal(contact_of(&story, 1)->callback_stage,
                     CALLBACK_STAGE_ASKS);
    LEAD(&story, PRESS(1, "*"), WAIT(0));
    assert_false(contact_of(&story, 1)->in_line);
    story_end(&story);
}

/* ... nor does a rule lead away meanwhile. */
static void nobody_is_led_away_who_is_asked(void **state)
{
    (void)state;
    static const struct command closed = { COMMAND_SET_QUEUE_RULE,
                                           .as.set_queue_rule = {
                                               .name = { "night" },
                                               .queue_id = SALES,
                                               .cause = RULE_CLOSED,
                                               .moment = RULE_WHILE_WAITING,
                                               .target = TO_HANG_UP } };
    struct story story;

    begin(&story);
    story_lead(&story, &closed, 1);
    LEAD(&story, JOIN(1), PRESS(1, "1"), CLOSE_QUEUE(SALES, 0, 0), WAIT(1));
    assert_true(contact_of(&story, 1)->in_line);
    LEAD(&story, PRESS(1, "*"), WAIT(0));
    assert_false(contact_of(&story, 1)->in_line);
    story_end(&story);
}

/* What SALES plays to those who wait: a notice, and a comfort after 10 s. */
static void play(struct story *story, const char *notice)
{
    struct command queue = story_queue(story, SALES);
    struct command_set_queue *set = &queue.as.set_queue;

    set->recording = RECORD_ALL;
    memcpy(set->notice.text, notice, strlen(notice));
    memcpy(set->comfort.text, "comfort", sizeof("comfort"));
    set->comfort_first_ms = 10000;
    set->comfort_every_ms = 60000;
    story_lead(story, &queue, 1);
}

/* ... nor who hears what must be heard. */
static void nobody_overflows_who_hears_the_notice(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    play(&story, "notice");
    wait_at_most(&story, 10);
    LEAD(&story, JOIN(1), WAIT(20));
    assert_true(contact_of(&story, 1)->hears_notice);
    LEAD(&story, PROMPT_ENDS(false), WAIT(0));
    assert_false(contact_of(&story, 1)->in_line);
    story_end(&story);
}

/* The question cuts short what is told, and is not itself cut short by it; the
   notice that the talk is recorded is heard to its end. */
static void says_one_thing_at_a_time(void **state)
{
    (void)state;
    static const struct command key = PRESS(1, "1");
    struct story story;

    begin(&story);
    play(&story, "");
    LEAD(&story, JOIN(1), WAIT(10));
    expect(&story, "hearing_began +play");
    LEAD(&story, PRESS(1, "1"));
    expect(&story, "hearing_ended callback_offered +play_music +play");
    LEAD(&story, PRESS(1, "*"), WAIT(60));
    expect(&story, "hearing_began +play");
    story_end(&story);

    begin(&story);
    play(&story, "");
    LEAD(&story, JOIN(1), PRESS(1, "1"), WAIT(10));
    expect(&story, "hearing_planned");
    LEAD(&story, PRESS(1, "*"), WAIT(10));
    expect(&story, "hearing_began +play");
    story_end(&story);

    begin(&story);
    play(&story, "notice");
    LEAD(&story, JOIN(1));
    assert_true(contact_of(&story, 1)->hears_notice);
    assert_int_equal(story_give(&story, &key), REFUSED_NOT_ASKED);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, goes_its_way, way_rows);
    TEST_LIST_ADD_ROWS(&list, refuses, refused_rows);
    TEST_LIST_ADD_ROWS(&list, refuses_settings, setting_rows);
    TEST_LIST_ADD(&list, keeps_its_place);
    TEST_LIST_ADD(&list, keeps_it_through_a_restart);
    TEST_LIST_ADD(&list, gives_up_after_its_tries);
    TEST_LIST_ADD(&list, calls_in_the_hours_of_its_calendar);
    TEST_LIST_ADD(&list, asks_for_a_number_that_it_may_call);
    TEST_LIST_ADD(&list, lets_nobody_overtake);
    TEST_LIST_ADD(&list, a_flow_asks);
    TEST_LIST_ADD(&list, a_flow_asks_for_the_heir);
    TEST_LIST_ADD(&list, the_heir_calls_back);
    TEST_LIST_ADD(&list, the_heir_keeps_places);
    TEST_LIST_ADD(&list, a_way_out_asks);
    TEST_LIST_ADD(&list, a_way_out_without_callbacks_joins);
    TEST_LIST_ADD(&list, a_callback_is_moved);
    TEST_LIST_ADD(&list, the_longest_wait_asks);
    TEST_LIST_ADD(&list, another_wait_is_for_the_others);
    TEST_LIST_ADD(&list, nobody_overflows_who_is_asked);
    TEST_LIST_ADD(&list, nobody_overflows_who_hears_the_notice);
    TEST_LIST_ADD(&list, nobody_is_led_away_who_is_asked);
    TEST_LIST_ADD(&list, says_one_thing_at_a_time);
    TEST_LIST_ADD(&list, calls_nobody_who_is_never_called);
    TEST_LIST_ADD(&list, follows_no_number_to_another);
    TEST_LIST_ADD(&list, forgets_whom_it_may_not_know);
    return test_list_run(&list);
}
