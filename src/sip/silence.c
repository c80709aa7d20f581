/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An array by descriptor. */

#include "sip/silence.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>

struct connection {
    struct sa peer; /* family 0: never seen */
    int64_t since_us;
    bool is_known;
};

struct signal_silence {
    int max_fds;
    struct connection connections[];
};

int signal_silence_new(int max_fds, struct signal_silence **ret_silence)
{
    assert(max_fds > 0 && ret_silence);

    struct signal_silence *silence =
        calloc(1, sizeof(*silence) +
                      (size_t)max_fds * sizeof(silence->connections[0]));
    if (!silence)
        return -ENOMEM;

    silence->max_fds = max_fds;
    *ret_silence = silence;
    return 0;
}

struct signal_silence *signal_silence_free(struct signal_silence *silence)
{
    free(silence);
    return NULL;
}

static struct connection *find(struct signal_silence *silence, int fd,
                               const struct sa *peer, int64_t now_us)
{
    if (fd < 0 || fd >= silence->max_fds)
        return NULL;

    struct connection *connection = &silence->connections[fd];

    if (!sa_cmp(&connection->peer, peer, SA_ALL))
        *connection = (struct connection){ .peer = *peer, .since_us = now_us };
    return connection;
}

void signal_silence_heard(struct signal_silence *silence, int fd,
                          const struct sa *peer, int64_t now_us)
{
    assert(silence && peer);

    struct connection *connection = find(silence, fd, peer, now_us);

    if (connection)
        connection->since_us = now_us;
}

void signal_silence_know(struct signal_silence *silence, int fd,
                         const struct sa *peer)
{
    assert(silence && peer);

    struct connection *connection = find(silence, fd, peer, 0);

    if (connection)
        connection->is_known = true;
}

int64_t signal_silence_of(struct signal_silence *silence, int fd,
                          const struct sa *peer, int64_t now_us)
{
    assert(silence && peer);

    const struct connection *connection = find(silence, fd, peer, now_us);

    return connection && !connection->is_known ? now_us - connection->since_us
                                               : -1;
}
