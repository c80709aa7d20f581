/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The history of the queue that a form is about. */

#include <assert.h>
#include <stdio.h>

#include "base/mark.h"
#include "console/document_form_inside.h"
#include "console/document_pages.h"
#include "console/document_versions.h"

/* What was typed here stays, and is held against it when it is saved. */
void document_pages_take(struct document_form *form, const void *queue,
                         const char *etag)
{
    assert(form && queue && etag);

    if (document_form_holds(form) || document_form_begin(form, queue) < 0)
        return;
    snprintf(form->tag, sizeof(form->tag), "%s", etag);
    if (!etag[0])
        document_tag(form->list->record, queue, form->tag);
}

void document_form_history(struct document_form *form)
{
    assert(form);
    int64_t id =
        field_get_integer(record_field(form->list->record, "id"), form->was);

    if (id == 0)
        ui_say(form->program->ui, SEVERITY_INFO, "%s",
               program_text(form->program,
                            N_("It is new: there is no history yet.")));
    else
        (void)document_versions_open(form->program, DOCUMENT_QUEUE,
                                     (uint64_t)id, form);
}
