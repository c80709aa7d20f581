/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is heard, whom we send to, and what an attacker can do. */

#include "media/latch.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

#include "media/address.h"
#include "tests/test.h"

enum {
    MS = 1000,
    RELATCH_US = 5000 * MS,
    SSRC = 0x1111,
};

static struct sockaddr_storage address(const char *host, uint16_t port)
{
    struct sockaddr_storage storage = { 0 };
    struct sockaddr_in v4 = { .sin_family = AF_INET, .sin_port = htons(port) };
    struct sockaddr_in6 v6 = { .sin6_family = AF_INET6,
                               .sin6_port = htons(port) };

    if (inet_pton(AF_INET, host, &v4.sin_addr) == 1)
        memcpy(&storage, &v4, sizeof(v4));
    else if (inet_pton(AF_INET6, host, &v6.sin6_addr) == 1)
        memcpy(&storage, &v6, sizeof(v6));
    else
        fail();
    return storage;
}

/* Where packets come from in the scripts. */
static struct sockaddr_storage place(char name)
{
    switch (name) {
    case 'S': /* as in the SDP */
        return address("192.0.2.1", 4000);
    case 'H': /* another port of that host */
        return address("192.0.2.1", 5000);
    case 'N': /* the router before the phone */
        return address("198.51.100.7", 61000);
    default: /* an attacker */
        return address("203.0.113.9", 7000);
    }
}

static struct latch opened(void)
{
    struct latch latch = { 0 };
    struct sockaddr_storage sdp = place('S');

    latch_expect(&latch, &sdp);
    return latch;
}

static enum latch_verdict judge(struct latch *latch, char from, uint32_t ssrc,
                                int64_t at_ms)
{
    struct sockaddr_storage source = place(from);
    bool may_be = latch_may_take(latch, &source, at_ms * MS, RELATCH_US);
    enum latch_verdict verdict =
        latch_judge(latch, &source, ssrc, 0, at_ms * MS, RELATCH_US);

    /* What is asked before a packet is decrypted never costs one. */
    if (!may_be)
        assert_int_equal(verdict, LATCH_REFUSED);
    return verdict;
}

/* A script is packets 20 ms apart; `taken` says of each whether it is taken,
   `target` where we would send afterwards. '.' is 20 ms of silence. */
static const struct script_row {
    const char *says;
    const char *from;
    const char *taken;
    const char *target;
} script_rows[] = {
    { "the address of the SDP is taken at once", "SSS", "yyy", "SSS" },
    { "a strange port is refused then", "SXSX", "ynyn", "SSSS" },
    { "the same host's other port is refused then", "SHS", "yny", "SSS" },
    { "a router's address is locked with its 5th packet", "NNNNNN", "yyyyyy",
      "SSSSNN" },
    { "nobody gets sound for four packets", "XXXX", "yyyy", "SSSS" },
    { "who is second is refused while the first sends", "NXNXNXNXNX",
      "ynynynynyn", "SSSSSSSSNN" },
    { "the SDP's address takes over from a candidate", "XXSX", "yyyn", "SSSS" },
    { "the SDP's address takes over from a locked source", "XXXXXXSX",
      "yyyyyyyn", "SSSSXXSS" },
    { "the SDP's host takes over from a strange candidate", "XXHXHHHH",
      "yyynyyyy", "SSSSSSSH" },
    { "a stranger does not take over from the SDP's host", "HXHXHXHXHX",
      "ynynynynyn", "SSSSSSSSHH" },
    { "one sprayed packet does not shut the true source out",
      "X..........NNNNN", "y..........yyyyy", "SSSSSSSSSSSSSSSN" },
    { "a stranger is refused within a phone's silence",
      "NNNNN....................X", "yyyyy....................n",
      "SSSSNNNNNNNNNNNNNNNNNNNNNN" },
};

static void follows_the_script(void **state)
{
    const struct script_row *row = *state;
    struct latch latch = opened();

    for (int i = 0; row->from[i]; i++) {
        struct sockaddr_storage target = place(row->target[i]);

        if (row->from[i] != '.')
            assert_int_equal(judge(&latch, row->from[i], SSRC, i * 20) !=
                                 LATCH_REFUSED,
                             row->taken[i] == 'y');
        assert_true(address_equal(latch_target(&latch), &target));
    }
}

static void nothing_is_taken_before_it_is_opened(void **state)
{
    (void)state;
    struct latch latch = { 0 };
    struct sockaddr_storage nowhere = { 0 };

    assert_int_equal(judge(&latch, 'S', SSRC, 0), LATCH_REFUSED);
    latch_expect(&latch, &nowhere);
    assert_int_equal(judge(&latch, 'X', SSRC, 20), LATCH_REFUSED);
}

static void a_slow_candidate_is_locked_after_a_second(void **state)
{
    (void)state;
    struct latch latch = opened();

    judge(&latch, 'N', SSRC, 0);
    judge(&latch, 'N', SSRC, 500);
    assert_int_equal(latch.state, LATCH_CANDIDATE);
    judge(&latch, 'N', SSRC, 1000);
    assert_int_equal(latch.state, LATCH_LOCKED);
}

static struct latch locked_on(char from, int64_t until_ms)
{
    struct latch latch = opened();

    for (int64_t at_ms = 0; at_ms <= until_ms; at_ms += 20)
        judge(&latch, from, SSRC, at_ms);
    assert_int_equal(latch.state, LATCH_LOCKED);
    return latch;
}

static void a_rebound_router_goes_on_after_the_silence(void **state)
{
    (void)state;
    struct latch latch = locked_on('N', 1000);

    assert_int_equal(judge(&latch, 'H', SSRC, 1020), LATCH_REFUSED);
    assert_int_equal(judge(&latch, 'H', SSRC, 5999), LATCH_REFUSED);
    assert_int_equal(judge(&latch, 'H', SSRC, 6000), LATCH_MOVED);
    assert_int_equal(judge(&latch, 'N', SSRC, 6020), LATCH_REFUSED);
}

static void nobody_else_goes_on_after_the_silence(void **state)
{
    (void)state;
    struct latch latch = locked_on('N', 1000);
    struct sockaddr_storage attacker = place('X');

    assert_int_equal(judge(&latch, 'X', SSRC + 1, 60000), LATCH_REFUSED);
    assert_int_equal(
        latch_judge(&latch, &attacker, SSRC, 8, 60000 * MS, RELATCH_US),
        LATCH_REFUSED);
}

/* ... and spares the peer's packets from being said again by others. */
static void strangers_are_known_before_they_are_understood(void **state)
{
    (void)state;
    struct latch latch = { 0 };
    struct sockaddr_storage sdp = place('S'), stranger = place('A');

    assert_false(latch_may_take(&latch, &sdp, 0, RELATCH_US));
    latch = opened();
    assert_true(latch_may_take(&latch, &stranger, 0, RELATCH_US));
    assert_int_equal(judge(&latch, 'S', SSRC, 0), LATCH_TAKEN);
    assert_false(latch_may_take(&latch, &stranger, 20 * MS, RELATCH_US));
    assert_true(latch_may_take(&latch, &sdp, 20 * MS, RELATCH_US));
    assert_true(latch_may_take(&latch, &stranger, 5000 * MS, RELATCH_US));
}

static void a_phone_may_change_its_ssrc(void **state)
{
    (void)state;
    struct latch latch = locked_on('N', 200);

    assert_int_equal(judge(&latch, 'N', 0x2222, 220), LATCH_TAKEN);
    assert_int_equal(judge(&latch, 'X', SSRC, 9000), LATCH_REFUSED);
    assert_int_equal(judge(&latch, 'X', 0x2222, 9000), LATCH_MOVED);
}

static void the_same_sdp_again_changes_nothing(void **state)
{
    (void)state;
    struct latch latch = locked_on('N', 200);
    struct sockaddr_storage sdp = place('S'), nowhere = { 0 };

    latch_expect(&latch, &sdp);
    assert_int_equal(judge(&latch, 'X', SSRC, 220), LATCH_REFUSED);
    latch_expect(&latch, &nowhere);
    assert_int_equal(judge(&latch, 'X', SSRC, 240), LATCH_REFUSED);
    assert_int_equal(judge(&latch, 'N', SSRC, 260), LATCH_TAKEN);
}

static void another_sdp_moves_media_at_once(void **state)
{
    (void)state;
    struct latch latch = locked_on('S', 200);
    struct sockaddr_storage moved = place('N');

    latch_expect(&latch, &moved);
    assert_true(address_equal(latch_target(&latch), &moved));
    assert_int_equal(judge(&latch, 'N', SSRC, 220), LATCH_TAKEN);
    assert_int_equal(judge(&latch, 'S', SSRC, 240), LATCH_REFUSED);
}

static void rtcp_is_believed_of_the_peers_host_only(void **state)
{
    (void)state;
    struct latch closed = { 0 }, latch = opened(), moved = locked_on('N', 200);
    struct sockaddr_storage sdp = place('S'), host = place('H');
    struct sockaddr_storage router = place('N'), attacker = place('X');

    assert_false(latch_knows_host(&closed, &sdp));
    assert_true(latch_knows_host(&latch, &host));
    assert_false(latch_knows_host(&latch, &attacker));
    assert_true(latch_knows_host(&moved, &router));
    assert_false(latch_knows_host(&moved, &sdp));
}

/* Addresses. */

static const struct unicast_row {
    const char *says;
    const char *host;
    uint16_t port;
    bool unicast;
} unicast_rows[] = {
    { "a host's address is one", "192.0.2.1", 4000, true },
    { "loopback is one", "127.0.0.1", 4000, true },
    { "port 0 is none", "192.0.2.1", 0, false },
    { "IPv4 multicast is none", "224.0.0.1", 4000, false },
    { "broadcast is none", "255.255.255.255", 4000, false },
    { "0.0.0.0 is none", "0.0.0.0", 4000, false },
    { "an IPv6 host is one", "2001:db8::1", 4000, true },
    { "IPv6 multicast is none", "ff02::1", 4000, false },
    { "the unspecified IPv6 address is none", "::", 4000, false },
    { "mapped multicast is none", "::ffff:224.0.0.1", 4000, false },
};

static void is_unicast(void **state)
{
    const struct unicast_row *row = *state;
    struct sockaddr_storage at = address(row->host, row->port);

    assert_int_equal(address_is_unicast(&at), row->unicast);
}

static void ipv4_fits_ipv6_sockets_and_back(void **state)
{
    (void)state;
    struct sockaddr_storage v4 = address("192.0.2.1", 4000);
    struct sockaddr_storage v6 = address("::ffff:192.0.2.1", 4000);
    struct sockaddr_storage far = address("2001:db8::1", 4000);
    struct sockaddr_storage fitted = v4;

    assert_int_equal(address_fit(&fitted, AF_INET6), 0);
    assert_true(address_equal(&fitted, &v6));
    assert_int_equal(address_fit(&fitted, AF_INET), 0);
    assert_true(address_equal(&fitted, &v4));
    assert_false(address_equal(&v4, &v6));
    assert_int_equal(address_fit(&far, AF_INET), -EAFNOSUPPORT);
    assert_int_equal(address_port(&far), 4000);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, follows_the_script, script_rows);
    TEST_LIST_ADD(&list, nothing_is_taken_before_it_is_opened);
    TEST_LIST_ADD(&list, a_slow_candidate_is_locked_after_a_second);
    TEST_LIST_ADD(&list, a_rebound_router_goes_on_after_the_silence);
    TEST_LIST_ADD(&list, nobody_else_goes_on_after_the_silence);
    TEST_LIST_ADD(&list, strangers_are_known_before_they_are_understood);
    TEST_LIST_ADD(&list, a_phone_may_change_its_ssrc);
    TEST_LIST_ADD(&list, the_same_sdp_again_changes_nothing);
    TEST_LIST_ADD(&list, another_sdp_moves_media_at_once);
    TEST_LIST_ADD(&list, rtcp_is_believed_of_the_peers_host_only);
    TEST_LIST_ADD_ROWS(&list, is_unicast, unicast_rows);
    TEST_LIST_ADD(&list, ipv4_fits_ipv6_sockets_and_back);
    return test_list_run(&list);
}
