/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read moves by the same keys everywhere. */

#include "tui/scroll.h"

#include "tests/test.h"
#include "tui/input.h"

enum { PAGE = 7, STAYS = 12345 };

struct scroll_row {
    const char *says;
    struct input input;
    long by;
};

#define KEY(key)                                                               \
    {                                                                          \
        .kind = INPUT_STROKE, .stroke = (key)                                  \
    }

static const struct scroll_row rows[] = {
    { "a row up by an arrow", KEY(STROKE_UP), -1 },
    { "... and by k", KEY('k'), -1 },
    { "a row down by an arrow", KEY(STROKE_DOWN), 1 },
    { "... and by j", KEY('j'), 1 },
    { "a page up", KEY(STROKE_PAGE_UP), -PAGE },
    { "a page down", KEY(STROKE_PAGE_DOWN), PAGE },
    { "to the begin", KEY(STROKE_HOME), -SCROLL_ALL },
    { "to the end", KEY(STROKE_END), SCROLL_ALL },
    { "as the wheel turns", { .kind = INPUT_WHEEL, .wheel = 3 }, 3 },
    { "another key moves nothing", KEY('x'), STAYS },
    { "a click moves nothing", { .kind = INPUT_CLICK, .stroke = 'j' }, STAYS },
};

static void moves(void **state)
{
    const struct scroll_row *row = *state;
    long by = STAYS;

    assert_int_equal(scroll_input(&row->input, PAGE, &by), row->by != STAYS);
    assert_int_equal(by, row->by);
}

int main(void)
{
    struct test_list list = { 0 };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        test_list_add(&list, row_test(rows[i].says, moves, &rows[i]));
    return test_list_run(&list);
}
