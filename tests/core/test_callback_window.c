/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nobody is called back outside the hours of the clock there. */

#include "core/callback_window.h"

#include <string.h>

#include "core/callback.h"
#include "tests/core/callback_house.h"
#include "tests/test.h"

/* Reading. */

static const struct text_row {
    const char *says; /* the text */
    int from, until;  /* minutes; 0, 0: it is none */
} text_rows[] = {
    { "09:00-20:00", 540, 1200 },
    { "9-20", 540, 1200 },
    { "09:30-10", 570, 600 },
    { "00:00-24:00", 0, 1440 },
    { "23:59-24", 1439, 1440 },
    { "", 0, 0 },
    { "20-9", 0, 0 },
    { "22:00-06:00", 0, 0 },
    { "09:00-09:00", 0, 0 },
    { "9", 0, 0 },
    { "9-", 0, 0 },
    { "-9", 0, 0 },
    { "9-25", 0, 0 },
    { "9-24:01", 0, 0 },
    { "9:60-10", 0, 0 },
    { "9:5-10", 0, 0 },
    { "009-10", 0, 0 },
    { "9-20 ", 0, 0 },
    { "9 - 20", 0, 0 },
    { "9-20-21", 0, 0 },
    { "nine", 0, 0 },
};

static void reads_hours_of_a_day(void **state)
{
    const struct text_row *row = *state;
    struct callback_window window = { 0, 0 };

    assert_int_equal(callback_window_read(row->says, &window), row->until > 0);
    assert_int_equal(window.from, row->from);
    assert_int_equal(window.until, row->until);
}

/* Opening. */

#define HOUR_US INT64_C(3600000000)

/* Of the tz database: Madrid's clock goes forward on 29 March 2026 and back on
   25 October, both at 01:00 UTC. The others as they are in summer. */
static const struct zone zones[] = {
    { { "Europe/Madrid" },
      3,
      { { INT64_C(1761440400000000), HOUR_US },
        { INT64_C(1774746000000000), 2 * HOUR_US },
        { INT64_C(1792890000000000), HOUR_US } } },
    { { "America/St_Johns" }, 1, { { 0, -5 * HOUR_US / 2 } } },
    { { "Pacific/Honolulu" }, 1, { { 0, -10 * HOUR_US } } },
    { { "" }, 1, { { 0, 3 * HOUR_US } } }, /* the house's */
};

#define MADRID  "+34612555018"
#define AMERICA "+12125550100"

/* A moment of 2026, UTC. */
struct when {
    int month, day, hour, minute;
};

static const struct opens_row {
    const char *says;
    const char *text, *number;
    struct when from, opens;
} opens_rows[] = {
    { "before them it is waited for them",
      "09:00-20:00",
      MADRID,
      { 1, 15, 6, 30 },
      { 1, 15, 8, 0 } },
    { "they begin with their first minute",
      "09:00-20:00",
      MADRID,
      { 1, 15, 8, 0 },
      { 1, 15, 8, 0 } },
    { "within them nobody waits",
      "09:00-20:00",
      MADRID,
      { 1, 15, 13, 7 },
      { 1, 15, 13, 7 } },
    { "their last minute is one of them",
      "09:00-20:00",
      MADRID,
      { 1, 15, 18, 59 },
      { 1, 15, 18, 59 } },
    { "with their end they are over until the next day",
      "09:00-20:00",
      MADRID,
      { 1, 15, 19, 0 },
      { 1, 16, 8, 0 } },
    { "a number is read with 00 as with +",
      "09:00-20:00",
      "0034612555018",
      { 1, 15, 6, 30 },
      { 1, 15, 8, 0 } },
    { "a whole day never ends",
      "0-24",
      MADRID,
      { 1, 15, 23, 0 },
      { 1, 15, 23, 0 } },
    { "no hours are any hour", "", MADRID, { 1, 15, 2, 0 }, { 1, 15, 2, 0 } },
    { "the night on which the clock goes forward is an hour shorter",
      "09:00-20:00",
      MADRID,
      { 3, 28, 20, 0 },
      { 3, 29, 7, 0 } },
    { "the night on which it goes back is an hour longer",
      "09:00-20:00",
      MADRID,
      { 10, 24, 20, 0 },
      { 10, 25, 8, 0 } },
    { "hours within the hour that there is not are not on that day",
      "02:15-02:45",
      MADRID,
      { 3, 28, 12, 0 },
      { 3, 30, 0, 15 } },
    { "... and those that begin in it begin after it",
      "02:15-09:00",
      MADRID,
      { 3, 28, 12, 0 },
      { 3, 29, 1, 0 } },
    { "hours within the hour that comes twice come twice",
      "02:15-02:45",
      MADRID,
      { 10, 25, 0, 50 },
      { 10, 25, 1, 15 } },
    { "where nobody knows its clock, the house's counts",
      "09:00-20:00",
      "612555018",
      { 7, 15, 5, 0 },
      { 7, 15, 6, 0 } },
    { "... also where the zone's data is missing",
      "09:00-20:00",
      "+420555",
      { 7, 15, 5, 0 },
      { 7, 15, 6, 0 } },
    { "a country with several clocks is called when it is early enough in the"
      " west",
      "09:00-20:00",
      AMERICA,
      { 7, 15, 12, 0 },
      { 7, 15, 19, 0 } },
    { "... and not yet too late in the east",
      "09:00-20:00",
      AMERICA,
      { 7, 15, 22, 30 },
      { 7, 16, 19, 0 } },
    { "... between the two it is called",
      "09:00-20:00",
      AMERICA,
      { 7, 15, 22, 29 },
      { 7, 15, 22, 29 } },
    { "... and by the house's clock where it never is both",
      "09:00-12:00",
      AMERICA,
      { 7, 15, 12, 0 },
      { 7, 16, 6, 0 } },
};

static int64_t moment_us(const struct when *when)
{
    int64_t days = days_of_date(2026, when->month, when->day);

    return ((days * 24 + when->hour) * 60 + when->minute) * INT64_C(60000000);
}

static void opens_by_the_clock_there(void **state)
{
    const struct opens_row *row = *state;
    struct rule_book *book = NULL;

    assert_int_equal(rule_book_new(&book), 0);
    for (size_t i = 0; i < sizeof(zones) / sizeof(zones[0]); i++)
        assert_int_equal(rule_book_set_zone(book, &zones[i]), 0);
    assert_int_equal(callback_window_opens_us(book, row->text, row->number,
                                              moment_us(&row->from)),
                     moment_us(&row->opens));
    rule_book_free(book);
}

/* Callbacks. It is Thursday, 00:00 UTC; SALES calls numbers of a country whose
   clock is an hour ahead, from 9 to 20. */

static void begin(struct story *story, const char *text)
{
    static const struct zone prague = { { "Europe/Prague" },
                                        1,
                                        { { 0, HOUR_US } } };
    struct command_set_queue settings = callback_house_settings;

    callback_house_begin(story);
    assert_int_equal(core_set_zone(story->core, &prague), 0);
    memcpy(settings.callback_window.text, text, strlen(text));
    settings.callback_expiry_ms = 4 * HOUR_S * INT64_C(1000);
    callback_house_set(story, SALES, &settings);
}

static void wait_until(struct story *story, int64_t seconds)
{
    story_wait(story, AT(seconds) - state_wall_us(core_state(story->core),
                                                  story->now_us));
}

static const struct waits_row {
    const char *says;
    const char *text;
    struct command steps[MAX_STEPS];
    int due_s;     /* it waits for that hour there; 0: it does not */
    int expires_s; /* is given up then */
} waits_rows[] = {
    { "it waits for the hours, and that takes nothing of its time",
      "9-20",
      { WAIT(6 * HOUR_S), BOOK("+420555", 0), WAIT(0) },
      8 * HOUR_S,
      12 * HOUR_S },
    { "... until the next day, when they are over",
      "9-20",
      { WAIT(20 * HOUR_S), BOOK("+420555", 0), WAIT(0) },
      32 * HOUR_S,
      36 * HOUR_S },
    { "within the hours it stands in line",
      "9-20",
      { WAIT(8 * HOUR_S), BOOK("+420555", 0), WAIT(0) },
      0,
      12 * HOUR_S },
    { "a queue without hours calls at night",
      "",
      { WAIT(2 * HOUR_S), BOOK("+420555", 0), WAIT(0) },
      0,
      6 * HOUR_S },
    { "a time outside the hours is taken, and waits when it comes",
      "9-20",
      { WAIT(8 * HOUR_S), BOOK("+420555", AT(19 * HOUR_S)), WAIT(11 * HOUR_S) },
      32 * HOUR_S,
      36 * HOUR_S },
    { "so is one to which it is changed",
      "9-20",
      { WAIT(8 * HOUR_S), BOOK("+420555", 0), WAIT(0),
        CHANGE(1, AT(19 * HOUR_S), 0), WAIT(11 * HOUR_S) },
      32 * HOUR_S,
      36 * HOUR_S },
    { "who waited on the phone waits for the hours as well",
      "9-20",
      { WAIT(6 * HOUR_S), JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0) },
      8 * HOUR_S,
      12 * HOUR_S },
    { "one that stands in line when they end goes back when its turn comes,"
      " with what is left of its time",
      "9-20",
      { WAIT(18 * HOUR_S), BOOK("+420555", 0), WAIT(2 * HOUR_S), READY(ANN) },
      32 * HOUR_S,
      34 * HOUR_S },
    { "a queue closed at night opens it no sooner",
      "9-20",
      { CLOSE_QUEUE(SALES, 0, 0), WAIT(HOUR_S), BOOK("+420555", 0),
        WAIT(HOUR_S), OPEN_QUEUE(SALES), WAIT(0) },
      8 * HOUR_S,
      12 * HOUR_S },
    { "... nor does one that was closed while it waited",
      "9-20",
      { BOOK("+420555", 0), WAIT(HOUR_S), CLOSE_QUEUE(SALES, 0, 0),
        WAIT(HOUR_S), OPEN_QUEUE(SALES), WAIT(0) },
      8 * HOUR_S,
      12 * HOUR_S },
};

static void waits_for_the_hours_there(void **state)
{
    const struct waits_row *row = *state;
    const struct callback_row *callback;
    struct story story;

    begin(&story, row->text);
    callback_house_lead(&story, row->steps, MAX_STEPS);
    callback = callback_of(&story, 1);
    if (row->due_s) {
        assert_int_equal(callback->state, CALLBACK_WAITS);
        assert_int_equal(callback->reason, CALLBACK_WINDOW);
        assert_int_equal(callback->due_us, AT(row->due_s));
        wait_until(&story, row->due_s);
    }
    assert_int_equal(callback->state, CALLBACK_IN_LINE);
    assert_int_equal(callback->expires_us, AT(row->expires_s));
    story_end(&story);
}

static void keeps_its_place_until_they_open(void **state)
{
    (void)state;
    struct story story;

    begin(&story, "9-20");
    LEAD(&story, WAIT(6 * HOUR_S), JOIN(1), PRESS(1, "1"), PRESS(1, "1"),
         CALLER_HANGS_UP(1), WAIT(0));
    int64_t since_us = callback_of(&story, 1)->since_us;

    wait_until(&story, 7 * HOUR_S);
    LEAD(&story, ARRIVES(2, "+42021"), CONNECTED);
    wait_until(&story, 8 * HOUR_S);
    assert_int_equal(callback_of(&story, 1)->since_us, since_us);
    LEAD(&story, READY(ANN));
    assert_int_equal(
        contact_of(&story, desk_of(&story, ANN)->contact_id)->callback_id, 1);
    story_end(&story);
}

static void opens_for_many_with_one_call(void **state)
{
    (void)state;
    enum { MANY = 20 };
    struct story story;
    int rings = 0;

    begin(&story, "9-20");
    LEAD(&story, READY(ANN), WAIT(6 * HOUR_S));
    for (int i = 0; i < MANY; i++) {
        struct command book = BOOK("+420550", 0);

        book.as.ask_callback.number.text[5] = (char)('0' + i / 10);
        book.as.ask_callback.number.text[6] = (char)('0' + i % 10);
        LEAD(&story, book, WAIT(1));
    }
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    outbox_clear(&story.outbox);
    wait_until(&story, 8 * HOUR_S);
    for (size_t i = 0; i < story.outbox.effect_count; i++) {
        rings += story.outbox.effects[i].type == EFFECT_RING;
        assert_int_not_equal(story.outbox.effects[i].type, EFFECT_DIAL);
    }
    assert_int_equal(rings, 1);
    story_end(&story);
}

static void refuses_a_call_by_hand_at_night(void **state)
{
    (void)state;
    static const struct command now = CHANGE(1, 0, ANN);
    struct story story;

    begin(&story, "9-20");
    LEAD(&story, BOOK("+420555", 0), WAIT(HOUR_S));
    assert_int_equal(story_give(&story, &now), REFUSED_OUTSIDE_WINDOW);
    assert_string_equal(refusal_text(REFUSED_OUTSIDE_WINDOW)->field, "due_us");
    assert_int_equal(callback_of(&story, 1)->due_us, AT(8 * HOUR_S));
    wait_until(&story, 8 * HOUR_S);
    assert_int_equal(story_give(&story, &now), 0);
    story_end(&story);
}

/* ... unless it is told to, and only that once. */
static void calls_once_at_any_hour_when_told_to(void **state)
{
    (void)state;
    struct story story;

    begin(&story, "9-20");
    LEAD(&story, BOOK("+420555", 0), WAIT(HOUR_S), READY(ANN), CALL_ANYWAY(1),
         WAIT(0), ANSWERED(EFFECT_RING));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_CALLING);
    LEAD(&story, FAILED(EFFECT_DIAL, OFFER_BUSY), GONE(EFFECT_RELEASE),
         WAIT(10 * MINUTE_S));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(callback_of(&story, 1)->reason, CALLBACK_WINDOW);
    assert_int_equal(callback_of(&story, 1)->due_us, AT(8 * HOUR_S));
    story_end(&story);
}

static void refuses_hours_that_are_none(void **state)
{
    (void)state;
    struct command queue;
    struct story story;

    callback_house_begin(&story);
    queue = story_queue(&story, SALES);
    strcpy(queue.as.set_queue.callback_window.text, "20-9");
    assert_int_equal(story_give(&story, &queue), REFUSED_BAD_WINDOW);
    assert_string_equal(refusal_text(REFUSED_BAD_WINDOW)->field,
                        "callback_window");
    strcpy(queue.as.set_queue.callback_window.text, "9-20");
    assert_int_equal(story_give(&story, &queue), 0);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, reads_hours_of_a_day, text_rows);
    TEST_LIST_ADD_ROWS(&list, opens_by_the_clock_there, opens_rows);
    TEST_LIST_ADD_ROWS(&list, waits_for_the_hours_there, waits_rows);
    TEST_LIST_ADD(&list, keeps_its_place_until_they_open);
    TEST_LIST_ADD(&list, opens_for_many_with_one_call);
    TEST_LIST_ADD(&list, refuses_a_call_by_hand_at_night);
    TEST_LIST_ADD(&list, calls_once_at_any_hour_when_told_to);
    TEST_LIST_ADD(&list, refuses_hours_that_are_none);
    return test_list_run(&list);
}
