/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The number is the floor's or the store's; the rest a worker finds. */

#include "web/previous.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "jobs/query.h"
#include "web/contacts.h"
#include "web/exchange.h"
#include "web/known.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/people.h"
#include "web/team.h"

struct previous_job {
    struct exchange_job base;
    struct query_previous query;
    struct shape_contact contact;
    struct shape_previous *rows;
    size_t count;
    int rc;
};

static void work_previous(struct job *job, void *hands)
{
    struct previous_job *work = (struct previous_job *)job;

    work->rc = query_previous(hands, &work->query, &work->contact, &work->rows,
                              &work->count);
}

static void drop_previous(struct exchange_job *base)
{
    struct previous_job *work = (struct previous_job *)base;

    free(work->rows);
    free(work);
}

static void fill_disposition(const struct exchange *exchange,
                             struct shape_previous *row)
{
    const struct event_disposition_set *disposition = state_document(
        exchange_floor(exchange), DOCUMENT_DISPOSITION, row->disposition_id);

    if (!disposition)
        return;
    people_label(exchange, &disposition->label, &disposition->label_es,
                 &disposition->label_cs, &row->disposition);
    if (!row->disposition.text[0])
        memcpy(row->disposition.text, disposition->name.text,
               sizeof(disposition->name.text));
}

static void fill_names(const struct exchange *exchange,
                       struct shape_previous *row)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_queue_set *queue = state_queue(floor, row->queue_id);
    const struct event_agent_set *agent = state_agent(floor, row->agent_id);

    if (queue)
        row->queue = queue->name;
    if (agent)
        row->agent = agent->name;
    known_hide(&exchange->asker, floor, shape_record(SHAPE_PREVIOUS), row);
    fill_disposition(exchange, row);
}

/* Live ones are as the floor has them. */
static bool may_see(struct exchange *exchange, const struct previous_job *work)
{
    const struct contact_row *row =
        state_contact(exchange_floor(exchange), work->query.contact_id);
    struct shape_contact contact = work->contact;

    if (row)
        contact_fill_live(exchange, row, &contact);
    if (contact.contact_id == 0)
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
    else if (!contact_may_see(exchange, &contact))
        exchange_refuse(exchange, PROBLEM_FORBIDDEN);
    else
        return true;
    return false;
}

static void then_previous(struct exchange *exchange, struct exchange_job *base)
{
    struct previous_job *work = (struct previous_job *)base;

    if (work->rc < 0) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    if (!may_see(exchange, work))
        return;
    size_t shown = 0;
    for (size_t i = 0; i < work->count; i++) {
        const struct shape_previous row = work->rows[i];
        if (!team_has_contact(&exchange->asker, exchange_floor(exchange),
                              row.queue_id, row.agent_id))
            continue;
        work->rows[shown] = row;
        fill_names(exchange, &work->rows[shown++]);
    }
    listing_answer_all(exchange, shape_record(SHAPE_PREVIOUS), work->rows,
                       shown, lookup_view(exchange));
}

void previous_list(struct exchange *exchange)
{
    uint64_t id = lookup_number(exchange, 0);
    struct previous_job *work;

    if (id == 0)
        return;
    work = calloc(1, sizeof(*work));
    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }

    const struct contact_row *row = state_contact(exchange_floor(exchange), id);

    work->base.to_do.job.work = work_previous;
    work->base.then = then_previous;
    work->base.drop = drop_previous;
    work->query.contact_id = id;
    work->query.limit = PREVIOUS_MAX;
    if (row)
        work->query.caller = row->caller;
    exchange_work(exchange, &work->base);
}
