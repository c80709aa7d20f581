/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas of a flow, band by band. */

#include "console/flow_picture.h"

#include <assert.h>
#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#include "console/flow_scene.h"
#include "tui/terminal.h"

enum { BAND_ROWS = 64, BESIDE_COLUMNS = 40, BELOW_ROWS = 12 };

struct picture {
    struct flow_draft *draft;
    struct canvas *canvas;
    struct style style;
    struct grid *grid;
};

static void word_title(void *arg, int number, struct safe_text *ret_title)
{
    const struct picture *picture = arg;
    struct safe_text title;

    flow_scene_title(picture->draft,
                     (size_t)flow_draft_find(picture->draft, number),
                     picture->style.language, &title);
    safe_text_format(ret_title, "%d %s", number, title.text);
}

static void draw_inside(void *arg, int number, const struct surface *surface)
{
    const struct picture *picture = arg;

    flow_scene_draw(NULL, picture->draft, number, surface);
}

static bool is_blank_row(const struct grid *grid, int row)
{
    for (int column = 0; column < grid_columns(grid); column++)
        if (grid_cell(grid, row, column)->points[0] > ' ')
            return false;
    return true;
}

/* The rows up to the last one with something in it. */
static int used_rows(const struct grid *grid)
{
    int rows = grid_rows(grid);

    while (rows > 0 && is_blank_row(grid, rows - 1))
        rows--;
    return rows;
}

static int draw_band(struct picture *picture, int top, int rows, int columns)
{
    const struct canvas_face face = { .inside = draw_inside,
                                      .title = word_title,
                                      .arg = picture,
                                      .selected = -1 };
    const struct canvas_view view = { top, 0, rows, columns };

    picture->grid = grid_free(picture->grid);
    int rc = grid_new(rows, columns, &picture->grid);
    if (rc < 0)
        return rc;
    struct surface surface = surface_of(picture->grid, &picture->style);
    canvas_draw(picture->canvas, &surface, &view, &face);
    return 0;
}

/* Arrows may run below the last box; what is blank below them is not printed.
 */
static int print_bands(struct picture *picture, int rows, int columns,
                       FILE *file)
{
    for (int top = 0, rc; top < rows + BELOW_ROWS; top += BAND_ROWS) {
        rc = draw_band(picture, top, BAND_ROWS, columns);
        int used = rc < 0 ? 0 : used_rows(picture->grid);

        if (rc == 0 && top + BAND_ROWS >= rows && used > 0)
            rc = draw_band(picture, top, used, columns);
        if (rc < 0)
            return rc;
        if (used == 0 && top >= rows)
            break;
        (void)grid_print(picture->grid, file);
    }
    return 0;
}

static int print(struct picture *picture, FILE *file)
{
    const struct canvas_view all = { 0, 0, CANVAS_ROWS, CANVAS_COLUMNS };
    int rows, columns, rc = flow_scene_settle(picture->draft);

    if (rc == 0)
        rc = flow_scene_set(picture->draft, NULL, picture->canvas);
    if (rc < 0)
        return rc;
    (void)canvas_lay(picture->canvas, &all, SIZE_MAX);
    canvas_extent(picture->canvas, &rows, &columns);
    columns += BESIDE_COLUMNS;
    bool is_cut = columns > FLOW_PICTURE_COLUMNS;
    rc = print_bands(picture, rows, is_cut ? FLOW_PICTURE_COLUMNS : columns,
                     file);
    return rc < 0 ? rc : is_cut;
}

int flow_picture_print(const struct json_t *text, enum language language,
                       FILE *file)
{
    assert(text && file);
    struct picture picture = { .style = { terminal_tier_of_locale(),
                                          language } };
    int rc = flow_draft_new(NULL, text, &picture.draft);

    if (rc == 0)
        rc = canvas_new(&picture.canvas);
    if (rc == 0)
        rc = print(&picture, file);
    grid_free(picture.grid);
    canvas_free(picture.canvas);
    flow_draft_free(picture.draft);
    return rc;
}
