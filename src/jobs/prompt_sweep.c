/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two levels of folders, and what in them is still needed. */

#include "jobs/prompt_sounds.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "jobs/prompt_aside.h"

static const char whole[] = ".wav";
static const char part[] = ".part";

enum { FILE_SIZE = OBJECT_NAME_SIZE + 8 };

struct sweep {
    int64_t before_s; /* what was written later stays */
    bool (*is_used)(void *arg, const char *object); /* NULL: nothing goes */
    void *arg;
    int removed;
};

static bool is_old(const struct sweep *sweep, int folder, const char *file)
{
    struct stat found;

    return fstatat(folder, file, &found, AT_SYMLINK_NOFOLLOW) == 0 &&
           found.st_mtime <= sweep->before_s;
}

static void remove_file(struct sweep *sweep, int folder, const char *file)
{
    if (unlinkat(folder, file, 0) == 0)
        sweep->removed++;
}

/* Who has looked at it before it was set aside has touched it, and who does now
   takes it back: then nothing is removed. */
static void settle(struct sweep *sweep, int folder, const char *object)
{
    char aside[FILE_SIZE], back[FILE_SIZE];

    (void)snprintf(aside, sizeof(aside), "%s%s", object, PROMPT_ASIDE);
    (void)snprintf(back, sizeof(back), "%s%s", object, whole);
    if (sweep->is_used && is_old(sweep, folder, aside) &&
        !sweep->is_used(sweep->arg, object))
        remove_file(sweep, folder, aside);
    else
        (void)renameat(folder, aside, folder, back);
}

/* Between looking at it and removing it a document may begin to use it. */
static void set_aside(struct sweep *sweep, int folder, const char *file,
                      const char *object)
{
    char aside[FILE_SIZE];

    if (!is_old(sweep, folder, file) || sweep->is_used(sweep->arg, object))
        return;

    (void)snprintf(aside, sizeof(aside), "%s%s", object, PROMPT_ASIDE);
    if (renameat(folder, file, folder, aside) == 0)
        settle(sweep, folder, object);
}

/* Only what is named as ours is touched. */
static void sweep_file(struct sweep *sweep, int folder, const char *file)
{
    char object[OBJECT_NAME_SIZE] = "";

    if (strlen(file) < OBJECT_NAME_SIZE - 1)
        return;

    const char *ending = file + OBJECT_NAME_SIZE - 1;

    memcpy(object, file, OBJECT_NAME_SIZE - 1);
    if (!object_is_name(object))
        return;

    if (strcmp(ending, PROMPT_ASIDE) == 0)
        settle(sweep, folder, object);
    else if (sweep->is_used && strcmp(ending, whole) == 0)
        set_aside(sweep, folder, file, object);
    else if (sweep->is_used && strcmp(ending, part) == 0 &&
             is_old(sweep, folder, file))
        remove_file(sweep, folder, file);
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

static int sweep_all(struct sweep *sweep, const char *directory)
{
    DIR *top = opendir(directory);
    const struct dirent *entry;

    if (!top)
        return errno == ENOENT ? 0 : -errno;

    while ((entry = readdir(top)))
        sweep_folder(sweep, dirfd(top), entry->d_name);
    closedir(top);
    return sweep->removed;
}

int prompt_sounds_sweep(const struct prompt_shop *shop, int64_t before_s,
                        bool (*is_used)(void *arg, const char *object),
                        void *arg)
{
    assert(shop && is_used);

    return sweep_all(
        &(struct sweep){ .before_s = before_s, .is_used = is_used, .arg = arg },
        shop->directory);
}

int prompt_sounds_take_back(const struct prompt_shop *shop)
{
    assert(shop);

    return sweep_all(&(struct sweep){ .is_used = NULL }, shop->directory);
}
