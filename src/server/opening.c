/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a server has, opened in order and closed in order. */

#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/log.h"
#include "core/state_copy.h"
#include "lang/failure.h"
#include "server/erasures.h"
#include "server/errands.h"
#include "server/life.h"
#include "server/long_start.h"
#include "server/deliveries.h"
#include "server/lookups.h"
#include "server/notes.h"
#include "server/past.h"
#include "server/prompts.h"
#include "server/recalls.h"
#include "server/service.h"
#include "server/speeches.h"
#include "server/visits.h"

enum {
    CLOSE_WAIT_MS = 10000, /* for the last events to reach the disk */
    WORKERS = 2,
    MAX_JOBS = 256,
    MAKERS = 2,
    MAX_MAKING = 1000, /* as many as there can be prompts */
};

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

struct long_opening {
    const struct server *server;
    struct long_start start;
};

static void tell_progress(void *arg, const struct store_progress *progress)
{
    struct long_opening *opening = arg;
    char status[LONG_START_WORDS + 8] = "STATUS=";
    char *words = status + strlen(status);

    if (!long_start_words(&opening->start, progress, clock_boot_us(), words))
        return;

    log_say(LOG_LEVEL_NOTE, "server", "%s", words);
    service_tell(opening->server->service_fd, status);
}

static void tell_of_snapshots(const struct server *server)
{
    struct store_past past;

    store_past(server->store, &past);
    if (past.bad_snapshots > 0)
        log_say(LOG_LEVEL_WARNING, "server",
                "%u snapshots cannot be read: the journal was read from event "
                "%" PRIu64 " on",
                past.bad_snapshots, past.snapshot_seq + 1);
}

static int open_store(struct server *server)
{
    struct long_opening opening = { .server = server };
    const struct store_settings settings = {
        .directory = server->settings->data_dir,
        .on_progress = tell_progress,
        .progress_arg = &opening,
        .on_fatal = tell_fatal,
    };
    struct store_problem problem = { 0 };
    int rc = store_open(&settings, &server->store, &problem);

    if (rc == 0)
        rc = core_new(&server->core);
    if (rc == 0)
        rc = store_recover(server->store, server->core, &problem);
    if (rc == 0)
        tell_of_snapshots(server);
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

/* Looked at before the rest, whose failures are those of addresses. */
static int look_for_prompts(const struct server *server)
{
    const char *directory = server->settings->prompt_dir;
    int rc = directory[0] && access(directory, R_OK | X_OK) < 0 ? -errno : 0;

    if (rc < 0)
        log_say(LOG_LEVEL_ERROR, "server", "prompt_dir %s: %s", directory,
                failure_text(lang_own(), rc));
    return rc;
}

static int open_calls(struct server *server)
{
    struct calls_settings settings;
    int rc = look_for_prompts(server);

    if (rc == 0)
        rc = settings_for_calls(server->settings, &settings);
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
    else
        core_set_shelf(server->core, calls_prompt_shelf(server->calls));
    return rc;
}

static int open_makers(struct server *server)
{
    const struct jobs_settings settings = { .threads = MAKERS,
                                            .max_waiting = MAX_MAKING };

    server->prompt_shop = (struct prompt_shop){
        .directory = server->settings->library_dir,
        .worker = { .program = server->settings->worker,
                    .is_ending = &server->makers_end,
                    .tally = &server->worker_tally,
                    .voices = server->settings->voices },
        .kept = &server->sounds_kept,
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
        .time_zone = settings->time_zone,
        .jobs = server->jobs,
        .makers = server->makers,
        .prompt_shop = &server->prompt_shop,
        .prompt_shelf = calls_prompt_shelf(server->calls),
        .trace = server->trace,
        .allows_inside_lookups = settings->lookup_private,
        .allows_inside_webhooks = settings->webhook_private,
        .clock_offset_us = server->clock.offset_us,
        .each_second = server_watch_main,
        .arg = server,
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
    if (rc == 0)
        rc = recalls_new(server, &server->recalls);
    if (rc == 0)
        rc = lookups_new(server, &server->lookups);
    if (rc == 0)
        rc = speeches_new(server, &server->speeches);
    if (rc == 0)
        rc = deliveries_new(server, &server->deliveries);
    if (rc == 0)
        rc = visits_new(server, &server->visits);
    return rc == 0 ? erasures_new(server, &server->erasures) : rc;
}

static void ready(int fd, unsigned events, void *arg)
{
    (void)fd;
    (void)events;
    server_want_pump(arg);
}

static int watch_all(struct server *server)
{
    int rc = server_watch_signals(server);

    if (rc == 0)
        rc = loop_watch_fd(server->loop, store_event_fd(server->store),
                           LOOP_READ, ready, server);
    if (rc == 0)
        rc = loop_watch_fd(server->loop, web_request_fd(server->web), LOOP_READ,
                           ready, server);
    return rc;
}

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
    if (rc == 0)
        deliveries_resume(server->deliveries);
    if (rc < 0)
        log_say(LOG_LEVEL_ERROR, "server",
                "socket %s, http.address %s port %d: %s",
                server->settings->socket, server->settings->http_address,
                (int)server->settings->http_port, failure_text(lang_own(), rc));
    return rc;
}

int server_open(struct server *server)
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

void server_close(struct server *server)
{
    size_t unwritten = 0;

    atomic_store(&server->makers_end, true);
    deliveries_end(server->deliveries);
    server->makers = jobs_free(server->makers);
    server->jobs = jobs_free(server->jobs);
    server->web = web_free(server->web);
    notes_drop(server);
    server->calls = calls_free(server->calls);
    server->trace = trace_free(server->trace);
    store_close(server->store, CLOSE_WAIT_MS, &unwritten);
    if (unwritten > 0)
        log_say(LOG_LEVEL_ERROR, "server",
                "%zu events could not be written before the end", unwritten);

    server->errands = errands_free(server->errands);
    server->prompts = prompts_keeper_free(server->prompts);
    server->erasures = erasures_free(server->erasures);
    server->recalls = recalls_free(server->recalls);
    server->lookups = lookups_free(server->lookups);
    server->speeches = speeches_free(server->speeches);
    server->deliveries = deliveries_free(server->deliveries);
    server->visits = visits_free(server->visits);
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
