/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many are there for a column, before and after it is saved. */

#include <string.h>

#include "console/document_value.h"
#include "console/matrix_inside.h"
#include "core/demand.h"

/* By its name, as demands have it. */
static uint64_t find_skill(void *arg, const char *name, size_t length)
{
    const struct matrix *matrix = arg;
    const struct replica *rows = program_rows(matrix->program);
    size_t count = document_rows(matrix->program, TOPIC_SKILLS);

    for (size_t i = 0; i < count; i++) {
        const struct event_skill_set *skill =
            replica_at(rows, TOPIC_SKILLS, i)->fields;

        if (strlen(skill->name.text) == length &&
            memcmp(skill->name.text, name, length) == 0)
            return skill->id;
    }
    return 0;
}

static int64_t level_in(const struct demand *demand, uint64_t skill_id)
{
    int64_t level = 0;

    for (uint32_t i = 0; i < demand->step_count; i++)
        for (uint32_t j = 0; j < demand->steps[i].want_count; j++) {
            const struct want *want = &demand->steps[i].wants[j];

            if (want->skill_id == skill_id && want->level > level)
                level = want->level;
        }
    return level;
}

int64_t matrix_demanded(const struct matrix *matrix, uint64_t column_id)
{
    const struct replica *rows = program_rows(matrix->program);
    size_t count = document_rows(matrix->program, TOPIC_QUEUE_SETTINGS);
    int64_t level = 0;

    if (matrix->kind->has_duties)
        return 0;
    for (size_t i = 0; i < count; i++) {
        const struct event_queue_set *queue =
            replica_at(rows, TOPIC_QUEUE_SETTINGS, i)->fields;
        struct demand demand;

        if (demand_parse(queue->demand.text, find_skill, (void *)matrix,
                         &demand, NULL) == 0 &&
            level_in(&demand, column_id) > level)
            level = level_in(&demand, column_id);
    }
    return level;
}

/* From which value on. */
static int64_t covers_from(const struct matrix *matrix, uint64_t column_id)
{
    int64_t level = matrix_demanded(matrix, column_id);

    return level ? level : matrix->kind->counts_from;
}

static bool covers(const struct matrix *matrix, int64_t from, int64_t value)
{
    return value >= from && value <= matrix->kind->counts_to;
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
    int64_t from = covers_from(matrix, column_id);

    *ret_before = 0;
    *ret_after = 0;
    for (size_t row = 0; row < agents; row++) {
        const struct topic_agents *agent =
            replica_at(rows, TOPIC_AGENTS, row)->fields;
        struct matrix_cell cell = { .agent_id = agent->agent_id,
                                    .column_id = column_id };

        if (agent->state == AGENT_OFFLINE)
            continue;
        *ret_before += covers(matrix, from, matrix->kind->value(matrix, cell));
        *ret_after += covers(matrix, from, value_after(matrix, agent, cell));
    }
}
