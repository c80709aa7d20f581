/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Literals and facts. */

#include <string.h>

#include "core/condition_inside.h"

static int add_literal(struct reading *reading, enum value_type type,
                       int64_t number)
{
    return add_node(reading, (struct condition_node){ .kind = CONDITION_LITERAL,
                                                      .type = type,
                                                      .number = number,
                                                      .text = CONDITION_NONE });
}

static int days_in(int64_t year, int64_t month)
{
    static const int days[] = {
        31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31
    };
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && is_leap);
}

static int read_date(struct reading *reading, size_t begin)
{
    int64_t year;
    int64_t month;
    int64_t day;

    reading->at = begin;
    if (!take_digits(reading, 4, &year) || !take_sign(reading, "-") ||
        !take_digits(reading, 2, &month) || !take_sign(reading, "-") ||
        !take_digits(reading, 2, &day) || month < 1 || month > 12 || day < 1 ||
        day > days_in(year, month))
        return mistaken(reading, begin,
                        N_("Write a date that there is, as 2026-12-24."));

    return add_literal(reading, VALUE_DATE, 10000 * year + 100 * month + day);
}

static int read_time(struct reading *reading, size_t begin)
{
    int64_t hour;
    int64_t minute;

    reading->at = begin;
    if (!take_digits(reading, 2, &hour) || !take_sign(reading, ":") ||
        !take_digits(reading, 2, &minute) || hour > 23 || minute > 59)
        return mistaken(reading, begin,
                        N_("Write a time from 00:00 to 23:59."));

    return add_literal(reading, VALUE_TIME, 60 * hour + minute);
}

/* 2026-12-24 is a date; 2026 - 12 is a difference, and so is 2026-12. */
static bool is_date(const char *text)
{
    return strspn(text, "0123456789") == 4 && text[4] == '-' &&
           strspn(text + 5, "0123456789") == 2 && text[7] == '-';
}

static int read_number(struct reading *reading)
{
    const char *text = reading->text + reading->at;
    size_t begin = reading->at;
    int64_t number = 0;

    if (is_date(text))
        return read_date(reading, begin);
    if (text[strspn(text, "0123456789")] == ':')
        return read_time(reading, begin);
    if (!take_number(reading, &number))
        return CONDITION_NONE;

    return add_literal(reading, VALUE_NUMBER, number);
}

static int read_text(struct reading *reading)
{
    int place = take_text(reading);

    if (place == CONDITION_NONE)
        return CONDITION_NONE;

    return add_node(reading, (struct condition_node){ .kind = CONDITION_LITERAL,
                                                      .type = VALUE_TEXT,
                                                      .text = (int16_t)place });
}

/* Words that are values. */
static int read_constant(struct reading *reading, bool *ret_is_one)
{
    static const struct {
        const char *word;
        enum value_type type;
        int64_t number;
    } constants[] = {
        { "false", VALUE_TRUTH, 0 }, { "true", VALUE_TRUTH, 1 },
        { "mon", VALUE_WEEKDAY, 1 }, { "tue", VALUE_WEEKDAY, 2 },
        { "wed", VALUE_WEEKDAY, 3 }, { "thu", VALUE_WEEKDAY, 4 },
        { "fri", VALUE_WEEKDAY, 5 }, { "sat", VALUE_WEEKDAY, 6 },
        { "sun", VALUE_WEEKDAY, 7 },
    };

    *ret_is_one = true;
    for (size_t i = 0; i < sizeof(constants) / sizeof(constants[0]); i++)
        if (take_word(reading, constants[i].word))
            return add_literal(reading, constants[i].type, constants[i].number);

    *ret_is_one = false;
    return CONDITION_NONE;
}

static void read_amount(struct reading *reading, int64_t least, int64_t most,
                        const char *says, int64_t *ret_number)
{
    skip_blanks_of(reading);

    size_t begin = reading->at;

    if (!take_number(reading, ret_number) || *ret_number < least ||
        *ret_number > most)
        mistaken(reading, begin, says);
}

/* What a fact is about. */
static bool read_about(struct reading *reading, enum fact_about about,
                       struct condition_node *node)
{
    if (!take_sign(reading, "("))
        mistaken(reading, reading->at, N_("Write ( here."));
    else if (about == ABOUT_SHARE)
        read_amount(reading, 0, CONDITION_MAX_SHARE,
                    N_("Write a share from 0 to 100."), &node->number);
    else if (about == ABOUT_DAYS)
        read_amount(reading, 1, CONDITION_MAX_DAYS,
                    N_("Write a number of days from 1 to 3650."),
                    &node->number);
    else
        node->text = (int16_t)take_name(reading);
    if (!reading->mistake.says && !take_sign(reading, ")"))
        mistaken(reading, reading->at, N_("Close the bracket."));

    return !reading->mistake.says;
}

static bool has_field(const struct fact_info *info)
{
    return info->field[0] != '\0';
}

/* The fact with that head and, when it has fields, the field that follows. */
static int settle_fact(struct reading *reading, enum fact first)
{
    const char *head = fact_info(first)->head;

    if (!has_field(fact_info(first)))
        return (int)first;
    if (take_sign(reading, "."))
        for (int i = (int)first; i < FACT_COUNT; i++) {
            const struct fact_info *info = fact_info((enum fact)i);

            if (strcmp(info->head, head) == 0 &&
                take_word(reading, info->field))
                return i;
        }

    return mistaken(reading, reading->at,
                    N_("Say what of the queue: waiting, longest_wait, free, "
                       "staffed or service_level."));
}

static int read_fact(struct reading *reading, enum fact first)
{
    const struct fact_info *info = fact_info(first);
    struct condition_node node = { .kind = CONDITION_FACT,
                                   .text = CONDITION_NONE };
    int fact;

    if (info->about == ABOUT_FIELD) {
        if (!take_sign(reading, "."))
            return mistaken(reading, reading->at,
                            N_("Write the field's name, as data.tier."));
        node.text = (int16_t)take_name(reading);
        if (node.text == CONDITION_NONE)
            return CONDITION_NONE;
    } else if (info->about != ABOUT_NOTHING &&
               !read_about(reading, info->about, &node)) {
        return CONDITION_NONE;
    }

    fact = settle_fact(reading, first);
    if (fact == CONDITION_NONE)
        return CONDITION_NONE;

    node.fact = (enum fact)fact;
    node.type = fact_info(node.fact)->type;
    return add_node(reading, node);
}

int read_leaf(struct reading *reading)
{
    bool is_constant = false;

    skip_blanks_of(reading);

    char c = reading->text[reading->at];
    int node;

    if (c == '"')
        return read_text(reading);
    if (c >= '0' && c <= '9')
        return read_number(reading);

    node = read_constant(reading, &is_constant);
    if (is_constant)
        return node;

    for (int i = 0; i < FACT_COUNT; i++)
        if (take_word(reading, fact_info((enum fact)i)->head))
            return read_fact(reading, (enum fact)i);

    return mistaken(reading, reading->at,
                    c == '\0'
                        ? N_("Go on: something is to be compared here.")
                        : N_("Write a fact that there is, a number, or a text "
                             "between quotation marks."));
}
