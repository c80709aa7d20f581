/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Heads as RFC 9112 has them, and those that two readers read differently. */

#include <stdio.h>
#include <string.h>

#include "tests/test.h"
#include "web/message_head.h"

struct head_row {
    const char *says;
    const char *text; /* "" stands for a NUL byte's place: see nul_at */
    enum problem problem;
    int64_t content_length;
    bool is_chunked;
    bool is_last;
    bool wants_continue;
};

#define HOST "Host: a\r\n"

static const struct head_row rows[] = {
    { "the shortest request is read", "GET / HTTP/1.1\r\n" HOST "\r\n",
      PROBLEM_NONE, 0, false, false, false },
    { "a length is read",
      "POST / HTTP/1.1\r\n" HOST "Content-Length: 12\r\n\r\n", PROBLEM_NONE, 12,
      false, false, false },
    { "names have no case and values no blanks around them",
      "POST / HTTP/1.1\r\n" HOST "cOnTeNt-LeNgTh: \t 12 \t\r\n\r\n",
      PROBLEM_NONE, 12, false, false, false },
    { "a chunked body is announced",
      "POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: Chunked\r\n\r\n",
      PROBLEM_NONE, 0, true, false, false },
    { "a client may want to close",
      "GET / HTTP/1.1\r\n" HOST "Connection: x, Close\r\n\r\n", PROBLEM_NONE, 0,
      false, true, false },
    { "HTTP/1.0 needs no Host and closes", "GET / HTTP/1.0\r\n\r\n",
      PROBLEM_NONE, 0, false, true, false },
    { "a client may wait for 100",
      "POST / HTTP/1.1\r\n" HOST "Content-Length: 1\r\n"
      "Expect: 100-continue\r\n\r\n",
      PROBLEM_NONE, 1, false, false, true },
    { "the long form of a target is read",
      "GET http://a/b HTTP/1.1\r\n" HOST "\r\n", PROBLEM_NONE, 0, false, false,
      false },

    { "length and chunks together are refused",
      "POST / HTTP/1.1\r\n" HOST
      "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "two lengths are refused",
      "POST / HTTP/1.1\r\n" HOST
      "Content-Length: 5\r\nContent-Length: 6\r\n\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "two equal lengths are refused",
      "POST / HTTP/1.1\r\n" HOST
      "Content-Length: 5\r\nContent-Length: 5\r\n\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "a list of lengths is refused",
      "POST / HTTP/1.1\r\n" HOST "Content-Length: 5, 5\r\n\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "a length with a sign is refused",
      "POST / HTTP/1.1\r\n" HOST "Content-Length: +5\r\n\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "an empty length is refused",
      "POST / HTTP/1.1\r\n" HOST "Content-Length:\r\n\r\n", PROBLEM_BAD_REQUEST,
      0, false, false, false },
    { "a length beyond all numbers is too large",
      "POST / HTTP/1.1\r\n" HOST
      "Content-Length: 99999999999999999999999\r\n\r\n",
      PROBLEM_TOO_LARGE, 0, false, false, false },
    { "another coding is refused",
      "POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: xchunked\r\n\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "a coding before chunked is refused",
      "POST / HTTP/1.1\r\n" HOST "Transfer-Encoding: gzip, chunked\r\n\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "chunks with HTTP/1.0 are refused",
      "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "a space before the colon is refused",
      "POST / HTTP/1.1\r\n" HOST "Transfer-Encoding : chunked\r\n\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "a control character in a name is refused",
      "POST / HTTP/1.1\r\n" HOST "Content\001-Length: 5\r\n\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "a folded line is refused",
      "GET / HTTP/1.1\r\n" HOST "A: b\r\n c\r\n\r\n", PROBLEM_BAD_REQUEST, 0,
      false, false, false },
    { "a lone CR is refused", "GET / HTTP/1.1\r\n" HOST "A: b\rc\r\n\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "a line without LF's CR is refused", "GET / HTTP/1.1\n" HOST "\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "no Host is refused", "GET / HTTP/1.1\r\n\r\n", PROBLEM_BAD_REQUEST, 0,
      false, false, false },
    { "two Hosts are refused", "GET / HTTP/1.1\r\n" HOST HOST "\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "two tokens are refused",
      "GET / HTTP/1.1\r\n" HOST
      "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "HTTP/2 is refused", "GET / HTTP/2.0\r\n" HOST "\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "a target that is no path is refused", "GET a HTTP/1.1\r\n" HOST "\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "two spaces are refused", "GET  / HTTP/1.1\r\n" HOST "\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "no version is refused", "GET /\r\n" HOST "\r\n", PROBLEM_BAD_REQUEST, 0,
      false, false, false },
    { "a method that is no token is refused", "G(T / HTTP/1.1\r\n" HOST "\r\n",
      PROBLEM_BAD_REQUEST, 0, false, false, false },
    { "another expectation is refused",
      "POST / HTTP/1.1\r\n" HOST "Expect: money\r\n\r\n", PROBLEM_BAD_REQUEST,
      0, false, false, false },
};

static void reads_head(void **state)
{
    const struct head_row *row = *state;
    struct message_head head;
    char text[1024];
    size_t length;
    enum problem problem;

    (void)snprintf(text, sizeof(text), "%s", row->text);
    problem = message_head_find(text, strlen(text), 0, &length);
    if (!problem) {
        assert_int_equal(length, strlen(text));
        problem = message_head_parse(text, length, &head);
    }
    assert_int_equal(problem, row->problem);
    if (problem)
        return;
    assert_int_equal(head.content_length, row->content_length);
    assert_int_equal(head.is_chunked, row->is_chunked);
    assert_int_equal(head.is_last, row->is_last);
    assert_int_equal(head.wants_continue, row->wants_continue);
}

static void waits_for_the_rest(void **state)
{
    static const char text[] = "GET / HTTP/1.1\r\n" HOST "\r\n";

    (void)state;
    for (size_t given = 0; given < sizeof(text) - 1; given++) {
        size_t length = 1;
        assert_int_equal(message_head_find(text, given, 0, &length),
                         PROBLEM_NONE);
        assert_int_equal(length, 0);
    }
}

static void refuses_a_nul(void **state)
{
    static const char text[] = "GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n";
    size_t length;

    (void)state;
    assert_int_equal(message_head_find(text, sizeof(text) - 1, 0, &length),
                     PROBLEM_BAD_REQUEST);
}

static void refuses_a_long_head(void **state)
{
    static char text[MESSAGE_HEAD_MAX_LENGTH + 10];
    size_t length;

    (void)state;
    memset(text, 'a', sizeof(text));
    assert_int_equal(
        message_head_find(text, MESSAGE_HEAD_MAX_LENGTH - 1, 0, &length),
        PROBLEM_NONE);
    assert_int_equal(
        message_head_find(text, MESSAGE_HEAD_MAX_LENGTH, 0, &length),
        PROBLEM_HEADERS_TOO_LARGE);
}

static void refuses_many_fields(void **state)
{
    char text[2048] = "GET / HTTP/1.1\r\n" HOST;
    struct message_head head;
    size_t length = strlen(text);

    (void)state;
    for (int i = 0; i < MESSAGE_HEAD_MAX_FIELDS; i++)
        length +=
            (size_t)snprintf(text + length, sizeof(text) - length, "a: b\r\n");
    length += (size_t)snprintf(text + length, sizeof(text) - length, "\r\n");
    assert_int_equal(message_head_parse(text, length, &head),
                     PROBLEM_HEADERS_TOO_LARGE);
}

static void finds_fields(void **state)
{
    char text[] = "GET /x?y=1 HTTP/1.1\r\n" HOST "If-Match: \"7\"\r\n\r\n";
    struct message_head head;

    (void)state;
    assert_int_equal(message_head_parse(text, sizeof(text) - 1, &head),
                     PROBLEM_NONE);
    assert_string_equal(head.method, "GET");
    assert_string_equal(head.target, "/x?y=1");
    assert_string_equal(message_head_field(&head, "if-match"), "\"7\"");
    assert_null(message_head_field(&head, "cookie"));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, reads_head, rows);
    TEST_LIST_ADD(&list, waits_for_the_rest);
    TEST_LIST_ADD(&list, refuses_a_nul);
    TEST_LIST_ADD(&list, refuses_a_long_head);
    TEST_LIST_ADD(&list, refuses_many_fields);
    TEST_LIST_ADD(&list, finds_fields);
    return test_list_run(&list);
}
