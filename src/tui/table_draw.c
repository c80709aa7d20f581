/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headings, and the rows in sight. */

#include "tui/table.h"

#include <assert.h>

#include "lang/cells.h"
#include "tui/chart.h"
#include "tui/layout.h"
#include "tui/speech.h"
#include "tui/table_inside.h"

enum {
    SIGN_CELLS = 3, /* before the first column: focus, mark or glyph, blank */
    GAP = 2,
};

static void share_columns(const struct table *table, int length,
                          struct box *boxes)
{
    for (int i = 0; i < table->column_count; i++) {
        boxes[i] = (struct box){ .cells = 0 };
        if (table_is_left_out(table, i))
            continue;
        boxes[i] = (struct box){
            .min = table->columns[i].min,
            .want = table->columns[i].want,
            .weight = table->columns[i].weight,
            .drop = table->columns[i].drop,
        };
    }
    layout_share(boxes, table->column_count, length, GAP);
}

/* The sign of the order stands behind the name, if need be in the gap. */
static void draw_heading(const struct table *table, const struct surface *line,
                         const struct box *box, int column)
{
    const char *name = surface_say(line, table->columns[column].name);
    bool is_right = table->columns[column].is_right;
    int used =
        surface_words(line, (struct place){ 0, box->at, box->cells, is_right },
                      LOOK(DIM, 0), name);

    if (column == table->sorted_by)
        surface_glyph(
            line, 0, box->at + (is_right ? box->cells : used), LOOK(TITLE, 0),
            table->is_descending ? GLYPH_DESCENDING : GLYPH_ASCENDING);
}

static void draw_headings(const struct table *table, const struct surface *line,
                          const struct box *boxes)
{
    for (int i = 0; i < table->column_count; i++)
        if (boxes[i].cells > 0)
            draw_heading(table, line, &boxes[i], i);
}

static void draw_cell(const struct surface *line, const struct box *box,
                      bool is_right, const struct table_cell *cell)
{
    struct place place = { 0, box->at, box->cells, is_right };
    const struct series series = { cell->steps, cell->step_count, 0 };

    if (cell->step_count > 0) {
        chart_spark(line, place, cell->look, &series);
        return;
    }
    if (cell->has_glyph && is_right) {
        int cells = (int)cells_count(cell->text.text);
        const char *glyph = glyph_text(line->style->tier, cell->glyph);
        int column = box->at + box->cells - cells - 1 - (int)cells_count(glyph);

        if (column >= box->at)
            surface_glyph(line, 0, column, cell->look, cell->glyph);
    } else if (cell->has_glyph) {
        int used = surface_glyph(line, 0, box->at, cell->look, cell->glyph);

        place.column += used + 1;
        place.cells -= used + 1;
        if (place.cells < 1)
            return;
    }
    surface_text(line, place, cell->look, &cell->text);
}

static void draw_signs(const struct table *table, const struct surface *line,
                       const struct table_row *row, bool is_selected)
{
    if (is_selected)
        surface_glyph(line, 0, 1, LOOK(TEXT, 0), GLYPH_FOCUS);
    if (table_is_marked(table, row->id))
        surface_glyph(line, 0, 2, LOOK(TITLE, 0), GLYPH_MARKED);
    else if (row->has_glyph)
        surface_glyph(line, 0, is_selected ? 2 : 1,
                      (struct look){ (uint8_t)row->role, 0 }, row->glyph);
}

static void draw_row(struct table *table, const struct surface *surface,
                     int row, const struct box *boxes, size_t at)
{
    struct surface line = surface_part(surface, row, 0, 1, surface->columns);
    struct surface cells =
        surface_part(&line, 0, SIGN_CELLS, 1, line.columns - SIGN_CELLS);
    size_t source_row = table_row_at(table, at);
    struct table_row found = { 0 };

    if (source_row == SIZE_MAX)
        return;
    table->source.row(table->source.arg, source_row, &found);
    draw_signs(table, &line, &found,
               table->has_selected && found.id == table->selected);
    for (int i = 0; i < table->column_count; i++) {
        struct table_cell cell = { .text.text = "" };

        if (boxes[i].cells == 0)
            continue;
        table->source.cell(table->source.arg, source_row, i, &cell);
        draw_cell(&cells, &boxes[i], table->columns[i].is_right, &cell);
    }
}

/* The whole row, also the columns that a narrow screen drops. */
static void speak(struct table *table, const struct surface *surface, size_t at,
                  size_t count)
{
    struct spoken *speech = speech_of(surface);
    enum language language = surface->style->language;
    size_t source_row = speech ? table_row_at(table, at) : SIZE_MAX;
    struct table_row row = { 0 };

    if (source_row == SIZE_MAX)
        return;
    table->source.row(table->source.arg, source_row, &row);
    speech_begin(speech, row.id);
    speech_row(speech, language, at, count);
    if (table_is_marked(table, row.id))
        speech_part(speech, language, surface_say(surface, N_("marked")));
    for (int i = 0; i < table->column_count; i++) {
        const struct table_column *column = &table->columns[i];
        struct table_cell cell = { .text.text = "" };

        if (table_is_left_out(table, i))
            continue;
        table->source.cell(table->source.arg, source_row, i, &cell);
        if (column->is_right)
            speech_named(speech, language, surface_say(surface, column->name),
                         cell.text.text);
        else
            speech_part(speech, language, cell.text.text);
    }
    if (row.has_glyph)
        speech_role(speech, language, row.role);
}

static void scroll(struct table *table, size_t selected, size_t count)
{
    size_t page = table->page > 0 ? (size_t)table->page : 1;

    if (selected == SIZE_MAX) {
        table->top = count > table->top ? table->top : 0;
        return;
    }
    if (selected < table->top)
        table->top = selected;
    if (selected >= table->top + page)
        table->top = selected - page + 1;
    if (table->top + page > count)
        table->top = count > page ? count - page : 0;
}

/* What was to be selected may never come: a filter may be in its way. */
static void await(struct table *table, int64_t now_us)
{
    if (!table->is_awaited)
        return;
    if (table->awaited_us == INT64_MIN)
        table->awaited_us = now_us + TABLE_AWAITED_US;
    else if (now_us >= table->awaited_us)
        table->is_awaited = false;
}

void table_draw(struct table *table, const struct surface *surface,
                bool has_focus, int64_t now_us)
{
    assert(table && surface);
    struct surface whole = *surface;
    struct box boxes[TABLE_COLUMNS];

    if (whole.columns > TABLE_ROW_CELLS)
        whole.columns = TABLE_ROW_CELLS;
    struct surface cells = surface_part(&whole, 0, SIGN_CELLS, whole.rows,
                                        whole.columns - SIGN_CELLS);
    await(table, now_us);
    table_order(table, now_us);
    share_columns(table, cells.columns - 1, boxes);
    draw_headings(table, &cells, boxes);

    size_t count = table_row_count(table), selected = table_selected_at(table);
    table->page = whole.rows > 1 ? whole.rows - 1 : 0;
    table->screen_row = whole.top;
    scroll(table, selected, count);
    for (int row = 1; row <= table->page; row++)
        if (table->top + (size_t)row - 1 < count)
            draw_row(table, &whole, row, boxes, table->top + (size_t)row - 1);
    if (has_focus && selected != SIZE_MAX) {
        surface_focus(&whole, (int)(selected - table->top) + 1);
        speak(table, &whole, selected, count);
    } else if (has_focus)
        surface_cursor(&whole, 1, 0, true);
}
