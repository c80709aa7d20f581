/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whoever calls an agent in vain leaves a message in that agent's box. */

#include "core/core.h"

#include "tests/core/story.h"
#include "tests/test.h"

enum { OWN = 1, POST = 2 };

#define BOX(...)                                                               \
    {                                                                          \
        COMMAND_SET_BOX, .as.set_box = {                                       \
            .min_ms = 1000,                                                    \
            .max_ms = 60000,                                                   \
            .max_messages = 5,                                                 \
            .keep_days = 90,                                                   \
            .undo_days = 30,                                                   \
            .pin_tries = 5,                                                    \
            .pin_lock_ms = 60000,                                              \
            __VA_ARGS__                                                        \
        }                                                                      \
    }
#define LEAD(story, ...)                                                       \
    story_lead(story, (const struct command[]){ __VA_ARGS__ },                 \
               sizeof((const struct command[]){ __VA_ARGS__ }) /               \
                   sizeof(struct command))

static void begin(struct story *story)
{
    story_begin(story);
    LEAD(story, BOX(.name = { "own" }, .agent_id = ANN),
         BOX(.name = { "post" }, .queue_id = SALES));
}

/* Both are at work; a colleague calls ANN, whose phone rings. */
static void ring(struct story *story)
{
    begin(story);
    LEAD(story, LOG_IN(ANN), LOG_IN(BOB), AVAILABLE(ANN), PAUSE(BOB, LUNCH),
         PHONE_CALLS(9, 2, "301"), CONNECTED);
}

static void expect_in_box(const struct story *story, enum box_greeting greeting)
{
    const struct contact_row *contact =
        state_contact(core_state(story->core), 1);
    const struct event_voicemail_entered *entered = NULL;

    assert_non_null(contact);
    assert_int_equal(contact->place, PLACE_VOICEMAIL);
    assert_int_equal(contact->box_id, OWN);
    for (size_t i = 0; i < story->outbox.event_count; i++)
        if (story->outbox.events[i].type == EVENT_VOICEMAIL_ENTERED)
            entered = &story->outbox.events[i].as.voicemail_entered;
    assert_non_null(entered);
    assert_int_equal(entered->greeting, greeting);
}

static void give(struct story *story, struct command command)
{
    outbox_clear(&story->outbox);
    assert_int_equal(story_give(story, &command), 0);
}

static void a_colleague_whose_call_is_not_taken(void **state)
{
    (void)state;
    struct story story;

    ring(&story);
    story_wait(&story, 31 * SECOND_US);
    expect_in_box(&story, GREETING_BUSY);
    assert_int_equal(state_tally(core_state(story.core), SALES)->offered, 0);
    story_end(&story);

    ring(&story);
    give(&story, (struct command)REJECT(ANN));
    expect_in_box(&story, GREETING_BUSY);
    story_end(&story);
}

static void a_colleague_who_calls_somebody_away(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, LOG_IN(BOB), PHONE_CALLS(9, 2, "301"));
    give(&story, (struct command)CONNECTED);
    expect_in_box(&story, GREETING_CLOSED);
    story_end(&story);
}

static void a_colleague_who_calls_somebody_in_a_call(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, LOG_IN(ANN), LOG_IN(BOB), AVAILABLE(ANN),
         DIAL(ANN, "+420555", 0), PHONE_CALLS(9, 2, "301"));

    const struct contact_row *second = state_contact(core_state(story.core), 2);

    assert_int_equal(second->to, TO_VOICEMAIL);
    assert_int_equal(second->to_id, OWN);
    give(&story, (struct command)CONNECTED);
    assert_int_equal(second->box_id, OWN);
    assert_int_equal(second->place, PLACE_VOICEMAIL);
    story_end(&story);
}

/* Oneself is engaged, and has no box: as it was. */
static void nobody_who_has_no_box(void **state)
{
    (void)state;
    struct story story;

    story_begin(&story);
    LEAD(&story, LOG_IN(ANN), LOG_IN(BOB), AVAILABLE(ANN), PAUSE(BOB, LUNCH),
         PHONE_CALLS(9, 2, "301"), CONNECTED);
    story_wait(&story, 21 * SECOND_US);
    assert_int_equal(state_contact(core_state(story.core), 1)->place,
                     PLACE_ENDED);
    story_end(&story);

    begin(&story);
    LEAD(&story, LOG_IN(ANN), PHONE_CALLS(9, 1, "301"));
    assert_null(state_contact(core_state(story.core), 1));
    story_end(&story);
}

/* A queue that sends who has waited for 5 s to one agent, and, a minute later,
   to its own box. */
static void begin_steps(struct story *story)
{
    begin(story);
    LEAD(story,
         { COMMAND_SET_QUEUE_RULE,
           .as.set_queue_rule = { .name = { "to-ann" },
                                  .queue_id = SALES,
                                  .cause = RULE_WAITED,
                                  .moment = RULE_WHILE_WAITING,
                                  .after_ms = 5000,
                                  .target = TO_AGENT,
                                  .target_id = ANN } },
         { COMMAND_SET_QUEUE_RULE,
           .as.set_queue_rule = { .name = { "to-post" },
                                  .queue_id = SALES,
                                  .cause = RULE_WAITED,
                                  .moment = RULE_WHILE_WAITING,
                                  .after_ms = 65000,
                                  .target = TO_VOICEMAIL,
                                  .target_id = POST } });
}

static void a_caller_who_is_led_to_an_agent(void **state)
{
    (void)state;
    struct story story;

    /* who is not there */
    begin_steps(&story);
    LEAD(&story, ARRIVES(9, "+4202"), CONNECTED);
    story_wait(&story, 5 * SECOND_US);
    expect_in_box(&story, GREETING_CLOSED);
    story_end(&story);

    /* ... or does not come free */
    begin_steps(&story);
    LEAD(&story, LOG_IN(ANN), ARRIVES(9, "+4202"), CONNECTED);
    story_wait(&story, 5 * SECOND_US);
    assert_int_equal(state_contact(core_state(story.core), 1)->place,
                     PLACE_QUEUE);
    story_wait(&story, 30 * SECOND_US);
    expect_in_box(&story, GREETING_BUSY);
    assert_int_equal(state_tally(core_state(story.core), SALES)->overflowed, 2);
    story_end(&story);

    /* ... or goes meanwhile: who is gone is not waited for */
    begin_steps(&story);
    LEAD(&story, LOG_IN(ANN), ARRIVES(9, "+4202"), CONNECTED);
    story_wait(&story, 5 * SECOND_US);
    give(&story, (struct command)LOG_OUT(ANN));
    story_wait(&story, 0);
    expect_in_box(&story, GREETING_BUSY);
    story_end(&story);
}

/* Who is led to an agent without a box waits for anybody then, and the later
   steps of the wait are the next ones, not the same one again. */
static void nobody_twice_by_the_same_step(void **state)
{
    (void)state;
    struct story story;
    const struct contact_row *contact;

    begin_steps(&story);
    LEAD(&story,
         { COMMAND_REMOVE_BOX, .as.remove_box = { .id = OWN, .version = 1 } },
         LOG_IN(ANN), ARRIVES(9, "+4202"), CONNECTED);
    story_wait(&story, 5 * SECOND_US);
    story_wait(&story, 31 * SECOND_US);
    contact = state_contact(core_state(story.core), 1);
    assert_int_equal(contact->place, PLACE_QUEUE);
    assert_int_equal(contact->wanted_agent_id, 0);
    story_wait(&story, 60 * SECOND_US);
    contact = state_contact(core_state(story.core), 1);
    assert_int_equal(contact->place, PLACE_VOICEMAIL);
    assert_int_equal(contact->box_id, POST);
    story_end(&story);
}

/* Who was with an agent and is sent on to a colleague waits in the queue, as
   it was; a message is not what was promised. */
static void nobody_who_is_transferred(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, LOG_IN(BOB), AVAILABLE(BOB), LOG_IN(ANN), ARRIVES(9, "+4202"),
         CONNECTED, ACCEPT(BOB), ANSWERED(EFFECT_RING), BRIDGED,
         TRANSFER(BOB, TO_AGENT, ANN, ""));
    story_wait(&story, 31 * SECOND_US);
    assert_int_equal(state_contact(core_state(story.core), 1)->place,
                     PLACE_QUEUE);
    story_end(&story);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, a_colleague_whose_call_is_not_taken);
    TEST_LIST_ADD(&list, a_colleague_who_calls_somebody_away);
    TEST_LIST_ADD(&list, a_colleague_who_calls_somebody_in_a_call);
    TEST_LIST_ADD(&list, nobody_who_has_no_box);
    TEST_LIST_ADD(&list, a_caller_who_is_led_to_an_agent);
    TEST_LIST_ADD(&list, nobody_twice_by_the_same_step);
    TEST_LIST_ADD(&list, nobody_who_is_transferred);
    return test_list_run(&list);
}
