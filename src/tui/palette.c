/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line to type in, and under it what it finds. */

#include "tui/palette.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/mark.h"
#include "lang/cells.h"
#include "tui/edit.h"
#include "tui/match.h"
#include "tui/stroke_word.h"
#include "tui/ui_inside.h"

enum {
    FOUND_MAX = 512,
    PALETTE_ROWS = 13,
    PALETTE_CELLS = 66,
    ABOUT_AT = 42, /* the column of the command, or of why not */
};

struct palette {
    struct ui *ui;
    const struct action_table *table; /* the program's */
    const struct action *found[FOUND_MAX];
    int count, of_all;
    int selected, top;
    struct edit typed;
};

static bool is_its_key(const struct action *action, const char *typed)
{
    uint32_t stroke;

    for (int n = 0; (stroke = action_stroke(action, n)) != STROKE_NONE; n++) {
        char name[STROKE_NAME_SIZE];

        stroke_name(stroke, name);
        if (strlen(name) > 1 ? strcasecmp(name, typed) == 0
                             : strcmp(name, typed) == 0)
            return true;
    }
    return false;
}

bool palette_matches(enum language language, const struct action *action,
                     const char *typed)
{
    assert(action && typed);
    char text[512];

    if (is_its_key(action, typed))
        return true;
    snprintf(text, sizeof(text), "%s %s %s", lang_text(language, action->name),
             action->name, action->command ? action->command : "");
    return match_words(text, typed);
}

static bool is_found(const struct palette *palette, int id)
{
    for (int i = 0; i < palette->count; i++)
        if (palette->found[i]->id == id)
            return true;
    return false;
}

static void search_table(struct palette *palette,
                         const struct action_table *table)
{
    enum language language = ui_style(palette->ui)->language;

    for (size_t i = 0; i < table->count; i++) {
        const struct action *action = &table->actions[i];

        if (is_found(palette, action->id))
            continue;
        palette->of_all++;
        if (palette->count < FOUND_MAX &&
            palette_matches(language, action, palette->typed.text))
            palette->found[palette->count++] = action;
    }
}

/* Before anything is typed: what was chosen last is first. */
static void add_recent(struct palette *palette)
{
    const struct ui *ui = palette->ui;

    for (int i = 0; i < ui->recent_count; i++) {
        const struct action *action =
            action_of_id(palette->table, ui->recent[i]);

        if (!action)
            action = action_of_id(ui_own_table(ui), ui->recent[i]);
        if (!action)
            continue;
        palette->of_all++;
        palette->found[palette->count++] = action;
    }
}

/* The list keeps each once; the oldest gives way. */
static void note_recent(struct ui *ui, int id)
{
    int at = 0;

    while (at < ui->recent_count && ui->recent[at] != id)
        at++;
    if (at == ui->recent_count && ui->recent_count < UI_RECENT)
        ui->recent_count++;
    if (at == UI_RECENT)
        at--;
    memmove(&ui->recent[1], &ui->recent[0], (size_t)at * sizeof(ui->recent[0]));
    ui->recent[0] = id;
}

static void search(struct palette *palette)
{
    palette->count = palette->of_all = 0;
    palette->selected = palette->top = 0;
    if (!palette->typed.text[0])
        add_recent(palette);
    search_table(palette, palette->table);
    search_table(palette, ui_own_table(palette->ui));
}

static void draw_found(const struct palette *palette,
                       const struct surface *surface, int row, int n)
{
    const struct action *action = palette->found[n];
    struct safe_text reason = { .text = "" };
    struct safe_text key;
    bool is_possible = ui_is_possible(palette->ui, action, &reason);
    struct look look = is_possible ? LOOK(TEXT, 0) : LOOK(DIM, 0);
    struct surface line = surface_part(surface, row, 0, 1, surface->columns);

    stroke_word(surface->style, action_stroke(action, 0), &key);
    surface_label(&line, (struct place){ 0, 3, 26, false }, look,
                  ui_action_name(palette->ui, action));
    surface_text(&line, (struct place){ 0, 30, 10, false }, LOOK(KEY, 0), &key);
    if (line.columns > ABOUT_AT)
        surface_words(
            &line, (struct place){ 0, ABOUT_AT, 0, false }, LOOK(DIM, 0),
            is_possible ? action->command ? action->command : "" : reason.text);
    if (n != palette->selected)
        return;
    surface_glyph(&line, 0, 1, LOOK(TEXT, 0), GLYPH_FOCUS);
    grid_flag(line.grid, line.top, line.left, line.columns, LOOK_FOCUS);
}

/* Why the chosen row cannot be, where the list has cut it. */
static void draw_reason(const struct palette *palette,
                        const struct surface *surface)
{
    struct safe_text reason = { .text = "" };

    if (palette->count > 0 &&
        !ui_is_possible(palette->ui, palette->found[palette->selected],
                        &reason) &&
        (int)cells_count(reason.text) > surface->columns - ABOUT_AT)
        surface_text(surface, (struct place){ surface->rows - 1, 3, 0, false },
                     LOOK(WARN, 0), &reason);
}

static void palette_draw(void *state, const struct surface *surface)
{
    struct palette *palette = state;
    int rows = surface->rows - 3;

    if (palette->selected < palette->top)
        palette->top = palette->selected;
    if (palette->selected >= palette->top + rows)
        palette->top = palette->selected - rows + 1;
    for (int row = 0; row < rows && palette->top + row < palette->count; row++)
        draw_found(palette, surface, row + 2, palette->top + row);
    draw_reason(palette, surface);
    surface_words(surface, (struct place){ 0, 1, 0, false }, LOOK(KEY, 0), ":");
    surface_repeat(surface, (struct place){ 1, 0, surface->columns, false },
                   LOOK(LINE, 0), GLYPH_ACROSS);
    edit_draw(&palette->typed, surface,
              (struct place){ 0, 3, surface->columns - 4, false },
              (struct edit_manner){ LOOK(TEXT, 0), true, false });
}

/* What was typed is a command with words behind it, or means the row. */
static void enter(struct palette *palette)
{
    struct ui *ui = palette->ui;
    const struct action *action =
        palette->count > 0 ? palette->found[palette->selected] : NULL;
    struct edit typed = palette->typed;
    int id = action ? action->id : ACTION_NONE;

    ui_close(ui, palette);
    if (id != ACTION_NONE) {
        note_recent(ui, id);
        ui_run(ui, id);
    } else if (!ui_command(ui, typed.text))
        ui_say(ui, SEVERITY_WARNING, "%s",
               lang_text(ui_style(ui)->language,
                         N_("There is no such command. : lists them.")));
}

static void complete(struct palette *palette)
{
    const struct action *action =
        palette->count > 0 ? palette->found[palette->selected] : NULL;

    if (action)
        edit_set(&palette->typed,
                 action->command ? action->command
                                 : lang_text(ui_style(palette->ui)->language,
                                             action->name));
    search(palette);
}

static void select_row(struct palette *palette, int by)
{
    int row = palette->selected + by;

    if (row >= palette->count)
        row = palette->count - 1;
    palette->selected = row < 0 ? 0 : row;
}

static bool take_stroke(struct palette *palette, uint32_t stroke)
{
    switch (stroke) {
    case STROKE_ENTER:
        enter(palette);
        return true;
    case STROKE_TAB:
        complete(palette);
        return true;
    case STROKE_UP:
        select_row(palette, -1);
        return true;
    case STROKE_DOWN:
        select_row(palette, 1);
        return true;
    default:
        return false;
    }
}

static bool palette_input(void *state, const struct input *input)
{
    struct palette *palette = state;

    if (input->kind == INPUT_STROKE && take_stroke(palette, input->stroke))
        return true;
    if (!edit_input(&palette->typed, input))
        return false;
    search(palette);
    return true;
}

static bool palette_is_typing(const void *state)
{
    (void)state;
    return true;
}

static void palette_size(const void *state, int *ret_rows, int *ret_columns)
{
    (void)state;
    *ret_rows = PALETTE_ROWS;
    *ret_columns = PALETTE_CELLS;
}

static void palette_titles(const void *state, const struct style *style,
                           struct safe_text *ret_left,
                           struct safe_text *ret_right)
{
    const struct palette *palette = state;

    safe_text_copy(ret_left, lang_text(style->language, N_("Command")));
    safe_text_format(ret_right, lang_text(style->language, N_("%d of %d")),
                     palette->count, palette->of_all);
}

static const struct view_kind palette_kind = {
    .is_popup = true,
    .is_about_below = true,
    .hint = N_("↑↓ choose   Tab completes   Enter runs   Esc closes"),
    .draw = palette_draw,
    .input = palette_input,
    .is_typing = palette_is_typing,
    .size = palette_size,
    .titles = palette_titles,
    .free = free,
};

int palette_push(struct ui *ui)
{
    struct palette *palette = calloc(1, sizeof(*palette));

    if (!palette)
        return -ENOMEM;
    palette->ui = ui;
    palette->table = ui_action_table(ui);
    search(palette);
    return ui_push(ui, &palette_kind, palette);
}
