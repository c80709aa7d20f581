/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In a call while the connection is lost: what may be written still is. */

#include "console/desk_face.h"
#include "console/desk_line.h"
#include "console/desk_notes.h"

#include "base/mark.h"
#include "console/link_view.h"

enum { LINE_ROWS = 3, WORK_ROWS = 4 };

/* The rule above is the dispositions', or the notes' own. */
static void draw_work(struct desk *desk, const struct surface *surface)
{
    struct surface list =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns);

    if (desk_agent(desk)->state != AGENT_ACW || desk->is_writing) {
        desk_notes_draw(desk, surface, 0, surface->rows);
        return;
    }
    surface_rule(surface, 0, surface_say(surface, N_("Disposition")), NULL);
    wrap_up_draw(&desk->wrap_up, &list);
}

int desk_lost_draw(struct desk *desk, const struct surface *surface)
{
    int link_rows =
        link_view_rows(desk->program, surface->rows - LINE_ROWS - WORK_ROWS);
    int work_rows = surface->rows - LINE_ROWS - link_rows;

    if (surface->rows < DESK_SMALL_ROWS || link_rows < 2) {
        desk_small_draw(desk, surface);
        return surface->rows;
    }
    struct surface work =
        surface_part(surface, LINE_ROWS, 0, work_rows, surface->columns);
    struct surface link = surface_part(surface, LINE_ROWS + work_rows, 0,
                                       link_rows, surface->columns);
    if (!desk->is_writing)
        surface_cursor(surface, 1, 1, true);
    link_view_draw(desk->program, &link);
    draw_work(desk, &work);
    (void)desk_line_draw(desk, surface);
    return LINE_ROWS;
}
