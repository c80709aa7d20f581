/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whom the agent calls back after the call: kept until the wrap-up is saved. */

#ifndef CONSOLE_CALLBACK_WISH_H
#define CONSOLE_CALLBACK_WISH_H

#include <stdbool.h>
#include <stdint.h>

#include "core/record.h"
#include "tui/safe_text.h"

struct callback_wish;
struct json_t;
struct outcome;
struct program;

/** Asks for it in a popup, or for another one. number: of the caller, as far as
 *  it is known; note: of the call. Returns 0, -ENOMEM or -ENOSPC. */
int callback_wish_open(struct program *program,
                       const struct phone_number *number, const char *note);

/** Asks again for one that the server refused, and says why. */
void callback_wish_reopen(struct program *program,
                          const struct callback_wish *wish,
                          const struct outcome *refusal);

/** Says it: "Fri 27 Nov 09:00, +44 161 496 0102, I call"; or "none". */
void callback_wish_word(const struct program *program,
                        struct safe_text *ret_text);

/* What becomes of it; see callback_late.c. It is forgotten when the server has
   it, never before. */

/** Puts it into the body of a disposition of that contact. */
void callback_wish_put(const struct program *program, uint64_t contact_id,
                       struct json_t *body);

/** The note of a contact as its wrap-up leaves it; of one that has a wish. */
void callback_wish_note(struct program *program, uint64_t contact_id,
                        const char *note);

/** That disposition waits to be sent. */
void callback_wish_sent(struct program *program, uint64_t contact_id);

/** ... and was answered. A refused one leaves the wish as it was before. */
void callback_wish_answered(struct program *program, uint64_t contact_id,
                            bool is_done);

/** Whether the wrap-up of that contact is over, as the agent's row tells. */
bool callback_is_late(const struct program *program, uint64_t contact_id);

/** Has it asked for by itself once the wrap-up of that contact is over without
 *  it: its time ran out, or somebody ended it. After all news, and once a
 *  second. A lost answer is asked for again; a refusal opens the popup. */
void callback_late_look(struct program *program);

#endif
