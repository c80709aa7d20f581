/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow that is tried by phone: the way of a caller, who disturbs nobody. */

#include <stdio.h>
#include <string.h>

#include "core/library.h"
#include "tests/core/callback_house.h"
#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

/* By user 2, who is Ann. */
#define TRY_IN(flow, letter, speech)                                           \
    {                                                                          \
        COMMAND_TRY_BY_PHONE, 2, .as.try_by_phone = {                          \
            flow,                                                              \
            { letter letter letter letter letter letter letter letter },       \
            speech,                                                            \
            1                                                                  \
        }                                                                      \
    }
#define DRAFT   "ffffffff"
#define UNKNOWN "99999999"
#define TRY     TRY_IN(MAIN, DRAFT, SPEAKS_CS)
#define PICKED_UP                                                              \
    {                                                                          \
        COMMAND_LEG_ANSWERED, .as.leg_answered = {                             \
            SERIAL_OF(EFFECT_CALL_VISITOR),                                    \
            77,                                                                \
            0                                                                  \
        }                                                                      \
    }
#define NOWHERE                                                                \
    .exits = { FLOW_EXIT_NONE, FLOW_EXIT_NONE, FLOW_EXIT_NONE, FLOW_EXIT_NONE, \
               FLOW_EXIT_NONE }

static const struct command box = { COMMAND_SET_BOX,
                                    .as.set_box = { .min_ms = 1000,
                                                    .max_ms = 60000,
                                                    .max_messages = 5,
                                                    .keep_days = 90,
                                                    .undo_days = 30,
                                                    .pin_tries = 5,
                                                    .pin_lock_ms = 60000,
                                                    .name = { "post" },
                                                    .queue_id = HELP } };

static void give(struct story *story, const struct command *command)
{
    outbox_clear(&story->outbox);
    assert_int_equal(story_give(story, command), 0);
}

#define GIVE(story, ...) give(story, &(const struct command)__VA_ARGS__)

/* A house whose MAIN is the menu that callers hear, and has another text as
   its draft, of two nodes. */
static void begin(struct story *story, const struct flow_node *nodes)
{
    story_begin(story);
    (void)flow_of(story, DIRECT, nodes, 2);
}

static void expect(const struct story *story, const char *expected)
{
    static char text[STORY_TEXT_SIZE];

    story_summary(&story->outbox, text);
    assert_string_equal(text, expected);
}

static void expect_cause(const struct story *story, const char *cause)
{
    static char text[STORY_TEXT_SIZE];
    char expected[64];

    (void)snprintf(expected, sizeof(expected), "cause=%s", cause);
    story_text(&story->outbox, text);
    assert_non_null(strstr(text, expected));
}

/* Where a caller would leave the flow for somebody. */

struct end_row {
    const char *says;
    struct flow_node node;
};

static const struct end_row end_rows[] = {
    { "no queue is joined",
      { .type = NODE_QUEUE,
        .as.queue_node = { .queue_id = HELP, .priority = 50 },
        NOWHERE } },
    { "no message is left",
      { .type = NODE_VOICEMAIL,
        .as.voicemail_node = { .box_id = 1 },
        NOWHERE } },
    { "no agent's phone rings",
      { .type = NODE_TRANSFER,
        .as.transfer_node = { .agent_id = BOB, .priority = 50 },
        NOWHERE } },
    { "no callback is booked",
      { .type = NODE_CALLBACK,
        .as.callback_node = { .queue_id = SALES, .priority = 50 },
        NOWHERE } },
    { "no box is heard", { .type = NODE_MAILBOX, NOWHERE } },
};

static void ends_there(void **state)
{
    const struct end_row *row = *state;
    struct flow_node nodes[2] = { row->node, REST("rest") };
    struct story story;

    memcpy(nodes[0].name.text, "out", 4);
    begin(&story, nodes);
    callback_house_set(&story, SALES, &callback_house_settings);
    give(&story, &box);
    GIVE(&story, LOG_IN(BOB));
    GIVE(&story, AVAILABLE(BOB));
    GIVE(&story, TRY);
    expect(&story, "contact_arrived visit_called +call_visitor");
    GIVE(&story, PICKED_UP);
    expect(&story, "visit_answered visit_ended flow_entered step_began "
                   "step_ended announcement_began +play");
    assert_int_equal(contact_of(&story, 1)->place, PLACE_IVR);
    GIVE(&story, PROMPT_ENDS(false));
    expect(&story, "contact_ended +hang_up");
    expect_cause(&story, "flow_tried");
    assert_int_equal(state_row_count(core_state(story.core), ROW_MESSAGE) +
                         state_row_count(core_state(story.core), ROW_CALLBACK),
                     0);
    story_end(&story);
}

/* To a queue, or to what is heard in place of it. */
static const struct flow_node to_queue[] = {
    { .name = { "out" },
      .type = NODE_QUEUE,
      .as.queue_node = { .queue_id = HELP, .priority = 50 },
      .exits = { [STEP_DONE] = FLOW_EXIT_NONE, [STEP_ERROR] = 1 } },
    REST("sorry"),
};

/* What a caller would hear in place of the queue is heard. */
static void hears_closed(void **state)
{
    (void)state;
    struct story story;

    begin(&story, to_queue);
    GIVE(&story, { COMMAND_CLOSE_QUEUE, .as.close_queue = { HELP, 0, 0 } });
    GIVE(&story, TRY);
    GIVE(&story, PICKED_UP);
    assert_string_equal(place_of(&story, to_queue), "sorry");
    story_end(&story);
}

/* ... and the queue neither tells of it, nor takes fewer callers for it. */
static void shuts_no_queue(void **state)
{
    (void)state;
    const struct tally_row *help;
    struct command reopens;
    struct story story;

    story_begin_in(&story, HELP_FULL);
    (void)flow_of(&story, DIRECT, to_queue, 2);
    reopens = story_queue(&story, HELP);
    reopens.as.set_queue.reopen_waiting = 1;
    give(&story, &reopens);
    GIVE(&story, TRY);
    GIVE(&story, PICKED_UP);
    expect(&story, "visit_answered visit_ended flow_entered step_began "
                   "step_ended step_began");
    help = state_tally(core_state(story.core), HELP);
    assert_int_equal(help->refused_full, 0);
    assert_int_equal(help->full_us, 0);
    story_end(&story);
}

/* The draft is led through, which callers are not; in the language asked. */
static void goes_through_the_draft(void **state)
{
    (void)state;
    static const struct flow_node nodes[] = { REST("quiet"), REST("rest") };
    struct story story;

    begin(&story, nodes);
    GIVE(&story, TRY);
    GIVE(&story, PICKED_UP);
    assert_string_equal(place_of(&story, nodes), "quiet");
    assert_int_equal(contact_of(&story, 1)->language, SPEAKS_CS);
    assert_int_equal(contact_of(&story, 1)->flow_id, MAIN);
    GIVE(&story, ARRIVES(2, "+4201"));
    assert_string_equal(state_run(core_state(story.core), 2)->flow_digest.text,
                        story_program(MAIN)->digest.text);
    story_end(&story);
}

/* No figure of the flow tells of it: not entered, no way taken. */
static void is_not_counted(void **state)
{
    (void)state;
    static const struct flow_node nodes[] = {
        { .name = { "note" },
          .type = NODE_TAG,
          .as.tag_node.tag = { "x" },
          .exits = { [STEP_DONE] = 1, [STEP_ERROR] = FLOW_EXIT_NONE } },
        REST("rest"),
    };
    struct story story;

    begin(&story, nodes);
    GIVE(&story, TRY);
    GIVE(&story, PICKED_UP);
    assert_string_equal(place_of(&story, nodes), "rest");
    GIVE(&story, CALLER_HANGS_UP(1));
    expect_cause(&story, "flow_tried");
    assert_int_equal(state_row_count(core_state(story.core), ROW_PASSAGE), 0);
    assert_int_equal(state_system(core_state(story.core))->flows_entered, 0);
    story_end(&story);
}

/* ... nor does a limit that it comes to. */

struct limit_row {
    const char *says;
    int64_t rest_ms; /* over and over */
    enum flow_limit limit;
};

static const struct limit_row limit_rows[] = {
    { "that its time is over is not counted", 600000, LIMIT_TIME },
    { "that its steps are spent is not counted", 1000, LIMIT_STEPS },
};

static const struct event *limit_told(const struct story *story)
{
    for (size_t i = 0; i < story->outbox.event_count; i++)
        if (story->outbox.events[i].type == EVENT_FLOW_LIMIT_REACHED)
            return &story->outbox.events[i];

    return NULL;
}

static void counts_at_no_limit(void **state)
{
    const struct limit_row *row = *state;
    struct flow_node nodes[] = { REST("rest"), REST("never") };
    const struct system_row *system;
    struct story story;

    nodes[0].as.wait_node.for_ms = row->rest_ms;
    nodes[0].exits[STEP_DONE] = 0;
    begin(&story, nodes);
    GIVE(&story, TRY);
    GIVE(&story, PICKED_UP);
    outbox_clear(&story.outbox);
    story_wait(&story, INT64_C(3) * 3600 * SECOND_US);
    assert_non_null(limit_told(&story));
    assert_int_equal(limit_told(&story)->as.flow_limit_reached.limit,
                     row->limit);
    system = state_system(core_state(story.core));
    assert_int_equal(system->flow_time_limits, 0);
    assert_int_equal(system->flow_step_limits, 0);
    story_end(&story);
}

/* An answer is a variable, for what follows, and nobody's opinion. */
static void answers_no_survey(void **state)
{
    (void)state;
    static const struct flow_node nodes[] = {
        { .name = { "ask" },
          .type = NODE_SURVEY,
          .as.survey_node = { .barge_in = true,
                              .prompt = { "menu" },
                              .question = { "mood" },
                              .lowest = 1,
                              .highest = 5,
                              .wait_ms = 5000,
                              .tries = 1 },
          .exits = { [STEP_DONE] = 1,
                     [STEP_TIMEOUT] = 1,
                     [STEP_INVALID] = 1,
                     [STEP_ERROR] = 1 } },
        REST("rest"),
    };
    static char text[STORY_TEXT_SIZE];
    struct story story;

    begin(&story, nodes);
    GIVE(&story, TRY);
    GIVE(&story, PICKED_UP);
    outbox_clear(&story.outbox);
    press(&story, "4");
    story_text(&story.outbox, text);
    assert_null(strstr(text, "survey_answered"));
    assert_string_equal(variable_of(&story, 0)->value.text, "4");
    story_end(&story);
}

/* What is tried stays in nobody's way: however much was, another text is taken;
   and what somebody is led through by now, or will be, is there yet. */
static void leaves_room(void **state)
{
    (void)state;
    static const struct flow_node nodes[] = { REST("quiet"), REST("rest") };
    static const struct flow_node rests[] = { REST("other") };
    static struct flow_program program;
    static const struct command picked_up = PICKED_UP;
    struct command set;
    struct story story;

    begin(&story, nodes);
    GIVE(&story, ARRIVES(2, "+4201"));
    GIVE(&story, TRY);
    set = flow_of(&story, MAIN, rests, 1);
    give(&story, &set);
    program = *story_program(DIRECT);
    for (int i = 0; i < LIBRARY_MAX_PROGRAMS; i++) {
        (void)snprintf(program.digest.text, sizeof(program.digest.text),
                       "%064x", i);
        assert_int_equal(core_add_program(story.core, &program), 0);
    }
    give(&story, &picked_up);
    assert_string_equal(state_run(core_state(story.core), 2)->flow_digest.text,
                        DRAFT DRAFT DRAFT DRAFT DRAFT DRAFT DRAFT DRAFT);
    expect(&story, "visit_answered visit_ended flow_entered step_began");
    GIVE(&story, CONNECTED);
    expect(&story, "caller_connected step_ended step_began +play");
    story_end(&story);
}

/* Refusing. */

struct refusal_row {
    const char *says;
    struct command command;
    enum refusal refusal;
};

static const struct refusal_row refusal_rows[] = {
    { "no flow is refused", TRY_IN(9, DRAFT, 0), REFUSED_NO_FLOW },
    { "a text that is not known is refused", TRY_IN(MAIN, UNKNOWN, 0),
      REFUSED_FLOW_NOT_STORED },
    { "a fourth language is refused",
      TRY_IN(MAIN, DRAFT, (enum speech)speech_count), REFUSED_BAD_VALUE },
    { "who has no phone is refused",
      { COMMAND_TRY_BY_PHONE, ROOT,
        .as.try_by_phone = { MAIN,
                             { DRAFT DRAFT DRAFT DRAFT DRAFT DRAFT DRAFT
                                   DRAFT },
                             0,
                             1 } },
      REFUSED_NO_OWN_PHONE },
};

static void refuses(void **state)
{
    const struct refusal_row *row = *state;
    static const struct flow_node nodes[] = { REST("quiet"), REST("rest") };
    struct story story;

    begin(&story, nodes);
    assert_int_equal(story_give(&story, &row->command), row->refusal);
    story_end(&story);
}

/* Whoever is rung, or talks, is not rung once more. */
static void refuses_who_is_busy(void **state)
{
    (void)state;
    static const struct flow_node nodes[] = { REST("quiet"), REST("rest") };
    static const struct command again = TRY;
    struct story story;

    begin(&story, nodes);
    GIVE(&story, LOG_IN(ANN));
    GIVE(&story, TRY);
    assert_int_equal(story_give(&story, &again), REFUSED_AGENT_BUSY);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, ends_there, end_rows);
    TEST_LIST_ADD(&list, hears_closed);
    TEST_LIST_ADD(&list, shuts_no_queue);
    TEST_LIST_ADD(&list, goes_through_the_draft);
    TEST_LIST_ADD(&list, is_not_counted);
    TEST_LIST_ADD_ROWS(&list, counts_at_no_limit, limit_rows);
    TEST_LIST_ADD(&list, answers_no_survey);
    TEST_LIST_ADD(&list, leaves_room);
    TEST_LIST_ADD_ROWS(&list, refuses, refusal_rows);
    TEST_LIST_ADD(&list, refuses_who_is_busy);
    return test_list_run(&list);
}
