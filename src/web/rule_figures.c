/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hits, shares and waits of each rule and destination. */

#include <errno.h>
#include <stdlib.h>

#include "jobs/query_rule_sums.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/rules.h"
#include "wire/moment.h"

/* What is asked about when nothing is said: a week. */
static const int64_t WEEK_US = INT64_C(604800000000);

struct figures_job {
    struct exchange_job base;
    struct query_rule_sums query;
    struct rule_places *known; /* owned */
    struct shape_rule_figures *rows;
    size_t count;
    int rc;
};

static void work_figures(struct job *job, void *hands)
{
    struct figures_job *work = (struct figures_job *)job;

    work->rc = query_rule_sums(hands, &work->query, &work->rows, &work->count);
}

static void drop_figures(struct exchange_job *base)
{
    struct figures_job *work = (struct figures_job *)base;

    free(work->known);
    free(work->rows);
    free(work);
}

/* @return 0 or -ENOMEM */
static int note_known(const struct state *floor, struct figures_job *work)
{
    size_t count = state_document_count(floor, DOCUMENT_RULE);

    work->known = calloc(count + 1, sizeof(*work->known));
    if (!work->known)
        return -ENOMEM;

    for (size_t i = 0; i < count; i++)
        rule_places_of(state_document_at(floor, DOCUMENT_RULE, i),
                       &work->known[i]);
    work->query.known = work->known;
    work->query.known_count = count;
    return 0;
}

/* One that is gone keeps its figures. */
static void fill_name(const struct state *floor, struct shape_rule_figures *row)
{
    const struct event_rule_set *rule = state_rule(floor, row->rule_id);

    if (rule)
        row->name = rule->name;
}

/* Answered in time of those that waited, short abandons apart. */
static void fill_rates(struct shape_rule_figures *row, int64_t all_hits)
{
    int64_t counted = row->offered - row->short_abandoned;

    row->share_permille = all_hits ? 1000 * row->hits / all_hits : 0;
    row->average_wait_us =
        row->answered ? row->answer_wait_us / row->answered : 0;
    row->service_level_permille =
        counted > 0 ? 1000 * row->in_time / counted : -1;
}

static void then_figures(struct exchange *exchange, struct exchange_job *base)
{
    struct figures_job *work = (struct figures_job *)base;
    int64_t all_hits = 0;

    if (work->rc < 0) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }

    for (size_t i = 0; i < work->count; i++)
        if (work->rows[i].asked == RULE_ON_ARRIVAL)
            all_hits += work->rows[i].hits;
    for (size_t i = 0; i < work->count; i++) {
        fill_name(exchange_floor(exchange), &work->rows[i]);
        fill_rates(&work->rows[i], all_hits);
    }
    listing_answer_all(exchange, shape_record(SHAPE_RULE_FIGURES), work->rows,
                       work->count, EVENT_WHOLE);
}

/* A moment of the query; what is not given stays. */
static bool read_moment(struct exchange *exchange, const char *name,
                        int64_t *moment_us)
{
    const char *text = target_parameter(&exchange->target, name);

    if (!text || moment_parse(text, moment_us) == 0)
        return true;

    exchange_refuse_field(exchange, PROBLEM_BAD_PARAMETER, name);
    return false;
}

bool rules_read_period(struct exchange *exchange, int64_t default_us,
                       int64_t *ret_from_us, int64_t *ret_until_us)
{
    int64_t until_us =
        state_wall_us(exchange_floor(exchange), exchange_now_us(exchange));
    int64_t from_us;

    if (!read_moment(exchange, "until", &until_us))
        return false;
    from_us = until_us - default_us;
    if (!read_moment(exchange, "from", &from_us))
        return false;
    if (from_us >= until_us) {
        exchange_refuse_field(exchange, PROBLEM_BAD_PARAMETER, "from");
        return false;
    }

    *ret_from_us = from_us;
    *ret_until_us = until_us;
    return true;
}

void routing_figures(struct exchange *exchange)
{
    int64_t from_us, until_us;
    struct figures_job *work;

    if (!rules_read_period(exchange, WEEK_US, &from_us, &until_us))
        return;

    work = calloc(1, sizeof(*work));
    if (!work || note_known(exchange_floor(exchange), work) < 0) {
        free(work);
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->base.to_do.job.work = work_figures;
    work->base.then = then_figures;
    work->base.drop = drop_figures;
    work->query.from_wall_us = from_us;
    work->query.before_wall_us = until_us;
    exchange_work(exchange, &work->base);
}
