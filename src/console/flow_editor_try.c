/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A call that is made up: what is pressed, what comes back, and keeping it. */

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "console/document_value.h"
#include "console/flow_run.h"
#include "console/key.h"
#include "console/word.h"
#include "core/words.h"
#include "tui/edit.h"
#include "wire/word_label.h"

static struct program *program_of(const struct flow_run *run)
{
    return run->editor->program;
}

/* Trying. */

static void take_steps(void *owner, const struct outcome *outcome)
{
    struct flow_run *run = owner;

    run->is_asked = false;
    run->steps = value_free(run->steps);
    safe_text_copy(&run->complaint, "");
    if (outcome->is_done)
        run->steps = value_share(value_get(outcome->value, "items"));
    else
        run->complaint = outcome->complaint;
    if (!outcome->is_done)
        run->ahead[0] = '\0';
    flow_run_press_on(run);
}

void flow_run_call(struct flow_run *run)
{
    struct json_t *body = value_object();
    char keys[FLOW_RUN_KEYS_SIZE];
    struct note agents, lost;
    int rc;

    flow_run_spell(run, keys);
    flow_run_agents(run, &agents);
    flow_run_lost(run, &lost);
    rc = flow_run_tell(run, body);
    rc |=
        value_set_text(body, "language", word_list_speech.words[run->language]);
    rc |= value_set_text(body, "keys", keys);
    if (agents.text[0])
        rc |= value_set_text(body, "agents", agents.text);
    if (lost.text[0])
        rc |= value_set_text(body, "lost_trunks", lost.text);
    if (rc < 0)
        body = value_free(body);
    run->tried_us = program_wall_us(program_of(run));
    errands_forget(program_of(run)->errands, run);
    run->is_asked = true;
    if (!program_send(program_of(run), &(struct errand){
                                           .route = ROUTE_FLOW_TRY,
                                           .id = run->editor->was.id,
                                           .body = body,
                                           .done = take_steps,
                                           .owner = run,
                                           .is_quiet = true,
                                       }))
        run->is_asked = false;
}

/* Keys. */

static bool is_phone_key(uint32_t stroke)
{
    return (stroke >= '0' && stroke <= '9') || stroke == '*' || stroke == '#';
}

static bool run_input(void *state, const struct input *input)
{
    struct flow_run *run = state;

    struct edit *edit = flow_run_edit(run);

    if (edit && input->kind == INPUT_STROKE && input->stroke == STROKE_ENTER) {
        run->typed = RUN_KEYS;
        flow_run_call(run);
        return true;
    }
    if (edit)
        return edit_input(edit, input);
    if (input->kind != INPUT_STROKE)
        return false;
    if (input->stroke == ' ')
        flow_run_press(run, FLOW_RUN_SILENCE);
    else if (is_phone_key(input->stroke))
        flow_run_press(run, (char)input->stroke);
    else
        return false;
    return true;
}

/* Keeping: what was pressed, and the way that led. */

/* Of the flow itself: those within others are theirs. */
static struct json_t *way_value(const struct flow_run *run)
{
    struct json_t *list = value_list();
    int rc = 0;

    for (size_t i = 0; i < value_count(run->steps); i++) {
        const struct json_t *step = value_at(run->steps, i);
        int64_t flow_id = value_get_integer(step, "flow_id", 0);

        if ((uint64_t)flow_id == run->editor->was.id)
            rc |= value_append(list, value_text(value_get_text(step, "node")));
    }
    return rc == 0 ? list : value_free(list);
}

/* A test says when, or it would pass by day and fail by night. */
static int keep_when(const struct flow_run *run, struct json_t *test)
{
    time_t seconds = (time_t)(run->tried_us / 1000000);
    char text[WORD_TIME_SIZE];
    struct tm utc;

    if (flow_run_typed(run, RUN_WHEN)[0])
        return value_set_text(test, "at", flow_run_typed(run, RUN_WHEN));
    if (!gmtime_r(&seconds, &utc) ||
        strftime(text, sizeof(text), "%Y-%m-%dT%H:%M", &utc) == 0)
        return -EINVAL;

    return value_set_text(test, "at", text);
}

static struct json_t *test_value(const struct flow_run *run)
{
    struct json_t *test = value_object();
    int rc = flow_run_keep_words(run, test);

    rc |= keep_when(run, test);
    rc |=
        value_set_text(test, "language", word_list_speech.words[run->language]);
    rc |= value_set(test, "keys", flow_run_keep_keys(run));
    rc |= flow_run_keep_house(run, test);
    rc |= value_set(test, "expect", way_value(run));
    return rc == 0 ? test : value_free(test);
}

/* A test that was run expects this way from now on, with what was changed. */
static void keep_in_test(struct flow_run *run, size_t index)
{
    struct flow_editor *editor = run->editor;
    struct json_t *test = test_value(run);

    if (value_set_text(test, "name", run->test.text) < 0)
        test = value_free(test);
    if (flow_editor_failed(editor,
                           flow_draft_put_test(editor->draft, index, test)))
        return;
    flow_editor_follow(editor);
    ui_say(editor->program->ui, SEVERITY_INFO,
           program_text(editor->program,
                        N_("The test %s expects this way now; Ctrl-S in the "
                           "picture stores it.")),
           run->test.text);
}

static void keep_as_test(struct flow_run *run)
{
    struct flow_editor *editor = run->editor;
    struct ui *ui = editor->program->ui;
    int index = flow_draft_test_named(editor->draft, run->test.text);
    struct name name;

    if (run->is_asked || value_count(run->steps) == 0) {
        ui_say(
            ui, SEVERITY_INFO, "%s",
            program_text(editor->program, N_("There is nothing to keep yet.")));
        return;
    }
    if (index >= 0 && run->is_partial) {
        ui_say(ui, SEVERITY_WARNING, "%s",
               program_text(
                   editor->program,
                   N_("Not kept: not all of this test is shown here. Change "
                      "it by: cclite ivr draft.")));
        return;
    }
    if (index >= 0) {
        keep_in_test(run, (size_t)index);
        return;
    }
    if (flow_draft_test_count(editor->draft) >= FLOW_MAX_TESTS) {
        ui_say(
            ui, SEVERITY_WARNING,
            program_text(editor->program, N_("A flow has %d tests at most.")),
            FLOW_MAX_TESTS);
        return;
    }
    if (!flow_editor_failed(
            editor, flow_draft_add_test(editor->draft, test_value(run), &name)))
        ui_say(ui, SEVERITY_INFO,
               program_text(editor->program,
                            N_("Kept as the test %s; Ctrl-S in the picture "
                               "stores it.")),
               name.text);
}

static bool run_run(void *state, int action)
{
    struct flow_run *run = state;

    switch (action) {
    case DO_FLOW_RUN_BACK:
        flow_run_press_back(run);
        break;
    case DO_FLOW_RUN_AGAIN:
        flow_run_press_none(run);
        break;
    case DO_FLOW_RUN_CALL:
        flow_editor_call(run->editor, run->language);
        return true;
    case DO_FLOW_RUN_END:
        flow_run_press(run, FLOW_RUN_END);
        return true;
    case DO_FLOW_RUN_LANGUAGE:
        run->language = (enum speech)((run->language + 1) % speech_count);
        break;
    case DO_FLOW_RUN_KEEP:
        keep_as_test(run);
        return true;
    case DO_FLOW_RUN_HOUSE:
        (void)flow_editor_failed(run->editor, flow_run_house(run));
        return true;
    case DO_FLOW_RUN_CALLER:
        run->typed = (enum flow_run_field)((run->typed + 1) % RUN_FIELDS);
        return true;
    default:
        return false;
    }
    flow_run_call(run);
    return true;
}

static bool run_is_typing(const void *state)
{
    return ((const struct flow_run *)state)->typed != RUN_KEYS;
}

static bool run_takes_digits(const void *state)
{
    return ((const struct flow_run *)state)->typed == RUN_KEYS;
}

static void run_free(void *state)
{
    struct flow_run *run = state;

    errands_forget(program_of(run)->errands, run);
    program_release(program_of(run), document_topic(DOCUMENT_AGENT));
    program_release(program_of(run), document_topic(DOCUMENT_TRUNK));
    value_free(run->steps);
    free(run);
}

static void run_trail(const void *state, struct safe_text *ret_name)
{
    const struct flow_run *run = state;

    safe_text_format(ret_name, "%s%s%s",
                     program_text(program_of(run), N_("Test run")),
                     run->test.text[0] ? " " : "", run->test.text);
}

static const struct view_kind run_kind = {
    .name = N_("Test run"),
    .trail = run_trail,
    .scopes = { SCOPE_FLOW_RUN },
    .draw = flow_run_draw,
    .input = run_input,
    .run = run_run,
    .is_typing = run_is_typing,
    .takes_digits = run_takes_digits,
    .free = run_free,
};

static struct flow_run *run_new(struct flow_editor *editor)
{
    struct flow_run *run = calloc(1, sizeof(*run));

    if (!run)
        return NULL;
    run->editor = editor;
    program_hold(editor->program, document_topic(DOCUMENT_AGENT));
    program_hold(editor->program, document_topic(DOCUMENT_TRUNK));
    return run;
}

static int open_run(struct flow_run *run)
{
    flow_run_call(run);
    return ui_push(program_of(run)->ui, &run_kind, run);
}

int flow_editor_try(struct flow_editor *editor)
{
    assert(editor);
    struct flow_run *run = run_new(editor);

    return run ? open_run(run) : -ENOMEM;
}

int flow_editor_try_test(struct flow_editor *editor, size_t index)
{
    assert(editor);
    const struct json_t *test = flow_draft_test(editor->draft, index);
    const char *language = value_get_text(test, "language");
    int word = language ? word_find(&word_list_speech, language) : -1;
    struct flow_run *run = run_new(editor);

    if (!run)
        return -ENOMEM;
    snprintf(run->test.text, sizeof(run->test.text), "%s",
             value_get_text(test, "name"));
    run->language = word < 0 ? (enum speech)0 : (enum speech)word;
    flow_run_take_words(run, test);
    flow_run_take_keys(run, value_get(test, "keys"));
    flow_run_take_house(run, test);
    return open_run(run);
}
