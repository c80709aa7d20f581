/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cells mean, and how a theme shows it. */

#ifndef TUI_THEME_H
#define TUI_THEME_H

#include <stdbool.h>
#include <stdint.h>

enum look_role {
#define ROLE(NAME, dark, light, contrast, eight, attributes, mono) ROLE_##NAME,
#include "tui/theme.def"
    ROLE_COUNT,
};

/* Beside the role; a meaning never hangs on one of these alone. */
enum look_flag {
    LOOK_BOLD = 1,
    LOOK_UNDERLINE = 2,
    LOOK_REVERSE = 4,
    LOOK_DIM = 8,
    LOOK_FOCUS = 16,  /* the row of the cursor */
    LOOK_HEADER = 32, /* the header, which has a ground of its own */
};

/* How something is written: meaning first. */
struct look {
    uint8_t role;  /* enum look_role */
    uint8_t flags; /* of enum look_flag */
};

#define LOOK(ROLE, flags_) ((struct look){ ROLE_##ROLE, (flags_) })

enum theme {
    THEME_DARK,
    THEME_LIGHT,
    THEME_CONTRAST, /* stands out 7 to 1, on black */
    THEME_OWN,      /* somebody's, see theme_own_set(); before: dark */
    THEME_MONO,
    THEME_COUNT,
};

/* A theme of somebody's own, for terminals of 256 colours; others show the
 * eight of the table. */
struct theme_own {
    int colours[ROLE_COUNT]; /* CONTRAST_FIRST on, or -1: the terminal's own */
    uint8_t flags[ROLE_COUNT]; /* LOOK_BOLD, _UNDERLINE, _REVERSE, _DIM */
    int focus;     /* the ground of the focused row and of the header */
    bool is_light; /* the terminal's ground is */
};

/** What a theme of the table is, to begin an own one with: dark, light or
 *  contrast. */
void theme_copy(enum theme theme, struct theme_own *ret_own);

/**
 * Looks whether all of it can be read: each role 4.5 to 1, on the ground and on
 * the focused row, the terminal's own ink included.
 *
 * @param ret_role   the first that cannot be read; ROLE_COUNT for the ink
 * @param ret_ratio  its contrast in thousandths
 */
bool theme_stands_out(const struct theme_own *own, int *ret_role,
                      int *ret_ratio);

/** Sets the own theme of this process, which has one terminal. Copied. */
void theme_own_set(const struct theme_own *own);
bool theme_has_own(void);

/* What a terminal is told: colours of its palette, or -1 for its own. */
struct paint {
    int foreground;
    int background;
    uint8_t flags; /* LOOK_BOLD, _UNDERLINE, _REVERSE, _DIM */
};

/**
 * Resolves a look.
 *
 * @param colours  the terminal has: 256, 88, 16, 8; below 8 all is mono
 */
struct paint theme_paint(enum theme theme, int colours, struct look look);

/**
 * Chooses a theme: NO_COLOR, when it is there and not empty, is mono, unless
 * CCLITE_COLOR is "always"; "never" there is mono, too. "auto" is light when
 * COLORFGBG tells of a light background, and else dark; where there is an own
 * one it is that. "own" is none without.
 *
 * @param name  auto, dark, light, contrast, own, mono; NULL is auto
 * @param environment  getenv(), or a test's
 *
 * @return 0, or -ENOENT: no such theme
 */
int theme_choose(const char *name,
                 const char *(*environment)(const char *variable),
                 enum theme *ret_theme);

#endif
