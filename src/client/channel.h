/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bytes to and from the server: a Unix socket, TCP, or TLS. */

#ifndef CLIENT_CHANNEL_H
#define CLIENT_CHANNEL_H

#include <stddef.h>

#include "client/client.h"

/*
 * libcurl connects, checks the certificate and moves the bytes
 * (CURLOPT_CONNECT_ONLY); what they mean is ours. One thread.
 */
struct channel;

enum { CHANNEL_WRITE_MS = 10000 }; /* a write without progress is given up */

/**
 * Connects; takes at most CLIENT_CONNECT_MS.
 *
 * @return 0, or why not, as client_send()
 */
int channel_open(const struct client_settings *settings,
                 struct channel **ret_channel);

/** Closes. NULL is fine. @return NULL always */
struct channel *channel_close(struct channel *channel);

/** To poll for reading, before channel_read() has given 0; borrowed. */
int channel_fd(const struct channel *channel);

/**
 * Reads what there is.
 *
 * @return bytes read; 0: nothing now; -ECONNRESET: the end
 */
int channel_read(struct channel *channel, void *bytes, size_t size);

/** Writes all of it, waiting for room. @return 0, -ECONNRESET or -ETIMEDOUT */
int channel_write(struct channel *channel, const void *bytes, size_t length);

#endif
