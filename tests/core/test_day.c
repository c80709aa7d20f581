/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Today ends at the house's midnight, and what counts for it with it. */

#include "core/core.h"

#include <string.h>

#include "core/rule.h"
#include "core/state_copy.h"
#include "core/zone.h"
#include "tests/core/floor.h"
#include "tests/core/situation.h"
#include "tests/test.h"

static const int64_t HOUR_US = INT64_C(3600) * SECOND_US;
static const int64_t DAY_US = INT64_C(86400) * SECOND_US;
static const int64_t MINUTE_US = INT64_C(60) * SECOND_US;

#define AT(seconds) (INT64_C(seconds) * 1000000)
#define HOURS(n)    (INT64_C(n) * 3600000000)

/* As the tz database has them. */
static const struct zone madrid = { { "" },
                                    3,
                                    { { AT(1761440400), HOURS(1) },
                                      { AT(1774746000), HOURS(2) },
                                      { AT(1792890000), HOURS(1) } } };
static const struct zone sydney = { { "" },
                                    3,
                                    { { AT(1759593600), HOURS(11) },
                                      { AT(1775318400), HOURS(10) },
                                      { AT(1791043200), HOURS(11) } } };
static const struct zone new_york = { { "" },
                                      3,
                                      { { AT(1762063200), HOURS(-5) },
                                        { AT(1772953200), HOURS(-4) },
                                        { AT(1793512800), HOURS(-5) } } };
static const struct zone cairo = { { "" },
                                   3,
                                   { { AT(1767225600), HOURS(2) },
                                     { AT(1776981600), HOURS(3) },
                                     { AT(1793307600), HOURS(2) } } };
static const struct zone havana = { { "" },
                                    3,
                                    { { AT(1767225600), HOURS(-5) },
                                      { AT(1772946000), HOURS(-4) },
                                      { AT(1793509200), HOURS(-5) } } };
static const struct zone st_johns = {
    { "" }, 2, { { AT(1157068800), AT(-9000) }, { AT(1162089060), AT(-12600) } }
};
static const struct zone apia = {
    { "" }, 2, { { AT(1320105600), HOURS(-10) }, { AT(1325239200), HOURS(14) } }
};

static const struct zone utc = { .change_count = 0 };

/* Each day as another library has it, from minute to minute. */
static const struct day_row {
    const char *says;
    const struct zone *zone;
    int64_t days;
    int64_t from_us, until_us;
} day_rows[] = {
    { "Madrid, 29 March: 23 hours", &madrid, 20541, AT(1774738800),
      AT(1774821600) },
    { "Madrid, 25 October: 25 hours", &madrid, 20751, AT(1792879200),
      AT(1792969200) },
    { "Madrid, 1 June: 24 hours, from 22:00 UTC on", &madrid, 20605,
      AT(1780264800), AT(1780351200) },
    { "Sydney, 4 October: 23 hours", &sydney, 20730, AT(1791036000),
      AT(1791118800) },
    { "Sydney, 5 April: 25 hours", &sydney, 20548, AT(1775307600),
      AT(1775397600) },
    { "Sydney, 1 January: from 13:00 UTC on", &sydney, 20454, AT(1767186000),
      AT(1767272400) },
    { "New York, 8 March: 23 hours", &new_york, 20520, AT(1772946000),
      AT(1773028800) },
    { "New York, 1 November: 25 hours", &new_york, 20758, AT(1793505600),
      AT(1793595600) },
    { "New York, 31 December: until 05:00 UTC", &new_york, 20818,
      AT(1798693200), AT(1798779600) },
    { "Cairo, 24 April: there is no midnight, it begins at 01:00", &cairo,
      20567, AT(1776981600), AT(1777064400) },
    { "... and the day before ends then", &cairo, 20566, AT(1776895200),
      AT(1776981600) },
    { "Cairo, 29 October: put back at its end, 25 hours", &cairo, 20755,
      AT(1793221200), AT(1793311200) },
    { "Havana, 8 March: put forward at its beginning", &havana, 20520,
      AT(1772946000), AT(1773028800) },
    { "Havana, 1 November: midnight comes twice, it begins with the first",
      &havana, 20758, AT(1793505600), AT(1793595600) },
    { "St. John's, 29 October 2006: put back over midnight, it goes on",
      &st_johns, 13450, AT(1162089000), AT(1162179000) },
    { "Apia, 31 December 2011: the day before it was left out", &apia, 15339,
      AT(1325239200), AT(1325325600) },
    { "Apia, 29 December 2011", &apia, 15337, AT(1325152800), AT(1325239200) },
};

static void expect_day(const struct zone *zone, int64_t wall_us,
                       const struct day_row *row)
{
    struct zone_day day;

    zone_day(zone, wall_us, &day);
    assert_int_equal(day.days, row->days);
    assert_int_equal(day.from_us, row->from_us);
    assert_int_equal(day.until_us, row->until_us);
}

static void tells_the_day_of_each_moment_in_it(void **state)
{
    const struct day_row *row = *state;
    struct zone_day day;

    for (int64_t at_us = row->from_us; at_us < row->until_us;
         at_us += MINUTE_US)
        expect_day(row->zone, at_us, row);
    expect_day(row->zone, row->until_us - 1, row);
    zone_day(row->zone, row->from_us - 1, &day);
    assert_int_equal(day.until_us, row->from_us);
    zone_day(row->zone, row->until_us, &day);
    assert_int_equal(day.from_us, row->until_us);
}

/* The house's clocks show the zone's time, and this moment. */

static void show(struct story *story, const struct zone *zone, int64_t wall_us)
{
    const struct command clock = SET_CLOCK(wall_us);

    assert_int_equal(core_set_zone(story->core, zone), 0);
    story_lead(story, &clock, 1);
}

static void wait_until(struct story *story, int64_t wall_us)
{
    story_wait(story,
               wall_us - state_wall_us(core_state(story->core), story->now_us));
}

static const struct desk_row *desk(const struct story *story, uint64_t agent_id)
{
    return state_desk(core_state(story->core), agent_id);
}

static const struct tally_row *tally(const struct story *story)
{
    return state_tally(core_state(story->core), SALES);
}

static int64_t today(const struct story *story)
{
    return state_day(core_state(story->core), story->now_us);
}

/* As on the web's screens: what is of another day counts nothing. */
static int64_t offered_today(const struct story *story)
{
    return tally(story)->day == today(story) ? tally(story)->offered : 0;
}

static void expect_figures(const struct story *story, int64_t count)
{
    assert_int_equal(desk(story, ANN)->handled, count);
    assert_int_equal(offered_today(story), count);
}

static void talk(struct floor *floor)
{
    uint64_t id = floor_call(floor);

    floor_talk(floor, contact_of(&floor->story, id)->agent_id, 5);
}

/* From a minute before the day begins until it is over. */
static void figures_are_those_of_the_day(void **state)
{
    const struct day_row *row = *state;
    struct floor floor;
    struct story *story = &floor.story;

    floor_begin(&floor, STRATEGY_FEWEST_CONTACTS, "");
    show(story, row->zone, row->from_us - MINUTE_US);
    floor_ready(&floor, ANN);
    talk(&floor);
    talk(&floor);
    wait_until(story, row->from_us - 1);
    expect_figures(story, 2);
    assert_true(today(story) < row->days);

    wait_until(story, row->from_us);
    assert_int_equal(today(story), row->days);
    expect_figures(story, 0);
    assert_int_equal(state_day_age_us(core_state(story->core), story->now_us),
                     0);
    talk(&floor);
    wait_until(story, row->until_us - 1);
    assert_int_equal(today(story), row->days);
    expect_figures(story, 1);
    assert_int_equal(state_day_age_us(core_state(story->core), story->now_us),
                     row->until_us - row->from_us - 1);

    wait_until(story, row->until_us);
    assert_true(today(story) > row->days);
    expect_figures(story, 0);
    floor_end(&floor);
}

/* At noon of the house by UTC's clock, whose midnight is nobody's. */
static void midnight_of_utc_begins_no_day(void **state)
{
    const struct day_row *row = *state;
    int64_t utc_us = (row->until_us - 1) / DAY_US * DAY_US;
    struct floor floor;

    floor_begin(&floor, STRATEGY_FEWEST_CONTACTS, "");
    show(&floor.story, row->zone, utc_us - MINUTE_US);
    floor_ready(&floor, ANN);
    talk(&floor);
    wait_until(&floor.story, utc_us + MINUTE_US);
    expect_figures(&floor.story, utc_us == row->from_us ? 0 : 1);
    floor_end(&floor);
}

/* What goes by the figures of today. */

static void midnight_of_the_house_makes_all_agents_equal(void **state)
{
    struct floor floor;

    (void)state;
    floor_begin(&floor, STRATEGY_FEWEST_CONTACTS, "");
    show(&floor.story, &new_york, AT(1793505600) - MINUTE_US);
    floor_ready(&floor, ANN);
    talk(&floor);
    floor_ready(&floor, BOB);
    floor_expect(&floor, "a");
    talk(&floor);
    talk(&floor);
    talk(&floor);
    floor_expect(&floor,
                 "bab"); /* who had fewer, or has been idle for longer */
    floor_ready(&floor, CAT);
    wait_until(&floor.story, AT(1793505600));
    talk(&floor);
    floor_expect(&floor, "a"); /* not Cat, though she has had none */
    floor_end(&floor);
}

static int64_t lunch_us(const struct story *story)
{
    return state_paused_us(core_state(story->core), ANN, LUNCH, story->now_us);
}

/* Whether a rule that asks for SALES' service level of today leads a call now. */
static bool has_service_level(const struct story *story)
{
    const struct rule_call call = {
        .wall_us = state_wall_us(core_state(story->core), story->now_us),
        .caller = "+34612",
        .called = "+4201",
        .trunk_id = TRUNK,
        .entry = state_entry(core_state(story->core), 1),
    };
    struct rule_book *book = NULL;
    struct rule_choice choice;

    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(rule_book_refresh(book, core_state(story->core)), 0);
    rule_choose(book, core_state(story->core), &call, &choice);
    rule_book_free(book);
    return choice.rule != NULL;
}

static void rules_ask_about_the_house_s_day(void **state)
{
    static const struct command rule = {
        COMMAND_SET_RULE,
        .as.set_rule = { .name = { "kept" },
                         .enabled = true,
                         .share = 1,
                         .condition = { "queue(sales).service_level >= 0" },
                         .to = TO_BUSY,
                         .to2 = TO_FLOW,
                         .to3 = TO_FLOW },
    };
    struct floor floor;

    (void)state;
    floor_begin(&floor, STRATEGY_LONGEST_IDLE, "");
    floor_give(&floor, &rule);
    show(&floor.story, &sydney, AT(1791036000));
    floor_ready(&floor, ANN);
    assert_false(has_service_level(&floor.story));
    talk(&floor);
    wait_until(&floor.story, AT(1791118800) - 1); /* 12:59 UTC */
    assert_true(has_service_level(&floor.story));
    wait_until(&floor.story, AT(1791118800));
    assert_false(has_service_level(&floor.story));
    floor_end(&floor);
}

/* From 23:50 until 00:20, an hour of which comes twice later on. */
static void a_pause_over_midnight_counts_for_both_days(void **state)
{
    static const struct command pause = PAUSE(ANN, LUNCH);
    static const struct command back = AVAILABLE(ANN);
    struct story story;

    (void)state;
    story_begin_in(&story, ANN_FREE);
    show(&story, &madrid, AT(1792879200) - 10 * MINUTE_US);
    story_lead(&story, &pause, 1);
    wait_until(&story, AT(1792879200) - 1);
    assert_int_equal(lunch_us(&story), 10 * MINUTE_US - 1);
    story_wait(&story, 20 * MINUTE_US + 1);
    assert_int_equal(lunch_us(&story), 20 * MINUTE_US);
    story_lead(&story, &back, 1);
    assert_int_equal(lunch_us(&story), 20 * MINUTE_US);
    story_wait(&story, 24 * HOUR_US); /* 23:20 on a day of 25 hours */
    assert_int_equal(lunch_us(&story), 20 * MINUTE_US);
    story_wait(&story, HOUR_US);
    assert_int_equal(lunch_us(&story), 0);
    story_end(&story);
}

/* The house's time zone is another one. */
static void another_zone_is_another_day_at_once(void **state)
{
    struct floor floor;
    const int64_t wall_us = AT(1780264800) + MINUTE_US; /* 00:01 in Madrid */

    (void)state;
    floor_begin(&floor, STRATEGY_LONGEST_IDLE, "");
    show(&floor.story, &madrid, wall_us);
    floor_ready(&floor, ANN);
    talk(&floor);
    expect_figures(&floor.story, 1);
    assert_int_equal(today(&floor.story), 20605);

    show(&floor.story, &new_york, wall_us + MINUTE_US); /* 18:02 */
    assert_int_equal(today(&floor.story), 20604);
    expect_figures(&floor.story, 1);
    talk(&floor);
    expect_figures(&floor.story, 2);
    wait_until(&floor.story, AT(1780286400) - 1); /* 04:00 UTC */
    expect_figures(&floor.story, 2);
    wait_until(&floor.story, AT(1780286400));
    assert_int_equal(today(&floor.story), 20605);
    expect_figures(&floor.story, 0);
    floor_end(&floor);
}

/* Ann talks, and has lunch for half an hour; then the house's clocks are those
   of another zone. */
static const struct moved_row {
    const char *says;
    const struct zone *from, *to;
    int64_t at_us; /* she talks at, minutes before her lunch */
    int64_t seen_us;
    int64_t kept; /* talks, which pauses and the rest go by */
} moved_rows[] = {
    { "of days of UTC, in the evening of New York: today's are kept", &utc,
      &new_york, AT(1780272600), AT(1780275600), 1 },
    { "... in the afternoon the day is the same", &utc, &new_york,
      AT(1780254000), AT(1780257600), 1 },
    { "after midnight in Madrid yesterday's are not", &utc, &madrid,
      AT(1780262400), AT(1780265400), 0 },
    { "... half an hour before it they are today's", &utc, &madrid,
      AT(1780259400), AT(1780262400), 1 },
    { "at noon of a house that is a day ahead most are today's", &utc, &apia,
      AT(1780266600), AT(1780269600), 1 },
    { "back to days of UTC", &new_york, &utc, AT(1780272600), AT(1780275600),
      0 },
    { "what is of a day that is over is not kept", &utc, &new_york,
      AT(1780272600), AT(1780448400), 0 },
};

static void figures_move_to_another_zone(void **state)
{
    const struct moved_row *row = *state;
    static const struct command pause = PAUSE(ANN, LUNCH);
    static const struct command back = AVAILABLE(ANN);
    struct floor floor;
    struct story *story = &floor.story;

    floor_begin(&floor, STRATEGY_FEWEST_CONTACTS, "");
    show(story, row->from, row->at_us);
    floor_ready(&floor, ANN);
    talk(&floor);
    floor_give(&floor, &pause);
    story_wait(story, 30 * MINUTE_US);
    floor_give(&floor, &back);
    show(story, row->to, row->seen_us);
    expect_figures(story, row->kept);
    assert_int_equal(lunch_us(story), row->kept * 30 * MINUTE_US);
    talk(&floor);
    expect_figures(story, row->kept + 1);
    floor_end(&floor);
}

/* Recovery: the events alone, in a core that knows no zone. */

static void follow(struct story *story, struct core *again)
{
    struct outbox *outbox = &story->outbox;

    for (size_t i = 0; i < outbox->event_count; i++)
        assert_int_equal(core_recover(again, &outbox->events[i]), 0);
    outbox_clear(outbox);
    assert_same_state(core_state(again), core_state(story->core));
}

static void give(struct story *story, struct core *again,
                 struct command command)
{
    assert_int_equal(story_give(story, &command), 0);
    follow(story, again);
}

/* A copy of the house, which is told of events alone from now on. */
static struct core *shadow_of(const struct story *story)
{
    struct state *copy = NULL;
    struct core *again = NULL;

    assert_int_equal(core_new(&again), 0);
    assert_int_equal(state_copy(core_state(story->core), &copy), 0);
    assert_int_equal(core_adopt(again, copy), 0);
    return again;
}

static void events_alone_make_the_same_days(void **state)
{
    const struct day_row *row = *state;
    struct story story;

    story_begin_in(&story, ANN_FREE);
    assert_int_equal(core_set_zone(story.core, row->zone), 0);

    struct core *again = shadow_of(&story);

    give(&story, again,
         (struct command)SET_CLOCK(row->from_us - 10 * MINUTE_US));
    give(&story, again, (struct command)PAUSE(ANN, LUNCH));
    story_wait(&story, 20 * MINUTE_US);
    follow(&story, again);
    give(&story, again, (struct command)AVAILABLE(ANN));
    give(&story, again, (struct command)ARRIVES(1, "+42021"));
    give(&story, again, (struct command)CONNECTED);
    for (int i = 0; i < 3; i++) {
        story_wait(&story, 12 * HOUR_US);
        follow(&story, again);
    }
    assert_true(today(&story) > row->days);
    assert_int_equal(core_next_wake(again), core_next_wake(story.core));
    core_free(again);
    story_end(&story);
}

/* Killed in the evening, begun anew the next day: its figures are of that. */
static void a_start_after_midnight_begins_the_day(void **state)
{
    const struct day_row *row = *state;
    struct story story;
    char wrote[STORY_TEXT_SIZE];

    story_begin_in(&story, WRAPPING_UP);
    show(&story, row->zone, row->until_us - HOUR_US);

    int64_t handled = desk(&story, ANN)->handled;
    struct command first[] = { GONE(EFFECT_RELEASE),  DISPOSE(ANN, SOLD, ""),
                               ARRIVES(2, "+42021"),  CONNECTED,
                               ANSWERED(EFFECT_RING), BRIDGED,
                               CALLER_HANGS_UP(2) };

    story_lead(&story, first, ARRAY_LEN(first));
    assert_int_equal(desk(&story, ANN)->handled, handled + 1);

    struct core *killed = story.core;

    story.core = shadow_of(&story);
    core_free(killed);
    assert_int_equal(core_set_zone(story.core, row->zone), 0);
    story.now_us += 3 * HOUR_US;

    struct command start = START(story.now_us - 3 * HOUR_US);

    start.as.start.wall_us = row->until_us + 2 * HOUR_US;
    assert_int_equal(story_give(&story, &start), 0);
    story_summary(&story.outbox, wrote);
    assert_non_null(strstr(wrote, "server_started clock_set"));
    assert_null(strstr(wrote, "day_began")); /* which the clock has told */
    assert_true(today(&story) > row->days);
    assert_int_equal(desk(&story, ANN)->handled, 0);
    assert_int_equal(offered_today(&story), 0);
    story_end(&story);
}

/* Journals of before. */

static void fold(struct core *core, struct event event)
{
    event.seq = state_system(core_state(core))->seq + 1;
    assert_int_equal(core_recover(core, &event), 0);
}

static void a_journal_that_tells_no_day_has_those_of_utc(void **state)
{
    const int64_t wall_us = AT(1780264800); /* 22:00 UTC */
    struct core *core = NULL;

    (void)state;
    assert_int_equal(core_new(&core), 0);
    fold(core, (struct event){ .at_us = 1,
                               .type = EVENT_SERVER_STARTED,
                               .as.server_started.start = 1 });
    fold(core, (struct event){ .at_us = 1,
                               .type = EVENT_CLOCK_SET,
                               .as.clock_set.wall_us = wall_us });
    assert_int_equal(state_day(core_state(core), 1), 20604);
    assert_int_equal(state_day_age_us(core_state(core), 1), 22 * HOUR_US);
    assert_int_equal(state_day(core_state(core), 2 * HOUR_US), 20604);
    assert_int_equal(state_day(core_state(core), 2 * HOUR_US + 1), 20605);
    assert_int_equal(core_next_wake(core), INT64_MAX);
    fold(core, (struct event){ .at_us = 2 * HOUR_US + 1,
                               .type = EVENT_DAY_BEGAN,
                               .as.day_began.day = 20605 });
    assert_int_equal(state_system(core_state(core))->day, 20605);
    assert_int_equal(state_day(core_state(core), 2 * HOUR_US + 1), 20605);
    core_free(core);
}

/* Nothing but midnight, which is not asked for over and over. */
static void an_idle_house_wakes_once_a_day(void **state)
{
    const struct day_row *row = *state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    show(&story, row->zone, row->from_us);

    int64_t from_us = story.now_us;
    int64_t length_us = row->until_us - row->from_us;

    assert_int_equal(core_next_wake(story.core), from_us + length_us);
    story_wait(&story, length_us - 1);
    assert_int_equal(story.outbox.event_count, 0);
    story_wait(&story, 1);
    assert_int_equal(story.outbox.event_count, 1);
    assert_int_equal(story.outbox.events[0].type, EVENT_DAY_BEGAN);
    assert_true(core_next_wake(story.core) > story.now_us + 22 * HOUR_US);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, tells_the_day_of_each_moment_in_it, day_rows);
    TEST_LIST_ADD_ROWS(&list, figures_are_those_of_the_day, day_rows);
    TEST_LIST_ADD_ROWS(&list, midnight_of_utc_begins_no_day, day_rows);
    TEST_LIST_ADD_ROWS(&list, events_alone_make_the_same_days, day_rows);
    TEST_LIST_ADD_ROWS(&list, a_start_after_midnight_begins_the_day, day_rows);
    TEST_LIST_ADD_ROWS(&list, figures_move_to_another_zone, moved_rows);
    TEST_LIST_ADD_ROWS(&list, an_idle_house_wakes_once_a_day, day_rows);
    TEST_LIST_ADD(&list, midnight_of_the_house_makes_all_agents_equal);
    TEST_LIST_ADD(&list, a_pause_over_midnight_counts_for_both_days);
    TEST_LIST_ADD(&list, rules_ask_about_the_house_s_day);
    TEST_LIST_ADD(&list, another_zone_is_another_day_at_once);
    TEST_LIST_ADD(&list, a_journal_that_tells_no_day_has_those_of_utc);
    return test_list_run(&list);
}
