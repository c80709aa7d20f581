/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers become lengths, heights and large digits. */

#include "tui/chart.h"

#include <string.h>

#include "tests/test.h"
#include "tests/tui/picture.h"

static struct grid *grid;
static struct surface surface;
static struct style style;

static int begin(void **state)
{
    (void)state;
    style = (struct style){ GLYPH_TIER_FULL, LANGUAGE_EN };
    if (grid_new(7, 40, &grid) < 0)
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

static const struct bar_row {
    const char *says;
    int permille;
    const char *shown;
} bar_rows[] = {
    { "nothing is empty", 0, "░░░░░░░░░░" },
    { "a half is half", 500, "█████░░░░░" },
    { "what rounds up does", 950, "██████████" },
    { "all is full", 1000, "██████████" },
    { "more than all is all", 5000, "██████████" },
    { "less than nothing is nothing", -3, "░░░░░░░░░░" },
};

static void bar_is_filled(void **state)
{
    const struct bar_row *row = *state;

    begin(NULL);
    chart_bar(&surface, (struct place){ 0, 0, 10, false }, LOOK(RUN, 0),
              row->permille);
    assert_string_equal(picture_row(grid, 0), row->shown);
    end(NULL);
}

static void a_spark_shows_the_newest(void **state)
{
    static const int64_t values[] = { 8, 0, 1, 2, CHART_UNKNOWN, 4, 8, 99 };
    struct series series = { values, 8, 8 };

    (void)state;
    chart_spark(&surface, (struct place){ 0, 0, 8, false }, LOOK(OK, 0),
                &series);
    assert_string_equal(picture_row(grid, 0), "█▁▁▂ ▄██");
    grid_clear(grid);
    chart_spark(&surface, (struct place){ 0, 0, 3, false }, LOOK(OK, 0),
                &series);
    assert_string_equal(picture_row(grid, 0), "▄██");
    grid_clear(grid);
    style.tier = GLYPH_TIER_ASCII;
    chart_spark(&surface, (struct place){ 0, 0, 8, false }, LOOK(OK, 0),
                &series);
    assert_string_equal(picture_row(grid, 0), "@__. -@@");
}

static void columns_are_drawn_in_eighths(void **state)
{
    static const int64_t values[] = { 16, 1, 9, 0 };
    struct series series = { values, 4, 16 };
    struct surface part = surface_part(&surface, 0, 0, 2, 8);

    (void)state;
    chart_columns(&part, LOOK(BUSY, 0), &series);
    assert_string_equal(picture_row(grid, 0), "██  ▁▁");
    assert_string_equal(picture_row(grid, 1), "██▁▁██");
    series.count = 0;
    chart_columns(&part, LOOK(BUSY, 0), &series);
}

static void large_digits_are_as_in_the_plan(void **state)
{
    (void)state;
    chart_digits(&surface, LOOK(CRIT, 0), "3:52");
    assert_string_equal(picture_of(grid),
                        "     ███████      ███████  ███████\n"
                        "          ██      ██            ██\n"
                        "          ██  ██  ██            ██\n"
                        "     ███████      ███████  ███████\n"
                        "          ██  ██       ██  ██\n"
                        "          ██           ██  ██\n"
                        "     ███████      ███████  ███████\n");
}

static void small_digits_are_as_in_the_plan(void **state)
{
    struct surface part = surface_part(&surface, 0, 0, 3, 16);

    (void)state;
    chart_digits(&part, LOOK(CRIT, 0), "3:52");
    assert_string_equal(picture_row(grid, 0), "▀▀▀█ ▄ █▀▀▀ ▀▀▀█");
    assert_string_equal(picture_row(grid, 1), " ▀▀█   ▀▀▀█ █▀▀▀");
    assert_string_equal(picture_row(grid, 2), "▄▄▄█ ▀ ▄▄▄█ █▄▄▄");
}

static void no_room_is_plain_and_so_are_words(void **state)
{
    struct surface part = surface_part(&surface, 0, 0, 3, 8);

    (void)state;
    chart_digits(&part, LOOK(CRIT, 0), "3:52");
    assert_string_equal(picture_row(grid, 1), "  3:52");
    assert_true(grid_cell(grid, 1, 2)->look.flags & LOOK_BOLD);
    grid_clear(grid);
    chart_digits(&surface, LOOK(CRIT, 0), "–");
    assert_non_null(strstr(picture_of(grid), "–"));
    style.tier = GLYPH_TIER_ASCII;
    grid_clear(grid);
    part = surface_part(&surface, 0, 0, 3, 16);
    chart_digits(&part, LOOK(CRIT, 0), "3:52");
    assert_string_equal(picture_row(grid, 1), "      3:52");
}

static void a_wave_has_two_sides_and_marks(void **state)
{
    static const uint8_t left[] = { 0, 64, 128, 255 },
                         right[] = { 255, 0, 0, 0 };
    struct wave wave = { .peaks = { left, right },
                         .names = { "agent", "caller" },
                         .count = 4,
                         .mark_count = 1 };

    (void)state;
    wave.marks[0].at = 2;
    wave.marks[0].glyph = GLYPH_WARN;
    safe_text_copy(&wave.marks[0].text, "refund");
    surface.columns = 17;
    chart_wave(&surface, &wave);
    assert_string_equal(picture_row(grid, 0), " agent  ▁▁▃▃▅▅██");
    assert_string_equal(picture_row(grid, 1), " caller ██▁▁▁▁▁▁");
    assert_string_equal(picture_row(grid, 2), "            ◊ r…");
    wave.count = 0;
    chart_wave(&surface, &wave);
}

static void progress_tells_what_is_left(void **state)
{
    struct progress progress = { .permille = 580, .left_s = 70 };

    (void)state;
    grid_free(grid);
    assert_int_equal(grid_new(1, 80, &grid), 0);
    surface = surface_of(grid, &style);
    safe_text_copy(&progress.name, "import 8817");
    chart_progress(&surface, 0, &progress);
    assert_string_equal(picture_row(grid, 0),
                        " import 8817              "
                        "█████████████████░░░░░░░░░░░░░  58 %  1:10");
}

static void tabs_stand_side_by_side(void **state)
{
    static const char *const names[] = { "Queues", "Skills", "Hours" };

    (void)state;
    chart_tabs(&surface, 0, names, 3, 1);
    assert_string_equal(picture_row(grid, 0), " Queues │ Skills │ Hours");
    assert_true(grid_cell(grid, 0, 10)->look.flags & LOOK_UNDERLINE);
    assert_false(grid_cell(grid, 0, 1)->look.flags & LOOK_UNDERLINE);
}

/* The surface has 40 columns. */
static void the_open_tab_is_in_sight(void **state)
{
    static const char *const names[] = { "Queues",       "Entries",
                                         "Trunks",       "Pause reasons",
                                         "Dispositions", "Prompts",
                                         "Ways out",     "Lookups" };

    (void)state;
    surface_fill(&surface, LOOK(TEXT, 0));
    chart_tabs(&surface, 0, names, 8, 0);
    assert_string_equal(picture_row(grid, 0), " Queues │ Entries │ Trunks │ …");
    surface_fill(&surface, LOOK(TEXT, 0));
    chart_tabs(&surface, 0, names, 8, 7);
    assert_string_equal(picture_row(grid, 0),
                        " … Prompts │ Ways out │ Lookups");
    surface_fill(&surface, LOOK(TEXT, 0));
    chart_tabs(&surface, 0, names, 8, 5);
    assert_string_equal(picture_row(grid, 0),
                        " … Dispositions │ Prompts │ Ways out │ …");
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, bar_is_filled, bar_rows);
#define CASE(f)                                                                \
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test_setup_teardown(   \
                             f, begin, end))
    CASE(a_spark_shows_the_newest);
    CASE(columns_are_drawn_in_eighths);
    CASE(large_digits_are_as_in_the_plan);
    CASE(small_digits_are_as_in_the_plan);
    CASE(no_room_is_plain_and_so_are_words);
    CASE(a_wave_has_two_sides_and_marks);
    CASE(progress_tells_what_is_left);
    CASE(tabs_stand_side_by_side);
    CASE(the_open_tab_is_in_sight);
    return test_list_run(&list);
}
