/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person's files are where XDG says, and are whole at every moment. */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/home.h"
#include "tests/test.h"

static const struct path_row {
    const char *says;
    const char *variable, *home; /* NULL: unset */
    enum home_kind kind;
    const char *path; /* NULL: there is none */
} path_rows[] = {
    { "the variable decides", "/srv/state", "/home/ana", HOME_STATE,
      "/srv/state/cclite/crash.txt" },
    { "without it, below the home", NULL, "/home/ana", HOME_STATE,
      "/home/ana/.local/state/cclite/crash.txt" },
    { "what is set up is elsewhere", NULL, "/home/ana", HOME_CONFIG,
      "/home/ana/.config/cclite/crash.txt" },
    { "a relative one counts as unset", "state", "/home/ana", HOME_STATE,
      "/home/ana/.local/state/cclite/crash.txt" },
    { "no home, no path", NULL, NULL, HOME_STATE, NULL },
    { "a relative home is none", NULL, "home", HOME_STATE, NULL },
};

static void set(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static void paths_are_found(void **state)
{
    const struct path_row *row = *state;
    char path[HOME_PATH_SIZE];

    set("XDG_STATE_HOME", row->variable);
    set("XDG_CONFIG_HOME", row->variable);
    set("HOME", row->home);
    int rc = home_path(row->kind, "cclite/crash.txt", path);
    assert_int_equal(rc, row->path ? 0 : -ENOENT);
    if (row->path)
        assert_string_equal(path, row->path);
}

static void a_path_too_long_is_refused(void **state)
{
    static char home[HOME_PATH_SIZE];
    char path[HOME_PATH_SIZE];

    (void)state;
    memset(home, 'x', sizeof(home) - 1);
    home[0] = '/';
    setenv("XDG_STATE_HOME", home, 1);
    assert_int_equal(home_path(HOME_STATE, "cclite/crash.txt", path),
                     -ENAMETOOLONG);
}

static void read_back(const char *path, char *ret_text, size_t size)
{
    FILE *file = fopen(path, "r");

    assert_non_null(file);
    size_t length = fread(ret_text, 1, size - 1, file);
    ret_text[length] = '\0';
    fclose(file);
}

static void a_file_is_replaced_whole_and_is_ones_own(void **state)
{
    char directory[] = "/tmp/home-XXXXXX", path[128], text[64], command[256];
    struct stat facts;

    (void)state;
    assert_non_null(mkdtemp(directory));
    snprintf(path, sizeof(path), "%s/a/b/file", directory);
    assert_int_equal(home_replace(path, "one\n"), 0);
    assert_int_equal(home_replace(path, "two %s\n"), 0);
    read_back(path, text, sizeof(text));
    assert_string_equal(text, "two %s\n");
    assert_int_equal(stat(path, &facts), 0);
    assert_int_equal(facts.st_mode & 0777, 0600);

    /* Where it cannot be made, the old one stays, and no scrap beside it. */
    snprintf(path, sizeof(path), "%s/a/b/file/below", directory);
    assert_int_equal(home_replace(path, "three\n"), -ENOTDIR);
    snprintf(command, sizeof(command), "test $(ls -A %s/a/b | wc -l) = 1",
             directory);
    assert_int_equal(system(command), 0);
    snprintf(command, sizeof(command), "rm -r %s", directory);
    assert_int_equal(system(command), 0);
}

static void a_lock_is_ones_own(void **state)
{
    char directory[] = "/tmp/test_home-XXXXXX", path[128], command[192];
    char inside[160];

    (void)state;
    assert_non_null(mkdtemp(directory));
    snprintf(path, sizeof(path), "%s/a/lock", directory);
    int first = home_lock(path);
    assert_true(first >= 0);
    assert_int_equal(home_lock(path), -EBUSY);
    close(first);
    int next = home_lock(path);
    assert_true(next >= 0);
    close(next);
    snprintf(inside, sizeof(inside), "%s/b", path);
    assert_int_equal(home_lock(inside), -ENOTDIR);
    snprintf(command, sizeof(command), "rm -r %s", directory);
    assert_int_equal(system(command), 0);
}

static void a_lock_given_back_leaves_nothing(void **state)
{
    char directory[] = "/tmp/test_home-XXXXXX", path[128], other[128];

    (void)state;
    assert_non_null(mkdtemp(directory));
    snprintf(path, sizeof(path), "%s/a/lock", directory);
    snprintf(other, sizeof(other), "%s/a/other", directory);
    int first = home_lock(path);
    int second = home_lock(other);
    assert_true(first >= 0 && second >= 0);
    home_unlock(path, first);
    assert_int_equal(access(path, F_OK), -1);
    assert_int_equal(home_lock(other), -EBUSY); /* its directory stayed */
    home_unlock(other, second);
    assert_int_equal(rmdir(directory), 0);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, paths_are_found, path_rows);
    TEST_LIST_ADD(&list, a_path_too_long_is_refused);
    TEST_LIST_ADD(&list, a_lock_is_ones_own);
    TEST_LIST_ADD(&list, a_lock_given_back_leaves_nothing);
    TEST_LIST_ADD(&list, a_file_is_replaced_whole_and_is_ones_own);
    return test_list_run(&list);
}
