/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new password for a user or a phone, or a PIN for a box. */

#ifndef CONSOLE_DOCUMENT_PASSWORD_H
#define CONSOLE_DOCUMENT_PASSWORD_H

#include "console/program.h"
#include "wire/route.h"

struct document_password {
    enum route_id route; /* USER_PASSWORD, DEVICE_PASSWORD or BOX_PIN */
    uint64_t id;
    const char *name; /* of whom; copied */
};

/** Asks for it twice, in a popup, and sets it. Returns 0, -ENOMEM, -ENOSPC. */
int document_password_ask(struct program *program,
                          const struct document_password *whose);

#endif
