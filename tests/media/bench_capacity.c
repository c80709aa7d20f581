/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many calls are carried, recorded, beside what a plain relay carries:
   bench_capacity [SECONDS] */

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "call_load.h"
#include "media/media.h"
#include "media/recorder.h"
#include "plain_relay.h"

/*
 * Calls are PCMU both ways, 20 ms; a number of them is carried when the relay
 * lost nothing, no sample of a recording either, and 99 of 100 packets left it
 * within 5 ms. Both relays have one thread, that of the recorder comes on top;
 * the phones are another process. The number doubles until it is too much, then
 * the gap is halved; what is too much must be so three times, since the machine
 * does other things too. The two take turns.
 *
 * Where the phones did not send what was due in one of the three, or more than
 * half of it late, they may be the limit, and that is said.
 */

static const double TARGET = 0.5;

enum {
    FIRST_CALLS = 32,
    MAX_CALLS = 2048,
    MAX_P99_US = 5000,
    TRIES = 3,
    LONGEST_ROUND_S = 10,
    GAPS = 16,       /* halved until it is this part of what is carried */
    LONGEST_S = 120, /* then it ends with what is known */
    FINISH_MS = 20000,
};

enum verdict { CARRIED, TOO_MUCH, PHONES_LATE };

struct search {
    const char *name;
    enum verdict (*attempt)(const struct call_load *load, int calls,
                            int seconds);
    int most;  /* carried; 0: none yet */
    int least; /* not carried; 0: none yet */
    bool by_phones;
};

static void die(const char *what)
{
    perror(what);
    exit(EXIT_FAILURE);
}

static int64_t now_s(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec;
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

static enum verdict judge(const char *name, int calls,
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
        return PHONES_LATE;
    return lost == 0 && silent == 0 && p99 < MAX_P99_US ? CARRIED : TOO_MUCH;
}

static enum verdict attempt_plain(const struct call_load *load, int calls,
                                  int seconds)
{
    static in_port_t ports[2 * MAX_CALLS];
    struct plain_relay *relay = plain_relay_new(2 * calls, load->at, ports);
    struct load_tally tally;

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
    struct media_stream_id ids[2 * MAX_CALLS];
    in_port_t ports[2 * MAX_CALLS];
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

static void check(int rc, const char *what)
{
    if (rc < 0) {
        errno = -rc;
        die(what);
    }
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

static enum verdict attempt_ours(const struct call_load *load, int calls,
                                 int seconds)
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

/* The number to try next; 0: the search is over. */
static int next_calls(const struct search *search)
{
    if (!search->least)
        return !search->most              ? FIRST_CALLS
               : search->most < MAX_CALLS ? 2 * search->most
                                          : 0;
    if (search->least - search->most <= search->most / GAPS ||
        search->least - search->most < 2)
        return 0;
    return (search->most + search->least) / 2;
}

/* Opens sockets anew for each attempt: what they dropped is counted from 0. */
static enum verdict attempt(const struct search *search, int calls, int seconds)
{
    struct call_load load;
    enum verdict verdict;

    check(call_load_open(&load), "phones");
    verdict = search->attempt(&load, calls, seconds);
    call_load_close(&load);
    return verdict;
}

/* One number of calls. False: the search is over. */
static bool search_step(struct search *search, int seconds)
{
    int calls = next_calls(search);
    enum verdict verdict = TOO_MUCH;
    bool by_phones = false;

    if (calls == 0)
        return false;
    for (int i = 0; i < TRIES && verdict != CARRIED; i++) {
        verdict = attempt(search, calls, seconds);
        by_phones = by_phones || verdict == PHONES_LATE;
    }
    if (verdict == CARRIED) {
        search->most = calls;
    } else {
        search->least = calls;
        search->by_phones = by_phones;
    }
    return true;
}

/* What is known of it; false: the number is only a least one. */
static bool say(const struct search *search)
{
    printf("%s: %d calls", search->name, search->most);
    if (search->least)
        printf(", not %d", search->least);
    if (search->by_phones)
        printf(", which the phones cannot send");
    printf("\n");
    return search->least && !search->by_phones;
}

int main(int argc, char **argv)
{
    struct search plain = { .name = "plain relay", .attempt = attempt_plain };
    struct search ours = { .name = "recorded", .attempt = attempt_ours };
    int seconds = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 3;
    int64_t end = now_s() + LONGEST_S;
    struct rlimit limit;
    bool more = true;

    if (seconds < 1 || seconds > LONGEST_ROUND_S)
        return EXIT_FAILURE;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    while (more && now_s() < end) {
        more = search_step(&plain, seconds);
        more = search_step(&ours, seconds) || more;
    }

    bool is_known = say(&plain);

    is_known = say(&ours) && is_known;
    if (!plain.most || !ours.most)
        return EXIT_FAILURE;
    printf("recorded / plain: %.2f, target %.2f%s\n",
           (double)ours.most / plain.most, TARGET,
           is_known ? "" : "; not the relays alone were the limit");
    return EXIT_SUCCESS;
}
