/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Six figures, each with what it was in the last minutes. */

#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/cockpit_inside.h"
#include "console/document_value.h"
#include "console/naming.h"
#include "console/show.h"
#include "tui/chart.h"

static const char *const names[FIGURE_COUNT] = {
    [FIGURE_CALLS] = N_("In calls"), [FIGURE_WAITING] = N_("Waiting"),
    [FIGURE_LEVEL] = N_("SLA"),      [FIGURE_ABANDONED] = N_("Abandoned"),
    [FIGURE_HANDLING] = N_("AHT"),   [FIGURE_READY] = N_("Ready"),
};

static void read_values(const struct wallboard *board,
                        int64_t ret_values[FIGURE_COUNT])
{
    const struct figures *all = &board->all;

    ret_values[FIGURE_CALLS] = all->talking;
    ret_values[FIGURE_WAITING] = all->waiting;
    ret_values[FIGURE_LEVEL] = all->level_permille;
    ret_values[FIGURE_ABANDONED] = figures_abandon_permille(all);
    ret_values[FIGURE_HANDLING] = all->handling_us;
    ret_values[FIGURE_READY] = all->available;
    for (int i = 0; i < FIGURE_COUNT; i++)
        if (!board->is_known || ret_values[i] < 0)
            ret_values[i] = CHART_UNKNOWN;
}

/* The last step is what is so now; a minute later it stays, and another one
   begins. Minutes that nobody looked at are left out. */
static void note_values(struct cockpit_trend *trend, int64_t now_us,
                        const int64_t values[FIGURE_COUNT])
{
    bool begins = now_us >= trend->due_us;

    if (begins) {
        trend->due_us = now_us + TREND_STEP_S * INT64_C(1000000);
        if (trend->count < TREND_STEPS)
            trend->count++;
    }
    for (int i = 0; i < FIGURE_COUNT; i++) {
        int64_t *series = trend->values[i];

        if (begins)
            memmove(&series[0], &series[1],
                    (TREND_STEPS - 1) * sizeof(series[0]));
        series[TREND_STEPS - 1] = values[i];
    }
}

static void word_value(const struct style *style, enum cockpit_figure figure,
                       int64_t value, struct safe_text *ret_text)
{
    if (value == CHART_UNKNOWN)
        show_count(style, -1, ret_text);
    else if (figure == FIGURE_LEVEL || figure == FIGURE_ABANDONED)
        show_permille(style, value, ret_text);
    else if (figure == FIGURE_HANDLING)
        show_span(style, value, ret_text);
    else
        show_count(style, value, ret_text);
}

/* What belongs to the figure. */
static void word_below(const struct surface *surface,
                       enum cockpit_figure figure, const struct figures *all,
                       struct safe_text *ret_text)
{
    const int64_t counts[FIGURE_COUNT] = {
        [FIGURE_CALLS] = all->logged_in,
        [FIGURE_LEVEL] = all->answered_in_time,
        [FIGURE_ABANDONED] = all->abandoned,
        [FIGURE_HANDLING] = all->handled,
        [FIGURE_READY] = all->paused,
    };
    struct safe_text text;

    if (figure == FIGURE_WAITING)
        show_span(surface->style, all->oldest_us, &text);
    else
        show_count(surface->style, counts[figure], &text);
    safe_text_format(
        ret_text,
        surface_say(surface, figure == FIGURE_CALLS       ? N_("%s signed in")
                             : figure == FIGURE_WAITING   ? N_("oldest %s")
                             : figure == FIGURE_LEVEL     ? N_("%s in time")
                             : figure == FIGURE_ABANDONED ? N_("%s abandoned")
                             : figure == FIGURE_HANDLING  ? N_("%s handled")
                                                          : N_("%s paused")),
        text.text);
}

static struct look look_of(enum cockpit_figure figure,
                           const struct figures *all)
{
    const struct limits none = { 0 };
    struct limits limits = grade_limits(&none, all);
    enum grade grade = figure == FIGURE_WAITING ? grade_waiting(&limits, all)
                       : figure == FIGURE_LEVEL ? grade_level(&limits, all)
                                                : GRADE_GOOD;

    return grade > GRADE_GOOD ? grade_look(grade) : LOOK(TITLE, 0);
}

/* The server tells how many waited, in steps of five minutes; of the others we
   know what we have seen. */
static struct series series_of(const struct cockpit *cockpit,
                               enum cockpit_figure figure,
                               const struct figures *all)
{
    size_t count = cockpit->trend.count;

    if (figure == FIGURE_WAITING)
        return (struct series){ &all->history[FIGURES_STEPS - TREND_STEPS],
                                TREND_STEPS, 0 };
    return (struct series){ &cockpit->trend.values[figure][TREND_STEPS - count],
                            count, 0 };
}

static void draw_figure(const struct cockpit *cockpit,
                        const struct surface *surface,
                        enum cockpit_figure figure, const struct figures *all)
{
    const int64_t *values = cockpit->trend.values[figure];
    struct series series = series_of(cockpit, figure, all);
    struct surface inside =
        surface_box(surface, surface_say(surface, names[figure]), NULL);
    int spark = inside.columns - 1 - TREND_STEPS;
    struct safe_text value, text, below;

    word_value(surface->style, figure, values[TREND_STEPS - 1], &value);
    surface_text(&inside, (struct place){ 0, 1, 0, false },
                 look_of(figure, all), &value);
    chart_spark(&inside,
                (struct place){ 0, spark + TREND_STEPS - (int)series.count,
                                (int)series.count, false },
                LOOK(DIM, 0), &series);
    word_below(surface, figure, all, &text);
    safe_text_format(&below, " %s ", text.text);
    surface_text(surface, (struct place){ 2, 2, surface->columns - 4, false },
                 LOOK(DIM, 0), &below);
}

/* What is chosen; "": all. */
static int draw_choice(const struct surface *surface, int column,
                       const char *msgid, const struct safe_text *name)
{
    const char *open = glyph_text(surface->style->tier, GLYPH_OPEN_FIELD);
    const char *close = glyph_text(surface->style->tier, GLYPH_CLOSE_FIELD);
    struct safe_text choice;

    safe_text_format(
        &choice, "%s %s %s", open,
        name->text[0] ? name->text : surface_say(surface, N_("all")), close);
    column +=
        1 + surface_label(surface,
                          (struct place){ STRIP_ROWS - 1, column, 0, false },
                          LOOK(DIM, 0), msgid);
    return column + 3 +
           surface_text(surface,
                        (struct place){ STRIP_ROWS - 1, column, 0, false },
                        name->text[0] ? LOOK(WARN, 0) : LOOK(TEXT, 0), &choice);
}

void cockpit_name_floor(const struct program *program,
                        struct safe_text *ret_team, struct safe_text *ret_queue)
{
    const struct program_floor *floor = &program->floor;
    const struct name unknown = { "?" };

    safe_text_copy(ret_team, "");
    safe_text_copy(ret_queue, "");
    if (floor->team_id)
        document_name(program, DOCUMENT_TEAM, floor->team_id, ret_team);
    if (floor->queue_id)
        naming_queue(program, floor->queue_id, &unknown, ret_queue);
}

static void draw_choices(const struct program *program,
                         const struct surface *surface)
{
    struct safe_text team, queue;

    cockpit_name_floor(program, &team, &queue);
    int column = draw_choice(surface, 1, N_("Team"), &team);
    (void)draw_choice(surface, column, N_("Queue"), &queue);
}

/* How much of the floor is shown. */
static void draw_counts(const struct cockpit *cockpit,
                        const struct surface *surface)
{
    static const char *const labels[] = { N_("Queues"), N_("Agents"),
                                          N_("Calls") };
    static const enum cockpit_pane panes[] = { PANE_QUEUES, PANE_AGENTS,
                                               PANE_CALLS };
    struct safe_text line = { .text = "" };

    for (size_t i = 0; i < sizeof(panes) / sizeof(panes[0]); i++) {
        struct safe_text before = line, count;

        show_count(surface->style,
                   (int64_t)roll_count(cockpit->rolls[panes[i]]), &count);
        safe_text_format(&line, "%s%s%s %s", before.text, i ? "   " : "",
                         surface_say(surface, labels[i]), count.text);
    }
    surface_text(
        surface,
        (struct place){ STRIP_ROWS - 1, surface->columns - 52, 50, true },
        LOOK(DIM, 0), &line);
}

void cockpit_draw_strip(struct cockpit *cockpit, const struct surface *surface)
{
    struct program *program = cockpit->program;
    struct wallboard board = { .queue_count = 0 };
    struct figures *queues = cockpit_gather(program, &board);
    int width = surface->columns / FIGURE_COUNT;
    int64_t values[FIGURE_COUNT];

    read_values(&board, values);
    note_values(&cockpit->trend, program_now_us(program), values);
    for (int i = 0; i < FIGURE_COUNT; i++) {
        struct surface part =
            surface_part(surface, 0, i * width, STRIP_ROWS - 1, width);

        draw_figure(cockpit, &part, (enum cockpit_figure)i, &board.all);
    }
    draw_choices(program, surface);
    draw_counts(cockpit, surface);
    free(queues);
}
