/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callbacks are asked for, some after a contact that a worker looks up. */

#include "web/callbacks.h"

#include <errno.h>
#include <stdlib.h>

#include "jobs/query.h"
#include "web/contacts.h"
#include "web/lookup.h"

struct asked_job {
    struct exchange_job base;
    struct web_request request;
    uint64_t asker_id;          /* the agent who asks, or 0 */
    struct shape_contact after; /* as the store has it */
    bool had_part;              /* ... the asker in it */
    int rc;
};

static uint64_t after_which(const struct asked_job *work)
{
    return work->request.command.as.ask_callback.contact_id;
}

static void work_asked(struct job *job, void *hands)
{
    struct asked_job *work = (struct asked_job *)job;

    work->rc = query_contact(hands, after_which(work), &work->after);
    if (work->rc == 0 && work->asker_id)
        work->had_part =
            query_had_part(hands, after_which(work), work->asker_id) == 1;
}

static void drop_asked(struct exchange_job *base)
{
    free(base);
}

/* The callback is told in its story, which is of those who see it: to ask for
   callbacks is not to see contacts. */
static bool may_tie(const struct exchange *exchange,
                    const struct asked_job *work)
{
    const struct contact_row *row =
        state_contact(exchange_floor(exchange), after_which(work));
    struct shape_contact contact = work->after;

    if (row && row->place != PLACE_ENDED)
        contact_fill_live(exchange, row, &contact);
    return work->had_part ||
           contact_may(exchange, PERMISSION_CONTACT_SEE, &contact);
}

static void then_asked(struct exchange *exchange, struct exchange_job *base)
{
    struct asked_job *work = (struct asked_job *)base;

    if (work->rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else if (may_tie(exchange, work))
        exchange_ask(exchange, &work->request, exchange_answer_done);
    else
        exchange_refuse_field(exchange, PROBLEM_FORBIDDEN, "contact_id");
}

static void ask_after(struct exchange *exchange,
                      const struct web_request *request)
{
    struct asked_job *work = calloc(1, sizeof(*work));

    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->base.to_do.job.work = work_asked;
    work->base.then = then_asked;
    work->base.drop = drop_asked;
    work->request = *request;
    work->asker_id = exchange->asker.agent_id;
    exchange_work(exchange, &work->base);
}

/* One that there never was the core refuses. */
static bool has_been(const struct exchange *exchange, uint64_t contact_id)
{
    return contact_id > 0 &&
           contact_id <=
               (uint64_t)state_system(exchange_floor(exchange))->contacts;
}

void callbacks_ask(struct exchange *exchange)
{
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_ASK_CALLBACK },
    };
    struct command_ask_callback *asked = &request.command.as.ask_callback;

    if (!lookup_body(exchange, command_record(COMMAND_ASK_CALLBACK), NULL,
                     asked))
        return;
    if (!callback_may_be_asked(exchange, asked))
        exchange_refuse(exchange, PROBLEM_FORBIDDEN);
    else if (has_been(exchange, asked->contact_id))
        ask_after(exchange, &request);
    else
        exchange_ask(exchange, &request, exchange_answer_done);
}
