/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Old files of sockets, and what libwebsockets does not set. */

#include "web/local_socket.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

enum { FIRST_FDS = 1024 }; /* at the start they are few */

/* A socket that nobody listens at is left from before; anything else is not
   ours to remove. */
int local_socket_clear(const char *path)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    struct stat status;
    int rc = 0;

    if (strlen(path) >= sizeof(address.sun_path))
        return -ENAMETOOLONG;
    if (lstat(path, &status) < 0)
        return errno == ENOENT ? 0 : -errno;
    if (!S_ISSOCK(status.st_mode))
        return -EEXIST;

    int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (fd < 0)
        return -errno;
    memcpy(address.sun_path, path, strlen(path));
    if (connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0)
        rc = -EADDRINUSE;
    close(fd);
    if (rc == 0 && unlink(path) < 0)
        rc = -errno;
    return rc;
}

static bool listens_at(int fd, const char *path)
{
    struct sockaddr_un here = { .sun_family = AF_UNSPEC };
    socklen_t size = sizeof(int);
    int listens = 0;

    if (getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) < 0 ||
        !listens)
        return false;

    size = sizeof(here);
    return getsockname(fd, (struct sockaddr *)&here, &size) == 0 &&
           here.sun_family == AF_UNIX &&
           strncmp(here.sun_path, path, sizeof(here.sun_path)) == 0;
}

int local_socket_unblock(const char *path)
{
    for (int fd = 0; fd < FIRST_FDS; fd++)
        if (listens_at(fd, path))
            return fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK) < 0
                       ? -errno
                       : 0;

    return -ENOENT;
}
