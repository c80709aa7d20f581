/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which documents name one, as far as the console has them. */

#ifndef CONSOLE_DOCUMENT_USERS_H
#define CONSOLE_DOCUMENT_USERS_H

#include "console/document_list.h"
#include "console/program.h"

/**
 * Tells how many of each kind name a document in a setting or, as routing rules
 * do, in a condition; "" when none does. Flows are not looked at. O(documents).
 *
 * @param document  of the list; by its number and its name
 */
void document_users_say(const struct program *program,
                        const struct document_list *list, const void *document,
                        struct safe_text *ret_text);

#endif
