/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Events are read by a worker, and shown as the asker may see them. */

#include "web/journal.h"

#include <stdlib.h>
#include <string.h>

#include "jobs/query.h"
#include "web/decisions.h"
#include "web/exchange.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/team.h"
#include "web/path.h"
#include "wire/event_json.h"
#include "wire/record_json.h"

struct events_job {
    struct exchange_job base;
    struct query_events query; /* of a contact: all of it is read */
    struct filter filter;
    size_t limit; /* of what is shown */
    void (*told)(struct exchange *, const struct event *, size_t);
    struct event *events;
    size_t count;
    int rc;
};

static void work_events(struct job *job, void *hands)
{
    struct events_job *work = (struct events_job *)job;

    work->rc =
        work->query.contact_id
            ? query_contact_events(hands, work->query.contact_id, &work->events,
                                   &work->count)
            : query_events(hands, &work->query, &work->events, &work->count);
}

static void drop_events(struct exchange_job *base)
{
    struct events_job *work = (struct events_job *)base;

    free(work->events);
    free(work);
}

static uint64_t id_of(const struct event *event, const char *name)
{
    const struct field *field =
        record_field(event_record((unsigned)event->type), name);

    return field && field->kind == FIELD_ID
               ? (uint64_t)field_get_integer(field, &event->as)
               : 0;
}

void journal_key(const struct event *event, struct shape_event_key *key)
{
    *key = (struct shape_event_key){
        .seq = event->seq,
        .by = event->by,
        .contact_id = id_of(event, "contact_id"),
        .agent_id = id_of(event, "agent_id"),
        .queue_id = id_of(event, "queue_id"),
        .device_id = id_of(event, "device_id"),
    };
    const char *type = event_record((unsigned)event->type)->name;
    if (strlen(type) < sizeof(key->type.text))
        memcpy(key->type.text, type, strlen(type));
}

/* wall_us is for people: by the clock as it is set now. */
struct json_t *journal_value(const struct state *floor, enum event_view view,
                             const struct event *event)
{
    struct json_t *value = event_to_json(event, view);
    int64_t wall_us = state_wall_us(floor, event->at_us);

    return value_set_integer(value, "wall_us", wall_us) == 0
               ? value
               : value_free(value);
}

static void answer_events(struct exchange *exchange,
                          const struct events_job *work)
{
    bool is_more = !work->query.contact_id && work->count == work->query.limit;
    struct json_t *items = value_list();
    uint64_t last = 0;
    size_t shown = 0;
    size_t i;

    for (i = 0; i < work->count && shown < work->limit; i++) {
        struct shape_event_key key;

        journal_key(&work->events[i], &key);
        last = key.seq;
        if (key.seq <= work->query.after_seq ||
            !filter_fits(&work->filter, &key))
            continue;
        if (value_append(items, journal_value(exchange_floor(exchange),
                                              lookup_view(exchange),
                                              &work->events[i])) < 0)
            items = value_free(items);
        shown++;
    }
    listing_answer_items(exchange, items,
                         i < work->count || is_more ? last : 0);
}

/* A contact whose events were looked for. An agent sees its own only, a team
   those that were with one of its queues or agents. */
static bool may_see_events(struct exchange *exchange,
                           const struct events_job *work)
{
    const struct asker *asker = &exchange->asker;
    bool sees_all =
        asker_scope(asker, exchange->match.route->permission) == MAY;

    if (sees_all && asker->team_id == 0)
        return true;
    for (size_t i = 0; i < work->count; i++) {
        uint64_t agent_id = id_of(&work->events[i], "agent_id");
        uint64_t queue_id = id_of(&work->events[i], "queue_id");

        if (sees_all ? team_has_contact(asker, exchange_floor(exchange),
                                        queue_id, agent_id)
                     : agent_id != 0 && agent_id == asker->agent_id)
            return true;
    }
    exchange_refuse(exchange, PROBLEM_FORBIDDEN);
    return false;
}

static bool found_any(struct exchange *exchange, const struct events_job *work)
{
    if (work->rc < 0)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else if (work->query.contact_id != 0 && work->count == 0)
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
    else
        return may_see_events(exchange, work);
    return false;
}

static void then_list(struct exchange *exchange, struct exchange_job *base)
{
    struct events_job *work = (struct events_job *)base;

    if (found_any(exchange, work))
        answer_events(exchange, work);
}

static void then_tell(struct exchange *exchange, struct exchange_job *base)
{
    struct events_job *work = (struct events_job *)base;

    if (found_any(exchange, work))
        work->told(exchange, work->events, work->count);
}

static void tell_why(struct exchange *exchange, const struct event *events,
                     size_t event_count)
{
    struct shape_decision *rows = calloc(event_count + 2, sizeof(*rows));
    size_t count = 0;

    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    for (size_t i = 0; i < event_count; i++)
        if (decision_fill(exchange, &events[i], &rows[count]))
            count++;
    if (decision_fill_now(exchange, lookup_number(exchange, 0), &rows[count]))
        count++;
    listing_answer_all(exchange, shape_record(SHAPE_DECISION), rows, count,
                       lookup_view(exchange));
    free(rows);
}

static void tell_path(struct exchange *exchange, const struct event *events,
                      size_t event_count)
{
    struct shape_step *rows = calloc(event_count + 1, sizeof(*rows));

    if (!rows) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    size_t count = path_fill(exchange, events, event_count, rows);
    listing_answer_all(exchange, shape_record(SHAPE_STEP), rows, count,
                       lookup_view(exchange));
    free(rows);
}

static void ask(struct exchange *exchange, const struct events_job *what,
                void (*then)(struct exchange *, struct exchange_job *))
{
    struct events_job *work = calloc(1, sizeof(*work));

    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    *work = *what;
    work->base.to_do.job.work = work_events;
    work->base.then = then;
    work->base.drop = drop_events;
    exchange_work(exchange, &work->base);
}

void journal_list(struct exchange *exchange)
{
    struct listing listing;
    struct events_job what = { .query = { .limit = QUERY_MAX_ROWS } };

    if (!listing_read(exchange, shape_record(SHAPE_EVENT_KEY), &listing))
        return;
    what.query.after_seq = listing.cursor;
    if (listing.filter.term_count == 0)
        what.query.limit = (uint32_t)listing.limit;
    what.filter = listing.filter;
    what.limit = listing.limit;
    ask(exchange, &what, then_list);
}

static void ask_of_contact(struct exchange *exchange, struct events_job *what,
                           void (*then)(struct exchange *,
                                        struct exchange_job *))
{
    what->query.contact_id = lookup_number(exchange, 0);
    if (what->query.contact_id)
        ask(exchange, what, then);
}

/* Who may see it is known from the whole alone, whatever is asked for. */
void journal_of_contact(struct exchange *exchange)
{
    struct listing listing;
    bool is_limited = target_parameter(&exchange->target, "limit") != NULL;

    if (!listing_read(exchange, shape_record(SHAPE_EVENT_KEY), &listing))
        return;
    struct events_job what = {
        .query = { .after_seq = listing.cursor },
        .filter = listing.filter,
        .limit = is_limited ? listing.limit : LISTING_MAX_LIMIT,
    };
    ask_of_contact(exchange, &what, then_list);
}

void journal_ask_contact(struct exchange *exchange,
                         void (*told)(struct exchange *exchange,
                                      const struct event *events, size_t count))
{
    struct events_job what = { .told = told };

    ask_of_contact(exchange, &what, then_tell);
}

void journal_why(struct exchange *exchange)
{
    journal_ask_contact(exchange, tell_why);
}

void journal_path(struct exchange *exchange)
{
    journal_ask_contact(exchange, tell_path);
}
