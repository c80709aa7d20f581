/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each call, sorted by its pair of ways; then those of one pair are
   made one. */

#include "web/routing_replay_rows.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* What really became of calls that waited, in a queue or all together. */
struct fared {
    uint64_t queue_id;
    int64_t offered, in_time, short_abandoned;
};

static int order(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static int compare_pairs(const void *a, const void *b)
{
    const struct shape_routing_replayed *m = a, *n = b;
    const int by[] = {
        order(m->was_rule_id, n->was_rule_id),
        order((uint64_t)m->was_to, (uint64_t)n->was_to),
        order(m->was_to_id, n->was_to_id),
        strcmp(m->was_to_name.text, n->was_to_name.text),
        order(m->rule_id, n->rule_id),
        order((uint64_t)m->to, (uint64_t)n->to),
        order(m->to_id, n->to_id),
        strcmp(m->to_name.text, n->to_name.text),
    };

    for (size_t i = 0; i < sizeof(by) / sizeof(by[0]); i++)
        if (by[i])
            return by[i];
    return 0;
}

/* Those that would go elsewhere first, the most of them before. */
static int compare_rows(const void *a, const void *b)
{
    const struct shape_routing_replayed *m = a, *n = b;

    if (m->same != n->same)
        return m->same ? 1 : -1;
    if (m->contacts != n->contacts)
        return m->contacts > n->contacts ? -1 : 1;
    return compare_pairs(m, n);
}

static bool is_same_place(const struct replay_led *a,
                          const struct replay_led *b)
{
    return a->to == b->to && a->to_id == b->to_id &&
           strcmp(a->to_name.text, b->to_name.text) == 0;
}

static void fill(const struct past_call *call, const struct replay_led *was,
                 const struct replay_led *would,
                 struct shape_routing_replayed *ret_row)
{
    *ret_row = (struct shape_routing_replayed){
        .was_rule_id = was->rule_id,
        .was_name = was->name,
        .was_to = was->to,
        .was_to_id = was->to_id,
        .was_to_name = was->to_name,
        .rule_id = would->rule_id,
        .name = would->name,
        .to = would->to,
        .to_id = would->to_id,
        .to_name = would->to_name,
        .contacts = 1,
        .same = is_same_place(was, would),
        .offered = call->queue_id > 0,
        .in_time = call->queue_id > 0 && call->in_time,
        .short_abandoned = call->queue_id > 0 && call->short_abandon,
    };
}

/* The first of each pair gets all of it. @return how many are left */
static size_t merge(struct shape_routing_replayed *rows, size_t count)
{
    size_t last = 0;

    for (size_t i = 1; i < count; i++) {
        if (compare_pairs(&rows[last], &rows[i]) != 0) {
            rows[++last] = rows[i];
            continue;
        }
        rows[last].contacts += rows[i].contacts;
        rows[last].offered += rows[i].offered;
        rows[last].in_time += rows[i].in_time;
        rows[last].short_abandoned += rows[i].short_abandoned;
    }
    return count ? last + 1 : 0;
}

/* Service levels. */

static int64_t level(const struct fared *fared)
{
    int64_t counted = fared->offered - fared->short_abandoned;

    return counted > 0 ? 1000 * fared->in_time / counted : -1;
}

static int compare_queues(const void *a, const void *b)
{
    return order(((const struct fared *)a)->queue_id,
                 ((const struct fared *)b)->queue_id);
}

/* Each queue that calls waited in, in the order of ids. @return how many */
static size_t sum_queues(const struct past_call *calls, size_t count,
                         struct fared *queues)
{
    size_t found = 0, last = 0;

    for (size_t i = 0; i < count; i++)
        if (calls[i].queue_id)
            queues[found++] =
                (struct fared){ calls[i].queue_id, 1, calls[i].in_time,
                                calls[i].short_abandon };
    if (found == 0)
        return 0;
    qsort(queues, found, sizeof(*queues), compare_queues);
    for (size_t i = 1; i < found; i++) {
        if (queues[last].queue_id != queues[i].queue_id) {
            queues[++last] = queues[i];
            continue;
        }
        queues[last].offered++;
        queues[last].in_time += queues[i].in_time;
        queues[last].short_abandoned += queues[i].short_abandoned;
    }
    return last + 1;
}

static void fill_levels(struct shape_routing_replayed *row,
                        const struct fared *queues, size_t queue_count)
{
    const struct fared mine = { 0, row->offered, row->in_time,
                                row->short_abandoned };
    const struct fared key = { .queue_id = row->to_id };
    const struct fared *there = row->to == TO_QUEUE && queue_count > 0
                                    ? bsearch(&key, queues, queue_count,
                                              sizeof(*queues), compare_queues)
                                    : NULL;

    row->service_level_permille = level(&mine);
    row->to_offered = there ? there->offered : 0;
    row->to_service_level_permille = there ? level(there) : -1;
}

int replay_rows(const struct past_call *calls, const struct replay_led *was,
                const struct replay_led *would, size_t count,
                struct shape_routing_replayed **ret_rows, size_t *ret_count)
{
    assert(calls && was && would && ret_rows && ret_count);
    struct shape_routing_replayed *rows = calloc(count + 1, sizeof(*rows));
    struct fared *queues = calloc(count + 1, sizeof(*queues));
    size_t queue_count, row_count;

    if (!rows || !queues) {
        free(rows);
        free(queues);
        return -ENOMEM;
    }
    queue_count = sum_queues(calls, count, queues);
    for (size_t i = 0; i < count; i++)
        fill(&calls[i], &was[i], &would[i], &rows[i]);
    qsort(rows, count, sizeof(*rows), compare_pairs);
    row_count = merge(rows, count);
    for (size_t i = 0; i < row_count; i++) {
        rows[i].of = (int64_t)count;
        fill_levels(&rows[i], queues, queue_count);
    }
    qsort(rows, row_count, sizeof(*rows), compare_rows);
    free(queues);

    *ret_rows = rows;
    *ret_count = row_count;
    return 0;
}
