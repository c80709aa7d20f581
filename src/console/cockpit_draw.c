/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the panes are, by the size of the screen. */

#include <stdio.h>

#include "base/mark.h"
#include "console/cockpit_inside.h"
#include "console/show.h"
#include "lang/format.h"

enum { INSPECTOR_ROWS = 36, INSPECTOR_COLUMNS = 120, ALERT_ROWS = 4 };

enum { PANE_CELLS = 26 };

const struct split cockpit_split = { "cockpit", PANE_CELLS, 490 };

/* Where the right pane begins. */
static int border(const struct cockpit *cockpit, const struct surface *surface)
{
    return split_left(&cockpit_split, cockpit->program->ui, surface->columns) +
           1;
}

static void draw_title(const struct surface *surface, enum cockpit_pane pane,
                       const char *name, size_t count)
{
    char title[128], number[FORMAT_SIZE];

    format_integer(surface->style->language, (int64_t)count, number,
                   sizeof(number));
    snprintf(title, sizeof(title), "%d %s", (int)pane + 1,
             surface_say(surface, name));
    surface_rule(surface, 0, title, number);
}

/* For clicks. */
static void note_area(struct cockpit *cockpit, enum cockpit_pane pane,
                      const struct surface *surface)
{
    cockpit->areas[pane] = (struct cockpit_area){
        .top = surface->top,
        .left = surface->left,
        .rows = surface->rows,
        .columns = surface->columns,
    };
}

static void draw_alerts(struct cockpit *cockpit, const struct surface *surface)
{
    note_area(cockpit, PANE_ALERTS, surface);
    cockpit_draw_alerts(cockpit, surface);
}

static void draw_roll(struct cockpit *cockpit, const struct surface *surface,
                      enum cockpit_pane pane, const char *name)
{
    struct roll *roll = cockpit->rolls[pane];
    struct surface table =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns);

    note_area(cockpit, pane, surface);
    draw_title(surface, pane, name, roll_count(roll));
    if (table.rows > 0)
        roll_draw(roll, &table, cockpit->pane == pane);
}

static void draw_middle(struct cockpit *cockpit, const struct surface *surface)
{
    int left = border(cockpit, surface);
    struct surface agents =
        surface_part(surface, 0, 0, surface->rows, left - 1);
    struct surface queues =
        surface_part(surface, 0, left, surface->rows, surface->columns - left);

    draw_roll(cockpit, &agents, PANE_AGENTS, N_("Agents"));
    draw_roll(cockpit, &queues, PANE_QUEUES, N_("Queues"));
    surface_glyph(surface, 0, left - 1, LOOK(LINE, 0), GLYPH_TEE_DOWN);
    for (int row = 1; row < surface->rows; row++)
        surface_glyph(surface, row, left - 1, LOOK(LINE, 0), GLYPH_DOWN_LINE);
}

static void draw_low(struct cockpit *cockpit, const struct surface *surface)
{
    int left = border(cockpit, surface);
    struct surface alerts = *surface;

    if (surface->columns >= INSPECTOR_COLUMNS) {
        struct surface selected = surface_part(surface, 0, left, surface->rows,
                                               surface->columns - left);

        alerts = surface_part(surface, 0, 0, surface->rows, left - 1);
        cockpit_draw_selected(cockpit, &selected);
        surface_glyph(surface, 0, left - 1, LOOK(LINE, 0), GLYPH_CROSS);
        for (int row = 1; row < surface->rows; row++)
            surface_glyph(surface, row, left - 1, LOOK(LINE, 0),
                          GLYPH_DOWN_LINE);
    }
    draw_alerts(cockpit, &alerts);
}

void cockpit_draw(void *state, const struct surface *surface)
{
    struct cockpit *cockpit = state;
    bool has_strip =
        surface->rows >= INSPECTOR_ROWS && surface->columns >= STRIP_COLUMNS;
    int top = has_strip ? STRIP_ROWS : 1;
    struct surface figures = surface_part(surface, 0, 0, top, surface->columns);
    int rest = surface->rows - top;
    int low = surface->rows >= INSPECTOR_ROWS ? rest / 4 : ALERT_ROWS;
    int high = (rest - low) / 2;

    cockpit->columns = surface->columns;
    for (int pane = 0; pane < PANE_COUNT; pane++)
        cockpit->areas[pane] = (struct cockpit_area){ .rows = 0 };
    if (rest < 12) {
        struct surface all =
            surface_part(surface, 1, 0, rest, surface->columns);

        cockpit_draw_figures(cockpit->program, &figures);
        if (cockpit->pane == PANE_ALERTS)
            draw_alerts(cockpit, &all);
        else
            draw_roll(cockpit, &all, cockpit->pane,
                      (const char *const[]){ N_("Live calls"), N_("Agents"),
                                             N_("Queues") }[cockpit->pane]);
        return;
    }

    struct surface calls =
        surface_part(surface, top, 0, high, surface->columns);
    struct surface middle = surface_part(surface, top + high, 0,
                                         rest - low - high, surface->columns);
    struct surface alerts =
        surface_part(surface, surface->rows - low, 0, low, surface->columns);
    if (has_strip)
        cockpit_draw_strip(cockpit, &figures);
    else
        cockpit_draw_figures(cockpit->program, &figures);
    draw_low(cockpit, &alerts);
    draw_middle(cockpit, &middle);
    draw_roll(cockpit, &calls, PANE_CALLS, N_("Live calls"));
}
