/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Frames come as often as the line can take, and never queue. */

#include "tui/pace.h"

#include "tests/test.h"

enum { FRAME_US = 250000, MS = 1000 };

static struct pace pace;

static void the_first_frame_is_due_at_once(void **state)
{
    (void)state;
    pace_init(&pace, FRAME_US, true);
    assert_true(pace_due_us(&pace, 0) <= 0);
}

static void near_by_nothing_is_asked(void **state)
{
    (void)state;
    pace_init(&pace, FRAME_US, false);
    assert_false(pace_shown(&pace, 10 * MS, false));
    assert_int_equal(pace_due_us(&pace, 11 * MS), 10 * MS + FRAME_US);
}

static void far_away_a_frame_waits_for_the_answer(void **state)
{
    (void)state;
    pace_init(&pace, FRAME_US, true);
    assert_true(pace_shown(&pace, 0, false));
    assert_int_equal(pace_due_us(&pace, 300 * MS), PACE_FIRST_ANSWER_US);
    pace_answered(&pace, 320 * MS);
    assert_int_equal(pace_link(&pace), LINK_SLOW);
    assert_int_equal(pace_due_us(&pace, 320 * MS), FRAME_US * PACE_SLOW_FACTOR);
    assert_true(pace_shown(&pace, 1000 * MS, false));
    pace_answered(&pace, 1040 * MS);
    assert_int_equal(pace_link(&pace), LINK_FAST);
    assert_int_equal(pace_due_us(&pace, 1040 * MS), 1000 * MS + FRAME_US);
}

static void a_key_asks_nothing_and_needs_no_answer(void **state)
{
    (void)state;
    pace_init(&pace, FRAME_US, true);
    assert_true(pace_shown(&pace, 0, false));
    assert_false(pace_shown(&pace, 10 * MS, true));
    assert_true(pace.is_waiting);
    pace_answered(&pace, 30 * MS);
    assert_int_equal(pace.round_trip_us, 30 * MS);
}

static void a_mute_terminal_gets_a_frame_a_second(void **state)
{
    (void)state;
    pace_init(&pace, FRAME_US, true);
    pace_shown(&pace, 0, false);
    assert_int_equal(pace_due_us(&pace, PACE_FIRST_ANSWER_US), PACE_MUTE_US);
    assert_false(pace_shown(&pace, 1000 * MS, false));
    assert_int_equal(pace_due_us(&pace, 1001 * MS), 1000 * MS + PACE_MUTE_US);
}

/* The first frame, 5 kB at 2 kB/s, is what the answer comes behind. */
static void a_first_answer_may_come_after_all(void **state)
{
    (void)state;
    pace_init(&pace, FRAME_US, true);
    pace_shown(&pace, 0, false);
    assert_int_equal(pace_due_us(&pace, PACE_FIRST_ANSWER_US), PACE_MUTE_US);
    assert_false(pace_shown(&pace, 1000 * MS, false));
    pace_answered(&pace, 2800 * MS);
    assert_int_equal(pace_link(&pace), LINK_VERY_SLOW);
    assert_int_equal(pace_due_us(&pace, 2800 * MS),
                     1000 * MS + PACE_VERY_SLOW_FACTOR * FRAME_US);
    assert_true(pace_shown(&pace, 3000 * MS, false));
    pace_answered(&pace, 3040 * MS);
    assert_int_equal(pace_link(&pace), LINK_FAST);
}

static void a_late_answer_is_waited_for_three_seconds(void **state)
{
    (void)state;
    pace_init(&pace, FRAME_US, true);
    pace_shown(&pace, 0, false);
    pace_answered(&pace, 20 * MS);
    assert_true(pace_shown(&pace, 1000 * MS, false));
    assert_int_equal(pace_due_us(&pace, 2000 * MS), 1000 * MS + PACE_ANSWER_US);
    assert_int_equal(pace_due_us(&pace, 4000 * MS),
                     1000 * MS + PACE_VERY_SLOW_FACTOR * FRAME_US);
    assert_int_equal(pace_link(&pace), LINK_VERY_SLOW);
    assert_true(pace_shown(&pace, 4000 * MS, false));
    pace_answered(&pace, 4010 * MS);
    assert_int_equal(pace_link(&pace), LINK_FAST);
}

static void an_answer_nobody_asked_for_is_nothing(void **state)
{
    (void)state;
    pace_init(&pace, FRAME_US, true);
    pace_answered(&pace, 900 * MS);
    assert_int_equal(pace_link(&pace), LINK_FAST);
}

static void a_window_without_focus_gets_a_frame_a_second(void **state)
{
    (void)state;
    pace_init(&pace, FRAME_US, false);
    pace_focus(&pace, false);
    pace_shown(&pace, 0, false);
    assert_int_equal(pace_due_us(&pace, 1), PACE_UNFOCUSED_US);
    pace_focus(&pace, true);
    assert_int_equal(pace_due_us(&pace, 1), FRAME_US);
}

static void a_slow_link_shows_every_fifth_second(void **state)
{
    (void)state;
    pace_init(&pace, FRAME_US, true);
    assert_true(pace_ticks(&pace, 7000000));
    pace_shown(&pace, 0, false);
    pace_answered(&pace, 200 * MS);
    assert_false(pace_ticks(&pace, 7000000));
    assert_true(pace_ticks(&pace, 10000000));
}

static void reduced_motion_moves_every_ten_seconds(void **state)
{
    (void)state;
    int moved = 0, calm = 0;

    for (int second = 0; second < 60; second++) {
        moved += pace_moves(second * 1000000LL + 250000, false);
        calm += pace_moves(second * 1000000LL + 250000, true);
    }
    assert_int_equal(moved, 60);
    assert_int_equal(calm, 6);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, the_first_frame_is_due_at_once);
    TEST_LIST_ADD(&list, near_by_nothing_is_asked);
    TEST_LIST_ADD(&list, far_away_a_frame_waits_for_the_answer);
    TEST_LIST_ADD(&list, a_key_asks_nothing_and_needs_no_answer);
    TEST_LIST_ADD(&list, a_mute_terminal_gets_a_frame_a_second);
    TEST_LIST_ADD(&list, reduced_motion_moves_every_ten_seconds);
    TEST_LIST_ADD(&list, a_first_answer_may_come_after_all);
    TEST_LIST_ADD(&list, a_late_answer_is_waited_for_three_seconds);
    TEST_LIST_ADD(&list, an_answer_nobody_asked_for_is_nothing);
    TEST_LIST_ADD(&list, a_window_without_focus_gets_a_frame_a_second);
    TEST_LIST_ADD(&list, a_slow_link_shows_every_fifth_second);
    return test_list_run(&list);
}
