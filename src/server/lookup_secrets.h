/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The secrets that lookups send, and the headers that they are sent in. */

#ifndef SERVER_LOOKUP_SECRETS_H
#define SERVER_LOOKUP_SECRETS_H

#include "core/event.h"

/*
 * Zeros are a book of none. What is changed, forgotten or done with is wiped:
 * nothing of a secret is left in memory that is free.
 */
struct lookup_secret;

struct lookup_secrets {
    struct lookup_secret *rows;
    size_t count;
};

enum {
    LOOKUP_SECRET_SIZE = 512,
    LOOKUP_SECRETS_MAX = 1000,
    /* a whole header */
    LOOKUP_SECRET_LINE_SIZE = LOOKUP_SECRET_SIZE + sizeof(struct label) + 2,
};

/**
 * Keeps the secret of a lookup, or another one. O(lookups).
 *
 * @return 0, -EMSGSIZE: it is too long, -ENOBUFS: there are too many, -ENOMEM;
 *         then what was there is kept
 */
int lookup_secrets_set(struct lookup_secrets *secrets, uint64_t lookup_id,
                       const char *text, size_t length);

/** Also one that there is not. O(lookups). */
void lookup_secrets_forget(struct lookup_secrets *secrets, uint64_t lookup_id);

/**
 * Writes the header that the lookup sends its secret in. O(lookups).
 *
 * @return its length, 0: it has none, or -EACCES: the secret is not of one
 *         line, and is not sent; the API takes none of those, but a database
 *         may have one of old
 */
int lookup_secrets_header(const struct lookup_secrets *secrets,
                          const struct event_lookup_set *lookup,
                          char ret_line[LOOKUP_SECRET_LINE_SIZE]);

/** Wipes all. */
void lookup_secrets_done(struct lookup_secrets *secrets);

#endif
