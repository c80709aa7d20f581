/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody else has saved is read before it is shown. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/document_conflict.h"
#include "wire/record_json.h"

/* What this release knows of it. */
static int read_document(const struct record *record,
                         const struct json_t *value, void *document)
{
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];
        const struct json_t *part = value_get(value, field->name);

        if (!part || field_from_json(field, part, document, NULL) < 0)
            return -EPROTO;
    }
    return 0;
}

static int show(struct document_form *form, const struct outcome *outcome)
{
    const struct record *record = form->list->record;
    void *theirs = calloc(1, record->size);
    int rc = theirs ? read_document(record, outcome->value, theirs) : -ENOMEM;

    if (rc < 0) {
        free(theirs);
        return rc;
    }
    return document_conflict_open(form, theirs, outcome->etag);
}

static void take_theirs(void *owner, const struct outcome *outcome)
{
    struct document_form *form = owner;
    struct safe_text words = outcome->complaint;
    int rc = 0;

    form->is_sent = false;
    if (outcome->is_done)
        rc = show(form, outcome);
    if (rc < 0)
        errand_word_failure(rc, program_language(form->program), &words);
    if (!outcome->is_done || rc < 0)
        ui_say(form->program->ui, SEVERITY_ERROR, "%s", words.text);
}

void document_conflict_begin(struct document_form *form)
{
    assert(form);
    const struct record *record = form->list->record;

    form->is_sent = program_send(form->program,
                                 &(struct errand){
                                     .route = form->list->read,
                                     .id = (uint64_t)field_get_integer(
                                         record_field(record, "id"), form->was),
                                     .done = take_theirs,
                                     .owner = form,
                                     .is_quiet = true,
                                 });
}
