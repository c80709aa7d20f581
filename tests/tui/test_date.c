/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days against the calendar of the C library, and fields that hold them. */

#include "tui/date.h"

#include <errno.h>
#include <string.h>
#include <time.h>

#include "tests/test.h"
#include "tests/tui/picture.h"
#include "tui/form.h"

static int64_t day_of(int year, int month, int day)
{
    struct tm tm = { .tm_year = year - 1900,
                     .tm_mon = month - 1,
                     .tm_mday = day };

    return timegm(&tm) / 86400;
}

/* All days there are, there and back, written and read in each language. */
static void every_day_is_that_of_the_c_library(void **state)
{
    (void)state;
    for (int64_t date = 0; date <= DATE_LAST; date++) {
        time_t moment = (time_t)date * 86400;
        struct tm tm;
        int year, month, day;

        gmtime_r(&moment, &tm);
        date_to_calendar(date, &year, &month, &day);
        assert_true(year == tm.tm_year + 1900 && month == tm.tm_mon + 1 &&
                    day == tm.tm_mday);
        assert_int_equal(date_of_calendar(year, month, day), date);
    }
}

static void what_is_written_is_read_in_every_language(void **state)
{
    (void)state;
    for (int64_t date = 20000; date < 20000 + 400; date += 13)
        for (int language = 0; language < LANGUAGE_COUNT; language++) {
            char text[DATE_SIZE];
            int64_t read = -1;

            date_write((enum language)language, date, text);
            assert_int_equal(date_read(text, &read), 0);
            assert_int_equal(read, date);
        }
}

static const struct day_row {
    const char *says;
    const char *text;
    int year, month, day; /* 0: it is none */
} day_rows[] = {
    { "the day goes first", "2/11/2026", 2026, 11, 2 },
    { "unless the year does", "2026-11-02", 2026, 11, 2 },
    { "dots and blanks, as in Czech", "22. 11. 2026", 2026, 11, 22 },
    { "no-break blanks, too",
      "22.\xC2\xA0"
      "11.\xE2\x80\xAF"
      "2026",
      2026, 11, 22 },
    { "a month by its name", "22 Nov 2026", 2026, 11, 22 },
    { "and by a longer one", "3 september 2026", 2026, 9, 3 },
    { "and by that of Spanish", "1 ene 2027", 2027, 1, 1 },
    { "a year of two digits is of this century", "1/2/27", 2027, 2, 1 },
    { "a leap day", "29/2/2028", 2028, 2, 29 },
    { "no leap day", "29/2/2027", 0, 0, 0 },
    { "a century without one", "29/2/2100", 0, 0, 0 },
    { "no 31st of April", "31/4/2026", 0, 0, 0 },
    { "no day 0", "0/4/2026", 0, 0, 0 },
    { "no month 13", "1/13/2026", 0, 0, 0 },
    { "no month 0", "1/0/2026", 0, 0, 0 },
    { "no month of this name", "1 nix 2026", 0, 0, 0 },
    { "nothing before 1970", "31/12/1969", 0, 0, 0 },
    { "nothing after 2199", "1/1/2200", 0, 0, 0 },
    { "the last day", "31/12/2199", 2199, 12, 31 },
    { "two words are too few", "22 Nov", 0, 0, 0 },
    { "four too many", "22 Nov 2026 1", 0, 0, 0 },
    { "a number too long", "22/11/20261", 0, 0, 0 },
    { "no minus is a minus", "-1/-2/2026", 2026, 2, 1 },
    { "nothing at all", "", 0, 0, 0 },
    { "no letters of elsewhere", "22/\xC4\x8D/2026", 0, 0, 0 },
};

static void a_day_is_read(void **state)
{
    const struct day_row *row = *state;
    int64_t date = -1;

    if (row->year == 0) {
        assert_int_equal(date_read(row->text, &date), -EINVAL);
        assert_int_equal(date, -1);
        return;
    }
    assert_int_equal(date_read(row->text, &date), 0);
    assert_int_equal(date, day_of(row->year, row->month, row->day));
}

static const struct time_row {
    const char *says;
    const char *text;
    int minute; /* -1: it is none */
} time_rows[] = {
    { "hours and minutes", "14:30", 870 },
    { "one digit of hours", "9:05", 545 },
    { "midnight", "00:00", 0 },
    { "the last minute", "23:59", 1439 },
    { "no hour 24", "24:00", -1 },
    { "no minute 60", "12:60", -1 },
    { "minutes have two digits", "9:5", -1 },
    { "four digits, as a keypad has them", "1430", 870 },
    { "... and the first ones of a day", "0905", 545 },
    { "four digits are no hour 24", "2400", -1 },
    { "three digits are no time", "930", -1 },
    { "nor are four with a blank", " 1430", -1 },
    { "no seconds", "9:30:00", -1 },
    { "no letters", "ab:cd", -1 },
};

static void a_time_is_read(void **state)
{
    const struct time_row *row = *state;
    int64_t minute = -1;
    int rc = date_read_time(row->text, &minute);

    assert_int_equal(rc, row->minute < 0 ? -EINVAL : 0);
    assert_int_equal(minute, row->minute);
}

static const struct move_row {
    const char *says;
    enum date_part part;
    int by;
    int from[3], to[3]; /* year, month, day; or hour, minute */
} move_rows[] = {
    { "a day later", DATE_DAY, 1, { 2026, 12, 31 }, { 2027, 1, 1 } },
    { "a month later ends with the month",
      DATE_MONTH,
      1,
      { 2027, 1, 31 },
      { 2027, 2, 28 } },
    { "a month before January is the last of the year before",
      DATE_MONTH,
      -1,
      { 2027, 1, 5 },
      { 2026, 12, 5 } },
    { "a year after a leap day",
      DATE_YEAR,
      1,
      { 2028, 2, 29 },
      { 2029, 2, 28 } },
    { "nothing before the first day",
      DATE_DAY,
      -1,
      { 1970, 1, 1 },
      { 1970, 1, 1 } },
    { "no month before it", DATE_MONTH, -1, { 1970, 1, 9 }, { 1970, 1, 9 } },
    { "no year after the last", DATE_YEAR, 1, { 2199, 5, 1 }, { 2199, 5, 1 } },
    { "nothing after the last day",
      DATE_DAY,
      1,
      { 2199, 12, 31 },
      { 2199, 12, 31 } },
    { "an hour goes round", DATE_HOUR, 1, { 23, 15 }, { 0, 15 } },
    { "a minute goes round", DATE_MINUTE, -1, { 0, 0 }, { 23, 59 } },
};

static void a_part_is_moved(void **state)
{
    const struct move_row *row = *state;
    bool is_time = row->part >= DATE_HOUR;
    int64_t from = is_time ? 60 * row->from[0] + row->from[1]
                           : day_of(row->from[0], row->from[1], row->from[2]);
    int64_t to = is_time ? 60 * row->to[0] + row->to[1]
                         : day_of(row->to[0], row->to[1], row->to[2]);

    assert_int_equal(date_move(from, row->part, row->by), to);
}

enum { DAY = 1, TIME, NAME, LATER };

/* Keys in a form of a day, a time and a text, and what it looks like then. */
static const struct field_row {
    const char *says;
    enum language language;
    const char *keys;
    const char *day, *time;
    int focus;
} field_rows[] = {
    { "an arrow begins with the day that the program gives", LANGUAGE_EN, "Up",
      "22 Nov 2026", "", DAY },
    { "up is later, of the part that the cursor is in", LANGUAGE_EN, "Up Up Up",
      "24 Nov 2026", "", DAY },
    { "left of it is another part: nothing before the day", LANGUAGE_EN,
      "Up Home Down", "21 Nov 2026", "", DAY },
    { "right of it is the month", LANGUAGE_EN, "Up Right Up", "22 Dec 2026", "",
      DAY },
    { "and the year at the end", LANGUAGE_ES, "Up End Up", "22/11/2027", "",
      DAY },
    { "in Czech the same", LANGUAGE_CS, "Up Right Right Right Down",
      "22. 10. 2026", "", DAY },
    { "where the year goes first, its end is the day", LANGUAGE_EN,
      "2 0 2 6 - 1 1 - 0 2 Up", "3 Nov 2026", "", DAY },
    { "what is left is written as the language has it", LANGUAGE_ES,
      "2 Space n o v Space 2 0 2 6 Tab", "02/11/2026", "", TIME },
    { "what cannot be read stays, and arrows move on", LANGUAGE_EN,
      "2 Space x Down", "2 x", "", TIME },
    { "an empty time begins at noon", LANGUAGE_EN, "Tab Up Up", "", "13:00",
      TIME },
    { "its minutes are behind the colon", LANGUAGE_EN, "Tab 9 : 0 0 Down", "",
      "08:59", TIME },
    { "no day outside of what may be", LANGUAGE_EN,
      "3 1 / 1 2 / 2 0 2 7 Home Up", "31/12/2027", "", DAY },
};

static void a_field_holds_a_day(void **state)
{
    const struct field_row *row = *state;
    const struct style style = { GLYPH_TIER_FULL, row->language };
    const struct form_field fields[] = {
        { .id = DAY,
          .kind = FORM_DATE,
          .label = "Day",
          .cells = 14,
          .min = day_of(2026, 1, 1),
          .max = day_of(2027, 12, 31),
          .start = day_of(2026, 11, 22) },
        { .id = TIME,
          .kind = FORM_TIME,
          .label = "Time",
          .cells = 8,
          .start = 720 },
        { .id = NAME, .kind = FORM_TEXT, .label = "Name", .cells = 8 },
    };
    struct grid *grid;
    struct form *form;

    assert_int_equal(grid_new(6, 40, &grid), 0);
    assert_int_equal(form_new(fields, ARRAY_LEN(fields), &form), 0);
    struct surface surface = surface_of(grid, &style);
    form_draw(form, &surface, true);
    for (const char *at = row->keys; *at;) {
        size_t length = strcspn(at, " ");
        struct input input = { .kind = INPUT_STROKE,
                               .stroke = stroke_find(at, length) };

        form_input(form, &input);
        form_draw(form, &surface, true);
        at += length + (at[length] == ' ');
    }
    assert_string_equal(form_text(form, DAY), row->day);
    assert_string_equal(form_text(form, TIME), row->time);
    assert_int_equal(form_focused(form), row->focus);
    form_free(form);
    grid_free(grid);
}

/* What is stored, and what the language makes of it. */
static void a_day_follows_the_language_and_stays_clean(void **state)
{
    static const char *const wanted[] = { "22 Nov 2026", "22/11/2026",
                                          "22. 11. 2026" };
    const struct form_field fields[] = {
        { .id = NAME, .kind = FORM_TEXT, .label = "Name", .cells = 8 },
        { .id = DAY, .kind = FORM_DATE, .label = "Day", .cells = 14 },
        { .id = TIME, .kind = FORM_TIME, .label = "Time", .cells = 8 },
    };
    struct grid *grid;
    struct form *form;
    int64_t number;

    (void)state;
    assert_int_equal(grid_new(6, 40, &grid), 0);
    assert_int_equal(form_new(fields, ARRAY_LEN(fields), &form), 0);
    form_set_number(form, DAY, day_of(2026, 11, 22));
    form_set_number(form, TIME, 545);
    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        const struct style style = { GLYPH_TIER_FULL, (enum language)i };
        struct surface surface = surface_of(grid, &style);

        form_draw(form, &surface, true);
        assert_string_equal(form_text(form, DAY), wanted[i]);
        assert_string_equal(form_text(form, TIME), "09:05");
        assert_false(form_is_dirty(form));
        assert_int_equal(form_number(form, DAY, &number), 0);
        assert_int_equal(number, day_of(2026, 11, 22));
    }
    form_free(form);
    grid_free(grid);
}

static void a_review_says_what_a_day_looks_like(void **state)
{
    const struct style style = { GLYPH_TIER_FULL, LANGUAGE_EN };
    const struct form_field fields[] = {
        { .id = DAY, .kind = FORM_DATE, .label = "Day", .cells = 14 },
        { .id = TIME, .kind = FORM_TIME, .label = "Time", .cells = 8 },
        { .id = NAME, .kind = FORM_DATE, .label = "Any", .cells = 14 },
        { .id = LATER,
          .kind = FORM_DATE,
          .label = "Later",
          .cells = 14,
          .min = day_of(2026, 11, 22),
          .max = day_of(2027, 2, 1) },
    };
    struct grid *grid;
    struct form *form;

    (void)state;
    assert_int_equal(grid_new(10, 60, &grid), 0);
    assert_int_equal(form_new(fields, ARRAY_LEN(fields), &form), 0);
    form_set_text(form, DAY, "31/2/2026");
    form_set_text(form, TIME, "25:00");
    form_set_text(form, LATER, "21/11/2026");
    assert_int_equal(form_review(form, LANGUAGE_EN), 3); /* empty is well */
    struct surface surface = surface_of(grid, &style);
    form_draw(form, &surface, true);
    const char *picture = picture_of(grid);
    assert_non_null(strstr(picture, "Give a day, as 22 Nov 2026."));
    assert_non_null(strstr(picture, "Give a time, as 14:30."));
    assert_non_null(
        strstr(picture, "Give a day from 22 Nov 2026 to 1 Feb 2027."));
    form_free(form);
    grid_free(grid);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, every_day_is_that_of_the_c_library);
    TEST_LIST_ADD(&list, what_is_written_is_read_in_every_language);
    TEST_LIST_ADD_ROWS(&list, a_day_is_read, day_rows);
    TEST_LIST_ADD_ROWS(&list, a_time_is_read, time_rows);
    TEST_LIST_ADD_ROWS(&list, a_part_is_moved, move_rows);
    TEST_LIST_ADD_ROWS(&list, a_field_holds_a_day, field_rows);
    TEST_LIST_ADD(&list, a_day_follows_the_language_and_stays_clean);
    TEST_LIST_ADD(&list, a_review_says_what_a_day_looks_like);
    return test_list_run(&list);
}
