/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phones on one side of a relay and on the other. */

#include "relay_trial.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "call_load.h"
#include "media/media.h"
#include "media/recorder.h"
#include "plain_relay.h"

enum {
    MAX_P99_US = 5000,
    FINISH_MS = 20000,
};

static void die(const char *what)
{
    perror(what);
    exit(EXIT_FAILURE);
}

static void check(int rc, const char *what)
{
    if (rc < 0) {
        errno = -rc;
        die(what);
    }
}

/* In a process of its own, so that it shares no lock with the relay. */
static void run_load(const struct call_load *load, const in_port_t *ports,
                     int calls, int seconds, struct load_tally *ret_tally)
{
    struct load_tally *shared =
        mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
             MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int status;
    pid_t pid;

    if (shared == MAP_FAILED)
        die("mmap");
    pid = fork();
    if (pid == 0) {
        call_load_run(load, ports, 2 * calls, seconds, shared);
        _exit(EXIT_SUCCESS);
    }
    if (pid < 0 || waitpid(pid, &status, 0) != pid || status != 0)
        die("phones");
    *ret_tally = *shared;
    munmap(shared, sizeof(*shared));
}

static enum relay_verdict judge(const char *name, int calls,
                                const struct load_tally *tally, int64_t silent)
{
    int64_t lost = load_tally_lost(tally), p99 = load_tally_p99_us(tally);
    bool is_late = tally->sent < tally->due || tally->late > tally->sent / 2;

    printf("%-8s %4d calls: %lld packets, %lld not sent, %lld late, %lld lost, "
           "%lld samples not recorded, p99 %.1f ms\n",
           name, calls, (long long)tally->sent,
           (long long)(tally->due - tally->sent), (long long)tally->late,
           (long long)lost, (long long)silent, (double)p99 / 1000);
    fflush(stdout);
    if (is_late)
        return RELAY_PHONES_LATE;
    return lost == 0 && silent == 0 && p99 < MAX_P99_US ? RELAY_CARRIED
                                                        : RELAY_TOO_MUCH;
}

static enum relay_verdict carry_plain(const struct call_load *load, int calls,
                                      int seconds)
{
    static in_port_t ports[2 * RELAY_TRIAL_CALLS];
    static struct sockaddr_in peers[2 * RELAY_TRIAL_CALLS];
    struct load_tally tally;

    for (int i = 0; i < 2 * calls; i++)
        peers[i] = load->at[i % 2];

    struct plain_relay *relay = plain_relay_new(2 * calls, peers, ports);

    if (!relay)
        die("plain relay");
    run_load(load, ports, calls, seconds, &tally);
    plain_relay_free(relay);
    return judge("plain", calls, &tally, 0);
}

/* One number of calls in the media part, all recorded. */
struct ours {
    struct media *media;
    struct recorder *recorder;
    struct media_stream_id ids[2 * RELAY_TRIAL_CALLS];
    in_port_t ports[2 * RELAY_TRIAL_CALLS];
    int calls;
};

/* Lets the media thread do what was asked. */
static void settle(struct media *media)
{
    struct media_event event;

    while (media_stalled_ms(media) > 100)
        poll(NULL, 0, 1);
    while (media_next_event(media, &event))
        if (event.type == MEDIA_ANSWER && event.result < 0)
            exit(EXIT_FAILURE);
}

static void open_stream(struct ours *ours, const struct call_load *load, int i)
{
    struct media_stream_id near = { 0 };
    struct media_description description = {
        .formats = { { MEDIA_PCMU, 0 } },
        .format_count = 1,
        .event_type = MEDIA_NO_EVENTS,
        .ptime_ms = 20,
        .direction = MEDIA_BOTH_WAYS,
    };

    memcpy(&description.rtp, &load->at[i % 2], sizeof(load->at[i % 2]));
    if (i % 2)
        near = ours->ids[i - 1];
    check(media_open(ours->media, near, &ours->ids[i], &ours->ports[i]),
          "media_open");
    check(
        media_connect(ours->media, ours->ids[i], 0, &description, &description),
        "media_connect");
}

static void record_call(struct ours *ours, int right)
{
    struct tape *tape = NULL;
    char object[OBJECT_NAME_SIZE];

    object_draw(object);
    check(media_bridge(ours->media, ours->ids[right], ours->ids[right + 1], 0),
          "media_bridge");
    check(recorder_begin(ours->recorder, (uint64_t)right + 1, object, &tape),
          "recorder_begin");
    check(media_record(ours->media, ours->ids[right], ours->ids[right + 1], 0,
                       tape),
          "media_record");
}

static void open_ours(struct ours *ours, const struct call_load *load,
                      const char *directory)
{
    struct media_settings settings;

    media_settings_default(&settings);
    memcpy(&settings.bind, &load->at[0], sizeof(load->at[0]));
    ((struct sockaddr_in *)&settings.bind)->sin_port = 0;
    settings.max_streams = 2U * (unsigned)ours->calls;
    check(media_new(&settings, &ours->media), "media_new");
    check(recorder_new(directory, &ours->recorder), "recorder_new");
    for (int i = 0; i < 2 * ours->calls; i++) {
        open_stream(ours, load, i);
        if (i % 2)
            record_call(ours, i - 1);
        settle(ours->media);
    }
}

/* Ends the recordings; how many samples of them are missing, of one that does
   not end in time at least one. */
static int64_t close_ours(struct ours *ours)
{
    struct recorder_event event;
    struct pollfd ready = { recorder_event_fd(ours->recorder), POLLIN, 0 };
    int64_t missing = 0;
    int open = ours->calls;

    for (int i = 0; i < ours->calls; i++) {
        media_stop_record(ours->media, ours->ids[2 * i], 0);
        settle(ours->media);
    }
    while (open > 0 && poll(&ready, 1, FINISH_MS) == 1)
        while (recorder_next_event(ours->recorder, &event))
            if (event.type == RECORDER_FINISHED) {
                open--;
                missing += event.lost;
            }
    media_free(ours->media);
    recorder_free(ours->recorder);
    return missing + open;
}

static enum relay_verdict carry_recorded(const struct call_load *load,
                                         int calls, int seconds)
{
    static struct ours ours;
    char directory[] = "/tmp/bench_capacity-XXXXXX", command[64];
    struct load_tally tally;
    int64_t missing;

    if (!mkdtemp(directory))
        die("mkdtemp");
    ours.calls = calls;
    open_ours(&ours, load, directory);
    run_load(load, ours.ports, calls, seconds, &tally);
    missing = close_ours(&ours);
    snprintf(command, sizeof(command), "rm -rf %s", directory);
    if (system(command) != 0)
        die("rm");
    return judge("recorded", calls, &tally, missing);
}

/* Opens sockets anew for each trial: what they dropped is counted from 0. */
static enum relay_verdict with_phones(
    enum relay_verdict (*carry)(const struct call_load *, int, int), int calls,
    int seconds)
{
    struct call_load load;
    enum relay_verdict verdict;

    check(call_load_open(&load), "phones");
    verdict = carry(&load, calls, seconds);
    call_load_close(&load);
    return verdict;
}

enum relay_verdict relay_trial_plain(int calls, int seconds)
{
    return with_phones(carry_plain, calls, seconds);
}

enum relay_verdict relay_trial_recorded(int calls, int seconds)
{
    return with_phones(carry_recorded, calls, seconds);
}
