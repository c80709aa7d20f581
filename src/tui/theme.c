/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads the table of roles. */

#include "tui/theme.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "tui/contrast.h"

struct row {
    int colours[THEME_OWN];
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
static const int focus_ground[THEME_OWN] = { 236, 255, 236 };

static struct theme_own own;
static bool has_own;

void theme_copy(enum theme theme, struct theme_own *ret_own)
{
    assert(theme < THEME_OWN && ret_own);
    for (int role = 0; role < ROLE_COUNT; role++) {
        ret_own->colours[role] = rows[role].colours[theme];
        ret_own->flags[role] = rows[role].flags;
    }
    ret_own->focus = focus_ground[theme];
    ret_own->is_light = theme == THEME_LIGHT;
}

bool theme_stands_out(const struct theme_own *theme, int *ret_role,
                      int *ret_ratio)
{
    assert(theme && ret_role && ret_ratio);
    int ground = theme->is_light ? CONTRAST_WHITE : CONTRAST_BLACK;
    int plain = theme->is_light ? CONTRAST_BLACK : CONTRAST_WHITE;

    for (int role = 0; role <= ROLE_COUNT; role++) {
        int ink = role < ROLE_COUNT && theme->colours[role] >= 0
                      ? theme->colours[role]
                      : plain;
        int on_ground = contrast_ratio(ink, ground);
        int on_focus = contrast_ratio(ink, theme->focus);

        *ret_role = role;
        *ret_ratio = on_ground < on_focus ? on_ground : on_focus;
        if (*ret_ratio < CONTRAST_LEAST)
            return false;
    }
    return true;
}

void theme_own_set(const struct theme_own *theme)
{
    assert(theme);
    own = *theme;
    has_own = true;
}

bool theme_has_own(void)
{
    return has_own;
}

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

    bool is_own = theme == THEME_OWN && has_own && colours >= 256;
    uint8_t flags = look.flags | (is_own ? own.flags[look.role] : row->flags);
    if (colours < 256) {
        struct paint paint = paint_without_colour(flags, is_focused);
        paint.foreground = row->eight;
        return paint;
    }
    if (theme == THEME_OWN)
        theme = THEME_DARK;
    return (struct paint){
        is_own ? own.colours[look.role] : row->colours[theme],
        !is_focused ? -1
        : is_own    ? own.focus
                    : focus_ground[theme],
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
                                                    "own", "mono" };

    assert(environment && ret_theme);
    enum theme theme = THEME_COUNT;

    if (!name || strcmp(name, "auto") == 0)
        theme = has_own                              ? THEME_OWN
                : is_light(environment("COLORFGBG")) ? THEME_LIGHT
                                                     : THEME_DARK;
    for (int i = 0; name && i < THEME_COUNT; i++)
        if (strcmp(name, names[i]) == 0)
            theme = (enum theme)i;
    if (theme == THEME_COUNT || (theme == THEME_OWN && !has_own))
        return -ENOENT;

    *ret_theme = is_colourless(environment) ? THEME_MONO : theme;
    return 0;
}
