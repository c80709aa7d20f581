/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <arpa/inet.h>
#include <errno.h>
#include <linux/sock_diag.h>
#include <poll.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "call_load.h"

enum {
    SLOTS = 20, /* of a millisecond; the streams are spread over them */
    SLOT_NS = 1000000,
    LATE_NS = 2000000,
    WARM_UP_SLOTS = 500,
    LAST_WAIT_MS = 1000,
    HEADER = 12,
    PACKET = 172,
    BATCH = 32,
    BUFFER = 8 << 20,
};

/* Of a packet, instead of when it was sent. */
enum { NOT_COUNTED = 0, SENT_LATE = -1 };

struct batch {
    uint8_t packets[BATCH][PACKET];
    struct sockaddr_in to[BATCH];
    struct iovec parts[BATCH];
    struct mmsghdr messages[BATCH];
    uint8_t notes[BATCH][CMSG_SPACE(sizeof(struct timespec))];
};

static int64_t clock_ns(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

static void put_packet(struct batch *batch, int at, in_port_t port, int stream,
                       int tick)
{
    uint8_t *packet = batch->packets[at];
    uint16_t sequence = htons((uint16_t)tick);
    uint32_t timestamp = htonl((uint32_t)tick * 160);
    uint32_t source = htonl((uint32_t)stream + 1);

    packet[0] = 0x80;
    memcpy(packet + 2, &sequence, sizeof(sequence));
    memcpy(packet + 4, &timestamp, sizeof(timestamp));
    memcpy(packet + 8, &source, sizeof(source));
    batch->to[at] = (struct sockaddr_in){
        .sin_family = AF_INET,
        .sin_port = htons(port),
        .sin_addr.s_addr = htonl(INADDR_LOOPBACK),
    };
    batch->parts[at] = (struct iovec){ packet, PACKET };
    batch->messages[at].msg_hdr = (struct msghdr){
        .msg_name = &batch->to[at],
        .msg_namelen = sizeof(batch->to[at]),
        .msg_iov = &batch->parts[at],
        .msg_iovlen = 1,
    };
}

/* Sends them, marked with the moment or with why there is none. */
static int send_batch(int fd, struct batch *batch, int count, int64_t mark)
{
    int64_t stamp = mark > 0 ? clock_ns(CLOCK_REALTIME) : mark;
    int sent;

    for (int i = 0; i < count; i++)
        memcpy(batch->packets[i] + HEADER, &stamp, sizeof(stamp));
    sent = count ? sendmmsg(fd, batch->messages, (unsigned)count, 0) : 0;
    return sent > 0 ? sent : 0;
}

/* One slot of one of the two sockets; how many went out. */
static int send_slot(int fd, const in_port_t *ports, int first, int end,
                     int tick, int64_t mark)
{
    static struct batch batch;
    int sent = 0, count = 0;

    for (int i = first; i < end; i += 2) {
        put_packet(&batch, count++, ports[i], i, tick);
        if (count == BATCH) {
            sent += send_batch(fd, &batch, count, mark);
            count = 0;
        }
    }
    return sent + send_batch(fd, &batch, count, mark);
}

static void count_one(struct msghdr *header, const uint8_t *packet,
                      struct load_tally *tally)
{
    struct cmsghdr *note = CMSG_FIRSTHDR(header);
    struct timespec came;
    int64_t sent, steps;

    memcpy(&sent, packet + HEADER, sizeof(sent));
    if (sent == NOT_COUNTED)
        return;
    tally->received++;
    if (sent == SENT_LATE || !note || note->cmsg_type != SCM_TIMESTAMPNS)
        return;
    memcpy(&came, CMSG_DATA(note), sizeof(came));
    steps = (came.tv_sec * INT64_C(1000000000) + came.tv_nsec - sent) / 1000 /
            LOAD_DELAY_US;
    if (steps < 0)
        steps = 0;
    tally->delays[steps < LOAD_DELAYS ? steps : LOAD_DELAYS - 1]++;
}

static void hear(int fd, struct load_tally *tally)
{
    static struct batch batch;
    int count;

    do {
        for (int i = 0; i < BATCH; i++) {
            batch.parts[i] = (struct iovec){ batch.packets[i], PACKET };
            batch.messages[i].msg_hdr = (struct msghdr){
                .msg_iov = &batch.parts[i],
                .msg_iovlen = 1,
                .msg_control = batch.notes[i],
                .msg_controllen = sizeof(batch.notes[i]),
            };
        }
        count = recvmmsg(fd, batch.messages, BATCH, MSG_DONTWAIT, NULL);
        for (int i = 0; i < count; i++)
            if (batch.messages[i].msg_len == PACKET)
                count_one(&batch.messages[i].msg_hdr, batch.packets[i], tally);
    } while (count == BATCH);
}

static int64_t dropped_by(int fd)
{
    uint32_t facts[SK_MEMINFO_VARS] = { 0 };
    socklen_t length = sizeof(facts);

    getsockopt(fd, SOL_SOCKET, SO_MEMINFO, facts, &length);
    return facts[SK_MEMINFO_DROPS];
}

static void run_slot(const struct call_load *load, const in_port_t *ports,
                     int streams, int slot, bool is_late,
                     struct load_tally *tally)
{
    /* Even, so that the streams of a socket are every other one from there. */
    int first = slot % SLOTS * (streams / 2) / SLOTS * 2;
    int end = (slot % SLOTS + 1) * (streams / 2) / SLOTS * 2;
    int64_t mark = slot < WARM_UP_SLOTS ? NOT_COUNTED : is_late ? SENT_LATE : 1;

    for (int side = 0; side < 2; side++) {
        int sent = send_slot(load->fds[side], ports, first + side, end,
                             slot / SLOTS, mark);

        if (mark != NOT_COUNTED)
            tally->sent += sent;
        if (mark == SENT_LATE)
            tally->late += sent;
        hear(load->fds[side], tally);
    }
    if (mark != NOT_COUNTED)
        tally->due += end - first;
}

static void sleep_until(int64_t at_ns)
{
    struct timespec at = { at_ns / 1000000000, at_ns % 1000000000 };

    clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL);
}

void call_load_run(const struct call_load *load, const in_port_t *ports,
                   int streams, int seconds, struct load_tally *ret_tally)
{
    int64_t began = clock_ns(CLOCK_MONOTONIC);
    int64_t end = began + seconds * INT64_C(1000000000);
    int slots = seconds * 50 * SLOTS;
    struct load_tally tally = { 0 };

    for (int slot = 0; slot < slots; slot++) {
        int64_t due = began + slot * (int64_t)SLOT_NS, now;

        sleep_until(due);
        now = clock_ns(CLOCK_MONOTONIC);
        if (now > end + SLOT_NS) { /* the rest is due, and never sent */
            tally.due += (int64_t)(slots - slot) * streams / SLOTS;
            break;
        }
        run_slot(load, ports, streams, slot, now - due > LATE_NS, &tally);
    }
    for (int i = 0; i < LAST_WAIT_MS; i++) {
        poll(NULL, 0, 1);
        for (int side = 0; side < 2; side++)
            hear(load->fds[side], &tally);
    }
    for (int side = 0; side < 2; side++)
        tally.dropped += dropped_by(load->fds[side]);
    *ret_tally = tally;
}

int call_load_open(struct call_load *ret_load)
{
    int size = BUFFER, yes = 1;

    for (int side = 0; side < 2; side++) {
        struct sockaddr_in *at = &ret_load->at[side];
        socklen_t length = sizeof(*at);
        int fd = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

        *at = (struct sockaddr_in){ .sin_family = AF_INET,
                                    .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
        if (fd < 0 || bind(fd, (struct sockaddr *)at, sizeof(*at)) < 0 ||
            getsockname(fd, (struct sockaddr *)at, &length) < 0 ||
            setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPNS, &yes, sizeof(yes)) < 0)
            return -errno;
        setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &size, sizeof(size));
        ret_load->fds[side] = fd;
    }
    return 0;
}

void call_load_close(struct call_load *load)
{
    for (int side = 0; side < 2; side++)
        close(load->fds[side]);
}

int64_t load_tally_lost(const struct load_tally *tally)
{
    int64_t lost = tally->sent - tally->received - tally->dropped;

    return lost > 0 ? lost : 0;
}

int64_t load_tally_p99_us(const struct load_tally *tally)
{
    int64_t all = 0, seen = 0;

    for (int i = 0; i < LOAD_DELAYS; i++)
        all += tally->delays[i];
    for (int i = 0; i < LOAD_DELAYS && all; i++) {
        seen += tally->delays[i];
        if (seen * 100 >= all * 99)
            return (i + 1) * (int64_t)LOAD_DELAY_US;
    }
    return 0;
}
