/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving among the cells, and setting them. */

#include "console/matrix.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/key.h"
#include "console/matrix_inside.h"
#include "tui/stroke.h"

size_t matrix_rows(const struct matrix *matrix)
{
    return matrix->shown_count;
}

size_t matrix_columns(const struct matrix *matrix)
{
    return document_rows(matrix->program, matrix->kind->columns);
}

/* 0: the row has gone since the filter was looked at. */
static uint64_t id_at(const struct matrix *matrix, enum topic topic, size_t row)
{
    const struct replica_row *found =
        replica_at(program_rows(matrix->program), topic, row);

    return found ? found->id : 0;
}

struct matrix_cell matrix_at(const struct matrix *matrix, size_t row,
                             size_t column)
{
    struct matrix_cell cell = { 0 };

    if (row < matrix_rows(matrix) && matrix->is_of_teams)
        cell.team_id = id_at(matrix, TOPIC_TEAMS, matrix->shown[row]);
    else if (row < matrix_rows(matrix))
        cell.agent_id = id_at(matrix, TOPIC_AGENTS, matrix->shown[row]);
    if (column < matrix_columns(matrix))
        cell.column_id = id_at(matrix, matrix->kind->columns, column);
    return cell;
}

static struct matrix_cell focused(const struct matrix *matrix)
{
    return matrix_at(matrix, matrix->row, matrix->column);
}

static bool has_cell(const struct matrix *matrix)
{
    struct matrix_cell cell = focused(matrix);

    return (cell.agent_id || cell.team_id) && cell.column_id;
}

/* Keys. */

static void step(struct matrix *matrix, int64_t by)
{
    int64_t value = matrix_value(matrix, focused(matrix));

    if (value == MATRIX_NONE)
        value = by > 0 ? matrix->kind->least - by : matrix->kind->least;
    matrix_set(matrix, focused(matrix),
               value + by < matrix->kind->least ? matrix->kind->least
                                                : value + by);
}

static void move(size_t *at, size_t count, bool is_back)
{
    if (is_back && *at > 0)
        (*at)--;
    else if (!is_back && *at + 1 < count)
        (*at)++;
}

static bool take_move(struct matrix *matrix, uint32_t stroke)
{
    switch (stroke) {
    case STROKE_UP:
    case 'k':
        move(&matrix->row, matrix_rows(matrix), true);
        return true;
    case STROKE_DOWN:
    case 'j':
        move(&matrix->row, matrix_rows(matrix), false);
        return true;
    case STROKE_LEFT:
    case 'h':
        move(&matrix->column, matrix_columns(matrix), true);
        return true;
    case STROKE_RIGHT:
    case 'l':
        move(&matrix->column, matrix_columns(matrix), false);
        return true;
    default:
        return false;
    }
}

bool matrix_may_change(const struct matrix *matrix)
{
    const struct program *program = matrix->program;

    return !program_me(program) ||
           program_may(program, route_get(matrix->kind->set)->permission);
}

/* A digit is no row of the key table, so its right is looked at here. */
static void set_digit(struct matrix *matrix, int digit)
{
    struct program *program = matrix->program;

    if (!matrix_may_change(matrix))
        ui_say(program->ui, SEVERITY_WARNING,
               program_text(program, N_("This needs the right %s.")),
               permission_info(route_get(matrix->kind->set)->permission)->name);
    else if (has_cell(matrix))
        matrix_set(matrix, focused(matrix), matrix->kind->digit * digit);
}

static bool matrix_input(void *state, const struct input *input)
{
    struct matrix *matrix = state;

    matrix_refresh(matrix);
    if (input->kind != INPUT_STROKE)
        return false;
    if (take_move(matrix, input->stroke))
        return true;
    if (input->stroke < '0' || input->stroke > '9')
        return false;
    set_digit(matrix, (int)(input->stroke - '0'));
    return true;
}

/* Agents, or teams: what is changed of both is saved together. */
static void show_others(struct matrix *matrix)
{
    matrix->is_of_teams = !matrix->is_of_teams;
    matrix->row = 0;
    matrix->first_row = 0;
    matrix_refresh(matrix);
}

static bool matrix_run(void *state, int action)
{
    struct matrix *matrix = state;

    if (action < DO_MATRIX_SAVE || action > DO_MATRIX_UNDO)
        return false;
    matrix_refresh(matrix);
    if (action == DO_MATRIX_TEAMS)
        show_others(matrix);
    if (action == DO_MATRIX_SAVE)
        matrix_save(matrix);
    else if (action == DO_MATRIX_UNDO)
        matrix_undo(matrix);
    if (!has_cell(matrix))
        return true;
    if (action == DO_MATRIX_MORE || action == DO_MATRIX_LATER)
        step(matrix, matrix->kind->step);
    else if (action == DO_MATRIX_LESS || action == DO_MATRIX_SOONER)
        step(matrix, -matrix->kind->step);
    else if (action == DO_MATRIX_NONE)
        matrix_set(matrix, focused(matrix), MATRIX_NONE);
    else if (action == DO_MATRIX_COPY)
        matrix_copy_row(matrix);
    else if (action == DO_MATRIX_MARK)
        matrix_mark(matrix, focused(matrix).agent_id);
    else if (action == DO_MATRIX_DELAY)
        matrix_ask_delay(matrix);
    else if (action == DO_MATRIX_UNTIL)
        matrix_ask_until(matrix);
    return true;
}

/* Changes are not thrown away by one key. */
static bool matrix_leave(void *state)
{
    struct matrix *matrix = state;

    if (matrix->is_leaving || matrix_changes(matrix) == 0)
        return false;
    matrix->is_leaving = true;
    ui_say(matrix->program->ui, SEVERITY_WARNING, "%s",
           program_text(matrix->program,
                        N_("There are changes that are not saved. Ctrl-S "
                           "saves them, Esc drops them.")));
    return true;
}

static void matrix_trail(const void *state, struct safe_text *ret_name)
{
    const struct matrix *matrix = state;

    safe_text_copy(ret_name, program_text(matrix->program, matrix->kind->name));
}

static void matrix_free(void *state)
{
    struct matrix *matrix = state;

    errands_forget(matrix->program->errands, matrix);
    program_release(matrix->program, TOPIC_ASSIGNMENTS);
    program_release(matrix->program, TOPIC_AGENTS);
    if (matrix->kind->has_duties)
        program_release(matrix->program, TOPIC_TEAMS);
    if (!matrix->kind->has_duties)
        program_release(matrix->program, TOPIC_QUEUE_SETTINGS);
    program_release(matrix->program, matrix->kind->columns);
    free(matrix->shown);
    free(matrix->levels);
    free(matrix->team_duties);
    free(matrix);
}

static int matrix_pane(const void *state)
{
    return ((const struct matrix *)state)->kind->scope;
}

/* Teams are neither marked nor copied, and serve for good. */
static bool matrix_hides(const void *state, int action)
{
    const struct matrix *matrix = state;

    return matrix->is_of_teams &&
           (action == DO_MATRIX_MARK || action == DO_MATRIX_COPY ||
            action == DO_MATRIX_UNTIL);
}

const struct view_kind matrix_view = {
    .scopes = { SCOPE_MATRIX, SCOPE_LIST },
    .draw = matrix_draw,
    .input = matrix_input,
    .run = matrix_run,
    .pane = matrix_pane,
    .hides = matrix_hides,
    .filter = matrix_filter,
    .leave = matrix_leave,
    .trail = matrix_trail,
    .free = matrix_free,
};

bool matrix_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    const struct matrix *matrix = ui_top(program->ui, &matrix_view);
    const char *reason =
        !matrix                     ? N_("Open who serves what first: g q, A.")
        : !program_is_live(program) ? N_("Offline: nothing can be changed now.")
        : matrix_changes(matrix) == 0 ? N_("Nothing is changed.")
                                      : NULL;

    (void)action;
    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

bool matrix_row_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    const struct matrix *matrix = ui_top(program->ui, &matrix_view);

    if (!matrix || !matrix_hides(matrix, action))
        return true;
    safe_text_copy(
        ret_reason,
        program_text(program,
                     action == DO_MATRIX_UNTIL
                         ? N_("A team serves for good: only agents have ends.")
                         : N_("Only agents are marked, and copied to: press m "
                              "first.")));
    return false;
}

const char *matrix_key_name(const struct program *program, int action)
{
    const struct matrix *matrix = ui_top(program->ui, &matrix_view);

    return matrix && matrix->is_of_teams && action == DO_MATRIX_TEAMS
               ? N_("agents")
               : NULL;
}

static int open_matrix(struct program *program, const struct matrix_kind *kind)
{
    assert(program);
    struct matrix *matrix = calloc(1, sizeof(*matrix));

    if (!matrix)
        return -ENOMEM;
    matrix->program = program;
    matrix->kind = kind;
    program_hold(program, TOPIC_ASSIGNMENTS);
    program_hold(program, TOPIC_AGENTS);
    program_hold(program, kind->columns);
    if (!kind->has_duties)
        program_hold(program, TOPIC_QUEUE_SETTINGS);
    if (kind->has_duties)
        program_hold(program, TOPIC_TEAMS);
    matrix_fetch(matrix);
    return ui_push(program->ui, &matrix_view, matrix);
}

int matrix_open_levels(struct program *program)
{
    return open_matrix(program, &matrix_levels);
}

int matrix_open_duties(struct program *program)
{
    return open_matrix(program, &matrix_duties);
}
