/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes share a length: needs before wishes, wishes before what is left. */

#include "tui/layout.h"

#include <string.h>

#include "tests/test.h"

enum { BOXES = 4 };

static const struct layout_row {
    const char *says;
    struct box boxes[BOXES];
    int count, length, gap;
    int cells[BOXES], at[BOXES];
} layout_rows[] = {
    { "what is needed is given",
      { { .min = 5 }, { .min = 7 } },
      2,
      20,
      1,
      { 5, 7 },
      { 0, 6 } },
    { "wishes are met",
      { { .min = 5, .want = 8 }, { .min = 7, .want = 7 } },
      2,
      20,
      1,
      { 8, 7 },
      { 0, 9 } },
    { "two wishes share evenly",
      { { .min = 2, .want = 10 }, { .min = 2, .want = 10 } },
      2,
      10,
      0,
      { 5, 5 },
      { 0, 5 } },
    { "what is left goes by weight",
      { { .min = 2, .weight = 3 }, { .min = 2, .weight = 1 } },
      2,
      12,
      0,
      { 8, 4 },
      { 0, 8 } },
    { "a limit passes it on",
      { { .min = 2, .max = 4, .weight = 3 }, { .min = 2, .weight = 1 } },
      2,
      12,
      0,
      { 4, 8 },
      { 0, 4 } },
    { "the highest drop goes first",
      { { .min = 5 }, { .min = 5, .drop = 1 }, { .min = 5, .drop = 2 } },
      3,
      12,
      1,
      { 5, 5, 0 },
      { 0, 6, 12 } },
    { "of equals the last goes",
      { { .min = 5, .drop = 1 }, { .min = 5, .drop = 1 }, { .min = 5 } },
      3,
      11,
      1,
      { 5, 0, 5 },
      { 0, 6, 6 } },
    { "what stays is cut from its end",
      { { .min = 5 }, { .min = 5 } },
      2,
      8,
      1,
      { 5, 2 },
      { 0, 6 } },
    { "no room is no room",
      { { .min = 5 }, { .min = 5 } },
      2,
      0,
      1,
      { 0, 0 },
      { 0, 0 } },
};

static void length_is_shared(void **state)
{
    const struct layout_row *row = *state;
    struct box boxes[BOXES];

    memcpy(boxes, row->boxes, sizeof(boxes));
    layout_share(boxes, row->count, row->length, row->gap);
    for (int i = 0; i < row->count; i++) {
        assert_int_equal(boxes[i].cells, row->cells[i]);
        if (boxes[i].cells > 0)
            assert_int_equal(boxes[i].at, row->at[i]);
    }
}

/* Nothing overlaps, nothing sticks out, nothing is below zero. */
static void boxes_never_overlap(void **state)
{
    unsigned seed = 3;

    (void)state;
    for (int i = 0; i < 20000; i++) {
        struct box boxes[8];
        int numbers[8 * 5 + 2];

        for (size_t n = 0; n < ARRAY_LEN(numbers); n++) {
            seed = seed * 1103515245u + 12345u;
            numbers[n] = (int)(seed >> 16) % 30;
        }
        for (int n = 0; n < 8; n++)
            boxes[n] = (struct box){ .min = numbers[n * 5],
                                     .want = numbers[n * 5 + 1],
                                     .max = numbers[n * 5 + 2],
                                     .weight = numbers[n * 5 + 3] % 4,
                                     .drop = numbers[n * 5 + 4] % 4 };
        int length = numbers[40] * 8, gap = numbers[41] % 3, end = 0;
        layout_share(boxes, 8, length, gap);
        for (int n = 0; n < 8; n++) {
            assert_true(boxes[n].cells >= 0);
            if (boxes[n].cells == 0)
                continue;
            assert_true(boxes[n].at >= end);
            end = boxes[n].at + boxes[n].cells + gap;
            assert_true(end - gap <= length);
        }
    }
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, length_is_shared, layout_rows);
    TEST_LIST_ADD(&list, boxes_never_overlap);
    return test_list_run(&list);
}
