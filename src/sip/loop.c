/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libre's loop, with a timerfd that drives the wheel. */

#include "sip/loop.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include "sip/libre.h"

#define DEBUG_MODULE "sip"
#define DEBUG_LEVEL  0
#include <re_dbg.h>

struct watch {
    struct watch *next;
    struct loop *loop;
    int fd;
    void (*ready)(int fd, unsigned events, void *arg);
    void *arg;
};

struct loop {
    struct loop_settings settings;
    struct wheel *wheel;
    struct watch *watches; /* a handful */
    int timer_fd;
    int64_t armed_us;     /* when timer_fd will fire; INT64_MAX: never */
    struct tmr turn_ends; /* fires behind what this turn's sockets brought */
    bool is_advancing;
    int bell_fd; /* ends the next wait at once */
    bool is_rung;
    bool library_ready;
};

int loop_max_fds(const struct loop *loop)
{
    assert(loop);

    return loop->settings.max_fds;
}

static int64_t clock_us(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t loop_now_us(const struct loop *loop)
{
    assert(loop);

    if (loop->settings.now_us)
        return loop->settings.now_us(loop->settings.arg);

    return clock_us(CLOCK_BOOTTIME);
}

int64_t loop_wall_us(const struct loop *loop)
{
    assert(loop);

    if (loop->settings.wall_us)
        return loop->settings.wall_us(loop->settings.arg);

    return clock_us(CLOCK_REALTIME);
}

static void ring(struct loop *loop)
{
    const uint64_t one = 1;

    if (!loop->is_rung)
        loop->is_rung = write(loop->bell_fd, &one, sizeof(one)) > 0;
}

static void advance(struct loop *loop);

static void end_turn(void *arg)
{
    advance(arg);
}

/* libre polls its timers after its sockets, before it waits: that costs no
   call of the system. What timers ask for lets the sockets go first: one of
   libre's that they start would fire in the very same poll. */
static void come_soon(struct loop *loop)
{
    if (loop->is_advancing)
        ring(loop);
    else if (!tmr_isrunning(&loop->turn_ends))
        tmr_start(&loop->turn_ends, 0, end_turn, loop);
}

/* A timer that is due fires at once, but from the loop, never from here. */
static void arm(struct loop *loop)
{
    int64_t next_us = wheel_next_us(loop->wheel);

    if (next_us >= loop->armed_us)
        return;

    int64_t delay_us = next_us - loop_now_us(loop);
    if (delay_us <= 0) {
        come_soon(loop);
        return;
    }

    struct itimerspec spec = {
        .it_value.tv_sec = delay_us / 1000000,
        .it_value.tv_nsec = delay_us % 1000000 * 1000 + 1,
    };

    loop->armed_us = next_us;
    timerfd_settime(loop->timer_fd, 0, &spec, NULL);
}

static void advance(struct loop *loop)
{
    int64_t now_us = loop_now_us(loop);

    loop->is_advancing = true;
    wheel_advance(loop->wheel, now_us);
    if (loop->armed_us <= now_us)
        loop->armed_us = INT64_MAX;
    arm(loop);
    loop->is_advancing = false;
}

/* Not readable any more: it was armed anew in this very turn. */
static void timer_ready(int flags, void *arg)
{
    (void)flags;
    struct loop *loop = arg;
    uint64_t count;

    if (read(loop->timer_fd, &count, sizeof(count)) < 0)
        return;

    loop->armed_us = INT64_MAX;
    advance(loop);
}

static void bell_ready(int flags, void *arg)
{
    (void)flags;
    struct loop *loop = arg;
    uint64_t count;

    if (read(loop->bell_fd, &count, sizeof(count)) < 0 && errno != EAGAIN)
        return;

    loop->is_rung = false;
    advance(loop);
}

static int open_timer(struct loop *loop)
{
    loop->bell_fd = eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC);
    if (loop->bell_fd < 0)
        return -errno;

    loop->timer_fd = timerfd_create(CLOCK_BOOTTIME, TFD_NONBLOCK | TFD_CLOEXEC);
    if (loop->timer_fd < 0)
        return -errno;

    int err = fd_listen(loop->timer_fd, FD_READ, timer_ready, loop);
    if (!err)
        err = fd_listen(loop->bell_fd, FD_READ, bell_ready, loop);
    return -err;
}

static int open_library(struct loop *loop)
{
    int err = fd_setsize(loop->settings.max_fds);
    if (err)
        return -err;

    err = libre_init();
    if (err)
        return -err;

    loop->library_ready = true;
    dbg_init(DBG_CRIT, DBG_NONE); /* it would tell of every stranger's TLS */
    err = poll_method_set(METHOD_EPOLL);
    return -err;
}

int loop_new(const struct loop_settings *settings, struct loop **ret_loop)
{
    assert(settings && settings->max_fds > 0 && ret_loop);

    struct loop *loop = calloc(1, sizeof(*loop));
    if (!loop)
        return -ENOMEM;

    loop->settings = *settings;
    loop->timer_fd = -1;
    loop->bell_fd = -1;
    loop->armed_us = INT64_MAX;

    int rc = wheel_new(loop_now_us(loop), &loop->wheel);
    if (rc == 0)
        rc = open_library(loop);
    if (rc == 0)
        rc = open_timer(loop);
    if (rc < 0) {
        loop_free(loop);
        return rc;
    }

    *ret_loop = loop;
    return 0;
}

static void close_watched(int fd)
{
    if (fd < 0)
        return;

    fd_close(fd);
    close(fd);
}

struct loop *loop_free(struct loop *loop)
{
    if (!loop)
        return NULL;

    while (loop->watches)
        loop_unwatch_fd(loop, loop->watches->fd);

    tmr_cancel(&loop->turn_ends);
    close_watched(loop->timer_fd);
    close_watched(loop->bell_fd);
    if (loop->library_ready)
        libre_close();

    fd_setsize(0);
    wheel_free(loop->wheel);
    free(loop);
    return NULL;
}

int loop_run(struct loop *loop)
{
    assert(loop);

    arm(loop);
    int err = re_main(NULL);
    return -err;
}

void loop_stop(struct loop *loop)
{
    assert(loop);

    re_cancel();
}

static void watch_ready(int flags, void *arg)
{
    const struct watch *watch = arg;
    unsigned events = 0;

    if (flags & FD_READ)
        events |= LOOP_READ;
    if (flags & FD_WRITE)
        events |= LOOP_WRITE;
    if (flags & FD_EXCEPT)
        events |= LOOP_ERROR;

    watch->ready(watch->fd, events, watch->arg);
}

static struct watch *find_watch(struct loop *loop, int fd)
{
    struct watch *watch = loop->watches;

    while (watch && watch->fd != fd)
        watch = watch->next;

    return watch;
}

static struct watch *add_watch(struct loop *loop, int fd)
{
    struct watch *watch = calloc(1, sizeof(*watch));
    if (!watch)
        return NULL;

    watch->loop = loop;
    watch->fd = fd;
    watch->next = loop->watches;
    loop->watches = watch;
    return watch;
}

int loop_watch_fd(struct loop *loop, int fd, unsigned events,
                  void (*ready)(int fd, unsigned events, void *arg), void *arg)
{
    assert(loop && fd >= 0 && ready && (events & (LOOP_READ | LOOP_WRITE)));

    if (fd >= loop->settings.max_fds)
        return -EMFILE;

    struct watch *watch = find_watch(loop, fd);
    if (!watch)
        watch = add_watch(loop, fd);
    if (!watch)
        return -ENOMEM;

    watch->ready = ready;
    watch->arg = arg;

    int flags = (events & LOOP_READ ? FD_READ : 0) |
                (events & LOOP_WRITE ? FD_WRITE : 0);
    int err = fd_listen(fd, flags, watch_ready, watch);
    if (err)
        loop_unwatch_fd(loop, fd);

    return -err;
}

void loop_unwatch_fd(struct loop *loop, int fd)
{
    assert(loop);

    struct watch **link = &loop->watches;

    while (*link && (*link)->fd != fd)
        link = &(*link)->next;
    if (!*link)
        return;

    struct watch *watch = *link;

    *link = watch->next;
    fd_close(fd);
    free(watch);
}

void loop_start_timer_at(struct loop *loop, struct wheel_timer *timer,
                         int64_t due_us, void (*fire)(void *arg), void *arg)
{
    assert(loop);

    wheel_start(loop->wheel, timer, due_us, fire, arg);
    arm(loop);
}

void loop_start_timer(struct loop *loop, struct wheel_timer *timer,
                      int64_t delay_us, void (*fire)(void *arg), void *arg)
{
    /* "in the next turn" must not wait for the wheel's next tick */
    int64_t due_us =
        loop_now_us(loop) + (delay_us > 0 ? delay_us : -WHEEL_TICK_US);

    loop_start_timer_at(loop, timer, due_us > 0 ? due_us : 0, fire, arg);
}

void loop_stop_timer(struct loop *loop, struct wheel_timer *timer)
{
    assert(loop);

    wheel_stop(loop->wheel, timer);
}
