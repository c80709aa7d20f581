/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One transfer by libcurl: for the fetcher's thread. */

#ifndef JOBS_FETCH_TRANSFER_H
#define JOBS_FETCH_TRANSFER_H

#include <curl/curl.h>

#include "base/breaker.h"
#include "jobs/fetcher.h"

struct fetch_transfer {
    CURL *easy;
    struct curl_slist *lines;
    struct fetch *fetch;
    const struct fetcher_settings *settings;
    int64_t began_us;
    bool is_forbidden; /* a private address was refused */
    bool is_too_long;
    bool is_out_of_memory;
};

/** @return a transfer that is ready to be begun, or NULL: out of memory */
struct fetch_transfer *fetch_transfer_new(
    struct fetch *fetch, const struct fetcher_settings *settings);

/** NULL is fine. @return NULL always */
struct fetch_transfer *fetch_transfer_free(struct fetch_transfer *transfer);

/** The transfer is at its end: tells its fetch what came of it. */
void fetch_transfer_end(struct fetch_transfer *transfer, CURLcode code);

/** What a breaker learns of it. Refused addresses and lost memory say nothing
 *  about the host. */
void fetch_transfer_tell(const struct fetch *fetch, struct breaker *breaker,
                         int64_t now_us);

#endif
