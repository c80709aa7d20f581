/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stored secrets that the main thread needs: of phones, trunks, lookups and
   boxes. */

#ifndef SERVER_SECRETS_H
#define SERVER_SECRETS_H

#include <stddef.h>

struct server;

/**
 * Uses a stored secret, as soon as it is stored or at the start. Keys are those
 * of web.h: "device/7" has HA1 as 32 hexadecimal digits, "trunk/7" and
 * "lookup/7" what is sent, "box/7" the hash of a PIN; others, and what is none,
 * are left alone.
 */
void secrets_use(struct server *server, const char *key, const void *value,
                 size_t length);

/** The owner of a secret is gone: a lookup's, and a box's, is wiped; what phones and trunks
 *  have goes with them. */
void secrets_forget(struct server *server, const char *key);

#endif
