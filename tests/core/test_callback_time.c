/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callbacks are given up once their queue was open for long enough. */

#include <stdio.h>
#include <string.h>

#include "core/callback.h"
#include "tests/core/callback_house.h"
#include "tests/test.h"

/* What was journalled while time passed. */
static struct {
    int events, prolonged, wakes;
} seen;

/* Lets time pass as on a server that runs: each deadline in its moment. */
static void live(struct story *story, int64_t us)
{
    int64_t end_us = story->now_us + us, next_us;

    while ((next_us = core_next_wake(story->core)) <= end_us) {
        if (next_us > story->now_us)
            story->now_us = next_us;
        outbox_clear(&story->outbox);
        assert_int_equal(core_wake(story->core, story->now_us, &story->outbox),
                         0);
        seen.wakes++;
        seen.events += (int)story->outbox.event_count;
        for (size_t i = 0; i < story->outbox.event_count; i++)
            seen.prolonged +=
                story->outbox.events[i].type == EVENT_CALLBACK_PROLONGED;
    }
    story->now_us = end_us;
}

/* Given up: when its queue was open for its expiry. */

enum { EXPIRY_S = 4 * HOUR_S };

/* The house calls back within four hours; those of a calendar count. */
static void begin_with_hours(struct story *story, const char *hours)
{
    memset(&seen, 0, sizeof(seen));

    struct command calendar = CALENDAR(.hours = { "" });
    struct command_set_queue settings = callback_house_settings;

    callback_house_begin(story);
    (void)snprintf(calendar.as.set_calendar.hours.text,
                   sizeof(calendar.as.set_calendar.hours.text), "%s", hours);
    story_lead(story, &calendar, 1);
    settings.callback_calendar_id = *hours ? 1 : 0;
    settings.callback_expiry_ms = EXPIRY_S * INT64_C(1000);
    callback_house_set(story, SALES, &settings);
}

/* Thursday 00:00 is 0. */
static const struct expiry_row {
    const char *says;
    const char *hours;
    struct command steps[MAX_STEPS];
    int asked_s; /* so the story begins */
    int expires_s;
} expiry_rows[] = {
    { "it is given up so long after its time",
      "",
      { BOOK("+420555", AT(HOUR_S)) },
      0,
      5 * HOUR_S },
    { "no hour counts before the queue opens",
      "thu 09:00-17:00",
      { BOOK("+420555", 0) },
      6 * HOUR_S,
      13 * HOUR_S },
    { "nor between closing and opening",
      "thu-fri 09:00-17:00",
      { BOOK("+420555", 0) },
      16 * HOUR_S,
      DAY_S + 12 * HOUR_S },
    { "nor over lunch",
      "thu 09:00-12:00 13:00-17:00",
      { BOOK("+420555", 0) },
      10 * HOUR_S,
      15 * HOUR_S },
    { "a part of a quarter counts as such",
      "thu 09:00-17:00",
      { BOOK("+420555", 0) },
      10 * HOUR_S + 7 * MINUTE_S,
      14 * HOUR_S + 7 * MINUTE_S },
    { "nor before a time at which it is wanted",
      "thu 09:00-17:00",
      { BOOK("+420555", AT(11 * HOUR_S)) },
      6 * HOUR_S,
      15 * HOUR_S },
    { "... which may be changed",
      "thu 09:00-17:00",
      { BOOK("+420555", AT(8 * HOUR_S)), CHANGE(1, AT(12 * HOUR_S), 0) },
      6 * HOUR_S,
      16 * HOUR_S },
    { "what ends with the hours ends there, not a day later",
      "thu-fri 09:00-13:00",
      { BOOK("+420555", 0) },
      6 * HOUR_S,
      13 * HOUR_S },
    { "... on another day as well",
      "thu-fri 09:00-11:00",
      { BOOK("+420555", 0) },
      6 * HOUR_S,
      DAY_S + 11 * HOUR_S },
    { "a queue that hardly ever opens gives up in a month",
      "sun 00:00-00:15",
      { BOOK("+420555", 0) },
      0,
      31 * DAY_S },
    { "... counted from the time at which it is wanted",
      "sun 00:00-00:15",
      { BOOK("+420555", AT(DAY_S)) },
      0,
      32 * DAY_S },
    { "the night switch's end is known beforehand",
      "",
      { CLOSE_QUEUE(SALES, 0, AT(3 * HOUR_S)), BOOK("+420555", 0) },
      HOUR_S,
      7 * HOUR_S },
    { "... and the hours after it",
      "thu 09:00-17:00",
      { CLOSE_QUEUE(SALES, 0, AT(10 * HOUR_S)), BOOK("+420555", 0) },
      6 * HOUR_S,
      14 * HOUR_S },
};

static void is_given_up_in_open_hours(void **state)
{
    const struct expiry_row *row = *state;
    struct story story;

    begin_with_hours(&story, row->hours);
    live(&story, row->asked_s * (int64_t)SECOND_US);
    callback_house_lead(&story, row->steps, MAX_STEPS);
    assert_int_equal(callback_of(&story, 1)->expires_us, AT(row->expires_s));
    live(&story, (row->expires_s - row->asked_s) * (int64_t)SECOND_US - 1);
    assert_false(callback_is_over(callback_of(&story, 1)));
    live(&story, 1);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_EXPIRED);
    story_end(&story);
}

/* Given up after 4 h that are open; the one asked for last is meant. */
static const struct night_row {
    const char *says;
    struct command steps[MAX_STEPS];
    int gone_s;
} night_rows[] = {
    { "closed later, the rest counts from the opening",
      { BOOK("+420555", 0), WAIT(HOUR_S), CLOSE_QUEUE(SALES, 0, 0),
        WAIT(5 * HOUR_S), OPEN_QUEUE(SALES) },
      9 * HOUR_S },
    { "... and is left when its time would be over while it is closed",
      { BOOK("+420555", 0), WAIT(3 * HOUR_S), CLOSE_QUEUE(SALES, 0, 0),
        WAIT(2 * HOUR_S), WAIT(3 * HOUR_S), OPEN_QUEUE(SALES) },
      9 * HOUR_S },
    { "... that comes by itself",
      { BOOK("+420555", 0), WAIT(HOUR_S),
        CLOSE_QUEUE(SALES, 0, AT(6 * HOUR_S)) },
      9 * HOUR_S },
    { "... or sooner than was said",
      { BOOK("+420555", 0), CLOSE_QUEUE(SALES, 0, AT(6 * HOUR_S)), WAIT(HOUR_S),
        OPEN_QUEUE(SALES) },
      5 * HOUR_S },
    { "what was closed before its time takes nothing of it",
      { BOOK("+420555", AT(2 * HOUR_S)), CLOSE_QUEUE(SALES, 0, 0), WAIT(HOUR_S),
        OPEN_QUEUE(SALES) },
      6 * HOUR_S },
    { "closed when its time comes, it counts from the opening",
      { BOOK("+420555", AT(2 * HOUR_S)), CLOSE_QUEUE(SALES, 0, 0),
        WAIT(3 * HOUR_S), OPEN_QUEUE(SALES) },
      7 * HOUR_S },
    { "asked for while it is closed, it counts from the opening",
      { CLOSE_QUEUE(SALES, 0, 0), WAIT(HOUR_S), BOOK("+420555", 0),
        WAIT(HOUR_S), OPEN_QUEUE(SALES) },
      6 * HOUR_S },
    { "... also when another one's time was stopped then",
      { BOOK("+420556", 0), WAIT(HOUR_S), CLOSE_QUEUE(SALES, 0, 0),
        WAIT(HOUR_S), BOOK("+420555", 0), WAIT(HOUR_S), OPEN_QUEUE(SALES) },
      7 * HOUR_S },
    { "... for days",
      { BOOK("+420555", 0), CLOSE_QUEUE(SALES, 0, 0), WAIT(3 * DAY_S),
        OPEN_QUEUE(SALES) },
      3 * DAY_S + 4 * HOUR_S },
    { "... of all queues",
      { BOOK("+420555", 0), WAIT(HOUR_S), CLOSE_QUEUE(0, 0, 0), WAIT(HOUR_S),
        OPEN_QUEUE(0) },
      5 * HOUR_S },
    { "... and standing in its line",
      { BOOK("+420555", 0), WAIT(0), CLOSE_QUEUE(SALES, 0, 0), WAIT(HOUR_S),
        OPEN_QUEUE(SALES) },
      5 * HOUR_S },
    { "an opening before it was asked for gives nothing",
      { CLOSE_QUEUE(SALES, 0, 0), OPEN_QUEUE(SALES), WAIT(HOUR_S),
        BOOK("+420555", 0) },
      5 * HOUR_S },
    { "nor does that of another queue",
      { BOOK("+420555", 0), CLOSE_QUEUE(HELP, 0, 0), WAIT(HOUR_S),
        OPEN_QUEUE(HELP) },
      4 * HOUR_S },
};

static void waits_for_the_night_to_end(void **state)
{
    const struct night_row *row = *state;
    struct story story;

    begin_with_hours(&story, "");
    int64_t began_us = story.now_us;

    callback_house_lead(&story, row->steps, MAX_STEPS);
    uint64_t id = (uint64_t)state_system(core_state(story.core))->callbacks;

    live(&story,
         began_us + row->gone_s * (int64_t)SECOND_US - 1 - story.now_us);
    assert_false(callback_is_over(callback_of(&story, id)));
    live(&story, 1);
    assert_int_equal(callback_of(&story, id)->state, CALLBACK_EXPIRED);
    story_end(&story);
}

/* What a caller is told of it is found by the call in which it was asked for,
   until another one stands in the line. */
static void a_longer_time_belongs_to_a_contact(void **state)
{
    (void)state;
    struct story story;
    const struct event *last;

    begin_with_hours(&story, "thu 09:00-17:00");
    LEAD(&story, JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0));
    last = &story.outbox.events[story.outbox.event_count - 1];
    assert_int_equal(last->type, EVENT_CALLBACK_POSTPONED);
    assert_int_equal(last->as.callback_postponed.contact_id, 1);
    LEAD(&story, WAIT(10 * HOUR_S), CLOSE_QUEUE(SALES, 0, AT(16 * HOUR_S)));
    outbox_clear(&story.outbox);
    story_wait(&story, 3 * HOUR_S * (int64_t)SECOND_US);
    last = &story.outbox.events[story.outbox.event_count - 1];
    assert_int_equal(last->type, EVENT_CALLBACK_PROLONGED);
    assert_int_equal(last->as.callback_prolonged.contact_id, 2);
    story_end(&story);
}

static void hours_that_are_cut_are_waited_for(void **state)
{
    (void)state;
    struct story story;
    struct command tomorrow = CALENDAR(.hours = { "fri 09:00-17:00" });

    begin_with_hours(&story, "thu 00:00-24:00");
    LEAD(&story, BOOK("+420555", 0));
    tomorrow.as.set_calendar.id = 1;
    tomorrow.as.set_calendar.version = 1;
    story_lead(&story, &tomorrow, 1);
    story_wait(&story, EXPIRY_S * (int64_t)SECOND_US);
    callback_house_expect(&story, "callback_prolonged");
    assert_int_equal(callback_of(&story, 1)->expires_us,
                     AT(DAY_S + 13 * HOUR_S));
    story_end(&story);
}

/* A switch that is used daily: what was open adds up. */
static const struct daily_row {
    const char *says;
    const char *hours;
    int open_s, closed_s; /* of each day, which begins open */
    int gone_s;
} daily_rows[] = {
    { "opened for 24 minutes a day, ten days are four hours", "", 24 * MINUTE_S,
      DAY_S - 24 * MINUTE_S, 9 * DAY_S + 24 * MINUTE_S },
    { "closed at night, it is the hours by day", "", 3 * HOUR_S, 21 * HOUR_S,
      DAY_S + HOUR_S },
    { "what is closed anyway takes nothing", "mon-sun 00:00-00:24",
      24 * MINUTE_S, DAY_S - 24 * MINUTE_S, 9 * DAY_S + 24 * MINUTE_S },
    { "only what is closed of the hours does", "mon-sun 00:00-02:00",
      24 * MINUTE_S, DAY_S - 24 * MINUTE_S, 9 * DAY_S + 24 * MINUTE_S },
};

static void adds_up_what_was_open(void **state)
{
    const struct daily_row *row = *state;
    struct story story;

    begin_with_hours(&story, row->hours);
    int64_t gone_us = story.now_us + row->gone_s * (int64_t)SECOND_US;

    LEAD(&story, BOOK("+420555", 0));
    while (story.now_us + row->open_s * (int64_t)SECOND_US < gone_us) {
        live(&story, row->open_s * (int64_t)SECOND_US);
        LEAD(&story, CLOSE_QUEUE(SALES, 0, 0));
        live(&story, row->closed_s * (int64_t)SECOND_US);
        LEAD(&story, OPEN_QUEUE(SALES));
    }
    live(&story, gone_us - story.now_us - 1);
    assert_false(callback_is_over(callback_of(&story, 1)));
    live(&story, 1);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_EXPIRED);
    assert_in_range(seen.prolonged, 0, 24);
    story_end(&story);
}

/* Nobody can be called: it is given up in a month, and the journal is not
   filled until then. The expiry is the least there is. */
static const struct shut_row {
    const char *says;
    const char *hours, *holidays;
    struct command steps[2];
} shut_rows[] = {
    { "hours of days that are all holidays",
      "sun 10:00-10:15",
      "2026-01-04, 2026-01-11, 2026-01-18, 2026-01-25",
      { { 0 } } },
    { "closed by the switch without an end",
      "",
      "",
      { CLOSE_QUEUE(SALES, 0, 0) } },
    { "... and by hours as well",
      "thu 09:00-17:00",
      "",
      { CLOSE_QUEUE(SALES, 0, 0) } },
};

static void is_given_up_in_a_month(void **state)
{
    const struct shut_row *row = *state;
    struct story story;
    struct command_set_queue settings = callback_house_settings;
    struct command calendar = CALENDAR(.version = 1, .id = 1);

    begin_with_hours(&story, row->hours);
    settings.callback_calendar_id = *row->hours ? 1 : 0;
    settings.callback_expiry_ms = MINUTE_S * INT64_C(1000);
    callback_house_set(&story, SALES, &settings);
    strcpy(calendar.as.set_calendar.hours.text, row->hours);
    strcpy(calendar.as.set_calendar.holidays.text, row->holidays);
    if (*row->holidays)
        story_lead(&story, &calendar, 1);
    LEAD(&story, BOOK("+420555", 0));
    if (row->steps[0].type)
        callback_house_lead(&story, row->steps, 1);
    live(&story, 31 * DAY_S * (int64_t)SECOND_US - 1);
    assert_false(callback_is_over(callback_of(&story, 1)));
    assert_in_range(seen.prolonged, 0, 1);
    assert_in_range(seen.events, 0, 40);
    live(&story, 1);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_EXPIRED);
    story_end(&story);
}

/* A journal of a release that did not count: one closing is forgiven, once. */
static void what_was_never_counted_is_counted_once(void **state)
{
    (void)state;
    struct story story;
    const struct event asked = {
        .type = EVENT_CALLBACK_ASKED,
        .as.callback_asked = { .callback_id = 1,
                               .queue_id = SALES,
                               .number = { "+420555" },
                               .since_us = 1,
                               .due_us = AT(0),
                               .expires_us = AT(HOUR_S) },
    };

    begin_with_hours(&story, "");
    struct event event = asked;

    event.at_us = story.now_us;
    event.seq = (uint64_t)state_system(core_state(story.core))->seq + 1;
    assert_int_equal(core_recover(story.core, &event), 0);
    assert_int_equal(callback_of(&story, 1)->left_us, 0);
    assert_int_equal(callback_of(&story, 1)->expires_us, AT(HOUR_S));
    LEAD(&story, CLOSE_QUEUE(SALES, 0, 0));
    live(&story, 2 * HOUR_S * (int64_t)SECOND_US);
    assert_int_equal(seen.prolonged, 1);
    LEAD(&story, OPEN_QUEUE(SALES));
    live(&story, EXPIRY_S * (int64_t)SECOND_US - 1);
    assert_false(callback_is_over(callback_of(&story, 1)));
    live(&story, 1);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_EXPIRED);
    story_end(&story);
}

enum { QUEUES = 300 };

/* Their ids are from 1000; each has a callback of its own. */
static void begin_with_queues(struct story *story)
{
    begin_with_hours(story, "");
    for (unsigned i = 0; i < QUEUES; i++) {
        struct event queue = {
            .type = EVENT_QUEUE_SET,
            .at_us = story->now_us,
            .as.queue_set = *state_queue(core_state(story->core), SALES),
        };
        struct command book = BOOK("+420555", 0);

        queue.seq = (uint64_t)state_system(core_state(story->core))->seq + 1;
        queue.as.queue_set.id = 1000 + i;
        (void)snprintf(queue.as.queue_set.name.text,
                       sizeof(queue.as.queue_set.name.text), "q%u", i);
        assert_int_equal(core_recover(story->core, &queue), 0);
        book.as.ask_callback.queue_id = 1000 + i;
        outbox_clear(&story->outbox);
        assert_int_equal(story_give(story, &book), 0);
    }
}

/* As many as there are: none of them is left out, and none is too many. */
static void expect_all_opened(struct story *story)
{
    LEAD(story, CLOSE_QUEUE(0, 0, 0));
    live(story, HOUR_S * (int64_t)SECOND_US);
    LEAD(story, OPEN_QUEUE(0));
    live(story, 0);
    for (unsigned i = 1; i <= QUEUES; i++)
        assert_int_equal(callback_of(story, i)->state, CALLBACK_IN_LINE);
}

static void many_queues_open_at_once(void **state)
{
    (void)state;
    struct story story;

    begin_with_queues(&story);
    expect_all_opened(&story);
    story_end(&story);
}

static void many_queues_open_while_a_calendar_keeps_one_closed(void **state)
{
    (void)state;
    struct story story;
    const struct command shut = { COMMAND_SET_CALENDAR,
                                  .as.set_calendar = {
                                      .name = { "shut" },
                                      .zone = { "UTC" },
                                      .hours = { "fri 09:00-17:00" } } };
    struct command queue;

    begin_with_queues(&story);
    story_lead(&story, &shut, 1);
    queue = story_queue(&story, SALES);
    queue.as.set_queue.calendar_id = 2;
    story_lead(&story, &queue, 1);
    expect_all_opened(&story);
    assert_true(state_tally(core_state(story.core), SALES)->closed_by_hours);
    story_end(&story);
}

/* All that were asked for while it was closed stand in line at the opening, by
   one step each, and run out by one each. */
static void many_begin_at_one_opening(void **state)
{
    (void)state;
    enum { MANY = 1000 };
    struct story story;

    begin_with_hours(&story, "thu-fri 09:00-17:00");
    LEAD(&story, CLOSE_QUEUE(SALES, 0, 0));
    for (int i = 0; i < MANY; i++) {
        struct command book = BOOK("", 0);

        (void)snprintf(book.as.ask_callback.number.text,
                       sizeof(book.as.ask_callback.number.text), "+420%06d", i);
        outbox_clear(&story.outbox);
        assert_int_equal(story_give(&story, &book), 0);
    }
    live(&story, 10 * HOUR_S * (int64_t)SECOND_US);
    assert_in_range(seen.events, 0, 1); /* each was put off when asked for */

    LEAD(&story, OPEN_QUEUE(SALES));
    memset(&seen, 0, sizeof(seen));
    live(&story, 0);
    assert_int_equal(callback_of(&story, MANY)->state, CALLBACK_IN_LINE);
    assert_int_equal(seen.events, 2 * MANY);
    assert_in_range(seen.wakes, 1, 3);

    live(&story, EXPIRY_S * (int64_t)SECOND_US);
    assert_int_equal(callback_of(&story, MANY)->state, CALLBACK_EXPIRED);
    assert_int_equal(seen.events, 5 * MANY);
    assert_in_range(seen.wakes, 1, 6);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_given_up_in_open_hours, expiry_rows);
    TEST_LIST_ADD_ROWS(&list, waits_for_the_night_to_end, night_rows);
    TEST_LIST_ADD(&list, a_longer_time_belongs_to_a_contact);
    TEST_LIST_ADD(&list, hours_that_are_cut_are_waited_for);
    TEST_LIST_ADD_ROWS(&list, adds_up_what_was_open, daily_rows);
    TEST_LIST_ADD_ROWS(&list, is_given_up_in_a_month, shut_rows);
    TEST_LIST_ADD(&list, what_was_never_counted_is_counted_once);
    TEST_LIST_ADD(&list, many_begin_at_one_opening);
    TEST_LIST_ADD(&list, many_queues_open_at_once);
    TEST_LIST_ADD(&list, many_queues_open_while_a_calendar_keeps_one_closed);
    return test_list_run(&list);
}
