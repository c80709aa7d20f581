/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys of the editor, and what they do. */

#include "console/flow_editor.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/flow_editor_inside.h"
#include "console/flow_versions.h"
#include "console/key.h"
#include "tui/confirm.h"
#include "tui/match.h"

int flow_editor_index(const struct flow_editor *editor)
{
    return editor->draft ? flow_draft_find(editor->draft, editor->selected)
                         : -ENOENT;
}

void flow_editor_select(struct flow_editor *editor, int index)
{
    if (index < 0 || (size_t)index >= flow_draft_count(editor->draft))
        return;
    editor->selected = flow_draft_number(editor->draft, (size_t)index);
    editor->is_moved = true;
}

bool flow_editor_failed(struct flow_editor *editor, int rc)
{
    if (rc < 0)
        ui_say(editor->program->ui, SEVERITY_ERROR, "%s",
               program_text(editor->program, N_("Out of memory.")));
    return rc < 0;
}

/* Only what there still is stays marked and selected. */
static void drop_marks(struct flow_editor *editor)
{
    size_t kept = 0;

    for (size_t i = 0; i < editor->marked_count; i++)
        if (flow_draft_find(editor->draft, editor->marked[i]) >= 0)
            editor->marked[kept++] = editor->marked[i];
    editor->marked_count = kept;
    if (flow_editor_index(editor) < 0)
        flow_editor_select(editor, 0);
}

void flow_editor_follow(struct flow_editor *editor)
{
    drop_marks(editor);
    (void)flow_editor_failed(
        editor, flow_scene_set(editor->draft, &editor->counts, editor->canvas));
    if (editor->is_small)
        (void)flow_editor_failed(
            editor, flow_scene_set_small(editor->draft, editor->small));
    editor->seen_count =
        flow_check(editor->draft, program_language(editor->program),
                   editor->seen, &editor->sums);
    flow_editor_list(editor);
}

/* Actions. */

void flow_editor_turn(struct flow_editor *editor, bool is_back)
{
    bool is_done = is_back ? flow_draft_undo(editor->draft)
                           : flow_draft_redo(editor->draft);

    if (is_done)
        flow_editor_follow(editor);
    else
        ui_say(editor->program->ui, SEVERITY_INFO, "%s",
               program_text(editor->program,
                            is_back ? N_("There is nothing to undo.")
                                    : N_("There is nothing to do again.")));
}

static void zoom(struct flow_editor *editor)
{
    editor->is_small = !editor->is_small;
    editor->is_moved = true;
    flow_editor_follow(editor);
}

static void arrange(struct flow_editor *editor)
{
    if (flow_editor_failed(editor, flow_scene_arrange(editor->draft)))
        return;
    editor->view.top = editor->view.left = 0;
    editor->is_moved = true;
    flow_editor_follow(editor);
}

static bool is_found(const struct flow_editor *editor, size_t index)
{
    const struct json_t *node = flow_draft_node(editor->draft, index);
    struct safe_text title, summary, all;

    flow_scene_title(editor->draft, index, program_language(editor->program),
                     &title);
    flow_kind_summary(editor->program, node, &summary);
    safe_text_format(&all, "%d %s %s %s",
                     flow_draft_number(editor->draft, index), title.text,
                     value_get_text(node, "name"), summary.text);
    return match_words(all.text, editor->found);
}

/* Where an exit is led, it is led to what is found. */
static void show_found(struct flow_editor *editor, int index)
{
    if (editor->mode != FLOW_AIMS) {
        flow_editor_select(editor, index);
        return;
    }
    editor->aim = flow_draft_number(editor->draft, (size_t)index);
    editor->is_moved = true;
}

static int index_shown(const struct flow_editor *editor)
{
    return editor->mode == FLOW_AIMS
               ? flow_draft_find(editor->draft, editor->aim)
               : flow_editor_index(editor);
}

/* The next one that is found, from the one that is shown on. */
static void find_next(struct flow_editor *editor, int from, int by)
{
    int count = (int)flow_draft_count(editor->draft);

    for (int i = 0; i < count; i++) {
        int index = ((from + i * by) % count + count) % count;

        if (is_found(editor, (size_t)index)) {
            show_found(editor, index);
            return;
        }
    }
    ui_say(editor->program->ui, SEVERITY_INFO, "%s",
           program_text(editor->program, N_("No node has these words.")));
}

static void begin_move(struct flow_editor *editor)
{
    if (flow_editor_index(editor) < 0)
        return;
    editor->mode = FLOW_MOVES;
    editor->moves_from = flow_draft_steps(editor->draft);
}

/* Callers go another way: what is published was another version. */
static void take_version(void *arg, int64_t version)
{
    ((struct flow_editor *)arg)->was.version = version;
}

static bool run_change(struct flow_editor *editor, int action)
{
    switch (action) {
    case DO_FLOW_NODE:
        flow_editor_add(editor);
        return true;
    case DO_FLOW_CONNECT:
        flow_editor_connect(editor);
        return true;
    case DO_FLOW_MOVE:
        begin_move(editor);
        return true;
    case DO_FLOW_DROP:
        flow_editor_remove(editor);
        return true;
    case DO_FLOW_EDIT:
        (void)flow_editor_failed(editor, flow_editor_form(editor));
        return true;
    case DO_FLOW_UNDO:
    case DO_FLOW_REDO:
        flow_editor_turn(editor, action == DO_FLOW_UNDO);
        return true;
    case DO_FLOW_ARRANGE:
        arrange(editor);
        return true;
    case DO_FLOW_SAVE:
        flow_editor_save(editor);
        return true;
    case DO_FLOW_TYPE:
        flow_editor_type(editor);
        return true;
    case DO_FLOW_LIMITS:
        (void)flow_editor_failed(editor, flow_editor_limits(editor));
        return true;
    case DO_FLOW_PUBLISH:
        flow_editor_publish(editor);
        return true;
    case DO_FLOW_DISCARD:
        flow_editor_discard(editor);
        return true;
    default:
        return false;
    }
}

static bool editor_run(void *state, int action)
{
    struct flow_editor *editor = state;
    int index = index_shown(editor);

    if (!editor->draft)
        return false;
    if (flow_editor_end_mode(editor, action))
        return true;
    switch (action) {
    case DO_FLOW_ZOOM:
        zoom(editor);
        return true;
    case DO_FLOW_TEST:
        (void)flow_editor_failed(editor, flow_editor_try(editor));
        return true;
    case DO_FLOW_CALL:
        flow_editor_call(editor, flow_editor_speech(editor));
        return true;
    case DO_FLOW_TESTS:
        (void)flow_editor_failed(editor, flow_editor_tests(editor));
        return true;
    case DO_FLOW_VERSIONS:
        (void)flow_editor_failed(
            editor, flow_versions_open(editor->program, &editor->was,
                                       take_version, editor));
        return true;
    case DO_FLOW_PROBLEM:
        flow_editor_next_problem(editor);
        return true;
    case DO_FLOW_FIND:
    case DO_FLOW_AIM_FIND:
        ui_run(editor->program->ui, ACTION_FILTER);
        return true;
    case DO_FLOW_FOUND_NEXT:
    case DO_FLOW_AIM_NEXT:
        find_next(editor, index + 1, 1);
        return true;
    case DO_FLOW_FOUND_LAST:
        find_next(editor, index - 1, -1);
        return true;
    default:
        return run_change(editor, action);
    }
}

static void editor_filter(void *state, const char *words)
{
    struct flow_editor *editor = state;

    snprintf(editor->found, sizeof(editor->found), "%s", words);
    if (editor->draft && editor->found[0])
        find_next(editor, index_shown(editor), 1);
}

static int editor_pane(const void *state)
{
    const struct flow_editor *editor = state;

    return editor->mode == FLOW_MOVES  ? SCOPE_FLOW_MOVING
           : editor->mode == FLOW_AIMS ? SCOPE_FLOW_AIMING
           : editor->found[0]          ? SCOPE_FLOW_FOUND
                                       : SCOPE_FLOW;
}

/* While a box is moved or an exit is led somewhere, keys mean that alone. */
static bool editor_is_narrow(const void *state)
{
    return ((const struct flow_editor *)state)->mode != FLOW_SELECTS;
}

/* A node is aimed at by its number, also behind the Esc that closes help. */
static bool editor_takes_digits(const void *state)
{
    return ((const struct flow_editor *)state)->mode == FLOW_AIMS;
}

/* Coming and going. */

static void leave_answer(void *arg, bool is_yes)
{
    struct flow_editor *editor = arg;

    if (is_yes)
        ui_close(editor->program->ui, editor);
}

static bool editor_leave(void *state)
{
    struct flow_editor *editor = state;

    if (!editor->draft || !flow_draft_is_dirty(editor->draft))
        return false;
    (void)confirm_push(
        editor->program->ui,
        &(struct confirm){
            .title = N_("Not saved"),
            .lines = { N_("What you have changed here is stored nowhere "
                          "yet.") },
            .yes = N_("Leave without saving"),
            .answer = leave_answer,
            .arg = editor,
        });
    return true;
}

static void editor_trail(const void *state, struct safe_text *ret_name)
{
    const struct flow_editor *editor = state;

    safe_text_copy(ret_name, editor->was.name.text);
}

static void editor_free(void *state)
{
    struct flow_editor *editor = state;

    errands_forget(editor->program->errands, editor);
    flow_editor_let_go(editor);
    flow_draft_free(editor->draft);
    flow_counts_done(&editor->counts);
    canvas_free(editor->canvas);
    canvas_free(editor->small);
    free(editor);
}

const struct view_kind flow_editor_kind = {
    .scopes = { SCOPE_FLOW },
    .draw = flow_editor_draw,
    .input = flow_editor_input,
    .run = editor_run,
    .pane = editor_pane,
    .is_narrow = editor_is_narrow,
    .takes_digits = editor_takes_digits,
    .leave = editor_leave,
    .filter = editor_filter,
    .trail = editor_trail,
    .free = editor_free,
};
