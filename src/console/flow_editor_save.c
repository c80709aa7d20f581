/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends a flow, and takes the answer. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_list.h"
#include "console/document_value.h"
#include "console/flow_editor_inside.h"
#include "tui/menu.h"

static const struct record *flow_record(void)
{
    return document_kind_info(DOCUMENT_FLOW)->record;
}

/* Two ways out of a conflict; Esc is the third. */

enum { KEEP_MINE, TAKE_THEIRS, CONFLICT_ITEMS };

static int count_ways(const void *arg)
{
    (void)arg;
    return CONFLICT_ITEMS;
}

static void way_item(const void *arg, int n, const struct style *style,
                     struct menu_item *ret_item)
{
    (void)arg;
    ret_item->letter = n == KEEP_MINE ? 'm' : 't';
    safe_text_copy(
        &ret_item->label,
        lang_text(style->language, n == KEEP_MINE
                                       ? N_("Overwrite everything with mine")
                                       : N_("Drop mine, show theirs")));
}

static void reopen(struct flow_editor *editor)
{
    struct program *program = editor->program;
    uint64_t id = editor->was.id;

    ui_close(program->ui, editor);
    (void)flow_editor_open(program, id);
}

/* Mine goes over what is stored now, whatever that is: it was asked for. */
static void choose_way(void *arg, int n, uint32_t stroke)
{
    struct flow_editor *editor = arg;
    const struct replica *rows = program_rows(editor->program);
    const struct replica_row *row =
        rows ? replica_find(rows, TOPIC_FLOWS, editor->was.id) : NULL;

    (void)stroke;
    if (n == TAKE_THEIRS) {
        reopen(editor);
        return;
    }
    if (row)
        editor->was.version =
            ((const struct event_flow_set *)row->fields)->version;
    flow_editor_save(editor);
}

static void ask_conflict(struct flow_editor *editor)
{
    (void)menu_push(
        editor->program->ui,
        &(struct menu){
            .title = N_("Not saved"),
            .hint = N_("Somebody else has saved this flow meanwhile."),
            .cells = 56,
            .count = count_ways,
            .item = way_item,
            .choose = choose_way,
            .arg = editor,
        });
}

/* "nodes[3].on_timeout": the node is selected, and the problem is listed. */
static void show_refusal(struct flow_editor *editor,
                         const struct outcome *outcome)
{
    const char *place = strstr(outcome->problem.field, "nodes[");
    int index = place ? (int)strtol(place + strlen("nodes["), NULL, 10) : -1;
    bool has_node =
        index >= 0 && (size_t)index < flow_draft_count(editor->draft);

    ui_say(editor->program->ui, SEVERITY_ERROR, "%s", outcome->complaint.text);
    flow_editor_hear(
        editor, has_node ? flow_draft_number(editor->draft, (size_t)index) : 0,
        outcome->complaint.text);
    if (has_node)
        flow_editor_select(editor, index);
}

static void take_digest(const struct json_t *flow, const char *key,
                        struct digest *digest)
{
    const char *is = value_get_text(flow, key);

    if (is)
        (void)snprintf(digest->text, sizeof(digest->text), "%s", is);
}

void flow_editor_stored(struct flow_editor *editor, const struct json_t *flow)
{
    editor->was.version =
        value_get_integer(flow, "version", editor->was.version + 1);
    take_digest(flow, "digest", &editor->was.digest);
    take_digest(flow, "draft", &editor->was.draft);
}

static void saved(void *owner, const struct outcome *outcome)
{
    struct flow_editor *editor = owner;

    editor->is_sent = false;
    if (!outcome->is_done && outcome->rc == 0 &&
        outcome->problem.status == 412) {
        ask_conflict(editor);
        return;
    }
    if (!outcome->is_done) {
        show_refusal(editor, outcome);
        return;
    }
    flow_editor_stored(editor, outcome->value);
    flow_draft_clean(editor->draft);
    editor->stored_stamp = editor->sent_stamp;
    flow_editor_ask_problems(editor, false);
    ui_say(editor->program->ui, SEVERITY_INFO,
           program_text(editor->program, N_("%s is saved.")),
           editor->was.name.text);
}

static struct json_t *body_of(const struct flow_editor *editor)
{
    struct json_t *text = flow_draft_text(editor->draft);
    struct json_t *body = value_object();
    char *printed = value_print(text, VALUE_COMPACT);
    int rc = value_set_text(body, "name", editor->was.name.text);

    rc |= value_set_flag(body, "draft", true);
    rc |= value_set(body, "text", printed ? value_text(printed) : NULL);
    free(printed);
    value_free(text);
    return rc == 0 ? body : value_free(body);
}

void flow_editor_save(struct flow_editor *editor)
{
    char tag[DOCUMENT_TAG_SIZE];

    if (editor->is_sent) {
        ui_say(editor->program->ui, SEVERITY_INFO, "%s",
               program_text(editor->program,
                            N_("The server has not answered yet.")));
        return;
    }
    struct json_t *body = body_of(editor);
    if (flow_editor_failed(editor, body ? 0 : -1))
        return;
    document_tag(flow_record(), &editor->was, tag);
    flow_draft_send(editor->draft);
    editor->sent_stamp = flow_draft_stamp(editor->draft);
    editor->is_sent =
        program_send(editor->program, &(struct errand){
                                          .route = ROUTE_FLOW_CHANGE,
                                          .id = editor->was.id,
                                          .match = tag,
                                          .body = body,
                                          .done = saved,
                                          .owner = editor,
                                          .is_quiet = true,
                                      });
}
