/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A queue with a calendar is closed outside its hours, and opens by itself. */

#include <stdio.h>
#include <string.h>

#include "core/rule.h"
#include "tests/core/callback_house.h"
#include "tests/test.h"

enum {
    HOURS = 1,
    OTHER_HOURS = 2,
    NIGHT = 1,
    NINE = 9 * HOUR_S,
    FIVE = 17 * HOUR_S
};

static void set_hours(struct story *story, uint64_t calendar_id)
{
    struct command queue = story_queue(story, SALES);

    queue.as.set_queue.calendar_id = calendar_id;
    queue.as.set_queue.closed_id = NIGHT;
    story_lead(story, &queue, 1);
}

/* SALES is open from nine to five on Thursday and Friday; it is Thursday,
   00:00. */
static void begin_with(struct story *story, const char *hours)
{
    static const struct command night = {
        COMMAND_SET_PROMPT,
        .as.set_prompt = { .name = { "night" }, .text = { "We are closed." } }
    };
    struct command calendar = CALENDAR(.hours = { "" });

    callback_house_begin(story);
    (void)snprintf(calendar.as.set_calendar.hours.text,
                   sizeof(calendar.as.set_calendar.hours.text), "%s", hours);
    story_lead(story, &calendar, 1);
    story_lead(story, &night, 1);
    set_hours(story, HOURS);
    story_wait(story, 0);
}

static struct command calendar_again(const char *hours)
{
    struct command calendar = CALENDAR(.id = HOURS, .version = 1);

    (void)snprintf(calendar.as.set_calendar.hours.text,
                   sizeof(calendar.as.set_calendar.hours.text), "%s", hours);
    return calendar;
}

enum stands { OPEN, BY_HOURS, BY_HAND };

static const struct stands_row {
    const char *says;
    const char *hours;
    struct command steps[MAX_STEPS]; /* times are from Thursday 00:00 */
    enum stands stands;
    int64_t until_s; /* of it; 0: none is known */
} stands_rows[] = {
    { "before its hours it is closed until they begin",
      "thu-fri 09:00-17:00",
      { WAIT(1) },
      BY_HOURS,
      NINE },
    { "within them it is open",
      "thu-fri 09:00-17:00",
      { WAIT(NINE) },
      OPEN,
      0 },
    { "after them it is closed, until the next day's begin",
      "thu-fri 09:00-17:00",
      { WAIT(NINE), WAIT(8 * HOUR_S) },
      BY_HOURS,
      DAY_S + NINE },
    { "... which may be next week's",
      "thu-fri 09:00-17:00",
      { WAIT(2 * DAY_S) },
      BY_HOURS,
      7 * DAY_S + NINE },
    { "over lunch as well",
      "thu 09:00-12:00 13:00-17:00",
      { WAIT(12 * HOUR_S) },
      BY_HOURS,
      13 * HOUR_S },
    { "what a person has closed stays so when the hours begin",
      "thu-fri 09:00-17:00",
      { CLOSE_QUEUE(SALES, 0, 0), WAIT(10 * HOUR_S) },
      BY_HAND,
      0 },
    { "... until the time that was given",
      "thu-fri 09:00-17:00",
      { CLOSE_QUEUE(SALES, 0, AT(10 * HOUR_S)), WAIT(10 * HOUR_S) },
      OPEN,
      0 },
    { "... outside the hours it goes over to them",
      "thu-fri 09:00-17:00",
      { CLOSE_QUEUE(SALES, 0, AT(6 * HOUR_S)), WAIT(6 * HOUR_S) },
      BY_HOURS,
      NINE },
    { "... and does not open a moment before",
      "thu-fri 09:00-17:00",
      { WAIT(NINE), CLOSE_QUEUE(SALES, 0, AT(18 * HOUR_S)), WAIT(10 * HOUR_S) },
      BY_HOURS,
      DAY_S + NINE },
    { "what a person opens outside the hours is open",
      "thu-fri 09:00-17:00",
      { OPEN_QUEUE(SALES), WAIT(HOUR_S) },
      OPEN,
      0 },
    { "... until they end the next time",
      "thu-fri 09:00-17:00",
      { OPEN_QUEUE(SALES), WAIT(FIVE) },
      BY_HOURS,
      DAY_S + NINE },
    { "... also when they began and ended while nobody looked",
      "thu-fri 09:00-17:00",
      { OPEN_QUEUE(SALES), SET_CLOCK(AT(20 * HOUR_S)), WAIT(1) },
      BY_HOURS,
      DAY_S + NINE },
    { "... a call of the next day makes no difference to that",
      "thu-fri 09:00-17:00",
      { WAIT(18 * HOUR_S), OPEN_QUEUE(SALES), WAIT(7 * HOUR_S),
        ARRIVES(1, "+4202"), CONNECTED, SET_CLOCK(AT(DAY_S + 20 * HOUR_S)),
        WAIT(1) },
      BY_HOURS,
      7 * DAY_S + NINE },
    { "... nor does it that all queues are opened",
      "thu-fri 09:00-17:00",
      { OPEN_QUEUE(SALES), CLOSE_QUEUE(HELP, 0, 0), OPEN_QUEUE(0),
        SET_CLOCK(AT(20 * HOUR_S)), WAIT(1) },
      BY_HOURS,
      DAY_S + NINE },
    { "... a clock that is set within the same night leaves it open",
      "thu-fri 09:00-17:00",
      { OPEN_QUEUE(SALES), SET_CLOCK(AT(6 * HOUR_S)), WAIT(1) },
      OPEN,
      0 },
    { "a person's closing that is ended outside the hours goes over to them",
      "thu-fri 09:00-17:00",
      { CLOSE_QUEUE(SALES, 0, 0), OPEN_QUEUE(SALES) },
      BY_HOURS,
      NINE },
    { "... ended for all queues, too",
      "thu-fri 09:00-17:00",
      { CLOSE_QUEUE(SALES, 0, 0), OPEN_QUEUE(0) },
      BY_HOURS,
      NINE },
    { "... also when the clock has just been put out of the hours",
      "thu-fri 09:00-17:00",
      { WAIT(NINE), CLOSE_QUEUE(SALES, 0, 0), SET_CLOCK(AT(20 * HOUR_S)),
        OPEN_QUEUE(SALES), WAIT(1) },
      BY_HOURS,
      DAY_S + NINE },
    { "... and opens when they begin",
      "thu-fri 09:00-17:00",
      { CLOSE_QUEUE(SALES, 0, 0), OPEN_QUEUE(SALES), WAIT(NINE) },
      OPEN,
      0 },
    { "... and is opened by hand when that is asked for again",
      "thu-fri 09:00-17:00",
      { CLOSE_QUEUE(SALES, 0, 0), OPEN_QUEUE(SALES), OPEN_QUEUE(SALES),
        WAIT(HOUR_S) },
      OPEN,
      0 },
    { "within the hours it is open",
      "thu-fri 09:00-17:00",
      { WAIT(NINE), CLOSE_QUEUE(SALES, 0, 0), OPEN_QUEUE(0), WAIT(HOUR_S) },
      OPEN,
      0 },
    { "a clock put forward into the hours opens it",
      "thu-fri 09:00-17:00",
      { SET_CLOCK(AT(NINE)), WAIT(1) },
      OPEN,
      0 },
    { "... one put back out of them closes it",
      "thu-fri 09:00-17:00",
      { WAIT(NINE), SET_CLOCK(AT(HOUR_S)), WAIT(1) },
      BY_HOURS,
      NINE },
};

static void assert_stands(const struct story *story, enum stands stands,
                          int64_t until_s)
{
    const struct tally_row *tally = state_tally(core_state(story->core), SALES);

    assert_int_equal(tally->closed_us != 0, stands != OPEN);
    assert_int_equal(tally->closed_by_hours, stands == BY_HOURS);
    assert_int_equal(tally->closed_until_us, until_s ? AT(until_s) : 0);
    assert_int_equal(tally->closed_prompt_id, stands == BY_HOURS ? NIGHT : 0);
}

static void stands_by_the_clock(void **state)
{
    const struct stands_row *row = *state;
    struct story story;

    begin_with(&story, row->hours);
    callback_house_lead(&story, row->steps, MAX_STEPS);
    assert_stands(&story, row->stands, row->until_s);
    story_end(&story);
}

/* All queues are opened. */

static bool is_closed(const struct story *story, uint64_t queue_id)
{
    return state_tally(core_state(story->core), queue_id)->closed_us != 0;
}

static void what_a_calendar_closed_is_not_opened_with_all(void **state)
{
    (void)state;
    struct story story;
    const struct command open = OPEN_QUEUE(0);

    begin_with(&story, "thu-fri 09:00-17:00");
    assert_int_equal(story_give(&story, &open), REFUSED_NONE_BY_HAND);
    LEAD(&story, CLOSE_QUEUE(HELP, 0, 0), OPEN_QUEUE(0));
    callback_house_expect(&story, "night_ended");
    assert_false(is_closed(&story, HELP));
    assert_stands(&story, BY_HOURS, NINE);
    assert_int_equal(story_give(&story, &open), REFUSED_NONE_BY_HAND);
    LEAD(&story, WAIT(NINE));
    assert_stands(&story, OPEN, 0);
    assert_int_equal(story_give(&story, &open), REFUSED_ALREADY_SO);
    story_end(&story);
}

static void all_that_people_closed_are_opened_by_one_event(void **state)
{
    (void)state;
    struct story story;

    begin_with(&story, "thu-fri 09:00-17:00");
    LEAD(&story, WAIT(NINE), CLOSE_QUEUE(0, 0, 0), OPEN_QUEUE(0));
    callback_house_expect(&story, "night_ended");
    assert_false(is_closed(&story, HELP));
    assert_stands(&story, OPEN, 0);
    story_end(&story);
}

/* Documents change. */

static void another_calendar_counts_at_once(void **state)
{
    (void)state;
    struct story story;
    struct command early = calendar_again("thu 00:00-17:00");
    struct command late = calendar_again("thu 10:00-17:00");

    begin_with(&story, "thu-fri 09:00-17:00");
    assert_stands(&story, BY_HOURS, NINE);
    late.as.set_calendar.version = 2;
    story_lead(&story, &early, 1);
    story_wait(&story, 0);
    assert_stands(&story, OPEN, 0);
    story_lead(&story, &late, 1);
    story_wait(&story, 0);
    assert_stands(&story, BY_HOURS, 10 * HOUR_S);
    story_end(&story);
}

/* The queue's own announcement is changed, and then its calendar. */
static void opened_by_hand_it_is_so_under_its_calendar_only(void **state)
{
    (void)state;
    struct story story;
    struct command queue;
    struct command other = CALENDAR(.hours = { "thu 10:00-17:00" });

    begin_with(&story, "thu-fri 09:00-17:00");
    other.as.set_calendar.name.text[0] = 'y';
    story_lead(&story, &other, 1);
    LEAD(&story, OPEN_QUEUE(SALES));
    queue = story_queue(&story, SALES);
    queue.as.set_queue.closed_id = 0;
    story_lead(&story, &queue, 1);
    story_wait(&story, 0);
    assert_stands(&story, OPEN, 0);
    set_hours(&story, OTHER_HOURS);
    story_wait(&story, 0);
    assert_stands(&story, BY_HOURS, 10 * HOUR_S);
    story_end(&story);
}

/* Opened by hand, and then its calendar has other hours; they are looked at
   once more when the clock has been set, as if the server had been down. */
static const struct other_hours_row {
    const char *says;
    const char *hours;
    int64_t seen_s;
    enum stands stands;
    int64_t until_s;
} other_hours_rows[] = {
    { "opened by hand it is open until hours that are changed end",
      "thu-fri 02:00-03:00", 5 * HOUR_S, BY_HOURS, DAY_S + 2 * HOUR_S },
    { "... before they begin it is open", "thu-fri 04:00-05:00", 3 * HOUR_S,
      OPEN, 0 },
    { "... also when they begin later than those before", "thu-fri 14:00-17:00",
      10 * HOUR_S, OPEN, 0 },
    { "... within them, too", "thu-fri 14:00-17:00", 15 * HOUR_S, OPEN, 0 },
    { "... and no more when those end", "thu-fri 14:00-17:00", 18 * HOUR_S,
      BY_HOURS, DAY_S + 14 * HOUR_S },
};

static void by_hand_until_other_hours_end(void **state)
{
    const struct other_hours_row *row = *state;
    const struct command calendar = calendar_again(row->hours);
    const struct command clock = SET_CLOCK(AT(row->seen_s));
    struct story story;

    begin_with(&story, "thu-fri 09:00-17:00");
    LEAD(&story, OPEN_QUEUE(SALES));
    story_lead(&story, &calendar, 1);
    story_wait(&story, 0);
    assert_stands(&story, OPEN, 0);
    story_lead(&story, &clock, 1);
    story_wait(&story, SECOND_US);
    assert_stands(&story, row->stands, row->until_s);
    story_end(&story);
}

static void a_persons_closing_stays_when_hours_change(void **state)
{
    (void)state;
    const struct command calendar = calendar_again("thu-fri 02:00-17:00");
    struct story story;

    begin_with(&story, "thu-fri 09:00-17:00");
    LEAD(&story, CLOSE_QUEUE(SALES, 0, AT(HOUR_S)));
    story_lead(&story, &calendar, 1);
    story_wait(&story, 0);
    assert_stands(&story, BY_HAND, HOUR_S);
    assert_int_equal(state_tally(core_state(story.core), SALES)->hours_due_us,
                     AT(2 * HOUR_S));
    story_wait(&story, HOUR_S * (int64_t)SECOND_US);
    assert_stands(&story, BY_HOURS, 2 * HOUR_S);
    story_end(&story);
}

static void without_a_calendar_it_is_open(void **state)
{
    (void)state;
    struct story story;

    begin_with(&story, "thu-fri 09:00-17:00");
    set_hours(&story, 0);
    story_wait(&story, 0);
    assert_stands(&story, OPEN, 0);
    story_wait(&story, 2 * DAY_S * (int64_t)SECOND_US);
    assert_stands(&story, OPEN, 0);
    story_end(&story);
}

static void a_calendar_and_a_prompt_in_use_stay(void **state)
{
    (void)state;
    struct story story;
    const struct command calendar = { COMMAND_REMOVE_CALENDAR,
                                      .as.remove_calendar = { HOURS, 1 } };
    const struct command prompt = { COMMAND_REMOVE_PROMPT,
                                    .as.remove_prompt = { NIGHT, 1 } };

    begin_with(&story, "thu-fri 09:00-17:00");
    assert_int_equal(story_give(&story, &calendar), REFUSED_IN_USE);
    assert_int_equal(story_give(&story, &prompt), REFUSED_IN_USE);
    story_end(&story);
}

static void what_there_is_not_is_refused(void **state)
{
    (void)state;
    struct story story;
    struct command queue;

    callback_house_begin(&story);
    queue = story_queue(&story, SALES);
    queue.as.set_queue.calendar_id = 9;
    assert_int_equal(story_give(&story, &queue), REFUSED_NO_HOURS_CALENDAR);
    queue.as.set_queue.calendar_id = 0;
    queue.as.set_queue.closed_id = 9;
    assert_int_equal(story_give(&story, &queue), REFUSED_NO_CLOSED_PROMPT);
    story_end(&story);
}

/* The rules are asked as if it were another moment; SALES is the destination,
   and else there is a busy tone. */
static const struct asked_row {
    const char *says;
    struct command steps[MAX_STEPS];
    int64_t at_s; /* asked of; from Thursday 00:00 */
    bool is_open;
} asked_rows[] = {
    { "asked at night of the next morning it is open",
      { WAIT(20 * HOUR_S) },
      DAY_S + 10 * HOUR_S,
      true },
    { "asked by day of the next night it is closed",
      { WAIT(10 * HOUR_S) },
      20 * HOUR_S,
      false },
    { "... and of the night before", { WAIT(10 * HOUR_S) }, HOUR_S, false },
    { "closed by hand it is so until the end that was given",
      { WAIT(10 * HOUR_S), CLOSE_QUEUE(SALES, 0, AT(12 * HOUR_S)) },
      12 * HOUR_S - 1,
      false },
    { "... and open from then on, within its hours",
      { WAIT(10 * HOUR_S), CLOSE_QUEUE(SALES, 0, AT(12 * HOUR_S)) },
      12 * HOUR_S,
      true },
    { "... nor was it before",
      { WAIT(11 * HOUR_S), CLOSE_QUEUE(SALES, 0, AT(12 * HOUR_S)) },
      10 * HOUR_S,
      true },
    { "... without an end for ever",
      { WAIT(10 * HOUR_S), CLOSE_QUEUE(SALES, 0, 0) },
      DAY_S + 10 * HOUR_S,
      false },
    { "... nobody knows of it a closing that has ended",
      { WAIT(10 * HOUR_S), CLOSE_QUEUE(SALES, 0, 0), OPEN_QUEUE(SALES) },
      11 * HOUR_S,
      true },
    { "opened by hand it is open until the hours begin",
      { WAIT(HOUR_S), OPEN_QUEUE(SALES) },
      8 * HOUR_S,
      true },
    { "... and closed in the next night",
      { WAIT(HOUR_S), OPEN_QUEUE(SALES) },
      20 * HOUR_S,
      false },
    { "... and was before",
      { WAIT(2 * HOUR_S), OPEN_QUEUE(SALES) },
      HOUR_S,
      false },
};

static bool is_led_to_sales(const struct story *story, int64_t at_us,
                            bool is_of_then)
{
    struct rule_book *book = NULL;
    struct rule_choice choice;
    struct rule_call call = { .wall_us = at_us,
                              .caller = "+34612",
                              .called = "+4201",
                              .trunk_id = TRUNK };

    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(rule_book_refresh(book, core_state(story->core)), 0);
    if (is_of_then)
        call.hours = book;
    rule_choose(book, core_state(story->core), &call, &choice);
    rule_book_free(book);
    assert_non_null(choice.rule);
    return choice.to.to == TO_QUEUE;
}

static void is_asked_of_another_moment(void **state)
{
    static const struct command rule = { COMMAND_SET_RULE,
                                         .as.set_rule = { .name = { "sales" },
                                                          .enabled = true,
                                                          .to = TO_QUEUE,
                                                          .to_id = SALES,
                                                          .share = 1,
                                                          .to2 = TO_BUSY,
                                                          .share2 = 1 } };
    const struct asked_row *row = *state;
    struct story story;
    int64_t now_us;
    bool is_open;

    begin_with(&story, "thu-fri 09:00-17:00");
    story_lead(&story, &rule, 1);
    callback_house_lead(&story, row->steps, MAX_STEPS);
    assert_int_equal(is_led_to_sales(&story, AT(row->at_s), true),
                     row->is_open);

    now_us = state_wall_us(core_state(story.core), story.now_us);
    is_open = state_tally(core_state(story.core), SALES)->closed_us == 0;
    assert_int_equal(is_led_to_sales(&story, now_us, true), is_open);
    assert_int_equal(is_led_to_sales(&story, now_us, false), is_open);
    story_end(&story);
}

/* Callers. */

static void who_joins_hears_why_and_who_waits_stays(void **state)
{
    (void)state;
    struct story story;

    begin_with(&story, "thu-fri 09:00-17:00");
    LEAD(&story, WAIT(NINE), ARRIVES(1, "+4202"), CONNECTED, WAIT(8 * HOUR_S));
    assert_int_equal(state_contact(core_state(story.core), 1)->place,
                     PLACE_QUEUE);
    LEAD(&story, ARRIVES(2, "+4202"), CONNECTED);
    callback_house_expect(&story, "caller_connected step_began step_ended "
                                  "queue_diverted announcement_began +play");
    story_end(&story);
}

static void a_way_out_for_the_night_counts(void **state)
{
    (void)state;
    struct story story;
    const struct command way = { COMMAND_SET_QUEUE_RULE,
                                 .as.set_queue_rule = { .name = { "night" },
                                                        .queue_id = SALES,
                                                        .cause = RULE_CLOSED,
                                                        .moment = RULE_ALWAYS,
                                                        .target = TO_QUEUE,
                                                        .target_id = HELP } };

    begin_with(&story, "thu-fri 09:00-17:00");
    story_lead(&story, &way, 1);
    LEAD(&story, WAIT(NINE), ARRIVES(1, "+4202"), CONNECTED, WAIT(8 * HOUR_S));
    assert_int_equal(state_contact(core_state(story.core), 1)->queue_id, HELP);
    story_end(&story);
}

static void callbacks_wait_for_its_hours(void **state)
{
    (void)state;
    struct story story;

    begin_with(&story, "thu-fri 09:00-17:00");
    LEAD(&story, BOOK("+420555", 0), WAIT(1));
    assert_int_equal(callback_of(&story, 1)->reason, CALLBACK_CLOSED);
    assert_int_equal(callback_of(&story, 1)->due_us, AT(NINE));
    LEAD(&story, WAIT(NINE));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_IN_LINE);
    story_end(&story);
}

/* Nothing is asked again and again: a month has some changes a day. */
static void it_is_looked_at_when_hours_change(void **state)
{
    (void)state;
    struct story story;
    int64_t end_us;
    int wakes = 0;

    begin_with(&story, "mon-sun 09:00-17:00");
    end_us = story.now_us + 10 * DAY_S * (int64_t)SECOND_US;
    while (core_next_wake(story.core) <= end_us) {
        story.now_us = core_next_wake(story.core);
        outbox_clear(&story.outbox);
        assert_int_equal(core_wake(story.core, story.now_us, &story.outbox), 0);
        wakes++;
    }
    assert_in_range(wakes, 20, 40);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, stands_by_the_clock, stands_rows);
    TEST_LIST_ADD(&list, what_a_calendar_closed_is_not_opened_with_all);
    TEST_LIST_ADD(&list, all_that_people_closed_are_opened_by_one_event);
    TEST_LIST_ADD(&list, another_calendar_counts_at_once);
    TEST_LIST_ADD(&list, opened_by_hand_it_is_so_under_its_calendar_only);
    TEST_LIST_ADD_ROWS(&list, by_hand_until_other_hours_end, other_hours_rows);
    TEST_LIST_ADD(&list, a_persons_closing_stays_when_hours_change);
    TEST_LIST_ADD(&list, without_a_calendar_it_is_open);
    TEST_LIST_ADD(&list, a_calendar_and_a_prompt_in_use_stay);
    TEST_LIST_ADD(&list, what_there_is_not_is_refused);
    TEST_LIST_ADD_ROWS(&list, is_asked_of_another_moment, asked_rows);
    TEST_LIST_ADD(&list, who_joins_hears_why_and_who_waits_stays);
    TEST_LIST_ADD(&list, a_way_out_for_the_night_counts);
    TEST_LIST_ADD(&list, callbacks_wait_for_its_hours);
    TEST_LIST_ADD(&list, it_is_looked_at_when_hours_change);
    return test_list_run(&list);
}
