/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rounds over the TCP connections, when somebody has connected. */

#include "sip/crowd.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/descriptor.h"
#include "sip/half.h"
#include "sip/silence.h"
#include "sip/stutter.h"
#include "sip/trunk_table.h"

enum {
    SCAN_FDS = 2048,     /* descriptors looked at each time */
    SCAN_MS = 100,       /* from an arrival, or from the last look, to a look */
    STRANGERS_MS = 1000, /* from a round that saw strangers to the next ... */
    LONG_HALF = 4096,    /* ... unless one has sent so much of a message */
    SOURCES = 4096,      /* counted in one round */
    GAP = 512,           /* closed descriptors in a row end a round ... */
    WHOLE_ROUNDS = 16,   /* ... but one in so many goes to the very end */
};

struct source {
    struct sa address; /* family 0: free */
    uint32_t connections;
};

struct signal_crowd {
    struct signalling *signalling;
    int arrivals[SIGNAL_MAX_LISTENERS]; /* readable when somebody connects */
    size_t arrival_count;
    bool has_arrived; /* since the round began */
    struct wheel_timer scan;
    int next_fd;
    int closed;       /* descriptors in a row, up to next_fd */
    struct sa doomed; /* who is hung up on; family 0: nobody */
    enum sip_transp doomed_tp;
    int64_t doomed_since_us; /* nothing whole came */
    unsigned doomed_rounds;  /* ... in so many rounds that begin */
    unsigned rounds;
    uint32_t connections; /* of this round so far */
    uint32_t strangers;   /* ... among them */
    uint32_t long_halves; /* ... and of these, who sent but the half of one */
    struct signal_silence *silence;
    struct source sources[SOURCES];
};

/* One of the connections that phones made to us, or made by nobody of them. */
static bool is_phones_connection(const struct signal_crowd *crowd, int fd,
                                 struct sa *ret_peer,
                                 enum signal_transport *ret_transport)
{
    const struct signalling *signalling = crowd->signalling;
    struct sa here = { .len = sizeof(here.u) };
    struct sa peer = { .len = sizeof(peer.u) };

    if (getsockname(fd, &here.u.sa, &here.len) < 0 ||
        getpeername(fd, &peer.u.sa, &peer.len) < 0)
        return false;

    for (size_t i = 0; i < signalling->settings.listener_count; i++)
        if (signalling->settings.listeners[i].transport != SIGNAL_UDP &&
            sa_af(&here) == sa_af(&signalling->listening[i]) &&
            sa_port(&here) == sa_port(&signalling->listening[i])) {
            *ret_peer = peer;
            *ret_transport = signalling->settings.listeners[i].transport;
            return true;
        }

    return false;
}

static struct source *find_source(struct signal_crowd *crowd,
                                  const struct sa *peer)
{
    uint32_t at = sa_hash(peer, SA_ADDR);

    for (size_t i = 0; i < 8; i++) {
        struct source *source = &crowd->sources[(at + i) % SOURCES];

        if (sa_af(&source->address) == AF_UNSPEC)
            source->address = *peer;
        if (sa_cmp(&source->address, peer, SA_ADDR))
            return source;
    }

    return NULL; /* too many sources: the bound on all will do */
}

/* Shutting it down is all that is needed: libre then reads the end. */
static void count_connection(struct signal_crowd *crowd, int fd,
                             const struct sa *peer)
{
    const struct signalling_settings *settings = &crowd->signalling->settings;
    struct source *source = find_source(crowd, peer);

    crowd->connections++;
    if (source)
        source->connections++;
    if (crowd->connections <= settings->max_tcp_connections &&
        (!source || source->connections <= settings->max_tcp_per_source) &&
        !descriptor_is_last(fd, DESCRIPTOR_CONNECTION))
        return;

    crowd->connections--;
    if (source)
        source->connections--;
    crowd->signalling->stats.tcp_refused++;
    shutdown(fd, SHUT_RDWR);
}

/* From the first whole message on, sip/half.h counts by itself. */
static bool stutters(struct signal_crowd *crowd, int fd)
{
    struct stutter stutter;
    enum sip_transp tp;
    int64_t heard_us;

    if (signal_half_heard(crowd->signalling->halves, fd, &tp, &heard_us) ||
        !stutter_of(fd, &stutter))
        return false;

    crowd->long_halves += stutter.bytes >= LONG_HALF;
    return stutter.in_vain > STUTTER_MAX;
}

/* A trunk need not say anything to be one. */
static bool is_unbearable(struct signal_crowd *crowd, int fd,
                          const struct sa *peer,
                          enum signal_transport transport)
{
    const struct signalling *signalling = crowd->signalling;
    int64_t silent_us = signal_silence_of(crowd->silence, fd, peer,
                                          loop_now_us(signalling->loop));

    if (silent_us < 0)
        return false;
    if (trunk_find_source(signalling->trunks, peer,
                          signal_to_transp(transport))) {
        signal_silence_know(crowd->silence, fd, peer);
        return false;
    }

    crowd->strangers++;
    return stutters(crowd, fd) ||
           silent_us >= (int64_t)signalling->settings.tcp_idle_s * 1000000;
}

static void begin_round(struct signal_crowd *crowd)
{
    crowd->has_arrived = false;
    crowd->next_fd = 0;
    crowd->closed = 0;
    crowd->rounds++;
    crowd->connections = 0;
    crowd->strangers = 0;
    crowd->long_halves = 0;
    if (crowd->doomed_rounds > 0)
        crowd->doomed_rounds--;
    else
        sa_init(&crowd->doomed, AF_UNSPEC);
    memset(crowd->sources, 0, sizeof(crowd->sources));
}

/* Descriptors are given out from the lowest on, so behind a wide gap there is
   hardly ever anything. */
static bool is_round_over(const struct signal_crowd *crowd, int max_fds)
{
    return crowd->next_fd >= max_fds ||
           (crowd->closed >= GAP && crowd->rounds % WHOLE_ROUNDS != 0);
}

/* The transport of one by which nothing came is not known. */
static bool is_alive(const struct signal_crowd *crowd, int fd)
{
    enum sip_transp tp;
    int64_t heard_us;

    return signal_half_heard(crowd->signalling->halves, fd, &tp, &heard_us) &&
           (tp != crowd->doomed_tp || heard_us > crowd->doomed_since_us);
}

/* One that we made, to somebody who does not answer by it. */
static bool is_doomed(const struct signal_crowd *crowd, int fd)
{
    struct sa peer = { .len = sizeof(peer.u) };
    socklen_t size = sizeof(int);
    int type = 0;

    return sa_isset(&crowd->doomed, SA_ALL) &&
           getpeername(fd, &peer.u.sa, &peer.len) == 0 &&
           sa_cmp(&peer, &crowd->doomed, SA_ALL) &&
           getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &size) == 0 &&
           type == SOCK_STREAM && !is_alive(crowd, fd);
}

/* Without memory libre is told for ever that there is something to read by it,
   the end, too: see signal_halves_listen(). So it is not listened to any more,
   and libre lets go of it when its time is over: after 32 s one by which nothing
   came, after 900 s one that nobody counts for want of memory. The peer is told
   of the end at once. */
static void hang_up_on_unread(struct signal_crowd *crowd, int fd)
{
    enum sip_transp tp;
    int64_t heard_us;

    if (!crowd->signalling->is_starved ||
        signal_half_heard(crowd->signalling->halves, fd, &tp, &heard_us))
        return;

    fd_close(fd);
    shutdown(fd, SHUT_RDWR);
}

static void look_at_next(struct signal_crowd *crowd)
{
    int fd = crowd->next_fd++;
    enum signal_transport transport;
    struct sa peer;

    errno = 0;
    if (is_doomed(crowd, fd))
        shutdown(fd, SHUT_RDWR);
    if (is_phones_connection(crowd, fd, &peer, &transport)) {
        count_connection(crowd, fd, &peer);
        if (is_unbearable(crowd, fd, &peer, transport)) {
            crowd->signalling->stats.tcp_idle++;
            shutdown(fd, SHUT_RDWR);
        }
        hang_up_on_unread(crowd, fd);
    }
    crowd->closed = errno == EBADF ? crowd->closed + 1 : 0;
}

static void scan_some(void *arg);

static void scan_in(struct signal_crowd *crowd, int64_t ms)
{
    loop_start_timer(crowd->signalling->loop, &crowd->scan, ms * 1000,
                     scan_some, crowd);
}

static void scan_some(void *arg)
{
    struct signal_crowd *crowd = arg;
    int max_fds = loop_max_fds(crowd->signalling->loop);

    if (is_round_over(crowd, max_fds))
        begin_round(crowd);
    for (int i = 0; i < SCAN_FDS && !is_round_over(crowd, max_fds); i++)
        look_at_next(crowd);
    if (!is_round_over(crowd, max_fds) || crowd->has_arrived ||
        crowd->long_halves > 0)
        scan_in(crowd, SCAN_MS);
    else if (crowd->strangers > 0)
        scan_in(crowd, STRANGERS_MS);
}

/* Only then can there be more than before. A round on the way may be past it
   already: another one follows. */
static void arrived(int fd, unsigned events, void *arg)
{
    struct signal_crowd *crowd = arg;

    (void)fd;
    (void)events;
    if (!crowd->has_arrived)
        scan_in(crowd, SCAN_MS);
    crowd->has_arrived = true;
}

static bool listens_at(int fd, const struct sa *address)
{
    struct sa here = { .len = sizeof(here.u) };
    socklen_t size = sizeof(int);
    int listens = 0;

    return getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0 &&
           listens && getsockname(fd, &here.u.sa, &here.len) == 0 &&
           sa_cmp(&here, address, SA_ALL);
}

/* libre hides its descriptor, but not from us: a second one of the same socket
   is readable whenever the first is. libre accepts after both were seen. */
static int watch_arrivals(struct signal_crowd *crowd,
                          const struct sa *listening)
{
    struct loop *loop = crowd->signalling->loop;
    int fd = 0;

    while (fd < loop_max_fds(loop) && !listens_at(fd, listening))
        fd++;

    int copy = fcntl(fd, F_DUPFD_CLOEXEC, 0);
    if (copy < 0)
        return -errno;

    crowd->arrivals[crowd->arrival_count++] = copy;
    return loop_watch_fd(loop, copy, LOOP_READ, arrived, crowd);
}

void signal_crowd_drop(struct signal_crowd *crowd, const struct sa *peer,
                       enum signal_transport transport, int64_t since_us)
{
    assert(crowd && peer);

    crowd->doomed = *peer;
    crowd->doomed_tp = signal_to_transp(transport);
    crowd->doomed_since_us = since_us;
    crowd->doomed_rounds = 1;
    if (!crowd->has_arrived)
        scan_in(crowd, SCAN_MS);
    crowd->has_arrived = true;
}

int signal_crowd_new(struct signalling *signalling,
                     struct signal_crowd **ret_crowd)
{
    assert(signalling && ret_crowd);

    struct signal_crowd *crowd = calloc(1, sizeof(*crowd));
    int rc = 0;

    if (!crowd)
        return -ENOMEM;

    rc = signal_silence_new(loop_max_fds(signalling->loop), &crowd->silence);
    crowd->signalling = signalling;
    crowd->next_fd = loop_max_fds(signalling->loop); /* no round yet */
    for (size_t i = 0; i < signalling->settings.listener_count && rc == 0; i++)
        if (signalling->settings.listeners[i].transport != SIGNAL_UDP)
            rc = watch_arrivals(crowd, &signalling->listening[i]);
    if (rc < 0) {
        signal_crowd_free(crowd);
        return rc;
    }

    *ret_crowd = crowd;
    return 0;
}

struct signal_crowd *signal_crowd_free(struct signal_crowd *crowd)
{
    if (!crowd)
        return NULL;

    loop_stop_timer(crowd->signalling->loop, &crowd->scan);
    for (size_t i = 0; i < crowd->arrival_count; i++) {
        loop_unwatch_fd(crowd->signalling->loop, crowd->arrivals[i]);
        close(crowd->arrivals[i]);
    }
    signal_silence_free(crowd->silence);
    free(crowd);
    return NULL;
}

void signal_crowd_heard(struct signal_crowd *crowd, const struct sip_msg *msg)
{
    const struct tcp_conn *connection = sip_msg_tcpconn(msg);

    if (connection)
        signal_silence_heard(crowd->silence, tcp_conn_fd(connection), &msg->src,
                             loop_now_us(crowd->signalling->loop));
}

void signal_crowd_know(struct signal_crowd *crowd, const struct sip_msg *msg)
{
    const struct tcp_conn *connection = sip_msg_tcpconn(msg);

    if (connection)
        signal_silence_know(crowd->silence, tcp_conn_fd(connection), &msg->src);
}
