/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encrypted calls: who is heard, by whom, and what becomes of the rest. */

#include "media/media.h"

#include <arpa/inet.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>

#include "media/octets.h"
#include "tests/media/peer.h"
#include "tests/media/secret_peer.h"
#include "tests/test.h"

enum {
    TRIES = 1000,
    WAIT_MS = 1000,
    ROOM = 2048,
    TAG_80 = 10,
};

/* A phone that encrypts, and one that does not, bridged. */
static struct scene {
    struct desk desk;
    struct peer secret, plain, stranger;
    struct media_stream_id secret_id, plain_id;
    uint16_t secret_port, plain_port;
    struct foreign *says, *hears; /* of the phone that encrypts */
    struct media_crypto theirs, ours;
} scene;

/* Connects the phone that encrypts, with keys as they are now. */
static void connect_secret(struct scene *s)
{
    struct media_description remote = peer_description(&s->secret);
    struct media_description local = remote;

    remote.crypto = s->theirs;
    local.crypto = s->ours;
    assert_int_equal(
        desk_result(&s->desk, media_connect(s->desk.media, s->secret_id,
                                            TAG(&s->desk), &remote, &local)),
        0);
}

static struct scene *scene_open(enum media_suite suite)
{
    struct scene *s = &scene;
    struct media_settings settings = desk_settings();
    struct media_stream_id none = { 0 };

    desk_open(&s->desk, &settings);
    peer_open(&s->secret);
    peer_open(&s->plain);
    peer_open(&s->stranger);
    s->theirs = crypto_of(suite, 1);
    s->ours = crypto_of(suite, 101);
    s->says = foreign_new(&s->theirs);
    s->hears = foreign_new(&s->ours);
    s->plain_id = desk_stream(&s->desk, &s->plain, &s->plain_port);
    assert_int_equal(
        media_open(s->desk.media, none, &s->secret_id, &s->secret_port), 0);
    connect_secret(s);
    assert_int_equal(
        desk_result(&s->desk, media_bridge(s->desk.media, s->secret_id,
                                           s->plain_id, TAG(&s->desk))),
        0);
    return s;
}

static void scene_close(struct scene *s)
{
    desk_close(&s->desk);
    peer_close(&s->secret);
    peer_close(&s->plain);
    peer_close(&s->stranger);
    foreign_free(s->says);
    foreign_free(s->hears);
}

static struct media_stats stats_of(struct scene *s)
{
    struct media_stats stats;

    assert_int_equal(media_stats(s->desk.media, s->secret_id, &stats), 0);
    return stats;
}

static void await_drops(struct scene *s, enum media_drop drop, uint64_t count)
{
    int64_t end_ms = test_now_ms() + PATIENCE_MS;

    while (stats_of(s).dropped[drop] < count) {
        assert_true(test_now_ms() < end_ms);
        desk_poll(&s->desk, 20);
    }
}

/* A packet on the wire. */
struct wire {
    _Alignas(uint64_t) uint8_t bytes[ROOM];
    size_t length;
};

/* The next one of the phone that encrypts. */
static struct wire spoken(struct scene *s, uint8_t octet)
{
    struct peer *peer = &s->secret;
    struct wire wire = { .bytes = { 0x80, peer->payload_type },
                         .length = 12 + PEER_FRAME };

    octets_put16(wire.bytes + 2, peer->sequence++);
    octets_put32(wire.bytes + 4, peer->timestamp);
    octets_put32(wire.bytes + 8, peer->ssrc);
    memset(wire.bytes + 12, octet, PEER_FRAME);
    peer->timestamp += PEER_FRAME;
    assert_true(
        foreign_change(s->says, FOREIGN_ENCRYPT, wire.bytes, &wire.length));
    return wire;
}

static void send_wire(const struct scene *s, const struct peer *from,
                      const struct wire *wire)
{
    peer_send_raw(from->fd, s->secret_port, wire->bytes, wire->length);
}

static bool receive(int fd, struct wire *ret_wire, int within_ms)
{
    struct pollfd wait = { .fd = fd, .events = POLLIN };

    if (poll(&wait, 1, within_ms) != 1)
        return false;

    ssize_t length = recv(fd, ret_wire->bytes, ROOM, 0);

    assert_true(length > 0);
    ret_wire->length = (size_t)length;
    return true;
}

/* Says an octet until the plain phone hears it. */
static void is_heard(struct scene *s, uint8_t octet)
{
    struct heard heard;

    for (int tries = 0; tries < TRIES; tries++) {
        struct wire wire = spoken(s, octet);

        send_wire(s, &s->secret, &wire);
        if (!peer_hear(&s->plain, &heard, WAIT_MS))
            continue;
        assert_int_equal(heard.length, PEER_FRAME);
        if (heard.payload[0] == octet)
            return;
    }
    fail();
}

/* What the phone that encrypts hears next, as it was sent and as it is read. */
static void hear_secret(struct scene *s, struct wire *ret_wire,
                        struct wire *ret_plain)
{
    assert_true(receive(s->secret.fd, ret_wire, PATIENCE_MS));
    *ret_plain = *ret_wire;
    assert_true(foreign_change(s->hears, FOREIGN_DECRYPT, ret_plain->bytes,
                               &ret_plain->length));
}

/* Waits until each packet that was spoken was taken, once. */
static void await_all(struct scene *s)
{
    for (int tries = 0; stats_of(s).packets_received < s->secret.sequence;
         tries++) {
        assert_true(tries < TRIES);
        desk_poll(&s->desk, 20);
    }
    assert_int_equal(stats_of(s).packets_received, s->secret.sequence);
}

static const struct suite_row {
    const char *says;
    enum media_suite suite;
    size_t tag;
} suite_rows[] = {
    { "a phone that encrypts and one that does not hear each other",
      MEDIA_AES_128_SHA1_80, TAG_80 },
    { "so they do with the shorter tag", MEDIA_AES_128_SHA1_32, 4 },
};

static void both_are_heard(void **state)
{
    const struct suite_row *row = *state;
    struct scene *s = scene_open(row->suite);
    struct wire wire, plain;
    uint8_t spoken_plainly[PEER_FRAME];

    is_heard(s, 0x21);
    memset(spoken_plainly, 0x34, sizeof(spoken_plainly));
    peer_send_octet(&s->plain, s->plain_port, 0x34);
    hear_secret(s, &wire, &plain);
    assert_int_equal(wire.length, 12 + PEER_FRAME + row->tag);
    assert_memory_not_equal(wire.bytes + 12, spoken_plainly, PEER_FRAME);
    assert_int_equal(plain.length, 12 + PEER_FRAME);
    assert_memory_equal(plain.bytes + 12, spoken_plainly, PEER_FRAME);
    scene_close(s);
}

static void sounds_and_digits_are_encrypted_too(void **state)
{
    (void)state;
    struct scene *s = scene_open(MEDIA_AES_128_SHA1_80);
    struct wire wire, plain;

    assert_int_equal(
        desk_result(&s->desk, media_send_digit(s->desk.media, s->secret_id,
                                               TAG(&s->desk), '7', 80)),
        0);
    hear_secret(s, &wire, &plain);
    assert_int_equal(plain.bytes[1] & 0x7f, 101);
    assert_int_equal(plain.bytes[12], 7);
    scene_close(s);
}

/* CVE-2021-41105: such packets ended calls elsewhere. */
static void what_is_forged_is_counted_and_ends_nothing(void **state)
{
    (void)state;
    struct scene *s = scene_open(MEDIA_AES_128_SHA1_80);
    struct heard heard;

    is_heard(s, 0x21);
    peer_forget(&s->plain);
    for (int i = 0; i < 20; i++)
        peer_send_octet(&s->secret, s->secret_port, 0x66); /* not encrypted */
    for (int i = 0; i < 20; i++) {
        struct wire wire = spoken(s, 0x66);

        wire.bytes[wire.length - 1] ^= 1;
        send_wire(s, &s->secret, &wire);
    }
    await_drops(s, MEDIA_DROP_FORGED, 40);
    while (peer_hear(&s->plain, &heard, 0))
        assert_int_not_equal(heard.payload[0], 0x66);
    is_heard(s, 0x22);
    scene_close(s);
}

static void what_comes_again_is_counted_and_not_heard(void **state)
{
    (void)state;
    struct scene *s = scene_open(MEDIA_AES_128_SHA1_80);

    is_heard(s, 0x21);

    struct wire wire = spoken(s, 0x22);

    for (int i = 0; i < 10; i++)
        send_wire(s, &s->secret, &wire);
    await_drops(s, MEDIA_DROP_REPLAYED, 9);
    await_all(s);
    assert_int_equal(stats_of(s).dropped[MEDIA_DROP_REPLAYED], 9);
    is_heard(s, 0x23);
    scene_close(s);
}

/* Nobody becomes the peer without its key, however early and often. */
static void a_stranger_does_not_become_the_peer(void **state)
{
    (void)state;
    struct scene *s = scene_open(MEDIA_AES_128_SHA1_80);
    struct wire wire;

    for (int i = 0; i < 50; i++)
        peer_send_octet(&s->stranger, s->secret_port, 0x66);
    await_drops(s, MEDIA_DROP_FORGED, 50);
    assert_int_equal(stats_of(s).packets_received, 0);
    peer_send_octet(&s->plain, s->plain_port, 0x34);
    assert_true(receive(s->secret.fd, &wire, PATIENCE_MS));
    assert_false(receive(s->stranger.fd, &wire, 0));
    is_heard(s, 0x21);
    scene_close(s);
}

/* A stranger that hears all, and is faster than the phone. */
static void who_sends_the_peers_packets_again_does_not_silence_it(void **state)
{
    (void)state;
    struct scene *s = scene_open(MEDIA_AES_128_SHA1_80);

    is_heard(s, 0x21);
    for (int i = 0; i < 10; i++) {
        struct wire wire = spoken(s, 0x22);
        uint64_t refused = stats_of(s).dropped[MEDIA_DROP_WRONG_SOURCE];

        send_wire(s, &s->stranger, &wire);
        await_drops(s, MEDIA_DROP_WRONG_SOURCE, refused + 1);
        send_wire(s, &s->secret, &wire);
        await_all(s);
    }
    assert_int_equal(stats_of(s).dropped[MEDIA_DROP_REPLAYED], 0);
    scene_close(s);
}

static void the_same_keys_again_go_on(void **state)
{
    (void)state;
    struct scene *s = scene_open(MEDIA_AES_128_SHA1_80);
    struct wire wire, plain;

    /* Over the turn, so that a counter that began anew would be wrong. */
    for (unsigned i = 0; i < 0x12000; i++) {
        struct wire skipped = spoken(s, 0x20);

        if (i % 0x1000 == 0)
            send_wire(s, &s->secret, &skipped);
    }
    is_heard(s, 0x21);

    struct wire old = spoken(s, 0x21);

    send_wire(s, &s->secret, &old);
    connect_secret(s);
    is_heard(s, 0x22);
    send_wire(s, &s->secret, &old); /* what was heard is not forgotten */
    await_drops(s, MEDIA_DROP_REPLAYED, 1);
    assert_int_equal(stats_of(s).dropped[MEDIA_DROP_FORGED], 0);
    peer_send_octet(&s->plain, s->plain_port, 0x34);
    hear_secret(s, &wire, &plain);
    scene_close(s);
}

static void new_keys_are_taken_and_old_ones_are_over(void **state)
{
    (void)state;
    struct scene *s = scene_open(MEDIA_AES_128_SHA1_80);
    struct wire wire, plain;

    is_heard(s, 0x21);

    struct wire old = spoken(s, 0x66);

    s->theirs = crypto_of(MEDIA_AES_128_SHA1_32, 50);
    s->ours = crypto_of(MEDIA_AES_128_SHA1_32, 150);
    foreign_free(s->says);
    foreign_free(s->hears);
    s->says = foreign_new(&s->theirs);
    s->hears = foreign_new(&s->ours);
    connect_secret(s);
    send_wire(s, &s->secret, &old);
    await_drops(s, MEDIA_DROP_FORGED, 1);
    is_heard(s, 0x22);
    peer_send_octet(&s->plain, s->plain_port, 0x34);
    hear_secret(s, &wire, &plain);
    scene_close(s);
}

static void a_peer_that_stops_encrypting_is_heard_plainly(void **state)
{
    (void)state;
    struct scene *s = scene_open(MEDIA_AES_128_SHA1_80);
    struct heard heard;

    is_heard(s, 0x21);
    s->theirs.suite = MEDIA_PLAIN;
    connect_secret(s);
    peer_forget(&s->plain);
    peer_forget(&s->secret);
    peer_send_octet(&s->secret, s->secret_port, 0x22);
    assert_true(peer_hear(&s->plain, &heard, PATIENCE_MS));
    assert_int_equal(heard.payload[0], 0x22);
    peer_send_octet(&s->plain, s->plain_port, 0x34);
    assert_true(peer_hear(&s->secret, &heard, PATIENCE_MS));
    assert_int_equal(heard.payload[0], 0x34);
    scene_close(s);
}

/* A sender report of the phone, which asks for nothing. */
static struct wire reported(const struct scene *s)
{
    struct wire wire = { .bytes = { 0x80, 200, 0, 6 }, .length = 28 };

    octets_put32(wire.bytes + 4, s->secret.ssrc);
    return wire;
}

static void send_report(struct scene *s, const struct wire *wire)
{
    peer_send_raw(s->secret.rtcp_fd, (uint16_t)(s->secret_port + 1),
                  wire->bytes, wire->length);
}

static void reports_are_encrypted_both_ways(void **state)
{
    (void)state;
    struct scene *s = scene_open(MEDIA_AES_128_SHA1_80);
    struct wire wire = reported(s);

    is_heard(s, 0x21);
    send_report(s, &wire);
    await_drops(s, MEDIA_DROP_FORGED, 1);
    assert_int_equal(stats_of(s).reports_received, 0);

    assert_true(foreign_change(s->says, FOREIGN_ENCRYPT_REPORT, wire.bytes,
                               &wire.length));
    send_report(s, &wire);
    send_report(s, &wire);
    await_drops(s, MEDIA_DROP_REPLAYED, 1);
    assert_int_equal(stats_of(s).reports_received, 1);

    assert_int_equal(media_close(s->desk.media, s->secret_id, TAG(&s->desk)),
                     0);
    assert_true(receive(s->secret.rtcp_fd, &wire, PATIENCE_MS));
    assert_true(wire.length > 8 + 4 + TAG_80);
    assert_true(foreign_change(s->hears, FOREIGN_DECRYPT_REPORT, wire.bytes,
                               &wire.length));
    assert_int_equal(wire.bytes[1], 201); /* a receiver report comes first */
    scene_close(s);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, both_are_heard, suite_rows);
    TEST_LIST_ADD(&list, sounds_and_digits_are_encrypted_too);
    TEST_LIST_ADD(&list, what_is_forged_is_counted_and_ends_nothing);
    TEST_LIST_ADD(&list, what_comes_again_is_counted_and_not_heard);
    TEST_LIST_ADD(&list, a_stranger_does_not_become_the_peer);
    TEST_LIST_ADD(&list, who_sends_the_peers_packets_again_does_not_silence_it);
    TEST_LIST_ADD(&list, the_same_keys_again_go_on);
    TEST_LIST_ADD(&list, new_keys_are_taken_and_old_ones_are_over);
    TEST_LIST_ADD(&list, a_peer_that_stops_encrypting_is_heard_plainly);
    TEST_LIST_ADD(&list, reports_are_encrypted_both_ways);
    return test_list_run(&list);
}
