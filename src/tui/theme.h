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
    THEME_MONO,
    THEME_COUNT,
};

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
 * COLORFGBG tells of a light background, and else dark.
 *
 * @param name  auto, dark, light, contrast, mono; NULL is auto
 * @param environment  getenv(), or a test's
 *
 * @return 0, or -ENOENT: no such theme
 */
int theme_choose(const char *name,
                 const char *(*environment)(const char *variable),
                 enum theme *ret_theme);

#endif
