/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a bare relay takes on this machine for each packet it passes on:
   relay_floor CALLS SECONDS */

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "media/media.h"
#include "plain_relay.h"

/*
 * The phones are another process, and send as the robots of the other
 * measurements do: one thread of the media part, a frame to every stream each
 * 20 ms. Printed are the microseconds of the relay's own process for each
 * packet sent to it, and what became of the packets.
 */

enum { MAX_STREAMS = 2000, LONGEST_S = 60 };

static void die(const char *what)
{
    perror(what);
    exit(EXIT_FAILURE);
}

static void write_all(int fd, const void *bytes, size_t length)
{
    if (write(fd, bytes, length) != (ssize_t)length)
        die("write");
}

static void read_all(int fd, void *bytes, size_t length)
{
    for (size_t got = 0; got < length;) {
        ssize_t more = read(fd, (char *)bytes + got, length - got);

        if (more <= 0)
            die("read");
        got += (size_t)more;
    }
}

/* The phones. */

struct phones {
    struct media *media;
    struct sound *sound;
    struct media_stream_id ids[MAX_STREAMS];
    in_port_t ports[MAX_STREAMS];
    int streams;
};

static struct sockaddr_in loopback(in_port_t port)
{
    return (struct sockaddr_in){ .sin_family = AF_INET,
                                 .sin_port = htons(port),
                                 .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
}

static void settle(struct phones *phones)
{
    struct media_event event;

    while (media_next_event(phones->media, &event))
        if (event.type == MEDIA_ANSWER && event.result < 0)
            die("media");
}

static void open_phones(struct phones *phones)
{
    struct media_stream_id none = { 0 };
    struct sockaddr_in at = loopback(0);
    struct media_settings settings;

    media_settings_default(&settings);
    memcpy(&settings.bind, &at, sizeof(at));
    settings.max_streams = (unsigned)phones->streams;
    if (media_new(&settings, &phones->media) < 0 ||
        sound_from_tone(SOUND_RING_BACK, NULL, &phones->sound) < 0)
        die("media");
    for (int i = 0; i < phones->streams; i++) {
        uint16_t port;

        if (media_open(phones->media, none, &phones->ids[i], &port) < 0)
            die("media_open");
        phones->ports[i] = port;
    }
}

/* Each to its port of the relay. */
static void speak(struct phones *phones, const in_port_t *ports)
{
    struct media_play play = { .sound = phones->sound, .loop = true };

    for (int i = 0; i < phones->streams; i++) {
        struct sockaddr_in to = loopback(ports[i]);
        struct media_description described = {
            .formats = { { MEDIA_PCMU, 0 } },
            .format_count = 1,
            .event_type = MEDIA_NO_EVENTS,
            .ptime_ms = 20,
            .direction = MEDIA_BOTH_WAYS,
        };

        memcpy(&described.rtp, &to, sizeof(to));
        if (media_connect(phones->media, phones->ids[i], 0, &described,
                          &described) < 0 ||
            media_play(phones->media, phones->ids[i], 0, &play) < 0)
            die("media_play");
        if (i % 100 == 99)
            while (media_stalled_ms(phones->media) > 20)
                settle(phones);
        settle(phones);
    }
}

static void sleep_s(int seconds)
{
    const struct timespec span = { .tv_sec = seconds };

    nanosleep(&span, NULL);
}

/* What a process of its own does; told through `to` at its end. */
static void be_phones(int streams, int seconds, int from, int to)
{
    static struct phones phones;
    static in_port_t ports[MAX_STREAMS];
    size_t size = (size_t)streams * sizeof(ports[0]);
    uint64_t told[2] = { 0 };

    phones.streams = streams;
    open_phones(&phones);
    write_all(to, phones.ports, size);
    read_all(from, ports, size);
    speak(&phones, ports);
    sleep_s(seconds);
    for (int i = 0; i < streams; i++) {
        struct media_stats stats;

        media_stats(phones.media, phones.ids[i], &stats);
        told[0] += stats.packets_sent;
        told[1] += stats.packets_received;
    }
    write_all(to, told, sizeof(told));
    media_free(phones.media);
    sound_unref(phones.sound);
}

/* The relay. */

static double cpu_us(void)
{
    struct rusage usage;

    getrusage(RUSAGE_SELF, &usage);
    return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 +
           (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec);
}

static void relay(int streams, int from, int to)
{
    static in_port_t theirs[MAX_STREAMS], ours[MAX_STREAMS];
    static struct sockaddr_in peers[MAX_STREAMS];
    size_t size = (size_t)streams * sizeof(ours[0]);
    uint64_t told[2];

    read_all(from, theirs, size);
    for (int i = 0; i < streams; i++)
        peers[i] = loopback(theirs[i]);

    struct plain_relay *relay = plain_relay_new(streams, peers, ours);

    if (!relay)
        die("plain_relay_new");

    double before_us = cpu_us();

    write_all(to, ours, size);
    read_all(from, told, sizeof(told));

    double used_us = cpu_us() - before_us;

    plain_relay_free(relay);
    if (told[0] == 0)
        die("no packets");
    printf("{\"us_per_packet\": %.3f, \"sent\": %llu, \"heard\": %llu}\n",
           used_us / (double)told[0], (unsigned long long)told[0],
           (unsigned long long)told[1]);
}

int main(int argc, char **argv)
{
    int streams = argc > 1 ? 2 * (int)strtol(argv[1], NULL, 10) : 0;
    int seconds = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 0;
    int to_phones[2], to_relay[2], status = 1;
    struct rlimit limit;

    if (streams < 2 || streams > MAX_STREAMS || seconds < 1 ||
        seconds > LONGEST_S || pipe(to_phones) < 0 || pipe(to_relay) < 0)
        return EXIT_FAILURE;
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);

    pid_t pid = fork();

    if (pid < 0)
        die("fork");
    if (pid == 0) {
        close(to_relay[0]); /* so that either hears the other's end */
        close(to_phones[1]);
        be_phones(streams, seconds, to_phones[0], to_relay[1]);
        _exit(EXIT_SUCCESS);
    }
    close(to_relay[1]);
    close(to_phones[0]);
    relay(streams, to_relay[0], to_phones[1]);
    waitpid(pid, &status, 0);
    return status == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
