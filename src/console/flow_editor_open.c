/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fetches a flow, and opens it. */

#include "console/flow_editor.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "console/flow_editor_inside.h"
#include "console/key.h"
#include "console/prompt_sounds.h"

/* So often the numbers on the arrows are asked for anew. */
static const int64_t COUNT_US = 5000000;

/* Over a flow that is shown already it is a message: that stays. */
static void complain(struct flow_editor *editor,
                     const struct safe_text *complaint)
{
    editor->complaint = *complaint;
    if (editor->draft)
        ui_say(editor->program->ui, SEVERITY_ERROR, "%s", complaint->text);
}

static int read_text(const struct flow_editor *editor,
                     const struct json_t *text, struct flow_draft **ret_draft)
{
    struct flow_draft *draft = NULL;
    int rc = text ? flow_draft_new(editor->program, text, &draft) : -EBADMSG;

    if (rc == 0)
        rc = flow_scene_settle(draft);
    if (rc < 0)
        flow_draft_free(draft);
    else
        *ret_draft = draft;
    return rc;
}

/* Screens above the editor show nodes and tests of the draft that goes. */
static void take_draft(struct flow_editor *editor, struct flow_draft *draft)
{
    if (editor->draft)
        ui_uncover(editor->program->ui, editor);
    flow_draft_free(editor->draft);
    editor->draft = draft;
    editor->mode = FLOW_SELECTS;
    editor->marked_count = 0;
    editor->said_count = 0;
    editor->stored_stamp = flow_draft_stamp(draft);
    flow_editor_select(editor, 0);
    flow_editor_follow(editor);
    flow_editor_ask_problems(editor, false);
}

static void take_text(void *owner, const struct outcome *outcome)
{
    struct flow_editor *editor = owner;
    struct flow_draft *draft = NULL;
    struct safe_text complaint = outcome->complaint;

    editor->is_sent = false;
    if (outcome->is_done) {
        int rc = read_text(editor, outcome->value, &draft);
        safe_text_copy(
            &complaint,
            program_text(editor->program,
                         rc == -ENOMEM
                             ? N_("Out of memory.")
                             : N_("This flow has nodes that this program does "
                                  "not know.")));
    }
    if (draft)
        take_draft(editor, draft);
    else
        complain(editor, &complaint);
}

/* Without an answer arrows are without numbers. */
static void take_counts(void *owner, const struct outcome *outcome)
{
    struct flow_editor *editor = owner;

    editor->is_counting = false;
    if (!outcome->is_done)
        return;
    (void)flow_counts_take(&editor->counts, outcome->value);
    if (editor->draft)
        flow_editor_follow(editor);
}

void flow_editor_count(struct flow_editor *editor)
{
    int64_t now_us = program_now_us(editor->program);

    if (!editor->was.digest.text[0] || editor->is_counting ||
        (editor->counted_us && now_us - editor->counted_us < COUNT_US))
        return;

    editor->counted_us = now_us;
    editor->is_counting =
        program_send(editor->program, &(struct errand){
                                          .route = ROUTE_FLOW_WAYS,
                                          .id = editor->was.id,
                                          .done = take_counts,
                                          .owner = editor,
                                          .is_quiet = true,
                                      });
}

/* Whether a node of some type may refer to such rows. */
static bool is_referred(enum topic topic)
{
    for (int type = 0; type < node_type_count; type++) {
        const struct record *record = node_rule((enum node_type)type)->record;

        for (size_t i = 0; i < record->field_count; i++) {
            int kind = record->fields[i].kind == FIELD_ID
                           ? route_reference(record->fields[i].name)
                           : -1;

            if (kind >= 0 && document_topic((enum document_kind)kind) == topic)
                return true;
        }
    }
    return false;
}

static void hold_topics(struct flow_editor *editor)
{
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        if (is_referred((enum topic)topic) &&
            program_may(editor->program,
                        topic_info((enum topic)topic)->permission)) {
            editor->is_held[topic] = true;
            program_hold(editor->program, (enum topic)topic);
        }
}

void flow_editor_let_go(struct flow_editor *editor)
{
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        if (editor->is_held[topic])
            program_release(editor->program, (enum topic)topic);
}

void flow_editor_fetch(struct flow_editor *editor)
{
    editor->is_sent =
        program_send(editor->program, &(struct errand){
                                          .route = ROUTE_FLOW_DRAFT,
                                          .id = editor->was.id,
                                          .done = take_text,
                                          .owner = editor,
                                          .is_quiet = true,
                                      });
}

/* The row is read before the text is asked for: if somebody saves in between,
 * the version is too old, and not the text. */
int flow_editor_open(struct program *program, uint64_t id)
{
    assert(program);
    const struct replica *rows = program_rows(program);
    const struct replica_row *row =
        rows ? replica_find(rows, TOPIC_FLOWS, id) : NULL;
    struct flow_editor *editor;
    int rc;

    if (!row)
        return -ENOENT;
    editor = calloc(1, sizeof(*editor));
    if (!editor)
        return -ENOMEM;
    editor->program = program;
    editor->was = *(const struct event_flow_set *)row->fields;
    rc = canvas_new(&editor->canvas);
    if (rc == 0)
        rc = canvas_new(&editor->small);
    if (rc < 0) {
        canvas_free(editor->canvas);
        free(editor);
        return rc;
    }
    hold_topics(editor);
    flow_editor_fetch(editor);
    flow_editor_count(editor);
    if (editor->is_held[TOPIC_PROMPTS])
        prompt_sounds_fetch(program, ROUTE_PROMPT_SOUNDS);
    return ui_push(program->ui, &flow_editor_kind, editor);
}

/* What the server would refuse to drop: the msgid of the reason; NULL: none. */
static const char *why_no_drop(const struct program *program)
{
    const struct flow_editor *editor = ui_top(program->ui, &flow_editor_kind);

    if (!editor)
        return NULL;
    if (!editor->was.draft.text[0])
        return N_("There is no draft: callers go through what is stored.");
    if (!editor->was.digest.text[0])
        return N_("Never published: the draft is all there is of it.");
    return NULL;
}

bool flow_editor_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    const char *why = !program_is_live(program)
                          ? N_("Offline: nothing can be changed now.")
                      : action == DO_FLOW_DISCARD ? why_no_drop(program)
                                                  : NULL;

    if (why)
        safe_text_copy(ret_reason, program_text(program, why));
    return !why;
}

bool flow_editor_is_dirty(const struct program *program)
{
    assert(program);
    const struct flow_editor *editor;

    for (size_t n = 0; (editor = ui_nth(program->ui, &flow_editor_kind, n));
         n++)
        if (editor->draft && flow_draft_is_dirty(editor->draft))
            return true;
    return flow_editor_form_is_dirty(program);
}
