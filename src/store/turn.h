/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is handed to the store: events, and values kept beside them. */

#ifndef STORE_TURN_H
#define STORE_TURN_H

#include <stddef.h>
#include <stdint.h>

#include "core/event.h"

/* What is kept beside the journal: a value of bytes under a kind and a key. */
enum side_kind {
    SIDE_SECRET,      /* passwords' hashes, phones' and trunks' secrets */
    SIDE_TOKEN,       /* sessions and API keys, by their hash */
    SIDE_BINDING,     /* registrations of phones */
    SIDE_DIALOG,      /* calls to say BYE to after a crash */
    SIDE_FLOW_TEXT,   /* flow_text_canonical(), by its digest */
    SIDE_CALLER_LIST, /* caller_text_print(), by its digest */
    SIDE_IDEMPOTENCY, /* answers to requests that may be repeated */
    SIDE_NOTE,        /* single values of the server */
    SIDE_ERASURE,     /* contacts whose erasure has begun */
    SIDE_KIND_COUNT,
};

enum {
    SIDE_MAX_KEY = 255,
    SIDE_MAX_VALUE = 1024 * 1024,
};

enum side_verb {
    SIDE_PUT,    /* makes or replaces */
    SIDE_DELETE, /* no harm when there is none */
    SIDE_EXPIRE, /* deletes all of the kind that were put before at_us */
};

struct side_write {
    enum side_verb verb;
    enum side_kind kind;
    const char *key;   /* PUT, DELETE: 1 to SIDE_MAX_KEY bytes of UTF-8 */
    const void *value; /* PUT */
    size_t length;     /* PUT: of value, up to SIDE_MAX_VALUE */
    int64_t at_us;     /* PUT, EXPIRE: journal time */
};

/* What is to be committed together. Either part may be empty, not both. */
struct store_turn {
    const struct event *events; /* the next ones: seq without a gap */
    size_t event_count;
    const struct side_write *sides; /* done in this order, after the events */
    size_t side_count;
};

#endif
