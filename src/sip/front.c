/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A helper on each UDP socket. */

#include "sip/front.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "sip/door.h"
#include "sip/half.h"
#include "sip/leg_inside.h"
#include "sip/salvage.h"
#include "sip/sanity.h"
#include "sip/tap.h"
#include "sip/waited.h"

enum {
    HELPER_LAYER = 0,
    KEEP_ALIVE_MAX = 4,      /* bytes of what phones send through their NAT */
    HUNGRY_MAX = 2048,       /* of a datagram, without memory for the largest */
    LOOK_US = 1000000,       /* how often that is found out */
    HUNGRY_LOOK_US = 200000, /* and once it was */
    FED_LOOKS = 25, /* so often in a row there was room for the largest */
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
    struct wheel_timer look;
    unsigned fed; /* looks since there was no room for the largest */
    bool is_deaf; /* nothing is listened to */
};

static bool is_method(const struct sip_msg *msg, const char *method)
{
    return pl_strcmp(&msg->met, method) == 0;
}

/* libre has transactions of nothing else, and an ACK of a 200 is none of its
   business. */
static bool concerns_libre(const struct signalling *signalling,
                           const struct sip_msg *msg)
{
    if (is_method(msg, "ACK"))
        return !leg_awaits_ack(signalling, msg);

    return is_method(msg, "INVITE") || is_method(msg, "CANCEL") ||
           is_method(msg, "REGISTER");
}

/* It would decode it anew, to find that it has no transaction for it. */
static bool take(struct signalling *signalling, struct sip_msg *msg)
{
    if (msg->req)
        return !concerns_libre(signalling, msg) &&
               signal_door_request(msg, signalling);

    return sanity_check_response(msg) && signal_sent_answered(signalling, msg);
}

/* Whoever sent what libre cannot read is told so, if it can be told. */
static void tell_unreadable(const struct met *met, const struct sa *source,
                            const struct mbuf *mb)
{
    struct signalling *signalling = met->signalling;
    const struct pl datagram = { (char *)mbuf_buf(mb), mbuf_get_left(mb) };
    const struct salvage_scene scene = {
        .source = source,
        .server = signalling->settings.user_agent,
        .tag = rand_u64(),
    };
    struct mbuf *answer = mbuf_alloc(SALVAGE_ANSWER_MAX);
    if (!answer)
        return;

    answer->end = salvage_answer(&datagram, &scene, (char *)answer->buf);
    if (answer->end > 0) {
        signalling->stats.refused_sanity++;
        (void)sip_send(signalling->sip, met->socket, SIP_TRANSP_UDP, source,
                       answer);
    }
    mem_deref(answer);
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
    bool is_done = false;

    if (!err) {
        msg->sock = mem_ref(met->socket);
        msg->src = *source;
        msg->tp = SIP_TRANSP_UDP;
        signal_tap_datagram(met->signalling, msg, mb->buf + start,
                            mb->end - start);
        is_done = take(met->signalling, msg);
    }

    mem_deref(msg);
    mb->pos = start;
    if (err && err != ENOMEM) {
        met->signalling->stats.unreadable++;
        tell_unreadable(met, source, mb);
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
    (void)signal_waited_us(msg); /* the first question */
}

static bool is_fed(const struct signal_front *front)
{
    return front->fed == FED_LOOKS;
}

static bool has_room_for(size_t datagram)
{
    struct mbuf *mb = mbuf_alloc(datagram);

    mem_deref(mb);
    return mb != NULL;
}

/* What comes meanwhile is kept by the kernel, as far as it has room. */
static void stop_listening(struct signal_front *front)
{
    for (size_t i = 0; i < front->socket_count; i++)
        udp_thread_detach(front->sockets[i].socket);
    front->is_deaf = true;
}

static void listen_again(struct signal_front *front)
{
    front->is_deaf = false;
    for (size_t i = 0; i < front->socket_count; i++)
        if (udp_thread_attach(front->sockets[i].socket))
            front->is_deaf = true; /* all are asked again */
}

/* libre reads nothing while it gets no room for the largest datagram, and is
   told at once that there is something to read: for ever, which takes all of a
   processor until this looks. Usual ones are read in what little there is, and
   no others before there has been room for a while: it comes and goes. Where
   there is none for those, nothing is listened to until the next look. */
static void feed_sockets(struct signal_front *front)
{
    for (size_t i = 0; i < front->socket_count; i++)
        udp_rxsz_set(front->sockets[i].socket,
                     is_fed(front) ? FRONT_DATAGRAM_MAX : HUNGRY_MAX);
    if (front->signalling->is_starved)
        stop_listening(front);
    else if (front->is_deaf)
        listen_again(front);
}

/* The same by TCP and TLS. Connections of strangers, which nobody counts yet,
   are hung up on meanwhile, see sip/crowd.c. */
static void feed_connections(struct signal_front *front)
{
    signal_halves_listen(front->signalling->halves,
                         front->signalling->is_starved ? 0
                         : is_fed(front)               ? HALF_PIECE
                                                       : HUNGRY_MAX);
}

static void look_for_memory(void *arg)
{
    struct signal_front *front = arg;
    bool was_fed = is_fed(front);

    if (!has_room_for(FRONT_DATAGRAM_MAX))
        front->fed = 0;
    else if (front->fed < FED_LOOKS)
        front->fed++;
    front->signalling->is_starved = !has_room_for(HUNGRY_MAX);
    feed_sockets(front);
    if (!was_fed || !is_fed(front))
        feed_connections(front);
    loop_start_timer(front->signalling->loop, &front->look,
                     is_fed(front) ? LOOK_US : HUNGRY_LOOK_US, look_for_memory,
                     front);
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

int signal_front_new(struct signalling *signalling,
                     struct signal_front **ret_front)
{
    assert(signalling && ret_front);

    struct signal_front *front = calloc(1, sizeof(*front));
    if (!front)
        return -ENOMEM;

    front->signalling = signalling;
    front->fed = FED_LOOKS;
    for (size_t i = 0; i < signalling->settings.listener_count; i++)
        if (signalling->settings.listeners[i].transport == SIGNAL_UDP)
            greet(&signalling->listening[i]);

    loop_start_timer(signalling->loop, &front->look, LOOK_US, look_for_memory,
                     front);
    *ret_front = front;
    return 0;
}

struct signal_front *signal_front_free(struct signal_front *front)
{
    if (!front)
        return NULL;

    loop_stop_timer(front->signalling->loop, &front->look);
    for (size_t i = 0; i < front->socket_count; i++)
        mem_deref(front->sockets[i].helper);
    free(front);
    return NULL;
}
