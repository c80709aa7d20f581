/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of a queue's service level, before it is saved. */

#include "console/document_value.h"
#include "console/matrix_inside.h"
#include "core/erlang.h"

static const double US_PER_S = 1e6;

/* As long as the contacts of today have taken an agent. */
static struct erlang_traffic traffic_of(const struct topic_queues *queue)
{
    return (struct erlang_traffic){
        .calls_per_hour = (double)queue->arrivals_hour,
        .handle_time_s =
            (double)(queue->average_talk_us + queue->average_hold_us +
                     queue->average_acw_us) /
            US_PER_S,
    };
}

static int64_t level_permille(const struct topic_queues *queue, int64_t agents)
{
    const struct erlang_traffic traffic = traffic_of(queue);
    double level = 0;

    if (agents > ERLANG_MAX_AGENTS)
        agents = ERLANG_MAX_AGENTS;
    if (agents > 0)
        (void)erlang_service_level(&traffic, (unsigned)agents,
                                   (double)queue->service_level_us / US_PER_S,
                                   &level);
    return (int64_t)(1000 * level + 0.5);
}

bool matrix_forecast(const struct matrix *matrix, int64_t *ret_before,
                     int64_t *ret_after)
{
    uint64_t queue_id = matrix_at(matrix, 0, matrix->column).column_id;
    const struct replica_row *row =
        replica_find(program_rows(matrix->program), TOPIC_QUEUES, queue_id);
    const struct topic_queues *queue = row ? row->fields : NULL;
    int64_t before, after;

    if (!matrix->kind->has_duties || !queue || queue->arrivals_hour <= 0 ||
        queue->handled == 0)
        return false;
    matrix_count_cover(matrix, matrix->column, &before, &after);
    *ret_before = level_permille(queue, before);
    *ret_after = level_permille(queue, after);
    return true;
}
