/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom a queue's strategy takes, and what can be said against it. */

#include "tests/core/floor.h"

#include "core/outbox.h"
#include "tests/test.h"

static void all_ready(struct floor *floor)
{
    for (uint64_t id = ANN; id <= FLOOR_AGENTS; id++) {
        floor_wait(floor, 1);
        floor_ready(floor, id);
    }
}

static void one_after_the_other(struct floor *floor, int64_t talks)
{
    for (int64_t i = 0; i < talks; i++) {
        uint64_t id = floor_call(floor);

        floor_talk(floor, contact_of(&floor->story, id)->agent_id, 10);
    }
}

static void longest_idle(struct floor *floor)
{
    all_ready(floor);
    one_after_the_other(floor, 5);
}

/* Ann has had three contacts, the others none. */
static void some_have_worked(struct floor *floor)
{
    floor_ready(floor, ANN);
    one_after_the_other(floor, 3);
    floor_expect(floor, "aaa");
    floor_ready(floor, BOB);
    floor_ready(floor, CAT);
}

static void fewest_contacts(struct floor *floor)
{
    some_have_worked(floor);
    one_after_the_other(floor, 6);
}

static void toggling(struct floor *floor)
{
    some_have_worked(floor);
    for (int i = 0; i < 3; i++) {
        FLOOR_GIVE(floor, PAUSE(ANN, LUNCH));
        floor_wait(floor, 5);
        floor_ready(floor, ANN);
    }
    FLOOR_GIVE(floor, LOG_OUT(ANN));
    FLOOR_GIVE(floor, LOG_IN(ANN));
    floor_ready(floor, ANN);
    one_after_the_other(floor, 4);
}

static void a_new_day(struct floor *floor)
{
    some_have_worked(floor);
    floor_wait(floor, 86400); /* from 00:00 of the first day on */
    one_after_the_other(floor, 3);
}

/* Bob has talked for 100 s, Cat twice for 10 s. */
static void least_talk(struct floor *floor)
{
    floor_ready(floor, BOB);
    floor_call(floor);
    floor_talk(floor, BOB, 100);
    FLOOR_GIVE(floor, PAUSE(BOB, LUNCH));
    floor_ready(floor, CAT);
    one_after_the_other(floor, 2);
    floor_ready(floor, BOB);
    floor_expect(floor, "bcc");
    one_after_the_other(floor, 3);
}

static void best_skill(struct floor *floor)
{
    FLOOR_GIVE(floor, LEVEL(ANN, ES, 10));
    FLOOR_GIVE(floor, LEVEL(BOB, ES, 90));
    FLOOR_GIVE(floor, LEVEL(CAT, ES, 50));
    FLOOR_GIVE(floor, LEVEL(DAN, CS, 100)); /* is not asked for */
    FLOOR_GIVE(floor, LEVEL(DAN, ES, 0));
    all_ready(floor);
    for (int i = 0; i < 4; i++)
        floor_call(floor);
}

static void round_robin(struct floor *floor)
{
    all_ready(floor);
    one_after_the_other(floor, 4);
    floor_expect(floor, "abcd");
    /* whoever talks for long, or rejects, has had a turn as well */
    floor_call(floor);
    floor_reject(floor, ANN);
    floor_reject(floor, BOB);
    floor_talk(floor, CAT, 100);
    one_after_the_other(floor, 2);
}

static void ordered(struct floor *floor)
{
    FLOOR_GIVE(floor, ASSIGN(DAN, SALES, 2));
    FLOOR_GIVE(floor, ASSIGN(CAT, SALES, 2));
    all_ready(floor);
    for (int i = 0; i < 4; i++)
        floor_call(floor);
}

/* The lot of each offer is that of its event: 300 of them, by the weights. */
static void weighted_random(struct floor *floor)
{
    int counts[FLOOR_AGENTS + 1] = { 0 };

    FLOOR_GIVE(floor, ASSIGN(BOB, SALES, 51));  /* 50 tickets, Ann has 100 */
    FLOOR_GIVE(floor, ASSIGN(CAT, SALES, 100)); /* 1 */
    floor_ready(floor, ANN);
    floor_ready(floor, BOB);
    floor_ready(floor, CAT);
    for (int i = 0; i < 300; i++) {
        uint64_t id = floor_call(floor);
        uint64_t agent = contact_of(&floor->story, id)->agent_id;

        counts[agent]++;
        floor_talk(floor, agent, 1);
        floor->seen[0] = '\0';
    }

    /* 199, 99 and 2 are expected; 8 is a standard deviation of the first two */
    assert_in_range(counts[ANN], 199 - 32, 199 + 32);
    assert_in_range(counts[BOB], 99 - 32, 99 + 32);
    assert_in_range(counts[CAT], 0, 10);
}

static void ring_all(struct floor *floor)
{
    all_ready(floor);
    floor_call(floor);
    floor_expect(floor, "abcd");
    floor_talk(floor, CAT, 10);
}

static void late_to_ring_all(struct floor *floor)
{
    floor_ready(floor, ANN);
    floor_call(floor);
    floor_ready(floor, BOB);
    floor_expect(floor, "ab");
    floor_reject(floor, ANN);
    floor_expect(floor, "a!a");
    floor_talk(floor, BOB, 1);
    floor_expect(floor, "a-");
}

static void two_of_ring_all(struct floor *floor)
{
    floor_ready(floor, ANN);
    floor_ready(floor, BOB);
    floor_call(floor);
    floor_call(floor);
    floor_expect(floor, "ab");
    floor_answer(floor, ANN);
    floor_expect(floor, "b-");
    FLOOR_GIVE(floor, GONE(EFFECT_STOP_RINGING)); /* Bob's phone is silent */
}

static void hung_up_on(struct floor *floor)
{
    all_ready(floor);
    uint64_t id = floor_call(floor);

    floor_expect(floor, "abcd");
    FLOOR_GIVE(floor, CALLER_HANGS_UP(id));
    assert_int_equal(desk_of(&floor->story, DAN)->missed, 0);
}

static void ring_progressively(struct floor *floor)
{
    all_ready(floor);
    floor_call(floor);
    floor_expect(floor, "a");
    floor_wait(floor, 10);
    floor_expect(floor, "wb");
    floor_wait(floor, 9);
    floor_expect(floor, "");
    floor_wait(floor, 2); /* Ann's 20 s are over, and she rings once more */
    floor_expect(floor, "a!wc");
    floor_talk(floor, BOB, 10);
}

static void overflows_while_ringing(struct floor *floor)
{
    struct command sales = floor_queue(floor, SALES);

    sales.as.set_queue.max_wait_ms = 25000;
    floor_give(floor, &sales);
    all_ready(floor);
    uint64_t id = floor_call(floor);

    floor_wait(floor, 24);
    floor->seen[0] = '\0';
    floor_wait(floor, 1);
    assert_int_equal(contact_of(&floor->story, id)->place, PLACE_ENDED);
    for (uint64_t agent = ANN; agent <= FLOOR_AGENTS; agent++)
        assert_int_equal(desk_of(&floor->story, agent)->state, AGENT_AVAILABLE);
    floor->seen[0] = '\0';
}

static const struct row {
    const char *says;
    enum strategy strategy;
    const char *demand;
    void (*live)(struct floor *floor);
    const char *seen; /* what comes after what was expected there */
} rows[] = {
    { "longest_idle: who has been idle for longest", STRATEGY_LONGEST_IDLE, "",
      longest_idle, "abcda" },
    { "fewest_contacts: who had fewest on this day", STRATEGY_FEWEST_CONTACTS,
      "", fewest_contacts, "bcbcbc" },
    { "fewest_contacts: nobody becomes new by pausing or logging out",
      STRATEGY_FEWEST_CONTACTS, "", toggling, "bcbc" },
    { "fewest_contacts: midnight makes all equal, and idle time counts",
      STRATEGY_FEWEST_CONTACTS, "", a_new_day, "abc" },
    { "least_talk: who talked least on this day", STRATEGY_LEAST_TALK, "",
      least_talk, "ccc" },
    { "best_skill: who can most of what is demanded", STRATEGY_BEST_SKILL,
      "0s es>=0", best_skill, "bcad" },
    { "round_robin: who was offered one longest ago", STRATEGY_ROUND_ROBIN, "",
      round_robin, "aa!bb!cda" },
    { "ordered: by priority, then by number", STRATEGY_ORDERED, "", ordered,
      "abcd" },
    { "weighted_random: by lot, priority 1 a hundred times as often as 100",
      STRATEGY_WEIGHTED_RANDOM, "", weighted_random, "" },
    { "ring_all: everybody free, and who answers first has it",
      STRATEGY_RING_ALL, "", ring_all, "a-b-d-" },
    { "ring_all: who comes free while it rings is rung, too", STRATEGY_RING_ALL,
      "", late_to_ring_all, "" },
    { "ring_all: nobody has two offers", STRATEGY_RING_ALL, "", two_of_ring_all,
      "b" },
    { "ring_all: a caller who hangs up has been missed by nobody",
      STRATEGY_RING_ALL, "", hung_up_on, "a!b!c!d!" },
    { "ring_progressively: one more after each time, as long as nobody answers",
      STRATEGY_RING_PROGRESSIVELY, "", ring_progressively, "c-" },
    { "ring_progressively: a contact overflows though somebody always rings",
      STRATEGY_RING_PROGRESSIVELY, "", overflows_while_ringing, "" },
};

static void is_chosen(void **state)
{
    const struct row *row = *state;
    static struct floor floor;

    floor_begin(&floor, row->strategy, row->demand);
    row->live(&floor);
    floor_expect(&floor, row->seen);
    floor_end(&floor);
}

/* The losers' phones show no missed call, and their journals say so. */
static void tells_the_losers(void **state)
{
    (void)state;
    static struct floor floor;
    size_t told = 0;

    floor_begin(&floor, STRATEGY_RING_ALL, "");
    all_ready(&floor);
    floor_call(&floor);

    const struct desk_row *desk = desk_of(&floor.story, BOB);
    const struct command answered = { COMMAND_LEG_ANSWERED,
                                      .as.leg_answered = { desk->leg, 0, 0 } };

    assert_int_equal(story_give(&floor.story, &answered), 0);
    for (size_t i = 0; i < floor.story.outbox.effect_count; i++) {
        const struct effect *effect = &floor.story.outbox.effects[i];

        if (effect->type == EFFECT_STOP_RINGING) {
            assert_int_equal(effect->code, 200);
            told++;
        }
    }
    assert_int_equal(told, 3);
    for (uint64_t agent = ANN; agent <= FLOOR_AGENTS; agent++) {
        assert_int_equal(desk_of(&floor.story, agent)->misses, 0);
        assert_int_equal(desk_of(&floor.story, agent)->missed, 0);
    }

    /* one that answers at the same moment is given back */
    const struct command late = {
        COMMAND_LEG_ANSWERED,
        .as.leg_answered = { desk_of(&floor.story, ANN)->ending_leg, 0, 0 }
    };
    struct outbox *outbox = &floor.story.outbox;

    outbox_clear(outbox);
    assert_int_equal(story_give(&floor.story, &late), 0);
    assert_int_equal(outbox->events[0].type, EVENT_GRANT_RETURNED);
    floor_end(&floor);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_chosen, rows);
    TEST_LIST_ADD(&list, tells_the_losers);
    return test_list_run(&list);
}
