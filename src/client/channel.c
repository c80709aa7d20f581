/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libcurl's connect-only mode. */

#include "client/channel.h"

#include <assert.h>
#include <curl/curl.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>

#include "client/carrier.h"

struct channel {
    CURL *easy;
    int fd;
};

static int connect_to(struct channel *channel,
                      const struct client_settings *settings)
{
    const struct carrier carrier = {
        .endpoint = &settings->endpoint,
        .ca_file = settings->ca_file,
        .connect_ms = CLIENT_CONNECT_MS,
    };
    curl_socket_t fd = CURL_SOCKET_BAD;
    CURL *easy = channel->easy;
    int rc = 0;

    rc |= (int)curl_easy_setopt(easy, CURLOPT_CONNECT_ONLY, 1L);
    rc |= (int)curl_easy_setopt(easy, CURLOPT_URL,
                                carrier_url(&settings->endpoint));
    if (rc != 0 || !carrier_set_up(easy, &carrier))
        return -ELIBACC;
    rc = carrier_reason(curl_easy_perform(easy));
    if (rc < 0)
        return rc;
    if (curl_easy_getinfo(easy, CURLINFO_ACTIVESOCKET, &fd) != CURLE_OK ||
        fd == CURL_SOCKET_BAD)
        return -ENOTCONN;
    channel->fd = (int)fd;
    return 0;
}

int channel_open(const struct client_settings *settings,
                 struct channel **ret_channel)
{
    assert(settings && ret_channel);

    struct channel *channel = calloc(1, sizeof(*channel));
    if (!channel)
        return -ENOMEM;
    if (curl_global_init(CURL_GLOBAL_DEFAULT)) {
        free(channel);
        return -ENOMEM;
    }

    channel->easy = curl_easy_init();
    int rc = channel->easy ? connect_to(channel, settings) : -ENOMEM;
    if (rc < 0) {
        channel_close(channel);
        return rc;
    }
    *ret_channel = channel;
    return 0;
}

struct channel *channel_close(struct channel *channel)
{
    if (!channel)
        return NULL;

    curl_easy_cleanup(channel->easy);
    curl_global_cleanup();
    free(channel);
    return NULL;
}

int channel_fd(const struct channel *channel)
{
    assert(channel);

    return channel->fd;
}

int channel_read(struct channel *channel, void *bytes, size_t size)
{
    size_t got = 0;

    assert(channel && bytes && size > 0);

    CURLcode code = curl_easy_recv(channel->easy, bytes, size, &got);
    if (code == CURLE_AGAIN)
        return 0;
    return code == CURLE_OK && got > 0 ? (int)got : -ECONNRESET;
}

int channel_write(struct channel *channel, const void *bytes, size_t length)
{
    const char *from = bytes;

    assert(channel && (bytes || length == 0));

    while (length > 0) {
        struct pollfd room = { .fd = channel->fd, .events = POLLOUT };
        size_t sent = 0;
        CURLcode code = curl_easy_send(channel->easy, from, length, &sent);

        if (code != CURLE_OK && code != CURLE_AGAIN)
            return -ECONNRESET;
        from += sent;
        length -= sent;
        if (code == CURLE_AGAIN && poll(&room, 1, CHANNEL_WRITE_MS) == 0)
            return -ETIMEDOUT;
    }
    return 0;
}
