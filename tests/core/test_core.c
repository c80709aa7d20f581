/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole contacts as text, recovered, woken late, and short of memory. */

#include "core/core.h"

#include <errno.h>
#include <string.h>

#include "tests/core/story.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

/* clang-format off */
static const struct step {
    int64_t at_us;
    struct command command;
} whole_contact[] = {
    { 1 * SECOND_US, LOG_IN(ANN) },
    { 2 * SECOND_US, AVAILABLE(ANN) },
    { 3 * SECOND_US, ARRIVES(77, "+42021") },
    { 4 * SECOND_US, CONNECTED },
    { 5 * SECOND_US, ANSWERED(EFFECT_RING) },
    { 6 * SECOND_US, BRIDGED },
    { 7 * SECOND_US, HOLD(ANN) },
    { 8 * SECOND_US, RESUME(ANN) },
    { 9 * SECOND_US, CALLER_HANGS_UP(1) },
    { 10 * SECOND_US, GONE(EFFECT_RELEASE) },
    { 11 * SECOND_US, DISPOSE(ANN, SOLD, "all well") },
};
/* clang-format on */

#define D16 "dddddddddddddddd"
#define D64 D16 D16 D16 D16

/* Reckoned by hand from the moments above. */
static const char whole_contact_text[] =
    "26 1000000 0 agent_state_changed agent_id=1 state=paused "
    "reason_id=1 cause=agent for_us=0\n"
    "27 2000000 0 agent_state_changed agent_id=1 state=available "
    "reason_id=0 cause=agent for_us=1000000\n"
    "28 3000000 0 contact_arrived contact_id=1 call=77 trunk_id=1 "
    "device_id=0 entry_id=2 caller=\"+420777\" caller_name=\"Jana\" "
    "called=\"+42021\" flow_id=2 flow_version=1 language=cs "
    "flow_digest=\"" D64 "\" emergency=0 to=hang_up to_id=0 "
    "own_agent_id=0 feature=0 rule_id=0 rule_version=0 rule_to=0 draw=0 "
    "rule_priority=0 recording=as_queue tag=\"\" rule_added_us=0 "
    "rule_demand=\"\" led_due_us=0 is_named=1 zone_us=0\n"
    "29 3000000 0 answer_asked contact_id=1 due_us=43000000\n"
    "30 4000000 0 caller_connected contact_id=1\n"
    "31 4000000 0 step_began contact_id=1 step=1 node=0 node_type=queue "
    "node_name=\"to-sales\" due_us=0 tries=0 announces=0\n"
    "32 4000000 0 step_ended contact_id=1 step=1 exit=done next_node=-1 "
    "choice=0 draw=0 reason=\"\" key=\"\"\n"
    "33 4000000 0 contact_queued contact_id=1 queue_id=1 priority=50 "
    "since_us=4000000 overflow_due_us=0 ahead=0 wanted_agent_id=0 "
    "candidates=1:chosen:2000000,2:offline:-1/chosen=1,offline=1 "
    "ivr_us=1000000 demand_step=0 demand_due_us=0 sticky=0 "
    "resumed_id=0 box_else=0 step_us=0 sender=none cause=caller_hung_up "
    "sent_queue_id=0 sent_rule_id=0 transferrer_id=0\n"
    "34 4000000 0 offer_made contact_id=1 queue_id=1 agent_id=1 "
    "device_id=1 mode=phone_rings due_us=24000000 wait_us=0 "
    "idle_us=2000000 "
    "candidates=1:chosen:2000000,2:offline:-1/chosen=1,offline=1 call=0 "
    "draw=0 more_due_us=0 for_us=0\n"
    "35 5000000 0 offer_taken contact_id=1 agent_id=1 ring_us=1000000 "
    "bridge_due_us=10000000\n"
    "36 5000000 0 queue_left contact_id=1 queue_id=1 exit=answered "
    "wait_us=1000000 in_time=1 short_abandon=0 rule_id=0 told=0 told_us=0 "
    "told_ago_us=0 kept_until_us=0 step_us=0\n"
    "37 6000000 0 talk_began contact_id=1 agent_id=1 queue_id=1 "
    "wait_us=1000000\n"
    "38 7000000 0 hold_began contact_id=1 agent_id=1\n"
    "39 8000000 0 hold_ended contact_id=1 agent_id=1 hold_us=1000000\n"
    "40 9000000 0 talk_ended contact_id=1 agent_id=1 "
    "cause=caller_hung_up talk_us=2000000 hold_us=1000000 "
    "release_due_us=14000000 wrap_up=mandatory_timed "
    "wrap_up_due_us=39000000 wrap_up_limit_us=69000000\n"
    "41 9000000 0 contact_ended contact_id=1 cause=caller_hung_up "
    "place=talk queue_id=1 agent_id=1 answered=1 in_time=1 "
    "short_abandon=0 ivr_us=1000000 wait_us=1000000 talk_us=2000000 "
    "hold_us=1000000 outside_us=0 total_us=6000000 release_due_us=0\n"
    "42 10000000 0 leg_gone leg=34 agent_id=1 contact_id=0 lost=0\n"
    "43 11000000 0 wrap_up_ended contact_id=1 agent_id=1 "
    "disposition_id=1 note=\"all well\" acw_us=2000000 "
    "next_state=available next_reason_id=0 timed_out=0\n"
    "+ answer start=1 serial=29 due_us=43000000 contact_id=1 call=77\n"
    "+ play_music start=1 serial=33 due_us=0 contact_id=1 call=77 "
    "language=cs prompt=\"music\"\n"
    "+ ring start=1 serial=34 due_us=24000000 contact_id=1 call=77 "
    "agent_id=1 device_id=1 number=\"+420777\" label=\"Jana\"\n"
    "+ bridge start=1 serial=35 due_us=10000000 contact_id=1 call=77 "
    "granted_by=34 agent_id=1\n"
    "+ hold start=1 serial=38 due_us=0 contact_id=1 call=77 "
    "granted_by=34 agent_id=1 language=cs prompt=\"music\"\n"
    "+ resume start=1 serial=39 due_us=0 contact_id=1 call=77 "
    "granted_by=34 agent_id=1\n"
    "+ release start=1 serial=40 due_us=14000000 contact_id=1 "
    "granted_by=34 agent_id=1\n";

static int take(struct story *story, const struct step *step)
{
    story->now_us = step->at_us;
    return story_give(story, &step->command);
}

static void writes_a_whole_contact(void **state)
{
    (void)state;
    static char text[STORY_TEXT_SIZE];
    struct story story;

    story_begin(&story);
    for (size_t i = 0; i < ARRAY_LEN(whole_contact); i++)
        assert_int_equal(take(&story, &whole_contact[i]), 0);

    story_text(&story.outbox, text);
    assert_string_equal(text, whole_contact_text);
    story_end(&story);
}

/* Recovery: from nothing, and from a snapshot taken anywhere. */

static void assert_recovers(const struct outbox *journal,
                            const struct state *live)
{
    struct core *core = NULL;

    assert_int_equal(core_new(&core), 0);
    for (size_t i = 0; i < journal->event_count; i++)
        assert_int_equal(core_recover(core, &journal->events[i]), 0);

    assert_same_state(core_state(core), live);
    core_free(core);
}

static void recovers_after_every_event(void **state)
{
    (void)state;
    struct story story;

    assert_int_equal(story_try_begin(&story), 0);
    for (size_t i = 0; i < ARRAY_LEN(whole_contact); i++) {
        assert_int_equal(take(&story, &whole_contact[i]), 0);
        assert_recovers(&story.outbox, core_state(story.core));
    }

    story_end(&story);
}

static void recovers_from_a_snapshot_of_any_moment(void **state)
{
    (void)state;
    struct story story;

    assert_int_equal(story_try_begin(&story), 0);
    for (size_t i = 0; i < ARRAY_LEN(whole_contact); i++)
        assert_int_equal(take(&story, &whole_contact[i]), 0);

    const struct outbox *journal = &story.outbox;
    struct core *all = NULL;

    assert_int_equal(core_new(&all), 0);
    for (size_t i = 0; i < journal->event_count; i++) {
        struct core *tail = NULL;

        assert_int_equal(core_recover(all, &journal->events[i]), 0);
        assert_int_equal(core_new(&tail), 0);
        assert_int_equal(core_adopt(tail, copy_of_state(core_state(all))), 0);
        for (size_t j = i + 1; j < journal->event_count; j++)
            assert_int_equal(core_recover(tail, &journal->events[j]), 0);

        assert_same_state(core_state(tail), core_state(story.core));
        core_free(tail);
    }

    core_free(all);
    story_end(&story);
}

/* Only what was erased is missing: the caller's number and name. */
static void recovers_from_an_erased_journal(void **state)
{
    (void)state;
    struct core *erased = NULL;
    struct core *whole = NULL;
    struct story story;

    assert_int_equal(story_try_begin(&story), 0);
    for (size_t i = 0; i < ARRAY_LEN(whole_contact); i++)
        assert_int_equal(take(&story, &whole_contact[i]), 0);

    assert_int_equal(core_new(&erased), 0);
    assert_int_equal(core_new(&whole), 0);
    for (size_t i = 0; i < story.outbox.event_count; i++) {
        struct event event = story.outbox.events[i];
        struct contact_row row;

        assert_int_equal(core_recover(whole, &event), 0);
        event_erase_private(&event);
        assert_int_equal(core_recover(erased, &event), 0);

        if (!state_contact(core_state(whole), 1))
            continue;

        row = *state_contact(core_state(whole), 1);
        row.caller = (struct phone_number){ "" };
        assert_true(record_is_same(row_record(ROW_CONTACT), &row,
                                   state_contact(core_state(erased), 1)));
    }

    /* an agent forgets who called last with the erasing itself */
    const struct event gone = {
        .seq = state_system(core_state(whole))->seq + 1,
        .at_us = state_system(core_state(whole))->at_us,
        .type = EVENT_PERSON_ERASED,
        .as.person_erased = { .contact_id = 1 },
    };

    assert_int_equal(core_recover(whole, &gone), 0);
    assert_int_equal(core_recover(erased, &gone), 0);
    assert_same_state(core_state(erased), core_state(whole));
    core_free(erased);
    core_free(whole);
    story_end(&story);
}

static const struct unreadable_row {
    const char *says;
    uint64_t seq;
    int64_t at_us;
    unsigned type;
} unreadable_rows[] = {
    { "a gap in the journal is not recovered from", 2, 0, EVENT_LEG_GONE },
    { "an event is not recovered twice", 0, 0, EVENT_LEG_GONE },
    { "a journal that runs backwards is not recovered from", 1, -1,
      EVENT_LEG_GONE },
    { "an event of a newer release is not recovered", 1, 0, EVENT_TYPE_COUNT },
};

static void refuses_unreadable(void **state)
{
    const struct unreadable_row *row = *state;
    struct story story;

    story_begin(&story);
    struct state *before = copy_of_state(core_state(story.core));
    const struct event event = {
        .seq = state_system(before)->seq + row->seq,
        .at_us = state_system(before)->at_us + row->at_us,
        .type = (enum event_type)row->type,
    };

    assert_int_equal(core_recover(story.core, &event), -EBADMSG);
    assert_same_state(core_state(story.core), before);
    state_free(before);
    story_end(&story);
}

/* Late wakes write what punctual ones would have written. */

static const struct command long_wait[] = {
    LOG_IN(ANN),          AVAILABLE(ANN),
    LOG_IN(BOB),          AVAILABLE(BOB),
    ARRIVES(1, "+42021"), CONNECTED,
    ARRIVES(2, "+4201"),  CONNECTED,
    PROMPT_ENDS(false),   PROMPT_ENDS(false),
    ARRIVES(3, "+42022"),
};

/* Nobody answers any phone or effect for a day. */
static void live_a_day(struct story *story, bool punctual)
{
    static const int64_t DAY_US = INT64_C(86400) * SECOND_US;

    story_begin(story);
    for (size_t i = 0; i < ARRAY_LEN(long_wait); i++)
        assert_int_equal(story_give(story, &long_wait[i]), 0);
    outbox_clear(&story->outbox);

    while (punctual && core_next_wake(story->core) <= DAY_US)
        assert_int_equal(
            core_wake(story->core, core_next_wake(story->core), &story->outbox),
            0);
    story->now_us = DAY_US;
    story_wait(story, 0);
}

static void settles_late_as_if_punctual(void **state)
{
    (void)state;
    static char late_text[STORY_TEXT_SIZE], punctual_text[STORY_TEXT_SIZE];
    struct story late, punctual;

    live_a_day(&late, false);
    live_a_day(&punctual, true);
    story_text(&late.outbox, late_text);
    story_text(&punctual.outbox, punctual_text);

    assert_true(late.outbox.event_count > 20);
    assert_string_equal(late_text, punctual_text);
    assert_same_state(core_state(late.core), core_state(punctual.core));
    story_end(&late);
    story_end(&punctual);
}

/* A command finds the deadlines before it settled, also when refused. */
static void settles_before_a_command(void **state)
{
    (void)state;
    static const struct command way[] = { LOG_IN(ANN), AVAILABLE(ANN),
                                          ARRIVES(1, "+42021"), CONNECTED };
    static const struct command answered = ANSWERED(EFFECT_RING);
    static const struct command hang_up = HANG_UP(ANN);
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin(&story);
    story_lead(&story, way, ARRAY_LEN(way));
    story.now_us = 21 * SECOND_US;
    assert_int_equal(story_give(&story, &answered), 0);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote,
                        "offer_ended grant_returned +stop_ringing +release");
    assert_int_equal(story.outbox.effects[1].granted_by,
                     story.outbox.effects[0].granted_by);
    assert_int_equal(state_system(core_state(story.core))->grants_returned, 1);
    story_end(&story);

    story_begin(&story);
    story_lead(&story, way, ARRAY_LEN(way));
    story.now_us = 21 * SECOND_US;
    assert_int_equal(story_give(&story, &hang_up), REFUSED_NO_TALK);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, "offer_ended +stop_ringing");
    story_end(&story);
}

/* Memory: what fails changes nothing, and is done when given again. */

static int live_through_a_contact(void)
{
    static char text[STORY_TEXT_SIZE];
    struct story story;
    int rc = story_try_begin(&story);

    if (rc == 0)
        outbox_clear(&story.outbox);

    for (size_t i = 0; i < ARRAY_LEN(whole_contact) && rc == 0; i++)
        rc = take(&story, &whole_contact[i]);

    if (rc == 0) {
        story_text(&story.outbox, text);
        assert_string_equal(text, whole_contact_text);
    }

    story_end(&story);
    return rc;
}

static void survives_every_failed_allocation(void **state)
{
    (void)state;
    int before = live_blocks();
    int successes = 0;
    int rc;

    do {
        fail_alloc_after(successes++);
        rc = live_through_a_contact();
        fail_alloc_after(FAIL_NO_ALLOC);

        assert_true(rc == 0 || rc == -ENOMEM);
        assert_int_equal(live_blocks(), before);
    } while (rc == -ENOMEM);

    assert_true(successes > 20);
}

/* One allocation fails; the next attempt finds memory again. */
static void changes_nothing_without_memory(void **state)
{
    (void)state;
    static char text[STORY_TEXT_SIZE];
    struct story story;
    int failures = 0;

    story_begin(&story);
    outbox_done(&story.outbox);
    for (size_t i = 0; i < ARRAY_LEN(whole_contact); i++) {
        const struct step *step = &whole_contact[i];
        struct state *before = copy_of_state(core_state(story.core));
        size_t events = story.outbox.event_count;

        fail_alloc_after(0);
        int rc = take(&story, step);
        fail_alloc_after(FAIL_NO_ALLOC);

        if (rc == -ENOMEM) {
            failures++;
            assert_same_state(core_state(story.core), before);
            assert_int_equal(story.outbox.event_count, events);
            assert_int_equal(take(&story, step), 0);
        }

        story_wait(&story, 0);
        state_free(before);
    }

    story_text(&story.outbox, text);
    assert_string_equal(text, whole_contact_text);
    assert_true(failures > 0);
    story_end(&story);
}

static void what_is_not_settled_stays_due(void **state)
{
    (void)state;
    static const struct command way[] = { LOG_IN(ANN), AVAILABLE(ANN),
                                          ARRIVES(1, "+42021"), CONNECTED };
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin(&story);
    story_lead(&story, way, ARRAY_LEN(way));
    outbox_done(&story.outbox);

    fail_alloc_after(0);
    assert_int_equal(core_wake(story.core, 21 * SECOND_US, &story.outbox),
                     -ENOMEM);
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_int_equal(core_next_wake(story.core), 21 * SECOND_US);

    assert_int_equal(core_wake(story.core, 21 * SECOND_US, &story.outbox), 0);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, "offer_ended +stop_ringing");
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, writes_a_whole_contact);
    TEST_LIST_ADD(&list, recovers_after_every_event);
    TEST_LIST_ADD(&list, recovers_from_a_snapshot_of_any_moment);
    TEST_LIST_ADD(&list, recovers_from_an_erased_journal);
    TEST_LIST_ADD_ROWS(&list, refuses_unreadable, unreadable_rows);
    TEST_LIST_ADD(&list, settles_late_as_if_punctual);
    TEST_LIST_ADD(&list, settles_before_a_command);
    TEST_LIST_ADD(&list, survives_every_failed_allocation);
    TEST_LIST_ADD(&list, changes_nothing_without_memory);
    TEST_LIST_ADD(&list, what_is_not_settled_stays_due);
    return test_list_run(&list);
}
