/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unfolded lines, one event after the other. */

#include "wire/ical_holidays.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "core/zone.h"

enum { LINE_SIZE = 1024, MAX_DAYS = 31, LISTED_MOST = 64 };

/* A file being read; says: NULL while nothing is wrong. */
struct ical {
    const char *at;
    const char *end;
    int next_line;        /* of the file, from 1 */
    int line;             /* where the line that was read begins */
    char text[LINE_SIZE]; /* what does not count may be longer: it is cut */
    bool is_cut;
    const char *says;
    struct note *notes[2];
    size_t used[2];
    size_t note;
};

/* Of an event: on which days it is besides, or is not; the first of each. */
struct listed_days {
    int64_t days[LISTED_MOST];
    size_t count;
};

/* An event; days since 1970. */
struct event_days {
    bool is_open;
    bool has_start;
    bool is_yearly;
    bool is_cancelled;
    int64_t start;
    int64_t end; /* excluded; 0: the day after the start */
    struct listed_days more, without;
};

static bool wrong(struct ical *ical, const char *says)
{
    if (!ical->says)
        ical->says = says;

    return false;
}

/* One line with those that continue it (RFC 5545, 3.1). */
static bool read_line(struct ical *ical)
{
    size_t length = 0;

    if (ical->at == ical->end)
        return false;

    ical->line = ical->next_line;
    ical->is_cut = false;
    while (ical->at < ical->end) {
        char c = *ical->at++;

        if (c == '\n') {
            ical->next_line++;
            if (ical->at == ical->end ||
                (*ical->at != ' ' && *ical->at != '\t'))
                break;
            ical->at++;
        } else if (c != '\r' && length + 1 < sizeof(ical->text)) {
            ical->text[length++] = c;
        } else if (c != '\r') {
            ical->is_cut = true;
        }
    }

    ical->text[length] = '\0';
    return true;
}

/* What follows NAME: or NAME;...: in the line, or NULL. */
static const char *value_of(const struct ical *ical, const char *name)
{
    size_t length = strlen(name);
    const char *colon;

    if (strncmp(ical->text, name, length) != 0 ||
        (ical->text[length] != ':' && ical->text[length] != ';'))
        return NULL;

    colon = strchr(ical->text + length, ':');
    return colon ? colon + 1 : ical->text + strlen(ical->text);
}

static bool read_date(struct ical *ical, const char *text, int64_t *ret_days)
{
    int year;
    int month;
    int day;
    int used = 0;

    if (strspn(text, "0123456789") != 8 || text[8] ||
        sscanf(text, "%4d%2d%2d%n", &year, &month, &day, &used) != 3 ||
        used != 8 || year < 1970 || year > 2200 || month < 1 || month > 12 ||
        day < 1 || day > month_length(year, month))
        return wrong(ical, N_("Give whole days, as DTSTART;VALUE=DATE:"
                              "20261225."));

    *ret_days = days_of_date(year, month, day);
    return true;
}

/* 20261225,20261226: several such properties add to each other. */
static bool read_list(struct ical *ical, const char *text,
                      struct listed_days *listed)
{
    if (ical->is_cut)
        return wrong(ical, N_("List up to 64 days of an event, each by its "
                              "date."));
    while (*text) {
        size_t length = strcspn(text, ",");
        char date[16];

        if (listed->count == LISTED_MOST || length >= sizeof(date))
            return wrong(ical, N_("List up to 64 days of an event, each by its "
                                  "date."));
        memcpy(date, text, length);
        date[length] = '\0';
        if (!read_date(ical, date, &listed->days[listed->count]))
            return false;
        listed->count++;
        text += length + (text[length] == ',');
    }
    return true;
}

static bool read_property(struct ical *ical, struct event_days *event)
{
    static const char *const refused[] = { "EXRULE", "DURATION",
                                           "RECURRENCE-ID" };
    const char *value;

    if ((value = value_of(ical, "DTSTART"))) {
        event->has_start = true;
        return read_date(ical, value, &event->start);
    }
    if ((value = value_of(ical, "DTEND")))
        return read_date(ical, value, &event->end);
    if ((value = value_of(ical, "RRULE"))) {
        event->is_yearly = true;
        return strcmp(value, "FREQ=YEARLY") == 0 ||
               wrong(ical, N_("Repeat an event with FREQ=YEARLY alone, or "
                              "list its days."));
    }
    if ((value = value_of(ical, "RDATE")))
        return read_list(ical, value, &event->more);
    if ((value = value_of(ical, "EXDATE")))
        return read_list(ical, value, &event->without);
    if ((value = value_of(ical, "STATUS")))
        event->is_cancelled = strcmp(value, "CANCELLED") == 0;
    for (size_t i = 0; i < sizeof(refused) / sizeof(refused[0]); i++)
        if (value_of(ical, refused[i]))
            return wrong(ical, N_("Leave this property out, or list the days "
                                  "one by one."));

    return true;
}

/* Into the first note, then into the second. */
static bool put_day(struct ical *ical, bool is_yearly, int64_t days)
{
    struct local_time date;
    char text[32];
    size_t length;
    size_t size = sizeof(ical->notes[0]->text);

    date_of_days(days, &date);
    length = (size_t)(is_yearly ? snprintf(text, sizeof(text), "%02d-%02d",
                                           date.month, date.day)
                                : snprintf(text, sizeof(text), "%04d-%02d-%02d",
                                           date.year, date.month, date.day));
    if (ical->note == 0 && ical->used[0] + length + 2 >= size)
        ical->note = 1;
    if (ical->used[ical->note] + length + 2 >= size)
        return wrong(ical, N_("Import fewer years: the calendar has room for "
                              "about 80 single days."));

    ical->used[ical->note] +=
        (size_t)snprintf(ical->notes[ical->note]->text + ical->used[ical->note],
                         size - ical->used[ical->note], "%s%s",
                         ical->used[ical->note] ? ", " : "", text);
    return true;
}

/* It lasts as long each time. */
static bool put_once(struct ical *ical, const struct event_days *event,
                     int64_t start, bool is_yearly)
{
    int64_t length = event->end ? event->end - event->start : 1;

    for (size_t i = 0; i < event->without.count; i++)
        if (event->without.days[i] == start)
            return true;
    for (int64_t days = start; days < start + length; days++)
        if (!put_day(ical, is_yearly, days))
            return false;

    return true;
}

/* What is left out of a yearly event is a year that the calendar cannot leave
   out. */
static bool put_event(struct ical *ical, const struct event_days *event)
{
    if (event->is_cancelled)
        return true;
    if (event->is_yearly && event->without.count > 0)
        return wrong(ical, N_("A yearly event has all its years: list its "
                              "days in place of EXDATE."));
    if (!put_once(ical, event, event->start, event->is_yearly))
        return false;
    for (size_t i = 0; i < event->more.count; i++)
        if (!put_once(ical, event, event->more.days[i], false))
            return false;

    return true;
}

static bool end_event(struct ical *ical, const struct event_days *event)
{
    int64_t end = event->end ? event->end : event->start + 1;

    if (!event->has_start)
        return wrong(ical, N_("Give whole days, as DTSTART;VALUE=DATE:"
                              "20261225."));
    if (end <= event->start || end - event->start > MAX_DAYS)
        return wrong(ical, N_("Let an event have 1 to 31 days."));

    return put_event(ical, event);
}

static bool read_events(struct ical *ical)
{
    struct event_days event = { .is_open = false };

    if (!read_line(ical) || strcmp(ical->text, "BEGIN:VCALENDAR") != 0)
        return wrong(ical, N_("Begin with BEGIN:VCALENDAR."));

    while (read_line(ical)) {
        bool is_good = true;

        if (strcmp(ical->text, "END:VCALENDAR") == 0)
            return !event.is_open ||
                   wrong(ical, N_("End the event with END:VEVENT."));
        if (strcmp(ical->text, "BEGIN:VEVENT") == 0) {
            is_good = !event.is_open ||
                      wrong(ical, N_("End the event with END:VEVENT."));
            event = (struct event_days){ .is_open = true };
        } else if (strcmp(ical->text, "END:VEVENT") == 0) {
            is_good = end_event(ical, &event);
            event.is_open = false;
        } else if (event.is_open) {
            is_good = read_property(ical, &event);
        }
        if (!is_good)
            return false;
    }

    return wrong(ical, N_("End with END:VCALENDAR."));
}

int ical_holidays_parse(const char *text, size_t length,
                        struct note *ret_holidays, struct note *ret_more,
                        struct mistake *ret_mistake)
{
    assert(text && ret_holidays && ret_more);

    struct note notes[2] = { { "" }, { "" } };
    struct ical ical = { .at = text,
                         .end = text + length,
                         .next_line = 1,
                         .notes = { &notes[0], &notes[1] } };

    if (!read_events(&ical)) {
        int rc = mistake_note(ret_mistake, MISTAKE_BAD_CALENDAR, "");

        if (ret_mistake) {
            ret_mistake->text = ical.says;
            ret_mistake->line = ical.line;
            ret_mistake->column = 1;
        }
        return rc;
    }

    *ret_holidays = notes[0];
    *ret_more = notes[1];
    return 0;
}
