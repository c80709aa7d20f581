/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list in a popup. */

#include "tui/menu.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "tui/match.h"
#include "tui/speech.h"
#include "tui/ui_inside.h"

/* Places are rows of the list as it is filtered; the menu's own numbers stay
   what they are. */
struct choice {
    struct ui *ui;
    struct menu menu;
    int selected; /* a place */
    int top;
    char words[SAFE_TEXT_SIZE]; /* filtered by, or "" */
    int *found;                 /* with words: the numbers shown */
    int found_count;
    int found_room;
};

enum {
    DEFAULT_CELLS = 42,
    MANY = 20, /* so many are worth being told how to find one */
    PAGE = 10,
};

static int count_of(const struct choice *choice)
{
    return choice->words[0] ? choice->found_count
                            : choice->menu.count(choice->menu.arg);
}

static int number_at(const struct choice *choice, int place)
{
    return choice->words[0] ? choice->found[place] : place;
}

static void read_item(const struct choice *choice, int number,
                      struct menu_item *ret_item)
{
    *ret_item = (struct menu_item){ .role = ROLE_TEXT };
    choice->menu.item(choice->menu.arg, number, ui_style(choice->ui), ret_item);
}

static void item_of(const struct choice *choice, int place,
                    struct menu_item *ret_item)
{
    read_item(choice, number_at(choice, place), ret_item);
}

/* What there is may have changed. Without memory nothing is found. */
static void search(struct choice *choice)
{
    int count = choice->menu.count(choice->menu.arg);
    int *found = choice->found;

    choice->found_count = 0;
    if (!choice->words[0])
        return;
    if (count > choice->found_room) {
        found = realloc(found, (size_t)count * sizeof(found[0]));
        if (!found)
            return;
        choice->found = found;
        choice->found_room = count;
    }
    for (int n = 0; n < count; n++) {
        struct menu_item item;
        char text[2 * SAFE_TEXT_SIZE + 2];

        read_item(choice, n, &item);
        snprintf(text, sizeof(text), "%s %s", item.label.text, item.note.text);
        if (match_words(text, choice->words))
            found[choice->found_count++] = n;
    }
}

/* Arg lives until the menu is freed, which is after choose has returned. */
static void choose(struct choice *choice, int n, uint32_t stroke)
{
    struct menu_item item;
    struct menu menu = choice->menu;

    if (n < 0 || n >= count_of(choice))
        return;
    n = number_at(choice, n);
    read_item(choice, n, &item);
    if (item.reason.text[0]) {
        ui_say(choice->ui, SEVERITY_WARNING, "%s", item.reason.text);
        return;
    }
    ui_close(choice->ui, choice);
    menu.choose(menu.arg, n, stroke);
}

static bool choose_letter(struct choice *choice, uint32_t stroke)
{
    for (int n = 0; n < count_of(choice); n++) {
        struct menu_item item;

        item_of(choice, n, &item);
        if (item.letter != '\0' && (uint32_t)item.letter == stroke) {
            choice->selected = n;
            choose(choice, n, STROKE_ENTER);
            return true;
        }
    }
    return false;
}

static void move(struct choice *choice, int by)
{
    int count = count_of(choice);

    if (count > 0)
        choice->selected = (choice->selected + by + count) % count;
}

/* Pages stop at the ends. */
static void leap(struct choice *choice, int by)
{
    int last = count_of(choice) - 1;
    int to = choice->selected + by;

    choice->selected = to > last ? last : to;
    if (choice->selected < 0)
        choice->selected = 0;
}

static bool take_stroke(struct choice *choice, uint32_t stroke)
{
    switch (stroke) {
    case '/':
        ui_filter_open(choice->ui);
        return true;
    case STROKE_PAGE_UP:
        leap(choice, -PAGE);
        return true;
    case STROKE_PAGE_DOWN:
        leap(choice, PAGE);
        return true;
    case STROKE_UP:
        move(choice, -1);
        return true;
    case STROKE_DOWN:
    case STROKE_TAB:
        move(choice, 1);
        return true;
    case STROKE_ENTER:
    case ' ':
        choose(choice, choice->selected, stroke);
        return true;
    default:
        return choose_letter(choice, stroke);
    }
}

static bool choice_input(void *state, const struct input *input)
{
    if (input->kind != INPUT_STROKE)
        return false;
    search(state);
    return take_stroke(state, input->stroke);
}

static void choice_filter(void *state, const char *words)
{
    struct choice *choice = state;

    snprintf(choice->words, sizeof(choice->words), "%s", words);
    choice->selected = 0;
    search(choice);
}

static void speak(const struct choice *choice, const struct surface *surface,
                  int n, const struct menu_item *item)
{
    struct spoken *speech = speech_of(surface);
    enum language language = surface->style->language;

    if (!speech)
        return;
    speech_begin(speech, (uint64_t)(uintptr_t)choice + (uint64_t)n);
    speech_row(speech, language, (size_t)n, (size_t)count_of(choice));
    speech_part(speech, language, item->label.text);
    speech_part(speech, language, item->note.text);
    speech_part(speech, language, item->reason.text);
}

static void draw_item(const struct choice *choice,
                      const struct surface *surface, int row, int n)
{
    struct surface line = surface_part(surface, row, 0, 1, surface->columns);
    struct menu_item item;
    char letter[2] = "";

    item_of(choice, n, &item);
    bool can = !item.reason.text[0];
    struct look look = can ? LOOK(TEXT, 0) : LOOK(DIM, 0);
    letter[0] = item.letter;
    if (item.has_glyph)
        surface_glyph(&line, 0, 2,
                      can ? (struct look){ (uint8_t)item.role, 0 } : look,
                      item.glyph);
    surface_words(&line, (struct place){ 0, 5, 1, false },
                  can ? LOOK(KEY, 0) : look, letter);
    int used = surface_text(&line, (struct place){ 0, 8, 0, false }, look,
                            &item.label);
    int column = 8 + used + 2 > 28 ? 8 + used + 2 : 28;
    if (column < line.columns)
        surface_text(&line, (struct place){ 0, column, 0, false }, LOOK(DIM, 0),
                     can ? &item.note : &item.reason);
    if (n != choice->selected)
        return;
    surface_glyph(&line, 0, 1, LOOK(TEXT, 0), GLYPH_FOCUS);
    surface_focus(&line, 0);
    speak(choice, &line, n, &item);
}

static void choice_draw(void *state, const struct surface *surface)
{
    struct choice *choice = state;

    search(choice);

    int count = count_of(choice);
    int rows = surface->rows - (choice->menu.hint ? 2 : 0);

    if (choice->selected >= count)
        choice->selected = count > 0 ? count - 1 : 0;
    if (choice->selected < choice->top)
        choice->top = choice->selected;
    if (choice->selected >= choice->top + rows)
        choice->top = choice->selected - rows + 1;
    for (int row = 0; row < rows && choice->top + row < count; row++)
        draw_item(choice, surface, row, choice->top + row);
    if (choice->menu.hint)
        surface_label(surface, (struct place){ surface->rows - 1, 1, 0, false },
                      LOOK(DIM, 0), choice->menu.hint);
}

static void choice_size(const void *state, int *ret_rows, int *ret_columns)
{
    const struct choice *choice = state;

    /* all of them: it does not shrink as one types */
    *ret_rows =
        choice->menu.count(choice->menu.arg) + (choice->menu.hint ? 2 : 0);
    *ret_columns = choice->menu.cells > 0 ? choice->menu.cells : DEFAULT_CELLS;
}

static void choice_titles(const void *state, const struct style *style,
                          struct safe_text *ret_left,
                          struct safe_text *ret_right)
{
    const struct choice *choice = state;

    (void)ret_right;
    safe_text_copy(ret_left, lang_text(style->language, choice->menu.title));
}

static void choice_free(void *state)
{
    struct choice *choice = state;

    if (choice->menu.free)
        choice->menu.free(choice->menu.arg);
    free(choice->found);
    free(choice);
}

#define CHOICE_KIND                                                            \
    .is_popup = true, .draw = choice_draw, .input = choice_input,              \
    .filter = choice_filter, .size = choice_size, .titles = choice_titles,     \
    .free = choice_free

static const struct view_kind choice_kind = {
    CHOICE_KIND,
    .hint = N_("letter or Enter chooses   Esc closes"),
};

static const struct view_kind long_choice_kind = {
    CHOICE_KIND,
    .hint = N_("/ finds by name   Enter chooses   Esc closes"),
};

int menu_push(struct ui *ui, const struct menu *menu)
{
    assert(ui && menu && menu->title && menu->count && menu->item &&
           menu->choose);
    struct choice *choice = calloc(1, sizeof(*choice));

    if (!choice)
        return -ENOMEM;
    choice->ui = ui;
    choice->menu = *menu;
    choice->menu.free = NULL; /* not before it is on the stack */
    bool is_long = menu->count(menu->arg) > MANY;
    int rc = ui_push(ui, is_long ? &long_choice_kind : &choice_kind, choice);
    if (rc == 0)
        choice->menu.free = menu->free;
    return rc;
}
