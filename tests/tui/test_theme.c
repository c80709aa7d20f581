/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is written can be read: by its contrast, and without any colour. */

#include "tui/theme.h"

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

/* The palette of 256 colours as XTerm has it: 16 named ones, which users
 * choose themselves, a cube of six levels, and 24 greys. */
static void colour_of(int number, double *ret_rgb)
{
    static const int levels[] = { 0, 95, 135, 175, 215, 255 };

    assert_in_range(number, 16, 255);
    if (number >= 232) {
        ret_rgb[0] = ret_rgb[1] = ret_rgb[2] = 8 + 10 * (number - 232);
        return;
    }
    ret_rgb[0] = levels[(number - 16) / 36];
    ret_rgb[1] = levels[(number - 16) / 6 % 6];
    ret_rgb[2] = levels[(number - 16) % 6];
}

/* Relative luminance and contrast ratio, WCAG 2.1. */
static double luminance(const double *rgb)
{
    static const double weights[] = { 0.2126, 0.7152, 0.0722 };
    double sum = 0;

    for (int i = 0; i < 3; i++) {
        double part = rgb[i] / 255;

        sum +=
            weights[i] *
            (part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(const double *a, const double *b)
{
    double left = luminance(a), right = luminance(b);

    return left > right ? (left + 0.05) / (right + 0.05)
                        : (right + 0.05) / (left + 0.05);
}

/* The terminal's own colours: white on black, or black on white. */
static const double black[] = { 0, 0, 0 }, white[] = { 255, 255, 255 };

static const struct theme_row {
    const char *says;
    enum theme theme;
    double least;
} theme_rows[] = {
    { "the dark theme stands out 4.5 to 1", THEME_DARK, 4.5 },
    { "the light theme stands out 4.5 to 1", THEME_LIGHT, 4.5 },
    { "the contrast theme stands out 7 to 1", THEME_CONTRAST, 7 },
};

static void shipped_themes_stand_out(void **state)
{
    const struct theme_row *row = *state;
    bool is_light = row->theme == THEME_LIGHT;

    for (uint8_t role = 0; role < ROLE_COUNT; role++)
        for (int focus = 0; focus < 2; focus++) {
            struct look look = { role, focus ? LOOK_FOCUS : 0 };
            struct paint paint = theme_paint(row->theme, 256, look);
            double ink[3], ground[3];

            memcpy(ink, is_light ? black : white, sizeof(ink));
            memcpy(ground, is_light ? white : black, sizeof(ground));
            if (paint.foreground >= 0)
                colour_of(paint.foreground, ink);
            if (paint.background >= 0)
                colour_of(paint.background, ground);
            if (contrast(ink, ground) < row->least)
                fail_msg("role %d on %s stands out %.2f to 1", role,
                         focus ? "the focused row" : "the ground",
                         contrast(ink, ground));
        }
}

static void mono_has_no_colour(void **state)
{
    (void)state;
    for (uint8_t role = 0; role < ROLE_COUNT; role++) {
        struct look look = { role, 0 };
        struct paint paint = theme_paint(THEME_MONO, 256, look);

        assert_int_equal(paint.foreground, -1);
        assert_int_equal(paint.background, -1);
        look.flags = LOOK_FOCUS;
        paint = theme_paint(THEME_MONO, 256, look);
        assert_true(paint.flags & LOOK_REVERSE);
        paint = theme_paint(THEME_DARK, 2, look);
        assert_int_equal(paint.foreground, -1);
    }
}

static void eight_colours_show_the_focus_by_reversal(void **state)
{
    (void)state;
    struct paint paint = theme_paint(THEME_DARK, 8, LOOK(OK, LOOK_FOCUS));

    assert_int_equal(paint.foreground, 6);
    assert_int_equal(paint.background, -1);
    assert_true(paint.flags & LOOK_REVERSE);
}

static const struct choice_row {
    const char *says;
    const char *name, *no_color, *ours, *ground;
    int rc;
    enum theme theme;
} choice_rows[] = {
    { "nothing said is dark", NULL, NULL, NULL, NULL, 0, THEME_DARK },
    { "auto is light on a light ground", "auto", NULL, NULL, "0;15", 0,
      THEME_LIGHT },
    { "auto is dark on a dark ground", "auto", NULL, NULL, "15;0", 0,
      THEME_DARK },
    { "a name wins over the ground", "contrast", NULL, NULL, "0;15", 0,
      THEME_CONTRAST },
    { "NO_COLOR is mono", "light", "1", NULL, NULL, 0, THEME_MONO },
    { "an empty NO_COLOR is none", "light", "", NULL, NULL, 0, THEME_LIGHT },
    { "CCLITE_COLOR=always wins", "light", "1", "always", NULL, 0,
      THEME_LIGHT },
    { "CCLITE_COLOR=never is mono", "light", NULL, "never", NULL, 0,
      THEME_MONO },
    { "an unknown name is refused", "pink", NULL, NULL, NULL, -2, 0 },
};

static const struct choice_row *asked;

static const char *environment(const char *variable)
{
    if (strcmp(variable, "NO_COLOR") == 0)
        return asked->no_color;
    if (strcmp(variable, "CCLITE_COLOR") == 0)
        return asked->ours;
    assert_string_equal(variable, "COLORFGBG");
    return asked->ground;
}

static void theme_is_chosen(void **state)
{
    enum theme theme = THEME_COUNT;

    asked = *state;
    assert_int_equal(theme_choose(asked->name, environment, &theme), asked->rc);
    assert_int_equal(theme, asked->rc < 0 ? THEME_COUNT : asked->theme);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, shipped_themes_stand_out, theme_rows);
    TEST_LIST_ADD(&list, mono_has_no_colour);
    TEST_LIST_ADD(&list, eight_colours_show_the_focus_by_reversal);
    TEST_LIST_ADD_ROWS(&list, theme_is_chosen, choice_rows);
    return test_list_run(&list);
}
