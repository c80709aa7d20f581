/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be changed, and is not saved yet. */

#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/matrix_inside.h"

static bool is_same(struct matrix_cell a, struct matrix_cell b)
{
    return a.agent_id == b.agent_id && a.team_id == b.team_id &&
           a.column_id == b.column_id;
}

/* The last of the cell; NULL: none. */
static const struct matrix_edit *last_edit(const struct matrix *matrix,
                                           struct matrix_cell cell)
{
    for (size_t i = matrix->edit_count; i-- > 0;)
        if (is_same(matrix->edits[i].cell, cell))
            return &matrix->edits[i];
    return NULL;
}

static int64_t delay_of(const struct matrix *matrix, struct matrix_cell cell)
{
    return matrix->kind->delay_ms ? matrix->kind->delay_ms(matrix, cell) : 0;
}

int64_t matrix_value(const struct matrix *matrix, struct matrix_cell cell)
{
    const struct matrix_edit *edit = last_edit(matrix, cell);

    return edit ? edit->value : matrix->kind->value(matrix, cell);
}

int64_t matrix_delay_ms(const struct matrix *matrix, struct matrix_cell cell)
{
    const struct matrix_edit *edit = last_edit(matrix, cell);

    return edit ? edit->delay_ms : delay_of(matrix, cell);
}

bool matrix_is_changed(const struct matrix *matrix, struct matrix_cell cell)
{
    const struct matrix_edit *edit = last_edit(matrix, cell);

    if (!edit)
        return false;
    return edit->value != matrix->kind->value(matrix, cell) ||
           (edit->value != MATRIX_NONE &&
            edit->delay_ms != delay_of(matrix, cell));
}

/* The last edit of each cell, if it says something else than what is so. */
size_t matrix_changes(const struct matrix *matrix)
{
    size_t count = 0;

    for (size_t i = 0; i < matrix->edit_count; i++) {
        size_t later = i + 1;

        while (later < matrix->edit_count &&
               !is_same(matrix->edits[later].cell, matrix->edits[i].cell))
            later++;
        if (later == matrix->edit_count &&
            matrix_is_changed(matrix, matrix->edits[i].cell))
            count++;
    }
    return count;
}

static void say_full(const struct program *program)
{
    ui_say(program->ui, SEVERITY_WARNING,
           program_text(program, N_("%d changes wait here and there is no room "
                                    "for another: save them first.")),
           (int)MATRIX_EDITS);
}

static void add(struct matrix *matrix, const struct matrix_edit *edit)
{
    if (matrix->edit_count == MATRIX_EDITS)
        say_full(matrix->program);
    else if (!matrix->is_saving)
        matrix->edits[matrix->edit_count++] = *edit;
}

void matrix_set(struct matrix *matrix, struct matrix_cell cell, int64_t value)
{
    if (value != MATRIX_NONE && value < matrix->kind->least)
        value = matrix->kind->least;
    if (value > matrix->kind->most)
        value = matrix->kind->most;
    matrix->is_leaving = false;
    if (value != matrix_value(matrix, cell))
        add(matrix, &(struct matrix_edit){ cell, value,
                                           matrix_delay_ms(matrix, cell) });
}

/* What was not served is, with it. */
void matrix_set_delay(struct matrix *matrix, struct matrix_cell cell,
                      int64_t delay_ms)
{
    int64_t value = matrix_value(matrix, cell);

    matrix->is_leaving = false;
    if (value == MATRIX_NONE)
        value = matrix->kind->least;
    if (value != matrix_value(matrix, cell) ||
        delay_ms != matrix_delay_ms(matrix, cell))
        add(matrix, &(struct matrix_edit){ cell, value, delay_ms });
}

void matrix_undo(struct matrix *matrix)
{
    if (matrix->edit_count > 0 && !matrix->is_saving)
        matrix->edit_count--;
}

void matrix_forget(struct matrix *matrix, struct matrix_cell cell)
{
    size_t kept = 0;

    for (size_t i = 0; i < matrix->edit_count; i++)
        if (!is_same(matrix->edits[i].cell, cell))
            matrix->edits[kept++] = matrix->edits[i];
    matrix->edit_count = kept;
}

static size_t find_mark(const struct matrix *matrix, uint64_t agent_id)
{
    size_t i = 0;

    while (i < matrix->mark_count && matrix->marks[i] != agent_id)
        i++;
    return i;
}

bool matrix_is_marked(const struct matrix *matrix, uint64_t agent_id)
{
    return find_mark(matrix, agent_id) < matrix->mark_count;
}

void matrix_mark(struct matrix *matrix, uint64_t agent_id)
{
    size_t at = find_mark(matrix, agent_id);

    if (at < matrix->mark_count)
        matrix->marks[at] = matrix->marks[--matrix->mark_count];
    else if (matrix->mark_count < MATRIX_MARKS)
        matrix->marks[matrix->mark_count++] = agent_id;
}

/* One edit, for the one key that takes it back. */
static void copy_cell(struct matrix *matrix, struct matrix_cell from,
                      struct matrix_cell to)
{
    struct matrix_edit edit = { to, matrix_value(matrix, from),
                                matrix_delay_ms(matrix, to) };

    if (edit.value != MATRIX_NONE)
        edit.delay_ms = matrix_delay_ms(matrix, from);
    matrix->is_leaving = false;
    if (edit.value != matrix_value(matrix, to) ||
        edit.delay_ms != matrix_delay_ms(matrix, to))
        add(matrix, &edit);
}

static void copy_to(struct matrix *matrix, uint64_t agent_id)
{
    for (size_t column = 0; column < matrix_columns(matrix); column++) {
        struct matrix_cell from = matrix_at(matrix, matrix->row, column);
        struct matrix_cell to = { .agent_id = agent_id,
                                  .column_id = from.column_id };

        copy_cell(matrix, from, to);
    }
}

/* Those marked get all that the agent under the cursor has; also who is marked
   and filtered away. */
void matrix_copy_row(struct matrix *matrix)
{
    const struct replica *rows = program_rows(matrix->program);
    uint64_t from_id = matrix_at(matrix, matrix->row, 0).agent_id;
    size_t count = document_rows(matrix->program, TOPIC_AGENTS);

    for (size_t row = 0; row < count; row++) {
        uint64_t agent_id = replica_at(rows, TOPIC_AGENTS, row)->id;

        if (agent_id != from_id && matrix_is_marked(matrix, agent_id))
            copy_to(matrix, agent_id);
    }
}
