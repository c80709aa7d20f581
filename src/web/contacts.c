/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sources, one list: newest first. */

#include "web/contacts.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "jobs/query.h"
#include "web/fill.h"
#include "web/known.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/people.h"
#include "web/team.h"
#include "wire/record_json.h"

/* The talk that runs, and what of it was hold. */
static void fill_talk(const struct state *floor, const struct contact_row *row,
                      int64_t now_us, struct shape_contact *contact)
{
    const struct desk_row *desk = state_desk(floor, row->agent_id);
    const struct talk_row *talk = state_talk(floor, row->contact_id);
    int64_t hold_us = talk->talk_hold_us;

    if (talk->hold_since_us)
        hold_us += now_us - talk->hold_since_us;
    contact->hold_us += hold_us;
    contact->talk_us += now_us - row->place_since_us - hold_us;
    contact->agent_muted = desk && desk->muted_since_us != 0;
}

static void fill_now(const struct exchange *exchange,
                     const struct contact_row *row,
                     struct shape_contact *contact)
{
    const struct state *floor = exchange_floor(exchange);
    int64_t now_us = exchange_now_us(exchange);

    contact->arrived_wall_us = state_wall_us(floor, row->arrived_us);
    contact->for_us = now_us - row->place_since_us;
    contact->total_us = now_us - row->arrived_us;
    if (row->place == PLACE_QUEUE)
        contact->wait_us += now_us - row->joined_us;
    contact->on_offer = row->place == PLACE_QUEUE && row->agent_id != 0;
    contact->on_hold = state_talk(floor, row->contact_id)->hold_since_us != 0;
    if (row->place == PLACE_TALK && row->bridge)
        fill_talk(floor, row, now_us, contact);
}

void contact_fill_live(const struct exchange *exchange,
                       const struct contact_row *row,
                       struct shape_contact *ret_contact)
{
    const struct state *floor = exchange_floor(exchange);
    const struct talk_row *talk = state_talk(floor, row->contact_id);

    *ret_contact = (struct shape_contact){
        .contact_id = row->contact_id,
        .place = row->place,
        .live = row->place != PLACE_ENDED,
        .outbound = row->outbound,
        .caller = row->caller,
        .caller_name = *state_caller_name(floor, row->contact_id),
        .called = row->called,
        .language = row->language,
        .trunk_id = row->trunk_id,
        .device_id = row->device_id,
        .entry_id = row->entry_id,
        .flow_id = row->flow_id,
        .queue_id = row->queue_id,
        .priority = row->priority,
        .agent_id = row->agent_id ? row->agent_id : row->last_agent_id,
        .handover = *state_handover(floor, row->contact_id),
        .holds = talk->holds,
        .digits_sent = talk->digits_sent,
        .digits_lost = talk->digits_lost,
        .caller_encrypted = row->caller_encrypted,
        .agent_encrypted = fill_talk_is_encrypted(row),
        .answered = row->answered,
        .in_time = row->in_time,
        .ivr_us = row->ivr_us,
        .wait_us = row->wait_us,
        .talk_us = row->talk_us,
        .hold_us = row->hold_us,
        .outside_us = talk->outside_us,
        .tags = *state_tags(floor, row->contact_id),
        .rule_id = row->rule_id,
        .rule_to = row->rule_to,
    };
    fill_now(exchange, row, ret_contact);
    contact_fill_names(exchange, ret_contact);
}

void contact_fill_names(const struct exchange *exchange,
                        struct shape_contact *contact)
{
    const struct state *floor = exchange_floor(exchange);
    const struct event_queue_set *queue = state_queue(floor, contact->queue_id);
    const struct event_agent_set *agent = state_agent(floor, contact->agent_id);
    const struct event_rule_set *rule = state_rule(floor, contact->rule_id);

    if (rule &&
        known_may(&exchange->asker, floor, DOCUMENT_RULE, contact->rule_id))
        contact->rule = rule->name;
    if (queue)
        contact->queue = queue->name;
    if (agent)
        contact->agent = agent->name;
    known_hide(&exchange->asker, floor, shape_record(SHAPE_CONTACT), contact);
}

bool contact_may(const struct exchange *exchange, enum permission permission,
                 const struct shape_contact *contact)
{
    return asker_may(&exchange->asker, permission, 0, contact->agent_id) &&
           team_has_contact(&exchange->asker, exchange_floor(exchange),
                            contact->queue_id, contact->agent_id);
}

bool contact_may_see(const struct exchange *exchange,
                     const struct shape_contact *contact)
{
    return contact_may(exchange, exchange->match.route->permission, contact);
}

/* A question to the store, and what came of it. */
struct contacts_job {
    struct exchange_job base;
    struct query_contacts query;
    struct listing listing;
    uint64_t contact_id; /* one only */
    uint64_t asker_id;   /* the agent who sees only the own ones, or 0 */
    bool had_part;       /* ... had a part in it */
    struct shape_contact one;
    struct shape_contact *rows;
    size_t count;
    int rc;
};

static void work_one(struct contacts_job *work, void *hands)
{
    work->rc = query_contact(hands, work->contact_id, &work->one);
    if (work->rc == 0 && work->asker_id)
        work->had_part =
            query_had_part(hands, work->contact_id, work->asker_id) == 1;
}

static void work_contacts(struct job *job, void *hands)
{
    struct contacts_job *work = (struct contacts_job *)job;

    if (work->contact_id)
        work_one(work, hands);
    else
        work->rc =
            query_contacts(hands, &work->query, &work->rows, &work->count);
}

static void drop_contacts(struct exchange_job *base)
{
    struct contacts_job *work = (struct contacts_job *)base;

    free(work->rows);
    free(work);
}

static struct contacts_job *contacts_job_new(
    struct exchange *exchange,
    void (*then)(struct exchange *exchange, struct exchange_job *job))
{
    struct contacts_job *work = calloc(1, sizeof(*work));

    if (!work) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return NULL;
    }
    work->base.to_do.job.work = work_contacts;
    work->base.then = then;
    work->base.drop = drop_contacts;
    return work;
}

static int compare(const void *a, const void *b)
{
    const struct shape_contact *one = a;
    const struct shape_contact *other = b;

    return (one->contact_id < other->contact_id) -
           (one->contact_id > other->contact_id);
}

/* What the store has, but for those whom the floor knows better. A contact that
   has just ended is no longer on the floor and not yet ended in the store: it
   is shown as the store has it, so that it is never in neither. */
static size_t add_stored(const struct exchange *exchange,
                         const struct contacts_job *work,
                         struct shape_contact *rows)
{
    size_t count = 0;

    for (size_t i = 0; i < work->count; i++) {
        const struct contact_row *row =
            state_contact(exchange_floor(exchange), work->rows[i].contact_id);

        if (row && row->place != PLACE_ENDED)
            continue;
        rows[count] = work->rows[i];
        contact_fill_names(exchange, &rows[count++]);
    }
    return count;
}

/* Live ones below the cursor, and not below the last that the store gave. */
static size_t add_live(const struct exchange *exchange, uint64_t before,
                       uint64_t down_to, struct shape_contact *rows)
{
    const struct state *floor = exchange_floor(exchange);
    size_t live = state_row_count(floor, ROW_CONTACT);
    size_t count = 0;

    for (size_t i = 0; i < live; i++) {
        const struct contact_row *row = state_row_at(floor, ROW_CONTACT, i);
        if (row->place != PLACE_ENDED &&
            (before == 0 || row->contact_id < before) &&
            row->contact_id >= down_to)
            contact_fill_live(exchange, row, &rows[count++]);
    }
    return count;
}

/* Whoever sees only one's own has talked with those that the store finds, also
   if another agent, to whom they were passed on, was the last one. */
static bool is_own_talk(const struct contacts_job *work,
                        const struct shape_contact *contact)
{
    return work->query.agent_id != 0 && !contact->live;
}

/* Cuts the page; what does not fit the filter is passed over. */
static void answer_page(struct exchange *exchange,
                        const struct contacts_job *work,
                        const struct shape_contact *rows, size_t count)
{
    const struct record *record = shape_record(SHAPE_CONTACT);
    bool is_more = work->count == work->query.limit;
    struct json_t *items = value_list();
    uint64_t last = 0;
    size_t shown = 0;
    size_t i;

    for (i = 0; i < count && shown < work->listing.limit; i++) {
        last = rows[i].contact_id;
        if ((!is_own_talk(work, &rows[i]) &&
             !contact_may_see(exchange, &rows[i])) ||
            !filter_fits(&work->listing.filter, &rows[i]))
            continue;
        if (value_append(items, record_to_json(record, &rows[i],
                                               lookup_view(exchange))) < 0)
            items = value_free(items);
        shown++;
    }
    listing_answer_items(exchange, items, i < count || is_more ? last : 0);
}

static void then_list(struct exchange *exchange, struct exchange_job *base)
{
    struct contacts_job *work = (struct contacts_job *)base;
    const struct state *floor = exchange_floor(exchange);
    bool is_more = work->count == work->query.limit;
    uint64_t down_to =
        is_more && work->count ? work->rows[work->count - 1].contact_id : 0;

    if (work->rc < 0 && work->rc != -ENODATA) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    size_t live = state_row_count(floor, ROW_CONTACT);
    struct shape_contact *all = calloc(work->count + live + 1, sizeof(*all));
    if (!all) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    size_t count = add_stored(exchange, work, all);
    count += add_live(exchange, work->listing.cursor, down_to, all + count);
    qsort(all, count, sizeof(*all), compare);
    answer_page(exchange, work, all, count);
    free(all);
}

void contacts_list(struct exchange *exchange)
{
    const struct record *record = shape_record(SHAPE_CONTACT);
    struct contacts_job *work = contacts_job_new(exchange, then_list);

    if (!work)
        return;
    if (!listing_read(exchange, record, &work->listing)) {
        drop_contacts(&work->base);
        return;
    }
    if (work->listing.sort) { /* they are too many to be sorted anew */
        drop_contacts(&work->base);
        listing_refuse_order(exchange, NULL);
        return;
    }
    work->query.before_id = work->listing.cursor;
    work->query.limit = work->listing.filter.term_count > 0
                            ? QUERY_MAX_ROWS
                            : (uint32_t)work->listing.limit;
    if (asker_scope(&exchange->asker, PERMISSION_CONTACT_SEE) == MAY_OWN)
        work->query.agent_id = exchange->asker.agent_id
                                   ? exchange->asker.agent_id
                                   : UINT64_MAX >> 1; /* nobody's */
    exchange_work(exchange, &work->base);
}

static void answer_contact(struct exchange *exchange,
                           const struct shape_contact *contact)
{
    answer_with_value(&exchange->answer, 200,
                      record_to_json(shape_record(SHAPE_CONTACT), contact,
                                     lookup_view(exchange)));
}

static void then_read(struct exchange *exchange, struct exchange_job *base)
{
    struct contacts_job *work = (struct contacts_job *)base;

    if (work->rc == -ENOENT || work->rc == -ENODATA) {
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
        return;
    }
    if (work->rc < 0) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }
    contact_fill_names(exchange, &work->one);
    if (work->had_part || contact_may_see(exchange, &work->one))
        answer_contact(exchange, &work->one);
    else
        exchange_refuse(exchange, PROBLEM_FORBIDDEN);
}

/* One that is with somebody else by now, if it still is. */
static void then_read_live(struct exchange *exchange, struct exchange_job *base)
{
    const struct contacts_job *work = (const struct contacts_job *)base;
    const struct contact_row *row =
        state_contact(exchange_floor(exchange), work->contact_id);
    struct shape_contact contact;

    if (!row || row->place == PLACE_ENDED) {
        then_read(exchange, base);
        return;
    }
    contact_fill_live(exchange, row, &contact);
    if (work->had_part || contact_may_see(exchange, &contact))
        answer_contact(exchange, &contact);
    else
        exchange_refuse(exchange, PROBLEM_FORBIDDEN);
}

/* Whoever passed it on still sees it, as in the list. */
static uint64_t asker_of_own(const struct exchange *exchange)
{
    return asker_scope(&exchange->asker, PERMISSION_CONTACT_SEE) == MAY_OWN
               ? exchange->asker.agent_id
               : 0;
}

void contacts_read(struct exchange *exchange)
{
    uint64_t id = lookup_number(exchange, 0);
    const struct contact_row *row =
        id ? state_contact(exchange_floor(exchange), id) : NULL;
    struct shape_contact contact;
    struct contacts_job *work;

    if (id == 0)
        return;
    if (row && row->place != PLACE_ENDED) {
        contact_fill_live(exchange, row, &contact);
        if (contact_may_see(exchange, &contact)) {
            answer_contact(exchange, &contact);
            return;
        }
    }
    work = contacts_job_new(exchange, then_read_live);
    if (!work)
        return;
    work->contact_id = id;
    work->asker_id = asker_of_own(exchange);
    exchange_work(exchange, &work->base);
}

void contacts_command(struct exchange *exchange)
{
    uint64_t id = lookup_number(exchange, 0);
    const struct contact_row *row =
        id ? state_contact(exchange_floor(exchange), id) : NULL;

    if (row && !team_has_contact(&exchange->asker, exchange_floor(exchange),
                                 row->queue_id, row->agent_id))
        exchange_refuse(exchange, PROBLEM_NOT_FOUND);
    else if (id)
        people_command(exchange, id);
}
