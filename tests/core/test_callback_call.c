/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callbacks keep their place, are tried again, and end. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/callback.h"
#include "tests/core/callback_house.h"
#include "tests/test.h"

/* Nobody overtakes: who asked to be called back is offered in the place that
   was kept, between those who came before and after. */
static void keeps_its_place(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, JOIN(1));
    story_wait(&story, SECOND_US);
    LEAD(&story, JOIN(2));
    story_wait(&story, SECOND_US);
    LEAD(&story, JOIN(3));
    LEAD(&story, PRESS(2, "1"), PRESS(2, "1"), CALLER_HANGS_UP(2), WAIT(0));
    assert_int_equal(callback_of(&story, 1)->contact_id, 4);

    LEAD(&story, READY(ANN));
    assert_int_equal(desk_of(&story, ANN)->contact_id, 1);
    LEAD(&story, READY(BOB));
    assert_int_equal(desk_of(&story, BOB)->contact_id, 4);
    LEAD(&story, REJECT(ANN), GONE(EFFECT_STOP_RINGING));
    assert_int_equal(contact_of(&story, 4)->queued_us,
                     contact_of(&story, 3)->queued_us - SECOND_US);
    story_end(&story);
}

/* ... also when the server was down meanwhile. */
static void keeps_it_through_a_restart(void **state)
{
    (void)state;
    struct story story;
    int64_t since_us;

    callback_house_begin(&story);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    since_us = contact_of(&story, 1)->queued_us;
    story_wait(&story, HOUR_S * (int64_t)SECOND_US);
    LEAD(&story, START(story.now_us), WAIT(1));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_IN_LINE);
    assert_int_equal(callback_of(&story, 1)->tries, 0);
    assert_int_equal(contact_of(&story, 2)->queued_us, since_us);
    story_end(&story);
}

/* Who is to be called back hangs on no line: live callers are not turned away
   for it, nor counted with it. */
static void takes_no_room_from_callers(void **state)
{
    (void)state;
    struct command queue;
    struct queue_now now;
    struct story story;

    callback_house_begin(&story);
    queue = story_queue(&story, SALES);
    queue.as.set_queue.max_waiting = 1;
    story_lead(&story, &queue, 1);
    LEAD(&story, BOOK("+420555", 0), WAIT(60));
    LEAD(&story, JOIN(1));
    assert_true(contact_of(&story, 2)->in_line);
    state_queue_now(core_state(story.core), SALES, story.now_us, &now);
    assert_int_equal(now.waiting, 1);
    assert_int_equal(now.callbacks, 1);
    assert_true(now.longest_wait_us < 60 * (int64_t)SECOND_US);

    LEAD(&story, JOIN(2));
    assert_false(contact_of(&story, 3)->in_line);
    LEAD(&story, CANCEL(1), WAIT(0));
    state_queue_now(core_state(story.core), SALES, story.now_us, &now);
    assert_int_equal(now.waiting, 1);
    assert_int_equal(now.callbacks, 0);
    story_end(&story);
}

static void try_in_vain(struct story *story)
{
    LEAD(story, READY(ANN), ANSWERED(EFFECT_RING),
         FAILED(EFFECT_DIAL, OFFER_NO_ANSWER), GONE(EFFECT_RELEASE),
         LOG_OUT(ANN));
}

static void gives_up_after_its_tries(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    try_in_vain(&story);
    assert_int_equal(callback_of(&story, 1)->due_us,
                     state_wall_us(core_state(story.core), story.now_us) +
                         600 * (int64_t)SECOND_US);
    story_wait(&story, 600 * (int64_t)SECOND_US);
    try_in_vain(&story);
    assert_int_equal(callback_of(&story, 1)->due_us,
                     state_wall_us(core_state(story.core), story.now_us) +
                         1200 * (int64_t)SECOND_US);
    story_wait(&story, 1200 * (int64_t)SECOND_US);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_IN_LINE);
    try_in_vain(&story);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_UNREACHED);
    assert_int_equal(callback_of(&story, 1)->tries, 3);
    assert_int_equal(state_tally(core_state(story.core), SALES)->callbacks_lost,
                     1);
    story_end(&story);
}

/* Who kept the place has waited since it was taken, on the phone and off it,
   whatever was tried meanwhile. */
static void tells_the_wait_since_the_place_was_taken(void **state)
{
    (void)state;
    const struct tally_row *tally;
    struct story story;

    callback_house_begin(&story);
    tally = state_tally(core_state(story.core), SALES);
    LEAD(&story, JOIN(1));
    story_wait(&story, 40 * (int64_t)SECOND_US);
    LEAD(&story, PRESS(1, "1"), PRESS(1, "1"), CALLER_HANGS_UP(1), WAIT(20));
    try_in_vain(&story);
    story_wait(&story, 600 * (int64_t)SECOND_US);
    LEAD(&story, READY(ANN), ANSWERED(EFFECT_RING));
    assert_int_equal(tally->callbacks_wait_us, 0);
    story_wait(&story, 5 * (int64_t)SECOND_US);
    LEAD(&story, DIALLED_ANSWERS(7), BRIDGED);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_REACHED);
    assert_int_equal(contact_of(&story, 3)->place, PLACE_TALK);
    assert_int_equal(contact_of(&story, 3)->wait_us, 660 * (int64_t)SECOND_US);
    assert_int_equal(tally->callbacks_wait_us, 660 * (int64_t)SECOND_US);
    story_end(&story);
}

/* One with a time waits from that time on. */
static void tells_no_wait_before_its_time(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, BOOK("+420555", AT(HOUR_S)), WAIT(HOUR_S + 30), READY(ANN),
         ANSWERED(EFFECT_RING), DIALLED_ANSWERS(7), BRIDGED);
    assert_int_equal(contact_of(&story, 1)->wait_us, 30 * (int64_t)SECOND_US);
    assert_int_equal(
        state_tally(core_state(story.core), SALES)->callbacks_wait_us,
        30 * (int64_t)SECOND_US);
    story_end(&story);
}

/* Whoever cancels one has not given it up, nor reached anybody. */
static void counts_how_it_ends(void **state)
{
    (void)state;
    const struct tally_row *tally;
    struct story story;

    callback_house_begin(&story);
    tally = state_tally(core_state(story.core), SALES);
    LEAD(&story, BOOK("+420555", 0), BOOK("+420666", 0), CANCEL(1), READY(ANN),
         ANSWERED(EFFECT_RING), DIALLED_ANSWERS(7), BRIDGED);
    assert_int_equal(tally->callbacks_asked, 2);
    assert_int_equal(tally->callbacks_reached, 1);
    assert_int_equal(tally->callbacks_cancelled, 1);
    assert_int_equal(tally->callbacks_lost, 0);
    story_end(&story);
}

/* It is Thursday, 00:00 UTC. */
static void calls_in_the_hours_of_its_calendar(void **state)
{
    (void)state;
    struct story story;
    static const struct command hours =
        CALENDAR(.hours = { "thu 09:15-10:00" });
    struct command_set_queue settings = callback_house_settings;

    callback_house_begin(&story);
    story_lead(&story, &hours, 1);
    settings.callback_calendar_id = 1;
    callback_house_set(&story, SALES, &settings);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    callback_house_expect(&story, "callback_postponed");
    assert_int_equal(callback_of(&story, 1)->due_us, AT(9 * HOUR_S + 900));
    story_wait(&story, (9 * HOUR_S + 900) * (int64_t)SECOND_US);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_IN_LINE);
    story_wait(&story, HOUR_S * (int64_t)SECOND_US);
    LEAD(&story, READY(ANN));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(callback_of(&story, 1)->reason, CALLBACK_HOURS);
    story_end(&story);
}

/* Sixty callers, one a second, of whom every second one hangs up to be called
   back: one agent gets all of them in the order in which they came. */
static void lets_nobody_overtake(void **state)
{
    (void)state;
    enum { CALLERS = 60 };
    struct story story;

    callback_house_begin(&story);
    for (int i = 0; i < CALLERS; i++) {
        struct command arrives = ARRIVES((uint64_t)i + 1, "+42021");
        uint64_t id =
            (uint64_t)state_system(core_state(story.core))->contacts + 1;

        snprintf(arrives.as.contact_arrives.caller.text,
                 sizeof(arrives.as.contact_arrives.caller.text), "+420%03d", i);
        LEAD(&story, arrives, CONNECTED);
        if (i % 2)
            LEAD(&story, PRESS(id, "1"), PRESS(id, "1"), CALLER_HANGS_UP(id),
                 WAIT(0));
        story_wait(&story, SECOND_US);
    }

    LEAD(&story, READY(ANN));
    for (int i = 0; i < CALLERS; i++) {
        const struct contact_row *contact =
            contact_of(&story, desk_of(&story, ANN)->contact_id);
        char caller[16];

        snprintf(caller, sizeof(caller), "+420%03d", i);
        assert_string_equal(contact->caller.text, caller);
        assert_int_equal(contact->callback_id != 0, i % 2);
        LEAD(&story, ANSWERED(EFFECT_RING));
        if (i % 2)
            LEAD(&story, DIALLED_ANSWERS(100 + (uint64_t)i));
        LEAD(&story, BRIDGED, HANG_UP(ANN), GONE(EFFECT_RELEASE), WAIT(30));
    }
    story_end(&story);
}

/* The list is the queue's; its numbers are those of a country. */
static void calls_nobody_who_is_never_called(void **state)
{
    (void)state;
    static const char digest[] =
        "1111111111111111111111111111111111111111111111111111111111111111";
    static const struct command
        list = { COMMAND_SET_CALLER_LIST,
                 .as.set_caller_list = {
                     .name = { "never" },
                     .country = { "420" },
                     .numbers = 1,
                     .digest = { "1111111111111111111111111111111111"
                                 "111111111111111111111111111111" } } };
    static const struct command asked = BOOK("+420555123", 0);
    struct command queue;
    struct caller_list *numbers =
        calloc(1, sizeof(*numbers) + sizeof(numbers->numbers[0]));
    struct story story;

    assert_non_null(numbers);
    memcpy(numbers->digest, digest, sizeof(digest));
    numbers->count = 1;
    numbers->numbers[0] = UINT64_C(420555123);
    callback_house_begin(&story);
    assert_int_equal(core_add_list(story.core, numbers), 0);
    free(numbers);
    story_lead(&story, &list, 1);
    LEAD(&story, asked, WAIT(0));
    queue = story_queue(&story, SALES);
    queue.as.set_queue.callback_never_id = 1;
    story_lead(&story, &queue, 1);

    /* who stands in line already is not called either */
    LEAD(&story, READY(ANN));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_BARRED);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    assert_int_equal(story_give(&story, &asked), REFUSED_NEVER_CALLED);
    story_end(&story);
}

/* The agent, whose phone says to call another number instead: the queue's own
   rights are asked, and it has none for that. */
static void follows_no_number_to_another(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, BOOK("+420555", 0), READY(ANN), ANSWERED(EFFECT_RING),
         REDIRECTED(EFFECT_DIAL, "+44556"));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(callback_of(&story, 1)->reason, CALLBACK_NOT_REACHED);
    story_end(&story);
}

/* Each time somebody was dialled is known as long as the callback is. */
static void tells_each_attempt(void **state)
{
    (void)state;
    const struct attempt_row *attempt;
    struct state *copy;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, BOOK("+420555", 0), WAIT(0), READY(ANN),
         ANSWERED(EFFECT_RING));
    attempt = state_attempt(core_state(story.core), 1, 1);
    assert_non_null(attempt);
    assert_false(attempt->is_over);
    assert_int_equal(attempt->agent_id, ANN);
    assert_int_equal(attempt->contact_id, 1);
    LEAD(&story, WAIT(7), FAILED(EFFECT_DIAL, OFFER_BUSY),
         GONE(EFFECT_RELEASE));
    assert_true(attempt->is_over);
    assert_int_equal(attempt->result, OFFER_BUSY);
    assert_int_equal(attempt->ring_us, 7 * SECOND_US);
    assert_null(state_attempt(core_state(story.core), 1, 2));

    LEAD(&story, WAIT(10 * MINUTE_S), ANSWERED(EFFECT_RING),
         DIALLED_ANSWERS(50));
    attempt = state_attempt(core_state(story.core), 1, 2);
    assert_non_null(attempt);
    assert_true(attempt->is_over);
    assert_int_equal(attempt->result, OFFER_ANSWERED);
    copy = copy_of_state(core_state(story.core));
    assert_same_state(copy, core_state(story.core));
    state_free(copy);

    LEAD(&story, BRIDGED, LOG_OUT(ANN), HANG_UP(ANN), GONE(EFFECT_RELEASE),
         GONE(EFFECT_HANG_UP), WAIT(DAY_S));
    assert_null(callback_of(&story, 1));
    assert_int_equal(state_row_count(core_state(story.core), ROW_ATTEMPT), 0);
    story_end(&story);
}

/* Who hangs up while it rings, and a server that ends, end the attempt. */
static void an_attempt_never_stays_open(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, BOOK("+420555", 0), WAIT(0), READY(ANN), ANSWERED(EFFECT_RING),
         STOP);
    assert_true(state_attempt(core_state(story.core), 1, 1)->is_over);
    assert_int_equal(state_attempt(core_state(story.core), 1, 1)->result,
                     OFFER_CANCELLED);
    story_end(&story);
}

static void forgets_whom_it_may_not_know(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, JOIN(1), PRESS(1, "1"), PRESS(1, "1"), WAIT(0),
         CALLER_HANGS_UP(1), ERASE(1), READY(ANN));
    assert_string_equal(callback_of(&story, 1)->number.text, "");
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_CANCELLED);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, keeps_its_place);
    TEST_LIST_ADD(&list, takes_no_room_from_callers);
    TEST_LIST_ADD(&list, keeps_it_through_a_restart);
    TEST_LIST_ADD(&list, gives_up_after_its_tries);
    TEST_LIST_ADD(&list, tells_the_wait_since_the_place_was_taken);
    TEST_LIST_ADD(&list, tells_no_wait_before_its_time);
    TEST_LIST_ADD(&list, counts_how_it_ends);
    TEST_LIST_ADD(&list, calls_in_the_hours_of_its_calendar);
    TEST_LIST_ADD(&list, lets_nobody_overtake);
    TEST_LIST_ADD(&list, calls_nobody_who_is_never_called);
    TEST_LIST_ADD(&list, follows_no_number_to_another);
    TEST_LIST_ADD(&list, tells_each_attempt);
    TEST_LIST_ADD(&list, an_attempt_never_stays_open);
    TEST_LIST_ADD(&list, forgets_whom_it_may_not_know);
    return test_list_run(&list);
}
