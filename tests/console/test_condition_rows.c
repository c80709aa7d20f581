/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition as rows, and as text again: one tree. */

#include "console/condition_rows.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

enum { PICTURE_SIZE = 1024 };

/* One row after the other: depth, "+" for all, "|" for any, "!" for not. */
static void draw(const struct condition_rows *rows, char text[PICTURE_SIZE])
{
    size_t length = 0;

    text[0] = '\0';
    for (int i = 0; i < rows->count; i++) {
        const struct condition_row *row = &rows->rows[i];
        const char *sign = row->kind == CONDITION_ROW_ALL   ? "+"
                           : row->kind == CONDITION_ROW_ANY ? "|"
                                                            : row->text;

        length += (size_t)snprintf(text + length, PICTURE_SIZE - length,
                                   "%s%d%s%s", i ? "  " : "", row->depth,
                                   row->is_not ? "!" : "", sign);
    }
}

static const struct view_row {
    const char *says;
    const char *text;
    const char *picture;
    const char *printed; /* NULL: as the text */
} view_rows[] = {
    { "no condition is a group of nothing", "", "0+", NULL },
    { "a comparison is all of one", "hour >= 8", "0+  1hour >= 8", NULL },
    { "a fact, too", "open(madrid)", "0+  1open(madrid)", NULL },
    { "all of two", "caller in vip and hour >= 8",
      "0+  1caller in vip  1hour >= 8", NULL },
    { "any of three", "hour < 8 or hour > 18 or weekday == sun",
      "0|  1hour < 8  1hour > 18  1weekday == sun", NULL },
    { "a group in a group", "caller in vip and (hour < 8 or hour > 18)",
      "0+  1caller in vip  1|  2hour < 8  2hour > 18", NULL },
    { "not of a part", "not open(madrid)", "0+  1!open(madrid)", NULL },
    { "not of a group", "not (hour < 8 or hour > 18)",
      "0!|  1hour < 8  1hour > 18", NULL },
    { "not twice is not at all", "not not open(madrid)", "0+  1open(madrid)",
      "open(madrid)" },
    { "sums stay in their part", "hour * 60 + minute > 500",
      "0+  1hour * 60 + minute > 500", NULL },
    { "brackets that are not needed go", "((hour < 8)) and (minute > 5)",
      "0+  1hour < 8  1minute > 5", "hour < 8 and minute > 5" },
};

static void is_the_same_tree(void **state)
{
    const struct view_row *row = *state;
    struct condition_mistake mistake;
    struct condition_rows rows;
    char picture[PICTURE_SIZE], text[CONDITION_MAX_LENGTH + 1];

    assert_int_equal(condition_rows_read(row->text, &rows, &mistake), 0);
    draw(&rows, picture);
    assert_string_equal(picture, row->picture);
    assert_int_equal(condition_rows_print(&rows, text), 0);
    assert_string_equal(text, row->printed ? row->printed : row->text);
}

static void a_mistake_has_its_place(void **state)
{
    struct condition_mistake mistake = { 0, NULL };
    struct condition_rows rows;

    (void)state;
    assert_int_equal(
        condition_rows_read("hour >= 8 and minute >", &rows, &mistake),
        -EINVAL);
    assert_int_equal(mistake.at, 22);
    assert_non_null(mistake.says);
}

static void assert_text(const struct condition_rows *rows, const char *is)
{
    char text[CONDITION_MAX_LENGTH + 1];

    assert_int_equal(condition_rows_print(rows, text), 0);
    assert_string_equal(text, is);
}

static void rows_come_and_go(void **state)
{
    struct condition_mistake mistake;
    struct condition_rows rows;

    (void)state;
    assert_int_equal(condition_rows_read("hour >= 8", &rows, &mistake), 0);
    assert_int_equal(condition_rows_add(&rows, 0, CONDITION_ROW_ANY, ""), 2);
    assert_text(&rows, "hour >= 8"); /* an empty group is nothing */
    assert_int_equal(
        condition_rows_add(&rows, 2, CONDITION_ROW_PART, "caller in vip"), 3);
    assert_int_equal(
        condition_rows_add(&rows, 3, CONDITION_ROW_PART, "month == 8"), 4);
    assert_text(&rows, "hour >= 8 and (caller in vip or month == 8)");
    rows.rows[2].is_not = true;
    assert_text(&rows, "hour >= 8 and not (caller in vip or month == 8)");
    rows.rows[2].kind = CONDITION_ROW_ALL;
    rows.rows[0].kind = CONDITION_ROW_ANY;
    assert_text(&rows, "hour >= 8 or not (caller in vip and month == 8)");
    condition_rows_remove(&rows, 2);
    assert_text(&rows, "hour >= 8");
    condition_rows_remove(&rows, 0);
    assert_int_equal(rows.count, 1);
    assert_text(&rows, "");
}

static void a_part_may_become_a_group(void **state)
{
    struct condition_mistake mistake = { 0, NULL };
    struct condition_rows rows;
    char picture[PICTURE_SIZE];

    (void)state;
    assert_int_equal(
        condition_rows_read("hour >= 8 and minute > 5", &rows, &mistake), 0);
    assert_int_equal(
        condition_rows_set(&rows, 1, "month == 1 or month == 2", &mistake), 0);
    draw(&rows, picture);
    assert_string_equal(picture,
                        "0+  1|  2month == 1  2month == 2  1minute > 5");
    assert_text(&rows, "(month == 1 or month == 2) and minute > 5");
    assert_int_equal(condition_rows_set(&rows, 4, "not hour < 3", &mistake), 0);
    assert_text(&rows, "(month == 1 or month == 2) and not hour < 3");
    assert_int_equal(condition_rows_set(&rows, 4, "hour <", &mistake), -EINVAL);
    assert_int_equal(mistake.at, 6);
    assert_int_equal(condition_rows_set(&rows, 4, "", &mistake), -EINVAL);
    assert_text(&rows, "(month == 1 or month == 2) and not hour < 3");
}

static void there_is_an_end_to_it(void **state)
{
    struct condition_mistake mistake;
    struct condition_rows rows;
    char text[CONDITION_MAX_LENGTH + 1];
    int at = 0, rc = 0;

    (void)state;
    assert_int_equal(condition_rows_read("", &rows, &mistake), 0);
    while (rc >= 0) {
        at = rc;
        rc = condition_rows_add(&rows, at, CONDITION_ROW_ANY, "");
    }
    assert_int_equal(rc, -ENOSPC); /* too deep */
    assert_int_equal(rows.rows[at].depth, CONDITION_MAX_DEPTH - 1);

    assert_int_equal(condition_rows_read("", &rows, &mistake), 0);
    for (rc = 0; rc >= 0;)
        rc = condition_rows_add(&rows, 0, CONDITION_ROW_PART,
                                "caller starts \"+34612\"");
    assert_int_equal(rc, -ENOSPC); /* too many */
    assert_int_equal(condition_rows_print(&rows, text), -ENOSPC);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_the_same_tree, view_rows);
    TEST_LIST_ADD(&list, a_mistake_has_its_place);
    TEST_LIST_ADD(&list, rows_come_and_go);
    TEST_LIST_ADD(&list, a_part_may_become_a_group);
    TEST_LIST_ADD(&list, there_is_an_end_to_it);

    return test_list_run(&list);
}
