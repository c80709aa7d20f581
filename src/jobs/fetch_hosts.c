/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A short list: few hosts are asked. */

#include "jobs/fetch_hosts.h"

#include <assert.h>
#include <string.h>

enum { FAILURES_TO_OPEN = 5 };

static const int64_t FIRST_WAIT_US = 1000000;
static const int64_t LONGEST_WAIT_US = 60000000;

static size_t host_length(const char *url)
{
    const char *host = strstr(url, "://");
    size_t before = host ? (size_t)(host - url) + 3 : 0;
    size_t length = before + strcspn(url + before, "/?");

    return length < FETCH_HOST_SIZE ? length : FETCH_HOST_SIZE - 1;
}

static struct fetch_host *place_for(struct fetch_hosts *hosts)
{
    struct fetch_host *oldest = NULL;

    if (hosts->count < FETCH_MAX_HOSTS)
        return &hosts->rows[hosts->count++];
    for (size_t i = 0; i < hosts->count; i++) {
        struct fetch_host *host = &hosts->rows[i];

        if (host->running == 0 && (!oldest || host->used_us < oldest->used_us))
            oldest = host;
    }

    assert(oldest); /* fewer are asked at once */
    return oldest;
}

static struct fetch_host *find(struct fetch_hosts *hosts, const char *url,
                               size_t length)
{
    for (size_t i = 0; i < hosts->count; i++)
        if (strncmp(hosts->rows[i].name, url, length) == 0 &&
            hosts->rows[i].name[length] == '\0')
            return &hosts->rows[i];

    return NULL;
}

struct fetch_host *fetch_hosts_find(struct fetch_hosts *hosts, const char *url,
                                    int64_t now_us)
{
    assert(hosts && url);

    size_t length = host_length(url);
    struct fetch_host *host = find(hosts, url, length);

    if (!host) {
        host = place_for(hosts);
        *host = (struct fetch_host){ .name = "" };
        memcpy(host->name, url, length);
        breaker_init(&host->breaker, FAILURES_TO_OPEN, FIRST_WAIT_US,
                     LONGEST_WAIT_US);
    }

    host->used_us = now_us;
    return host;
}

unsigned fetch_hosts_open(const struct fetch_hosts *hosts, int64_t now_us)
{
    unsigned open = 0;

    assert(hosts);
    for (size_t i = 0; i < hosts->count; i++)
        open +=
            breaker_state(&hosts->rows[i].breaker, now_us) != BREAKER_CLOSED;

    return open;
}
