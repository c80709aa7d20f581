/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new password for a user or a phone, or a PIN for a box, also one's own. */

#ifndef CONSOLE_DOCUMENT_PASSWORD_H
#define CONSOLE_DOCUMENT_PASSWORD_H

#include "console/program.h"
#include "wire/route.h"

struct document_password {
    enum route_id route; /* USER_PASSWORD, DEVICE_PASSWORD, BOX_PIN or ME_PIN */
    uint64_t id;         /* ME_PIN: 0 */
    const char *name;    /* of whom; copied. ME_PIN: NULL */
};

/** Asks for it twice, in a popup, and sets it; for ME_PIN, the password that one
 *  has is asked first. Returns 0, -ENOMEM, -ENOSPC. */
int document_password_ask(struct program *program,
                          const struct document_password *whose);

#endif
