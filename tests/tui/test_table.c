/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows come, go and move; what is selected, marked and sorted stays. */

#include "tui/table.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/test.h"
#include "tests/tui/picture.h"
#include "tui/clipboard.h"

/* Rows are numbers; a row's id is its number. */
static uint64_t rows[2000];
static size_t row_total;
static size_t cells_asked;
static struct table *table;
static struct grid *grid;
static struct surface surface;
static const struct style style = { GLYPH_TIER_FULL, LANGUAGE_EN };

static size_t count(void *arg)
{
    (void)arg;
    return row_total;
}

static void fill_row(void *arg, size_t row, struct table_row *ret_row)
{
    (void)arg;
    assert_true(row < row_total);
    *ret_row = (struct table_row){ .id = rows[row] };
}

static void fill_cell(void *arg, size_t row, int column,
                      struct table_cell *ret_cell)
{
    (void)arg;
    cells_asked++;
    safe_text_format(&ret_cell->text, column ? "%03d" : "row %d",
                     (int)rows[row] * (column ? 7 : 1) % 1000);
    ret_cell->look = LOOK(TEXT, 0);
}

enum { LONG_BYTES = 201 }; /* with the end of the line */

static void fill_long(void *arg, size_t row, int column,
                      struct table_cell *ret_cell)
{
    (void)arg;
    (void)column;
    safe_text_format(&ret_cell->text, "%0200d", (int)row);
}

static void fill_hostile(void *arg, size_t row, int column,
                         struct table_cell *ret_cell)
{
    static const char *const names[] = { "=1;=2", "+44770", "a,\"b\"" };

    (void)arg;
    (void)column;
    safe_text_copy(&ret_cell->text, names[row]);
}

static void fill_steps(void *arg, size_t row, int column,
                       struct table_cell *ret_cell)
{
    (void)arg;
    (void)row;
    safe_text_copy(&ret_cell->text, "seven");
    ret_cell->step_count = 8;
    for (int64_t i = 0; i < 8; i++)
        ret_cell->steps[i] = i + 1;
    if (column > 0)
        ret_cell->step_count = 0;
    if (column > 0)
        safe_text_copy(&ret_cell->text, "7");
}

static int compare(void *arg, size_t a, size_t b, int column)
{
    uint64_t left = rows[a], right = rows[b];

    (void)arg;
    if (column == 1) {
        left = left * 7 % 1000;
        right = right * 7 % 1000;
    }
    return (left > right) - (left < right);
}

static const struct table_column columns[] = {
    { "Name", 8, 10, 1, 0, false, true },
    { "Number", 6, 6, 0, 1, true, true },
    { "Third", 6, 6, 0, 2, false, false },
};

static int begin(void **state)
{
    struct table_source source = { count, fill_row, fill_cell,
                                   NULL,  compare,  NULL };

    (void)state;
    row_total = 50;
    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        rows[i] = 100 + i;
    if (grid_new(6, 40, &grid) < 0 ||
        table_new(columns, 3, &source, &table) < 0)
        return -1;
    surface = surface_of(grid, &style);
    return 0;
}

static int end(void **state)
{
    (void)state;
    table = table_free(table);
    grid = grid_free(grid);
    return 0;
}

static void draw(int64_t now_us)
{
    grid_clear(grid);
    cells_asked = 0;
    table_draw(table, &surface, true, now_us);
}

static enum table_event press(const char *key, int64_t now_us)
{
    struct input input = { .kind = INPUT_STROKE,
                           .stroke = stroke_find(key, strlen(key)) };

    return table_input(table, &input, now_us);
}

static uint64_t selected(void)
{
    uint64_t id = 0;

    assert_true(table_selected_id(table, &id));
    return id;
}

static void only_rows_in_sight_are_read(void **state)
{
    (void)state;
    row_total = ARRAY_LEN(rows);
    draw(0);
    assert_int_equal(cells_asked, 5 * 3);
    assert_string_equal(picture_row(grid, 1),
                        " ▌ row 100                  700  700");
    press("End", 0);
    draw(0);
    assert_int_equal(cells_asked, 5 * 3);
    assert_int_equal(selected(), 100 + ARRAY_LEN(rows) - 1);
}

static void narrow_tables_drop_columns(void **state)
{
    (void)state;
    surface.columns = 22;
    draw(0);
    assert_string_equal(picture_row(grid, 0), "   Name        Number");
    surface.columns = 14;
    draw(0);
    assert_string_equal(picture_row(grid, 0), "   Name");
}

static void the_selection_follows_its_row(void **state)
{
    (void)state;
    draw(0);
    press("j", 0);
    press("Down", 0);
    assert_int_equal(selected(), 102);
    memmove(rows + 1, rows, 60 * sizeof(rows[0]));
    rows[0] = 7;
    draw(0);
    assert_int_equal(selected(), 102);
    assert_int_equal(grid_cursor(grid).row, 4);
}

static void a_row_that_goes_leaves_its_place(void **state)
{
    (void)state;
    draw(0);
    press("j", 0);
    memmove(rows + 1, rows + 2, 60 * sizeof(rows[0]));
    row_total--;
    draw(0);
    assert_int_equal(selected(), 102);
    row_total = 1;
    draw(0);
    assert_int_equal(selected(), 100);
    row_total = 0;
    draw(0);
    uint64_t id;
    assert_false(table_selected_id(table, &id));
    assert_int_equal(table_selected(table), SIZE_MAX);
    assert_int_equal(press("Enter", 0), TABLE_IGNORED);
    assert_int_equal(press("Space", 0), TABLE_TAKEN);
    assert_int_equal(press("j", 0), TABLE_TAKEN);
}

static void movement_stops_at_the_ends(void **state)
{
    (void)state;
    draw(0);
    press("k", 0);
    assert_int_equal(selected(), 100);
    press("PgDn", 0);
    assert_int_equal(selected(), 105);
    press("PgUp", 0);
    press("PgUp", 0);
    assert_int_equal(selected(), 100);
    press("G", 0);
    press("j", 0);
    assert_int_equal(selected(), 149);
    press("Home", 0);
    assert_int_equal(selected(), 100);
    assert_int_equal(press("Enter", 0), TABLE_OPENED);
    assert_int_equal(press("x", 0), TABLE_IGNORED);
}

static void the_order_is_frozen_while_somebody_works(void **state)
{
    (void)state;
    table_sort(table, 0, true);
    draw(0);
    assert_int_equal(selected(), 149);
    press("Down", 1000000);
    rows[row_total++] = 999; /* first, in this order */
    draw(2000000);
    assert_string_equal(picture_row(grid, 1),
                        "   row 149                  043  043");
    press("End", 2000000);
    assert_int_equal(selected(), 999);
    press("Home", 2000000);
    draw(2000000 + TABLE_FROZEN_US);
    press("Home", 2000000 + TABLE_FROZEN_US);
    assert_int_equal(selected(), 999);
}

static void r_orders_anew_at_once(void **state)
{
    (void)state;
    table_sort(table, 0, true);
    draw(0);
    press("Down", 0);
    rows[row_total++] = 999;
    press("r", 1);
    draw(1);
    press("Home", 1);
    assert_int_equal(selected(), 999);
}

static void s_sorts_by_the_next_column_and_back(void **state)
{
    bool is_descending;

    (void)state;
    press("s", 0);
    assert_int_equal(table_sorted_by(table, &is_descending), 0);
    press("s", 0);
    assert_int_equal(table_sorted_by(table, &is_descending), 1);
    press("S", 0);
    assert_int_equal(table_sorted_by(table, &is_descending), 1);
    assert_true(is_descending);
    draw(0);
    assert_string_equal(picture_row(grid, 0),
                        "   Name                  Number▼ Third");
    press("s", 0);
    assert_int_equal(table_sorted_by(table, NULL), -1);
}

/* Against the naive order: each column, both ways, 2,000 rows. */
static void a_sorted_table_is_in_order(void **state)
{
    (void)state;
    row_total = ARRAY_LEN(rows);
    for (int column = 0; column < 2; column++)
        for (int down = 0; down < 2; down++) {
            table_sort(table, column, down);
            draw(0);
            press("Home", 0);
            size_t last = table_selected(table);
            for (size_t i = 1; i < row_total; i++) {
                press("Down", 0);
                size_t here = table_selected(table);
                int order = compare(NULL, last, here, column);
                assert_true(down ? order >= 0 : order <= 0);
                last = here;
            }
        }
}

static void marks_stay_with_their_rows(void **state)
{
    (void)state;
    draw(0);
    press("Space", 0);
    press("Space", 0);
    assert_int_equal(table_marked(table), 2);
    assert_true(table_is_marked(table, 101));
    table_sort(table, 0, true);
    draw(0);
    assert_true(table_is_marked(table, 100));
    press("End", 0);
    press("Space", 0);
    assert_int_equal(table_marked(table), 1);
    press("*", 0);
    assert_int_equal(table_marked(table), 50);
    press("*", 0);
    assert_int_equal(table_marked(table), 0);
}

/* The selected row, or the marked ones as they are shown. */
static void rows_are_copied_as_lines_of_cells(void **state)
{
    char *text = NULL;

    (void)state;
    draw(0);
    assert_int_equal(table_copy(table, &text), 1);
    assert_string_equal(text, "row 100\t700\t700\n");
    free(text);
    table_leave_out(table, 2, true);
    table_select(table, 102);
    press("Space", 0);
    press("Space", 0);
    assert_int_equal(table_copy(table, &text), 2);
    assert_string_equal(text, "row 102\t714\nrow 103\t721\n");
    free(text);
    row_total = 0;
    assert_int_equal(table_copy(table, &text), 0);
}

/* Below the headings of the language; a name may be anything. */
static void rows_are_written_for_spreadsheets(void **state)
{
    static const struct table_column one[] = { { "Name", 8, 10, 1, 0, false,
                                                 true } };
    struct table_source source = { count, fill_row, fill_hostile,
                                   NULL,  NULL,     NULL };
    char text[512] = "", *copied = NULL;
    FILE *file = fmemopen(text, sizeof(text), "w");

    (void)state;
    row_total = 3;
    table = table_free(table);
    assert_int_equal(table_new(one, 1, &source, &table), 0);
    assert_int_equal(table_print(table, LANGUAGE_EN, file), 3);
    fflush(file);
    assert_string_equal(text, "Name\r\n\"'=1;'=2\"\r\n\"+44770\"\r\n"
                              "\"a,\"\"b\"\"\"\r\n");
    rewind(file);
    press("Down", 0);
    press("Space", 0);
    assert_int_equal(table_print(table, LANGUAGE_EN, file), 1);
    fclose(file);
    assert_non_null(strstr(text, "Name\r\n\"+44770\"\r\n"));
    press("Space", 0);
    press("Home", 0);
    press("*", 0);
    press("*", 0);
    assert_int_equal(table_copy(table, &copied), 1);
    assert_string_equal(copied, "'=1;'=2\n");
    free(copied);
}

static void a_copy_ends_with_a_whole_row(void **state)
{
    static const struct table_column one[] = { { "Name", 8, 10, 1, 0, false,
                                                 true } };
    struct table_source source = {
        count, fill_row, fill_long, NULL, NULL, NULL
    };
    char *text = NULL;

    (void)state;
    row_total = ARRAY_LEN(rows);
    table = table_free(table);
    assert_int_equal(table_new(one, 1, &source, &table), 0);
    press("*", 0);
    size_t copied = table_copy(table, &text);
    assert_true(copied > 300 && copied < row_total);
    assert_int_equal(strlen(text), copied * LONG_BYTES);
    assert_true(strlen(text) < TABLE_COPY_BYTES);
    assert_int_equal(text[strlen(text) - 1], '\n');
    free(text);
}

static void what_is_copied_can_end_no_sequence(void **state)
{
    (void)state;
    char *bytes = clipboard_write("Ana\t4:12\n", false);

    assert_string_equal(bytes, "\033]52;c;QW5hCTQ6MTIK\033\\");
    free(bytes);
    bytes = clipboard_write("\033\\\a", true);
    assert_string_equal(bytes, "\033]52;c;G1wH\033\\"
                               "\033Ptmux;\033\033]52;c;G1wH\033\033\\\033\\");
    free(bytes);
}

/* The newest stand at the right end, as high as they are. */
static void steps_are_drawn_as_columns(void **state)
{
    struct table_source source = {
        count, fill_row, fill_steps, NULL, NULL, NULL
    };

    (void)state;
    table = table_free(table);
    assert_int_equal(table_new(columns, 2, &source, &table), 0);
    row_total = 1;
    draw(0);
    assert_non_null(strstr(picture_of(grid), "▁▂▃▄▅▆▇█"));
    assert_null(strstr(picture_of(grid), "seven"));
}

static void a_row_is_selected_before_it_comes(void **state)
{
    (void)state;
    draw(0);
    table_select(table, 555);
    rows[row_total++] = 555;
    draw(0);
    assert_int_equal(selected(), 555);
}

static void clicks_and_the_wheel_select(void **state)
{
    struct input click = { .kind = INPUT_CLICK, .row = 3 };
    struct input wheel = { .kind = INPUT_WHEEL, .wheel = 3 };

    (void)state;
    draw(0);
    assert_int_equal(table_input(table, &click, 0), TABLE_TAKEN);
    assert_int_equal(selected(), 102);
    assert_int_equal(table_input(table, &click, 0), TABLE_OPENED);
    table_input(table, &wheel, 0);
    assert_int_equal(selected(), 105);
    click.row = 0;
    assert_int_equal(table_input(table, &click, 0), TABLE_IGNORED);
    click.row = 4711;
    assert_int_equal(table_input(table, &click, 0), TABLE_IGNORED);
}

int main(void)
{
    struct test_list list = { 0 };

#define CASE(f)                                                                \
    test_list_add(&list, (struct CMUnitTest)cmocka_unit_test_setup_teardown(   \
                             f, begin, end))
    CASE(only_rows_in_sight_are_read);
    CASE(narrow_tables_drop_columns);
    CASE(the_selection_follows_its_row);
    CASE(a_row_that_goes_leaves_its_place);
    CASE(movement_stops_at_the_ends);
    CASE(the_order_is_frozen_while_somebody_works);
    CASE(r_orders_anew_at_once);
    CASE(s_sorts_by_the_next_column_and_back);
    CASE(a_sorted_table_is_in_order);
    CASE(marks_stay_with_their_rows);
    CASE(rows_are_copied_as_lines_of_cells);
    CASE(rows_are_written_for_spreadsheets);
    CASE(a_copy_ends_with_a_whole_row);
    CASE(what_is_copied_can_end_no_sequence);
    CASE(steps_are_drawn_as_columns);
    CASE(a_row_is_selected_before_it_comes);
    CASE(clicks_and_the_wheel_select);
    return test_list_run(&list);
}
