/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers made up: they go the way that real ones would; and what is in theirs. */

#include "core/trial.h"

#include <errno.h>
#include <string.h>

#include "core/flow_problem.h"
#include "core/rule_book.h"
#include "tests/core/situation.h"
#include "tests/test.h"

/* MAIN: answer, hello, choose (1: sales, 2: Spanish, 3: help, 9: hang up). */
static struct trial trial;

static const struct try_row {
    const char *says;
    const char *keys[4]; /* "-" is silence */
    int broken;          /* a node, or 0 */
    const char *path;
    enum contact_place place;
    uint64_t queue_id;
} try_rows[] = {
    { "a key leads to its queue",
      { "1" },
      0,
      "answer hello choose to-sales",
      PLACE_QUEUE,
      SALES },
    { "a menu twice unanswered is left by its timeout",
      { "-", "-" },
      0,
      "answer hello choose choose to-help",
      PLACE_QUEUE,
      HELP },
    { "what is not said is silence",
      { NULL },
      0,
      "answer hello choose choose to-help",
      PLACE_QUEUE,
      HELP },
    { "a wrong key twice leads to the end",
      { "7", "8" },
      0,
      "answer hello choose choose bye",
      PLACE_ENDED,
      0 },
    { "the second key may be right",
      { "7", "1" },
      0,
      "answer hello choose choose to-sales",
      PLACE_QUEUE,
      SALES },
    { "a circle is gone as often as keys say",
      { "2", "2", "1" },
      0,
      "answer hello choose spanish choose spanish choose to-sales",
      PLACE_QUEUE,
      SALES },
    { "a prompt that is broken leads on by its error",
      { "1" },
      1,
      "answer hello choose to-sales",
      PLACE_QUEUE,
      SALES },
    { "a menu that is broken, too",
      { "1" },
      2,
      "answer hello choose bye",
      PLACE_ENDED,
      0 },
    { "an exit that leads nowhere hangs up",
      { "9" },
      0,
      "answer hello choose",
      PLACE_ENDED,
      0 },
};

static void spell(char *text, size_t size)
{
    text[0] = '\0';
    for (size_t i = 0; i < trial.count; i++) {
        strncat(text, i ? " " : "", size - strlen(text) - 1);
        strncat(text, trial.steps[i].name.text, size - strlen(text) - 1);
    }
}

static void tries(void **state)
{
    const struct try_row *row = *state;
    struct flow_test test = { .broken_count = row->broken ? 1 : 0,
                              .broken = { row->broken } };
    struct story story;
    char path[512];

    for (; test.input_count < 4 && row->keys[test.input_count];
         test.input_count++)
        if (row->keys[test.input_count][0] != '-')
            memcpy(test.inputs[test.input_count].text,
                   row->keys[test.input_count], 2);

    story_begin(&story);
    assert_int_equal(trial_run(core_state(story.core), MAIN,
                               story_program(MAIN), &test, NULL, &trial),
                     0);
    spell(path, sizeof(path));
    assert_string_equal(path, row->path);
    assert_int_equal(trial.place, row->place);
    assert_int_equal(trial.queue_id, row->queue_id);
    story_end(&story);
}

/* Nothing of the real house is touched, however many callers are made up. */
static void the_house_does_not_notice(void **state)
{
    static const struct flow_test test = { .inputs = { { "1" } },
                                           .input_count = 1 };
    struct story story;
    struct state *before;

    (void)state;
    story_begin(&story);
    before = copy_of_state(core_state(story.core));
    for (int i = 0; i < 3; i++)
        assert_int_equal(trial_run(core_state(story.core), MAIN,
                                   story_program(MAIN), &test, NULL, &trial),
                         0);
    assert_same_state(before, core_state(story.core));
    state_free(before);
    story_end(&story);
}

/* Whom a queue would ring is told, of those who are signed in. */
static void who_would_be_rung_is_told(void **state)
{
    static const struct flow_test busy = {
        .inputs = { { "1" } },
        .input_count = 1,
        .agents = { { ANN, AGENT_PAUSED }, { BOB, AGENT_AVAILABLE } },
        .agent_count = 2,
    };
    static const struct flow_test nobody = { .inputs = { { "1" } },
                                             .input_count = 1 };
    struct story story;

    (void)state;
    story_begin(&story);
    assert_int_equal(trial_run(core_state(story.core), MAIN,
                               story_program(MAIN), &busy, NULL, &trial),
                     0);
    assert_int_equal(trial.place, PLACE_QUEUE);
    assert_true(trial.candidates.row_count > 0);
    assert_int_equal(trial.candidates.rows[0].agent_id, BOB);
    assert_int_equal(trial.candidates.rows[0].verdict, VERDICT_CHOSEN);
    assert_int_equal(trial_run(core_state(story.core), MAIN,
                               story_program(MAIN), &nobody, NULL, &trial),
                     0);
    for (uint32_t i = 0; i < trial.candidates.row_count; i++)
        assert_int_equal(trial.candidates.rows[i].verdict, VERDICT_OFFLINE);
    story_end(&story);
}

/* The house: agents, trunks and queues, as the test has them. */

static const struct command callbacks_wanted = {
    COMMAND_SET_QUEUE,
    .as.set_queue = { .id = SALES, .callback_numbers = { "+420 1" } }
};

static const struct house_row {
    const char *says;
    struct flow_node node;
    struct flow_test test;
    enum step_exit exit;
    enum contact_place place;
} house_rows[] = {
    { "nobody is signed in who is not said to be",
      { .type = NODE_TRANSFER,
        .as.transfer_node = { .agent_id = ANN, .priority = 50 } },
      { .caller = { "+420777" } },
      STEP_ERROR,
      PLACE_ENDED },
    { "whoever is available gets the caller",
      { .type = NODE_TRANSFER,
        .as.transfer_node = { .agent_id = ANN, .priority = 50 } },
      { .agents = { { ANN, AGENT_AVAILABLE } }, .agent_count = 1 },
      STEP_DONE,
      PLACE_QUEUE },
    { "whoever pauses is waited for",
      { .type = NODE_TRANSFER,
        .as.transfer_node = { .agent_id = ANN, .priority = 50 } },
      { .agents = { { ANN, AGENT_PAUSED } }, .agent_count = 1 },
      STEP_DONE,
      PLACE_QUEUE },
    { "whoever is offline is not",
      { .type = NODE_TRANSFER,
        .as.transfer_node = { .agent_id = ANN, .priority = 50 } },
      { .agents = { { ANN, AGENT_OFFLINE }, { BOB, AGENT_AVAILABLE } },
        .agent_count = 2 },
      STEP_ERROR,
      PLACE_ENDED },
    { "a number is dialled over the trunks of the house",
      { .type = NODE_TRANSFER,
        .as.transfer_node = { .number = { "+420555" }, .priority = 50 } },
      { .caller = { "+420777" } },
      STEP_DONE,
      PLACE_OUTSIDE },
    { "... and not one that none of them may dial",
      { .type = NODE_TRANSFER,
        .as.transfer_node = { .number = { "+34555" }, .priority = 50 } },
      { .caller = { "+420777" } },
      STEP_ERROR,
      PLACE_ENDED },
    { "a condition sees who is free",
      { .type = NODE_IF, .as.if_node.condition = { "queue(sales).free == 1" } },
      { .agents = { { BOB, AGENT_PAUSED }, { ANN, AGENT_AVAILABLE } },
        .agent_count = 2 },
      STEP_DONE,
      PLACE_ENDED },
    { "a trunk is there",
      { .type = NODE_IF, .as.if_node.condition = { "trunk_up(t1)" } },
      { .caller = { "+420777" } },
      STEP_DONE,
      PLACE_ENDED },
    { "... unless it is lost",
      { .type = NODE_IF, .as.if_node.condition = { "trunk_up(t1)" } },
      { .lost_trunks = { TRUNK }, .lost_count = 1 },
      STEP_OTHER,
      PLACE_ENDED },
    { "whoever wants to be called back is",
      { .type = NODE_CALLBACK,
        .as.callback_node = { .queue_id = SALES, .priority = 50 } },
      { .caller = { "+420777" }, .inputs = { { "1" } }, .input_count = 1 },
      STEP_DONE,
      PLACE_ENDED },
    { "... at another number, too",
      { .type = NODE_CALLBACK,
        .as.callback_node = { .queue_id = SALES, .priority = 50 } },
      { .caller = { "+420777" },
        .inputs = { { "21555#1" } },
        .input_count = 1 },
      STEP_DONE,
      PLACE_ENDED },
    { "who presses the end has spoken",
      { .type = NODE_RECORD,
        .as.record_node = { .variable = { "wish" },
                            .beep = true,
                            .max_ms = 60000,
                            .end_key = { "#" } } },
      { .inputs = { { "#" } }, .input_count = 1 },
      STEP_DONE,
      PLACE_ENDED },
    { "who presses nothing says nothing",
      { .type = NODE_RECORD,
        .as.record_node = { .variable = { "wish" }, .max_ms = 60000 } },
      { .caller = { "" } },
      STEP_TIMEOUT,
      PLACE_ENDED },
    { "the language of the last call is known",
      { .type = NODE_LANGUAGE, .as.language_node.by_history = true },
      { .last_language = RULE_LANGUAGE_ES, .caller = { "+420777" } },
      STEP_DONE,
      PLACE_ENDED },
    { "... and that of the first is not",
      { .type = NODE_LANGUAGE, .as.language_node.by_history = true },
      { .caller = { "+420777" } },
      STEP_OTHER,
      PLACE_ENDED },
    { "whoever says nothing is not called back",
      { .type = NODE_CALLBACK,
        .as.callback_node = { .queue_id = SALES, .priority = 50 } },
      { .caller = { "+420777" } },
      STEP_OTHER,
      PLACE_ENDED },
};

/* The node that is tried, and every way from it hangs up. */
static const struct flow_program *alone(const struct flow_node *node)
{
    static struct flow_program program;

    program = (struct flow_program){ .digest = { "ab" }, .node_count = 1 };
    memset(program.digest.text, 'a', 64);
    program.nodes[0] = *node;
    program.nodes[0].name = (struct name){ "node" };
    for (int i = 0; i < step_exit_count; i++)
        program.nodes[0].exits[i] = FLOW_EXIT_NONE;
    return &program;
}

static void let_sales_call_back(struct story *story, bool at_times)
{
    struct command set = callbacks_wanted;
    struct event_queue_set *queue = (void *)&set.as.set_queue;

    memcpy(queue, state_queue(core_state(story->core), SALES), sizeof(*queue));
    queue->callback_numbers = callbacks_wanted.as.set_queue.callback_numbers;
    queue->callback_times = at_times;
    assert_int_equal(story_give(story, &set), 0);
}

static void the_house_is_as_the_test_says(void **state)
{
    const struct house_row *row = *state;
    struct story story;

    story_begin(&story);
    let_sales_call_back(&story, false);
    assert_int_equal(trial_run(core_state(story.core), MAIN, alone(&row->node),
                               &row->test, NULL, &trial),
                     0);
    assert_int_equal(trial.count, 1);
    assert_int_equal(trial.steps[0].exit, row->exit);
    assert_int_equal(trial.place, row->place);
    story_end(&story);
}

static const struct flow_program *find_nothing(void *arg, const char *digest)
{
    (void)arg;
    (void)digest;
    return NULL;
}

/* As callers are asked, who have the zones of all numbers: the node takes all
   keys, and none of them for naught. */
static void whoever_may_choose_a_time_is_asked_when(void **state)
{
    static const struct flow_node node = {
        .type = NODE_CALLBACK,
        .as.callback_node = { .queue_id = SALES, .priority = 50 }
    };
    static const struct flow_test test = { .caller = { "+420777" },
                                           .inputs = { { "1214301" } },
                                           .input_count = 1,
                                           .at_wall_us = WALL_US };
    static const struct zone prague = { { "Europe/Prague" },
                                        1,
                                        { { 0, INT64_C(3600000000) } } };
    struct trial_programs programs = { find_nothing, NULL, NULL };
    struct rule_book *book = NULL;
    struct story story;

    (void)state;
    story_begin(&story);
    let_sales_call_back(&story, true);
    assert_int_equal(rule_book_new(&book), 0);
    assert_int_equal(rule_book_set_zone(book, &prague), 0);
    programs.book = book;
    assert_int_equal(trial_run(core_state(story.core), MAIN, alone(&node),
                               &test, &programs, &trial),
                     0);
    assert_int_equal(trial.steps[0].exit, STEP_DONE);
    assert_string_equal(trial.steps[0].keys.text, "1214301");
    assert_string_equal(trial.steps[0].says.text, "{call_today:14:30}");
    rule_book_free(book);
    story_end(&story);
}

/* Two runs of one test are the same to the microsecond. */
static void a_trial_repeats_itself(void **state)
{
    static const struct flow_test test = { .inputs = { { "2" }, { "1" } },
                                           .input_count = 2,
                                           .caller = { "+34600" },
                                           .at_wall_us = 1700000000000000 };
    static struct trial again;
    struct story story;

    (void)state;
    story_begin(&story);
    assert_int_equal(trial_run(core_state(story.core), MAIN,
                               story_program(MAIN), &test, NULL, &trial),
                     0);
    assert_int_equal(trial_run(core_state(story.core), MAIN,
                               story_program(MAIN), &test, NULL, &again),
                     0);
    assert_memory_equal(&trial, &again, sizeof(trial));
    story_end(&story);
}

static const struct expectation_row {
    const char *says;
    int path[6];
    size_t count;
    bool is_so;
    size_t at;
} expectation_rows[] = {
    { "the way that was gone is as expected", { 0, 1, 2, 3 }, 4, true, 4 },
    { "no way expected is any way", { 0 }, 0, true, 0 },
    { "another node is told", { 0, 1, 4, 3 }, 4, false, 2 },
    { "a way that is too short is told", { 0, 1, 2 }, 3, false, 3 },
    { "a way that is too long is told", { 0, 1, 2, 3, 3 }, 5, false, 4 },
};

static void expects(void **state)
{
    const struct expectation_row *row = *state;
    struct flow_test test = { .inputs = { { "1" } }, .input_count = 1 };
    struct story story;
    size_t at = 0;

    memcpy(test.path, row->path, sizeof(row->path));
    test.path_count = row->count;
    story_begin(&story);
    assert_int_equal(trial_run(core_state(story.core), MAIN,
                               story_program(MAIN), &test, NULL, &trial),
                     0);
    assert_int_equal(trial_is_as_expected(&trial, MAIN, &test, &at),
                     row->is_so);
    assert_int_equal(at, row->at);
    story_end(&story);
}

static void a_flow_that_cannot_be_run_is_refused(void **state)
{
    static struct flow_program program;
    static const struct flow_test test;
    struct story story;

    (void)state;
    program = *story_program(MAIN);
    program.nodes[1].exits[STEP_DONE] = FLOW_EXIT_OPEN;
    story_begin(&story);
    assert_int_equal(
        trial_run(core_state(story.core), MAIN, &program, &test, NULL, &trial),
        -EINVAL);
    story_end(&story);
}

/* Problems. */

static void open_exit(struct flow_program *flow)
{
    flow->nodes[1].exits[STEP_DONE] = FLOW_EXIT_OPEN;
}

static void open_choice(struct flow_program *flow)
{
    flow->nodes[2].choices[1].next = FLOW_EXIT_OPEN;
}

static void no_choices(struct flow_program *flow)
{
    flow->nodes[2].choice_count = 0;
}

static void no_queue(struct flow_program *flow)
{
    flow->nodes[3].as.queue_node.queue_id = 0;
}

static void queue_that_is_gone(struct flow_program *flow)
{
    flow->nodes[3].as.queue_node.queue_id = 77;
}

static void no_prompt(struct flow_program *flow)
{
    flow->nodes[1].as.play_node.prompt = (struct name){ "" };
}

static void too_many_tries(struct flow_program *flow)
{
    flow->nodes[2].as.menu_node.tries = 11;
}

static void circle(struct flow_program *flow)
{
    flow->nodes[0].exits[STEP_DONE] = 0;
}

static void answering_survey(struct flow_program *flow)
{
    flow->type = FLOW_TYPE_SURVEY;
    flow->nodes[3].type = NODE_HANG_UP;
    flow->nodes[5].type = NODE_HANG_UP;
}

static void waiting_survey(struct flow_program *flow)
{
    flow->type = FLOW_TYPE_SURVEY;
    flow->nodes[0].type = NODE_START;
    flow->nodes[5].type = NODE_HANG_UP;
}

static void silent_voicemail(struct flow_program *flow)
{
    flow->type = FLOW_TYPE_VOICEMAIL;
    flow->nodes[3].type = NODE_HANG_UP;
    flow->nodes[5].type = NODE_HANG_UP;
}

static void outbound_call(struct flow_program *flow)
{
    flow->type = FLOW_TYPE_OUTBOUND;
    flow->nodes[0].type = NODE_START;
    flow->nodes[2].choices[3].next = 0;
}

static void answering_outbound(struct flow_program *flow)
{
    outbound_call(flow);
    flow->nodes[0].type = NODE_ANSWER;
}

static void silent_outbound(struct flow_program *flow)
{
    outbound_call(flow);
    flow->nodes[1].exits[STEP_DONE] = FLOW_EXIT_NONE;
}

static void waiting_callback(struct flow_program *flow)
{
    outbound_call(flow);
    flow->type = FLOW_TYPE_CALLBACK;
    flow->nodes[5].type = NODE_RETURN;
}

static void callback_of_nobody(struct flow_program *flow)
{
    flow->nodes[3].type = NODE_CALLBACK;
    flow->nodes[3].as.callback_node = (struct node_callback){ .priority = 50 };
}

static void error_that_comes_again(struct flow_program *flow)
{
    flow->nodes[1].exits[STEP_ERROR] = 1;
}

static void asked_again_at_once(struct flow_program *flow)
{
    flow->nodes[5] =
        (struct flow_node){ .name = { "to-help" },
                            .type = NODE_SUB_FLOW,
                            .as.sub_flow_node.flow_id = DIRECT,
                            .exits = { [STEP_DONE] = 5, [STEP_ERROR] = 3 } };
}

static void key_that_leads_back(struct flow_program *flow)
{
    flow->nodes[2].choices[0].next = 2;
}

static void nothing(struct flow_program *flow)
{
    (void)flow;
}

static const struct problem_row {
    const char *says;
    void (*spoil)(struct flow_program *flow);
    const char *node; /* NULL: there is no problem */
    const char *field;
} problem_rows[] = {
    { "a flow that is whole has no problem", nothing, NULL, NULL },
    { "a survey answers nobody", answering_survey, "answer", "type" },
    { "nobody waits in a survey", waiting_survey, "to-sales", "type" },
    { "nobody is hung up on by an exit on the way to a box", silent_voicemail,
      "choose", "choices.9" },
    { "who has answered a campaign's call is led on", outbound_call, NULL,
      NULL },
    { "nobody answers a call of one's own", answering_outbound, "answer",
      "type" },
    { "... nor hangs up without a node that says so", silent_outbound, "hello",
      "next" },
    { "nobody waits in the question about a callback", waiting_callback,
      "to-sales", "type" },
    { "a callback of no queue is for flows that queues ask by",
      callback_of_nobody, "to-sales", "queue_id" },
    { "an exit that leads nowhere yet", open_exit, "hello", "next" },
    { "a choice that leads nowhere yet", open_choice, "choose", "choices.2" },
    { "a menu without choices", no_choices, "choose", "choices" },
    { "a queue that is not named", no_queue, "to-sales", "queue_id" },
    { "a queue that is gone", queue_that_is_gone, "to-sales", "queue_id" },
    { "a prompt that is not named", no_prompt, "hello", "prompt" },
    { "a number out of its range", too_many_tries, "choose", "tries" },
    { "a circle that takes no time", circle, "answer", "" },
    { "an error that leads back to its node comes again at once",
      error_that_comes_again, "hello", "" },
    { "another flow may take no time", asked_again_at_once, "to-help", "" },
    { "a key that leads back takes time", key_that_leads_back, NULL, NULL },
};

static void has_problem(void **state)
{
    const struct problem_row *row = *state;
    static struct flow_program program;
    struct flow_problem problems[4];
    struct story story;
    size_t count;

    program = *story_program(MAIN);
    row->spoil(&program);
    story_begin(&story);
    count = flow_problem_find(core_state(story.core), NULL, &program, problems,
                              ARRAY_LEN(problems));
    assert_int_equal(count, row->node ? 1 : 0);
    if (row->node) {
        assert_string_equal(problems[0].node.text, row->node);
        assert_string_equal(problems[0].field.text, row->field);
    }
    story_end(&story);
}

enum { MOST_PROBLEMS = 4 };

static void a_circle_is_told_beside_what_is_open(void **state)
{
    static struct flow_program program;
    struct flow_problem problems[MOST_PROBLEMS];
    struct story story;

    (void)state;
    program = *story_program(MAIN);
    error_that_comes_again(&program);
    open_choice(&program);
    story_begin(&story);
    assert_int_equal(flow_problem_find(core_state(story.core), NULL, &program,
                                       problems, MOST_PROBLEMS),
                     2);
    assert_string_equal(problems[0].field.text, "choices.2");
    assert_string_equal(problems[1].node.text, "hello");
    assert_non_null(strstr(problems[1].says, "circle"));
    story_end(&story);
}

/* @return how many stand against MAIN when it plays the prompt 1 */
static size_t problems_of_first_prompt(const struct story *story,
                                       struct flow_problem *ret_problems)
{
    static struct flow_program program;

    program = *story_program(MAIN);
    program.nodes[1].as.play_node = (struct node_play){ .prompt_id = 1 };
    return flow_problem_find(core_state(story->core), NULL, &program,
                             ret_problems, MOST_PROBLEMS);
}

/* One entry begins in English, another one, of another flow, in Czech; MAIN
   sets Spanish. */
static void a_prompt_lacks_the_languages_that_the_house_speaks(void **state)
{
    struct command prompt = { COMMAND_SET_PROMPT,
                              .as.set_prompt = { .name = { "hello" },
                                                 .text = { "hello" } } };
    struct flow_problem problems[MOST_PROBLEMS];
    struct story story;

    (void)state;
    story_begin(&story);
    story_lead(&story, &prompt, 1);
    assert_int_equal(problems_of_first_prompt(&story, problems), 2);
    assert_string_equal(problems[0].node.text, "hello");
    assert_string_equal(problems[0].field.text, "prompt");
    assert_non_null(strstr(problems[0].says, "Spanish"));
    assert_non_null(strstr(problems[1].says, "Czech"));

    memcpy(prompt.as.set_prompt.name.text, "hola", 5);
    prompt.as.set_prompt.language = SPEAKS_ES;
    prompt.as.set_prompt.prompt_id = 1;
    story_lead(&story, &prompt, 1);
    memcpy(prompt.as.set_prompt.name.text, "ahoj", 5);
    prompt.as.set_prompt.language = SPEAKS_CS;
    story_lead(&story, &prompt, 1);
    assert_int_equal(problems_of_first_prompt(&story, problems), 0);
    story_end(&story);
}

static void a_prompt_without_a_sound_is_none(void **state)
{
    struct command prompt = { COMMAND_SET_PROMPT,
                              .as.set_prompt = { .name = { "hello" } } };
    struct flow_problem problems[MOST_PROBLEMS];
    struct story story;

    (void)state;
    story_begin(&story);
    story_lead(&story, &prompt, 1);
    assert_int_equal(problems_of_first_prompt(&story, problems), 1);
    assert_non_null(strstr(problems[0].says, "none can be heard"));
    story_end(&story);
}

/* Nobody is greeted in Czech but by the rule, which leads elsewhere. */
static void the_house_speaks_what_its_rules_set(void **state)
{
    static const struct command makes[] = {
        { COMMAND_REMOVE_ENTRY, .as.remove_entry = { 2, 1 } },
        { COMMAND_SET_PROMPT,
          .as.set_prompt = { .name = { "hello" }, .text = { "hello" } } },
        { COMMAND_SET_PROMPT, .as.set_prompt = { .name = { "hola" },
                                                 .text = { "hola" },
                                                 .language = SPEAKS_ES,
                                                 .prompt_id = 1 } },
    };
    static const struct command rule = {
        COMMAND_SET_RULE, .as.set_rule = { .name = { "r" },
                                           .enabled = true,
                                           .share = 1,
                                           .to = TO_FLOW,
                                           .to_id = DIRECT,
                                           .language = RULE_LANGUAGE_CS }
    };
    struct flow_problem problems[MOST_PROBLEMS];
    struct story story;

    (void)state;
    story_begin(&story);
    story_lead(&story, makes, ARRAY_LEN(makes));
    assert_int_equal(problems_of_first_prompt(&story, problems), 0);
    story_lead(&story, &rule, 1);
    assert_int_equal(problems_of_first_prompt(&story, problems), 1);
    assert_non_null(strstr(problems[0].says, "Czech"));
    story_end(&story);
}

/* Drafts. */

static void nobody_is_led_into_a_draft(void **state)
{
    const struct command draft = { COMMAND_SET_FLOW,
                                   .as.set_flow = {
                                       .name = { "new" },
                                       .draft = story_program(MAIN)->digest } };
    static const struct command entry = {
        COMMAND_SET_ENTRY, .as.set_entry = { .name = { "new" },
                                             .number = { "+4299" },
                                             .flow_id = 3 }
    };
    struct command empty = { COMMAND_SET_FLOW,
                             .as.set_flow = { .name = { "none" } } };
    struct story story;

    (void)state;
    story_begin(&story);
    story_lead(&story, &draft, 1);
    assert_int_equal(story_give(&story, &entry), REFUSED_FLOW_NOT_PUBLISHED);
    assert_int_equal(story_give(&story, &empty), REFUSED_FLOW_NOT_STORED);

    /* what was published stays so */
    memcpy(&empty.as.set_flow, state_flow(core_state(story.core), MAIN),
           sizeof(empty.as.set_flow));
    empty.as.set_flow.digest = (struct digest){ "" };
    empty.as.set_flow.draft = story_program(DIRECT)->digest;
    assert_int_equal(story_give(&story, &empty), REFUSED_FLOW_NOT_STORED);
    empty.as.set_flow.digest = story_program(MAIN)->digest;
    assert_int_equal(story_give(&story, &empty), 0);
    assert_string_equal(state_flow(core_state(story.core), MAIN)->digest.text,
                        story_program(MAIN)->digest.text);
    story_end(&story);
}

/* Types. */

static const struct flow_program *of_type(enum flow_type type, char digit)
{
    static struct flow_program program;

    program = (struct flow_program){
        .type = type,
        .node_count = 1,
        .nodes = { { .name = { "bye" }, .type = NODE_HANG_UP } },
    };
    memset(program.digest.text, digit, 64);
    return &program;
}

/* What no number leads to may be a part; what one leads to stays no part. */
static void numbers_lead_to_flows_for_calls(void **state)
{
    struct command set = { COMMAND_SET_FLOW,
                           .as.set_flow = { .name = { "part" } } };
    static const struct command entry = {
        COMMAND_SET_ENTRY, .as.set_entry = { .name = { "new" },
                                             .number = { "+4299" },
                                             .flow_id = 3 }
    };
    struct story story;

    (void)state;
    story_begin(&story);
    memset(set.as.set_flow.digest.text, 'c', 64);
    assert_int_equal(core_add_program(story.core, of_type(FLOW_TYPE_PART, 'c')),
                     0);
    story_lead(&story, &set, 1);
    assert_int_equal(story_give(&story, &entry), REFUSED_FLOW_TYPE);

    memcpy(&set.as.set_flow, state_flow(core_state(story.core), MAIN),
           sizeof(set.as.set_flow));
    memset(set.as.set_flow.digest.text, 'c', 64);
    assert_int_equal(story_give(&story, &set), REFUSED_FLOW_TYPE_USED);
    story_end(&story);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, tries, try_rows);
    TEST_LIST_ADD(&list, the_house_does_not_notice);
    TEST_LIST_ADD(&list, who_would_be_rung_is_told);
    TEST_LIST_ADD_ROWS(&list, the_house_is_as_the_test_says, house_rows);
    TEST_LIST_ADD(&list, whoever_may_choose_a_time_is_asked_when);
    TEST_LIST_ADD(&list, a_trial_repeats_itself);
    TEST_LIST_ADD_ROWS(&list, expects, expectation_rows);
    TEST_LIST_ADD(&list, a_flow_that_cannot_be_run_is_refused);
    TEST_LIST_ADD_ROWS(&list, has_problem, problem_rows);
    TEST_LIST_ADD(&list, a_circle_is_told_beside_what_is_open);
    TEST_LIST_ADD(&list, a_prompt_lacks_the_languages_that_the_house_speaks);
    TEST_LIST_ADD(&list, a_prompt_without_a_sound_is_none);
    TEST_LIST_ADD(&list, the_house_speaks_what_its_rules_set);
    TEST_LIST_ADD(&list, nobody_is_led_into_a_draft);
    TEST_LIST_ADD(&list, numbers_lead_to_flows_for_calls);
    return test_list_run(&list);
}
