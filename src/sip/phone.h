/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Being a phone: registers with somebody else's registrar. For robots. */

#ifndef SIP_PHONE_H
#define SIP_PHONE_H

#include <stdint.h>
#include <sys/socket.h>

#include "sip/registrar.h"

struct signalling;

/* One registration, kept alive until freed; to be freed before its stack. */
struct phone;

struct phone_settings {
    struct sockaddr_storage registrar;
    enum signal_transport transport;
    const char *username; /* borrowed, as all text here */
    const char *password;
    const char *domain; /* of the address of record */
    uint32_t expires_s;
    /* Told of each outcome: 200, or the refusal, or 0 for silence. */
    void (*registered)(void *arg, struct phone *phone, int code);
    void *arg;
};

/**
 * Registers and registers again before it expires. Calls to this phone arrive
 * as legs whose `called` is the username, from the trunk that has the
 * registrar's address (trunk_set()), whose host its certificate has to name.
 *
 * @return 0, or -EINVAL, -ENOMEM, or why it could not be sent
 */
int phone_register(struct signalling *signalling,
                   const struct phone_settings *settings,
                   struct phone **ret_phone);

/**
 * Unregisters, and forgets.
 *
 * @param phone  may be NULL
 *
 * @return NULL always
 */
struct phone *phone_free(struct phone *phone);

#endif
