/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CPU per relayed packet, and what recording and encryption add to it:
   bench_relay PAIRS SECONDS [THREADS [ROUNDS]] */

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "media/media.h"
#include "media/recorder.h"
#include "tests/media/secret_peer.h"

/*
 * A second process sends 50 packets a second to each stream, spread over the
 * 20 ms, from two sockets, and throws away what comes back. What is measured is
 * the CPU time of this process, which is that of the media threads: receiving,
 * latch, counters, renumbering, sending; in every third round the recordings of
 * all pairs, too, with the recorder's thread and its files; and in every third
 * one SRTP on both sides, decrypted and encrypted again. Rounds alternate, so
 * that what else the machine does falls on all alike.
 */

static const double WORST_RATIO = 2.5; /* 1.5 is the target */
/* 4 where the ciphers of libsrtp are those of NSS, as in Debian. */
static const double WORST_SECRET_RATIO = 6;

enum kind { BARE, RECORDED, SECRET, KINDS };

static const char *const kind_names[KINDS] = { "bare", "recorded", "secret" };

enum {
    MAX_STREAMS = 8192,
    SLOTS = 20,
    PACKET = 172,
    ROOM = 64, /* for a tag */
    MAX_ROUNDS = 20,
};

static struct sockaddr_in loopback(uint16_t port)
{
    return (struct sockaddr_in){ .sin_family = AF_INET,
                                 .sin_port = htons(port),
                                 .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
}

static void die(const char *what)
{
    perror(what);
    exit(EXIT_FAILURE);
}

static int bound(uint16_t *ret_port)
{
    struct sockaddr_in at = loopback(0);
    socklen_t length = sizeof(at);
    int size = 8 << 20;
    int fd = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);

    if (fd < 0 || bind(fd, (struct sockaddr *)&at, sizeof(at)) < 0 ||
        getsockname(fd, (struct sockaddr *)&at, &length) < 0)
        die("socket");
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
    *ret_port = ntohs(at.sin_port);
    return fd;
}

static void send_one(int fd, uint16_t port, uint32_t tick, uint32_t ssrc,
                     struct foreign *secret)
{
    uint8_t packet[PACKET + ROOM] = { 0x80 };
    size_t length = PACKET;
    struct sockaddr_in to = loopback(port);
    uint32_t timestamp = htonl(tick * 160), source = htonl(ssrc);

    packet[2] = (uint8_t)(tick >> 8);
    packet[3] = (uint8_t)tick;
    memcpy(packet + 4, &timestamp, 4);
    memcpy(packet + 8, &source, 4);
    if (secret && !foreign_change(secret, FOREIGN_ENCRYPT, packet, &length))
        die("encrypt");
    if (sendto(fd, packet, length, 0, (struct sockaddr *)&to, sizeof(to)) < 0)
        die("sendto");
}

static void generate(const int fds[2], const uint16_t *ports, int streams,
                     int seconds, uint32_t first_tick,
                     struct foreign *const *secrets)
{
    uint8_t heard[2048];
    struct timespec at;

    clock_gettime(CLOCK_MONOTONIC, &at);
    for (int slot = 0; slot < seconds * 50 * SLOTS; slot++) {
        int part = slot % SLOTS;

        for (int i = part * streams / SLOTS; i < (part + 1) * streams / SLOTS;
             i++)
            send_one(fds[i % 2], ports[i],
                     first_tick + (uint32_t)(slot / SLOTS), (uint32_t)i + 1,
                     secrets[i]);
        for (int k = 0; k < 2; k++)
            while (recv(fds[k], heard, sizeof(heard), 0) > 0)
                continue;
        at.tv_nsec += 1000000;
        if (at.tv_nsec >= 1000000000) {
            at.tv_nsec -= 1000000000;
            at.tv_sec++;
        }
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL);
    }
}

static struct media_description described(uint16_t port)
{
    struct media_description description = {
        .formats = { { MEDIA_PCMU, 0 } },
        .format_count = 1,
        .event_type = MEDIA_NO_EVENTS,
        .ptime_ms = 20,
        .direction = MEDIA_BOTH_WAYS,
    };
    struct sockaddr_in at = loopback(port);

    memcpy(&description.rtp, &at, sizeof(at));
    return description;
}

static void discard_events(struct media *media)
{
    struct media_event event;

    while (media_next_event(media, &event))
        if (event.type == MEDIA_ANSWER && event.result < 0)
            exit(EXIT_FAILURE);
}

static void open_pairs(struct media *media, struct media_stream_id *ids,
                       uint16_t *ports, int streams, const uint16_t gen[2])
{
    struct media_stream_id none = { 0 };

    for (int i = 0; i < streams; i++) {
        struct media_description description = described(gen[i % 2]);

        if (media_open(media, i % 2 ? ids[i - 1] : none, &ids[i], &ports[i]) <
                0 ||
            media_connect(media, ids[i], 0, &description, &description) < 0 ||
            (i % 2 && media_bridge(media, ids[i - 1], ids[i], 0) < 0))
            exit(EXIT_FAILURE);
        while (media_stalled_ms(media) > 100)
            continue;
        discard_events(media);
    }
}

static double cpu_s(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static int64_t resident_kb(void)
{
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "re");

    if (!file || fscanf(file, "%*d %ld", &pages) != 1)
        pages = 0;
    if (file)
        fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

/* What all rounds have in common. */
struct bench {
    struct media *media;
    struct recorder *recorder;
    struct media_stream_id ids[MAX_STREAMS];
    uint16_t ports[MAX_STREAMS];
    struct foreign *secrets[MAX_STREAMS]; /* of a round that is secret */
    int fds[2];
    uint16_t gen[2]; /* their ports */
    int streams;
    int seconds;
    uint8_t round; /* keys are made from it */
    int64_t began_ms;
};

static int64_t now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * INT64_C(1000) + now.tv_nsec / 1000000;
}

static void record_all(struct bench *bench)
{
    for (int i = 0; i < bench->streams; i += 2) {
        char object[OBJECT_NAME_SIZE];
        struct tape *tape = NULL;

        object_draw(object);
        if (recorder_begin(bench->recorder, (uint64_t)i + 1, object, &tape) <
                0 ||
            media_record(bench->media, bench->ids[i], bench->ids[i + 1], 0,
                         tape) < 0)
            exit(EXIT_FAILURE);
        while (media_stalled_ms(bench->media) > 100)
            continue;
        discard_events(bench->media);
    }
}

/* Ends them, and waits until all are whole; how much was lost. */
static int64_t stop_all(struct bench *bench)
{
    struct recorder_event event;
    struct pollfd ready = { recorder_event_fd(bench->recorder), POLLIN, 0 };
    int64_t lost = 0;
    int finished = 0;

    for (int i = 0; i < bench->streams; i += 2) {
        media_stop_record(bench->media, bench->ids[i], 0);
        while (media_stalled_ms(bench->media) > 100)
            continue;
        discard_events(bench->media);
    }
    while (finished < bench->streams / 2 && poll(&ready, 1, 60000) == 1)
        while (recorder_next_event(bench->recorder, &event))
            if (event.type == RECORDER_FINISHED) {
                finished++;
                lost += event.lost;
            }
    return lost;
}

static uint64_t sum_received(const struct bench *bench, uint64_t *ret_stale)
{
    uint64_t received = 0;

    *ret_stale = 0;
    for (int i = 0; i < bench->streams; i++) {
        struct media_stats stats;

        media_stats(bench->media, bench->ids[i], &stats);
        received += stats.packets_received;
        *ret_stale += stats.dropped[MEDIA_DROP_STALE];
    }
    return received;
}

/* New keys for all, or none. */
static void connect_all(struct bench *bench, bool secretly)
{
    struct media_crypto crypto =
        crypto_of(MEDIA_AES_128_SHA1_80, bench->round++);

    for (int i = 0; i < bench->streams; i++) {
        struct media_description description = described(bench->gen[i % 2]);

        foreign_free(bench->secrets[i]);
        bench->secrets[i] = NULL;
        if (secretly) {
            description.crypto = crypto;
            bench->secrets[i] = foreign_new(&crypto);
        }
        if (media_connect(bench->media, bench->ids[i], 0, &description,
                          &description) < 0)
            exit(EXIT_FAILURE);
        while (media_stalled_ms(bench->media) > 100)
            continue;
        discard_events(bench->media);
    }
    poll(NULL, 0, 200); /* it is done at once, or in 20 ms */
}

/* Microseconds of CPU per packet, of one round. */
static double run_round(struct bench *bench, enum kind kind)
{
    uint64_t stale_before, stale;
    uint64_t before = sum_received(bench, &stale_before);
    int64_t memory_kb = resident_kb();
    int64_t lost = 0;
    bool records = kind == RECORDED;

    if (kind == SECRET)
        connect_all(bench, true);

    double cpu = cpu_s();

    if (records)
        record_all(bench);

    pid_t pid = fork();

    if (pid == 0) {
        generate(bench->fds, bench->ports, bench->streams, bench->seconds,
                 (uint32_t)((now_ms() - bench->began_ms) / 20), bench->secrets);
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    cpu = cpu_s() - cpu;
    memory_kb = resident_kb() - memory_kb;
    poll(NULL, 0, 200); /* the counters are up to 100 ms old */

    uint64_t received = sum_received(bench, &stale) - before;

    if (records)
        lost = stop_all(bench);
    if (kind == SECRET)
        connect_all(bench, false);
    printf("%-8s pairs %d, received %llu of %d, stale %llu: %.2f us CPU per "
           "packet, %.1f %% of a core",
           kind_names[kind], bench->streams / 2, (unsigned long long)received,
           bench->streams * 50 * bench->seconds,
           (unsigned long long)(stale - stale_before),
           cpu * 1e6 / (double)received, 100 * cpu / bench->seconds);
    if (records)
        printf(", lost %lld samples, %lld KB more memory per recorded pair",
               (long long)lost, (long long)(2 * memory_kb / bench->streams));
    printf("\n");
    return cpu * 1e6 / (double)received;
}

static int compare(const void *a, const void *b)
{
    const double *one = a, *other = b;

    return (*one > *other) - (*one < *other);
}

static double tell_ratios(const char *what, double *ratios, int rounds)
{
    qsort(ratios, (size_t)rounds, sizeof(ratios[0]), compare);
    printf("%s / bare: median %.2f, %.2f to %.2f\n", what, ratios[rounds / 2],
           ratios[0], ratios[rounds - 1]);
    return ratios[rounds / 2];
}

/* Whether the medians of what recording and encryption cost, as multiples of
   what relaying does, are within their bounds. */
static bool compare_rounds(struct bench *bench, int rounds)
{
    double recorded[MAX_ROUNDS], secret[MAX_ROUNDS];

    bench->began_ms = now_ms();

    (void)run_round(bench, BARE); /* warm up */
    for (int i = 0; i < rounds; i++) {
        double bare = run_round(bench, BARE);

        recorded[i] = run_round(bench, RECORDED) / bare;
        secret[i] = run_round(bench, SECRET) / bare;
    }

    double of_recording = tell_ratios(kind_names[RECORDED], recorded, rounds);
    double of_secrecy = tell_ratios(kind_names[SECRET], secret, rounds);

    return of_recording <= WORST_RATIO && of_secrecy <= WORST_SECRET_RATIO;
}

static int number(int argc, char **argv, int at, int preset)
{
    return argc > at ? (int)strtol(argv[at], NULL, 10) : preset;
}

int main(int argc, char **argv)
{
    static struct bench bench;
    char directory[] = "/tmp/bench_relay-XXXXXX", command[64];
    int rounds = number(argc, argv, 4, 3);
    struct media_settings settings;
    struct sockaddr_in at = loopback(0);
    struct rlimit limit;

    bench.streams = 2 * number(argc, argv, 1, 100);
    bench.seconds = number(argc, argv, 2, 5);
    if (bench.streams < 2 || bench.streams > MAX_STREAMS || rounds < 1 ||
        rounds > MAX_ROUNDS || !mkdtemp(directory))
        return EXIT_FAILURE;
    for (int i = 0; i < 2; i++)
        bench.fds[i] = bound(&bench.gen[i]);
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);

    media_settings_default(&settings);
    memcpy(&settings.bind, &at, sizeof(at));
    settings.max_streams = (unsigned)bench.streams;
    settings.threads = (unsigned)number(argc, argv, 3, 1);
    if (media_new(&settings, &bench.media) < 0 ||
        recorder_new(directory, &bench.recorder) < 0)
        return EXIT_FAILURE;
    open_pairs(bench.media, bench.ids, bench.ports, bench.streams, bench.gen);

    bool is_good = compare_rounds(&bench, rounds);

    media_free(bench.media);
    recorder_free(bench.recorder);
    snprintf(command, sizeof(command), "rm -rf %s", directory);
    return system(command) == 0 && is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
