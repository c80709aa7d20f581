/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition put together from groups and comparisons. */

#ifndef CONSOLE_CONDITION_BUILDER_H
#define CONSOLE_CONDITION_BUILDER_H

#include "console/program.h"

/**
 * Opens it over a form. Nothing changes there until it is taken over.
 *
 * @param text   the condition as it is typed; one that cannot be read is
 *               refused, and the mistake told in the message line
 * @param taken  told the text that was put together; it may outlive the call
 *               no longer than `owner`
 *
 * @return 0; -EINVAL: the text is no condition; -ENOMEM, or that of ui_push()
 */
int condition_builder_open(struct program *program, const char *text,
                           void (*taken)(void *owner, const char *text),
                           void *owner);

#endif
