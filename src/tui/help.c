/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup made from the key table. */

#include "tui/help.h"

#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "lang/cells.h"
#include "tui/edit.h"
#include "tui/palette.h"
#include "tui/prose.h"
#include "tui/stroke_word.h"

enum { HELP_ACTIONS = 128 };

struct help {
    struct ui *ui;
    const struct action *actions[HELP_ACTIONS];
    size_t count; /* of the view it was asked from */
    const struct action *found[HELP_ACTIONS];
    int found_count;
    int listed; /* rows of those found before anything is typed */
    int top, rows;
    int shown;     /* of those found, from the top on */
    int key_cells; /* of the widest key that is listed, at most KEY_CELLS */
    struct edit typed;
};

enum { KEY_CELLS = 10, COLUMN_CELLS = 38, POPUP_CELLS = 78 };

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

/* What an action takes of a column. */
struct entry {
    const struct action *action;
    struct safe_text reason; /* "": it is possible */
    int name;                /* where its name begins */
    int name_cells;
    int rows;
};

/* A reason stands behind the name where it has room, else below it. */
static bool is_beside(const struct entry *entry, int columns)
{
    return entry->name + entry->name_cells + 2 +
               (int)cells_count(entry->reason.text) <
           columns;
}

static struct entry entry_of(const struct help *help,
                             const struct action *action, int columns)
{
    struct entry entry = { .action = action,
                           .name = 1 + help->key_cells + 2,
                           .rows = 1 };
    const char *name = lang_text(ui_style(help->ui)->language,
                                 ui_action_name(help->ui, action));

    entry.name_cells = (int)cells_count(name);
    if (!ui_is_possible(help->ui, action, &entry.reason) &&
        entry.reason.text[0] && !is_beside(&entry, columns) &&
        columns > entry.name + 2)
        entry.rows += prose_rows(entry.reason.text, columns - entry.name - 2);
    return entry;
}

static void draw_reason(const struct entry *entry, const struct surface *cell)
{
    if (entry->rows > 1) {
        struct surface below =
            surface_part(cell, 1, entry->name + 1, entry->rows - 1,
                         cell->columns - entry->name - 2);

        (void)prose_draw(&below, LOOK(DIM, 0), entry->reason.text);
    } else if (is_beside(entry, cell->columns)) {
        int at = entry->name + entry->name_cells + 2;

        surface_text(cell, (struct place){ 0, at, 0, false }, LOOK(DIM, 0),
                     &entry->reason);
    }
}

static void draw_one(const struct help *help, const struct surface *cell,
                     const struct entry *entry)
{
    bool is_possible = !entry->reason.text[0];
    struct safe_text key;

    stroke_word(cell->style, action_stroke(entry->action, 0), &key);
    surface_text(cell, (struct place){ 0, 1, help->key_cells, false },
                 is_possible ? LOOK(KEY, 0) : LOOK(DIM, 0), &key);
    surface_label(cell, (struct place){ 0, entry->name, 0, false },
                  is_possible ? LOOK(TEXT, 0) : LOOK(DIM, 0),
                  ui_action_name(help->ui, entry->action));
    if (!is_possible)
        draw_reason(entry, cell);
}

static int columns_of(int cells)
{
    return cells / COLUMN_CELLS < 1 ? 1 : cells / COLUMN_CELLS;
}

/* One column under another, as many beside each other as have room. */
static void help_draw(void *state, const struct surface *surface)
{
    struct help *help = state;
    int columns = columns_of(surface->columns);
    int width = surface->columns / columns, column = 0, row = 0;

    help->rows = surface->rows - 2;
    help->shown = 1;
    for (int n = help->top; n < help->found_count; n++) {
        struct entry entry = entry_of(help, help->found[n], width);

        if (row > 0 && row + entry.rows > help->rows) {
            row = 0;
            column++;
        }
        if (column == columns)
            break;
        struct surface cell =
            surface_part(surface, 2 + row, column * width, entry.rows, width);
        draw_one(help, &cell, &entry);
        help->shown = n + 1 - help->top;
        row += entry.rows;
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
        scroll(help, -help->shown);
    else if (input->stroke == STROKE_PAGE_DOWN)
        scroll(help, help->shown);
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
    *ret_columns = POPUP_CELLS;
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

/* With one to spare for each that has to go over whole to the next column. */
static int rows_of_all(const struct help *help)
{
    int columns = POPUP_CELLS / columns_of(POPUP_CELLS), rows = 0;

    for (int i = 0; i < help->found_count; i++) {
        int own = entry_of(help, help->found[i], columns).rows;

        rows += own > 1 ? own + 1 : own;
    }
    return rows;
}

int help_push(struct ui *ui)
{
    struct help *help = calloc(1, sizeof(*help));

    if (!help)
        return -ENOMEM;
    help->ui = ui;
    help->count = ui_actions(ui, help->actions, HELP_ACTIONS);
    search(help);
    help->key_cells = widest_key(help);
    help->listed = rows_of_all(help);
    return ui_push(ui, &help_kind, help);
}
