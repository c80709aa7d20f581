/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Legs that stand: called, lent for whatever needs one, and gone. */

#include "core/core.h"

#include <string.h>

#include "core/core_spoil.h"
#include "core/desk_slot.h"
#include "core/state_inside.h"
#include "tests/core/story.h"
#include "tests/test.h"

/* clang-format off */
/* Ann's phone, which has been changed so often, is of that mode now. */
#define MODE(changes, is) { COMMAND_SET_DEVICE, \
      .as.set_device = { 1, changes, { "p1" }, { "" }, is, { "" }, 0 } }
/* clang-format on */
#define CALLS_IN ARRIVES(1, "+42021"), CONNECTED

enum { MAX_STEPS = 12 };

/* How far things have come; each goes on from another. */
enum stage {
    HOUSE,    /* Ann's phone is of the mode nailed_up, and she is offline */
    CALLED,   /* she has logged in, and it rings */
    PAUSED,   /* ... and its leg stands */
    FREE,     /* ... and she is available */
    OFFERED,  /* ... and offered contact 1 */
    ACCEPTED, /* ... which she wants */
    TALKING,
    WRAPS,    /* ... and has been let go */
    WAITED,   /* FREE, but the phone still rings */
    HUNG_UP,  /* FREE, and the phone has hung up */
    LOST,     /* FREE, and the line was lost */
    FAILED,   /* CALLED, and it was in use */
    DIALS,    /* FREE, and she calls +420555 */
    LISTENS,  /* FREE, and listens to a prompt */
    PROMPTED, /* HUNG_UP, and there is a prompt */
    ASKED,    /* Bob talks to contact 1 and asks Ann, who is free */
    ACCEPTS,  /* ... and wants to talk to him */
    ADVISES,  /* ... and does */
    STAGES,
};

static const struct way {
    enum stage from; /* itself: from the house */
    size_t count;
    struct command steps[MAX_STEPS];
} ways[STAGES] = {
    [HOUSE] = { HOUSE, 1, { MODE(1, PHONE_NAILED_UP) } },
    [CALLED] = { HOUSE, 1, { LOG_IN(ANN) } },
    [PAUSED] = { CALLED, 1, { ANSWERED(EFFECT_CALL_LINE) } },
    [FREE] = { PAUSED, 1, { AVAILABLE(ANN) } },
    [OFFERED] = { FREE, 2, { CALLS_IN } },
    [ACCEPTED] = { OFFERED, 1, { ACCEPT(ANN) } },
    [TALKING] = { ACCEPTED, 2, { ANSWERED(EFFECT_LEND_LINE), BRIDGED } },
    [WRAPS] = { TALKING, 1, { CALLER_HANGS_UP(1) } },
    [WAITED] = { CALLED, 1, { AVAILABLE(ANN) } },
    [HUNG_UP] = { FREE, 1, { HUNG_UP(EFFECT_CALL_LINE) } },
    [LOST] = { FREE, 1, { FAILED(EFFECT_CALL_LINE, OFFER_FAILED) } },
    [FAILED] = { CALLED, 1, { FAILED(EFFECT_CALL_LINE, OFFER_BUSY) } },
    [DIALS] = { FREE, 1, { DIAL(ANN, "+420555", 0) } },
    [LISTENS] = { FREE,
                  2,
                  { { COMMAND_SET_PROMPT,
                      .as.set_prompt = { .name = { "hello" },
                                         .text = { "Hello" } } },
                    { COMMAND_LISTEN_TO_PROMPT, 2,
                      .as.listen_to_prompt.prompt_id = 1 } } },
    [PROMPTED] = { HUNG_UP,
                   1,
                   { { COMMAND_SET_PROMPT,
                       .as.set_prompt = { .name = { "hello" },
                                          .text = { "Hello" } } } } },
    [ASKED] = { HOUSE,
                8,
                { LOG_IN(BOB), AVAILABLE(BOB), CALLS_IN, ACCEPT(BOB),
                  ANSWERED(EFFECT_RING), BRIDGED, LOG_IN(ANN) } },
    [ACCEPTS] = { ASKED, 1, { ACCEPT(ANN) } },
    [ADVISES] = { ACCEPTS, 1, { ANSWERED(EFFECT_LEND_LINE) } },
};

/* Only now can she be asked. */
static const struct command asks[] = { ANSWERED(EFFECT_CALL_LINE),
                                       CONSULT(BOB, TO_AGENT, ANN, "") };

static void walk(struct story *story, enum stage stage)
{
    const struct way *way = &ways[stage];

    if (way->from != stage)
        walk(story, way->from);
    story_lead(story, way->steps, way->count);
    if (stage == ASKED)
        story_lead(story, asks, ARRAY_LEN(asks));
}

static void begin_in(struct story *story, enum stage stage)
{
    story_begin(story);
    walk(story, stage);
}

/* What is done, and what it leads to. */

static const struct row {
    const char *says;
    enum stage in;
    struct command command;
    const char *wrote;
    enum agent_state then;
    enum line_state line;
} rows[] = {
    /* it comes to stand */
    { "the phone is called when its agent logs in", HOUSE, LOG_IN(ANN),
      "agent_state_changed line_called +call_line", AGENT_PAUSED, LINE_CALLED },
    { "picked up it stands", CALLED, ANSWERED(EFFECT_CALL_LINE),
      "line_answered", AGENT_PAUSED, LINE_STANDS },
    { "whoever is available meanwhile is so", CALLED, AVAILABLE(ANN),
      "agent_state_changed", AGENT_AVAILABLE, LINE_CALLED },
    { "a phone that declines is not called again by itself", WAITED,
      FAILED(EFFECT_CALL_LINE, OFFER_REJECTED),
      "line_ended agent_state_changed", AGENT_UNAVAILABLE, LINE_DOWN },
    { "nor is one that sends the call elsewhere", WAITED,
      REDIRECTED(EFFECT_CALL_LINE, "+420556"), "line_ended agent_state_changed",
      AGENT_UNAVAILABLE, LINE_DOWN },
    { "a paused agent pauses on without it", CALLED,
      FAILED(EFFECT_CALL_LINE, OFFER_BUSY), "line_ended", AGENT_PAUSED,
      LINE_DOWN },
    { "whoever wants to be available has it called again", HUNG_UP,
      AVAILABLE(ANN), "line_called agent_state_changed +call_line",
      AGENT_AVAILABLE, LINE_CALLED },
    { "and whoever asks for it", HUNG_UP, CALL_LINE(ANN),
      "line_called +call_line", AGENT_UNAVAILABLE, LINE_CALLED },
    { "a phone that comes back is called", FREE, DEVICE_LOST(1),
      "device_unreachable agent_state_changed", AGENT_UNAVAILABLE,
      LINE_STANDS },
    { "a paused agent who is available has one that was lost called", FAILED,
      AVAILABLE(ANN), "line_called agent_state_changed +call_line",
      AGENT_AVAILABLE, LINE_CALLED },

    /* calls on it */
    { "an offer rings at the console alone", FREE, ARRIVES(1, "+42021"),
      "contact_arrived answer_asked +answer", AGENT_AVAILABLE, LINE_STANDS },
    { "accepted it takes the leg that stands", OFFERED, ACCEPT(ANN),
      "offer_accepted +lend_line", AGENT_OFFERED, LINE_STANDS },
    { "lent it is joined to the caller", ACCEPTED, ANSWERED(EFFECT_LEND_LINE),
      "offer_taken queue_left +bridge", AGENT_TALKING, LINE_STANDS },
    { "rejected it takes nothing", OFFERED, REJECT(ANN), "offer_ended",
      AGENT_AVAILABLE, LINE_STANDS },
    { "what cannot be lent has failed", ACCEPTED,
      FAILED(EFFECT_LEND_LINE, OFFER_FAILED), "offer_ended", AGENT_AVAILABLE,
      LINE_STANDS },
    { "a caller who leaves while it is being lent gives it back", ACCEPTED,
      CALLER_HANGS_UP(1), "offer_ended queue_left contact_ended +stop_ringing",
      AGENT_AVAILABLE, LINE_STANDS },
    { "the end of the talk parts it", TALKING, CALLER_HANGS_UP(1),
      "talk_ended contact_ended +release", AGENT_ACW, LINE_STANDS },
    { "and so does the agent's", TALKING, HANG_UP(ANN),
      "talk_ended contact_ended +release +hang_up", AGENT_ACW, LINE_STANDS },
    { "hold and mute are as ever", TALKING, HOLD(ANN), "hold_began +hold",
      AGENT_HOLD, LINE_STANDS },
    { "a transfer parts it", TALKING, TRANSFER(ANN, TO_NUMBER, 0, "+420123"),
      "talk_ended transfer_asked +release +dial +ring_back", AGENT_ACW,
      LINE_STANDS },
    { "whoever calls a number is there already", FREE, DIAL(ANN, "+420555", 0),
      "contact_dialled +lend_line", AGENT_TALKING, LINE_STANDS },
    { "and hears it ring", DIALS, ANSWERED(EFFECT_LEND_LINE),
      "dialling_began +dial +ring_back", AGENT_TALKING, LINE_STANDS },
    { "a phone that calls by itself does so beside it", FREE,
      PHONE_CALLS(7, 1, "+420555"),
      "contact_dialled dialling_began +take_call +dial", AGENT_TALKING,
      LINE_STANDS },

    /* a colleague asks */
    { "who is asked has to accept", ASKED, ACCEPT(ANN),
      "consult_accepted +lend_line", AGENT_PAUSED, LINE_STANDS },
    { "and then hears the colleague", ACCEPTS, ANSWERED(EFFECT_LEND_LINE),
      "consult_began +join_legs", AGENT_PAUSED, LINE_STANDS },
    { "who does not want to takes nothing", ASKED, HANG_UP(ANN),
      "consult_ended +stop_play", AGENT_PAUSED, LINE_STANDS },
    { "who no longer wants to gives it back", ADVISES, HANG_UP(ANN),
      "consult_ended +release", AGENT_PAUSED, LINE_STANDS },
    { "left together with the caller the leg is a talk's", ADVISES,
      COMPLETE(BOB),
      "hold_ended talk_ended consult_completed agent_state_requested "
      "+release +bridge",
      AGENT_TALKING, LINE_STANDS },
    { "who is asked and has no line any more is asked in vain", ASKED,
      HUNG_UP(EFFECT_CALL_LINE), "line_ended consult_ended +stop_play",
      AGENT_PAUSED, LINE_DOWN },

    /* it ends */
    { "hung up, its agent is not available", FREE, HUNG_UP(EFFECT_CALL_LINE),
      "line_ended agent_state_changed", AGENT_UNAVAILABLE, LINE_DOWN },
    { "hung up, an offer ends", OFFERED, HUNG_UP(EFFECT_CALL_LINE),
      "line_ended offer_ended", AGENT_UNAVAILABLE, LINE_DOWN },
    { "in a talk the line is told first", TALKING, HUNG_UP(EFFECT_CALL_LINE),
      "line_ended", AGENT_TALKING, LINE_DOWN },
    { "not heard in a talk it is let go", TALKING, SILENT(EFFECT_CALL_LINE),
      "line_ended +release", AGENT_TALKING, LINE_DOWN },
    { "logging out lets it go", FREE, LOG_OUT(ANN),
      "agent_state_changed line_ended +release", AGENT_OFFLINE, LINE_NONE },
    { "logging out ends its ringing", CALLED, LOG_OUT(ANN),
      "agent_state_changed line_ended +stop_ringing", AGENT_OFFLINE,
      LINE_NONE },
    { "logging out forgets that it is down", HUNG_UP, LOG_OUT(ANN),
      "agent_state_changed line_ended", AGENT_OFFLINE, LINE_NONE },
    { "a phone of another mode has none", FREE, MODE(2, PHONE_RINGS),
      "device_set line_ended +release", AGENT_AVAILABLE, LINE_NONE },
    { "and brings back whom it took away", HUNG_UP, MODE(2, PHONE_RINGS),
      "device_set line_ended agent_state_changed", AGENT_AVAILABLE, LINE_NONE },
    { "a phone that holds what nobody uses changes nothing",
      FREE,
      { COMMAND_LEG_HELD,
        .as.leg_held = { SERIAL_OF(EFFECT_CALL_LINE), true } },
      NULL,
      AGENT_AVAILABLE,
      LINE_STANDS },
};

static void does(void **state)
{
    const struct row *row = *state;
    static char wrote[STORY_TEXT_SIZE];
    struct story story;

    begin_in(&story, row->in);
    int rc = story_give(&story, &row->command);

    if (row->wrote) {
        assert_int_equal(rc, 0);
        story_summary(&story.outbox, wrote);
        assert_string_equal(wrote, row->wrote);
    } else {
        assert_true(rc > 0);
    }
    assert_int_equal(desk_of(&story, ANN)->state, row->then);
    assert_int_equal(desk_of(&story, ANN)->line, row->line);
    story_end(&story);
}

/* Refused. */

static const struct refused {
    const char *says;
    enum stage in;
    struct command command;
    enum refusal refusal;
} refused[] = {
    { "to have nobody's phone called", FREE, CALL_LINE(9), REFUSED_NO_AGENT },
    { "to have it called when offline", HOUSE, CALL_LINE(ANN),
      REFUSED_NOT_LOGGED_IN },
    { "to have a phone called of another mode", ASKED, CALL_LINE(BOB),
      REFUSED_NOT_NAILED_UP },
    { "to have called what rings", CALLED, CALL_LINE(ANN), REFUSED_LINE_THERE },
    { "to have called what stands", FREE, CALL_LINE(ANN), REFUSED_LINE_THERE },
    { "a second answer", FREE, ANSWERED(EFFECT_CALL_LINE),
      REFUSED_ANSWERED_TWICE },
    { "that it hung up while it rings", CALLED, HUNG_UP(EFFECT_CALL_LINE),
      REFUSED_NOT_ASKED },
    { "that it is joined",
      FREE,
      { COMMAND_BRIDGED,
        .as.bridged = { .serial = SERIAL_OF(EFFECT_CALL_LINE) } },
      REFUSED_NOT_ASKED },
    { "to accept twice", ACCEPTED, ACCEPT(ANN), REFUSED_ALREADY_ACCEPTED },
    { "to accept a colleague twice", ACCEPTS, ACCEPT(ANN), REFUSED_NO_OFFER },
    { "to call a number while it rings", CALLED, DIAL(ANN, "+420555", 0),
      REFUSED_NO_LINE },
    { "to listen while it is down",
      PROMPTED,
      { COMMAND_LISTEN_TO_PROMPT, 2, .as.listen_to_prompt.prompt_id = 1 },
      REFUSED_NO_LINE },
    { "to send the leg that nobody uses elsewhere",
      FREE,
      { COMMAND_LEG_REFERRED,
        .as.leg_referred = { SERIAL_OF(EFFECT_CALL_LINE), { "+420123" }, 0 } },
      REFUSED_NOT_ASKED },
};

static void refuses(void **state)
{
    const struct refused *row = *state;
    struct story story;

    begin_in(&story, row->in);
    assert_int_equal(story_give(&story, &row->command), row->refusal);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

/* Time. */

static void expect_summary(const struct story *story, const char *expected)
{
    static char wrote[STORY_TEXT_SIZE];

    story_summary(&story->outbox, wrote);
    assert_string_equal(wrote, expected);
}

static void wait_for(struct story *story, int64_t us, const char *expected)
{
    outbox_clear(&story->outbox);
    story_wait(story, us);
    expect_summary(story, expected);
    outbox_clear(&story->outbox);
}

static void rings_no_longer_than_it_may(void **state)
{
    (void)state;
    struct story story;

    begin_in(&story, WAITED);
    wait_for(&story, 45 * SECOND_US - 1, "");
    wait_for(&story, 1, "line_ended agent_state_changed +stop_ringing");
    assert_int_equal(desk_of(&story, ANN)->line_end, LINE_NO_ANSWER);
    wait_for(&story, 3600 * (int64_t)SECOND_US, "");
    story_end(&story);
}

static void waits_for_whoever_hung_up(void **state)
{
    (void)state;
    struct story story;

    begin_in(&story, HUNG_UP);
    assert_int_equal(desk_of(&story, ANN)->line_end, LINE_HUNG_UP);
    wait_for(&story, 3600 * (int64_t)SECOND_US, "");
    story_end(&story);
}

/* 5, 10, 20, 40, 80, 160 s, and then every five minutes. */
static void calls_again_what_was_lost(void **state)
{
    (void)state;
    static const int64_t after_s[] = { 5, 10, 20, 40, 80, 160, 300, 300 };
    const struct command fails = FAILED(EFFECT_CALL_LINE, OFFER_FAILED);
    struct story story;

    begin_in(&story, LOST);
    for (size_t i = 0; i < ARRAY_LEN(after_s); i++) {
        /* the first failure is that of the leg that stood */
        int64_t us = (i ? after_s[i - 1] : 5) * SECOND_US;

        wait_for(&story, us - 1, "");
        wait_for(&story, 1, "line_called +call_line");
        story_lead(&story, &fails, 1);
    }
    story_end(&story);
}

static void is_available_again_when_it_stands(void **state)
{
    (void)state;
    const struct command answers = ANSWERED(EFFECT_CALL_LINE);
    struct story story;

    begin_in(&story, LOST);
    wait_for(&story, 5 * SECOND_US, "line_called +call_line");
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_UNAVAILABLE);
    assert_int_equal(story_give(&story, &answers), 0);
    expect_summary(&story, "line_answered agent_state_changed");
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_AVAILABLE);
    story_end(&story);
}

static void is_called_when_the_phone_is_back(void **state)
{
    (void)state;
    const struct command gone = DEVICE_LOST(1), back = DEVICE_SEEN(1);
    struct story story;

    begin_in(&story, HUNG_UP);
    story_lead(&story, &gone, 1);
    assert_int_equal(desk_of(&story, ANN)->line, LINE_NONE);
    assert_int_equal(story_give(&story, &back), 0);
    expect_summary(&story, "device_reachable agent_state_changed line_called "
                           "+call_line");
    story_end(&story);
}

/* The leg went with the server; it is called as soon as there is life. */
static void is_called_after_a_restart(void **state)
{
    (void)state;
    const struct command start = START(SECOND_US), seen = DEVICE_SEEN(1);

    for (enum stage stage = CALLED; stage <= LISTENS; stage++) {
        struct story story;
        bool is_free = stage == FREE || stage == HUNG_UP || stage == LOST;

        begin_in(&story, stage);
        assert_int_equal(story_give(&story, &start), 0);
        outbox_clear(&story.outbox);
        assert_int_equal(desk_of(&story, ANN)->line, LINE_NONE);
        assert_int_equal(desk_of(&story, ANN)->leg, 0);
        assert_int_equal(story_give(&story, &seen), 0);
        if (is_free)
            assert_int_equal(desk_of(&story, ANN)->line, LINE_CALLED);
        story_end(&story);
    }
}

/* Both are told: first the line, then what was lent of it. */
static void ends_the_talk_with_the_line(void **state)
{
    (void)state;
    static const struct command both[] = { HUNG_UP(EFFECT_CALL_LINE),
                                           HUNG_UP(EFFECT_LEND_LINE) };
    struct story story;

    begin_in(&story, TALKING);
    story_lead(&story, both, 1);
    assert_int_equal(story_give(&story, &both[1]), 0);
    expect_summary(&story, "talk_ended contact_ended +hang_up");
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_ACW);
    story_end(&story);
}

static void is_not_available_after_such_a_talk(void **state)
{
    (void)state;
    static const struct command way[] = { HUNG_UP(EFFECT_CALL_LINE),
                                          HUNG_UP(EFFECT_LEND_LINE),
                                          DISPOSE(ANN, SOLD, "") };
    struct story story;

    begin_in(&story, TALKING);
    story_lead(&story, way, ARRAY_LEN(way));
    assert_int_equal(desk_of(&story, ANN)->state, AGENT_UNAVAILABLE);
    story_end(&story);
}

/* An answer that comes when the agent has logged out is given back. */
static void gives_back_what_came_too_late(void **state)
{
    (void)state;
    const struct command out = LOG_OUT(ANN);
    const struct command late = ANSWERED(EFFECT_CALL_LINE);
    struct story story;

    begin_in(&story, CALLED);
    story_lead(&story, &out, 1);
    assert_int_equal(story_give(&story, &late), 0);
    expect_summary(&story, "grant_returned +release");
    story_end(&story);
}

static void goes_with_its_agent(void **state)
{
    (void)state;
    const struct command remove = { COMMAND_REMOVE_AGENT,
                                    .as.remove_agent = { ANN, 1 } };
    struct story story;

    begin_in(&story, PAUSED);
    assert_int_equal(story_give(&story, &remove), 0);
    expect_summary(&story, "line_ended agent_state_changed agent_removed "
                           "+release");
    story_end(&story);
}

static void goes_with_another_phone(void **state)
{
    (void)state;
    const struct command other = {
        COMMAND_SET_AGENT,
        .as.set_agent = { .id = ANN, .version = 1, .name = { "ann" } }
    };
    struct story story;

    begin_in(&story, FREE);
    assert_int_equal(story_give(&story, &other), 0);
    expect_summary(&story, "agent_set agent_state_changed line_ended +release");
    story_end(&story);
}

/* Ann listens on the leg that stands, and it stands after that. */
static void plays_on_what_stands(void **state)
{
    (void)state;
    const struct command stop = STOP_LISTENING(ANN);
    struct story story;

    begin_in(&story, FREE);
    uint64_t line = desk_of(&story, ANN)->line_leg;

    story_lead(&story, &ways[LISTENS].steps[0], 1);
    assert_int_equal(story_give(&story, &ways[LISTENS].steps[1]), 0);
    expect_summary(&story, "listening_began +listen");
    assert_int_equal(story.outbox.effects[0].granted_by, line);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &stop), 0);
    assert_int_equal(desk_of(&story, ANN)->line, LINE_STANDS);
    story_end(&story);
}

/* A mistake of ours costs the call, and the line: it is called when wanted. */
static void is_let_go_after_a_mistake(void **state)
{
    (void)state;
    const struct command finds = PAUSE(ANN, LUNCH), wants = AVAILABLE(ANN);
    struct story story;

    begin_in(&story, TALKING);
    core_survive_broken_claims(story.core);
    desk_slot(core_state_to_spoil(story.core), ANN)->row.contact_id = 0;
    assert_int_equal(story_give(&story, &finds), 0);
    expect_summary(&story, "agent_state_requested fault fault +release "
                           "+release +hang_up");
    assert_int_equal(desk_of(&story, ANN)->line, LINE_DOWN);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &wants), 0);
    expect_summary(&story, "line_called agent_state_changed +call_line");
    story_end(&story);
}

static void is_the_same_when_loaded(void **state)
{
    (void)state;

    for (enum stage stage = HOUSE; stage < STAGES; stage++) {
        struct story story;

        begin_in(&story, stage);
        struct state *copy = copy_of_state(core_state(story.core));

        assert_same_state(copy, core_state(story.core));
        assert_int_equal(state_verdict(copy, ANN),
                         state_verdict(core_state(story.core), ANN));
        state_free(copy);
        story_end(&story);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, does, rows);
    TEST_LIST_ADD_ROWS(&list, refuses, refused);
    TEST_LIST_ADD(&list, rings_no_longer_than_it_may);
    TEST_LIST_ADD(&list, waits_for_whoever_hung_up);
    TEST_LIST_ADD(&list, calls_again_what_was_lost);
    TEST_LIST_ADD(&list, is_available_again_when_it_stands);
    TEST_LIST_ADD(&list, is_called_when_the_phone_is_back);
    TEST_LIST_ADD(&list, is_called_after_a_restart);
    TEST_LIST_ADD(&list, ends_the_talk_with_the_line);
    TEST_LIST_ADD(&list, is_not_available_after_such_a_talk);
    TEST_LIST_ADD(&list, gives_back_what_came_too_late);
    TEST_LIST_ADD(&list, goes_with_its_agent);
    TEST_LIST_ADD(&list, goes_with_another_phone);
    TEST_LIST_ADD(&list, plays_on_what_stands);
    TEST_LIST_ADD(&list, is_let_go_after_a_mistake);
    TEST_LIST_ADD(&list, is_the_same_when_loaded);
    return test_list_run(&list);
}
