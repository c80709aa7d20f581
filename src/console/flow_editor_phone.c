/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server rings whoever edits a flow, and leads the call through it. */

#include <assert.h>

#include "base/mark.h"
#include "console/flow_editor_inside.h"
#include "console/phone.h"
#include "core/words.h"

static void rings(void *owner, const struct outcome *outcome)
{
    struct program *program = ((struct flow_editor *)owner)->program;

    if (!outcome->is_done)
        ui_say(program->ui, SEVERITY_ERROR, "%s", outcome->complaint.text);
    else
        ui_say(program->ui, SEVERITY_INFO, "%s  %s",
               program_text(program, phone_is_heard_by(program)),
               program_text(program,
                            N_("The trial ends where a caller would leave "
                               "the flow.")));
}

enum speech flow_editor_speech(const struct flow_editor *editor)
{
    assert(editor);
    int word = word_find(&word_list_speech,
                         lang_code(program_language(editor->program)));

    return word < 0 ? SPEAKS_EN : (enum speech)word;
}

void flow_editor_call(struct flow_editor *editor, enum speech language)
{
    assert(editor);
    struct json_t *body;

    if (flow_draft_is_dirty(editor->draft)) {
        ui_say(editor->program->ui, SEVERITY_WARNING, "%s",
               program_text(editor->program,
                            N_("Save it first, by Ctrl-S in the picture: what "
                               "is saved is what is heard.")));
        return;
    }

    body = value_object();
    if (value_set_text(body, "language",
                       word_spell(&word_list_speech, (int)language)) < 0)
        body = value_free(body);
    if (!body) {
        ui_say(editor->program->ui, SEVERITY_ERROR, "%s",
               program_text(editor->program, N_("Out of memory.")));
        return;
    }
    (void)program_send(editor->program, &(struct errand){
                                            .route = ROUTE_FLOW_BY_PHONE,
                                            .id = editor->was.id,
                                            .body = body,
                                            .done = rings,
                                            .is_quiet = true,
                                            .owner = editor,
                                        });
}
