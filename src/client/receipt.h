/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Receiving an answer piece by piece, as libcurl hands it over. */

#ifndef CLIENT_RECEIPT_H
#define CLIENT_RECEIPT_H

#include "client/client.h"

/* What an answer is received into. A plain struct. */
struct receipt {
    struct client_reply *reply; /* its body is terminated text, if empty */
    size_t room;                /* for the body, terminator included */
    int rc;                     /* why it was given up: -EFBIG or -ENOMEM */
};

/* For CURLOPT_WRITEFUNCTION and CURLOPT_HEADERFUNCTION; arg is the receipt. */
size_t receipt_take_body(char *bytes, size_t size, size_t count, void *arg);
size_t receipt_take_header(char *line, size_t size, size_t count, void *arg);

/** Forgets what was received, for another try. */
void receipt_clear(struct receipt *receipt);

#endif
