/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list in a popup. */

#include "tui/menu.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/mark.h"
#include "tui/match.h"
#include "tui/menu_inside.h"
#include "tui/ui_inside.h"

enum {
    DEFAULT_CELLS = 42,
    MANY = 20, /* so many are worth being told how to find one */
    PAGE = 10,
};

int menu_count(const struct choice *choice)
{
    return choice->words[0] ? choice->found_count
                            : choice->menu.count(choice->menu.arg);
}

static int number_at(const struct choice *choice, int place)
{
    return choice->words[0] ? choice->found[place] : place;
}

void menu_read(const struct choice *choice, int number,
               struct menu_item *ret_item)
{
    *ret_item = (struct menu_item){ .role = ROLE_TEXT };
    choice->menu.item(choice->menu.arg, number, ui_style(choice->ui), ret_item);
}

void menu_item_at(const struct choice *choice, int place,
                  struct menu_item *ret_item)
{
    menu_read(choice, number_at(choice, place), ret_item);
}

void menu_search(struct choice *choice)
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

        menu_read(choice, n, &item);
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

    if (n < 0 || n >= menu_count(choice))
        return;
    n = number_at(choice, n);
    menu_read(choice, n, &item);
    if (item.reason.text[0]) {
        ui_say(choice->ui, SEVERITY_WARNING, "%s", item.reason.text);
        return;
    }
    if (stroke != ' ' || !menu.stays_at_space)
        ui_close(choice->ui, choice);
    menu.choose(menu.arg, n, stroke);
}

/* The place of a letter; -1: nothing has it. */
static int find_letter(const struct choice *choice, uint32_t stroke)
{
    int count = menu_count(choice);

    for (int n = 0; n < count; n++) {
        struct menu_item item;

        menu_item_at(choice, n, &item);
        if (item.letter != '\0' && (uint32_t)item.letter == stroke)
            return n;
    }
    return -1;
}

static bool choose_letter(struct choice *choice, uint32_t stroke)
{
    int n = find_letter(choice, stroke);

    if (n < 0)
        return false;
    choice->selected = n;
    choose(choice, n, STROKE_ENTER);
    return true;
}

static void move(struct choice *choice, int by)
{
    int count = menu_count(choice);

    if (count > 0)
        choice->selected = (choice->selected + by + count) % count;
}

/* Pages stop at the ends. */
static void leap(struct choice *choice, int by)
{
    int last = menu_count(choice) - 1;
    int to = choice->selected + by;

    choice->selected = to > last ? last : to;
    if (choice->selected < 0)
        choice->selected = 0;
}

/* As in lists; but where one of the two chooses, a finger that wants to move
   would choose something, so neither moves there. */
static bool move_by_letter(struct choice *choice, uint32_t stroke)
{
    if ((stroke != 'j' && stroke != 'k') || find_letter(choice, 'j') >= 0 ||
        find_letter(choice, 'k') >= 0)
        return false;
    move(choice, stroke == 'j' ? 1 : -1);
    return true;
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
    case STROKE_HOME:
        leap(choice, -menu_count(choice));
        return true;
    case STROKE_END:
        leap(choice, menu_count(choice));
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
        return move_by_letter(choice, stroke) || choose_letter(choice, stroke);
    }
}

static bool choice_input(void *state, const struct input *input)
{
    if (input->kind != INPUT_STROKE)
        return false;
    menu_search(state);
    return take_stroke(state, input->stroke);
}

static void choice_filter(void *state, const char *words)
{
    struct choice *choice = state;

    snprintf(choice->words, sizeof(choice->words), "%s", words);
    choice->selected = 0;
    menu_search(choice);
}

static void choice_size(const void *state, int *ret_rows, int *ret_columns)
{
    const struct choice *choice = state;
    int count = choice->menu.count(choice->menu.arg);

    *ret_columns = choice->menu.cells > 0 ? choice->menu.cells : DEFAULT_CELLS;

    /* all of them: it does not shrink as one types */
    *ret_rows = count + (choice->menu.hint ? 2 : 0);
    if (menu_has_long_notes(choice, *ret_columns))
        *ret_rows += MENU_NOTE_ROWS;
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
    .is_popup = true, .draw = menu_draw, .input = choice_input,                \
    .filter = choice_filter, .size = choice_size, .titles = choice_titles,     \
    .free = choice_free

static const struct view_kind choice_kind = {
    CHOICE_KIND,
    .hint = N_("letter or Enter chooses   Esc closes"),
};

static const struct view_kind read_kind = {
    CHOICE_KIND,
    .hint = N_("↑↓ scroll   Esc closes"),
};

static const struct view_kind long_choice_kind = {
    CHOICE_KIND,
    .hint = N_("/ finds by name   Enter chooses   Esc closes"),
};

/* One that types a name there chooses by its first letter. */
static const struct view_kind long_letter_kind = {
    CHOICE_KIND,
    .hint = N_("letter or Enter chooses   / finds by name   Esc closes"),
};

static const struct view_kind *kind_of(const struct choice *choice)
{
    const struct menu *menu = &choice->menu;
    struct menu_item first = { 0 };

    if (menu->is_read)
        return &read_kind;
    if (menu->count(menu->arg) <= MANY)
        return &choice_kind;
    menu_item_at(choice, 0, &first);
    return first.letter ? &long_letter_kind : &long_choice_kind;
}

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
    int rc = ui_push(ui, kind_of(choice), choice);

    if (rc == 0)
        choice->menu.free = menu->free;
    return rc;
}
