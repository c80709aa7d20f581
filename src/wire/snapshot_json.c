/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole state as one JSON text, from which recovery can begin. */

#include "wire/snapshot_json.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "wire/record_json.h"

static struct json_t *documents_of(const struct state *state,
                                   enum document_kind kind)
{
    const struct document_kind_info *info = document_kind_info(kind);
    size_t count = state_document_count(state, kind);
    struct json_t *list = value_list();

    for (size_t i = 0; list && i < count; i++)
        if (value_append(list, record_to_json(info->record,
                                              state_document_at(state, kind, i),
                                              EVENT_WHOLE)) < 0)
            list = value_free(list);

    return list;
}

static struct json_t *rows_of(const struct state *state, enum row_kind kind)
{
    size_t count = state_row_count(state, kind);
    struct json_t *list = value_list();

    for (size_t i = 0; list && i < count; i++)
        if (value_append(list, record_to_json(row_record(kind),
                                              state_row_at(state, kind, i),
                                              EVENT_WHOLE)) < 0)
            list = value_free(list);

    return list;
}

static struct json_t *all_documents(const struct state *state)
{
    struct json_t *object = value_object();

    for (int i = 0; object && i < document_kind_count; i++) {
        enum document_kind kind = (enum document_kind)i;

        if (value_set(object, document_kind_info(kind)->name,
                      documents_of(state, kind)) < 0)
            object = value_free(object);
    }

    return object;
}

static struct json_t *all_rows(const struct state *state)
{
    struct json_t *object = value_object();

    for (int i = 0; object && i < ROW_KIND_COUNT; i++) {
        enum row_kind kind = (enum row_kind)i;

        if (value_set(object, row_record(kind)->name, rows_of(state, kind)) < 0)
            object = value_free(object);
    }

    return object;
}

char *snapshot_print(const struct state *state)
{
    assert(state);

    struct json_t *object = value_object();
    char *text = NULL;

    if (value_set(object, "documents", all_documents(state)) == 0 &&
        value_set(object, "rows", all_rows(state)) == 0)
        text = value_print(object, VALUE_COMPACT);

    (void)value_free(object);
    return text;
}

/* One list: what its objects are, and what takes them. */
struct loader {
    struct state *state;
    const struct record *record;
    bool is_document;
    int kind;
};

static int load_one(const struct loader *loader, void *data)
{
    if (loader->is_document)
        return state_load_document(loader->state,
                                   (enum document_kind)loader->kind, data);

    return state_load_row(loader->state, (enum row_kind)loader->kind, data);
}

static int load_list(const struct loader *loader, const struct json_t *list,
                     struct mistake *ret_mistake)
{
    if (!value_is_list(list))
        return mistake_note(ret_mistake, MISTAKE_WRONG_TYPE,
                            loader->record->name);

    void *data = calloc(1, loader->record->size);
    int rc = data ? 0 : -ENOMEM;

    for (size_t i = 0; rc == 0 && i < value_count(list); i++) {
        rc = record_from_json(loader->record, value_at(list, i),
                              MISSING_REFUSED, data, ret_mistake);
        if (rc < 0)
            break;
        rc = load_one(loader, data);
        if (rc == -EBADMSG)
            rc = mistake_note(ret_mistake, MISTAKE_OUT_OF_RANGE,
                              loader->record->name);
    }

    free(data);
    return rc;
}

static int load_all(struct state *state, const struct json_t *object,
                    struct mistake *ret_mistake)
{
    const struct json_t *documents = value_get(object, "documents");
    const struct json_t *rows = value_get(object, "rows");
    int rc = 0;

    for (int i = 0; rc == 0 && i < document_kind_count; i++) {
        const struct document_kind_info *info =
            document_kind_info((enum document_kind)i);
        const struct loader loader = { state, info->record, true, i };

        rc = load_list(&loader, value_get(documents, info->name), ret_mistake);
    }

    for (int i = 0; rc == 0 && i < ROW_KIND_COUNT; i++) {
        const struct record *record = row_record((enum row_kind)i);
        const struct loader loader = { state, record, false, i };

        rc = load_list(&loader, value_get(rows, record->name), ret_mistake);
    }

    if (rc == 0)
        rc = state_load_end(state);
    return rc;
}

int snapshot_parse(const char *text, size_t length, struct state **ret_state,
                   struct mistake *ret_mistake)
{
    assert(text && ret_state);

    struct json_t *object = NULL;
    struct state *state = NULL;
    int rc =
        value_parse(text, length, SNAPSHOT_MAX_LENGTH, &object, ret_mistake);

    if (rc == 0)
        rc = state_new(&state);
    if (rc == 0)
        rc = load_all(state, object, ret_mistake);

    if (rc == 0)
        *ret_state = state;
    else
        state = state_free(state);

    (void)value_free(object);
    return rc;
}
