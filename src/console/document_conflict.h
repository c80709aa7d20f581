/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Somebody else has changed the document that a form is about. */

#ifndef CONSOLE_DOCUMENT_CONFLICT_H
#define CONSOLE_DOCUMENT_CONFLICT_H

#include "console/document_form_inside.h"

/**
 * Reads what is stored now, and asks which of the two shall be kept: only the
 * fields that were changed here, all as it is here, or what is stored. Esc goes
 * back to the form, and nothing is lost.
 */
void document_conflict_begin(struct document_form *form);

/**
 * Asks it; of document_conflict_begin().
 *
 * @param theirs  what is stored; taken over in any case
 * @param etag    of that; "" when it is that of its version
 *
 * @return 0, -ENOMEM, or that of ui_push()
 */
int document_conflict_open(struct document_form *form, void *theirs,
                           const char *etag);

#endif
