/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Connections whose messages come in pieces: what is no message in time ends
   its connection, and nothing else does. */

#include <errno.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>

#include "sip/half.h"
#include "sip/stack.h"
#include "sip/stutter.h"
#include "sip/trunk_table.h"
#include "sip/wheel.h"
#include "tests/fuzz/fuzz.h"

/*
 * An input is lines: 'a' to 'c' says which connection, then '=' brings the rest
 * of the line, '+' the same and a line end, '*N' N KB, '~N' lets N seconds
 * pass, '#' ends the connection. Here a message goes to its full stop. The
 * library and the loop are played: what the library keeps of a connection is in
 * memory of just that size, so that a step past it is seen.
 */
enum {
    FIRST_FD = 5,
    COUNT = 3,
    IDLE_S = 32,
    KEPT_MAX = 65536, /* as the library has it */
    SECOND = 1000000,
};

struct tcp_helper {
    struct tcp_conn *connection; /* NULL: it has ended */
    tcp_helper_recv_h *recv;
    void *arg;
};

struct tcp_conn {
    int fd;
    struct sa peer, here;
    bool is_open;
    bool is_exact; /* all that is kept came while it was counted */
    bool is_shut;
    uint8_t *kept; /* no message yet */
    size_t length;
    uint64_t in_vain;
    int64_t since_us; /* something is kept, or became whole */
    struct tcp_helper *helper;
};

struct loop {
    struct wheel *wheel;
    int64_t now_us;
};

static struct tcp_conn connections[COUNT];
static int64_t ended_us[COUNT]; /* the last one that owed something */
static struct loop loop;
static struct signalling signalling;
static struct signal_halves *halves;

int loop_max_fds(const struct loop *of)
{
    (void)of;
    return FIRST_FD + COUNT;
}

int64_t loop_now_us(const struct loop *of)
{
    return of->now_us;
}

void loop_start_timer(struct loop *of, struct wheel_timer *timer,
                      int64_t delay_us, void (*fire)(void *arg), void *arg)
{
    wheel_start(of->wheel, timer, of->now_us + delay_us, fire, arg);
}

void loop_stop_timer(struct loop *of, struct wheel_timer *timer)
{
    wheel_stop(of->wheel, timer);
}

struct tcp_conn *sip_msg_tcpconn(const struct sip_msg *msg)
{
    return msg->sock;
}

int tcp_conn_fd(const struct tcp_conn *connection)
{
    return connection->fd;
}

static void helper_destroy(void *data)
{
    struct tcp_helper *helper = data;

    if (helper->connection)
        helper->connection->helper = NULL;
}

int tcp_register_helper(struct tcp_helper **ret_helper,
                        struct tcp_conn *connection, int layer,
                        tcp_helper_estab_h *established,
                        tcp_helper_send_h *send, tcp_helper_recv_h *recv,
                        void *arg)
{
    struct tcp_helper *helper = mem_zalloc(sizeof(*helper), helper_destroy);

    (void)layer;
    (void)established;
    (void)send;
    CLAIM(helper && connection->is_open && !connection->helper);
    helper->connection = connection;
    helper->recv = recv;
    helper->arg = arg;
    connection->helper = helper;
    *ret_helper = helper;
    return 0;
}

static bool is_due(const struct tcp_conn *connection)
{
    return loop.now_us - connection->since_us >= (int64_t)IDLE_S * SECOND;
}

/* Never one that owes nothing. */
int shutdown(int fd, int how)
{
    CLAIM(fd >= FIRST_FD && fd < FIRST_FD + COUNT && how == SHUT_RDWR);
    struct tcp_conn *connection = &connections[fd - FIRST_FD];

    CLAIM(connection->is_open && !connection->is_shut);
    CLAIM(connection->length > 0);
    CLAIM(is_due(connection) || connection->in_vain > STUTTER_MAX);
    connection->is_shut = true;
    return 0;
}

void trunk_lost(const struct trunk_table *table, const struct sa *peer,
                enum sip_transp transport)
{
    (void)table;
    CLAIM(sa_isset(peer, SA_ALL) && transport == SIP_TRANSP_TCP);
}

static void begin(struct tcp_conn *connection)
{
    size_t number = (size_t)(connection - connections);

    /* The first two have the same peer. */
    connection->fd = FIRST_FD + (int)number;
    CLAIM(sa_set_str(&connection->peer, "192.0.2.1",
                     number < 2 ? 5060 : 5070) == 0);
    CLAIM(sa_set_str(&connection->here, "192.0.2.9",
                     (uint16_t)(40000 + number)) == 0);
    connection->is_open = true;
}

static void finish(struct tcp_conn *connection)
{
    enum sip_transp transport;
    int64_t heard_us;

    if (connection->length > 0)
        ended_us[connection - connections] = loop.now_us;
    free(connection->kept);
    if (connection->helper) {
        connection->helper->connection = NULL;
        mem_deref(connection->helper);
    }
    memset(connection, 0, sizeof(*connection));
    CLAIM(!signal_half_heard(halves, FIRST_FD + (int)(connection - connections),
                             &transport, &heard_us));
}

static void forget_kept(struct tcp_conn *connection, size_t count)
{
    size_t left = connection->length - count;
    uint8_t *rest = malloc(left ? left : 1);

    CLAIM(rest);
    memcpy(rest, connection->kept + count, left);
    free(connection->kept);
    connection->kept = rest;
    connection->length = left;
}

static size_t line_ends(const uint8_t *bytes, size_t size)
{
    size_t count = 0;

    while (count < size && (bytes[count] == '\r' || bytes[count] == '\n'))
        count++;
    return count;
}

static void forget_line_ends(struct tcp_conn *connection)
{
    size_t count = line_ends(connection->kept, connection->length);

    if (count > 0)
        forget_kept(connection, count);
}

/* As the library's trace tells of one, and then its handler of requests. */
static void tell_whole(struct tcp_conn *connection, size_t length)
{
    const struct signal_whole whole = { &connection->peer, &connection->here,
                                        connection->kept, length };
    struct sip_msg msg = { .sock = connection, .tp = SIP_TRANSP_TCP };
    enum sip_transp transport;
    int64_t heard_us;

    signal_half_whole(halves, &whole);
    msg.src = connection->peer;
    msg.dst = connection->here;
    signal_half_watch(halves, &msg);
    CLAIM(signal_half_heard(halves, connection->fd, &transport, &heard_us));
    CLAIM(heard_us == loop.now_us && transport == SIP_TRANSP_TCP);
    connection->in_vain = 0;
    connection->since_us = loop.now_us;
}

static void read_kept(struct tcp_conn *connection)
{
    const uint8_t *end;

    forget_line_ends(connection);
    while ((end = memchr(connection->kept, '.', connection->length))) {
        size_t length = (size_t)(end - connection->kept) + 1;

        tell_whole(connection, length);
        forget_kept(connection, length);
        forget_line_ends(connection);
    }
    if (connection->length == 0 && connection->helper)
        connection->is_exact = true;
}

static void keep(struct tcp_conn *connection, const uint8_t *bytes, size_t size)
{
    bool was_empty = connection->length == 0;

    connection->kept = realloc(connection->kept, connection->length + size);
    CLAIM(connection->kept);
    memcpy(connection->kept + connection->length, bytes, size);
    connection->length += size;
    read_kept(connection);
    if (was_empty && connection->length > 0)
        connection->since_us = loop.now_us;
    if (connection->length > KEPT_MAX)
        finish(connection);
}

/* A piece comes. */
static void bring(struct tcp_conn *connection, uint8_t *bytes, size_t size)
{
    struct mbuf mb = { .buf = bytes, .size = size, .end = size };
    bool established = false;
    int err = 0;

    if (size == 0)
        return;
    if (!connection->is_open)
        begin(connection);
    connection->in_vain += connection->length + size;
    if (connection->length == 0)
        connection->in_vain -= line_ends(bytes, size);

    struct tcp_helper *helper = connection->helper;
    bool is_much = connection->in_vain > STUTTER_MAX;

    if (helper && helper->recv(&err, &mb, &established, helper->arg)) {
        CLAIM(is_much);
    } else {
        CLAIM(!is_much || !connection->is_exact);
        keep(connection, bytes, size);
    }
    CLAIM(err == 0 && mb.pos == 0 && mb.end == size);
}

static void look_at(struct tcp_conn *connection)
{
    if (connection->is_shut)
        finish(connection); /* the library reads the end */
    else if (connection->is_exact && connection->length > 0)
        CLAIM(loop.now_us - connection->since_us <= (IDLE_S + 1LL) * SECOND);
}

static void pass(int64_t us)
{
    loop.now_us += us;
    wheel_advance(loop.wheel, loop.now_us);
    for (size_t i = 0; i < COUNT; i++)
        look_at(&connections[i]);
}

static void bring_much(struct tcp_conn *connection, size_t size)
{
    uint8_t *bytes = malloc(size ? size : 1);

    CLAIM(bytes);
    memset(bytes, 'x', size);
    bring(connection, bytes, size);
    free(bytes);
}

static unsigned number_of(const uint8_t *text, size_t length)
{
    unsigned number = 0;

    for (size_t i = 0; i < length && i < 2; i++)
        number = 10 * number + (unsigned)(text[i] % 10);
    return number;
}

static void obey(uint8_t *line, size_t length)
{
    struct tcp_conn *connection = &connections[line[0] % COUNT];
    uint8_t verb = length > 1 ? line[1] : '#';

    if (verb == '=')
        bring(connection, line + 2, length - 2);
    else if (verb == '+') {
        line[length] = '\n'; /* it is there */
        bring(connection, line + 2, length - 1);
    } else if (verb == '*')
        bring_much(connection, 1024 * number_of(line + 2, length - 2));
    else if (verb == '~')
        for (unsigned s = number_of(line + 2, length - 2); s > 0; s--)
            pass(SECOND);
    else if (connection->is_open)
        finish(connection);
    pass(0);
}

/* With nothing owed nobody waits. That a connection has ended is found out when
   its time is over. */
static void look_at_all(void)
{
    size_t owing = 0;

    for (size_t i = 0; i < COUNT; i++)
        owing += connections[i].length > 0 ||
                 loop.now_us - ended_us[i] <= (IDLE_S + 1LL) * SECOND;
    CLAIM(wheel_count(loop.wheel) <= owing);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    uint8_t *lines = (uint8_t *)fuzz_text(data, size);
    uint8_t *end = lines + size;

    loop.now_us += 100LL * SECOND; /* since the last input */
    signalling.loop = &loop;
    signalling.settings.tcp_idle_s = IDLE_S;
    CLAIM(wheel_new(loop.now_us, &loop.wheel) == 0);
    CLAIM(signal_halves_new(&signalling, &halves) == 0);
    for (uint8_t *line = lines; line < end;) {
        uint8_t *stop = memchr(line, '\n', (size_t)(end - line));

        stop = stop ? stop : end;
        if (stop > line)
            obey(line, (size_t)(stop - line));
        look_at_all();
        line = stop + 1;
    }
    for (size_t i = 0; i < COUNT; i++)
        if (connections[i].is_open)
            finish(&connections[i]);
    halves = signal_halves_free(halves);
    CLAIM(wheel_count(loop.wheel) == 0);
    wheel_free(loop.wheel);
    free(lines);
    return 0;
}
