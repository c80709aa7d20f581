/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files of the prompt library a sweep removes, whoever looks meanwhile. */

#include "jobs/prompt_sounds.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "tests/test.h"

/* The sound of all claims: "aaaa...". */
static struct digest key;
static char object[OBJECT_NAME_SIZE];
static char directory[] = "/tmp/cclite-sweep-XXXXXX";
static char folder[sizeof(directory) + 8];
static const struct prompt_shop shop = { .directory = directory };

enum { LONG_AGO_S = 1000, BEFORE_S = 2000 };

/* What others do at a certain moment: planted in the calls to the system that
   the code under test makes. */
static int looks_before; /* so many looks of the sweep; then, behind it, */
static void (*meanwhile)(void);
static void (*while_touching)(void);

int fstatat(int beneath, const char *restrict path, struct stat *restrict found,
            int flags)
{
    long rc = syscall(SYS_newfstatat, beneath, path, found, flags);

    if (meanwhile && strncmp(path, object, sizeof(object) - 1) == 0 &&
        looks_before-- == 0) {
        void (*now)(void) = meanwhile;

        meanwhile = NULL;
        now();
    }
    return (int)rc;
}

int futimens(int fd, const struct timespec times[2])
{
    void (*now)(void) = while_touching;

    while_touching = NULL;
    if (now)
        now();
    return (int)syscall(SYS_utimensat, fd, NULL, times, 0);
}

static void path_of(const char *ending, char ret_path[128])
{
    (void)snprintf(ret_path, 128, "%s/%s%s", folder, object, ending);
}

static void make_file(const char *ending, long written_s)
{
    const struct timespec times[2] = { { written_s, 0 }, { written_s, 0 } };
    char path[128];

    path_of(ending, path);
    int fd = open(path, O_WRONLY | O_CREAT, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "sound", 5), 5);
    assert_int_equal(syscall(SYS_utimensat, fd, NULL, times, 0), 0);
    close(fd);
}

static bool is_there(const char *ending)
{
    char path[128];

    path_of(ending, path);
    return access(path, F_OK) == 0;
}

static bool uses_none(void *arg, const char *name)
{
    (void)arg;
    (void)name;
    return false;
}

static bool uses_it(void *arg, const char *name)
{
    (void)arg;
    return strcmp(name, object) == 0;
}

static void sweep(void)
{
    assert_true(prompt_sounds_sweep(&shop, BEFORE_S, uses_none, NULL) >= 0);
}

static void look(void)
{
    assert_int_equal(prompt_sound_look(&shop, &key), 0);
}

static void touch(void)
{
    make_file(".wav", BEFORE_S + 1);
}

static void begin(void)
{
    static const char *const endings[] = { ".wav", ".part", ".gone" };
    char path[128];

    meanwhile = while_touching = NULL;
    looks_before = 0;
    for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
        path_of(endings[i], path);
        (void)unlink(path);
    }
}

static const struct sweep_row {
    const char *says;
    const char *ending; /* of the file that there is */
    long written_s;
    bool (*is_used)(void *arg, const char *name);
    int looks; /* of the sweep, after which: */
    void (*meanwhile)(void);
    bool stays; /* as a whole one */
    int removed;
} sweep_rows[] = {
    { "what nothing needs goes", ".wav", LONG_AGO_S, uses_none, 0, NULL, false,
      1 },
    { "what is used stays", ".wav", LONG_AGO_S, uses_it, 0, NULL, true, 0 },
    { "what was written of late stays", ".wav", BEFORE_S + 1, uses_none, 0,
      NULL, true, 0 },
    { "what never became whole goes", ".part", LONG_AGO_S, uses_it, 0, NULL,
      false, 1 },
    { "what somebody touches just when it was found old stays", ".wav",
      LONG_AGO_S, uses_none, 0, touch, true, 0 },
    { "what somebody is about to name just then stays", ".wav", LONG_AGO_S,
      uses_none, 0, look, true, 0 },
    { "... and also when that begins behind the last look", ".wav", LONG_AGO_S,
      uses_none, 1, look, true, 0 },
    { "what a crash left aside comes back, if it is used", ".gone", LONG_AGO_S,
      uses_it, 0, NULL, true, 0 },
    { "... or was touched before", ".gone", BEFORE_S + 1, uses_none, 0, NULL,
      true, 0 },
    { "... else it goes", ".gone", LONG_AGO_S, uses_none, 0, NULL, false, 1 },
};

static void sweeps(void **state)
{
    const struct sweep_row *row = *state;

    begin();
    make_file(row->ending, row->written_s);
    looks_before = row->looks;
    meanwhile = row->meanwhile;
    assert_int_equal(prompt_sounds_sweep(&shop, BEFORE_S, row->is_used, NULL),
                     row->removed);
    assert_null(meanwhile);
    assert_int_equal(is_there(".wav"), row->stays);
    assert_false(is_there(".gone"));
    assert_false(is_there(".part"));
}

/* Who gets an answer can go by it. */
static void who_looks_too_late_is_told(void **state)
{
    (void)state;
    begin();
    make_file(".wav", LONG_AGO_S);
    while_touching = sweep;
    assert_int_equal(prompt_sound_look(&shop, &key), -ENOENT);
    assert_false(is_there(".wav"));
}

static void who_looks_finds_what_is_aside(void **state)
{
    (void)state;
    begin();
    make_file(".gone", LONG_AGO_S);
    look();
    assert_true(is_there(".wav"));
    sweep();
    assert_true(is_there(".wav"));
}

static void a_start_takes_all_back(void **state)
{
    (void)state;
    begin();
    make_file(".gone", LONG_AGO_S);
    assert_int_equal(prompt_sounds_take_back(&shop), 0);
    assert_true(is_there(".wav"));
    make_file(".part", LONG_AGO_S);
    assert_int_equal(prompt_sounds_take_back(&shop), 0);
    assert_true(is_there(".part"));
    assert_true(is_there(".wav"));
}

int main(void)
{
    struct test_list list = { 0 };

    memset(key.text, 'a', sizeof(key.text) - 1);
    memset(object, 'a', sizeof(object) - 1);
    assert_non_null(mkdtemp(directory));
    (void)snprintf(folder, sizeof(folder), "%s/aa", directory);
    assert_int_equal(mkdir(folder, 0700), 0);
    TEST_LIST_ADD_ROWS(&list, sweeps, sweep_rows);
    TEST_LIST_ADD(&list, who_looks_too_late_is_told);
    TEST_LIST_ADD(&list, who_looks_finds_what_is_aside);
    TEST_LIST_ADD(&list, a_start_takes_all_back);
    int failed = test_list_run(&list);
    begin();
    (void)rmdir(folder);
    (void)rmdir(directory);
    return failed;
}
