/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A mistake of ours costs the one call it is about, and no other. */

#include "core/core.h"

#include "core/contact_slot.h"
#include "core/core_spoil.h"
#include "core/desk_slot.h"
#include "core/fold.h"
#include "core/state_inside.h"
#include "tests/core/situation.h"
#include "tests/test.h"

/* Mistakes, as a wrong fold would make them. */

static void talk_with_nobody(struct state *state)
{
    desk_slot(state, ANN)->row.contact_id = 0;
}

static void offer_without_end(struct state *state)
{
    desk_slot(state, ANN)->row.offer_due_us = 0;
}

static void offer_to_another(struct state *state)
{
    contact_slot(state, 1)->row.agent_id = BOB;
}

static void pause_without_reason(struct state *state)
{
    desk_slot(state, ANN)->row.reason_id = PAUSE_NONE;
}

static void leg_that_never_goes(struct state *state)
{
    desk_slot(state, ANN)->row.release_due_us = 0;
}

static void wait_before_the_answer(struct state *state)
{
    contact_slot(state, 1)->row.connected = false;
}

static void hold_without_holder(struct state *state)
{
    fold_talk_of(state, 1)->hold_since_us = 1;
}

static const struct fault_row {
    const char *says;
    enum situation in;
    void (*spoil)(struct state *state);
    struct command command; /* which finds it */
    const char *wrote;      /* after the command's own */
    bool ends_contact;
    bool pauses_ann;
} fault_rows[] = {
    { "an agent who talks with nobody", TALKING, talk_with_nobody,
      PAUSE(ANN, LUNCH), "agent_state_requested fault fault +release +hang_up",
      true, true },
    { "an offer without an end", RINGING, offer_without_end, PAUSE(ANN, LUNCH),
      "agent_state_requested fault +release +hang_up", true, true },
    { "a contact on offer to another than its agent", RINGING, offer_to_another,
      PAUSE(ANN, LUNCH), "agent_state_requested fault +release +hang_up", true,
      true },
    { "a pause without a reason", ANN_PAUSED, pause_without_reason,
      ASSIGN(ANN, HELP, 1), "queue_assigned fault", false, true },
    { "a leg that would never be gone", REJECTED, leg_that_never_goes,
      ASSIGN(ANN, HELP, 1), "queue_assigned fault", false, true },
    { "a contact that waits before it was answered", WAITING,
      wait_before_the_answer, MOVE(1, SALES, 1), "priority_set fault +hang_up",
      true, false },
    { "a caller on hold whom nobody holds", TALKING, hold_without_holder,
      PAUSE(ANN, LUNCH), "agent_state_requested fault +release +hang_up", true,
      true },
};

static void assert_recovers(const struct story *story, struct state *before)
{
    struct core *core = NULL;

    assert_int_equal(core_new(&core), 0);
    assert_int_equal(core_adopt(core, before), 0);
    for (size_t i = 0; i < story->outbox.event_count; i++)
        assert_int_equal(core_recover(core, &story->outbox.events[i]), 0);

    assert_same_state(core_state(core), core_state(story->core));
    core_free(core);
}

static void is_survived(void **state)
{
    const struct fault_row *row = *state;
    static char wrote[STORY_TEXT_SIZE];
    uint64_t agent_id, contact_id;
    struct story story;

    story_begin_in(&story, row->in);
    core_survive_broken_claims(story.core);

    struct state *before = copy_of_state(core_state(story.core));

    row->spoil(core_state_to_spoil(story.core));
    assert_int_equal(story_give(&story, &row->command), 0);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, row->wrote);

    assert_null(
        state_broken_claim(core_state(story.core), &agent_id, &contact_id));
    if (row->ends_contact)
        assert_null(contact_of(&story, 1));
    if (row->pauses_ann) {
        assert_int_equal(desk_of(&story, ANN)->state, AGENT_PAUSED);
        assert_int_equal(desk_of(&story, ANN)->reason_id, PAUSE_FAULT);
    }
    assert_recovers(&story, before);

    story_end(&story);
}

/* Everybody else's call goes on, and the agent may come back. */
static void leaves_others_alone(void **state)
{
    (void)state;
    static const struct command bob[] = {
        LOG_IN(BOB), AVAILABLE(BOB), ARRIVES(2, "+42021"),
        CONNECTED,   ACCEPT(BOB),    ANSWERED(EFFECT_RING),
        BRIDGED,
    };
    static const struct command find = PAUSE(ANN, LUNCH);
    static const struct command on[] = { HOLD(BOB), RESUME(BOB),
                                         CALLER_HANGS_UP(2), AVAILABLE(ANN) };
    struct story story;

    story_begin_in(&story, TALKING);
    core_survive_broken_claims(story.core);
    story_lead(&story, bob, ARRAY_LEN(bob));
    talk_with_nobody(core_state_to_spoil(story.core));
    story_lead(&story, &find, 1);

    assert_int_equal(desk_of(&story, BOB)->state, AGENT_TALKING);
    assert_int_equal(state_system(core_state(story.core))->faults, 2);
    story_lead(&story, on, ARRAY_LEN(on));
    assert_int_equal(desk_of(&story, BOB)->state, AGENT_ACW);
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    story_end(&story);
}

/* What was kept beside the contact goes with it: else no snapshot of this could
   be loaded. */
static void leaves_nothing_behind(void **state)
{
    (void)state;
    static const struct command find = PAUSE(ANN, LUNCH);
    struct story story;

    story_begin_in(&story, TALKING);
    core_survive_broken_claims(story.core);
    fold_tag(core_state_to_spoil(story.core), 1, "vip");
    talk_with_nobody(core_state_to_spoil(story.core));
    story_lead(&story, &find, 1);
    assert_null(contact_of(&story, 1));
    assert_int_equal(state_row_count(core_state(story.core), ROW_TAGS), 0);
    state_free(copy_of_state(core_state(story.core)));
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_survived, fault_rows);
    TEST_LIST_ADD(&list, leaves_others_alone);
    TEST_LIST_ADD(&list, leaves_nothing_behind);
    return test_list_run(&list);
}
