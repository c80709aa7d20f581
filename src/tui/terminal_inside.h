/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the terminal share; for them alone. */

#ifndef TUI_TERMINAL_INSIDE_H
#define TUI_TERMINAL_INSIDE_H

#include <stdio.h>

#include <curses.h>

#include "tui/reply.h"
#include "tui/terminal.h"

struct terminal {
    int fd;
    int signals; /* of the exit guard */
    FILE *file;
    SCREEN *screen;
    const char *stand_in;
    enum glyph_tier tier;
    enum theme theme;
    int colours;
    bool has_extras; /* knows titles, pastes, focus: has a mouse */
    bool is_remote;
    bool has_frames;            /* mode 2026, and nobody in between */
    short pairs[ROLE_COUNT][2]; /* by role, and whether on a ground */

    struct grid *shown; /* what is on the screen */
    bool wants_all;

    struct reply reply;
    int64_t heard_us; /* when something of an unfinished sequence came */
    bool is_gone;
};

/* Finds the tier, and sets LC_CTYPE to match: before ncurses looks at it. */
enum glyph_tier terminal_tier_find(const struct terminal_setup *setup, int fd,
                                   struct reply_facts *ret_facts);

/* Makes the colour pairs of the theme. */
void terminal_pairs_make(struct terminal *terminal);

/* Writes bytes that ncurses does not know of, whole. */
void terminal_write(const struct terminal *terminal, const char *bytes);

/* Switches what is on only while we are: pastes, focus, title. */
void terminal_extras_on(const struct terminal *terminal);
void terminal_extras_off(const struct terminal *terminal);

#endif
