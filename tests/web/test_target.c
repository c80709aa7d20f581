/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Targets and chunked bodies. */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"
#include "web/chunks.h"
#include "web/target.h"

struct target_row {
    const char *says;
    const char *text;
    enum problem problem;
    const char *path;
    const char *name; /* a parameter, or NULL */
    const char *value;
};

static const struct target_row target_rows[] = {
    { "a path is read", "/api/users", PROBLEM_NONE, "/api/users", NULL, NULL },
    { "a path is decoded", "/a%20b", PROBLEM_NONE, "/a b", NULL, NULL },
    { "a plus is a plus in a path", "/a+b", PROBLEM_NONE, "/a+b", NULL, NULL },
    { "a plus is a blank in a query", "/a?b=c+d", PROBLEM_NONE, "/a", "b",
      "c d" },
    { "an encoded and is no end", "/a?b=c%26d=e", PROBLEM_NONE, "/a", "b",
      "c&d=e" },
    { "a parameter needs no value", "/a?b", PROBLEM_NONE, "/a", "b", "" },
    { "dots are names like others", "/a/../b/./c", PROBLEM_NONE, "/a/../b/./c",
      NULL, NULL },
    { "two slashes stay two", "//a", PROBLEM_NONE, "//a", NULL, NULL },
    { "nothing has a slash in its name", "/a%2fb", PROBLEM_NOT_FOUND, NULL,
      NULL, NULL },
    { "nothing has a NUL in its name", "/a%00", PROBLEM_NOT_FOUND, NULL, NULL,
      NULL },
    { "an encoding after a slash is looked at", "/a%2f%zz", PROBLEM_BAD_REQUEST,
      NULL, NULL, NULL },
    { "an encoded line feed is refused", "/a?b=%0a", PROBLEM_BAD_PARAMETER,
      NULL, NULL, NULL },
    { "a bare escape is refused", "/a?b=\x1b", PROBLEM_BAD_PARAMETER, NULL,
      NULL, NULL },
    { "nothing has a tab in its name", "/a\tb", PROBLEM_NOT_FOUND, NULL, NULL,
      NULL },
    { "half an encoding is refused", "/a%2", PROBLEM_BAD_REQUEST, NULL, NULL,
      NULL },
    { "no encoding is refused", "/a%zz", PROBLEM_BAD_REQUEST, NULL, NULL,
      NULL },
    { "nothing has a name that is no UTF-8", "/a%ff", PROBLEM_NOT_FOUND, NULL,
      NULL, NULL },
    { "a parameter given twice is refused", "/a?b=1&b=2", PROBLEM_BAD_PARAMETER,
      NULL, NULL, NULL },
    { "nine parameters are refused", "/a?1&2&3&4&5&6&7&8&9",
      PROBLEM_BAD_PARAMETER, NULL, NULL, NULL },
    { "a fragment is refused", "/a#b", PROBLEM_BAD_REQUEST, NULL, NULL, NULL },
};

static void reads_target(void **state)
{
    const struct target_row *row = *state;
    struct target target;

    assert_int_equal(target_parse(row->text, &target), row->problem);
    if (row->path)
        assert_string_equal(target.path, row->path);
    if (row->name)
        assert_string_equal(target_parameter(&target, row->name), row->value);
}

static const struct wrong_row {
    const char *says;
    const char *text;
    const char *wrong;
} wrong_rows[] = {
    { "a value that cannot stand is told by its parameter", "/a?b=1&c=%0a",
      "c" },
    { "so is one that is given twice", "/a?b=1&c=2&b=3", "b" },
    { "and the ninth of eight", "/a?1&2&3&4&5&6&7&8&9", "9" },
    { "where its name cannot be read, it is the query", "/a?b=1&%zz=2",
      "query" },
    { "so it is where there is none", "/a?=2", "query" },
};

static void names_the_wrong_parameter(void **state)
{
    const struct wrong_row *row = *state;
    struct target target;

    assert_int_equal(target_parse(row->text, &target), PROBLEM_BAD_PARAMETER);
    assert_string_equal(target.wrong, row->wrong);
}

static void refuses_a_long_target(void **state)
{
    char text[TARGET_MAX_LENGTH + 2];
    struct target target;

    (void)state;
    memset(text, 'a', sizeof(text));
    text[0] = '/';
    text[TARGET_MAX_LENGTH + 1] = '\0';
    assert_int_equal(target_parse(text, &target), PROBLEM_HEADERS_TOO_LARGE);
    text[TARGET_MAX_LENGTH] = '\0';
    assert_int_equal(target_parse(text, &target), PROBLEM_NONE);
}

struct chunks_row {
    const char *says;
    const char *text;
    int rc;
    const char *data; /* NULL: not complete */
};

static const struct chunks_row chunks_rows[] = {
    { "two chunks are one body", "3\r\nabc\r\nA\r\n0123456789\r\n0\r\n\r\n", 0,
      "abc0123456789" },
    { "an empty body is one chunk", "0\r\n\r\n", 0, "" },
    { "leading zeros are sizes", "0003\r\nabc\r\n000\r\n\r\n", 0, "abc" },
    { "what follows is not the body's", "1\r\na\r\n0\r\n\r\nGET /", 0, "a" },
    { "half a body is not complete", "3\r\nab", 0, NULL },
    { "a body without its end is not complete", "1\r\na\r\n0\r\n", 0, NULL },
    { "an extension is refused", "3;a=b\r\nabc\r\n0\r\n\r\n", -EBADMSG, NULL },
    { "a trailer is refused", "0\r\nA: b\r\n\r\n", -EBADMSG, NULL },
    { "LF alone is refused", "3\nabc\r\n0\r\n\r\n", -EBADMSG, NULL },
    { "more data than said is refused", "3\r\nabcd\r\n0\r\n\r\n", -EBADMSG,
      NULL },
    { "no size is refused", "\r\nabc", -EBADMSG, NULL },
    { "a sign is refused", "-3\r\nabc\r\n", -EBADMSG, NULL },
    { "0x is refused", "0x3\r\nabc\r\n", -EBADMSG, NULL },
    { "nine digits are refused", "000000003\r\nabc\r\n0\r\n\r\n", -EBADMSG,
      NULL },
};

/* In pieces of every size, in place: the answer must not depend on them. */
static void reads_chunks(void **state)
{
    const struct chunks_row *row = *state;
    size_t length = strlen(row->text);

    for (size_t piece = 1; piece <= length; piece++) {
        struct chunks chunks = { .left = 0 };
        char data[64] = "";
        size_t written = 0;
        int rc = 0;

        for (size_t at = 0; rc == 0 && at < length; at += piece) {
            char part[64];
            size_t size = length - at < piece ? length - at : piece;
            size_t used = 0;
            size_t more = 0;

            memcpy(part, row->text + at, size);
            rc = chunks_read(&chunks, part, size, &used, part, &more);
            if (rc == 0) {
                memcpy(data + written, part, more);
                written += more;
            }
            if (chunks_are_done(&chunks))
                break;
        }
        assert_int_equal(rc, row->rc);
        assert_int_equal(chunks_are_done(&chunks), row->data != NULL);
        if (row->data)
            assert_string_equal(data, row->data);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, reads_target, target_rows);
    TEST_LIST_ADD_ROWS(&list, names_the_wrong_parameter, wrong_rows);
    TEST_LIST_ADD(&list, refuses_a_long_target);
    TEST_LIST_ADD_ROWS(&list, reads_chunks, chunks_rows);
    return test_list_run(&list);
}
