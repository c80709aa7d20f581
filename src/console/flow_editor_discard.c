/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drops what was saved and not published. */

#include "base/mark.h"
#include "console/document_list.h"
#include "console/document_value.h"
#include "console/flow_editor_inside.h"
#include "tui/confirm.h"

static void discarded(void *owner, const struct outcome *outcome)
{
    struct flow_editor *editor = owner;

    editor->is_sent = false;
    if (!outcome->is_done) {
        ui_say(editor->program->ui, SEVERITY_ERROR, "%s",
               outcome->complaint.text);
        return;
    }
    flow_editor_stored(editor, outcome->value);
    flow_editor_fetch(editor);
    ui_say(editor->program->ui, SEVERITY_INFO,
           program_text(editor->program,
                        N_("The draft of %s is dropped; callers go through "
                           "what was published.")),
           editor->was.name.text);
}

static void answer(void *arg, bool is_yes)
{
    struct flow_editor *editor = arg;
    char tag[DOCUMENT_TAG_SIZE];

    if (!is_yes || editor->is_sent)
        return;
    document_tag(document_kind_info(DOCUMENT_FLOW)->record, &editor->was, tag);
    editor->is_sent =
        program_send(editor->program, &(struct errand){
                                          .route = ROUTE_FLOW_DISCARD,
                                          .id = editor->was.id,
                                          .match = tag,
                                          .done = discarded,
                                          .is_quiet = true,
                                          .owner = editor,
                                      });
}

void flow_editor_discard(struct flow_editor *editor)
{
    (void)confirm_push(
        editor->program->ui,
        &(struct confirm){
            .title = N_("Drop the draft"),
            .lines = { editor->was.name.text,
                       N_("What was saved and not published is gone then, and "
                          "what you have changed.") },
            .yes = N_("Drop it"),
            .answer = answer,
            .arg = editor,
        });
}
