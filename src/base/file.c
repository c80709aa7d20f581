/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bounded reading, and openat2() with a walk for kernels without it. */

#include "base/file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static int check_kind(int fd, size_t max_bytes, size_t *ret_size)
{
    struct stat status;

    if (fstat(fd, &status) < 0)
        return -errno;
    if (S_ISDIR(status.st_mode))
        return -EISDIR;
    if (!S_ISREG(status.st_mode))
        return -EINVAL;
    if ((uintmax_t)status.st_size > max_bytes)
        return -EFBIG;

    *ret_size = (size_t)status.st_size;
    return 0;
}

/* Reads up to size bytes; fewer when the file shrank meanwhile. */
static ssize_t read_up_to(int fd, char *bytes, size_t size)
{
    size_t length = 0;

    while (length < size) {
        ssize_t got = read(fd, bytes + length, size - length);

        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -errno;
        if (got == 0)
            break;
        length += (size_t)got;
    }
    return (ssize_t)length;
}

static int read_open_file(int fd, size_t max_bytes, char **ret_bytes,
                          size_t *ret_length)
{
    size_t size = 0;
    int rc = check_kind(fd, max_bytes, &size);
    if (rc < 0)
        return rc;

    char *bytes = malloc(size + 1);
    if (!bytes)
        return -ENOMEM;

    ssize_t length = read_up_to(fd, bytes, size);
    if (length < 0) {
        free(bytes);
        return (int)length;
    }

    bytes[length] = '\0';
    *ret_bytes = bytes;
    *ret_length = (size_t)length;
    return 0;
}

int file_read(const char *path, size_t max_bytes, char **ret_bytes,
              size_t *ret_length)
{
    assert(path && ret_bytes && ret_length && max_bytes < SIZE_MAX);

    /* A FIFO must not make us wait for its writer. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return -errno;

    int rc = read_open_file(fd, max_bytes, ret_bytes, ret_length);
    close(fd);
    return rc;
}

/* One part of a path: never a way up, never a link. */
static int open_part(int directory_fd, const char *part, int flags, mode_t mode)
{
    if (strcmp(part, "..") == 0)
        return -EXDEV;

    int fd = openat(directory_fd, part, flags | O_NOFOLLOW | O_CLOEXEC, mode);
    return fd < 0 ? -errno : fd;
}

static int walk(int directory_fd, char *path, int flags, mode_t mode)
{
    char *part = path;
    int at = dup(directory_fd);

    if (at < 0)
        return -errno;

    for (char *slash = strchr(part, '/'); slash; slash = strchr(part, '/')) {
        *slash = '\0';

        int below = *part ? open_part(at, part, O_PATH | O_DIRECTORY, 0) : at;
        if (below != at)
            close(at);
        if (below < 0)
            return below;

        at = below;
        part = slash + 1;
    }

    int fd = open_part(at, *part ? part : ".", flags, mode);
    close(at);
    return fd;
}

static int open_by_walking(int directory_fd, const char *path, int flags,
                           mode_t mode)
{
    if (path[0] == '/')
        return -EXDEV;

    char *copy = strdup(path);
    if (!copy)
        return -ENOMEM;

    int fd = walk(directory_fd, copy, flags, mode);
    free(copy);
    return fd;
}

int file_open_beneath(int directory_fd, const char *path, int flags,
                      mode_t mode)
{
    assert(path);

    const struct open_how how = {
        .flags = (unsigned int)(flags | O_CLOEXEC),
        .mode = flags & O_CREAT ? mode : 0,
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
    };
    long fd = syscall(SYS_openat2, directory_fd, path, &how, sizeof(how));

    if (fd >= 0)
        return (int)fd;

    /* EPERM: a container's filter that has never heard of openat2(). */
    if (errno == ENOSYS || errno == EPERM)
        return open_by_walking(directory_fd, path, flags, mode);

    return -errno;
}
