/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who changed what of a queue or a prompt when, and the way back. */

#ifndef CONSOLE_DOCUMENT_VERSIONS_H
#define CONSOLE_DOCUMENT_VERSIONS_H

#include "console/program.h"

struct document_form;

/**
 * Opens it over what is shown. Going back sends the document as it was then, with
 * the version that the difference on the screen was made with: whoever changed
 * it meanwhile is not overwritten.
 *
 * @param kind  DOCUMENT_QUEUE or DOCUMENT_PROMPT
 * @param form  whose tab it is (console/document_pages.h), and who is told what
 *              the queue became; NULL: opened from a list
 *
 * @return 0, -ENOMEM or that of ui_push()
 */
int document_versions_open(struct program *program, enum document_kind kind,
                           uint64_t id, struct document_form *form);

#endif
