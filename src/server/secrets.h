/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stored secrets that the main thread needs: the phones'. */

#ifndef SERVER_SECRETS_H
#define SERVER_SECRETS_H

#include <stddef.h>

#include "calls/calls.h"

/**
 * Uses a stored secret, as soon as it is stored or at the start. Keys are those
 * of web.h: "device/7" has HA1 as 32 hexadecimal digits; others, and what is
 * none, are left alone.
 */
void secrets_use(struct calls *calls, const char *key, const void *value,
                 size_t length);

#endif
