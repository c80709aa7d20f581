/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules and the talks they lead to: which are recorded, and what the talks of a
   queue tell a rule that asks about it. */

#include <string.h>

#include "core/rule.h"
#include "tests/core/situation.h"
#include "tests/test.h"

#define TO_SALES(...)                                                          \
    {                                                                          \
        COMMAND_SET_RULE, .as.set_rule = {                                     \
            .name = { "r" },                                                   \
            .enabled = true,                                                   \
            .share = 1,                                                        \
            .to = TO_QUEUE,                                                    \
            .to_id = SALES,                                                    \
            __VA_ARGS__                                                        \
        }                                                                      \
    }

/* SALES records below a lot of 50. */
static const struct record_row {
    const char *says;
    enum recording_choice recording;
    enum recording_policy of_queue;
    int64_t draw;
    const char *wrote;
} record_rows[] = {
    { "always, whatever the lot", RECORDING_ALWAYS, RECORD_PERCENTAGE, 99,
      "talk_began recording_started +record" },
    { "always, where the queue records nothing", RECORDING_ALWAYS, RECORD_NONE,
      99, "talk_began recording_started +record" },
    { "never, whatever the lot", RECORDING_NEVER, RECORD_PERCENTAGE, 0,
      "talk_began" },
    { "never, where the queue records all", RECORDING_NEVER, RECORD_ALL, 0,
      "talk_began" },
    { "as the queue has it", RECORDING_AS_QUEUE, RECORD_PERCENTAGE, 49,
      "talk_began recording_started +record" },
    { "... and no more", RECORDING_AS_QUEUE, RECORD_PERCENTAGE, 50,
      "talk_began recording_skipped" },
};

/* The talk of a caller whom the rule led begins; a file and a lot are there. */
static void a_rule_says_what_is_recorded(void **state)
{
    const struct record_row *row = *state;
    const struct command rule = TO_SALES(.recording = row->recording);
    const struct command bridged = BRIDGED_DRAWN(row->draw);
    static const struct command steps[] = { ARRIVES(1, "+4201"), CONNECTED,
                                            ANSWERED(EFFECT_RING) };
    static char text[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, ANN_FREE);
    struct command queue = story_queue(&story, SALES);

    queue.as.set_queue.recording = row->of_queue;
    story_lead(&story, &queue, 1);
    story_lead(&story, &rule, 1);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++)
        assert_int_equal(story_give(&story, &steps[i]), 0);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &bridged), 0);
    story_summary(&story.outbox, text);
    assert_string_equal(text, row->wrote);
    story_end(&story);
}

/* Asking about SALES. */

static bool holds(struct story *story, const char *condition,
                  const struct rule_call *as)
{
    const struct state *state = core_state(story->core);
    struct command rule = TO_SALES(.id = 0);
    struct rule_book *book = NULL;
    struct rule_finding finding;
    struct rule_call call = *as;

    strcpy(rule.as.set_rule.condition.text, condition);
    rule.as.set_rule.to = TO_BUSY;
    rule.as.set_rule.to_id = 0;
    rule.as.set_rule.enabled = false; /* nobody is led by it */
    call.asks_disabled = true;
    rule.as.set_rule.id = state_rule(state, 1) ? 1 : 0;
    rule.as.set_rule.version =
        state_rule(state, 1) ? state_rule(state, 1)->version : 0;
    assert_int_equal(story_give(story, &rule), 0);

    call.wall_us = state_wall_us(state, state_system(state)->at_us);
    call.caller = call.called = "";
    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(rule_book_refresh(book, state), 0);
    rule_explain(book, state, &call, 0, &finding);
    rule_book_free(book);
    return finding.result == RULE_MATCHES;
}

static void the_service_level_is_that_of_the_day(void **state)
{
    static const struct rule_call as = { .caller = "" };
    static const struct command comes[] = { ARRIVES(2, "+4202"), CONNECTED };
    static const struct command leaves = CALLER_HANGS_UP(2);
    struct story story;

    (void)state;
    story_begin_in(&story, TALKING); /* answered at once */
    assert_true(holds(&story, "queue(sales).service_level == 100", &as));
    for (size_t i = 0; i < ARRAY_LEN(comes); i++)
        assert_int_equal(story_give(&story, &comes[i]), 0);
    assert_true(holds(&story, "queue(sales).service_level == 100", &as));
    story_wait(&story, 10 * (int64_t)SECOND_US); /* no short abandon */
    assert_int_equal(story_give(&story, &leaves), 0);
    assert_true(holds(&story, "queue(sales).service_level == 50", &as));
    assert_false(holds(&story, "queue(sales).service_level >= 80", &as));
    story_end(&story);
}

/* Nobody waits in SALES, where seven are pretended; of HELP nothing is. */
static struct value seven_wait(const void *pretence, enum fact fact,
                               const char *queue)
{
    if (fact != FACT_QUEUE_WAITING || strcmp(queue, "sales") != 0)
        return (struct value){ VALUE_UNKNOWN, 0, NULL };

    return (struct value){ VALUE_NUMBER, *(const int64_t *)pretence, NULL };
}

static void what_is_pretended_of_a_queue_is_so(void **state)
{
    static const int64_t seven = 7;
    static const struct rule_call as = { .pretend = seven_wait,
                                         .pretence = &seven };
    static const struct rule_call plain = { .caller = "" };
    struct story story;

    (void)state;
    story_begin_in(&story, NOBODY_THERE);
    assert_true(holds(&story, "queue(sales).waiting == 7", &as));
    assert_true(holds(&story, "queue(help).waiting == 0", &as));
    assert_true(holds(&story, "queue(sales).staffed == 0", &as));
    assert_true(holds(&story, "queue(sales).waiting == 0", &plain));
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, a_rule_says_what_is_recorded, record_rows);
    TEST_LIST_ADD(&list, the_service_level_is_that_of_the_day);
    TEST_LIST_ADD(&list, what_is_pretended_of_a_queue_is_so);
    return test_list_run(&list);
}
