/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A menu that stays open. */

#include "tui/columns.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

struct choosing {
    struct ui *ui;
    struct table *table;
    int at, top;
};

static void draw_one(const struct choosing *choosing,
                     const struct surface *line, int column, bool is_focused)
{
    bool is_shown = !table_is_left_out(choosing->table, column);
    const char *name = table_column_name(choosing->table, column);
    struct spoken *speech = speech_of(line);

    surface_words(line, (struct place){ 0, 3, 3, false }, LOOK(TEXT, 0),
                  is_shown ? "[x]" : "[ ]");
    surface_label(line, (struct place){ 0, 7, 0, false },
                  column == 0 ? LOOK(DIM, 0) : LOOK(TEXT, 0), name);
    if (!is_focused)
        return;
    surface_glyph(line, 0, 1, LOOK(TEXT, 0), GLYPH_FOCUS);
    surface_focus(line, 0);
    if (!speech)
        return;
    speech_begin(speech, (uint64_t)column + 1);
    speech_part(speech, line->style->language, surface_say(line, name));
    speech_part(speech, line->style->language,
                surface_say(line, is_shown ? N_("yes") : N_("no")));
}

static void choosing_draw(void *state, const struct surface *surface)
{
    struct choosing *choosing = state;
    int count = table_column_count(choosing->table);

    if (choosing->at < choosing->top)
        choosing->top = choosing->at;
    if (choosing->at >= choosing->top + surface->rows)
        choosing->top = choosing->at - surface->rows + 1;
    for (int row = 0; row < surface->rows && choosing->top + row < count;
         row++) {
        struct surface line =
            surface_part(surface, row, 0, 1, surface->columns);

        draw_one(choosing, &line, choosing->top + row,
                 choosing->top + row == choosing->at);
    }
}

/* The first one tells which row it is: it stays. */
static void toggle(struct choosing *choosing)
{
    char name[KEEP_NAME_SIZE];

    if (choosing->at == 0)
        return;
    table_leave_out(choosing->table, choosing->at,
                    !table_is_left_out(choosing->table, choosing->at));
    table_keep_name(choosing->table, name);
    ui_keep(choosing->ui, name, table_left_out(choosing->table));
}

static bool choosing_input(void *state, const struct input *input)
{
    struct choosing *choosing = state;
    int last = table_column_count(choosing->table) - 1;

    if (input->kind != INPUT_STROKE)
        return false;
    switch (input->stroke) {
    case STROKE_UP:
    case 'k':
        choosing->at -= choosing->at > 0;
        return true;
    case STROKE_DOWN:
    case 'j':
        choosing->at += choosing->at < last;
        return true;
    case ' ':
        toggle(choosing);
        return true;
    case STROKE_ENTER:
    case '|':
        ui_close(choosing->ui, choosing);
        return true;
    default:
        return false;
    }
}

static void choosing_size(const void *state, int *ret_rows, int *ret_columns)
{
    const struct choosing *choosing = state;

    *ret_rows = table_column_count(choosing->table);
    *ret_columns = 36;
}

static const struct view_kind choosing_kind = {
    .name = N_("Columns"),
    .is_popup = true,
    .is_about_below = true,
    .hint = N_("Space shows it or leaves it out   Enter, Esc close"),
    .draw = choosing_draw,
    .input = choosing_input,
    .size = choosing_size,
    .free = free,
};

int columns_push(struct ui *ui, struct table *table)
{
    assert(ui && table);
    struct choosing *choosing = calloc(1, sizeof(*choosing));

    if (!choosing)
        return -ENOMEM;
    choosing->ui = ui;
    choosing->table = table;
    return ui_push(ui, &choosing_kind, choosing);
}

void columns_restore(const struct ui *ui, struct table *table)
{
    char name[KEEP_NAME_SIZE];

    table_keep_name(table, name);
    table_leave_out_all(table, ui_kept(ui, name, 0));
}
