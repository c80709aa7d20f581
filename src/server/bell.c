/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An eventfd: it counts the rings, and reading it forgets them. */

#include "server/bell.h"

#include <assert.h>
#include <errno.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "sip/loop.h"

static void hear(int fd, unsigned events, void *arg)
{
    const struct bell *bell = arg;
    eventfd_t rings;

    (void)events;
    if (eventfd_read(fd, &rings) == 0)
        bell->heard(bell->arg);
}

int bell_init(struct bell *bell, struct loop *loop, void (*heard)(void *arg),
              void *arg)
{
    assert(bell && loop && heard);
    int fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);

    if (fd < 0)
        return -errno;

    *bell = (struct bell){ loop, fd, heard, arg };
    int rc = loop_watch_fd(loop, fd, LOOP_READ, hear, bell);
    if (rc < 0)
        bell_done(bell);
    return rc;
}

void bell_done(struct bell *bell)
{
    if (!bell->loop)
        return;

    loop_unwatch_fd(bell->loop, bell->fd);
    close(bell->fd);
    *bell = (struct bell){ .fd = -1 };
}

/* A counter that is full is ringing already. */
void bell_ring(void *bell)
{
    (void)eventfd_write(((struct bell *)bell)->fd, 1);
}
