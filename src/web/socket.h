/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One WebSocket: a console, or a program that watches. RFC 6455. */

#ifndef WEB_SOCKET_H
#define WEB_SOCKET_H

#include <stddef.h>
#include <stdint.h>

#include "lang/lang.h"
#include "web/asker.h"

struct lws;
struct socket;
struct web;

/*
 * The library moves the bytes, as for HTTP; the frames are ours (wire/frame.h).
 * One message is made at a time, when the one before is out, from what is so
 * by then: a reader that is slow gets less, and one that reads nothing is cut
 * off. What it may send is limited in size and number.
 */
enum {
    SOCKET_MAX_REQUEST = 8 * 1024, /* bytes of a message from outside */
    SOCKET_MAX_REQUESTS = 100,     /* of them within a second */
};

/** @return NULL: out of memory */
struct socket *socket_new(struct web *web, struct lws *wsi,
                          const struct asker *asker, int64_t local_uid,
                          enum language language);

/** The connection is closed. NULL is fine. @return NULL always */
struct socket *socket_free(struct socket *socket);

/** The greeting is out: frames follow. */
void socket_begin(struct socket *socket);

/** Takes what was read. @return 0, or -1: close the connection */
int socket_read(struct socket *socket, const char *bytes, size_t length);

/** Sends on, the connection being writable. @return 0, or -1: close it */
int socket_write(struct socket *socket);

#endif
