/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends what a form holds, and takes the answer. */

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/mark.h"
#include "console/document_conflict.h"
#include "console/document_form_inside.h"
#include "console/document_value.h"
#include "console/undo.h"

static uint64_t id_of(const struct document_form *form)
{
    return (uint64_t)field_get_integer(record_field(form->list->record, "id"),
                                       form->was);
}

/* Below the field it is about, and whole in the message line. */
static void show_refusal(struct document_form *form,
                         const struct outcome *outcome)
{
    const struct client_problem *problem = &outcome->problem;
    struct safe_text words;

    safe_text_copy(&words, problem->fix[0] ? problem->fix : problem->detail);
    if (outcome->rc == 0 && problem->field[0] && words.text[0])
        document_fields_complain(form->fields, problem->field, words.text);
    ui_say(form->program->ui, SEVERITY_ERROR, "%s", outcome->complaint.text);
}

static void saved(void *owner, const struct outcome *outcome)
{
    struct document_form *form = owner;

    form->is_sent = false;
    if (!outcome->is_done && outcome->rc == 0 &&
        outcome->problem.status == 412) {
        document_conflict_begin(form);
        return;
    }
    if (!outcome->is_done) {
        show_refusal(form, outcome);
        return;
    }

    struct safe_text name;
    safe_text_copy(
        &name,
        field_get_text(record_field(form->list->record, "name"), form->mine));
    if (id_of(form) == 0)
        undo_note(form->program, UNDO_ADDITION, name.text);
    else
        undo_note_change(form->program, form->list, form->was, outcome->etag);
    ui_say(form->program->ui, SEVERITY_INFO,
           program_text(form->program, N_("%s is saved.")), name.text);
    document_form_close(form);
}

void document_form_send(struct document_form *form)
{
    bool is_new = id_of(form) == 0;

    form->is_sent = program_send(
        form->program,
        &(struct errand){
            .route = is_new ? form->list->create : form->list->change,
            .id = id_of(form),
            .match = is_new ? NULL : form->tag,
            .body = document_body(form->list->record, form->mine),
            .done = saved,
            .owner = form,
            .is_quiet = true,
        });
}

void document_form_save(struct document_form *form)
{
    assert(form);
    struct ui *ui = form->program->ui;

    if (form->is_sent) {
        ui_say(ui, SEVERITY_INFO, "%s",
               program_text(form->program, N_("The server has not answered "
                                              "yet.")));
        return;
    }
    memcpy(form->mine, form->was, form->list->record->size);
    if (document_fields_read(form->fields, form->mine) == 0)
        document_form_send(form);
    else
        ui_say(ui, SEVERITY_WARNING, "%s",
               program_text(form->program, N_("Not saved: look at the marked "
                                              "fields.")));
}
