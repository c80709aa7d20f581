/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two phones, and everything that may come between them. */

#include "media/media.h"

#include <arpa/inet.h>
#include <errno.h>
#include <poll.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

#include "media/g711.h"
#include "tests/media/peer.h"
#include "tests/test.h"

enum {
    EVENTS = 101,
    TRIES = 100,
    /* What was not passed on after this was dropped as stale, because the
       machine was too busy, and will not come any more. */
    STALE_MS = 1000,
};

/* Two phones, connected, not bridged yet. */
static struct scene {
    struct desk desk;
    struct peer peers[2];
    struct media_stream_id ids[2];
    uint16_t ports[2];
} scene;

static struct scene *scene_with(const struct media_settings *settings)
{
    desk_open(&scene.desk, settings);
    for (int i = 0; i < 2; i++) {
        peer_open(&scene.peers[i]);
        scene.ids[i] =
            desk_stream(&scene.desk, &scene.peers[i], &scene.ports[i]);
    }
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
}

static void bridge(struct scene *s)
{
    assert_int_equal(
        desk_result(&s->desk, media_bridge(s->desk.media, s->ids[0], s->ids[1],
                                           TAG(&s->desk))),
        0);
}

static void play_tone(struct scene *s, int who, enum sound_tone tone)
{
    struct sound *sound = NULL;
    struct media_play order = { .play_id = 1, .loop = true };

    assert_int_equal(sound_from_tone(tone, NULL, &sound), 0);
    order.sound = sound;
    assert_int_equal(
        desk_result(&s->desk, media_play(s->desk.media, s->ids[who],
                                         TAG(&s->desk), &order)),
        0);
    sound_unref(sound);
}

/* Speaks one frame of an octet until the other one hears something. */
static struct heard speak(struct scene *s, int who, uint8_t octet)
{
    struct heard heard;

    for (int tries = 0; tries < TRIES; tries++) {
        peer_send_octet(&s->peers[who], s->ports[who], octet);
        if (peer_hear(&s->peers[!who], &heard, STALE_MS))
            return heard;
        /* A phone's clock goes on while it waits; else all is stale. */
        s->peers[who].timestamp += STALE_MS * 8;
    }
    fail();
    return heard;
}

/* Whether nothing of what one says reaches the other. A packet with another
   way through the same thread comes after: when it is counted, so are these. */
static void assert_deaf(struct scene *s, int who)
{
    struct media_stats stats;
    struct heard heard;
    uint64_t before, after;

    assert_int_equal(media_stats(s->desk.media, s->ids[who], &stats), 0);
    before = after = stats.packets_received;
    for (int tries = 0; after < before + 5; tries++) {
        assert_true(tries < TRIES);
        peer_send_octet(&s->peers[who], s->ports[who], 0x11);
        if (peer_hear(&s->peers[!who], &heard, 20))
            assert_int_not_equal(heard.payload[0], 0x11);
        media_stats(s->desk.media, s->ids[who], &stats);
        after = stats.packets_received;
    }
}

static void both_hear_each_other_octet_by_octet(void **state)
{
    (void)state;
    struct scene *s = scene_open();

    bridge(s);
    for (int octet = 0; octet < 256; octet += 5)
        for (int who = 0; who < 2; who++) {
            struct heard heard = speak(s, who, (uint8_t)octet);

            assert_int_equal(heard.payload_type, 0);
            assert_int_equal(heard.length, PEER_FRAME);
            for (size_t i = 0; i < heard.length; i++)
                assert_int_equal(heard.payload[i], octet);
        }
    scene_close(s);
}

/* Some phones count the frames they send instead of time. A frame may be lost
   when this machine is so busy that the product's thread slept. */
static void a_clock_that_stands_still_in_pauses_loses_nothing(void **state)
{
    enum { SPURTS = 6, FRAMES = 6, PAUSE_MS = 600 };
    (void)state;
    struct scene *s = scene_open();
    uint32_t last = 0;
    int lost = 0, behind = 0;

    bridge(s);
    speak(s, 0, 0x22);
    for (int spurt = 0; spurt < SPURTS; spurt++) {
        poll(NULL, 0, PAUSE_MS); /* the pause of a speaker */
        for (int frame = 0; frame < FRAMES; frame++) {
            struct heard heard;

            peer_send_octet(&s->peers[0], s->ports[0], 0x33);
            if (!peer_hear(&s->peers[1], &heard, STALE_MS)) {
                lost++;
                continue;
            }
            /* Who listens is told of the pause. */
            if (frame == 0 && spurt > 0)
                behind += heard.timestamp - last < PAUSE_MS * 8;
            last = heard.timestamp;
            poll(NULL, 0, 20); /* the pace of speech */
        }
    }
    assert_in_range(lost, 0, SPURTS * FRAMES / 10);
    assert_in_range(behind, 0, 1);
    scene_close(s);
}

/* Sends a spurt of packets 0, 1, 4, 3 and hears it; false: some were stale. */
static bool hear_spurt(struct scene *s, struct heard heard[4])
{
    static const uint16_t order[4] = { 0, 1, 4, 3 };
    uint16_t sequence = s->peers[0].sequence;
    uint32_t timestamp = s->peers[0].timestamp;

    for (uint16_t i = 0; i < 4; i++) {
        s->peers[0].sequence = (uint16_t)(sequence + order[i]);
        s->peers[0].timestamp = timestamp + order[i] * 160u;
        peer_send_octet(&s->peers[0], s->ports[0], (uint8_t)order[i]);
        if (!peer_hear(&s->peers[1], &heard[i], STALE_MS))
            return false;
        assert_int_equal(heard[i].payload[0], order[i]);
    }

    return true;
}

static void loss_and_order_are_passed_on_under_our_numbers(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct heard heard[4];

    bridge(s);
    for (int tries = 0; !hear_spurt(s, heard); tries++)
        assert_true(tries < TRIES);
    assert_int_not_equal(heard[0].ssrc, s->peers[0].ssrc);
    for (uint16_t i = 1; i < 4; i++) {
        uint16_t distance = (uint16_t)(heard[i].sequence - heard[0].sequence);

        assert_int_equal(distance, heard[i].payload[0]);
        assert_int_equal(heard[i].timestamp - heard[0].timestamp,
                         distance * 160);
        assert_int_equal(heard[i].ssrc, heard[0].ssrc);
        assert_false(heard[i].marker);
    }
    assert_true(heard[0].marker);
    scene_close(s);
}

static const struct law_row {
    const char *says;
    enum media_codec law[2];
} law_rows[] = {
    { "A-law is heard as mu-law", { MEDIA_PCMA, MEDIA_PCMU } },
    { "mu-law is heard as A-law", { MEDIA_PCMU, MEDIA_PCMA } },
    { "A-law is heard as A-law", { MEDIA_PCMA, MEDIA_PCMA } },
};

static void laws_meet(void **state)
{
    const struct law_row *row = *state;
    struct scene *s = scene_open();

    for (int who = 0; who < 2; who++) {
        struct media_description only = peer_description(&s->peers[who]);

        only.formats[0] =
            (struct media_format){ row->law[who],
                                   row->law[who] == MEDIA_PCMA ? 8 : 0 };
        only.format_count = 1;
        s->peers[who].payload_type = only.formats[0].payload_type;
        assert_int_equal(
            desk_result(&s->desk, media_connect(s->desk.media, s->ids[who],
                                                TAG(&s->desk), &only, &only)),
            0);
    }
    bridge(s);
    for (int octet = 0; octet < 256; octet += 17)
        for (int who = 0; who < 2; who++) {
            int16_t said = g711_decode(row->law[who], (uint8_t)octet);
            struct heard heard = speak(s, who, (uint8_t)octet);
            int16_t meant = g711_decode(row->law[!who], heard.payload[0]);

            assert_int_equal(heard.payload_type, s->peers[!who].payload_type);
            /* No step of either law is wider than 1/16 of its value. */
            assert_true(abs(meant - said) <= 8 + abs(said) / 16);
        }
    scene_close(s);
}

static void music_covers_the_bridge_in_one_source(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct heard before, music, after;

    bridge(s);
    before = speak(s, 0, 0x22);
    play_tone(s, 1, SOUND_SILENCE);
    peer_forget(&s->peers[1]);
    assert_true(peer_hear(&s->peers[1], &music, PATIENCE_MS));
    assert_deaf(s, 0);
    assert_int_equal(
        desk_result(&s->desk,
                    media_stop_play(s->desk.media, s->ids[1], TAG(&s->desk))),
        0);
    peer_forget(&s->peers[1]);
    after = speak(s, 0, 0x33);
    assert_true(after.marker);
    /* What was said under the music may have been on its way still. */
    for (int tries = 0; after.payload[0] == 0x11; tries++) {
        assert_true(tries < TRIES);
        after = speak(s, 0, 0x33);
    }
    assert_int_equal(after.payload[0], 0x33);
    assert_int_equal(music.ssrc, before.ssrc);
    assert_int_equal(after.ssrc, before.ssrc);
    assert_true((int32_t)(music.timestamp - before.timestamp) > 0);
    assert_true((int32_t)(after.timestamp - music.timestamp) > 0);
    scene_close(s);
}

/* Every packet a phone hears while sounds and the bridge take turns. */
static void no_number_is_left_out_or_used_twice(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct heard last, next;

    bridge(s);
    last = speak(s, 0, 0x22);
    for (int round = 0; round < 6; round++) {
        bool music = round % 2 == 0;

        if (music)
            play_tone(s, 1, SOUND_SILENCE);
        else
            assert_int_equal(
                desk_result(&s->desk, media_stop_play(s->desk.media, s->ids[1],
                                                      TAG(&s->desk))),
                0);
        for (int heard = 0; heard < 10; heard++) {
            if (music)
                assert_true(peer_hear(&s->peers[1], &next, PATIENCE_MS));
            else
                next = speak(s, 0, 0x22);
            /* The bridge passes loss on; the product makes none of its own,
               a busy machine may. */
            assert_true((int16_t)(next.sequence - last.sequence) > 0);
            if (music)
                assert_int_equal((uint16_t)(next.sequence - last.sequence), 1);
            assert_true((int32_t)(next.timestamp - last.timestamp) > 0);
            last = next;
        }
    }
    scene_close(s);
}

/* What comes all at once after a pause looks like a clock that stood still, and
   then like a queue after all. */
static void a_queue_after_a_pause_turns_no_time_back(void **state)
{
    enum { QUEUE = 20, PAUSE_MS = 300 };
    (void)state;
    struct scene *s = scene_open();
    struct heard last, next;

    bridge(s);
    last = speak(s, 0, 0x22);
    poll(NULL, 0, PAUSE_MS);
    for (int i = 0; i < QUEUE; i++)
        peer_send_octet(&s->peers[0], s->ports[0], 0x33);
    for (int i = 0; i < QUEUE; i++) {
        if (!peer_hear(&s->peers[1], &next, STALE_MS))
            break; /* stale on a busy machine, as may be */
        assert_true((int16_t)(next.sequence - last.sequence) > 0);
        assert_true((int32_t)(next.timestamp - last.timestamp) > 0);
        last = next;
    }
    scene_close(s);
}

static void after_unbridging_nothing_passes(void **state)
{
    (void)state;
    struct scene *s = scene_open();

    bridge(s);
    speak(s, 0, 0x22);
    assert_int_equal(
        desk_result(&s->desk,
                    media_unbridge(s->desk.media, s->ids[1], TAG(&s->desk))),
        0);
    peer_forget(&s->peers[0]);
    peer_forget(&s->peers[1]);
    assert_deaf(s, 0);
    assert_deaf(s, 1);
    scene_close(s);
}

static void a_third_phone_takes_the_place_of_the_second(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct peer third;
    uint16_t port;
    struct heard heard;

    peer_open(&third);

    struct media_stream_id id = desk_stream(&s->desk, &third, &port);

    bridge(s);
    speak(s, 0, 0x22);
    assert_int_equal(
        desk_result(&s->desk,
                    media_bridge(s->desk.media, id, s->ids[0], TAG(&s->desk))),
        0);
    peer_forget(&s->peers[1]);
    for (int tries = 0;; tries++) {
        assert_true(tries < TRIES);
        peer_send_octet(&s->peers[0], s->ports[0], 0x44);
        if (peer_hear(&third, &heard, STALE_MS))
            break;
    }
    assert_int_equal(heard.payload[0], 0x44);
    assert_deaf(s, 1);
    assert_false(peer_hear(&s->peers[1], &heard, 0));
    peer_close(&third);
    scene_close(s);
}

static void a_muted_phone_is_heard_as_silence(void **state)
{
    (void)state;
    struct scene *s = scene_open();

    bridge(s);
    assert_int_equal(desk_result(&s->desk, media_mute(s->desk.media, s->ids[0],
                                                      TAG(&s->desk), true)),
                     0);

    struct heard heard = speak(s, 0, 0x22);

    for (size_t i = 0; i < heard.length; i++)
        assert_int_equal(heard.payload[i], 0xff);
    /* The other way is open. */
    assert_int_equal(speak(s, 1, 0x33).payload[0], 0x33);

    assert_int_equal(desk_result(&s->desk, media_mute(s->desk.media, s->ids[0],
                                                      TAG(&s->desk), false)),
                     0);
    peer_forget(&s->peers[1]);
    assert_int_equal(speak(s, 0, 0x22).payload[0], 0x22);
    scene_close(s);
}

static void an_answer_that_nobody_waits_for_wakes_nobody(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct pollfd wait = { .events = POLLIN };
    struct media_event event;
    int64_t end_ms = test_now_ms() + PATIENCE_MS;

    bridge(s);
    wait.fd = media_event_fd(s->desk.media);
    assert_int_equal(poll(&wait, 1, 0), 0);
    assert_int_equal(media_mute(s->desk.media, s->ids[0], 0, true), 0);
    while (speak(s, 0, 0x22).payload[0] != 0xff)
        assert_true(test_now_ms() < end_ms);

    while (!media_next_event(s->desk.media, &event))
        assert_true(test_now_ms() < end_ms);
    assert_int_equal(poll(&wait, 1, 0), 0);
    assert_int_equal(event.type, MEDIA_ANSWER);
    assert_int_equal(event.tag, 0);
    assert_int_equal(event.result, 0);

    /* That it failed is told. */
    assert_int_equal(
        media_control_play(s->desk.media, s->ids[0], 0, MEDIA_PLAY_PAUSE, 0),
        0);
    assert_int_equal(poll(&wait, 1, PATIENCE_MS), 1);
    assert_true(media_next_event(s->desk.media, &event));
    assert_int_equal(event.result, -ENOENT);
    scene_close(s);
}

static void a_held_phone_neither_hears_nor_is_heard(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct media_description local = peer_description(&s->peers[0]);
    struct media_description held = local;
    struct heard heard;

    bridge(s);
    speak(s, 0, 0x22);
    held.direction = MEDIA_INACTIVE;
    assert_int_equal(
        desk_result(&s->desk, media_connect(s->desk.media, s->ids[0],
                                            TAG(&s->desk), &held, &local)),
        0);
    peer_forget(&s->peers[0]);
    peer_forget(&s->peers[1]);
    assert_deaf(s, 0);
    assert_deaf(s, 1);
    assert_false(peer_hear(&s->peers[0], &heard, 0));

    struct media_stats stats;

    media_stats(s->desk.media, s->ids[0], &stats);
    assert_true(stats.dropped[MEDIA_DROP_HELD] >= 4);
    scene_close(s);
}

static void comfort_noise_is_not_passed_on(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct heard before, after;
    uint8_t level = 60;

    bridge(s);
    before = speak(s, 0, 0x22);
    s->peers[0].payload_type = 13;
    peer_send(&s->peers[0], s->ports[0], &level, 1);
    s->peers[0].payload_type = 0;
    after = speak(s, 0, 0x23);
    assert_int_equal(after.length, PEER_FRAME);
    assert_int_equal(after.payload[0], 0x23);
    assert_true((int16_t)(after.sequence - before.sequence) > 0);
    scene_close(s);
}

/* Digits. */

/* One packet of a press that began `units` ago. */
static void send_event(struct scene *s, int who, uint8_t event, bool ends,
                       uint16_t duration)
{
    struct peer *peer = &s->peers[who];
    uint8_t payload[] = { event, (uint8_t)(ends ? 0x8a : 0x0a),
                          (uint8_t)(duration >> 8), (uint8_t)duration };
    uint8_t audio_type = peer->payload_type;
    uint32_t began = peer->timestamp;

    peer->payload_type = EVENTS;
    peer_send(peer, s->ports[who], payload, sizeof(payload));
    peer->payload_type = audio_type;
    peer->timestamp = began; /* the whole press has one */
}

static void a_key_is_told_once_and_passed_on(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct media_description remote = peer_description(&s->peers[1]);
    struct media_description local = remote;
    struct heard heard, first = { 0 };

    /* The second phone wants its events as 97; ours are 101. */
    remote.event_type = 97;
    assert_int_equal(
        desk_result(&s->desk, media_connect(s->desk.media, s->ids[1],
                                            TAG(&s->desk), &remote, &local)),
        0);
    bridge(s);
    for (int i = 0; i < 6; i++)
        send_event(s, 0, 9, i >= 3, (uint16_t)(160 * (i < 3 ? i + 1 : 4)));
    assert_int_equal(desk_event(&s->desk, MEDIA_DIGIT, s->ids[0]).digit, '9');
    for (int i = 0; i < 6; i++) {
        assert_true(peer_hear(&s->peers[1], &heard, PATIENCE_MS));
        if (i == 0)
            first = heard;
        assert_int_equal(heard.payload_type, 97);
        assert_int_equal(heard.length, 4);
        assert_int_equal(heard.payload[0], 9);
        assert_int_equal(heard.payload[1] >> 7, i >= 3);
        assert_int_equal(heard.timestamp, first.timestamp);
        assert_int_equal((uint16_t)(heard.sequence - first.sequence), i);
    }
    assert_int_equal(desk_count(&s->desk, MEDIA_DIGIT), 0);
    scene_close(s);
}

/* Our SDP says 97, and a phone sends the number of its own. */
static void a_key_with_the_phones_own_number_is_told(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct media_description local = peer_description(&s->peers[0]);
    struct media_description remote = local;

    local.event_type = 97;
    assert_int_equal(
        desk_result(&s->desk, media_connect(s->desk.media, s->ids[0],
                                            TAG(&s->desk), &remote, &local)),
        0);
    send_event(s, 0, 8, true, 480);
    assert_int_equal(desk_event(&s->desk, MEDIA_DIGIT, s->ids[0]).digit, '8');
    scene_close(s);
}

static void a_key_is_told_though_the_other_takes_none(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct media_description remote = peer_description(&s->peers[1]);
    struct heard before, after;

    remote.event_type = MEDIA_NO_EVENTS;
    assert_int_equal(
        desk_result(&s->desk, media_connect(s->desk.media, s->ids[1],
                                            TAG(&s->desk), &remote, &remote)),
        0);
    bridge(s);
    before = speak(s, 0, 0x22);
    send_event(s, 0, 5, true, 480);
    assert_int_equal(desk_event(&s->desk, MEDIA_DIGIT, s->ids[0]).digit, '5');
    s->peers[0].timestamp += 480;
    after = speak(s, 0, 0x23);
    assert_int_equal(after.payload[0], 0x23);
    assert_true((int16_t)(after.sequence - before.sequence) > 0);
    assert_int_equal(
        desk_result(&s->desk, media_send_digit(s->desk.media, s->ids[1],
                                               TAG(&s->desk), '1', 100)),
        -ENOTSUP);
    scene_close(s);
}

/* Carries what the first phone hears to the second stream, losing two of three
   end packets and every fourth other one, and swapping neighbours. */
static void carry_badly(struct scene *s, size_t presses)
{
    uint8_t held[1500];
    size_t held_length = 0, ends = 0, seen = 0;

    while (ends < 3 * presses) {
        struct heard heard;
        uint8_t bytes[16] = { 0x80, EVENTS };
        uint32_t words[2];

        assert_true(peer_hear(&s->peers[0], &heard, PATIENCE_MS));
        if (heard.payload_type != EVENTS)
            continue;
        assert_int_equal(heard.length, 4);

        bool end = heard.payload[1] & 0x80;

        ends += end;
        if (end ? ends % 3 != 0 : seen++ % 4 == 3)
            continue;

        bytes[2] = (uint8_t)(heard.sequence >> 8);
        bytes[3] = (uint8_t)heard.sequence;
        words[0] = htonl(heard.timestamp);
        words[1] = htonl(s->peers[1].ssrc);
        memcpy(bytes + 4, words, 8);
        memcpy(bytes + 12, heard.payload, 4);
        if (held_length == 0) {
            memcpy(held, bytes, sizeof(bytes));
            held_length = sizeof(bytes);
            continue;
        }
        /* The later one first, unless another press begins with it. */
        if (!memcmp(held + 4, bytes + 4, 4)) {
            peer_send_raw(s->peers[1].fd, s->ports[1], bytes, sizeof(bytes));
            peer_send_raw(s->peers[1].fd, s->ports[1], held, held_length);
        } else {
            peer_send_raw(s->peers[1].fd, s->ports[1], held, held_length);
            peer_send_raw(s->peers[1].fd, s->ports[1], bytes, sizeof(bytes));
        }
        held_length = 0;
    }
    if (held_length)
        peer_send_raw(s->peers[1].fd, s->ports[1], held, held_length);
}

static void digits_cross_a_bad_network_whole(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    const char digits[] = "1#*0AD559";

    for (size_t i = 0; i < sizeof(digits) - 1; i++)
        assert_int_equal(
            desk_result(&s->desk,
                        media_send_digit(s->desk.media, s->ids[0],
                                         TAG(&s->desk), digits[i], 100)),
            0);
    carry_badly(s, sizeof(digits) - 1);
    for (size_t i = 0; i < sizeof(digits) - 1; i++)
        assert_int_equal(desk_event(&s->desk, MEDIA_DIGIT, s->ids[1]).digit,
                         digits[i]);
    assert_int_equal(desk_count(&s->desk, MEDIA_DIGIT), 0);
    scene_close(s);
}

static void too_many_digits_wait(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    int refused = 0;

    for (int i = 0; i < MEDIA_MAX_DIGITS_WAITING + 1; i++)
        refused +=
            desk_result(&s->desk, media_send_digit(s->desk.media, s->ids[0],
                                                   TAG(&s->desk), '1',
                                                   60000)) == -ENOBUFS;
    assert_int_equal(refused, 1);
    scene_close(s);
}

static void a_peer_that_takes_no_more_events_gets_no_digit(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct media_description remote = peer_description(&s->peers[0]);
    struct heard heard;

    assert_int_equal(
        desk_result(&s->desk, media_send_digit(s->desk.media, s->ids[0],
                                               TAG(&s->desk), '1', 60000)),
        0);
    remote.event_type = MEDIA_NO_EVENTS;
    assert_int_equal(
        desk_result(&s->desk, media_connect(s->desk.media, s->ids[0],
                                            TAG(&s->desk), &remote, &remote)),
        0);
    peer_forget(&s->peers[0]);
    play_tone(s, 0, SOUND_SILENCE);
    for (int i = 0; i < 5; i++) {
        assert_true(peer_hear(&s->peers[0], &heard, PATIENCE_MS));
        assert_int_equal(heard.payload_type, 0);
    }
    scene_close(s);
}

static void a_digit_interrupts_the_sound(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct heard last, next;
    int events = 0, after = 0;

    play_tone(s, 0, SOUND_SILENCE);
    assert_true(peer_hear(&s->peers[0], &last, PATIENCE_MS));
    assert_int_equal(
        desk_result(&s->desk, media_send_digit(s->desk.media, s->ids[0],
                                               TAG(&s->desk), '7', 100)),
        0);
    while (after < 3) {
        assert_true(peer_hear(&s->peers[0], &next, PATIENCE_MS));
        assert_int_equal((uint16_t)(next.sequence - last.sequence), 1);
        if (next.payload_type == EVENTS) {
            assert_int_equal(next.marker, events == 0);
            events++;
        } else if (events > 0) {
            assert_int_equal(next.marker, after == 0);
            assert_int_equal(events, 7);
            assert_true((int32_t)(next.timestamp - last.timestamp) >=
                        (after == 0 ? 800 : 160));
            after++;
        }
        last = next;
    }
    scene_close(s);
}

/* Threads. */

static void streams_of_two_threads_are_brought_together(void **state)
{
    (void)state;
    struct media_settings settings = desk_settings();

    settings.threads = 2;

    struct scene *s = scene_with(&settings);

    for (int round = 0; round < 20; round++) {
        play_tone(s, 1, SOUND_SILENCE);
        bridge(s);
        assert_int_equal(
            desk_result(&s->desk, media_stop_play(s->desk.media, s->ids[1],
                                                  TAG(&s->desk))),
            0);
        peer_forget(&s->peers[1]);
        for (int who = 0; who < 2; who++)
            assert_int_equal(speak(s, who, 0x22).payload[0], 0x22);

        /* A new pair of streams: one of them is on the other thread. */
        assert_int_equal(media_close(s->desk.media, s->ids[1], TAG(&s->desk)),
                         0);
        desk_event(&s->desk, MEDIA_DETACHED, s->ids[1]);
        s->peers[1].ssrc++;
        s->ids[1] = desk_stream(&s->desk, &s->peers[1], &s->ports[1]);
        peer_forget(&s->peers[1]);
    }
    scene_close(s);
}

static void two_hundred_streams_talk_in_pairs(void **state)
{
    (void)state;
    enum {
        STREAMS = 200,
    };
    static struct desk desk;
    static struct peer peers[STREAMS];
    static struct media_stream_id ids[STREAMS];
    static uint16_t ports[STREAMS];
    struct media_settings settings = desk_settings();

    settings.threads = 2;
    desk_open(&desk, &settings);
    for (int i = 0; i < STREAMS; i++) {
        peer_open(&peers[i]);
        ids[i] = desk_stream(&desk, &peers[i], &ports[i]);
    }
    for (int i = 0; i < STREAMS; i += 2)
        assert_int_equal(
            desk_result(&desk, media_bridge(desk.media, ids[i], ids[i + 1],
                                            TAG(&desk))),
            0);
    for (int i = 0; i < STREAMS; i++) {
        struct heard heard = { 0 };

        for (int tries = 0;; tries++) {
            assert_true(tries < TRIES);
            peer_send_octet(&peers[i], ports[i], (uint8_t)i);
            if (peer_hear(&peers[i ^ 1], &heard, STALE_MS))
                break;
        }
        assert_int_equal(heard.payload[0], i);
        peer_forget(&peers[i ^ 1]);
    }
    for (int i = 0; i < STREAMS; i++)
        assert_int_equal(media_close(desk.media, ids[i], 0), 0);
    for (int i = 0; i < STREAMS; i++)
        desk_event(&desk, MEDIA_DETACHED, ids[i]);
    assert_int_equal(media_open_streams(desk.media), 0);
    desk_close(&desk);
    for (int i = 0; i < STREAMS; i++)
        peer_close(&peers[i]);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, both_hear_each_other_octet_by_octet);
    TEST_LIST_ADD(&list, a_clock_that_stands_still_in_pauses_loses_nothing);
    TEST_LIST_ADD(&list, loss_and_order_are_passed_on_under_our_numbers);
    TEST_LIST_ADD_ROWS(&list, laws_meet, law_rows);
    TEST_LIST_ADD(&list, music_covers_the_bridge_in_one_source);
    TEST_LIST_ADD(&list, no_number_is_left_out_or_used_twice);
    TEST_LIST_ADD(&list, a_queue_after_a_pause_turns_no_time_back);
    TEST_LIST_ADD(&list, after_unbridging_nothing_passes);
    TEST_LIST_ADD(&list, a_third_phone_takes_the_place_of_the_second);
    TEST_LIST_ADD(&list, a_muted_phone_is_heard_as_silence);
    TEST_LIST_ADD(&list, an_answer_that_nobody_waits_for_wakes_nobody);
    TEST_LIST_ADD(&list, a_held_phone_neither_hears_nor_is_heard);
    TEST_LIST_ADD(&list, comfort_noise_is_not_passed_on);
    TEST_LIST_ADD(&list, a_key_is_told_once_and_passed_on);
    TEST_LIST_ADD(&list, a_key_with_the_phones_own_number_is_told);
    TEST_LIST_ADD(&list, a_key_is_told_though_the_other_takes_none);
    TEST_LIST_ADD(&list, digits_cross_a_bad_network_whole);
    TEST_LIST_ADD(&list, too_many_digits_wait);
    TEST_LIST_ADD(&list, a_peer_that_takes_no_more_events_gets_no_digit);
    TEST_LIST_ADD(&list, a_digit_interrupts_the_sound);
    TEST_LIST_ADD(&list, streams_of_two_threads_are_brought_together);
    TEST_LIST_ADD(&list, two_hundred_streams_talk_in_pairs);
    return test_list_run(&list);
}
