/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new document made from one that there is. */

#ifndef CONSOLE_DOCUMENT_COPY_H
#define CONSOLE_DOCUMENT_COPY_H

#include "console/document_list.h"
#include "console/program.h"

/**
 * Writes what a copy of a document begins with: its settings, a name that is
 * free ("billing-2"), and nothing where no two documents may have the same.
 *
 * @param document  the struct of the list's record
 * @param ret_copy  the same struct; not the same memory
 */
void document_copy(const struct program *program,
                   const struct document_list *list, const void *document,
                   void *ret_copy);

#endif
