/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a server is said to be: an address that is taken is a host and a port,
   and without TLS this machine. */

#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "client/endpoint.h"
#include "tests/fuzz/fuzz.h"

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* Only what stands behind 127. is not looked at: digits and dots. */
static bool is_here(const char *host)
{
    static const char *const names[] = { "localhost", "[::1]" };
    size_t length = strcspn(host, host[0] == '[' ? "" : ":");

    for (size_t i = 0; i < 2; i++)
        if (begins(host, names[i]) &&
            (!host[strlen(names[i])] || host[strlen(names[i])] == ':'))
            return true;

    return begins(host, "127.") && strspn(host, "0123456789.") == length;
}

static void look_at(const struct endpoint *endpoint)
{
    struct endpoint again;
    bool encrypted = begins(endpoint->url, "https://");
    const char *host = endpoint->url + (encrypted ? 8 : 7);

    CLAIM(memchr(endpoint->url, '\0', sizeof(endpoint->url)));
    CLAIM(!endpoint_is_local(endpoint) &&
          endpoint_name(endpoint) == endpoint->url);
    CLAIM(encrypted || begins(endpoint->url, "http://"));
    CLAIM(encrypted || is_here(host));
    CLAIM(host[0] && !strpbrk(host, "@/?#\\ \t\r\n\"'%"));
    CLAIM(endpoint_address(endpoint->url, &again) == 0);
    CLAIM(strcmp(again.url, endpoint->url) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    struct endpoint endpoint = { .url = "untouched" };
    int rc = endpoint_address(text, &endpoint);

    CLAIM(rc == 0 || strcmp(endpoint.url, "untouched") == 0);
    CLAIM(rc == 0 || rc == -EINVAL || rc == -EPROTO || rc == -ENAMETOOLONG);
    if (rc == 0)
        look_at(&endpoint);
    free(text);
    return 0;
}
