/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leads callers into what was saved, or tells what stands against it. */

#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "console/document_value.h"
#include "console/flow_editor_inside.h"
#include "tui/confirm.h"

void flow_editor_hear(struct flow_editor *editor, int number, const char *words)
{
    struct flow_problem *said = &editor->said[editor->said_count];
    struct safe_text text;

    if (editor->said_count == FLOW_SAID)
        return;
    editor->said_count++;
    safe_text_copy(&text, words);
    said->number = number;
    said->is_severe = true;
    snprintf(said->text, sizeof(said->text), "%.*s",
             (int)sizeof(said->text) - 1, text.text);
}

static void hear_problem(struct flow_editor *editor, const struct json_t *item)
{
    const char *name = value_get_text(item, "node");
    const char *field = value_get_text(item, "field");
    const char *says = value_get_text(item, "says");
    int index = name && *name ? flow_draft_named(editor->draft, name) : -1;
    struct safe_text text;

    safe_text_format(&text, "%s%s%s", field ? field : "",
                     field && *field ? ": " : "", says ? says : "");
    flow_editor_hear(
        editor, index < 0 ? 0 : flow_draft_number(editor->draft, (size_t)index),
        text.text);
}

static void take_problems(void *owner, const struct outcome *outcome)
{
    struct flow_editor *editor = owner;
    const struct json_t *items = value_get(outcome->value, "items");

    editor->said_count = 0;
    for (size_t i = 0; i < value_count(items); i++)
        hear_problem(editor, value_at(items, i));
    if (editor->said_count == 0)
        return;
    ui_say(editor->program->ui, SEVERITY_WARNING,
           program_text(editor->program, N_("Not published: %d  %s")),
           editor->said[0].number, editor->said[0].text);
    flow_editor_select(editor,
                       flow_draft_find(editor->draft, editor->said[0].number));
}

static void ask_problems(struct flow_editor *editor)
{
    (void)program_send(editor->program, &(struct errand){
                                            .route = ROUTE_FLOW_PROBLEMS,
                                            .id = editor->was.id,
                                            .done = take_problems,
                                            .owner = editor,
                                        });
}

/* What stands against it is told with its node; all else as it was said. */
static void refused(struct flow_editor *editor, const struct outcome *outcome)
{
    if (strcmp(outcome->problem.code, "flow_not_ready") == 0)
        ask_problems(editor);
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
    editor->said_count = 0;
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
