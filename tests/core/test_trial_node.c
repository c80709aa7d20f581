/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trials of every kind of node, by every way out of it. */

#include <stdio.h>
#include <string.h>

#include "core/trial.h"
#include "tests/core/node_house.h"
#include "tests/test.h"

static struct trial trial;

/* What is other than node_of_kind() has it. */
static void nobody(struct flow_node *node)
{
    node->as.split_node.percent = 0;
}

static void round_and_round(struct flow_node *node)
{
    node->exits[STEP_OTHER] = THE_NODE;
}

static void too_long(struct flow_node *node)
{
    node->as.set_node.value = (struct label){
        "{{caller}}{{caller}}{{caller}}{{caller}}{{caller}}{{caller}}"
    };
}

static void other_value(struct flow_node *node)
{
    (void)snprintf(node->choices[0].key, FLOW_KEY_SIZE, "cs");
}

static void no_key(struct flow_node *node)
{
    node->as.send_digits_node.digits = (struct label){ "call me" };
}

static void others(struct flow_node *node)
{
    node->as.if_node.condition = (struct note){ "not caller in vip" };
}

static void a_number(struct flow_node *node)
{
    node->as.transfer_node.agent_id = 0;
    node->as.transfer_node.number = (struct label){ "+420555" };
}

static void gone(struct flow_node *node)
{
    const struct record *record = node_rule(node->type)->record;

    for (size_t i = 0; i < record->field_count; i++)
        if (record->fields[i].kind == FIELD_ID)
            field_set_integer(&record->fields[i], &node->as, 99);
}

static void gone_as_of_old(struct flow_node *node)
{
    gone(node);
    node->exits[STEP_ERROR] = FLOW_EXIT_NONE;
}

static void own_number(struct flow_node *node)
{
    node->as.callback_node.number = (struct label){ "{{caller}}" };
}

static void long_speech(struct flow_node *node)
{
    node->as.record_node.min_ms = 4000;
}

static void open_speech(struct flow_node *node)
{
    node->as.say_node.text_en = (struct note){ "{{caller" };
}

#define THURSDAY  0
#define FRIDAY    (INT64_C(86400) * SECOND_US)
#define CHRISTMAS (INT64_C(358) * 86400 * SECOND_US) /* a Friday, too */

/* clang-format off */
#define CALLER .caller = { "+420777123" }
#define ONE(keys_) CALLER, .inputs = { { keys_ } }, .input_count = 1
#define TWO(a, b) CALLER, .inputs = { { a }, { b } }, .input_count = 2
#define BROKEN CALLER, .broken = { THE_NODE }, .broken_count = 1
#define TOLD(outcome_) CALLER, .stubs = { { .node = THE_NODE, .outcome = outcome_, .values = { "level=gold" } } }, .stub_count = 1

static const struct trial_row {
    const char *says;
    enum node_type type;
    void (*change)(struct flow_node *node); /* or NULL */
    struct flow_test test;
    enum step_exit exit; /* of the last time at the node */
    const char *path;
    enum contact_place place;
} rows[] = {
    { "an answer leads on", NODE_ANSWER, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "a prompt that was played leads on", NODE_PLAY, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... and one that could not be leads elsewhere", NODE_PLAY, NULL, { BROKEN }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "a key of a menu is taken", NODE_MENU, NULL, { ONE("1") }, STEP_MATCHED, "node rest", PLACE_ENDED },
    { "a menu without a key is played twice", NODE_MENU, NULL, { CALLER }, STEP_TIMEOUT, "node node rest", PLACE_ENDED },
    { "... and so with wrong keys", NODE_MENU, NULL, { TWO("8", "9") }, STEP_INVALID, "node node rest", PLACE_ENDED },
    { "a menu that cannot be played is an error", NODE_MENU, NULL, { BROKEN }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "a language is set", NODE_SET_LANGUAGE, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "a queue has the caller wait", NODE_QUEUE, NULL, { CALLER }, STEP_DONE, "node", PLACE_QUEUE },
    { "... unless the test has it take nobody", NODE_QUEUE, NULL, { BROKEN }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "hanging up is the end", NODE_HANG_UP, NULL, { CALLER }, STEP_DONE, "node", PLACE_ENDED },
    { "a start leads on", NODE_START, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "a wait is over after its time", NODE_WAIT, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "a split draws everybody", NODE_SPLIT, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... or nobody", NODE_SPLIT, nobody, { CALLER }, STEP_OTHER, "node rest", PLACE_ENDED },
    { "a number that was typed is taken", NODE_COLLECT, NULL, { ONE("123#") }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... one that is too short is asked for again", NODE_COLLECT, NULL, { TWO("1#", "2#") }, STEP_INVALID, "node node rest", PLACE_ENDED },
    { "... and so is none", NODE_COLLECT, NULL, { CALLER }, STEP_TIMEOUT, "node node rest", PLACE_ENDED },
    { "... and the question may not be heard", NODE_COLLECT, NULL, { BROKEN }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "a value is set", NODE_SET, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... unless it is too long", NODE_SET, too_long, { .caller = { "+420777123456789012345" } }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "a switch knows the value", NODE_SWITCH, NULL, { CALLER }, STEP_MATCHED, "node rest", PLACE_ENDED },
    { "... or does not", NODE_SWITCH, other_value, { CALLER }, STEP_OTHER, "node rest", PLACE_ENDED },
    { "a loop leads round first", NODE_LOOP, NULL, { CALLER }, STEP_OTHER, "node rest", PLACE_ENDED },
    { "... and on after its times", NODE_LOOP, round_and_round, { CALLER }, STEP_DONE, "node node node rest", PLACE_ENDED },
    { "the last call's language is known", NODE_LANGUAGE, NULL, { .caller = { "+34600123123" }, .last_language = RULE_LANGUAGE_ES }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... or that of the number", NODE_LANGUAGE, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... or neither", NODE_LANGUAGE, NULL, { .caller = { "+81312345678" } }, STEP_OTHER, "node rest", PLACE_ENDED },
    { "a priority is given", NODE_PRIORITY, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "a tag is given", NODE_TAG, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "a recording is wanted", NODE_RECORDING, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "an answer to a question is taken", NODE_SURVEY, NULL, { ONE("5") }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... one that is none is asked for again", NODE_SURVEY, NULL, { TWO("9", "0") }, STEP_INVALID, "node node rest", PLACE_ENDED },
    { "... and so is silence", NODE_SURVEY, NULL, { CALLER }, STEP_TIMEOUT, "node node rest", PLACE_ENDED },
    { "... and the question may not be heard", NODE_SURVEY, NULL, { BROKEN }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "keys are sent", NODE_SEND_DIGITS, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... unless they are none", NODE_SEND_DIGITS, no_key, { CALLER }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "another flow is gone through", NODE_SUB_FLOW, NULL, { CALLER }, STEP_DONE, "node inside back rest", PLACE_ENDED },
    { "... unless it is gone", NODE_SUB_FLOW, gone, { CALLER }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "a return of a flow that nothing led to is the end", NODE_RETURN, NULL, { CALLER }, STEP_DONE, "node", PLACE_ENDED },
    { "a condition holds", NODE_IF, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... or does not", NODE_IF, others, { CALLER }, STEP_OTHER, "node rest", PLACE_ENDED },
    { "a box takes the caller", NODE_VOICEMAIL, NULL, { CALLER }, STEP_DONE, "node", PLACE_VOICEMAIL },
    { "... unless it is gone", NODE_VOICEMAIL, gone, { CALLER }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "a lookup tells what the test says", NODE_LOOKUP, NULL, { TOLD(LOOKUP_FOUND) }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... that the caller is not known", NODE_LOOKUP, NULL, { TOLD(LOOKUP_NOT_FOUND) }, STEP_OTHER, "node rest", PLACE_ENDED },
    { "... nothing in time", NODE_LOOKUP, NULL, { TOLD(LOOKUP_TIMEOUT) }, STEP_TIMEOUT, "node rest", PLACE_ENDED },
    { "... and without a word of it is out of reach", NODE_LOOKUP, NULL, { CALLER }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "a callback is booked", NODE_CALLBACK, NULL, { ONE("1") }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... or not wanted", NODE_CALLBACK, NULL, { ONE("*") }, STEP_OTHER, "node rest", PLACE_ENDED },
    { "... or not at that number", NODE_CALLBACK, own_number, { .caller = { "+34600123123" } }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "it is open", NODE_HOURS, NULL, { CALLER, .at_wall_us = THURSDAY }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... or closed", NODE_HOURS, NULL, { CALLER, .at_wall_us = FRIDAY }, STEP_OTHER, "node rest", PLACE_ENDED },
    { "... or a holiday", NODE_HOURS, NULL, { CALLER, .at_wall_us = CHRISTMAS }, STEP_HOLIDAY, "node rest", PLACE_ENDED },
    { "... or the calendar is gone", NODE_HOURS, gone, { CALLER }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "a list has the caller", NODE_CALLER_LIST, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... or has not", NODE_CALLER_LIST, NULL, { .caller = { "+34600123123" } }, STEP_OTHER, "node rest", PLACE_ENDED },
    { "... or is gone", NODE_CALLER_LIST, gone, { CALLER }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "... which is as if it had not, where that has no exit", NODE_CALLER_LIST, gone_as_of_old, { CALLER }, STEP_OTHER, "node rest", PLACE_ENDED },
    { "an agent gets the caller", NODE_TRANSFER, NULL, { CALLER, .agents = { { ANN, AGENT_AVAILABLE } }, .agent_count = 1 }, STEP_DONE, "node", PLACE_QUEUE },
    { "... unless nobody is signed in", NODE_TRANSFER, NULL, { CALLER }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "a number is dialled, and answers", NODE_TRANSFER, a_number, { CALLER }, STEP_DONE, "node", PLACE_OUTSIDE },
    { "... or is busy", NODE_TRANSFER, a_number, { CALLER, .busy = { THE_NODE }, .busy_count = 1 }, STEP_OTHER, "node rest", PLACE_ENDED },
    { "... or nobody answers", NODE_TRANSFER, a_number, { CALLER, .unanswered = { THE_NODE }, .unanswered_count = 1 }, STEP_TIMEOUT, "node rest", PLACE_ENDED },
    { "... or it cannot be reached", NODE_TRANSFER, a_number, { BROKEN }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "a text is said", NODE_SAY, NULL, { CALLER }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... or cannot be spoken", NODE_SAY, NULL, { BROKEN }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "... or is no text", NODE_SAY, open_speech, { CALLER }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "what is said is recorded", NODE_RECORD, NULL, { ONE("#") }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... or nothing is said", NODE_RECORD, NULL, { CALLER }, STEP_TIMEOUT, "node rest", PLACE_ENDED },
    { "... or too little", NODE_RECORD, long_speech, { ONE("#") }, STEP_INVALID, "node rest", PLACE_ENDED },
    { "a language is asked for", NODE_ASK_LANGUAGE, NULL, { ONE("2") }, STEP_DONE, "node rest", PLACE_ENDED },
    { "... and without a key asked for again", NODE_ASK_LANGUAGE, NULL, { CALLER }, STEP_TIMEOUT, "node node rest", PLACE_ENDED },
    { "... and so with wrong keys", NODE_ASK_LANGUAGE, NULL, { TWO("8", "9") }, STEP_INVALID, "node node rest", PLACE_ENDED },
    { "... and the question may not be heard", NODE_ASK_LANGUAGE, NULL, { BROKEN }, STEP_ERROR, "node rest", PLACE_ENDED },
    { "messages are heard", NODE_MAILBOX, NULL, { CALLER }, STEP_DONE, "node", PLACE_VOICEMAIL },
};

/* Ways that take many callers, or more than one node, and a disk that is full.
   They have tests of their own: test_flow_node, test_visit, test_utterance. */
static const struct beyond {
    enum node_type type;
    enum step_exit exit;
} beyond[] = {
    { NODE_LOOP, STEP_ERROR },
    { NODE_TAG, STEP_ERROR },
    { NODE_RECORD, STEP_ERROR },
    { NODE_MAILBOX, STEP_ERROR },
};
/* clang-format on */

static const struct flow_program *find_part(void *arg, const char *digest)
{
    const struct flow_program *part = arg;

    return strcmp(part->digest.text, digest) == 0 ? part : NULL;
}

static void spell(char *text, size_t size)
{
    text[0] = '\0';
    for (size_t i = 0; i < trial.count; i++) {
        strncat(text, i ? " " : "", size - strlen(text) - 1);
        strncat(text, trial.steps[i].name.text, size - strlen(text) - 1);
    }
}

static enum step_exit last_exit(void)
{
    size_t last = 0;

    for (size_t i = 0; i < trial.count; i++)
        if (strcmp(trial.steps[i].name.text, "node") == 0)
            last = i;

    return trial.steps[last].exit;
}

static struct flow_program *program_of(const struct trial_row *row)
{
    static struct flow_program program;

    program = (struct flow_program){
        .node_count = 2,
        .nodes = { *node_of_kind(row->type), REST("rest") },
    };
    memset(program.digest.text, 'a', 64);
    if (row->change)
        row->change(&program.nodes[THE_NODE]);
    return &program;
}

static void is_tried(void **state)
{
    const struct trial_row *row = *state;
    struct rule_book *book = node_house_book();
    static struct flow_program part;
    struct trial_programs programs = { find_part, &part, book };
    struct story story;
    char path[256];

    node_house_begin(&story);
    part = *node_house_part();
    assert_int_equal(trial_run(core_state(story.core), MAIN, program_of(row),
                               &row->test, &programs, &trial),
                     0);
    spell(path, sizeof(path));
    assert_string_equal(path, row->path);
    assert_int_equal(last_exit(), row->exit);
    assert_int_equal(trial.place, row->place);
    story_end(&story);
    rule_book_free(book);
}

/* What takes time is made up, and so is what comes of it: no figure of a machine
   that nobody asked. */
static void a_lookup_takes_no_time(void **state)
{
    static const struct flow_test test = { TOLD(LOOKUP_FOUND) };
    struct flow_program program = {
        .node_count = 2,
        .nodes = { *node_of_kind(NODE_LOOKUP), REST("rest") },
    };
    struct story story;

    (void)state;
    memset(program.digest.text, 'a', 64);
    node_house_begin(&story);
    assert_int_equal(
        trial_run(core_state(story.core), MAIN, &program, &test, NULL, &trial),
        0);
    assert_int_equal(trial.count, 2);
    assert_int_equal(trial.steps[1].after_us, trial.steps[0].after_us);
    story_end(&story);
}

static bool is_beyond(enum node_type type, enum step_exit exit)
{
    for (size_t i = 0; i < ARRAY_LEN(beyond); i++)
        if (beyond[i].type == type && beyond[i].exit == exit)
            return true;

    return false;
}

static void assert_has_row(enum node_type type, enum step_exit exit)
{
    bool has_row = is_beyond(type, exit);

    for (size_t i = 0; i < ARRAY_LEN(rows); i++)
        has_row |= rows[i].type == type && rows[i].exit == exit;
    if (!has_row)
        fail_msg("no trial of %s by %s",
                 word_spell(&word_list_node_type, (int)type),
                 word_spell(&word_list_step_exit, (int)exit));
}

static void every_way_out_of_every_kind_is_tried(void **state)
{
    (void)state;
    for (int i = 0; i < node_type_count; i++) {
        const enum node_type type = (enum node_type)i;
        const struct node_rule *rule = node_rule(type);

        for (size_t j = 0; j < rule->exit_count; j++)
            assert_has_row(type, rule->exits[j].exit);
        if (rule->exit_count == 0)
            assert_has_row(type, STEP_DONE);
        if (rule->choices != NO_CHOICES)
            assert_has_row(type, STEP_MATCHED);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_tried, rows);
    TEST_LIST_ADD(&list, a_lookup_takes_no_time);
    TEST_LIST_ADD(&list, every_way_out_of_every_kind_is_tried);
    return test_list_run(&list);
}
