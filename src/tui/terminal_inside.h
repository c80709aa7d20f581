/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the terminal share; for them alone. */

#ifndef TUI_TERMINAL_INSIDE_H
#define TUI_TERMINAL_INSIDE_H

#include <stdio.h>

#include <curses.h>

#include "tui/outlet.h"
#include "tui/pen.h"
#include "tui/reply.h"
#include "tui/terminal.h"
#include "tui/terminfo.h"

struct terminal {
    int fd;
    int signals; /* of the exit guard */
    FILE *file;
    SCREEN *screen;
    WINDOW *keys; /* a pad, for reading: ncurses never draws it */
    const char *stand_in;
    enum glyph_tier tier;
    enum theme theme;
    bool has_extras; /* knows titles, pastes, focus: has a mouse */
    bool is_remote;
    bool has_frames; /* mode 2026, and nobody in between */
    struct terminfo info;
    struct outlet out; /* frames go here, past ncurses */
    struct pen pen;
    bool has_cursor; /* it can be seen */

    struct grid *shown; /* what is on the screen */
    bool wants_all;

    struct reply reply;
    int64_t heard_us; /* when something of an unfinished sequence came */
    int pressed_row, pressed_column; /* of the left button, the last time */
    bool is_gone;
};

/* Finds the tier, and sets LC_CTYPE to match: before ncurses looks at it. */
enum glyph_tier terminal_tier_find(const struct terminal_setup *setup, int fd,
                                   struct reply_facts *ret_facts);

/* Whether it repeats a character when told to: as it was seen to do, or else as
 * it should. */
bool terminal_repeats(const struct reply_facts *facts, bool should);

/* Writes bytes at once and whole, for beginnings and endings: it may block. */
void terminal_write(const struct terminal *terminal, const char *bytes);

/* What ends reports of the mouse and what terminal_extras_on() began. */
extern const char terminal_all_off[];

/* Switches what is on only while we are: pastes, focus, title. */
void terminal_extras_on(const struct terminal *terminal);
void terminal_extras_off(const struct terminal *terminal);

#endif
