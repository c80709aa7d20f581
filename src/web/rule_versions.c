/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a rule was: its versions, from the journal. */

#include <errno.h>
#include <stdlib.h>

#include "jobs/query_rules.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/people.h"
#include "web/rules.h"

struct versions_job {
    struct exchange_job base;
    uint64_t rule_id;
    struct event_rule_set *rows;
    size_t count;
    int rc;
};

static void work_versions(struct job *job, void *hands)
{
    struct versions_job *work = (struct versions_job *)job;

    work->rc =
        query_rule_versions(hands, work->rule_id, &work->rows, &work->count);
}

static void drop_versions(struct exchange_job *base)
{
    struct versions_job *work = (struct versions_job *)base;

    free(work->rows);
    free(work);
}

static void then_versions(struct exchange *exchange, struct exchange_job *base)
{
    struct versions_job *work = (struct versions_job *)base;

    if (work->rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else
        listing_answer_all(exchange, document_kind_info(DOCUMENT_RULE)->record,
                           work->rows, work->count, EVENT_WHOLE);
}

void rules_versions(struct exchange *exchange)
{
    const struct event_rule_set *rule =
        lookup_document(exchange, DOCUMENT_RULE);
    struct versions_job *work;

    if (!rule)
        return;
    work = calloc(1, sizeof(*work));
    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->base.to_do.job.work = work_versions;
    work->base.then = then_versions;
    work->base.drop = drop_versions;
    work->rule_id = rule->id;
    exchange_work(exchange, &work->base);
}

void rules_move(struct exchange *exchange)
{
    const struct event_rule_set *rule =
        lookup_document(exchange, DOCUMENT_RULE);

    if (rule)
        people_command(exchange, rule->id);
}
