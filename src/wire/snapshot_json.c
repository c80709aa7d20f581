/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole state as one JSON text, from which recovery can begin. */

#include "wire/snapshot_json.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "wire/record_json.h"
#include "wire/record_print.h"

/* A list's key, and what is before it. */
static int begin_list(struct sheet *sheet, const char *name, bool is_first)
{
    int rc = sheet_add(sheet, is_first ? "\"" : ",\"");

    if (rc == 0)
        rc = sheet_add(sheet, name);
    return rc == 0 ? sheet_add(sheet, "\":[") : rc;
}

static int add_documents(struct sheet *sheet, const struct state *state,
                         enum document_kind kind)
{
    const struct document_kind_info *info = document_kind_info(kind);
    size_t count = state_document_count(state, kind);
    int rc = begin_list(sheet, info->name, kind == 0);

    for (size_t i = 0; rc == 0 && i < count; i++) {
        rc = i == 0 ? 0 : sheet_add(sheet, ",");
        if (rc == 0)
            rc = sheet_add_record(sheet, info->record,
                                  state_document_at(state, kind, i));
    }

    return rc == 0 ? sheet_add(sheet, "]") : rc;
}

static int add_rows(struct sheet *sheet, const struct state *state,
                    enum row_kind kind)
{
    const struct record *record = row_record(kind);
    size_t count = state_row_count(state, kind);
    int rc = begin_list(sheet, record->name, kind == 0);

    for (size_t i = 0; rc == 0 && i < count; i++) {
        rc = i == 0 ? 0 : sheet_add(sheet, ",");
        if (rc == 0)
            rc = sheet_add_record(sheet, record, state_row_at(state, kind, i));
    }

    return rc == 0 ? sheet_add(sheet, "]") : rc;
}

/* Written at once: a tree of values would be ten times as large as its text,
   and leave the memory in pieces. */
static int add_state(struct sheet *sheet, const struct state *state)
{
    int rc = sheet_add(sheet, "{\"documents\":{");

    for (int i = 0; rc == 0 && i < document_kind_count; i++)
        rc = add_documents(sheet, state, (enum document_kind)i);
    if (rc == 0)
        rc = sheet_add(sheet, "},\"rows\":{");
    for (int i = 0; rc == 0 && i < ROW_KIND_COUNT; i++)
        rc = add_rows(sheet, state, (enum row_kind)i);

    return rc == 0 ? sheet_add(sheet, "}}") : rc;
}

char *snapshot_print(const struct state *state)
{
    assert(state);

    struct sheet sheet = { .text = NULL };

    if (add_state(&sheet, state) < 0) {
        free(sheet.text);
        return NULL;
    }

    return sheet.text;
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
