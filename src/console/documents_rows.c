/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of a topic as a source of a table. */

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/documents_inside.h"
#include "tui/match.h"

static const struct documents_column columns[] = {
#define COLUMN(KIND, setting_, heading, min, want, weight, drop)               \
    { .kind = DOCUMENT_##KIND,                                                 \
      .setting = setting_,                                                     \
      .column = { heading, min, want, weight, drop, false, true } },
#define LIVE(KIND, FIGURE, heading, min, want, drop)                           \
    { .kind = DOCUMENT_##KIND,                                                 \
      .figure = FIGURE,                                                        \
      .column = { heading, min, want, 0, drop, false, true } },
#define FOR_SETTING(KIND, setting_, FIGURE, heading, min, want, drop)          \
    { .kind = DOCUMENT_##KIND,                                                 \
      .setting = setting_,                                                     \
      .is_figure = true,                                                       \
      .figure = FIGURE,                                                        \
      .column = { heading, min, want, 0, drop, false, true } },
#include "console/document_column.def"
};

static const struct documents_below belows[] = {
#define BELOW(KIND, FIGURE, label) { DOCUMENT_##KIND, FIGURE, label },
#include "console/document_column.def"
};

const struct documents_below *documents_below(enum document_kind kind, int n)
{
    for (size_t i = 0; i < sizeof(belows) / sizeof(belows[0]); i++)
        if (belows[i].kind == kind && n-- == 0)
            return &belows[i];
    return NULL;
}

static const struct field *field_of(const struct documents *documents,
                                    int column)
{
    const struct documents_column *shown = documents->shown[column];

    return shown->setting && !shown->is_figure
               ? record_field(documents->list->record, shown->setting)
               : NULL;
}

void documents_choose_columns(struct documents *documents)
{
    assert(documents);
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++) {
        int n = documents->column_count;

        if (columns[i].kind != documents->list->kind)
            continue;
        documents->shown[n] = &columns[i];
        documents->columns[n] = columns[i].column;
        documents->column_count++;

        const struct field *field = field_of(documents, n);
        documents->columns[n].is_right =
            field ? field->kind == FIELD_COUNT || field->kind == FIELD_PERIOD
                  : document_figure_is_number(columns[i].figure);
    }
}

static const struct replica_row *row_at(const struct documents *documents,
                                        size_t row)
{
    size_t at = documents->words[0] ? documents->rows[row] : row;

    return replica_at(program_rows(documents->program), documents->list->topic,
                      at);
}

static size_t source_count(void *arg)
{
    const struct documents *documents = arg;

    return documents->words[0]
               ? documents->row_count
               : document_rows(documents->program, documents->list->topic);
}

static void source_row(void *arg, size_t row, struct table_row *ret_row)
{
    ret_row->id = row_at(arg, row)->id;
}

static void show_word(const struct program *program, const struct field *field,
                      const void *document, struct safe_text *ret_text)
{
    int number = (int)field_get_integer(field, document);
    const char *word = document_word_short(field->words, number);

    safe_text_copy(ret_text, word ? program_text(program, word)
                                  : word_spell(field->words, number));
}

static void source_cell(void *arg, size_t row, int column,
                        struct table_cell *ret_cell)
{
    const struct documents *documents = arg;
    const struct replica_row *found = row_at(documents, row);
    const struct field *field = field_of(documents, column);

    ret_cell->look = LOOK(TEXT, 0);
    if (field && field->words)
        show_word(documents->program, field, found->fields, &ret_cell->text);
    else if (field)
        document_show(documents->program, documents->list->record, field,
                      found->fields, &ret_cell->text);
    else
        document_figure_show(documents->program,
                             documents->shown[column]->figure, found, ret_cell);
}

static int source_compare(void *arg, size_t a, size_t b, int column)
{
    const struct documents *documents = arg;
    const struct replica_row *one = row_at(documents, a);
    const struct replica_row *two = row_at(documents, b);
    const struct field *field = field_of(documents, column);
    int64_t left, right;

    if (field && field_is_text(field))
        return strcmp(field_get_text(field, one->fields),
                      field_get_text(field, two->fields));
    if (field) {
        left = field_get_integer(field, one->fields);
        right = field_get_integer(field, two->fields);
    } else {
        enum document_figure figure = documents->shown[column]->figure;

        left = document_figure(documents->program, figure, one);
        right = document_figure(documents->program, figure, two);
    }
    return (left > right) - (left < right);
}

struct table_source documents_source(struct documents *documents)
{
    return (struct table_source){
        .count = source_count,
        .row = source_row,
        .cell = source_cell,
        .compare = source_compare,
        .arg = documents,
    };
}

/* The words may be in the name, or in the label. */
static bool is_found(const struct documents *documents,
                     const struct replica_row *row)
{
    const struct record *record = documents->list->record;
    const struct field *label = record_field(record, "label");
    char text[256];

    snprintf(text, sizeof(text), "%s %s",
             field_get_text(record_field(record, "name"), row->fields),
             label ? field_get_text(label, row->fields) : "");
    return match_words(text, documents->words);
}

static bool has_room(struct documents *documents, size_t count)
{
    if (count <= documents->room)
        return true;

    size_t *rows = realloc(documents->rows, count * sizeof(*rows));
    if (!rows)
        return false;
    documents->rows = rows;
    documents->room = count;
    return true;
}

void documents_refresh(struct documents *documents)
{
    assert(documents);
    const struct replica *rows = program_rows(documents->program);
    enum topic topic = documents->list->topic;
    size_t count = document_rows(documents->program, topic);

    documents->row_count = 0;
    if (!documents->words[0] || !has_room(documents, count))
        return;
    for (size_t i = 0; i < count; i++)
        if (is_found(documents, replica_at(rows, topic, i)))
            documents->rows[documents->row_count++] = i;
}

const struct replica_row *documents_selected(struct documents *documents)
{
    uint64_t id;

    documents_refresh(documents);
    return table_selected_id(documents->table, &id)
               ? replica_find(program_rows(documents->program),
                              documents->list->topic, id)
               : NULL;
}
