/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A calendar's next days, in its own zone. */

#include <assert.h>
#include <stdio.h>

#include "base/mark.h"
#include "console/queue_hours_inside.h"
#include "console/word.h"
#include "core/calendar.h"
#include "lang/timezone.h"

enum { MINUTES = 1440, DAY_CELLS = 14, HOURS_COLUMN = 17, HOLIDAY_COLUMN = 50 };

static const int64_t DAY_US = INT64_C(86400000000);

/* @return the day there, since 1970; or -EINVAL and the like */
static int today_in(const char *zone_name, int64_t wall_us, int64_t *ret_days)
{
    struct timezone_shift shift;
    int rc = timezone_read(zone_name, wall_us, wall_us, &shift, 1);

    if (rc < 0)
        return rc;
    int64_t local_us = wall_us + (rc > 0 ? shift.offset_us : 0);

    *ret_days = local_us / DAY_US;
    return 0;
}

static void print_hours(const struct day_hours *hours,
                        struct safe_text *ret_text)
{
    char text[128] = "";
    size_t length = 0;

    for (int i = 0; i < hours->count && length < sizeof(text); i++) {
        const struct span *span = &hours->spans[i];
        int until = span->until > MINUTES ? span->until - MINUTES : span->until;

        length += (size_t)snprintf(text + length, sizeof(text) - length,
                                   "%s%02d:%02d–%02d:%02d", i ? ", " : "",
                                   span->from / 60, span->from % 60, until / 60,
                                   until % 60);
    }
    safe_text_copy(ret_text, text);
}

static void ask_all(const struct calendar *calendar,
                    struct queue_hours_days *days)
{
    for (int i = 0; i < QUEUE_HOURS_DAYS; i++) {
        struct day_hours hours;

        days->rows[i].days = days->today + i;
        days->rows[i].is_holiday =
            calendar_has_holiday(calendar, days->today + i);
        calendar_hours_of(calendar, days->today + i, &hours);
        print_hours(&hours, &days->rows[i].hours);
    }
    for (int64_t day = days->today; day < days->today + QUEUE_HOURS_AHEAD &&
                                    days->holiday_count < QUEUE_HOURS_HOLIDAYS;
         day++)
        if (calendar_has_holiday(calendar, day))
            days->holidays[days->holiday_count++] = day;
}

void queue_hours_ask(const struct program *program,
                     const struct event_calendar_set *document,
                     struct queue_hours_days *days)
{
    assert(program && document && days);
    struct calendar calendar;
    int64_t today = 0;
    bool is_bad =
        today_in(document->zone.text, program_wall_us(program), &today) < 0 ||
        calendar_parse(document, &calendar, NULL) < 0;

    if (days->id == document->id && days->version == document->version &&
        days->today == today && days->is_bad == is_bad)
        return;
    *days = (struct queue_hours_days){
        .id = document->id,
        .version = document->version,
        .today = today,
        .is_bad = is_bad,
    };
    if (!is_bad)
        ask_all(&calendar, days);
}

static void draw_day(const struct surface *surface, int row, int64_t days,
                     bool is_today)
{
    char day[WORD_TIME_SIZE];

    word_day(surface->style->language, days * DAY_US, day);
    surface_words(surface, (struct place){ row, 3, DAY_CELLS, false },
                  is_today ? LOOK(TITLE, 0) : LOOK(TEXT, 0), day);
}

static void draw_holidays(const struct surface *surface, int row,
                          const struct queue_hours_days *days)
{
    int column = HOURS_COLUMN;

    surface_label(surface, (struct place){ row, 3, DAY_CELLS, false },
                  LOOK(DIM, 0), N_("Holidays"));
    if (days->holiday_count == 0)
        surface_label(surface, (struct place){ row, column, 0, false },
                      LOOK(DIM, 0), N_("none in the next 92 days"));
    for (int i = 0; i < days->holiday_count && column < surface->columns; i++) {
        char day[WORD_TIME_SIZE];

        word_day(surface->style->language, days->holidays[i] * DAY_US, day);
        column +=
            surface_words(surface, (struct place){ row, column, 0, false },
                          LOOK(TEXT, 0), day) +
            2;
    }
}

void queue_hours_draw_days(const struct surface *surface,
                           const struct queue_hours_days *days)
{
    assert(surface && days);
    int last = surface->rows - 1;

    if (days->is_bad) {
        surface_label(surface, (struct place){ 0, 3, 0, false }, LOOK(WARN, 0),
                      N_("Its hours cannot be told here: the time zone is not "
                         "known."));
        return;
    }
    for (int i = 0; i < QUEUE_HOURS_DAYS && i < last; i++) {
        const struct safe_text *hours = &days->rows[i].hours;

        draw_day(surface, i, days->rows[i].days, i == 0);
        if (hours->text[0])
            surface_text(surface, (struct place){ i, HOURS_COLUMN, 0, false },
                         LOOK(TEXT, 0), hours);
        else
            surface_label(surface, (struct place){ i, HOURS_COLUMN, 0, false },
                          LOOK(DIM, 0), N_("closed all day"));
        if (days->rows[i].is_holiday)
            surface_label(surface,
                          (struct place){ i, HOLIDAY_COLUMN, 0, false },
                          LOOK(WARN, 0), N_("holiday"));
    }
    draw_holidays(surface, QUEUE_HOURS_DAYS < last ? QUEUE_HOURS_DAYS : last,
                  days);
}
