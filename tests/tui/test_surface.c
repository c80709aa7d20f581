/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is drawn stays inside, is as wide as it says, and steers nothing. */

#include "tui/surface.h"

#include <string.h>

#include "tests/test.h"
#include "tests/tui/picture.h"

static struct grid *grid;
static struct style style;
static struct surface surface;

static int begin(void **state)
{
    (void)state;
    style = (struct style){ GLYPH_TIER_FULL, LANGUAGE_EN };
    if (grid_new(4, 20, &grid) < 0)
        return -1;
    surface = surface_of(grid, &style);
    return 0;
}

static int end(void **state)
{
    (void)state;
    grid = grid_free(grid);
    return 0;
}

static const struct text_row {
    const char *says;
    const char *bytes;
    const char *shown; /* in ten cells */
    int cells;
} text_rows[] = {
    { "plain words are shown", "Sales EN", "Sales EN", 8 },
    { "what is too long ends in an ellipsis", "Support Tier 1", "Support T…",
      10 },
    { "accents stay", "Dvořáková", "Dvořáková", 9 },
    { "a letter with its mark is one cell", "e\u0301a", "e\u0301a", 2 },
    { "a third mark is dropped", "e\u0301\u0302\u0303a", "e\u0301\u0302a", 2 },
    { "wide letters take two cells", "日本", "日本", 4 },
    { "a wide letter is not cut in half", "123456789日本", "123456789…", 10 },
    { "a line break is a blank", "a\nb", "a b", 3 },
    { "an escape is a dot", "\033[2J", "·[2J", 4 },
    { "C1 is a dot", "\302\2332J", "·2J", 3 },
    { "a reversal is left out, and marked", "\u202e123", "123◊", 4 },
    { "zero width is left out, and marked", "a\u200bb", "ab◊", 3 },
    { "a tag is left out, and marked", "a\U000E0041", "a◊", 2 },
    { "broken UTF-8 is replaced", "a\xff", "a\uFFFD", 2 },
    { "a mark alone sits on a blank", "\u0301x", "x", 2 },
};

static void text_is_shown(void **state)
{
    const struct text_row *row = *state;
    struct safe_text text;

    begin(NULL);
    safe_text_copy(&text, row->bytes);
    int cells = surface_text(&surface, (struct place){ 1, 2, 10, false },
                             LOOK(TEXT, 0), &text);
    const char *shown = picture_row(grid, 1);
    while (*shown == ' ')
        shown++;
    assert_string_equal(shown, row->shown);
    assert_int_equal(cells, row->cells);
    end(NULL);
}

static void a_box_has_titles_in_its_edge(void **state)
{
    (void)state;
    surface_box(&surface, "Left", "Right");
    assert_string_equal(picture_of(grid), "┌─ Left ─── Right ─┐\n"
                                          "│                  │\n"
                                          "│                  │\n"
                                          "└──────────────────┘\n");
}

static void the_ascii_tier_has_nothing_else(void **state)
{
    (void)state;
    style.tier = GLYPH_TIER_ASCII;
    struct surface inside = surface_box(&surface, "Vytížení", NULL);
    surface_words(&inside, (struct place){ 0, 0, 0, false }, LOOK(TEXT, 0),
                  "Dvořák – „ano“ 日");
    for (const char *at = picture_of(grid); *at; at++)
        assert_true((*at >= ' ' && *at < 0x7F) || *at == '\n');
    assert_string_equal(picture_row(grid, 1), "|Dvorak - \"ano\" ?  |");
}

static void nothing_leaves_a_part(void **state)
{
    (void)state;
    struct surface part = surface_part(&surface, 1, 5, 1, 4);
    surface_words(&part, (struct place){ 0, -2, 30, false }, LOOK(TEXT, 0),
                  "abcdefghij");
    surface_words(&part, (struct place){ 5, 0, 0, false }, LOOK(TEXT, 0),
                  "below");
    assert_string_equal(picture_row(grid, 0), "");
    assert_string_equal(picture_row(grid, 2), "");
    const char *row = picture_row(grid, 1);
    assert_int_equal(strspn(row, " "), 5);
    assert_true(strlen(row) <= 11);
}

static void half_a_wide_letter_goes(void **state)
{
    (void)state;
    surface_words(&surface, (struct place){ 0, 0, 0, false }, LOOK(TEXT, 0),
                  "日本");
    surface_words(&surface, (struct place){ 0, 1, 1, false }, LOOK(TEXT, 0),
                  "x");
    assert_string_equal(picture_row(grid, 0), " x本");
}

static void the_grid_lets_no_control_in(void **state)
{
    (void)state;
    grid_put(grid, 0, 0, (struct cell){ { 0x1B }, .width = 1 });
    grid_put(grid, 0, 1, (struct cell){ { 0x202E }, .width = 1 });
    grid_put(grid, 0, 2, (struct cell){ { 0x9B }, .width = 1 });
    assert_string_equal(picture_row(grid, 0), "···");
}

static void a_number_is_rebuilt(void **state)
{
    (void)state;
    struct safe_text text;

    safe_text_number(&text, "+44 (20) 7946-0958", 18);
    assert_string_equal(text.text, "+442079460958");
    assert_false(text.altered);
    safe_text_number(&text, "12\033[2J3", 7);
    assert_string_equal(text.text, "1223");
    assert_true(text.altered);
}

int main(void)
{
    struct test_list list = { 0 };

    for (size_t i = 0; i < ARRAY_LEN(text_rows); i++)
        test_list_add(
            &list, row_test(text_rows[i].says, text_is_shown, &text_rows[i]));
#define CASE(f)                                                                \
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test_setup_teardown(   \
                             f, begin, end))
    CASE(a_box_has_titles_in_its_edge);
    CASE(the_ascii_tier_has_nothing_else);
    CASE(nothing_leaves_a_part);
    CASE(half_a_wide_letter_goes);
    CASE(the_grid_lets_no_control_in);
    CASE(a_number_is_rebuilt);
    return test_list_run(&list);
}
