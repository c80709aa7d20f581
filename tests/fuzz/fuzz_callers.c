/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of numbers, kept lists and holidays, as anybody may send them. */

#include <string.h>

#include "core/calendar.h"
#include "tests/fuzz/fuzz.h"
#include "wire/caller_text.h"
#include "wire/ical_holidays.h"

static void read_table(const char *bytes, size_t length, const char *country)
{
    struct caller_list *list = NULL;
    struct caller_list *again = NULL;
    struct mistake mistake = { .line = 0 };

    if (caller_csv_parse(bytes, length, country, &list, &mistake) < 0) {
        CLAIM(mistake.line >= 1);
        CLAIM(mistake.text);
        return;
    }

    CLAIM(caller_list_is_valid(list));

    char *text = caller_text_print(list);

    CLAIM(text);
    CLAIM(caller_text_parse(text, strlen(text), &again) == 0);
    CLAIM(again->count == list->count);
    CLAIM(strcmp(again->digest, list->digest) == 0);
    free(again);
    free(text);
    free(list);
}

/* What is taken from a file can be read as a calendar's. */
static void read_ical(const char *bytes, size_t length)
{
    struct event_calendar_set document = { .id = 1 };
    struct calendar calendar;

    if (ical_holidays_parse(bytes, length, &document.holidays,
                            &document.holidays2, NULL) == 0)
        CLAIM(calendar_parse(&document, &calendar, NULL) == 0);
}

static void read_calendar(const char *text)
{
    struct event_calendar_set document = { .id = 1 };
    struct calendar calendar;
    struct calendar_mistake mistake = { .says = NULL };
    struct local_time time;

    (void)snprintf(document.hours.text, sizeof(document.hours.text), "%s",
                   text);
    (void)snprintf(document.holidays.text, sizeof(document.holidays.text), "%s",
                   text);
    if (calendar_parse(&document, &calendar, &mistake) < 0) {
        CLAIM(mistake.says && mistake.at <= strlen(text));
        document.hours.text[0] = '\0';
        if (calendar_parse(&document, &calendar, NULL) < 0)
            return;
    }

    for (int day = 0; day < 400; day += 7) {
        date_of_days(20000 + day, &time);
        (void)calendar_is_open(&calendar, &time);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);

    read_table(text, size, "");
    read_table(text, size, "34");
    read_ical(text, size);
    read_calendar(text);
    free(text);
    return 0;
}
