/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sums by version of a rule become sums by destination. */

#include "jobs/query_rule_sums.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "jobs/rule_replay.h"
#include "store/reader.h"

/* In the order of rules, places and versions. */
struct sums {
    struct shape_rule_figures *rows;
    size_t count;
    size_t room;
};

static int gather(void *arg, const struct shape_rule_figures *sum)
{
    struct sums *sums = arg;

    if (sums->count == QUERY_MAX_RULE_SUMS)
        return -E2BIG;
    if (sums->count == sums->room) {
        size_t room = 2 * sums->room + 16;
        struct shape_rule_figures *rows =
            realloc(sums->rows, room * sizeof(*rows));

        if (!rows)
            return -ENOMEM;
        sums->rows = rows;
        sums->room = room;
    }

    sums->rows[sums->count++] = *sum;
    return 0;
}

void rule_places_of(const struct event_rule_set *rule,
                    struct rule_places *ret_places)
{
    *ret_places =
        (struct rule_places){ .rule_id = rule->id, .version = rule->version };
    for (int i = 0; i < RULE_DESTINATIONS; i++) {
        const struct rule_to to = rule_to_at(rule, i);

        ret_places->places[i] = (struct rule_place){ to.to, to.id, *to.number };
    }
}

static bool is_led(const struct shape_rule_figures *row)
{
    return row->place >= 1 && row->place <= RULE_DESTINATIONS;
}

static void tell_place(struct shape_rule_figures *row,
                       const struct rule_places *places)
{
    const struct rule_place *place = &places->places[row->place - 1];

    row->to = place->to;
    row->to_id = place->to_id;
    row->number =
        place->to == TO_NUMBER ? place->number : (struct phone_number){ "" };
}

static int compare_rule(const void *id, const void *places)
{
    uint64_t a = *(const uint64_t *)id;
    uint64_t b = ((const struct rule_places *)places)->rule_id;

    return (a > b) - (a < b);
}

/* By the rules as they are now. @return whether none was led by another
   version */
static bool tell_known(const struct query_rule_sums *query, struct sums *sums)
{
    bool is_all = true;

    for (size_t i = 0; i < sums->count; i++) {
        struct shape_rule_figures *row = &sums->rows[i];
        const struct rule_places *places =
            query->known_count && is_led(row)
                ? bsearch(&row->rule_id, query->known, query->known_count,
                          sizeof(*query->known), compare_rule)
                : NULL;

        if (places && places->version == row->rule_version)
            tell_place(row, places);
        else
            is_all = is_all && !is_led(row);
    }

    return is_all;
}

struct telling {
    struct rule_replay *replay;
    struct sums *sums;
};

static size_t first_of(const struct sums *sums, uint64_t rule_id)
{
    size_t low = 0, high = sums->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (sums->rows[middle].rule_id < rule_id)
            low = middle + 1;
        else
            high = middle;
    }

    return low;
}

static void tell_version(void *arg, uint64_t rule_id,
                         const struct event_rule_set *rule)
{
    struct sums *sums = ((const struct telling *)arg)->sums;
    struct rule_places places;

    if (!rule)
        return;

    rule_places_of(rule, &places);
    for (size_t i = first_of(sums, rule_id);
         i < sums->count && sums->rows[i].rule_id == rule_id; i++)
        if (is_led(&sums->rows[i]) &&
            sums->rows[i].rule_version == rule->version)
            tell_place(&sums->rows[i], &places);
}

static int visit_version(void *arg, const struct event *event)
{
    struct telling *telling = arg;
    int rc = rule_replay_take(telling->replay, event, tell_version, telling);

    return rc < 0 ? rc : 0;
}

static int tell_past(void *hands, struct sums *sums)
{
    struct telling telling = { .sums = sums };
    int rc = rule_replay_new(&telling.replay);

    if (rc == 0)
        rc = reader_documents(hands, DOCUMENT_RULE, visit_version, &telling);

    rule_replay_free(telling.replay);
    return rc;
}

static bool is_same(const struct shape_rule_figures *a,
                    const struct shape_rule_figures *b)
{
    return a->rule_id == b->rule_id && a->place == b->place && a->to == b->to &&
           a->to_id == b->to_id && strcmp(a->number.text, b->number.text) == 0;
}

static void add_sum(struct shape_rule_figures *to,
                    const struct shape_rule_figures *sum)
{
    to->hits += sum->hits;
    to->offered += sum->offered;
    to->answered += sum->answered;
    to->in_time += sum->in_time;
    to->abandoned += sum->abandoned;
    to->short_abandoned += sum->short_abandoned;
    to->answer_wait_us += sum->answer_wait_us;
    if (sum->longest_wait_us > to->longest_wait_us)
        to->longest_wait_us = sum->longest_wait_us;
    to->rule_version = sum->rule_version;
}

/* Versions that lead to one destination are one row. */
static void merge(struct sums *sums)
{
    size_t count = 0, first = 0;

    for (size_t i = 0; i < sums->count; i++) {
        const struct shape_rule_figures row = sums->rows[i];
        size_t at;

        if (count > first && (sums->rows[first].rule_id != row.rule_id ||
                              sums->rows[first].place != row.place))
            first = count;
        for (at = first; at < count && !is_same(&sums->rows[at], &row); at++)
            ;
        if (at < count)
            add_sum(&sums->rows[at], &row);
        else
            sums->rows[count++] = row;
    }

    sums->count = count;
}

int query_rule_sums(void *hands, const struct query_rule_sums *query,
                    struct shape_rule_figures **ret_rows, size_t *ret_count)
{
    assert(query && ret_rows && ret_count);
    struct sums sums = { .rows = NULL };

    if (!hands)
        return -ENODATA;

    int rc = reader_rule_sums(hands, query->from_wall_us, query->before_wall_us,
                              gather, &sums);
    if (rc == 0 && !tell_known(query, &sums))
        rc = tell_past(hands, &sums);
    if (rc < 0) {
        free(sums.rows);
        return rc;
    }

    merge(&sums);
    *ret_rows = sums.rows;
    *ret_count = sums.count;
    return 0;
}
