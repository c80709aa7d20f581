/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of callbacks begin with, and how they go on. */

#include "tests/core/callback_house.h"

#include <string.h>

#include "tests/test.h"

const struct command_set_queue callback_house_settings = {
    .callback_numbers = { "+420" },
    .callback_tries = 3,
    .callback_retry_ms = 600000,
    .callback_expiry_ms = DAY_S * INT64_C(1000),
};

void callback_house_set(struct story *story, uint64_t queue_id,
                        const struct command_set_queue *settings)
{
    struct command queue = story_queue(story, queue_id);
    struct command_set_queue *set = &queue.as.set_queue;

    set->callback_numbers = settings->callback_numbers;
    set->callback_tries = settings->callback_tries;
    set->callback_retry_ms = settings->callback_retry_ms;
    set->callback_expiry_ms = settings->callback_expiry_ms;
    set->callback_calendar_id = settings->callback_calendar_id;
    set->callback_window = settings->callback_window;
    set->callback_times = settings->callback_times;
    set->callback_ahead = settings->callback_ahead;
    story_lead(story, &queue, 1);
}

static void step(struct story *story, const struct command *command)
{
    if (command->by == 999)
        story_wait(story,
                   (int64_t)command->as.note_trace.contact_id * SECOND_US);
    else
        assert_int_equal(story_give(story, command), 0);
}

void callback_house_lead(struct story *story, const struct command *steps,
                         size_t most)
{
    for (size_t i = 0; i < most && (i == 0 || steps[i].type); i++) {
        outbox_clear(&story->outbox);
        step(story, &steps[i]);
    }
}

void callback_house_begin(struct story *story)
{
    static const struct command key =
        RULE(.cause = RULE_KEY, .moment = RULE_WHILE_WAITING, .key = { "1" });

    story_begin(story);
    callback_house_set(story, SALES, &callback_house_settings);
    story_lead(story, &key, 1);
}

void callback_house_expect(const struct story *story, const char *expected)
{
    static char text[STORY_TEXT_SIZE];

    story_summary(&story->outbox, text);
    assert_string_equal(text, expected);
}

const struct callback_row *callback_of(const struct story *story, uint64_t id)
{
    return state_callback(core_state(story->core), id);
}
