/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way to the server, as libcurl is told of it. */

#ifndef CLIENT_CARRIER_H
#define CLIENT_CARRIER_H

#include <curl/curl.h>
#include <stdbool.h>

#include "client/endpoint.h"

/* A plain struct; its texts are borrowed for the call. */
struct carrier {
    const struct endpoint *endpoint;
    const char *ca_file; /* who may vouch for the server; NULL: the system's */
    long connect_ms;     /* how long connecting may take */
};

/** Tells where to connect to and whom to trust. @return whether it can */
bool carrier_set_up(CURL *easy, const struct carrier *carrier);

/** Scheme, host and port for the library, also of a local socket. */
const char *carrier_url(const struct endpoint *endpoint);

/** Whether the connection broke in the middle. */
bool carrier_is_lost(CURLcode code);

/** A negative errno for what the library says, as client_send() gives it; 0
 *  for nothing. */
int carrier_reason(CURLcode code);

#endif
