/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time zones, opening hours, holidays that move, and numbers of callers. */

#include "core/calendar.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "core/caller_list.h"
#include "tests/test.h"

/* Changes as the tz database has them for 2026, in UTC. */
static const struct zone zones[] = {
    { { "Europe/London" },
      3,
      { { INT64_C(1761440400000000), 0 },          /* 2025-10-26 01:00 */
        { INT64_C(1774746000000000), 3600000000 }, /* 2026-03-29 01:00 */
        { INT64_C(1792890000000000), 0 } } },      /* 2026-10-25 01:00 */
    { { "Europe/Madrid" },
      3,
      { { INT64_C(1761440400000000), 3600000000 },
        { INT64_C(1774746000000000), 7200000000 },
        { INT64_C(1792890000000000), 3600000000 } } },
    { { "America/New_York" },
      3,
      { { INT64_C(1762063200000000), -18000000000 },     /* 2025-11-02 06:00 */
        { INT64_C(1772953200000000), -14400000000 },     /* 2026-03-08 07:00 */
        { INT64_C(1793512800000000), -18000000000 } } }, /* 2026-11-01 06:00 */
};

static const struct zone_row {
    const char *says;
    size_t zone;
    int64_t wall_us;
    const char *local; /* weekday, date, time */
} zone_rows[] = {
    { "London, the last minute of winter", 0, INT64_C(1774745940000000),
      "7 2026-03-29 00:59" },
    { "London, the first minute of summer", 0, INT64_C(1774746000000000),
      "7 2026-03-29 02:00" },
    { "London, the hour that comes twice: first", 0, INT64_C(1792888200000000),
      "7 2026-10-25 01:30" },
    { "London, the hour that comes twice: again", 0, INT64_C(1792891800000000),
      "7 2026-10-25 01:30" },
    { "Madrid, the last minute of winter", 1, INT64_C(1774745940000000),
      "7 2026-03-29 01:59" },
    { "Madrid, the first minute of summer", 1, INT64_C(1774746000000000),
      "7 2026-03-29 03:00" },
    { "Madrid, back to winter", 1, INT64_C(1792890000000000),
      "7 2026-10-25 02:00" },
    { "New York, the last minute of winter", 2, INT64_C(1772953140000000),
      "7 2026-03-08 01:59" },
    { "New York, the first minute of summer", 2, INT64_C(1772953200000000),
      "7 2026-03-08 03:00" },
    { "New York, back to winter", 2, INT64_C(1793512800000000),
      "7 2026-11-01 01:00" },
    { "New York is still in the day before", 2, INT64_C(1798761600000000),
      "4 2026-12-31 19:00" },
    { "before the first change its offset holds", 1, INT64_C(1700000000000000),
      "2 2023-11-14 23:13" },
    { "before 1970", 0, INT64_C(-1000000), "3 1969-12-31 23:59" },
};

static void tells_local_time(void **state)
{
    const struct zone_row *row = *state;
    struct local_time time;
    char text[64];

    zone_local(&zones[row->zone], row->wall_us, &time);
    snprintf(text, sizeof(text), "%d %04d-%02d-%02d %02d:%02d", time.weekday,
             time.year, time.month, time.day, time.minute / 60,
             time.minute % 60);
    assert_string_equal(text, row->local);
}

static void days_and_dates_agree(void **state)
{
    struct local_time date;
    int64_t days = days_of_date(1600, 1, 1);
    int year = 1600;
    int month = 1;
    int day = 1;

    (void)state;
    assert_int_equal(days_of_date(1970, 1, 1), 0);
    assert_int_equal(days_of_date(2000, 2, 29), 11016);
    for (; year < 2400; days++) {
        bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
        static const int lengths[] = { 31, 28, 31, 30, 31, 30,
                                       31, 31, 30, 31, 30, 31 };
        int length = lengths[month - 1] + (month == 2 && is_leap);

        assert_int_equal(days_of_date(year, month, day), days);
        date_of_days(days, &date);
        assert_true(date.year == year && date.month == month &&
                    date.day == day);
        assert_int_equal(month_length(year, month), length);
        if (++day > length) {
            day = 1;
            year += month == 12;
            month = month % 12 + 1;
        }
    }
}

/* Published dates of Easter Sunday. */
static void easter_is_when_it_is(void **state)
{
    static const int dates[][3] = {
        { 1961, 4, 2 },  { 2000, 4, 23 }, { 2019, 4, 21 },
        { 2024, 3, 31 }, { 2025, 4, 20 }, { 2026, 4, 5 },
        { 2027, 3, 28 }, { 2038, 4, 25 }, { 2100, 3, 28 },
    };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(dates); i++)
        assert_int_equal(easter_of(dates[i][0]),
                         days_of_date(dates[i][0], dates[i][1], dates[i][2]));
}

static int parse(const char *hours, const char *holidays,
                 struct calendar *ret_calendar,
                 struct calendar_mistake *ret_mistake)
{
    struct event_calendar_set document = { .id = 1 };

    snprintf(document.hours.text, sizeof(document.hours.text), "%s", hours);
    snprintf(document.holidays.text, sizeof(document.holidays.text), "%s",
             holidays);
    return calendar_parse(&document, ret_calendar, ret_mistake);
}

static const struct day_row {
    const char *says;
    const char *holidays;
    int date[3];
    bool is_one;
} day_rows[] = {
    { "Christmas Day", "12-25", { 2026, 12, 25 }, true },
    { "not the day after", "12-25", { 2026, 12, 26 }, false },
    { "each year", "12-25", { 2031, 12, 25 }, true },
    { "once", "2026-12-31", { 2026, 12, 31 }, true },
    { "not the year after", "2026-12-31", { 2027, 12, 31 }, false },
    { "29 February, in a leap year", "02-29", { 2028, 2, 29 }, true },
    { "29 February is not 1 March", "02-29", { 2027, 3, 1 }, false },
    { "Good Friday", "easter-2", { 2026, 4, 3 }, true },
    { "Easter Sunday", "easter", { 2026, 4, 5 }, true },
    { "Easter Monday", "easter+1", { 2026, 4, 6 }, true },
    { "Corpus Christi", "easter+60", { 2026, 6, 4 }, true },
    { "the first Monday of May", "05/mon/1", { 2026, 5, 4 }, true },
    { "not the second", "05/mon/1", { 2026, 5, 11 }, false },
    { "the last Monday of May", "05/mon/-1", { 2026, 5, 25 }, true },
    { "Thanksgiving", "11/thu/4", { 2026, 11, 26 }, true },
    { "a fifth Monday that there is", "03/mon/5", { 2026, 3, 30 }, true },
    { "a fifth Monday that there is not", "05/mon/5", { 2026, 6, 1 }, false },
    { "the fifth Friday from the end", "05/fri/-5", { 2026, 5, 1 }, true },
    /* 2027-12-25 is a Saturday, -26 a Sunday */
    { "Christmas on Saturday counts on Monday",
      "12-25 next, 12-26 next",
      { 2027, 12, 27 },
      true },
    { "then Boxing Day on Tuesday",
      "12-25 next, 12-26 next",
      { 2027, 12, 28 },
      true },
    { "but not Wednesday", "12-25 next, 12-26 next", { 2027, 12, 29 }, false },
    /* 2022-12-25 is a Sunday, -26 a Monday */
    { "Christmas on Sunday jumps over Boxing Day",
      "12-25 next, 12-26 next",
      { 2022, 12, 27 },
      true },
    { "a weekday is not shifted", "12-25 next", { 2026, 12, 28 }, false },
    { "4 July on Saturday is had on Friday",
      "07-04 near",
      { 2026, 7, 3 },
      true },
    { "4 July on Sunday is had on Monday", "07-04 near", { 2027, 7, 5 }, true },
    { "New Year on Saturday is had in the old year",
      "01-01 near",
      { 2027, 12, 31 },
      true },
    { "New Year on Sunday", "01-01 next", { 2023, 1, 2 }, true },
    { "separators of all kinds",
      ";;12-24,\n12-25; 12-26 ;",
      { 2026, 12, 26 },
      true },
};

static void is_holiday(void **state)
{
    const struct day_row *row = *state;
    struct calendar calendar;

    assert_int_equal(parse("", row->holidays, &calendar, NULL), 0);
    assert_int_equal(
        calendar_has_holiday(
            &calendar, days_of_date(row->date[0], row->date[1], row->date[2])),
        row->is_one);
}

#define WEEK "mon-fri 09:00-14:00 16:00-19:00, sat 10:00-14:00"

/* Days of 2026: 12-21 is a Monday. */
static const struct open_row {
    const char *says;
    const char *hours;
    const char *holidays;
    int day; /* of December */
    const char *time;
    bool is_open;
} open_rows[] = {
    { "open", WEEK, "", 21, "09:00", true },
    { "not a minute earlier", WEEK, "", 21, "08:59", false },
    { "closed at the end", WEEK, "", 21, "14:00", false },
    { "siesta", WEEK, "", 21, "15:00", false },
    { "the second span", WEEK, "", 21, "18:59", true },
    { "Saturday has its own hours", WEEK, "", 26, "10:30", true },
    { "Saturday afternoon", WEEK, "", 26, "16:30", false },
    { "Sunday", WEEK, "", 27, "10:30", false },
    { "a holiday is closed", WEEK, "12-24", 24, "10:30", false },
    { "a holiday with hours", WEEK, "12-24 09:00-12:00", 24, "11:59", true },
    { "... and after them", WEEK, "12-24 09:00-12:00", 24, "12:00", false },
    { "a holiday may open a Sunday", WEEK, "12-27 10:00-20:00", 27, "19:00",
      true },
    { "no hours: always", "", "", 27, "03:00", true },
    { "no hours, but a holiday", "", "12-27", 27, "03:00", false },
    { "over midnight, before it", "fri 22:00-06:00", "", 25, "23:00", true },
    { "over midnight, after it", "fri 22:00-06:00", "", 26, "05:59", true },
    { "over midnight, at its end", "fri 22:00-06:00", "", 26, "06:00", false },
    { "the night before a holiday is the day before's", "fri 22:00-06:00",
      "12-26", 26, "01:00", true },
    { "a holiday has no night either", "fri 22:00-06:00", "12-25", 26, "01:00",
      false },
    { "until 24:00", "mon 20:00-24:00", "", 21, "23:59", true },
    { "24:00 is the next day", "mon 20:00-24:00", "", 22, "00:00", false },
    { "a week that turns", "sat-mon 10:00-11:00", "", 21, "10:30", true },
    { "a week that turns, without Tuesday", "sat-mon 10:00-11:00", "", 22,
      "10:30", false },
    { "spans of one day in two parts", "mon 08:00-09:00\nmon 10:00-11:00", "",
      21, "10:30", true },
};

static void is_open_or_not(void **state)
{
    const struct open_row *row = *state;
    struct calendar calendar;
    struct local_time time;

    assert_int_equal(parse(row->hours, row->holidays, &calendar, NULL), 0);
    date_of_days(days_of_date(2026, 12, row->day), &time);
    time.minute = 60 * (10 * (row->time[0] - '0') + row->time[1] - '0') +
                  10 * (row->time[3] - '0') + row->time[4] - '0';
    assert_int_equal(calendar_is_open(&calendar, &time), row->is_open);
}

static const struct wrong_row {
    const char *says;
    const char *hours;
    const char *holidays;
    size_t at;
} wrong_rows[] = {
    { "no such day", "mo 09:00-10:00", "", 0 },
    { "no such range", "mon-xyz 09:00-10:00", "", 4 },
    { "days without hours", "mon-fri", "", 7 },
    { "25 hours", "mon 25:00-26:00", "", 4 },
    { "60 minutes", "mon 09:60-10:00", "", 7 },
    { "after 24:00", "mon 09:00-24:01", "", 13 },
    { "from 24:00", "mon 24:00-25:00", "", 9 },
    { "no time at all", "mon 09:00-09:00", "", 15 },
    { "half a span", "mon 09:00", "", 9 },
    { "words between", "mon 09:00-10:00 and 11:00-12:00", "", 16 },
    { "five spans of a day",
      "mon 01:00-02:00 03:00-04:00 05:00-06:00 07:00-08:00 09:00-10:00", "",
      63 },
    { "no such month", "", "13-01", 0 },
    { "no such day of the month", "", "04-31", 3 },
    { "29 February of a year without", "", "2027-02-29", 8 },
    { "a year far away", "", "2999-01-01", 0 },
    { "a day alone", "", "25", 0 },
    { "no such weekday", "", "05/mo/1", 3 },
    { "the sixth", "", "05/mon/6", 7 },
    { "the zeroth", "", "05/mon/0", 7 },
    { "Easter by nothing", "", "easter+", 7 },
    { "Easter by a year", "", "easter+365", 9 },
    { "no such shift", "", "12-25 later", 6 },
    { "the second is wrong", "", "12-25, xx", 7 },
};

static void is_refused(void **state)
{
    const struct wrong_row *row = *state;
    struct calendar calendar = { .holiday_count = 99 };
    struct calendar_mistake mistake = { 0 };

    assert_int_equal(parse(row->hours, row->holidays, &calendar, &mistake),
                     -EINVAL);
    assert_string_equal(mistake.field, row->hours[0] ? "hours" : "holidays");
    assert_non_null(mistake.says);
    assert_int_equal(mistake.at, row->at);
    assert_int_equal(calendar.holiday_count, 99);
}

static void holidays_are_limited(void **state)
{
    struct event_calendar_set document = { .id = 1 };
    struct calendar calendar;
    struct calendar_mistake mistake;

    (void)state;
    for (size_t i = 0; i + 6 < 511; i += 6) {
        memcpy(document.holidays.text + i, "12-25,", 6);
        memcpy(document.holidays2.text + i, "12-26,", 6);
    }
    assert_int_equal(calendar_parse(&document, &calendar, &mistake), -EINVAL);
    assert_string_equal(mistake.field, "holidays2");

    document.holidays2.text[6] = '\0';
    assert_int_equal(calendar_parse(&document, &calendar, &mistake), 0);
    assert_int_equal(calendar.holiday_count, 86);
}

/* Callers. */

static const struct number_row {
    const char *says;
    const char *text;
    const char *country;
    uint64_t number;
} number_rows[] = {
    { "with a plus", "+34612555018", "", UINT64_C(34612555018) },
    { "with two zeros", "0034612555018", "", UINT64_C(34612555018) },
    { "the country is not looked at then", "+44207946", "34",
      UINT64_C(44207946) },
    { "a national number of a known country", "612555018", "34",
      UINT64_C(34612555018) },
    { "its leading zero is the trunk's", "02079460000", "44",
      UINT64_C(442079460000) },
    { "but Italy's is the number's", "0639821234", "39",
      UINT64_C(390639821234) },
    { "... also with the country", "+390639821234", "",
      UINT64_C(390639821234) },
    { "in Hungary it is 06", "0612345678", "36", UINT64_C(3612345678) },
    { "in North America 1, before ten digits", "12125550123", "1",
      UINT64_C(12125550123) },
    { "... which may be missing", "2125550123", "1", UINT64_C(12125550123) },
    { "... and 011 leads abroad", "01134612555018", "1",
      UINT64_C(34612555018) },
    { "in Russia 8", "84951234567", "7", UINT64_C(74951234567) },
    { "... which a number may begin with", "8001234567", "7",
      UINT64_C(78001234567) },
    { "a national number of nowhere", "612555018", "", 0 },
    { "no country begins with 0", "+0612555018", "", 0 },
    { "15 digits", "+123456789012345", "", UINT64_C(123456789012345) },
    { "16 digits", "+1234567890123456", "", 0 },
    { "7 digits", "+1234567", "", UINT64_C(1234567) },
    { "6 digits", "+123456", "", 0 },
    { "a feature code", "*97", "34", 0 },
    { "withheld", "", "34", 0 },
    { "a plus alone", "+", "", 0 },
    { "16 digits with the country", "12345678901234", "34", 0 },
};

static void is_that_number(void **state)
{
    const struct number_row *row = *state;

    assert_int_equal(caller_number_of(row->text, row->country), row->number);
}

static const struct never_row {
    const char *says;
    const char *text;
    const char *country;
    bool may_have;
} never_rows[] = {
    { "a listed number is on the list", "+34612555018", "", true },
    { "... with two zeros", "0034612555018", "", true },
    { "... as it is dialled in its country", "612555018", "34", true },
    { "... and where no country is known", "612555018", "", true },
    { "Italy's with its zero is", "0639821234", "39", true },
    { "... and where no country is known", "0639821234", "", true },
    { "one with the trunk's zero is, where no country is known", "02079460000",
      "", true },
    { "another number is not", "+34612555019", "", false },
    { "... nor as it is dialled", "612555019", "34", false },
    { "... nor where no country is known", "612555019", "", false },
    { "a listed number's of another country is not", "612555018", "49", false },
    { "a withheld one is not", "", "", false },
    { "nor is a code", "*97", "", false },
};

static void is_on_a_list(void **state)
{
    const struct never_row *row = *state;
    static const uint64_t numbers[] = { UINT64_C(34612555018),
                                        UINT64_C(390639821234),
                                        UINT64_C(442079460000) };
    struct caller_list *list = calloc(1, sizeof(*list) + sizeof(numbers));

    assert_non_null(list);
    list->count = ARRAY_LEN(numbers);
    memcpy(list->numbers, numbers, sizeof(numbers));
    assert_int_equal(caller_list_may_have(list, row->text, row->country),
                     row->may_have);
    free(list);
}

/* Lists whose numbers lost a 0 each, whatever their country's rule. */
static const struct before_row {
    const char *says;
    uint64_t stored;
    const char *text;
    const char *country;
    bool names;
} before_rows[] = {
    { "Italy's without its zero is the caller with it", UINT64_C(39639821234),
      "+390639821234", "39", true },
    { "... as it is dialled there", UINT64_C(39639821234), "0639821234", "39",
      true },
    { "... and with two zeros", UINT64_C(39639821234), "00390639821234", "39",
      true },
    { "one of another country's list has no such form", UINT64_C(39639821234),
      "+390639821234", "34", false },
    { "another number is not", UINT64_C(39639821234), "+390639821235", "39",
      false },
    { "a mobile number is as it was", UINT64_C(393391234567), "+393391234567",
      "39", true },
    { "San Marino's, too", UINT64_C(378549882914), "+3780549882914", "378",
      true },
    { "Ivory Coast's", UINT64_C(225707123456), "+2250707123456", "225", true },
    { "Hungary's with the 6 of 06", UINT64_C(36612345678), "+3612345678", "36",
      true },
    { "North America's with the 1 twice", UINT64_C(112125550123),
      "+12125550123", "1", true },
    { "... and what 011 led abroad to", UINT64_C(11134612555018),
      "+34612555018", "1", true },
    { "Russia's with the 8", UINT64_C(784951234567), "84951234567", "7", true },
    { "Australia's 0011 lost two zeros", UINT64_C(1134612555018),
      "+34612555018", "61", true },
    { "Spain's is as it was", UINT64_C(34612555018), "612555018", "34", true },
    { "a withheld one is not", UINT64_C(39639821234), "", "39", false },
};

static void was_stored_before(void **state)
{
    const struct before_row *row = *state;
    struct caller_list *list = calloc(1, sizeof(*list) + sizeof(row->stored));

    assert_non_null(list);
    list->count = 1;
    list->numbers[0] = row->stored;
    assert_int_equal(caller_list_names(list, row->text, row->country),
                     row->names);
    assert_int_equal(caller_list_may_have(list, row->text, row->country),
                     row->names);
    free(list);
}

static void lists_are_looked_up(void **state)
{
    enum { COUNT = 1000 };
    struct caller_list *list =
        test_malloc(sizeof(*list) + COUNT * sizeof(list->numbers[0]));

    (void)state;
    memset(list->digest, 'a', 64);
    list->digest[64] = '\0';
    for (list->count = 0; list->count < COUNT; list->count++) {
        list->numbers[list->count] = 34000000 + 2 * list->count;
        if (list->count % 97 != 0)
            continue;
        for (uint64_t n = 33999998; n < 34000000 + 2 * COUNT + 3; n++)
            assert_int_equal(caller_list_has(list, n),
                             n >= 34000000 && n % 2 == 0 &&
                                 n < 34000000 + 2 * list->count);
    }
    assert_true(caller_list_is_valid(list));
    list->numbers[7] = list->numbers[6];
    assert_false(caller_list_is_valid(list));
    list->numbers[7] = 1;
    assert_false(caller_list_is_valid(list));
    list->count = 0;
    assert_true(caller_list_is_valid(list));
    list->digest[3] = '\0';
    assert_false(caller_list_is_valid(list));
    test_free(list);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, tells_local_time, zone_rows);
    TEST_LIST_ADD_ROWS(&list, is_holiday, day_rows);
    TEST_LIST_ADD_ROWS(&list, is_open_or_not, open_rows);
    TEST_LIST_ADD_ROWS(&list, is_refused, wrong_rows);
    TEST_LIST_ADD_ROWS(&list, is_that_number, number_rows);
    TEST_LIST_ADD(&list, days_and_dates_agree);
    TEST_LIST_ADD(&list, easter_is_when_it_is);
    TEST_LIST_ADD(&list, holidays_are_limited);
    TEST_LIST_ADD_ROWS(&list, is_on_a_list, never_rows);
    TEST_LIST_ADD_ROWS(&list, was_stored_before, before_rows);
    TEST_LIST_ADD(&list, lists_are_looked_up);

    return test_list_run(&list);
}
