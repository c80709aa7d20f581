/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What others ask of a media thread. */

#include "media/thread_inside.h"

#include <assert.h>
#include <errno.h>
#include <sys/epoll.h>

enum {
    WAITING_MAX = 256, /* commands that may wait for the next turn */
};

int64_t media_thread_turned_us(const struct media_thread *thread)
{
    assert(thread);

    return atomic_load(&thread->turned_us);
}

int media_thread_watch_fd(struct media_thread *thread, int fd, void *about)
{
    struct epoll_event event = { .events = EPOLLIN, .data.ptr = about };

    return epoll_ctl(thread->epoll_fd, EPOLL_CTL_ADD, fd, &event) < 0 ? -errno
                                                                      : 0;
}

int media_thread_watch(struct media_thread *thread, struct media_stream *stream)
{
    assert(thread && stream);

    int rc = media_thread_watch_fd(thread, stream->rtp_fd, stream);

    if (rc == 0)
        rc = media_thread_watch_fd(thread, stream->rtcp_fd, (char *)stream + 1);
    if (rc < 0)
        media_thread_forget(thread, stream);
    return rc;
}

void media_thread_forget(struct media_thread *thread,
                         struct media_stream *stream)
{
    assert(thread && stream);

    /* Either may be unknown after a half failure. */
    epoll_ctl(thread->epoll_fd, EPOLL_CTL_DEL, stream->rtp_fd, NULL);
    epoll_ctl(thread->epoll_fd, EPOLL_CTL_DEL, stream->rtcp_fd, NULL);
}

/* Whether it turns soon enough without being woken. It looks for commands once
   more after it has stopped to tick, so one of the two sees the other: hence no
   mere load. */
static bool will_look(struct media_thread *thread)
{
    return atomic_fetch_or(&thread->looks, 0) &&
           mailbox_length(thread->commands) < WAITING_MAX;
}

int media_thread_command(struct media_thread *thread,
                         const struct media_command *command, size_t reserve)
{
    assert(thread && command);

    /* One more for the last one, which ends the thread. */
    if (mailbox_length(thread->commands) + 1 + reserve + 1 >
        thread->max_commands)
        return -EAGAIN;

    int rc = mailbox_push_quietly(thread->commands, command);

    if (rc == 0 && (command->tag != 0 || !will_look(thread)))
        mailbox_wake(thread->commands);
    return rc;
}
