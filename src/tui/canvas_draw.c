/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws lines cell by cell from their bits, then boxes over them. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "lang/cells.h"
#include "tui/canvas_inside.h"

enum { RAY_STRONG = 16 }; /* of the selected box */

/* By the bits of a cell; a line that only ends there goes through it. */
static const enum glyph glyphs[] = {
    [RAY_UP] = GLYPH_DOWN_LINE,
    [RAY_RIGHT] = GLYPH_ACROSS,
    [RAY_DOWN] = GLYPH_DOWN_LINE,
    [RAY_LEFT] = GLYPH_ACROSS,
    [RAY_UP | RAY_DOWN] = GLYPH_DOWN_LINE,
    [RAY_LEFT | RAY_RIGHT] = GLYPH_ACROSS,
    [RAY_UP | RAY_RIGHT] = GLYPH_LOW_LEFT,
    [RAY_RIGHT | RAY_DOWN] = GLYPH_TOP_LEFT,
    [RAY_DOWN | RAY_LEFT] = GLYPH_TOP_RIGHT,
    [RAY_UP | RAY_LEFT] = GLYPH_LOW_RIGHT,
    [RAY_UP | RAY_RIGHT | RAY_DOWN] = GLYPH_TEE_RIGHT,
    [RAY_RIGHT | RAY_DOWN | RAY_LEFT] = GLYPH_TEE_DOWN,
    [RAY_UP | RAY_DOWN | RAY_LEFT] = GLYPH_TEE_LEFT,
    [RAY_UP | RAY_RIGHT | RAY_LEFT] = GLYPH_TEE_UP,
    [RAY_UP | RAY_RIGHT | RAY_DOWN | RAY_LEFT] = GLYPH_CROSS,
};

/* What is being drawn. */
struct scene {
    struct canvas *canvas;
    const struct surface *surface;
    const struct canvas_view *view;
    const struct canvas_face *face;
};

static struct look line_look(bool is_strong)
{
    return is_strong ? LOOK(RUN, LOOK_BOLD) : LOOK(LINE, 0);
}

static bool is_drawn(const struct scene *scene, size_t arrow)
{
    return scene->canvas->arrows[arrow].to >= 0 &&
           scene->canvas->ways[arrow].state != WAY_OUT;
}

static bool is_strong(const struct scene *scene, size_t arrow)
{
    const struct canvas *canvas = scene->canvas;

    return canvas->boxes[canvas->arrows[arrow].from].id ==
           scene->face->selected;
}

static bool room_for_lines(const struct scene *scene)
{
    size_t cells = (size_t)scene->view->rows * (size_t)scene->view->columns;
    struct canvas *canvas = scene->canvas;

    if (canvas->line_room < cells) {
        uint8_t *more = realloc(canvas->lines, cells);

        if (!more)
            return false;
        canvas->lines = more;
        canvas->line_room = cells;
    }
    memset(canvas->lines, 0, cells);
    return true;
}

static void draw_lines(const struct scene *scene)
{
    const struct canvas *canvas = scene->canvas;
    int columns = scene->view->columns;

    for (size_t i = 0; i < canvas->arrow_count; i++)
        if (is_drawn(scene, i))
            way_mark(&canvas->ways[i], scene->view, canvas->lines,
                     is_strong(scene, i) ? RAY_STRONG : 0);
    for (int row = 0; row < scene->view->rows; row++)
        for (int column = 0; column < columns; column++) {
            uint8_t cell = canvas->lines[row * columns + column];

            if (cell)
                surface_glyph(scene->surface, row, column,
                              line_look(cell & RAY_STRONG),
                              glyphs[cell & (RAY_STRONG - 1)]);
        }
}

/* As much of it as goes into the room: all, its first word, or nothing. */
static void cut_label(const char *label, int room,
                      char ret_label[CANVAS_LABEL_SIZE])
{
    size_t length = strlen(label);

    if ((int)cells_count(label) >= room)
        length = strcspn(label, " ");
    memcpy(ret_label, label, length);
    ret_label[length] = '\0';
    if ((int)cells_count(ret_label) >= room)
        ret_label[0] = '\0';
}

/* Beside the port, on the first part; a way that was found nowhere says so. */
static void draw_label(const struct scene *scene, size_t arrow)
{
    const struct way *way = &scene->canvas->ways[arrow];
    char label[CANVAS_LABEL_SIZE];
    int row = way->points[0].row - scene->view->top;
    int column = way->points[0].column + 1 - scene->view->left;
    int room =
        way->count > 1 ? way->points[1].column - way->points[0].column : 0;

    cut_label(way->state == WAY_FORCED ? "~"
                                       : scene->canvas->arrows[arrow].label,
              room, label);
    if (*label && column >= 0)
        surface_words(scene->surface, (struct place){ row, column, 0, false },
                      line_look(is_strong(scene, arrow)), label);
}

static void draw_head(const struct scene *scene, size_t arrow)
{
    const struct way *way = &scene->canvas->ways[arrow];
    const struct canvas_spot *end = &way->points[way->count - 1];
    static const enum glyph heads[] = { GLYPH_HEAD_UP, GLYPH_HEAD_RIGHT,
                                        GLYPH_HEAD_DOWN, GLYPH_HEAD_LEFT };

    surface_glyph(scene->surface, end->row - scene->view->top,
                  end->column - scene->view->left,
                  line_look(is_strong(scene, arrow)), heads[way->enters]);
}

/* An exit that leads nowhere: as is meant, or not yet. */
static void draw_end(const struct scene *scene,
                     const struct canvas_arrow *arrow)
{
    const struct canvas_box *box = &scene->canvas->boxes[arrow->from];
    int row = box->row + arrow->port - scene->view->top;
    int column = box->column + box->columns - scene->view->left;

    if (arrow->to == CANVAS_END) {
        surface_glyph(scene->surface, row, column, LOOK(LINE, 0), GLYPH_ACROSS);
        surface_glyph(scene->surface, row, column + 1, LOOK(LINE, 0),
                      GLYPH_STOP);
        return;
    }
    surface_glyph(scene->surface, row, column, LOOK(WARN, 0), GLYPH_ACROSS);
    surface_words(scene->surface, (struct place){ row, column + 1, 1, false },
                  LOOK(WARN, 0), "?");
}

static void draw_arrows(const struct scene *scene)
{
    const struct canvas *canvas = scene->canvas;

    if (room_for_lines(scene))
        draw_lines(scene);
    for (size_t i = 0; i < canvas->arrow_count; i++)
        if (is_drawn(scene, i)) {
            draw_label(scene, i);
            draw_head(scene, i);
        }
}

static bool is_selected(const struct scene *scene, int id)
{
    for (size_t i = 0; i < scene->face->other_count; i++)
        if (scene->face->others[i] == id)
            return true;
    return id == scene->face->selected;
}

/* The frame, opened where arrows leave and enter. */
static void draw_doors(const struct scene *scene, size_t index,
                       const struct surface *sheet)
{
    const struct canvas *canvas = scene->canvas;
    const struct canvas_box *box = &canvas->boxes[index];

    for (size_t i = 0; i < canvas->arrow_count; i++) {
        const struct canvas_arrow *arrow = &canvas->arrows[i];

        if (arrow->from == (int)index && arrow->to >= 0)
            surface_glyph(sheet, arrow->port, box->columns - 1, LOOK(LINE, 0),
                          GLYPH_TEE_RIGHT);
        if (arrow->to == (int)index && canvas->ways[i].state != WAY_OUT &&
            canvas->ways[i].enters == CANVAS_RIGHT)
            surface_glyph(sheet, canvas_entry(box) - box->row, 0, LOOK(LINE, 0),
                          GLYPH_TEE_LEFT);
    }
}

static void draw_focus(const struct surface *sheet, int rows, int columns)
{
    for (int row = 1; row < rows - 1; row++) {
        surface_glyph(sheet, row, 0, LOOK(TITLE, 0), GLYPH_FOCUS);
        surface_glyph(sheet, row, columns - 1, LOOK(TITLE, 0), GLYPH_FOCUS_END);
    }
    grid_flag(sheet->grid, 0, 1, columns - 2, LOOK_REVERSE);
}

/* A box alone, at the corner of the sheet. */
static void draw_sheet(const struct scene *scene, size_t index,
                       const struct surface *sheet)
{
    const struct canvas_box *box = &scene->canvas->boxes[index];
    const struct canvas_face *face = scene->face;
    struct surface all = surface_part(sheet, 0, 0, box->rows, box->columns);
    struct safe_text title;

    surface_fill(&all, LOOK(TEXT, 0));
    face->title(face->arg, box->id, &title);
    if (box->rows < 3) {
        surface_text(&all, (struct place){ 0, 0, box->columns, false },
                     LOOK(TEXT, is_selected(scene, box->id) ? LOOK_REVERSE : 0),
                     &title);
        return;
    }
    struct surface inside = surface_box(&all, title.text, NULL);
    face->inside(face->arg, box->id, &inside);
    draw_doors(scene, index, &all);
    if (is_selected(scene, box->id))
        draw_focus(&all, box->rows, box->columns);
}

/* What is seen of the sheet. */
static void copy_sheet(const struct scene *scene, const struct canvas_box *box)
{
    const struct surface *surface = scene->surface;
    int top = box->row - scene->view->top;
    int left = box->column - scene->view->left;

    for (int row = 0; row < box->rows; row++)
        for (int column = 0; column < box->columns; column++) {
            int to_row = top + row, to_column = left + column;

            if (to_row >= 0 && to_row < surface->rows && to_column >= 0 &&
                to_column < surface->columns)
                grid_put(surface->grid, surface->top + to_row,
                         surface->left + to_column,
                         *grid_cell(scene->canvas->sheet, row, column));
        }
}

static bool is_seen(const struct canvas_view *view,
                    const struct canvas_box *box)
{
    return box->row < view->top + view->rows &&
           box->row + box->rows > view->top &&
           box->column < view->left + view->columns &&
           box->column + box->columns > view->left;
}

static void draw_box(const struct scene *scene, size_t index)
{
    const struct canvas_box *box = &scene->canvas->boxes[index];

    if (!is_seen(scene->view, box))
        return;
    struct surface sheet =
        surface_of(scene->canvas->sheet, scene->surface->style);

    draw_sheet(scene, index, &sheet);
    copy_sheet(scene, box);
    if (box->id == scene->face->selected)
        surface_cursor(scene->surface, box->row - scene->view->top,
                       box->column - scene->view->left + 3, true);
}

void canvas_draw(struct canvas *canvas, const struct surface *surface,
                 const struct canvas_view *view, const struct canvas_face *face)
{
    assert(canvas && surface && view && face);
    const struct canvas_view seen = { view->top, view->left, surface->rows,
                                      surface->columns };
    const struct scene scene = { canvas, surface, &seen, face };

    draw_arrows(&scene);
    if (!canvas->sheet &&
        grid_new(CANVAS_BOX_ROWS, CANVAS_BOX_COLUMNS, &canvas->sheet) < 0)
        return;
    for (size_t i = 0; i < canvas->box_count; i++)
        draw_box(&scene, i);
    for (size_t i = 0; i < canvas->arrow_count; i++)
        if (canvas->arrows[i].to < 0)
            draw_end(&scene, &canvas->arrows[i]);
}
