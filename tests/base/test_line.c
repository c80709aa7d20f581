/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line grows piece by piece and never breaks. */

#include "base/line.h"

#include <string.h>

#include "tests/test.h"

static void pieces_follow_each_other(void **state)
{
    (void)state;
    char text[32] = "";
    struct line line = { text, sizeof(text), 0 };

    line_add(&line, "%d", 7);
    line_add(&line, " %s=", "name");
    line_add_quoted(&line, "x");

    assert_string_equal(text, "7 name=\"x\"");
    assert_int_equal(line.length, strlen(text));
}

static void text_from_outside_cannot_break_a_line(void **state)
{
    (void)state;
    char text[64];
    struct line line = { text, sizeof(text), 0 };

    line_add_quoted(&line, "a \"b\"\\\n\xC3\xA9");

    assert_string_equal(text, "\"a \\x22b\\x22\\x5c\\x0a\\xc3\\xa9\"");
}

static void a_line_may_be_filled_to_the_last_byte(void **state)
{
    (void)state;
    char text[4];
    struct line line = { text, sizeof(text), 0 };

    line_add(&line, "abc");

    assert_string_equal(text, "abc");
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, pieces_follow_each_other);
    TEST_LIST_ADD(&list, text_from_outside_cannot_break_a_line);
    TEST_LIST_ADD(&list, a_line_may_be_filled_to_the_last_byte);
    return test_list_run(&list);
}
