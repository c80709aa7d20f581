/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Builds one frame. */

#include "tui/ui.h"

#include <assert.h>
#include <string.h>

#include "tui/columns.h"
#include "tui/ui_inside.h"

enum { CHROME_ROWS = 3 }; /* header, message line, footer */

static const int64_t LONG_US = 20000000;

static void layer_name(const struct ui *ui, const struct layer *layer,
                       struct safe_text *ret_name)
{
    if (layer->kind->trail)
        layer->kind->trail(layer->state, ret_name);
    else if (layer->kind->name)
        safe_text_copy(ret_name,
                       lang_text(ui->setup.style.language, layer->kind->name));
    else
        safe_text_copy(ret_name, "");
}

void ui_trail(const struct ui *ui, struct safe_text *ret_trail)
{
    char trail[4 * SAFE_TEXT_SIZE] = "";
    size_t length = 0;

    for (int i = 0; i < ui->count; i++) {
        struct safe_text name;

        if (ui->layers[i].kind->is_popup)
            continue;
        layer_name(ui, &ui->layers[i], &name);
        int written = snprintf(
            trail + length, sizeof(trail) - length, "%s%s%s%s",
            length ? " " : "",
            length ? glyph_text(ui->setup.style.tier, GLYPH_CRUMB) : "",
            length ? " " : "", name.text);
        if (written < 0 || (size_t)written >= sizeof(trail) - length)
            break;
        length += (size_t)written;
    }
    safe_text_copy(ret_trail, trail);
}

static void draw_header(struct ui *ui, const struct surface *screen)
{
    struct header header = { .state_role = ROLE_TEXT };

    ui_trail(ui, &header.trail);
    if (ui->setup.header)
        ui->setup.header(ui->setup.arg, &header);
    header_draw(screen, &header);
}

/* A sentence stays as it was said, so that a clock in it is not read out each
 * second. */
static void announce(struct ui *ui)
{
    const struct layer *layer = ui_layer(ui);
    const void *whose = layer ? layer->state : NULL;
    bool is_other = whose != ui->said_of || ui->heard.what != ui->said.what ||
                    !ui->said.text[0];
    bool is_changed =
        ui->announce == ANNOUNCE_CHANGES && ui->heard.sum != ui->said.sum;

    if (ui->announce == ANNOUNCE_OFF || is_other || is_changed)
        ui->said = ui->heard;
    ui->said_of = whose;
}

/* What is filtered by, and what has the focus. */
static void draw_quiet(struct ui *ui, const struct surface *row)
{
    const struct layer *layer = ui_layer(ui);
    int column = 1;

    if (layer && layer->filter[0]) {
        surface_words(row, (struct place){ 0, 1, 0, false }, LOOK(KEY, 0), "/");
        column = 5 + surface_words(row, (struct place){ 0, 3, 0, false },
                                   LOOK(TEXT, 0), layer->filter);
    }
    if (ui->said.text[0] && column < row->columns)
        surface_words(row, (struct place){ 0, column, 0, false }, LOOK(TEXT, 0),
                      ui->said.text);
}

/* A long one covers the last rows of the screen until it has been read; an
 * error then keeps its one. */
static void draw_said(const struct surface *screen,
                      const struct message *message, int64_t now_us)
{
    int rows = message_rows(message, screen->columns);
    int most = screen->rows / 8 > 1 && now_us - message->at_us < LONG_US
                   ? screen->rows / 8
                   : 1;

    if (rows > most)
        rows = most;
    struct surface place =
        surface_part(screen, screen->rows - 1 - rows, 0, rows, screen->columns);
    surface_fill(&place, LOOK(TEXT, 0));
    message_draw(&place, message);
}

static void draw_message(struct ui *ui, const struct surface *screen)
{
    struct surface row =
        surface_part(screen, screen->rows - 2, 0, 1, screen->columns);

    if (ui->is_filtering) {
        surface_words(&row, (struct place){ 0, 1, 0, false }, LOOK(KEY, 0),
                      "/");
        edit_draw(&ui->filter, &row,
                  (struct place){ 0, 3, row.columns - 4, false },
                  (struct edit_manner){ LOOK(TEXT, 0), true, false });
        return;
    }

    const struct message *message =
        message_log_current(ui->messages, ui_now_us(ui));
    if (message)
        draw_said(screen, message, ui_now_us(ui));
    else
        draw_quiet(ui, &row);
}

/* In the middle; what does not fit takes all the room there is. */
static struct surface popup_place(const struct layer *layer,
                                  const struct surface *body)
{
    int rows = body->rows, columns = body->columns;

    if (layer->kind->size)
        layer->kind->size(layer->state, &rows, &columns);
    rows += 2;
    columns += 2;
    if (rows > body->rows || columns > body->columns)
        return *body;
    return surface_part(body, (body->rows - rows) / 2,
                        (body->columns - columns) / 2, rows, columns);
}

static void draw_popup(struct ui *ui, const struct layer *layer,
                       const struct surface *body)
{
    struct safe_text left = { .text = "" }, right = { .text = "" };
    struct surface box = popup_place(layer, body);

    layer_name(ui, layer, &left);
    if (layer->kind->titles)
        layer->kind->titles(layer->state, &ui->setup.style, &left, &right);
    surface_fill(&box, LOOK(TEXT, 0));
    struct surface inside = surface_box(&box, left.text, right.text);
    surface_cursor(&inside, 0, 0, true);
    layer->kind->draw(layer->state, &inside);
}

/* A screen that has just come has all its columns. */
static void restore_columns(const struct ui *ui, const struct layer *layer)
{
    struct table *table;

    for (int n = 0; layer->kind->table &&
                    (table = layer->kind->table(layer->state, n)) != NULL;
         n++)
        columns_restore(ui, table);
}

static void draw_views(struct ui *ui, const struct surface *body)
{
    int screen = ui->count - 1;

    while (screen > 0 && ui->layers[screen].kind->is_popup)
        screen--;
    for (int i = screen; i >= 0 && i < ui->count; i++) {
        const struct layer layer = ui->layers[i];

        restore_columns(ui, &layer);
        if (layer.kind->is_popup)
            draw_popup(ui, &layer, body);
        else
            layer.kind->draw(layer.state, body);
    }
}

/* The plain view is for copying: lines and edges become blanks. */
static void strip_lines(struct grid *grid)
{
    for (int row = 0; row < grid_rows(grid); row++)
        for (int column = 0; column < grid_columns(grid); column++)
            if (grid_cell(grid, row, column)->look.role == ROLE_LINE)
                grid_put(grid, row, column,
                         (struct cell){ .points = { ' ' }, .width = 1 });
}

bool ui_is_bare(const struct ui *ui)
{
    if (ui->count > 0 && ui->layers[ui->count - 1].kind->is_shut)
        return true;
    return ui->count > 0 && ui->layers[ui->count - 1].kind->is_bare &&
           !ui->is_filtering && !ui->is_leading &&
           ui_now_us(ui) - ui->pressed_us >= UI_BARE_US;
}

static void draw_bare(struct ui *ui, const struct surface *screen)
{
    const struct layer layer = ui->layers[ui->count - 1];

    ui->hint_count = 0;
    layer.kind->draw(layer.state, screen);
}

static void draw_dressed(struct ui *ui, const struct surface *screen)
{
    struct surface body =
        surface_part(screen, 1, 0, screen->rows - CHROME_ROWS, screen->columns);

    surface_cursor(&body, 0, 0, true); /* until something has the focus */
    ui_enter(ui);
    draw_views(ui, &body);
    ui_leave(ui);
    announce(ui);
    if (screen->rows > 1)
        ui_footer_draw(ui, screen);
    if (screen->rows >= CHROME_ROWS)
        draw_message(ui, screen);
    draw_header(ui, screen);
    ui_lead_draw(ui, screen);
}

const struct grid *ui_draw(struct ui *ui)
{
    assert(ui);
    grid_clear(ui->grid);
    ui->heard = (struct spoken){ .what = 0 };
    grid_speech_set(ui->grid, ui->announce == ANNOUNCE_OFF ? NULL : &ui->heard);

    struct surface screen = surface_of(ui->grid, &ui->setup.style);
    if (ui_is_bare(ui))
        draw_bare(ui, &screen);
    else
        draw_dressed(ui, &screen);
    if (ui->is_plain)
        strip_lines(ui->grid);
    ui->is_touched = ui->is_hurried = false;
    return ui->grid;
}
