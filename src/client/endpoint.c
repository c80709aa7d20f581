/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Choosing and checking where the server is. */

#include "client/endpoint.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char system_socket[] = "/run/cclite/cclited.sock";

static int set_socket(const char *path, struct endpoint *ret_endpoint)
{
    if (strlen(path) >= ENDPOINT_SOCKET_SIZE)
        return -ENAMETOOLONG;

    *ret_endpoint = (struct endpoint){ 0 };
    memcpy(ret_endpoint->socket, path, strlen(path) + 1);
    return 0;
}

/* The socket of a server that a person runs; false when there is none. */
static bool find_own_socket(char path[ENDPOINT_SOCKET_SIZE])
{
    const char *directory = getenv("XDG_RUNTIME_DIR");

    if (!directory || directory[0] != '/')
        return false;

    int length = snprintf(path, ENDPOINT_SOCKET_SIZE, "%s/cclite/cclited.sock",
                          directory);
    return length > 0 && length < ENDPOINT_SOCKET_SIZE &&
           access(path, F_OK) == 0;
}

int endpoint_socket(const char *path, struct endpoint *ret_endpoint)
{
    assert(ret_endpoint);

    char own[ENDPOINT_SOCKET_SIZE];

    if (path)
        return set_socket(path, ret_endpoint);

    path = getenv("CCLITE_SOCKET");
    if (path && *path)
        return set_socket(path, ret_endpoint);

    return set_socket(find_own_socket(own) ? own : system_socket, ret_endpoint);
}

/* What stands before the port. */
static size_t host_length(const char *authority)
{
    if (authority[0] == '[') {
        const char *end = strchr(authority, ']');

        return end ? (size_t)(end - authority) + 1 : 0;
    }

    return strcspn(authority, ":");
}

static bool is_port(const char *text)
{
    size_t digits = strspn(text, "0123456789");

    return digits >= 1 && digits <= 5 && !text[digits] &&
           strtoul(text, NULL, 10) <= 65535;
}

static bool is_authority(const char *text)
{
    size_t length = host_length(text);
    bool bracketed = text[0] == '[';
    size_t good = strspn(
        text + bracketed,
        bracketed ? "0123456789abcdefABCDEF:."
                  : "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    "0123456789.-");

    if (length == 0 || good != length - 2u * bracketed || good == 0)
        return false;

    return !text[length] || (text[length] == ':' && is_port(text + length + 1));
}

/* 127.0.0.0/8 and ::1, as addresses (RFC 1122, RFC 4291), and localhost. */
static bool is_this_machine(const char *authority)
{
    size_t length = host_length(authority);
    char host[INET6_ADDRSTRLEN];
    struct in_addr address;

    if (length >= sizeof(host))
        return false;

    memcpy(host, authority, length);
    host[length] = '\0';
    if (strcmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0)
        return true;

    return inet_pton(AF_INET, host, &address) == 1 &&
           ntohl(address.s_addr) >> 24 == 127;
}

int endpoint_address(const char *text, struct endpoint *ret_endpoint)
{
    assert(text && ret_endpoint);

    size_t length = strlen(text);
    struct endpoint endpoint = { 0 };
    bool encrypted = strncmp(text, "https://", 8) == 0;

    if (!encrypted && strncmp(text, "http://", 7) != 0)
        return -EINVAL;
    if (length >= ENDPOINT_URL_SIZE)
        return -ENAMETOOLONG;

    memcpy(endpoint.url, text, length + 1);
    if (endpoint.url[length - 1] == '/')
        endpoint.url[length - 1] = '\0';

    const char *authority = endpoint.url + (encrypted ? 8 : 7);
    if (strlen(endpoint.url) < (encrypted ? 8u : 7u) ||
        !is_authority(authority))
        return -EINVAL;
    if (!encrypted && !is_this_machine(authority))
        return -EPROTO;

    *ret_endpoint = endpoint;
    return 0;
}

bool endpoint_is_local(const struct endpoint *endpoint)
{
    return endpoint->socket[0] != '\0';
}

const char *endpoint_name(const struct endpoint *endpoint)
{
    return endpoint_is_local(endpoint) ? endpoint->socket : endpoint->url;
}
