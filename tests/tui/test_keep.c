/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody arranges stays: columns, borders, and the list of both. */

#include "tui/keep.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/test.h"
#include "tests/tui/picture.h"
#include "tests/tui/sample_fixture.h"
#include "tui/split.h"

static const char *headings(void)
{
    return picture_row(ui_draw(sample.ui), 3);
}

static void values_are_kept_by_their_names(void **state)
{
    (void)state;
    static struct keep keep;

    memset(&keep, 0, sizeof(keep));
    assert_int_equal(keep_get(&keep, "one", 7), 7);
    keep_set(&keep, "one", 1);
    keep_set(&keep, "two words", -2);
    keep_set(&keep, "one", 3);
    assert_int_equal(keep_get(&keep, "one", 7), 3);
    assert_int_equal(keep_get(&keep, "two words", 7), -2);
    assert_int_equal(keep.count, 2);
}

static void the_oldest_gives_way(void **state)
{
    (void)state;
    static struct keep keep;
    char name[16];

    memset(&keep, 0, sizeof(keep));
    for (int i = 0; i < KEEP_MAX + 1; i++) {
        snprintf(name, sizeof(name), "n%d", i);
        keep_set(&keep, name, i);
    }
    assert_int_equal(keep.count, KEEP_MAX);
    assert_int_equal(keep_get(&keep, "n0", -1), -1);
    assert_int_equal(keep_get(&keep, "n1", -1), 1);
}

/* What is read back, and what in a file is no such line. */
static void a_file_goes_there_and_back(void **state)
{
    (void)state;
    static struct keep keep, again;
    char *text;
    size_t length;
    FILE *file = open_memstream(&text, &length);

    memset(&keep, 0, sizeof(keep));
    memset(&again, 0, sizeof(again));
    keep_set(&keep, "split.cockpit", 550);
    keep_set(&keep, "columns.1", INT64_MAX);
    assert_int_equal(keep_print(&keep, file), 0);
    fclose(file);
    keep_read(&again, text);
    assert_int_equal(keep_get(&again, "split.cockpit", 0), 550);
    assert_true(keep_get(&again, "columns.1", 0) == INT64_MAX);
    free(text);

    static char wide[200];
    memset(wide, 'w', sizeof(wide) - 1);
    keep_read(&again, "a\nb x\n 5\nc 99999999999999999999\nd 4 4\n\n");
    keep_read(&again, wide);
    assert_int_equal(again.count, 2);
}

static void a_column_is_left_out_and_comes_back(void **state)
{
    (void)state;
    assert_non_null(strstr(headings(), "Waiting  Oldest  State"));
    sample_press(&sample, "|");
    assert_non_null(strstr(picture_of(ui_draw(sample.ui)), "[x] Oldest"));
    sample_press(&sample, "j j Space");
    assert_non_null(strstr(picture_of(ui_draw(sample.ui)), "[ ] Oldest"));
    sample_press(&sample, "Enter");
    assert_non_null(strstr(headings(), "Waiting  State"));
    sample_press(&sample, "| j j Space |");
    assert_non_null(strstr(headings(), "Waiting  Oldest  State"));
}

static void the_first_column_stays(void **state)
{
    (void)state;
    sample_press(&sample, "| Space Enter");
    assert_non_null(strstr(headings(), "Queue"));
    table_leave_out_all(sample.table, -1);
    assert_non_null(strstr(picture_row(ui_draw(sample.ui), 4), "Support"));
}

/* Another table of the same headings is what a screen that comes back is. */
static void a_screen_that_comes_back_has_them_left_out(void **state)
{
    (void)state;
    sample_press(&sample, "| j Space Enter");
    assert_null(strstr(headings(), "Waiting"));
    table_leave_out_all(sample.table, 0);
    assert_null(strstr(headings(), "Waiting"));
}

static void keys_of_the_table_are_in_the_help(void **state)
{
    (void)state;
    sample_press(&sample, "?");
    const char *picture = picture_of(ui_draw(sample.ui));

    assert_non_null(strstr(picture, "sort by the next column"));
    assert_non_null(strstr(picture, "columns"));
    sample_press(&sample, "Esc");
    sample.now_us += 2000000; /* Esc and a letter at once is Alt */
    sample_press(&sample, "s");
    assert_int_equal(table_sorted_by(sample.table, NULL), 0);
}

static const struct split split = { "test", 20, 500 };

static const struct split_row {
    const char *says;
    int columns, steps;
    int left;
} split_rows[] = {
    { "in the middle at first", 80, 0, 39 },
    { "a step to the right", 80, 1, 43 },
    { "a step to the left", 80, -1, 35 },
    { "far to the right leaves the right pane its room", 80, 20, 59 },
    { "far to the left leaves the left pane its room", 80, -20, 20 },
    { "no room for both: they share", 21, 3, 10 },
    { "one column", 1, 1, 0 },
};

static void a_border_moves(void **state)
{
    const struct split_row *row = *state;

    sample_begin(NULL);
    split_move(&split, sample.ui, row->columns, row->steps);
    int left = split_left(&split, sample.ui, row->columns);
    sample_end(NULL);
    assert_int_equal(left, row->left);
}

/* At the end it goes back with the first step, and another width has the same
 * part. */
static void a_border_is_where_it_was_put(void **state)
{
    (void)state;
    for (int column = 20; column < 60; column++) {
        split_put(&split, sample.ui, 80, column);
        assert_int_equal(split_left(&split, sample.ui, 80), column);
    }
    split_put(&split, sample.ui, 80, 79);
    assert_int_equal(split_left(&split, sample.ui, 80), 59);
    split_move(&split, sample.ui, 80, -1);
    assert_int_equal(split_left(&split, sample.ui, 80), 55);
    assert_int_equal(split_left(&split, sample.ui, 160), 111);
}

static void a_border_is_dragged(void **state)
{
    (void)state;
    struct input input = { .kind = INPUT_CLICK,
                           .column = 50,
                           .pressed_column = 39 };

    assert_true(split_drag(&split, sample.ui, 80, &input));
    assert_int_equal(split_left(&split, sample.ui, 80), 50);
    /* From elsewhere, and back to where it was, nothing is dragged. */
    assert_false(split_drag(&split, sample.ui, 80, &input));
    input.column = input.pressed_column = 50;
    assert_false(split_drag(&split, sample.ui, 80, &input));
    assert_int_equal(split_left(&split, sample.ui, 80), 50);
}

static void a_kept_border_out_of_range_is_none(void **state)
{
    (void)state;
    ui_keep(sample.ui, "split.test", 70000);
    assert_int_equal(split_left(&split, sample.ui, 80), 39);
}

#define CASE(name)                                                             \
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test_setup_teardown(   \
                             name, sample_begin, sample_end))

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, values_are_kept_by_their_names);
    TEST_LIST_ADD(&list, the_oldest_gives_way);
    TEST_LIST_ADD(&list, a_file_goes_there_and_back);
    CASE(a_column_is_left_out_and_comes_back);
    CASE(the_first_column_stays);
    CASE(a_screen_that_comes_back_has_them_left_out);
    CASE(keys_of_the_table_are_in_the_help);
    TEST_LIST_ADD_ROWS(&list, a_border_moves, split_rows);
    CASE(a_border_is_where_it_was_put);
    CASE(a_border_is_dragged);
    CASE(a_kept_border_out_of_range_is_none);
    return test_list_run(&list);
}
