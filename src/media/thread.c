/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop of a media thread. */

#include "media/thread.h"

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mailbox.h"

enum {
    TURN_EVENTS = 512,
    IDLE_US = 1000000,
    KEEP_TICKS = 5,     /* each stream is looked after every 100 ms */
    ASLEEP_US = 200000, /* a turn so late: what waits is stale */
};

/* What an epoll event is about; a stream's two have its address, the second
   one plus 1 (a stream is aligned to more than that). */
static char timer_mark, commands_mark;

struct media_thread {
    pthread_t pthread;
    bool started;
    bool ends;
    bool discard; /* a stream was moved away: the events at hand may be its */
    pthread_mutex_t lock;
    int epoll_fd;
    int timer_fd;
    struct mailbox *commands;
    size_t max_commands;
    int64_t now_us; /* of the present turn */
    _Atomic int64_t turned_us;
    unsigned ticks;
    size_t count;
    struct media_stream **streams;
    uint8_t buffer[STREAM_BUFFER];
};

int64_t media_thread_turned_us(const struct media_thread *thread)
{
    assert(thread);

    return atomic_load(&thread->turned_us);
}

static void set_timer(struct media_thread *thread, long period_us)
{
    struct timespec period = { period_us / 1000000,
                               period_us % 1000000 * 1000 };
    struct itimerspec timer = { period, period };
    int rc = timerfd_settime(thread->timer_fd, 0, &timer, NULL);

    assert(rc == 0);
    (void)rc;
}

/* The list of streams at home. */

static void take_in(struct media_thread *thread, struct media_stream *stream)
{
    stream->home = thread;
    stream->place = thread->count;
    thread->streams[thread->count++] = stream;
    if (thread->count == 1)
        set_timer(thread, FRAME_US);
}

static void let_go(struct media_thread *thread, struct media_stream *stream)
{
    struct media_stream *last = thread->streams[--thread->count];

    thread->streams[stream->place] = last;
    last->place = stream->place;
    stream->home = NULL;
    if (thread->count == 0)
        set_timer(thread, IDLE_US);
}

static int watch(struct media_thread *thread, int fd, void *about)
{
    struct epoll_event event = { .events = EPOLLIN, .data.ptr = about };

    return epoll_ctl(thread->epoll_fd, EPOLL_CTL_ADD, fd, &event) < 0 ? -errno
                                                                      : 0;
}

int media_thread_watch(struct media_thread *thread, struct media_stream *stream)
{
    assert(thread && stream);

    int rc = watch(thread, stream->rtp_fd, stream);

    if (rc == 0)
        rc = watch(thread, stream->rtcp_fd, (char *)stream + 1);
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

/* Commands. */

static void carry_out_close(struct media_thread *thread,
                            const struct media_command *command)
{
    struct media_stream *stream = command->stream;
    struct media_event event = { .type = MEDIA_DETACHED, .tag = command->tag };

    media_stream_close(stream, thread->now_us);
    let_go(thread, stream);
    /* From here on the slot is main's. */
    media_stream_tell(stream, &event, NULL);
}

static void carry_out(struct media_thread *thread,
                      const struct media_command *command)
{
    switch (command->type) {
    case COMMAND_ATTACH:
        take_in(thread, command->stream);
        break;
    case COMMAND_CLOSE:
        carry_out_close(thread, command);
        break;
    case COMMAND_STOP:
        thread->ends = true;
        break;
    default:
        media_command_carry_out(command, thread->now_us);
        break;
    }
}

static void carry_out_all(struct media_thread *thread)
{
    struct media_command command;

    while (!thread->ends && mailbox_pop(thread->commands, &command))
        carry_out(thread, &command);
}

/* Turns. */

static void tick(struct media_thread *thread)
{
    uint64_t expired = 0;

    if (read(thread->timer_fd, &expired, sizeof(expired)) < 0 || expired == 0)
        return;

    unsigned frames = expired < 1000 ? (unsigned)expired : 1000;

    thread->ticks++;
    for (size_t i = 0; i < thread->count; i++) {
        struct media_stream *stream = thread->streams[i];

        media_stream_tick(stream, frames, thread->now_us);
        if ((thread->ticks + i) % KEEP_TICKS == 0)
            media_stream_keep(stream, thread->now_us);
    }
}

static void receive(struct media_thread *thread, void *about)
{
    uintptr_t address = (uintptr_t)about;
    struct media_stream *stream = (void *)(address & ~(uintptr_t)1);

    /* Not attached yet: the command is on its way. */
    if (stream->home != thread)
        return;

    if (address & 1)
        media_stream_receive_report(stream, thread->buffer, thread->now_us);
    else
        media_stream_receive(stream, thread->buffer, thread->now_us);
}

static void wake_up(struct media_thread *thread)
{
    if (thread->now_us - atomic_load(&thread->turned_us) < ASLEEP_US)
        return;

    for (size_t i = 0; i < thread->count; i++)
        media_stream_drain(thread->streams[i], thread->buffer);
}

static void turn(struct media_thread *thread, const struct epoll_event *events,
                 int count)
{
    bool ticked = false, commanded = false;

    if (thread->count > 0)
        wake_up(thread);

    for (int i = 0; i < count; i++) {
        void *about = events[i].data.ptr;

        if (about == &timer_mark)
            ticked = true;
        else if (about == &commands_mark)
            commanded = true;
        else
            receive(thread, about);
    }

    if (ticked)
        tick(thread);
    if (commanded)
        carry_out_all(thread);
}

static void *run(void *arg)
{
    struct media_thread *thread = arg;
    struct epoll_event events[TURN_EVENTS];

    for (bool ends = false; !ends;) {
        int count = epoll_wait(thread->epoll_fd, events, TURN_EVENTS, -1);

        assert(count >= 0 || errno == EINTR);
        pthread_mutex_lock(&thread->lock);
        thread->now_us = clock_boot_us();
        if (!thread->discard)
            turn(thread, events, count);
        thread->discard = false;
        ends = thread->ends;
        atomic_store(&thread->turned_us, clock_boot_us());
        pthread_mutex_unlock(&thread->lock);
    }

    return NULL;
}

/* Life. */

static int start(struct media_thread *thread)
{
    sigset_t all, before;

    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);

    int rc = -pthread_create(&thread->pthread, NULL, run, thread);

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

    set_timer(thread, IDLE_US);

    int rc = watch(thread, thread->timer_fd, &timer_mark);
    if (rc == 0)
        rc = watch(thread, mailbox_fd(thread->commands), &commands_mark);
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

int media_thread_new(size_t max_streams, size_t max_commands,
                     struct media_thread **ret_thread)
{
    assert(max_streams > 0 && max_commands > 0 && ret_thread);

    struct media_thread *thread = calloc(1, sizeof(*thread));
    if (!thread)
        return -ENOMEM;

    thread->epoll_fd = thread->timer_fd = -1;
    pthread_mutex_init(&thread->lock, NULL);
    atomic_init(&thread->turned_us, clock_boot_us());

    int rc = -ENOMEM;

    thread->streams = calloc(max_streams, sizeof(struct media_stream *));
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
    while (thread->commands && mailbox_pop(thread->commands, &command))
        if (command.type == COMMAND_PLAY)
            sound_unref(command.with.play.sound);

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

int media_thread_command(struct media_thread *thread,
                         const struct media_command *command, size_t reserve)
{
    assert(thread && command);

    /* One more for the last one, which ends the thread. */
    if (mailbox_length(thread->commands) + 1 + reserve + 1 >
        thread->max_commands)
        return -EAGAIN;

    return mailbox_push(thread->commands, command);
}

/* In the same order always, whoever may come to do this besides main. */
static void lock_both(struct media_thread *a, struct media_thread *b)
{
    bool a_first = (uintptr_t)a < (uintptr_t)b;

    pthread_mutex_lock(a_first ? &a->lock : &b->lock);
    pthread_mutex_lock(a_first ? &b->lock : &a->lock);
}

int media_thread_move(struct media_thread *from, struct media_thread *to,
                      struct media_stream *stream)
{
    assert(from && to && from != to && stream);

    int rc = media_thread_watch(to, stream);
    if (rc < 0)
        return rc;

    lock_both(from, to);
    from->now_us = clock_boot_us();
    carry_out_all(from);
    media_stream_unbridge(stream);
    media_thread_forget(from, stream);
    let_go(from, stream);
    take_in(to, stream);
    from->discard = true;
    atomic_store(&to->turned_us, clock_boot_us());
    pthread_mutex_unlock(&to->lock);
    pthread_mutex_unlock(&from->lock);
    return 0;
}
