/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many are there for a column, before and after it is saved. */

#include "console/matrix_inside.h"

static bool covers(const struct matrix *matrix, int64_t value)
{
    return value >= matrix->kind->counts_from &&
           value <= matrix->kind->counts_to;
}

/* What the agent's cell will be: its own, or the team's, as those are changed. */
static int64_t value_after(const struct matrix *matrix,
                           const struct topic_agents *agent,
                           struct matrix_cell cell)
{
    struct matrix_cell of_team = { .team_id = agent->team_id,
                                   .column_id = cell.column_id };

    if (!matrix->kind->has_duties || !agent->team_id ||
        matrix_is_changed(matrix, cell) || !matrix_is_changed(matrix, of_team))
        return matrix_value(matrix, cell);

    struct served is =
        served_of(program_rows(matrix->program), cell.agent_id, cell.column_id);
    bool is_own = is.priority && !is.by_team;

    return is_own ? is.priority : matrix_value(matrix, of_team);
}

void matrix_count_cover(const struct matrix *matrix, size_t column,
                        int64_t *ret_before, int64_t *ret_after)
{
    const struct replica *rows = program_rows(matrix->program);
    uint64_t column_id = matrix_at(matrix, 0, column).column_id;
    size_t agents = replica_count(rows, TOPIC_AGENTS);

    *ret_before = 0;
    *ret_after = 0;
    for (size_t row = 0; row < agents; row++) {
        const struct topic_agents *agent =
            replica_at(rows, TOPIC_AGENTS, row)->fields;
        struct matrix_cell cell = { .agent_id = agent->agent_id,
                                    .column_id = column_id };

        if (agent->state == AGENT_OFFLINE)
            continue;
        *ret_before += covers(matrix, matrix->kind->value(matrix, cell));
        *ret_after += covers(matrix, value_after(matrix, agent, cell));
    }
}
