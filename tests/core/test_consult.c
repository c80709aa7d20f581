/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking somebody about a caller: whoever does what, and when. */

#include "core/core.h"

#include <string.h>

#include "tests/core/situation.h"
#include "tests/test.h"

static const struct row {
    const char *says;
    enum situation in;
    struct command command;
    const char *wrote;
    enum agent_state ann;
    enum agent_state bob;
} rows[] = {
    /* it begins */
    { "whoever asks an agent holds the caller and hears it ring", TALKING,
      CONSULT(ANN, TO_NUMBER, 0, "+420555"),
      "hold_began consult_asked +hold +dial +ring_back", AGENT_HOLD,
      AGENT_OFFLINE },
    { "a caller on hold stays so", HOLDING,
      CONSULT(ANN, TO_NUMBER, 0, "+420555"), "consult_asked +dial +ring_back",
      AGENT_HOLD, AGENT_OFFLINE },
    { "an emergency number is asked, whatever stands against it", TALKING,
      CONSULT(ANN, TO_NUMBER, 0, "112"),
      "hold_began consult_asked +hold +dial_emergency +ring_back", AGENT_HOLD,
      AGENT_OFFLINE },
    { "an agent who picks up is heard, and stays what he is", ASKING,
      ANSWERED(EFFECT_RING), "consult_began +join_legs", AGENT_HOLD,
      AGENT_AVAILABLE },
    { "a number that picks up is heard", ASKING_OUT, ANSWERED(EFFECT_DIAL),
      "consult_began +join_legs", AGENT_HOLD, AGENT_OFFLINE },
    { "a phone that talks and calls a number asks it", TALKING,
      PHONE_CALLS(8, 1, "+420555"),
      "consult_phoned hold_began consult_asked +take_call +hold +dial",
      AGENT_HOLD, AGENT_OFFLINE },
    { "its second call is picked up with the number", PHONING,
      ANSWERED(EFFECT_DIAL), "consult_began +pick_up +join_legs", AGENT_HOLD,
      AGENT_OFFLINE },

    /* changing sides */
    { "the agent goes back to the caller, and whom he asks hears music", ASKED,
      RESUME(ANN), "hold_ended +resume +park_leg", AGENT_TALKING,
      AGENT_AVAILABLE },
    { "and again to whom he asks", ASIDE, HOLD(ANN),
      "hold_began +hold +join_legs", AGENT_HOLD, AGENT_AVAILABLE },
    { "back at the caller before it is picked up, nobody is torn away", ASKING,
      RESUME(ANN), "hold_ended +resume", AGENT_TALKING, AGENT_AVAILABLE },
    { "who is picked up then hears music, until the agent comes", ASIDE_EARLY,
      ANSWERED(EFFECT_RING), "consult_began +park_leg", AGENT_TALKING,
      AGENT_AVAILABLE },
    { "with two calls the phone changes sides by itself", PHONED, RESUME(ANN),
      "hold_ended +resume", AGENT_TALKING, AGENT_OFFLINE },

    /* both together */
    { "completed, the caller is joined to the agent who was asked", ASKED,
      COMPLETE(ANN), "hold_ended talk_ended consult_completed +release +bridge",
      AGENT_ACW, AGENT_TALKING },
    { "completed from the caller's side, too", ASIDE, COMPLETE(ANN),
      "talk_ended consult_completed +release +bridge", AGENT_ACW,
      AGENT_TALKING },
    { "completed, the caller is joined to the number that was asked", ASKED_OUT,
      COMPLETE(ANN), "hold_ended talk_ended consult_completed +release +bridge",
      AGENT_ACW, AGENT_OFFLINE },
    { "a phone that joins its two calls loses both", PHONED,
      REFERRED_TWO(EFFECT_RING, EFFECT_TAKE_CALL),
      "hold_ended talk_ended consult_completed +release +bridge +release",
      AGENT_ACW, AGENT_OFFLINE },
    { "whichever of them it says replaces the other", PHONED,
      REFERRED_TWO(EFFECT_TAKE_CALL, EFFECT_RING),
      "hold_ended talk_ended consult_completed +release +bridge +release",
      AGENT_ACW, AGENT_OFFLINE },
    { "whoever hangs up on one who talks leaves both together", ASKED_OUT,
      HUNG_UP(EFFECT_RING), "hold_ended talk_ended consult_completed +bridge",
      AGENT_ACW, AGENT_OFFLINE },
    { "but not while it rings", ASKING_OUT, HUNG_UP(EFFECT_RING),
      "consult_ended hold_ended talk_ended contact_ended "
      "+stop_ringing +stop_play +hang_up",
      AGENT_ACW, AGENT_OFFLINE },
    { "nor when the phone has a second call, which says that it is meant",
      PHONED, HUNG_UP(EFFECT_RING),
      "outside_charged consult_ended hold_ended talk_ended contact_ended "
      "+release +release +hang_up",
      AGENT_ACW, AGENT_OFFLINE },
    { "nor by a phone that falls silent", ASKED_OUT, SILENT(EFFECT_RING),
      "outside_charged consult_ended hold_ended talk_ended contact_ended "
      "+release +release +hang_up",
      AGENT_ACW, AGENT_OFFLINE },
    { "they hear each other: a talk of that agent", COMPLETED, BRIDGED,
      "talk_began", AGENT_ACW, AGENT_TALKING },
    { "or one outside", COMPLETED_OUT, BRIDGED, "outside_began", AGENT_ACW,
      AGENT_OFFLINE },
    { "who cannot be joined to the agent is let go", COMPLETED,
      FAILED(EFFECT_BRIDGE, OFFER_FAILED),
      "talk_ended contact_ended +release +hang_up", AGENT_ACW, AGENT_ACW },
    { "who cannot be joined to the number waits again", COMPLETED_OUT,
      FAILED(EFFECT_BRIDGE, OFFER_FAILED),
      "outside_charged transfer_failed contact_queued +release +play_music",
      AGENT_ACW, AGENT_OFFLINE },
    { "the agent who took it hangs up", COMPLETED, HANG_UP(BOB),
      "talk_ended contact_ended +release +hang_up", AGENT_ACW, AGENT_ACW },

    /* back to the caller */
    { "whom the agent asks is let go, and the caller heard again", ASKED,
      RETRIEVE(ANN), "consult_ended hold_ended +release +resume", AGENT_TALKING,
      AGENT_AVAILABLE },
    { "it rings no longer", ASKING, RETRIEVE(ANN),
      "consult_ended hold_ended +stop_ringing +stop_play +resume",
      AGENT_TALKING, AGENT_AVAILABLE },
    { "the phone's second call is let go, too", PHONED, RETRIEVE(ANN),
      "outside_charged consult_ended hold_ended +release +release +resume",
      AGENT_TALKING, AGENT_OFFLINE },
    { "from the caller's side nothing is left to be resumed", ASIDE,
      RETRIEVE(ANN), "consult_ended +release", AGENT_TALKING, AGENT_AVAILABLE },
    { "hanging up on whom one hears leads back to the caller", ASKED,
      HANG_UP(ANN), "consult_ended hold_ended +release +resume", AGENT_TALKING,
      AGENT_AVAILABLE },
    { "hanging up on the caller ends both", ASIDE, HANG_UP(ANN),
      "consult_ended talk_ended contact_ended +release +release +hang_up",
      AGENT_ACW, AGENT_AVAILABLE },

    /* whoever hangs up, and when */
    { "the caller gives up while it rings", ASKING, CALLER_HANGS_UP(1),
      "consult_ended hold_ended talk_ended contact_ended "
      "+stop_ringing +stop_play +release",
      AGENT_ACW, AGENT_AVAILABLE },
    { "the caller gives up while others talk", ASKED, CALLER_HANGS_UP(1),
      "consult_ended hold_ended talk_ended contact_ended +release +release",
      AGENT_ACW, AGENT_AVAILABLE },
    { "the caller gives up while the phone has two calls", PHONED,
      CALLER_HANGS_UP(1),
      "outside_charged consult_ended hold_ended talk_ended contact_ended "
      "+release +release +release",
      AGENT_ACW, AGENT_OFFLINE },
    { "the number is busy: the caller waits on", ASKING_OUT,
      FAILED(EFFECT_DIAL, OFFER_BUSY), "consult_ended +stop_play", AGENT_HOLD,
      AGENT_OFFLINE },
    { "the number is busy, and the phone is told", PHONING,
      FAILED(EFFECT_DIAL, OFFER_BUSY), "consult_ended +release", AGENT_HOLD,
      AGENT_OFFLINE },
    { "whom the agent asks hangs up: the caller waits on", ASKED_OUT,
      HUNG_UP(EFFECT_DIAL), "outside_charged consult_ended", AGENT_HOLD,
      AGENT_OFFLINE },
    { "whom the agent asks falls silent", ASKED_OUT, SILENT(EFFECT_DIAL),
      "outside_charged consult_ended +release", AGENT_HOLD, AGENT_OFFLINE },
    { "whom the agent asks has a key for it, too", ASKED, HANG_UP(BOB),
      "consult_ended +release", AGENT_HOLD, AGENT_AVAILABLE },
    { "and need not pick up", ASKING, HANG_UP(BOB),
      "consult_ended +stop_ringing +stop_play", AGENT_HOLD, AGENT_AVAILABLE },
    { "the phone gives its second call up while it rings", PHONING,
      FAILED(EFFECT_TAKE_CALL, OFFER_NO_ANSWER), "consult_ended +stop_ringing",
      AGENT_HOLD, AGENT_OFFLINE },
    { "the phone hangs its second call up", PHONED, HUNG_UP(EFFECT_TAKE_CALL),
      "outside_charged consult_ended +release", AGENT_HOLD, AGENT_OFFLINE },
    { "a blind transfer lets whom the agent asked go", ASKED_OUT,
      TRANSFER(ANN, TO_QUEUE, HELP, ""),
      "outside_charged consult_ended hold_ended talk_ended transfer_asked "
      "contact_queued "
      "+release +release +play_music",
      AGENT_ACW, AGENT_OFFLINE },
    { "a supervisor ends all of it", ASKED, END_CONTACT(1),
      "consult_ended hold_ended talk_ended contact_ended "
      "+release +release +hang_up",
      AGENT_ACW, AGENT_AVAILABLE },

    /* numbers that say to call another one */
    { "a number diverts to one that may be called, which is dialled",
      CALLED_OUT, REDIRECTED(EFFECT_DIAL, "+420556"), "call_diverted +dial",
      AGENT_TALKING, AGENT_OFFLINE },
    { "but not to one that the agent may not call", CALLED_OUT,
      REDIRECTED(EFFECT_DIAL, "+88216001234"),
      "transfer_failed dialling_ended contact_ended +release", AGENT_AVAILABLE,
      AGENT_OFFLINE },
    { "nor to what is no number", CALLED_OUT, REDIRECTED(EFFECT_DIAL, ""),
      "transfer_failed dialling_ended contact_ended +release", AGENT_AVAILABLE,
      AGENT_OFFLINE },
    { "a transfer diverts by the rights of who transferred", DIALLING,
      REDIRECTED(EFFECT_DIAL, "+420556"), "call_diverted +dial", AGENT_ACW,
      AGENT_OFFLINE },
    { "and fails where these end", DIALLING,
      REDIRECTED(EFFECT_DIAL, "+88216001234"),
      "transfer_failed contact_queued +play_music", AGENT_ACW, AGENT_OFFLINE },
    { "whom the agent asks diverts", ASKING_OUT,
      REDIRECTED(EFFECT_DIAL, "+420556"), "call_diverted +dial", AGENT_HOLD,
      AGENT_OFFLINE },
    { "but not anywhere", ASKING_OUT, REDIRECTED(EFFECT_DIAL, "1900"),
      "consult_ended +stop_play", AGENT_HOLD, AGENT_OFFLINE },
    { "a colleague's phone diverts nobody who asks", ASKING,
      REDIRECTED(EFFECT_RING, "+420556"), "consult_ended +stop_play",
      AGENT_HOLD, AGENT_AVAILABLE },
    { "a phone that rings diverts the caller, as a transfer would", RINGING,
      REDIRECTED(EFFECT_RING, "+420556"),
      "offer_ended queue_left transfer_asked +dial +ring_back", AGENT_AVAILABLE,
      AGENT_OFFLINE },
    { "by the rights of its agent, or it has rejected", RINGING,
      REDIRECTED(EFFECT_RING, "+88216001234"), "offer_ended", AGENT_AVAILABLE,
      AGENT_OFFLINE },
    { "an own phone that diverts is not there", CALLING,
      REDIRECTED(EFFECT_RING, "+420556"), "dialling_ended contact_ended",
      AGENT_AVAILABLE, AGENT_OFFLINE },

    /* what a phone that calls by itself waits for */
    { "the phone is picked up with the number, and both are joined",
      DIALLED_BY_PHONE, DIALLED_ANSWERS(50),
      "dialling_answered +pick_up +bridge", AGENT_TALKING, AGENT_OFFLINE },
    { "the phone is told that the number is busy", DIALLED_BY_PHONE,
      FAILED(EFFECT_DIAL, OFFER_BUSY),
      "transfer_failed dialling_ended contact_ended +release", AGENT_AVAILABLE,
      AGENT_OFFLINE },
    { "the phone gives up while it rings there", DIALLED_BY_PHONE,
      FAILED(EFFECT_TAKE_CALL, OFFER_NO_ANSWER),
      "transfer_failed dialling_ended contact_ended +stop_ringing",
      AGENT_AVAILABLE, AGENT_OFFLINE },
};

static void does(void **state)
{
    const struct row *row = *state;
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, row->in);
    assert_int_equal(story_give(&story, &row->command), 0);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, row->wrote);
    assert_int_equal(desk_of(&story, ANN)->state, row->ann);
    assert_int_equal(desk_of(&story, BOB)->state, row->bob);
    story_end(&story);
}

/* It rings for three quarters of a minute. */
static void gives_up_who_does_not_pick_up(void **state)
{
    (void)state;
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, ASKING);
    story_wait(&story, 44 * SECOND_US);
    assert_int_equal(state_talk(core_state(story.core), 1)->consult,
                     CONSULT_RINGS);
    story_wait(&story, SECOND_US);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, "consult_ended +stop_ringing +stop_play");
    assert_int_equal(story.outbox.events[0].as.consult_ended.result,
                     OFFER_NO_ANSWER);
    assert_int_equal(desk_of(&story, BOB)->consulting, 0);
    story_end(&story);
}

/* ... and is offered nothing meanwhile. */
static void offers_nothing_to_who_is_asked(void **state)
{
    (void)state;
    static const struct command comes[] = { ARRIVES(2, "+42021"), CONNECTED };
    static const struct command back = RETRIEVE(ANN);
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, ASKED);
    story_lead(&story, comes, ARRAY_LEN(comes));
    assert_int_equal(desk_of(&story, BOB)->state, AGENT_AVAILABLE);
    assert_int_equal(story_give(&story, &back), 0);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote,
                        "consult_ended hold_ended offer_made +release +resume");
    story_end(&story);
}

/* Who paused, and took over for a colleague, pauses afterwards. */
static void pauses_again_who_took_it(void **state)
{
    (void)state;
    static const struct command way[] = {
        LOG_IN(BOB),
        PAUSE(BOB, LUNCH),
        CONSULT(ANN, TO_AGENT, BOB, ""),
        ANSWERED(EFFECT_RING),
        COMPLETE(ANN),
    };
    struct story story;

    story_begin_in(&story, TALKING);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(desk_of(&story, BOB)->state, AGENT_TALKING);
    assert_true(desk_of(&story, BOB)->has_request);
    assert_int_equal(desk_of(&story, BOB)->requested_state, AGENT_PAUSED);
    assert_int_equal(desk_of(&story, BOB)->requested_reason_id, LUNCH);
    story_end(&story);
}

/* An answer that comes when nobody asks any more is given back. */
static void gives_back_what_was_picked_up_too_late(void **state)
{
    (void)state;
    static const struct command back = RETRIEVE(ANN);
    static const struct command late = ANSWERED(EFFECT_DIAL);
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, ASKING_OUT);
    story_lead(&story, &back, 1);
    assert_int_equal(story_give(&story, &late), 0);
    story_summary(&story.outbox, wrote);
    assert_string_equal(wrote, "grant_returned +release");
    story_end(&story);
}

/* Five times, and no more. */
static void does_not_follow_for_ever(void **state)
{
    (void)state;
    static const struct command on = REDIRECTED(EFFECT_DIAL, "+420556");
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    story_begin_in(&story, CALLED_OUT);
    for (int hop = 1; hop <= 5; hop++) {
        story_lead(&story, &on, 1);
        assert_int_equal(state_talk(core_state(story.core), 1)->hops, hop);
    }
    assert_int_equal(story_give(&story, &on), 0);
    story_summary(&story.outbox, wrote);
    assert_string_equal(
        wrote, "transfer_failed dialling_ended contact_ended +release");
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, does, rows);
    TEST_LIST_ADD(&list, gives_up_who_does_not_pick_up);
    TEST_LIST_ADD(&list, offers_nothing_to_who_is_asked);
    TEST_LIST_ADD(&list, pauses_again_who_took_it);
    TEST_LIST_ADD(&list, does_not_follow_for_ever);
    TEST_LIST_ADD(&list, gives_back_what_was_picked_up_too_late);
    return test_list_run(&list);
}
