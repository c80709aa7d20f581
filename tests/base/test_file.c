/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files are read within a bound, and names do not lead out of a directory. */

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/entropy.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

static char scratch[] = "/tmp/cclite-file-XXXXXX";
static int house_fd; /* scratch/house */

long __wrap_syscall(long number, ...);

/*
 * file.c makes one system call by its number. An old kernel has never heard of
 * it (ENOSYS), the filter of a container forbids it (EPERM).
 */
static int syscall_fails_with;

long __real_syscall(long number, long a, const void *b, const void *c, long d);

long __wrap_syscall(long number, ...)
{
    va_list arguments;
    va_start(arguments, number);
    long directory_fd = va_arg(arguments, int);
    const void *path = va_arg(arguments, const void *);
    const void *how = va_arg(arguments, const void *);
    long size = (long)va_arg(arguments, size_t);
    va_end(arguments);

    if (syscall_fails_with == 0)
        return __real_syscall(number, directory_fd, path, how, size);

    errno = syscall_fails_with;
    return -1;
}

static void write_file(const char *path, const char *text)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);

    if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text))
        abort();
    close(fd);
}

/*
 * scratch/secret; scratch/house/{note,room/note,room/next,out,away,empty}
 * next points to note beside it, out to the secret, away to the root.
 */
static void furnish(void)
{
    if (!mkdtemp(scratch) || chdir(scratch) != 0 || mkdir("house", 0700) ||
        mkdir("house/room", 0700) || symlink("note", "house/room/next") ||
        symlink("../secret", "house/out") || symlink("/", "house/away"))
        abort();
    write_file("secret", "secret");
    write_file("house/note", "note");
    write_file("house/room/note", "inner");
    write_file("house/empty", "");
    house_fd = open("house", O_RDONLY | O_DIRECTORY);
}

static void clear_out(void)
{
    close(house_fd);
    unlink("secret");
    unlink("house/note");
    unlink("house/new");
    unlink("house/room/note");
    unlink("house/room/next");
    unlink("house/out");
    unlink("house/away");
    unlink("house/empty");
    unlink("house/pipe");
    rmdir("house/room");
    rmdir("house");
    if (chdir("/") != 0 || rmdir(scratch) != 0)
        perror(scratch);
}

static const struct name_row {
    const char *says;
    const char *path;
    const char *text; /* NULL: refused */
} name_rows[] = {
    { "a file in the directory opens", "note", "note" },
    { "a file in a folder opens", "room/note", "inner" },
    { "a doubled slash does no harm", "room//note", "inner" },
    { "a link inside is followed", "room/next", "inner" },
    { "a way up is refused", "../secret", NULL },
    { "a way up from a folder is refused", "room/../../secret", NULL },
    { "an absolute name is refused", "/etc/passwd", NULL },
    { "a link that points up is refused", "out", NULL },
    { "a folder that is a link to the root is refused", "away/etc/passwd",
      NULL },
    { "a file that is not there is refused", "nothing", NULL },
    { "a file as a folder is refused", "note/x", NULL },
};

static void opens_beneath(void **state)
{
    const struct name_row *row = *state;
    int fd = file_open_beneath(house_fd, row->path, O_RDONLY, 0);

    if (!row->text) {
        assert_true(fd < 0);
        return;
    }

    char text[16] = "";
    assert_true(fd >= 0);
    assert_int_equal(fcntl(fd, F_GETFD), FD_CLOEXEC);
    assert_int_equal(read(fd, text, sizeof(text) - 1), strlen(row->text));
    assert_string_equal(text, row->text);
    close(fd);
}

/* Without openat2() no link at all is followed; the rest is the same. */
static void opens_beneath_on_an_old_kernel(void **state)
{
    (void)state;
    static const int errors[] = { ENOSYS, EPERM };

    for (size_t i = 0; i < ARRAY_LEN(errors); i++) {
        syscall_fails_with = errors[i];
        for (size_t j = 0; j < ARRAY_LEN(name_rows); j++) {
            struct name_row row = name_rows[j];
            void *argument = &row;

            if (strcmp(row.path, "room/next") == 0)
                row.text = NULL;
            opens_beneath(&argument);
        }
        syscall_fails_with = 0;
    }
}

static void leaves_no_descriptor_open(void **state)
{
    (void)state;
    int next_fd = dup(house_fd);

    close(next_fd);
    opens_beneath_on_an_old_kernel(state);
    int same_fd = dup(house_fd);
    close(same_fd);
    assert_int_equal(next_fd, same_fd);
}

static void creates_beneath(void **state)
{
    (void)state;
    struct stat status;
    int fd =
        file_open_beneath(house_fd, "new", O_WRONLY | O_CREAT | O_EXCL, 0600);

    assert_true(fd >= 0);
    close(fd);
    assert_int_equal(stat("house/new", &status), 0);
    assert_int_equal(status.st_mode & 0777, 0600);
    assert_int_equal(
        file_open_beneath(house_fd, "../new", O_WRONLY | O_CREAT, 0600),
        -EXDEV);
}

static void reads_a_whole_file(void **state)
{
    (void)state;
    char *bytes;
    size_t length;

    assert_int_equal(file_read("house/note", 4, &bytes, &length), 0);
    assert_int_equal(length, 4);
    assert_string_equal(bytes, "note");
    free(bytes);

    assert_int_equal(file_read("house/empty", 0, &bytes, &length), 0);
    assert_int_equal(length, 0);
    assert_string_equal(bytes, "");
    free(bytes);
}

static void reads_no_more_than_allowed(void **state)
{
    (void)state;
    char *bytes = NULL;
    size_t length = 42;

    assert_int_equal(file_read("house/note", 3, &bytes, &length), -EFBIG);
    assert_null(bytes);
    assert_int_equal(length, 42);
}

static void reads_only_files(void **state)
{
    (void)state;
    char *bytes = NULL;
    size_t length;

    assert_int_equal(file_read("house", 99, &bytes, &length), -EISDIR);
    assert_int_equal(file_read("nothing", 99, &bytes, &length), -ENOENT);
    assert_int_equal(mkfifo("house/pipe", 0600), 0);
    assert_int_equal(file_read("house/pipe", 99, &bytes, &length), -EINVAL);
    assert_null(bytes);
}

static void says_when_memory_is_out(void **state)
{
    (void)state;
    char *bytes = NULL;
    size_t length;
    int before = live_blocks();

    fail_alloc_after(0);
    int rc = file_read("house/note", 99, &bytes, &length);
    fail_alloc_after(FAIL_NO_ALLOC);

    assert_int_equal(rc, -ENOMEM);
    assert_null(bytes);
    assert_int_equal(live_blocks(), before);
}

static void time_goes_forward(void **state)
{
    (void)state;
    int64_t before_us = clock_boot_us();

    for (int i = 0; i < 1000; i++) {
        int64_t now_us = clock_boot_us();

        assert_true(now_us >= before_us);
        before_us = now_us;
    }
    /* 2020 to 2200: microseconds, not another unit. */
    assert_true(clock_wall_us() > INT64_C(1577836800000000));
    assert_true(clock_wall_us() < INT64_C(7258118400000000));
}

static void random_bytes_fill_everything(void **state)
{
    (void)state;
    unsigned char bytes[1000] = { 0 };
    unsigned char other[1000] = { 0 };
    int zeros = 0;

    entropy_bytes(bytes, sizeof(bytes));
    entropy_bytes(other, sizeof(other));
    for (size_t i = 0; i < sizeof(bytes); i++)
        zeros += bytes[i] == 0;

    /* Four are expected; 40 come once in 10^25 runs (Poisson). */
    assert_true(zeros < 40);
    assert_memory_not_equal(bytes, other, sizeof(bytes));
}

int main(void)
{
    struct test_list list = { 0 };

    furnish();
    TEST_LIST_ADD_ROWS(&list, opens_beneath, name_rows);
    TEST_LIST_ADD(&list, opens_beneath_on_an_old_kernel);
    TEST_LIST_ADD(&list, leaves_no_descriptor_open);
    TEST_LIST_ADD(&list, creates_beneath);
    TEST_LIST_ADD(&list, reads_a_whole_file);
    TEST_LIST_ADD(&list, reads_no_more_than_allowed);
    TEST_LIST_ADD(&list, reads_only_files);
    TEST_LIST_ADD(&list, says_when_memory_is_out);
    TEST_LIST_ADD(&list, time_goes_forward);
    TEST_LIST_ADD(&list, random_bytes_fill_everything);
    int rc = test_list_run(&list);
    clear_out();
    return rc;
}
