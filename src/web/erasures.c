/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store is asked what there is, the main thread to erase it. */

#include "web/erasures.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "jobs/erasure.h"
#include "web/lookup.h"
#include "wire/record_json.h"

struct erasure_job {
    struct exchange_job base; /* first */
    struct query_erasure query;
    struct erasure *found;
    int rc;
};

static void work_erasure(struct job *job, void *hands)
{
    struct erasure_job *work = (struct erasure_job *)job;

    work->rc = query_erasure(hands, &work->query, &work->found);
}

static void drop_erasure(struct exchange_job *base)
{
    struct erasure_job *work = (struct erasure_job *)base;

    erasure_free(work->found);
    free(work);
}

static void then_erased(struct exchange *exchange,
                        const struct web_reply *reply)
{
    const struct shape_erasure erasure = {
        .contacts = reply->erased.contacts,
        .callbacks = reply->erased.callbacks,
        .texts = reply->erased.texts,
        .recordings = reply->erased.recordings,
        .left_out = reply->erased.left_out,
        .more = reply->erased.is_more,
    };

    answer_with_value(
        &exchange->answer, 200,
        record_to_json(shape_record(SHAPE_ERASURE), &erasure, EVENT_WHOLE));
}

/* Those that the store did not find, as they are not over. */
static size_t count_live(const struct state *floor, const char *caller)
{
    size_t count = 0;

    for (size_t i = 0; i < state_row_count(floor, ROW_CONTACT); i++) {
        const struct contact_row *row = state_row_at(floor, ROW_CONTACT, i);

        if (strcmp(row->caller.text, caller) == 0)
            count++;
    }
    return count;
}

/* One that ends just now may be in both: it is left out, and counted once. */
static void leave_live_ones(struct exchange *exchange, struct erasure_job *work)
{
    const struct state *floor = exchange_floor(exchange);
    struct erasure *found = work->found;
    size_t kept = 0;

    found->live = count_live(floor, work->query.caller.text);
    for (size_t i = 0; i < found->contact_count; i++)
        if (!state_contact(floor, found->contacts[i]))
            found->contacts[kept++] = found->contacts[i];
    found->contact_count = kept;
}

static void then_found(struct exchange *exchange, struct exchange_job *base)
{
    struct erasure_job *work = (struct erasure_job *)base;

    if (work->rc == -ENOENT) {
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
        return;
    }
    if (work->rc < 0) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    if (!work->found->is_one)
        leave_live_ones(exchange, work);

    struct web_request request = { .task = WEB_ERASE, .erasure = work->found };

    work->found = NULL;
    exchange->is_repeat = false;
    exchange->repeat_key[0] = '\0';
    exchange_ask(exchange, &request, then_erased);
}

void erasures_make(struct exchange *exchange)
{
    struct shape_erasure_asked asked = { 0 };

    if (!lookup_body(exchange, shape_record(SHAPE_ERASURE_ASKED), NULL, &asked))
        return;
    if ((asked.contact_id != 0) == (asked.caller.text[0] != '\0')) {
        exchange_refuse_field(exchange, PROBLEM_MISTAKEN, "contact_id");
        return;
    }

    struct erasure_job *work = calloc(1, sizeof(*work));
    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->base.to_do.job.work = work_erasure;
    work->base.then = then_found;
    work->base.drop = drop_erasure;
    work->query.contact_id = asked.contact_id;
    work->query.caller = asked.caller;
    exchange_work(exchange, &work->base);
}
