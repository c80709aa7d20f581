/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two levels of folders, and what in them is still needed. */

#include "jobs/prompt_sounds.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char whole[] = ".wav";
static const char part[] = ".part";

struct sweep {
    int64_t before_s; /* what was written later stays */
    bool (*is_used)(void *arg, const char *object);
    void *arg;
    int removed;
};

/* Only what is named as ours is touched. */
static bool is_to_go(const struct sweep *sweep, const char *file)
{
    char object[OBJECT_NAME_SIZE] = "";

    if (strlen(file) < OBJECT_NAME_SIZE - 1)
        return false;

    const char *ending = file + OBJECT_NAME_SIZE - 1;

    memcpy(object, file, OBJECT_NAME_SIZE - 1);
    if (!object_is_name(object))
        return false;

    return strcmp(ending, part) == 0 ||
           (strcmp(ending, whole) == 0 && !sweep->is_used(sweep->arg, object));
}

static bool is_old(const struct sweep *sweep, int folder, const char *file)
{
    struct stat found;

    return fstatat(folder, file, &found, AT_SYMLINK_NOFOLLOW) == 0 &&
           found.st_mtime <= sweep->before_s;
}

static void sweep_file(struct sweep *sweep, int folder, const char *file)
{
    if (is_to_go(sweep, file) && is_old(sweep, folder, file) &&
        unlinkat(folder, file, 0) == 0)
        sweep->removed++;
}

static void sweep_folder(struct sweep *sweep, int beneath, const char *name)
{
    if (strlen(name) != 2 || strspn(name, "0123456789abcdef") != 2)
        return;

    int fd =
        openat(beneath, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *folder = fd < 0 ? NULL : fdopendir(fd);
    const struct dirent *entry;

    if (!folder && fd >= 0)
        close(fd);
    while (folder && (entry = readdir(folder)))
        sweep_file(sweep, dirfd(folder), entry->d_name);
    if (folder)
        closedir(folder);
}

int prompt_sounds_sweep(const struct prompt_shop *shop, int64_t before_s,
                        bool (*is_used)(void *arg, const char *object),
                        void *arg)
{
    assert(shop && is_used);

    struct sweep sweep = { .before_s = before_s,
                           .is_used = is_used,
                           .arg = arg };
    DIR *top = opendir(shop->directory);
    const struct dirent *entry;

    if (!top)
        return errno == ENOENT ? 0 : -errno;

    while ((entry = readdir(top)))
        sweep_folder(&sweep, dirfd(top), entry->d_name);
    closedir(top);
    return sweep.removed;
}
