/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words to the socket of sd_notify(3), and to nobody. */

#include "server/service.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "tests/test.h"

/* Somebody who listens; path begins with NUL: without a file. */
static int listen_at(const char *path, size_t length)
{
    struct sockaddr_un address = { .sun_family = AF_UNIX };
    int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK, 0);

    memcpy(address.sun_path, path, length);
    assert_true(fd >= 0);
    assert_int_equal(
        bind(fd, (struct sockaddr *)&address,
             (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length)),
        0);
    return fd;
}

static void assert_heard(int fd, const char *words)
{
    char heard[64] = "";
    ssize_t got = recv(fd, heard, sizeof(heard) - 1, 0);

    assert_true(got > 0);
    assert_string_equal(heard, words);
}

static void a_socket_with_a_file_hears_all_in_order(void **state)
{
    char path[64];
    (void)state;

    snprintf(path, sizeof(path), "/tmp/cclite-service-%d", (int)getpid());
    unlink(path);
    int ear = listen_at(path, strlen(path));

    assert_int_equal(setenv("NOTIFY_SOCKET", path, 1), 0);
    int fd = service_open();

    unlink(path); /* it was found, and stays so */
    assert_true(fd >= 0);
    service_tell(fd, "READY=1");
    service_tell(fd, "WATCHDOG=1");
    assert_heard(ear, "READY=1");
    assert_heard(ear, "WATCHDOG=1");
    close(fd);
    close(ear);
}

static void a_socket_without_a_file_hears_it_too(void **state)
{
    char name[64];
    (void)state;

    int length =
        snprintf(name, sizeof(name), "@cclite-service-%d", (int)getpid());

    assert_int_equal(setenv("NOTIFY_SOCKET", name, 1), 0);
    name[0] = '\0';
    int ear = listen_at(name, (size_t)length);
    int fd = service_open();

    assert_true(fd >= 0);
    service_tell(fd, "STOPPING=1");
    assert_heard(ear, "STOPPING=1");
    close(fd);
    close(ear);
}

static void where_nobody_listens_nothing_is_said(void **state)
{
    char longest[200];
    (void)state;

    memset(longest, 'a', sizeof(longest));
    longest[0] = '/';
    longest[sizeof(longest) - 1] = '\0';
    const char *const names[] = { "", "@", "/nonexistent/socket", longest };

    for (size_t i = 0; i < ARRAY_LEN(names); i++) {
        assert_int_equal(setenv("NOTIFY_SOCKET", names[i], 1), 0);
        assert_int_equal(service_open(), -1);
    }
    assert_int_equal(unsetenv("NOTIFY_SOCKET"), 0);
    assert_int_equal(service_open(), -1);
    service_tell(-1, "READY=1");
}

static void a_listener_that_reads_nothing_holds_nobody_up(void **state)
{
    char name[64];
    (void)state;

    int length = snprintf(name, sizeof(name), "@cclite-deaf-%d", (int)getpid());

    assert_int_equal(setenv("NOTIFY_SOCKET", name, 1), 0);
    name[0] = '\0';
    int ear = listen_at(name, (size_t)length);
    int fd = service_open();

    for (int i = 0; i < 10000; i++)
        service_tell(fd, "WATCHDOG=1");
    close(ear);
    service_tell(fd, "WATCHDOG=1");
    close(fd);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, a_socket_with_a_file_hears_all_in_order);
    TEST_LIST_ADD(&list, a_socket_without_a_file_hears_it_too);
    TEST_LIST_ADD(&list, where_nobody_listens_nothing_is_said);
    TEST_LIST_ADD(&list, a_listener_that_reads_nothing_holds_nobody_up);
    return test_list_run(&list);
}
