/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reader per kind; numbers with units share theirs. */

#include "base/setting.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"

struct unit {
    const char *name;
    int64_t worth;
};

/* In ascending order, so that a range is written in the largest that fits. */
static const struct unit durations[] = {
    { "ms", INT64_C(1000) },      { "s", INT64_C(1000000) },
    { "m", INT64_C(60000000) },   { "min", INT64_C(60000000) },
    { "h", INT64_C(3600000000) }, { "d", INT64_C(86400000000) },
};

static const struct unit sizes[] = {
    { "", 1 },
    { "K", INT64_C(1) << 10 },
    { "M", INT64_C(1) << 20 },
    { "G", INT64_C(1) << 30 },
};

static const struct unit plain[] = { { "", 1 } };

struct units {
    const struct unit *unit;
    size_t count;
};

#define UNITS(table)                                                           \
    (struct units)                                                             \
    {                                                                          \
        table, sizeof(table) / sizeof((table)[0])                              \
    }

static struct units units_of(enum setting_kind kind)
{
    if (kind == SETTING_DURATION)
        return UNITS(durations);
    if (kind == SETTING_SIZE)
        return UNITS(sizes);
    return UNITS(plain);
}

/* Digits only, as many as fit: returns what follows, or NULL for none. */
static const char *read_digits(const char *text, int64_t *ret_number)
{
    const char *at = text;
    int64_t number = 0;

    for (; *at >= '0' && *at <= '9'; at++)
        if (__builtin_mul_overflow(number, INT64_C(10), &number) ||
            __builtin_add_overflow(number, (int64_t)(*at - '0'), &number))
            return NULL;

    *ret_number = number;
    return at > text ? at : NULL;
}

static int read_amount(const char *text, struct units units,
                       int64_t *ret_number)
{
    bool negative = *text == '-';
    int64_t number;
    const char *unit = read_digits(text + negative, &number);

    if (!unit)
        return -EINVAL;

    if (*unit == ' ')
        unit++;
    for (size_t i = 0; i < units.count; i++) {
        if (strcmp(unit, units.unit[i].name) != 0)
            continue;
        if (__builtin_mul_overflow(number, units.unit[i].worth, &number))
            return -ERANGE;
        *ret_number = negative ? -number : number;
        return 0;
    }

    /* Nothing needs no unit. */
    if (number == 0 && *unit == '\0') {
        *ret_number = 0;
        return 0;
    }
    return -EINVAL;
}

static bool is_bounded(const struct setting *setting)
{
    return setting->min != 0 || setting->max != 0;
}

static const char *read_number(const struct setting *setting, const char *text,
                               int64_t *ret_number)
{
    int64_t min = setting->kind == SETTING_PORT ? 1 : setting->min;
    int64_t max = setting->kind == SETTING_PORT ? 65535 : setting->max;
    bool bounded = setting->kind == SETTING_PORT || is_bounded(setting);
    int64_t number;

    int rc = read_amount(text, units_of(setting->kind), &number);
    if (rc == -EINVAL && setting->kind == SETTING_DURATION)
        return N_("is no duration such as 500ms, 20s, 5min or 2h");
    if (rc == -EINVAL && setting->kind == SETTING_SIZE)
        return N_("is no size such as 4096, 64K, 20M or 1G");
    if (rc == -EINVAL)
        return N_("is no whole number");
    if (rc == -ERANGE || (bounded && (number < min || number > max)))
        return N_("is out of range");

    *ret_number = number;
    return NULL;
}

static const char *read_text(const struct setting *setting, const char *text)
{
    int64_t length = (int64_t)strlen(text);

    if (is_bounded(setting) && length < setting->min)
        return length == 0 ? N_("must not be empty") : N_("is too short");
    if (is_bounded(setting) && length > setting->max)
        return N_("is too long");
    return NULL;
}

static const char *read_boolean(const char *text, int64_t *ret_number)
{
    if (strcmp(text, "yes") != 0 && strcmp(text, "no") != 0)
        return N_("is neither yes nor no");

    *ret_number = text[0] == 'y';
    return NULL;
}

/* The empty address means: none given. */
static const char *read_address(const char *text)
{
    unsigned char address[sizeof(struct in6_addr)];

    if (*text == '\0' || inet_pton(AF_INET, text, address) == 1 ||
        inet_pton(AF_INET6, text, address) == 1)
        return NULL;

    return N_("is no address such as 192.0.2.1 or 2001:db8::1");
}

const char *setting_read(const struct setting *setting, const char *text,
                         int64_t *ret_number)
{
    assert(setting && text && ret_number);

    const char *problem = N_("is of no kind known here");

    switch (setting->kind) {
    case SETTING_TEXT:
    case SETTING_SECRET:
        problem = read_text(setting, text);
        break;
    case SETTING_ADDRESS:
        problem = read_address(text);
        break;
    case SETTING_BOOLEAN:
        return read_boolean(text, ret_number);
    case SETTING_INTEGER:
    case SETTING_DURATION:
    case SETTING_SIZE:
    case SETTING_PORT:
        return read_number(setting, text, ret_number);
    }

    if (!problem)
        *ret_number = 0;
    return problem;
}

static void write_amount(int64_t number, struct units units, char text[32])
{
    const struct unit *unit = &units.unit[0];

    for (size_t i = 1; i < units.count; i++)
        if (number != 0 && number % units.unit[i].worth == 0)
            unit = &units.unit[i];

    snprintf(text, 32, "%" PRId64 "%s", number / unit->worth,
             number == 0 ? "" : unit->name);
}

void setting_write_range(const struct setting *setting, char *ret_text,
                         size_t size)
{
    assert(setting && ret_text && size > 0);

    char min[32];
    char max[32];

    ret_text[0] = '\0';
    if (setting->kind == SETTING_BOOLEAN) {
        snprintf(ret_text, size, "yes no");
    } else if (setting->kind == SETTING_PORT) {
        snprintf(ret_text, size, "1..65535");
    } else if (is_bounded(setting) && setting->kind != SETTING_ADDRESS) {
        write_amount(setting->min, units_of(setting->kind), min);
        write_amount(setting->max, units_of(setting->kind), max);
        snprintf(ret_text, size, "%s..%s", min, max);
    }
}
