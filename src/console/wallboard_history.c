/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who waited in the last two hours, as columns with a scale. */

#include "console/wallboard_inside.h"

#include "base/mark.h"
#include "console/show.h"
#include "tui/chart.h"

enum { SCALE = 6 };

static int64_t most(const struct figures *figures)
{
    int64_t top = 0;

    for (size_t i = 0; i < FIGURES_STEPS; i++)
        if (figures->history[i] > top)
            top = figures->history[i];
    return top;
}

void wallboard_draw_history(const struct surface *surface,
                            const struct wallboard *board)
{
    const struct figures *subject = wallboard_subject(board);
    const struct series series = { subject->history, FIGURES_STEPS,
                                   most(subject) };
    struct surface chart = surface_part(
        surface, 1, SCALE + 2, surface->rows - 1, surface->columns - SCALE - 3);
    struct safe_text top, title;

    show_count(surface->style, most(subject), &top);
    safe_text_format(&title,
                     surface_say(surface, subject->queue_id
                                              ? N_("at most %s")
                                              : N_("at most %s, added up")),
                     top.text);
    surface_rule(surface, 0,
                 surface_say(surface, N_("Waiting, last 2 hours in 5 min "
                                         "steps")),
                 title.text);
    surface_text(surface, (struct place){ 1, 1, SCALE, true }, LOOK(DIM, 0),
                 &top);
    surface_words(surface, (struct place){ surface->rows - 1, 1, SCALE, true },
                  LOOK(DIM, 0), "0");
    chart_columns(&chart, LOOK(TEXT, 0), &series);
}
