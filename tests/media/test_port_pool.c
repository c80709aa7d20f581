/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs of ports: even, at random, none twice, none too soon. */

#include "media/port_pool.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

enum {
    FIRST = 20000, /* below the range the kernel draws clients' ports from */
};

static struct sockaddr_storage loopback(uint16_t port)
{
    struct sockaddr_storage storage = { 0 };
    struct sockaddr_in at = { .sin_family = AF_INET,
                              .sin_port = htons(port),
                              .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };

    memcpy(&storage, &at, sizeof(at));
    return storage;
}

static struct port_pool *pool_of(uint16_t min, uint16_t max,
                                 uint32_t quarantine_ms)
{
    struct port_pool *pool = NULL;

    assert_int_equal(port_pool_new(min, max, quarantine_ms, &pool), 0);
    return pool;
}

static void give_back(struct port_pool *pool, const struct port_pair *pair,
                      int64_t now_ms)
{
    close(pair->rtp_fd);
    close(pair->rtcp_fd);
    port_pool_give(pool, pair->port, now_ms);
}

static uint16_t bound_port(int fd)
{
    struct sockaddr_in at;
    socklen_t length = sizeof(at);

    assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &length), 0);
    return ntohs(at.sin_port);
}

static const struct range_row {
    const char *says;
    uint16_t min, max;
    int rc;
} range_rows[] = {
    { "a single pair is a range", 40000, 40001, 0 },
    { "the whole range is one", 2, 65535, 0 },
    { "odd ends are left out", 39999, 40002, 0 },
    { "one port is no range", 40000, 40000, -EINVAL },
    { "an odd port and the next are no pair", 40001, 40002, -EINVAL },
    { "a range upside down is none", 40002, 40000, -EINVAL },
    { "port 0 is in no range", 0, 40000, -EINVAL },
    { "65535 begins no range", 65535, 65535, -EINVAL },
};

static void is_a_range(void **state)
{
    const struct range_row *row = *state;
    struct port_pool *pool = NULL;

    assert_int_equal(port_pool_new(row->min, row->max, 0, &pool), row->rc);
    assert_int_equal(pool != NULL, row->rc == 0);
    assert_null(port_pool_free(pool));
}

static void pairs_are_even_and_in_the_range(void **state)
{
    (void)state;
    struct port_pool *pool = pool_of(FIRST, FIRST + 999, 0);
    struct sockaddr_storage bind = loopback(9);

    for (int i = 0; i < 100; i++) {
        struct port_pair pair;

        assert_int_equal(port_pool_take(pool, &bind, 0, &pair), 0);
        assert_int_equal(pair.port % 2, 0);
        assert_in_range(pair.port, FIRST, FIRST + 998);
        assert_int_equal(bound_port(pair.rtp_fd), pair.port);
        assert_int_equal(bound_port(pair.rtcp_fd), pair.port + 1);
        give_back(pool, &pair, 0);
    }
    port_pool_free(pool);
}

/* With 500 pairs, 100 draws in order or evenly apart happen never. */
static void pairs_are_drawn_at_random(void **state)
{
    (void)state;
    struct port_pool *pool = pool_of(FIRST, FIRST + 999, 0);
    struct sockaddr_storage bind = loopback(0);
    int upwards = 0, neighbours = 0;
    uint16_t last = 0;

    for (int i = 0; i < 100; i++) {
        struct port_pair pair;

        assert_int_equal(port_pool_take(pool, &bind, 0, &pair), 0);
        upwards += pair.port > last;
        neighbours += abs(pair.port - last) <= 2;
        last = pair.port;
        give_back(pool, &pair, 0);
    }
    /* Binomial: 99 draws, about half up; 1e-9 lies outside 18 to 81. */
    assert_in_range(upwards, 18, 82);
    assert_true(neighbours < 15);
    port_pool_free(pool);
}

static void no_pair_is_given_twice(void **state)
{
    (void)state;
    struct port_pool *pool = pool_of(FIRST, FIRST + 99, 0);
    struct sockaddr_storage bind = loopback(0);
    struct port_pair pairs[50];
    bool seen[100] = { false };
    int count = 0;

    /* Other programs may hold some of them. */
    while (count < 50 && port_pool_take(pool, &bind, 0, &pairs[count]) == 0) {
        assert_false(seen[pairs[count].port - FIRST]);
        seen[pairs[count].port - FIRST] = true;
        count++;
    }
    assert_true(count > 25);

    struct port_pair none;

    assert_int_equal(port_pool_take(pool, &bind, 0, &none), -EADDRINUSE);
    while (count > 0)
        give_back(pool, &pairs[--count], 0);
    port_pool_free(pool);
}

/* The only pair of a pool, wherever there is one. */
static struct port_pool *single_pair(uint32_t quarantine_ms,
                                     struct port_pair *ret_pair)
{
    struct sockaddr_storage bind = loopback(0);

    for (uint16_t port = FIRST; port < FIRST + 1000; port += 2) {
        struct port_pool *pool =
            pool_of(port, (uint16_t)(port + 1), quarantine_ms);

        if (port_pool_take(pool, &bind, 1000, ret_pair) == 0)
            return pool;
        port_pool_free(pool);
    }
    fail();
    return NULL;
}

static void a_pair_rests_before_its_reuse(void **state)
{
    (void)state;
    struct port_pair pair;
    struct port_pool *pool = single_pair(500, &pair);
    struct sockaddr_storage bind = loopback(0);

    give_back(pool, &pair, 2000);
    assert_int_equal(port_pool_take(pool, &bind, 2499, &pair), -EADDRINUSE);
    assert_int_equal(port_pool_take(pool, &bind, 2500, &pair), 0);
    give_back(pool, &pair, 3000);
    port_pool_free(pool);
}

static void ports_of_others_are_passed_over(void **state)
{
    (void)state;
    struct port_pair pair;
    struct port_pool *pool = single_pair(0, &pair);
    struct sockaddr_storage bind = loopback(0);
    struct port_pair none;
    struct port_pool *rival = pool_of(pair.port, (uint16_t)(pair.port + 1), 0);

    assert_int_equal(port_pool_take(rival, &bind, 0, &none), -EADDRINUSE);
    /* The odd one alone is enough to spoil a pair. */
    close(pair.rtp_fd);
    assert_int_equal(port_pool_take(rival, &bind, 0, &none), -EADDRINUSE);
    close(pair.rtcp_fd);
    port_pool_free(rival);
    port_pool_free(pool);
}

static void an_address_of_others_is_an_error(void **state)
{
    (void)state;
    struct port_pool *pool = pool_of(FIRST, FIRST + 999, 0);
    struct sockaddr_storage bind = loopback(0);
    struct port_pair pair;

    ((struct sockaddr_in *)(void *)&bind)->sin_addr.s_addr =
        htonl(0xc0000201); /* 192.0.2.1, for documents only */
    assert_int_equal(port_pool_take(pool, &bind, 0, &pair), -EADDRNOTAVAIL);
    port_pool_free(pool);
}

static void allocation_may_fail(void **state)
{
    (void)state;
    struct port_pool *pool = NULL;

    fail_alloc_after(0);
    int rc = port_pool_new(40000, 40001, 0, &pool);
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_int_equal(rc, -ENOMEM);
    assert_null(pool);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_a_range, range_rows);
    TEST_LIST_ADD(&list, pairs_are_even_and_in_the_range);
    TEST_LIST_ADD(&list, pairs_are_drawn_at_random);
    TEST_LIST_ADD(&list, no_pair_is_given_twice);
    TEST_LIST_ADD(&list, a_pair_rests_before_its_reuse);
    TEST_LIST_ADD(&list, ports_of_others_are_passed_over);
    TEST_LIST_ADD(&list, an_address_of_others_is_an_error);
    TEST_LIST_ADD(&list, allocation_may_fail);
    return test_list_run(&list);
}
