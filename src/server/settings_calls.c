/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses and networks as calls want them. */

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "server/settings.h"

enum {
    US_PER_MS = 1000,
    LEGS_PER_CALL = 2,
    STREAMS_SPARE = 64,
    CONNECTIONS_MAX = 8192, /* of SIP and HTTP, files, and what is about */
};

static int read_address(const char *text, uint16_t port,
                        struct sockaddr_storage *ret_address)
{
    struct sockaddr_in *v4 = (struct sockaddr_in *)ret_address;
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)ret_address;

    memset(ret_address, 0, sizeof(*ret_address));
    if (inet_pton(AF_INET, text, &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        return 0;
    }
    if (inet_pton(AF_INET6, text, &v6->sin6_addr) == 1) {
        v6->sin6_family = AF_INET6;
        v6->sin6_port = htons(port);
        return 0;
    }

    return -EINVAL;
}

static int read_network(char *text, struct signal_network *ret_network)
{
    char *slash = strchr(text, '/');
    char *end;

    if (!slash)
        return -EINVAL;

    *slash = '\0';
    unsigned long bits = strtoul(slash + 1, &end, 10);
    if (read_address(text, 0, &ret_network->address) < 0 || end == slash + 1 ||
        *end || bits > (ret_network->address.ss_family == AF_INET ? 32 : 128))
        return -EINVAL;

    ret_network->prefix_bits = (unsigned)bits;
    return 0;
}

int settings_networks(const struct server_settings *settings,
                      struct signal_network *ret_networks)
{
    char copy[SETTINGS_TEXT_SIZE];
    char *rest = NULL;
    int count = 0;

    memcpy(copy, settings->sip_local_networks, sizeof(copy));
    for (char *word = strtok_r(copy, " \t", &rest); word;
         word = strtok_r(NULL, " \t", &rest)) {
        struct signal_network network;

        if (count == SIGNAL_MAX_NETWORKS || read_network(word, &network) < 0)
            return -EINVAL;
        if (ret_networks)
            ret_networks[count] = network;
        count++;
    }

    return count;
}

static bool is_every_address(const char *address)
{
    return !*address || strcmp(address, "0.0.0.0") == 0 ||
           strcmp(address, "::") == 0;
}

void settings_sip_address(const struct server_settings *settings,
                          char *ret_text, size_t size)
{
    assert(settings && ret_text && size > 0);

    const char *host = is_every_address(settings->sip_address)
                           ? settings->sip_public_address
                           : settings->sip_address;
    bool is_ipv6 = strchr(host, ':') != NULL;

    snprintf(ret_text, size, "%s%s%s:%d", is_ipv6 ? "[" : "", host,
             is_ipv6 ? "]" : "", (int)settings->sip_port);
}

static int tls(const struct server_settings *settings,
               struct signalling_settings *ret)
{
    struct signal_listener *listener = &ret->listeners[ret->listener_count];

    if (!settings->sip_tls_certificate[0])
        return 0;

    snprintf(ret->tls_certificate, sizeof(ret->tls_certificate), "%s",
             settings->sip_tls_certificate);
    snprintf(ret->tls_key, sizeof(ret->tls_key), "%s", settings->sip_tls_key);
    snprintf(ret->tls_authorities, sizeof(ret->tls_authorities), "%s",
             settings->sip_tls_authorities);
    listener->transport = SIGNAL_TLS;
    ret->listener_count++;
    return read_address(settings->sip_address, (uint16_t)settings->sip_tls_port,
                        &listener->address);
}

static int signalling(const struct server_settings *settings,
                      struct signalling_settings *ret)
{
    uint16_t port = (uint16_t)settings->sip_port;
    int rc =
        read_address(settings->sip_address, port, &ret->listeners[0].address);

    if (rc == 0 && settings->sip_public_address[0])
        rc =
            read_address(settings->sip_public_address, 0, &ret->public_address);
    if (rc < 0)
        return rc;

    ret->listeners[1] = ret->listeners[0];
    ret->listeners[0].transport = SIGNAL_UDP;
    ret->listeners[1].transport = SIGNAL_TCP;
    ret->listener_count = 2;
    rc = tls(settings, ret);
    if (rc < 0)
        return rc;

    int count = settings_networks(settings, ret->local_networks);
    if (count < 0)
        return count;

    ret->local_network_count = (size_t)count;
    ret->max_legs = (uint32_t)(LEGS_PER_CALL * settings->max_calls);
    ret->max_wait_us = settings->overload_wait_us;
    ret->session_s = (uint32_t)(settings->sip_session_us / 1000000);
    ret->auth_failures_per_minute = (uint32_t)settings->sip_auth_failures;
    snprintf(ret->realm, sizeof(ret->realm), "%.63s", settings->sip_realm);
    snprintf(ret->user_agent, sizeof(ret->user_agent), "CC-Lite/%s",
             SERVER_RELEASE);
    return 0;
}

static int media(const struct server_settings *settings,
                 struct media_settings *ret)
{
    media_settings_default(ret);
    ret->port_min = (uint16_t)settings->rtp_port_min;
    ret->port_max = (uint16_t)settings->rtp_port_max;
    ret->threads = (unsigned)settings->rtp_threads;
    ret->max_streams =
        (unsigned)(LEGS_PER_CALL * settings->max_calls + STREAMS_SPARE);
    ret->rtp_timeout_ms = (uint32_t)(settings->rtp_timeout_us / US_PER_MS);
    return read_address(settings->rtp_address, 0, &ret->bind);
}

/* Each stream has two sockets, and maybe a recording. */
int settings_max_fds(const struct server_settings *settings)
{
    assert(settings);

    return 3 * (LEGS_PER_CALL * (int)settings->max_calls + STREAMS_SPARE) +
           CONNECTIONS_MAX;
}

int settings_for_calls(const struct server_settings *settings,
                       struct calls_settings *ret_calls)
{
    assert(settings && ret_calls);

    *ret_calls = (struct calls_settings){
        .prompt_dir = settings->prompt_dir[0] ? settings->prompt_dir : NULL,
        .recording_dir = settings->recording_dir,
        .country = settings->country[0] ? settings->country : NULL,
    };

    int rc = signalling(settings, &ret_calls->signalling);
    return rc < 0 ? rc : media(settings, &ret_calls->media);
}
