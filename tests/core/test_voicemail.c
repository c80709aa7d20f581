/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for boxes, those who leave messages, and the messages. */

#include "core/core.h"

#include <string.h>

#include "core/calendar_day.h"
#include "core/voicemail.h"
#include "tests/core/story.h"
#include "tests/test.h"

enum { POST = 1, OWN = 2, NUMBER = 1 };

static const int64_t DAY = INT64_C(86400) * SECOND_US;

/* clang-format off */
#define BOX_OF(most, ...)                                                      \
    { COMMAND_SET_BOX,                                                         \
      .as.set_box = { .min_ms = 1000, .max_ms = 60000, .silence_ms = 6000,     \
                      .max_messages = most, .keep_days = 90, .undo_days = 30,  \
                      .pin_tries = 5, .pin_lock_ms = 60000,                    \
                      __VA_ARGS__ } }
#define BOX(...) BOX_OF(2, __VA_ARGS__)
#define BEEPED(name) \
    { COMMAND_BEEPED, .as.beeped = { SERIAL_OF(EFFECT_BEEP), { name } } }
#define QUIET(id) { COMMAND_SPEAKER_SILENT, .as.speaker_silent = { id } }
#define SAID(id, us, outline)                                                  \
    { COMMAND_RECORDED, .as.recorded = { .recording_id = id, .length_us = us,  \
                                         .bytes = us, .peaks = { outline } } }
#define HEARD_ALL { COMMAND_PROMPT_ENDED, \
                    .as.prompt_ended = { SERIAL_OF(EFFECT_PLAY_MESSAGE), 0 } }
#define MARK(id, state) { COMMAND_MARK_MESSAGE, .as.mark_message = { id, state } }
#define GIVE(id, agent) { COMMAND_ASSIGN_MESSAGE, .as.assign_message = { id, agent } }
#define FORWARD(id, box) \
    { COMMAND_FORWARD_MESSAGE, .as.forward_message = { id, box, { "note" } } }
/* clang-format on */

static const struct command boxes[] = {
    BOX(.name = { "post" }, .queue_id = SALES, .extension = { "700" },
        .rule = BOX_RULE_ROUND_ROBIN),
    BOX(.name = { "own" }, .agent_id = ANN),
};

static void lead(struct story *story, const struct command *commands,
                 size_t count)
{
    story_lead(story, commands, count);
}

#define LEAD(story, ...)                                                       \
    lead(story, (const struct command[]){ __VA_ARGS__ },                       \
         sizeof((const struct command[]){ __VA_ARGS__ }) /                     \
             sizeof(struct command))

static void begin(struct story *story)
{
    story_begin(story);
    lead(story, boxes, ARRAY_LEN(boxes));
}

/* Phone 2 dials the box, and is greeted. */
static void greet(struct story *story)
{
    begin(story);
    LEAD(story, PHONE_CALLS(9, 2, "700"), CONNECTED);
}

/* ... and speaks. */
static void speak(struct story *story)
{
    greet(story);
    LEAD(story, PROMPT_ENDS(false), BEEPED("object-1"));
}

static void leave(struct story *story)
{
    speak(story);
    LEAD(story, CALLER_HANGS_UP(1), SAID(NUMBER, 3 * SECOND_US, "00zz00 0000"));
}

static void expect(const struct story *story, const char *expected)
{
    static char text[STORY_TEXT_SIZE];

    story_summary(&story->outbox, text);
    assert_string_equal(text, expected);
}

static const struct message_row *message_of(const struct story *story)
{
    return state_message(core_state(story->core), NUMBER);
}

static const struct mailbox_row *mailbox_of(const struct story *story,
                                            uint64_t box_id)
{
    return state_mailbox(core_state(story->core), box_id);
}

static int give(struct story *story, const struct command *command)
{
    outbox_clear(&story->outbox);
    return story_give(story, command);
}

/* The way of a caller. */

struct way_row {
    const char *says;
    void (*in)(struct story *story);
    struct command command;
    const char *expected;
};

static void choose(struct story *story)
{
    speak(story);
    LEAD(story, PRESS(1, "#"), SAID(NUMBER, 3 * SECOND_US, "zz 00"));
}

static void hear(struct story *story)
{
    choose(story);
    LEAD(story, PRESS(1, "1"));
}

static const struct way_row way_rows[] = {
    { "a greeting that has ended is followed by the tone", greet,
      PROMPT_ENDS(false), "voicemail_went_on +beep" },
    { "... also when it could not be played", greet, PROMPT_ENDS(true),
      "voicemail_went_on +beep" },
    { "# skips it", greet, PRESS(1, "#"), "voicemail_went_on +beep" },
    { "# ends the message", speak, PRESS(1, "#"),
      "voicemail_went_on +play +stop_recording" },
    { "... and so does a silence", speak, QUIET(NUMBER),
      "voicemail_went_on +play +stop_recording" },
    { "1 plays it", choose, PRESS(1, "1"), "voicemail_went_on +play_message" },
    { "... to its end", hear, HEARD_ALL, "voicemail_went_on +play" },
    { "... or until a key is pressed", hear, PRESS(1, "5"),
      "voicemail_went_on +play" },
    { "2 throws it away and begins anew", choose, PRESS(1, "2"),
      "message_taken_back message_dropped recording_deleted voicemail_went_on "
      "+remove_recording +beep" },
    { "3 makes it urgent", choose, PRESS(1, "3"),
      "message_urgent voicemail_went_on +play" },
    { "# sends it", choose, PRESS(1, "#"), "voicemail_went_on +play" },
    { "another key says the choices again", choose, PRESS(1, "9"),
      "voicemail_went_on +play" },
    { "0 does nothing but that without an operator", choose, PRESS(1, "0"),
      "voicemail_went_on +play" },
    { "who hangs up has sent it", choose, CALLER_HANGS_UP(1),
      "voicemail_left message_left contact_ended" },
    { "... also before it is whole", speak, CALLER_HANGS_UP(1),
      "voicemail_left contact_ended +stop_recording" },
    { "a supervisor who ends it loses nothing", choose, END_CONTACT(1),
      "voicemail_left message_left contact_ended +hang_up" },
};

static void goes(void **state)
{
    const struct way_row *row = *state;
    struct story story;

    row->in(&story);
    assert_int_equal(give(&story, &row->command), 0);
    expect(&story, row->expected);
    story_end(&story);
}

static void is_recorded_after_the_tone(void **state)
{
    (void)state;
    struct story story;

    greet(&story);
    LEAD(&story, PROMPT_ENDS(false));
    assert_int_equal(give(&story, &(const struct command)BEEPED("object-1")),
                     0);
    expect(&story, "recording_started voicemail_went_on +record");
    assert_int_equal(story.outbox.effects[0].silence_ms, 6000);
    story_end(&story);
}

static void ends_without_a_file(void **state)
{
    (void)state;
    struct story story;

    greet(&story);
    LEAD(&story, PROMPT_ENDS(false));
    assert_int_equal(give(&story, &(const struct command)BEEPED("")), 0);
    expect(&story, "voicemail_left contact_ended +hang_up");
    story_end(&story);
}

/* Nobody stays for ever: the longest time, then the time to choose. */
static void every_stage_has_an_end(void **state)
{
    (void)state;
    struct story story;

    speak(&story);
    story_wait(&story, 60 * SECOND_US);
    expect(&story, "voicemail_went_on +play +stop_recording");
    LEAD(&story, SAID(NUMBER, 60 * SECOND_US, "zz 00"), PROMPT_ENDS(false));
    story_wait(&story, 10 * SECOND_US);
    expect(&story, "voicemail_went_on +play");
    assert_int_equal(contact_of(&story, 1)->box_stage, BOX_STAGE_GOODBYE);
    assert_int_equal(give(&story, &(const struct command)PROMPT_ENDS(false)),
                     0);
    expect(&story, "voicemail_left message_left contact_ended +hang_up");
    story_end(&story);
}

struct loss_row {
    const char *says;
    struct command command;
    enum message_loss why;
};

static const struct loss_row loss_rows[] = {
    { "less than the box wants is not kept",
      SAID(NUMBER, SECOND_US - 1, "zz 00"), MESSAGE_TOO_SHORT },
    { "a silence is not kept", SAID(NUMBER, 5 * SECOND_US, "00eee0 00zz"),
      MESSAGE_SILENT },
    { "what the disk has nothing of is none", SAID(NUMBER, 0, ""),
      MESSAGE_NOT_KEPT },
};

static void is_lost(void **state)
{
    const struct loss_row *row = *state;
    struct story story;

    speak(&story);
    LEAD(&story, CALLER_HANGS_UP(1));
    assert_int_equal(give(&story, &row->command), 0);

    const struct event *dropped = &story.outbox.events[1];

    assert_int_equal(dropped->type, EVENT_MESSAGE_DROPPED);
    assert_int_equal(dropped->as.message_dropped.why, row->why);
    assert_null(message_of(&story));
    assert_int_equal(mailbox_of(&story, POST)->rows, 0);
    story_end(&story);
}

static void operator_takes_over(void **state)
{
    (void)state;
    struct story story;
    struct command box = BOX(.id = POST, .version = 1, .name = { "post" },
                             .extension = { "700" }, .operator_to = TO_QUEUE,
                             .operator_id = SALES);

    greet(&story);
    LEAD(&story, box);
    assert_int_equal(give(&story, &(const struct command)PRESS(1, "0")), 0);
    expect(&story, "voicemail_left contact_queued +play_music");
    story_end(&story);
}

/* Which greeting is heard. */

struct greeting_row {
    const char *says;
    const char *from, *until;
    enum box_greeting greeting;
    int64_t east_h; /* the house's clock against UTC, where it is midnight */
};

static const struct greeting_row greeting_rows[] = {
    { "without a holiday it is the usual one", "", "", GREETING_STANDARD, 0 },
    { "on the first day it is the holiday's", "2026-01-01", "2026-01-07",
      GREETING_HOLIDAY, 0 },
    { "on the last day, too", "2025-12-24", "2026-01-01", GREETING_HOLIDAY, 0 },
    { "the day after it is over", "2025-12-24", "2025-12-31", GREETING_STANDARD,
      0 },
    { "the day before it has not begun", "2026-01-02", "2026-01-07",
      GREETING_STANDARD, 0 },
    { "west of there the day before goes on", "2026-01-01", "2026-01-07",
      GREETING_STANDARD, -8 },
    { "... and is the holiday's last one", "2025-12-24", "2025-12-31",
      GREETING_HOLIDAY, -8 },
    { "east of there it is the same day", "2026-01-01", "2026-01-01",
      GREETING_HOLIDAY, 14 },
};

static void greets(void **state)
{
    const struct greeting_row *row = *state;
    struct story story;
    struct command box = BOX(.id = POST, .version = 1, .name = { "post" },
                             .extension = { "700" });

    struct zone house = {
        .change_count = 1,
        .changes = { { INT64_MIN, row->east_h * 3600 * INT64_C(1000000) } },
    };

    begin(&story);
    assert_int_equal(core_set_zone(story.core, &house), 0);
    memcpy(box.as.set_box.holiday_from.text, row->from, strlen(row->from));
    memcpy(box.as.set_box.holiday_until.text, row->until, strlen(row->until));
    LEAD(&story, box, PHONE_CALLS(9, 2, "700"));
    assert_int_equal(give(&story, &(const struct command)CONNECTED), 0);
    assert_int_equal(story.outbox.events[1].type, EVENT_VOICEMAIL_ENTERED);
    assert_int_equal(story.outbox.events[1].as.voicemail_entered.greeting,
                     row->greeting);
    story_end(&story);
}

static void days_are_counted(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t day; /* -1: none */
    } rows[] = {
        { "1970-01-01", 0 },
        { "1970-12-31", 364 },
        { "2000-02-29", 11016 },
        { "2026-01-01", WALL_US / 86400000000 },
        { "2100-02-29", -1 },
        { "2026-02-29", -1 },
        { "2026-13-01", -1 },
        { "2026-00-01", -1 },
        { "2026-04-31", -1 },
        { "1969-12-31", -1 },
        { "2026-1-1", -1 },
        { "2026/01/01", -1 },
        { "", -1 },
        { "2026-01-0a", -1 },
    };

    for (size_t i = 0; i < ARRAY_LEN(rows); i++) {
        int64_t day = -1;

        assert_int_equal(calendar_day_read(rows[i].text, &day),
                         rows[i].day >= 0);
        assert_int_equal(day, rows[i].day);
    }
}

/* Messages. */

static void box_counts(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    assert_int_equal(mailbox_of(&story, POST)->fresh, 1);
    assert_int_equal(message_of(&story)->agent_id, ANN);
    LEAD(&story, MARK(NUMBER, MESSAGE_HEARD));
    assert_int_equal(mailbox_of(&story, POST)->fresh, 0);
    assert_int_equal(mailbox_of(&story, POST)->old, 1);
    LEAD(&story, FORWARD(NUMBER, OWN));
    assert_int_equal(mailbox_of(&story, POST)->rows, 0);
    assert_int_equal(mailbox_of(&story, OWN)->fresh, 1);
    assert_int_equal(message_of(&story)->agent_id, 0);
    story_end(&story);
}

/* One after the other, and from the beginning again. */
static void turns_go_round(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    LEAD(&story, PHONE_CALLS(10, 2, "700"), CONNECTED, PROMPT_ENDS(false),
         BEEPED("object-2"), CALLER_HANGS_UP(2),
         SAID(2, 3 * SECOND_US, "zz 00"));
    assert_int_equal(state_message(core_state(story.core), 2)->agent_id, BOB);
    LEAD(&story, FORWARD(NUMBER, OWN), FORWARD(NUMBER, POST));
    assert_int_equal(message_of(&story)->agent_id, ANN);
    story_end(&story);
}

/* While somebody is there, those who are not have no turn. */
static void who_is_away_has_no_turn(void **state)
{
    (void)state;
    struct story story;

    begin(&story);
    LEAD(&story, LOG_IN(BOB));
    for (uint64_t n = 1; n <= 2; n++) {
        LEAD(&story, PHONE_CALLS(10 + n, 2, "700"), CONNECTED,
             PROMPT_ENDS(false), BEEPED("object"), CALLER_HANGS_UP(n),
             SAID(n, 3 * SECOND_US, "zz 00"));
        assert_int_equal(state_message(core_state(story.core), n)->agent_id,
                         BOB);
        LEAD(&story, MARK(n, MESSAGE_DELETED));
    }
    story_end(&story);
}

static void full_box_takes_no_more(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    LEAD(&story, PHONE_CALLS(10, 2, "700"), CONNECTED, PROMPT_ENDS(false),
         BEEPED("object-2"), CALLER_HANGS_UP(2),
         SAID(2, 3 * SECOND_US, "zz 00"), PHONE_CALLS(11, 2, "700"), CONNECTED);
    assert_true(contact_of(&story, 3)->box_full);
    assert_int_equal(give(&story, &(const struct command)PRESS(3, "#")),
                     REFUSED_NOT_ASKED);
    assert_int_equal(give(&story, &(const struct command)PROMPT_ENDS(false)),
                     0);
    expect(&story, "voicemail_left contact_ended +hang_up");
    story_end(&story);
}

/* Whoever has heard that nothing can be left there is not left alone. */
static void full_box_hands_its_caller_on(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    LEAD(&story, PHONE_CALLS(10, 2, "700"), CONNECTED, PROMPT_ENDS(false),
         BEEPED("object-2"), CALLER_HANGS_UP(2),
         SAID(2, 3 * SECOND_US, "zz 00"),
         BOX(.id = POST, .version = 1, .name = { "post" },
             .extension = { "700" }, .operator_to = TO_QUEUE,
             .operator_id = SALES),
         PHONE_CALLS(11, 2, "700"), CONNECTED);
    assert_true(contact_of(&story, 3)->box_full);
    assert_int_equal(give(&story, &(const struct command)PROMPT_ENDS(false)),
                     0);
    expect(&story, "voicemail_left contact_queued +play_music");
    assert_int_equal(contact_of(&story, 3)->queue_id, SALES);
    story_end(&story);
}

/* The box of a queue that is closed leads back to it, and both take nobody: who
   was told so once is not told so until giving up. */
static void full_box_of_a_closed_queue_ends_it(void **state)
{
    (void)state;
    static const struct command closed = { COMMAND_SET_QUEUE_RULE,
                                           .as.set_queue_rule = {
                                               .name = { "closed" },
                                               .queue_id = SALES,
                                               .cause = RULE_NOBODY_LOGGED_IN,
                                               .target = TO_VOICEMAIL,
                                               .target_id = POST } };
    struct story story;

    leave(&story);
    LEAD(&story, closed,
         BOX_OF(1, .id = POST, .version = 1, .name = { "post" },
                .extension = { "700" }, .operator_to = TO_QUEUE,
                .operator_id = SALES),
         ARRIVES(20, "+4202"), CONNECTED);
    assert_true(contact_of(&story, 2)->box_full);
    assert_int_equal(give(&story, &(const struct command)PROMPT_ENDS(false)),
                     0);
    expect(&story, "voicemail_left queue_diverted contact_ended +hang_up");
    story_end(&story);
}

/* ... unless something can be left elsewhere. */
static void full_box_leads_by_a_closed_queue_to_one_with_room(void **state)
{
    (void)state;
    static const struct command closed = { COMMAND_SET_QUEUE_RULE,
                                           .as.set_queue_rule = {
                                               .name = { "closed" },
                                               .queue_id = SALES,
                                               .cause = RULE_NOBODY_LOGGED_IN,
                                               .target = TO_VOICEMAIL,
                                               .target_id = OWN } };
    struct story story;

    leave(&story);
    LEAD(&story, closed,
         BOX_OF(1, .id = POST, .version = 1, .name = { "post" },
                .extension = { "700" }, .operator_to = TO_QUEUE,
                .operator_id = SALES),
         PHONE_CALLS(10, 2, "700"), CONNECTED);
    assert_int_equal(give(&story, &(const struct command)PROMPT_ENDS(false)),
                     0);
    expect(&story, "voicemail_left queue_diverted voicemail_entered +play");
    assert_false(contact_of(&story, 2)->box_full);
    story_end(&story);
}

/* ... nor does anybody have to listen to it to the end. */
static void full_box_knows_the_key_to_the_operator(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    LEAD(&story,
         BOX_OF(1, .id = POST, .version = 1, .name = { "post" },
                .extension = { "700" }, .operator_to = TO_QUEUE,
                .operator_id = SALES),
         PHONE_CALLS(10, 2, "700"), CONNECTED);
    assert_true(contact_of(&story, 2)->box_full);
    assert_int_equal(give(&story, &(const struct command)PRESS(2, "0")), 0);
    expect(&story, "voicemail_left contact_queued +play_music");
    story_end(&story);
}

#define LEADS_TO_POST(id_, version_, share2_)                                  \
    {                                                                          \
        COMMAND_SET_RULE, .as.set_rule = {                                     \
            .id = id_,                                                         \
            .version = version_,                                               \
            .name = { "a" },                                                   \
            .position = 1,                                                     \
            .enabled = true,                                                   \
            .share = 1,                                                        \
            .to = TO_VOICEMAIL,                                                \
            .to_id = POST,                                                     \
            .to2 = TO_QUEUE,                                                   \
            .to2_id = SALES,                                                   \
            .share2 = share2_,                                                 \
            .to3 = TO_FLOW                                                     \
        }                                                                      \
    }

/* Of a rule's destinations the next one, and if there is none the full box,
   which says so. */
static void full_box_gives_way_to_the_next_destination(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    LEAD(&story, LEADS_TO_POST(0, 0, 1), ARRIVES(20, "+4202"));
    assert_int_equal(contact_of(&story, 2)->to, TO_VOICEMAIL);
    LEAD(&story,
         BOX_OF(1, .id = POST, .version = 1, .name = { "post" },
                .extension = { "700" }),
         ARRIVES(21, "+42021"));
    assert_int_equal(contact_of(&story, 3)->to, TO_QUEUE);
    assert_int_equal(contact_of(&story, 3)->to_id, SALES);
    LEAD(&story, LEADS_TO_POST(1, 1, 0), ARRIVES(22, "+42022"));
    assert_int_equal(contact_of(&story, 4)->to, TO_VOICEMAIL);
    story_end(&story);
}

/* clang-format off */
#define LEADS(...) \
    { COMMAND_SET_RULE, \
      .as.set_rule = { .name = { "a" }, .position = 1, .enabled = true, \
                       .share = 1, __VA_ARGS__ } }
#define FULL(...) \
    BOX_OF(1, .id = POST, .version = 1, .name = { "post" }, \
           .extension = { "700" }, __VA_ARGS__)
/* clang-format on */

static const struct full_row {
    const char *says;
    struct command box, rule;
    bool is_busy; /* the rule's number, first */
    enum destination to;
} full_rows[] = {
    { "to be hung up on is no other way than a full box",
      FULL(.operator_to = TO_HANG_UP),
      LEADS(.to = TO_VOICEMAIL, .to_id = POST, .to2 = TO_HANG_UP, .share2 = 1),
      false, TO_VOICEMAIL },
    { "... nor is a busy tone", FULL(.operator_to = TO_HANG_UP),
      LEADS(.to = TO_VOICEMAIL, .to_id = POST, .to2 = TO_BUSY, .share2 = 1),
      false, TO_VOICEMAIL },
    { "... also when calls are shared", FULL(.operator_to = TO_HANG_UP),
      LEADS(.to = TO_VOICEMAIL, .to_id = POST, .to2 = TO_HANG_UP, .share2 = 1,
            .sharing = RULE_SHARES),
      false, TO_VOICEMAIL },
    { "a full box with an operator is a way itself",
      FULL(.operator_to = TO_QUEUE, .operator_id = HELP),
      LEADS(.to = TO_VOICEMAIL, .to_id = POST, .to2 = TO_QUEUE, .to2_id = SALES,
            .share2 = 1),
      false, TO_VOICEMAIL },
    { "behind a number that is not reached it gives way, too",
      FULL(.operator_to = TO_HANG_UP),
      LEADS(.to = TO_NUMBER, .number = { "+420555" }, .to2 = TO_VOICEMAIL,
            .to2_id = POST, .share2 = 1, .to3 = TO_QUEUE, .to3_id = SALES,
            .share3 = 1),
      true, TO_QUEUE },
    { "... and says that it is full when there is no other way",
      FULL(.operator_to = TO_HANG_UP),
      LEADS(.to = TO_NUMBER, .number = { "+420555" }, .to2 = TO_VOICEMAIL,
            .to2_id = POST, .share2 = 1, .to3 = TO_HANG_UP, .share3 = 1),
      true, TO_VOICEMAIL },
};

static void full_box_is_weighed_with_the_other_ways(void **state)
{
    const struct full_row *row = *state;
    const struct contact_row *contact;
    struct story story;

    leave(&story);
    LEAD(&story, row->box, row->rule, ARRIVES(20, "+4202"), CONNECTED);
    if (row->is_busy)
        LEAD(&story, FAILED(EFFECT_DIAL, OFFER_BUSY));
    contact = contact_of(&story, 2);
    assert_int_equal(contact->place,
                     row->to == TO_QUEUE ? PLACE_QUEUE : PLACE_VOICEMAIL);
    story_end(&story);
}

/* ... and of the calls to an agent the queue, as if that one had none. */
static void full_box_of_an_agent_takes_nobody(void **state)
{
    (void)state;
    struct story story;

    for (int is_full = 0; is_full < 2; is_full++) {
        leave(&story);
        if (is_full)
            LEAD(&story, FORWARD(NUMBER, OWN),
                 BOX_OF(1, .id = OWN, .version = 1, .name = { "own" },
                        .agent_id = ANN));
        LEAD(&story, LOG_IN(ANN), LOG_IN(BOB), AVAILABLE(ANN),
             PAUSE(BOB, LUNCH), PHONE_CALLS(30, 2, "301"), CONNECTED,
             REJECT(ANN));
        assert_int_equal(contact_of(&story, 2)->box_id, is_full ? 0 : OWN);
        story_end(&story);
    }
}

static void is_deleted_in_time(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    story_wait(&story, 90 * DAY - 2 * SECOND_US);
    expect(&story, "");
    story_wait(&story, 3 * SECOND_US);
    expect(&story, "message_marked");
    assert_int_equal(message_of(&story)->state, MESSAGE_DELETED);
    outbox_clear(&story.outbox);
    LEAD(&story, MARK(NUMBER, MESSAGE_NEW));
    story_wait(&story, 30 * DAY);
    expect(&story, "");
    LEAD(&story, MARK(NUMBER, MESSAGE_DELETED));
    story_wait(&story, 30 * DAY);
    expect(&story, "message_gone recording_deleted +remove_recording");
    assert_null(message_of(&story));
    story_end(&story);
}

static void saved_stays(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    LEAD(&story, MARK(NUMBER, MESSAGE_SAVED));
    story_wait(&story, 400 * DAY);
    expect(&story, "");
    assert_int_equal(message_of(&story)->state, MESSAGE_SAVED);
    story_end(&story);
}

/* Nothing of it is lost: neither by a stop nor by a start without one. */
static void survives_a_restart(void **state)
{
    (void)state;
    struct story story;

    speak(&story);
    LEAD(&story, START(SECOND_US));
    assert_int_equal(message_of(&story)->state, MESSAGE_BEING_LEFT);
    assert_int_equal(give(&story, &(const struct command)SAID(
                                      NUMBER, 2 * SECOND_US, "zz 00")),
                     0);
    expect(&story, "recording_ended message_left");

    struct state *copy = copy_of_state(core_state(story.core));

    assert_same_state(core_state(story.core), copy);
    state_free(copy);
    story_end(&story);
}

/* By which a console tells that one came, though the counts are the same. */
static void box_names_the_newest(void **state)
{
    (void)state;
    struct story story;

    speak(&story);
    assert_int_equal(mailbox_of(&story, POST)->newest, 0);
    LEAD(&story, CALLER_HANGS_UP(1), SAID(NUMBER, 3 * SECOND_US, "zz 00"));

    uint64_t first = mailbox_of(&story, POST)->newest;

    assert_int_not_equal(first, 0);
    LEAD(&story, MARK(NUMBER, MESSAGE_DONE), MARK(NUMBER, MESSAGE_NEW));
    assert_int_equal(mailbox_of(&story, POST)->newest, first);
    LEAD(&story, FORWARD(NUMBER, OWN));
    assert_int_equal(mailbox_of(&story, POST)->newest, first);
    assert_true(mailbox_of(&story, OWN)->newest > first);
    LEAD(&story, FORWARD(NUMBER, POST));
    assert_true(mailbox_of(&story, POST)->newest >
                mailbox_of(&story, OWN)->newest);
    story_end(&story);
}

/* ... who has picked up the phone; else it stays new. */
static void listener_has_heard_it(void **state)
{
    (void)state;
    static const struct command hears = { COMMAND_LISTENER_HEARS,
                                          .as.listener_hears = {
                                              ANN, SERIAL_OF(EFFECT_LISTEN) } };
    struct story story;

    leave(&story);
    LEAD(&story, LISTEN(NUMBER), LISTENING_OVER(ANN));
    assert_int_equal(message_of(&story)->state, MESSAGE_NEW);
    assert_int_equal(give(&story, &hears), REFUSED_NOT_ASKED);
    story_end(&story);

    leave(&story);
    assert_int_equal(give(&story, &(const struct command)LISTEN(NUMBER)), 0);
    expect(&story, "recording_listened listening_began +listen");
    assert_int_equal(message_of(&story)->state, MESSAGE_NEW);
    assert_int_equal(give(&story, &hears), 0);
    expect(&story, "message_marked");
    assert_int_equal(story.outbox.events[0].by, 2); /* Ann's user */
    assert_int_equal(message_of(&story)->state, MESSAGE_HEARD);
    assert_int_equal(give(&story, &hears), REFUSED_ALREADY_SO);
    assert_int_equal(
        give(&story, &(const struct command)NOTE_LISTENING(NUMBER)), 0);
    expect(&story, "recording_listened");
    story_end(&story);
}

static void goes_with_its_recording(void **state)
{
    (void)state;
    struct story story;

    leave(&story);
    assert_int_equal(
        give(&story, &(const struct command)DELETE_RECORDING(NUMBER)), 0);
    expect(&story, "recording_deleted message_gone +remove_recording");
    story_end(&story);
}

/* Refusals. */

struct refusal_row {
    const char *says;
    void (*in)(struct story *story);
    struct command command;
    enum refusal refusal;
};

static void deleted(struct story *story)
{
    leave(story);
    LEAD(story, MARK(NUMBER, MESSAGE_DELETED));
}

static void full(struct story *story)
{
    leave(story);
    LEAD(story,
         BOX_OF(1, .id = OWN, .version = 1, .name = { "own" }, .agent_id = ANN,
                .extension = { "701" }),
         PHONE_CALLS(10, 2, "701"), CONNECTED, PROMPT_ENDS(false),
         BEEPED("object-2"), CALLER_HANGS_UP(2),
         SAID(2, 3 * SECOND_US, "zz 00"));
}

#define REMOVE_BOX(id, version)                                                \
    {                                                                          \
        COMMAND_REMOVE_BOX, .as.remove_box = { id, version }                   \
    }

static const struct refusal_row refusal_rows[] = {
    { "a box of an agent and a queue", begin,
      BOX(.name = { "x" }, .agent_id = BOB, .queue_id = SALES),
      REFUSED_TWO_OWNERS },
    { "a box of an agent that there is not", begin,
      BOX(.name = { "x" }, .agent_id = 9), REFUSED_NO_AGENT },
    { "a box of a queue that there is not", begin,
      BOX(.name = { "x" }, .queue_id = 9), REFUSED_NO_QUEUE },
    { "a second box of an agent", begin, BOX(.name = { "x" }, .agent_id = ANN),
      REFUSED_BOX_TAKEN },
    { "a box that there is not", begin,
      BOX(.id = 9, .version = 1, .name = { "x" }), REFUSED_NO_BOX },
    { "an extension that a box has", begin,
      BOX(.name = { "x" }, .extension = { "700" }), REFUSED_EXTENSION_TAKEN },
    { "an extension that a queue has", begin,
      BOX(.name = { "x" }, .extension = { "300" }), REFUSED_EXTENSION_TAKEN },
    { "a greeting that there is not", begin,
      BOX(.name = { "x" }, .closed_id = 9), REFUSED_NO_PROMPT },
    { "half a holiday", begin,
      BOX(.name = { "x" }, .holiday_from = { "2026-12-24" }),
      REFUSED_BAD_HOLIDAY },
    { "a holiday that ends before it begins", begin,
      BOX(.name = { "x" }, .holiday_from = { "2026-12-24" },
          .holiday_until = { "2026-12-23" }),
      REFUSED_BAD_HOLIDAY },
    { "a day that there is not", begin,
      BOX(.name = { "x" }, .holiday_from = { "2026-02-29" },
          .holiday_until = { "2026-03-01" }),
      REFUSED_BAD_HOLIDAY },
    { "an operator who is an agent", begin,
      BOX(.name = { "x" }, .operator_to = TO_AGENT, .operator_id = ANN),
      REFUSED_BAD_OPERATOR },
    { "an operator's queue that there is not", begin,
      BOX(.name = { "x" }, .operator_to = TO_QUEUE, .operator_id = 9),
      REFUSED_NO_QUEUE },
    { "an operator's flow that there is not", begin,
      BOX(.name = { "x" }, .operator_to = TO_FLOW, .operator_id = 9),
      REFUSED_NO_FLOW },
    { "hanging up on somebody in particular", begin,
      BOX(.name = { "x" }, .operator_to = TO_HANG_UP, .operator_id = 1),
      REFUSED_BAD_VALUE },
    { "to remove a box with messages", leave, REMOVE_BOX(POST, 1),
      REFUSED_BOX_NOT_EMPTY },
    { "to remove a box that somebody speaks to", greet, REMOVE_BOX(POST, 1),
      REFUSED_IN_USE },
    { "to remove the agent of a box",
      begin,
      { COMMAND_REMOVE_AGENT, .as.remove_agent = { ANN, 1 } },
      REFUSED_IN_USE },
    { "a message that there is not", begin, MARK(7, MESSAGE_HEARD),
      REFUSED_NO_MESSAGE },
    { "a message that is being left", speak, MARK(NUMBER, MESSAGE_HEARD),
      REFUSED_NO_MESSAGE },
    { "a state that is none of people's", leave,
      MARK(NUMBER, MESSAGE_BEING_LEFT), REFUSED_BAD_VALUE },
    { "the same state", leave, MARK(NUMBER, MESSAGE_NEW), REFUSED_ALREADY_SO },
    { "to give it to nobody there is", leave, GIVE(NUMBER, 9),
      REFUSED_NO_AGENT },
    { "to give it to whose it is", leave, GIVE(NUMBER, ANN),
      REFUSED_ALREADY_SO },
    { "to give away a deleted one", deleted, GIVE(NUMBER, BOB),
      REFUSED_MESSAGE_DELETED },
    { "to forward a deleted one", deleted, FORWARD(NUMBER, OWN),
      REFUSED_MESSAGE_DELETED },
    { "to forward it to where it is", leave, FORWARD(NUMBER, POST),
      REFUSED_ALREADY_SO },
    { "to forward it to no box", leave, FORWARD(NUMBER, 9), REFUSED_NO_BOX },
    { "to forward it to a full box", full, FORWARD(NUMBER, OWN),
      REFUSED_BOX_FULL },
    { "the end of a tone that nobody hears", speak, BEEPED("object-9"),
      REFUSED_NOT_ASKED },
    { "the silence of who does not speak", choose, QUIET(NUMBER),
      REFUSED_NOT_ASKED },
    { "a key while one speaks", speak, PRESS(1, "5"), REFUSED_NOT_ASKED },
};

static void refuses(void **state)
{
    const struct refusal_row *row = *state;
    struct story story;

    row->in(&story);

    struct state *before = copy_of_state(core_state(story.core));

    assert_int_equal(give(&story, &row->command), row->refusal);
    assert_same_state(core_state(story.core), before);
    state_free(before);
    story_end(&story);
}

/* Overflow. */

static void queue_leads_there(void **state)
{
    (void)state;
    struct story story;
    struct command queue = { .type = COMMAND_SET_QUEUE };

    begin(&story);
    queue.as.set_queue =
        *(const struct command_set_queue *)(const void *)state_queue(
            core_state(story.core), SALES);
    queue.as.set_queue.overflow_to = TO_VOICEMAIL;
    queue.as.set_queue.overflow_id = POST;
    queue.as.set_queue.max_wait_ms = 5000;
    LEAD(&story, queue, ARRIVES(9, "+4202"), CONNECTED);
    story_wait(&story, 5 * SECOND_US);
    expect(&story, "queue_left voicemail_entered +play");
    assert_int_equal(contact_of(&story, 1)->place, PLACE_VOICEMAIL);
    assert_int_equal(
        give(&story, &(const struct command){ COMMAND_REMOVE_BOX,
                                              .as.remove_box = { POST, 1 } }),
        REFUSED_IN_USE);
    story_end(&story);
}

/* Which greeting is heard by whoever leaves a queue for this. */
static void causes_have_greetings(void **state)
{
    (void)state;
    static const bool closed[rule_cause_count] = {
        [RULE_NOBODY_LOGGED_IN] = true,
        [RULE_NOBODY_WORKS] = true,
        [RULE_CLOSED] = true,
    };

    for (int cause = 0; cause < rule_cause_count; cause++)
        assert_int_equal(is_cause_of_closed((enum rule_cause)cause),
                         closed[cause]);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, goes, way_rows);
    TEST_LIST_ADD(&list, is_recorded_after_the_tone);
    TEST_LIST_ADD(&list, ends_without_a_file);
    TEST_LIST_ADD(&list, every_stage_has_an_end);
    TEST_LIST_ADD_ROWS(&list, is_lost, loss_rows);
    TEST_LIST_ADD(&list, operator_takes_over);
    TEST_LIST_ADD_ROWS(&list, greets, greeting_rows);
    TEST_LIST_ADD(&list, days_are_counted);
    TEST_LIST_ADD(&list, box_counts);
    TEST_LIST_ADD(&list, turns_go_round);
    TEST_LIST_ADD(&list, who_is_away_has_no_turn);
    TEST_LIST_ADD(&list, full_box_takes_no_more);
    TEST_LIST_ADD(&list, full_box_hands_its_caller_on);
    TEST_LIST_ADD(&list, full_box_of_a_closed_queue_ends_it);
    TEST_LIST_ADD(&list, full_box_leads_by_a_closed_queue_to_one_with_room);
    TEST_LIST_ADD(&list, full_box_gives_way_to_the_next_destination);
    TEST_LIST_ADD_ROWS(&list, full_box_is_weighed_with_the_other_ways,
                       full_rows);
    TEST_LIST_ADD(&list, full_box_of_an_agent_takes_nobody);
    TEST_LIST_ADD(&list, full_box_knows_the_key_to_the_operator);
    TEST_LIST_ADD(&list, is_deleted_in_time);
    TEST_LIST_ADD(&list, saved_stays);
    TEST_LIST_ADD(&list, survives_a_restart);
    TEST_LIST_ADD(&list, box_names_the_newest);
    TEST_LIST_ADD(&list, listener_has_heard_it);
    TEST_LIST_ADD(&list, goes_with_its_recording);
    TEST_LIST_ADD_ROWS(&list, refuses, refusal_rows);
    TEST_LIST_ADD(&list, queue_leads_there);
    TEST_LIST_ADD(&list, causes_have_greetings);
    return test_list_run(&list);
}
