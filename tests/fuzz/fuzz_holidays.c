/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holidays from an iCalendar file: what is taken can be read as a calendar's. */

#include <string.h>

#include "core/calendar.h"
#include "tests/fuzz/fuzz.h"
#include "wire/ical_holidays.h"

static int count_lines(const char *bytes, size_t length)
{
    int count = 1;

    for (size_t i = 0; i < length; i++)
        count += bytes[i] == '\n';

    return count;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    struct event_calendar_set document = { .id = 1 };
    struct calendar calendar;
    struct mistake mistake = { .line = 0 };

    if (ical_holidays_parse(text, size, &document.holidays, &document.holidays2,
                            &mistake) == 0) {
        CLAIM(calendar_parse(&document, &calendar, NULL) == 0);
    } else {
        CLAIM(mistake.text);
        CLAIM(mistake.line >= 0 && mistake.line <= count_lines(text, size));
    }
    free(text);
    return 0;
}
