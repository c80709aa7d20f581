/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skills, delays, priorities, weights, teams and who knows the caller. */

#include <string.h>

#include "tests/core/floor.h"
#include "tests/test.h"

/* Skills: Ann can es 80, Bob es 40, Cat none. */

static void skilled(struct floor *floor)
{
    FLOOR_GIVE(floor, LEVEL(ANN, ES, 80));
    FLOOR_GIVE(floor, LEVEL(BOB, ES, 40));
}

static void steps_go_on(struct floor *floor)
{
    skilled(floor);
    floor_ready(floor, CAT);
    floor_ready(floor, BOB);
    floor_call(floor);
    floor_expect(floor, ""); /* Ann pauses, and may come back */
    floor_wait(floor, 29);
    floor_expect(floor, "");
    floor_wait(floor, 1);
    floor_expect(floor, "+b");
    floor_reject(floor, BOB);
    floor_expect(floor, "b!b");
    FLOOR_GIVE(floor, PAUSE(BOB, LUNCH));
    floor_reject(floor, BOB);
    floor_expect(floor, "b!");
    floor_wait(floor, 30);
    floor_expect(floor, "+c");
}

static void inner_ring_first(struct floor *floor)
{
    skilled(floor);
    floor_call(floor);
    floor_wait(floor, 60);
    floor_expect(floor, "++");
    floor_call(floor);
    floor_call(floor);
    floor_wait(floor, 60); /* all three wait for anybody now */
    floor_expect(floor, "++++");
    FLOOR_GIVE(floor, PAUSE(CAT, LUNCH));
    floor_ready(floor, CAT); /* takes the first, though the others can more */
    floor_expect(floor, "c");
    floor_reject(floor, CAT);
    floor_expect(floor, "c!c");
    FLOOR_GIVE(floor, PAUSE(CAT, LUNCH));
    floor_reject(floor, CAT);
    floor_expect(floor, "c!");
}

static void inner_ring_of_two(struct floor *floor)
{
    struct command sales = floor_queue(floor, SALES);

    skilled(floor);
    floor_ready(floor, CAT);
    floor_wait(floor, 5);
    floor_ready(floor, BOB);
    floor_wait(floor, 5);
    floor_ready(floor, ANN);
    /* the demand has run out for whoever has waited for long */
    memset(&sales.as.set_queue.demand, 0, sizeof(sales.as.set_queue.demand));
    memcpy(sales.as.set_queue.demand.text, "0s es>=50; 1s es>=30; 2s -es", 28);
    FLOOR_GIVE(floor, PAUSE(ANN, LUNCH));
    floor_give(floor, &sales);
    floor_call(floor);
    floor_expect(floor, "");
    FLOOR_GIVE(floor, PAUSE(BOB, LUNCH));
    FLOOR_GIVE(floor, PAUSE(CAT, LUNCH));
    floor_wait(floor, 3);
    floor_expect(floor, "++");
    sales = floor_queue(floor, SALES);
    sales.as.set_queue.strategy = STRATEGY_ORDERED;
    floor_give(floor, &sales);
    floor_ready(floor, CAT);
    floor_expect(floor, "c");
}

static void skips(struct floor *floor)
{
    skilled(floor);
    FLOOR_GIVE(floor, LOG_OUT(ANN));
    floor_ready(floor, BOB);
    floor_call(floor); /* es 50 could nobody, es 30 can Bob */
}

static void last_one_leaves(struct floor *floor)
{
    skilled(floor);
    floor_ready(floor, BOB);
    floor_call(floor);
    floor_expect(floor, "");
    FLOOR_GIVE(floor, LOG_OUT(ANN)); /* who was the last to have es 50 */
}

static void nobody_there(struct floor *floor)
{
    for (uint64_t id = ANN; id <= FLOOR_AGENTS; id++)
        FLOOR_GIVE(floor, LOG_OUT(id));
    floor_call(floor); /* nothing is gained by dropping the demand */
}

static void levels_change(struct floor *floor)
{
    FLOOR_GIVE(floor, LEVEL(DAN, ES, 99));
    floor_ready(floor, BOB);
    floor_call(floor);
    floor_expect(floor, "");
    FLOOR_GIVE(floor, LEVEL(BOB, ES, 49));
    floor_expect(floor, "");
    FLOOR_GIVE(floor, LEVEL(BOB, ES, 50));
}

static void own_demand(struct floor *floor)
{
    skilled(floor);
    FLOOR_GIVE(floor, LEVEL(DAN, CS, 10));
    floor_ready(floor, CAT);
    uint64_t id = floor_call(floor);

    floor_expect(floor, "");
    FLOOR_GIVE(floor, DEMAND(id, "0s cs>=10; 40s cs>=1"));
    floor_expect(floor, "");
    floor_ready(floor, BOB);
    floor_expect(floor, "");
    floor_ready(floor, DAN);
    floor_expect(floor, "d");
    floor_reject(floor, DAN);
    floor_expect(floor, "d!d");
    FLOOR_GIVE(floor, DEMAND(id, "")); /* applies when that offer has ended */
    floor_reject(floor, DAN);
    floor_expect(floor, "d!");
    floor_wait(floor, 30);
}

static void settings_at_once(struct floor *floor)
{
    struct command sales;

    skilled(floor);
    floor_ready(floor, BOB);
    floor_call(floor);
    floor_wait(floor, 10);
    floor_expect(floor, "");
    sales = floor_queue(floor, SALES);
    memset(&sales.as.set_queue.demand, 0, sizeof(sales.as.set_queue.demand));
    memcpy(sales.as.set_queue.demand.text, "0s es>=90; 9s es>=40", 20);
    floor_give(floor, &sales);
}

/* Delays. */

static void delayed(struct floor *floor)
{
    FLOOR_GIVE(floor, ASSIGN_LATE(BOB, SALES, 1, 20000));
    floor_ready(floor, BOB);
    floor_call(floor);
    floor_expect(floor, "");
    floor_wait(floor, 19);
    floor_expect(floor, "");
    floor_wait(floor, 1);
}

static void open_no_longer(struct floor *floor)
{
    FLOOR_GIVE(floor, ASSIGN_LATE(BOB, SALES, 1, 20000));
    FLOOR_GIVE(floor, ASSIGN_LATE(CAT, SALES, 1, 30000));
    uint64_t id = floor_call(floor);

    floor_wait(floor, 15);
    floor_call(floor);
    floor_wait(floor, 10);
    floor_expect(floor, "o");
    FLOOR_GIVE(floor, CALLER_HANGS_UP(id)); /* the other has waited 10 s */
    floor_ready(floor, BOB);
    floor_ready(floor, CAT);
    floor_expect(floor, "");
    floor_wait(floor, 9);
    floor_expect(floor, "");
    floor_wait(floor, 1);
}

static void delay_of_the_oldest(struct floor *floor)
{
    FLOOR_GIVE(floor, ASSIGN_LATE(BOB, SALES, 1, 20000));
    floor_call(floor);
    floor_wait(floor, 20);
    floor_call(floor);
    floor_ready(floor, BOB);
    floor_answer(floor, BOB);
    floor_expect(floor, "ob");
    floor_ready(floor, ANN); /* sees all at once */
}

static void delay_is_taken_away(struct floor *floor)
{
    FLOOR_GIVE(floor, ASSIGN_LATE(BOB, SALES, 1, 20000));
    floor_ready(floor, BOB);
    floor_call(floor);
    floor_expect(floor, "");
    FLOOR_GIVE(floor, ASSIGN(BOB, SALES, 1));
}

/* Priorities of agents and contacts. */

static void wait_in_both(struct floor *floor)
{
    FLOOR_GIVE(floor, ASSIGN(ANN, HELP, 1));
    floor_call(floor);
    floor_wait(floor, 10);
    floor_call_help(floor);
    floor_wait(floor, 10);
}

static void expect_contact(struct floor *floor, uint64_t agent_id,
                           uint64_t contact_id)
{
    assert_int_equal(desk_of(&floor->story, agent_id)->contact_id, contact_id);
}

static void oldest_of_both(struct floor *floor)
{
    wait_in_both(floor);
    floor_ready(floor, ANN);
    expect_contact(floor, ANN, 1);
}

static void priority_of_agent(struct floor *floor)
{
    wait_in_both(floor);
    FLOOR_GIVE(floor, ASSIGN(ANN, SALES, 2));
    floor_ready(floor, ANN);
    expect_contact(floor, ANN, 2);
}

static void seconds_added(struct floor *floor)
{
    wait_in_both(floor);
    FLOOR_GIVE(floor, PRIORITY(2, 50, 10001)); /* ms: one more than the lead */
    floor_ready(floor, ANN);
    expect_contact(floor, ANN, 2);
}

static void weight(struct floor *floor)
{
    struct command help = floor_queue(floor, HELP);

    help.as.set_queue.weight = 21; /* 10 s of it are 21 s of SALES */
    floor_give(floor, &help);
    wait_in_both(floor);
    floor_ready(floor, ANN);
    expect_contact(floor, ANN, 2);
}

static void class_first(struct floor *floor)
{
    floor_call(floor);
    floor_wait(floor, 100);
    floor_call(floor);
    FLOOR_GIVE(floor, PRIORITY(1, 50, 86400000));
    FLOOR_GIVE(floor, PRIORITY(2, 49, 0));
    floor_ready(floor, ANN);
    expect_contact(floor, ANN, 2);
}

static void seconds_inside(struct floor *floor)
{
    floor_call(floor);
    floor_wait(floor, 10);
    floor_call(floor);
    FLOOR_GIVE(floor, PRIORITY(2, 50, 11000));
    floor_ready(floor, ANN);
    expect_contact(floor, ANN, 2);
}

/* Teams. */

static void member(struct floor *floor, uint64_t agent_id, uint64_t team_id)
{
    struct command agent = { .type = COMMAND_SET_AGENT };

    memcpy(&agent.as, state_agent(core_state(floor->story.core), agent_id),
           sizeof(agent.as.set_agent));
    agent.as.set_agent.team_id = team_id;
    floor_give(floor, &agent);
}

static int64_t serves(const struct floor *floor, uint64_t agent_id,
                      uint64_t queue_id)
{
    const struct state *state = core_state(floor->story.core);

    for (size_t i = 0; i < state_row_count(state, ROW_ASSIGNMENT); i++) {
        const struct assignment_row *a = state_row_at(state, ROW_ASSIGNMENT, i);

        if (a->agent_id == agent_id && a->queue_id == queue_id)
            return a->priority;
    }

    return 0;
}

static void team_serves(struct floor *floor)
{
    FLOOR_GIVE(floor, TEAM("north"));
    member(floor, ANN, 1);
    FLOOR_GIVE(floor, ASSIGN_TEAM(1, HELP, 7, 0));
    assert_int_equal(serves(floor, ANN, HELP), 7);
    assert_int_equal(serves(floor, BOB, HELP), 0);
    member(floor, BOB, 1);
    assert_int_equal(serves(floor, BOB, HELP), 7);
    FLOOR_GIVE(floor, ASSIGN_TEAM(1, HELP, 8, 0));
    assert_int_equal(serves(floor, BOB, HELP), 8);
    member(floor, ANN, 0);
    assert_int_equal(serves(floor, ANN, HELP), 0);
    FLOOR_GIVE(floor, UNASSIGN_TEAM(1, HELP));
    assert_int_equal(serves(floor, BOB, HELP), 0);
}

static void own_wins(struct floor *floor)
{
    FLOOR_GIVE(floor, TEAM("north"));
    member(floor, ANN, 1);
    FLOOR_GIVE(floor, ASSIGN(ANN, HELP, 3));
    FLOOR_GIVE(floor, ASSIGN_TEAM(1, HELP, 7, 0));
    assert_int_equal(serves(floor, ANN, HELP), 3);
    FLOOR_GIVE(floor, UNASSIGN(ANN, HELP));
    assert_int_equal(serves(floor, ANN, HELP), 7);
    FLOOR_GIVE(floor, ASSIGN(ANN, HELP, 7)); /* the same, but her own */
    FLOOR_GIVE(floor, UNASSIGN_TEAM(1, HELP));
    assert_int_equal(serves(floor, ANN, HELP), 7);
}

/* Who knows the caller. */

static void make_sticky(struct floor *floor, bool any_queue)
{
    struct command sales = floor_queue(floor, SALES);

    sales.as.set_queue.sticky_days = 2;
    sales.as.set_queue.sticky_wait_ms = 15000;
    sales.as.set_queue.sticky_any_queue = any_queue;
    floor_give(floor, &sales);
}

static void call_known(struct floor *floor, uint64_t agent_id,
                       uint64_t queue_id, int64_t days)
{
    uint64_t id = ++floor->calls;

    FLOOR_GIVE(floor, ARRIVES(id, "+42021"));
    FLOOR_GIVE(floor, RECALL(id, agent_id, queue_id, days * 86400 * SECOND_US));
    FLOOR_GIVE(floor, CONNECTED);
}

static void known_and_free(struct floor *floor)
{
    make_sticky(floor, false);
    floor_ready(floor, ANN);
    floor_wait(floor, 5);
    floor_ready(floor, BOB);
    call_known(floor, BOB, SALES, 1);
}

/* Bob talks; Ann is free, and yet he is waited for. */
static void known_and_busy(struct floor *floor)
{
    make_sticky(floor, false);
    floor_ready(floor, BOB);
    floor_call(floor);
    floor_answer(floor, BOB);
    floor_ready(floor, ANN);
    floor_expect(floor, "b");
    call_known(floor, BOB, SALES, 1);
    floor_expect(floor, "");
    floor_wait(floor, 14);
    floor_expect(floor, "");
    floor_wait(floor, 1);
}

static void known_comes_free(struct floor *floor)
{
    make_sticky(floor, false);
    floor_ready(floor, BOB);
    floor_call(floor);
    floor_answer(floor, BOB);
    floor_ready(floor, ANN);
    call_known(floor, BOB, SALES, 1);
    floor_expect(floor, "b");
    FLOOR_GIVE(floor, CALLER_HANGS_UP(1));
    FLOOR_GIVE(floor, GONE(EFFECT_RELEASE));
}

static void known_for_too_long(struct floor *floor)
{
    make_sticky(floor, false);
    floor_ready(floor, ANN);
    floor_wait(floor, 5);
    floor_ready(floor, BOB);
    call_known(floor, BOB, SALES, 3);
}

static void known_elsewhere(struct floor *floor)
{
    make_sticky(floor, false);
    floor_ready(floor, ANN);
    floor_wait(floor, 5);
    floor_ready(floor, BOB);
    call_known(floor, BOB, HELP, 1);
    floor_expect(floor, "a");
    floor_answer(floor, ANN);
    make_sticky(floor, true);
    floor_ready(floor, CAT);
    floor_wait(floor, 1);
    call_known(floor, BOB, HELP, 1);
}

static void known_but_paused(struct floor *floor)
{
    make_sticky(floor, false);
    floor_ready(floor, ANN);
    call_known(floor, BOB, SALES, 1);
}

static void known_does_not_take_it(struct floor *floor)
{
    make_sticky(floor, false);
    floor_ready(floor, ANN);
    floor_wait(floor, 5);
    floor_ready(floor, BOB);
    call_known(floor, BOB, SALES, 1);
    floor_expect(floor, "b");
    floor_reject(floor, BOB);
}

static const struct row {
    const char *says;
    const char *demand;
    void (*live)(struct floor *floor);
    const char *seen;
} rows[] = {
    { "who lacks a skill is not offered what demands it, until it does not",
      "0s es>=50; 30s es>=30; 60s -es", steps_go_on, "" },
    { "whoever meets the demand takes the first, whoever else waits",
      "0s es>=50; 30s es>=30; 60s -es", inner_ring_first, "" },
    { "a widened demand is for whoever comes", "", inner_ring_of_two, "" },
    { "a step that nobody logged in could meet is skipped at once",
      "0s es>=50; 30s es>=30; 60s -es", skips, "~b" },
    { "... also when the last who could logs out",
      "0s es>=50; 30s es>=30; 60s -es", last_one_leaves, "~b" },
    { "... but not while nobody is there at all",
      "0s es>=50; 30s es>=30; 60s -es", nobody_there, "" },
    { "a level that changes counts at once", "0s es>=50", levels_change, "b" },
    { "a contact may demand something else than its queue",
      "0s es>=50; 30s -es", own_demand, "+c" },
    { "another demand of the queue is for those who wait, too", "0s es>=50",
      settings_at_once, "b" },
    { "a queue is not seen before its oldest contact has waited the delay", "",
      delayed, "ob" },
    { "... and no longer when that contact has gone", "", open_no_longer,
      "ob" },
    { "... by which all of its contacts are seen", "", delay_of_the_oldest,
      "a" },
    { "... and at once when there is no delay any more", "",
      delay_is_taken_away, "b" },
    { "of two queues with equal priority the longer wait is first", "",
      oldest_of_both, "a" },
    { "the lower priority of the agent goes before any wait", "",
      priority_of_agent, "a" },
    { "seconds of priority count as waited", "", seconds_added, "a" },
    { "a heavier queue ages faster", "", weight, "a" },
    { "within a queue the class goes before any seconds", "", class_first,
      "a" },
    { "... and seconds count as waited", "", seconds_inside, "a" },
    { "what a team serves its members do, whoever they are", "", team_serves,
      "" },
    { "what an agent is assigned goes before the team", "", own_wins, "" },
    { "who knows the caller is offered the call", "", known_and_free, "b" },
    { "... is waited for while busy, and then anybody is", "", known_and_busy,
      "a" },
    { "... and has it when free in time", "", known_comes_free, "b" },
    { "... not after too many days", "", known_for_too_long, "a" },
    { "... from another queue only if the queue says so", "", known_elsewhere,
      "b" },
    { "... not while paused", "", known_but_paused, "a" },
    { "... and when it is rejected, anybody may have it", "",
      known_does_not_take_it, "b!a" },
};

static void is_routed(void **state)
{
    const struct row *row = *state;
    static struct floor floor;

    floor_begin(&floor, STRATEGY_LONGEST_IDLE, row->demand);
    row->live(&floor);
    floor_expect(&floor, row->seen);
    floor_end(&floor);
}

/* Why. */

static const struct candidate *told_of(const struct candidates *why,
                                       uint64_t agent_id)
{
    for (uint32_t i = 0; i < why->row_count; i++)
        if (why->rows[i].agent_id == agent_id)
            return &why->rows[i];

    fail_msg("nothing is told of agent %d", (int)agent_id);
    return NULL;
}

static struct candidates why_queued(struct floor *floor)
{
    struct candidates why = { .row_count = 0 };
    const struct outbox *outbox = &floor->story.outbox;

    FLOOR_GIVE(floor, ARRIVES(++floor->calls, "+42021"));

    const struct command connected = CONNECTED;

    assert_int_equal(story_give(&floor->story, &connected), 0);
    for (size_t i = 0; i < outbox->event_count; i++)
        if (outbox->events[i].type == EVENT_CONTACT_QUEUED)
            why = outbox->events[i].as.contact_queued.candidates;

    return why;
}

static void tells_what_is_missing(void **state)
{
    (void)state;
    static struct floor floor;

    floor_begin(&floor, STRATEGY_LONGEST_IDLE, "0s es>=50; 60s -es");
    skilled(&floor);
    FLOOR_GIVE(&floor, ASSIGN_LATE(CAT, SALES, 1, 20000));
    floor_ready(&floor, BOB);
    floor_ready(&floor, CAT);

    const struct candidates why = why_queued(&floor);
    const struct candidate *bob = told_of(&why, BOB);
    const struct candidate *cat = told_of(&why, CAT);

    assert_int_equal(bob->verdict, VERDICT_UNSKILLED);
    assert_int_equal(bob->skill_id, ES);
    assert_int_equal(bob->level, 40);
    assert_int_equal(bob->needed, 50);
    assert_int_equal(bob->for_us, 60 * SECOND_US);
    assert_int_equal(cat->verdict, VERDICT_DELAYED);
    assert_int_equal(cat->for_us, 20 * SECOND_US);
    assert_int_equal(why.counts[VERDICT_UNSKILLED], 1);
    assert_int_equal(why.counts[VERDICT_DELAYED], 1);
    assert_int_equal(why.counts[VERDICT_PAUSED], 2);
    floor_end(&floor);
}

static const struct why_row {
    const char *says;
    enum strategy strategy;
    enum verdict of_others;
} why_rows[] = {
    { "the others were idle for less time", STRATEGY_LONGEST_IDLE,
      VERDICT_LESS_IDLE },
    { "the others had more contacts", STRATEGY_FEWEST_CONTACTS,
      VERDICT_MORE_CONTACTS },
    { "the others talked for longer", STRATEGY_LEAST_TALK, VERDICT_MORE_TALK },
    { "the others have less skill", STRATEGY_BEST_SKILL, VERDICT_LESS_SKILLED },
    { "it is not the others' turn", STRATEGY_ROUND_ROBIN, VERDICT_LATER_TURN },
    { "the others stand behind", STRATEGY_ORDERED, VERDICT_LATER_TURN },
    { "the others were not drawn", STRATEGY_WEIGHTED_RANDOM,
      VERDICT_NOT_DRAWN },
};

static void tells_why_not(void **state)
{
    const struct why_row *row = *state;
    static struct floor floor;

    floor_begin(&floor, row->strategy, "");
    floor_ready(&floor, ANN);
    floor_ready(&floor, BOB);
    floor_ready(&floor, CAT);

    const struct candidates why = why_queued(&floor);

    assert_int_equal(why.counts[VERDICT_CHOSEN], 1);
    assert_int_equal(why.counts[row->of_others], 2);
    floor_end(&floor);
}

/* Refusals. */

static const struct refused_row {
    const char *says;
    struct command command;
    enum refusal refusal;
} refused_rows[] = {
    { "a level of no agent", LEVEL(9, ES, 1), REFUSED_NO_AGENT },
    { "a level of no skill", LEVEL(ANN, 9, 1), REFUSED_NO_SKILL },
    { "a level below 0", LEVEL(ANN, ES, -1), REFUSED_BAD_LEVEL },
    { "a level above 100", LEVEL(ANN, ES, 101), REFUSED_BAD_LEVEL },
    { "a level that is so", LEVEL(DAN, CS, 5), REFUSED_ALREADY_SO },
    { "taking away no level", NO_LEVEL_OF(ANN, ES), REFUSED_NO_LEVEL },
    { "taking away a level of no skill", NO_LEVEL_OF(ANN, 9),
      REFUSED_NO_SKILL },
    { "removing a skill that a queue demands",
      { COMMAND_REMOVE_SKILL, .as.remove_skill = { ES, 1 } },
      REFUSED_IN_USE },
    { "removing a skill that a contact demands",
      { COMMAND_REMOVE_SKILL, .as.remove_skill = { CS, 1 } },
      REFUSED_IN_USE },
    { "removing no skill",
      { COMMAND_REMOVE_SKILL, .as.remove_skill = { 9, 1 } },
      REFUSED_NO_SKILL },
    { "another name for a skill that is demanded",
      { COMMAND_SET_SKILL,
        .as.set_skill = { .id = ES, .version = 1, .name = { "spanish" } } },
      REFUSED_IN_USE },
    { "a demand that is none", DEMAND(1, "es"), REFUSED_BAD_DEMAND },
    { "a demand of what there is not", DEMAND(1, "0s fr>=1"),
      REFUSED_BAD_DEMAND },
    { "a demand of nobody", DEMAND(9, "0s es>=1"), REFUSED_NO_CONTACT },
    { "a demand of who does not wait", DEMAND(2, "0s es>=1"),
      REFUSED_NOT_WAITING },
    { "a priority of nobody", PRIORITY(9, 1, 0), REFUSED_NO_CONTACT },
    { "a priority of who does not wait", PRIORITY(2, 1, 0),
      REFUSED_NOT_WAITING },
    { "priority 0", PRIORITY(1, 0, 0), REFUSED_BAD_PRIORITY },
    { "priority 101", PRIORITY(1, 101, 0), REFUSED_BAD_PRIORITY },
    { "more than a day added", PRIORITY(1, 50, 86400001), REFUSED_BAD_VALUE },
    { "less than nothing added", PRIORITY(1, 50, -1), REFUSED_BAD_VALUE },
    { "a priority that is so", PRIORITY(1, 50, 0), REFUSED_ALREADY_SO },
    { "a delay above an hour", ASSIGN_LATE(ANN, HELP, 1, 3600001),
      REFUSED_BAD_DELAY },
    { "a delay below nothing", ASSIGN_LATE(ANN, HELP, 1, -2),
      REFUSED_BAD_DELAY },
    { "no team that serves", ASSIGN_TEAM(9, HELP, 1, 0), REFUSED_NO_TEAM },
    { "a team that serves no queue", ASSIGN_TEAM(1, 9, 1, 0),
      REFUSED_NO_QUEUE },
    { "a team that serves with priority 0", ASSIGN_TEAM(1, HELP, 0, 0),
      REFUSED_BAD_PRIORITY },
    { "a team that serves so already", ASSIGN_TEAM(1, SALES, 5, 0),
      REFUSED_ALREADY_SO },
    { "the end of what no team serves", UNASSIGN_TEAM(1, HELP),
      REFUSED_NOT_ASSIGNED },
    { "... of no team", UNASSIGN_TEAM(9, HELP), REFUSED_NO_TEAM },
    { "... of no queue", UNASSIGN_TEAM(1, 9), REFUSED_NO_QUEUE },
    { "taking a member from what the team serves", UNASSIGN(CAT, SALES),
      REFUSED_TEAM_SERVES },
    { "removing a team that serves",
      { COMMAND_REMOVE_TEAM, .as.remove_team = { 2, 1 } },
      REFUSED_IN_USE },
    { "recalling nobody", RECALL(9, ANN, SALES, 1), REFUSED_NO_CONTACT },
    { "recalling who waits", RECALL(1, ANN, SALES, 1), REFUSED_NOT_ASKED },
    { "recalling no agent", RECALL(2, 9, SALES, 1), REFUSED_NO_AGENT },
    { "recalling the time to come", RECALL(2, ANN, SALES, -1),
      REFUSED_BAD_VALUE },
};

/* Contact 1 waits, 2 is in the flow; a team serves SALES, with Cat; another
   one does, with nobody. */
static void set_up(struct floor *floor)
{
    floor_begin(floor, STRATEGY_LONGEST_IDLE, "0s es>=50");
    FLOOR_GIVE(floor, LEVEL(DAN, CS, 5));
    FLOOR_GIVE(floor, LEVEL(DAN, ES, 50));
    FLOOR_GIVE(floor, TEAM("north"));
    FLOOR_GIVE(floor, TEAM("south"));
    FLOOR_GIVE(floor, ASSIGN_TEAM(1, SALES, 5, 0));
    FLOOR_GIVE(floor, ASSIGN_TEAM(2, SALES, 5, 0));
    member(floor, CAT, 1);
    FLOOR_GIVE(floor, UNASSIGN(CAT, SALES));
    floor_call(floor);
    FLOOR_GIVE(floor, DEMAND(1, "0s cs>=1"));
    FLOOR_GIVE(floor, ARRIVES(++floor->calls, "+4201"));
}

static void refuses(void **state)
{
    const struct refused_row *row = *state;
    static struct floor floor;

    set_up(&floor);
    struct state *before = copy_of_state(core_state(floor.story.core));

    assert_int_equal(story_give(&floor.story, &row->command), row->refusal);
    assert_int_equal(floor.story.outbox.event_count, 0);
    assert_same_state(core_state(floor.story.core), before);
    state_free(before);
    floor_end(&floor);
}

static void refuses_a_bad_demand(void **state)
{
    (void)state;
    static struct floor floor;
    struct command sales;

    set_up(&floor);
    sales = floor_queue(&floor, SALES);
    memcpy(sales.as.set_queue.demand.text, "0s es>=50; 0s -es", 18);
    assert_int_equal(story_give(&floor.story, &sales), REFUSED_BAD_DEMAND);
    floor_end(&floor);
}

static void counts_to_32_skills(void **state)
{
    (void)state;
    static struct floor floor;

    floor_begin(&floor, STRATEGY_LONGEST_IDLE, "");
    for (int i = 0; i < STATE_MAX_LEVELS; i++) {
        struct command skill = SKILL("x");

        skill.as.set_skill.name.text[0] = (char)('a' + i % 16);
        skill.as.set_skill.name.text[1] = (char)('a' + i / 16);
        floor_give(&floor, &skill);
        FLOOR_GIVE(&floor, LEVEL(ANN, CS + 1 + (uint64_t)i, 1));
    }

    const struct command one_more = LEVEL(ANN, ES, 1);

    assert_int_equal(story_give(&floor.story, &one_more), REFUSED_TOO_MANY);
    floor_end(&floor);
}

static void removes_a_skill_with_its_levels(void **state)
{
    (void)state;
    static struct floor floor;

    floor_begin(&floor, STRATEGY_LONGEST_IDLE, "");
    skilled(&floor);
    FLOOR_GIVE(&floor, LEVEL(ANN, CS, 1));
    FLOOR_GIVE(&floor, { COMMAND_REMOVE_SKILL, .as.remove_skill = { ES, 1 } });
    assert_int_equal(state_row_count(core_state(floor.story.core), ROW_LEVEL),
                     1);
    floor_end(&floor);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_routed, rows);
    TEST_LIST_ADD_ROWS(&list, tells_why_not, why_rows);
    TEST_LIST_ADD(&list, tells_what_is_missing);
    TEST_LIST_ADD_ROWS(&list, refuses, refused_rows);
    TEST_LIST_ADD(&list, refuses_a_bad_demand);
    TEST_LIST_ADD(&list, counts_to_32_skills);
    TEST_LIST_ADD(&list, removes_a_skill_with_its_levels);
    return test_list_run(&list);
}
