/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules and hours on the days on which the clocks are changed. */

#include "core/rule.h"
#include "core/rule_hours.h"

#include <string.h>

#include "tests/core/situation.h"
#include "tests/test.h"

/* What the tables below say of SPRING_US and AUTUMN_US is so where the clock
   goes from 02:00 to 03:00 and from 03:00 to 02:00, on a Sunday. */
struct place {
    struct zone zone; /* of 2026, of the tz database */
    int64_t spring_us, autumn_us;
    bool is_autumn_sooner; /* from 02:00 to 01:00: rows of its own */
};

enum { MADRID, SYDNEY, NEW_YORK, PLACES };

static const struct place places[PLACES] = {
    /* in both at 01:00 UTC, on 29 March and on 25 October */
    { { { "Europe/Madrid" },
        3,
        { { INT64_C(1761440400000000), 3600000000 },
          { INT64_C(1774746000000000), 7200000000 },
          { INT64_C(1792890000000000), 3600000000 } } },
      INT64_C(1774746000000000),
      INT64_C(1792890000000000),
      false },
    /* in the south spring is in October, the 4th, and autumn on 5 April */
    { { { "Australia/Sydney" },
        3,
        { { INT64_C(1759593600000000), 39600000000 },
          { INT64_C(1775318400000000), 36000000000 },
          { INT64_C(1791043200000000), 39600000000 } } },
      INT64_C(1791043200000000),
      INT64_C(1775318400000000),
      false },
    /* each hour of the United States by itself: 8 March, 1 November */
    { { { "America/New_York" },
        3,
        { { INT64_C(1762063200000000), -18000000000 },
          { INT64_C(1772953200000000), -14400000000 },
          { INT64_C(1793512800000000), -18000000000 } } },
      INT64_C(1772953200000000),
      INT64_C(1793512800000000),
      true },
};

static const int64_t MINUTE_US = INT64_C(60000000);
static const int64_t SPRING_US = INT64_C(1774746000000000); /* in Madrid */
static const int64_t AUTUMN_US = INT64_C(1792890000000000);

/* Which of the tables' moments: near which change it is. */
static bool is_autumn(int64_t at_us)
{
    return at_us > (SPRING_US + AUTUMN_US) / 2;
}

/* The same, seen from the change of another place. */
static int64_t moment_at(const struct place *place, int64_t at_us)
{
    return is_autumn(at_us) ? at_us - AUTUMN_US + place->autumn_us
                            : at_us - SPRING_US + place->spring_us;
}

/* Whether a row is of the place: with is_sooner of those alone whose clock goes
   back an hour sooner, else of the others, and in spring of all. */
static bool is_of(const struct place *place, bool is_sooner, int64_t at_us)
{
    return place->is_autumn_sooner ? is_sooner || !is_autumn(at_us)
                                   : !is_sooner;
}

/* A book in which the place's time is the house's, with one calendar and
   rule. */
static struct rule_book *open_book(struct story *story,
                                   const struct place *place, const char *hours,
                                   const char *condition)
{
    struct command calendar = { COMMAND_SET_CALENDAR,
                                .as.set_calendar = { .name = { "hours" } } };
    struct command rule = {
        COMMAND_SET_RULE,
        .as.set_rule = { .name = { "a" },
                         .enabled = true,
                         .share = 1,
                         .to = TO_BUSY,
                         .to2 = TO_FLOW,
                         .to3 = TO_FLOW },
    };
    struct zone house = place->zone;
    struct rule_book *book = NULL;

    memcpy(calendar.as.set_calendar.zone.text, house.name.text,
           strlen(house.name.text));
    memcpy(calendar.as.set_calendar.hours.text, hours, strlen(hours));
    memcpy(rule.as.set_rule.condition.text, condition, strlen(condition));
    story_begin_in(story, NOBODY_THERE);
    assert_int_equal(core_set_zone(story->core, &place->zone), 0);
    story_lead(story, &calendar, 1);
    story_lead(story, &rule, 1);
    memset(&house.name, 0, sizeof(house.name));
    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(rule_book_set_zone(book, &place->zone), 0);
    assert_int_equal(rule_book_set_zone(book, &house), 0);
    assert_int_equal(rule_book_refresh(book, core_state(story->core)), 0);
    return book;
}

static const struct rule_row {
    const char *says;
    const char *hours, *condition;
    int64_t change_us;
    int64_t from, to; /* minutes from the change on: it holds from, before to */
    bool is_sooner;
} rule_rows[] = {
    { "the hour that there is not is no hour", "sun 09:00-10:00",
      "hour between 2 and 2", SPRING_US, 0, 0, false },
    { "the one before it is followed by the one after it", "sun 09:00-10:00",
      "hour between 1 and 3", SPRING_US, -60, 60, false },
    { "the hour that comes twice is that twice", "sun 09:00-10:00",
      "hour between 2 and 2", AUTUMN_US, -60, 60, false },
    { "open() ends with the hours by the clock", "sun 01:00-04:00",
      "open(hours)", SPRING_US, -60, 60, false },
    { "... an hour longer when one comes twice", "sun 01:00-04:00",
      "open(hours)", AUTUMN_US, -120, 120, false },
    { "hours that begin within the hour that there is not begin after it",
      "sun 02:30-04:00", "open(hours)", SPRING_US, 0, 60, false },
    { "where the clock goes back to one, that hour is twice", "sun 09:00-10:00",
      "hour between 1 and 1", AUTUMN_US, -60, 60, true },
    { "... and hours around it are one longer", "sun 00:00-03:00",
      "open(hours)", AUTUMN_US, -120, 120, true },
};

static void holds_at(const struct rule_row *row, const struct place *place)
{
    struct story story;
    struct rule_book *book =
        open_book(&story, place, row->hours, row->condition);

    for (int64_t minute = -240; minute < 240; minute++) {
        const struct rule_call call = {
            .wall_us = moment_at(place, row->change_us) + minute * MINUTE_US,
            .caller = "+34612",
            .called = "+4201",
            .trunk_id = TRUNK,
            .entry = state_entry(core_state(story.core), 1),
        };
        struct rule_choice choice;

        rule_choose(book, core_state(story.core), &call, &choice);
        if ((choice.rule != NULL) != (minute >= row->from && minute < row->to))
            fail_msg("%s, minute %d", place->zone.name.text, (int)minute);
    }
    rule_book_free(book);
    story_end(&story);
}

static void holds_by_the_clock(void **state)
{
    const struct rule_row *row = *state;

    for (int i = 0; i < PLACES; i++)
        if (is_of(&places[i], row->is_sooner, row->change_us))
            holds_at(row, &places[i]);
}

/* When whoever is to be called back is called: by the clock on the wall. */
static const struct open_row {
    const char *says;
    const char *hours;
    int64_t from_us;
    int64_t open_us;
    bool is_sooner;
} open_rows[] = {
    { "nine in the morning is an hour sooner in spring", "sun 09:00-18:00",
      SPRING_US - 300 * MINUTE_US, SPRING_US + 360 * MINUTE_US, false },
    { "... and later in autumn", "sun 09:00-18:00", AUTUMN_US - 300 * MINUTE_US,
      AUTUMN_US + 420 * MINUTE_US, false },
    { "what would open in the hour that there is not opens after it",
      "sun 02:15-18:00", SPRING_US - 60 * MINUTE_US, SPRING_US, false },
    { "what closes within the hour that comes twice opens again",
      "sun 01:00-02:30", AUTUMN_US - 30 * MINUTE_US, AUTUMN_US, false },
    { "where the clock goes back to one, nine is eight hours later",
      "sun 09:00-18:00", AUTUMN_US - 300 * MINUTE_US,
      AUTUMN_US + 480 * MINUTE_US, true },
    { "... and what closes within that hour opens again", "sun 00:00-01:30",
      AUTUMN_US - 30 * MINUTE_US, AUTUMN_US, true },
};

static void opens_at(const struct open_row *row, const struct place *place)
{
    struct story story;
    struct rule_book *book = open_book(&story, place, row->hours, "");

    assert_int_equal(
        rule_hours_open_us(book, "hours", moment_at(place, row->from_us)),
        moment_at(place, row->open_us));
    rule_book_free(book);
    story_end(&story);
}

static void opens_by_the_clock(void **state)
{
    const struct open_row *row = *state;

    for (int i = 0; i < PLACES; i++)
        if (is_of(&places[i], row->is_sooner, row->open_us))
            opens_at(row, &places[i]);
}

/* When a calendar will have been open for so long, on those days. */
static const struct after_row {
    const char *says;
    const char *hours;
    int64_t from_us;
    int64_t span; /* minutes */
    int64_t after_us;
    bool is_sooner;
} after_rows[] = {
    { "the hour that there is not is not counted", "sun 01:00-04:00",
      SPRING_US - 60 * MINUTE_US, 120, SPRING_US + 60 * MINUTE_US, false },
    { "... and the rest comes in the next week", "sun 01:00-04:00",
      SPRING_US - 60 * MINUTE_US, 121, SPRING_US + 9961 * MINUTE_US, false },
    { "the hour that comes twice is counted twice", "sun 01:00-04:00",
      AUTUMN_US - 120 * MINUTE_US, 240, AUTUMN_US + 120 * MINUTE_US, false },
    { "what ends with the hours ends there", "mon-sun 09:00-17:00", SPRING_US,
      480, SPRING_US + 840 * MINUTE_US, false },
    { "... as is one from one to two", "sun 00:00-03:00",
      AUTUMN_US - 120 * MINUTE_US, 240, AUTUMN_US + 120 * MINUTE_US, true },
};

static void counts_at(const struct after_row *row, const struct place *place)
{
    struct story story;
    struct rule_book *book = open_book(&story, place, row->hours, "");
    int64_t from_us = moment_at(place, row->from_us);
    int64_t after_us = moment_at(place, row->after_us);

    assert_int_equal(
        rule_hours_after_us(book, "hours", from_us, row->span * MINUTE_US),
        after_us);
    assert_int_equal(rule_hours_between_us(book, "hours", from_us, after_us),
                     row->span * MINUTE_US);
    rule_book_free(book);
    story_end(&story);
}

static void counts_the_open_time(void **state)
{
    const struct after_row *row = *state;

    for (int i = 0; i < PLACES; i++)
        if (is_of(&places[i], row->is_sooner, row->after_us))
            counts_at(row, &places[i]);
}

/* The walk, against each minute asked for itself. */
static const struct minutes_row {
    const char *says;
    const char *hours;
} minutes_rows[] = {
    { "each minute of hours in the day is counted",
      "mon-fri 09:07-14:00 16:00-19:33, sun 02:15-03:10" },
    { "... of those that reach into the next",
      "sat 22:00-02:20, sun 23:59-06:01" },
    { "... that touch or lie over each other",
      "mon-sun 00:00-12:00 12:00-24:00, sat 20:00-03:00, sun 01:00-02:00" },
    { "... of one that is hardly ever open", "sun 10:00-10:15" },
};

static void counts_minutes_at(const struct minutes_row *row,
                              const struct place *place)
{
    const int64_t changes_us[] = { place->spring_us, place->autumn_us };
    struct story story;
    struct rule_book *book = open_book(&story, place, row->hours, "");

    for (int i = 0; i < 2; i++) {
        int64_t from_us = changes_us[i] - 4000 * MINUTE_US;
        int64_t open_us = 0;

        for (int64_t minute = 0; minute < 8000; minute++) {
            int64_t at_us = from_us + minute * MINUTE_US;

            open_us += rule_hours_open_us(book, "hours", at_us) == at_us
                           ? MINUTE_US
                           : 0;
            if (minute % 97 == 0)
                assert_int_equal(rule_hours_between_us(book, "hours", from_us,
                                                       at_us + MINUTE_US),
                                 open_us);
        }
    }
    rule_book_free(book);
    story_end(&story);
}

static void counts_each_minute(void **state)
{
    for (int i = 0; i < PLACES; i++)
        counts_minutes_at(*state, &places[i]);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, holds_by_the_clock, rule_rows);
    TEST_LIST_ADD_ROWS(&list, opens_by_the_clock, open_rows);
    TEST_LIST_ADD_ROWS(&list, counts_the_open_time, after_rows);
    TEST_LIST_ADD_ROWS(&list, counts_each_minute, minutes_rows);
    return test_list_run(&list);
}
