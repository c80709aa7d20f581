/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A caller who is to be called back says when, on the keys of the phone. */

#include <string.h>

#include "core/callback.h"
#include "tests/core/callback_house.h"
#include "tests/test.h"

/* It is Thursday, 10:00 UTC and 11:00 where the callers are. */
enum { NOW_S = 10 * HOUR_S };

static void begin_with(struct story *story,
                       const struct command_set_queue *settings)
{
    static const struct zone prague = { { "Europe/Prague" },
                                        1,
                                        { { 0, INT64_C(3600000000) } } };

    callback_house_begin(story);
    assert_int_equal(core_set_zone(story->core, &prague), 0);
    callback_house_set(story, SALES, settings);
    LEAD(story, WAIT(NOW_S), JOIN(1), PRESS(1, "1"));
}

static struct command_set_queue chosen_settings(void)
{
    struct command_set_queue settings = callback_house_settings;

    settings.callback_times = true;
    strcpy(settings.callback_window.text, "9-20");
    return settings;
}

#define TYPE(a, b, c, d) PRESS(1, a), PRESS(1, b), PRESS(1, c), PRESS(1, d)
#define WHEN             PRESS(1, "1")
#define AT_A_TIME        WHEN, PRESS(1, "2")
#define BOOKED                                                                 \
    "callback_answered callback_asked queue_left announcement_began +play"

static const struct way_row {
    const char *says;
    struct command steps[MAX_STEPS];
    const char *wrote; /* by the last step */
    const char *heard; /* the prompt, or the text, of it; NULL: none */
    int due_s; /* it is booked for then; 0: it is not; NOW_S: in turn; -1: ... and in line */
} way_rows[] = {
    { "whose number is known is asked when",
      { WHEN },
      "callback_went_on +play",
      "callback_when",
      0 },
    { "one is in turn",
      { WHEN, PRESS(1, "1") },
      BOOKED,
      "callback_booked",
      NOW_S },
    { "two is for a time, which is typed",
      { AT_A_TIME },
      "callback_went_on +play",
      "callback_time",
      0 },
    { "its fourth digit has it said",
      { AT_A_TIME, TYPE("1", "4", "3", "0") },
      "callback_went_on +say",
      "{call_today:14:30}",
      0 },
    { "... and one confirms it, by the clock there",
      { AT_A_TIME, TYPE("1", "4", "3", "0"), PRESS(1, "1") },
      BOOKED,
      "callback_agreed",
      13 * HOUR_S + 30 * MINUTE_S },
    { "three digits and hash are a time as well",
      { AT_A_TIME, PRESS(1, "1"), PRESS(1, "4"), PRESS(1, "3"), PRESS(1, "#") },
      "callback_went_on +play",
      "callback_time_closed",
      0 },
    { "... so are three and silence",
      { AT_A_TIME, PRESS(1, "9"), PRESS(1, "3"), PRESS(1, "0"), WAIT(5) },
      "callback_went_on +say",
      "{call_tomorrow:09:30}",
      0 },
    { "an hour that is past is tomorrow's, and said to be",
      { AT_A_TIME, TYPE("1", "0", "0", "0") },
      "callback_went_on +say",
      "{call_tomorrow:10:00}",
      0 },
    { "... and booked for then",
      { AT_A_TIME, TYPE("1", "0", "0", "0"), PRESS(1, "1") },
      BOOKED,
      "callback_agreed",
      DAY_S + 9 * HOUR_S },
    { "two types another one",
      { AT_A_TIME, TYPE("1", "0", "0", "0"), PRESS(1, "2"),
        TYPE("1", "4", "3", "0") },
      "callback_went_on +say",
      "{call_today:14:30}",
      0 },
    { "what is no time is asked for again",
      { AT_A_TIME, TYPE("2", "5", "0", "0") },
      "callback_went_on +play",
      "callback_time_wrong",
      0 },
    { "... so are minutes that there are not",
      { AT_A_TIME, TYPE("1", "2", "6", "0") },
      "callback_went_on +play",
      "callback_time_wrong",
      0 },
    { "... and too few digits",
      { AT_A_TIME, PRESS(1, "1"), PRESS(1, "#") },
      "callback_went_on +play",
      "callback_time_wrong",
      0 },
    { "a time outside the hours is told to be",
      { AT_A_TIME, TYPE("2", "0", "0", "0") },
      "callback_went_on +play",
      "callback_time_closed",
      0 },
    { "... and asked for again",
      { AT_A_TIME, TYPE("2", "0", "0", "0"), TYPE("1", "9", "5", "9") },
      "callback_went_on +say",
      "{call_today:19:59}",
      0 },
    { "what makes no sense three times keeps the place",
      { AT_A_TIME, PRESS(1, "1"), PRESS(1, "#"), PRESS(1, "#"), PRESS(1, "#") },
      BOOKED,
      "callback_booked",
      NOW_S },
    { "so does another key than those that are offered",
      { WHEN, PRESS(1, "7"), PRESS(1, "7"), PRESS(1, "7") },
      BOOKED,
      "callback_booked",
      NOW_S },
    { "whoever does not say when is called in turn",
      { WHEN, PROMPT_ENDS(false), WAIT(10) },
      "callback_answered callback_asked queue_left announcement_began "
      "callback_began contact_queued +play",
      "callback_booked",
      -1 },
    { "... nor confirms a time",
      { AT_A_TIME, TYPE("1", "4", "3", "0"), PRESS(1, "7"), PRESS(1, "7"),
        PRESS(1, "7") },
      BOOKED,
      "callback_booked",
      NOW_S },
    { "without a voice a time cannot be confirmed",
      { AT_A_TIME, TYPE("1", "4", "3", "0"), SAID(true) },
      BOOKED,
      "callback_booked",
      NOW_S },
    { "star is no",
      { AT_A_TIME, PRESS(1, "*") },
      "callback_answered +play_music",
      NULL,
      0 },
};

static const char *last_heard(const struct story *story)
{
    const struct effect *last;

    if (!story->outbox.effect_count)
        return "";
    last = &story->outbox.effects[story->outbox.effect_count - 1];
    return last->type == EFFECT_SAY ? last->text.text : last->prompt.text;
}

static void goes_its_way(void **state)
{
    const struct way_row *row = *state;
    const struct command_set_queue settings = chosen_settings();
    struct story story;

    begin_with(&story, &settings);
    callback_house_lead(&story, row->steps, MAX_STEPS);
    callback_house_expect(&story, row->wrote);
    if (row->heard)
        assert_string_equal(last_heard(&story), row->heard);
    if (row->due_s < 0)
        assert_int_equal(callback_of(&story, 1)->state, CALLBACK_IN_LINE);
    else if (row->due_s)
        assert_int_equal(callback_of(&story, 1)->due_us, AT(row->due_s));
    else
        assert_null(callback_of(&story, 1));
    story_end(&story);
}

/* Who is to wait for a time waits in no line until then, and overtakes nobody
   who does; in turn, the place is kept. */
static void a_chosen_time_has_its_place_from_then_on(void **state)
{
    (void)state;
    const struct command_set_queue settings = chosen_settings();
    static const struct command chosen[] = { AT_A_TIME,
                                             TYPE("1", "4", "3", "0"),
                                             PRESS(1, "1") };
    struct story story;

    begin_with(&story, &settings);
    LEAD(&story, WHEN, PRESS(1, "1"), WAIT(0));
    assert_true(callback_of(&story, 1)->since_us <= story.now_us);
    assert_int_not_equal(callback_of(&story, 1)->since_us, 0);
    story_end(&story);

    begin_with(&story, &settings);
    callback_house_lead(&story, chosen, sizeof(chosen) / sizeof(chosen[0]));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(callback_of(&story, 1)->since_us, 0);
    LEAD(&story, WAIT(3 * HOUR_S + 30 * MINUTE_S));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_IN_LINE);
    assert_int_equal(callback_of(&story, 1)->since_us, story.now_us);
    story_end(&story);
}

/* The same caller is to be called back already, and calls again. */
#define AGAIN_AT_A_TIME                                                        \
    JOIN(2), PRESS(3, "1"), PRESS(3, "1"), PRESS(3, "2"), PRESS(3, "1"),       \
        PRESS(3, "4"), PRESS(3, "3"), PRESS(3, "0"), PRESS(3, "1")
#define CALLED_BACK_IN_TURN WHEN, PRESS(1, "1"), CALLER_HANGS_UP(1), WAIT(0)

/* What stood in line for it is not dialled before that time. */
static void whoever_chooses_a_time_is_not_called_at_once(void **state)
{
    (void)state;
    const struct command_set_queue settings = chosen_settings();
    struct story story;
    uint64_t in_line;

    begin_with(&story, &settings);
    LEAD(&story, CALLED_BACK_IN_TURN);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_IN_LINE);
    in_line = callback_of(&story, 1)->contact_id;
    LEAD(&story, AGAIN_AT_A_TIME);
    assert_string_equal(last_heard(&story), "callback_agreed");
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(callback_of(&story, 1)->due_us,
                     AT(13 * HOUR_S + 30 * MINUTE_S));
    assert_null(callback_of(&story, 2));
    assert_null(contact_of(&story, in_line));

    LEAD(&story, CALLER_HANGS_UP(3), READY(ANN), WAIT(HOUR_S));
    assert_int_equal(desk_of(&story, ANN)->contact_id, 0);
    LEAD(&story, WAIT(2 * HOUR_S + 30 * MINUTE_S));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_IN_LINE);
    assert_int_not_equal(desk_of(&story, ANN)->contact_id, 0);
    story_end(&story);
}

/* ... nor promised a time when it is too late for one. */
static void whoever_is_being_dialled_is_promised_no_time(void **state)
{
    (void)state;
    const struct command_set_queue settings = chosen_settings();
    struct story story;

    begin_with(&story, &settings);
    LEAD(&story, CALLED_BACK_IN_TURN, READY(ANN), ANSWERED(EFFECT_RING));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_CALLING);
    LEAD(&story, AGAIN_AT_A_TIME);
    assert_string_equal(last_heard(&story), "callback_booked");
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_CALLING);
    assert_null(callback_of(&story, 2));
    story_end(&story);
}

/* Nobody is asked what would not be kept. */
static const struct unasked_row {
    const char *says;
    const char *numbers, *caller;
    bool times;
} unasked_rows[] = {
    { "a queue that lets nobody choose asks nobody when", "+420", "+42021",
      false },
    { "nor is a number asked that may go by several clocks", "+1",
      "+12125550100", true },
};

static void asks_nobody_when(void **state)
{
    const struct unasked_row *row = *state;
    struct command_set_queue settings = callback_house_settings;
    struct command arrives = ARRIVES(2, "+42021");
    static const struct command trunk = {
        COMMAND_SET_TRUNK, .as.set_trunk = { .name = { "t2" },
                                             .address = { "192.0.2.2:5060" },
                                             .max_channels = 30,
                                             .outbound = true,
                                             .prefixes = { "+1" },
                                             .preference = 1 }
    };
    struct story story;

    settings.callback_times = row->times;
    memset(&settings.callback_numbers, 0, sizeof(settings.callback_numbers));
    strcpy(settings.callback_numbers.text, row->numbers);
    strcpy(arrives.as.contact_arrives.caller.text, row->caller);
    begin_with(&story, &settings);
    story_lead(&story, &trunk, 1);
    LEAD(&story, arrives, CONNECTED, PRESS(2, "1"), PRESS(2, "1"));
    assert_int_equal(contact_of(&story, 2)->callback_stage,
                     CALLBACK_STAGE_NONE);
    assert_non_null(callback_of(&story, 1));
    story_end(&story);
}

/* A number that was typed is asked, too, and is what is booked: by the clock of
   the house, which is UTC's, for it says nothing of where it is. */
static void a_typed_number_has_a_time(void **state)
{
    (void)state;
    struct command_set_queue settings = chosen_settings();
    static const char keys[] = "12#";
    struct story story;

    settings.callback_numbers = (struct label){ "12 +420" };
    begin_with(&story, &settings);
    LEAD(&story, PRESS(1, "2"));
    for (const char *key = keys; *key; key++) {
        struct command press = PRESS(1, "0");

        press.as.press_digit.digit.text[0] = *key;
        LEAD(&story, press);
    }
    LEAD(&story, PRESS(1, "1"));
    assert_string_equal(last_heard(&story), "callback_when");
    LEAD(&story, PRESS(1, "2"), TYPE("1", "4", "3", "0"), PRESS(1, "1"));
    assert_string_equal(callback_of(&story, 1)->number.text, "12");
    assert_int_equal(callback_of(&story, 1)->due_us,
                     AT(14 * HOUR_S + 30 * MINUTE_S));
    story_end(&story);
}

/* Closed meanwhile: it is refused as if it had been typed then. */
static void a_time_that_is_closed_meanwhile_is_refused(void **state)
{
    (void)state;
    const struct command_set_queue settings = chosen_settings();
    struct story story;

    begin_with(&story, &settings);
    LEAD(&story, AT_A_TIME, TYPE("1", "4", "3", "0"), CLOSE_QUEUE(SALES, 0, 0),
         PRESS(1, "1"));
    assert_string_equal(last_heard(&story), "callback_time_closed");
    assert_null(callback_of(&story, 1));
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, goes_its_way, way_rows);
    TEST_LIST_ADD(&list, a_chosen_time_has_its_place_from_then_on);
    TEST_LIST_ADD(&list, whoever_chooses_a_time_is_not_called_at_once);
    TEST_LIST_ADD(&list, whoever_is_being_dialled_is_promised_no_time);
    TEST_LIST_ADD_ROWS(&list, asks_nobody_when, unasked_rows);
    TEST_LIST_ADD(&list, a_typed_number_has_a_time);
    TEST_LIST_ADD(&list, a_time_that_is_closed_meanwhile_is_refused);
    return test_list_run(&list);
}
