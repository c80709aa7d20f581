/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Other machines are asked, or are not, and whatever happens comes back. */

#include "jobs/fetcher.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "jobs/fetch_address.h"
#include "jobs/fetch_hosts.h"
#include "tests/jobs/http_peer.h"
#include "tests/test.h"

#define OK_JSON                                                                \
    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"                    \
    "Content-Length: 2\r\nConnection: close\r\n\r\n{}"

/* Addresses. */

static const struct address_row {
    const char *says;
    const char *address;
    bool is_private;
} address_rows[] = {
    { "a public one", "93.184.216.34", false },
    { "loopback", "127.0.0.1", true },
    { "all of loopback", "127.255.3.4", true },
    { "this machine", "0.0.0.0", true },
    { "10/8", "10.1.2.3", true },
    { "before 172.16/12", "172.15.255.255", false },
    { "172.16/12", "172.16.0.1", true },
    { "the end of 172.16/12", "172.31.255.255", true },
    { "behind it", "172.32.0.1", false },
    { "192.168/16", "192.168.1.1", true },
    { "link-local, with the cloud's metadata", "169.254.169.254", true },
    { "shared by a carrier", "100.64.0.1", true },
    { "behind what is shared", "100.128.0.1", false },
    { "multicast", "224.0.0.1", true },
    { "broadcast", "255.255.255.255", true },
    { "a public one of IPv6", "2606:2800:220:1::1", false },
    { "loopback of IPv6", "::1", true },
    { "unspecified", "::", true },
    { "unique local", "fd12::1", true },
    { "link-local of IPv6", "fe80::1", true },
    { "a private one within IPv6", "::ffff:10.0.0.1", true },
    { "a public one within IPv6", "::ffff:93.184.216.34", false },
    { "a private one by NAT64", "64:ff9b::7f00:1", true },
    { "a public one by NAT64", "64:ff9b::5db8:d822", false },
    { "a private one by 6to4", "2002:c0a8:0101::1", true },
    { "Teredo", "2001:0:1::1", true },
    { "documentation", "2001:db8::1", true },
};

static void addresses(void **state)
{
    const struct address_row *row = *state;
    struct sockaddr_in four = { .sin_family = AF_INET };
    struct sockaddr_in6 six = { .sin6_family = AF_INET6 };
    bool is_six = strchr(row->address, ':');

    assert_int_equal(
        inet_pton(is_six ? AF_INET6 : AF_INET, row->address,
                  is_six ? (void *)&six.sin6_addr : (void *)&four.sin_addr),
        1);
    assert_int_equal(
        fetch_address_is_private(is_six ? (const struct sockaddr *)&six
                                        : (const struct sockaddr *)&four),
        row->is_private);
}

/* Hosts. */

static void a_host_has_one_breaker(void **state)
{
    static struct fetch_hosts hosts;
    struct fetch_host *one = fetch_hosts_find(&hosts, "https://crm/a?b", 1);
    char url[64];

    (void)state;
    assert_ptr_equal(fetch_hosts_find(&hosts, "https://crm/c", 2), one);
    assert_ptr_not_equal(fetch_hosts_find(&hosts, "http://crm/c", 2), one);
    assert_ptr_not_equal(fetch_hosts_find(&hosts, "https://crm:8/c", 2), one);
    breaker_fails(&one->breaker, 3);
    one->running = 1;
    for (int i = 0; i < 1000; i++) {
        (void)snprintf(url, sizeof(url), "https://crm%d/", i);
        (void)fetch_hosts_find(&hosts, url, 10 + i);
    }
    assert_int_equal(hosts.count, FETCH_MAX_HOSTS);
    assert_ptr_equal(fetch_hosts_find(&hosts, "https://crm/d", 2000), one);
    assert_int_equal(one->running, 1);
}

/* Asking. */

struct asker {
    struct fetcher *fetcher;
    struct fetch fetch;
    char url[256];
};

static void ring(void *arg)
{
    (void)arg;
}

static void begin(struct asker *asker, bool allows_private)
{
    const struct fetcher_settings settings = {
        .allows_private = allows_private,
        .ring = ring,
    };

    memset(asker, 0, sizeof(*asker));
    assert_int_equal(fetcher_new(&settings, &asker->fetcher), 0);
}

static void end(struct asker *asker)
{
    fetch_done(&asker->fetch);
    fetcher_end(asker->fetcher);
    assert_null(fetcher_free(asker->fetcher));
}

/* Up to twenty seconds. */
static struct fetch *wait_for(struct fetcher *fetcher)
{
    for (int i = 0; i < 20000; i++) {
        struct timespec a_while = { .tv_nsec = 1000000 };
        struct fetch *fetch = fetcher_take(fetcher);

        if (fetch)
            return fetch;
        nanosleep(&a_while, NULL);
    }
    fail_msg("nothing came back");
    return NULL;
}

static void submit(struct asker *asker, int port, const char *path,
                   int64_t timeout_ms)
{
    fetch_done(&asker->fetch);
    (void)snprintf(asker->url, sizeof(asker->url), "http://127.0.0.1:%d%s",
                   port, path);
    asker->fetch.url = asker->url;
    asker->fetch.timeout_ms = timeout_ms;
    assert_int_equal(fetcher_submit(asker->fetcher, &asker->fetch), 0);
}

static const struct fetch *ask(struct asker *asker, int port, const char *path,
                               int64_t timeout_ms)
{
    submit(asker, port, path, timeout_ms);
    assert_ptr_equal(wait_for(asker->fetcher), &asker->fetch);
    return &asker->fetch;
}

static void an_answer_comes_back(void **state)
{
    struct http_peer *peer = http_peer_new(OK_JSON);
    struct asker asker;
    struct fetcher_figures figures;

    (void)state;
    begin(&asker, true);
    asker.fetch.headers[0] = "X-Tenant: 7";
    ask(&asker, http_peer_port(peer), "/a?b=%20", 10000);
    assert_int_equal(asker.fetch.outcome, FETCH_ANSWERED);
    assert_int_equal(asker.fetch.status, 200);
    assert_string_equal(asker.fetch.bytes, "{}");
    assert_non_null(strstr(http_peer_heard(peer), "GET /a?b=%20 HTTP/1.1\r\n"));
    assert_non_null(strstr(http_peer_heard(peer), "\r\nX-Tenant: 7\r\n"));
    fetcher_figures(asker.fetcher, &figures);
    assert_int_equal(figures.asked, 1);
    assert_int_equal(figures.failed, 0);
    assert_int_equal(figures.running, 0);
    end(&asker);
    http_peer_free(peer);
}

static void a_body_is_posted(void **state)
{
    struct http_peer *peer = http_peer_new(OK_JSON);
    struct asker asker;

    (void)state;
    begin(&asker, true);
    asker.fetch.body = "{\"number\":\"+420777\"}";
    ask(&asker, http_peer_port(peer), "/", 10000);
    assert_int_equal(asker.fetch.outcome, FETCH_ANSWERED);
    assert_non_null(strstr(http_peer_heard(peer), "POST / HTTP/1.1\r\n"));
    assert_non_null(
        strstr(http_peer_heard(peer), "\r\n\r\n{\"number\":\"+420777\"}"));
    end(&asker);
    http_peer_free(peer);
}

static void a_redirect_is_not_followed(void **state)
{
    struct http_peer *other = http_peer_new(OK_JSON);
    struct asker asker;
    struct http_peer *peer;
    char answer[256];

    (void)state;
    (void)snprintf(answer, sizeof(answer),
                   "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:%d/\r\n"
                   "Content-Length: 0\r\nConnection: close\r\n\r\n",
                   http_peer_port(other));
    peer = http_peer_new(answer);
    begin(&asker, true);
    ask(&asker, http_peer_port(peer), "/", 10000);
    assert_int_equal(asker.fetch.outcome, FETCH_ANSWERED);
    assert_int_equal(asker.fetch.status, 302);
    assert_int_equal(http_peer_count(other), 0);
    end(&asker);
    http_peer_free(peer);
    http_peer_free(other);
}

static void a_private_address_is_not_reached(void **state)
{
    struct http_peer *peer = http_peer_new(OK_JSON);
    struct asker asker;

    (void)state;
    begin(&asker, false);
    ask(&asker, http_peer_port(peer), "/", 10000);
    assert_int_equal(asker.fetch.outcome, FETCH_FORBIDDEN);
    assert_int_equal(http_peer_count(peer), 0);

    /* nor by a name that leads there */
    (void)snprintf(asker.url, sizeof(asker.url), "http://localhost:%d/",
                   http_peer_port(peer));
    assert_int_equal(fetcher_submit(asker.fetcher, &asker.fetch), 0);
    (void)wait_for(asker.fetcher);
    assert_int_equal(asker.fetch.outcome, FETCH_FORBIDDEN);
    assert_int_equal(http_peer_count(peer), 0);
    end(&asker);
    http_peer_free(peer);
}

static void silence_ends_in_time(void **state)
{
    struct http_peer *peer = http_peer_new(NULL);
    struct asker asker;

    (void)state;
    begin(&asker, true);
    ask(&asker, http_peer_port(peer), "/", 200);
    assert_int_equal(asker.fetch.outcome, FETCH_TIMEOUT);
    end(&asker);
    http_peer_free(peer);
}

static void too_long_an_answer_is_cut_off(void **state)
{
    static char answer[FETCH_MAX_BYTES + 200] =
        "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n";
    struct http_peer *peer;
    struct asker asker;

    (void)state;
    memset(answer + strlen(answer), 'x', FETCH_MAX_BYTES + 1);
    peer = http_peer_new(answer);
    begin(&asker, true);
    ask(&asker, http_peer_port(peer), "/", 10000);
    assert_int_equal(asker.fetch.outcome, FETCH_TOO_LONG);
    end(&asker);
    http_peer_free(peer);
}

static void other_protocols_are_not_spoken(void **state)
{
    struct asker asker;

    (void)state;
    begin(&asker, true);
    asker.fetch.url = "file:///etc/hostname";
    asker.fetch.timeout_ms = 1000;
    assert_int_equal(fetcher_submit(asker.fetcher, &asker.fetch), 0);
    (void)wait_for(asker.fetcher);
    assert_int_equal(asker.fetch.outcome, FETCH_UNREACHABLE);
    assert_null(asker.fetch.bytes);
    end(&asker);
}

static void a_machine_that_fails_is_spared(void **state)
{
    struct http_peer *peer = http_peer_new(
        "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    struct fetcher_figures figures;
    struct asker asker;
    int asked = 0;

    (void)state;
    begin(&asker, true);
    while (ask(&asker, http_peer_port(peer), "/", 10000)->outcome !=
           FETCH_SPARED) {
        assert_int_equal(asker.fetch.status, 500);
        assert_true(++asked < 100);
    }
    assert_true(asked >= 5);
    fetcher_figures(asker.fetcher, &figures);
    assert_int_equal(figures.open, 1);
    assert_true(figures.spared >= 1);

    /* another one is asked meanwhile; and this one again, once it is well */
    http_peer_answer(peer, OK_JSON);
    while (ask(&asker, http_peer_port(peer), "/", 10000)->outcome ==
           FETCH_SPARED) {
        struct timespec a_while = { .tv_nsec = 10000000 };

        nanosleep(&a_while, NULL);
    }
    assert_int_equal(asker.fetch.status, 200);
    end(&asker);
    http_peer_free(peer);
}

/* Each of them waits for the same machine, if told so. */
static void submit_all(struct asker *asker, struct fetch *fetches, int count,
                       int64_t timeout_ms)
{
    for (int i = 0; i < count; i++) {
        fetches[i] =
            (struct fetch){ .url = asker->url, .timeout_ms = timeout_ms };
        assert_int_equal(fetcher_submit(asker->fetcher, &fetches[i]), 0);
    }
}

static void a_slow_machine_leaves_places_for_others(void **state)
{
    static struct fetch fetches[FETCH_MAX_OF_HOST + 1];
    struct http_peer *slow = http_peer_new(NULL);
    struct http_peer *quick = http_peer_new(OK_JSON);
    struct fetcher_figures figures;
    struct asker asker;

    (void)state;
    begin(&asker, true);
    (void)snprintf(asker.url, sizeof(asker.url), "http://127.0.0.1:%d/",
                   http_peer_port(slow));
    submit_all(&asker, fetches, FETCH_MAX_OF_HOST + 1, 600000);
    assert_ptr_equal(wait_for(asker.fetcher), &fetches[FETCH_MAX_OF_HOST]);
    assert_int_equal(fetches[FETCH_MAX_OF_HOST].outcome, FETCH_CROWDED);
    fetcher_figures(asker.fetcher, &figures);
    assert_int_equal(figures.crowded, 1);
    assert_int_equal(figures.spared, 0);
    assert_int_equal(figures.running, FETCH_MAX_OF_HOST);

    assert_int_equal(ask(&asker, http_peer_port(quick), "/", 600000)->outcome,
                     FETCH_ANSWERED);
    fetcher_end(asker.fetcher);
    while (fetcher_take(asker.fetcher))
        continue;
    fetch_done(&asker.fetch);
    assert_null(fetcher_free(asker.fetcher));
    http_peer_free(quick);
    http_peer_free(slow);
}

static void a_place_that_is_left_is_free(void **state)
{
    static struct fetch fetches[FETCH_MAX_OF_HOST];
    struct http_peer *slow = http_peer_new(NULL);
    struct asker asker;

    (void)state;
    begin(&asker, true);
    (void)snprintf(asker.url, sizeof(asker.url), "http://127.0.0.1:%d/",
                   http_peer_port(slow));
    submit_all(&asker, fetches, FETCH_MAX_OF_HOST, 300);
    for (int i = 0; i < FETCH_MAX_OF_HOST; i++)
        assert_int_not_equal(wait_for(asker.fetcher)->outcome, FETCH_CROWDED);
    assert_int_not_equal(ask(&asker, http_peer_port(slow), "/", 300)->outcome,
                         FETCH_CROWDED);
    end(&asker);
    http_peer_free(slow);
}

static void too_many_are_refused_and_an_end_drops_them(void **state)
{
    static struct fetch fetches[FETCH_MAX_AT_ONCE + 1];
    static char urls[FETCH_MAX_AT_ONCE + 1][64];
    struct http_peer *peer = http_peer_new(NULL);
    struct asker asker;
    struct fetch *fetch;
    int dropped = 0;

    (void)state;
    begin(&asker, true);
    for (int i = 0; i < FETCH_MAX_AT_ONCE + 1; i++) {
        /* with another user, it is another host */
        (void)snprintf(urls[i], sizeof(urls[i]), "http://n%d@127.0.0.1:%d/", i,
                       http_peer_port(peer));
        fetches[i].url = urls[i];
        fetches[i].timeout_ms = 60000;
        assert_int_equal(fetcher_submit(asker.fetcher, &fetches[i]),
                         i < FETCH_MAX_AT_ONCE ? 0 : -EAGAIN);
    }
    fetcher_end(asker.fetcher);
    while ((fetch = fetcher_take(asker.fetcher))) {
        assert_int_equal(fetch->outcome, FETCH_DROPPED);
        dropped++;
    }
    assert_int_equal(dropped, FETCH_MAX_AT_ONCE);
    assert_int_equal(fetcher_submit(asker.fetcher, &fetches[0]), -ESHUTDOWN);
    assert_null(fetcher_free(asker.fetcher));
    http_peer_free(peer);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, addresses, address_rows);
    TEST_LIST_ADD(&list, a_host_has_one_breaker);
    TEST_LIST_ADD(&list, an_answer_comes_back);
    TEST_LIST_ADD(&list, a_body_is_posted);
    TEST_LIST_ADD(&list, a_redirect_is_not_followed);
    TEST_LIST_ADD(&list, a_private_address_is_not_reached);
    TEST_LIST_ADD(&list, silence_ends_in_time);
    TEST_LIST_ADD(&list, too_long_an_answer_is_cut_off);
    TEST_LIST_ADD(&list, other_protocols_are_not_spoken);
    TEST_LIST_ADD(&list, a_machine_that_fails_is_spared);
    TEST_LIST_ADD(&list, a_slow_machine_leaves_places_for_others);
    TEST_LIST_ADD(&list, a_place_that_is_left_is_free);
    TEST_LIST_ADD(&list, too_many_are_refused_and_an_end_drops_them);
    return test_list_run(&list);
}
