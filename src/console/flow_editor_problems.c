/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands against a flow: found here, or said by the server. */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/flow_editor_inside.h"

/* The server says in its own words what was found here already: that is shown
   once. */
static bool is_seen(const struct flow_editor *editor,
                    const struct flow_problem *said)
{
    for (size_t i = 0; i < editor->seen_count; i++)
        if (editor->seen[i].is_severe &&
            editor->seen[i].number == said->number &&
            strcmp(editor->seen[i].place, said->place) == 0)
            return true;
    return false;
}

static void list_seen(struct flow_editor *editor, bool is_severe)
{
    for (size_t i = 0; i < editor->seen_count; i++)
        if (editor->seen[i].is_severe == is_severe)
            editor->problems[editor->problem_count++] = &editor->seen[i];
}

void flow_editor_list(struct flow_editor *editor)
{
    bool is_so = editor->said_stamp == flow_draft_stamp(editor->draft);

    editor->problem_count = 0;
    list_seen(editor, true);
    for (size_t i = 0; is_so && i < editor->said_count; i++)
        if (!is_seen(editor, &editor->said[i]))
            editor->problems[editor->problem_count++] = &editor->said[i];
    list_seen(editor, false);
    if (editor->problem_at > editor->problem_count)
        editor->problem_at = 0;
}

static void hear(struct flow_editor *editor, int number, const char *place,
                 const char *words)
{
    struct flow_problem *said = &editor->said[editor->said_count];
    struct safe_text text;

    if (editor->said_count == FLOW_SAID)
        return;
    editor->said_count++;
    said->number = number;
    said->is_severe = true;
    snprintf(said->place, sizeof(said->place), "%.*s",
             (int)sizeof(said->place) - 1, place);
    safe_text_copy(&text, words);
    snprintf(said->text, sizeof(said->text), "%.*s",
             (int)sizeof(said->text) - 1, text.text);
}

void flow_editor_hear(struct flow_editor *editor, int number, const char *words)
{
    editor->said_count = 0;
    editor->said_stamp = editor->sent_stamp;
    hear(editor, number, "?", words); /* no place is called so */
    flow_editor_list(editor);
}

/* An exit or a setting as screens call it; what none is called so stays. */
static const char *word_of(const struct flow_editor *editor, int index,
                           const char *field)
{
    const struct json_t *node =
        index < 0 ? NULL : flow_draft_node(editor->draft, (size_t)index);
    int type = node ? flow_kind_of(node) : -ENOENT;
    struct flow_exit exits[FLOW_EXITS];
    size_t count = node ? flow_kind_exits(node, exits) : 0;

    for (size_t i = 0; i < count; i++)
        if (!exits[i].is_choice && strcmp(exits[i].key, field) == 0)
            return program_text(editor->program,
                                flow_kind_exit_name(&exits[i]));
    if (type < 0)
        return field;

    const struct record *record = node_rule((enum node_type)type)->record;
    const struct field *setting = record_field(record, field);

    return setting
               ? program_text(editor->program, document_label(record, setting))
               : field;
}

/* A node that is in the draft no more is no node of it. */
static void hear_problem(struct flow_editor *editor, const struct json_t *item)
{
    const char *name = value_get_text(item, "node");
    const char *field = value_get_text(item, "field");
    const char *says = value_get_text(item, "says");
    int index = name && *name ? flow_draft_named(editor->draft, name) : -1;
    struct safe_text text;

    safe_text_format(&text, "%s%s%s",
                     field ? word_of(editor, index, field) : "",
                     field && *field ? ": " : "", says ? says : "");
    hear(editor,
         index < 0 ? 0 : flow_draft_number(editor->draft, (size_t)index),
         field ? field : "", text.text);
}

static void tell_refusal(struct flow_editor *editor)
{
    const struct flow_problem *first = &editor->said[0];
    struct safe_text place;

    editor->is_refused = false;
    if (editor->said_count == 0) {
        ui_say(editor->program->ui, SEVERITY_WARNING, "%s",
               program_text(editor->program,
                            N_("Not published, but it could be by now: try "
                               "again.")));
        return;
    }
    safe_text_copy(&place, "");
    if (first->number > 0)
        safe_text_format(&place, "%d  ", first->number);
    flow_editor_select(editor, flow_draft_find(editor->draft, first->number));
    safe_text_format(
        &editor->refused,
        program_text(editor->program, N_("Not published: %zu to mend. %s%s")),
        editor->said_count, place.text, first->text);
    ui_say(editor->program->ui, SEVERITY_WARNING, "%s", editor->refused.text);
}

/* Without an answer what was found here is all that is known. */
static void take_problems(void *owner, const struct outcome *outcome)
{
    struct flow_editor *editor = owner;
    const struct json_t *items = value_get(outcome->value, "items");

    if (--editor->asking > 0)
        return;
    if (!outcome->is_done || !editor->draft) {
        editor->is_refused = false;
        return;
    }
    editor->said_count = 0;
    editor->said_stamp = editor->stored_stamp;
    for (size_t i = 0; i < value_count(items); i++)
        hear_problem(editor, value_at(items, i));
    flow_editor_list(editor);
    if (editor->is_refused)
        tell_refusal(editor);
}

void flow_editor_ask_problems(struct flow_editor *editor, bool is_refused)
{
    editor->is_refused |= is_refused;
    if (program_send(editor->program, &(struct errand){
                                          .route = ROUTE_FLOW_PROBLEMS,
                                          .id = editor->was.id,
                                          .done = take_problems,
                                          .owner = editor,
                                          .is_quiet = !is_refused,
                                      }))
        editor->asking++;
}

void flow_editor_next_problem(struct flow_editor *editor)
{
    if (editor->problem_count == 0) {
        ui_say(editor->program->ui, SEVERITY_INFO, "%s",
               program_text(editor->program, N_("There are no problems.")));
        return;
    }
    editor->problem_at %= editor->problem_count;
    const struct flow_problem *problem = editor->problems[editor->problem_at++];
    enum severity severity =
        problem->is_severe ? SEVERITY_WARNING : SEVERITY_INFO;

    flow_editor_select(editor, flow_draft_find(editor->draft, problem->number));
    if (problem->number > 0)
        ui_say(editor->program->ui, severity, "%d  %s", problem->number,
               problem->text);
    else
        ui_say(editor->program->ui, severity, "%s", problem->text);
}
