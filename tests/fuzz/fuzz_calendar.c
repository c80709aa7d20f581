/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hours and holidays as people write them, and the days they make. */

#include <string.h>

#include "core/calendar.h"
#include "tests/fuzz/fuzz.h"

enum { DAY_MINUTES = 1440 };

/* A walk by minutes sees what a walk from change to change does, which is how
   the next opening is found. */
static void walk_hours(const struct day_hours *hours)
{
    int until = 0;
    bool is_open = false;

    for (int minute = 0; minute < 2 * DAY_MINUTES; minute++) {
        int next = 2 * DAY_MINUTES;
        bool has = day_hours_have(hours, minute, &next);

        CLAIM(next > minute);
        if (minute < until) {
            CLAIM(has == is_open && next == until);
            continue;
        }
        until = next;
        is_open = has;
    }
}

static void check_hours(const struct day_hours *hours)
{
    walk_hours(hours);
    CLAIM(hours->count <= CALENDAR_MAX_SPANS);
    for (size_t i = 0; i < hours->count; i++) {
        CLAIM(hours->spans[i].from >= 0 && hours->spans[i].from < DAY_MINUTES);
        CLAIM(hours->spans[i].until > hours->spans[i].from);
        CLAIM(hours->spans[i].until <= 2 * DAY_MINUTES);
    }
}

static void check_holiday(const struct holiday *holiday)
{
    check_hours(&holiday->hours);
    if (holiday->kind == HOLIDAY_EASTER)
        return;

    CLAIM(holiday->month >= 1 && holiday->month <= 12);
    if (holiday->kind == HOLIDAY_NTH) {
        CLAIM(holiday->weekday >= 1 && holiday->weekday <= 7);
        CLAIM(holiday->nth && holiday->nth >= -5 && holiday->nth <= 5);
        return;
    }
    CLAIM(holiday->day >= 1 &&
          holiday->day <=
              month_length(holiday->kind == HOLIDAY_ONCE ? holiday->year : 2000,
                           holiday->month));
}

static void check(const struct calendar *calendar)
{
    struct local_time time;

    for (size_t day = 0; day < 7; day++)
        check_hours(&calendar->week[day]);
    CLAIM(calendar->holiday_count <= CALENDAR_MAX_HOLIDAYS);
    for (size_t i = 0; i < calendar->holiday_count; i++)
        check_holiday(&calendar->holidays[i]);

    for (int day = 0; day < 400; day += 7) {
        date_of_days(20000 + day, &time);
        (void)calendar_is_open(calendar, &time);
    }
}

/* The bytes are one of the texts, and the others are empty. */
static void read_as(const char *text, bool is_hours)
{
    struct event_calendar_set document = { .id = 1 };
    struct note *note = is_hours ? &document.hours : &document.holidays;
    struct calendar calendar;
    struct calendar_mistake mistake = { .says = NULL };

    (void)snprintf(note->text, sizeof(note->text), "%s", text);
    if (calendar_parse(&document, &calendar, &mistake) == 0) {
        check(&calendar);
        return;
    }
    CLAIM(mistake.says && mistake.at <= strlen(note->text));
    CLAIM(strcmp(mistake.field, is_hours ? "hours" : "holidays") == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);

    read_as(text, true);
    read_as(text, false);
    free(text);
    return 0;
}
