/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One setting as people write it: what is taken is what is written, and a bound
   can be read as it is told. */

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "base/setting.h"
#include "tests/fuzz/fuzz.h"

static const struct setting settings[] = {
    { "name", SETTING_TEXT, NULL, 2, 20, "" },
    { "secret", SETTING_SECRET, NULL, 0, 0, "" },
    { "count", SETTING_INTEGER, NULL, -5, 1000, "" },
    { "number", SETTING_INTEGER, NULL, 0, 0, "" },
    { "wait", SETTING_DURATION, NULL, 1000, INT64_C(86400000000), "" },
    { "delay", SETTING_DURATION, NULL, 0, 0, "" },
    { "room", SETTING_SIZE, NULL, 1, 1 << 30, "" },
    { "store", SETTING_SIZE, NULL, 0, 0, "" },
    { "is_on", SETTING_BOOLEAN, NULL, 0, 0, "" },
    { "address", SETTING_ADDRESS, NULL, 0, 0, "" },
    { "port", SETTING_PORT, NULL, 0, 0, "" },
};

enum { COUNT = sizeof(settings) / sizeof(settings[0]), UNTOUCHED = -777 };

static const char *name_at(size_t index)
{
    return settings[index].name;
}

/* What one of a unit is; 0: there is no such one. */
static int64_t worth(enum setting_kind kind, const char *unit)
{
    static const struct {
        enum setting_kind kind;
        const char *unit;
        int64_t worth;
    } rows[] = {
        { SETTING_DURATION, "ms", 1000 },
        { SETTING_DURATION, "s", 1000000 },
        { SETTING_DURATION, "m", 60000000 },
        { SETTING_DURATION, "min", 60000000 },
        { SETTING_DURATION, "h", INT64_C(3600000000) },
        { SETTING_DURATION, "d", INT64_C(86400000000) },
        { SETTING_SIZE, "", 1 },
        { SETTING_SIZE, "K", 1024 },
        { SETTING_SIZE, "M", 1048576 },
        { SETTING_SIZE, "G", 1073741824 },
        { SETTING_INTEGER, "", 1 },
        { SETTING_PORT, "", 1 },
    };

    for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
        if (rows[i].kind == kind && strcmp(rows[i].unit, unit) == 0)
            return rows[i].worth;
    return 0;
}

/* The same by the library's own reading of numbers. */
static bool count(enum setting_kind kind, const char *text, int64_t *ret_number)
{
    const char *digits = text + (*text == '-');
    size_t length = strspn(digits, "0123456789");
    const char *unit = digits + length + (digits[length] == ' ');

    errno = 0;
    long long number = strtoll(digits, NULL, 10);
    bool is_right = length > 0 && errno == 0;
    int64_t one = number == 0 && *unit == '\0' ? 1 : worth(kind, unit);

    if (!is_right || one == 0 ||
        __builtin_mul_overflow(number, one, ret_number))
        return false;
    if (*text == '-')
        *ret_number = -*ret_number;
    return true;
}

/* A bound is told as people write it. */
static void tell_as_bound(enum setting_kind kind, int64_t number)
{
    struct setting bounded = { .name = "", .kind = kind };
    int64_t again = UNTOUCHED;
    char range[80];

    bounded.min = bounded.max = number;
    setting_write_range(&bounded, range, sizeof(range));
    char *between = strstr(range, "..");
    CLAIM(between);
    *between = '\0';
    CLAIM(strcmp(range, between + 2) == 0);
    CLAIM(setting_read(&bounded, range, &again) == NULL && again == number);
}

static void look_at_number(const struct setting *setting, const char *text,
                           const char *problem, int64_t number)
{
    bool is_port = setting->kind == SETTING_PORT;
    int64_t min = is_port ? 1 : setting->min;
    int64_t max = is_port ? 65535 : setting->max;
    int64_t counted;
    bool is_right =
        count(setting->kind, text, &counted) &&
        ((min == 0 && max == 0) || (counted >= min && counted <= max));

    CLAIM(is_right == (problem == NULL));
    if (problem)
        return;
    CLAIM(number == counted);
    if (number != 0 && !is_port)
        tell_as_bound(setting->kind, number);
}

static void look_at_text(const struct setting *setting, const char *text,
                         const char *problem)
{
    int64_t length = (int64_t)strlen(text);
    bool is_free = setting->min == 0 && setting->max == 0;

    if (setting->kind == SETTING_BOOLEAN)
        CLAIM((problem == NULL) ==
              (strcmp(text, "yes") == 0 || strcmp(text, "no") == 0));
    else if (setting->kind == SETTING_ADDRESS)
        CLAIM(problem ? length > 0
                      : !text[strspn(text, "0123456789abcdefABCDEF"
                                           ":.")]);
    else
        CLAIM((problem == NULL) ==
              (is_free || (length >= setting->min && length <= setting->max)));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct setting *setting =
        &settings[fuzz_name(&data, &size, COUNT, name_at)];
    char *text = fuzz_text(data, size);
    int64_t number = UNTOUCHED;
    const char *problem = setting_read(setting, text, &number);

    CLAIM(!problem || (problem[0] && number == UNTOUCHED));
    if (setting->kind == SETTING_TEXT || setting->kind == SETTING_SECRET ||
        setting->kind == SETTING_ADDRESS || setting->kind == SETTING_BOOLEAN)
        look_at_text(setting, text, problem);
    else
        look_at_number(setting, text, problem, number);
    free(text);
    return 0;
}
