/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of alarms. */

#include "wire/alarm.h"

#include <assert.h>
#include <string.h>

#include "base/mark.h"

static const struct {
    const char *name;
    const char *words;
} alarms[] = {
#define ALARM(NAME, name, words) { #name, words },
#include "wire/alarm.def"
};

const char *alarm_name(enum alarm alarm)
{
    assert(alarm < ALARM_COUNT);
    return alarms[alarm].name;
}

const char *alarm_words(const char *name)
{
    assert(name);

    for (int i = 0; i < ALARM_COUNT; i++)
        if (strcmp(alarms[i].name, name) == 0)
            return alarms[i].words;

    return name;
}
