/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the table of roles. */

#include "tui/theme.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct row {
    int colours[THEME_MONO];
    int eight;
    uint8_t flags;
    uint8_t mono;
};

static const struct row rows[ROLE_COUNT] = {
#define ROLE(NAME, dark, light, contrast, eight, flags, mono)                  \
    { { dark, light, contrast }, eight, flags, mono },
#include "tui/theme.def"
};

/* The focused row and the header have a ground of their own. */
static const int focus_ground[THEME_MONO] = { 236, 255, 236 };

static uint8_t plain_flags(uint8_t flags)
{
    return flags & (LOOK_BOLD | LOOK_UNDERLINE | LOOK_REVERSE | LOOK_DIM);
}

/* Two reversals are none: what stands out by it would vanish on the row. */
static struct paint paint_without_colour(uint8_t flags, bool is_focused)
{
    if (is_focused)
        flags |= LOOK_REVERSE;
    return (struct paint){ -1, -1, plain_flags(flags) };
}

struct paint theme_paint(enum theme theme, int colours, struct look look)
{
    assert(theme < THEME_COUNT && look.role < ROLE_COUNT);

    const struct row *row = &rows[look.role];
    bool is_focused = look.flags & (LOOK_FOCUS | LOOK_HEADER);

    if (theme == THEME_MONO || colours < 8)
        return paint_without_colour(look.flags | row->mono, is_focused);

    uint8_t flags = look.flags | row->flags;
    if (colours < 256) {
        struct paint paint = paint_without_colour(flags, is_focused);
        paint.foreground = row->eight;
        return paint;
    }
    return (struct paint){
        row->colours[theme],
        is_focused ? focus_ground[theme] : -1,
        plain_flags(flags),
    };
}

/* COLORFGBG is "foreground;background" or "foreground;x;background". */
static bool is_light(const char *colours)
{
    const char *last = colours ? strrchr(colours, ';') : NULL;

    return last && (strcmp(last, ";7") == 0 || strcmp(last, ";15") == 0);
}

static bool is_colourless(const char *(*environment)(const char *))
{
    const char *ours = environment("CCLITE_COLOR");
    const char *none = environment("NO_COLOR");

    if (ours && strcmp(ours, "always") == 0)
        return false;
    return (ours && strcmp(ours, "never") == 0) || (none && *none);
}

int theme_choose(const char *name,
                 const char *(*environment)(const char *variable),
                 enum theme *ret_theme)
{
    static const char *const names[THEME_COUNT] = { "dark", "light", "contrast",
                                                    "mono" };

    assert(environment && ret_theme);
    enum theme theme = THEME_COUNT;

    if (!name || strcmp(name, "auto") == 0)
        theme = is_light(environment("COLORFGBG")) ? THEME_LIGHT : THEME_DARK;
    for (int i = 0; name && i < THEME_COUNT; i++)
        if (strcmp(name, names[i]) == 0)
            theme = (enum theme)i;
    if (theme == THEME_COUNT)
        return -ENOENT;

    *ret_theme = is_colourless(environment) ? THEME_MONO : theme;
    return 0;
}
