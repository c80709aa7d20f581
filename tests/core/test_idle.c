/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where nothing is due, nobody wakes the core: waiting costs no processor. */

#include "core/core.h"

#include "tests/core/situation.h"
#include "tests/test.h"

static const struct idle_row {
    const char *says;
    enum situation in;
    int64_t wakes_after_us; /* INT64_MAX: never */
} idle_rows[] = {
    { "an empty house", NOBODY_THERE, INT64_MAX },
    { "agents who are free", BOTH_FREE, INT64_MAX },
    { "one who pauses", ANN_PAUSED, INT64_MAX },
    { "a caller who waits while nobody is there", WAITING, INT64_MAX },
    { "callers of a full queue, and one who hears the menu", HELP_FULL,
      60 * SECOND_US },
    { "a talk", TALKING, INT64_MAX },
    { "a caller on hold", HOLDING, INT64_MAX },
    { "a phone that rings, until it has for long enough", RINGING,
      20 * SECOND_US },
};

static void wakes_for_what_is_due_alone(void **state)
{
    const struct idle_row *row = *state;
    struct story story;

    story_begin_in(&story, row->in);

    int64_t next_us = core_next_wake(story.core);

    if (row->wakes_after_us == INT64_MAX)
        assert_int_equal(next_us, INT64_MAX);
    else
        assert_in_range(next_us - story.now_us, 1, row->wakes_after_us);
    story_end(&story);
}

/* A wake that comes nonetheless finds nothing to do. */
static void a_wake_without_reason_does_nothing(void **state)
{
    struct story story;

    (void)state;
    story_begin_in(&story, WAITING);
    for (int i = 0; i < 100; i++) {
        story.now_us += SECOND_US;
        assert_int_equal(core_wake(story.core, story.now_us, &story.outbox), 0);
        assert_int_equal(story.outbox.event_count, 0);
    }
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, wakes_for_what_is_due_alone, idle_rows);
    TEST_LIST_ADD(&list, a_wake_without_reason_does_nothing);
    return test_list_run(&list);
}
