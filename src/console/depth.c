/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The newest steps of a queue's history. */

#include "console/depth.h"

#include <assert.h>
#include <string.h>

#include "console/show.h"

static_assert((int)FIGURES_STEPS <= (int)TABLE_STEPS, "a cell holds them all");

static const int64_t *newest(const struct figures *figures, size_t steps)
{
    assert(steps > 0 && steps <= FIGURES_STEPS);

    return &figures->history[FIGURES_STEPS - steps];
}

int64_t depth_most(const struct figures *figures, size_t steps)
{
    assert(figures);
    const int64_t *values = newest(figures, steps);
    int64_t most = 0;

    for (size_t i = 0; i < steps; i++)
        if (values[i] > most)
            most = values[i];
    return most;
}

void depth_fill(const struct style *style, const struct figures *figures,
                size_t steps, struct table_cell *ret_cell)
{
    assert(style && figures && ret_cell);

    memcpy(ret_cell->steps, newest(figures, steps),
           steps * sizeof(ret_cell->steps[0]));
    ret_cell->step_count = steps;
    show_count(style, depth_most(figures, steps), &ret_cell->text);
}
