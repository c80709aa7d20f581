/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for each queue, as many columns as the width has room for. */

#include "console/wallboard_inside.h"

#include <assert.h>

#include "base/mark.h"
#include "console/show.h"
#include "lang/cells.h"
#include "tui/chart.h"
#include "tui/layout.h"

enum column {
    COLUMN_QUEUE,
    COLUMN_WAITING,
    COLUMN_OLDEST,
    COLUMN_LEVEL,
    COLUMN_ABANDONED,
    COLUMN_READY,
    COLUMN_TALKING,
    COLUMN_HANDLED,
    COLUMN_HANDLING,
    COLUMN_HISTORY,
    COLUMN_COUNT,
};

static const struct {
    const char *name;
    int min, drop;
} columns[] = {
    [COLUMN_QUEUE] = { N_("Queue"), 10, 0 },
    [COLUMN_WAITING] = { N_("Waiting"), 3, 0 },
    [COLUMN_OLDEST] = { N_("Oldest"), 7, 0 },
    [COLUMN_LEVEL] = { N_("SLA"), 8, 2 },
    [COLUMN_ABANDONED] = { N_("Aban."), 8, 4 },
    [COLUMN_READY] = { N_("Free"), 3, 1 },
    [COLUMN_TALKING] = { N_("On call"), 3, 6 },
    [COLUMN_HANDLED] = { N_("Handled"), 5, 7 },
    [COLUMN_HANDLING] = { N_("AHT"), 6, 8 },
    [COLUMN_HISTORY] = { N_("Last hour"), FIGURES_STEPS / 2, 5 },
};

enum {
    MARGIN = 3,
    GAP = 2,
    WIDE = 120,
    WIDE_GAP = 4,
    NAME_MAX_CELLS = 40,
};

static void place_columns(const struct surface *surface,
                          struct box boxes[COLUMN_COUNT])
{
    for (int i = 0; i < COLUMN_COUNT; i++) {
        int name = (int)cells_count(surface_say(surface, columns[i].name));

        boxes[i] = (struct box){
            .min = columns[i].min > name ? columns[i].min : name,
            .drop = columns[i].drop,
        };
    }
    boxes[COLUMN_QUEUE].max = NAME_MAX_CELLS;
    boxes[COLUMN_QUEUE].weight = 1;
    if (surface->columns >= WIDE)
        boxes[COLUMN_HISTORY].want = FIGURES_STEPS;
    layout_share(boxes, COLUMN_COUNT, surface->columns - MARGIN - 1,
                 surface->columns >= WIDE ? WIDE_GAP : GAP);
    for (int i = 0; i < COLUMN_COUNT; i++)
        boxes[i].at += MARGIN;
}

static void fill_cell(const struct style *style, const struct figures *figures,
                      enum column column, struct safe_text *ret_text)
{
    switch (column) {
    case COLUMN_QUEUE:
        safe_text_copy(ret_text, figures->label.text);
        break;
    case COLUMN_WAITING:
        show_count(style, figures->waiting, ret_text);
        break;
    case COLUMN_OLDEST:
        show_span(style, figures->oldest_us, ret_text);
        break;
    case COLUMN_LEVEL:
        show_permille(style, figures->level_permille, ret_text);
        break;
    case COLUMN_ABANDONED:
        show_permille(style, figures_abandon_permille(figures), ret_text);
        break;
    case COLUMN_READY:
        show_count(style, figures->available, ret_text);
        break;
    case COLUMN_TALKING:
        show_count(style, figures->talking, ret_text);
        break;
    case COLUMN_HANDLED:
        show_count(style, figures->handled, ret_text);
        break;
    case COLUMN_HANDLING:
        show_span(style, figures->handling_us, ret_text);
        break;
    case COLUMN_HISTORY:
    case COLUMN_COUNT:
        break;
    }
}

static struct look cell_look(const struct limits *limits,
                             const struct figures *figures, enum column column)
{
    enum grade grade = column == COLUMN_WAITING ? grade_waiting(limits, figures)
                       : column == COLUMN_OLDEST ? grade_oldest(limits, figures)
                       : column == COLUMN_LEVEL  ? grade_level(limits, figures)
                                                 : GRADE_GOOD;

    return grade > GRADE_GOOD ? grade_look(grade) : LOOK(TEXT, 0);
}

/* As many steps as there are cells for, but what the heading says. */
static int history_steps(const struct box *box)
{
    return box->cells < FIGURES_STEPS ? FIGURES_STEPS / 2 : FIGURES_STEPS;
}

static void draw_queue(const struct surface *surface, int row,
                       const struct box *boxes, const struct wallboard *board,
                       const struct figures *figures)
{
    struct limits limits = grade_limits(&board->limits, figures);
    enum grade grade =
        board->is_known ? grade_queue(&limits, figures) : GRADE_OFF;
    const struct series series = { figures->history, FIGURES_STEPS, 0 };

    surface_glyph(surface, row, 1, grade_look(grade), grade_glyph(grade));
    for (int i = 0; i < COLUMN_COUNT; i++) {
        struct place place = { row, boxes[i].at, boxes[i].cells,
                               i != COLUMN_QUEUE };
        struct safe_text text;

        if (boxes[i].cells == 0)
            continue;
        if (i == COLUMN_HISTORY) {
            place.cells = history_steps(&boxes[i]);
            chart_spark(surface, place, LOOK(TEXT, 0), &series);
            continue;
        }
        fill_cell(surface->style, figures, (enum column)i, &text);
        surface_text(surface, place,
                     cell_look(&limits, figures, (enum column)i), &text);
    }
}

static void draw_heading(const struct surface *surface, const struct box *boxes)
{
    for (int i = 0; i < COLUMN_COUNT; i++) {
        bool is_left = i == COLUMN_QUEUE || i == COLUMN_HISTORY;
        const char *name = columns[i].name;

        if (i == COLUMN_HISTORY && history_steps(&boxes[i]) == FIGURES_STEPS)
            name = N_("Last 2 hours");
        if (boxes[i].cells > 0)
            surface_label(
                surface,
                (struct place){ 0, boxes[i].at, boxes[i].cells, !is_left },
                LOOK(DIM, 0), name);
    }
}

/* The worst first; of equals, in the order given. */
static size_t sort_worst(const struct wallboard *board,
                         size_t ret_order[WALLBOARD_QUEUES])
{
    size_t count = 0;

    for (int grade = GRADE_CRITICAL; grade >= GRADE_OFF; grade--)
        for (size_t i = 0; i < board->queue_count; i++) {
            const struct figures *queue = &board->queues[i];
            struct limits limits = grade_limits(&board->limits, queue);

            if ((int)grade_queue(&limits, queue) == grade)
                ret_order[count++] = i;
        }
    return count;
}

int wallboard_list_rows(const struct wallboard *board)
{
    return 1 + (int)board->queue_count;
}

void wallboard_draw_list(const struct surface *surface,
                         const struct wallboard *board)
{
    struct box boxes[COLUMN_COUNT];
    size_t order[WALLBOARD_QUEUES];
    size_t count = board->queue_count, room = (size_t)surface->rows - 1;
    bool fits = count <= room;
    int step = fits && 2 * count <= room ? 2 : 1;
    struct safe_text more;

    assert(count <= WALLBOARD_QUEUES);
    if (surface->rows < 2)
        return;
    place_columns(surface, boxes);
    draw_heading(surface, boxes);
    if (!fits)
        sort_worst(board, order);
    size_t shown = fits ? count : room - 1;
    for (size_t i = 0; i < shown; i++)
        draw_queue(surface, (int)i * step + step, boxes, board,
                   &board->queues[fits ? i : order[i]]);
    if (fits)
        return;
    safe_text_format(&more,
                     P_(surface->style->language, "%zu more queue",
                        "%zu more queues", count - shown),
                     count - shown);
    int at = surface_glyph(surface, surface->rows - 1, MARGIN, LOOK(DIM, 0),
                           GLYPH_MORE);
    surface_text(surface,
                 (struct place){ surface->rows - 1, MARGIN + at + 1, 0, false },
                 LOOK(DIM, 0), &more);
}
