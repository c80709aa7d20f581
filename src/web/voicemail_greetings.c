/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a box says first: some of its settings, set at once. */

#include <string.h>

#include "web/box_greetings.h"
#include "web/documents.h"
#include "web/lookup.h"
#include "web/sound_making.h"
#include "web/team.h"
#include "web/voicemail.h"

/* Each greeting has its days by other ways too: who chooses prompts alone does
   not end them. */
static void keep_days(const struct exchange *exchange,
                      const struct event_box_set *box,
                      struct shape_greetings_asked *asked)
{
    const struct {
        const char *field;
        const struct name *was;
        struct name *day;
    } days[] = {
        { "holiday_from", &box->holiday_from, &asked->holiday_from },
        { "holiday_until", &box->holiday_until, &asked->holiday_until },
        { "greeting_from", &box->greeting_from, &asked->greeting_from },
        { "greeting_until", &box->greeting_until, &asked->greeting_until },
        { "busy_from", &box->busy_from, &asked->busy_from },
        { "busy_until", &box->busy_until, &asked->busy_until },
        { "closed_from", &box->closed_from, &asked->closed_from },
        { "closed_until", &box->closed_until, &asked->closed_until },
    };

    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
        if (!value_get(exchange->value, days[i].field))
            *days[i].day = *days[i].was;
}

/* The rest stays as it is. */
static void set_greetings(const struct shape_greetings_asked *asked,
                          struct command_set_box *box)
{
    box->greeting_id = asked->greeting_id;
    box->busy_id = asked->busy_id;
    box->closed_id = asked->closed_id;
    box->holiday_id = asked->holiday_id;
    box->holiday_from = asked->holiday_from;
    box->holiday_until = asked->holiday_until;
    box->greeting_from = asked->greeting_from;
    box->greeting_until = asked->greeting_until;
    box->busy_from = asked->busy_from;
    box->busy_until = asked->busy_until;
    box->closed_from = asked->closed_from;
    box->closed_until = asked->closed_until;
}

void voicemail_greetings(struct exchange *exchange)
{
    struct shape_greetings_asked asked = { 0 };
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_SET_BOX },
    };

    if (!lookup_body(exchange, shape_record(SHAPE_GREETINGS_ASKED), NULL,
                     &asked))
        return;

    const struct state *floor = exchange_floor(exchange);
    const struct event_box_set *box = state_box(floor, asked.box_id);

    if (!box ||
        !team_has_document(&exchange->asker, floor, DOCUMENT_BOX, box)) {
        exchange_refuse_field(exchange, PROBLEM_NOT_FOUND, "box_id");
        return;
    }

    /* a command to set a document is that document */
    memcpy(&request.command.as.set_box, box, sizeof(*box));
    keep_days(exchange, box, &asked);
    set_greetings(&asked, &request.command.as.set_box);
    exchange->id = box->id;
    exchange_ask(exchange, &request, documents_answer_set);
}

void voicemail_record(struct exchange *exchange)
{
    const struct event_box_set *box = lookup_document(exchange, DOCUMENT_BOX);
    struct shape_greeting_spoken asked = { .language = greetings_own_language(
                                               exchange) };
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_RECORD_BY_PHONE },
    };

    if (!box || !lookup_body(exchange, shape_record(SHAPE_GREETING_SPOKEN),
                             NULL, &asked))
        return;
    if (!greetings_may_set(exchange, box)) {
        exchange_refuse_right(exchange, NULL, PERMISSION_BOX_SET);
        return;
    }
    if (sound_making_is_too_much(exchange))
        return;

    request.command.as.record_by_phone.box_id = box->id;
    request.command.as.record_by_phone.greeting = asked.greeting;
    request.command.as.record_by_phone.language = asked.language;
    exchange_ask(exchange, &request, exchange_answer_done);
}
