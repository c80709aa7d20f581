/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deletes a document, once its name has been typed. */

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>

#include "base/mark.h"
#include "console/document_value.h"
#include "console/documents_inside.h"
#include "console/undo.h"
#include "tui/confirm.h"

enum { QUERY_SIZE = 40 };

/* Whether a setting of the document refers to it. */
static bool is_user(const struct documents *documents, uint64_t id,
                    const struct record *record, const void *document)
{
    for (size_t n = 0; n < record->field_count; n++) {
        const struct field *field = &record->fields[n];

        if (document_refers(record, field, document) ==
                (int)documents->list->kind &&
            (uint64_t)field_get_integer(field, document) == id)
            return true;
    }
    return false;
}

/* Adds the documents of a list that refer to it: "Users: ana, eva". */
static void add_users(const struct documents *documents, uint64_t id,
                      const struct document_list *by,
                      struct safe_text *ret_users)
{
    const struct program *program = documents->program;
    const struct replica *rows = program_rows(program);
    const struct field *name = record_field(by->record, "name");
    bool is_first = true;

    for (size_t i = 0; i < document_rows(program, by->topic); i++) {
        const void *document = replica_at(rows, by->topic, i)->fields;
        struct safe_text before = *ret_users;

        if (!is_user(documents, id, by->record, document))
            continue;
        safe_text_format(ret_users, "%s%s%s%s%s", before.text,
                         is_first && before.text[0] ? "; " : "",
                         is_first ? program_text(program, by->title) : "",
                         is_first ? ": " : ", ",
                         field_get_text(name, document));
        is_first = false;
    }
}

/* Who refers to it, as far as it may be seen; "" for nobody. */
static void find_users(const struct documents *documents, uint64_t id,
                       struct safe_text *ret_users)
{
    safe_text_copy(ret_users, "");
    for (int i = 0; i < DOCUMENT_LISTS; i++)
        add_users(documents, id, document_list_at(i), ret_users);
}

/* What is in use is told by whom: the server knows flows and rules, too. */
static void removed(void *owner, const struct outcome *outcome)
{
    struct documents *documents = owner;
    struct program *program = documents->program;
    const struct removal *removal = &documents->removal;

    documents->removal.is_sent = false;
    if (!outcome->is_done) {
        ui_say(program->ui,
               documents_ask_heir(documents, outcome) ? SEVERITY_INFO
                                                      : SEVERITY_ERROR,
               "%s", outcome->complaint.text);
        return;
    }
    undo_note(program, UNDO_DELETION, removal->name);
    documents_say_moved(documents, outcome->value);
}

void documents_send_removal(struct documents *documents, uint64_t heir_id)
{
    struct removal *removal = &documents->removal;
    char query[QUERY_SIZE] = "";

    removal->heir_id = heir_id;
    if (heir_id)
        snprintf(query, sizeof(query), "replacement=%" PRIu64, heir_id);
    removal->is_sent =
        program_send(documents->program, &(struct errand){
                                             .route = documents->list->remove,
                                             .id = removal->id,
                                             .query = heir_id ? query : NULL,
                                             .match = removal->tag,
                                             .done = removed,
                                             .owner = documents,
                                             .is_quiet = true,
                                         });
}

static void answer(void *arg, bool is_yes)
{
    if (is_yes)
        documents_send_removal(arg, 0);
}

/* What is confirmed is what is deleted, as it was seen then. */
static void remember(struct documents *documents, const struct replica_row *row)
{
    const struct record *record = documents->list->record;
    struct removal *removal = &documents->removal;

    removal->id = row->id;
    document_row_tag(documents->list, row->fields, removal->tag);
    snprintf(removal->name, sizeof(removal->name), "%s",
             field_get_text(record_field(record, "name"), row->fields));
}

void documents_remove(struct documents *documents)
{
    assert(documents);
    const struct replica_row *row = documents_selected(documents);
    struct program *program = documents->program;
    struct safe_text users, used_by;

    if (!row || documents->removal.is_sent) {
        ui_say(program->ui, SEVERITY_INFO, "%s",
               program_text(program, row ? N_("The server has not answered "
                                              "yet.")
                                         : N_("There is nothing to choose.")));
        return;
    }
    remember(documents, row);
    find_users(documents, row->id, &users);
    safe_text_format(&used_by, program_text(program, N_("Used by: %s")),
                     users.text);
    (void)confirm_push(program->ui,
                       &(struct confirm){
                           .title = documents->list->deleting,
                           .lines = { N_("What happened with it stays in the "
                                         "journal and the figures."),
                                      users.text[0] ? used_by.text : NULL },
                           .name = documents->removal.name,
                           .yes = N_("Delete"),
                           .answer = answer,
                           .arg = documents,
                       });
}
