/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kernel's answers, each in the place of its peer. */

#include "sip/source.h"

#include <assert.h>
#include <errno.h>
#include <unistd.h>

#include "sip/address.h"

struct source {
    struct sa peer;
    struct sa ours;
    int64_t until_us; /* 0: nothing here */
};

struct signal_sources {
    struct source sources[SIGNAL_SOURCES];
};

int signal_sources_new(struct signal_sources **ret_sources)
{
    assert(ret_sources);

    struct signal_sources *sources = mem_zalloc(sizeof(*sources), NULL);

    if (!sources)
        return -ENOMEM;

    *ret_sources = sources;
    return 0;
}

struct signal_sources *signal_sources_free(struct signal_sources *sources)
{
    return mem_deref(sources);
}

static int ask(const struct sa *peer, struct sa *ret_address)
{
    struct sa found = { .len = sizeof(found.u) };
    int fd = socket(sa_af(peer), SOCK_DGRAM | SOCK_CLOEXEC, 0);
    int rc = -EAFNOSUPPORT;

    if (fd < 0)
        return -errno;
    if (connect(fd, &peer->u.sa, peer->len) == 0 &&
        getsockname(fd, &found.u.sa, &found.len) == 0) {
        *ret_address = found;
        rc = 0;
    }

    close(fd);
    return rc;
}

int signal_source_find(struct signal_sources *sources, const struct sa *peer,
                       int64_t now_us, struct sa *ret_address)
{
    assert(sources && peer && ret_address);

    /* The same link-local address may live on several links. */
    if (signal_address_scope(peer) == SIGNAL_LINK)
        return ask(peer, ret_address);

    struct source *source =
        &sources->sources[sa_hash(peer, SA_ADDR) % SIGNAL_SOURCES];

    if (now_us >= source->until_us || !sa_cmp(&source->peer, peer, SA_ADDR)) {
        int rc = ask(peer, &source->ours);

        source->until_us = 0;
        if (rc < 0)
            return rc;
        source->peer = *peer;
        source->until_us = now_us + SIGNAL_SOURCE_FRESH_US;
    }

    *ret_address = source->ours;
    return 0;
}
