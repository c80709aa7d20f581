/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CPU per relayed packet: bench_relay PAIRS SECONDS [THREADS] */

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

/*
 * A second process sends 50 packets a second to each stream, spread over the
 * 20 ms, from two sockets, and throws away what comes back. What is measured is
 * the CPU time of this process, which is that of the media threads: receiving,
 * latch, counters, renumbering, sending.
 */

enum {
    MAX_STREAMS = 8192,
    SLOTS = 20,
    PACKET = 172,
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

static void send_one(int fd, uint16_t port, uint32_t tick, uint32_t ssrc)
{
    uint8_t packet[PACKET] = { 0x80 };
    struct sockaddr_in to = loopback(port);
    uint32_t timestamp = htonl(tick * 160), source = htonl(ssrc);

    packet[2] = (uint8_t)(tick >> 8);
    packet[3] = (uint8_t)tick;
    memcpy(packet + 4, &timestamp, 4);
    memcpy(packet + 8, &source, 4);
    if (sendto(fd, packet, sizeof(packet), 0, (struct sockaddr *)&to,
               sizeof(to)) < 0)
        die("sendto");
}

static void generate(const int fds[2], const uint16_t *ports, int streams,
                     int seconds)
{
    uint8_t heard[2048];
    struct timespec at;

    clock_gettime(CLOCK_MONOTONIC, &at);
    for (int slot = 0; slot < seconds * 50 * SLOTS; slot++) {
        int part = slot % SLOTS;

        for (int i = part * streams / SLOTS; i < (part + 1) * streams / SLOTS;
             i++)
            send_one(fds[i % 2], ports[i], (uint32_t)(slot / SLOTS),
                     (uint32_t)i + 1);
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

int main(int argc, char **argv)
{
    static struct media_stream_id ids[MAX_STREAMS];
    static uint16_t ports[MAX_STREAMS];
    int streams = 2 * (argc > 1 ? (int)strtol(argv[1], NULL, 10) : 100);
    int seconds = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 5;
    struct media_settings settings;
    struct media *media = NULL;
    struct sockaddr_in at = loopback(0);
    struct rlimit limit;
    uint16_t gen[2];
    int fds[2] = { bound(&gen[0]), bound(&gen[1]) };

    if (streams < 2 || streams > MAX_STREAMS)
        return EXIT_FAILURE;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);

    media_settings_default(&settings);
    memcpy(&settings.bind, &at, sizeof(at));
    settings.max_streams = (unsigned)streams;
    settings.threads = argc > 3 ? (unsigned)strtoul(argv[3], NULL, 10) : 1;
    if (media_new(&settings, &media) < 0)
        return EXIT_FAILURE;
    open_pairs(media, ids, ports, streams, gen);

    double before = cpu_s();
    pid_t pid = fork();

    if (pid == 0) {
        generate(fds, ports, streams, seconds);
        _exit(0);
    }
    waitpid(pid, NULL, 0);
    poll(NULL, 0, 200); /* the counters are up to 100 ms old */

    double cpu = cpu_s() - before;
    uint64_t received = 0, sent = 0, stale = 0;

    for (int i = 0; i < streams; i++) {
        struct media_stats stats;

        media_stats(media, ids[i], &stats);
        received += stats.packets_received;
        sent += stats.packets_sent;
        stale += stats.dropped[MEDIA_DROP_STALE];
    }
    printf("pairs %d, received %llu, sent %llu, stale %llu, of %d: "
           "%.2f us CPU per packet, %.1f %% of a core\n",
           streams / 2, (unsigned long long)received, (unsigned long long)sent,
           (unsigned long long)stale, streams * 50 * seconds,
           cpu * 1e6 / (double)received, 100 * cpu / seconds);
    media_free(media);
    return EXIT_SUCCESS;
}
