/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be heard: prompts that came with the server, and those people made;
   and who is refused for naming none of them. */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "core/flow_problem.h"
#include "core/prompt_shelf.h"
#include "tests/core/caller_in_flow.h"
#include "tests/test.h"

/* A house with "menu" in all languages and "closed" in English, where somebody
   made "hours" in English and Czech, and "empty", which has no sound yet. */
struct shelf_house {
    struct story story;
    struct prompt_shelf *shelf;
};

static void house_begin(struct shelf_house *house)
{
    static const struct command makes[] = {
        { COMMAND_SET_PROMPT,
          .as.set_prompt = { .name = { "hours" }, .text = { "hours" } } },
        { COMMAND_SET_PROMPT, .as.set_prompt = { .name = { "hours.cs" },
                                                 .text = { "hodiny" },
                                                 .language = SPEAKS_CS,
                                                 .prompt_id = 1 } },
        { COMMAND_SET_PROMPT, .as.set_prompt = { .name = { "empty" } } },
        { COMMAND_SET_PROMPT, .as.set_prompt = { .name = { "closed.own" } } },
    };

    story_begin(&house->story);
    assert_int_equal(prompt_shelf_new(&house->shelf), 0);
    for (int i = 0; i < speech_count; i++)
        assert_int_equal(prompt_shelf_add(house->shelf, "menu", (enum speech)i),
                         0);
    assert_int_equal(prompt_shelf_add(house->shelf, "closed", SPEAKS_EN), 0);
    assert_int_equal(prompt_shelf_add(house->shelf, "empty", SPEAKS_ES), 0);
    core_set_shelf(house->story.core, house->shelf);
    story_lead(&house->story, makes, ARRAY_LEN(makes));
}

static void house_end(struct shelf_house *house)
{
    story_end(&house->story);
    house->shelf = prompt_shelf_free(house->shelf);
}

static const struct heard_row {
    const char *says;
    struct flow_prompt prompt;
    bool in[speech_count];
} heard_rows[] = {
    { "what came with the server is heard where there is a file of it",
      { .name = { "closed" } },
      { [SPEAKS_EN] = true } },
    { "... in each of its languages",
      { .name = { "menu" } },
      { true, true, true } },
    { "a name that is nowhere is heard in no language",
      { .name = { "there_is_none" } },
      { false } },
    { "what people made is heard by its name",
      { .name = { "hours" } },
      { [SPEAKS_EN] = true, [SPEAKS_CS] = true } },
    { "... and by its number",
      { .id = 1 },
      { [SPEAKS_EN] = true, [SPEAKS_CS] = true } },
    { "a translation stands for all of them",
      { .id = 2 },
      { [SPEAKS_EN] = true, [SPEAKS_CS] = true } },
    { "one without a sound is not heard", { .id = 4 }, { false } },
    { "... but the file behind it is",
      { .name = { "empty" } },
      { [SPEAKS_ES] = true } },
};

static void is_heard(void **state)
{
    const struct heard_row *row = *state;
    struct shelf_house house;
    bool is_anywhere = false;

    house_begin(&house);
    for (int i = 0; i < speech_count; i++) {
        assert_int_equal(prompt_is_heard_in(core_state(house.story.core),
                                            house.shelf, &row->prompt,
                                            (enum speech)i),
                         row->in[i]);
        is_anywhere |= row->in[i];
    }
    assert_int_equal(prompt_is_heard(core_state(house.story.core), house.shelf,
                                     &row->prompt),
                     is_anywhere);
    house_end(&house);
}

static void a_house_without_a_shelf_takes_any_name(void **state)
{
    const struct flow_prompt prompt = { .name = { "there_is_none" } };
    struct shelf_house house;

    (void)state;
    house_begin(&house);
    assert_true(prompt_is_heard(core_state(house.story.core), NULL, &prompt));
    house_end(&house);
}

/* Names come in the order of a directory, which is none. */
static void a_thousand_names_are_found_again(void **state)
{
    struct prompt_shelf *shelf;
    char name[sizeof(struct name)];

    (void)state;
    assert_int_equal(prompt_shelf_new(&shelf), 0);
    for (unsigned i = 0; i < 1000; i++) {
        (void)snprintf(name, sizeof(name), "p%u", i * 7919 % 1000);
        assert_int_equal(prompt_shelf_add(shelf, name, SPEAKS_CS), 0);
    }
    for (unsigned i = 0; i < 1001; i++) {
        (void)snprintf(name, sizeof(name), "p%u", i);
        assert_int_equal(prompt_shelf_has(shelf, name, SPEAKS_CS), i < 1000);
        assert_false(prompt_shelf_has(shelf, name, SPEAKS_EN));
    }
    prompt_shelf_free(shelf);
}

static void one_name_too_many_is_refused(void **state)
{
    struct prompt_shelf *shelf;
    char name[sizeof(struct name)];

    (void)state;
    assert_int_equal(prompt_shelf_new(&shelf), 0);
    for (unsigned i = 0; i < PROMPT_SHELF_MAX; i++) {
        (void)snprintf(name, sizeof(name), "p%u", i);
        assert_int_equal(prompt_shelf_add(shelf, name, SPEAKS_EN), 0);
    }
    assert_int_equal(prompt_shelf_add(shelf, "more", SPEAKS_EN), -ENOSPC);
    assert_int_equal(prompt_shelf_add(shelf, "p7", SPEAKS_ES), 0);
    prompt_shelf_free(shelf);
}

/* What stands against a flow. Its entry is in English, another one in Czech. */

static const struct problem_row {
    const char *says;
    const char *prompt;
    const char *words[2]; /* of each problem that there is */
} problem_rows[] = {
    { "a flow may play what came with the server", "menu", { NULL } },
    { "a name that exists nowhere stands against it, once",
      "there_is_none",
      { "make one of this name" } },
    { "a file that lacks a language of the house stands against it",
      "closed",
      { "Czech" } },
    { "what people made is there in both", "hours", { NULL } },
    { "a file in no language of the house lacks them all",
      "empty",
      { "English", "Czech" } },
};

static void stands_against(void **state)
{
    const struct problem_row *row = *state;
    static struct flow_program program;
    struct flow_problem problems[4];
    struct shelf_house house;
    size_t count, told = 0;

    house_begin(&house);
    program = (struct flow_program){
        .node_count = 2,
        .nodes = { { .name = { "hello" },
                     .type = NODE_PLAY,
                     .exits = { [STEP_DONE] = 1, [STEP_ERROR] = 1 } },
                   { .name = { "bye" }, .type = NODE_HANG_UP } },
    };
    (void)snprintf(program.nodes[0].as.play_node.prompt.text,
                   sizeof(struct name), "%s", row->prompt);
    count = flow_problem_find(core_state(house.story.core), house.shelf,
                              &program, problems, ARRAY_LEN(problems));
    for (size_t i = 0; i < ARRAY_LEN(row->words) && row->words[i]; i++) {
        assert_true(told < count);
        assert_string_equal(problems[told].node.text, "hello");
        assert_string_equal(problems[told].field.text, "prompt");
        assert_non_null(strstr(problems[told++].says, row->words[i]));
    }
    assert_int_equal(count, told);
    house_end(&house);
}

/* A prompt that is removed between the look and the command: no race. */
static void a_flow_is_not_set_to_what_is_gone_meanwhile(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "hello" },
          .type = NODE_PLAY,
          .as.play_node = { .prompt = { "hours" } },
          .exits = { [STEP_DONE] = 1, [STEP_ERROR] = 1 } },
        REST("rest"),
    };
    static const struct command gone[] = {
        { COMMAND_REMOVE_PROMPT, .as.remove_prompt = { 2, 1 } },
        { COMMAND_REMOVE_PROMPT, .as.remove_prompt = { 1, 1 } },
    };
    struct shelf_house house;
    struct command set;

    (void)state;
    house_begin(&house);
    set = flow_of(&house.story, MAIN, nodes, ARRAY_LEN(nodes));
    story_lead(&house.story, gone, ARRAY_LEN(gone));
    assert_int_equal(story_give(&house.story, &set), REFUSED_NO_PROMPT);
    house_end(&house);
}

/* Files may go while the server is down. */
static void a_flow_whose_file_went_missing_may_be_edited(void **state)
{
    static const struct flow_node nodes[] = {
        { .name = { "hello" },
          .type = NODE_PLAY,
          .as.play_node = { .prompt = { "closed" } },
          .exits = { [STEP_DONE] = 1, [STEP_ERROR] = 1 } },
        REST("rest"),
    };
    struct prompt_shelf *nothing;
    struct shelf_house house;
    struct command set;

    (void)state;
    house_begin(&house);
    assert_int_equal(prompt_shelf_new(&nothing), 0);
    set = flow_of(&house.story, MAIN, nodes, ARRAY_LEN(nodes));
    story_lead(&house.story, &set, 1);
    core_set_shelf(house.story.core, nothing);
    set = story_flow(&house.story, MAIN);
    memset(set.as.set_flow.draft.text, '9', 64);
    assert_int_equal(story_give(&house.story, &set), 0);
    house_end(&house);
    prompt_shelf_free(nothing);
}

/* Queues. */

static const struct queue_row {
    const char *says;
    const char *music, *notice, *comfort;
    enum refusal refusal;
} queue_rows[] = {
    { "a queue may play what came with the server, and what people made",
      "menu", "closed", "hours", REFUSED_NOT },
    { "music is made where there is no file of that name", "music", "", "",
      REFUSED_NOT },
    { "a queue with music that is nowhere is refused", "there_is_none", "", "",
      REFUSED_NO_MUSIC },
    { "... with a notice that is nowhere", "music", "there_is_none", "",
      REFUSED_NO_NOTICE },
    { "... and a notice called music is not made", "music", "music", "",
      REFUSED_NO_NOTICE },
    { "... with a comfort that is nowhere", "music", "", "there_is_none",
      REFUSED_NO_COMFORT },
    { "... or without a sound", "music", "", "closed.own", REFUSED_NO_COMFORT },
};

static void set_name(struct name *name, const char *text)
{
    (void)snprintf(name->text, sizeof(name->text), "%s", text);
}

static void queue_plays_what_is_there(void **state)
{
    const struct queue_row *row = *state;
    struct shelf_house house;
    struct command set;

    house_begin(&house);
    set = story_queue(&house.story, SALES);
    set_name(&set.as.set_queue.music, row->music);
    set_name(&set.as.set_queue.notice, row->notice);
    set_name(&set.as.set_queue.comfort, row->comfort);
    assert_int_equal(story_give(&house.story, &set), row->refusal);

    set.as.set_queue.id = 0;
    set.as.set_queue.version = 0;
    set_name(&set.as.set_queue.name, "another");
    memset(&set.as.set_queue.extension, 0, sizeof(set.as.set_queue.extension));
    assert_int_equal(story_give(&house.story, &set), row->refusal);
    house_end(&house);
}

/* Each of them is looked for, and named. */
static void each_comfort_is_looked_for(void **state)
{
    static const enum refusal refusals[] = { REFUSED_NO_COMFORT2,
                                             REFUSED_NO_COMFORT3,
                                             REFUSED_NO_COMFORT4 };
    (void)state;

    for (size_t i = 0; i < ARRAY_LEN(refusals); i++) {
        struct shelf_house house;
        struct command set;

        house_begin(&house);
        set = story_queue(&house.story, SALES);
        struct name *const all[] = { &set.as.set_queue.comfort2,
                                     &set.as.set_queue.comfort3,
                                     &set.as.set_queue.comfort4 };
        set_name(all[i], "hours");
        assert_int_equal(story_give(&house.story, &set), 0);
        set = story_queue(&house.story, SALES);
        set_name(all[i], "there_is_none");
        assert_int_equal(story_give(&house.story, &set), refusals[i]);
        house_end(&house);
    }
}

static void a_queue_whose_file_went_missing_may_be_changed(void **state)
{
    struct prompt_shelf *nothing;
    struct shelf_house house;
    struct command set;

    (void)state;
    house_begin(&house);
    assert_int_equal(prompt_shelf_new(&nothing), 0);
    set = story_queue(&house.story, SALES);
    set_name(&set.as.set_queue.comfort, "closed");
    story_lead(&house.story, &set, 1);
    core_set_shelf(house.story.core, nothing);
    set = story_queue(&house.story, SALES);
    set.as.set_queue.max_waiting = 7;
    assert_int_equal(story_give(&house.story, &set), 0);
    set.as.set_queue.version++;
    set_name(&set.as.set_queue.notice, "closed");
    assert_int_equal(story_give(&house.story, &set), REFUSED_NO_NOTICE);
    house_end(&house);
    prompt_shelf_free(nothing);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_heard, heard_rows);
    TEST_LIST_ADD(&list, a_house_without_a_shelf_takes_any_name);
    TEST_LIST_ADD(&list, a_thousand_names_are_found_again);
    TEST_LIST_ADD(&list, one_name_too_many_is_refused);
    TEST_LIST_ADD_ROWS(&list, stands_against, problem_rows);
    TEST_LIST_ADD(&list, a_flow_is_not_set_to_what_is_gone_meanwhile);
    TEST_LIST_ADD(&list, a_flow_whose_file_went_missing_may_be_edited);
    TEST_LIST_ADD_ROWS(&list, queue_plays_what_is_there, queue_rows);
    TEST_LIST_ADD(&list, each_comfort_is_looked_for);
    TEST_LIST_ADD(&list, a_queue_whose_file_went_missing_may_be_changed);
    return test_list_run(&list);
}
