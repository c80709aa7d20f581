/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Figures with what they were before: of queues and of trunks. */

#include "console/document_line.h"

#include <assert.h>

#include "base/mark.h"
#include "console/depth.h"
#include "console/document_figure.h"
#include "console/document_line_user.h"
#include "console/prompt_sounds.h"
#include "console/queue_way_words.h"
#include "console/show.h"
#include "tui/chart.h"

enum { LABEL_CELLS = 12, BAR_CELLS = 24 };

static const struct line {
    enum document_kind kind;
    enum document_line line;
    const char *label;
    int rows;
} lines[] = {
#define LINE(KIND, LINE, label, rows)                                          \
    { DOCUMENT_##KIND, LINE_##LINE, label, rows },
#include "console/document_column.def"
};

enum { LINES = sizeof(lines) / sizeof(lines[0]) };

int document_line_rows(enum document_kind kind)
{
    int rows = 0;

    for (int i = 0; i < LINES; i++)
        rows += lines[i].kind == kind ? lines[i].rows : 0;
    return rows;
}

/* "288 offered, 270 answered, 6.2 % abandoned, SLA 61.7 %" */
static void say_today(const struct style *style, const struct topic_queues *row,
                      const struct figures *figures, struct safe_text *ret_text)
{
    struct safe_text offered, answered, abandoned, level;

    show_count(style, row->offered, &offered);
    show_count(style, row->answered, &answered);
    show_permille(style, figures_abandon_permille(figures), &abandoned);
    show_permille(style, figures->level_permille, &level);
    safe_text_format(
        ret_text,
        show_say(style, N_("%s offered, %s answered, %s abandoned, SLA %s")),
        offered.text, answered.text, abandoned.text, level.text);
}

static void say_depth(const struct style *style, const struct figures *figures,
                      struct table_cell *ret_cell)
{
    struct safe_text now, most;

    depth_fill(style, figures, FIGURES_STEPS, ret_cell);
    most = ret_cell->text;
    show_count(style, figures->waiting, &now);
    safe_text_format(&ret_cell->text,
                     show_say(style, N_("%s now, at most %s in 2 hours")),
                     now.text, most.text);
}

static void fill_queue(const struct program *program, enum document_line line,
                       uint64_t id, struct table_cell *ret_cell)
{
    const struct style *style = ui_style(program->ui);
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_QUEUES, id);
    struct figures figures;

    if (line == LINE_QUEUE_WAYS) {
        queue_way_say_all(program, id, &ret_cell->text);
        return;
    }
    if (!row) {
        show_count(style, -1, &ret_cell->text);
        return;
    }
    figures_read(row->fields, 0, style->language, &figures);
    if (line == LINE_QUEUE_TODAY)
        say_today(style, row->fields, &figures, &ret_cell->text);
    else
        say_depth(style, &figures, ret_cell);
}

static void fill_rate(const struct style *style,
                      const struct topic_trunk_states *trunk,
                      struct table_cell *ret_cell)
{
    struct safe_text now, before;

    ret_cell->step_count = FIGURES_STEPS;
    figures_read_steps(trunk->history.text, ret_cell->steps);
    show_count(style, ret_cell->steps[FIGURES_STEPS - 1], &now);
    show_count(style, ret_cell->steps[FIGURES_STEPS - 2], &before);
    safe_text_format(
        &ret_cell->text,
        show_say(style, N_("%s in this minute, %s in the one before")),
        now.text, before.text);
}

/* What is drawn before the text: columns, or a bar. */
static int draw_before(const struct surface *surface,
                       const struct table_cell *cell, int permille)
{
    const struct series series = { cell->steps, cell->step_count, 0 };
    struct place place = { 0, LABEL_CELLS, 0, false };

    if (cell->step_count > 0) {
        place.cells = (int)cell->step_count;
        chart_spark(surface, place, cell->look, &series);
    } else if (permille >= 0) {
        place.cells = BAR_CELLS;
        chart_bar(surface, place, cell->look, permille);
    }
    return place.cells > 0 ? place.cells + 2 : 0;
}

/* @return how full it is, in permille; -1: this is no bar */
static int fill_trunk(const struct program *program, enum document_line line,
                      uint64_t id, struct table_cell *ret_cell)
{
    const struct style *style = ui_style(program->ui);
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_TRUNK_STATES, id);
    const struct topic_trunk_states *trunk = row ? row->fields : NULL;

    if (trunk && line == LINE_TRUNK_RATE)
        fill_rate(style, trunk, ret_cell);
    if (trunk && line != LINE_TRUNK_RATE)
        document_figure_show_trunk(program, TRUNK_CALLS, id, ret_cell);
    if (!trunk)
        show_count(style, -1, &ret_cell->text);
    return trunk && line != LINE_TRUNK_RATE && trunk->max_channels > 0
               ? (int)(1000 * trunk->calls / trunk->max_channels)
               : -1;
}

static void draw_line(const struct program *program,
                      const struct surface *surface, const struct line *line,
                      uint64_t id)
{
    struct table_cell cell = { .look = LOOK(TEXT, 0) };
    int permille = -1;

    if (line->kind == DOCUMENT_TRUNK)
        permille = fill_trunk(program, line->line, id, &cell);
    else if (line->kind == DOCUMENT_USER)
        document_line_fill_user(program, line->line, id, &cell);
    else
        fill_queue(program, line->line, id, &cell);
    int used = draw_before(surface, &cell, permille);
    if (cell.has_glyph)
        used += 1 + surface_glyph(surface, 0, LABEL_CELLS + used, cell.look,
                                  cell.glyph);
    surface_text(surface, (struct place){ 0, LABEL_CELLS + used, 0, false },
                 cell.look, &cell.text);
}

void document_line_draw(const struct program *program,
                        const struct surface *surface, enum document_kind kind,
                        const struct replica_row *document)
{
    assert(program && surface && document);
    int row = 0;

    for (int i = 0; i < LINES; i++) {
        const struct line *line = &lines[i];
        struct surface part =
            surface_part(surface, row, 0, line->rows, surface->columns);
        struct surface rest = surface_part(&part, 0, LABEL_CELLS, part.rows,
                                           part.columns - LABEL_CELLS - 1);

        if (line->kind != kind)
            continue;
        surface_label(&part, (struct place){ 0, 1, LABEL_CELLS - 2, false },
                      LOOK(DIM, 0), line->label);
        if (line->line == LINE_USER_RIGHTS)
            document_line_draw_rights(&rest, document->fields);
        else if (line->line == LINE_PROMPT_SOUND)
            prompt_sounds_draw(program, document->id, &rest);
        else
            draw_line(program, &part, line, document->id);
        row += line->rows;
    }
}
