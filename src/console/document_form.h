/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document in a form: a new one, or one that is changed. */

#ifndef CONSOLE_DOCUMENT_FORM_H
#define CONSOLE_DOCUMENT_FORM_H

#include "console/document_list.h"
#include "console/program.h"

/*
 * What is sent is the document as it was when the form opened, with the fields
 * over it, and its version for If-Match: whoever changed it meanwhile is not
 * overwritten, see console/document_conflict.h. Refusals about a field stand
 * below it, and nothing typed is lost until it is stored.
 */

/**
 * Opens it over the list.
 *
 * @param id  0: a new document, with presets
 *
 * @return 0; -ENOENT: it is not among the rows (any more); -ENOMEM, -ENOSPC
 */
int document_form_open(struct program *program,
                       const struct document_list *list, uint64_t id);

/** The same for a new document, made from one that there is: see
 *  console/document_copy.h. */
int document_form_copy(struct program *program,
                       const struct document_list *list, uint64_t id);

/** The same for a new document, with presets but for a reference. */
int document_form_add(struct program *program, const struct document_list *list,
                      const char *setting, uint64_t id);

/** Whether a form is open, on top or below other screens, that holds what is
 *  not stored. */
bool document_form_is_dirty(const struct program *program);

#endif
