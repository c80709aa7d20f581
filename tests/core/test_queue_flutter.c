/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A queue around its limits does not open and shut with each caller. */

#include <string.h>

#include "core/queue_rule.h"
#include "core/rule.h"
#include "tests/core/situation.h"
#include "tests/test.h"

/* clang-format off */
#define WAY_OUT(...) \
    { COMMAND_SET_QUEUE_RULE, \
      .as.set_queue_rule = { .name = { "r" }, .queue_id = SALES, \
                             .target = TO_HANG_UP, __VA_ARGS__ } }
#define WAY_TO(queue, ...) \
    { COMMAND_SET_QUEUE_RULE, \
      .as.set_queue_rule = { .target = TO_QUEUE, .target_id = queue, \
                             __VA_ARGS__ } }
/* clang-format on */

static void arrive(struct story *story, uint64_t id, const char *number,
                   int64_t draw)
{
    static const struct command connected = CONNECTED;
    struct command arrives = ARRIVES(id, "+42021");
    struct command_contact_arrives *c = &arrives.as.contact_arrives;

    memset(&c->caller, 0, sizeof(c->caller));
    memcpy(c->caller.text, number, strlen(number));
    c->draw = draw;
    story_lead(story, &arrives, 1);
    story_lead(story, &connected, 1);
}

static void call(struct story *story, uint64_t id, const char *number)
{
    arrive(story, id, number, 0);
}

/* One whose lot is drawn like this. */
static void draw_call(struct story *story, uint64_t contact_id, int64_t draw)
{
    arrive(story, 20 + contact_id, "+420778", draw);
}

static bool waits(const struct story *story, uint64_t contact_id)
{
    const struct contact_row *contact = contact_of(story, contact_id);

    return contact && contact->in_line;
}

/* Calls, and says whether it waits; contacts are numbered as they come. */
static bool may_join(struct story *story, uint64_t contact_id)
{
    call(story, 20 + contact_id, "+420778");
    return waits(story, contact_id);
}

static void gives_up(struct story *story, uint64_t contact_id)
{
    const struct command leaves = CALLER_HANGS_UP(contact_id);

    story_lead(story, &leaves, 1);
}

/* Full. */

static void set_room(struct story *story, int64_t room, int64_t reopen)
{
    struct command queue = story_queue(story, SALES);

    queue.as.set_queue.max_waiting = room;
    queue.as.set_queue.reopen_waiting = reopen;
    story_lead(story, &queue, 1);
}

/* Three wait, a fourth was refused, and one of the three has left. */
static void begin_full(struct story *story, int64_t reopen)
{
    story_begin_in(story, NOBODY_THERE);
    set_room(story, 3, reopen);
    for (uint64_t id = 1; id <= 3; id++)
        assert_true(may_join(story, id));
    assert_false(may_join(story, 4));
    gives_up(story, 1);
}

static void a_full_queue_takes_nobody_until_it_is_emptier(void **state)
{
    (void)state;
    struct story story;

    begin_full(&story, 2);
    assert_false(may_join(&story, 5)); /* there is room, but not enough */
    gives_up(&story, 2);
    assert_true(may_join(&story, 6)); /* now there is */
    assert_true(may_join(&story, 7)); /* ... and up to the limit */
    assert_false(may_join(&story, 8));
    story_end(&story);
}

static void without_another_level_it_takes_who_has_room(void **state)
{
    (void)state;
    struct story story;

    begin_full(&story, 0);
    assert_true(may_join(&story, 5));
    story_end(&story);
}

static void it_shuts_only_when_somebody_was_refused(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    set_room(&story, 3, 1);
    for (uint64_t id = 1; id <= 3; id++)
        assert_true(may_join(&story, id));
    gives_up(&story, 1);
    assert_true(may_join(&story, 4));
    story_end(&story);
}

static bool is_shut(const struct story *story, uint64_t queue_id)
{
    return state_tally(core_state(story->core), queue_id)->full_us != 0;
}

/* As many wait in HELP as may: the first two. */
static void fill_help(struct story *story)
{
    struct command queue = story_queue(story, HELP);

    queue.as.set_queue.max_waiting = 2;
    queue.as.set_queue.reopen_waiting = 1;
    story_lead(story, &queue, 1);
    for (uint64_t id = 1; id <= 2; id++) {
        const struct command away = MOVE(id, HELP, 50);

        assert_true(may_join(story, id));
        story_lead(story, &away, 1);
    }
}

/* Calls are for SALES, and for a menu while it takes nobody. */
static void begin_ruled(struct story *story, int64_t reopen)
{
    static const struct command rule = {
        COMMAND_SET_RULE, .as.set_rule = { .name = { "first-sales" },
                                           .enabled = true,
                                           .to = TO_QUEUE,
                                           .to_id = SALES,
                                           .share = 1,
                                           .to2 = TO_FLOW,
                                           .to2_id = MAIN,
                                           .share2 = 1 }
    };

    story_begin_in(story, NOBODY_THERE);
    set_room(story, 3, reopen);
    story_lead(story, &rule, 1);
    for (uint64_t id = 1; id <= 3; id++)
        assert_true(may_join(story, id));
}

/* As many wait in HELP as may, and three more in SALES, where no others may
   either; then such a rule is made. */
static void begin_full_for(struct story *story, const struct command *rule)
{
    story_begin_in(story, NOBODY_THERE);
    fill_help(story);
    set_room(story, 3, 2);
    for (uint64_t id = 3; id <= 5; id++)
        assert_true(may_join(story, id));
    story_lead(story, rule, 1);
}

static void a_rule_that_leads_past_it_shuts_it_as_well(void **state)
{
    (void)state;
    struct story story;

    begin_ruled(&story, 2);
    assert_false(may_join(&story, 4));
    gives_up(&story, 1);
    assert_false(may_join(&story, 5)); /* there is room, but not enough */
    assert_int_equal(state_tally(core_state(story.core), SALES)->refused_full,
                     0);
    gives_up(&story, 2);
    assert_true(may_join(&story, 6));
    assert_true(may_join(&story, 7)); /* ... and up to the limit */
    assert_false(may_join(&story, 8));
    story_end(&story);
}

static void a_rule_leads_to_who_has_room_without_another_level(void **state)
{
    (void)state;
    struct story story;

    begin_ruled(&story, 0);
    assert_false(may_join(&story, 4));
    gives_up(&story, 1);
    assert_true(may_join(&story, 5));
    story_end(&story);
}

/* Calls are for SALES and for a menu, half of them each: as the lot falls. */
static void begin_shared(struct story *story)
{
    struct command rule = { COMMAND_SET_RULE,
                            .as.set_rule = { .name = { "shared" },
                                             .enabled = true,
                                             .to = TO_QUEUE,
                                             .to_id = SALES,
                                             .share = 1,
                                             .to2 = TO_FLOW,
                                             .to2_id = MAIN,
                                             .share2 = 1,
                                             .sharing = RULE_SHARES } };

    begin_full_for(story, &rule);
}

static void a_call_that_was_not_for_it_does_not_shut_it(void **state)
{
    (void)state;
    struct story story;

    begin_shared(&story);
    draw_call(&story, 6, RULE_DRAWS - 1);
    assert_false(waits(&story, 6));
    gives_up(&story, 3);
    assert_true(may_join(&story, 7));
    story_end(&story);
}

static void one_that_was_shuts_it(void **state)
{
    (void)state;
    struct story story;

    begin_shared(&story);
    assert_false(may_join(&story, 6));
    gives_up(&story, 3);
    assert_false(may_join(&story, 7));
    gives_up(&story, 4);
    assert_true(may_join(&story, 8));
    story_end(&story);
}

static void of_two_full_ones_it_shuts_whom_the_call_was_for(void **state)
{
    (void)state;
    struct command rule = { COMMAND_SET_RULE,
                            .as.set_rule = { .name = { "shared" },
                                             .enabled = true,
                                             .to = TO_QUEUE,
                                             .to_id = SALES,
                                             .share = 1,
                                             .to2 = TO_QUEUE,
                                             .to2_id = HELP,
                                             .share2 = 1,
                                             .to3 = TO_FLOW,
                                             .to3_id = MAIN,
                                             .share3 = 1,
                                             .sharing = RULE_SHARES } };
    struct story story;

    begin_full_for(&story, &rule);
    draw_call(&story, 6, RULE_DRAWS - 1);
    assert_false(is_shut(&story, SALES) || is_shut(&story, HELP));
    draw_call(&story, 7, RULE_DRAWS / 2); /* HELP, and then the menu */
    assert_false(is_shut(&story, SALES));
    assert_true(is_shut(&story, HELP));
    story_end(&story);
}

/* Behind a number that is busy, and an agent who does not take the call. */

static void call_and_fail(struct story *story, uint64_t id)
{
    static const struct command busy = FAILED(EFFECT_DIAL, OFFER_BUSY);

    call(story, 20 + id, "+420778");
    story_lead(story, &busy, 1);
}

static void begin_behind_number(struct story *story, int64_t reopen)
{
    const struct command rule = { COMMAND_SET_RULE,
                                  .as.set_rule = { .name = { "outside" },
                                                   .enabled = true,
                                                   .to = TO_NUMBER,
                                                   .number = { "+420555" },
                                                   .share = 1,
                                                   .to2 = TO_QUEUE,
                                                   .to2_id = SALES,
                                                   .share2 = 1,
                                                   .to3 = TO_FLOW,
                                                   .to3_id = MAIN,
                                                   .share3 = 1 } };

    story_begin_in(story, NOBODY_THERE);
    set_room(story, 3, reopen);
    story_lead(story, &rule, 1);
    for (uint64_t id = 1; id <= 4; id++) {
        call_and_fail(story, id);
        assert_int_equal(waits(story, id), id < 4);
    }
    gives_up(story, 1);
    call_and_fail(story, 5);
}

static void behind_a_number_it_shuts_as_well(void **state)
{
    (void)state;
    struct story story;

    begin_behind_number(&story, 2);
    assert_false(waits(&story, 5)); /* there is room, but not enough */
    gives_up(&story, 2);
    call_and_fail(&story, 6);
    assert_true(waits(&story, 6));
    story_end(&story);
}

static void behind_a_number_without_another_level_it_does_not(void **state)
{
    (void)state;
    struct story story;

    begin_behind_number(&story, 0);
    assert_true(waits(&story, 5));
    story_end(&story);
}

/* A rule for Ann, and behind her HELP, which is full; she rejects the call. */
static void reject_call(struct story *story, uint64_t last_id)
{
    static const struct command steps[] = { LOG_IN(ANN), AVAILABLE(ANN),
                                            REJECT(ANN) };
    const struct command rule = { COMMAND_SET_RULE,
                                  .as.set_rule = { .name = { "ann" },
                                                   .enabled = true,
                                                   .to = TO_AGENT,
                                                   .to_id = ANN,
                                                   .share = 1,
                                                   .to2 = TO_QUEUE,
                                                   .to2_id = HELP,
                                                   .share2 = 1,
                                                   .to3 = TO_FLOW,
                                                   .to3_id = last_id,
                                                   .share3 = last_id != 0 } };

    story_begin_in(story, NOBODY_THERE);
    fill_help(story);
    story_lead(story, &rule, 1);
    story_lead(story, &steps[0], 2);
    call(story, 30, "+420778");
    assert_false(is_shut(story, HELP));
    story_lead(story, &steps[2], 1);
}

static void behind_an_agent_it_shuts_as_well(void **state)
{
    (void)state;
    struct story story;

    reject_call(&story, MAIN);
    assert_false(waits(&story, 3));
    assert_true(is_shut(&story, HELP));
    story_end(&story);
}

static void who_waits_on_for_want_of_another_shuts_it_as_well(void **state)
{
    (void)state;
    struct story story;

    reject_call(&story, 0);
    assert_int_equal(contact_of(&story, 3)->queue_id, SALES);
    assert_true(is_shut(&story, HELP));
    story_end(&story);
}

static void other_limits_begin_anew(void **state)
{
    (void)state;
    struct story story;

    begin_full(&story, 1);
    set_room(&story, 4, 1);
    assert_true(may_join(&story, 5));
    story_end(&story);
}

static void another_setting_does_not(void **state)
{
    (void)state;
    struct story story;

    begin_full(&story, 1);
    struct command queue = story_queue(&story, SALES);

    queue.as.set_queue.weight = 20;
    story_lead(&story, &queue, 1);
    assert_false(may_join(&story, 5));
    story_end(&story);
}

static void who_moves_somebody_there_is_told(void **state)
{
    (void)state;
    static const struct command into = MOVE(1, SALES, 50);
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    set_room(&story, 2, 1);
    assert_true(may_join(&story, 1));
    assert_true(may_join(&story, 2));

    const struct command away = MOVE(1, HELP, 50);

    assert_false(may_join(&story, 3));
    story_lead(&story, &away, 1);
    assert_int_equal(story_give(&story, &into), REFUSED_QUEUE_IS_FULL);
    story_end(&story);
}

static void another_day_does_not_empty_it(void **state)
{
    (void)state;
    struct story story;

    begin_full(&story, 1);
    story_wait(&story, INT64_C(86400) * SECOND_US);
    gives_up(&story, 2); /* the first of the day's figures */
    assert_false(may_join(&story, 5));
    gives_up(&story, 3);
    assert_true(may_join(&story, 6));
    story_end(&story);
}

static void more_room_than_there_is_is_refused(void **state)
{
    (void)state;
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    struct command queue = story_queue(&story, SALES);

    queue.as.set_queue.reopen_waiting = queue.as.set_queue.max_waiting + 1;
    assert_int_equal(story_give(&story, &queue), REFUSED_BAD_REOPEN_WAITING);
    story_end(&story);
}

/* By the estimate: Ann talks, each contact takes a minute, and who would wait
   for over two and a half is hung up on. With nobody to wait for, one joins. */

static void begin_long(struct story *story, int64_t reopen_ms)
{
    const struct command rule =
        WAY_OUT(.cause = RULE_ESTIMATE, .estimate_ms = 150000,
                .reopen_ms = reopen_ms);

    story_begin_in(story, TALKING);
    struct command queue = story_queue(story, SALES);

    queue.as.set_queue.handling_ms = 60000;
    queue.as.set_queue.resume_ms = 600000;
    story_lead(story, &queue, 1);
    story_lead(story, &rule, 1);
    call(story, 22, "+420777");
    assert_true(waits(story, 2));
    story_wait(story, SECOND_US); /* contact 2 came first */
    assert_true(may_join(story, 3));
    assert_false(may_join(story, 4)); /* it would wait for three minutes */
}

static void a_long_wait_has_to_become_short_enough(void **state)
{
    (void)state;
    struct story story;

    begin_long(&story, 70000);
    gives_up(&story, 3);
    assert_false(may_join(&story, 5)); /* two, as who joined a while ago */
    gives_up(&story, 2);
    assert_true(may_join(&story, 6));
    assert_true(may_join(&story, 7));
    story_end(&story);
}

/* Who wants SALES is sent to HELP, which has nobody and sends back. */
static void who_is_sent_back_there_has_it_begin_once(void **state)
{
    (void)state;
    static const struct command there = WAY_TO(
        HELP, .id = 1, .version = 1, .name = { "r" }, .queue_id = SALES,
        .cause = RULE_ESTIMATE, .estimate_ms = 150000, .reopen_ms = 70000);
    static const struct command back =
        WAY_TO(SALES, .name = { "back" }, .queue_id = HELP,
               .cause = RULE_NOBODY_LOGGED_IN);
    struct story story;

    begin_long(&story, 60000);
    story_lead(&story, &there, 1);
    story_lead(&story, &back, 1);
    assert_null(state_rule_begun(core_state(story.core), 1));
    assert_false(may_join(&story, 5));
    /* nobody is sent round for ever */
    assert_int_equal(contact_of(&story, 5)->place, PLACE_ENDED);

    int64_t since_us = state_rule_begun(core_state(story.core), 1)->since_us;

    story_wait(&story, SECOND_US);
    assert_false(may_join(&story, 6));
    assert_int_equal(state_rule_begun(core_state(story.core), 1)->since_us,
                     since_us);
    story_end(&story);
}

static void without_another_estimate_it_is_the_same(void **state)
{
    (void)state;
    struct story story;

    begin_long(&story, 0);
    gives_up(&story, 3);
    assert_true(may_join(&story, 5));
    story_end(&story);
}

static void who_has_a_place_in_front_opens_it_for_nobody(void **state)
{
    (void)state;
    struct story story;

    begin_long(&story, 70000);
    gives_up(&story, 2);
    call(&story, 25, "+420777"); /* before contact 3, as it was */
    assert_true(waits(&story, 5));
    gives_up(&story, 3);
    assert_false(may_join(&story, 6));
    story_end(&story);
}

static void who_waits_behind_everybody_keeps_it_shut_for_nobody(void **state)
{
    (void)state;
    static const struct command later = PRIORITY(3, 90, 0);
    struct story story;

    begin_long(&story, 130000);
    story_lead(&story, &later, 1);
    gives_up(&story, 2);
    assert_non_null(state_rule_begun(core_state(story.core), 1));
    assert_true(may_join(&story, 5)); /* before contact 3 */
    assert_null(state_rule_begun(core_state(story.core), 1));
    story_end(&story);
}

static void another_estimate_begins_anew(void **state)
{
    (void)state;
    struct command rule = WAY_OUT(.cause = RULE_ESTIMATE, .estimate_ms = 150000,
                                  .reopen_ms = 60000, .id = 1, .version = 1);
    struct story story;

    begin_long(&story, 70000);
    gives_up(&story, 3);
    story_lead(&story, &rule, 1);
    assert_true(may_join(&story, 5));
    story_end(&story);
}

static void what_is_removed_is_over(void **state)
{
    (void)state;
    static const struct command gone = { COMMAND_REMOVE_QUEUE_RULE,
                                         .as.remove_queue_rule = { 1, 1 } };
    struct story story;

    begin_long(&story, 70000);
    assert_non_null(state_rule_begun(core_state(story.core), 1));
    story_lead(&story, &gone, 1);
    assert_null(state_rule_begun(core_state(story.core), 1));
    story_end(&story);
}

/* Fewer than so many agents. */

static const struct few_row {
    const char *says;
    struct command rule;
    struct command steps[4]; /* with Ann free, and nobody else there */
    int64_t wait_s;
    bool joins;
} few_rows[] = {
    { "fewer agents than a rule wants send elsewhere",
      WAY_OUT(.cause = RULE_FEW_LOGGED_IN, .agents = 2),
      { { 0 } },
      0,
      false },
    { "as many as it wants do not",
      WAY_OUT(.cause = RULE_FEW_LOGGED_IN, .agents = 1),
      { { 0 } },
      0,
      true },
    { "nor if they come later",
      WAY_OUT(.cause = RULE_FEW_LOGGED_IN, .agents = 2),
      { LOG_IN(BOB) },
      0,
      true },
    { "who pauses is logged in",
      WAY_OUT(.cause = RULE_FEW_LOGGED_IN, .agents = 2),
      { LOG_IN(BOB), PAUSE(BOB, LUNCH) },
      0,
      true },
    { "but not ready",
      WAY_OUT(.cause = RULE_FEW_READY, .agents = 2),
      { LOG_IN(BOB), PAUSE(BOB, LUNCH) },
      0,
      false },
    { "too few for a moment are not too few",
      WAY_OUT(.cause = RULE_FEW_LOGGED_IN, .agents = 2, .hold_ms = 30000),
      { { 0 } },
      20,
      true },
    { "... for as long as the rule has it they are",
      WAY_OUT(.cause = RULE_FEW_LOGGED_IN, .agents = 2, .hold_ms = 30000),
      { { 0 } },
      40,
      false },
    { "... which begins anew when they were enough",
      WAY_OUT(.cause = RULE_FEW_LOGGED_IN, .agents = 2, .hold_ms = 30000),
      { LOG_IN(BOB), LOG_OUT(BOB) },
      20,
      true },
};

static void fewer_agents(void **state)
{
    const struct few_row *row = *state;
    struct story story;

    story_begin_in(&story, ANN_FREE);
    story_lead(&story, &row->rule, 1);
    for (size_t i = 0; i < ARRAY_LEN(row->steps) && row->steps[i].type; i++) {
        story_wait(&story, 25 * SECOND_US);
        story_lead(&story, &row->steps[i], 1);
    }
    story_wait(&story, row->wait_s * SECOND_US);
    call(&story, 21, "+420778");
    assert_int_equal(contact_of(&story, 1) &&
                         contact_of(&story, 1)->queue_id == SALES,
                     row->joins);
    story_end(&story);
}

static void who_waits_leaves_when_too_few_are_left(void **state)
{
    (void)state;
    static const struct command rule =
        WAY_OUT(.cause = RULE_FEW_LOGGED_IN, .moment = RULE_WHILE_WAITING,
                .agents = 1, .hold_ms = 30000);
    struct story story;

    story_begin_in(&story, WAITING);
    story_lead(&story, &rule, 1);
    story_wait(&story, 28 * SECOND_US);
    assert_true(waits(&story, 1));
    story_wait(&story, 4 * SECOND_US);
    assert_false(waits(&story, 1));
    story_end(&story);
}

static void more_agents_wanted_begin_anew(void **state)
{
    (void)state;
    struct command rule =
        WAY_OUT(.cause = RULE_FEW_LOGGED_IN, .agents = 1, .hold_ms = 30000);
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    story_lead(&story, &rule, 1);
    story_wait(&story, 40 * SECOND_US);
    rule.as.set_queue_rule.id = 1;
    rule.as.set_queue_rule.version = 1;
    rule.as.set_queue_rule.agents = 2;
    story_lead(&story, &rule, 1);
    assert_true(may_join(&story, 1));
    story_wait(&story, 40 * SECOND_US);
    assert_false(may_join(&story, 2));
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_full_queue_takes_nobody_until_it_is_emptier);
    TEST_LIST_ADD(&list, without_another_level_it_takes_who_has_room);
    TEST_LIST_ADD(&list, it_shuts_only_when_somebody_was_refused);
    TEST_LIST_ADD(&list, a_rule_that_leads_past_it_shuts_it_as_well);
    TEST_LIST_ADD(&list, a_rule_leads_to_who_has_room_without_another_level);
    TEST_LIST_ADD(&list, a_call_that_was_not_for_it_does_not_shut_it);
    TEST_LIST_ADD(&list, one_that_was_shuts_it);
    TEST_LIST_ADD(&list, of_two_full_ones_it_shuts_whom_the_call_was_for);
    TEST_LIST_ADD(&list, behind_a_number_it_shuts_as_well);
    TEST_LIST_ADD(&list, behind_a_number_without_another_level_it_does_not);
    TEST_LIST_ADD(&list, behind_an_agent_it_shuts_as_well);
    TEST_LIST_ADD(&list, who_waits_on_for_want_of_another_shuts_it_as_well);
    TEST_LIST_ADD(&list, other_limits_begin_anew);
    TEST_LIST_ADD(&list, another_setting_does_not);
    TEST_LIST_ADD(&list, who_moves_somebody_there_is_told);
    TEST_LIST_ADD(&list, another_day_does_not_empty_it);
    TEST_LIST_ADD(&list, more_room_than_there_is_is_refused);
    TEST_LIST_ADD(&list, a_long_wait_has_to_become_short_enough);
    TEST_LIST_ADD(&list, who_is_sent_back_there_has_it_begin_once);
    TEST_LIST_ADD(&list, without_another_estimate_it_is_the_same);
    TEST_LIST_ADD(&list, who_has_a_place_in_front_opens_it_for_nobody);
    TEST_LIST_ADD(&list, who_waits_behind_everybody_keeps_it_shut_for_nobody);
    TEST_LIST_ADD(&list, another_estimate_begins_anew);
    TEST_LIST_ADD(&list, what_is_removed_is_over);
    TEST_LIST_ADD_ROWS(&list, fewer_agents, few_rows);
    TEST_LIST_ADD(&list, who_waits_leaves_when_too_few_are_left);
    TEST_LIST_ADD(&list, more_agents_wanted_begin_anew);
    return test_list_run(&list);
}
