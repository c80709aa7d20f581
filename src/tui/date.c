/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three words make a day, two a time. */

#include "tui/date.h"

#include <assert.h>
#include <ctype.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "lang/format.h"

enum { WORDS = 3, MONTHS = 12, FIRST_YEAR = 1970, LAST_YEAR = 2199 };

struct word {
    const char *text;
    size_t length;
};

/* Letters and digits; bytes of other letters belong to a word, too. */
static bool is_word(char byte)
{
    return isalnum((unsigned char)byte) || (unsigned char)byte >= 0x80;
}

/* No-break spaces stand between words, as ICU writes them: C2 A0, E2 80 AF. */
static size_t gap_at(const char *text)
{
    if (strncmp(text, "\xC2\xA0", 2) == 0)
        return 2;
    if (strncmp(text, "\xE2\x80\xAF", 3) == 0)
        return 3;
    return *text && !is_word(*text) ? 1 : 0;
}

/* @return how many there are; the first three are filled in */
static int split(const char *text, struct word words[WORDS])
{
    int count = 0;

    while (*text) {
        size_t gap = gap_at(text), length = 0;

        if (gap > 0) {
            text += gap;
            continue;
        }
        while (text[length] && gap_at(text + length) == 0)
            length++;
        if (count < WORDS)
            words[count] = (struct word){ text, length };
        count++;
        text += length;
    }
    return count;
}

static int number_of(const struct word *word)
{
    int number = 0;

    if (word->length < 1 || word->length > 4)
        return -1;
    for (size_t i = 0; i < word->length; i++) {
        if (!isdigit((unsigned char)word->text[i]))
            return -1;
        number = 10 * number + (word->text[i] - '0');
    }
    return number;
}

/* A number, or the beginning of a name in English or Spanish. */
static int month_of(const struct word *word)
{
    static const char *const names[][MONTHS] = {
        { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct",
          "nov", "dec" },
        { "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct",
          "nov", "dic" },
    };

    for (size_t n = 0; n < sizeof(names) / sizeof(names[0]); n++)
        for (int i = 0; word->length >= 3 && i < MONTHS; i++)
            if (strncasecmp(word->text, names[n][i], 3) == 0)
                return i + 1;
    return number_of(word);
}

static bool is_leap(int year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in(int year, int month)
{
    static const int days[MONTHS] = { 31, 28, 31, 30, 31, 30,
                                      31, 31, 30, 31, 30, 31 };

    return days[month - 1] + (month == 2 && is_leap(year));
}

/* Leap days before a year, counted from the year 0. */
static int64_t leap_days(int year)
{
    int64_t before = year - 1;

    return before / 4 - before / 100 + before / 400;
}

int64_t date_of_calendar(int year, int month, int day)
{
    assert(year >= FIRST_YEAR && month >= 1 && month <= MONTHS && day >= 1);
    int64_t date = INT64_C(365) * (year - FIRST_YEAR) + leap_days(year) -
                   leap_days(FIRST_YEAR) + day - 1;

    for (int i = 1; i < month; i++)
        date += days_in(year, i);
    return date;
}

void date_to_calendar(int64_t date, int *ret_year, int *ret_month, int *ret_day)
{
    assert(date >= 0 && date <= DATE_LAST);
    int year = FIRST_YEAR + (int)(date / 366), month = 1;

    while (date_of_calendar(year + 1, 1, 1) <= date)
        year++;
    while (month < MONTHS && date_of_calendar(year, month + 1, 1) <= date)
        month++;
    *ret_year = year;
    *ret_month = month;
    *ret_day = (int)(date - date_of_calendar(year, month, 1)) + 1;
}

/* Whether the year comes first. */
static bool is_year_first(const struct word words[WORDS])
{
    return words[0].length == 4;
}

int date_read(const char *text, int64_t *ret_day)
{
    assert(text && ret_day);
    struct word words[WORDS];

    if (split(text, words) != WORDS)
        return -EINVAL;

    bool is_turned = is_year_first(words);
    int year = number_of(&words[is_turned ? 0 : 2]);
    int month = month_of(&words[1]);
    int day = number_of(&words[is_turned ? 2 : 0]);
    if (year >= 0 && year < 100 && !is_turned)
        year += 2000;
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > MONTHS ||
        day < 1 || day > days_in(year, month))
        return -EINVAL;
    *ret_day = date_of_calendar(year, month, day);
    return 0;
}

void date_write(enum language language, int64_t day, char ret_text[DATE_SIZE])
{
    static const int64_t DAY_US = INT64_C(86400) * 1000000;

    if (format_part(language, FORMAT_DAY_OF_YEAR, day * DAY_US, "UTC", ret_text,
                    DATE_SIZE) < 0)
        ret_text[0] = '\0';
}

/* "1430" as two words: who is on the phone types digits alone. */
static bool split_digits(const char *text, struct word words[WORDS])
{
    if (split(text, words) != 1 || words[0].length != 4 || strlen(text) != 4)
        return false;
    words[1] = (struct word){ text + 2, 2 };
    words[0].length = 2;
    return true;
}

int date_read_time(const char *text, int64_t *ret_minute)
{
    assert(text && ret_minute);
    struct word words[WORDS];

    if (!split_digits(text, words) &&
        (!strchr(text, ':') || split(text, words) != 2 || words[0].length > 2 ||
         words[1].length != 2))
        return -EINVAL;

    int hour = number_of(&words[0]), minute = number_of(&words[1]);
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59)
        return -EINVAL;
    *ret_minute = 60 * hour + minute;
    return 0;
}

void date_write_time(int64_t minute, char ret_text[DATE_SIZE])
{
    assert(minute >= 0 && minute < DATE_MINUTES);
    snprintf(ret_text, DATE_SIZE, "%02d:%02d", (int)minute / 60,
             (int)minute % 60);
}

/* The number of the word that a byte is in, or behind. */
static int word_at(const char *text, size_t at, struct word words[WORDS])
{
    int count = split(text, words), found = 0;

    for (int i = 1; i < WORDS && i < count; i++)
        if (words[i].text <= text + at)
            found = i;
    return found;
}

enum date_part date_part_of_day(const char *text, size_t at)
{
    assert(text);
    struct word words[WORDS] = { { text, 0 } };
    int word = word_at(text, at, words);

    return (enum date_part)(is_year_first(words) ? DATE_YEAR - word : word);
}

enum date_part date_part_of_time(const char *text, size_t at)
{
    assert(text);
    struct word words[WORDS] = { { text, 0 } };

    return word_at(text, at, words) == 0 ? DATE_HOUR : DATE_MINUTE;
}

size_t date_part_end(const char *text, enum date_part part)
{
    assert(text);
    struct word words[WORDS];
    int count = split(text, words);
    int word = part >= DATE_HOUR ? (int)part - DATE_HOUR : (int)part;

    if (word >= count || word >= WORDS)
        return strlen(text);
    return (size_t)(words[word].text - text) + words[word].length;
}

static int64_t move_month(int64_t date, int by)
{
    int year, month, day;

    date_to_calendar(date, &year, &month, &day);
    int months = 12 * year + month - 1 + by;
    year = months / 12;
    month = months % 12 + 1;
    if (year < FIRST_YEAR || year > LAST_YEAR)
        return date;
    if (day > days_in(year, month))
        day = days_in(year, month);
    return date_of_calendar(year, month, day);
}

static int64_t move_minute(int64_t minute, int by)
{
    return ((minute + by) % DATE_MINUTES + DATE_MINUTES) % DATE_MINUTES;
}

int64_t date_move(int64_t value, enum date_part part, int by)
{
    switch (part) {
    case DATE_DAY:
        return value + by < 0 || value + by > DATE_LAST ? value : value + by;
    case DATE_MONTH:
        return move_month(value, by);
    case DATE_YEAR:
        return move_month(value, 12 * by);
    case DATE_HOUR:
        return move_minute(value, 60 * by);
    default:
        return move_minute(value, by);
    }
}
