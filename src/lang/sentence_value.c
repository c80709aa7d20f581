/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each kind of value is written by a function of its own. */

#include "lang/sentence_value.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lang/format.h"
#include "lang/money.h"

enum {
    MAX_NUMBER_DIGITS = 15,
    DAY_S = 86400,
};

static int done(int written)
{
    return written >= 0 && written < SENTENCE_WRITTEN_SIZE ? 0 : -EINVAL;
}

/* Numbers. */

static bool read_number(const char *text, int64_t *ret_number)
{
    size_t length = strspn(text, "0123456789");

    if (length == 0 || length > MAX_NUMBER_DIGITS || text[length] != '\0')
        return false;

    *ret_number = strtoll(text, NULL, 10);
    return true;
}

int sentence_spell(const struct sentence_value *value, int64_t number,
                   enum spoken_form form, char ret_text[SPOKEN_SIZE])
{
    if (value->use == SENTENCE_SHOWN)
        return format_integer(value->language, number, ret_text, SPOKEN_SIZE);
    if (number <= SPOKEN_MAX)
        return spoken_number(value->language, (unsigned long)number, form,
                             ret_text, SPOKEN_SIZE);

    snprintf(ret_text, SPOKEN_SIZE, "%" PRId64, number);
    return 0;
}

static int write_number(const struct sentence_value *value)
{
    bool is_negative = value->text[0] == '-';
    char words[SPOKEN_SIZE];
    int64_t number;

    if (!read_number(value->text + (is_negative ? 1 : 0), &number) ||
        sentence_spell(value, number, SPOKEN_ALONE, words) < 0)
        return -EINVAL;
    if (!is_negative)
        return done(snprintf(value->ret, SENTENCE_WRITTEN_SIZE, "%s", words));
    if (value->use == SENTENCE_SHOWN)
        return done(snprintf(value->ret, SENTENCE_WRITTEN_SIZE, "-%s", words));

    return done(snprintf(value->ret, SENTENCE_WRITTEN_SIZE,
                         lang_text(value->language, "minus %s"), words));
}

/* TRANSLATORS: how the keys of a telephone are said, one by one */
static const char *say_sign(enum language language, char sign)
{
    return sign == '+'   ? lang_text(language, "plus")
           : sign == '*' ? lang_text(language, "star")
                         : lang_text(language, "hash");
}

/* Commas make a voice pause. */
static int write_digits(const struct sentence_value *value)
{
    char *at = value->ret;
    size_t room = SENTENCE_WRITTEN_SIZE;

    if (!value->text[0] ||
        value->text[strspn(value->text, "0123456789+*#")] != '\0')
        return -EINVAL;
    if (value->use == SENTENCE_SHOWN)
        return done(
            snprintf(value->ret, SENTENCE_WRITTEN_SIZE, "%s", value->text));

    for (const char *sign = value->text; *sign; sign++) {
        char word[SPOKEN_SIZE];

        if (*sign >= '0' && *sign <= '9')
            (void)spoken_number(value->language, (unsigned long)(*sign - '0'),
                                SPOKEN_ALONE, word, sizeof(word));
        else
            snprintf(word, sizeof(word), "%s",
                     say_sign(value->language, *sign));

        int written =
            snprintf(at, room, "%s%s", sign == value->text ? "" : ", ", word);

        if (written < 0 || (size_t)written >= room)
            return -EINVAL;
        at += written;
        room -= (size_t)written;
    }
    return 0;
}

static int write_money(const struct sentence_value *value)
{
    struct money money;

    if (money_parse(value->text, &money) < 0)
        return -EINVAL;

    return value->use == SENTENCE_SHOWN
               ? money_show(value->language, &money, value->ret,
                            SENTENCE_WRITTEN_SIZE)
               : money_say(value->language, &money, value->ret,
                           SENTENCE_WRITTEN_SIZE);
}

/* Days and times. */

/* Days since 1970 of a day of the Gregorian calendar; the year is counted from
   March on, so that a leap day is its last. */
static int64_t days_since_1970(int64_t year, int64_t month, int64_t day)
{
    int64_t shifted = month > 2 ? month - 3 : month + 9;
    int64_t y = month > 2 ? year : year - 1;
    int64_t of_year = (153 * shifted + 2) / 5 + day - 1;

    return 365 * y + y / 4 - y / 100 + y / 400 + of_year - 719468;
}

static bool is_shaped(const char *text, const char *shape)
{
    size_t i = 0;

    for (; shape[i]; i++)
        if (shape[i] == '0' ? text[i] < '0' || text[i] > '9'
                            : text[i] != shape[i])
            return false;

    return text[i] == '\0';
}

static int64_t days_of(int64_t year, int64_t month)
{
    return days_since_1970(month == 12 ? year + 1 : year,
                           month == 12 ? 1 : month + 1, 1) -
           days_since_1970(year, month, 1);
}

static int write_date(const struct sentence_value *value)
{
    if (!is_shaped(value->text, "0000-00-00"))
        return -EINVAL;

    int64_t year = strtol(value->text, NULL, 10);
    int64_t month = strtol(value->text + 5, NULL, 10);
    int64_t day = strtol(value->text + 8, NULL, 10);

    if (year < 1970 || month < 1 || month > 12 || day < 1 ||
        day > days_of(year, month))
        return -EINVAL;

    return format_part(value->language,
                       value->use == SENTENCE_SHOWN ? FORMAT_DAY_OF_YEAR
                                                    : FORMAT_DAY_LONG,
                       days_since_1970(year, month, day) * DAY_S * 1000000,
                       "Etc/UTC", value->ret, SENTENCE_WRITTEN_SIZE);
}

static int write_time(const struct sentence_value *value)
{
    if (!is_shaped(value->text, "00:00") ||
        strtol(value->text, NULL, 10) > 23 ||
        strtol(value->text + 3, NULL, 10) > 59)
        return -EINVAL;

    return done(snprintf(value->ret, SENTENCE_WRITTEN_SIZE, "%s", value->text));
}

/* Sentences. */

static int write_place(const struct sentence_value *value)
{
    char words[SPOKEN_SIZE];
    int64_t place;

    if (!read_number(value->text, &place) ||
        sentence_spell(value, place, SPOKEN_ALONE, words) < 0)
        return -EINVAL;

    return done(snprintf(
        value->ret, SENTENCE_WRITTEN_SIZE,
        /* TRANSLATORS: read or spoken; the number is a figure or a word */
        lang_text(value->language, "You are number %s in the queue."), words));
}

/* A part of a saying, as its own kind would be written. */
static int spell_by(int (*write)(const struct sentence_value *),
                    const struct sentence_value *value,
                    char ret[SENTENCE_WRITTEN_SIZE])
{
    const struct sentence_value part = { value->language, value->use,
                                         value->text, ret };

    ret[0] = '\0';
    return write(&part);
}

static int write_typed(const struct sentence_value *value)
{
    char digits[SENTENCE_WRITTEN_SIZE];

    if (spell_by(write_digits, value, digits) < 0)
        return -EINVAL;

    return done(snprintf(
        value->ret, SENTENCE_WRITTEN_SIZE,
        /* TRANSLATORS: spoken to a caller who typed it on the keys of a phone */
        lang_text(value->language,
                  "You typed %s. If that is right, press one; for another "
                  "number, two; to do without, star."),
        digits));
}

static int write_typed_waiting(const struct sentence_value *value)
{
    char digits[SENTENCE_WRITTEN_SIZE];

    if (spell_by(write_digits, value, digits) < 0)
        return -EINVAL;

    return done(snprintf(
        value->ret, SENTENCE_WRITTEN_SIZE,
        /* TRANSLATORS: spoken to a caller who typed it on the keys of a phone */
        lang_text(value->language,
                  "You typed %s. If that is right, press one; for another "
                  "number, two; to keep waiting, star."),
        digits));
}

static int write_call_today(const struct sentence_value *value)
{
    char clock[SENTENCE_WRITTEN_SIZE];

    if (spell_by(write_time, value, clock) < 0)
        return -EINVAL;

    return done(snprintf(
        value->ret, SENTENCE_WRITTEN_SIZE,
        /* TRANSLATORS: spoken to a caller; the time is as 14:30 */
        lang_text(value->language,
                  "We will call you today at %s. If that is right, press one; "
                  "for another time, two; to do without, star."),
        clock));
}

static int write_call_tomorrow(const struct sentence_value *value)
{
    char clock[SENTENCE_WRITTEN_SIZE];

    if (spell_by(write_time, value, clock) < 0)
        return -EINVAL;

    return done(snprintf(
        value->ret, SENTENCE_WRITTEN_SIZE,
        /* TRANSLATORS: spoken to a caller; the time is as 14:30 */
        lang_text(value->language,
                  "We will call you tomorrow at %s. If that is right, press "
                  "one; for another time, two; to do without, star."),
        clock));
}

/* In Czech a minute is feminine, in Spanish masculine. */
static int write_wait(const struct sentence_value *value)
{
    char words[SPOKEN_SIZE];
    int64_t minutes;

    if (!read_number(value->text, &minutes) ||
        sentence_spell(value, minutes,
                       value->language == LANGUAGE_CS ? SPOKEN_FEMININE
                                                      : SPOKEN_MASCULINE,
                       words) < 0)
        return -EINVAL;
    if (minutes == 0)
        return done(
            snprintf(value->ret, SENTENCE_WRITTEN_SIZE, "%s",
                     lang_text(value->language,
                               "The expected wait is less than a minute.")));

    return done(snprintf(
        value->ret, SENTENCE_WRITTEN_SIZE,
        /* TRANSLATORS: read or spoken; the number is a figure or a word */
        P_(value->language, "The expected wait is about %s minute.",
           "The expected wait is about %s minutes.", (unsigned long)minutes),
        words));
}

/* Messages. */

static int write_mailbox(const struct sentence_value *value)
{
    return sentence_say_mailbox(value);
}

static int write_message_from(const struct sentence_value *value)
{
    return sentence_say_caller(value, false);
}

static int write_urgent_from(const struct sentence_value *value)
{
    return sentence_say_caller(value, true);
}

static int write_forward_to(const struct sentence_value *value)
{
    return sentence_ask_forward(value);
}

/* Which of them it is. */

static const struct kind {
    const char *name;
    int (*write)(const struct sentence_value *value);
} kinds[] = {
#define VALUE(CODE, name, example, doc) { #name, write_##name },
#include "lang/sentence.def"
};

static const struct kind *find_kind(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (strlen(kinds[i].name) == length &&
            memcmp(kinds[i].name, name, length) == 0)
            return &kinds[i];

    return NULL;
}

bool sentence_value_is(const char *name, size_t length)
{
    assert(name);

    return find_kind(name, length) != NULL;
}

int sentence_value_write(const struct sentence_value *value, const char *name,
                         size_t length)
{
    assert(value && value->text && value->ret && name);

    const struct kind *kind = find_kind(name, length);

    return kind ? kind->write(value) : -ENOENT;
}
