/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Secrets that files hold. */

#include "server/secret_file.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "tests/test.h"

enum { SIZE = 16 };

struct secret_row {
    const char *says;
    const char *file;
    int rc;
    const char *secret;
};

static const struct secret_row rows[] = {
    { "the first line is the secret", "open sesame\n", 0, "open sesame" },
    { "it needs no line's end", "open", 0, "open" },
    { "what is behind it is not ours", "open\r\nthe rest", 0, "open" },
    { "the longest is read", "123456789012345", 0, "123456789012345" },
    { "a file that is longer is refused", "1234567890123456", -EFBIG,
      "former" },
    { "an empty file is refused", "", -EINVAL, "former" },
    { "an empty line is refused", "\nopen\n", -EINVAL, "former" },
    { "a control character is refused", "op\ten\n", -EINVAL, "former" },
    { "so is DEL", "open\177\n", -EINVAL, "former" },
    { "UTF-8 is text", "čau\n", 0, "čau" },
};

static void is_read(void **state)
{
    const struct secret_row *row = *state;
    char path[] = "/tmp/cclite-secret-XXXXXX";
    char secret[SIZE] = "former";
    int fd = mkstemp(path);

    assert_true(fd >= 0);
    assert_int_equal(write(fd, row->file, strlen(row->file)),
                     strlen(row->file));
    close(fd);
    int rc = secret_file_read(path, secret, sizeof(secret));
    unlink(path);
    assert_int_equal(rc, row->rc);
    assert_string_equal(secret, row->secret);
}

static void without_a_path_there_is_none(void **state)
{
    (void)state;
    char secret[SIZE] = "former";

    assert_int_equal(secret_file_read("", secret, sizeof(secret)), 0);
    assert_string_equal(secret, "former");
}

static void what_is_not_there_is_refused(void **state)
{
    (void)state;
    char secret[SIZE] = "former";

    assert_int_equal(
        secret_file_read("/nowhere/at/all", secret, sizeof(secret)), -ENOENT);
    assert_string_equal(secret, "former");
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, is_read, rows);
    TEST_LIST_ADD(&list, without_a_path_there_is_none);
    TEST_LIST_ADD(&list, what_is_not_there_is_refused);
    return test_list_run(&list);
}
