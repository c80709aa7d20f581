/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Setting the passwords of users and of phones, and the PINs of boxes. */

#ifndef WEB_PASSWORDS_H
#define WEB_PASSWORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "core/event.h"

struct exchange;

void passwords_of_user(struct exchange *exchange);
void passwords_of_device(struct exchange *exchange);
void passwords_of_trunk(struct exchange *exchange);
void passwords_of_lookup(struct exchange *exchange);
void passwords_of_box(struct exchange *exchange);

/** Keeps what becomes of a secret, and answers with nothing. */
void passwords_keep(struct exchange *exchange, enum document_kind kind,
                    uint64_t id, const char *secret);

/** Whether a PIN is of digits alone; else that is the answer. */
bool passwords_check_pin(struct exchange *exchange, const struct digits *pin);

#endif
