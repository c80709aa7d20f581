/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tests of a flow: each to be run, changed and deleted. */

#include "console/flow_editor_tests.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "console/document_value.h"
#include "console/key.h"
#include "tui/confirm.h"

static struct program *program_of(const struct test_list *list)
{
    return list->editor->program;
}

/* Running all of them: those that were saved. */

static void take_results(void *owner, const struct outcome *outcome)
{
    struct test_list *list = owner;

    list->results = value_free(list->results);
    safe_text_copy(&list->complaint, "");
    if (outcome->is_done)
        list->results = value_share(value_get(outcome->value, "items"));
    else
        list->complaint = outcome->complaint;
}

static void run_all(struct test_list *list)
{
    errands_forget(program_of(list)->errands, list);
    (void)program_send(program_of(list), &(struct errand){
                                             .route = ROUTE_FLOW_TEST,
                                             .id = list->editor->was.id,
                                             .done = take_results,
                                             .owner = list,
                                             .is_quiet = true,
                                         });
}

/* Deleting. */

static void drop(void *arg, bool is_yes)
{
    struct test_list *list = arg;
    struct flow_editor *editor = list->editor;

    if (is_yes && list->selected < flow_draft_test_count(editor->draft) &&
        !flow_editor_failed(
            editor, flow_draft_remove_test(editor->draft, list->selected)))
        flow_editor_follow(editor);
}

static void ask_drop(struct test_list *list)
{
    (void)confirm_push(
        program_of(list)->ui,
        &(struct confirm){
            .title = N_("Delete the test"),
            .lines = { test_list_name(list, list->selected),
                       N_("u takes it back as long as the flow is open.") },
            .yes = N_("Delete"),
            .answer = drop,
            .arg = list,
        });
}

/* Keys. */

static bool tests_run(void *state, int action)
{
    struct test_list *list = state;
    struct flow_editor *editor = list->editor;
    bool is_there = list->selected < flow_draft_test_count(editor->draft);

    switch (action) {
    case DO_FLOW_TEST_ALL:
        run_all(list);
        return true;
    case DO_FLOW_TEST_WALK:
        if (is_there)
            (void)flow_editor_failed(
                editor, flow_editor_try_test(editor, list->selected));
        return true;
    case DO_FLOW_TEST_NAME:
        if (is_there)
            (void)flow_editor_failed(editor, test_list_rename(list));
        return true;
    case DO_FLOW_TEST_DROP:
        if (is_there)
            ask_drop(list);
        return true;
    case DO_FLOW_TEST_UNDO:
    case DO_FLOW_TEST_REDO:
        flow_editor_turn(editor, action == DO_FLOW_TEST_UNDO);
        return true;
    case DO_FLOW_TEST_SAVE:
        flow_editor_save(editor);
        return true;
    default:
        return false;
    }
}

static bool tests_input(void *state, const struct input *input)
{
    struct test_list *list = state;
    size_t count = flow_draft_test_count(list->editor->draft);

    if (input->kind != INPUT_STROKE)
        return false;
    if (input->stroke == STROKE_UP && list->selected > 0)
        list->selected--;
    else if (input->stroke == STROKE_DOWN && list->selected + 1 < count)
        list->selected++;
    else if (input->stroke == STROKE_HOME)
        list->selected = 0;
    else if (input->stroke == STROKE_END && count > 0)
        list->selected = count - 1;
    else
        return false;
    return true;
}

static void tests_free(void *state)
{
    struct test_list *list = state;

    errands_forget(program_of(list)->errands, list);
    program_release(program_of(list), document_topic(DOCUMENT_AGENT));
    program_release(program_of(list), document_topic(DOCUMENT_TRUNK));
    value_free(list->results);
    free(list);
}

static const struct view_kind tests_kind = {
    .name = N_("Saved tests"),
    .scopes = { SCOPE_FLOW_TESTS },
    .draw = test_list_draw,
    .input = tests_input,
    .run = tests_run,
    .free = tests_free,
};

/* Rows of agents and trunks are held: a run of a test wants their numbers. */
int flow_editor_tests(struct flow_editor *editor)
{
    assert(editor);
    struct test_list *list = calloc(1, sizeof(*list));

    if (!list)
        return -ENOMEM;
    list->editor = editor;
    program_hold(editor->program, document_topic(DOCUMENT_AGENT));
    program_hold(editor->program, document_topic(DOCUMENT_TRUNK));
    run_all(list);
    return ui_push(editor->program->ui, &tests_kind, list);
}
