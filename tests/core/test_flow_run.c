/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers on their way through flows, and where overflows lead them. */

#include "core/core.h"

#include <string.h>

#include "tests/core/situation.h"
#include "tests/test.h"

#define REMOVE_HELP                                                            \
    {                                                                          \
        COMMAND_REMOVE_QUEUE, .as.remove_queue = { HELP, 1 }                   \
    }

static enum refusal give(struct story *story, const struct command *command)
{
    outbox_clear(&story->outbox);
    return (enum refusal)story_give(story, command);
}

static const struct event *last_event(const struct story *story)
{
    assert_true(story->outbox.event_count > 0);
    return &story->outbox.events[story->outbox.event_count - 1];
}

/* The menu is played twice; then it is left by the exit of the last try. */

static void leaves_a_menu_after_two_silences(void **state)
{
    (void)state;
    static const struct command played = PROMPT_ENDS(false);
    struct story story;

    story_begin_in(&story, IN_INPUT);
    story_wait(&story, 5 * SECOND_US);
    assert_int_equal(contact_of(&story, 1)->tries, 2);
    story_lead(&story, &played, 1);
    story_wait(&story, 5 * SECOND_US);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_QUEUE);
    assert_int_equal(contact_of(&story, 1)->queue_id, HELP);
    story_end(&story);
}

static void leaves_a_menu_after_two_wrong_digits(void **state)
{
    (void)state;
    static const struct command wrong = PRESS(1, "7");
    struct story story;

    story_begin_in(&story, IN_MENU);
    assert_int_equal(give(&story, &wrong), 0);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_IVR);
    assert_int_equal(give(&story, &wrong), 0);
    assert_int_equal(last_event(&story)->type, EVENT_CONTACT_ENDED);
    assert_int_equal(last_event(&story)->as.contact_ended.cause,
                     END_FLOW_ENDED);
    story_end(&story);
}

/* Coming back to a menu by another way begins with the first try. */
static void counts_tries_anew(void **state)
{
    (void)state;
    static const struct command way[] = { PRESS(1, "7"), PRESS(1, "2") };
    struct story story;

    story_begin_in(&story, IN_MENU);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(contact_of(&story, 1)->tries, 1);
    assert_int_equal(contact_of(&story, 1)->language, SPEAKS_ES);
    story_end(&story);
}

/* Flows that come to no good end. */

static void gives_up_after_too_many_steps(void **state)
{
    (void)state;
    static const struct command again = PRESS(1, "2");
    struct story story;
    int times = 0;

    story_begin_in(&story, IN_MENU);
    while (contact_of(&story, 1)->place == PLACE_IVR) {
        assert_int_equal(give(&story, &again), 0);
        assert_true(times++ < FLOW_MAX_STEPS);
    }

    assert_int_equal(last_event(&story)->as.contact_ended.cause,
                     END_FLOW_FAILED);
    assert_int_equal(contact_of(&story, 1)->step, FLOW_MAX_STEPS);
    story_end(&story);
}

/* The version that the caller is in leads to a queue that is gone by now. */
static void fails_at_a_queue_that_is_gone(void **state)
{
    (void)state;
    struct command changed = { .type = COMMAND_SET_FLOW };
    static const struct command remove = REMOVE_HELP;
    static const struct command help = PRESS(1, "3");
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, IN_MENU);
    memcpy(&changed.as, state_flow(core_state(story.core), MAIN),
           sizeof(changed.as.set_flow));
    changed.as.set_flow.digest = story_program(DIRECT)->digest;
    story_lead(&story, &changed, 1);
    story_lead(&story, &remove, 1);

    assert_int_equal(give(&story, &help), 0);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, "digit_pressed step_ended step_began "
                               "step_ended contact_ended +stop_play +hang_up");
    assert_int_equal(last_event(&story)->as.contact_ended.cause,
                     END_FLOW_FAILED);
    story_end(&story);
}

/* A core that was never given the program, as no server would start. */
static void fails_without_its_program(void **state)
{
    (void)state;
    static const enum situation situations[] = { IN_MENU, IN_INPUT };
    struct core *core = NULL;
    struct story story;

    for (size_t i = 0; i < ARRAY_LEN(situations); i++) {
        story_begin_in(&story, situations[i]);
        assert_int_equal(core_new(&core), 0);
        assert_int_equal(
            core_adopt(core, copy_of_state(core_state(story.core))), 0);
        core_free(story.core);
        story.core = core;

        story_wait(&story, 600 * SECOND_US);
        assert_int_equal(story.outbox.events[0].type, EVENT_CONTACT_ENDED);
        assert_int_equal(story.outbox.events[0].as.contact_ended.cause,
                         END_FLOW_FAILED);
        story_end(&story);
    }
}

/* Where a contact goes that has waited too long, or found the queue full. */

static struct command help_with(const struct story *story, enum destination to,
                                uint64_t to_id)
{
    struct command queue = story_queue(story, HELP);

    queue.as.set_queue.overflow_to = to;
    queue.as.set_queue.overflow_id = to_id;
    return queue;
}

static const struct overflow_row {
    const char *says;
    enum destination to;
    uint64_t to_id;
    const char *wrote_when_full;
    const char *wrote_when_late;
} overflow_rows[] = {
    { "an overflow hangs up", TO_HANG_UP, 0,
      "queue_refused contact_ended +stop_play +hang_up",
      "queue_left contact_ended +hang_up" },
    { "an overflow leads to another queue", TO_QUEUE, SALES,
      "queue_refused contact_queued +stop_play +play_music",
      "queue_left contact_queued +play_music" },
    { "an overflow leads to a flow", TO_FLOW, MAIN,
      "queue_refused flow_entered step_began step_ended step_began "
      "+stop_play +stop_play +play",
      "queue_left flow_entered step_began step_ended step_began "
      "+stop_play +play" },
};

static const char in_the_menu[] =
    "digit_pressed step_ended step_began step_ended ";

static void overflows(void **state)
{
    const struct overflow_row *row = *state;
    static const struct command third = PRESS(3, "3");
    static const struct command second_goes = CALLER_HANGS_UP(2);
    static const struct command third_goes = CALLER_HANGS_UP(3);
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, HELP_FULL);
    struct command help = help_with(&story, row->to, row->to_id);
    story_lead(&story, &help, 1);

    assert_int_equal(give(&story, &third), 0);
    story_summary(&story.outbox, wrote);
    assert_int_equal(strncmp(wrote, in_the_menu, strlen(in_the_menu)), 0);
    assert_string_equal(wrote + strlen(in_the_menu), row->wrote_when_full);
    assert_int_equal(state_tally(core_state(story.core), HELP)->refused_full,
                     1);

    story_lead(&story, &second_goes, 1);
    (void)give(&story, &third_goes);
    outbox_clear(&story.outbox);
    story_wait(&story, 60 * SECOND_US);
    /* what else became of the third one by then is not the claim */
    story_summary(&story.outbox, wrote);
    const char *left = strstr(wrote, "queue_left");
    assert_non_null(left);
    assert_int_equal(state_tally(core_state(story.core), HELP)->overflowed, 1);
    assert_string_equal(left, row->wrote_when_late);
    story_end(&story);
}

/* Two queues full: nobody is sent round in circles. */
static void hangs_up_when_the_second_queue_is_full_too(void **state)
{
    (void)state;
    struct command sales;
    static const struct command fill[] = { ARRIVES(4, "+42021"), CONNECTED };
    static const struct command third = PRESS(3, "3");
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, HELP_FULL);
    sales = story_queue(&story, SALES);
    sales.as.set_queue.max_waiting = 1;
    story_lead(&story, &sales, 1);
    story_lead(&story, fill, ARRAY_LEN(fill));

    assert_int_equal(give(&story, &third), 0);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote + strlen(in_the_menu),
                        "queue_refused queue_refused contact_ended "
                        "+stop_play +hang_up");
    assert_int_equal(last_event(&story)->as.contact_ended.cause,
                     END_QUEUE_FULL);
    story_end(&story);
}

/* Being offered, one does not overflow; being refused, one does at once. */
static void overflows_after_the_offer(void **state)
{
    (void)state;
    static const struct command bob[] = { LOG_IN(BOB), AVAILABLE(BOB) };
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, HELP_FULL);
    story_wait(&story, 50 * SECOND_US);
    story_lead(&story, bob, ARRAY_LEN(bob));
    assert_int_equal(desk_of(&story, BOB)->contact_id, 1);

    story_wait(&story, 15 * SECOND_US); /* 65 s: the second one is gone */
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, "queue_left contact_queued +play_music");
    assert_int_equal(contact_of(&story, 1)->queue_id, HELP);
    assert_int_equal(contact_of(&story, 2)->queue_id, SALES);

    outbox_clear(&story.outbox);
    story_wait(&story, 5 * SECOND_US); /* 70 s: Bob did not answer */
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote,
                        "offer_ended queue_left contact_queued +play_music");
    assert_int_equal(contact_of(&story, 1)->queue_id, SALES);
    assert_int_equal(contact_of(&story, 1)->queued_us, SECOND_US);
    story_end(&story);
}

/* A new patience applies to those who wait already. */
static void applies_a_new_wait_at_once(void **state)
{
    (void)state;
    struct command help;
    struct story story;

    story_begin_in(&story, HELP_FULL);
    story_wait(&story, 10 * SECOND_US);

    help = help_with(&story, TO_QUEUE, SALES);
    help.as.set_queue.max_wait_ms = 15000;
    story_lead(&story, &help, 1);
    story_wait(&story, 4 * SECOND_US);
    assert_int_equal(contact_of(&story, 1)->queue_id, HELP);
    story_wait(&story, 1 * SECOND_US);
    assert_int_equal(contact_of(&story, 1)->queue_id, SALES);
    story_end(&story);
}

static void forgets_a_wait_that_has_no_end_now(void **state)
{
    (void)state;
    struct command help;
    struct story story;

    story_begin_in(&story, HELP_FULL);
    help = help_with(&story, TO_QUEUE, SALES);
    help.as.set_queue.max_wait_ms = 0;
    story_lead(&story, &help, 1);
    story_wait(&story, 3600 * INT64_C(1000000));
    assert_int_equal(contact_of(&story, 1)->queue_id, HELP);
    story_end(&story);
}

static void overflows_at_once_who_has_waited_long_enough(void **state)
{
    (void)state;
    struct command help;
    struct story story;

    story_begin_in(&story, HELP_FULL);
    story_wait(&story, 50 * SECOND_US);
    help = help_with(&story, TO_QUEUE, SALES);
    help.as.set_queue.max_wait_ms = 15000;
    story_lead(&story, &help, 1);
    story_wait(&story, 0);
    assert_int_equal(contact_of(&story, 1)->queue_id, SALES);
    story_end(&story);
}

/* Queues that are at work are not removed. */

static void keeps_a_queue_that_is_at_work(void **state)
{
    (void)state;
    struct command changed = { .type = COMMAND_SET_FLOW };
    static const struct command remove = REMOVE_HELP;
    static const struct command gone[] = { CALLER_HANGS_UP(1),
                                           CALLER_HANGS_UP(2),
                                           CALLER_HANGS_UP(3) };
    static const struct command remove_sales = {
        COMMAND_REMOVE_QUEUE, .as.remove_queue = { SALES, 1 }
    };
    struct story story;

    story_begin_in(&story, HELP_FULL);
    memcpy(&changed.as, state_flow(core_state(story.core), MAIN),
           sizeof(changed.as.set_flow));
    changed.as.set_flow.digest = story_program(DIRECT)->digest;
    story_lead(&story, &changed, 1);

    assert_int_equal(give(&story, &remove), REFUSED_IN_USE);
    assert_int_equal(give(&story, &remove_sales), REFUSED_IN_USE);
    story_lead(&story, gone, ARRAY_LEN(gone));
    assert_int_equal(give(&story, &remove), 0);
    story_end(&story);
}

static void keeps_a_queue_whose_work_is_not_done(void **state)
{
    (void)state;
    struct command flows[2] = { { .type = COMMAND_SET_FLOW },
                                { .type = COMMAND_SET_FLOW } };
    static const struct command remove = { COMMAND_REMOVE_QUEUE,
                                           .as.remove_queue = { SALES, 1 } };
    static const struct command dispose = DISPOSE(ANN, SOLD, "");
    struct flow_program night = *story_program(DIRECT);
    struct story story;

    story_begin_in(&story, SILENT_AFTER);
    night.digest.text[0] = 'e';
    night.nodes[0].as.queue_node.queue_id = HELP;
    assert_int_equal(core_add_program(story.core, &night), 0);
    for (uint64_t id = MAIN; id <= DIRECT; id++) {
        memcpy(&flows[id - 1].as, state_flow(core_state(story.core), id),
               sizeof(flows[0].as.set_flow));
        flows[id - 1].as.set_flow.digest = night.digest;
    }

    struct command help = help_with(&story, TO_HANG_UP, 0);

    story_lead(&story, flows, ARRAY_LEN(flows));
    story_lead(&story, &help, 1);
    assert_int_equal(give(&story, &remove), REFUSED_IN_USE); /* Ann's work */
    story_lead(&story, &dispose, 1);
    assert_int_equal(give(&story, &remove), 0);
    story_end(&story);
}

static void refuses_a_flow_to_no_queue(void **state)
{
    (void)state;
    struct flow_program program = *story_program(DIRECT);
    struct command flow = { COMMAND_SET_FLOW,
                            .as.set_flow = { .name = { "x" } } };
    struct story story;

    story_begin(&story);
    program.digest.text[0] = 'e';
    program.nodes[0].as.queue_node.queue_id = 99;
    flow.as.set_flow.digest = program.digest;
    assert_int_equal(core_add_program(story.core, &program), 0);
    assert_int_equal(give(&story, &flow), REFUSED_NO_QUEUE);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, leaves_a_menu_after_two_silences);
    TEST_LIST_ADD(&list, leaves_a_menu_after_two_wrong_digits);
    TEST_LIST_ADD(&list, counts_tries_anew);
    TEST_LIST_ADD(&list, gives_up_after_too_many_steps);
    TEST_LIST_ADD(&list, fails_at_a_queue_that_is_gone);
    TEST_LIST_ADD(&list, fails_without_its_program);
    TEST_LIST_ADD_ROWS(&list, overflows, overflow_rows);
    TEST_LIST_ADD(&list, hangs_up_when_the_second_queue_is_full_too);
    TEST_LIST_ADD(&list, overflows_after_the_offer);
    TEST_LIST_ADD(&list, applies_a_new_wait_at_once);
    TEST_LIST_ADD(&list, forgets_a_wait_that_has_no_end_now);
    TEST_LIST_ADD(&list, overflows_at_once_who_has_waited_long_enough);
    TEST_LIST_ADD(&list, keeps_a_queue_that_is_at_work);
    TEST_LIST_ADD(&list, keeps_a_queue_whose_work_is_not_done);
    TEST_LIST_ADD(&list, refuses_a_flow_to_no_queue);
    return test_list_run(&list);
}
