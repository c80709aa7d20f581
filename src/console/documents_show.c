/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table and the details of one kind of document, made from its record. */

#include <errno.h>
#include <string.h>

#include "base/mark.h"
#include "console/documents_inside.h"
#include "console/setting_label.h"
#include "console/word.h"

enum { DETAIL_CELLS = 40, DETAIL_LABEL = 18 };

static void fill_cell(const void *arg, const struct replica_row *row,
                      int column, struct table_cell *ret_cell)
{
    const struct documents *list = arg;

    if (list->fields[column])
        document_show(list->program, list->fields[column], row->fields,
                      &ret_cell->text);
    else
        documents_tell_now(list->program, documents_shown(list)->kind, row->id,
                           &ret_cell->text);
}

int documents_show(struct documents *list)
{
    const struct document_screen *screen = documents_shown(list);
    const struct record *record = document_kind_info(screen->kind)->record;
    struct roll *roll;
    int count = 0;

    for (; screen->columns[count]; count++) {
        list->fields[count] = record_field(record, screen->columns[count]);
        list->columns[count] = (struct table_column){
            .name = setting_label(list->fields[count]),
            .min = 8,
            .want = count == 0 ? 12 : 14,
            .weight = count < 2,
            .drop = count < 2 ? 0 : count,
            .can_sort = true,
        };
    }
    list->fields[count] = NULL;
    list->columns[count] = (struct table_column){
        .name = N_("Now"),
        .min = 10,
        .want = 14,
        .drop = 1,
        .can_sort = true,
    };
    list->roll_kind = (struct roll_kind){
        .topic = screen->topic,
        .columns = list->columns,
        .column_count = count + 1,
        .cell_of = fill_cell,
        .arg = list,
    };
    int rc = roll_new(list->program, &list->roll_kind, &roll);
    if (rc < 0)
        return rc;
    roll_free(list->roll);
    list->roll = roll;
    return 0;
}

static void tell_queue(const struct program *program, uint64_t id,
                       struct safe_text *ret_text)
{
    const struct replica_row *row =
        replica_find(program_rows(program), TOPIC_QUEUES, id);

    if (row)
        safe_text_format(
            ret_text, program_text(program, N_("%lld waiting")),
            (long long)((const struct topic_queues *)row->fields)->waiting);
}

static void tell_trunk(const struct program *program, uint64_t id,
                       struct safe_text *ret_text)
{
    const struct replica *rows = program_rows(program);
    size_t channels = 0;

    for (size_t i = 0; i < replica_count(rows, TOPIC_CONTACTS); i++) {
        const struct topic_contacts *contact =
            replica_at(rows, TOPIC_CONTACTS, i)->fields;

        channels += contact->trunk_id == id;
    }
    safe_text_format(
        ret_text,
        P_(program_language(program), "%zu call", "%zu calls", channels),
        channels);
}

/* Of a phone by its agent; nobody else asks whether it is there. */
static void tell_agent(const struct program *program, bool is_device,
                       uint64_t id, struct safe_text *ret_text)
{
    const struct replica *rows = program_rows(program);

    for (size_t i = 0; i < replica_count(rows, TOPIC_AGENTS); i++) {
        const struct topic_agents *agent =
            replica_at(rows, TOPIC_AGENTS, i)->fields;

        if (!is_device && agent->agent_id == id)
            word_state(agent->state, program_language(program), ret_text);
        if (is_device && agent->device_id == id)
            safe_text_copy(ret_text,
                           agent->reachable
                               ? program_text(program, N_("reachable"))
                               : program_text(program, N_("unreachable")));
    }
}

void documents_tell_now(const struct program *program, enum document_kind kind,
                        uint64_t id, struct safe_text *ret_text)
{
    safe_text_copy(ret_text, "");
    if (kind == DOCUMENT_QUEUE)
        tell_queue(program, id, ret_text);
    else if (kind == DOCUMENT_TRUNK)
        tell_trunk(program, id, ret_text);
    else if (kind == DOCUMENT_AGENT || kind == DOCUMENT_DEVICE)
        tell_agent(program, kind == DOCUMENT_DEVICE, id, ret_text);
}

static void draw_setting(const struct program *program,
                         const struct surface *surface, int n, int per_column,
                         const struct field *field, const void *data)
{
    int column = n / per_column * DETAIL_CELLS;
    int row = 1 + n % per_column;
    struct safe_text text;

    document_show(program, field, data, &text);
    surface_label(surface,
                  (struct place){ row, column + 1, DETAIL_LABEL, false },
                  LOOK(DIM, 0), setting_label(field));
    surface_text(surface,
                 (struct place){ row, column + DETAIL_LABEL + 2,
                                 DETAIL_CELLS - DETAIL_LABEL - 3, false },
                 LOOK(TEXT, 0), &text);
}

void documents_draw_selected(struct documents *list,
                             const struct surface *surface)
{
    const struct replica_row *row = documents_selected(list);
    enum document_kind kind = documents_shown(list)->kind;
    const struct record *record = document_kind_info(kind)->record;
    struct safe_text name = { .text = "" };
    int n = 0;

    if (row)
        (void)document_name(list->program, kind, row->id, &name);
    surface_rule(surface, 0, name.text, NULL);
    for (size_t i = 0; row && i < record->field_count; i++)
        if (record->fields[i].is_setting)
            draw_setting(list->program, surface, n++, surface->rows - 1,
                         &record->fields[i], row->fields);
}
