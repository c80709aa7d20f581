/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms joined by "and". */

#include "console/filter_words.h"

#include <errno.h>
#include <stdio.h>
#include <time.h>

#include "tui/date.h"

void filter_words_add(struct filter_words *words, const char *field,
                      const char *relation, const char *value)
{
    size_t room = sizeof(words->text) - words->length;
    int length = snprintf(words->text + words->length, room, "%s%s %s %s",
                          words->length ? " and " : "", field, relation, value);

    if (length > 0 && (size_t)length < room)
        words->length += (size_t)length;
    else
        words->text[words->length] = '\0';
}

int filter_words_moment(int64_t day, int64_t minute,
                        char ret_text[FILTER_MOMENT_SIZE])
{
    struct tm local = { .tm_isdst = -1, .tm_min = (int)minute }, utc;
    int year, month;

    date_to_calendar(day, &year, &month, &local.tm_mday);
    local.tm_year = year - 1900;
    local.tm_mon = month - 1;
    time_t moment = mktime(&local);
    if (moment < 0 || !gmtime_r(&moment, &utc))
        return -EINVAL;
    return strftime(ret_text, FILTER_MOMENT_SIZE, "%Y-%m-%dT%H:%MZ", &utc)
               ? 0
               : -EINVAL;
}
