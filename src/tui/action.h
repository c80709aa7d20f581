/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key table: one row gives key, hint, help, palette and documentation. */

#ifndef TUI_ACTION_H
#define TUI_ACTION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "tui/safe_text.h"

/*
 * An action is something a key does. The toolkit has some of its own
 * (tui/action.def), a program adds a table of others. Each belongs to a scope:
 * a screen, a pane, or one of the wide scopes below; the narrowest in force
 * that binds the key decides. Two rows may have the same id: a second key in
 * another scope, which is listed once.
 */

enum action_class {
    ACTION_READ,         /* looks, moves, opens */
    ACTION_CHANGE,       /* changes something; u or another key undoes it */
    ACTION_IRREVERSIBLE, /* cannot be undone */
};

/* The wide scopes; a program's own begin at SCOPE_OWN. */
enum {
    SCOPE_EVERYWHERE,
    SCOPE_PHONE, /* also everywhere, and under popups and in text fields */
    SCOPE_LIST,
    SCOPE_TABLE, /* a list that sorts and marks by itself */
    SCOPE_FORM,
    SCOPE_POPUP, /* what closes and chooses in them */
    SCOPE_OWN = 16,
};

/* The toolkit's own actions; a program's begin at ACTION_OWN. */
enum {
    ACTION_NONE,
#define ACTION(NAME, scope, keys, priority, name) ACTION_##NAME,
#include "tui/action.def"
    ACTION_TOOLKIT_COUNT,
    ACTION_OWN = 1000,
};

struct action {
    int id;
    enum action_class kind;
    int scope;
    const char *keys;    /* "F3 Alt-h", the first is shown; "" for the palette
                         alone; "g q" is no list: see go_to */
    const char *name;    /* msgid, for hints and help: "hold" */
    int priority;        /* of its hint; 0 none, higher stays longer */
    const char *command; /* as typed in the palette and after `cclite`:
                            "state set", or NULL: it only moves */
    char go_to;          /* the letter after g, or '\0' */

    /**
     * Says whether it can be done now. NULL: always. A class above ACTION_READ
     * needs one.
     *
     * @param ret_reason  why not, in the language of the screen
     */
    bool (*is_possible)(const void *arg, int id, struct safe_text *ret_reason);
};

struct action_table {
    const struct action *actions;
    size_t count;
};

/** The toolkit's own. */
const struct action_table *action_own(void);

/** The first row with an id; NULL when there is none. */
const struct action *action_of_id(const struct action_table *table, int id);

/** The row that binds a stroke in a scope; NULL when there is none. */
const struct action *action_of_stroke(const struct action_table *table,
                                      int scope, uint32_t stroke);

/** The row that g and a letter lead to; NULL when there is none. */
const struct action *action_of_letter(const struct action_table *table,
                                      uint32_t letter);

/** The n-th of its strokes, or STROKE_NONE. */
uint32_t action_stroke(const struct action *action, int n);

/** Whether a stroke belongs to somebody else: prefixes of screen and tmux,
 *  signals, keys that are other keys, and what window systems keep. */
bool action_stroke_is_taken(uint32_t stroke);

/**
 * Reads a program's table together with the toolkit's own, and tells what is
 * wrong, a line each: two actions on one key in one scope, a key that a
 * terminal cannot send or that belongs to somebody else (console rules: no
 * Ctrl-A, -B, -C, -\, -H, -I, -J, -M, -[, no F10, F11), no name, a change
 * without a reason or without a command, an unknown key.
 *
 * @return mistakes
 */
int action_lint(const struct action_table *table, FILE *report);

#endif
