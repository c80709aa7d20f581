/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A helper on each UDP socket, and a round over the TCP connections. */

#include "sip/front.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sip/sanity.h"

enum {
    HELPER_LAYER = 0,
    KEEP_ALIVE_MAX = 4, /* bytes of what phones send through their NAT */
    SOURCES = 4096,     /* counted in one round */
    GAP = 512,          /* closed descriptors in a row end a round ... */
    WHOLE_ROUNDS = 16,  /* ... but one in so many goes to the very end */
};

struct source {
    struct sa address; /* family 0: free */
    uint32_t connections;
};

/* A socket of libre's, and our helper on it. */
struct met {
    struct signalling *signalling;
    struct udp_sock *socket;
    struct udp_helper *helper;
};

struct signal_front {
    struct signalling *signalling;
    struct met sockets[SIGNAL_MAX_LISTENERS];
    size_t socket_count;

    struct wheel_timer scan;
    int next_fd;
    int closed; /* descriptors in a row, up to next_fd */
    unsigned rounds;
    uint32_t connections; /* of this round so far */
    struct source sources[SOURCES];
};

/* What answers a request of ours goes there: libre would decode it anew, and
   has no transaction for it (sip/sent.h). */
static bool take_answer(const struct met *met, const struct sa *source,
                        struct sip_msg *msg)
{
    if (msg->req || !sanity_check_response(msg))
        return false;

    msg->sock = mem_ref(met->socket);
    msg->src = *source;
    msg->tp = SIP_TRANSP_UDP;
    return signal_sent_answered(met->signalling, msg);
}

/* What cannot be decoded is dropped here: libre would print it. */
static bool look_at(struct sa *source, struct mbuf *mb, void *arg)
{
    const struct met *met = arg;
    struct sip_msg *msg = NULL;
    size_t start = mb->pos;

    if (mbuf_get_left(mb) <= KEEP_ALIVE_MAX)
        return true;

    int err = sip_msg_decode(&msg, mb);
    bool is_done = !err && take_answer(met, source, msg);

    mem_deref(msg);
    mb->pos = start;
    if (err && err != ENOMEM) {
        met->signalling->stats.unreadable++;
        is_done = true;
    }

    return is_done;
}

void signal_front_meet(struct signal_front *front, const struct sip_msg *msg)
{
    assert(front && msg);

    if (msg->tp != SIP_TRANSP_UDP ||
        front->socket_count == SIGNAL_MAX_LISTENERS)
        return;
    for (size_t i = 0; i < front->socket_count; i++)
        if (front->sockets[i].socket == msg->sock)
            return;

    struct met *met = &front->sockets[front->socket_count];

    met->signalling = front->signalling;
    met->socket = msg->sock;
    if (udp_register_helper(&met->helper, msg->sock, HELPER_LAYER, NULL,
                            look_at, met))
        return;
    front->socket_count++;
    udp_rxsz_set(msg->sock, FRONT_DATAGRAM_MAX);
}

/* An ACK, because nobody answers that. */
static void greet(const struct sa *listening)
{
    struct sa to = *listening;
    char text[512];
    int fd = socket(sa_af(listening), SOCK_DGRAM | SOCK_CLOEXEC, 0);

    if (fd < 0)
        return;
    if (sa_is_any(listening))
        (void)sa_set_str(&to, sa_af(listening) == AF_INET ? "127.0.0.1" : "::1",
                         sa_port(listening));

    int n = re_snprintf(text, sizeof(text),
                        "ACK sip:front@%J SIP/2.0\r\n"
                        "Via: SIP/2.0/UDP %J;branch=z9hG4bK%016llx\r\n"
                        "To: <sip:front@%J>\r\nFrom: <sip:front@%J>;tag=1\r\n"
                        "Call-ID: %016llx\r\nCSeq: 1 ACK\r\n"
                        "Content-Length: 0\r\n\r\n",
                        &to, &to, rand_u64(), &to, &to, rand_u64());
    if (n > 0)
        (void)sendto(fd, text, (size_t)n, MSG_DONTWAIT, &to.u.sa, to.len);
    close(fd);
}

/* One of the connections that phones made to us, or made by nobody of them. */
static bool is_phones_connection(const struct signal_front *front, int fd,
                                 struct sa *ret_peer)
{
    const struct signalling *signalling = front->signalling;
    struct sa here = { .len = sizeof(here.u) };
    struct sa peer = { .len = sizeof(peer.u) };

    if (getsockname(fd, &here.u.sa, &here.len) < 0 ||
        getpeername(fd, &peer.u.sa, &peer.len) < 0)
        return false;

    for (size_t i = 0; i < signalling->settings.listener_count; i++)
        if (signalling->settings.listeners[i].transport == SIGNAL_TCP &&
            sa_af(&here) == sa_af(&signalling->listening[i]) &&
            sa_port(&here) == sa_port(&signalling->listening[i])) {
            *ret_peer = peer;
            return true;
        }

    return false;
}

static struct source *find_source(struct signal_front *front,
                                  const struct sa *peer)
{
    uint32_t at = sa_hash(peer, SA_ADDR);

    for (size_t i = 0; i < 8; i++) {
        struct source *source = &front->sources[(at + i) % SOURCES];

        if (sa_af(&source->address) == AF_UNSPEC)
            source->address = *peer;
        if (sa_cmp(&source->address, peer, SA_ADDR))
            return source;
    }

    return NULL; /* too many sources: the bound on all will do */
}

/* Shutting it down is all that is needed: libre then reads the end. */
static void count_connection(struct signal_front *front, int fd,
                             const struct sa *peer)
{
    const struct signalling_settings *settings = &front->signalling->settings;
    struct source *source = find_source(front, peer);

    front->connections++;
    if (source)
        source->connections++;
    if (front->connections <= settings->max_tcp_connections &&
        (!source || source->connections <= settings->max_tcp_per_source))
        return;

    front->connections--;
    if (source)
        source->connections--;
    front->signalling->stats.tcp_refused++;
    shutdown(fd, SHUT_RDWR);
}

static void begin_round(struct signal_front *front)
{
    front->next_fd = 0;
    front->closed = 0;
    front->rounds++;
    front->connections = 0;
    memset(front->sources, 0, sizeof(front->sources));
}

/* Descriptors are given out from the lowest on, so behind a wide gap there is
   hardly ever anything: looking there each time would keep an idle machine
   busy. */
static bool is_round_over(const struct signal_front *front, int max_fds)
{
    return front->next_fd >= max_fds ||
           (front->closed >= GAP && front->rounds % WHOLE_ROUNDS != 0);
}

static void look_at_next(struct signal_front *front)
{
    int fd = front->next_fd++;
    struct sa peer;

    errno = 0;
    if (is_phones_connection(front, fd, &peer))
        count_connection(front, fd, &peer);
    front->closed = errno == EBADF ? front->closed + 1 : 0;
}

static void scan_some(void *arg)
{
    struct signal_front *front = arg;
    struct loop *loop = front->signalling->loop;
    int max_fds = loop_max_fds(loop);

    if (is_round_over(front, max_fds))
        begin_round(front);
    for (int i = 0; i < FRONT_SCAN_FDS && !is_round_over(front, max_fds); i++)
        look_at_next(front);

    bool is_quiet = is_round_over(front, max_fds) && front->connections == 0;

    loop_start_timer(loop, &front->scan,
                     (is_quiet ? FRONT_REST_MS : FRONT_SCAN_MS) * 1000,
                     scan_some, front);
}

int signal_front_new(struct signalling *signalling,
                     struct signal_front **ret_front)
{
    assert(signalling && ret_front);

    struct signal_front *front = calloc(1, sizeof(*front));
    if (!front)
        return -ENOMEM;

    front->signalling = signalling;
    for (size_t i = 0; i < signalling->settings.listener_count; i++) {
        if (signalling->settings.listeners[i].transport == SIGNAL_UDP)
            greet(&signalling->listening[i]);
        else
            loop_start_timer(signalling->loop, &front->scan,
                             FRONT_SCAN_MS * 1000, scan_some, front);
    }

    *ret_front = front;
    return 0;
}

struct signal_front *signal_front_free(struct signal_front *front)
{
    if (!front)
        return NULL;

    loop_stop_timer(front->signalling->loop, &front->scan);
    for (size_t i = 0; i < front->socket_count; i++)
        mem_deref(front->sockets[i].helper);
    free(front);
    return NULL;
}
