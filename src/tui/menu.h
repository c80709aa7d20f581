/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A popup to choose from: by letter, by moving and Enter, or by words of the
   filter bar (/), which are looked for in label and note. */

#ifndef TUI_MENU_H
#define TUI_MENU_H

#include "tui/ui.h"

struct menu_item {
    char letter; /* '\0': none; never y or n, which answer questions */
    bool has_glyph;
    enum glyph glyph;
    enum look_role role;
    struct safe_text label;
    struct safe_text note;   /* beside it */
    struct safe_text reason; /* why it cannot be chosen; "": it can */
};

/* Items are asked for at each drawing, so they may change while it is open. */
struct menu {
    const char *title;   /* msgid */
    const char *hint;    /* msgid, below; or NULL */
    int cells;           /* width it wants; 0: 42 */
    bool is_read;        /* nothing is chosen: Enter closes it, too */
    bool stays_at_space; /* ' ' does something, and does not close it */
    int (*count)(const void *arg); /* as many as there are: it scrolls */
    void (*item)(const void *arg, int n, const struct style *style,
                 struct menu_item *ret_item);

    /**
     * An item has been chosen; the menu is closed, unless it stays at a space.
     *
     * @param stroke  STROKE_ENTER, or ' ' for the other way of choosing it
     */
    void (*choose)(void *arg, int n, uint32_t stroke);

    void (*free)(void *arg); /* when it closes, or NULL */
    void *arg;
};

/**
 * Opens a menu.
 *
 * @return 0, -ENOMEM or -ENOSPC; then arg is not freed
 */
int menu_push(struct ui *ui, const struct menu *menu);

#endif
