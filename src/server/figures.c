/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Once a second: the metrics that only the main thread knows. */

#include <dirent.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "server/alarms.h"
#include "server/deliveries.h"
#include "server/lookups.h"
#include "server/speeches.h"

enum { US_PER_S = 1000000 };

static int64_t resident_bytes(void)
{
    int64_t pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");

    if (!file)
        return 0;
    if (fscanf(file, "%*d %" SCNd64, &pages) != 1)
        pages = 0;
    fclose(file);
    return pages * sysconf(_SC_PAGESIZE);
}

/* Linux tells their number as the size of the directory, from 6.2 on. */
static int64_t open_fds(void)
{
    struct stat status;
    int64_t count = 0;

    if (stat("/proc/self/fd", &status) == 0 && status.st_size > 0)
        return status.st_size;

    DIR *dir = opendir("/proc/self/fd");

    if (!dir)
        return 0;
    while (readdir(dir))
        count++;
    closedir(dir);
    return count - 3; /* itself, "." and ".." */
}

static int64_t cpu_us(void)
{
    struct rusage usage;

    if (getrusage(RUSAGE_SELF, &usage) < 0)
        return 0;

    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * (int64_t)US_PER_S +
           usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

static void process_figures(const struct server *server, int64_t values[])
{
    struct rlimit limit = { 0 };

    getrlimit(RLIMIT_NOFILE, &limit);
    values[METRIC_START_TIME] = server->started_wall_us;
    values[METRIC_RESIDENT_BYTES] = resident_bytes();
    values[METRIC_CPU_SECONDS] = cpu_us();
    values[METRIC_OPEN_FDS] = open_fds();
    values[METRIC_MAX_FDS] = (int64_t)limit.rlim_cur;
}

static void store_figures(const struct server *server,
                          const struct store_status *status, int64_t values[])
{
    values[METRIC_STORE_QUEUED] = (int64_t)status->queued;
    values[METRIC_STORE_LAG] = status->behind_us;
    values[METRIC_STORE_COMMITS] = (int64_t)status->commits;
    values[METRIC_STORE_COMMIT_LONGEST] = status->max_commit_us;
    values[METRIC_STORE_HEALTHY] = status->health == STORE_OK;
    values[METRIC_EVENTS] =
        (int64_t)state_system(core_state(server->core))->seq;
    values[METRIC_FAULTS] = state_system(core_state(server->core))->faults;
    values[METRIC_GRANTS_RETURNED] =
        state_system(core_state(server->core))->grants_returned;
}

static void trace_values(const struct server *server, int64_t values[])
{
    struct trace_figures figures;

    trace_figures(server->trace, &figures);
    values[METRIC_TRACE_BYTES] = (int64_t)figures.bytes;
    values[METRIC_TRACE_CONTACTS] = (int64_t)figures.contacts;
    values[METRIC_TRACE_DROPPED] = (int64_t)figures.dropped;
}

static void lookup_metrics(const struct server *server, int64_t values[])
{
    struct fetcher_figures figures;

    lookups_figures(server->lookups, &figures);
    values[METRIC_LOOKUPS] = (int64_t)figures.asked;
    values[METRIC_LOOKUPS_FAILED] = (int64_t)figures.failed;
    values[METRIC_LOOKUPS_SPARED] = (int64_t)figures.spared;
    values[METRIC_LOOKUPS_CROWDED] = (int64_t)figures.crowded;
    values[METRIC_LOOKUP_SECONDS] = (int64_t)figures.took_us;
    values[METRIC_LOOKUPS_UNDER_WAY] = figures.running;
    values[METRIC_LOOKUP_HOSTS_SPARED] = figures.open;
}

static void delivery_metrics(const struct server *server, int64_t values[])
{
    struct deliveries_figures figures;

    deliveries_figures(server->deliveries, &figures);
    values[METRIC_DELIVERIES_SENT] = (int64_t)figures.sent;
    values[METRIC_DELIVERIES_FAILED] = (int64_t)figures.failed;
    values[METRIC_DELIVERIES_WAITING] =
        (int64_t)state_row_count(core_state(server->core), ROW_DELIVERY);
    values[METRIC_DELIVERY_WAYS_SPARED] = figures.open;
}

static int64_t new_messages(const struct state *state)
{
    int64_t count = 0;

    for (size_t i = 0; i < state_row_count(state, ROW_MAILBOX); i++)
        count +=
            ((const struct mailbox_row *)state_row_at(state, ROW_MAILBOX, i))
                ->fresh;

    return count;
}

static int64_t open_callbacks(const struct state *state)
{
    int64_t count = 0;

    for (size_t i = 0; i < state_row_count(state, ROW_CALLBACK); i++)
        count +=
            ((const struct callback_row *)state_row_at(state, ROW_CALLBACK, i))
                ->state < CALLBACK_REACHED;

    return count;
}

static int64_t published_flows(const struct state *state)
{
    int64_t count = 0;

    for (size_t i = 0; i < state_document_count(state, DOCUMENT_FLOW); i++)
        count += ((const struct event_flow_set *)state_document_at(
                      state, DOCUMENT_FLOW, i))
                     ->digest.text[0] != '\0';

    return count;
}

static void flow_figures(const struct server *server, int64_t values[])
{
    const struct state *state = core_state(server->core);
    const struct system_row *system = state_system(state);

    values[METRIC_FLOWS_PUBLISHED] = published_flows(state);
    values[METRIC_FLOWS_ENTERED] = system->flows_entered;
    values[METRIC_FLOWS_FAILED] = system->flows_failed;
    values[METRIC_FLOW_ERRORS] = system->flow_errors;
    values[METRIC_FLOW_STEP_LIMITS] = system->flow_step_limits;
    values[METRIC_FLOW_TIME_LIMITS] = system->flow_time_limits;
}

static void outside_figures(const struct server *server, int64_t values[])
{
    const struct state *state = core_state(server->core);

    values[METRIC_CALLS_OUTSIDE] = (int64_t)state_row_count(state, ROW_OUTCALL);
    values[METRIC_TOLL_ALARMS] = state_system(state)->toll_alarms;
    values[METRIC_PIN_LOCKS] = state_system(state)->pin_locks;
    values[METRIC_DELIVERIES_LOST] = state_system(state)->unsent;
    values[METRIC_MESSAGES] = (int64_t)state_row_count(state, ROW_MESSAGE);
    values[METRIC_CALLBACKS] = open_callbacks(state);
    values[METRIC_MESSAGES_NEW] = new_messages(state);
    speeches_figures(server->speeches, &values[METRIC_SPEECHES],
                     &values[METRIC_SPEECHES_SKIPPED]);
}

static void sip_figures(struct server *server,
                        const struct recorder_status *recorder,
                        int64_t values[])
{
    struct signalling_stats stats;
    struct calls_traffic traffic;

    calls_traffic(server->calls, &traffic);
    values[METRIC_RTP_RECEIVED] = (int64_t)traffic.received;
    values[METRIC_RTP_SENT] = (int64_t)traffic.sent;
    values[METRIC_RTP_DROPPED] = (int64_t)traffic.dropped;
    values[METRIC_SRTP_FORGED] = (int64_t)traffic.forged;
    values[METRIC_SRTP_REPLAYED] = (int64_t)traffic.replayed;
    values[METRIC_RTP_LOST] = (int64_t)traffic.lost;
    signalling_read_stats(calls_signalling(server->calls), &stats);
    values[METRIC_SIP_RECEIVED] = (int64_t)stats.requests;
    values[METRIC_SIP_CALLS_IN] = (int64_t)stats.invites_in;
    values[METRIC_SIP_CALLS_OUT] = (int64_t)stats.invites_out;
    values[METRIC_SIP_REFUSED] =
        (int64_t)(stats.refused_sanity + stats.refused_busy +
                  stats.refused_method + stats.refused_sdp);
    values[METRIC_CALLS_TURNED_AWAY] = (int64_t)stats.turned_away;
    values[METRIC_INVITE_WAIT] =
        signalling_longest_wait_us(calls_signalling(server->calls));
    values[METRIC_SIP_UNAUTHORIZED] =
        (int64_t)(stats.auth_failures + stats.refused_unknown);
    values[METRIC_SIP_RETRANSMITTED] =
        (int64_t)(stats.answers_retransmitted + stats.requests_retransmitted);
    values[METRIC_SIP_REFRESHED] = (int64_t)stats.sessions_refreshed;
    values[METRIC_SIP_EXPIRED] = (int64_t)stats.sessions_expired;
    values[METRIC_SIP_BINDINGS] = stats.bindings;
    values[METRIC_SIP_LEGS] = stats.legs;
    values[METRIC_TRUNKS_UP] = trunk_watch_look(server, &server->trunks);
    values[METRIC_RECORDINGS_OPEN] = (int64_t)recorder->open;
    values[METRIC_RECORDING_LOST] = recorder->lost_us;
    values[METRIC_MEDIA_PORTS] =
        2 * (int64_t)media_open_streams(calls_media(server->calls));
}

/* Whoever calls next would make it worse; who was refused may call again when
   half of it is made up. */
static void judge_journal(struct server *server,
                          const struct store_status *status)
{
    int64_t max_us = server->settings->overload_journal_us;

    if (server->is_behind)
        max_us /= 2;
    server->is_behind = status->level_pct >= STORE_REFUSE_PCT ||
                        (server->settings->overload_journal_us > 0 &&
                         status->behind_us > max_us);
    calls_set_behind(server->calls, server->is_behind);
}

void server_tell_figures(struct server *server)
{
    int64_t values[METRIC_COUNT] = { 0 };
    struct store_status status;
    struct recorder_status recorder;
    struct web_status web = {
        .ready = !server->is_draining,
        .draining = server->is_draining,
        .stop_due_us = server->is_draining ? server->stop_due_us : 0,
    };

    store_status(server->store, &status);
    process_figures(server, values);
    store_figures(server, &status, values);
    calls_recorder_status(server->calls, &recorder);
    sip_figures(server, &recorder, values);
    trace_values(server, values);
    lookup_metrics(server, values);
    delivery_metrics(server, values);
    outside_figures(server, values);
    flow_figures(server, values);
    judge_journal(server, &status);

    const struct alarm_signs signs = {
        .store = &status,
        .recorder = &recorder,
        .open_fds = values[METRIC_OPEN_FDS],
        .turned_away = (uint64_t)values[METRIC_CALLS_TURNED_AWAY],
    };

    values[METRIC_ALARMS] = alarms_tell(server, &signs, &web.alarms);
    values[METRIC_TURN_SECONDS] = server->longest_turn_us;
    server->longest_turn_us = 0;
    server->is_lagging = false;

    web_set_metrics(server->web, values);
    web_set_status(server->web, &web);
}
