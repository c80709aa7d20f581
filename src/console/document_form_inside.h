/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a document's form share. Nobody else includes it. */

#ifndef CONSOLE_DOCUMENT_FORM_INSIDE_H
#define CONSOLE_DOCUMENT_FORM_INSIDE_H

#include "console/document_fields.h"
#include "console/document_form.h"
#include "console/document_value.h"

struct document_form {
    struct program *program;
    const struct document_list *list;
    struct document_fields *fields;
    void *was;  /* as it was stored when it was read; owned */
    void *mine; /* as it was sent; owned */
    void *seen; /* as the fields have it, for the preview; owned */
    char tag[DOCUMENT_TAG_SIZE]; /* of that; "" of a new one */
    bool is_sent;                /* the answer is awaited */
    bool is_unsaved;             /* beside what the fields hold */
};

/** Reads the fields and sends them; errors are shown. */
void document_form_save(struct document_form *form);

/** Sends form->mine, made from form->was. */
void document_form_send(struct document_form *form);

/** Begins anew with another state of the document. @return 0 or -ENOMEM */
int document_form_begin(struct document_form *form, const void *document);

/** Whether it holds what is not stored. */
bool document_form_holds(const struct document_form *form);

/** Opens the history of its queue, in document_history.c. A version that is
 *  gone back to becomes the form's, unless something is typed here already. */
void document_form_history(struct document_form *form);

/** Closes it, whatever it holds. */
void document_form_close(struct document_form *form);

#endif
