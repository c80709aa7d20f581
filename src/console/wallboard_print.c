/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures, a grid, and its cells as text. */

#include "console/wallboard_print.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "console/wallboard_gather.h"
#include "tui/terminal.h"

static int print(const struct wallboard *board, const struct style *style,
                 const struct wallboard_wishes *wishes, FILE *file)
{
    struct grid *grid;

    if (wishes->names && board->queue_count == 0)
        return -ENOENT;
    if (grid_new(wishes->rows, wishes->columns, &grid) < 0)
        return -ENOMEM;

    struct surface surface = surface_of(grid, style);
    wallboard_draw(&surface, board);
    (void)grid_print(grid, file);
    grid_free(grid);
    return 0;
}

int wallboard_print(const struct session *session,
                    const struct wallboard_wishes *wishes, FILE *file)
{
    assert(session && wishes && file);
    const struct session_link *link = session_link(session);
    const struct wallboard_choice choice = { wishes->names };
    const struct style style = { terminal_tier_of_locale(), wishes->language };
    struct wallboard board = {
        .limits = wishes->limits,
        .next_page_s = -1,
        .wall_us = wishes->wall_us,
    };
    struct figures *queues = calloc(WALLBOARD_QUEUES, sizeof(*queues));

    if (!queues)
        return -ENOMEM;
    wallboard_gather(session_replica(session), &choice,
                     link->role == ROLE_AGENT, wishes->now_us, style.language,
                     queues, &board);
    wallboard_tell_link(session, wishes->now_us, &style, &board);
    int rc = print(&board, &style, wishes, file);
    free(queues);
    return rc;
}
