/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup made from the key table. */

#include "tui/help.h"

#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "lang/cells.h"
#include "tui/edit.h"
#include "tui/palette.h"
#include "tui/stroke_word.h"

enum { HELP_ACTIONS = 128 };

struct help {
    struct ui *ui;
    const struct action *actions[HELP_ACTIONS];
    size_t count; /* of the view it was asked from */
    const struct action *found[HELP_ACTIONS];
    int found_count;
    int listed; /* found before anything is typed: those with keys */
    int top, rows;
    int key_cells; /* of the widest key that is listed, at most KEY_CELLS */
    struct edit typed;
};

enum { KEY_CELLS = 10 };

static void search(struct help *help)
{
    enum language language = ui_style(help->ui)->language;

    help->found_count = 0;
    help->top = 0;
    for (size_t i = 0; i < help->count; i++)
        if (help->actions[i]->keys[0] != '\0' &&
            palette_matches(language, help->actions[i], help->typed.text))
            help->found[help->found_count++] = help->actions[i];
}

static int widest_key(const struct help *help)
{
    int widest = 1;

    for (int i = 0; i < help->found_count; i++) {
        struct safe_text key;

        stroke_word(ui_style(help->ui), action_stroke(help->found[i], 0), &key);
        if ((int)cells_count(key.text) > widest)
            widest = (int)cells_count(key.text);
    }
    return widest < KEY_CELLS ? widest : KEY_CELLS;
}

static void draw_one(const struct help *help, const struct surface *cell,
                     const struct action *action)
{
    struct safe_text reason = { .text = "" };
    struct safe_text key;
    bool is_possible = ui_is_possible(help->ui, action, &reason);

    stroke_word(cell->style, action_stroke(action, 0), &key);
    int name = 1 + help->key_cells + 2;
    surface_text(cell, (struct place){ 0, 1, help->key_cells, false },
                 is_possible ? LOOK(KEY, 0) : LOOK(DIM, 0), &key);
    int used = surface_label(cell, (struct place){ 0, name, 0, false },
                             is_possible ? LOOK(TEXT, 0) : LOOK(DIM, 0),
                             ui_action_name(help->ui, action));
    if (!is_possible && name + used + 3 < cell->columns)
        surface_text(cell, (struct place){ 0, name + used + 2, 0, false },
                     LOOK(DIM, 0), &reason);
}

/* One column under another, as many beside each other as have room. */
static void help_draw(void *state, const struct surface *surface)
{
    struct help *help = state;
    int columns = surface->columns / 38;

    if (columns < 1)
        columns = 1;
    help->rows = surface->rows - 2;
    for (int i = 0; i < help->rows * columns; i++) {
        int n = help->top + i;
        int width = surface->columns / columns;
        struct surface cell = surface_part(surface, 2 + i % help->rows,
                                           i / help->rows * width, 1, width);

        if (n < help->found_count)
            draw_one(help, &cell, help->found[n]);
    }
    surface_words(surface, (struct place){ 0, 1, 0, false }, LOOK(KEY, 0), "/");
    edit_draw(&help->typed, surface,
              (struct place){ 0, 3, surface->columns - 4, false },
              (struct edit_manner){ LOOK(TEXT, 0), true, false });
}

static void scroll(struct help *help, int by)
{
    int top = help->top + by;

    if (top > help->found_count - 1)
        top = help->found_count - 1;
    help->top = top < 0 ? 0 : top;
}

static bool help_input(void *state, const struct input *input)
{
    struct help *help = state;

    if (input->kind == INPUT_WHEEL)
        scroll(help, input->wheel);
    else if (input->stroke == STROKE_UP)
        scroll(help, -1);
    else if (input->stroke == STROKE_DOWN)
        scroll(help, 1);
    else if (input->stroke == STROKE_PAGE_UP)
        scroll(help, -help->rows);
    else if (input->stroke == STROKE_PAGE_DOWN)
        scroll(help, help->rows);
    else if (input->stroke == STROKE_ENTER && help->found_count == 1) {
        struct ui *ui = help->ui;
        int id = help->found[0]->id;

        ui_close(ui, help);
        ui_run(ui, id);
    } else if (edit_input(&help->typed, input))
        search(help);
    else
        return false;
    return true;
}

static bool help_is_typing(const void *state)
{
    (void)state;
    return true;
}

static void help_size(const void *state, int *ret_rows, int *ret_columns)
{
    const struct help *help = state;

    *ret_rows = (help->listed + 1) / 2 + 2;
    if (*ret_rows > 19)
        *ret_rows = 19;
    *ret_columns = 78;
}

static const struct view_kind help_kind = {
    .name = N_("Keys here"),
    .is_popup = true,
    .is_about_below = true,
    .hint =
        N_("type to search   ↑↓ scroll   Enter runs the only one   Esc closes"),
    .draw = help_draw,
    .input = help_input,
    .is_typing = help_is_typing,
    .size = help_size,
    .free = free,
};

int help_push(struct ui *ui)
{
    struct help *help = calloc(1, sizeof(*help));

    if (!help)
        return -ENOMEM;
    help->ui = ui;
    help->count = ui_actions(ui, help->actions, HELP_ACTIONS);
    search(help);
    help->listed = help->found_count;
    help->key_cells = widest_key(help);
    return ui_push(ui, &help_kind, help);
}
