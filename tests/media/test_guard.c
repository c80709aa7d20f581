/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strangers, silence, reports, and ports that are used again. */

#include "media/media.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "media/g711.h"
#include "tests/media/peer.h"
#include "tests/test.h"

enum {
    TRIES = 1000,
    STALE_MS = 1000, /* what comes later was dropped, and will not come */
};

/* Two phones that talk, and a stranger. */
static struct scene {
    struct desk desk;
    struct peer peers[2];
    struct media_stream_id ids[2];
    uint16_t ports[2];
    struct peer stranger;
} scene;

static struct scene *scene_with(const struct media_settings *settings)
{
    desk_open(&scene.desk, settings);
    for (int i = 0; i < 2; i++) {
        peer_open(&scene.peers[i]);
        scene.ids[i] =
            desk_stream(&scene.desk, &scene.peers[i], &scene.ports[i]);
    }
    peer_open(&scene.stranger);
    assert_int_equal(
        desk_result(&scene.desk, media_bridge(scene.desk.media, scene.ids[0],
                                              scene.ids[1], TAG(&scene.desk))),
        0);
    return &scene;
}

static struct scene *scene_open(void)
{
    struct media_settings settings = desk_settings();

    return scene_with(&settings);
}

static void scene_close(struct scene *s)
{
    desk_close(&s->desk);
    peer_close(&s->peers[0]);
    peer_close(&s->peers[1]);
    peer_close(&s->stranger);
}

static struct media_stats stats_of(struct scene *s, int who)
{
    struct media_stats stats;

    assert_int_equal(media_stats(s->desk.media, s->ids[who], &stats), 0);
    return stats;
}

static struct heard speak(struct scene *s, int who, uint8_t octet)
{
    struct heard heard;

    for (int tries = 0; tries < TRIES; tries++) {
        peer_send_octet(&s->peers[who], s->ports[who], octet);
        if (peer_hear(&s->peers[!who], &heard, STALE_MS))
            return heard;
    }
    fail();
    return heard;
}

/* Waits for a counter; the events that come meanwhile are kept. */
static void await_drops(struct scene *s, int who, enum media_drop drop,
                        uint64_t count)
{
    int64_t end_ms = test_now_ms() + PATIENCE_MS;

    while (stats_of(s, who).dropped[drop] < count) {
        assert_true(test_now_ms() < end_ms);
        desk_poll(&s->desk, 20);
    }
}

/* Attack 16. */
static void a_stranger_is_not_heard_and_counted(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct heard heard;

    speak(s, 0, 0x22);
    peer_forget(&s->peers[1]);
    for (int i = 0; i < 20; i++)
        peer_send_octet(&s->stranger, s->ports[0], 0x66);
    await_drops(s, 0, MEDIA_DROP_WRONG_SOURCE, 20);
    while (peer_hear(&s->peers[1], &heard, 0))
        assert_int_not_equal(heard.payload[0], 0x66);
    assert_false(peer_hear(&s->stranger, &heard, 0));
    assert_int_equal(speak(s, 0, 0x23).payload[0], 0x23);
    scene_close(s);
}

/* Attack 17: the stranger was first, and loses the lock to the SDP's address. */
static void who_sprays_before_the_call_gets_nothing(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct heard heard;

    for (int i = 0; i < 10; i++)
        peer_send_octet(&s->stranger, s->ports[0], 0x66);
    for (int tries = 0; !peer_hear(&s->peers[1], &heard, 0); tries++) {
        assert_true(tries < TRIES);
        peer_send_octet(&s->stranger, s->ports[0], 0x66);
        desk_poll(&s->desk, 20);
    }
    while (speak(s, 0, 0x22).payload[0] != 0x22)
        continue;
    peer_forget(&s->peers[1]);
    peer_forget(&s->stranger);

    uint64_t before = stats_of(s, 0).dropped[MEDIA_DROP_WRONG_SOURCE];

    peer_send_octet(&s->stranger, s->ports[0], 0x66);
    await_drops(s, 0, MEDIA_DROP_WRONG_SOURCE, before + 1);
    while (peer_hear(&s->peers[1], &heard, 0))
        assert_int_not_equal(heard.payload[0], 0x66);
    speak(s, 1, 0x33);
    assert_false(peer_hear(&s->stranger, &heard, 0));
    scene_close(s);
}

static void nothing_is_taken_before_connect(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct media_stream_id id;
    uint16_t port;
    struct media_stats stats;

    assert_int_equal(media_open(s->desk.media, s->ids[0], &id, &port), 0);
    for (int tries = 0;; tries++) {
        assert_true(tries < TRIES);
        peer_send_octet(&s->stranger, port, 0x66);
        desk_poll(&s->desk, 20);
        media_stats(s->desk.media, id, &stats);
        if (stats.dropped[MEDIA_DROP_NOT_CONNECTED] > 0)
            break;
    }
    assert_int_equal(stats.packets_received, 0);
    scene_close(s);
}

/* Attacks 18 to 20. */
static void garbage_is_counted_and_hurts_nobody(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    uint8_t bytes[1600];
    static const struct {
        const char *bytes;
        size_t length;
        enum media_drop drop;
    } known[] = {
        { "\x00\x01\0\0\x21\x12\xa4\x42transaction!", 20, MEDIA_DROP_NOT_RTP },
        { "\x16\xfe\xfd\0\0\0\0\0\0\0\0\0\x10", 13, MEDIA_DROP_NOT_RTP },
        { "", 0, MEDIA_DROP_NOT_RTP },
        { "\x80", 1, MEDIA_DROP_NOT_RTP },
        { "\x8f\0\0\1\0\0\0\1\0\0\0\2AAAA", 16, MEDIA_DROP_MALFORMED },
        { "\x90\0\0\1\0\0\0\1\0\0\0\2\0\0\xff\xff", 16, MEDIA_DROP_MALFORMED },
        { "\xa0\0\0\1\0\0\0\1\0\0\0\2abc\xff", 16, MEDIA_DROP_MALFORMED },
        { "\x80\x60\0\1\0\0\0\1\0\0\0\2", 12, MEDIA_DROP_UNKNOWN_TYPE },
    };

    speak(s, 0, 0x22);
    for (size_t i = 0; i < ARRAY_LEN(known); i++) {
        uint64_t before = stats_of(s, 0).dropped[known[i].drop];

        peer_send_raw(s->peers[0].fd, s->ports[0],
                      (const uint8_t *)known[i].bytes, known[i].length);
        await_drops(s, 0, known[i].drop, before + 1);
    }

    srand(6);
    for (int i = 0; i < 3000; i++) {
        size_t length = (size_t)rand() % sizeof(bytes);

        for (size_t k = 0; k < length; k++)
            bytes[k] = (uint8_t)rand();
        if (rand() % 2 && length)
            bytes[0] = 0x80;
        peer_send_raw(i % 2 ? s->peers[0].fd : s->peers[0].rtcp_fd,
                      (uint16_t)(s->ports[0] + !(i % 2)), bytes, length);
    }
    for (int tries = 0; tries < TRIES; tries++) {
        struct heard heard = speak(s, 0, 0x77);

        if (heard.length == PEER_FRAME && heard.payload[0] == 0x77)
            break;
        assert_true(tries < TRIES - 1);
    }
    scene_close(s);
}

static void rtcp_ends_no_call_and_strangers_are_not_believed(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    static const uint8_t bye[] = { 0x80, 201, 0, 1, 1, 2, 3, 4,
                                   0x81, 203, 0, 1, 1, 2, 3, 4 };

    speak(s, 0, 0x22);
    peer_send_raw(s->peers[0].rtcp_fd, (uint16_t)(s->ports[0] + 1), bye,
                  sizeof(bye));
    peer_send_raw(s->peers[0].rtcp_fd, (uint16_t)(s->ports[0] + 1), bye, 4);
    await_drops(s, 0, MEDIA_DROP_RTCP_MALFORMED, 1);
    assert_int_equal(stats_of(s, 0).reports_received, 1);
    assert_int_equal(speak(s, 0, 0x23).payload[0], 0x23);
    scene_close(s);
}

/* Silence. */

static void silence_is_told_once_until_it_ends(void **state)
{
    (void)state;
    struct media_settings settings = desk_settings();

    settings.rtp_timeout_ms = 300;

    struct scene *s = scene_with(&settings);
    struct media_event told = desk_event(&s->desk, MEDIA_TIMEOUT, s->ids[0]);

    assert_in_range(told.silent_ms, 300, PATIENCE_MS);
    desk_event(&s->desk, MEDIA_TIMEOUT, s->ids[1]);
    /* The second one of each comes after the next sound only. */
    for (int i = 0; i < 10; i++)
        desk_poll(&s->desk, 60);
    assert_int_equal(desk_count(&s->desk, MEDIA_TIMEOUT), 0);
    speak(s, 0, 0x22);
    desk_event(&s->desk, MEDIA_TIMEOUT, s->ids[0]);
    scene_close(s);
}

static void part(struct scene *s)
{
    assert_int_equal(
        desk_result(&s->desk,
                    media_unbridge(s->desk.media, s->ids[0], TAG(&s->desk))),
        0);
}

/* What nobody listened to may have been silent for long. */
static void a_bridge_counts_silence_anew(void **state)
{
    (void)state;
    struct media_settings settings = desk_settings();

    settings.rtp_timeout_ms = 300;

    struct scene *s = scene_with(&settings);

    for (int i = 0; i < 2; i++)
        desk_event(&s->desk, MEDIA_TIMEOUT, s->ids[i]);
    part(s);
    assert_int_equal(
        desk_result(&s->desk, media_bridge(s->desk.media, s->ids[0], s->ids[1],
                                           TAG(&s->desk))),
        0);
    for (int i = 0; i < 2; i++)
        assert_in_range(
            desk_event(&s->desk, MEDIA_TIMEOUT, s->ids[i]).silent_ms, 300,
            PATIENCE_MS);
    scene_close(s);
}

static void whoever_hears_nothing_is_kept_alive(void **state)
{
    (void)state;
    struct media_settings settings = desk_settings();
    struct heard heard;

    settings.keep_alive_ms = 150;

    struct scene *s = scene_with(&settings);

    part(s);
    for (int i = 0; i < 2; i++) {
        assert_true(peer_hear(&s->peers[0], &heard, PATIENCE_MS));
        assert_int_equal(heard.length, 160);
        for (size_t at = 0; at < heard.length; at++)
            assert_int_equal(heard.payload[at], g711_silence(MEDIA_PCMU));
    }
    scene_close(s);
}

static void a_held_phone_may_be_silent(void **state)
{
    (void)state;
    struct media_settings settings = desk_settings();

    settings.rtp_timeout_ms = 200;

    struct scene *s = scene_with(&settings);
    struct media_description remote = peer_description(&s->peers[0]);
    struct media_description local = remote;

    local.direction = MEDIA_SENDS;
    assert_int_equal(
        desk_result(&s->desk, media_connect(s->desk.media, s->ids[0],
                                            TAG(&s->desk), &remote, &local)),
        0);
    /* It may have been told before the hold. */
    while (desk_count(&s->desk, MEDIA_TIMEOUT) > 0)
        s->desk.count = 0;
    /* The other one was silent for longer: so was this one, and not told. */
    for (int i = 0; i < 2; i++) {
        speak(s, 1, 0x22 + (uint8_t)i);
        desk_event(&s->desk, MEDIA_TIMEOUT, s->ids[1]);
    }
    for (size_t i = 0; i < s->desk.count; i++)
        assert_int_not_equal(s->desk.events[i].stream.slot, s->ids[0].slot);
    scene_close(s);
}

/* Ports. */

static void a_port_is_free_again_only_when_detached(void **state)
{
    (void)state;
    static struct desk desk;
    struct media_settings settings = desk_settings();
    struct media_stream_id id = { 0 }, next, none = { 0 };
    uint16_t port = 0, next_port;
    int rc = -1;

    /* The only pair of the range, wherever there is one. */
    for (uint16_t first = 20000; rc != 0; first += 2) {
        assert_true(first < 22000);
        settings.port_min = first;
        settings.port_max = (uint16_t)(first + 1);
        desk_open(&desk, &settings);
        rc = media_open(desk.media, none, &id, &port);
        if (rc != 0)
            desk_close(&desk);
    }

    assert_int_equal(media_close(desk.media, id, 1), 0);
    /* Not fetched yet, so not detached yet. */
    assert_int_equal(media_open(desk.media, none, &next, &next_port),
                     -EADDRINUSE);
    desk_event(&desk, MEDIA_DETACHED, id);
    assert_int_equal(media_open(desk.media, none, &next, &next_port), 0);
    assert_int_equal(next_port, port);
    desk_close(&desk);
}

static void the_last_calls_packets_do_not_reach_the_next(void **state)
{
    (void)state;
    static struct desk desk;
    struct media_settings settings = desk_settings();
    struct peer last, next;
    struct media_stream_id id = { 0 };
    struct media_stats stats;
    uint16_t port = 0;
    int rc = -1;

    peer_open(&last);
    peer_open(&next);
    for (uint16_t first = 20000; rc != 0; first += 2) {
        struct media_stream_id none = { 0 };

        assert_true(first < 22000);
        settings.port_min = first;
        settings.port_max = (uint16_t)(first + 1);
        desk_open(&desk, &settings);
        rc = media_open(desk.media, none, &id, &port);
        if (rc != 0)
            desk_close(&desk);
    }
    for (int i = 0; i < 50; i++)
        peer_send_octet(&last, port, 0x66);
    assert_int_equal(media_close(desk.media, id, 1), 0);
    for (int i = 0; i < 50; i++)
        peer_send_octet(&last, port, 0x66);
    desk_event(&desk, MEDIA_DETACHED, id);

    id = desk_stream(&desk, &next, &port);
    for (int tries = 0;; tries++) {
        assert_true(tries < TRIES);
        peer_send_octet(&next, port, 0x22);
        peer_send_octet(&last, port, 0x66);
        desk_poll(&desk, 20);
        assert_int_equal(media_stats(desk.media, id, &stats), 0);
        if (stats.packets_received > 0 &&
            stats.dropped[MEDIA_DROP_WRONG_SOURCE] > 0)
            break;
    }
    desk_close(&desk);
    peer_close(&last);
    peer_close(&next);
}

/* RTCP. */

static size_t hear_report(struct peer *peer, uint8_t *bytes, size_t size)
{
    struct pollfd wait = { .fd = peer->rtcp_fd, .events = POLLIN };

    assert_int_equal(poll(&wait, 1, PATIENCE_MS), 1);

    ssize_t length = recv(peer->rtcp_fd, bytes, size, 0);

    assert_true(length >= 8);
    return (size_t)length;
}

static uint32_t word(const uint8_t *bytes)
{
    uint32_t value;

    memcpy(&value, bytes, 4);
    return ntohl(value);
}

static void reports_tell_what_was_sent_and_heard(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    uint8_t report[1500];
    uint8_t ours[28] = { 0x80, 200, 0, 6 };
    uint32_t ssrc = htonl(s->peers[1].ssrc);

    struct heard heard;
    size_t length;

    memcpy(ours + 4, &ssrc, 4);
    memcpy(ours + 8, "\x11\x22\x33\x44\x55\x66\x77\x88", 8);
    /* The first report as a rule; on a busy machine one of the next. */
    do {
        heard = speak(s, 0, 0x22);
        speak(s, 1, 0x33);
        peer_send_raw(s->peers[1].rtcp_fd, (uint16_t)(s->ports[1] + 1), ours,
                      sizeof(ours));
        length = hear_report(&s->peers[1], report, sizeof(report));
    } while (length < 52 || word(report + 44) != 0x33445566);

    assert_int_equal(report[0], 0x81);
    assert_int_equal(report[1], 200);
    assert_int_equal(word(report + 4), heard.ssrc);
    assert_true(word(report + 20) >= 1); /* packets */
    assert_int_equal(word(report + 24), word(report + 20) * PEER_FRAME);
    assert_int_equal(word(report + 28), s->peers[1].ssrc);
    assert_true(word(report + 48) < 60u << 16); /* DLSR */
    assert_int_equal(report[53], 202);
    assert_true(length > 60);

    /* We answer with a block about it: 1 s ago by our clock, held for 0.5 s. */
    uint8_t answer[32] = { 0x81, 201, 0, 7 };
    uint32_t middle = htonl((word(report + 8) << 16) | word(report + 12) >> 16);
    uint32_t about = htonl(heard.ssrc);

    memcpy(answer + 4, &ssrc, 4);
    memcpy(answer + 8, &about, 4);
    memcpy(answer + 12, "\x10\0\0\5", 4);
    answer[23] = 80;
    memcpy(answer + 24, &middle, 4);
    peer_send_raw(s->peers[1].rtcp_fd, (uint16_t)(s->ports[1] + 1), answer,
                  sizeof(answer));
    for (int64_t end_ms = test_now_ms() + PATIENCE_MS;
         stats_of(s, 1).remote_lost != 5;) {
        assert_true(test_now_ms() < end_ms);
        desk_poll(&s->desk, 20);
    }
    assert_int_equal(stats_of(s, 1).remote_jitter_us, 10000);
    assert_in_range(stats_of(s, 1).round_trip_us, 1, PATIENCE_MS * 1000);
    scene_close(s);
}

static void a_closed_stream_says_good_bye(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    uint8_t report[1500];
    bool bye = false;

    speak(s, 0, 0x22);
    assert_int_equal(media_close(s->desk.media, s->ids[1], 1), 0);
    desk_event(&s->desk, MEDIA_DETACHED, s->ids[1]);
    while (!bye) {
        size_t length = hear_report(&s->peers[1], report, sizeof(report));

        for (size_t at = 0; at < length;
             at += 4 * ((size_t)(report[at + 2] << 8 | report[at + 3]) + 1))
            bye = bye || report[at + 1] == 203;
    }
    scene_close(s);
}

static void loss_is_counted(void **state)
{
    (void)state;
    struct scene *s = scene_open();

    speak(s, 0, 0x22);
    s->peers[0].sequence = (uint16_t)(s->peers[0].sequence + 7);
    s->peers[0].timestamp += 7 * 160;
    speak(s, 0, 0x22);
    for (int64_t end_ms = test_now_ms() + PATIENCE_MS;
         stats_of(s, 0).packets_lost != 7;) {
        assert_true(test_now_ms() < end_ms);
        desk_poll(&s->desk, 20);
    }
    scene_close(s);
}

/* IPv6. */

static void a_socket_for_both_families_takes_both(void **state)
{
    (void)state;
    static struct desk desk;
    struct media_settings settings = desk_settings();
    struct sockaddr_in6 any = { .sin6_family = AF_INET6 };
    struct peer peer;
    struct heard heard;
    uint16_t port;
    int fd = socket(AF_INET6, SOCK_DGRAM, 0);

    if (fd < 0 || bind(fd, (struct sockaddr *)&any, sizeof(any)) < 0)
        skip();
    close(fd);

    memset(&settings.bind, 0, sizeof(settings.bind));
    memcpy(&settings.bind, &any, sizeof(any));
    desk_open(&desk, &settings);
    peer_open(&peer);

    struct media_stream_id id = desk_stream(&desk, &peer, &port);
    struct sound *sound = NULL;
    struct media_play order = { .loop = true };

    assert_int_equal(sound_from_tone(SOUND_BEEP, NULL, &sound), 0);
    order.sound = sound;
    assert_int_equal(
        desk_result(&desk, media_play(desk.media, id, TAG(&desk), &order)), 0);
    sound_unref(sound);
    assert_true(peer_hear(&peer, &heard, PATIENCE_MS));
    for (int tries = 0;; tries++) {
        struct media_stats stats;

        assert_true(tries < TRIES);
        peer_send_octet(&peer, port, 0x22);
        desk_poll(&desk, 20);
        assert_int_equal(media_stats(desk.media, id, &stats), 0);
        if (stats.packets_received > 0)
            break;
    }
    desk_close(&desk);
    peer_close(&peer);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_stranger_is_not_heard_and_counted);
    TEST_LIST_ADD(&list, who_sprays_before_the_call_gets_nothing);
    TEST_LIST_ADD(&list, nothing_is_taken_before_connect);
    TEST_LIST_ADD(&list, garbage_is_counted_and_hurts_nobody);
    TEST_LIST_ADD(&list, rtcp_ends_no_call_and_strangers_are_not_believed);
    TEST_LIST_ADD(&list, silence_is_told_once_until_it_ends);
    TEST_LIST_ADD(&list, a_bridge_counts_silence_anew);
    TEST_LIST_ADD(&list, whoever_hears_nothing_is_kept_alive);
    TEST_LIST_ADD(&list, a_held_phone_may_be_silent);
    TEST_LIST_ADD(&list, a_port_is_free_again_only_when_detached);
    TEST_LIST_ADD(&list, the_last_calls_packets_do_not_reach_the_next);
    TEST_LIST_ADD(&list, reports_tell_what_was_sent_and_heard);
    TEST_LIST_ADD(&list, a_closed_stream_says_good_bye);
    TEST_LIST_ADD(&list, loss_is_counted);
    TEST_LIST_ADD(&list, a_socket_for_both_families_takes_both);
    return test_list_run(&list);
}
