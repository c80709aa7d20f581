/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an agent has done today. */

#include "core/core.h"

#include "tests/core/situation.h"
#include "tests/test.h"

static const int64_t DAY_US = INT64_C(86400) * SECOND_US;

static const struct desk_row *ann(const struct story *story)
{
    return state_desk(core_state(story->core), ANN);
}

static void give(struct story *story, struct command command)
{
    story_lead(story, &command, 1);
}

static void counts_a_talk_with_its_hold(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, TALKING);
    assert_int_equal(ann(&story)->offered, 1);
    assert_int_equal(ann(&story)->handled, 0);
    story.now_us += 5 * SECOND_US;
    give(&story, (struct command)HOLD(ANN));
    story.now_us += 7 * SECOND_US;
    give(&story, (struct command)RESUME(ANN));
    story.now_us += 2 * SECOND_US;
    give(&story, (struct command)CALLER_HANGS_UP(1));
    assert_int_equal(ann(&story)->handled, 1);
    assert_int_equal(ann(&story)->talk_us, 7 * SECOND_US);
    assert_int_equal(ann(&story)->hold_us, 7 * SECOND_US);
    story.now_us += 3 * SECOND_US;
    give(&story, (struct command)DISPOSE(ANN, SOLD, ""));
    assert_int_equal(ann(&story)->acw_us, 3 * SECOND_US);
    story_end(&story);
}

static void tells_missed_from_rejected(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, REJECTED);
    assert_int_equal(ann(&story)->rejected, 1);
    assert_int_equal(ann(&story)->missed, 0);
    story_end(&story);
    story_begin_in(&story, RINGING);
    story_wait(&story, 20 * SECOND_US);
    assert_int_equal(ann(&story)->missed, 1);
    assert_int_equal(ann(&story)->rejected, 0);
    story_end(&story);
}

static void begins_anew_with_the_next_figure_of_a_day(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, WRAPPING_UP);
    int64_t day = ann(&story)->day;
    assert_int_equal(ann(&story)->handled, 1);
    story_wait(&story, DAY_US / 24); /* the wrap-up ends by itself */
    assert_true(ann(&story)->acw_us > 0);
    story_wait(&story, DAY_US);
    give(&story, (struct command)ARRIVES(2, "+42021"));
    give(&story, (struct command)CONNECTED);
    assert_int_equal(ann(&story)->day, day + 1);
    assert_int_equal(ann(&story)->offered, 1);
    assert_int_equal(ann(&story)->handled, 0);
    assert_int_equal(ann(&story)->acw_us, 0);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, counts_a_talk_with_its_hold);
    TEST_LIST_ADD(&list, tells_missed_from_rejected);
    TEST_LIST_ADD(&list, begins_anew_with_the_next_figure_of_a_day);
    return test_list_run(&list);
}
