/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A wallboard shows what matters at every size, in every language. */

#include "console/wallboard.h"

#include <stdio.h>
#include <string.h>

#include "tests/console/fixture.h"
#include "tests/console/golden.h"
#include "tests/test.h"
#include "tests/tui/picture.h"

static struct figures queues[WALLBOARD_QUEUES];

static struct wallboard make_board(enum language language)
{
    struct wallboard board = {
        .queues = queues,
        .queue_count = FIXTURE_QUEUES,
        .is_known = true,
        .next_page_s = 12,
        .wall_us = FIXTURE_WALL_US,
        .zone = "UTC",
        .link_role = ROLE_OK,
    };

    fixture_figures(language, queues, &board.all);
    safe_text_copy(&board.link, "live");
    return board;
}

static struct grid *draw(const struct wallboard *board, int rows, int columns,
                         struct style style)
{
    struct grid *grid;

    assert_int_equal(grid_new(rows, columns, &grid), 0);
    struct surface surface = surface_of(grid, &style);
    wallboard_draw(&surface, board);
    return grid;
}

static const struct picture_row {
    const char *says;
    const char *name;
    int rows, columns;
    struct style style;
} picture_rows[] = {
    { "a small screen",
      "wallboard-80x24-en",
      24,
      80,
      { GLYPH_TIER_FULL, LANGUAGE_EN } },
    { "a small screen in Spanish",
      "wallboard-80x24-es",
      24,
      80,
      { GLYPH_TIER_FULL, LANGUAGE_ES } },
    { "a small screen in Czech",
      "wallboard-80x24-cs",
      24,
      80,
      { GLYPH_TIER_FULL, LANGUAGE_CS } },
    { "a serial line",
      "wallboard-80x24-ascii",
      24,
      80,
      { GLYPH_TIER_ASCII, LANGUAGE_CS } },
    { "a television",
      "wallboard-160x45-en",
      45,
      160,
      { GLYPH_TIER_FULL, LANGUAGE_EN } },
    { "a television in Czech",
      "wallboard-160x45-cs",
      45,
      160,
      { GLYPH_TIER_FULL, LANGUAGE_CS } },
    { "a corner of a screen",
      "wallboard-40x12-en",
      12,
      40,
      { GLYPH_TIER_WGL, LANGUAGE_EN } },
};

static void is_as_somebody_has_seen_it(void **state)
{
    const struct picture_row *row = *state;
    struct wallboard board = make_board(row->style.language);
    struct grid *grid = draw(&board, row->rows, row->columns, row->style);

    golden_compare(grid, row->name);
    grid_free(grid);
}

static const struct style english = { GLYPH_TIER_FULL, LANGUAGE_EN };

static void a_queue_has_a_page_of_its_own(void **state)
{
    (void)state;
    struct wallboard board = make_board(LANGUAGE_EN);

    board.page = 1;
    struct grid *grid = draw(&board, 24, 80, english);
    golden_compare(grid, "wallboard-queue-80x24-en");
    grid_free(grid);
}

static void what_is_not_known_is_no_nought(void **state)
{
    (void)state;
    struct wallboard board = make_board(LANGUAGE_EN);

    figures_add_up(NULL, 0, &board.all);
    board.queue_count = 0;
    board.is_known = false;
    safe_text_copy(&board.link, "connecting");
    struct grid *grid = draw(&board, 24, 80, english);
    golden_compare(grid, "wallboard-unknown-80x24-en");
    assert_null(strstr(picture_of(grid), " 0 "));
    grid_free(grid);
}

/* 40 queues have no room: those that matter come first. */
static void of_too_many_queues_the_worst_are_shown(void **state)
{
    (void)state;
    struct wallboard board = make_board(LANGUAGE_EN);

    for (size_t i = FIXTURE_QUEUES; i < 40; i++)
        queues[i] = queues[4];
    queues[39] = queues[0];
    snprintf(queues[39].label.text, sizeof(queues[39].label.text), "Last");
    board.queue_count = 40;
    struct grid *grid = draw(&board, 24, 80, english);
    golden_compare(grid, "wallboard-crowd-80x24-en");
    assert_non_null(strstr(picture_of(grid), "▲ Last"));
    grid_free(grid);
}

/* No size makes it write outside, or fail. */
static void every_size_is_drawn(void **state)
{
    (void)state;
    struct wallboard board = make_board(LANGUAGE_ES);

    for (int rows = 1; rows <= 50; rows += 3)
        for (int columns = 1; columns <= 200; columns += 7)
            for (board.page = 0; board.page < 3; board.page++)
                grid_free(draw(&board, rows, columns, english));
}

static void without_colour_the_grade_is_a_word(void **state)
{
    (void)state;
    struct wallboard board = make_board(LANGUAGE_EN);
    struct grid *grid = draw(&board, 45, 160, english);
    const char *picture = picture_of(grid);

    assert_non_null(strstr(picture, "▲ CRITICAL"));
    assert_non_null(strstr(picture, "◊ WARNING"));
    grid_free(grid);
}

int main(void)
{
    struct test_list list = { 0 };

    (void)lang_open(NULL);
    TEST_LIST_ADD_ROWS(&list, is_as_somebody_has_seen_it, picture_rows);
    TEST_LIST_ADD(&list, a_queue_has_a_page_of_its_own);
    TEST_LIST_ADD(&list, what_is_not_known_is_no_nought);
    TEST_LIST_ADD(&list, of_too_many_queues_the_worst_are_shown);
    TEST_LIST_ADD(&list, every_size_is_drawn);
    TEST_LIST_ADD(&list, without_colour_the_grade_is_a_word);
    int code = test_list_run(&list);
    lang_close();
    return code;
}
