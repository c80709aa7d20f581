/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways out of a queue after so long a wait, as steps. */

#include <string.h>

#include "tests/core/callback_house.h"
#include "tests/test.h"

enum { MADE = 3, BOX = 1 };
enum { SOON = 2, NEXT = 3 }; /* the first two ways out that a row makes */

/* clang-format off */
#define STEP(name_, seconds, ...) \
    { COMMAND_SET_QUEUE_RULE, \
      .as.set_queue_rule = { .name = { name_ }, .queue_id = SALES, \
                             .cause = RULE_WAITED, \
                             .moment = RULE_WHILE_WAITING, \
                             .after_ms = (seconds) * INT64_C(1000), \
                             __VA_ARGS__ } }
#define BACK .target = TO_CALLBACK
#define BOXED .target = TO_VOICEMAIL, .target_id = BOX
#define OUTSIDE .target = TO_NUMBER, .number = { "+420555" }
#define STEP_GONE(id) { COMMAND_REMOVE_QUEUE_RULE, .as.remove_queue_rule = { id, 1 } }
#define BUSY FAILED(EFFECT_DIAL, OFFER_BUSY)
/* clang-format on */

static const struct command box = { COMMAND_SET_BOX,
                                    .as.set_box = { .name = { "box" },
                                                    .agent_id = BOB,
                                                    .min_ms = 1000,
                                                    .max_ms = 60000,
                                                    .silence_ms = 6000,
                                                    .max_messages = 10,
                                                    .keep_days = 90,
                                                    .undo_days = 30,
                                                    .pin_tries = 5,
                                                    .pin_lock_ms = 60000 } };

static void wait_at_most(struct story *story, int64_t seconds)
{
    struct command queue = story_queue(story, SALES);

    queue.as.set_queue.max_wait_ms = seconds * 1000;
    story_lead(story, &queue, 1);
}

static void begin(struct story *story, int64_t longest_s)
{
    callback_house_begin(story);
    story_lead(story, &box, 1);
    wait_at_most(story, longest_s);
}

/* What is made; then what comes, of which the last is claimed. */
static const struct step_row {
    const char *says;
    int64_t longest_s; /* of SALES; 0: for ever */
    struct command made[MADE];
    struct command steps[MAX_STEPS];
    const char *wrote;
} rows[] = {
    { "a way out goes after its own time, though the queue has no longest wait",
      0,
      { STEP("a", 60, BOXED) },
      { JOIN(1), WAIT(60) },
      "queue_left voicemail_entered +play" },
    { "... not before",
      0,
      { STEP("a", 60, BOXED) },
      { JOIN(1), WAIT(59) },
      "" },
    { "the first step is taken first, whichever was made first",
      600,
      { STEP("late", 300, BOXED), STEP("soon", 60, BACK) },
      { JOIN(1), WAIT(61) },
      "callback_offered +play" },
    { "who does not take it is led on by the next one, at its time",
      600,
      { STEP("late", 300, BOXED), STEP("soon", 60, BACK) },
      { JOIN(1), WAIT(60), PRESS(1, "*"), WAIT(240) },
      "queue_left voicemail_entered +play" },
    { "... not before",
      600,
      { STEP("late", 300, BOXED), STEP("soon", 60, BACK) },
      { JOIN(1), WAIT(60), PRESS(1, "*"), WAIT(239) },
      "" },
    { "behind the last step comes the queue's longest wait",
      120,
      { STEP("soon", 60, BACK) },
      { JOIN(1), WAIT(60), PRESS(1, "*"), WAIT(60) },
      "queue_left contact_ended +hang_up" },
    { "... without one nothing more",
      0,
      { STEP("soon", 60, BACK) },
      { JOIN(1), WAIT(60), PRESS(1, "*"), WAIT(3600) },
      "" },
    { "a step without a time of its own is the longest wait",
      120,
      { STEP("soon", 60, BACK), STEP("end", 0, BOXED) },
      { JOIN(1), WAIT(60), PRESS(1, "*"), WAIT(60) },
      "queue_left voicemail_entered +play" },
    { "a number that is busy: the line again",
      600,
      { STEP("out", 60, OUTSIDE), STEP("box", 300, BOXED) },
      { JOIN(1), WAIT(60), BUSY },
      "transfer_failed contact_queued +play_music" },
    { "... and from there the rest of the time to the next step",
      600,
      { STEP("out", 60, OUTSIDE), STEP("box", 300, BOXED) },
      { JOIN(1), WAIT(60), BUSY, WAIT(240) },
      "queue_left voicemail_entered +play" },
    { "... in which the number is not called anew",
      600,
      { STEP("out", 60, OUTSIDE), STEP("box", 300, BOXED) },
      { JOIN(1), WAIT(60), BUSY, WAIT(239) },
      "" },
    { "... though the queue overflows elsewhere, which is for later",
      600,
      { STEP("out", 60, OUTSIDE) },
      { JOIN(1), WAIT(60), BUSY, WAIT(540) },
      "queue_left contact_ended +hang_up" },
    { "of two ways out with one time the second is for whom the first fails",
      600,
      { STEP("out", 60, OUTSIDE), STEP("box", 60, BOXED) },
      { JOIN(1), WAIT(60), BUSY },
      "transfer_failed sent_on voicemail_entered +play" },
    { "a step that is removed while one is asked sends nobody early",
      600,
      { STEP("soon", 60, BACK), STEP("next", 90, BOXED) },
      { JOIN(1), WAIT(60), STEP_GONE(NEXT), PRESS(1, "*"), WAIT(539) },
      "" },
    { "... and is not forgotten: the longest wait is its end",
      600,
      { STEP("soon", 60, BACK), STEP("next", 90, BOXED) },
      { JOIN(1), WAIT(60), STEP_GONE(NEXT), PRESS(1, "*"), WAIT(540) },
      "queue_left contact_ended +hang_up" },
    { "... as a later step is, if there is one",
      600,
      { STEP("soon", 60, BACK), STEP("next", 90, BOXED),
        STEP("late", 300, BOXED) },
      { JOIN(1), WAIT(60), STEP_GONE(NEXT), PRESS(1, "*"), WAIT(240) },
      "queue_left voicemail_entered +play" },
    { "one that is asked goes by its step, though its way out is removed",
      600,
      { STEP("soon", 60, BACK), STEP("next", 300, BOXED) },
      { JOIN(1), WAIT(60), STEP_GONE(SOON), PRESS(1, "*"), WAIT(240) },
      "queue_left voicemail_entered +play" },
    { "a step that is made while one is asked comes when there was time to "
      "answer",
      600,
      { STEP("soon", 60, BACK) },
      { JOIN(1), WAIT(70), STEP("new", 65, BOXED), PRESS(1, "*"), WAIT(60) },
      "queue_left voicemail_entered +play" },
    { "... not before",
      600,
      { STEP("soon", 60, BACK) },
      { JOIN(1), WAIT(70), STEP("new", 65, BOXED), PRESS(1, "*"), WAIT(59) },
      "" },
    { "a key that leads nowhere does not bring a step back",
      600,
      { STEP("soon", 60, BACK), STEP("late", 300, BOXED) },
      { JOIN(1), WAIT(60), PRESS(1, "*"), WAIT(30), PRESS(1, "1"),
        PRESS(1, "*"), WAIT(210) },
      "queue_left voicemail_entered +play" },
};

static void leads_in_steps(void **state)
{
    const struct step_row *row = *state;
    struct story story;
    size_t count = 0;

    begin(&story, row->longest_s);
    for (size_t i = 0; i < MADE && row->made[i].type; i++)
        story_lead(&story, &row->made[i], 1);
    while (count < MAX_STEPS && row->steps[count].type)
        count++;
    callback_house_lead(&story, row->steps, count);
    callback_house_expect(&story, row->wrote);
    story_end(&story);
}

/* Where nobody may be called back any more. */
static void a_step_that_cannot_be_is_passed_over(void **state)
{
    (void)state;
    static const struct command made[] = { STEP("soon", 60, BACK),
                                           STEP("late", 300, BOXED) };
    struct story story;
    struct command queue;

    begin(&story, 600);
    story_lead(&story, made, ARRAY_LEN(made));
    queue = story_queue(&story, SALES);
    memset(&queue.as.set_queue.callback_numbers, 0,
           sizeof(queue.as.set_queue.callback_numbers));
    story_lead(&story, &queue, 1);
    LEAD(&story, JOIN(1), WAIT(60));
    callback_house_expect(&story, "wait_stepped");
    LEAD(&story, WAIT(239));
    callback_house_expect(&story, "");
    LEAD(&story, WAIT(1));
    callback_house_expect(&story, "queue_left voicemail_entered +play");
    story_end(&story);
}

/* ... and so is its end, and another time. */
static void a_new_step_goes_for_those_who_wait(void **state)
{
    (void)state;
    static const struct command late = STEP("a", 300, BOXED);
    struct command soon = STEP("a", 100, .id = 2, .version = 1, BOXED);
    static const struct command none = { COMMAND_REMOVE_QUEUE_RULE,
                                         .as.remove_queue_rule = { 2, 2 } };
    struct story story;

    begin(&story, 0);
    LEAD(&story, JOIN(1), WAIT(50));
    assert_int_equal(contact_of(&story, 1)->overflow_due_us, 0);
    story_lead(&story, &late, 1);
    const struct contact_row *waits = contact_of(&story, 1);
    assert_int_equal(waits->overflow_due_us - waits->joined_us,
                     300 * (int64_t)SECOND_US);
    story_lead(&story, &soon, 1);
    waits = contact_of(&story, 1);
    assert_int_equal(waits->overflow_due_us - waits->joined_us,
                     100 * (int64_t)SECOND_US);
    story_lead(&story, &none, 1);
    assert_int_equal(contact_of(&story, 1)->overflow_due_us, 0);
    story_end(&story);
}

static const struct refused_row {
    const char *says;
    int64_t longest_s;
    struct command command;
    enum refusal refusal;
} refused_rows[] = {
    { "neither the way out nor the queue has a time", 0, STEP("a", 0, BOXED),
      REFUSED_NO_LONGEST_WAIT },
    { "a step behind the longest wait, where nobody waits any more", 60,
      STEP("a", 61, BOXED), REFUSED_AFTER_LONGEST_WAIT },
    { "a step at the longest wait is one", 60, STEP("a", 60, BOXED),
      REFUSED_NOT },
    { "a time for a key",
      60,
      { COMMAND_SET_QUEUE_RULE,
        .as.set_queue_rule = { .name = { "a" },
                               .queue_id = SALES,
                               .cause = RULE_KEY,
                               .moment = RULE_WHILE_WAITING,
                               .key = { "5" },
                               .after_ms = 30000,
                               BOXED } },
      REFUSED_BAD_AFTER },
};

static void refuses(void **state)
{
    const struct refused_row *row = *state;
    struct story story;

    begin(&story, row->longest_s);
    assert_int_equal(story_give(&story, &row->command), row->refusal);
    story_end(&story);
}

/* The queue's longest wait, with one step there. */
static const struct longest_row {
    const char *says;
    int64_t before_s;
    struct command step;
    int64_t longest_s;
    enum refusal refusal;
} longest_rows[] = {
    { "no longest wait before a step", 120, STEP("a", 60, BOXED), 59,
      REFUSED_WAIT_BEFORE_STEP },
    { "... also where there was none", 0, STEP("a", 60, BOXED), 59,
      REFUSED_WAIT_BEFORE_STEP },
    { "one at the step is one", 120, STEP("a", 60, BOXED), 60, REFUSED_NOT },
    { "none leaves a step its own time", 120, STEP("a", 60, BOXED), 0,
      REFUSED_NOT },
    { "it stays while it is a step", 120, STEP("a", 0, BOXED), 0,
      REFUSED_WAIT_IS_A_STEP },
    { "... and is another then", 120, STEP("a", 0, BOXED), 10, REFUSED_NOT },
};

static void longest_wait_keeps_to_the_steps(void **state)
{
    const struct longest_row *row = *state;
    struct story story;
    struct command queue;

    begin(&story, row->before_s);
    story_lead(&story, &row->step, 1);
    queue = story_queue(&story, SALES);
    queue.as.set_queue.max_wait_ms = row->longest_s * 1000;
    assert_int_equal(story_give(&story, &queue), row->refusal);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, leads_in_steps, rows);
    TEST_LIST_ADD(&list, a_step_that_cannot_be_is_passed_over);
    TEST_LIST_ADD(&list, a_new_step_goes_for_those_who_wait);
    TEST_LIST_ADD_ROWS(&list, refuses, refused_rows);
    TEST_LIST_ADD_ROWS(&list, longest_wait_keeps_to_the_steps, longest_rows);
    return test_list_run(&list);
}
