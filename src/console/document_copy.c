/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Settings that are taken over, and those that cannot be. */

#include "console/document_copy.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "console/document_value.h"
#include "wire/setting.h"

enum { NAME_BYTES = 63, BASE_BYTES = 56, COPIES = 10000 };

static void clear(const struct field *field, void *document)
{
    struct mistake mistake;

    if (field->preset &&
        setting_parse(field, field->preset, document, &mistake) == 0)
        return;
    if (field_is_text(field))
        (void)field_set_text(field, document, "");
    else
        field_set_integer(field, document, 0);
}

static bool is_taken(const struct program *program,
                     const struct document_list *list, const char *name)
{
    const struct replica *rows = program_rows(program);
    const struct field *field = record_field(list->record, "name");

    for (size_t i = 0; i < document_rows(program, list->topic); i++)
        if (strcmp(name,
                   field_get_text(
                       field, replica_at(rows, list->topic, i)->fields)) == 0)
            return true;
    return false;
}

/* A copy of "billing-2" is "billing-3", and no "billing-2-2". */
static size_t base_length(const char *name)
{
    size_t length = strlen(name), end = length;

    while (end > 0 && name[end - 1] >= '0' && name[end - 1] <= '9')
        end--;
    if (end > 1 && end < length && name[end - 1] == '-')
        length = end - 1;
    return length < BASE_BYTES ? length : BASE_BYTES;
}

static void name_copy(const struct program *program,
                      const struct document_list *list, const char *name,
                      void *copy)
{
    int length = (int)base_length(name);
    char free_name[NAME_BYTES + 1] = "";

    for (int n = 2; n < COPIES; n++) {
        snprintf(free_name, sizeof(free_name), "%.*s-%d", length, name, n);
        if (!is_taken(program, list, free_name))
            break;
    }
    (void)field_set_text(record_field(list->record, "name"), copy, free_name);
}

void document_copy(const struct program *program,
                   const struct document_list *list, const void *document,
                   void *ret_copy)
{
    assert(program && list && document && ret_copy && document != ret_copy);
    const struct record *record = list->record;

    memcpy(ret_copy, document, record->size);
    clear(record_field(record, "id"), ret_copy);
    clear(record_field(record, "version"), ret_copy);
    for (size_t i = 0; i < record->field_count; i++)
        if (setting_is_single(record, &record->fields[i]))
            clear(&record->fields[i], ret_copy);
    name_copy(program, list,
              field_get_text(record_field(record, "name"), document), ret_copy);
}
