/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The loop of a media thread. */

#include "media/thread_inside.h"

#include <assert.h>
#include <errno.h>
#include <sys/epoll.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/pulse.h"

enum {
    TURN_EVENTS = 512,
    KEEP_TICKS = 5,     /* each stream is looked after every 100 ms */
    ASLEEP_US = 200000, /* a turn so late: what waits is stale */
    TURN_MAX_MS = 5000, /* it waits for nothing but its descriptors */
};

char media_thread_timer_mark, media_thread_commands_mark;

void media_thread_set_timer(struct media_thread *thread, long period_us)
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
    if (thread->count == 1) {
        media_thread_set_timer(thread, FRAME_US);
        atomic_exchange(&thread->looks, 1);
    }
}

static void let_go(struct media_thread *thread, struct media_stream *stream)
{
    struct media_stream *last = thread->streams[--thread->count];

    thread->streams[stream->place] = last;
    last->place = stream->place;
    stream->home = NULL;
    if (thread->count == 0) {
        atomic_exchange(&thread->looks, 0);
        media_thread_set_timer(thread, IDLE_US);
    }
}

/* Commands. */

static void carry_out_close(struct media_thread *thread,
                            const struct media_command *command)
{
    struct media_stream *stream = command->stream;
    struct media_event event = { .type = MEDIA_DETACHED, .tag = command->tag };

    media_stream_close(stream, thread->now_us);
    let_go(thread, stream);
    thread->discard = true;
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
    stream_outlet_announce(thread->outlet);
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

static void drain_all(struct media_thread *thread)
{
    for (size_t i = 0; i < thread->count; i++)
        media_stream_drain(thread->streams[i], thread->buffer);
}

static void turn(struct media_thread *thread, const struct epoll_event *events,
                 int count)
{
    bool ticked = false;

    for (int i = 0; i < count; i++) {
        void *about = events[i].data.ptr;

        if (about == &media_thread_timer_mark)
            ticked = true;
        else if (about != &media_thread_commands_mark)
            receive(thread, about);
    }

    if (ticked)
        tick(thread);
}

/* From beginning to beginning, so that no pause within a turn is missed. */
static void begin_turn(struct media_thread *thread)
{
    int64_t before_us = thread->now_us;

    thread->now_us = clock_boot_us();
    if (thread->now_us - before_us >= ASLEEP_US)
        drain_all(thread);
}

void *media_thread_run(void *arg)
{
    struct media_thread *thread = arg;
    struct epoll_event events[TURN_EVENTS];

    (void)pthread_setname_np(pthread_self(), "media");
    pulse_begin("media", TURN_MAX_MS);
    for (bool ends = false; !ends;) {
        int count = epoll_wait(thread->epoll_fd, events, TURN_EVENTS, -1);

        assert(count >= 0 || errno == EINTR);
        pthread_mutex_lock(&thread->lock);
        begin_turn(thread);
        carry_out_all(thread);
        if (!thread->discard)
            turn(thread, events, count);
        thread->discard = false;
        if (thread->count == 0)
            stream_outlet_announce(thread->outlet);
        ends = thread->ends;
        atomic_store(&thread->turned_us, clock_boot_us());
        pthread_mutex_unlock(&thread->lock);
        pulse_beat();
    }

    pulse_end();
    return NULL;
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

    lock_both(from, to);
    from->now_us = to->now_us = clock_boot_us();
    carry_out_all(from);

    /* Under the locks: the new home must not see it before it is one. */
    int rc = media_thread_watch(to, stream);

    if (rc == 0) {
        media_stream_stop_record(stream, from->now_us);
        media_stream_unbridge(stream);
        media_thread_forget(from, stream);
        let_go(from, stream);
        take_in(to, stream);
        from->discard = true;
    }
    pthread_mutex_unlock(&to->lock);
    pthread_mutex_unlock(&from->lock);
    return rc;
}
