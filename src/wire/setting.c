/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values as people write them. */

#include "wire/setting.h"

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "wire/field_check.h"
#include "wire/moment.h"

static const struct unit {
    const char *name;
    int64_t ms;
} units[] = { { "h", 3600000 },
              { "m", 60000 },
              { "s", 1000 },
              { "ms", 1 },
              { "min", 60000 } };

/* Decimal digits, maybe after a minus: nothing that strtoll() would add. */
static int parse_number(const char *text, int64_t *ret_number,
                        const char **ret_rest)
{
    const char *digits = text + (text[0] == '-');
    char *end;

    if (digits[0] < '0' || digits[0] > '9')
        return -EINVAL;

    errno = 0;
    long long number = strtoll(text, &end, 10);
    if (errno == ERANGE)
        return -ERANGE;

    *ret_number = number;
    *ret_rest = end;
    return 0;
}

static int parse_period(const char *text, int64_t *ret_ms)
{
    int64_t number;
    const char *unit;

    if (parse_number(text, &number, &unit) < 0)
        return -EINVAL;
    if (number == 0 && unit[0] == '\0') {
        *ret_ms = 0;
        return 0;
    }

    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        if (strcmp(unit, units[i].name) != 0)
            continue;
        if (__builtin_mul_overflow(number, units[i].ms, ret_ms))
            return -EINVAL;
        return 0;
    }

    return -EINVAL;
}

static int read_period(const struct field *field, const char *text, void *data,
                       struct mistake *ret_mistake)
{
    int64_t ms;

    if (parse_period(text, &ms) < 0)
        return mistake_note(ret_mistake, MISTAKE_BAD_DURATION, field->name);

    return field_set_number(field, ms, data, ret_mistake);
}

static int read_number(const struct field *field, const char *text, void *data,
                       struct mistake *ret_mistake)
{
    int64_t number;
    const char *rest;
    int rc = parse_number(text, &number, &rest);

    if (rc == -EINVAL || (rc == 0 && rest[0]))
        return mistake_note(ret_mistake, MISTAKE_BAD_NUMBER, field->name);
    if (rc == -ERANGE)
        return mistake_note_range(ret_mistake, MISTAKE_OUT_OF_RANGE,
                                  field->name, field->min, field->max);

    return field_set_number(field, number, data, ret_mistake);
}

/* Beside the plain number: 3m, and 2026-11-22T14:02. */
static int read_span(const struct field *field, const char *text, void *data,
                     struct mistake *ret_mistake)
{
    int64_t ms, span_us;

    if (parse_period(text, &ms) == 0 &&
        !__builtin_mul_overflow(ms, INT64_C(1000), &span_us))
        return field_set_number(field, span_us, data, ret_mistake);

    int rc = read_number(field, text, data, ret_mistake);

    if (rc && ret_mistake && ret_mistake->code == MISTAKE_BAD_NUMBER)
        return mistake_note(ret_mistake, MISTAKE_BAD_DURATION, field->name);
    return rc;
}

static int read_moment(const struct field *field, const char *text, void *data,
                       struct mistake *ret_mistake)
{
    int64_t wall_us;

    if (moment_parse(text, &wall_us) == 0)
        return field_set_number(field, wall_us, data, ret_mistake);

    int rc = read_number(field, text, data, ret_mistake);

    /* Nobody who mistypes a day means microseconds. */
    if (rc && ret_mistake && ret_mistake->code == MISTAKE_BAD_NUMBER)
        ret_mistake->text = N_("Write a moment as 2026-11-22T14:02, in UTC, or "
                               "with an offset: 2026-11-22T15:02+01:00.");
    return rc;
}

static int read_flag(const struct field *field, const char *text, void *data,
                     struct mistake *ret_mistake)
{
    bool is_yes = strcmp(text, "yes") == 0;

    if (!is_yes && strcmp(text, "no") != 0)
        return mistake_note(ret_mistake, MISTAKE_BAD_FLAG, field->name);

    field_set_integer(field, data, is_yes);
    return 0;
}

int setting_parse(const struct field *field, const char *text, void *data,
                  struct mistake *ret_mistake)
{
    assert(field && text && data);

    if (field_is_text(field))
        return field_set_checked_text(field, text, data, ret_mistake);

    switch (field->kind) {
    case FIELD_WORD:
        return field_set_word(field, text, data, ret_mistake);
    case FIELD_FLAG:
        return read_flag(field, text, data, ret_mistake);
    case FIELD_PERIOD:
        return read_period(field, text, data, ret_mistake);
    case FIELD_SPAN:
        return read_span(field, text, data, ret_mistake);
    case FIELD_WALL:
        return read_moment(field, text, data, ret_mistake);
    case FIELD_CANDIDATES:
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE, field->name);
    default:
        return read_number(field, text, data, ret_mistake);
    }
}

static void format_period(int64_t ms, char *ret_text)
{
    size_t i = 0;

    if (ms == 0) {
        (void)snprintf(ret_text, SETTING_TEXT_SIZE, "0");
        return;
    }

    while (ms % units[i].ms != 0)
        i++;

    (void)snprintf(ret_text, SETTING_TEXT_SIZE, "%" PRId64 "%s",
                   ms / units[i].ms, units[i].name);
}

void setting_format(const struct field *field, const void *data,
                    char ret_text[SETTING_TEXT_SIZE])
{
    assert(field && data && field->kind != FIELD_CANDIDATES);

    if (field_is_text(field)) {
        (void)snprintf(ret_text, SETTING_TEXT_SIZE, "%s",
                       field_get_text(field, data));
        return;
    }

    int64_t number = field_get_integer(field, data);
    if (field->kind == FIELD_PERIOD)
        format_period(number, ret_text);
    else if (field->kind == FIELD_FLAG)
        (void)snprintf(ret_text, SETTING_TEXT_SIZE, "%s",
                       number ? "yes" : "no");
    else if (field->kind == FIELD_WORD)
        (void)snprintf(ret_text, SETTING_TEXT_SIZE, "%s",
                       word_spell(field->words, (int)number));
    else if (field->kind == FIELD_WALL && number != 0)
        moment_print(number, ret_text);
    else
        (void)snprintf(ret_text, SETTING_TEXT_SIZE, "%" PRId64, number);
}

void setting_presets(const struct record *record, void *data)
{
    assert(record && data);

    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (!field->is_setting || field->is_required)
            continue;

        int rc = setting_parse(field, field->preset, data, NULL);
        assert(rc == 0);
        (void)rc;
    }
}

bool setting_is_single(const struct record *record, const struct field *field)
{
    static const struct {
        const char *record, *setting;
    } singles[] = {
        { "user", "uid" },        { "agent", "user_id" },
        { "agent", "device_id" }, { "entry", "number" },
        { "trunk", "address" },   { "pause_reason", "key" },
    };

    assert(record && field);

    for (size_t i = 0; i < sizeof(singles) / sizeof(singles[0]); i++)
        if (strcmp(singles[i].record, record->name) == 0 &&
            strcmp(singles[i].setting, field->name) == 0)
            return true;
    return strcmp(field->name, "name") == 0;
}
