/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar for each way. */

#include "console/flow_today.h"

#include <assert.h>

#include "base/mark.h"
#include "console/show.h"
#include "tui/chart.h"

enum { LABEL_CELLS = 11, BAR_CELLS = 8, SHARE_CELLS = 7 };

static int draw_way(const struct surface *surface, int row, const char *label,
                    int64_t callers, int64_t all)
{
    int permille = (int)(1000 * callers / all);
    int column = LABEL_CELLS + 2;
    struct safe_text share;

    show_permille(surface->style, permille, &share);
    surface_label(surface, (struct place){ row, 1, LABEL_CELLS, false },
                  LOOK(DIM, 0), label);
    chart_bar(surface, (struct place){ row, column, BAR_CELLS, false },
              LOOK(OK, 0), permille);
    surface_text(
        surface,
        (struct place){ row, column + BAR_CELLS + 1, SHARE_CELLS, true },
        LOOK(TEXT, 0), &share);
    return row + 1;
}

int flow_today_draw(const struct flow_counts *counts, const struct json_t *node,
                    const struct surface *surface, int row)
{
    assert(surface);
    struct flow_exit exits[FLOW_EXITS];
    size_t count = flow_kind_exits(node, exits);
    int64_t all = flow_counts_all(counts, node);
    int64_t hung_up = flow_counts_hung_up(counts, node);
    struct safe_text callers, text;

    if (all == 0)
        return row;
    show_count(surface->style, all, &callers);
    safe_text_format(&text, surface_say(surface, N_("Callers today: %s")),
                     callers.text);
    surface_text(surface, (struct place){ row++, 1, 0, false }, LOOK(TITLE, 0),
                 &text);
    for (size_t i = 0; i < count; i++) {
        int64_t went = flow_counts_of(counts, node, &exits[i]);

        if (went > 0)
            row = draw_way(surface, row, flow_kind_exit_name(&exits[i]), went,
                           all);
    }
    if (hung_up > 0)
        row = draw_way(surface, row, N_("hung up"), hung_up, all);
    return row;
}
