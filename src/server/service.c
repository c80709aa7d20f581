/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Datagrams to the socket of sd_notify(3), without its library. */

#include "server/service.h"

#include <assert.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

int service_open(void)
{
    const char *path = getenv("NOTIFY_SOCKET");
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    size_t length = path ? strlen(path) : 0;

    if (length < 2 || length >= sizeof(address.sun_path))
        return -1;

    memcpy(address.sun_path, path, length);
    if (path[0] == '@')
        address.sun_path[0] = '\0'; /* a name without a file */

    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    socklen_t size =
        (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length);

    if (fd >= 0 && connect(fd, (struct sockaddr *)&address, size) < 0) {
        close(fd);
        fd = -1;
    }
    return fd;
}

void service_tell(int fd, const char *words)
{
    assert(words);

    if (fd >= 0)
        (void)!send(fd, words, strlen(words), MSG_NOSIGNAL);
}
