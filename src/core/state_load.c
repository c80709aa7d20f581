/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows one by one: out for snapshots, in from them, and compared. */

#include "core/state.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "core/record_table.h"
#include "core/state_inside.h"

/* clang-format off */
#define ROW(CODE, name, doc) RECORD_BEGIN(name##_row, #name, doc)
#define FIELD RECORD_FIELD
#define END   RECORD_END
#include "core/state.def"
/* clang-format on */

const struct record *row_record(enum row_kind kind)
{
    switch (kind) {
#define ROW(CODE, name, doc)                                                   \
    case ROW_##CODE:                                                           \
        return name##_row_record();
#include "core/state.def"
    }

    assert(false && "no such kind of row");
    return NULL;
}

/* Where the rows of a kind are, and how far into their slots. */
struct shelf {
    const struct table *table;
    size_t row_offset;
};

static struct shelf shelf_of(const struct state *state, enum row_kind kind)
{
    switch (kind) {
    case ROW_ASSIGNMENT:
        return (struct shelf){ &state->assignments,
                               offsetof(struct assignment_slot, row) };
    case ROW_PHONE:
        return (struct shelf){ &state->phones,
                               offsetof(struct phone_slot, row) };
    case ROW_DESK:
        return (struct shelf){ &state->desks, offsetof(struct desk_slot, row) };
    case ROW_CONTACT:
        return (struct shelf){ &state->contacts,
                               offsetof(struct contact_slot, row) };
    case ROW_TALLY:
        return (struct shelf){ &state->queues,
                               offsetof(struct queue_slot, tally) };
    case ROW_SYSTEM:
        break;
    }

    return (struct shelf){ NULL, 0 };
}

size_t state_row_count(const struct state *state, enum row_kind kind)
{
    assert(state);

    return kind == ROW_SYSTEM ? 1 : table_count(shelf_of(state, kind).table);
}

const void *state_row_at(const struct state *state, enum row_kind kind,
                         size_t index)
{
    assert(state);

    if (kind == ROW_SYSTEM)
        return index == 0 ? &state->system : NULL;

    struct shelf shelf = shelf_of(state, kind);
    const char *slot = table_at(shelf.table, index);

    return slot ? slot + shelf.row_offset : NULL;
}

static bool is_valid_record(const struct record *record, const void *values)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (!field_is_valid(&record->fields[i], values))
            return false;

    return true;
}

/* A pattern that another entry has on the same trunk, or a name. */
static bool is_taken(const struct state *state, enum document_kind kind,
                     const void *document)
{
    const struct document_head *head = document;
    const struct event_entry_set *entry = document;

    if (state_document_named(state, kind, head->name.text))
        return true;
    if (kind != DOCUMENT_ENTRY)
        return false;

    const struct pattern_key key = { entry->number.text, entry->trunk_id };

    return tree_find(&state->patterns, compare_pattern, &key) != NULL;
}

int state_load_document(struct state *state, enum document_kind kind,
                        const void *document)
{
    assert(state && document);

    const struct document_head *head = document;
    const struct record *record = document_kind_info(kind)->record;

    if (!is_valid_record(record, document) || head->id == 0 ||
        document_slot(state, kind, head->id) || is_taken(state, kind, document))
        return -EBADMSG;

    int rc = table_reserve(&state->documents[kind], 1);
    if (rc < 0)
        return rc;

    struct document_slot *slot =
        table_add(&state->documents[kind], head->id, 0);
    memcpy(&slot->head, document, record->size);
    index_document(state, kind, slot);
    return 0;
}

static struct table *table_of(struct state *state, enum row_kind kind)
{
    switch (kind) {
    case ROW_ASSIGNMENT:
        return &state->assignments;
    case ROW_PHONE:
        return &state->phones;
    case ROW_DESK:
        return &state->desks;
    case ROW_CONTACT:
        return &state->contacts;
    case ROW_TALLY:
        return &state->queues;
    case ROW_SYSTEM:
        break;
    }

    return NULL;
}

static int load_slot(struct state *state, enum row_kind kind, const void *row)
{
    const struct assignment_row *assignment = row;
    struct table *table = table_of(state, kind);
    uint64_t second = kind == ROW_ASSIGNMENT ? assignment->queue_id : 0;
    uint64_t key;

    memcpy(&key, row, sizeof(key));
    if (key == 0 || table_find(table, key, second))
        return -EBADMSG;

    int rc = table_reserve(table, 1);
    if (rc < 0)
        return rc;

    char *slot = table_add(table, key, second);
    memcpy(slot + shelf_of(state, kind).row_offset, row,
           row_record(kind)->size);

    if (kind == ROW_TALLY)
        queue_init_trees((void *)slot);
    if (kind == ROW_DESK)
        desk_init_trees((void *)slot);

    return 0;
}

int state_load_row(struct state *state, enum row_kind kind, const void *row)
{
    assert(state && row);

    if (!is_valid_record(row_record(kind), row))
        return -EBADMSG;

    if (kind != ROW_SYSTEM)
        return load_slot(state, kind, row);

    state->system = *(const struct system_row *)row;
    return 0;
}

/* Every agent has a desk, every device a phone, every queue its tally. */
static bool has_all_rows(const struct state *state)
{
    static const struct {
        enum document_kind document;
        enum row_kind row;
    } pairs[] = { { DOCUMENT_AGENT, ROW_DESK },
                  { DOCUMENT_DEVICE, ROW_PHONE },
                  { DOCUMENT_QUEUE, ROW_TALLY } };

    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        const struct table *documents = &state->documents[pairs[i].document];
        const struct table *rows = shelf_of(state, pairs[i].row).table;

        if (table_count(documents) != table_count(rows))
            return false;

        for (const struct slot *slot = table_first(rows); slot;
             slot = table_next(slot))
            if (!table_find(documents, slot->key[0], 0))
                return false;
    }

    return true;
}

static bool is_linked(const struct state *state)
{
    for (const struct assignment_slot *a = table_first(&state->assignments); a;
         a = table_next(a))
        if (!desk_slot(state, a->row.agent_id) ||
            !queue_slot(state, a->row.queue_id))
            return false;

    for (const struct contact_slot *c = table_first(&state->contacts); c;
         c = table_next(c)) {
        if (c->row.in_line && !queue_slot(state, c->row.queue_id))
            return false;
        if (c->row.wanted_agent_id && !desk_slot(state, c->row.wanted_agent_id))
            return false;
    }

    return true;
}

int state_load_end(struct state *state)
{
    assert(state);

    if (!has_all_rows(state) || !is_linked(state))
        return -EBADMSG;

    for (struct desk_slot *d = table_first(&state->desks); d; d = table_next(d))
        index_desk(state, d);
    for (struct assignment_slot *a = table_first(&state->assignments); a;
         a = table_next(a))
        index_assignment(state, a);
    for (struct contact_slot *c = table_first(&state->contacts); c;
         c = table_next(c))
        index_contact(state, c);

    uint64_t agent_id, contact_id;

    return state_broken_claim(state, &agent_id, &contact_id) ? -EBADMSG : 0;
}

/* Comparison. */

static const char *record_difference(const struct record *record, const void *a,
                                     const void *b)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (!field_is_same(&record->fields[i], a, b))
            return record->fields[i].name;

    return NULL;
}

static const char *documents_difference(const struct state *a,
                                        const struct state *b,
                                        enum document_kind kind)
{
    const struct record *record = document_kind_info(kind)->record;
    const struct document_slot *x = table_first(&a->documents[kind]);
    const struct document_slot *y = table_first(&b->documents[kind]);
    const char *name = NULL;

    for (; x && y && !name; x = table_next(x), y = table_next(y))
        name = record_difference(record, &x->head, &y->head);

    return name || (!x && !y) ? name : record->name;
}

static const char *rows_difference(const struct state *a, const struct state *b,
                                   enum row_kind kind)
{
    const struct record *record = row_record(kind);

    if (kind == ROW_SYSTEM)
        return record_difference(record, &a->system, &b->system);

    size_t offset = shelf_of(a, kind).row_offset;
    const char *x = table_first(shelf_of(a, kind).table);
    const char *y = table_first(shelf_of(b, kind).table);
    const char *name = NULL;

    for (; x && y && !name; x = table_next(x), y = table_next(y))
        name = record_difference(record, x + offset, y + offset);

    return name || (!x && !y) ? name : record->name;
}

const char *state_difference(const struct state *a, const struct state *b)
{
    assert(a && b);

    const char *name = NULL;

    for (int kind = 0; kind < document_kind_count && !name; kind++)
        name = documents_difference(a, b, (enum document_kind)kind);
    for (int kind = 0; kind < ROW_KIND_COUNT && !name; kind++)
        name = rows_difference(a, b, (enum row_kind)kind);

    return name;
}
