/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths from the environment, files replaced by rename(). */

#include "base/home.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LOCK_TRIES = 8 }; /* others may remove the file as often meanwhile */

static const struct {
    const char *variable;
    const char *below_home;
} homes[] = {
    [HOME_CONFIG] = { "XDG_CONFIG_HOME", ".config" },
    [HOME_STATE] = { "XDG_STATE_HOME", ".local/state" },
};

int home_path(enum home_kind kind, const char *name,
              char ret_path[HOME_PATH_SIZE])
{
    assert(name && ret_path);
    const char *given = getenv(homes[kind].variable);
    const char *home = getenv("HOME");
    int length;

    if (given && given[0] == '/')
        length = snprintf(ret_path, HOME_PATH_SIZE, "%s/%s", given, name);
    else if (home && home[0] == '/')
        length = snprintf(ret_path, HOME_PATH_SIZE, "%s/%s/%s", home,
                          homes[kind].below_home, name);
    else
        return -ENOENT;
    return length < 0 || length >= HOME_PATH_SIZE ? -ENAMETOOLONG : 0;
}

int home_make_way(const char *path)
{
    assert(path);
    char directory[HOME_PATH_SIZE];
    size_t length = strlen(path);

    if (length >= sizeof(directory))
        return -ENAMETOOLONG;
    memcpy(directory, path, length + 1);
    for (char *slash = strchr(directory + 1, '/'); slash;
         slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        if (mkdir(directory, 0700) && errno != EEXIST && errno != EROFS)
            return -errno;
        *slash = '/';
    }
    return 0;
}

static int write_all(int fd, const char *text)
{
    if (dprintf(fd, "%s", text) < 0 || fsync(fd))
        return -errno;
    return 0;
}

int home_replace(const char *path, const char *text)
{
    assert(path && text);
    char fresh[HOME_PATH_SIZE + 8];
    int rc = home_make_way(path);

    if (rc)
        return rc;

    int length = snprintf(fresh, sizeof(fresh), "%s......", path);
    if (length < 0 || (size_t)length >= sizeof(fresh))
        return -ENAMETOOLONG;
    memset(fresh + length - 6, 'X', 6); /* to be chosen by mkostemp() */

    int fd = mkostemp(fresh, O_CLOEXEC); /* mode 0600 */
    if (fd < 0)
        return -errno;

    rc = write_all(fd, text);
    if (close(fd) && !rc)
        rc = -errno;
    if (!rc && rename(fresh, path))
        rc = -errno;
    if (rc)
        unlink(fresh);
    return rc;
}

/* @return a descriptor; -EAGAIN: it was removed meanwhile; or negative errno */
static int lock_once(const char *path)
{
    int rc = home_make_way(path);
    struct stat file;

    if (rc)
        return rc;
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return errno == ENOENT ? -EAGAIN : -errno;
    if (flock(fd, LOCK_EX | LOCK_NB) < 0)
        rc = errno == EWOULDBLOCK ? -EBUSY : -errno;
    else if (fstat(fd, &file) < 0)
        rc = -errno;
    else if (file.st_nlink == 0)
        rc = -EAGAIN;
    if (rc)
        close(fd);
    return rc ? rc : fd;
}

int home_lock(const char *path)
{
    assert(path);
    int rc = -EAGAIN;

    for (int tries = 0; rc == -EAGAIN && tries < LOCK_TRIES; tries++)
        rc = lock_once(path);
    return rc;
}

void home_unlock(const char *path, int lock)
{
    assert(path);
    char directory[HOME_PATH_SIZE];
    const char *slash = strrchr(path, '/');

    (void)unlink(path);
    close(lock);
    if (slash && snprintf(directory, sizeof(directory), "%.*s",
                          (int)(slash - path), path) > 0)
        (void)rmdir(directory); /* fails while there is anything in it */
}
