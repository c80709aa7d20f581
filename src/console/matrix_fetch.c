/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels of agents and duties of teams, which no topic has. */

#include <stdlib.h>

#include "console/matrix_inside.h"
#include "wire/record_json.h"
#include "wire/value.h"

/* Reads what was answered. @return how many; owned by whoever calls */
static size_t read_all(const struct outcome *outcome,
                       const struct record *record, void **ret_items)
{
    const struct json_t *items = value_get(outcome->value, "items");
    size_t count = outcome->is_done ? value_count(items) : 0;
    char *all = calloc(count + 1, record->size);
    size_t read = 0;

    for (size_t i = 0; all && i < count; i++)
        read += record_from_json(record, value_at(items, i), MISSING_KEPT,
                                 all + read * record->size, NULL) == 0;
    *ret_items = all;
    return read;
}

static void take_levels(void *owner, const struct outcome *outcome)
{
    struct matrix *matrix = owner;
    void *levels;
    size_t count = read_all(outcome, shape_record(SHAPE_LEVEL), &levels);

    matrix->is_asked = false;
    if (!levels || !outcome->is_done) {
        free(levels);
        return;
    }
    free(matrix->levels);
    matrix->levels = levels;
    matrix->level_count = count;
}

static void take_duties(void *owner, const struct outcome *outcome)
{
    struct matrix *matrix = owner;
    void *duties;
    size_t count = read_all(outcome, shape_record(SHAPE_TEAM_DUTY), &duties);

    matrix->is_asked = false;
    if (!duties || !outcome->is_done) {
        free(duties);
        return;
    }
    free(matrix->team_duties);
    matrix->team_duties = duties;
    matrix->team_duty_count = count;
}

void matrix_fetch(struct matrix *matrix)
{
    bool is_of_duties = matrix->kind->has_duties;

    if (!matrix->is_asked)
        matrix->is_asked = program_send(
            matrix->program,
            &(struct errand){ .route = is_of_duties ? ROUTE_TEAM_DUTIES
                                                    : ROUTE_LEVEL_LIST,
                              .done = is_of_duties ? take_duties : take_levels,
                              .owner = matrix });
}

int64_t matrix_level(const struct matrix *matrix, struct matrix_cell cell)
{
    for (size_t i = 0; i < matrix->level_count; i++)
        if (matrix->levels[i].agent_id == cell.agent_id &&
            matrix->levels[i].skill_id == cell.column_id)
            return matrix->levels[i].level;
    return MATRIX_NONE;
}

struct served matrix_team_duty(const struct matrix *matrix,
                               struct matrix_cell cell)
{
    for (size_t i = 0; i < matrix->team_duty_count; i++) {
        const struct shape_team_duty *duty = &matrix->team_duties[i];

        if (duty->team_id == cell.team_id && duty->queue_id == cell.column_id)
            return (struct served){ .priority = duty->priority,
                                    .delay_ms = duty->delay_ms };
    }
    return (struct served){ .priority = 0 };
}
