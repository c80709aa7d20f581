/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file of iCalendar becomes the holidays of a calendar. */

#include <stdlib.h>
#include <string.h>

#include "web/documents.h"
#include "web/inside.h"
#include "web/lookup.h"
#include "web/rules.h"
#include "wire/ical_holidays.h"

/* Reading a large file takes a while: a worker does it. */
struct holidays_job {
    struct exchange_job base;
    struct event_calendar_set document;
    char *bytes;
    size_t length;
    struct mistake mistake;
    int rc;
};

static void work_holidays(struct job *job, void *hands)
{
    struct holidays_job *work = (struct holidays_job *)job;

    (void)hands;
    work->rc =
        ical_holidays_parse(work->bytes, work->length, &work->document.holidays,
                            &work->document.holidays2, &work->mistake);
}

static void drop_holidays(struct exchange_job *base)
{
    struct holidays_job *work = (struct holidays_job *)base;

    free(work->bytes);
    free(work);
}

/* The whole document anew, with other holidays. */
static void then_holidays(struct exchange *exchange, struct exchange_job *base)
{
    const struct holidays_job *work = (struct holidays_job *)base;
    struct web_request request = { .task = WEB_COMMAND };

    if (work->rc < 0) {
        answer_with_mistake(&exchange->answer, exchange->language,
                            &work->mistake);
        return;
    }
    request.command.type = COMMAND_SET_CALENDAR;
    memcpy(&request.command.as.set_calendar, &work->document,
           sizeof(work->document));
    exchange->id = work->document.id;
    calendars_ask(exchange, &request);
}

void calendars_import(struct exchange *exchange)
{
    const struct event_calendar_set *document =
        lookup_document(exchange, DOCUMENT_CALENDAR);
    struct holidays_job *work;

    if (!document || !documents_match(exchange, DOCUMENT_CALENDAR, document))
        return;

    work = calloc(1, sizeof(*work));
    if (work)
        work->bytes = malloc(exchange->length + 1);
    if (!work || !work->bytes) {
        free(work);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    if (exchange->length > 0)
        memcpy(work->bytes, exchange->body, exchange->length);
    work->length = exchange->length;
    work->document = *document;
    work->base.to_do.job.work = work_holidays;
    work->base.then = then_holidays;
    work->base.drop = drop_holidays;
    exchange_work(exchange, &work->base);
}
