/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the kernel knows of a socket's bytes. */

#include "sip/waited.h"

#include <assert.h>
#include <linux/errqueue.h>
#include <linux/net_tstamp.h>
#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stddef.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <time.h>

#include "base/clock.h"

enum {
    LONGEST_WAIT_US = 30000000, /* more: somebody has set the clock */
    US_PER_S = 1000000,
    US_PER_MS = 1000,
    NS_PER_US = 1000,
};

static int64_t since(const struct timespec *came)
{
    int64_t came_us =
        (int64_t)came->tv_sec * US_PER_S + came->tv_nsec / NS_PER_US;
    int64_t waited_us = clock_wall_us() - came_us;

    return waited_us > 0 && waited_us <= LONGEST_WAIT_US ? waited_us : 0;
}

static int64_t datagram_waited_us(const struct sip_msg *msg)
{
    int fd = udp_sock_fd(msg->sock, sa_af(&msg->src));
    struct timespec came;

    return ioctl(fd, SIOCGSTAMPNS, &came) < 0 ? 0 : since(&came);
}

/* Bytes that come from now on have their time with them. */
static void ask_for_times(int fd)
{
    const unsigned wanted =
        SOF_TIMESTAMPING_RX_SOFTWARE | SOF_TIMESTAMPING_SOFTWARE;

    (void)setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPING, &wanted, sizeof(wanted));
}

/* @return 0: all is read, or nobody knows */
static int64_t unread_us(int fd)
{
    union {
        struct cmsghdr first; /* for its alignment */
        char bytes[CMSG_SPACE(sizeof(struct scm_timestamping))];
    } control;
    char byte;
    struct iovec into = { &byte, 1 };
    struct msghdr peek = {
        .msg_iov = &into,
        .msg_iovlen = 1,
        .msg_control = &control,
        .msg_controllen = sizeof(control),
    };
    struct scm_timestamping came;

    if (recvmsg(fd, &peek, MSG_PEEK | MSG_DONTWAIT) <= 0)
        return 0;

    struct cmsghdr *head = CMSG_FIRSTHDR(&peek);
    if (!head || head->cmsg_level != SOL_SOCKET ||
        head->cmsg_type != SO_TIMESTAMPING ||
        head->cmsg_len < CMSG_LEN(sizeof(came)))
        return 0;

    memcpy(&came, CMSG_DATA(head), sizeof(came));
    return since(&came.ts[0]);
}

static int64_t last_bytes_us(int fd)
{
    struct tcp_info info;
    socklen_t size = sizeof(info);

    if (getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &size) < 0 ||
        size < offsetof(struct tcp_info, tcpi_last_ack_recv))
        return 0;

    int64_t waited_us = (int64_t)info.tcpi_last_data_recv * US_PER_MS;

    return waited_us <= LONGEST_WAIT_US ? waited_us : 0;
}

static int64_t connection_waited_us(const struct sip_msg *msg)
{
    const struct tcp_conn *connection = sip_msg_tcpconn(msg);

    if (!connection)
        return 0;

    int fd = tcp_conn_fd(connection);
    int64_t waited_us = unread_us(fd);

    ask_for_times(fd);
    return waited_us > 0 ? waited_us : last_bytes_us(fd);
}

int64_t signal_waited_us(const struct sip_msg *msg)
{
    assert(msg);

    return msg->tp == SIP_TRANSP_UDP ? datagram_waited_us(msg)
                                     : connection_waited_us(msg);
}
