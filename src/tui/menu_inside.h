/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What choosing from a menu and drawing it share. */

#ifndef TUI_MENU_INSIDE_H
#define TUI_MENU_INSIDE_H

#include "tui/menu.h"

enum { MENU_NOTE_ROWS = 3 }; /* a line, and two of a note */

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

/** How many are shown. */
int menu_count(const struct choice *choice);

/** Reads an item by the menu's own number. */
void menu_read(const struct choice *choice, int number,
               struct menu_item *ret_item);

/** Reads the item at a place. */
void menu_item_at(const struct choice *choice, int place,
                  struct menu_item *ret_item);

/** Looks for the words again. What there is may have changed. Without memory
 *  nothing is found. */
void menu_search(struct choice *choice);

/** Whether an item has more to say than a row of so many cells holds. */
bool menu_has_long_notes(const struct choice *choice, int columns);

/** Draws it, for struct view_kind. */
void menu_draw(void *state, const struct surface *surface);

#endif
