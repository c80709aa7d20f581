/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which addresses are taken, what a path becomes, what a problem says. */

#include "client/endpoint.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "client/client.h"
#include "client/client_problem.h"
#include "client/token.h"
#include "tests/test.h"

static const struct address_row {
    const char *says;
    const char *text;
    int rc;
    const char *url;
} address_rows[] = {
    { "a host", "https://cc.example", 0, "https://cc.example" },
    { "a host and a port", "https://cc.example:8443", 0,
      "https://cc.example:8443" },
    { "a slash at the end is left out", "https://cc.example/", 0,
      "https://cc.example" },
    { "an IPv6 address", "https://[2001:db8::1]:8443", 0,
      "https://[2001:db8::1]:8443" },
    { "this machine without TLS", "http://127.0.0.1:8080", 0,
      "http://127.0.0.1:8080" },
    { "this machine by name", "http://localhost", 0, "http://localhost" },
    { "this machine by IPv6", "http://[::1]:80", 0, "http://[::1]:80" },
    { "another machine without TLS", "http://cc.example", -EPROTO, NULL },
    { "a name that only begins like this machine", "http://localhost.evil",
      -EPROTO, NULL },
    { "another address of this machine", "http://127.1.2.3:80", 0,
      "http://127.1.2.3:80" },
    { "a name that begins like an address", "http://127.0.0.1.evil", -EPROTO,
      NULL },
    { "a number that is short for this machine", "http://127.1", -EPROTO,
      NULL },
    { "no scheme", "cc.example", -EINVAL, NULL },
    { "another scheme", "ftp://cc.example", -EINVAL, NULL },
    { "no host", "https://", -EINVAL, NULL },
    { "a path", "https://cc.example/api", -EINVAL, NULL },
    { "a user", "https://root@cc.example", -EINVAL, NULL },
    { "a password", "https://a:b@cc.example", -EINVAL, NULL },
    { "a query", "https://cc.example?x", -EINVAL, NULL },
    { "a space", "https://cc example", -EINVAL, NULL },
    { "a line feed", "https://cc.example\nX: 1", -EINVAL, NULL },
    { "a port that is none", "https://cc.example:x", -EINVAL, NULL },
    { "a port that is too large", "https://cc.example:65536", -EINVAL, NULL },
    { "an empty port", "https://cc.example:", -EINVAL, NULL },
    { "a bracket that stays open", "https://[::1", -EINVAL, NULL },
    { "nothing in brackets", "https://[]", -EINVAL, NULL },
};

static void reads_an_address(void **state)
{
    const struct address_row *row = *state;
    struct endpoint endpoint = { .socket = "untouched" };

    assert_int_equal(endpoint_address(row->text, &endpoint), row->rc);
    assert_string_equal(row->rc ? endpoint.socket : endpoint.url,
                        row->rc ? "untouched" : row->url);
}

static void chooses_a_socket(void **state)
{
    (void)state;
    struct endpoint endpoint;
    char directory[] = "/tmp/cclite-test.XXXXXX", path[64];

    assert_non_null(mkdtemp(directory));
    assert_int_equal(setenv("XDG_RUNTIME_DIR", directory, 1), 0);
    assert_int_equal(unsetenv("CCLITE_SOCKET"), 0);
    assert_int_equal(endpoint_socket(NULL, &endpoint), 0);
    assert_string_equal(endpoint.socket, "/run/cclite/cclited.sock");

    snprintf(path, sizeof(path), "%s/cclite", directory);
    assert_int_equal(mkdir(path, 0700), 0);
    snprintf(path, sizeof(path), "%s/cclite/cclited.sock", directory);
    assert_int_equal(symlink("/dev/null", path), 0);
    assert_int_equal(endpoint_socket(NULL, &endpoint), 0);
    assert_string_equal(endpoint.socket, path);

    assert_int_equal(setenv("CCLITE_SOCKET", "/other.sock", 1), 0);
    assert_int_equal(endpoint_socket(NULL, &endpoint), 0);
    assert_string_equal(endpoint.socket, "/other.sock");
    assert_int_equal(endpoint_socket("/given.sock", &endpoint), 0);
    assert_string_equal(endpoint.socket, "/given.sock");

    unlink(path);
    *strrchr(path, '/') = '\0';
    rmdir(path);
    rmdir(directory);
}

static const struct part_row {
    const char *says;
    const char *part;
    const char *path;
} part_rows[] = {
    { "letters, digits and - . _ ~ stay", "aZ0-._~", "/aZ0-._~" },
    { "a slash leads nowhere", "../x", "/..%2Fx" },
    { "a question mark begins no query", "a?b=c&d", "/a%3Fb%3Dc%26d" },
    { "a percent sign is one", "%2F", "/%252F" },
    { "bytes above 127 are escaped", "\u010d", "/%C4%8D" },
    { "what does not fit is refused", "0123456789012345678901234567", "/" },
};

static void escapes_a_part(void **state)
{
    const struct part_row *row = *state;
    char path[24] = "/";
    int rc = client_path_add(path, sizeof(path), row->part);

    assert_int_equal(rc, strlen(row->part) > 22 ? -ENAMETOOLONG : 0);
    assert_string_equal(path, row->path);
}

static const struct problem_row {
    const char *says;
    const char *type;
    const char *body;
    const char *code, *field, *detail, *fix;
} problem_rows[] = {
    { "all that a problem says is read", "application/problem+json",
      "{\"code\":\"a\",\"field\":\"b\",\"title\":\"t\",\"detail\":\"c\","
      "\"fix\":\"d\"}",
      "a", "b", "c", "d" },
    { "without a detail the title is one", "application/problem+json",
      "{\"title\":\"t\"}", "", "", "t", "" },
    { "other types of values are left out", "application/problem+json",
      "{\"code\":1,\"field\":{},\"detail\":null}", "", "", "", "" },
    { "a page of HTML says nothing", "text/html", "<html>", "", "", "", "" },
    { "broken JSON says nothing", "application/problem+json", "{\"code\":", "",
      "", "", "" },
};

static void reads_a_problem(void **state)
{
    const struct problem_row *row = *state;
    struct client_reply reply = { .status = 409,
                                  .body = (char *)(uintptr_t)row->body,
                                  .length = strlen(row->body) };
    struct client_problem problem;

    snprintf(reply.type, sizeof(reply.type), "%s", row->type);
    client_problem_read(&reply, &problem);
    assert_int_equal(problem.status, 409);
    assert_string_equal(problem.code, row->code);
    assert_string_equal(problem.field, row->field);
    assert_string_equal(problem.detail, row->detail);
    assert_string_equal(problem.fix, row->fix);
}

static void keeps_a_token_for_its_owner_alone(void **state)
{
    (void)state;
    char directory[] = "/tmp/cclite-test.XXXXXX", path[64];
    char token[TOKEN_SIZE] = "";
    struct stat facts;

    assert_non_null(mkdtemp(directory));
    snprintf(path, sizeof(path), "%s/a/b", directory);
    assert_int_equal(token_read(path, token), -ENOENT);
    assert_int_equal(token_write(path, "two words"), -EINVAL);
    assert_int_equal(token_write(path, ""), -EINVAL);
    assert_int_equal(token_write(path, "abc.DEF-1_~+/="), 0);
    assert_int_equal(stat(path, &facts), 0);
    assert_int_equal(facts.st_mode & 0777, 0600);
    assert_int_equal(token_read(path, token), 0);
    assert_string_equal(token, "abc.DEF-1_~+/=");
    assert_int_equal(chmod(path, 0604), 0);
    assert_int_equal(token_read(path, token), -EPERM);
    assert_int_equal(token_remove(path), 0);
    assert_int_equal(token_remove(path), 0);

    *strrchr(path, '/') = '\0';
    assert_int_equal(token_read(path, token), -EBADMSG);
    rmdir(path);
    rmdir(directory);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, reads_an_address, address_rows);
    TEST_LIST_ADD(&list, chooses_a_socket);
    TEST_LIST_ADD_ROWS(&list, escapes_a_part, part_rows);
    TEST_LIST_ADD_ROWS(&list, reads_a_problem, problem_rows);
    TEST_LIST_ADD(&list, keeps_a_token_for_its_owner_alone);
    return test_list_run(&list);
}
