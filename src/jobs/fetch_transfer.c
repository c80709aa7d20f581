/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options of libcurl, and what its results mean. */

#include "jobs/fetch_transfer.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "jobs/fetch_address.h"

/* The address itself, after all names were resolved: what a name server says
   the second time makes no difference. */
static curl_socket_t open_socket(void *arg, curlsocktype purpose,
                                 struct curl_sockaddr *address)
{
    struct fetch_transfer *transfer = arg;

    (void)purpose;
    if (!transfer->settings->allows_private &&
        fetch_address_is_private(&address->addr)) {
        transfer->is_forbidden = true;
        return CURL_SOCKET_BAD;
    }

    return socket(address->family, address->socktype | SOCK_CLOEXEC,
                  address->protocol);
}

static size_t take_bytes(char *bytes, size_t size, size_t count, void *arg)
{
    struct fetch_transfer *transfer = arg;
    struct fetch *fetch = transfer->fetch;
    size_t length = size * count;

    if (length > FETCH_MAX_BYTES - fetch->length) {
        transfer->is_too_long = true;
        return CURL_WRITEFUNC_ERROR;
    }

    char *longer = realloc(fetch->bytes, fetch->length + length + 1);

    if (!longer) {
        transfer->is_out_of_memory = true;
        return CURL_WRITEFUNC_ERROR;
    }

    memcpy(longer + fetch->length, bytes, length);
    fetch->bytes = longer;
    fetch->length += length;
    longer[fetch->length] = '\0';
    return length;
}

static bool add_line(struct fetch_transfer *transfer, const char *line)
{
    struct curl_slist *longer = curl_slist_append(transfer->lines, line);

    if (longer)
        transfer->lines = longer;
    return longer != NULL;
}

static bool add_lines(struct fetch_transfer *transfer)
{
    const struct fetch *fetch = transfer->fetch;
    bool ok =
        add_line(transfer, "Expect:") &&
        add_line(transfer, "Accept: application/json") &&
        (!fetch->body || add_line(transfer, "Content-Type: application/json"));

    for (size_t i = 0; ok && i < FETCH_MAX_HEADERS && fetch->headers[i]; i++)
        ok = add_line(transfer, fetch->headers[i]);
    return ok;
}

static bool set_whom(CURL *easy, const struct fetch_transfer *transfer)
{
    const struct fetcher_settings *settings = transfer->settings;
    int rc = 0;

    rc |= (int)curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    rc |= (int)curl_easy_setopt(easy, CURLOPT_PROXY, "");
    rc |= (int)curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
    if (settings->authorities)
        rc |=
            (int)curl_easy_setopt(easy, CURLOPT_CAINFO, settings->authorities);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, transfer);
    return rc == 0;
}

static bool set_what(CURL *easy, struct fetch_transfer *transfer)
{
    const struct fetch *fetch = transfer->fetch;
    int rc = 0;

    rc |= (int)curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    /* Nobody waits for a name server that is silent. */
    rc |= (int)curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_PRIVATE, transfer);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_URL, fetch->url);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_PATH_AS_IS, 1L);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_USERAGENT, "cclite");
    rc |= (int)curl_easy_setopt(easy, CURLOPT_HTTP_VERSION,
                                (long)CURL_HTTP_VERSION_1_1);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS,
                                (long)fetch->timeout_ms);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, take_bytes);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_WRITEDATA, transfer);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_HTTPHEADER, transfer->lines);
    if (fetch->body)
        rc |= (int)curl_easy_setopt(easy, CURLOPT_POSTFIELDS, fetch->body);
    return rc == 0;
}

struct fetch_transfer *fetch_transfer_new(
    struct fetch *fetch, const struct fetcher_settings *settings)
{
    assert(fetch && fetch->url && settings);

    struct fetch_transfer *transfer = calloc(1, sizeof(*transfer));
    if (!transfer)
        return NULL;

    transfer->fetch = fetch;
    transfer->settings = settings;
    transfer->easy = curl_easy_init();
    if (!transfer->easy || !add_lines(transfer) ||
        !set_whom(transfer->easy, transfer) ||
        !set_what(transfer->easy, transfer))
        return fetch_transfer_free(transfer);

    return transfer;
}

struct fetch_transfer *fetch_transfer_free(struct fetch_transfer *transfer)
{
    if (!transfer)
        return NULL;

    curl_easy_cleanup(transfer->easy);
    curl_slist_free_all(transfer->lines);
    free(transfer);
    return NULL;
}

static enum fetch_outcome outcome_of(const struct fetch_transfer *transfer,
                                     CURLcode code)
{
    if (transfer->is_out_of_memory || code == CURLE_OUT_OF_MEMORY)
        return FETCH_DROPPED;
    if (transfer->is_too_long)
        return FETCH_TOO_LONG;

    switch (code) {
    case CURLE_OK:
        return FETCH_ANSWERED;
    case CURLE_OPERATION_TIMEDOUT:
        return FETCH_TIMEOUT;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
        return FETCH_UNTRUSTED;
    default:
        return transfer->is_forbidden ? FETCH_FORBIDDEN : FETCH_UNREACHABLE;
    }
}

void fetch_transfer_end(struct fetch_transfer *transfer, CURLcode code)
{
    struct fetch *fetch = transfer->fetch;
    long status = 0;

    fetch->outcome = outcome_of(transfer, code);
    if (fetch->outcome == FETCH_ANSWERED)
        (void)curl_easy_getinfo(transfer->easy, CURLINFO_RESPONSE_CODE,
                                &status);
    fetch->status = (int)status;
}

void fetch_transfer_tell(const struct fetch *fetch, struct breaker *breaker,
                         int64_t now_us)
{
    bool is_failing = fetch->outcome == FETCH_UNREACHABLE ||
                      fetch->outcome == FETCH_UNTRUSTED ||
                      fetch->outcome == FETCH_TIMEOUT || fetch->status >= 500;

    if (is_failing)
        breaker_fails(breaker, now_us);
    else if (fetch->outcome == FETCH_ANSWERED ||
             fetch->outcome == FETCH_TOO_LONG)
        breaker_succeeds(breaker);
}
