/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A helper on each connection, which counts bytes. */

#include "sip/half.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/socket.h>

#include "sip/stutter.h"
#include "sip/trunk_table.h"

enum {
    HELPER_LAYER = 10, /* behind TLS, which is 0: what it has decrypted */
    BUCKETS = 1024,
};

struct half {
    struct le le; /* of by_peer */
    struct signal_halves *all;
    struct tcp_conn *connection; /* libre's, while it is open */
    struct tcp_helper *helper;   /* the connection's, and ours */
    int fd;
    enum sip_transp tp;
    struct sa peer, here;
    int64_t heard_us; /* the last whole message */
    size_t unread;    /* bytes of no message yet */
    size_t in_vain;   /* read for the message that is not whole yet */
    bool is_waited_for;
    bool is_deaf;
    struct wheel_timer patience;
};

struct signal_halves {
    struct signalling *signalling;
    struct hash *by_peer;
    int max_fds;
    struct half *by_fd[]; /* owned */
};

/* When the connection goes it lets go of its helper. */
static bool is_open(const struct half *half)
{
    return mem_nrefs(half->helper) > 1;
}

static struct loop *loop_of(const struct half *half)
{
    return half->all->signalling->loop;
}

static void rest(struct half *half)
{
    half->is_waited_for = false;
    loop_stop_timer(loop_of(half), &half->patience);
}

static struct half *half_free(struct half *half)
{
    if (!half)
        return NULL;

    rest(half);
    hash_unlink(&half->le);
    if (is_open(half))
        mem_deref(half->helper); /* it must not be told any more */
    mem_deref(half->helper);
    free(half);
    return NULL;
}

/* libre then reads the end, and closes it. */
static void give_up(void *arg)
{
    struct half *half = arg;
    struct signalling *signalling = half->all->signalling;

    half->is_waited_for = false;
    if (!is_open(half))
        return;

    signalling->stats.tcp_idle++;
    shutdown(half->fd, SHUT_RDWR);
    trunk_lost(signalling->trunks, &half->peer, half->tp);
}

static void wait_for_rest(struct half *half)
{
    const struct signalling *signalling = half->all->signalling;

    if (half->is_waited_for)
        return;
    half->is_waited_for = true;
    loop_start_timer(loop_of(half), &half->patience,
                     (int64_t)signalling->settings.tcp_idle_s * 1000000,
                     give_up, half);
}

/* Not from inside: whoever gives up may call, and libre is in the midst of it.
   What comes until then is dropped. */
static void give_up_soon(struct half *half)
{
    half->is_waited_for = true;
    loop_start_timer(loop_of(half), &half->patience, 0, give_up, half);
}

static size_t line_ends(const uint8_t *bytes, size_t length)
{
    size_t count = 0;

    while (count < length && (bytes[count] == '\r' || bytes[count] == '\n'))
        count++;
    return count;
}

static bool count_bytes(int *err, struct mbuf *mb, bool *estab, void *arg)
{
    struct half *half = arg;
    size_t length = mbuf_get_left(mb);

    (void)err;
    (void)estab;
    if (half->in_vain > STUTTER_MAX)
        return true; /* given up */
    if (half->unread == 0)
        length -= line_ends(mbuf_buf(mb), length);
    half->unread += length;
    half->in_vain += half->unread;
    if (half->in_vain > STUTTER_MAX) {
        give_up_soon(half);
        return true; /* handled */
    }
    if (half->unread > 0)
        wait_for_rest(half);
    return false; /* for whoever comes behind us, too */
}

static bool is_of(struct le *le, void *arg)
{
    const struct half *half = le->data;
    const struct signal_whole *whole = arg;

    return is_open(half) && sa_cmp(&half->peer, whole->peer, SA_ALL) &&
           sa_cmp(&half->here, whole->here, SA_ALL);
}

/* What had come already when we began to count is not known: then there is too
   little in `unread`, and never too much. */
void signal_half_whole(struct signal_halves *halves,
                       const struct signal_whole *whole)
{
    assert(halves && whole);

    size_t length = whole->length;
    struct le *le = hash_lookup(halves->by_peer, sa_hash(whole->peer, SA_ALL),
                                is_of, (void *)(uintptr_t)whole);
    struct half *half = le ? le->data : NULL;

    if (!half)
        return;

    half->heard_us = loop_now_us(loop_of(half));
    half->in_vain = 0;
    half->unread -= length < half->unread ? length : half->unread;
    half->unread -= line_ends(whole->bytes + length, half->unread);
    rest(half);
    if (half->unread > 0)
        wait_for_rest(half);
}

bool signal_half_heard(const struct signal_halves *halves, int fd,
                       enum sip_transp *ret_tp, int64_t *ret_us)
{
    assert(halves && ret_tp && ret_us);

    const struct half *half =
        fd >= 0 && fd < halves->max_fds ? halves->by_fd[fd] : NULL;

    if (!half || !is_open(half))
        return false;

    *ret_tp = half->tp;
    *ret_us = half->heard_us;
    return true;
}

void signal_half_watch(struct signal_halves *halves, const struct sip_msg *msg)
{
    assert(halves && msg);

    struct tcp_conn *connection = sip_msg_tcpconn(msg);
    int fd = connection ? tcp_conn_fd(connection) : -1;

    if (fd < 0 || fd >= halves->max_fds)
        return;
    if (halves->by_fd[fd] && is_open(halves->by_fd[fd]))
        return;

    halves->by_fd[fd] = half_free(halves->by_fd[fd]);
    struct half *half = calloc(1, sizeof(*half));
    if (!half)
        return;

    half->all = halves;
    half->connection = connection;
    half->fd = fd;
    half->tp = msg->tp;
    half->peer = msg->src;
    half->here = msg->dst;
    half->heard_us = loop_now_us(loop_of(half));
    if (tcp_register_helper(&half->helper, connection, HELPER_LAYER, NULL, NULL,
                            count_bytes, half)) {
        free(half);
        return;
    }
    mem_ref(half->helper);
    hash_append(halves->by_peer, sa_hash(&half->peer, SA_ALL), &half->le, half);
    halves->by_fd[fd] = half;
}

static void send_nothing(void *arg)
{
    (void)arg;
}

/* One by which something is still to be sent libre could not be told to listen
   to again. It does by itself when such a thing comes up, so this may have been
   done before. */
static void stop_listening(struct half *half)
{
    if (tcp_conn_txqsz(half->connection) > 0)
        return;

    fd_close(half->fd);
    half->is_deaf = true;
}

/* It listens to one that would send, and finds that there is nothing. */
static void listen_again(struct half *half)
{
    if (!half->is_deaf)
        return;

    half->is_deaf = tcp_set_send(half->connection, send_nothing) != 0;
    (void)tcp_set_send(half->connection, NULL);
}

void signal_halves_listen(struct signal_halves *halves, size_t piece)
{
    assert(halves);

    for (int fd = 0; fd < halves->max_fds; fd++) {
        struct half *half = halves->by_fd[fd];

        if (!half || !is_open(half) || tcp_conn_fd(half->connection) != fd)
            continue;
        if (piece == 0) {
            stop_listening(half);
            continue;
        }
        tcp_conn_rxsz_set(half->connection, piece);
        listen_again(half);
    }
}

int signal_halves_new(struct signalling *signalling,
                      struct signal_halves **ret_halves)
{
    assert(signalling && ret_halves);

    int max_fds = loop_max_fds(signalling->loop);
    struct signal_halves *halves =
        calloc(1, sizeof(*halves) + (size_t)max_fds * sizeof(struct half *));

    if (!halves)
        return -ENOMEM;

    halves->signalling = signalling;
    halves->max_fds = max_fds;
    if (hash_alloc(&halves->by_peer, BUCKETS)) {
        free(halves);
        return -ENOMEM;
    }
    *ret_halves = halves;
    return 0;
}

struct signal_halves *signal_halves_free(struct signal_halves *halves)
{
    if (!halves)
        return NULL;

    for (int fd = 0; fd < halves->max_fds; fd++)
        half_free(halves->by_fd[fd]);
    mem_deref(halves->by_peer);
    free(halves);
    return NULL;
}
