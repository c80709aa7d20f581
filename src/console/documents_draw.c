/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tabs, rows, and the rest of the selected one. */

#include <assert.h>
#include <string.h>

#include "console/document_line.h"
#include "console/document_value.h"
#include "console/documents_inside.h"
#include "base/mark.h"
#include "lang/cells.h"
#include "tui/chart.h"

enum { LABEL_CELLS = 20 };

/* How many answer. */
static void note_trunks(const struct documents *documents,
                        const struct surface *surface,
                        struct safe_text *ret_note)
{
    const struct replica *rows = program_rows(documents->program);

    if (document_rows(documents->program, TOPIC_SERVER) == 0)
        return;

    const struct topic_server *server =
        replica_at(rows, TOPIC_SERVER, 0)->fields;
    safe_text_format(ret_note,
                     surface_say(surface, N_("%lld of %lld trunks answer")),
                     (long long)server->trunks_up, (long long)server->trunks);
}

static void draw_tabs(const struct documents *documents,
                      const struct surface *surface)
{
    const char *titles[DOCUMENT_LISTS];
    int count = 0, selected = 0;
    struct safe_text note;

    for (int i = 0; i < DOCUMENT_LISTS; i++) {
        const struct document_list *list = document_list_at(i);

        if (list->group != documents->list->group)
            continue;
        if (list == documents->list)
            selected = count;
        titles[count++] = list->title;
    }
    chart_tabs(surface, 0, titles, count, selected);
    safe_text_copy(&note, "");
    if (documents->list->kind == DOCUMENT_TRUNK)
        note_trunks(documents, surface, &note);
    if (documents->list->kind == DOCUMENT_RULE)
        rule_set_say(documents->program, &note);
    surface_rule(surface, 1, NULL, note.text[0] ? note.text : NULL);
}

static bool is_column(const struct documents *documents,
                      const struct field *field)
{
    for (int i = 0; i < documents->column_count; i++)
        if (documents->shown[i]->setting &&
            record_field(documents->list->record,
                         documents->shown[i]->setting) == field)
            return true;
    return false;
}

/* Whether someone is enabled, is the state in the list of users. */
static bool is_detail(const struct documents *documents,
                      const struct field *field)
{
    return field->is_setting && !is_column(documents, field) &&
           strcmp(field->name, "enabled") != 0;
}

/* A greeting's first or last day, of which boxes have many: an empty one
   bounds nothing, and would leave no room for what says something. */
static bool is_day_of_greeting(const struct documents *documents,
                               const struct field *field)
{
    static const char *const days[] = { "greeting_from", "greeting_until",
                                        "busy_from",     "busy_until",
                                        "closed_from",   "closed_until" };

    for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++)
        if (documents->list->kind == DOCUMENT_BOX &&
            strcmp(field->name, days[i]) == 0)
            return true;
    return false;
}

/* Room is taken for the others only, so that it is as much for each row. */
static int count_details(const struct documents *documents)
{
    const struct record *record = documents->list->record;
    int count = 0;

    for (size_t i = 0; i < record->field_count; i++)
        count += is_detail(documents, &record->fields[i]) &&
                 !is_day_of_greeting(documents, &record->fields[i]);
    for (int n = 0; documents_below(documents->list->kind, n); n++)
        count++;
    return count;
}

/* The n-th of two beside each other, down the left side first. */
static void draw_detail(const struct surface *surface, int n, const char *label,
                        const struct table_cell *cell)
{
    int rows = surface->rows, half = surface->columns / 2;
    struct surface part =
        surface_part(surface, n % rows, n / rows * half, 1, half - 1);

    surface_label(&part, (struct place){ 0, 1, LABEL_CELLS - 2, false },
                  LOOK(DIM, 0), label);
    surface_text(&part, (struct place){ 0, LABEL_CELLS, 0, false }, cell->look,
                 &cell->text);
}

static void draw_details(const struct documents *documents,
                         const struct surface *surface,
                         const struct replica_row *row)
{
    const struct program *program = documents->program;
    const struct record *record = documents->list->record;
    const struct documents_below *below;
    struct table_cell cell = { .look = LOOK(TEXT, 0) };
    int n = 0;

    for (size_t i = 0; i < record->field_count && n < 2 * surface->rows; i++) {
        if (!is_detail(documents, &record->fields[i]) ||
            (is_day_of_greeting(documents, &record->fields[i]) &&
             !field_get_text(&record->fields[i], row->fields)[0]))
            continue;
        document_show(program, record, &record->fields[i], row->fields,
                      &cell.text);
        draw_detail(surface, n++, document_label(record, &record->fields[i]),
                    &cell);
    }
    for (int i = 0; n < 2 * surface->rows &&
                    (below = documents_below(documents->list->kind, i));
         i++) {
        document_figure_show(program, below->figure, row, &cell);
        draw_detail(surface, n++, below->label, &cell);
    }
}

static void draw_selected(struct documents *documents,
                          const struct surface *surface)
{
    const struct replica_row *row = documents_selected(documents);
    const struct record *record = documents->list->record;
    struct surface rest =
        surface_part(surface, 1, 0, surface->rows - 1, surface->columns);
    struct safe_text name, version;
    int lines = document_line_rows(documents->list->kind);

    if (!row) {
        surface_rule(surface, 0, NULL, NULL);
        return;
    }
    safe_text_copy(&name,
                   field_get_text(record_field(record, "name"), row->fields));
    safe_text_format(&version, surface_say(surface, N_("version %lld")),
                     (long long)field_get_integer(
                         record_field(record, "version"), row->fields));
    surface_rule(surface, 0, name.text, version.text);
    document_line_draw(documents->program, &rest, documents->list->kind, row);
    rest = surface_part(&rest, lines, 0, rest.rows - lines, rest.columns);
    draw_details(documents, &rest, row);
}

/* Nothing yet, nothing that may be seen, or nothing at all. */
static void draw_emptiness(const struct documents *documents,
                           const struct surface *surface)
{
    const struct replica *rows = program_rows(documents->program);
    enum topic topic = documents->list->topic;

    if (document_rows(documents->program, topic) > 0)
        return;
    surface_label(surface, (struct place){ 1, 3, 0, false }, LOOK(DIM, 0),
                  rows && replica_state(rows, topic) == REPLICA_LIVE
                      ? N_("There are none yet. a adds one.")
                      : N_("The rows are on their way."));
}

enum { LIST_ROWS = 4 }; /* with fewer there are no details */

/* Half of the screen, and what the list does not need. */
static int most_details(const struct documents *documents,
                        const struct surface *surface)
{
    int room = surface->rows - DOCUMENTS_TOP - 1;
    size_t count = document_rows(documents->program, documents->list->topic);
    int list = count < 2 ? LIST_ROWS : (int)count + 2;
    int rest = count < (size_t)room ? room - list : 0;

    return rest > room / 2 ? rest : room / 2;
}

void documents_draw(void *state, const struct surface *surface)
{
    struct documents *documents = state;
    int details = (count_details(documents) + 1) / 2 +
                  document_line_rows(documents->list->kind);
    int most = most_details(documents, surface);
    int low_rows = 1 + (details < most ? details : most);
    int rows = surface->rows - DOCUMENTS_TOP - low_rows;

    documents_refresh(documents);
    draw_tabs(documents, surface);
    if (rows < LIST_ROWS) {
        rows = surface->rows - DOCUMENTS_TOP;
        low_rows = 0;
    }
    struct surface list =
        surface_part(surface, DOCUMENTS_TOP, 0, rows, surface->columns);
    table_draw(documents->table, &list, true,
               ui_now_us(documents->program->ui));
    draw_emptiness(documents, &list);
    if (low_rows == 0)
        return;
    struct surface low = surface_part(surface, DOCUMENTS_TOP + rows, 0,
                                      low_rows, surface->columns);
    draw_selected(documents, &low);
}
