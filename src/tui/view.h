/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A screen or a popup: a struct of functions over a state of its own. */

#ifndef TUI_VIEW_H
#define TUI_VIEW_H

#include <stdbool.h>

#include "tui/input.h"
#include "tui/safe_text.h"
#include "tui/surface.h"

struct ui;
struct table;

enum { VIEW_SCOPES = 4 };

/*
 * Views hold no data, only what is selected, scrolled and typed; they draw
 * from the program's store each time. They lie on a stack in the interface
 * (tui/ui.h): the top one has the keys, popups are drawn over the screen below
 * them. Functions may be NULL unless it says otherwise.
 *
 * A function may push views, and close its own by ui_close(); the state is
 * freed after the call has returned.
 */
struct view_kind {
    const char *name;        /* msgid, for the trail in the header */
    int scopes[VIEW_SCOPES]; /* narrowest first, 0 after the last; the wide
                                ones EVERYWHERE and PHONE are always there */
    bool is_popup;
    bool is_about_below; /* tells or asks about the view below, which then is
                            still the top one for ui_top() */
    bool is_bare; /* has the whole screen, on which nobody sits: header, message
                     and keys are there for ten seconds after a key */
    bool is_shut; /* has the whole screen and all keys: nothing below is seen,
                     nothing above it opened, and not even the phone's keys
                     act, until it closes itself */
    const char *hint; /* msgid: what keys do in a popup, for the footer */

    /**
     * Draws it. Not NULL. A screen gets all rows between header and message
     * line; a popup the inside of its box.
     */
    void (*draw)(void *state, const struct surface *surface);

    /**
     * Gets what no key of its scopes takes: movement, text, clicks, pastes.
     * In a text field it gets every character first (see is_typing).
     *
     * @return whether it was for it
     */
    bool (*input)(void *state, const struct input *input);

    /**
     * Carries an action out: of its scopes, of the palette, or a wide one.
     *
     * @return whether it knows it; if not, the program's run gets it
     */
    bool (*run)(void *state, int action);

    /** Whether a text field has the focus: then letters are letters. */
    bool (*is_typing)(const void *state);

    /** Whether a digit behind an Esc is a digit, and not an F-key; NULL: never
     *  (see tui/ui_input.c). */
    bool (*takes_digits)(const void *state);

    /** The scope of the pane that has the focus, before kind->scopes. */
    int (*pane)(const void *state);

    /** Whether only that scope holds, and not kind->scopes; NULL: never. */
    bool (*is_narrow)(const void *state);

    /** Whether the footer leaves out what a key of its scopes does, for it can
     *  do nothing as things are. The key stays, and says why. */
    bool (*hides)(const void *state, int action);

    /** What Esc and q do first; true: the view stays, and has said why. */
    bool (*leave)(void *state);

    /** Gets the words of the filter bar at each key; "" ends filtering. */
    void (*filter)(void *state, const char *words);

    /** The tables of a screen, the one with the keys first; NULL behind the
     *  last one. */
    struct table *(*table)(const void *state, int n);

    /** Rows and columns a popup wants, without its box. */
    void (*size)(const void *state, int *ret_rows, int *ret_columns);

    /** Titles of a popup's box, left and right. */
    void (*titles)(const void *state, const struct style *style,
                   struct safe_text *ret_left, struct safe_text *ret_right);

    /** A trail entry with data in it instead of name: "Support Tier 1". */
    void (*trail)(const void *state, struct safe_text *ret_name);

    /** Releases the state; the view is off the stack. */
    void (*free)(void *state);
};

#endif
