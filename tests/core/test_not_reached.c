/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outside numbers that do not answer: the caller goes on by who sent it. */

#include <string.h>

#include "core/flow.h"
#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

enum { MADE = 6, STEPS = 22, BOX = 1 };

/* clang-format off */
#define MAKE_BOX \
    { COMMAND_SET_BOX, .as.set_box = { .name = { "box" }, .queue_id = SALES, \
      .max_ms = 60000, .max_messages = 10, .pin_tries = 5, \
      .pin_lock_ms = 60000, .keep_days = 30 } }
#define RULE(...) \
    { COMMAND_SET_RULE, .as.set_rule = { .name = { "a" }, .enabled = true, \
      .share = 1, .to2 = TO_FLOW, .to3 = TO_FLOW, __VA_ARGS__ } }
#define OUT(number_) .to = TO_NUMBER, .number = { number_ }
#define OUT2(number_) .to2 = TO_NUMBER, .number2 = { number_ }, .share2 = 1
#define OUT3(number_) .to3 = TO_NUMBER, .number3 = { number_ }, .share3 = 1
#define WAY(name_, ...) \
    { COMMAND_SET_QUEUE_RULE, .as.set_queue_rule = { .name = { name_ }, \
      .queue_id = SALES, __VA_ARGS__ } }
#define IN_VAIN(id_) PRESS(id_, "1"), BUSY
#define SIX_IN_VAIN(id_)                                                       \
    IN_VAIN(id_), IN_VAIN(id_), IN_VAIN(id_), IN_VAIN(id_), IN_VAIN(id_),      \
        IN_VAIN(id_)
#define LATE(name_) \
    WAY(name_, .cause = RULE_WAITED, .moment = RULE_WHILE_WAITING, TO_OUTSIDE)
#define TO_OUTSIDE .target = TO_NUMBER, .number = { "+420555" }
#define IN_BOX .target = TO_VOICEMAIL, .target_id = BOX
/* What is given of SALES; the rest stays as it is. */
#define SALES_IS(...) \
    { COMMAND_SET_QUEUE, .as.set_queue = { __VA_ARGS__ } }
/* Nothing but time, which no pause of an agent stands for here. */
#define NOTHING(seconds) PAUSE(0, seconds)
#define BUSY FAILED(EFFECT_DIAL, OFFER_BUSY)
#define NOBODY FAILED(EFFECT_DIAL, OFFER_NO_ANSWER)
/* clang-format on */

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Woverride-init"

/* What is made first, and then what comes; what the last wrote is claimed. */
static const struct sent_row {
    const char *says;
    struct command made[MADE];
    struct command steps[STEPS];
    int64_t wait_s; /* after the last step; then it is what waiting wrote */
    const char *wrote;
} sent_rows[] = {
    /* by a routing rule */
    { "a rule's number that is busy: its second destination takes the call",
      { RULE(OUT("+420555"), OUT2("+420556")) },
      { ARRIVES(1, "+4201"), CONNECTED, BUSY },
      0,
      "transfer_failed sent_on sent_outside +dial +ring_back" },
    { "... and its third, when that is silent",
      { MAKE_BOX, RULE(OUT("+420555"), OUT2("+420556"), .to3 = TO_VOICEMAIL,
                       .to3_id = BOX, .share3 = 1) },
      { ARRIVES(1, "+4201"), CONNECTED, BUSY, NOBODY },
      0,
      "transfer_failed sent_on voicemail_entered +play" },
    { "after the last of them nobody is called any more",
      { RULE(OUT("+420555"), OUT2("+420556"), OUT3("+420557")) },
      { ARRIVES(1, "+4201"), CONNECTED, BUSY, BUSY, BUSY },
      0,
      "transfer_failed contact_ended +hang_up" },
    { "one that cannot take it now is passed over",
      { RULE(OUT("+420555"), .to2 = TO_AGENT, .to2_id = ANN, .share2 = 1,
             .to3 = TO_QUEUE, .to3_id = SALES, .share3 = 1) },
      { ARRIVES(1, "+4201"), CONNECTED, BUSY },
      0,
      "transfer_failed sent_on contact_queued +play_music" },
    { "the entry's flow is a destination, too",
      { RULE(OUT("+420555"), .share2 = 1) },
      { ARRIVES(1, "+4202"), CONNECTED, BUSY },
      0,
      "transfer_failed sent_on flow_entered step_began step_ended "
      "contact_queued +stop_play +play_music" },
    { "in order: nobody goes back to one before",
      { RULE(.to = TO_AGENT, .to_id = ANN, OUT2("+420556")) },
      { ARRIVES(1, "+4201"), CONNECTED, LOG_IN(ANN), AVAILABLE(ANN), BUSY },
      0,
      "transfer_failed contact_ended +hang_up" },
    { "of those that share calls the others are tried, in a round",
      { RULE(.to = TO_AGENT, .to_id = ANN, OUT2("+420556"),
             .sharing = RULE_SHARES) },
      { ARRIVES(1, "+4201"), CONNECTED, LOG_IN(ANN), AVAILABLE(ANN), BUSY },
      0,
      "transfer_failed sent_on contact_queued offer_made +play_music +ring" },
    { "... each of them once",
      { RULE(OUT("+420555"), OUT2("+420556"), .sharing = RULE_SHARES) },
      { ARRIVES(1, "+4201"), CONNECTED, BUSY, BUSY },
      0,
      "transfer_failed contact_ended +hang_up" },
    { "of a rule that is gone meanwhile there is no other",
      { RULE(OUT("+420555"), OUT2("+420556")) },
      { ARRIVES(1, "+4201"),
        CONNECTED,
        { COMMAND_REMOVE_RULE, .as.remove_rule = { 1, 1 } },
        BUSY },
      0,
      "transfer_failed contact_ended +hang_up" },
    { "a number that is reached, and then hangs up, has done its work",
      { RULE(OUT("+420555"), OUT2("+420556")) },
      { ARRIVES(1, "+4201"),
        CONNECTED,
        ANSWERED(EFFECT_DIAL),
        BRIDGED,
        { COMMAND_LEG_HUNG_UP,
          .as.leg_hung_up = { .serial = SERIAL_OF(EFFECT_DIAL) } } },
      0,
      "outside_charged outside_ended contact_ended +hang_up" },

    /* an agent, by a routing rule */
    { "an agent who does not pick up: the rule's next destination takes the "
      "call",
      { RULE(.to = TO_AGENT, .to_id = ANN, .to2 = TO_QUEUE, .to2_id = HELP,
             .share2 = 1) },
      { LOG_IN(ANN), AVAILABLE(ANN), ARRIVES(1, "+4201"), CONNECTED,
        FAILED(EFFECT_RING, OFFER_NO_ANSWER) },
      0,
      "offer_ended queue_left sent_on contact_queued +play_music" },
    { "... so does it when the agent has been busy for as long as it says",
      { RULE(.to = TO_AGENT, .to_id = ANN, .to2 = TO_QUEUE, .to2_id = HELP,
             .share2 = 1, .agent_wait_ms = 15000) },
      { LOG_IN(ANN), AVAILABLE(ANN), ARRIVES(1, "+4201"), PAUSE(ANN, LUNCH),
        CONNECTED },
      15,
      "queue_left sent_on contact_queued +play_music" },
    { "... not before",
      { RULE(.to = TO_AGENT, .to_id = ANN, .to2 = TO_QUEUE, .to2_id = HELP,
             .share2 = 1, .agent_wait_ms = 15000) },
      { LOG_IN(ANN), AVAILABLE(ANN), ARRIVES(1, "+4201"), PAUSE(ANN, LUNCH),
        CONNECTED },
      14,
      "" },
    { "... after 30 s if it says nothing",
      { RULE(.to = TO_AGENT, .to_id = ANN, .to2 = TO_QUEUE, .to2_id = HELP,
             .share2 = 1) },
      { LOG_IN(ANN), AVAILABLE(ANN), ARRIVES(1, "+4201"), PAUSE(ANN, LUNCH),
        CONNECTED, NOTHING(29) },
      1,
      "queue_left sent_on contact_queued +play_music" },
    { "... to a number as well",
      { RULE(.to = TO_AGENT, .to_id = ANN, OUT2("+420556")) },
      { LOG_IN(ANN), AVAILABLE(ANN), ARRIVES(1, "+4201"), CONNECTED,
        REJECT(ANN) },
      0,
      "offer_ended queue_left sent_on sent_outside +stop_ringing +dial "
      "+ring_back" },
    { "... and from there to the third",
      { RULE(.to = TO_AGENT, .to_id = ANN, OUT2("+420556"), .to3 = TO_QUEUE,
             .to3_id = HELP, .share3 = 1) },
      { LOG_IN(ANN), AVAILABLE(ANN), ARRIVES(1, "+4201"), CONNECTED,
        REJECT(ANN), BUSY },
      0,
      "transfer_failed sent_on contact_queued +play_music" },
    { "without another it waits for anybody",
      { RULE(.to = TO_AGENT, .to_id = ANN, .agent_wait_ms = 15000) },
      { LOG_IN(ANN), AVAILABLE(ANN), ARRIVES(1, "+4201"), PAUSE(ANN, LUNCH),
        CONNECTED },
      15,
      "wanted_agent_given_up" },
    { "who is pulled by somebody else meanwhile is the rule's no more",
      { RULE(.to = TO_AGENT, .to_id = ANN, .to2 = TO_QUEUE, .to2_id = HELP,
             .share2 = 1) },
      { LOG_IN(ANN), AVAILABLE(ANN), LOG_IN(BOB), AVAILABLE(BOB),
        ARRIVES(1, "+4201"), CONNECTED, PULL(1, BOB), REJECT(BOB) },
      0,
      "offer_ended wanted_agent_given_up" },

    /* ... by a queue */
    { "an agent of a way out who does not take it: the next one goes",
      { MAKE_BOX,
        WAY("a", .cause = RULE_KEY, .moment = RULE_WHILE_WAITING,
            .key = { "1" }, .target = TO_AGENT, .target_id = ANN,
            .agent_wait_ms = 15000),
        SALES_IS(.max_wait_ms = 10000),
        WAY("w", .cause = RULE_WAITED, .moment = RULE_WHILE_WAITING,
            .target = TO_AGENT, .target_id = ANN, .agent_wait_ms = 15000),
        WAY("x", .cause = RULE_WAITED, .moment = RULE_WHILE_WAITING, IN_BOX) },
      { ARRIVES(1, "+42021"), CONNECTED, LOG_IN(ANN), NOTHING(10) },
      15,
      "queue_left sent_on voicemail_entered +play" },
    { "... without one it waits for anybody",
      { SALES_IS(.max_wait_ms = 10000),
        WAY("w", .cause = RULE_WAITED, .moment = RULE_WHILE_WAITING,
            .target = TO_AGENT, .target_id = ANN, .agent_wait_ms = 15000) },
      { ARRIVES(1, "+42021"), CONNECTED, LOG_IN(ANN), NOTHING(10) },
      15,
      "wanted_agent_given_up" },

    /* by a queue */
    { "a way out whose number is busy: the queue's next one goes",
      { MAKE_BOX, WAY("a", .cause = RULE_NOBODY_LOGGED_IN, TO_OUTSIDE),
        WAY("b", .cause = RULE_NOBODY_LOGGED_IN, IN_BOX) },
      { ARRIVES(1, "+42021"), CONNECTED, BUSY },
      0,
      "transfer_failed sent_on voicemail_entered +play" },
    { "... of another cause, if that holds",
      { MAKE_BOX, WAY("a", .cause = RULE_NOBODY_LOGGED_IN, TO_OUTSIDE),
        WAY("b", .cause = RULE_NOBODY_WORKS, IN_BOX) },
      { ARRIVES(1, "+42021"), CONNECTED, NOBODY },
      0,
      "transfer_failed sent_on voicemail_entered +play" },
    { "... not if it does not",
      { MAKE_BOX, WAY("a", .cause = RULE_NOBODY_LOGGED_IN, TO_OUTSIDE),
        WAY("b", .cause = RULE_CLOSED, IN_BOX) },
      { ARRIVES(1, "+42021"), CONNECTED, BUSY },
      0,
      "transfer_failed contact_ended +hang_up" },
    { "without another one its overflow takes the caller",
      { MAKE_BOX, SALES_IS(.overflow_to = TO_VOICEMAIL, .overflow_id = BOX),
        WAY("a", .cause = RULE_NOBODY_LOGGED_IN, TO_OUTSIDE) },
      { ARRIVES(1, "+42021"), CONNECTED, BUSY },
      0,
      "transfer_failed sent_on voicemail_entered +play" },
    { "who has waited too long, and is hung up on otherwise, waits on",
      { SALES_IS(.max_wait_ms = 60000),
        WAY("a", .cause = RULE_WAITED, .moment = RULE_WHILE_WAITING,
            TO_OUTSIDE) },
      { ARRIVES(1, "+42021"), CONNECTED, NOTHING(70), BUSY },
      0,
      "transfer_failed contact_queued +play_music" },
    { "... and the number is tried again after as long",
      { SALES_IS(.max_wait_ms = 60000),
        WAY("a", .cause = RULE_WAITED, .moment = RULE_WHILE_WAITING,
            TO_OUTSIDE) },
      { ARRIVES(1, "+42021"), CONNECTED, NOTHING(70), BUSY },
      70,
      "queue_left sent_outside +dial +ring_back" },
    { "... but no caller is sent out for ever",
      { SALES_IS(.max_wait_ms = 10000),
        WAY("a", .cause = RULE_WAITED, .moment = RULE_WHILE_WAITING,
            TO_OUTSIDE) },
      { ARRIVES(1, "+42021"), CONNECTED, NOTHING(11), BUSY, NOTHING(11), BUSY,
        NOTHING(11), BUSY, NOTHING(11), BUSY, NOTHING(11), BUSY, NOTHING(11),
        BUSY },
      11,
      "queue_left contact_ended +hang_up" },
    { "... it has a place in line after the sixth number, too",
      { SALES_IS(.max_wait_ms = 10000),
        WAY("a", .cause = RULE_WAITED, .moment = RULE_WHILE_WAITING,
            TO_OUTSIDE) },
      { ARRIVES(1, "+42021"), CONNECTED, NOTHING(11), BUSY, NOTHING(11), BUSY,
        NOTHING(11), BUSY, NOTHING(11), BUSY, NOTHING(11), BUSY, NOTHING(11),
        BUSY },
      0,
      "transfer_failed contact_queued +play_music" },
    { "... and then goes where the queue's overflow leads",
      { MAKE_BOX,
        SALES_IS(.max_wait_ms = 10000, .overflow_to = TO_VOICEMAIL,
                 .overflow_id = BOX),
        WAY("k", .cause = RULE_KEY, .moment = RULE_WHILE_WAITING,
            .key = { "1" }, TO_OUTSIDE),
        WAY("a", .cause = RULE_WAITED, .moment = RULE_WHILE_WAITING,
            TO_OUTSIDE) },
      { ARRIVES(1, "+42021"), CONNECTED, PRESS(1, "1"), BUSY, PRESS(1, "1"),
        BUSY, PRESS(1, "1"), BUSY, PRESS(1, "1"), BUSY, PRESS(1, "1"), BUSY,
        PRESS(1, "1"), BUSY },
      11,
      "queue_left voicemail_entered +play" },
    { "... unless another way out dials nobody",
      { MAKE_BOX, SALES_IS(.max_wait_ms = 10000),
        WAY("k", .cause = RULE_KEY, .moment = RULE_WHILE_WAITING,
            .key = { "1" }, TO_OUTSIDE),
        WAY("a", .cause = RULE_WAITED, .moment = RULE_WHILE_WAITING,
            TO_OUTSIDE),
        WAY("b", .cause = RULE_WAITED, .moment = RULE_WHILE_WAITING, IN_BOX) },
      { ARRIVES(1, "+42021"), CONNECTED, SIX_IN_VAIN(1) },
      11,
      "queue_left voicemail_entered +play" },
    { "... which the sixth one is followed by, too",
      { MAKE_BOX, SALES_IS(.max_wait_ms = 10000),
        WAY("k", .cause = RULE_KEY, .moment = RULE_WHILE_WAITING,
            .key = { "1" }, TO_OUTSIDE),
        LATE("a"), LATE("b"),
        WAY("c", .cause = RULE_WAITED, .moment = RULE_WHILE_WAITING, IN_BOX) },
      { ARRIVES(1, "+42021"), CONNECTED, PRESS(1, "1"), BUSY, PRESS(1, "1"),
        BUSY, PRESS(1, "1"), BUSY, PRESS(1, "1"), BUSY, PRESS(1, "1"), BUSY,
        NOTHING(11), BUSY },
      0,
      "transfer_failed sent_on voicemail_entered +play" },
    { "a long wait that is expected sends nobody to a seventh number",
      { SALES_IS(.handling_ms = 300000),
        WAY("k", .cause = RULE_KEY, .moment = RULE_WHILE_WAITING,
            .key = { "1" }, TO_OUTSIDE),
        WAY("e", .cause = RULE_ESTIMATE, .moment = RULE_WHILE_WAITING,
            .estimate_ms = 1000, TO_OUTSIDE) },
      { LOG_IN(ANN), AVAILABLE(ANN), ARRIVES(1, "+42021"), CONNECTED,
        ANSWERED(EFFECT_RING), BRIDGED, ARRIVES(2, "+42021"), CONNECTED,
        SIX_IN_VAIN(2), NOTHING(15) },
      10,
      "queue_estimated" },
    { "who pressed a key is back in line when the number is busy",
      { WAY("a", .cause = RULE_KEY, .moment = RULE_WHILE_WAITING,
            .key = { "1" }, TO_OUTSIDE) },
      { ARRIVES(1, "+42021"), CONNECTED, PRESS(1, "1"), BUSY },
      0,
      "transfer_failed contact_queued +play_music" },
    { "... whatever the overflow is",
      { MAKE_BOX, SALES_IS(.overflow_to = TO_VOICEMAIL, .overflow_id = BOX),
        WAY("a", .cause = RULE_KEY, .moment = RULE_WHILE_WAITING,
            .key = { "1" }, TO_OUTSIDE) },
      { ARRIVES(1, "+42021"), CONNECTED, PRESS(1, "1"), BUSY },
      0,
      "transfer_failed contact_queued +play_music" },
    { "... however many numbers were before",
      { WAY("a", .cause = RULE_KEY, .moment = RULE_WHILE_WAITING,
            .key = { "1" }, TO_OUTSIDE) },
      { ARRIVES(1, "+42021"), CONNECTED, PRESS(1, "1"), BUSY, PRESS(1, "1"),
        BUSY, PRESS(1, "1"), BUSY, PRESS(1, "1"), BUSY, PRESS(1, "1"), BUSY,
        PRESS(1, "1"), BUSY },
      0,
      "transfer_failed contact_queued +play_music" },
    { "... and after the sixth none is dialled, though there is another",
      { SALES_IS(.max_wait_ms = 10000), LATE("a"), LATE("b"),
        WAY("k", .cause = RULE_KEY, .moment = RULE_WHILE_WAITING,
            .key = { "1" }, TO_OUTSIDE) },
      { ARRIVES(1, "+42021"), CONNECTED, PRESS(1, "1"), BUSY, NOTHING(11), BUSY,
        BUSY, NOTHING(11), BUSY, BUSY, NOTHING(11), BUSY },
      0,
      "transfer_failed contact_queued +play_music" },
    { "a full line takes who was sent out of it when there is room again",
      { SALES_IS(.max_waiting = 1), WAY("a", .cause = RULE_FULL, TO_OUTSIDE) },
      { ARRIVES(1, "+42021"), CONNECTED, ARRIVES(2, "+42021"), CONNECTED,
        CALLER_HANGS_UP(1), BUSY },
      0,
      "transfer_failed contact_queued +play_music" },
    { "... not before",
      { SALES_IS(.max_waiting = 1), WAY("a", .cause = RULE_FULL, TO_OUTSIDE) },
      { ARRIVES(1, "+42021"), CONNECTED, ARRIVES(2, "+42021"), CONNECTED,
        BUSY },
      0,
      "transfer_failed contact_ended +hang_up" },
    { "whom somebody sends out of a line comes back to it",
      { NOTE_SECRET(DOCUMENT_USER, ROOT) },
      { ARRIVES(1, "+42021"), CONNECTED, WITHDRAW(1, TO_NUMBER, 0, "+420555"),
        BUSY },
      0,
      "transfer_failed contact_queued +play_music" },
};

#pragma GCC diagnostic pop

static void give(struct story *story, const struct command *step)
{
    outbox_clear(&story->outbox);
    if (step->type == COMMAND_PAUSE && step->as.pause.agent_id == 0)
        story_wait(story, (int64_t)step->as.pause.reason_id * SECOND_US);
    else
        assert_int_equal(story_give(story, step), 0);
}

static void make(struct story *story, const struct command *command)
{
    const struct command_set_queue *given = &command->as.set_queue;
    struct command queue = *command;
    struct command_set_queue *set = &queue.as.set_queue;

    if (command->type == COMMAND_SET_QUEUE) {
        memcpy(set, state_queue(core_state(story->core), SALES), sizeof(*set));
        set->max_wait_ms = given->max_wait_ms;
        set->overflow_to = given->overflow_to;
        set->overflow_id = given->overflow_id;
        if (given->max_waiting)
            set->max_waiting = given->max_waiting;
        if (given->handling_ms)
            set->handling_ms = given->handling_ms;
    }
    story_lead(story, &queue, 1);
}

static void goes_on(void **state)
{
    const struct sent_row *row = *state;
    static char text[STORY_TEXT_SIZE];
    struct story story;

    story_begin(&story);
    for (size_t i = 0; i < MADE && row->made[i].type; i++)
        make(&story, &row->made[i]);
    for (size_t i = 0; i < STEPS && row->steps[i].type; i++)
        give(&story, &row->steps[i]);
    if (row->wait_s) {
        outbox_clear(&story.outbox);
        story_wait(&story, row->wait_s * SECOND_US);
    }
    story_summary(&story.outbox, text);
    assert_string_equal(text, row->wrote);
    story_end(&story);
}

/* By a flow. */

enum { DIALS, SAID_BUSY, SAID_SILENT, SAID_ERROR };

static const struct flow_node nodes[] = {
    { .name = { "number" },
      .type = NODE_TRANSFER,
      .as.transfer_node = { .number = { "+420555" }, .priority = 50 },
      .exits = { [STEP_OTHER] = SAID_BUSY,
                 [STEP_TIMEOUT] = SAID_SILENT,
                 [STEP_ERROR] = SAID_ERROR } },
    REST("busy"),
    REST("silent"),
    REST("error"),
};

/* One that has nothing more to say: a node of flows made before it could. */
static const struct flow_node plain[] = {
    { .name = { "number" },
      .type = NODE_TRANSFER,
      .as.transfer_node = { .number = { "+420555" }, .priority = 50 },
      .exits = { [STEP_OTHER] = FLOW_EXIT_NONE,
                 [STEP_TIMEOUT] = FLOW_EXIT_NONE,
                 [STEP_ERROR] = SAID_ERROR } },
    REST("busy"),
    REST("silent"),
    REST("error"),
};

static const struct back_row {
    const char *says;
    const struct flow_node *nodes;
    struct command step;
    const char *at;
    const char *wrote;
} back_rows[] = {
    { "a caller whose number is busy is back in the flow", nodes, BUSY, "busy",
      "transfer_failed step_ended step_began +stop_play" },
    { "one who declines is busy", nodes, FAILED(EFFECT_DIAL, OFFER_REJECTED),
      "busy", "transfer_failed step_ended step_began +stop_play" },
    { "nobody who answers has an exit of its own", nodes, NOBODY, "silent",
      "transfer_failed step_ended step_began +stop_play" },
    { "what cannot be reached is an error", nodes,
      FAILED(EFFECT_DIAL, OFFER_FAILED), "error",
      "transfer_failed step_ended step_began +stop_play" },
    { "an exit left open leads where an error does", plain, BUSY, "error",
      "transfer_failed step_ended step_began +stop_play" },
    { "... each of them", plain, NOBODY, "error",
      "transfer_failed step_ended step_began +stop_play" },
};

static void comes_back(void **state)
{
    const struct back_row *row = *state;
    static char text[STORY_TEXT_SIZE];
    struct story story;

    begin_flow(&story, row->nodes, ARRAY_LEN(nodes));
    answer(&story);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_TRANSFER);
    outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &row->step), 0);
    story_summary(&story.outbox, text);
    assert_string_equal(text, row->wrote);
    assert_string_equal(place_of(&story, nodes), row->at);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_IVR);
    story_end(&story);
}

/* A circle that rests: it is busy, a while passes, and it is dialled again. */
static const struct flow_node stubborn[] = {
    { .name = { "number" },
      .type = NODE_TRANSFER,
      .as.transfer_node = { .number = { "+420555" }, .priority = 50 },
      .exits = { [STEP_OTHER] = 1, [STEP_TIMEOUT] = 1, [STEP_ERROR] = 2 } },
    { .name = { "while" },
      .type = NODE_WAIT,
      .as.wait_node.for_ms = 600000,
      .exits = { [STEP_DONE] = 0 } },
    REST("error"),
};

static void a_flow_dials_six_numbers_in_vain_and_no_more(void **state)
{
    static const struct command busy = BUSY;
    struct story story;

    (void)state;
    BEGIN(&story, stubborn);
    answer(&story);
    for (int i = 0; i < 6; i++) {
        assert_int_equal(contact_of(&story, 1)->place, PLACE_TRANSFER);
        story_lead(&story, &busy, 1);
        assert_string_equal(place_of(&story, stubborn), "while");
        story_wait(&story, 600 * (int64_t)SECOND_US);
    }
    assert_string_equal(place_of(&story, stubborn), "error");
    story_end(&story);
}

#define WHILE(next)                                                            \
    {                                                                          \
        .name = { "while" }, .type = NODE_WAIT, .as.wait_node.for_ms = 600000, \
        .exits = {                                                             \
            [STEP_DONE] = (next)                                               \
        }                                                                      \
    }

/* Three times forty minutes are two hours, whatever rang in between. */
static void a_number_in_vain_does_not_begin_the_time_in_a_flow_anew(
    void **state)
{
    static const struct flow_node slow[] = {
        { .name = { "number" },
          .type = NODE_TRANSFER,
          .as.transfer_node = { .number = { "+420555" }, .priority = 50 },
          .exits = { [STEP_OTHER] = 1, [STEP_TIMEOUT] = 1, [STEP_ERROR] = 5 } },
        WHILE(2),
        WHILE(3),
        WHILE(4),
        WHILE(0),
        REST("error"),
    };
    static const struct command busy = BUSY;
    struct story story;

    (void)state;
    BEGIN(&story, slow);
    answer(&story);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(contact_of(&story, 1)->place, PLACE_TRANSFER);
        story_wait(&story, SECOND_US);
        story_lead(&story, &busy, 1);
        assert_string_equal(place_of(&story, slow), "while");
        story_wait(&story, 2400 * (int64_t)SECOND_US);
    }
    assert_int_equal(state_system(core_state(story.core))->flow_time_limits, 1);
    story_end(&story);
}

static int64_t passed(const struct story *story, int64_t node,
                      enum step_exit exit, bool hung_up)
{
    const struct state *state = core_state(story->core);

    for (size_t i = 0; i < state_row_count(state, ROW_PASSAGE); i++) {
        const struct passage_row *row = state_row_at(state, ROW_PASSAGE, i);

        if (row->node == node && row->exit == exit && row->hung_up == hung_up)
            return row->callers;
    }

    return 0;
}

static void a_number_reached_is_the_way_out_of_the_flow(void **state)
{
    static const struct command reached[] = {
        ANSWERED(EFFECT_DIAL),
        BRIDGED,
    };
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    assert_int_equal(passed(&story, DIALS, STEP_DONE, false), 0);
    story_lead(&story, &reached[0], 1);
    story_lead(&story, &reached[1], 1);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_OUTSIDE);
    assert_int_equal(passed(&story, DIALS, STEP_DONE, false), 1);
    assert_int_equal(passed(&story, DIALS, STEP_OTHER, false), 0);
    story_end(&story);
}

static void who_hangs_up_while_it_rings_has_hung_up_there(void **state)
{
    static const struct command leaves = CALLER_HANGS_UP(1);
    struct story story;

    (void)state;
    BEGIN(&story, nodes);
    answer(&story);
    story_lead(&story, &leaves, 1);
    assert_int_equal(passed(&story, DIALS, STEP_DONE, true), 1);
    story_end(&story);
}

/* Where it was before the talk with a number that was not to be. */
static void a_flow_within_another_goes_on_and_comes_back(void **state)
{
    static const struct flow_node outer[] = {
        { .name = { "sub" },
          .type = NODE_SUB_FLOW,
          .as.sub_flow_node.flow_id = DIRECT,
          .exits = { [STEP_DONE] = 1, [STEP_ERROR] = FLOW_EXIT_NONE } },
        REST("home"),
    };
    static const struct flow_node inner[] = {
        { .name = { "number" },
          .type = NODE_TRANSFER,
          .as.transfer_node = { .number = { "+420555" }, .priority = 50 },
          .exits = { [STEP_OTHER] = 1, [STEP_TIMEOUT] = 1, [STEP_ERROR] = 1 } },
        { .name = { "back" }, .type = NODE_RETURN },
    };
    static const struct command call = ARRIVES(1, "+4201");
    static const struct command busy = BUSY;
    struct command set;
    struct story story;

    (void)state;
    story_begin(&story);
    set = flow_of(&story, DIRECT, inner, ARRAY_LEN(inner));
    story_lead(&story, &set, 1);
    set = flow_of(&story, MAIN, outer, ARRAY_LEN(outer));
    story_lead(&story, &set, 1);
    story_lead(&story, &call, 1);
    answer(&story);
    assert_int_equal(contact_of(&story, 1)->place, PLACE_TRANSFER);
    story_lead(&story, &busy, 1);
    assert_string_equal(place_of(&story, outer), "home");
    story_end(&story);
}

/* Up to the event that the number was not reached. */
static void a_journal_that_names_no_sender_is_folded_as_ever(void **state)
{
    static const struct command rule = RULE(OUT("+420555"));
    static const struct command steps[] = { ARRIVES(1, "+4201"), CONNECTED,
                                            BUSY };
    struct event event = { 0 };
    struct state *old;
    struct story story;

    (void)state;
    story_begin(&story);
    story_lead(&story, &rule, 1);
    old = copy_of_state(core_state(story.core));
    outbox_clear(&story.outbox);
    for (size_t i = 0; i < ARRAY_LEN(steps); i++)
        assert_int_equal(story_give(&story, &steps[i]), 0);
    for (size_t i = 0; event.type != EVENT_TRANSFER_FAILED; i++) {
        assert_true(i < story.outbox.event_count);
        event = story.outbox.events[i];
        if (event.type == EVENT_SENT_OUTSIDE)
            event.as.sent_outside.sender = SENDER_NONE;
        assert_int_equal(state_reserve(old, 1), 0);
        state_fold(old, &event);
    }
    assert_true(state_contact(old, 1)->is_sent);
    assert_int_equal(state_talk(old, 1)->sent_failed, 0);
    state_free(old);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, goes_on, sent_rows);
    TEST_LIST_ADD_ROWS(&list, comes_back, back_rows);
    TEST_LIST_ADD(&list, a_flow_dials_six_numbers_in_vain_and_no_more);
    TEST_LIST_ADD(&list,
                  a_number_in_vain_does_not_begin_the_time_in_a_flow_anew);
    TEST_LIST_ADD(&list, a_number_reached_is_the_way_out_of_the_flow);
    TEST_LIST_ADD(&list, who_hangs_up_while_it_rings_has_hung_up_there);
    TEST_LIST_ADD(&list, a_flow_within_another_goes_on_and_comes_back);
    TEST_LIST_ADD(&list, a_journal_that_names_no_sender_is_folded_as_ever);
    return test_list_run(&list);
}
