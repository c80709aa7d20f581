/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the server: one request, one bounded answer, within a time. */

#ifndef CLIENT_CLIENT_H
#define CLIENT_CLIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "client/endpoint.h"

/*
 * HTTP/1.1 over a Unix socket or TLS. Redirects are not followed and proxies
 * of the environment not used for this machine. Nothing is sent twice that
 * could be done twice: reading is repeated once when the connection was lost,
 * and so is a POST, whose Idempotency-Key (a random one each) makes the server
 * do it once. PUT and DELETE have a connection of their own, since a kept one
 * may be dead already.
 *
 * One thread; a client keeps its connection.
 */
struct client;

enum {
    CLIENT_MAX_REPLY = 32 * 1024 * 1024, /* bytes */
    CLIENT_CONNECT_MS = 5000,
    CLIENT_ERROR_SIZE = 256,
    CLIENT_KEY_SIZE = 33,
};

struct client_settings {
    struct endpoint endpoint;
    const char *token;    /* or NULL; copied */
    const char *language; /* RFC 5646, for Accept-Language; copied */
    const char *ca_file;  /* who may vouch for the server; NULL: the system's */
    long timeout_ms;      /* for one request, all in all; at least 1 */
};

/* One request. All texts are borrowed for the call. */
struct client_request {
    const char *method;   /* "GET", "POST", "PUT", "DELETE" */
    const char *path;     /* begins with '/', escaped */
    const char *body;     /* or NULL */
    size_t length;        /* of the body; 0: it is a terminated text */
    const char *type;     /* of the body; NULL: JSON */
    const char *match;    /* an ETag for If-Match; or NULL */
    const char *range;    /* for Range, "bytes=0-999"; or NULL */
    const char *key;      /* of a POST: its Idempotency-Key; NULL: a new one */
    const char *language; /* as in the settings; NULL: that one */
};

struct client_reply {
    int status;        /* HTTP's, 200 to 599 */
    char *body;        /* terminated; never NULL */
    size_t length;     /* of it */
    char etag[64];     /* "" without */
    char type[64];     /* the media type without parameters */
    int retry_after_s; /* of a refusal: no sooner; 0: it does not say */
};

/**
 * Makes a client; does not connect yet.
 *
 * @param ret_client  on success; release with client_free()
 *
 * @return 0, -ENOMEM, or -ELIBACC: the library for HTTP cannot do this
 */
int client_new(const struct client_settings *settings,
               struct client **ret_client);

/** Releases a client; NULL is fine. @return NULL always */
struct client *client_free(struct client *client);

/**
 * Sends a request and waits for the answer.
 *
 * @param ret_reply  on success; release with client_reply_done()
 *
 * @return 0, also when the server refuses; or, see client_error() for words,
 *         -ENOTCONN    not reachable: nothing was asked
 *         -ECONNRESET  lost on the way: may have been done
 *         -ETIMEDOUT   no answer in time: may have been done
 *         -EFBIG       the answer is larger than CLIENT_MAX_REPLY
 *         -EKEYREJECTED  its certificate is not good: nothing was asked
 *         -EPROTO      it is no HTTP
 *         -ENOMEM      out of memory
 */
int client_send(struct client *client, const struct client_request *request,
                struct client_reply *ret_reply);

/** Makes an Idempotency-Key: random, so that no two are the same by chance. */
void client_key_make(char ret_key[CLIENT_KEY_SIZE]);

/** Releases what a reply holds, and empties it. */
void client_reply_done(struct client_reply *reply);

/** The last failure in the words of the library, in English; or "". */
const char *client_error(const struct client *client);

/**
 * Appends a part to a path, with what is not unreserved (RFC 3986, 2.3) as
 * %XX.
 *
 * @param size  of path
 *
 * @return 0, or -ENAMETOOLONG: the path is unchanged
 */
int client_path_add(char *path, size_t size, const char *part);

#endif
