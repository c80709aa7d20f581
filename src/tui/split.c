/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Permille to cells and back. */

#include "tui/split.h"

#include <assert.h>
#include <stdio.h>

static void name_of(const struct split *split, char ret_name[KEEP_NAME_SIZE])
{
    snprintf(ret_name, KEEP_NAME_SIZE, "split.%s", split->name);
}

/* Where there is no room for both, they share what there is. */
static int within(const struct split *split, int columns, int left)
{
    int min = 2 * split->min + 1 <= columns ? split->min : (columns - 1) / 2;

    if (left < min)
        return min;
    return left > columns - 1 - min ? columns - 1 - min : left;
}

static int permille_of(const struct split *split, const struct ui *ui)
{
    char name[KEEP_NAME_SIZE];

    name_of(split, name);
    int64_t permille = ui_kept(ui, name, split->permille);
    return permille < 0 || permille > 1000 ? split->permille : (int)permille;
}

int split_left(const struct split *split, const struct ui *ui, int columns)
{
    assert(split && ui);
    return within(split, columns, columns * permille_of(split, ui) / 1000 - 1);
}

static void put(const struct split *split, struct ui *ui, int columns,
                int permille)
{
    char name[KEEP_NAME_SIZE];
    int left = within(split, columns, columns * permille / 1000 - 1);

    name_of(split, name);
    if (columns > 0) /* rounded up: the way back is rounded down */
        ui_keep(ui, name, ((left + 1) * 1000 + columns - 1) / columns);
}

void split_move(const struct split *split, struct ui *ui, int columns,
                int steps)
{
    assert(split && ui);
    put(split, ui, columns, permille_of(split, ui) + steps * SPLIT_STEP);
}

void split_put(const struct split *split, struct ui *ui, int columns,
               int column)
{
    assert(split && ui);
    if (columns > 0)
        put(split, ui, columns, ((column + 1) * 1000 + columns - 1) / columns);
}

bool split_drag(const struct split *split, struct ui *ui, int columns,
                const struct input *input)
{
    assert(split && ui && input);
    if (input->kind != INPUT_CLICK || input->column == input->pressed_column ||
        input->pressed_column != split_left(split, ui, columns))
        return false;
    split_put(split, ui, columns, input->column);
    return true;
}
