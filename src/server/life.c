/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the first file opened to the last one closed. */

#include <assert.h>
#include <errno.h>
#include <malloc.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/state_copy.h"
#include "lang/failure.h"
#include "server/erasures.h"
#include "server/errands.h"
#include "server/past.h"
#include "server/prompts.h"
#include "server/server.h"
#include "server/service.h"

enum {
    TICK_US = 1000000,
    SOON_US = 20000,       /* a tick while it stops */
    QUIET_US = 3000000,    /* for the last BYEs to be answered */
    CLOSE_WAIT_MS = 10000, /* for the last events to reach the disk */
    WORKERS = 2,
    MAX_JOBS = 256,
    MAKERS = 2,
    MAX_MAKING = 1000, /* as many as there can be prompts */
};

static int start_core(struct server *server)
{
    const struct state *state = core_state(server->core);
    struct store_past past;
    struct command command = { .type = COMMAND_START };

    store_past(server->store, &past);
    snprintf(command.as.start.release.text,
             sizeof(command.as.start.release.text), "%s", SERVER_RELEASE);
    command.as.start.alive_at_us = past.alive_at_us > state_system(state)->at_us
                                       ? past.alive_at_us
                                       : state_system(state)->at_us;
    command.as.start.wall_us = clock_wall_us();
    return server_turn(server, &command);
}

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

static int watch_signals(struct server *server)
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
    service_tell(server->service_fd, "WATCHDOG=1");
    trace_expire(server->trace, server_now_us(server));
    server_tell_figures(server);
    server_pump(server);
    approach_end(server);
}

static void ready(int fd, unsigned events, void *arg)
{
    (void)fd;
    (void)events;
    server_want_pump(arg);
}

/* The beginning. */

static int64_t journal_now(void *arg)
{
    return server_now_us(arg);
}

static void tell_fatal(void *arg, const char *reason)
{
    (void)arg;
    log_say(LOG_LEVEL_ERROR, "server",
            "the disk does not keep what is written: %s", reason);
}

static int open_store(struct server *server)
{
    const struct store_settings settings = {
        .directory = server->settings->data_dir,
        .on_fatal = tell_fatal,
    };
    struct store_problem problem = { 0 };
    int rc = store_open(&settings, &server->store, &problem);

    if (rc == 0)
        rc = core_new(&server->core);
    if (rc == 0)
        rc = store_recover(server->store, server->core, &problem);
    if (rc < 0)
        log_say(LOG_LEVEL_ERROR, "server", "%s: %s %s",
                server->settings->data_dir,
                problem.text ? _(problem.text) : failure_text(lang_own(), rc),
                problem.detail);
    return rc;
}

static void start_clock(struct server *server)
{
    struct store_past past;
    struct journal_past journal;

    store_past(server->store, &past);
    journal = (struct journal_past){ past.at_us, past.alive_at_us,
                                     past.alive_wall_us };
    server->started_wall_us = clock_wall_us();
    journal_clock_begin(&server->clock, &journal, clock_boot_us(),
                        server->started_wall_us);
}

static int open_loop(struct server *server)
{
    const struct loop_settings settings = {
        .max_fds = settings_max_fds(server->settings),
        .now_us = journal_now,
        .arg = server,
    };

    return loop_new(&settings, &server->loop);
}

static int open_trace(struct server *server)
{
    const struct trace_settings settings = {
        .max_bytes = (size_t)server->settings->trace_memory << 20,
        .keep_us = server->settings->trace_keep_us,
        .keep_failed_us = server->settings->trace_keep_failed_us,
    };

    return trace_new(&settings, &server->trace);
}

static int open_calls(struct server *server)
{
    struct calls_settings settings;
    int rc = settings_for_calls(server->settings, &settings);

    if (rc < 0)
        return rc;

    settings.trace = server->trace;
    settings.wanted = server_want_pump;
    settings.arg = server;
    rc = calls_new(server->loop, &settings, &server->calls);
    if (rc < 0)
        log_say(LOG_LEVEL_ERROR, "server", "sip.address %s port %d: %s",
                server->settings->sip_address, (int)server->settings->sip_port,
                failure_text(lang_own(), rc));
    return rc;
}

static int open_makers(struct server *server)
{
    const struct jobs_settings settings = { .threads = MAKERS,
                                            .max_waiting = MAX_MAKING };

    server->prompt_shop = (struct prompt_shop){
        .directory = server->settings->library_dir,
        .worker = { .program = server->settings->worker,
                    .is_ending = &server->makers_end },
    };
    return jobs_new(&settings, &server->makers);
}

static int open_web(struct server *server)
{
    const struct server_settings *settings = server->settings;
    char sip_address[SETTINGS_TEXT_SIZE + 16];
    const struct web_settings web = {
        .socket_path = settings->socket[0] ? settings->socket : NULL,
        .address = settings->http_address[0] ? settings->http_address : NULL,
        .port = (int)settings->http_port,
        .realm = settings->sip_realm,
        .release = SERVER_RELEASE,
        .sip_address = sip_address,
        .recording_dir = settings->recording_dir,
        .jobs = server->jobs,
        .makers = server->makers,
        .prompt_shop = &server->prompt_shop,
        .trace = server->trace,
        .clock_offset_us = server->clock.offset_us,
    };
    struct state *floor = NULL;
    int rc = state_copy(core_state(server->core), &floor);

    settings_sip_address(settings, sip_address, sizeof(sip_address));
    if (rc == 0)
        rc = web_new(&web, floor, &server->web);
    if (rc < 0)
        state_free(floor);
    return rc;
}

static int open_helpers(struct server *server)
{
    const struct errands_settings errands = {
        .loop = server->loop,
        .jobs = server->jobs,
        .store = server->store,
        .web = server->web,
        .directory = server->settings->data_dir,
    };

    int rc = errands_new(&errands, &server->errands);

    if (rc == 0)
        rc = prompts_keeper_new(server, &server->prompts);
    return rc == 0 ? erasures_new(server, &server->erasures) : rc;
}

static int watch_all(struct server *server)
{
    int rc = watch_signals(server);

    if (rc == 0)
        rc = loop_watch_fd(server->loop, store_event_fd(server->store),
                           LOOP_READ, ready, server);
    if (rc == 0)
        rc = loop_watch_fd(server->loop, web_request_fd(server->web), LOOP_READ,
                           ready, server);
    return rc;
}

static int start_all(struct server *server)
{
    int rc = store_start(server->store);

    if (rc == 0)
        rc = start_core(server);
    if (rc == 0)
        past_finish_recordings(server);
    if (rc == 0)
        erasures_resume(server->erasures);
    if (rc == 0)
        rc = web_start(server->web);
    if (rc < 0)
        log_say(LOG_LEVEL_ERROR, "server",
                "socket %s, http.address %s port %d: %s",
                server->settings->socket, server->settings->http_address,
                (int)server->settings->http_port, failure_text(lang_own(), rc));
    return rc;
}

static int open_all(struct server *server)
{
    int rc = open_store(server);

    if (rc < 0)
        return rc;

    start_clock(server);
    rc = open_loop(server);
    if (rc == 0)
        rc = open_trace(server);
    if (rc == 0)
        rc = open_calls(server);
    if (rc == 0)
        rc = past_open_jobs(server, WORKERS, MAX_JOBS);
    if (rc == 0)
        rc = open_makers(server);
    if (rc == 0)
        rc = open_web(server);
    if (rc == 0)
        rc = open_helpers(server);
    if (rc == 0)
        rc = watch_all(server);
    if (rc == 0)
        rc = past_load(server);
    return rc == 0 ? start_all(server) : rc;
}

static void close_all(struct server *server)
{
    size_t unwritten = 0;

    atomic_store(&server->makers_end, true);
    server->makers = jobs_free(server->makers);
    server->jobs = jobs_free(server->jobs);
    server->web = web_free(server->web);
    server->calls = calls_free(server->calls);
    server->trace = trace_free(server->trace);
    store_close(server->store, CLOSE_WAIT_MS, &unwritten);
    if (unwritten > 0)
        log_say(LOG_LEVEL_ERROR, "server",
                "%zu events could not be written before the end", unwritten);

    server->errands = errands_free(server->errands);
    server->prompts = prompts_keeper_free(server->prompts);
    server->erasures = erasures_free(server->erasures);
    server->core = core_free(server->core);
    outbox_done(&server->outbox);
    gates_done(&server->gates);
    replies_done(&server->replies);
    if (server->signal_fd >= 0)
        close(server->signal_fd);
    if (server->service_fd >= 0)
        close(server->service_fd);
    server->loop = loop_free(server->loop);
}

int server_run(const struct server_settings *settings)
{
    assert(settings);

    struct server server = {
        .settings = settings,
        .signal_fd = -1,
        .service_fd = service_open(),
    };

    outbox_init(&server.outbox);
    gates_init(&server.gates);
    replies_init(&server.replies);

    int rc = open_all(&server);
    if (rc == 0) {
        malloc_trim(0); /* files were read, a database was checked */
        log_say(LOG_LEVEL_NOTE, "server", "cclited: serving");
        service_tell(server.service_fd, "READY=1");
        tick(&server);
        rc = loop_run(server.loop);
        log_say(LOG_LEVEL_NOTE, "server", "stopped");
    }

    close_all(&server);
    return rc < 0 ? 1 : 0;
}
