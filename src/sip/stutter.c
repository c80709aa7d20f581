/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libre has no hook for what comes before a whole message; the kernel counts. */

#include "sip/stutter.h"

#include <assert.h>
#include <netinet/in.h>
#include <stddef.h>
#include <sys/socket.h>

#include <linux/tcp.h> /* glibc's ends before the counters */

bool stutter_of(int fd, struct stutter *ret_stutter)
{
    struct tcp_info info = { 0 };
    socklen_t size = sizeof(info);

    assert(ret_stutter);

    if (getsockopt(fd, IPPROTO_TCP, TCP_INFO, &info, &size) < 0 ||
        size < offsetof(struct tcp_info, tcpi_data_segs_in) +
                   sizeof(info.tcpi_data_segs_in))
        return false;

    ret_stutter->bytes = info.tcpi_bytes_received;
    ret_stutter->in_vain =
        info.tcpi_bytes_received * info.tcpi_data_segs_in / 2;
    return true;
}
