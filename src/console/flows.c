/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The screen of the list of flows. */

#include "console/flows.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_copy.h"
#include "console/document_value.h"
#include "console/flow_editor.h"
#include "console/flow_rename.h"
#include "console/key.h"
#include "core/event.h"
#include "tui/confirm.h"
#include "tui/match.h"
#include "tui/table.h"
#include "wire/word_label.h"

enum { FLOWS_FILTER_SIZE = 128 };
enum { COLUMN_NAME, COLUMN_TYPE, COLUMN_VERSION, COLUMN_STATE, COLUMN_ENTRIES };

struct flows {
    struct program *program;
    struct table *table;
    char words[FLOWS_FILTER_SIZE];
    uint64_t removed_id; /* that is asked about */
    char tag[DOCUMENT_TAG_SIZE];
    char name[64];
    struct name copy; /* that is being made */
    bool is_copying;  /* one at a time: its name is one */
};

static const struct table_column columns[] = {
    { N_("Flow"), 12, 30, 2, 0, false, true },
    { N_("Type"), 12, 12, 0, 0, false, true },
    { N_("Version"), 9, 9, 0, 2, true, true },
    { N_("State"), 19, 19, 0, 0, false, true },
    { N_("Numbers that lead here"), 24, 40, 3, 1, false, false },
};

static const struct event_flow_set *flow_at(const struct flows *flows,
                                            size_t row)
{
    const struct replica *rows = program_rows(flows->program);
    size_t count = document_rows(flows->program, TOPIC_FLOWS);

    for (size_t i = 0; i < count; i++) {
        const struct event_flow_set *flow =
            replica_at(rows, TOPIC_FLOWS, i)->fields;

        if (match_words(flow->name.text, flows->words) && row-- == 0)
            return flow;
    }
    return NULL;
}

static size_t source_count(void *arg)
{
    const struct flows *flows = arg;
    const struct replica *rows = program_rows(flows->program);
    size_t count = 0;

    for (size_t i = 0; i < document_rows(flows->program, TOPIC_FLOWS); i++) {
        const struct event_flow_set *flow =
            replica_at(rows, TOPIC_FLOWS, i)->fields;

        count += match_words(flow->name.text, flows->words);
    }
    return count;
}

static void source_row(void *arg, size_t row, struct table_row *ret_row)
{
    ret_row->id = flow_at(arg, row)->id;
}

/* The entries that begin with it: "+420 555 0100, 600". */
static void word_entries(const struct flows *flows, uint64_t id,
                         struct safe_text *ret_text)
{
    const struct replica *rows = program_rows(flows->program);
    char text[SAFE_TEXT_SIZE] = "";
    size_t length = 0;

    for (size_t i = 0; i < document_rows(flows->program, TOPIC_ENTRIES); i++) {
        const struct event_entry_set *entry =
            replica_at(rows, TOPIC_ENTRIES, i)->fields;

        if (entry->flow_id != id)
            continue;
        int used = snprintf(text + length, sizeof(text) - length, "%s%s",
                            length > 0 ? ", " : "", entry->number.text);
        if (used < 0 || (size_t)used >= sizeof(text) - length)
            break;
        length += (size_t)used;
    }
    safe_text_copy(ret_text, text);
}

/* Whether callers go through it, and whether something else is to follow. */
static const char *state_of(const struct event_flow_set *flow)
{
    if (!flow->digest.text[0])
        return N_("never published");

    return flow->draft.text[0] ? N_("published, draft") : N_("published");
}

static const char *type_of(const struct event_flow_set *flow)
{
    return word_label(&word_list_flow_sort,
                      word_spell(&word_list_flow_sort, (int)flow->flow_type));
}

static void source_cell(void *arg, size_t row, int column,
                        struct table_cell *ret_cell)
{
    const struct flows *flows = arg;
    const struct event_flow_set *flow = flow_at(flows, row);

    ret_cell->look = LOOK(TEXT, 0);
    if (column == COLUMN_NAME)
        safe_text_copy(&ret_cell->text, flow->name.text);
    else if (column == COLUMN_TYPE)
        safe_text_copy(&ret_cell->text,
                       program_text(flows->program, type_of(flow)));
    else if (column == COLUMN_VERSION)
        safe_text_format(&ret_cell->text, "%lld", (long long)flow->version);
    else if (column == COLUMN_STATE)
        safe_text_copy(&ret_cell->text,
                       program_text(flows->program, state_of(flow)));
    else
        word_entries(flows, flow->id, &ret_cell->text);
    if (column == COLUMN_STATE && !flow->digest.text[0])
        ret_cell->look = LOOK(WARN, 0);
}

static int source_compare(void *arg, size_t a, size_t b, int column)
{
    const struct event_flow_set *one = flow_at(arg, a), *two = flow_at(arg, b);

    if (column == COLUMN_TYPE)
        return (one->flow_type > two->flow_type) -
               (one->flow_type < two->flow_type);
    if (column == COLUMN_VERSION)
        return (one->version > two->version) - (one->version < two->version);
    if (column == COLUMN_STATE)
        return strcmp(state_of(one), state_of(two));
    return strcmp(one->name.text, two->name.text);
}

static const struct event_flow_set *selected(struct flows *flows)
{
    size_t row = table_selected(flows->table);

    return row == SIZE_MAX ? NULL : flow_at(flows, row);
}

/* Deleting. */

static void removed(void *owner, const struct outcome *outcome)
{
    struct flows *flows = owner;

    if (outcome->is_done)
        ui_say(flows->program->ui, SEVERITY_INFO,
               program_text(flows->program, N_("%s is deleted.")), flows->name);
}

static void answer_removal(void *arg, bool is_yes)
{
    struct flows *flows = arg;

    if (is_yes)
        (void)program_send(flows->program, &(struct errand){
                                               .route = ROUTE_FLOW_REMOVE,
                                               .id = flows->removed_id,
                                               .match = flows->tag,
                                               .done = removed,
                                               .owner = flows,
                                           });
}

static void ask_removal(struct flows *flows)
{
    const struct event_flow_set *flow = selected(flows);
    struct safe_text users;

    if (!flow)
        return;
    word_entries(flows, flow->id, &users);
    flows->removed_id = flow->id;
    document_tag(document_kind_info(DOCUMENT_FLOW)->record, flow, flows->tag);
    snprintf(flows->name, sizeof(flows->name), "%s", flow->name.text);
    (void)confirm_push(
        flows->program->ui,
        &(struct confirm){
            .title = N_("Delete flow"),
            .lines = { flows->name,
                       users.text[0] ? N_("Numbers that lead here:") : NULL,
                       users.text[0] ? users.text : NULL },
            .name = flows->name,
            .yes = N_("Delete"),
            .answer = answer_removal,
            .arg = flows,
        });
}

/* Copying: the draft, if there is one, and as a draft. */

static void copied(void *owner, const struct outcome *outcome)
{
    struct flows *flows = owner;
    int64_t id = value_get_integer(outcome->value, "id", 0);

    flows->is_copying = false;
    if (!outcome->is_done)
        return;
    ui_say(flows->program->ui, SEVERITY_INFO,
           program_text(flows->program, N_("%s is added. Enter opens it.")),
           flows->copy.text);
    if (id > 0)
        table_select(flows->table, (uint64_t)id);
}

static void take_text(void *owner, const struct outcome *outcome)
{
    struct flows *flows = owner;
    struct json_t *body = value_object();
    char *text =
        outcome->is_done ? value_print(outcome->value, VALUE_COMPACT) : NULL;
    int rc = text ? 0 : -ENOMEM;

    rc |= value_set_text(body, "name", flows->copy.text);
    rc |= value_set_flag(body, "draft", true);
    rc |= value_set(body, "text", text ? value_text(text) : NULL);
    free(text);
    if (!outcome->is_done || rc < 0) {
        flows->is_copying = false;
        value_free(body);
        return;
    }
    flows->is_copying =
        program_send(flows->program, &(struct errand){
                                         .route = ROUTE_FLOW_CREATE,
                                         .body = body,
                                         .done = copied,
                                         .owner = flows,
                                     });
}

static void copy_selected(struct flows *flows)
{
    const struct event_flow_set *flow = selected(flows);
    const struct document_list list = {
        .record = document_kind_info(DOCUMENT_FLOW)->record,
        .topic = TOPIC_FLOWS,
    };
    struct event_flow_set copy;

    if (!flow)
        return;
    if (flows->is_copying) {
        ui_say(flows->program->ui, SEVERITY_INFO, "%s",
               program_text(flows->program,
                            N_("Another flow is being copied: wait for it.")));
        return;
    }
    document_copy(flows->program, &list, flow, &copy);
    flows->copy = copy.name;
    flows->is_copying =
        program_send(flows->program, &(struct errand){
                                         .route = ROUTE_FLOW_DRAFT,
                                         .id = flow->id,
                                         .done = take_text,
                                         .owner = flows,
                                     });
}

/* The screen. */

static void flows_draw(void *state, const struct surface *surface)
{
    struct flows *flows = state;
    struct surface rows =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns);

    surface_rule(surface, 0, surface_say(surface, N_("Flows")), NULL);
    table_draw(flows->table, &rows, true, ui_now_us(flows->program->ui));
    if (document_rows(flows->program, TOPIC_FLOWS) == 0)
        surface_label(&rows, (struct place){ 1, 3, 0, false }, LOOK(DIM, 0),
                      N_("There are none yet. a adds one."));
}

static bool flows_input(void *state, const struct input *input)
{
    struct flows *flows = state;

    switch (table_input(flows->table, input, ui_now_us(flows->program->ui))) {
    case TABLE_OPENED:
        ui_run(flows->program->ui, DO_FLOW_OPEN);
        return true;
    case TABLE_TAKEN:
        return true;
    default:
        return false;
    }
}

static void open_selected(struct flows *flows)
{
    const struct event_flow_set *flow = selected(flows);

    if (flow && flow_editor_open(flows->program, flow->id) == -ENOMEM)
        ui_say(flows->program->ui, SEVERITY_ERROR, "%s",
               program_text(flows->program, N_("Out of memory.")));
}

static void rename_selected(struct flows *flows)
{
    const struct event_flow_set *flow = selected(flows);

    if (flow && flow_rename_open(flows->program, flow) == -ENOMEM)
        ui_say(flows->program->ui, SEVERITY_ERROR, "%s",
               program_text(flows->program, N_("Out of memory.")));
}

static bool flows_run_here(void *state, int action)
{
    struct flows *flows = state;

    switch (action) {
    case DO_FLOW_OPEN:
        open_selected(flows);
        return true;
    case DO_FLOW_ADD:
        (void)flow_new_open(flows->program);
        return true;
    case DO_FLOW_COPY:
        copy_selected(flows);
        return true;
    case DO_FLOW_RENAME:
        rename_selected(flows);
        return true;
    case DO_FLOW_REMOVE:
        ask_removal(flows);
        return true;
    default:
        return false;
    }
}

static void flows_filter(void *state, const char *words)
{
    struct flows *flows = state;

    snprintf(flows->words, sizeof(flows->words), "%s", words);
}

static struct table *flows_table(const void *state, int n)
{
    return n == 0 ? ((const struct flows *)state)->table : NULL;
}

static void flows_free(void *state)
{
    struct flows *flows = state;

    errands_forget(flows->program->errands, flows);
    program_release(flows->program, TOPIC_FLOWS);
    program_release(flows->program, TOPIC_ENTRIES);
    table_free(flows->table);
    free(flows);
}

static const struct view_kind flows_kind = {
    .name = N_("IVR"),
    .scopes = { SCOPE_FLOWS, SCOPE_LIST, SCOPE_TABLE },
    .draw = flows_draw,
    .input = flows_input,
    .run = flows_run_here,
    .filter = flows_filter,
    .table = flows_table,
    .free = flows_free,
};

int flows_open(struct program *program)
{
    assert(program);
    struct flows *flows = calloc(1, sizeof(*flows));

    if (!flows)
        return -ENOMEM;
    struct table_source source = {
        .count = source_count,
        .row = source_row,
        .cell = source_cell,
        .compare = source_compare,
        .arg = flows,
    };
    flows->program = program;
    int rc = table_new(columns, (int)(sizeof(columns) / sizeof(columns[0])),
                       &source, &flows->table);
    if (rc < 0) {
        free(flows);
        return rc;
    }
    program_hold(program, TOPIC_FLOWS);
    program_hold(program, TOPIC_ENTRIES);
    table_sort(flows->table, COLUMN_NAME, false);
    return ui_replace(program->ui, &flows_kind, flows);
}

bool flows_run(struct program *program, int action)
{
    if (action != DO_FLOW_OPEN && action != DO_FLOW_ADD &&
        action != DO_FLOW_COPY && action != DO_FLOW_RENAME &&
        action != DO_FLOW_REMOVE)
        return false;
    ui_run(program->ui, DO_FLOW_LIST);
    if (action == DO_FLOW_ADD && ui_top(program->ui, &flows_kind))
        (void)flow_new_open(program);
    return true;
}
