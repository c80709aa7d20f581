/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last word is the time, where there is one. */

#include "console/typed_moment.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "console/night_until.h"
#include "tui/date.h"

static const int64_t SECOND_US = 1000000;

void typed_moment_write(int64_t wall_us, char ret_text[TYPED_MOMENT_SIZE])
{
    assert(ret_text);
    time_t seconds = (time_t)(wall_us / SECOND_US);
    struct tm local = { .tm_mday = 1 };

    ret_text[0] = '\0';
    if (wall_us == 0 || !localtime_r(&seconds, &local) ||
        strftime(ret_text, TYPED_MOMENT_SIZE, "%Y-%m-%d %H:%M", &local) == 0)
        ret_text[0] = '\0';
}

/* Without a time it is a day alone. */
static bool read_at(const char *text, struct night_until *at)
{
    char day[TYPED_MOMENT_SIZE];
    const char *clock = strrchr(text, ' ');

    at->minute = 0;
    if (date_read(text, &at->day) == 0)
        return true;
    if (!clock)
        return false;
    snprintf(day, sizeof(day), "%.*s", (int)(clock - text), text);
    return date_read(day, &at->day) == 0 &&
           date_read_time(clock + 1, &at->minute) == 0;
}

int typed_moment_read(const char *text, int64_t *ret_wall_us)
{
    assert(text && ret_wall_us);
    char typed[TYPED_MOMENT_SIZE];
    size_t length = strlen(text += strspn(text, " "));
    struct night_until at;

    while (length > 0 && text[length - 1] == ' ')
        length--;
    if (length >= sizeof(typed))
        return -EINVAL;
    memcpy(typed, text, length);
    typed[length] = '\0';
    *ret_wall_us = 0;
    if (length == 0)
        return 0;
    if (!read_at(typed, &at))
        return -EINVAL;
    *ret_wall_us = night_until_moment(&at, 0);
    return *ret_wall_us > 0 ? 0 : -EINVAL;
}
