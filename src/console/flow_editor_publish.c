/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leads callers into what was saved, or tells what stands against it. */

#include <string.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "console/document_value.h"
#include "console/flow_editor_inside.h"
#include "tui/confirm.h"

/* What stands against it is told with its node as soon as that is known. */
static void refused(struct flow_editor *editor, const struct outcome *outcome)
{
    if (strcmp(outcome->problem.code, "flow_not_ready") == 0)
        flow_editor_ask_problems(editor, true);
    else
        ui_say(editor->program->ui, SEVERITY_ERROR, "%s",
               outcome->complaint.text);
}

static void published(void *owner, const struct outcome *outcome)
{
    struct flow_editor *editor = owner;

    editor->is_sent = false;
    if (!outcome->is_done) {
        refused(editor, outcome);
        return;
    }
    flow_editor_stored(editor, outcome->value);
    flow_editor_ask_problems(editor, false);
    ui_say(editor->program->ui, SEVERITY_INFO,
           program_text(editor->program,
                        N_("%s is published: callers go this way now.")),
           editor->was.name.text);
}

static void answer(void *arg, bool is_yes)
{
    struct flow_editor *editor = arg;
    struct json_t *body = value_object();
    char tag[DOCUMENT_TAG_SIZE];

    if (!is_yes) {
        value_free(body);
        return;
    }
    document_tag(document_kind_info(DOCUMENT_FLOW)->record, &editor->was, tag);
    ui_unsay(editor->program->ui, editor->refused.text); /* of the last time */
    editor->is_sent =
        program_send(editor->program, &(struct errand){
                                          .route = ROUTE_FLOW_PUBLISH,
                                          .id = editor->was.id,
                                          .match = tag,
                                          .body = body,
                                          .done = published,
                                          .is_quiet = true,
                                          .owner = editor,
                                      });
}

void flow_editor_publish(struct flow_editor *editor)
{
    if (flow_draft_is_dirty(editor->draft)) {
        ui_say(editor->program->ui, SEVERITY_WARNING, "%s",
               program_text(editor->program,
                            N_("Save it first: Ctrl-S. What is saved is "
                               "published.")));
        return;
    }
    if (editor->is_sent)
        return;
    (void)confirm_push(
        editor->program->ui,
        &(struct confirm){
            .title = N_("Publish"),
            .lines = { editor->was.name.text,
                       N_("Callers who come from now on go this way.") },
            .yes = N_("Publish"),
            .answer = answer,
            .arg = editor,
        });
}
