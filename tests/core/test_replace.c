/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A queue that goes, and the one that takes its place. */

#include "core/core.h"

#include <string.h>

#include "core/state_search.h"
#include "tests/core/situation.h"
#include "tests/test.h"

static const struct state *state_of(const struct story *story)
{
    return core_state(story->core);
}

static void give(struct story *story, struct command command)
{
    assert_int_equal(story_give(story, &command), 0);
}

#define GIVE(story, ...) give((story), (struct command)__VA_ARGS__)

enum { NIGHT = 3 };

static const struct assignment_row *assignment_of(const struct story *story,
                                                  uint64_t agent_id,
                                                  uint64_t queue_id)
{
    for (size_t i = 0; i < state_row_count(state_of(story), ROW_ASSIGNMENT);
         i++) {
        const struct assignment_row *row =
            state_row_at(state_of(story), ROW_ASSIGNMENT, i);

        if (row->agent_id == agent_id && row->queue_id == queue_id)
            return row;
    }

    return NULL;
}

/* What was written last has it. */
static const struct event *find_event(const struct story *story,
                                      enum event_type type)
{
    for (size_t i = 0; i < story->outbox.event_count; i++)
        if (story->outbox.events[i].type == type)
            return &story->outbox.events[i];

    fail();
    return NULL;
}

/* The house with a third queue like HELP. */
static void begin(struct story *story, enum situation situation)
{
    struct command set = { .type = COMMAND_SET_QUEUE };

    story_begin_in(story, situation);

    struct event_queue_set queue = *state_queue(state_of(story), HELP);

    memset(&queue.name, 0, sizeof(queue.name));
    memcpy(queue.name.text, "night", 5);
    memset(&queue.extension, 0, sizeof(queue.extension));
    queue.id = 0;
    queue.version = 0;
    queue.max_waiting = 1000;
    queue.overflow_to = TO_HANG_UP;
    queue.overflow_id = 0;
    memcpy(&set.as.set_queue, &queue, sizeof(set.as.set_queue));
    give(story, set);
    outbox_clear(&story->outbox);
}

static int64_t version_of(const struct story *story, uint64_t queue_id)
{
    return state_queue(state_of(story), queue_id)->version;
}

static void replace(struct story *story, uint64_t queue_id, uint64_t by_id)
{
    GIVE(story, REPLACE(queue_id, version_of(story, queue_id), by_id));
}

/* MAIN and DIRECT lead to SALES by their nodes, HELP by its overflow. */
static void leads_what_led_to_it(void **state)
{
    (void)state;
    struct story story;
    char wrote[STORY_TEXT_SIZE];

    begin(&story, WAITING);
    replace(&story, SALES, NIGHT);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, "queue_left contact_queued queue_set "
                               "queue_assigned queue_assigned queue_replaced "
                               "queue_removed +play_music");
    assert_null(state_queue(state_of(&story), SALES));
    assert_int_equal(state_queue(state_of(&story), HELP)->overflow_id, NIGHT);
    assert_int_equal(state_heir(state_of(&story), SALES), NIGHT);
    assert_int_equal(contact_of(&story, 1)->queue_id, NIGHT);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_QUEUE);
    story_end(&story);
}

/* ... and how many of each is told, and kept: a waiting contact, two agents,
   the overflow of HELP, and two flows. */
static void tells_what_moved(void **state)
{
    (void)state;
    struct story story;
    const struct heir_row *heir;

    begin(&story, WAITING);
    assert_null(state_inheritance(state_of(&story), SALES));
    replace(&story, SALES, NIGHT);

    const struct event_queue_replaced *told =
        &find_event(&story, EVENT_QUEUE_REPLACED)->as.queue_replaced;

    heir = state_inheritance(state_of(&story), SALES);
    assert_non_null(heir);
    assert_int_equal(told->waiting, 1);
    assert_int_equal(told->agents, 2);
    assert_int_equal(told->queues, 1);
    assert_int_equal(told->flows, 2);
    assert_int_equal(told->teams + told->callbacks + told->ways + told->boxes +
                         told->rules,
                     0);
    assert_int_equal(heir->by_id, NIGHT);
    assert_int_equal(heir->waiting, 1);
    assert_int_equal(heir->agents, 2);
    assert_int_equal(heir->queues, 1);
    assert_int_equal(heir->flows, 2);
    story_end(&story);
}

/* A SALES agent comes with the priority, delay and end of before; who serves
   the heir by a word of their own serves it as before; teams come, too. */
static void who_served_it_serves_the_heir(void **state)
{
    (void)state;
    const struct command ann = {
        COMMAND_ASSIGN,
        .as.assign = { ANN, SALES, 7, 2000, WALL_US + INT64_C(3600000000) }
    };
    const struct command bob = { COMMAND_ASSIGN,
                                 .as.assign = { BOB, SALES, 8, 0, 0 } };
    const struct command bob_too = { COMMAND_ASSIGN,
                                     .as.assign = { BOB, NIGHT, 3, 0, 0 } };
    const struct assignment_row *is;
    const struct event *last;
    struct story story;

    begin(&story, NOBODY_THERE);
    give(&story, ann);
    give(&story, bob);
    give(&story, bob_too);
    replace(&story, SALES, NIGHT);
    is = assignment_of(&story, ANN, NIGHT);
    assert_int_equal(is->priority, 7);
    assert_int_equal(is->delay_us, 2000000);
    assert_int_equal(is->until_us, WALL_US + INT64_C(3600000000));
    assert_true(is->then_priority > 0);
    assert_int_equal(assignment_of(&story, BOB, NIGHT)->priority, 3);
    assert_null(assignment_of(&story, ANN, SALES));
    last = find_event(&story, EVENT_QUEUE_REPLACED);
    assert_int_equal(last->as.queue_replaced.agents, 1);
    assert_int_equal(last->as.queue_replaced.teams, 0);
    story_end(&story);
}

static void the_teams_that_served_it_serve_the_heir(void **state)
{
    (void)state;
    struct command set = { .type = COMMAND_SET_TEAM };
    struct command agent = { .type = COMMAND_SET_AGENT };
    struct story story;

    begin(&story, NOBODY_THERE);
    memcpy(set.as.set_team.name.text, "north", 5);
    give(&story, set);
    memcpy(&agent.as.set_agent, state_agent(state_of(&story), BOB),
           sizeof(agent.as.set_agent));
    agent.as.set_agent.team_id = 1;
    give(&story, agent);
    if (assignment_of(&story, BOB, SALES))
        GIVE(&story, { COMMAND_UNASSIGN, .as.unassign = { BOB, SALES } });
    GIVE(&story, { COMMAND_ASSIGN_TEAM, .as.assign_team = { 1, SALES, 6, 0 } });
    replace(&story, SALES, NIGHT);
    assert_int_equal(
        find_event(&story, EVENT_QUEUE_REPLACED)->as.queue_replaced.teams, 1);
    assert_int_equal(assignment_of(&story, BOB, NIGHT)->priority, 6);
    assert_true(assignment_of(&story, BOB, NIGHT)->by_team);
    story_end(&story);
}

static void flows_lead_to_the_heir(void **state)
{
    (void)state;
    struct story story;

    begin(&story, NOBODY_THERE);
    replace(&story, SALES, NIGHT);
    GIVE(&story, ARRIVES(31, "+4202"));
    GIVE(&story, CONNECTED);
    assert_int_equal(contact_of(&story, 1)->queue_id, NIGHT);

    /* which is in use by them now */
    const struct command remove = { COMMAND_REMOVE_QUEUE,
                                    .as.remove_queue = {
                                        NIGHT, version_of(&story, NIGHT) } };

    assert_int_equal(story_give(&story, &remove), REFUSED_IN_USE);
    story_end(&story);
}

static void an_heir_may_be_replaced(void **state)
{
    (void)state;
    struct story story;

    begin(&story, NOBODY_THERE);
    replace(&story, SALES, NIGHT);
    replace(&story, NIGHT, HELP);
    assert_int_equal(state_heir(state_of(&story), SALES), HELP);
    assert_int_equal(state_heir(state_of(&story), NIGHT), HELP);
    /* HELP led to what it has become itself */
    assert_int_equal(state_queue(state_of(&story), HELP)->overflow_to,
                     TO_HANG_UP);

    struct state *copy = copy_of_state(state_of(&story));

    assert_int_equal(state_heir(copy, SALES), HELP);
    assert_same_state(copy, state_of(&story));
    state_free(copy);
    story_end(&story);
}

static void who_talks_goes_on(void **state)
{
    (void)state;
    struct story story;

    begin(&story, TALKING);
    replace(&story, SALES, NIGHT);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_TALKING);
    assert_int_equal(desk_of(&story, ANN)->queue_id, NIGHT);
    GIVE(&story, HANG_UP(ANN));
    story_end(&story);
}

static void rings_no_more(void **state)
{
    (void)state;
    struct story story;
    char wrote[STORY_TEXT_SIZE];

    begin(&story, RINGING);
    replace(&story, SALES, NIGHT);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote,
                        "offer_ended queue_left contact_queued queue_set "
                        "queue_assigned queue_assigned queue_replaced "
                        "queue_removed +stop_ringing "
                        "+play_music");
    story_end(&story);
}

static void set_way(struct story *story, const char *name, uint64_t queue_id,
                    uint64_t target_id)
{
    struct command set = { .type = COMMAND_SET_QUEUE_RULE };
    struct command_set_queue_rule *way = &set.as.set_queue_rule;

    memcpy(way->name.text, name, strlen(name));
    way->queue_id = queue_id;
    way->cause = RULE_NOBODY_LOGGED_IN;
    way->moment = RULE_ON_JOINING;
    way->target = TO_QUEUE;
    way->target_id = target_id;
    give(story, set);
}

static void ways_out_go_and_turn(void **state)
{
    (void)state;
    struct story story;
    const struct event_queue_rule_set *way;

    begin(&story, NOBODY_THERE);
    set_way(&story, "own", SALES, HELP);
    set_way(&story, "turned", HELP, SALES);
    set_way(&story, "to-self", NIGHT, SALES);
    replace(&story, SALES, NIGHT);
    assert_int_equal(
        state_document_count(state_of(&story), DOCUMENT_QUEUE_RULE), 1);
    way = state_document_at(state_of(&story), DOCUMENT_QUEUE_RULE, 0);
    assert_string_equal(way->name.text, "turned");
    assert_int_equal(way->target_id, NIGHT);
    assert_int_equal(way->version, 2);
    story_end(&story);
}

static const struct condition_row {
    const char *says;
    const char *before, *after;
} condition_rows[] = {
    { "a condition that names it names the other",
      "queue(sales).waiting < 5 and hour >= 8",
      "queue(night).waiting < 5 and hour >= 8" },
    { "however it is spaced", "queue( sales ).waiting < 5",
      "queue( night ).waiting < 5" },
    { "what is in quotes stays",
      "caller == \"queue(sales)\" or queue(sales).waiting > 1",
      "caller == \"queue(sales)\" or queue(night).waiting > 1" },
    { "another queue's name stays", "queue(help).waiting < 5",
      "queue(help).waiting < 5" },
    { "a quotation mark within quotes ends nothing",
      "caller == \"a\\\"b\" or queue(sales).waiting > 1",
      "caller == \"a\\\"b\" or queue(night).waiting > 1" },
    { "its name in quotes is the other's",
      "last_queue == \"sales\" and queue(sales).waiting > 1",
      "last_queue == \"night\" and queue(night).waiting > 1" },
    { "... one of several, too", "waits_in in (\"help\", \"sales\")",
      "waits_in in (\"help\", \"night\")" },
    { "... which are somebody else's words", "data.to == \"sales\"",
      "data.to == \"sales\"" },
};

static void rewrites_conditions(void **state)
{
    const struct condition_row *row = *state;
    struct command set = { .type = COMMAND_SET_RULE };
    struct command_set_rule *rule = &set.as.set_rule;
    const struct event_rule_set *is;
    struct story story;

    begin(&story, NOBODY_THERE);
    memcpy(rule->name.text, "first", 5);
    memcpy(rule->condition.text, row->before, strlen(row->before));
    rule->enabled = true;
    rule->to = TO_QUEUE;
    rule->to_id = HELP;
    rule->to2 = TO_QUEUE;
    rule->to2_id = SALES;
    rule->to3 = TO_FLOW;
    rule->share = 1;
    rule->share2 = 1;
    give(&story, set);
    replace(&story, SALES, NIGHT);
    is = state_document_at(state_of(&story), DOCUMENT_RULE, 0);
    assert_string_equal(is->condition.text, row->after);
    assert_int_equal(is->to_id, HELP);
    assert_int_equal(is->to2_id, NIGHT);
    story_end(&story);
}

static const struct refusal_row {
    const char *says;
    struct command command;
    enum refusal refusal;
} refusal_rows[] = {
    { "no queue", REPLACE(9, 1, NIGHT), REFUSED_NO_QUEUE },
    { "another version", REPLACE(SALES, 7, NIGHT), REFUSED_STALE_VERSION },
    { "by no queue", REPLACE(SALES, 1, 9), REFUSED_NO_REPLACEMENT },
    { "by itself", REPLACE(SALES, 1, SALES), REFUSED_REPLACED_BY_SELF },
};

static void is_refused(void **state)
{
    const struct refusal_row *row = *state;
    struct story story;

    begin(&story, WAITING);
    assert_int_equal(story_give(&story, &row->command), (int)row->refusal);
    assert_non_null(state_queue(state_of(&story), SALES));
    story_end(&story);
}

static void not_too_much_at_once(void **state)
{
    (void)state;
    static const struct command gone = REPLACE(SALES, 2, NIGHT);
    struct command set = { .type = COMMAND_SET_QUEUE };
    struct story story;

    begin(&story, NOBODY_THERE);
    memcpy(&set.as.set_queue, state_queue(state_of(&story), SALES),
           sizeof(set.as.set_queue));
    set.as.set_queue.max_waiting = 1000;
    give(&story, set);
    for (uint64_t call = 100; call < 230; call++) {
        GIVE(&story, ARRIVES(call, "+4202"));
        GIVE(&story, CONNECTED);
    }
    assert_int_equal(state_waiting(state_of(&story), SALES), 130);
    assert_int_equal(story_give(&story, &gone), REFUSED_TOO_MUCH_TO_REPLACE);
    assert_int_equal(state_waiting(state_of(&story), SALES), 130);
    story_end(&story);
}

/* ... and what the heir plays to each of them counts. */
static void nor_too_much_to_hear(void **state)
{
    (void)state;
    static const struct command gone = REPLACE(SALES, 2, NIGHT);
    struct command set = { .type = COMMAND_SET_QUEUE };
    struct story story;

    begin(&story, NOBODY_THERE);
    memcpy(&set.as.set_queue, state_queue(state_of(&story), SALES),
           sizeof(set.as.set_queue));
    set.as.set_queue.max_waiting = 1000;
    give(&story, set);
    memcpy(&set.as.set_queue, state_queue(state_of(&story), NIGHT),
           sizeof(set.as.set_queue));
    set.as.set_queue.recording = RECORD_ALL;
    memcpy(set.as.set_queue.notice.text, "notice", 6);
    memcpy(set.as.set_queue.comfort.text, "comfort", 7);
    give(&story, set);
    for (uint64_t call = 100; call < 162; call++) {
        GIVE(&story, ARRIVES(call, "+4202"));
        GIVE(&story, CONNECTED);
    }
    GIVE(&story, ARRIVES(162, "+4202"));
    GIVE(&story, CONNECTED);
    assert_int_equal(story_give(&story, &gone), REFUSED_TOO_MUCH_TO_REPLACE);
    GIVE(&story, CALLER_HANGS_UP(1));
    outbox_clear(&story.outbox);
    GIVE(&story, REPLACE(SALES, 2, NIGHT));
    assert_int_equal(state_waiting(state_of(&story), NIGHT), 62);
    assert_true(story.outbox.event_count > 4 * 62);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, leads_what_led_to_it);
    TEST_LIST_ADD(&list, tells_what_moved);
    TEST_LIST_ADD(&list, who_served_it_serves_the_heir);
    TEST_LIST_ADD(&list, the_teams_that_served_it_serve_the_heir);
    TEST_LIST_ADD(&list, flows_lead_to_the_heir);
    TEST_LIST_ADD(&list, an_heir_may_be_replaced);
    TEST_LIST_ADD(&list, who_talks_goes_on);
    TEST_LIST_ADD(&list, rings_no_more);
    TEST_LIST_ADD(&list, ways_out_go_and_turn);
    TEST_LIST_ADD_ROWS(&list, rewrites_conditions, condition_rows);
    TEST_LIST_ADD_ROWS(&list, is_refused, refusal_rows);
    TEST_LIST_ADD(&list, not_too_much_at_once);
    TEST_LIST_ADD(&list, nor_too_much_to_hear);
    return test_list_run(&list);
}
