/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table for every screen that is read. */

#include "tui/scroll.h"

#include <assert.h>

#include "tui/input.h"

bool scroll_input(const struct input *input, long page, long *ret_by)
{
    assert(input && page >= 0 && ret_by);
    if (input->kind == INPUT_WHEEL) {
        *ret_by = input->wheel;
        return true;
    }
    switch (input->kind == INPUT_STROKE ? input->stroke : 0) {
    case STROKE_UP:
    case 'k':
        *ret_by = -1;
        return true;
    case STROKE_DOWN:
    case 'j':
        *ret_by = 1;
        return true;
    case STROKE_PAGE_UP:
        *ret_by = -page;
        return true;
    case STROKE_PAGE_DOWN:
        *ret_by = page;
        return true;
    case STROKE_HOME:
        *ret_by = -SCROLL_ALL;
        return true;
    case STROKE_END:
        *ret_by = SCROLL_ALL;
        return true;
    default:
        return false;
    }
}
