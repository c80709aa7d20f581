/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to be changed, and is not saved yet. */

#include <string.h>

#include "console/matrix_inside.h"

static bool is_same(struct matrix_cell a, struct matrix_cell b)
{
    return a.agent_id == b.agent_id && a.column_id == b.column_id;
}

int64_t matrix_value(const struct matrix *matrix, struct matrix_cell cell)
{
    for (size_t i = matrix->edit_count; i-- > 0;)
        if (is_same(matrix->edits[i].cell, cell))
            return matrix->edits[i].value;
    return matrix->kind->value(matrix, cell);
}

bool matrix_is_changed(const struct matrix *matrix, struct matrix_cell cell)
{
    return matrix->edit_count > 0 &&
           matrix_value(matrix, cell) != matrix->kind->value(matrix, cell);
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

void matrix_set(struct matrix *matrix, struct matrix_cell cell, int64_t value)
{
    if (value != MATRIX_NONE && value < matrix->kind->least)
        value = matrix->kind->least;
    if (value > matrix->kind->most)
        value = matrix->kind->most;
    matrix->is_leaving = false;
    if (value == matrix_value(matrix, cell) || matrix->is_saving ||
        matrix->edit_count == MATRIX_EDITS)
        return;
    matrix->edits[matrix->edit_count++] = (struct matrix_edit){ cell, value };
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

/* Those marked get all that the agent under the cursor has. */
void matrix_copy_row(struct matrix *matrix)
{
    for (size_t row = 0; row < matrix_rows(matrix); row++) {
        uint64_t agent_id = matrix_at(matrix, row, 0).agent_id;

        if (row == matrix->row || !matrix_is_marked(matrix, agent_id))
            continue;
        for (size_t column = 0; column < matrix_columns(matrix); column++)
            matrix_set(
                matrix, matrix_at(matrix, row, column),
                matrix_value(matrix, matrix_at(matrix, matrix->row, column)));
    }
}
