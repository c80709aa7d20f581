/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a media thread is made of: thread.c, thread_ask.c, thread_life.c. */

#ifndef MEDIA_THREAD_INSIDE_H
#define MEDIA_THREAD_INSIDE_H

#include <pthread.h>

#include "base/mailbox.h"
#include "media/thread.h"

enum { IDLE_US = 1000000 };

/* What an epoll event is about; a stream's two have its address, the second
   one plus 1 (a stream is aligned to more than that). */
extern char media_thread_timer_mark, media_thread_commands_mark;

struct media_thread {
    pthread_t pthread;
    bool started;
    bool ends;
    bool discard; /* a stream has gone: the events at hand may be its */
    pthread_mutex_t lock;
    int epoll_fd;
    int timer_fd;
    struct mailbox *commands;
    size_t max_commands;
    struct stream_outlet *outlet;
    atomic_uint looks; /* 1: it has streams, so it turns each 20 ms; or 0 */
    int64_t now_us;    /* when the present turn, or the last one, began */
    _Atomic int64_t turned_us;
    unsigned ticks;
    size_t count;
    struct media_stream **streams;
    _Alignas(uint64_t) uint8_t buffer[STREAM_BUFFER];
};

/* The loop; what pthread_create() gets. */
void *media_thread_run(void *thread);

/* Ticks from now on. */
void media_thread_set_timer(struct media_thread *thread, long period_us);

/* Waits for a descriptor, too. @return 0 or -errno */
int media_thread_watch_fd(struct media_thread *thread, int fd, void *about);

#endif
