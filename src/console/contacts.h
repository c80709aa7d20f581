/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The contacts that there are and were: found, looked at, and followed to what
   is kept of them. */

#ifndef CONSOLE_CONTACTS_H
#define CONSOLE_CONTACTS_H

#include "console/program.h"

/** Puts it in place of all screens. @return 0 or -ENOMEM */
int contacts_open(struct program *program);

/** Puts one over what is there, with its steps and the decisions about it.
 *  @return 0 or -ENOMEM */
int contact_view_open(struct program *program, uint64_t contact_id);

/** The reason function of its rows in key.def (struct action). */
bool contacts_may(const void *program, int action,
                  struct safe_text *ret_reason);

/** Carries out what stands behind "contact list " in the palette: --tag WORD or
 *  --filter FILTER. @return whether it was understood */
bool contacts_line(struct program *program, const char *rest);

#endif
