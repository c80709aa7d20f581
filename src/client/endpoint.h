/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the server is: a socket of this machine, or an address. */

#ifndef CLIENT_ENDPOINT_H
#define CLIENT_ENDPOINT_H

#include <stdbool.h>

enum {
    ENDPOINT_SOCKET_SIZE = 108, /* what sockaddr_un has room for */
    ENDPOINT_URL_SIZE = 256,
};

/* A plain struct. One of the two is empty. */
struct endpoint {
    char socket[ENDPOINT_SOCKET_SIZE]; /* a path */
    char url
        [ENDPOINT_URL_SIZE]; /* scheme, host and port: "https://cc.example" */
};

/**
 * Chooses the server's socket: $CCLITE_SOCKET; or else cclite/cclited.sock in
 * $XDG_RUNTIME_DIR, if that exists; or else /run/cclite/cclited.sock.
 *
 * @param path  what somebody gave, which comes first; or NULL
 *
 * @return 0, or -ENAMETOOLONG
 */
int endpoint_socket(const char *path, struct endpoint *ret_endpoint);

/**
 * Reads the address of a server: https://HOST[:PORT]. Without TLS (http://) a
 * password could be read on the way, so that it must be this machine:
 * localhost, 127.0.0.0/8 or [::1].
 *
 * @return 0, or
 *         -EINVAL        no such address
 *         -EPROTO        http:// to another machine
 *         -ENAMETOOLONG  too long
 */
int endpoint_address(const char *text, struct endpoint *ret_endpoint);

/** Whether it is a socket of this machine. */
bool endpoint_is_local(const struct endpoint *endpoint);

/** What people call it: the path or the address. */
const char *endpoint_name(const struct endpoint *endpoint);

#endif
