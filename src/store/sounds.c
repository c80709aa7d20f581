/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two levels of folders, and a link or a copy for each file. */

#include "store/sounds.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/object.h"
#include "base/pulse.h"
#include "store/guard.h"

static const char ending[] = ".wav";

/* A folder of whole recordings is named by two digits. */
static bool is_folder(const char *name)
{
    return strlen(name) == 2 && strspn(name, "0123456789abcdef") == 2;
}

static bool is_sound(const char *name)
{
    char object[OBJECT_NAME_SIZE];

    if (strlen(name) != OBJECT_NAME_SIZE - 1 + strlen(ending) ||
        strcmp(name + OBJECT_NAME_SIZE - 1, ending) != 0)
        return false;

    memcpy(object, name, OBJECT_NAME_SIZE - 1);
    object[OBJECT_NAME_SIZE - 1] = '\0';
    return object_is_name(object);
}

static int copy_bytes(int from, int to)
{
    char bytes[65536];
    ssize_t got;

    while ((got = read(from, bytes, sizeof(bytes))) > 0) {
        pulse_beat();
        for (ssize_t done = 0; done < got;) {
            ssize_t put = write(to, bytes + done, (size_t)(got - done));

            if (put < 0)
                return -errno;
            done += put;
        }
    }

    return got < 0 || fdatasync(to) < 0 ? -errno : 0;
}

static int copy_one(int from, int to, const char *name)
{
    int source = openat(from, name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (source < 0)
        return errno == ENOENT ? 0 : -errno; /* deleted meanwhile */

    int target = openat(
        to, name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    int rc = target < 0 ? -errno : copy_bytes(source, target);

    (void)close(source);
    if (target >= 0)
        (void)close(target);
    if (rc < 0 && target >= 0)
        (void)unlinkat(to, name, 0);
    return rc == -EEXIST ? 0 : rc;
}

static int link_or_copy(int from, int to, const char *name)
{
    if (linkat(from, name, to, name, 0) == 0 || errno == EEXIST ||
        errno == ENOENT)
        return 0;

    return copy_one(from, to, name);
}

static int open_made(int beneath, const char *path)
{
    if (mkdirat(beneath, path, 0700) < 0 && errno != EEXIST)
        return -errno;

    int fd = openat(beneath, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    return fd < 0 ? -errno : fd;
}

/* Goes through a folder; the descriptor is taken over. */
static int each(int folder, int to,
                int (*visit)(int from, int to, const char *name))
{
    DIR *entries = fdopendir(folder);
    const struct dirent *entry;
    int rc = 0;

    if (!entries) {
        rc = -errno;
        (void)close(folder);
        return rc;
    }
    while (rc == 0 && (entry = readdir(entries))) {
        pulse_beat(); /* each may wait for the disk */
        rc = visit(dirfd(entries), to, entry->d_name);
    }
    (void)closedir(entries);
    return rc;
}

static int visit_sound(int from, int to, const char *name)
{
    return is_sound(name) ? link_or_copy(from, to, name) : 0;
}

static int visit_folder(int from, int to, const char *name)
{
    if (!is_folder(name))
        return 0;

    int source = openat(from, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (source < 0)
        return -errno;

    int target = open_made(to, name);
    if (target < 0) {
        (void)close(source);
        return target;
    }

    int rc = each(source, target, visit_sound);

    if (rc == 0 && fsync(target) < 0)
        rc = -errno;
    (void)close(target);
    return rc;
}

int sounds_copy(const char *from, const char *to)
{
    assert(from && to);

    int source = open(from, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (source < 0)
        return errno == ENOENT ? 0 : -errno;

    int target = open_made(AT_FDCWD, to);
    if (target < 0) {
        (void)close(source);
        return target;
    }

    int rc = each(source, target, visit_folder);

    if (rc == 0 && fsync(target) < 0)
        rc = -errno;
    (void)close(target);
    return rc;
}

static int write_paths(const char *directory, const char *backup,
                       const char *folder, char ret_own[STORE_PATH_SIZE],
                       char ret_beside[STORE_PATH_SIZE])
{
    int rc = guard_path(directory, folder, ret_own);
    int length = snprintf(ret_beside, STORE_PATH_SIZE, "%s.%s", backup, folder);

    return rc < 0 || length >= STORE_PATH_SIZE ? -ENAMETOOLONG : 0;
}

static const char *const folders[] = { "recordings", "prompts" };

enum { FOLDERS = sizeof(folders) / sizeof(folders[0]) };

int sounds_backup(const char *directory, const char *backup)
{
    char own[STORE_PATH_SIZE], beside[STORE_PATH_SIZE];
    int rc = 0;

    for (size_t i = 0; i < FOLDERS && rc == 0; i++) {
        rc = write_paths(directory, backup, folders[i], own, beside);
        if (rc == 0)
            rc = sounds_copy(own, beside);
    }

    return rc;
}

int sounds_restore(const char *backup, const char *directory)
{
    char own[STORE_PATH_SIZE], beside[STORE_PATH_SIZE];
    int rc = 0;

    for (size_t i = 0; i < FOLDERS && rc == 0; i++) {
        rc = write_paths(directory, backup, folders[i], own, beside);
        if (rc == 0)
            rc = sounds_copy(beside, own);
    }

    return rc;
}
