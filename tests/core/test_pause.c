/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long an agent has paused today, reason by reason. */

#include "core/core.h"

#include <string.h>

#include "tests/core/situation.h"
#include "tests/test.h"

enum { MINUTE_US = 60 * SECOND_US };

static const int64_t DAY_US = INT64_C(86400) * SECOND_US;

static int64_t used_us(const struct story *story, uint64_t reason_id)
{
    return state_paused_us(core_state(story->core), ANN, reason_id,
                           story->now_us);
}

static void give(struct story *story, struct command command)
{
    story_lead(story, &command, 1);
}

static void sums_the_pauses_of_a_day(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, ANN_FREE);
    assert_int_equal(used_us(&story, LUNCH), 0);

    give(&story, (struct command)PAUSE(ANN, LUNCH));
    story.now_us += 4 * MINUTE_US;
    assert_int_equal(used_us(&story, LUNCH), 4 * MINUTE_US);
    give(&story, (struct command)AVAILABLE(ANN));
    story.now_us += MINUTE_US;
    assert_int_equal(used_us(&story, LUNCH), 4 * MINUTE_US);

    give(&story, (struct command)PAUSE(ANN, LUNCH));
    story.now_us += 5 * MINUTE_US;
    give(&story, (struct command)LOG_OUT(ANN));
    assert_int_equal(used_us(&story, LUNCH), 9 * MINUTE_US);
    story_end(&story);
}

/* From one reason to the next without work in between; logging in counts
   under the product's own. */
static void tells_the_reasons_apart(void **state)
{
    (void)state;
    struct command coffee = { COMMAND_SET_PAUSE_REASON,
                              .as.set_pause_reason = { .name = { "coffee" } } };
    struct story story;

    story_begin_in(&story, ANN_PAUSED);
    give(&story, coffee);
    story.now_us += 2 * MINUTE_US;
    give(&story, (struct command)PAUSE(ANN, LUNCH));
    story.now_us += 3 * MINUTE_US;
    give(&story, (struct command)PAUSE(ANN, LUNCH + 1));
    story.now_us += MINUTE_US;

    assert_int_equal(used_us(&story, PAUSE_LOGGED_IN), 2 * MINUTE_US);
    assert_int_equal(used_us(&story, LUNCH), 3 * MINUTE_US);
    assert_int_equal(used_us(&story, LUNCH + 1), MINUTE_US);
    story_end(&story);
}

/* The wall is at 00:00 when the house begins; a pause from 23:50 to 00:20. */
static void begins_anew_each_day(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, ANN_FREE);
    give(&story, (struct command)PAUSE(ANN, LUNCH));
    story.now_us += MINUTE_US;
    give(&story, (struct command)AVAILABLE(ANN));

    int64_t wall_us =
        state_wall_us(core_state(story.core), story.now_us) % DAY_US;
    story_wait(&story, DAY_US - 10 * MINUTE_US - wall_us);
    give(&story, (struct command)PAUSE(ANN, LUNCH));
    story_wait(&story, 5 * MINUTE_US);
    assert_int_equal(used_us(&story, LUNCH), 6 * MINUTE_US);
    story_wait(&story, 25 * MINUTE_US);
    assert_int_equal(used_us(&story, LUNCH), 20 * MINUTE_US);
    give(&story, (struct command)AVAILABLE(ANN));
    assert_int_equal(used_us(&story, LUNCH), 20 * MINUTE_US);
    assert_int_equal(state_row_count(core_state(story.core), ROW_PAUSED), 1);

    story_wait(&story, DAY_US);
    assert_int_equal(used_us(&story, LUNCH), 0);
    story_end(&story);
}

static void counts_a_bounded_number_of_reasons(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, ANN_PAUSED);
    for (unsigned i = 0; i <= STATE_MAX_PAUSED; i++) {
        struct command reason = { .type = COMMAND_SET_PAUSE_REASON };

        reason.as.set_pause_reason.name.text[0] = 'x';
        reason.as.set_pause_reason.name.text[1] = (char)('a' + i / 26);
        reason.as.set_pause_reason.name.text[2] = (char)('a' + i % 26);
        give(&story, reason);
        give(&story, (struct command)PAUSE(ANN, LUNCH + 1 + i));
        story.now_us += SECOND_US;
    }
    give(&story, (struct command)AVAILABLE(ANN));
    assert_int_equal(state_row_count(core_state(story.core), ROW_PAUSED),
                     STATE_MAX_PAUSED);
    story_end(&story);
}

static void forgets_with_the_agent(void **state)
{
    (void)state;
    struct command remove = { COMMAND_REMOVE_AGENT,
                              .as.remove_agent = { ANN, 1 } };
    struct story story;

    story_begin_in(&story, ANN_PAUSED);
    give(&story, (struct command)LOG_OUT(ANN));
    assert_int_equal(state_row_count(core_state(story.core), ROW_PAUSED), 1);
    give(&story, remove);
    assert_int_equal(state_row_count(core_state(story.core), ROW_PAUSED), 0);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, sums_the_pauses_of_a_day);
    TEST_LIST_ADD(&list, tells_the_reasons_apart);
    TEST_LIST_ADD(&list, begins_anew_each_day);
    TEST_LIST_ADD(&list, counts_a_bounded_number_of_reasons);
    TEST_LIST_ADD(&list, forgets_with_the_agent);
    return test_list_run(&list);
}
