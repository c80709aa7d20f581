/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals, ticks, and the way to the end. */

#include <assert.h>
#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "lang/failure.h"
#include "server/life.h"
#include "server/prompts.h"
#include "server/service.h"

enum {
    TICK_US = 1000000,
    SOON_US = 20000,    /* a tick while it stops */
    QUIET_US = 3000000, /* for the last BYEs to be answered */
    LARGE_BYTES = 128 << 10,
    SPARE_BYTES = 2 << 20,
};

/* Signals. */

static void tick(void *arg);

static void begin_drain(struct server *server)
{
    log_say(LOG_LEVEL_NOTE, "server",
            "draining: no new calls; those there are may end");
    server->is_draining = true;
    service_tell(server->service_fd, "STOPPING=1");
    server->stop_due_us =
        server_now_us(server) + server->settings->drain_timeout_us;
    calls_drain(server->calls);
}

void server_drain(struct server *server)
{
    if (server->is_draining)
        server->stop_due_us = 0; /* asked twice: at once */
    else
        begin_drain(server);
    loop_start_timer(server->loop, &server->tick_timer, 0, tick, server);
}

int server_reload(struct server *server)
{
    int rc = signalling_reload(calls_signalling(server->calls));

    if (rc < 0)
        log_say(LOG_LEVEL_ERROR, "server",
                "the certificate for TLS was not read again: %s",
                failure_text(lang_own(), rc));
    else
        log_say(LOG_LEVEL_NOTE, "server", "reloaded");
    return rc;
}

static void take_signal(int fd, unsigned events, void *arg)
{
    struct server *server = arg;
    struct signalfd_siginfo info;

    (void)events;
    while (read(fd, &info, sizeof(info)) == (ssize_t)sizeof(info))
        if (info.ssi_signo == SIGHUP)
            (void)server_reload(server);
        else
            server_drain(server);
}

int server_watch_signals(struct server *server)
{
    sigset_t signals;

    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGHUP);
    server->signal_fd = signalfd(-1, &signals, SFD_NONBLOCK | SFD_CLOEXEC);
    if (server->signal_fd < 0)
        return -errno;

    return loop_watch_fd(server->loop, server->signal_fd, LOOP_READ,
                         take_signal, server);
}

/* The end: drain, stop, quiet. */

static size_t live_contacts(const struct server *server)
{
    return state_row_count(core_state(server->core), ROW_CONTACT);
}

static void begin_stop(struct server *server)
{
    const struct command command = {
        .type = COMMAND_STOP,
        .as.stop.drained = live_contacts(server) == 0,
    };

    server->is_stopping = true;
    server->stop_due_us = server_now_us(server) + QUIET_US;
    server_turn(server, &command);
    calls_stop(server->calls);
    loop_start_timer(server->loop, &server->tick_timer, SOON_US, tick, server);
}

static void approach_end(struct server *server)
{
    bool is_due = server_now_us(server) >= server->stop_due_us;

    if (server->is_stopping && (is_due || calls_is_quiet(server->calls)))
        loop_stop(server->loop);
    else if (server->is_draining && !server->is_stopping &&
             (is_due || live_contacts(server) == 0))
        begin_stop(server);
}

static void follow_wall_clock(struct server *server)
{
    const struct system_row *system = state_system(core_state(server->core));
    int64_t wall_us = clock_wall_us();
    const struct command command = {
        .type = COMMAND_SET_CLOCK,
        .as.set_clock.wall_us = wall_us,
    };

    if (!journal_clock_was_set(wall_us, server_now_us(server),
                               system->wall_offset_us))
        return;

    log_say(LOG_LEVEL_WARNING, "server",
            "the wall clock was set; times of day follow it from now on");
    server_turn(server, &command);
}

static void tick(void *arg)
{
    struct server *server = arg;

    loop_start_timer(server->loop, &server->tick_timer,
                     server->is_stopping ? SOON_US : TICK_US, tick, server);
    if (!server->is_stopping)
        follow_wall_clock(server);
    store_alive(server->store, server_now_us(server), clock_wall_us());
    server_log_follow(server);
    server_log_standstill(server);
    server_log_refusals(server);
    server_watch(server);
    trace_expire(server->trace, server_now_us(server));
    prompts_keeper_tick(server->prompts);
    server_tell_figures(server);
    server_pump(server);
    approach_end(server);
}

/* Left to itself, glibc takes a large block that is freed for the usual, and
   has all up to its size from the heap from then on, where what is freed among
   others is not given back. */
static void give_large_blocks_back(void)
{
    (void)mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
    (void)mallopt(M_TRIM_THRESHOLD, SPARE_BYTES);
}

int server_run(const struct server_settings *settings)
{
    assert(settings);

    struct server server = {
        .settings = settings,
        .signal_fd = -1,
        .service_fd = service_open(),
    };

    give_large_blocks_back();
    outbox_init(&server.outbox);
    gates_init(&server.gates);
    replies_init(&server.replies);

    int rc = server_open(&server);
    if (rc == 0) {
        malloc_trim(0); /* files were read, a database was checked */
        log_say(LOG_LEVEL_NOTE, "server", "cclited: serving");
        service_tell(server.service_fd, "READY=1");
        service_tell(server.service_fd, "STATUS=serving");
        server_watch_begin();
        tick(&server);
        rc = loop_run(server.loop);
        server_watch_end(&server);
        log_say(LOG_LEVEL_NOTE, "server", "stopped");
    }

    server_close(&server);
    return rc < 0 ? 1 : 0;
}
