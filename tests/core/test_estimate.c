/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long somebody will wait: by whom, and by nobody who will not. */

#include <stdio.h>
#include <string.h>

#include "core/estimate.h"
#include "core/state_inside.h"
#include "tests/core/situation.h"
#include "tests/test.h"

/*
 * A contact takes two minutes; Ann talks since 0, and Bob serves the queue as
 * the second. Skills: 1 is es. Contact 2 waits, contact 3 behind it.
 */
enum { MAX_STEPS = 12, HANDLING_S = 120 };

/* clang-format off */
#define JOIN(call) ARRIVES(call, "+42021"), CONNECTED
#define READY(agent) LOG_IN(agent), AVAILABLE(agent)
/* Lets time pass: no command has this user. */
#define WAIT(seconds) \
    { .type = COMMAND_NOTE_TRACE, .by = 999, .as.note_trace = { (uint64_t)(seconds), 0 } }
#define MINUTE_LATE 60000
#define ADD(id, seconds) \
    { COMMAND_SET_PRIORITY, .as.set_priority = { .contact_id = id, .priority = 50, \
      .added_ms = (seconds) * INT64_C(1000) } }
/* clang-format on */

static void set_queue(struct story *story, const char *demand)
{
    struct command queue = story_queue(story, SALES);
    struct command_set_queue *c = &queue.as.set_queue;

    memset(&c->demand, 0, sizeof(c->demand));
    memcpy(c->demand.text, demand, strlen(demand));
    c->handling_ms = HANDLING_S * 1000;
    story_lead(story, &queue, 1);
}

static void go(struct story *story, const struct command *steps)
{
    for (size_t i = 0; i < MAX_STEPS && (i == 0 || steps[i].type); i++) {
        outbox_clear(&story->outbox);
        if (steps[i].by == 999)
            story_wait(story,
                       (int64_t)steps[i].as.note_trace.contact_id * SECOND_US);
        else
            assert_int_equal(story_give(story, &steps[i]), 0);
    }
}

enum { NEWCOMER = 0, UNKNOWN_S = -1 };

static int64_t estimate_s(const struct story *story, uint64_t contact_id)
{
    const struct state *state = core_state(story->core);
    struct queue_now now;
    int64_t wait_us;

    state_queue_now(state, SALES, story->now_us, &now);
    wait_us = contact_id == NEWCOMER
                  ? estimate_wait_us(state, SALES, now.waiting + now.callbacks,
                                     story->now_us)
                  : estimate_rest_us(state, contact_id, story->now_us);

    return wait_us == ESTIMATE_UNKNOWN ? UNKNOWN_S : wait_us / SECOND_US;
}

static const struct estimate_row {
    const char *says;
    const char *demand;
    struct command steps[MAX_STEPS];
    uint64_t contact_id;
    int64_t wait_s;
} estimate_rows[] = {
    /* talks */
    { "a talk's rest is waited for", "", { JOIN(2), WAIT(50) }, 2, 70 },
    { "who is put on hold is no new talk",
      "",
      { JOIN(2), WAIT(50), HOLD(ANN) },
      2,
      70 },
    { "... and goes on as one",
      "",
      { JOIN(2), WAIT(50), HOLD(ANN), WAIT(20) },
      2,
      50 },
    { "who is resumed is no new talk either",
      "",
      { JOIN(2), WAIT(50), HOLD(ANN), WAIT(20), RESUME(ANN) },
      2,
      50 },
    { "nor is who is put on hold time and again",
      "",
      { JOIN(2), HOLD(ANN), WAIT(20), RESUME(ANN), WAIT(20), HOLD(ANN),
        WAIT(20), RESUME(ANN) },
      2,
      60 },

    /* skills */
    { "who lacks the skill demanded does not shorten the wait",
      "0s es>=50",
      { LEVEL(ANN, 1, 50), READY(BOB), JOIN(2) },
      2,
      120 },
    { "nor does who has less of it",
      "0s es>=50",
      { LEVEL(ANN, 1, 50), LEVEL(BOB, 1, 49), READY(BOB), JOIN(2) },
      2,
      120 },
    { "who will do later does so then",
      "0s es>=50; 30s es>=20",
      { LEVEL(ANN, 1, 50), LEVEL(BOB, 1, 20), READY(BOB), JOIN(2), WAIT(10) },
      2,
      20 },
    { "where nobody has it, nothing is known",
      "0s es>=50",
      { LEVEL(BOB, 1, 50), JOIN(2) },
      2,
      UNKNOWN_S },
    { "a demand of its own counts for whoever has it",
      "",
      { LEVEL(ANN, 1, 90), LEVEL(BOB, 1, 10), JOIN(2), DEMAND(2, "0s es>=80"),
        READY(BOB) },
      2,
      120 },
    { "... and for nobody behind",
      "",
      { LEVEL(ANN, 1, 90), LEVEL(BOB, 1, 10), JOIN(2), DEMAND(2, "0s es>=80"),
        JOIN(3), DEMAND(3, "0s es>=80; 40s es>=10"), READY(BOB) },
      3,
      40 },
    { "who joins is asked for what the queue demands",
      "0s es>=50",
      { LEVEL(ANN, 1, 50), READY(BOB), WAIT(20) },
      NEWCOMER,
      100 },

    /* transfers */
    { "who transferred it, and is not to have it back, is not counted on",
      "",
      { READY(BOB), JOIN(2), ACCEPT(BOB), ANSWERED(EFFECT_RING), BRIDGED,
        TRANSFER(ANN, TO_QUEUE, SALES, ""), GONE(EFFECT_RELEASE), WAIT(20),
        DISPOSE(ANN, SOLD, "") },
      1,
      90 }, /* after her 20 s of work the mean is 110 */
    { "... but is by whoever joins behind",
      "",
      { READY(BOB), JOIN(2), ACCEPT(BOB), ANSWERED(EFFECT_RING), BRIDGED,
        TRANSFER(ANN, TO_QUEUE, SALES, ""), GONE(EFFECT_RELEASE), WAIT(20),
        DISPOSE(ANN, SOLD, "") },
      NEWCOMER,
      0 },

    /* delays */
    { "who does not see the queue yet does not shorten the wait",
      "",
      { ASSIGN_LATE(BOB, SALES, 2, 3600000), READY(BOB), JOIN(2) },
      2,
      120 },
    { "who will see it later does so then",
      "",
      { ASSIGN_LATE(BOB, SALES, 2, MINUTE_LATE), READY(BOB), JOIN(2),
        WAIT(20) },
      2,
      40 },
    { "who joins is not seen sooner than that",
      "",
      { ASSIGN_LATE(BOB, SALES, 2, MINUTE_LATE), READY(BOB) },
      NEWCOMER,
      60 },
    { "each of the line waits so long itself",
      "",
      { ASSIGN_LATE(BOB, SALES, 2, MINUTE_LATE), READY(BOB), JOIN(2), WAIT(20),
        JOIN(3) },
      3,
      100 },
    { "but one that goes before is seen with the others",
      "",
      { ASSIGN_LATE(BOB, SALES, 2, MINUTE_LATE), READY(BOB), JOIN(2), WAIT(20),
        JOIN(3), PRIORITY(3, 1, 0) },
      3,
      40 },
};

static void is_estimated(void **state)
{
    const struct estimate_row *row = *state;
    const struct command skill = SKILL("es");
    struct story story;

    story_begin_in(&story, TALKING);
    story_lead(&story, &skill, 1);
    set_queue(&story, row->demand);
    go(&story, row->steps);
    assert_int_equal(estimate_s(&story, row->contact_id), row->wait_s);
    story_end(&story);
}

/* Whatever Ann does with her caller, nothing is a cause for more. */
static void never_grows_while_one_talks(void **state)
{
    (void)state;
    static const struct command two[] = { JOIN(2) };
    static const struct command on = HOLD(ANN), off = RESUME(ANN);
    struct story story;
    int64_t last_s = HANDLING_S;

    story_begin_in(&story, TALKING);
    set_queue(&story, "");
    story_lead(&story, two, ARRAY_LEN(two));
    for (int i = 0; i < 60; i++) {
        const struct command *toggle = i % 2 ? &off : &on;
        int64_t now_s;

        story_wait(&story, 5 * SECOND_US);
        assert_int_equal(story_give(&story, toggle), 0);
        now_s = estimate_s(&story, 2);
        assert_true(now_s <= last_s);
        last_s = now_s;
    }
    story_end(&story);
}

/* Whether there is a cause to tell of more: who of them may have it. */
static const struct cause_row {
    const char *says;
    struct command steps[MAX_STEPS];
    size_t agents;
} cause_rows[] = {
    { "whoever works and has the skill counts",
      { LEVEL(ANN, 1, 50), LEVEL(BOB, 1, 50), JOIN(2), READY(BOB) },
      2 },
    { "who lacks it is no cause for more, come or gone",
      { LEVEL(ANN, 1, 50), LEVEL(BOB, 1, 49), JOIN(2), READY(BOB) },
      1 },
    { "nor is who does not work",
      { LEVEL(ANN, 1, 50), LEVEL(BOB, 1, 50), JOIN(2), LOG_IN(BOB) },
      1 },
    { "who will see it counts",
      { LEVEL(ANN, 1, 50), LEVEL(BOB, 1, 50),
        ASSIGN_LATE(BOB, SALES, 2, MINUTE_LATE), JOIN(2), READY(BOB) },
      2 },
};

static void is_counted(void **state)
{
    const struct cause_row *row = *state;
    const struct command skill = SKILL("es");
    struct story story;

    story_begin_in(&story, TALKING);
    story_lead(&story, &skill, 1);
    set_queue(&story, "0s es>=50");
    go(&story, row->steps);
    /* Bob, if he may, has it by now */
    if (contact_of(&story, 2)->offers)
        story_lead(&story, &(const struct command)REJECT(BOB), 1);
    assert_int_equal(estimate_agents(core_state(story.core), 2, story.now_us),
                     row->agents);
    story_end(&story);
}

/* An agent with a phone of its own, who is available. */
static void add_agent(struct story *story, uint64_t id, uint32_t level)
{
    struct command phone = { .type = COMMAND_SET_DEVICE };
    struct command agent = { .type = COMMAND_SET_AGENT };

    (void)snprintf(phone.as.set_device.name.text,
                   sizeof(phone.as.set_device.name.text), "phone%d", (int)id);
    (void)snprintf(agent.as.set_agent.name.text,
                   sizeof(agent.as.set_agent.name.text), "many%d", (int)id);
    agent.as.set_agent.device_id = id;

    const struct command steps[] = {
        phone,      agent,         DEVICE_SEEN(id),     LEVEL(id, 1, level),
        LOG_IN(id), AVAILABLE(id), ASSIGN(id, SALES, 1)
    };

    story_lead(story, steps, ARRAY_LEN(steps));
}

/* More agents than are played one by one: those who may not are left out. */
static void counts_of_many_who_may(void **state)
{
    (void)state;
    enum { FIRST = 3, AGENTS = 80 };
    const struct command skill = SKILL("es"), none = NO_LEVEL_OF(FIRST, 1);
    const struct command late = ASSIGN_LATE(FIRST, SALES, 1, MINUTE_LATE);
    const struct command soon = ASSIGN(FIRST, SALES, 1);
    struct story story;

    story_begin_in(&story, TALKING);
    story_lead(&story, &skill, 1);
    set_queue(&story, "0s es>=50");
    for (uint64_t i = 0; i < AGENTS; i++)
        add_agent(&story, FIRST + i, i ? 49 : 50);
    assert_int_equal(estimate_s(&story, NEWCOMER), 0);
    story_lead(&story, &late, 1);
    assert_int_equal(estimate_s(&story, NEWCOMER), 60);
    story_lead(&story, &soon, 1);
    assert_int_equal(estimate_s(&story, NEWCOMER), 0);
    story_lead(&story, &none, 1);
    assert_int_equal(estimate_s(&story, NEWCOMER), UNKNOWN_S);
    story_end(&story);
}

/* Everybody is free, and sees the queue 20 seconds late: that long, and not
   who knows how long, waits whoever joins while others do. */
static void many_who_see_it_late_come_then(void **state)
{
    (void)state;
    enum { FIRST = 3, AGENTS = 80, LATE_S = 20 };
    static const struct command waits[] = { JOIN(2) };
    const struct command skill = SKILL("es");
    struct story story;

    story_begin_in(&story, TALKING);
    story_lead(&story, &skill, 1);
    set_queue(&story, "");
    for (uint64_t i = 0; i < AGENTS; i++) {
        const struct command late =
            ASSIGN_LATE(FIRST + i, SALES, 1, LATE_S * 1000);

        add_agent(&story, FIRST + i, 50);
        story_lead(&story, &late, 1);
    }
    story_lead(&story, waits, ARRAY_LEN(waits));
    assert_int_equal(estimate_s(&story, NEWCOMER), LATE_S);
    assert_int_equal(estimate_s(&story, 2), LATE_S);
    story_end(&story);
}

/* A step that demands nothing is one that everybody meets, from then on. */
static void many_come_with_the_step_that_they_meet(void **state)
{
    (void)state;
    enum { FIRST = 3, AGENTS = 80 };
    const struct command skill = SKILL("es");
    const struct command able = LEVEL(FIRST, 1, 50);
    struct story story;

    story_begin_in(&story, TALKING);
    story_lead(&story, &skill, 1);
    set_queue(&story, "0s es>=50; 60s -es");
    for (uint64_t i = 0; i < AGENTS; i++)
        add_agent(&story, FIRST + i, 49);
    assert_int_equal(estimate_s(&story, NEWCOMER), 60);

    /* who has the skill is there before it */
    story_lead(&story, &able, 1);
    assert_int_equal(estimate_s(&story, NEWCOMER), 0);
    story_end(&story);
}

/* More contacts on offer than events have room made for, each of a demand of its
   own: that they may be rung for more agents makes a ring for each of them. */
static void there_is_room_for_the_rings_of_all_on_offer(void **state)
{
    (void)state;
    enum { FIRST = 3, CALLS = 70 };
    const struct command skill = SKILL("es");
    struct command waits, demands = { .type = COMMAND_SET_DEMAND };
    struct event set = { .type = EVENT_QUEUE_SET };
    struct story story;
    struct state *copy;

    story_begin_in(&story, TALKING);
    story_lead(&story, &skill, 1);
    set_queue(&story, "");
    for (uint64_t i = 0; i < CALLS; i++) {
        const struct command joins[] = { JOIN(2 + i) };

        story_lead(&story, joins, ARRAY_LEN(joins));
        demands.as.set_demand.contact_id = 2 + i;
        (void)snprintf(demands.as.set_demand.demand.text,
                       sizeof(demands.as.set_demand.demand.text),
                       "0s es>=1; %ds es>=2", 1000 + (int)i);
        story_lead(&story, &demands, 1);
        add_agent(&story, FIRST + i, 50);
    }

    copy = copy_of_state(core_state(story.core));
    waits = story_queue(&story, SALES);
    memcpy(&set.as, &waits.as, sizeof(set.as.queue_set));
    set.as.queue_set.version++;
    set.as.queue_set.strategy = STRATEGY_RING_ALL;
    assert_int_equal(table_count(&copy->own_rings), 0);
    assert_int_equal(state_reserve(copy, 1), 0);
    assert_true(copy->own_rings.pool.unused_count >= CALLS);
    set.seq = copy->system.seq + 1;
    set.at_us = story.now_us;
    state_fold(copy, &set);
    assert_int_equal(table_count(&copy->own_rings), CALLS);
    state_free(copy);
    story_end(&story);
}

/* Ann serves HELP and SALES alike, and each contact takes her two minutes. */
static const struct shared_row {
    const char *says;
    int64_t weight_of_help;
    struct command steps[MAX_STEPS];
    uint64_t contact_id;
    int64_t wait_s;
} shared_rows[] = {
    { "who has come to the other queue before is served before",
      10,
      { JOIN(2), MOVE(2, HELP, 50), WAIT(10), JOIN(3) },
      3,
      110 + 120 },
    { "... also before whoever joins now",
      10,
      { JOIN(2), MOVE(2, HELP, 50), WAIT(10) },
      NEWCOMER,
      110 + 120 },
    { "who comes there later is not",
      10,
      { JOIN(2), WAIT(10), JOIN(3), MOVE(3, HELP, 50) },
      2,
      110 },
    { "unless the weight of that queue brings it forward",
      100,
      { JOIN(2), WAIT(10), JOIN(3), MOVE(3, HELP, 50) },
      2,
      110 + 120 },
    { "... or what was added to a wait there",
      10,
      { JOIN(2), WAIT(10), JOIN(3), MOVE(3, HELP, 50), ADD(3, 60) },
      2,
      110 + 120 },
    { "behind one who comes later nobody goes before, be it for long",
      10,
      { JOIN(2), MOVE(2, HELP, 50), WAIT(10), JOIN(3), WAIT(1), JOIN(4),
        MOVE(4, HELP, 1) },
      3,
      109 },
    { "a queue that she serves after this one takes nobody's turn",
      10,
      { ASSIGN(ANN, HELP, 2), JOIN(2), MOVE(2, HELP, 50), WAIT(10), JOIN(3) },
      3,
      110 },
    { "an agent there who does not work has no share of it",
      10,
      { READY(BOB), PAUSE(BOB, LUNCH), JOIN(2), MOVE(2, HELP, 50), WAIT(10),
        JOIN(3) },
      3,
      110 + 120 },
};

static void shares_agents(void **state)
{
    const struct shared_row *row = *state;
    static const struct command alike = ASSIGN(ANN, HELP, 1);
    struct story story;
    struct command help;

    story_begin_in(&story, TALKING);
    set_queue(&story, "");
    help = story_queue(&story, HELP);
    help.as.set_queue.handling_ms = HANDLING_S * 1000;
    help.as.set_queue.weight = row->weight_of_help;
    story_lead(&story, &help, 1);
    if (row->steps[0].type != COMMAND_ASSIGN)
        story_lead(&story, &alike, 1);
    go(&story, row->steps);
    assert_int_equal(estimate_s(&story, row->contact_id), row->wait_s);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, shares_agents, shared_rows);
    TEST_LIST_ADD_ROWS(&list, is_estimated, estimate_rows);
    TEST_LIST_ADD_ROWS(&list, is_counted, cause_rows);
    TEST_LIST_ADD(&list, never_grows_while_one_talks);
    TEST_LIST_ADD(&list, counts_of_many_who_may);
    TEST_LIST_ADD(&list, many_who_see_it_late_come_then);
    TEST_LIST_ADD(&list, there_is_room_for_the_rings_of_all_on_offer);
    TEST_LIST_ADD(&list, many_come_with_the_step_that_they_meet);
    return test_list_run(&list);
}
