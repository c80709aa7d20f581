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
    STREAMS_SPARE = 64, /* legs of emergency calls, and those that linger */
    NAME_SERVER_PORT = 53,
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

/* Calls read for each word of a list. @return how many, or -EINVAL */
static int read_list(const char *text, int max,
                     int (*read)(char *word, void *ret), char *ret, size_t size)
{
    char copy[SETTINGS_TEXT_SIZE];
    char *rest = NULL;
    int count = 0;

    snprintf(copy, sizeof(copy), "%s", text);
    for (char *word = strtok_r(copy, " \t", &rest); word;
         word = strtok_r(NULL, " \t", &rest))
        if (count == max || read(word, ret + (size_t)count++ * size) < 0)
            return -EINVAL;

    return count;
}

static int read_network_word(char *word, void *ret)
{
    return read_network(word, ret);
}

int settings_networks(const struct server_settings *settings,
                      struct signal_network *ret_networks)
{
    struct signal_network networks[SIGNAL_MAX_NETWORKS];
    int count =
        read_list(settings->sip_local_networks, SIGNAL_MAX_NETWORKS,
                  read_network_word, (char *)networks, sizeof(networks[0]));

    for (int i = 0; ret_networks && i < count; i++)
        ret_networks[i] = networks[i];
    return count;
}

static int read_plain_address(char *word, void *ret)
{
    return read_address(word, 0, ret);
}

static void set_port(struct sockaddr_storage *address, uint16_t port)
{
    if (address->ss_family == AF_INET6)
        ((struct sockaddr_in6 *)address)->sin6_port = htons(port);
    else
        ((struct sockaddr_in *)address)->sin_port = htons(port);
}

int settings_sip_addresses(const struct server_settings *settings,
                           uint16_t port,
                           struct sockaddr_storage *ret_addresses)
{
    struct sockaddr_storage addresses[SETTINGS_MAX_ADDRESSES];
    int count =
        read_list(settings->sip_address, SETTINGS_MAX_ADDRESSES,
                  read_plain_address, (char *)addresses, sizeof(addresses[0]));

    if (count < 1 ||
        (count == 2 && addresses[0].ss_family == addresses[1].ss_family))
        return -EINVAL;

    for (int i = 0; ret_addresses && i < count; i++) {
        ret_addresses[i] = addresses[i];
        set_port(&ret_addresses[i], port);
    }
    return count;
}

static int read_server(char *word, void *ret)
{
    bool has_port = strstr(word, "]:") || !strchr(word, '[');

    if (read_address(word, NAME_SERVER_PORT, ret) == 0)
        return 0;

    return has_port ? trunk_read_address(word, SIGNAL_UDP, ret, NULL) : -EINVAL;
}

int settings_name_servers(const struct server_settings *settings,
                          struct sockaddr_storage *ret_servers)
{
    struct sockaddr_storage servers[SIGNAL_MAX_NAME_SERVERS];
    int count = read_list(settings->sip_name_servers, SIGNAL_MAX_NAME_SERVERS,
                          read_server, (char *)servers, sizeof(servers[0]));

    for (int i = 0; ret_servers && i < count; i++)
        ret_servers[i] = servers[i];
    return count;
}

void settings_sound_address(struct server_settings *settings)
{
    assert(settings);

    bool has_both = settings_sip_addresses(settings, 0, NULL) == 2;

    snprintf(settings->rtp_address, sizeof(settings->rtp_address), "%s",
             has_both ? "::" : settings->sip_address);
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

    char first[SETTINGS_TEXT_SIZE];

    snprintf(first, sizeof(first), "%.*s",
             (int)strcspn(settings->sip_address, " \t"), settings->sip_address);
    const char *host =
        is_every_address(first) ? settings->sip_public_address : first;
    bool is_ipv6 = strchr(host, ':') != NULL;

    snprintf(ret_text, size, "%s%s%s:%d", is_ipv6 ? "[" : "", host,
             is_ipv6 ? "]" : "", (int)settings->sip_port);
}

static void copy_tls(const struct server_settings *settings,
                     struct signalling_settings *ret)
{
    snprintf(ret->tls_certificate, sizeof(ret->tls_certificate), "%s",
             settings->sip_tls_certificate);
    snprintf(ret->tls_key, sizeof(ret->tls_key), "%s", settings->sip_tls_key);
    snprintf(ret->tls_authorities, sizeof(ret->tls_authorities), "%s",
             settings->sip_tls_authorities);
}

static void listen_at(struct signalling_settings *ret,
                      const struct sockaddr_storage *address,
                      enum signal_transport transport)
{
    ret->listeners[ret->listener_count++] = (struct signal_listener){
        .address = *address,
        .transport = transport,
    };
}

/* Each address by UDP and TCP, then by TLS at its own port. */
static int listeners(const struct server_settings *settings,
                     struct signalling_settings *ret)
{
    struct sockaddr_storage addresses[SETTINGS_MAX_ADDRESSES];
    int count = settings_sip_addresses(settings, (uint16_t)settings->sip_port,
                                       addresses);

    for (int i = 0; i < count; i++) {
        listen_at(ret, &addresses[i], SIGNAL_UDP);
        listen_at(ret, &addresses[i], SIGNAL_TCP);
    }
    for (int i = 0; i < count && settings->sip_tls_certificate[0]; i++) {
        set_port(&addresses[i], (uint16_t)settings->sip_tls_port);
        listen_at(ret, &addresses[i], SIGNAL_TLS);
    }

    return count < 0 ? count : 0;
}

static int signalling(const struct server_settings *settings,
                      struct signalling_settings *ret)
{
    int rc = listeners(settings, ret);

    if (rc == 0 && settings->sip_public_address[0])
        rc =
            read_address(settings->sip_public_address, 0, &ret->public_address);
    if (rc < 0)
        return rc;

    int networks = settings_networks(settings, ret->local_networks);
    int servers = settings_name_servers(settings, ret->name_servers);
    if (networks < 0 || servers < 0)
        return -EINVAL;

    copy_tls(settings, ret);
    ret->local_network_count = (size_t)networks;
    ret->name_server_count = (size_t)servers;
    ret->keep_alive_s = (uint32_t)(settings->sip_keep_alive_us / 1000000);
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
