/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who transfers a contact to a queue of one's own does not get it back, as long
   as somebody else is at work who comes to have it. */

#include "core/state_search.h"
#include "tests/core/callback_house.h"
#include "tests/test.h"

enum { LONG_S = 31 }; /* after which the wrap-up of SALES is over */

/* Available, but sees no queue for an hour. */
#define LATE(agent, queue) ASSIGN_LATE(agent, queue, 1, HOUR_S * 1000)
#define AT_WORK(agent)     LATE(agent, SALES), LATE(agent, HELP), READY(agent)

/* ANN passes a caller to a queue, and wraps up; SALES she serves with BOB. */
#define PASSED_TO(queue)                                                       \
    JOIN(1), READY(ANN), ANSWERED(EFFECT_RING), BRIDGED,                       \
        TRANSFER(ANN, TO_QUEUE, queue, ""), GONE(EFFECT_RELEASE)
#define PASSED PASSED_TO(SALES), DISPOSE(ANN, SOLD, "")

#define SKILLED(demand_, agent)                                                \
    SKILL("es"), LEVEL(agent, 1, 80), DEMAND(1, demand_)

static const struct row {
    const char *says;
    struct command steps[24];
    uint64_t offered_to; /* the first caller then; 0: nobody */
} rows[] = {
    { "while another is at work it does not come back",
      { AT_WORK(BOB), PASSED, WAIT(0) },
      0 },
    { "... nor does it later, when nobody has taken it",
      { AT_WORK(BOB), PASSED, WAIT(600) },
      0 },
    { "... but goes to the other who comes free",
      { AT_WORK(BOB), PASSED, ASSIGN(BOB, SALES, 1) },
      BOB },
    { "... after whom it is not the first one's either",
      { AT_WORK(BOB), PASSED, ASSIGN(BOB, SALES, 1), REJECT(BOB), WAIT(1) },
      0 },
    { "... nor while another talks",
      { JOIN(1), READY(ANN), ANSWERED(EFFECT_RING), BRIDGED, JOIN(2),
        READY(BOB), ACCEPT(BOB), ANSWERED(EFFECT_RING), BRIDGED,
        TRANSFER(ANN, TO_QUEUE, SALES, ""), GONE(EFFECT_RELEASE),
        DISPOSE(ANN, SOLD, ""), WAIT(60) },
      0 },
    { "nobody else is logged in: it comes back", { PASSED, WAIT(0) }, ANN },
    { "... or all the others pause",
      { LOG_IN(BOB), PAUSE(BOB, LUNCH), PASSED, WAIT(0) },
      ANN },
    { "... or cannot be rung",
      { AT_WORK(BOB), DEVICE_LOST(BOB), PASSED, WAIT(0) },
      ANN },
    { "... and as soon as the last other one pauses",
      { AT_WORK(BOB), PASSED, PAUSE(BOB, LUNCH), WAIT(0) },
      ANN },
    { "... or cannot be rung any more",
      { AT_WORK(BOB), PASSED, DEVICE_LOST(BOB), WAIT(0) },
      ANN },
    { "... and as soon as the last other one goes",
      { AT_WORK(BOB), PASSED, LOG_OUT(BOB), WAIT(0) },
      ANN },
    { "... or serves the queue no longer",
      { AT_WORK(BOB), PASSED, UNASSIGN(BOB, SALES), WAIT(0) },
      ANN },
    { "... and stays so when one comes later",
      { PASSED_TO(SALES), AT_WORK(BOB), DISPOSE(ANN, SOLD, "") },
      ANN },
    { "whom it demands something that nobody else can do has it back",
      { AT_WORK(BOB), PASSED, SKILLED("0s es>=50", ANN), WAIT(0) },
      ANN },
    { "... before a step of the demand is skipped",
      { AT_WORK(BOB), PASSED, SKILLED("0s es>=50; 60s -es", ANN), WAIT(0) },
      ANN },
    { "... and not while another can",
      { SKILL("es"), LEVEL(ANN, 1, 80), LEVEL(BOB, 1, 50), AT_WORK(BOB), PASSED,
        DEMAND(1, "0s es>=50"), WAIT(0) },
      0 },
    { "a supervisor may have it offered to who transferred it",
      { AT_WORK(BOB), PASSED, PULL(1, ANN) },
      ANN },
    { "in another queue it may come to who transferred it",
      { ASSIGN(ANN, HELP, 1), AT_WORK(BOB), PASSED, MOVE(1, HELP, 50),
        WAIT(0) },
      ANN },
    { "nor does one come back from another queue that one serves",
      { ASSIGN(ANN, HELP, 1), AT_WORK(BOB), PASSED_TO(HELP),
        DISPOSE(ANN, SOLD, ""), WAIT(0) },
      0 },
};

static uint64_t offered_to(const struct story *story, uint64_t contact_id)
{
    const struct contact_row *contact = contact_of(story, contact_id);

    return contact->place == PLACE_QUEUE ? contact->agent_id : 0;
}

static void is_offered(void **state)
{
    const struct row *row = *state;
    struct story story;

    callback_house_begin(&story);
    callback_house_lead(&story, row->steps,
                        sizeof(row->steps) / sizeof(row->steps[0]));
    assert_int_equal(offered_to(&story, 1), row->offered_to);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_QUEUE);
    story_end(&story);
}

/* Behind it nobody waits for that. */
static void others_are_offered_meanwhile(void **state)
{
    (void)state;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, AT_WORK(BOB), PASSED, JOIN(2));
    assert_int_equal(offered_to(&story, 1), 0);
    assert_int_equal(offered_to(&story, 2), ANN);
    story_end(&story);
}

static struct candidates why(const struct story *story)
{
    const struct contact_row *contact = contact_of(story, 1);
    const struct question question = {
        .queue_id = contact->queue_id,
        .demand = "",
        .now_us = story->now_us,
        .waited_us = story->now_us - contact->queued_us,
        .transferrer_id = contact->transferrer_id,
    };
    struct candidates candidates;

    state_explain(core_state(story->core), &question, &candidates);
    return candidates;
}

static void assert_told(const struct candidates *candidates, uint64_t agent_id,
                        enum verdict verdict)
{
    for (uint32_t i = 0; i < candidates->row_count; i++)
        if (candidates->rows[i].agent_id == agent_id) {
            assert_int_equal(candidates->rows[i].verdict, verdict);
            return;
        }

    fail_msg("nothing is told of agent %d", (int)agent_id);
}

/* Free, or still at the after-call work: it is why, and nothing else. */
static void is_told_why(void **state)
{
    (void)state;
    struct candidates told;
    struct story story;

    callback_house_begin(&story);
    LEAD(&story, AT_WORK(BOB), PASSED_TO(SALES));
    told = why(&story);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_ACW);
    assert_told(&told, ANN, VERDICT_TRANSFERRED);
    assert_told(&told, BOB, VERDICT_DELAYED);
    assert_int_equal(told.counts[VERDICT_TRANSFERRED], 1);
    assert_int_equal(told.counts[VERDICT_ACW], 0);

    LEAD(&story, WAIT(LONG_S));
    told = why(&story);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    assert_told(&told, ANN, VERDICT_TRANSFERRED);
    assert_int_equal(told.counts[VERDICT_TRANSFERRED], 1);
    assert_int_equal(told.counts[VERDICT_DELAYED], 1);
    assert_int_equal(told.counts[VERDICT_LESS_IDLE], 0);
    story_end(&story);
}

/* What is kept is the row: an order made of it anew is the same. */
static void is_kept(void **state)
{
    (void)state;
    struct story story;
    struct state *copy;
    struct match match;

    callback_house_begin(&story);
    LEAD(&story, AT_WORK(BOB), PASSED);
    copy = copy_of_state(core_state(story.core));
    assert_same_state(core_state(story.core), copy);
    assert_int_equal(state_contact(copy, 1)->transferrer_id, ANN);
    assert_false(state_next_match(copy, &match));
    state_free(copy);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_offered, rows);
    TEST_LIST_ADD(&list, others_are_offered_meanwhile);
    TEST_LIST_ADD(&list, is_told_why);
    TEST_LIST_ADD(&list, is_kept);
    return test_list_run(&list);
}
