/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the store has of recordings, as far as the asker may see it. */

#include "web/recordings.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "jobs/query.h"
#include "web/known.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/recordings_inside.h"
#include "web/team.h"
#include "wire/record_json.h"

static void fill_names(const struct exchange *exchange,
                       struct shape_recording *recording)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_queue_set *queue =
        state_queue(floor, recording->queue_id);
    const struct event_agent_set *agent =
        state_agent(floor, recording->agent_id);

    if (queue)
        recording->queue = queue->name;
    if (agent)
        recording->agent = agent->name;
    known_hide(&exchange->asker, floor, shape_record(SHAPE_RECORDING),
               recording);
}

static struct json_t *to_json(const struct exchange *exchange,
                              struct shape_recording *recording)
{
    fill_names(exchange, recording);
    return record_to_json(shape_record(SHAPE_RECORDING), recording,
                          lookup_view(exchange));
}

static bool is_of_team(const struct exchange *exchange,
                       const struct shape_recording *recording)
{
    return team_has_contact(&exchange->asker, exchange_floor(exchange),
                            recording->queue_id, recording->agent_id);
}

/* Lists. */

struct recordings_job {
    struct exchange_job base;
    struct query_recordings query;
    struct listing listing;
    struct shape_recording *rows;
    size_t count;
    int rc;
};

static void work_list(struct job *job, void *hands)
{
    struct recordings_job *work = (struct recordings_job *)job;

    work->rc = query_recordings(hands, &work->query, &work->rows, &work->count);
}

static void drop_list(struct exchange_job *base)
{
    struct recordings_job *work = (struct recordings_job *)base;

    free(work->rows);
    free(work);
}

/* Those who may see it see whose it is. */
static bool complete(const struct exchange *exchange, void *row)
{
    fill_names(exchange, row);
    return is_of_team(exchange, row);
}

static void then_list(struct exchange *exchange, struct exchange_job *base)
{
    struct recordings_job *work = (struct recordings_job *)base;
    const struct listing_page page = {
        .rc = work->rc,
        .rows = work->rows,
        .count = work->count,
        .limit = work->query.limit,
        .complete = complete,
    };

    listing_answer_page(exchange, shape_record(SHAPE_RECORDING), &work->listing,
                        &page, lookup_view(exchange));
}

/* Nobody's agent: whoever sees only the own ones, and is none. */
static uint64_t whose(const struct exchange *exchange)
{
    const struct asker *asker = &exchange->asker;

    if (asker_scope(asker, PERMISSION_RECORDING_SEE) != MAY_OWN)
        return 0;
    return asker->agent_id ? asker->agent_id : UINT64_MAX >> 1;
}

/* They are too many to be sorted anew. @return whether there is an index */
static bool read_order(const struct field *sort,
                       enum recording_order *ret_order)
{
    static const struct {
        const char *field;
        enum recording_order order;
    } orders[] = { { "recording_id", RECORDINGS_BY_ID },
                   { "contact_id", RECORDINGS_BY_CONTACT },
                   { "agent_id", RECORDINGS_BY_AGENT } };

    for (size_t i = 0; sort && i < sizeof(orders) / sizeof(orders[0]); i++)
        if (strcmp(sort->name, orders[i].field) == 0) {
            *ret_order = orders[i].order;
            return true;
        }
    return !sort;
}

static bool read_query(struct exchange *exchange, struct recordings_job *work)
{
    enum recording_order order = RECORDINGS_BY_ID;

    if (!listing_read(exchange, shape_record(SHAPE_RECORDING), &work->listing))
        return false;
    if (!read_order(work->listing.sort, &order)) {
        listing_refuse_order(exchange, "recording_id, contact_id, agent_id");
        return false;
    }

    work->query = (struct query_recordings){
        .order = order,
        .is_ascending = work->listing.sort && !work->listing.is_descending,
        .cursor_id = work->listing.cursor,
        .agent_id = whose(exchange),
        .limit = work->listing.filter.term_count > 0
                     ? QUERY_MAX_ROWS
                     : (uint32_t)work->listing.limit,
    };
    return true;
}

void recordings_list(struct exchange *exchange)
{
    struct recordings_job *work = calloc(1, sizeof(*work));

    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->base.to_do.job.work = work_list;
    work->base.then = then_list;
    work->base.drop = drop_list;
    if (read_query(exchange, work))
        exchange_work(exchange, &work->base);
    else
        drop_list(&work->base);
}

/* One. */

/* What the question was asked for. */
struct one_job {
    struct recording_job one; /* first */
    void (*then)(struct exchange *exchange, struct recording_job *work);
};

static void work_one(struct job *job, void *hands)
{
    struct recording_job *work = (struct recording_job *)job;

    work->rc = query_recording(hands, work->recording_id, &work->recording,
                               work->object);
}

static void drop_one(struct exchange_job *base)
{
    free(base);
}

static void then_one(struct exchange *exchange, struct exchange_job *base)
{
    struct one_job *work = (struct one_job *)base;
    int rc = work->one.rc;

    if (rc == -ENOENT || rc == -ENODATA ||
        (rc == 0 && !is_of_team(exchange, &work->one.recording)))
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
    else if (rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else if (lookup_may(exchange, 0, work->one.recording.agent_id))
        work->then(exchange, &work->one);
}

void recordings_ask_one(struct exchange *exchange,
                        void (*then)(struct exchange *exchange,
                                     struct recording_job *work))
{
    uint64_t id = lookup_number(exchange, 0);
    struct one_job *work;

    if (id == 0)
        return;
    work = calloc(1, sizeof(*work));
    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    work->one.base.to_do.job.work = work_one;
    work->one.base.then = then_one;
    work->one.base.drop = drop_one;
    work->one.recording_id = id;
    work->one.kind = "recording";
    work->then = then;
    exchange_work(exchange, &work->one.base);
}

static void then_read(struct exchange *exchange, struct recording_job *work)
{
    answer_with_value(&exchange->answer, 200,
                      to_json(exchange, &work->recording));
}

void recordings_read(struct exchange *exchange)
{
    recordings_ask_one(exchange, then_read);
}

static void then_delete(struct exchange *exchange, struct recording_job *work)
{
    struct web_request request = {
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_DELETE_RECORDING },
    };
    struct command_delete_recording *command =
        &request.command.as.delete_recording;

    if (work->recording.state == RECORDING_DELETED) {
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
        return;
    }

    command->recording_id = work->recording.recording_id;
    command->contact_id = work->recording.contact_id;
    command->agent_id = work->recording.agent_id;
    memcpy(command->object.text, work->object, sizeof(work->object));
    exchange_ask(exchange, &request, exchange_answer_done);
}

void recordings_delete(struct exchange *exchange)
{
    recordings_ask_one(exchange, then_delete);
}
