/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The kernel is asked for our address now and then, not for each message. */

#include "sip/source.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "sip/address.h"
#include "tests/test.h"

static int asked;
static const char *answer; /* NULL: it has none */

int __wrap_connect(int fd, const struct sockaddr *address, socklen_t length);

/* No matter which ways this machine has. */
int __wrap_connect(int fd, const struct sockaddr *address, socklen_t length)
{
    (void)fd;
    (void)address;
    (void)length;
    return 0;
}

int __wrap_getsockname(int fd, struct sockaddr *address, socklen_t *length);

int __wrap_getsockname(int fd, struct sockaddr *address, socklen_t *length)
{
    struct sa sa;

    (void)fd;
    asked++;
    if (!answer)
        return -1;
    assert_int_equal(sa_set_str(&sa, answer, 9), 0);
    assert_true(*length >= sa.len);
    *(struct sockaddr_in *)(void *)address = sa.u.in;
    *length = sa.len;
    return 0;
}

static struct signal_sources *setup(void)
{
    struct signal_sources *sources = NULL;

    asked = 0;
    answer = "192.0.2.1";
    assert_int_equal(signal_sources_new(&sources), 0);
    return sources;
}

static void told(struct signal_sources *sources, const char *peer,
                 int64_t now_us, const char *ours)
{
    struct sa from, expected, found;

    assert_int_equal(sa_set_str(&from, peer, 5060), 0);
    assert_int_equal(sa_set_str(&expected, ours, 0), 0);
    assert_int_equal(signal_source_find(sources, &from, now_us, &found), 0);
    assert_true(sa_cmp(&found, &expected, SA_ADDR));
}

static void an_answer_is_kept_for_a_while(void **state)
{
    (void)state;
    struct signal_sources *sources = setup();

    told(sources, "127.0.0.1", 1, "192.0.2.1");
    answer = "192.0.2.2";
    told(sources, "127.0.0.1", SIGNAL_SOURCE_FRESH_US, "192.0.2.1");
    assert_int_equal(asked, 1);
    told(sources, "127.0.0.1", SIGNAL_SOURCE_FRESH_US + 1, "192.0.2.2");
    assert_int_equal(asked, 2);
    signal_sources_free(sources);
}

/* More peers than places: whoever shares one gets its own answer. */
static void peers_are_not_mixed_up(void **state)
{
    (void)state;
    enum { PEERS = 2 * SIGNAL_SOURCES };
    struct signal_sources *sources = setup();
    char peer[PEERS][16], ours[PEERS][16];

    for (int i = 0; i < PEERS; i++) {
        re_snprintf(peer[i], sizeof(peer[i]), "198.18.%d.%d", i / 256, i % 256);
        re_snprintf(ours[i], sizeof(ours[i]), "10.0.%d.%d", i / 256, i % 256);
    }
    for (int round = 0; round < 2; round++)
        for (int i = 1; i < PEERS; i++) {
            answer = ours[i];
            told(sources, peer[i], 1, ours[i]);
        }
    signal_sources_free(sources);
}

static void a_failure_is_not_kept(void **state)
{
    (void)state;
    struct signal_sources *sources = setup();
    struct sa peer, found;

    assert_int_equal(sa_set_str(&peer, "127.0.0.1", 5060), 0);
    told(sources, "127.0.0.1", 1, "192.0.2.1");
    answer = NULL;
    assert_int_equal(
        signal_source_find(sources, &peer, SIGNAL_SOURCE_FRESH_US + 1, &found),
        -EAFNOSUPPORT);
    answer = "192.0.2.2";
    told(sources, "127.0.0.1", 2, "192.0.2.2");
    signal_sources_free(sources);
}

static void a_link_is_asked_for_each_time(void **state)
{
    (void)state;
    struct signal_sources *sources = setup();

    told(sources, "169.254.1.1", 1, "192.0.2.1");
    told(sources, "169.254.1.1", 1, "192.0.2.1");
    assert_int_equal(asked, 2);
    signal_sources_free(sources);
}

/* Addresses are stored, and compared byte by byte. */
static void what_stands_behind_an_address_is_none_of_it(void **state)
{
    (void)state;
    struct sa first, second;
    struct sockaddr_storage from_first, from_second;

    assert_int_equal(sa_set_str(&first, "192.0.2.1", 5060), 0);
    second = first;
    memset(first.u.in.sin_zero, 0, sizeof(first.u.in.sin_zero));
    memset(second.u.in.sin_zero, 1, sizeof(second.u.in.sin_zero));
    signal_address_from_sa(&first, &from_first);
    signal_address_from_sa(&second, &from_second);
    assert_memory_equal(&from_first, &from_second, sizeof(from_first));
    assert_int_equal(signal_address_to_sa(&from_second, &second), 0);
    assert_true(sa_cmp(&first, &second, SA_ALL));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, an_answer_is_kept_for_a_while);
    TEST_LIST_ADD(&list, peers_are_not_mixed_up);
    TEST_LIST_ADD(&list, a_failure_is_not_kept);
    TEST_LIST_ADD(&list, a_link_is_asked_for_each_time);
    TEST_LIST_ADD(&list, what_stands_behind_an_address_is_none_of_it);
    return test_list_run(&list);
}
