/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as a form, made from the table of its settings. */

#ifndef CONSOLE_DOCUMENT_FORM_H
#define CONSOLE_DOCUMENT_FORM_H

#include "console/program.h"
#include "core/command.h"

/**
 * Opens a form over the screen.
 *
 * @param id  of the document; 0: a new one, with the presets
 *
 * @return 0, -ENOENT: it has gone, -ENOMEM or -ENOSPC
 */
int document_form_push(struct program *program, enum document_kind kind,
                       uint64_t id);

/** Opens a form for a new password of a user or a phone. */
int document_password_push(struct program *program, enum document_kind kind,
                           uint64_t id);

#endif
