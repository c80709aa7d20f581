/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One connection: requests in, one after the other, and answers out. */

#ifndef WEB_CLIENT_H
#define WEB_CLIENT_H

#include <stddef.h>
#include <stdint.h>

struct lws;
struct web;
struct client;

/*
 * The library reads and writes sockets; what the bytes mean is told here. A
 * client is read while a request comes in, and not while it is being answered:
 * what it sends meanwhile waits in the kernel. Slow ones are cut off by the
 * timeouts of the settings, counted from the first byte and not the last.
 */

/**
 * Makes the client of a new connection.
 *
 * @param local_uid  at the other end of the Unix socket; -1: TCP
 * @param source     its address, or "uid:1000"
 *
 * @return NULL: out of memory
 */
struct client *client_accept(struct web *web, struct lws *wsi,
                             int64_t local_uid, const char *source);

/** Takes what was read. @return 0, or -1: close the connection */
int client_read(struct client *client, const char *bytes, size_t length);

/** Sends on, the socket being writable. @return 0, or -1: close it */
int client_write(struct client *client);

/** Who it is, for counting. */
const char *client_source(const struct client *client);

/** The connection is closed. NULL is fine. @return NULL always */
struct client *client_end(struct client *client);

#endif
