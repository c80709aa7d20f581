/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the agent calls back after the call: kept until the wrap-up is saved. */

#ifndef CONSOLE_CALLBACK_WISH_H
#define CONSOLE_CALLBACK_WISH_H

#include <stdint.h>

#include "core/record.h"
#include "tui/safe_text.h"

struct json_t;
struct program;

/** Asks for it in a popup, or for another one. number: of the caller, as far as
 *  it is known. Returns 0, -ENOMEM or -ENOSPC. */
int callback_wish_open(struct program *program,
                       const struct phone_number *number);

/** Has it asked for by itself once the wrap-up of that contact is over without
 *  it: its time ran out, or somebody ended it. After all news. */
void callback_wish_look(struct program *program);

/** Says it: "Fri 27 Nov 09:00, +44 161 496 0102, I call"; or "none". */
void callback_wish_word(const struct program *program,
                        struct safe_text *ret_text);

/** Puts it into the body of a disposition of that contact, and forgets it. */
void callback_wish_put(struct program *program, uint64_t contact_id,
                       struct json_t *body);

#endif
