/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Terms joined by "and". */

#include "console/filter_words.h"

#include <errno.h>
#include <stdio.h>
#include <time.h>

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

int filter_words_day(const char *text, int days_later,
                     char ret_text[FILTER_DAY_SIZE])
{
    struct tm local = { .tm_isdst = -1 }, utc;
    const char *rest = strptime(text, "%Y-%m-%d", &local);

    if (!rest || *rest)
        return -EINVAL;
    local.tm_mday += days_later;
    local.tm_isdst = -1;
    time_t moment = mktime(&local);
    if (moment < 0 || !gmtime_r(&moment, &utc))
        return -EINVAL;
    return strftime(ret_text, FILTER_DAY_SIZE, "%Y-%m-%dT%H:%MZ", &utc)
               ? 0
               : -EINVAL;
}
