/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options of libcurl that requests and WebSockets have in common. */

#include "client/carrier.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

bool carrier_set_up(CURL *easy, const struct carrier *carrier)
{
    const struct endpoint *endpoint = carrier->endpoint;
    const char *socket = endpoint_is_local(endpoint) ? endpoint->socket : NULL;
    int rc = 0;

    assert(easy && carrier);

    rc |= (int)curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    rc |= (int)curl_easy_setopt(easy, CURLOPT_UNIX_SOCKET_PATH, socket);
    if (strncmp(endpoint->url, "https://", 8) != 0)
        rc |= (int)curl_easy_setopt(easy, CURLOPT_PROXY, "");
    if (carrier->ca_file)
        rc |= (int)curl_easy_setopt(easy, CURLOPT_CAINFO, carrier->ca_file);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
                                carrier->connect_ms);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_HTTP_VERSION,
                                (long)CURL_HTTP_VERSION_1_1);
    return rc == 0;
}

const char *carrier_url(const struct endpoint *endpoint)
{
    assert(endpoint);

    return endpoint_is_local(endpoint) ? "http://localhost" : endpoint->url;
}

bool carrier_is_lost(CURLcode code)
{
    return code == CURLE_GOT_NOTHING || code == CURLE_RECV_ERROR ||
           code == CURLE_SEND_ERROR || code == CURLE_PARTIAL_FILE;
}

int carrier_reason(CURLcode code)
{
    if (carrier_is_lost(code))
        return -ECONNRESET;

    switch (code) {
    case CURLE_OK:
        return 0;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
        return -ENOTCONN;
    case CURLE_OPERATION_TIMEDOUT:
        return -ETIMEDOUT;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
        return -EKEYREJECTED;
    case CURLE_OUT_OF_MEMORY:
        return -ENOMEM;
    default:
        return -EPROTO;
    }
}
