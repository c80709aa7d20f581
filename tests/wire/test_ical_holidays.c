/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Holidays of iCalendar files, as other programs write them. */

#include "wire/ical_holidays.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/calendar.h"
#include "core/command.h"
#include "tests/test.h"
#include "wire/value.h"

#define CALENDAR(events) "BEGIN:VCALENDAR\r\n" events "END:VCALENDAR\r\n"
#define EVENT(lines)     "BEGIN:VEVENT\r\n" lines "END:VEVENT\r\n"

static const struct ical_row {
    const char *says;
    const char *text;
    const char *holidays; /* NULL: refused ... */
    int line;             /* ... in this line */
    const char *about;
} ical_rows[] = {
    { "nothing", CALENDAR(""), "", 0, NULL },
    { "a day", CALENDAR(EVENT("DTSTART;VALUE=DATE:20261225\r\n")), "2026-12-25",
      0, NULL },
    { "a day without its kind", CALENDAR(EVENT("DTSTART:20261225\n")),
      "2026-12-25", 0, NULL },
    { "what is not needed",
      "BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:Days\n" EVENT(
          "UID:1@example\nDTSTART;VALUE=DATE:20261225\nDTEND;VALUE=DATE:"
          "20261226\nSUMMARY:Christmas Day\nTRANSP:TRANSPARENT\n") "END:"
                                                                   "VCALENDAR"
                                                                   "\n",
      "2026-12-25", 0, NULL },
    { "each year",
      CALENDAR(EVENT("DTSTART;VALUE=DATE:20201225\r\nRRULE:FREQ=YEARLY\r\n")),
      "12-25", 0, NULL },
    { "three days",
      CALENDAR(EVENT("DTSTART;VALUE=DATE:20261230\r\n"
                     "DTEND;VALUE=DATE:20270102\r\n")),
      "2026-12-30, 2026-12-31, 2027-01-01", 0, NULL },
    { "two events",
      CALENDAR(EVENT("DTSTART:20260101\r\n") EVENT("DTSTART:20260106\r\n")),
      "2026-01-01, 2026-01-06", 0, NULL },
    { "a folded line",
      CALENDAR(EVENT("DTSTART;VALUE=DA\r\n TE:2026\r\n 1225\r\n")),
      "2026-12-25", 0, NULL },
    { "a cancelled one",
      CALENDAR(EVENT("DTSTART:20260101\r\nSTATUS:CANCELLED\r\n")), "", 0,
      NULL },
    { "a time of day", CALENDAR(EVENT("DTSTART:20261225T090000Z\r\n")), NULL, 3,
      "whole days" },
    { "no such day", CALENDAR(EVENT("DTSTART:20260229\r\n")), NULL, 3,
      "whole days" },
    { "no day at all", CALENDAR(EVENT("SUMMARY:x\r\n")), NULL, 4,
      "whole days" },
    { "an end before the start",
      CALENDAR(EVENT("DTSTART:20260102\r\nDTEND:20260101\r\n")), NULL, 5,
      "1 to 31" },
    { "a year", CALENDAR(EVENT("DTSTART:20260101\r\nDTEND:20270101\r\n")), NULL,
      5, "1 to 31" },
    { "a rule that is more",
      CALENDAR(EVENT("DTSTART:20260101\r\nRRULE:FREQ=YEARLY;BYDAY=1MO\r\n")),
      NULL, 4, "FREQ=YEARLY" },
    { "more days",
      CALENDAR(EVENT("DTSTART:20260101\r\n"
                     "RDATE;VALUE=DATE:20270101,20280103\r\n")),
      "2026-01-01, 2027-01-01, 2028-01-03", 0, NULL },
    { "... in several lines, each as long as the first",
      CALENDAR(EVENT("DTSTART:20260101\r\nDTEND:20260103\r\nRDATE:20270101\r\n"
                     "RDATE:20280101\r\n")),
      "2026-01-01, 2026-01-02, 2027-01-01, 2027-01-02, 2028-01-01, 2028-01-02",
      0, NULL },
    { "... beside each year",
      CALENDAR(EVENT("DTSTART:20260106\r\nRRULE:FREQ=YEARLY\r\n"
                     "RDATE:20260110\r\n")),
      "01-06, 2026-01-10", 0, NULL },
    { "days left out",
      CALENDAR(EVENT("DTSTART:20260101\r\nRDATE:20270101,20280101\r\n"
                     "EXDATE;VALUE=DATE:20270101\r\n")),
      "2026-01-01, 2028-01-01", 0, NULL },
    { "... the first one, too",
      CALENDAR(EVENT("EXDATE:20260101\r\nDTSTART:20260101\r\n"
                     "RDATE:20270101\r\n")),
      "2027-01-01", 0, NULL },
    { "a year left out of all of them",
      CALENDAR(EVENT("DTSTART:20260101\r\nRRULE:FREQ=YEARLY\r\n"
                     "EXDATE:20270101\r\n")),
      NULL, 6, "all its years" },
    { "more times of day",
      CALENDAR(EVENT("DTSTART:20260101\r\nRDATE:20270101T090000\r\n")), NULL, 4,
      "whole days" },
    { "a period",
      CALENDAR(EVENT("DTSTART:20260101\r\n"
                     "RDATE;VALUE=PERIOD:20270101T090000/PT1H\r\n")),
      NULL, 4, "each by its date" },
    { "a duration", CALENDAR(EVENT("DTSTART:20260101\r\nDURATION:P9W\r\n")),
      NULL, 4, "Leave this" },
    { "something else", "{}", NULL, 1, "BEGIN:VCALENDAR" },
    { "nothing at all", "", NULL, 0, "BEGIN:VCALENDAR" },
    { "cut off", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", NULL, 2,
      "END:VCALENDAR" },
    { "an event within an event", CALENDAR("BEGIN:VEVENT\r\nBEGIN:VEVENT\r\n"),
      NULL, 3, "END:VEVENT" },
    { "an event that does not end",
      CALENDAR("BEGIN:VEVENT\r\nDTSTART:20260101\r\n"), NULL, 4, "END:VEVENT" },
};

static void is_read_or_refused(void **state)
{
    const struct ical_row *row = *state;
    struct note holidays = { "x" };
    struct note more = { "" };
    struct mistake mistake = { 0 };
    int rc = ical_holidays_parse(row->text, strlen(row->text), &holidays, &more,
                                 &mistake);

    if (row->holidays) {
        assert_int_equal(rc, 0);
        assert_string_equal(holidays.text, row->holidays);
        assert_string_equal(more.text, "");
        return;
    }

    assert_int_equal(rc, -EBADMSG);
    assert_string_equal(holidays.text, "x");
    if (!strstr(mistake.text, row->about))
        fail_msg("not about %s: %s", row->about, mistake.text);
    assert_int_equal(mistake.line, row->line);
}

static void the_second_text_takes_what_the_first_cannot(void **state)
{
    static char text[16384];
    struct note holidays;
    struct note more;
    struct mistake mistake = { 0 };
    int count = 0;
    int rc = 0;

    (void)state;
    for (; rc == 0; count++) {
        size_t used = 0;

        used += (size_t)snprintf(text, sizeof(text), "BEGIN:VCALENDAR\n");
        for (int i = 0; i <= count; i++)
            used += (size_t)snprintf(text + used, sizeof(text) - used,
                                     EVENT("DTSTART:2026%02d%02d\n"),
                                     1 + i / 28, 1 + i % 28);
        used += (size_t)snprintf(text + used, sizeof(text) - used,
                                 "END:VCALENDAR\n");
        rc = ical_holidays_parse(text, used, &holidays, &more, &mistake);
    }

    assert_int_equal(rc, -EBADMSG);
    assert_non_null(strstr(mistake.text, "fewer years"));
    assert_true(count > 80);
    assert_int_equal(strncmp(more.text, "2026-", 5), 0);
}

/* One more than are read is told, not left out. */
static void a_list_of_days_has_a_limit(void **state)
{
    static char text[4096];
    struct note holidays, more;
    struct mistake mistake = { 0 };

    (void)state;
    for (int count = 64; count <= 65; count++) {
        size_t used = (size_t)snprintf(
            text, sizeof(text),
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20250101\nEXDATE:");

        for (int i = 0; i < count; i++)
            used += (size_t)snprintf(text + used, sizeof(text) - used,
                                     "%s2026%02d%02d", i ? "," : "", 1 + i / 28,
                                     1 + i % 28);
        used += (size_t)snprintf(text + used, sizeof(text) - used,
                                 "\nEND:VEVENT\nEND:VCALENDAR\n");
        assert_int_equal(
            ical_holidays_parse(text, used, &holidays, &more, &mistake),
            count == 64 ? 0 : -EBADMSG);
    }
    assert_non_null(strstr(mistake.text, "up to 64"));
    assert_int_equal(mistake.line, 4);
}

/* What comes with the server, against what governments have published. */
static const struct shipped_row {
    const char *says;
    const char *file;
    int date[3];
    bool is_one;
} shipped_rows[] = {
    { "en-GB: Boxing Day 2026, a Saturday, on Monday",
      "en-GB",
      { 2026, 12, 28 },
      true },
    { "en-GB: Christmas 2027, on Monday", "en-GB", { 2027, 12, 27 }, true },
    { "en-GB: Boxing Day 2027, on Tuesday", "en-GB", { 2027, 12, 28 }, true },
    { "en-GB: early May 2026", "en-GB", { 2026, 5, 4 }, true },
    { "en-GB: spring 2026", "en-GB", { 2026, 5, 25 }, true },
    { "en-GB: summer 2026", "en-GB", { 2026, 8, 31 }, true },
    { "en-GB: Good Friday 2026", "en-GB", { 2026, 4, 3 }, true },
    { "en-GB: an ordinary day", "en-GB", { 2026, 12, 29 }, false },
    { "en-US: Independence Day 2026, on Friday",
      "en-US",
      { 2026, 7, 3 },
      true },
    { "en-US: Thanksgiving 2026", "en-US", { 2026, 11, 26 }, true },
    { "en-US: Memorial Day 2026", "en-US", { 2026, 5, 25 }, true },
    { "en-US: Martin Luther King 2026", "en-US", { 2026, 1, 19 }, true },
    { "en-US: New Year 2028, on Friday before",
      "en-US",
      { 2027, 12, 31 },
      true },
    { "en-US: Good Friday is none", "en-US", { 2026, 4, 3 }, false },
    { "es: Viernes Santo 2026", "es", { 2026, 4, 3 }, true },
    { "es: Fiesta Nacional", "es", { 2026, 10, 12 }, true },
    { "es: Easter Monday is none everywhere", "es", { 2026, 4, 6 }, false },
    { "cs: Easter Monday 2026", "cs", { 2026, 4, 6 }, true },
    { "cs: 17 November", "cs", { 2026, 11, 17 }, true },
    { "cs: Christmas Eve", "cs", { 2026, 12, 24 }, true },
    { "cs: 31 December is none", "cs", { 2026, 12, 31 }, false },
};

static struct json_t *read_file(const char *name)
{
    static char text[65536];
    const char *top = getenv("top_srcdir");
    char path[512];
    struct json_t *value = NULL;
    size_t length;
    FILE *file;

    snprintf(path, sizeof(path), "%s/share/calendars/%s.json", top ? top : ".",
             name);
    file = fopen(path, "r");
    assert_non_null(file);
    length = fread(text, 1, sizeof(text), file);
    fclose(file);
    assert_int_equal(value_parse(text, length, sizeof(text), &value, NULL), 0);
    return value;
}

static void is_a_holiday_there(void **state)
{
    const struct shipped_row *row = *state;
    const struct record *record = document_kind_info(DOCUMENT_CALENDAR)->record;
    struct event_calendar_set document = { .id = 1 };
    struct json_t *value = read_file(row->file);
    static const char *const names[] = { "hours", "holidays", "zone" };
    struct calendar calendar;

    for (size_t i = 0; i < ARRAY_LEN(names); i++)
        assert_int_equal(field_set_text(record_field(record, names[i]),
                                        &document,
                                        value_get_text(value, names[i])),
                         0);
    value_free(value);
    assert_int_equal(calendar_parse(&document, &calendar, NULL), 0);
    assert_int_equal(
        calendar_has_holiday(
            &calendar, days_of_date(row->date[0], row->date[1], row->date[2])),
        row->is_one);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_read_or_refused, ical_rows);
    TEST_LIST_ADD(&list, a_list_of_days_has_a_limit);
    TEST_LIST_ADD_ROWS(&list, is_a_holiday_there, shipped_rows);
    TEST_LIST_ADD(&list, the_second_text_takes_what_the_first_cannot);

    return test_list_run(&list);
}
