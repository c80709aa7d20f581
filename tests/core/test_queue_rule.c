/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When callers do not join a queue, or leave it, and where they go then. */

#include <string.h>

#include "core/estimate.h"
#include "tests/core/situation.h"
#include "tests/test.h"

enum { PROMPT = 1, MAX_STEPS = 6 };

/* clang-format off */
#define RULE(...) \
    { COMMAND_SET_QUEUE_RULE, \
      .as.set_queue_rule = { .name = { "r" }, .queue_id = SALES, __VA_ARGS__ } }
#define AGAIN(...) \
    { COMMAND_SET_QUEUE_RULE, \
      .as.set_queue_rule = { .name = { "again" }, .queue_id = SALES, __VA_ARGS__ } }
#define JOIN(call) ARRIVES(call, "+42021")
#define SPOKEN \
    { COMMAND_SET_PROMPT, .as.set_prompt = { .name = { "sorry" } } }
#define UNTIL(seconds) (WALL_US + (seconds) * (int64_t)SECOND_US)
#define NOTHING_MORE { .type = COMMAND_NOTE_SECRET, .as.note_secret = { DOCUMENT_USER, ROOT } }
/* clang-format on */

/* With a prompt, the rule is made in the situation; what the steps write, a
   second after each other, is claimed of the last. */
static const struct rule_row {
    const char *says;
    enum situation in;
    struct command rule;
    struct command steps[MAX_STEPS];
    int64_t wait_s; /* after the last step; then it is what waiting wrote */
    const char *wrote;
} rule_rows[] = {
    /* joining */
    { "nobody logged in: who joins is hung up on",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_HANG_UP),
      { JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted contact_ended "
      "+hang_up" },
    { "... or hears why, and is hung up on then",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_ANNOUNCEMENT,
           .target_id = PROMPT),
      { JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted "
      "announcement_began +play" },
    { "which has an end",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_ANNOUNCEMENT,
           .target_id = PROMPT),
      { JOIN(1), CONNECTED, PROMPT_ENDS(false) },
      0,
      "contact_ended +hang_up" },
    { "... also when it cannot be played",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_ANNOUNCEMENT,
           .target_id = PROMPT),
      { JOIN(1), CONNECTED, PROMPT_ENDS(true) },
      0,
      "contact_ended +hang_up" },
    { "... and when nobody says that it ended",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_ANNOUNCEMENT,
           .target_id = PROMPT),
      { JOIN(1), CONNECTED },
      600,
      "contact_ended +hang_up" },
    { "... or goes to another queue",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_QUEUE,
           .target_id = HELP),
      { JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted contact_queued "
      "+play_music" },
    { "... or to a flow",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_FLOW,
           .target_id = MAIN),
      { JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted flow_entered "
      "step_began step_ended step_began +stop_play +play" },
    { "... or to an outside number",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_NUMBER,
           .number = { "+420555" }),
      { JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted sent_outside "
      "+dial +ring_back" },
    { "which answers",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_NUMBER,
           .number = { "+420555" }),
      { JOIN(1), CONNECTED, ANSWERED(EFFECT_DIAL) },
      0,
      "transfer_taken +bridge" },
    { "or does not: nobody waits for nobody",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_NUMBER,
           .number = { "+420555" }),
      { JOIN(1), CONNECTED, FAILED(EFFECT_DIAL, OFFER_BUSY) },
      0,
      "transfer_failed contact_ended +hang_up" },
    { "or wants another number called, which nobody answers for",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_NUMBER,
           .number = { "+420555" }),
      { JOIN(1), CONNECTED, REDIRECTED(EFFECT_DIAL, "+420556") },
      0,
      "transfer_failed contact_ended +hang_up" },
    { "an agent who is offline is nobody to go to",
      ANN_PAUSED,
      RULE(.cause = RULE_NOBODY_READY, .target = TO_AGENT, .target_id = BOB),
      { JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted contact_ended "
      "+hang_up" },
    { "somebody logged in, though paused, is somebody",
      ANN_PAUSED,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_HANG_UP),
      { JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended contact_queued +play_music" },
    { "but nobody ready",
      ANN_PAUSED,
      RULE(.cause = RULE_NOBODY_READY, .target = TO_HANG_UP),
      { JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted contact_ended "
      "+hang_up" },
    { "nobody logged in is nobody ready, too",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_READY, .target = TO_HANG_UP),
      { JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted contact_ended "
      "+hang_up" },
    { "who wraps up is ready",
      SILENT_AFTER,
      RULE(.cause = RULE_NOBODY_READY, .target = TO_HANG_UP),
      { JOIN(2), CONNECTED },
      0,
      "caller_connected step_began step_ended contact_queued +play_music" },
    { "but does not work",
      SILENT_AFTER,
      RULE(.cause = RULE_NOBODY_WORKS, .target = TO_HANG_UP),
      { JOIN(2), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted contact_ended "
      "+hang_up" },
    { "who talks works",
      TALKING,
      RULE(.cause = RULE_NOBODY_WORKS, .target = TO_HANG_UP),
      { JOIN(2), CONNECTED },
      0,
      "caller_connected step_began step_ended contact_queued +play_music" },
    { "a rule that has not held for its time does not go",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .hold_ms = 60000,
           .target = TO_HANG_UP),
      { JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended contact_queued +play_music" },
    { "a rule for those who wait lets others join",
      NOBODY_THERE,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .moment = RULE_WHILE_WAITING,
           .hold_ms = 60000, .target = TO_HANG_UP),
      { JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended contact_queued +play_music" },

    /* waiting */
    { "who waits leaves when it has held for its time",
      WAITING,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .moment = RULE_ALWAYS,
           .hold_ms = 10000, .target = TO_HANG_UP),
      { NOTHING_MORE },
      10,
      "queue_left contact_ended +hang_up" },
    { "... not before",
      WAITING,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .moment = RULE_ALWAYS,
           .hold_ms = 10000, .target = TO_HANG_UP),
      { NOTHING_MORE },
      8,
      "" },
    { "... and not if somebody came meanwhile",
      WAITING,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .moment = RULE_ALWAYS,
           .hold_ms = 10000, .target = TO_HANG_UP),
      { LOG_IN(ANN) },
      60,
      "" },
    { "coming and going begins the time anew",
      WAITING,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .moment = RULE_ALWAYS,
           .hold_ms = 10000, .target = TO_HANG_UP),
      { LOG_IN(ANN), LOG_OUT(ANN) },
      9,
      "" },
    { "from nobody ready to nobody logged in does not",
      WAITING,
      RULE(.cause = RULE_NOBODY_READY, .moment = RULE_ALWAYS, .hold_ms = 10000,
           .target = TO_HANG_UP),
      { LOG_IN(ANN), LOG_OUT(ANN) },
      9,
      "queue_left contact_ended +hang_up" },
    { "a rule for those who join lets others wait",
      WAITING,
      RULE(.cause = RULE_NOBODY_LOGGED_IN, .target = TO_HANG_UP),
      { NOTHING_MORE },
      3600,
      "" },
    { "a key leads away",
      WAITING,
      RULE(.cause = RULE_KEY, .moment = RULE_WHILE_WAITING, .key = { "1" },
           .target = TO_ANNOUNCEMENT, .target_id = PROMPT),
      { PRESS(1, "1") },
      0,
      "digit_pressed queue_left announcement_began +play" },
    { "... also from an offer, which ends",
      RINGING,
      RULE(.cause = RULE_KEY, .moment = RULE_WHILE_WAITING, .key = { "#" },
           .target = TO_QUEUE, .target_id = HELP),
      { PRESS(1, "#") },
      0,
      "digit_pressed offer_ended queue_left contact_queued +stop_ringing "
      "+play_music" },

    /* the night switch */
    { "a queue is closed",
      WAITING,
      SPOKEN,
      { CLOSE_QUEUE(SALES, PROMPT, 0) },
      0,
      "night_began" },
    { "who waits stays",
      WAITING,
      SPOKEN,
      { CLOSE_QUEUE(SALES, PROMPT, 0) },
      3600,
      "" },
    { "unless a rule says otherwise",
      WAITING,
      RULE(.cause = RULE_CLOSED, .moment = RULE_ALWAYS, .target = TO_HANG_UP),
      { CLOSE_QUEUE(SALES, PROMPT, 0) },
      1,
      "queue_left contact_ended +hang_up" },
    { "who joins hears why",
      NOBODY_THERE,
      SPOKEN,
      { CLOSE_QUEUE(SALES, PROMPT, 0), JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted "
      "announcement_began +play" },
    { "or is hung up on",
      NOBODY_THERE,
      SPOKEN,
      { CLOSE_QUEUE(SALES, 0, 0), JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted contact_ended "
      "+hang_up" },
    { "or goes where a rule leads",
      NOBODY_THERE,
      RULE(.cause = RULE_CLOSED, .target = TO_QUEUE, .target_id = HELP),
      { CLOSE_QUEUE(SALES, PROMPT, 0), JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted contact_queued "
      "+play_music" },
    { "which may be closed as well",
      NOBODY_THERE,
      RULE(.cause = RULE_CLOSED, .target = TO_QUEUE, .target_id = HELP),
      { CLOSE_QUEUE(0, PROMPT, 0), JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended queue_diverted queue_diverted "
      "announcement_began +play" },
    { "it is opened",
      NOBODY_THERE,
      SPOKEN,
      { CLOSE_QUEUE(SALES, 0, 0), OPEN_QUEUE(SALES), JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended contact_queued +play_music" },
    { "... all of them at once, too",
      NOBODY_THERE,
      SPOKEN,
      { CLOSE_QUEUE(SALES, 0, 0), OPEN_QUEUE(0), JOIN(1), CONNECTED },
      0,
      "caller_connected step_began step_ended contact_queued +play_music" },
    { "... by itself",
      NOBODY_THERE,
      SPOKEN,
      { CLOSE_QUEUE(SALES, 0, UNTIL(60)) },
      60,
      "night_ended" },
    { "... not before",
      NOBODY_THERE,
      SPOKEN,
      { CLOSE_QUEUE(SALES, 0, UNTIL(60)) },
      50,
      "" },
    { "... sooner when the clock is put forward",
      NOBODY_THERE,
      SPOKEN,
      { CLOSE_QUEUE(SALES, 0, UNTIL(3600)), SET_CLOCK(UNTIL(3600)) },
      0,
      "clock_set" },
    { "... which opens it",
      NOBODY_THERE,
      SPOKEN,
      { CLOSE_QUEUE(SALES, 0, UNTIL(3600)), SET_CLOCK(UNTIL(3599)) },
      1,
      "night_ended" },
};

static void goes_elsewhere(void **state)
{
    const struct rule_row *row = *state;
    static const struct command spoken = SPOKEN;
    struct story story;
    char text[STORY_TEXT_SIZE];

    story_begin_in(&story, row->in);
    story_lead(&story, &spoken, row->rule.type != spoken.type);
    story_lead(&story, &row->rule, 1);
    for (size_t i = 0; i < MAX_STEPS && row->steps[i].type; i++) {
        outbox_clear(&story.outbox);
        story_wait(&story, SECOND_US);
        outbox_clear(&story.outbox);
        assert_int_equal(story_give(&story, &row->steps[i]), 0);
    }

    if (row->wait_s) {
        outbox_clear(&story.outbox);
        story_wait(&story, row->wait_s * SECOND_US);
    }

    story_summary(&story.outbox, text);
    assert_string_equal(text, row->wrote);
    story_end(&story);
}

/* Which greeting of a box is heard then. */
static const struct greeting_row {
    const char *says;
    enum situation in;
    enum rule_cause cause;
    bool closes;
    enum box_greeting greeting;
} greeting_rows[] = {
    { "nobody logged in is closed", NOBODY_THERE, RULE_NOBODY_LOGGED_IN, false,
      GREETING_CLOSED },
    { "nobody who works is closed", NOBODY_THERE, RULE_NOBODY_WORKS, false,
      GREETING_CLOSED },
    { "the night is closed", NOBODY_THERE, RULE_CLOSED, true, GREETING_CLOSED },
    { "who pauses is busy", ANN_PAUSED, RULE_NOBODY_READY, false,
      GREETING_BUSY },
    { "and so are too few agents", ANN_FREE, RULE_FEW_LOGGED_IN, false,
      GREETING_BUSY },
};

static void greets(void **state)
{
    const struct greeting_row *row = *state;
    const struct command steps[] = {
        { COMMAND_SET_BOX, .as.set_box = { .name = { "box" },
                                           .queue_id = SALES,
                                           .max_ms = 60000,
                                           .max_messages = 10,
                                           .pin_tries = 5,
                                           .pin_lock_ms = 60000,
                                           .keep_days = 30 } },
        RULE(.cause = row->cause,
             .agents = row->cause == RULE_FEW_LOGGED_IN ? 2 : 0,
             .target = TO_VOICEMAIL, .target_id = 1),
        row->closes ? (struct command)CLOSE_QUEUE(SALES, 0, 0)
                    : (struct command)NOTHING_MORE,
        JOIN(1),
        CONNECTED,
    };
    struct story story;
    const struct event *event;

    story_begin_in(&story, row->in);
    story_lead(&story, steps, ARRAY_LEN(steps) - 1);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &steps[ARRAY_LEN(steps) - 1]), 0);
    event = &story.outbox.events[story.outbox.event_count - 1];
    assert_int_equal(event->type, EVENT_VOICEMAIL_ENTERED);
    assert_int_equal(event->as.voicemail_entered.greeting, row->greeting);
    story_end(&story);
}

/* By the estimate, while they wait. */

static void take(struct story *story, int64_t handling_ms)
{
    struct command queue = { .type = COMMAND_SET_QUEUE };

    memcpy(&queue.as.set_queue, state_queue(core_state(story->core), SALES),
           sizeof(queue.as.set_queue));
    queue.as.set_queue.handling_ms = handling_ms;
    story_lead(story, &queue, 1);
}

/* ANN talks, and each contact takes so long; who would wait for over a minute
   is hung up on. */
static void begin_estimated(struct story *story, int64_t handling_ms)
{
    static const struct command rule =
        RULE(.cause = RULE_ESTIMATE, .moment = RULE_WHILE_WAITING,
             .estimate_ms = 60000, .target = TO_HANG_UP);

    story_begin_in(story, TALKING);
    take(story, handling_ms);
    story_lead(story, &rule, 1);
}

static void join(struct story *story, uint64_t call)
{
    const struct command steps[] = { ARRIVES(call, "+42021"), CONNECTED };

    story_lead(story, &steps[0], 1);
    story_lead(story, &steps[1], 1);
}

static bool waits(const struct story *story, uint64_t contact_id)
{
    const struct contact_row *contact = contact_of(story, contact_id);

    return contact && contact->in_line;
}

static void who_would_wait_too_long_leaves(void **state)
{
    (void)state;
    struct story story;

    begin_estimated(&story, 300000);
    join(&story, 21);
    assert_true(waits(&story, 2));
    story_wait(&story, 11 * SECOND_US); /* asked once */
    assert_true(waits(&story, 2));
    story_wait(&story, 11 * SECOND_US); /* twice */
    assert_false(waits(&story, 2));
    story_end(&story);
}

static void the_last_in_line_leaves_and_no_more(void **state)
{
    (void)state;
    struct story story;

    begin_estimated(&story, 50000);
    join(&story, 21);
    join(&story, 22);
    join(&story, 23);
    story_wait(&story, 25 * SECOND_US);
    assert_true(waits(&story, 2));
    assert_false(waits(&story, 4));
    story_end(&story);
}

static void who_was_found_so_once_stays(void **state)
{
    (void)state;
    struct story story;

    begin_estimated(&story, 300000);
    join(&story, 21);
    story_wait(&story, 11 * SECOND_US);
    take(&story, 1000);
    story_wait(&story, 10 * SECOND_US);
    take(&story, 300000);
    story_wait(&story, 10 * SECOND_US);
    assert_true(waits(&story, 2)); /* it begins anew */
    story_wait(&story, 11 * SECOND_US);
    assert_false(waits(&story, 2));
    story_end(&story);
}

/* What was found of others, hours ago, says nothing of who comes now. */
static void who_comes_to_an_empty_line_is_asked_about_twice(void **state)
{
    static const struct command leaves = CALLER_HANGS_UP(2);

    (void)state;
    struct story story;

    begin_estimated(&story, 300000);
    join(&story, 21);
    story_wait(&story, 11 * SECOND_US);
    story_lead(&story, &leaves, 1);
    story_wait(&story, 600 * SECOND_US);
    join(&story, 22);
    story_wait(&story, SECOND_US);
    assert_true(waits(&story, 3));
    story_wait(&story, 25 * SECOND_US);
    assert_false(waits(&story, 3));
    story_end(&story);
}

/* Nobody to serve it is another rule's. */
static void where_nothing_is_known_nobody_leaves(void **state)
{
    (void)state;
    static const struct command rule =
        RULE(.cause = RULE_ESTIMATE, .moment = RULE_WHILE_WAITING,
             .estimate_ms = 1, .target = TO_HANG_UP);
    struct story story;

    story_begin_in(&story, NOBODY_THERE);
    story_lead(&story, &rule, 1);
    join(&story, 21);
    story_wait(&story, 60 * SECOND_US);
    assert_true(waits(&story, 1));
    story_end(&story);
}

static void without_the_rule_nobody_is_asked_about(void **state)
{
    (void)state;
    static const struct command gone = { COMMAND_REMOVE_QUEUE_RULE,
                                         .as.remove_queue_rule = { 1, 1 } };
    struct story story;

    begin_estimated(&story, 300000);
    join(&story, 21);
    story_wait(&story, 11 * SECOND_US);
    story_lead(&story, &gone, 1);
    assert_int_equal(
        state_tally(core_state(story.core), SALES)->estimate_due_us, 0);
    story_wait(&story, 60 * SECOND_US);
    assert_true(waits(&story, 2));
    story_end(&story);
}

/* Refusals. */

static const struct refused_row {
    const char *says;
    enum situation in;
    struct command command;
    enum refusal refusal;
} refused_rows[] = {
    { "a rule of no queue",
      ANN_FREE,
      { COMMAND_SET_QUEUE_RULE,
        .as.set_queue_rule = { .name = { "x" }, .queue_id = 9 } },
      REFUSED_NO_QUEUE },
    { "full for those who wait", ANN_FREE,
      AGAIN(.cause = RULE_FULL, .moment = RULE_WHILE_WAITING),
      REFUSED_BAD_MOMENT },
    { "an estimate for those who wait, with a callback", ANN_FREE,
      AGAIN(.cause = RULE_ESTIMATE, .moment = RULE_ALWAYS, .estimate_ms = 1,
            .target = TO_CALLBACK),
      REFUSED_BAD_MOMENT },
    { "a key for those who join", ANN_FREE,
      AGAIN(.cause = RULE_KEY, .key = { "2" }), REFUSED_BAD_MOMENT },
    { "the longest wait for those who join", ANN_FREE,
      AGAIN(.cause = RULE_WAITED), REFUSED_BAD_MOMENT },
    { "the longest wait of a queue that has none", ANN_FREE,
      AGAIN(.cause = RULE_WAITED, .moment = RULE_WHILE_WAITING),
      REFUSED_NO_LONGEST_WAIT },
    { "full for a while", ANN_FREE, AGAIN(.cause = RULE_FULL, .hold_ms = 1),
      REFUSED_BAD_HOLD },
    { "another estimate to end at, with no estimate", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .reopen_ms = 1), REFUSED_BAD_REOPEN_MS },
    { "... that is none lower", ANN_FREE,
      AGAIN(.cause = RULE_ESTIMATE, .estimate_ms = 1, .reopen_ms = 1),
      REFUSED_BAD_REOPEN_MS },
    { "... for those who wait", ANN_FREE,
      AGAIN(.cause = RULE_ESTIMATE, .moment = RULE_WHILE_WAITING,
            .estimate_ms = 2, .reopen_ms = 1),
      REFUSED_BAD_REOPEN_MS },
    { "too few agents, but not how many those are", ANN_FREE,
      AGAIN(.cause = RULE_FEW_READY), REFUSED_BAD_FEW },
    { "how many agents, for nobody ready", ANN_FREE,
      AGAIN(.cause = RULE_NOBODY_READY, .agents = 1), REFUSED_BAD_FEW },
    { "an estimate without one", ANN_FREE, AGAIN(.cause = RULE_ESTIMATE),
      REFUSED_BAD_ESTIMATE },
    { "one without an estimate", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .estimate_ms = 1), REFUSED_BAD_ESTIMATE },
    { "no key", ANN_FREE,
      AGAIN(.cause = RULE_KEY, .moment = RULE_WHILE_WAITING), REFUSED_BAD_KEY },
    { "a key that no phone has", ANN_FREE,
      AGAIN(.cause = RULE_KEY, .moment = RULE_WHILE_WAITING, .key = { "A" }),
      REFUSED_BAD_KEY },
    { "a key for nothing", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .key = { "1" }), REFUSED_BAD_KEY },
    { "a key that leads elsewhere", ANN_FREE,
      AGAIN(.cause = RULE_KEY, .moment = RULE_WHILE_WAITING, .key = { "1" }),
      REFUSED_RULE_KEY_TAKEN },
    { "a rule that leads to its own queue", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_QUEUE, .target_id = SALES),
      REFUSED_RULE_TO_SELF },
    { "... to no queue", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_QUEUE, .target_id = 9),
      REFUSED_NO_QUEUE },
    { "... to no flow", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_FLOW, .target_id = 9),
      REFUSED_NO_FLOW },
    { "... to no agent", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_AGENT, .target_id = 9),
      REFUSED_NO_AGENT },
    { "... to no prompt", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_ANNOUNCEMENT, .target_id = 9),
      REFUSED_NO_PROMPT },
    { "... to no number", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_NUMBER), REFUSED_BAD_NUMBER },
    { "... to a number that no trunk dials", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_NUMBER, .number = { "+999" }),
      REFUSED_NO_WAY_OUT },
    { "... to an emergency number", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_NUMBER, .number = { "112" }),
      REFUSED_TO_EMERGENCY },
    { "... to a number of a queue", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_QUEUE, .target_id = HELP,
            .number = { "1" }),
      REFUSED_BAD_NUMBER },
    { "... to number and queue", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_NUMBER, .target_id = HELP,
            .number = { "+420555" }),
      REFUSED_BAD_TARGET },
    { "... to hanging up on whom", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_HANG_UP, .target_id = 1),
      REFUSED_BAD_TARGET },
    { "... to no box", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_VOICEMAIL, .target_id = 1),
      REFUSED_NO_BOX },
    { "... to being busy, which a call that is answered cannot be", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_BUSY), REFUSED_NO_SUCH_WAY },
    { "... to a callback of which queue", ANN_FREE,
      AGAIN(.cause = RULE_CLOSED, .target = TO_CALLBACK, .target_id = HELP),
      REFUSED_BAD_TARGET },
    { "no rule is changed", ANN_FREE,
      AGAIN(.id = 9, .version = 1, .cause = RULE_CLOSED),
      REFUSED_NO_QUEUE_RULE },
    { "no rule is removed",
      ANN_FREE,
      { COMMAND_REMOVE_QUEUE_RULE, .as.remove_queue_rule = { 9, 1 } },
      REFUSED_NO_QUEUE_RULE },
    { "a queue that has rules is removed",
      ANN_FREE,
      { COMMAND_REMOVE_QUEUE, .as.remove_queue = { SALES, 1 } },
      REFUSED_IN_USE },
    { "a prompt that a rule announces is removed",
      ANN_FREE,
      { COMMAND_REMOVE_PROMPT, .as.remove_prompt = { PROMPT, 1 } },
      REFUSED_IN_USE },
    { "no queue is closed", ANN_FREE, CLOSE_QUEUE(9, 0, 0), REFUSED_NO_QUEUE },
    { "a queue is closed with no such prompt", ANN_FREE,
      CLOSE_QUEUE(SALES, 9, 0), REFUSED_NO_PROMPT },
    { "a queue is closed until yesterday", ANN_FREE,
      CLOSE_QUEUE(SALES, 0, UNTIL(-1)), REFUSED_UNTIL_IS_PAST },
    { "an open queue is opened", ANN_FREE, OPEN_QUEUE(SALES),
      REFUSED_ALREADY_SO },
    { "open queues are opened", ANN_FREE, OPEN_QUEUE(0), REFUSED_ALREADY_SO },
    { "no queue is opened", ANN_FREE, OPEN_QUEUE(9), REFUSED_NO_QUEUE },
    { "a digit that leads nowhere", WAITING, PRESS(1, "9"), REFUSED_NOT_ASKED },
};

static const struct command keyed =
    RULE(.cause = RULE_KEY, .moment = RULE_WHILE_WAITING, .key = { "1" },
         .target = TO_ANNOUNCEMENT, .target_id = PROMPT);

static void refuses(void **state)
{
    const struct refused_row *row = *state;
    static const struct command spoken = SPOKEN;
    struct story story;

    story_begin_in(&story, row->in);
    story_lead(&story, &spoken, 1);
    story_lead(&story, &keyed, 1);
    assert_int_equal(story_give(&story, &row->command), row->refusal);
    assert_int_equal(story.outbox.event_count, 0);
    story_end(&story);
}

static void refuses_what_is_so_or_closed(void **state)
{
    (void)state;
    struct story story;
    static const struct command close = CLOSE_QUEUE(HELP, 0, 0);
    static const struct command move = MOVE(1, HELP, 50);
    static const struct command transfer = TRANSFER(ANN, TO_QUEUE, HELP, "");

    story_begin_in(&story, WAITING);
    story_lead(&story, &close, 1);
    assert_int_equal(story_give(&story, &close), REFUSED_ALREADY_SO);
    assert_int_equal(story_give(&story, &move), REFUSED_QUEUE_IS_CLOSED);
    story_end(&story);

    story_begin_in(&story, TALKING);
    story_lead(&story, &close, 1);
    assert_int_equal(story_give(&story, &transfer), REFUSED_QUEUE_IS_CLOSED);
    story_end(&story);
}

static void refuses_a_rule_too_many(void **state)
{
    (void)state;
    struct story story;
    struct command rule = RULE(.cause = RULE_CLOSED, .target = TO_HANG_UP);
    char *name = rule.as.set_queue_rule.name.text;

    story_begin(&story);
    for (int i = 0; i < 32; i++) {
        name[1] = (char)('a' + i / 8);
        name[2] = (char)('a' + i % 8);
        story_lead(&story, &rule, 1);
    }

    name[3] = 'x';
    assert_int_equal(story_give(&story, &rule), REFUSED_TOO_MANY);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, goes_elsewhere, rule_rows);
    TEST_LIST_ADD_ROWS(&list, greets, greeting_rows);
    TEST_LIST_ADD(&list, who_would_wait_too_long_leaves);
    TEST_LIST_ADD(&list, the_last_in_line_leaves_and_no_more);
    TEST_LIST_ADD(&list, who_was_found_so_once_stays);
    TEST_LIST_ADD(&list, who_comes_to_an_empty_line_is_asked_about_twice);
    TEST_LIST_ADD(&list, where_nothing_is_known_nobody_leaves);
    TEST_LIST_ADD(&list, without_the_rule_nobody_is_asked_about);
    TEST_LIST_ADD_ROWS(&list, refuses, refused_rows);
    TEST_LIST_ADD(&list, refuses_what_is_so_or_closed);
    TEST_LIST_ADD(&list, refuses_a_rule_too_many);
    return test_list_run(&list);
}
