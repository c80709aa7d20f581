/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The beginning and the end of a media thread. */

#include "media/thread_inside.h"

#include <assert.h>
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "base/clock.h"

static int start(struct media_thread *thread)
{
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);

    int rc = -pthread_create(&thread->pthread, NULL, media_thread_run, thread);

    pthread_sigmask(SIG_SETMASK, &before, NULL);
    thread->started = rc == 0;
    return rc;
}

static int open_descriptors(struct media_thread *thread)
{
    thread->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
    if (thread->epoll_fd < 0)
        return -errno;

    thread->timer_fd =
        timerfd_create(CLOCK_MONOTONIC, TFD_NONBLOCK | TFD_CLOEXEC);
    if (thread->timer_fd < 0)
        return -errno;

    media_thread_set_timer(thread, IDLE_US);

    int rc = media_thread_watch_fd(thread, thread->timer_fd,
                                   &media_thread_timer_mark);
    if (rc == 0)
        rc = media_thread_watch_fd(thread, mailbox_fd(thread->commands),
                                   &media_thread_commands_mark);
    return rc;
}

static int new_commands(struct media_thread *thread, size_t at_least)
{
    thread->max_commands = 2;
    while (thread->max_commands < at_least)
        thread->max_commands *= 2;

    return mailbox_new(thread->max_commands, sizeof(struct media_command),
                       &thread->commands);
}

int media_thread_new(struct stream_outlet *outlet,
                     const struct media_settings *settings, size_t max_commands,
                     struct media_thread **ret_thread)
{
    assert(outlet && settings && settings->max_streams > 0 && ret_thread);
    assert(max_commands > 0);

    struct media_thread *thread = calloc(1, sizeof(*thread));
    if (!thread)
        return -ENOMEM;

    thread->outlet = outlet;
    thread->epoll_fd = thread->timer_fd = -1;
    pthread_mutex_init(&thread->lock, NULL);
    thread->now_us = clock_boot_us();
    atomic_init(&thread->turned_us, thread->now_us);
    atomic_init(&thread->looks, 0);

    int rc = -ENOMEM;

    thread->streams =
        calloc(settings->max_streams, sizeof(struct media_stream *));
    if (thread->streams)
        rc = new_commands(thread, max_commands);
    if (rc == 0)
        rc = open_descriptors(thread);
    if (rc == 0)
        rc = start(thread);
    if (rc < 0) {
        media_thread_free(thread);
        return rc;
    }

    *ret_thread = thread;
    return 0;
}

static void stop(struct media_thread *thread)
{
    struct media_command command = { .type = COMMAND_STOP };
    int rc = mailbox_push(thread->commands, &command);

    assert(rc == 0); /* others leave a place for it */
    pthread_join(thread->pthread, NULL);
}

struct media_thread *media_thread_free(struct media_thread *thread)
{
    struct media_command command;

    if (!thread)
        return NULL;

    if (thread->started)
        stop(thread);
    while (thread->commands && mailbox_pop(thread->commands, &command)) {
        if (command.type == COMMAND_PLAY)
            sound_unref(command.with.play.sound);
        if (command.type == COMMAND_RECORD)
            tape_end(command.with.record.tape, 0);
    }

    if (thread->timer_fd >= 0)
        close(thread->timer_fd);
    if (thread->epoll_fd >= 0)
        close(thread->epoll_fd);
    mailbox_free(thread->commands);
    pthread_mutex_destroy(&thread->lock);
    free(thread->streams);
    free(thread);
    return NULL;
}
