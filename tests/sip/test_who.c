/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who somebody is: addresses, replayed proofs, sources that guess. */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sip/address.h"
#include "sip/leg_recent.h"
#include "sip/lockout.h"
#include "sip/registrar.h"
#include "sip/replay.h"
#include "tests/failing_alloc.h"
#include "tests/test.h"

static struct sa sa_of(const char *text)
{
    struct sa sa;

    assert_int_equal(sa_set_str(&sa, text, 5060), 0);
    return sa;
}

/* Scopes, by the registries of IANA. */

static const struct scope_row {
    const char *says;
    const char *address;
    enum signal_scope scope;
} scope_rows[] = {
    { "0.0.0.0 is nowhere", "0.0.0.0", SIGNAL_NOWHERE },
    { "the rest of 0/8 is nobody's", "0.0.0.1", SIGNAL_MANY },
    { "127/8 is loopback", "127.255.255.254", SIGNAL_LOOPBACK },
    { "126/8 is not", "126.255.255.255", SIGNAL_GLOBAL },
    { "10/8 is private", "10.255.0.1", SIGNAL_PRIVATE },
    { "11/8 is not", "11.0.0.1", SIGNAL_GLOBAL },
    { "172.16/12 ends at 172.31", "172.31.255.255", SIGNAL_PRIVATE },
    { "172.32 is global", "172.32.0.0", SIGNAL_GLOBAL },
    { "192.168/16 is private", "192.168.1.1", SIGNAL_PRIVATE },
    { "100.64/10 is shared by carriers", "100.127.0.1", SIGNAL_PRIVATE },
    { "100.128 is global", "100.128.0.1", SIGNAL_GLOBAL },
    { "169.254/16 is of the link", "169.254.1.1", SIGNAL_LINK },
    { "223 is the last of the single ones", "223.255.255.255", SIGNAL_GLOBAL },
    { "224/4 is multicast", "224.0.0.0", SIGNAL_MANY },
    { "255.255.255.255 is everybody", "255.255.255.255", SIGNAL_MANY },
    { "::1 is loopback", "::1", SIGNAL_LOOPBACK },
    { ":: is nowhere", "::", SIGNAL_NOWHERE },
    { "fe80::/10 is of the link", "fe80::1", SIGNAL_LINK },
    { "fc00::/7 is private", "fd00::1", SIGNAL_PRIVATE },
    { "ff00::/8 is multicast", "ff02::1", SIGNAL_MANY },
    { "2001:db8:: is global", "2001:db8::1", SIGNAL_GLOBAL },
    { "a mapped loopback is loopback", "::ffff:127.0.0.1", SIGNAL_LOOPBACK },
};

static void has_scope(void **state)
{
    const struct scope_row *row = *state;
    struct sa sa = sa_of(row->address);

    assert_int_equal(signal_address_scope(&sa), row->scope);
}

static const struct network_row {
    const char *says;
    const char *address, *network;
    unsigned bits;
    bool inside;
} network_rows[] = {
    { "a /24 holds its 256", "10.1.2.255", "10.1.2.0", 24, true },
    { "a /24 ends there", "10.1.3.0", "10.1.2.0", 24, false },
    { "a /12 splits a byte", "172.31.0.1", "172.16.0.0", 12, true },
    { "a /12 ends inside a byte", "172.32.0.1", "172.16.0.0", 12, false },
    { "a /0 holds all", "1.2.3.4", "0.0.0.0", 0, true },
    { "a /32 holds one", "1.2.3.4", "1.2.3.5", 32, false },
    { "families do not mix", "::1", "0.0.0.0", 0, false },
    { "a /64 of IPv6", "2001:db8::ffff", "2001:db8::", 64, true },
    { "outside of it", "2001:db8:0:1::1", "2001:db8::", 64, false },
};

static void is_in_network(void **state)
{
    const struct network_row *row = *state;
    struct sa address = sa_of(row->address), network = sa_of(row->network);

    assert_int_equal(signal_address_in_network(&address, &network, row->bits),
                     row->inside);
}

static const struct plausible_row {
    const char *says;
    const char *claimed, *source;
    bool plausible;
} plausible_rows[] = {
    { "a peer may name another address of its kind", "198.51.100.9",
      "198.51.100.1", true },
    { "a private one may name a private one", "10.0.0.9", "192.168.0.1", true },
    { "a private one may name one on the internet", "198.51.100.9", "10.0.0.1",
      true },
    { "one on the internet may not name a private one", "10.0.0.9",
      "198.51.100.1", false },
    { "nobody but ourselves may name our loopback", "127.0.0.1", "10.0.0.1",
      false },
    { "we ourselves may", "127.0.0.1", "127.0.0.1", true },
    { "nobody may name everybody", "224.0.0.1", "127.0.0.1", false },
    { "nobody may name nowhere", "0.0.0.0", "127.0.0.1", false },
    { "families do not mix", "2001:db8::1", "198.51.100.1", false },
};

static void is_plausible(void **state)
{
    const struct plausible_row *row = *state;
    struct sa claimed = sa_of(row->claimed), source = sa_of(row->source);

    assert_int_equal(signal_address_is_plausible(&claimed, &source),
                     row->plausible);
}

/* Nonce counts. */

static enum replay_use use(struct signal_replay *replay, const char *nonce,
                           uint32_t second, uint32_t count)
{
    struct pl pl;

    pl_set_str(&pl, nonce);
    return signal_replay_use(replay, &pl, second, count);
}

static struct signal_replay *replay_of(size_t max)
{
    struct signal_replay *replay = NULL;

    assert_int_equal(signal_replay_new(max, &replay), 0);
    return replay;
}

static void a_count_is_taken_once(void **state)
{
    (void)state;
    struct signal_replay *replay = replay_of(4);

    assert_int_equal(use(replay, "n", 1, 0), REPLAY_AGAIN);
    assert_int_equal(use(replay, "n", 1, 1), REPLAY_FIRST);
    assert_int_equal(use(replay, "n", 1, 1), REPLAY_AGAIN);
    assert_int_equal(use(replay, "n", 1, 3), REPLAY_FIRST);
    assert_int_equal(use(replay, "n", 1, 2), REPLAY_FIRST);
    assert_int_equal(use(replay, "n", 1, 2), REPLAY_AGAIN);
    assert_int_equal(use(replay, "m", 1, 1), REPLAY_FIRST);
    signal_replay_free(replay);
}

static void a_count_below_the_window_is_not_taken(void **state)
{
    (void)state;
    struct signal_replay *replay = replay_of(4);

    assert_int_equal(use(replay, "n", 1, 1), REPLAY_FIRST);
    assert_int_equal(use(replay, "n", 1, 100), REPLAY_FIRST);
    assert_int_equal(use(replay, "n", 1, 37), REPLAY_FIRST);
    assert_int_equal(use(replay, "n", 1, 36), REPLAY_AGAIN);
    assert_int_equal(use(replay, "n", 1, UINT32_MAX), REPLAY_FIRST);
    assert_int_equal(use(replay, "n", 1, 101), REPLAY_AGAIN);
    signal_replay_free(replay);
}

static void what_is_forgotten_is_too_old(void **state)
{
    (void)state;
    struct signal_replay *replay = replay_of(2);

    assert_int_equal(use(replay, "a", 10, 1), REPLAY_FIRST);
    assert_int_equal(use(replay, "b", 11, 1), REPLAY_FIRST);
    assert_int_equal(use(replay, "c", 12, 1), REPLAY_FIRST);
    assert_int_equal(use(replay, "a", 10, 1), REPLAY_TOO_OLD);
    assert_int_equal(use(replay, "z", 10, 1), REPLAY_TOO_OLD);
    assert_int_equal(use(replay, "b", 11, 1), REPLAY_AGAIN);
    assert_int_equal(use(replay, "d", 13, 1), REPLAY_FIRST);
    signal_replay_free(replay);
}

/* Against a plain list of all that was ever taken. */
static void no_replay_passes_in_a_thousand_rounds(void **state)
{
    (void)state;
    static bool taken[20][200];
    struct signal_replay *replay = replay_of(8);
    int passed = 0;

    srand(1);
    for (int i = 0; i < 20000; i++) {
        uint32_t second = (uint32_t)(rand() % 20);
        uint32_t count = (uint32_t)(rand() % 200);
        char nonce[] = { (char)('a' + second), '\0' };

        if (use(replay, nonce, second, count) != REPLAY_FIRST)
            continue;
        assert_false(taken[second][count]);
        taken[second][count] = true;
        passed++;
    }

    assert_true(passed > 50);
    signal_replay_free(replay);
}

/* Lock-out. */

static const int64_t SECOND_US = 1000000;

static void a_source_is_held_after_too_many_failures(void **state)
{
    (void)state;
    struct signal_lockout *lockout = NULL;
    struct sa guesser = sa_of("192.0.2.7"), near = sa_of("192.0.2.200"),
              far = sa_of("192.0.3.7");

    assert_int_equal(signal_lockout_new(3, &lockout), 0);
    for (int i = 0; i < 3; i++)
        assert_false(signal_lockout_failed(lockout, &guesser, i));
    assert_false(signal_lockout_holds(lockout, &guesser, 3));
    assert_true(signal_lockout_failed(lockout, &near, 3));
    assert_false(signal_lockout_failed(lockout, &near, 4));
    assert_true(signal_lockout_holds(lockout, &guesser, 5));
    assert_true(signal_lockout_holds(lockout, &near, 5));
    assert_false(signal_lockout_holds(lockout, &far, 5));

    assert_true(signal_lockout_holds(lockout, &guesser, 59 * SECOND_US));
    assert_false(signal_lockout_holds(lockout, &guesser, 61 * SECOND_US));
    assert_false(signal_lockout_failed(lockout, &guesser, 61 * SECOND_US));
    signal_lockout_free(lockout);
}

static void failures_far_apart_lock_nobody_out(void **state)
{
    (void)state;
    struct signal_lockout *lockout = NULL;
    struct sa source = sa_of("2001:db8::1");

    assert_int_equal(signal_lockout_new(1, &lockout), 0);
    for (int i = 0; i < 10; i++)
        assert_false(
            signal_lockout_failed(lockout, &source, i * 61 * SECOND_US));
    signal_lockout_free(lockout);
}

static void who_is_forgiven_is_heard(void **state)
{
    (void)state;
    struct signal_lockout *lockout = NULL;
    struct sa source = sa_of("192.0.2.7");

    assert_int_equal(signal_lockout_new(1, &lockout), 0);
    signal_lockout_failed(lockout, &source, 1);
    assert_true(signal_lockout_failed(lockout, &source, 2));
    signal_lockout_forgive(lockout, &source);
    assert_false(signal_lockout_holds(lockout, &source, 3));
    signal_lockout_free(lockout);
}

/* A flood of sources must not make room for one that guesses on. */
static void the_memory_of_sources_is_bounded(void **state)
{
    (void)state;
    struct signal_lockout *lockout = NULL;
    int before = live_blocks();

    assert_int_equal(signal_lockout_new(1, &lockout), 0);
    int during = live_blocks();
    for (uint32_t i = 0; i < 100000; i++) {
        struct sa source;

        sa_set_in(&source, 0x0b000000 + (i << 8), 5060);
        signal_lockout_failed(lockout, &source, i);
    }
    assert_int_equal(live_blocks(), during);
    signal_lockout_free(lockout);
    assert_int_equal(live_blocks(), before);
}

/* Dialogs of a moment ago. */

static void a_dialog_is_remembered_for_a_while(void **state)
{
    (void)state;
    struct leg_recent *recent = NULL;
    struct pl tag = PL("0123456789abcdef"), other = PL("0123456789abcdee");

    assert_int_equal(leg_recent_new(&recent), 0);
    uint64_t key = leg_recent_tag_key(recent, &tag);
    assert_false(leg_recent_has(recent, key, 0));
    leg_recent_note(recent, key, 5);
    assert_true(leg_recent_has(recent, key, 31 * SECOND_US));
    assert_false(leg_recent_has(recent, key, 33 * SECOND_US));
    assert_false(leg_recent_has(recent, leg_recent_tag_key(recent, &other), 5));
    leg_recent_free(recent);
}

static void the_youngest_dialogs_are_the_ones_remembered(void **state)
{
    (void)state;
    struct leg_recent *recent = NULL;
    int missing = 0;

    assert_int_equal(leg_recent_new(&recent), 0);
    for (int i = 1; i <= 100000; i++) {
        char text[16];
        struct pl tag = { text, 0 };

        tag.l = (size_t)snprintf(text, sizeof(text), "%d", i);
        leg_recent_note(recent, leg_recent_tag_key(recent, &tag), i);
        assert_true(
            leg_recent_has(recent, leg_recent_tag_key(recent, &tag), i));
    }
    for (int i = 98001; i <= 100000; i++) {
        char text[16];
        struct pl tag = { text, 0 };

        tag.l = (size_t)snprintf(text, sizeof(text), "%d", i);
        missing +=
            !leg_recent_has(recent, leg_recent_tag_key(recent, &tag), 100000);
    }
    assert_in_range(missing, 0, 60); /* of 2,000: sets of four run over */
    leg_recent_free(recent);
}

/* RFC 2617, 3.5, has this example with its digest. */
static void a_password_is_stored_as_its_digest(void **state)
{
    (void)state;
    static const uint8_t expected[REGISTRAR_HA1_SIZE] = {
        0x93, 0x9e, 0x75, 0x78, 0xed, 0x9e, 0x3c, 0x51,
        0x8a, 0x45, 0x2a, 0xce, 0xe7, 0x63, 0xbc, 0xe9,
    };
    uint8_t ha1[REGISTRAR_HA1_SIZE];

    assert_int_equal(
        registrar_ha1("Mufasa", "testrealm@host.com", "Circle Of Life", ha1),
        0);
    assert_memory_equal(ha1, expected, sizeof(expected));
}

static void survives_every_failed_allocation(void **state)
{
    (void)state;
    int before = live_blocks();
    int rc = -ENOMEM;

    for (int successes = 0; rc == -ENOMEM; successes++) {
        struct signal_replay *replay = NULL;
        struct signal_lockout *lockout = NULL;

        fail_alloc_after(successes);
        rc = signal_replay_new(16, &replay);
        if (rc == 0)
            rc = signal_lockout_new(1, &lockout);
        fail_alloc_after(FAIL_NO_ALLOC);
        signal_replay_free(replay);
        signal_lockout_free(lockout);
        assert_int_equal(live_blocks(), before);
    }

    assert_int_equal(rc, 0);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, has_scope, scope_rows);
    TEST_LIST_ADD_ROWS(&list, is_in_network, network_rows);
    TEST_LIST_ADD_ROWS(&list, is_plausible, plausible_rows);
    TEST_LIST_ADD(&list, a_count_is_taken_once);
    TEST_LIST_ADD(&list, a_count_below_the_window_is_not_taken);
    TEST_LIST_ADD(&list, what_is_forgotten_is_too_old);
    TEST_LIST_ADD(&list, no_replay_passes_in_a_thousand_rounds);
    TEST_LIST_ADD(&list, a_source_is_held_after_too_many_failures);
    TEST_LIST_ADD(&list, failures_far_apart_lock_nobody_out);
    TEST_LIST_ADD(&list, who_is_forgiven_is_heard);
    TEST_LIST_ADD(&list, the_memory_of_sources_is_bounded);
    TEST_LIST_ADD(&list, a_dialog_is_remembered_for_a_while);
    TEST_LIST_ADD(&list, the_youngest_dialogs_are_the_ones_remembered);
    TEST_LIST_ADD(&list, a_password_is_stored_as_its_digest);
    TEST_LIST_ADD(&list, survives_every_failed_allocation);
    return test_list_run(&list);
}
