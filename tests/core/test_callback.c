/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers who are called back: the question, and what follows step by step. */

#include "tests/core/callback_house.h"
#include "tests/test.h"

/* A talk with Ann, and her work after it; and its end, with a wish. */
#define TALKED(call)                                                           \
    JOIN(call), READY(ANN), ANSWERED(EFFECT_RING), BRIDGED,                    \
        CALLER_HANGS_UP(1), GONE(EFFECT_RELEASE)
#define BOOK_AFTER(contact, to)                                                \
    {                                                                          \
        COMMAND_ASK_CALLBACK, .by = 2, .as.ask_callback = {                    \
            .queue_id = SALES,                                                 \
            .number = { to },                                                  \
            .contact_id = contact                                              \
        }                                                                      \
    }
#define DISPOSE_CALLING(to, at_us, is_own)                                     \
    {                                                                          \
        COMMAND_DISPOSE, .as.dispose = {                                       \
            .agent_id = ANN,                                                   \
            .disposition_id = SOLD,                                            \
            .note = { "the price" },                                           \
            .callback_number = { to },                                         \
            .callback_due_us = at_us,                                          \
            .callback_own = is_own                                             \
        }                                                                      \
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
    { "a routing rule has who calls asked once the call is answered",
      { ROUTED("", .to = TO_CALLBACK, .to_id = SALES), ARRIVES(1, "+4201"),
        CONNECTED },
      "caller_connected callback_offered +play" },
    { "... 1 keeps the place from then on",
      { ROUTED("", .to = TO_CALLBACK, .to_id = SALES), ARRIVES(1, "+4201"),
        CONNECTED, PRESS(1, "1") },
      "callback_answered callback_asked announcement_began +play" },
    { "... and who does not want it waits in that queue",
      { ROUTED("", .to = TO_CALLBACK, .to_id = SALES), ARRIVES(1, "+4201"),
        CONNECTED, PRESS(1, "*") },
      "callback_answered contact_queued +play_music" },
    { "a routing rule counts no callback among those who wait",
      { ROUTED("queue(sales).waiting == 0", .to = TO_BUSY), BOOK("+420777", 0),
        WAIT(60), ARRIVES(2, "+42021") },
      "contact_arrived contact_ended +reject" },
    { "... and whoever waits before is one of them",
      { ROUTED("queue(sales).waiting == 1", .to = TO_BUSY), JOIN(1), WAIT(60),
        ARRIVES(2, "+42021") },
      "contact_arrived contact_ended +reject" },
    { "... nor does its longest wait",
      { ROUTED("queue(sales).longest_wait < 60", .to = TO_BUSY),
        BOOK("+420777", 0), WAIT(60), ARRIVES(2, "+42021") },
      "contact_arrived contact_ended +reject" },
    { "... which is a caller's, though a callback waits for longer",
      { ROUTED("queue(sales).longest_wait == 60", .to = TO_BUSY),
        BOOK("+420777", 0), WAIT(60), JOIN(1), WAIT(60), ARRIVES(2, "+42021") },
      "contact_arrived contact_ended +reject" },
    { "a routing rule knows who is to be called back",
      { ROUTED("callback_open", .to = TO_BUSY), BOOK("+420777", AT(3 * HOUR_S)),
        ARRIVES(1, "+4201") },
      "contact_arrived contact_ended +reject" },
    { "... however the number is written",
      { ROUTED("callback_open", .to = TO_BUSY),
        BOOK("+420777", AT(3 * HOUR_S)),
        { COMMAND_CONTACT_ARRIVES, .as.contact_arrives = { 1,
                                                           TRUNK,
                                                           0,
                                                           { "00420777" },
                                                           { "" },
                                                           { "+4201" },
                                                           0 } } },
      "contact_arrived contact_ended +reject" },
    { "... and who is not",
      { ROUTED("callback_open", .to = TO_BUSY), BOOK("+420778", AT(3 * HOUR_S)),
        ARRIVES(1, "+4201") },
      "contact_arrived step_began answer_asked +answer" },
    { "... nor any more",
      { ROUTED("callback_open", .to = TO_BUSY), BOOK("+420777", AT(3 * HOUR_S)),
        CANCEL(1), ARRIVES(1, "+4201") },
      "contact_arrived step_began answer_asked +answer" },
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
    { "who is to be called tomorrow and asks for it in line comes now",
      { BOOK("+420777", AT(3 * HOUR_S)), JOIN(1), PRESS(1, "1"),
        PRESS(1, "1") },
      "callback_answered callback_changed queue_left announcement_began "
      "+play" },
    { "... and stands in that place",
      { BOOK("+420777", AT(3 * HOUR_S)), JOIN(1), PRESS(1, "1"), PRESS(1, "1"),
        WAIT(0) },
      "callback_began contact_queued" },
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
    { "... when who asked for it is erased",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0), CALLER_HANGS_UP(1),
        CHANGE(1, AT(HOUR_S), 0), ERASE(1) },
      "callback_ended person_erased" },
    { "... who stands in line for it with that",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0), CALLER_HANGS_UP(1),
        ERASE(1) },
      "callback_ended queue_left contact_ended person_erased" },
    { "... or the contact that stood in line for it last",
      { BOOK("+420555", 0), WAIT(0), CHANGE(1, AT(HOUR_S), 0), ERASE(1) },
      "callback_ended person_erased" },
    { "... but not when somebody else is erased",
      { JOIN(1), PRESS(1, "1"), CALLER_HANGS_UP(1), BOOK("+420555", 0), WAIT(0),
        ERASE(1) },
      "person_erased" },
    { "who is erased while it rings is called no further time",
      { JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0), CALLER_HANGS_UP(1),
        READY(ANN), ANSWERED(EFFECT_RING), ERASE(1),
        FAILED(EFFECT_DIAL, OFFER_BUSY) },
      "transfer_failed dialling_ended contact_ended callback_ended +release" },
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

    { "after a call whoever is to be called again is noted with the wrap-up",
      { TALKED(1), DISPOSE_CALLING("+420555", AT(HOUR_S), true) },
      "callback_asked wrap_up_ended" },
    { "... and stands in line at once when no time is given",
      { TALKED(1), DISPOSE_CALLING("+420555", 0, false), WAIT(0) },
      "callback_began contact_queued offer_made +ring" },

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

    callback_house_begin(&story);
    callback_house_lead(&story, row->steps, MAX_STEPS);
    callback_house_expect(&story, row->wrote);
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
    { "a contact that there never was",
      { JOIN(1) },
      BOOK_AFTER(2, "+420555"),
      REFUSED_NO_CONTACT },
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
    { "a number after a call that the queue does not call",
      { TALKED(1) },
      DISPOSE_CALLING("+44555", 0, true),
      REFUSED_NOT_CALLED_BACK },
    { "a time after a call, and no number",
      { TALKED(1) },
      DISPOSE_CALLING("", AT(HOUR_S), false),
      REFUSED_BAD_NUMBER },
    { "a time after a call that is past",
      { TALKED(1) },
      DISPOSE_CALLING("+420555", AT(0), false),
      REFUSED_BAD_DUE },
    { "who is going to be called back, after a call",
      { BOOK("+420555", AT(HOUR_S)), TALKED(1) },
      DISPOSE_CALLING("+420555", 0, false),
      REFUSED_CALLBACK_THERE },
    { "a wish without a wrap-up",
      { LOG_IN(ANN) },
      DISPOSE_CALLING("+420555", 0, false),
      REFUSED_NOT_WRAPPING_UP },
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

    callback_house_begin(&story);
    callback_house_lead(&story, row->steps, MAX_STEPS);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &row->command), row->refusal);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

/* Put off, it has no place before its time: else it would overtake all who
   came meanwhile. Preferred, it has the one that was kept. */
static void one_put_off_overtakes_nobody(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0));
    assert_true(callback_of(&story, 1)->since_us > 0);
    LEAD(&story, CHANGE(1, 0, 0));
    assert_true(callback_of(&story, 1)->since_us > 0);
    LEAD(&story, WAIT(0), CHANGE(1, AT(HOUR_S), 0));
    assert_int_equal(callback_of(&story, 1)->since_us, 0);
    LEAD(&story, WAIT(HOUR_S));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_IN_LINE);
    assert_true(
        contact_of(&story, callback_of(&story, 1)->contact_id)->queued_us >
        HOUR_S * (int64_t)SECOND_US / 2);
    story_end(&story);
}

/* It is of that contact, about what was written, and of that agent. */
static void is_asked_with_the_wrap_up(void **state)
{
    (void)state;
    const struct callback_row *callback;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, TALKED(1), DISPOSE_CALLING("+420555", AT(HOUR_S), true));
    callback = callback_of(&story, 1);
    assert_int_equal(callback->asked_by, 1);
    assert_int_equal(callback->agent_id, ANN);
    assert_int_equal(callback->queue_id, SALES);
    assert_int_equal(callback->due_us, AT(HOUR_S));
    assert_int_equal(callback->origin, CALLBACK_BY_PERSON);
    assert_string_equal(callback->note.text, "the price");
    story_end(&story);
}

/* Whoever begins an erasure asks before any text goes. */
static void refuses_to_erase_who_is_being_called(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0),
         CALLER_HANGS_UP(1), READY(ANN));
    assert_int_equal(core_check_erasure(story.core, 1), REFUSED_NOT);
    LEAD(&story, ANSWERED(EFFECT_RING));
    assert_int_equal(core_check_erasure(story.core, 1), REFUSED_CALLBACK_RUNS);
    LEAD(&story, FAILED(EFFECT_DIAL, OFFER_BUSY));
    assert_int_equal(core_check_erasure(story.core, 1), REFUSED_NOT);
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

    callback_house_begin(&story);
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

/* A caller who withholds the number, or whose number may not be called, is
   asked for another one at once. */
static void asks_for_a_number_that_it_may_call(void **state)
{
    (void)state;
    static const char keys[] = "00420123#";
    struct command_set_queue settings = callback_house_settings;
    struct story story;

    callback_house_begin(&story);
    settings.callback_numbers = (struct label){ "0042012 1" };
    callback_house_set(&story, SALES, &settings);
    LEAD(&story, JOIN(1), PRESS(1, "1"));
    assert_int_equal(contact_of(&story, 1)->callback_stage,
                     CALLBACK_STAGE_TYPES);
    for (const char *key = keys; *key; key++) {
        struct command press = PRESS(1, "");

        press.as.press_digit.digit.text[0] = *key;
        LEAD(&story, press);
    }
    callback_house_expect(&story,
                          "callback_went_on +play"); /* no trunk dials it */
    LEAD(&story, PRESS(1, "1"), PRESS(1, "2"), PRESS(1, "#"), PRESS(1, "1"));
    assert_string_equal(callback_of(&story, 1)->number.text, "12");
    story_end(&story);
}

/* Behind a number that was typed: what becomes of it. */
static const struct typed_row {
    const char *says;
    struct command steps[MAX_STEPS];
    const char *wrote;
    const char *number; /* of the callback; NULL: there is none */
} typed_rows[] = {
    { "it is read back", { WAIT(0) }, "", NULL },
    { "1 says that it is right",
      { PRESS(1, "1") },
      "callback_answered callback_asked queue_left announcement_began +play",
      "12" },
    { "... after it was heard, too",
      { SAID(false), PRESS(1, "1") },
      "callback_answered callback_asked queue_left announcement_began +play",
      "12" },
    { "2 is for another one",
      { PRESS(1, "2") },
      "callback_went_on +play",
      NULL },
    { "... of which nothing is left",
      { PRESS(1, "2"), PRESS(1, "1"), PRESS(1, "3"), PRESS(1, "#"),
        PRESS(1, "1") },
      "callback_answered callback_asked queue_left announcement_began +play",
      "13" },
    { "star goes on waiting",
      { PRESS(1, "*") },
      "callback_answered +play_music",
      NULL },
    { "another key has it read again",
      { PRESS(1, "7") },
      "callback_went_on +say",
      NULL },
    { "... as has silence",
      { SAID(false), WAIT(10) },
      "callback_went_on +say",
      NULL },
    { "... but not for ever",
      { PRESS(1, "7"), SAID(false), WAIT(10), PRESS(1, "#") },
      "callback_answered +play_music",
      NULL },
    { "where no voice can read it, it is as it was typed",
      { SAID(true) },
      "callback_answered callback_asked queue_left announcement_began +play",
      "12" },
    { "whoever hangs up has abandoned",
      { CALLER_HANGS_UP(1) },
      "queue_left contact_ended",
      NULL },
};

static void a_typed_number_is_read_back(void **state)
{
    const struct typed_row *row = *state;
    struct command_set_queue settings = callback_house_settings;
    const struct effect *last;
    struct story story;

    callback_house_begin(&story);
    settings.callback_numbers = (struct label){ "12 13 +420" };
    callback_house_set(&story, SALES, &settings);
    LEAD(&story, JOIN(1), PRESS(1, "1"), PRESS(1, "2"), PRESS(1, "1"),
         PRESS(1, "2"), PRESS(1, "#"));
    callback_house_expect(&story, "callback_went_on +say");
    last = &story.outbox.effects[story.outbox.effect_count - 1];
    assert_string_equal(last->text.text, "{typed_waiting:12}");
    callback_house_lead(&story, row->steps, MAX_STEPS);
    callback_house_expect(&story, row->wrote);
    if (row->number)
        assert_string_equal(callback_of(&story, 1)->number.text, row->number);
    else
        assert_null(callback_of(&story, 1));
    story_end(&story);
}

/* What may not be called any more when it is confirmed is not. */
static void a_number_that_is_barred_meanwhile_is_not_booked(void **state)
{
    (void)state;
    struct command_set_queue settings = callback_house_settings;
    struct story story;

    callback_house_begin(&story);
    settings.callback_numbers = (struct label){ "12 +420" };
    callback_house_set(&story, SALES, &settings);
    LEAD(&story, JOIN(1), PRESS(1, "1"), PRESS(1, "2"), PRESS(1, "1"),
         PRESS(1, "2"), PRESS(1, "#"));
    callback_house_set(&story, SALES, &callback_house_settings);
    LEAD(&story, PRESS(1, "1"));
    callback_house_expect(&story, "callback_answered +play_music");
    assert_null(callback_of(&story, 1));
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, goes_its_way, way_rows);
    TEST_LIST_ADD_ROWS(&list, refuses, refused_rows);
    TEST_LIST_ADD(&list, one_put_off_overtakes_nobody);
    TEST_LIST_ADD(&list, is_asked_with_the_wrap_up);
    TEST_LIST_ADD(&list, refuses_to_erase_who_is_being_called);
    TEST_LIST_ADD_ROWS(&list, refuses_settings, setting_rows);
    TEST_LIST_ADD(&list, asks_for_a_number_that_it_may_call);
    TEST_LIST_ADD_ROWS(&list, a_typed_number_is_read_back, typed_rows);
    TEST_LIST_ADD(&list, a_number_that_is_barred_meanwhile_is_not_booked);
    return test_list_run(&list);
}
