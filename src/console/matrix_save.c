/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What both kinds of matrix read, and how they save. */

#include <inttypes.h>
#include <stdio.h>

#include "base/line.h"
#include "base/mark.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/matrix_inside.h"
#include "wire/value.h"

static bool send(struct matrix *matrix, enum route_id route, uint64_t id,
                 struct json_t *body)
{
    return program_send(matrix->program, &(struct errand){
                                             .route = route,
                                             .id = id,
                                             .body = body,
                                             .done = matrix_saved,
                                             .owner = matrix,
                                         });
}

static enum route_id route_of(const struct matrix *matrix, int64_t value)
{
    return value != MATRIX_NONE ? matrix->kind->set : matrix->kind->unset;
}

static void sends_one(struct matrix *matrix, struct matrix_cell cell)
{
    matrix->sent[0] = (struct matrix_edit){ .cell = cell };
    matrix->sent_count = 1;
    matrix->sent_parted = 0;
}

static bool send_level(struct matrix *matrix, struct matrix_cell cell,
                       int64_t value)
{
    struct json_t *body = value_object();

    sends_one(matrix, cell);
    (void)value_set_integer(body, "skill_id", (int64_t)cell.column_id);
    if (value != MATRIX_NONE)
        (void)value_set_integer(body, "level", value);
    return send(matrix, route_of(matrix, value), cell.agent_id, body);
}

const struct matrix_kind matrix_levels = {
    .name = N_("Who can what"),
    .covered = N_("signed in, at the level demanded, else 50"),
    .help = N_("0-9 set tens   + - 5 more, less   . none   Space marks"),
    .columns = TOPIC_SKILLS,
    .least = 0,
    .most = 100,
    .digit = 10,
    .step = 5,
    .scope = SCOPE_MATRIX_LEVELS,
    .counts_from = 50,
    .counts_to = 100,
    .set = ROUTE_AGENT_SET_SKILL,
    .unset = ROUTE_AGENT_UNSET_SKILL,
    .value = matrix_level,
    .send = send_level,
};

/* Assignments. */

static struct served duty_now(const struct matrix *matrix,
                              struct matrix_cell cell)
{
    return cell.team_id ? matrix_team_duty(matrix, cell)
                        : served_of(program_rows(matrix->program),
                                    cell.agent_id, cell.column_id);
}

static int64_t priority_of(const struct matrix *matrix, struct matrix_cell cell)
{
    int64_t priority = duty_now(matrix, cell).priority;

    return priority ? priority : MATRIX_NONE;
}

static int64_t delay_of(const struct matrix *matrix, struct matrix_cell cell)
{
    return duty_now(matrix, cell).delay_ms;
}

/* What a cell shall be: of what is so, all stays that was not chosen here. */
static struct served duty_of(const struct matrix *matrix,
                             struct matrix_cell cell)
{
    struct served duty = duty_now(matrix, cell);
    int64_t value = matrix_value(matrix, cell);

    if (value == MATRIX_NONE)
        return (struct served){ .priority = 0 };
    duty.priority = value;
    duty.delay_ms = matrix_delay_ms(matrix, cell);
    if (matrix->is_until_chosen)
        duty.until_us = matrix->until_us;
    return duty;
}

static bool is_same_duty(const struct served *a, const struct served *b)
{
    return a->priority == b->priority && a->delay_ms == b->delay_ms &&
           a->until_us == b->until_us;
}

enum { AGENTS_AT_ONCE = 24 }; /* as many numbers as the text has room for */

/* Whoever else shall serve the same queue just so goes with it. */
static void gather_duties(struct matrix *matrix, struct matrix_cell cell,
                          const struct served *duty, struct line *agents)
{
    const struct replica *rows = program_rows(matrix->program);

    matrix->sent_count = 0;
    matrix->sent_parted = 0;
    for (size_t i = 0; i < replica_count(rows, TOPIC_AGENTS); i++) {
        struct matrix_cell other = { .agent_id =
                                         replica_at(rows, TOPIC_AGENTS, i)->id,
                                     .column_id = cell.column_id };

        if (!matrix_is_changed(matrix, other) ||
            matrix->sent_count == AGENTS_AT_ONCE)
            continue;

        struct served shall = duty_of(matrix, other);

        if (!is_same_duty(&shall, duty))
            continue;
        line_add(agents, "%s%" PRIu64, agents->length ? "," : "",
                 other.agent_id);
        matrix->sent_parted += shall.by_team;
        matrix->sent[matrix->sent_count++] =
            (struct matrix_edit){ .cell = other };
    }
}

/* A team's duty has no end. */
static bool send_team_duty(struct matrix *matrix, struct matrix_cell cell,
                           int64_t value)
{
    struct json_t *body = value_object();

    sends_one(matrix, cell);
    (void)value_set_integer(body, "queue_id", (int64_t)cell.column_id);
    if (value != MATRIX_NONE) {
        (void)value_set_integer(body, "priority", value);
        (void)value_set_integer(body, "delay_ms",
                                matrix_delay_ms(matrix, cell));
    }
    return send(matrix,
                value != MATRIX_NONE ? ROUTE_TEAM_ASSIGN : ROUTE_TEAM_UNASSIGN,
                cell.team_id, body);
}

/* All agents of the same queue who shall have the same, in one request. */
static bool send_duties(struct matrix *matrix, struct matrix_cell cell,
                        int64_t value)
{
    if (cell.team_id)
        return send_team_duty(matrix, cell, value);

    struct json_t *body = value_object();
    struct served duty = duty_of(matrix, cell);
    char agents[AGENTS_AT_ONCE * 21 + 1] = "", queue[24];
    struct line line = { .text = agents, .size = sizeof(agents) };

    gather_duties(matrix, cell, &duty, &line);
    (void)snprintf(queue, sizeof(queue), "%" PRIu64, cell.column_id);
    (void)value_set_text(body, "agents", agents);
    (void)value_set_text(body, "queues", queue);
    if (value != MATRIX_NONE)
        served_put(&duty, body);
    return send(matrix, route_of(matrix, value), 0, body);
}

const struct matrix_kind matrix_duties = {
    .name = N_("Who serves what"),
    .covered = N_("signed in, who serve it"),
    .help = N_("1-9 set the priority   + - sooner, later   . no longer"),
    .columns = TOPIC_QUEUES,
    .least = 1,
    .most = 100,
    .digit = 1,
    .step = 1,
    .scope = SCOPE_MATRIX_DUTIES,
    .counts_from = 1,
    .counts_to = 100,
    .has_duties = true,
    .set = ROUTE_QUEUES_ASSIGN,
    .unset = ROUTE_QUEUES_UNASSIGN,
    .value = priority_of,
    .delay_ms = delay_of,
    .send = send_duties,
};

/* Saving: whatever is still changed goes next. */

static bool save_next(struct matrix *matrix)
{
    for (size_t i = 0; i < matrix->edit_count; i++) {
        struct matrix_cell cell = matrix->edits[i].cell;

        if (matrix_is_changed(matrix, cell))
            return matrix->kind->send(matrix, cell, matrix_value(matrix, cell));
    }
    matrix->edit_count = 0;
    return false;
}

void matrix_save(struct matrix *matrix)
{
    if (matrix->is_saving)
        return;
    matrix->saved = 0;
    matrix->parted = 0;
    matrix->is_saving = save_next(matrix);
}

static void say_saved(const struct matrix *matrix)
{
    struct program *program = matrix->program;

    if (matrix->parted)
        ui_say(program->ui, SEVERITY_INFO,
               program_text(program, N_("Changes saved: %lld; from now on "
                                        "assigned apart from the team: %lld")),
               (long long)matrix->saved, (long long)matrix->parted);
    else
        ui_say(program->ui, SEVERITY_INFO,
               program_text(program, N_("Changes saved: %lld")),
               (long long)matrix->saved);
}

/* What was refused stays changed, and the refusal is a message. No topic tells
   what was saved before it of levels, and of duties of teams. */
void matrix_saved(void *owner, const struct outcome *outcome)
{
    struct matrix *matrix = owner;

    matrix->is_saving = false;
    if (!outcome->is_done) {
        if (matrix->saved > 0)
            matrix_fetch(matrix);
        return;
    }
    for (size_t i = 0; i < matrix->sent_count; i++)
        matrix_forget(matrix, matrix->sent[i].cell);
    matrix->saved += matrix->sent_count;
    matrix->parted += matrix->sent_parted;
    matrix->is_saving = save_next(matrix);
    if (matrix->is_saving)
        return;
    matrix_fetch(matrix);
    say_saved(matrix);
}
