/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers hang up, at every kind of node and in the midst of each. */

#include <string.h>

#include "tests/core/node_house.h"
#include "tests/test.h"

/* clang-format off */
#define BEEPED { COMMAND_BEEPED, .as.beeped = { SERIAL_OF(EFFECT_BEEP), { "object-1" } } }
#define SAID   { COMMAND_PROMPT_ENDED, .as.prompt_ended = { SERIAL_OF(EFFECT_SAY), false } }
#define WHOLE  { COMMAND_RECORDED, .as.recorded = { .recording_id = 1, .length_us = 3 * SECOND_US, .bytes = 3, .peaks = { "zz 00" } } }
#define FOUND  { COMMAND_LOOKUP_ANSWERED, .as.lookup_answered = { .serial = SERIAL_OF(EFFECT_LOOK_UP), .outcome = LOOKUP_FOUND, .values = { "level=gold" } } }
#define KNOWN  { COMMAND_RECALL_CALLER, .as.recall_caller = { .contact_id = 1, .calls = true, .language = RULE_LANGUAGE_CS } }
/* clang-format on */

/* Where the contact is when its caller hangs up. */
enum moment {
    AT_IT,  /* at the node, which goes on for a while */
    BEHIND, /* at the rest behind it: the node takes no time */
    WITHIN, /* at the rest within another flow */
    LEFT,   /* out of the flow, in a queue or a box, or somewhere else */
    LET_GO, /* told good-bye already, its leg not gone yet */
};

static const struct hang_up_row {
    const char *says;
    enum node_type type;
    struct command does[3];
    enum moment moment;
    enum end_cause cause;
    struct command late; /* comes too late, and grants nothing; type 0: none */
} hang_up_rows[] = {
    { "before the call is answered",
      NODE_ANSWER,
      { { 0 } },
      AT_IT,
      END_CALLER_HUNG_UP,
      CONNECTED },
    { "while a prompt is played",
      NODE_PLAY,
      { { 0 } },
      AT_IT,
      END_CALLER_HUNG_UP,
      PROMPT_ENDS(false) },
    { "while a menu is played",
      NODE_MENU,
      { { 0 } },
      AT_IT,
      END_CALLER_HUNG_UP,
      PROMPT_ENDS(false) },
    { "while a menu waits for a key",
      NODE_MENU,
      { PROMPT_ENDS(false) },
      AT_IT,
      END_CALLER_HUNG_UP,
      PRESS(1, "1") },
    { "in the second try of a menu",
      NODE_MENU,
      { PRESS(1, "7") },
      AT_IT,
      END_CALLER_HUNG_UP,
      PROMPT_ENDS(false) },
    { "behind another language",
      NODE_SET_LANGUAGE,
      { { 0 } },
      BEHIND,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "in a queue", NODE_QUEUE, { { 0 } }, LEFT, END_ABANDONED, { 0 } },
    { "when hung up on",
      NODE_HANG_UP,
      { { 0 } },
      LET_GO,
      END_FLOW_ENDED,
      { 0 } },
    { "behind the start",
      NODE_START,
      { { 0 } },
      BEHIND,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "while waiting a while",
      NODE_WAIT,
      { { 0 } },
      AT_IT,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "behind a split",
      NODE_SPLIT,
      { { 0 } },
      BEHIND,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "while a number is asked for",
      NODE_COLLECT,
      { { 0 } },
      AT_IT,
      END_CALLER_HUNG_UP,
      PROMPT_ENDS(false) },
    { "with half of the number typed",
      NODE_COLLECT,
      { PRESS(1, "7") },
      AT_IT,
      END_CALLER_HUNG_UP,
      PRESS(1, "8") },
    { "behind a value that is set",
      NODE_SET,
      { { 0 } },
      BEHIND,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "behind a switch",
      NODE_SWITCH,
      { { 0 } },
      BEHIND,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "in a loop", NODE_LOOP, { { 0 } }, BEHIND, END_CALLER_HUNG_UP, { 0 } },
    { "while the last language is looked for",
      NODE_LANGUAGE,
      { { 0 } },
      AT_IT,
      END_CALLER_HUNG_UP,
      KNOWN },
    { "behind a priority",
      NODE_PRIORITY,
      { { 0 } },
      BEHIND,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "behind a tag", NODE_TAG, { { 0 } }, BEHIND, END_CALLER_HUNG_UP, { 0 } },
    { "behind a choice about recordings",
      NODE_RECORDING,
      { { 0 } },
      BEHIND,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "while a question is put",
      NODE_SURVEY,
      { { 0 } },
      AT_IT,
      END_CALLER_HUNG_UP,
      PROMPT_ENDS(false) },
    { "while an answer is waited for",
      NODE_SURVEY,
      { PROMPT_ENDS(false) },
      AT_IT,
      END_CALLER_HUNG_UP,
      PRESS(1, "5") },
    { "behind keys that are sent",
      NODE_SEND_DIGITS,
      { { 0 } },
      BEHIND,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "within another flow",
      NODE_SUB_FLOW,
      { { 0 } },
      WITHIN,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "when let go by a return",
      NODE_RETURN,
      { { 0 } },
      LET_GO,
      END_FLOW_ENDED,
      { 0 } },
    { "behind a condition",
      NODE_IF,
      { { 0 } },
      BEHIND,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "while a box greets",
      NODE_VOICEMAIL,
      { { 0 } },
      LEFT,
      END_CALLER_HUNG_UP,
      PROMPT_ENDS(false) },
    { "while leaving a message",
      NODE_VOICEMAIL,
      { PROMPT_ENDS(false), BEEPED },
      LEFT,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "while another machine is asked",
      NODE_LOOKUP,
      { { 0 } },
      AT_IT,
      END_CALLER_HUNG_UP,
      FOUND },
    { "while asked about a callback",
      NODE_CALLBACK,
      { { 0 } },
      AT_IT,
      END_CALLER_HUNG_UP,
      PROMPT_ENDS(false) },
    { "while typing where to be called back",
      NODE_CALLBACK,
      { PRESS(1, "2"), PRESS(1, "5") },
      AT_IT,
      END_CALLER_HUNG_UP,
      PRESS(1, "6") },
    { "behind a look at the hours",
      NODE_HOURS,
      { { 0 } },
      BEHIND,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "behind a look at a list",
      NODE_CALLER_LIST,
      { { 0 } },
      BEHIND,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "while waiting for an agent",
      NODE_TRANSFER,
      { { 0 } },
      LEFT,
      END_ABANDONED,
      { 0 } },
    { "while something is said",
      NODE_SAY,
      { { 0 } },
      AT_IT,
      END_CALLER_HUNG_UP,
      SAID },
    { "before the tone",
      NODE_RECORD,
      { { 0 } },
      AT_IT,
      END_CALLER_HUNG_UP,
      BEEPED },
    { "while speaking",
      NODE_RECORD,
      { BEEPED },
      AT_IT,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "while what was said is written",
      NODE_RECORD,
      { BEEPED, PRESS(1, "#") },
      AT_IT,
      END_CALLER_HUNG_UP,
      { 0 } },
    { "while asked for the number of a box",
      NODE_MAILBOX,
      { { 0 } },
      LEFT,
      END_CALLER_HUNG_UP,
      PROMPT_ENDS(false) },
    { "while asked for the language",
      NODE_ASK_LANGUAGE,
      { { 0 } },
      AT_IT,
      END_CALLER_HUNG_UP,
      SAID },
    { "while asked for it in another one",
      NODE_ASK_LANGUAGE,
      { SAID },
      AT_IT,
      END_CALLER_HUNG_UP,
      PRESS(1, "2") },
};

static void assert_at(const struct story *story, const struct hang_up_row *row)
{
    const struct contact_row *contact = contact_of(story, 1);
    const int nodes[] = { [AT_IT] = THE_NODE,
                          [BEHIND] = THE_REST,
                          [WITHIN] = 0,
                          [LEFT] = -1,
                          [LET_GO] = -1 };

    assert_int_equal(contact->node, nodes[row->moment]);
    assert_int_equal(contact->place == PLACE_IVR, row->moment <= WITHIN);
    assert_int_equal(contact->place == PLACE_ENDED, row->moment == LET_GO);
    if (row->moment == WITHIN)
        assert_int_equal(contact->flow_id, DIRECT);
}

static const struct event *ended(const struct story *story)
{
    for (size_t i = 0; i < story->outbox.event_count; i++)
        if (story->outbox.events[i].type == EVENT_CONTACT_ENDED)
            return &story->outbox.events[i];

    return NULL;
}

/* Of the node, or the rest, at which callers hung up today. */
static int64_t counted(const struct story *story, int node)
{
    const struct passage_row *row;

    for (size_t i = 0;
         (row = state_row_at(core_state(story->core), ROW_PASSAGE, i)); i++)
        if (row->hung_up && row->node == node && row->flow_id == MAIN)
            return row->callers;

    return 0;
}

/* A recording is written to its end, whoever hung up. */
static void assert_nothing_is_left(struct story *story)
{
    static const enum row_kind kinds[] = { ROW_RUN,    ROW_VARIABLE,
                                           ROW_RETURN, ROW_HEARING,
                                           ROW_VISIT,  ROW_TAGS,
                                           ROW_CALLER, ROW_DEMAND };
    static const struct command whole = WHOLE;

    (void)story_give(story, &whole);
    story_wait(story, INT64_C(86400) * SECOND_US);
    assert_null(contact_of(story, 1));
    for (size_t i = 0; i < ARRAY_LEN(kinds); i++)
        if (state_row_count(core_state(story->core), kinds[i]) > 0)
            fail_msg("a row of kind %d is left", (int)kinds[i]);
}

static void hangs_up(void **state)
{
    const struct hang_up_row *row = *state;
    static const struct command goes = CALLER_HANGS_UP(1);
    struct story story;

    node_house_lead_to(&story, row->type);
    for (size_t i = 0; i < ARRAY_LEN(row->does) && row->does[i].type; i++)
        assert_int_equal(story_give(&story, &row->does[i]), 0);
    assert_at(&story, row);
    if (row->moment != LET_GO)
        outbox_clear(&story.outbox);
    assert_int_equal(story_give(&story, &goes) == 0, row->moment != LET_GO);
    assert_non_null(ended(&story));
    assert_int_equal(ended(&story)->as.contact_ended.cause, row->cause);
    if (row->moment <= BEHIND)
        assert_int_equal(
            counted(&story, row->moment == AT_IT ? THE_NODE : THE_REST), 1);
    if (row->late.type)
        assert_true(story_give(&story, &row->late) > 0);
    assert_nothing_is_left(&story);
    story_end(&story);
}

static void every_kind_of_node_has_a_row(void **state)
{
    (void)state;
    for (int type = 0; type < node_type_count; type++) {
        bool has_row = false;

        for (size_t i = 0; i < ARRAY_LEN(hang_up_rows); i++)
            has_row |= hang_up_rows[i].type == (enum node_type)type;
        if (!has_row)
            fail_msg("nobody hangs up at %s",
                     word_spell(&word_list_node_type, type));
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, hangs_up, hang_up_rows);
    TEST_LIST_ADD(&list, every_kind_of_node_has_a_row);
    return test_list_run(&list);
}
