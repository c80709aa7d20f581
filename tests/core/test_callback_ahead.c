/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is to be called back is dialled before an agent is there. */

#include <stdio.h>
#include <string.h>

#include "core/ahead.h"
#include "core/callback.h"
#include "core/state_inside.h"
#include "core/queue_slot.h"
#include "tests/core/callback_house.h"
#include "tests/test.h"

/* clang-format off */
#define TALKS(agent) ANSWERED(EFFECT_RING), BRIDGED
/* Whoever the agent talks to hangs up: 30 s of after-call work begin. */
#define OVER(id) \
    CALLER_HANGS_UP(id), GONE(EFFECT_RELEASE)
/* clang-format on */

/* SALES dials ahead. */
static void begin(struct story *story)
{
    struct command_set_queue settings = callback_house_settings;

    callback_house_begin(story);
    settings.callback_ahead = true;
    callback_house_set(story, SALES, &settings);
}

/* ANN wraps up after contact 1; contact 2 stands for callback 1. */
static void begin_in_wrap_up(struct story *story)
{
    begin(story);
    LEAD(story, READY(ANN), JOIN(1), TALKS(ANN), OVER(1), BOOK("+420555", 0),
         WAIT(0));
}

static int in_flight(const struct story *story)
{
    return (int)tree_count(&core_state(story->core)->in_flight);
}

static enum contact_place place_of(const struct story *story, uint64_t id)
{
    return contact_of(story, id)->place;
}

static void rings_nobodys_phone_first(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, READY(ANN), BOOK("+420555", 0), WAIT(0));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    assert_int_equal(place_of(&story, 1), PLACE_DIALLING);
    assert_int_equal(contact_of(&story, 1)->agent_id, 0);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_CALLING);
    assert_int_equal(callback_of(&story, 1)->tries, 1);
    assert_true(callback_of(&story, 1)->is_ahead);
    story_end(&story);
}

/* ... unless the option is off, as it is by itself. */
static void waits_for_an_agent_otherwise(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    assert_int_equal(place_of(&story, 1), PLACE_QUEUE);
    LEAD(&story, READY(ANN));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_OFFERED);
    story_end(&story);
}

static void dials_when_the_wrap_up_is_nearly_over(void **state)
{
    (void)state;
    struct story story;

    begin_in_wrap_up(&story);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_ACW);
    story_wait(&story, 15 * (int64_t)SECOND_US - 1);
    assert_int_equal(place_of(&story, 2), PLACE_QUEUE);
    story_wait(&story, 1);
    assert_int_equal(place_of(&story, 2), PLACE_DIALLING);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_ACW);
    story_end(&story);
}

/* Late or punctual, the same is written. */
static void a_late_wake_dials_at_the_same_moment(void **state)
{
    (void)state;
    struct story story;

    begin_in_wrap_up(&story);
    int64_t ready_us = desk_of(&story, ANN)->wrap_up_due_us;

    LEAD(&story, WAIT(28));
    assert_int_equal(contact_of(&story, 2)->place_since_us,
                     ready_us - AHEAD_RING_US);
    story_end(&story);
}

static void whoever_answers_waits_and_is_first(void **state)
{
    (void)state;
    struct story story;

    begin_in_wrap_up(&story);
    LEAD(&story, JOIN(2), WAIT(16), DIALLED_ANSWERS(7));
    callback_house_expect(&story,
                          "callback_picked_up contact_queued +play_music");
    assert_int_equal(place_of(&story, 2), PLACE_QUEUE);
    assert_int_equal(contact_of(&story, 2)->call, 7);
    assert_true(callback_of(&story, 1)->is_picked_up);
    LEAD(&story, WAIT(15));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_OFFERED);
    assert_int_equal(desk_of(&story, ANN)->contact_id, 2);
    LEAD(&story, ANSWERED(EFFECT_RING));
    assert_int_equal(place_of(&story, 2), PLACE_TALK);
    LEAD(&story, BRIDGED);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_REACHED);
    assert_int_equal(contact_of(&story, 2)->callback_id, 0);
    story_end(&story);
}

/* Before all who came later, behind all who came before. */
static void overtakes_nobody(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, READY(ANN), JOIN(1), TALKS(ANN), JOIN(2), WAIT(1),
         BOOK("+420555", 0), WAIT(1), JOIN(3), OVER(1));
    LEAD(&story, WAIT(29));
    assert_int_equal(place_of(&story, 3), PLACE_QUEUE);
    LEAD(&story, WAIT(1));
    assert_int_equal(desk_of(&story, ANN)->contact_id, 2);
    LEAD(&story, TALKS(ANN), OVER(2), WAIT(16));
    assert_int_equal(place_of(&story, 3), PLACE_DIALLING);
    LEAD(&story, DIALLED_ANSWERS(7), WAIT(15));
    assert_int_equal(desk_of(&story, ANN)->contact_id, 3);
    assert_true(contact_of(&story, 3)->queued_us <
                contact_of(&story, 4)->queued_us);
    story_end(&story);
}

/* SALES has no after-call work: nobody knows when an agent comes free. */
static void begin_without_wrap_up(struct story *story)
{
    begin(story);
    struct command queue = story_queue(story, SALES);

    queue.as.set_queue.wrap_up = WRAP_UP_NONE;
    queue.as.set_queue.handling_ms = 300000;
    story_lead(story, &queue, 1);
}

/* As with the option off: an agent who comes free is for who has waited for
   longer, and picks up before it is dialled. */
static void is_not_overtaken_by_who_came_later(void **state)
{
    (void)state;
    struct story story;

    begin_without_wrap_up(&story);
    LEAD(&story, READY(ANN), JOIN(1), TALKS(ANN), BOOK("+420555", 0), WAIT(1),
         JOIN(2), WAIT(1));
    assert_int_equal(place_of(&story, 2), PLACE_QUEUE);
    LEAD(&story, HANG_UP(ANN), GONE(EFFECT_RELEASE));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_OFFERED);
    assert_int_equal(desk_of(&story, ANN)->contact_id, 2);
    LEAD(&story, ANSWERED(EFFECT_RING));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_CALLING);
    assert_int_equal(contact_of(&story, 2)->agent_id, ANN);
    assert_false(callback_of(&story, 1)->is_ahead);
    assert_int_equal(place_of(&story, 3), PLACE_QUEUE);
    story_end(&story);
}

/* ... nor by who came later to another queue of the agent's. */
static void is_not_overtaken_from_another_queue(void **state)
{
    (void)state;
    struct command_set_queue settings = callback_house_settings;
    struct command book = BOOK("+420666", 0);
    struct story story;

    begin_without_wrap_up(&story);
    settings.callback_ahead = true;
    callback_house_set(&story, HELP, &settings);
    book.as.ask_callback.queue_id = HELP;
    LEAD(&story, ASSIGN(ANN, HELP, 1), READY(ANN), JOIN(1), TALKS(ANN));
    story_lead(&story, &book, 1);
    LEAD(&story, WAIT(1), JOIN(2), WAIT(1), HANG_UP(ANN), GONE(EFFECT_RELEASE));
    assert_int_equal(contact_of(&story, 3)->queue_id, SALES);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_OFFERED);
    assert_int_equal(desk_of(&story, ANN)->contact_id, 2);
    story_end(&story);
}

/* Whoever came before goes first. */
static void who_came_before_goes_first(void **state)
{
    (void)state;
    struct story story;

    begin_without_wrap_up(&story);
    LEAD(&story, READY(ANN), JOIN(1), TALKS(ANN), JOIN(2), WAIT(1),
         BOOK("+420555", 0), WAIT(1));
    LEAD(&story, HANG_UP(ANN), GONE(EFFECT_RELEASE));
    assert_int_equal(desk_of(&story, ANN)->contact_id, 2);
    assert_int_equal(place_of(&story, 3), PLACE_QUEUE);
    story_end(&story);
}

/* An agent who hears it ring and does not pick up leaves it in its place. */
static void who_is_not_picked_up_for_is_dialled_still(void **state)
{
    (void)state;
    struct story story;

    begin_without_wrap_up(&story);
    LEAD(&story, READY(ANN), JOIN(1), TALKS(ANN), BOOK("+420555", 0), WAIT(1),
         JOIN(2), HANG_UP(ANN), GONE(EFFECT_RELEASE), CALLER_HANGS_UP(3),
         REJECT(ANN));
    LEAD(&story, GONE(EFFECT_STOP_RINGING), READY(BOB), WAIT(0));
    assert_int_equal(place_of(&story, 2), PLACE_DIALLING);
    assert_true(callback_of(&story, 1)->is_ahead);
    assert_int_equal(desk_of(&story, BOB)->state, AGENT_AVAILABLE);
    story_end(&story);
}

/* Who has waited for longer in another queue keeps nobody back who is free, but
   may not have them. */
static void an_elder_of_another_queue_idles_nobody(void **state)
{
    (void)state;
    static const struct command skill = SKILL("es");
    struct story story;

    begin(&story);
    story_lead(&story, &skill, 1);
    struct command help = story_queue(&story, HELP);

    help.as.set_queue.demand = (struct note){ "0s es>=1" };
    help.as.set_queue.overflow_to = TO_HANG_UP;
    help.as.set_queue.overflow_id = 0;
    help.as.set_queue.handling_ms = 180000;
    story_lead(&story, &help, 1);
    LEAD(&story, ASSIGN(ANN, HELP, 1), JOIN(1), MOVE(1, HELP, 50), WAIT(1),
         BOOK("+420555", 0), WAIT(1));
    LEAD(&story, READY(ANN), WAIT(0));
    assert_int_equal(contact_of(&story, 1)->queue_id, HELP);
    assert_int_equal(place_of(&story, 1), PLACE_QUEUE);
    assert_int_equal(place_of(&story, 2), PLACE_DIALLING);
    story_end(&story);
}

/* ... nor does one of the same queue, though an agent who could take it is
   there, and works. */
static void an_elder_for_others_idles_nobody(void **state)
{
    (void)state;
    static const struct command skill = SKILL("es");
    struct story story;

    begin(&story);
    story_lead(&story, &skill, 1);
    LEAD(&story, LEVEL(BOB, 1, 50), LOG_IN(BOB), JOIN(1), DEMAND(1, "0s es>=1"),
         WAIT(1), BOOK("+420555", 0), WAIT(1));
    LEAD(&story, READY(ANN), WAIT(0));
    assert_int_equal(place_of(&story, 1), PLACE_QUEUE);
    assert_int_equal(place_of(&story, 2), PLACE_DIALLING);
    story_end(&story);
}

/* A queue that its oldest has opened to an agent is open for all in it. */
static void who_sees_the_queue_late_idles_no_longer(void **state)
{
    (void)state;
    static const struct command skill = SKILL("es");
    struct story story;

    begin(&story);
    story_lead(&story, &skill, 1);
    LEAD(&story, LEVEL(BOB, 1, 50), LOG_IN(BOB),
         ASSIGN_LATE(ANN, SALES, 1, 10000), READY(ANN), JOIN(1),
         DEMAND(1, "0s es>=1"), WAIT(11), BOOK("+420555", 0), WAIT(0));
    assert_int_equal(place_of(&story, 1), PLACE_QUEUE);
    assert_int_equal(place_of(&story, 2), PLACE_DIALLING);
    story_end(&story);
}

static void dials_no_more_than_agents_will_be_there(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, READY(ANN), READY(BOB), BOOK("+420555", 0), BOOK("+420666", 0),
         BOOK("+420777", 0), BOOK("+420888", 0), WAIT(0));
    assert_int_equal(in_flight(&story), 2);
    LEAD(&story, FAILED(EFFECT_DIAL, OFFER_BUSY));
    assert_int_equal(in_flight(&story), 2);
    assert_int_equal(callback_of(&story, 3)->state, CALLBACK_CALLING);
    LEAD(&story, DIALLED_ANSWERS(7));
    assert_int_equal(in_flight(&story), 1);
    assert_int_equal(callback_of(&story, 4)->state, CALLBACK_IN_LINE);
    LEAD(&story, LOG_OUT(BOB));
    assert_int_equal(callback_of(&story, 4)->state, CALLBACK_IN_LINE);
    story_end(&story);
}

/* Who answered and waits is promised the next agent. */
static void counts_those_who_have_answered(void **state)
{
    (void)state;
    struct story story;

    begin_in_wrap_up(&story);
    LEAD(&story, BOOK("+420666", 0), WAIT(16), DIALLED_ANSWERS(7), WAIT(5));
    assert_int_equal(in_flight(&story), 1);
    assert_int_equal(callback_of(&story, 2)->state, CALLBACK_IN_LINE);
    story_end(&story);
}

/* An agent of two queues is one agent. */
static void counts_those_of_other_queues(void **state)
{
    (void)state;
    struct command_set_queue settings = callback_house_settings;
    struct command book = BOOK("+420666", 0);
    struct story story;

    begin(&story);
    settings.callback_ahead = true;
    callback_house_set(&story, HELP, &settings);
    LEAD(&story, READY(BOB), BOOK("+420555", 0), WAIT(0));
    assert_int_equal(in_flight(&story), 1);
    book.as.ask_callback.queue_id = HELP;
    story_lead(&story, &book, 1);
    LEAD(&story, WAIT(5));
    assert_int_equal(callback_of(&story, 2)->state, CALLBACK_IN_LINE);
    LEAD(&story, READY(ANN));
    assert_int_equal(callback_of(&story, 2)->state, CALLBACK_IN_LINE);
    story_end(&story);
}

/* Four talks of which one in sixteen ends while it rings are none. */
static void expects_no_more_of_talks_than_come(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    struct command queue = story_queue(&story, SALES);

    queue.as.set_queue.wrap_up = WRAP_UP_NONE;
    queue.as.set_queue.handling_ms = 225000;
    story_lead(&story, &queue, 1);
    LEAD(&story, READY(ANN), JOIN(1), TALKS(ANN), BOOK("+420555", 0), WAIT(5));
    assert_int_equal(place_of(&story, 2), PLACE_QUEUE);
    LEAD(&story, HANG_UP(ANN), GONE(EFFECT_RELEASE));
    assert_int_equal(place_of(&story, 2), PLACE_DIALLING);
    story_end(&story);
}

static void does_not_count_who_asked_for_a_pause(void **state)
{
    (void)state;
    struct story story;

    begin_in_wrap_up(&story);
    LEAD(&story, PAUSE(ANN, LUNCH), WAIT(20));
    assert_int_equal(place_of(&story, 2), PLACE_QUEUE);
    story_end(&story);
}

/* Whose phone is gone is not available after the work. */
static void does_not_count_who_cannot_be_rung(void **state)
{
    (void)state;
    struct story story;

    begin_in_wrap_up(&story);
    LEAD(&story, DEVICE_LOST(1), WAIT(20));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_ACW);
    assert_int_equal(place_of(&story, 2), PLACE_QUEUE);
    story_end(&story);
}

static void is_tried_again_as_any(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, READY(ANN), BOOK("+420555", 0), WAIT(7),
         FAILED(EFFECT_DIAL, OFFER_NO_ANSWER));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(callback_of(&story, 1)->reason, CALLBACK_NOT_REACHED);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    const struct attempt_row *attempt =
        state_attempt(core_state(story.core), 1, 1);
    assert_true(attempt->is_over);
    assert_int_equal(attempt->result, OFFER_NO_ANSWER);
    assert_int_equal(attempt->ring_us, 7 * SECOND_US);
    assert_int_equal(attempt->agent_id, 0);
    LEAD(&story, WAIT(10 * MINUTE_S), FAILED(EFFECT_DIAL, OFFER_BUSY),
         WAIT(20 * MINUTE_S), FAILED(EFFECT_DIAL, OFFER_BUSY));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_UNREACHED);
    assert_int_equal(callback_of(&story, 1)->tries, 3);
    story_end(&story);
}

/* Nobody answers at all, not even the trunk. */
static void rings_for_no_longer_than_any(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, READY(ANN), BOOK("+420555", 0), WAIT(5 * MINUTE_S));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(in_flight(&story), 0);
    story_end(&story);
}

/* We called, and let them wait: that was no talk. */
static void who_hangs_up_waiting_is_called_again(void **state)
{
    (void)state;
    struct story story;

    begin_in_wrap_up(&story);
    LEAD(&story, WAIT(16), DIALLED_ANSWERS(7), WAIT(3), CALLER_HANGS_UP(2));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(callback_of(&story, 1)->reason, CALLBACK_NOT_REACHED);
    assert_int_equal(callback_of(&story, 1)->tries, 1);
    assert_int_equal(callback_of(&story, 1)->last_cause, END_ABANDONED);
    assert_int_equal(in_flight(&story), 0);
    story_end(&story);
}

/* Nobody waits on the phone for ever: all agents may have gone home. */
static void nobody_waits_for_ever(void **state)
{
    (void)state;
    struct story story;

    begin_in_wrap_up(&story);
    LEAD(&story, WAIT(16), DIALLED_ANSWERS(7), LOG_OUT(ANN), WAIT(0));
    assert_int_equal(place_of(&story, 2), PLACE_QUEUE);
    LEAD(&story, WAIT(10 * MINUTE_S));
    assert_int_equal(place_of(&story, 2), PLACE_ENDED);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(callback_of(&story, 1)->last_cause, END_OVERFLOWED);
    story_end(&story);
}

static void survives_a_server_that_ends(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, READY(ANN), BOOK("+420555", 0), WAIT(3));
    LEAD(&story, START(story.now_us), WAIT(1));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_IN_LINE);
    assert_int_equal(state_attempt(core_state(story.core), 1, 1)->result,
                     OFFER_CANCELLED);
    assert_int_equal(in_flight(&story), 0);
    story_end(&story);
}

/* ... while it rings, and while somebody waits on the phone. */
static void a_copy_knows_as_much(void **state)
{
    (void)state;
    struct state *copy;
    struct story story;

    begin_in_wrap_up(&story);
    LEAD(&story, WAIT(16));
    copy = copy_of_state(core_state(story.core));
    assert_same_state(copy, core_state(story.core));
    assert_int_equal(tree_count(&copy->in_flight), 1);
    state_free(copy);
    LEAD(&story, DIALLED_ANSWERS(7));
    copy = copy_of_state(core_state(story.core));
    assert_same_state(copy, core_state(story.core));
    assert_int_equal(tree_count(&copy->in_flight), 1);
    state_free(copy);
    story_end(&story);
}

static void is_cancelled_while_it_rings(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, READY(ANN), BOOK("+420555", 0), WAIT(3), CANCEL(1));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_CANCELLED);
    callback_house_expect(&story,
                          "callback_ended transfer_failed dialling_ended "
                          "contact_ended +stop_ringing");
    story_end(&story);
}

static void is_put_off_while_it_rings(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, READY(ANN), BOOK("+420555", 0), WAIT(3),
         CHANGE(1, AT(HOUR_S), 0));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(callback_of(&story, 1)->reason, CALLBACK_TIME);
    assert_int_equal(place_of(&story, 1), PLACE_ENDED);
    story_end(&story);
}

/* It would be dialled again before it rings no longer. */
static void is_not_called_now_while_it_rings(void **state)
{
    (void)state;
    static const struct command now = CHANGE(1, 0, 0);
    struct story story;

    begin(&story);
    LEAD(&story, READY(ANN), BOOK("+420555", 0), WAIT(3));
    assert_int_equal(story_give(&story, &now), REFUSED_CALLBACK_RUNS);
    assert_int_equal(place_of(&story, 1), PLACE_DIALLING);
    story_end(&story);
}

/* Whoever is on the phone is not hung up on. */
static void is_not_cancelled_once_answered(void **state)
{
    (void)state;
    static const struct command cancel = CANCEL(1);
    struct story story;

    begin_in_wrap_up(&story);
    LEAD(&story, WAIT(16), DIALLED_ANSWERS(7));
    assert_int_equal(story_give(&story, &cancel), REFUSED_CALLBACK_RUNS);
    story_end(&story);
}

/* Its time is over while somebody is on the phone: they are not hung up on. */
static void is_not_given_up_on_the_phone(void **state)
{
    (void)state;
    struct command_set_queue settings = callback_house_settings;
    struct story story;

    begin(&story);
    settings.callback_ahead = true;
    settings.callback_expiry_ms = 60000;
    callback_house_set(&story, SALES, &settings);
    LEAD(&story, BOOK("+420555", 0), WAIT(61));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_EXPIRED);
    LEAD(&story, READY(ANN), BOOK("+420666", 0), WAIT(0), PAUSE(ANN, LUNCH),
         DIALLED_ANSWERS(7), WAIT(2 * MINUTE_S));
    assert_int_equal(callback_of(&story, 2)->state, CALLBACK_CALLING);
    assert_true(callback_of(&story, 2)->is_picked_up);
    story_end(&story);
}

static void dials_nobody_who_is_never_called(void **state)
{
    (void)state;
    struct command_set_queue settings = callback_house_settings;
    struct story story;

    begin(&story);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    settings.callback_ahead = true;
    settings.callback_numbers = (struct label){ "+4206" };
    callback_house_set(&story, SALES, &settings);
    LEAD(&story, READY(ANN), WAIT(0));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_BARRED);
    assert_int_equal(callback_of(&story, 1)->tries, 0);
    story_end(&story);
}

/* It is Thursday, 00:00 UTC. */
static void dials_in_the_hours_of_its_calendar(void **state)
{
    (void)state;
    static const struct command hours =
        CALENDAR(.hours = { "thu 00:00-01:00" });
    struct command_set_queue settings = callback_house_settings;
    struct story story;

    begin(&story);
    story_lead(&story, &hours, 1);
    settings.callback_ahead = true;
    settings.callback_calendar_id = 1;
    callback_house_set(&story, SALES, &settings);
    LEAD(&story, BOOK("+420555", 0), WAIT(HOUR_S), READY(ANN), WAIT(0));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(callback_of(&story, 1)->reason, CALLBACK_HOURS);
    assert_int_equal(callback_of(&story, 1)->tries, 0);
    story_end(&story);
}

static void a_closed_queue_dials_nobody(void **state)
{
    (void)state;
    static const struct command close = {
        COMMAND_CLOSE_QUEUE, .as.close_queue = { .queue_id = SALES }
    };
    struct story story;

    begin(&story);
    LEAD(&story, BOOK("+420555", 0), WAIT(0));
    story_lead(&story, &close, 1);
    LEAD(&story, READY(ANN), WAIT(0));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_WAITS);
    assert_int_equal(callback_of(&story, 1)->reason, CALLBACK_CLOSED);
    story_end(&story);
}

/* Who calls again meanwhile, and asks again, has one callback, which rings. */
static void who_calls_meanwhile_is_called_once(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, READY(ANN), BOOK("+420777", 0), WAIT(0));
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_CALLING);
    LEAD(&story, PAUSE(ANN, LUNCH), JOIN(1), PRESS(2, "1"), PRESS(2, "1"),
         CALLER_HANGS_UP(2), WAIT(0));
    assert_int_equal(state_row_count(core_state(story.core), ROW_CALLBACK), 1);
    assert_int_equal(callback_of(&story, 1)->state, CALLBACK_CALLING);
    LEAD(&story, FAILED(EFFECT_DIAL, OFFER_BUSY));
    assert_int_equal(callback_of(&story, 1)->reason, CALLBACK_NOT_REACHED);
    story_end(&story);
}

/* An agent of its own picks up first: that one alone is waited for. */
static void one_for_an_agent_waits_for_that_one(void **state)
{
    (void)state;
    struct command book = BOOK("+420555", 0);
    struct story story;

    begin(&story);
    book.as.ask_callback.agent_id = ANN;
    LEAD(&story, READY(ANN), READY(BOB));
    story_lead(&story, &book, 1);
    LEAD(&story, WAIT(0));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_OFFERED);
    assert_int_equal(in_flight(&story), 0);
    story_end(&story);
}

/* Live: who waits is dialled ahead from now on, and no longer. */
static void the_option_changes_live(void **state)
{
    (void)state;
    struct command_set_queue settings = callback_house_settings;
    struct story story;

    begin_in_wrap_up(&story);
    callback_house_set(&story, SALES, &settings);
    LEAD(&story, WAIT(16));
    assert_int_equal(place_of(&story, 2), PLACE_QUEUE);
    LEAD(&story, WAIT(15));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_OFFERED);
    LEAD(&story, REJECT(ANN), GONE(EFFECT_STOP_RINGING));
    settings.callback_ahead = true;
    callback_house_set(&story, SALES, &settings);
    LEAD(&story, READY(BOB), WAIT(0));
    assert_int_equal(place_of(&story, 2), PLACE_DIALLING);
    story_end(&story);
}

static void hears_that_it_is_recorded(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    struct command queue = story_queue(&story, SALES);

    queue.as.set_queue.recording = RECORD_ALL;
    queue.as.set_queue.notice = (struct name){ "notice" };
    story_lead(&story, &queue, 1);
    LEAD(&story, READY(ANN), BOOK("+420555", 0), WAIT(0), DIALLED_ANSWERS(7));
    assert_true(contact_of(&story, 1)->hears_notice);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    LEAD(&story, PROMPT_ENDS(false));
    assert_int_equal(desk_of(&story, ANN)->contact_id, 1);
    LEAD(&story, ANSWERED(EFFECT_RING), BRIDGED_DRAWN(10));
    assert_true(contact_of(&story, 1)->recording_id != 0);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, rings_nobodys_phone_first);
    TEST_LIST_ADD(&list, waits_for_an_agent_otherwise);
    TEST_LIST_ADD(&list, dials_when_the_wrap_up_is_nearly_over);
    TEST_LIST_ADD(&list, a_late_wake_dials_at_the_same_moment);
    TEST_LIST_ADD(&list, whoever_answers_waits_and_is_first);
    TEST_LIST_ADD(&list, overtakes_nobody);
    TEST_LIST_ADD(&list, is_not_overtaken_by_who_came_later);
    TEST_LIST_ADD(&list, is_not_overtaken_from_another_queue);
    TEST_LIST_ADD(&list, who_came_before_goes_first);
    TEST_LIST_ADD(&list, who_is_not_picked_up_for_is_dialled_still);
    TEST_LIST_ADD(&list, an_elder_of_another_queue_idles_nobody);
    TEST_LIST_ADD(&list, an_elder_for_others_idles_nobody);
    TEST_LIST_ADD(&list, who_sees_the_queue_late_idles_no_longer);
    TEST_LIST_ADD(&list, dials_no_more_than_agents_will_be_there);
    TEST_LIST_ADD(&list, counts_those_who_have_answered);
    TEST_LIST_ADD(&list, counts_those_of_other_queues);
    TEST_LIST_ADD(&list, expects_no_more_of_talks_than_come);
    TEST_LIST_ADD(&list, does_not_count_who_asked_for_a_pause);
    TEST_LIST_ADD(&list, does_not_count_who_cannot_be_rung);
    TEST_LIST_ADD(&list, is_tried_again_as_any);
    TEST_LIST_ADD(&list, rings_for_no_longer_than_any);
    TEST_LIST_ADD(&list, who_hangs_up_waiting_is_called_again);
    TEST_LIST_ADD(&list, nobody_waits_for_ever);
    TEST_LIST_ADD(&list, survives_a_server_that_ends);
    TEST_LIST_ADD(&list, a_copy_knows_as_much);
    TEST_LIST_ADD(&list, is_cancelled_while_it_rings);
    TEST_LIST_ADD(&list, is_put_off_while_it_rings);
    TEST_LIST_ADD(&list, is_not_called_now_while_it_rings);
    TEST_LIST_ADD(&list, is_not_cancelled_once_answered);
    TEST_LIST_ADD(&list, is_not_given_up_on_the_phone);
    TEST_LIST_ADD(&list, dials_nobody_who_is_never_called);
    TEST_LIST_ADD(&list, dials_in_the_hours_of_its_calendar);
    TEST_LIST_ADD(&list, a_closed_queue_dials_nobody);
    TEST_LIST_ADD(&list, who_calls_meanwhile_is_called_once);
    TEST_LIST_ADD(&list, one_for_an_agent_waits_for_that_one);
    TEST_LIST_ADD(&list, the_option_changes_live);
    TEST_LIST_ADD(&list, hears_that_it_is_recorded);
    return test_list_run(&list);
}
