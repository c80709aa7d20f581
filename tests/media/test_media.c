/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a phone hears of sounds, and what main is told about them. */

#include "media/media.h"

#include <errno.h>
#include <string.h>

#include "media/g711.h"
#include "tests/failing_alloc.h"
#include "tests/media/peer.h"
#include "tests/media/spectrum.h"
#include "tests/test.h"

/* One phone, connected. */
static struct scene {
    struct desk desk;
    struct peer peer;
    struct media_stream_id id;
    uint16_t port;
} scene;

static struct scene *scene_open(void)
{
    struct media_settings settings = desk_settings();

    desk_open(&scene.desk, &settings);
    peer_open(&scene.peer);
    scene.id = desk_stream(&scene.desk, &scene.peer, &scene.port);
    return &scene;
}

static void scene_close(struct scene *s)
{
    desk_close(&s->desk);
    peer_close(&s->peer);
}

static int play(struct scene *s, struct sound *sound, uint64_t play_id,
                uint32_t offset_ms, bool loop)
{
    struct media_play order = { sound, play_id, offset_ms, loop };

    return desk_result(&s->desk,
                       media_play(s->desk.media, s->id, TAG(&s->desk), &order));
}

/* Plays and forgets: media keeps its own reference. */
static void play_tone(struct scene *s, enum sound_tone tone, uint64_t play_id,
                      bool loop)
{
    struct sound *sound = NULL;

    assert_int_equal(sound_from_tone(tone, "CZ", &sound), 0);
    assert_int_equal(play(s, sound, play_id, 0, loop), 0);
    sound_unref(sound);
}

static struct heard hear(struct peer *peer)
{
    struct heard heard;

    assert_true(peer_hear(peer, &heard, PATIENCE_MS));
    return heard;
}

/*
 * A thread that comes more than 60 ms late leaves frames out, by design, and a
 * busy machine makes it late. What such a test claims must come true in one of
 * so many tries.
 */
enum {
    TRIES = 100,
};

static bool hears_425_hz(struct scene *s)
{
    int16_t samples[40 * PEER_FRAME];

    for (size_t f = 0; f < 40; f++) {
        struct heard heard = hear(&s->peer);

        assert_int_equal(heard.payload_type, 0);
        assert_int_equal(heard.length, PEER_FRAME);
        for (size_t i = 0; i < PEER_FRAME; i++)
            samples[f * PEER_FRAME + i] =
                g711_decode(MEDIA_PCMU, heard.payload[i]);
    }

    return share_at(samples, ARRAY_LEN(samples), 425) > 0.95;
}

static void ring_back_sounds_at_its_frequency(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    int tries = 0;

    do {
        assert_true(tries++ < TRIES);
        play_tone(s, SOUND_RING_BACK, 1, true);
    } while (!hears_425_hz(s));
    scene_close(s);
}

/* A sound in which every sample of mu-law is another one than its neighbour. */
static struct sound *staircase(size_t samples)
{
    static int16_t linear[8000];
    struct sound *sound = NULL;

    assert_true(samples <= ARRAY_LEN(linear));
    for (size_t i = 0; i < samples; i++)
        linear[i] = g711_decode(MEDIA_PCMU, (uint8_t)(i % 100));
    assert_int_equal(sound_from_samples(linear, samples, &sound), 0);
    return sound;
}

/* How many frames of the staircase are heard before its end; each but the last
   one is where it belongs. */
static size_t hear_staircase(struct scene *s, struct sound *sound)
{
    struct heard heard, frames[16];
    size_t count = 0;

    assert_int_equal(play(s, sound, 42, 0, false), 0);

    struct media_event ended = desk_event(&s->desk, MEDIA_PLAY_ENDED, s->id);

    assert_int_equal(ended.play_id, 42);
    assert_int_equal(ended.ending, MEDIA_PLAY_FINISHED);
    assert_int_equal(ended.played_ms, 125);
    while (peer_hear(&s->peer, &heard, 0)) {
        assert_true(count < ARRAY_LEN(frames));
        frames[count++] = heard;
    }
    if (count < 7)
        return count;

    for (size_t f = 0; f < count; f++) {
        assert_int_equal(frames[f].marker, f == 0);
        assert_int_equal((uint16_t)(frames[f].sequence - frames[0].sequence),
                         f);
        assert_int_equal(frames[f].timestamp - frames[0].timestamp, f * 160);
        assert_int_equal(frames[f].ssrc, frames[0].ssrc);
        /* 1000 samples are 6 frames and a quarter; the rest is silence. */
        for (size_t i = 0; i < PEER_FRAME; i++) {
            size_t at = f * PEER_FRAME + i;

            assert_int_equal(frames[f].payload[i], at < 1000 ? at % 100 : 0xff);
        }
    }

    return count;
}

static void a_prompt_is_heard_whole_and_once(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct sound *sound = staircase(1000);
    size_t heard = 0;

    for (int tries = 0; heard != 7; tries++) {
        assert_true(tries < TRIES);
        heard = hear_staircase(s, sound);
        assert_true(heard <= 7);
    }
    sound_unref(sound);
    scene_close(s);
}

static void a_loop_begins_at_its_offset_and_has_no_seam(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct sound *sound = staircase(300);
    struct heard first;

    for (int tries = 0;; tries++) {
        assert_true(tries < TRIES);
        assert_int_equal(play(s, sound, 1, 20, true), 0);
        do
            first = hear(&s->peer);
        while (!first.marker);
        if (first.payload[0] == 160 % 100)
            break;
    }
    for (size_t f = 1; f < 5; f++) {
        struct heard heard = hear(&s->peer);
        size_t at = 160 + (heard.timestamp - first.timestamp);

        for (size_t i = 0; i < PEER_FRAME; i++)
            assert_int_equal(heard.payload[i], (at + i) % 300 % 100);
    }
    sound_unref(sound);
    scene_close(s);
}

static void an_offset_past_the_end_ends_at_once(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct sound *sound = staircase(300);

    assert_int_equal(play(s, sound, 1, 60000, false), 0);

    struct media_event ended = desk_event(&s->desk, MEDIA_PLAY_ENDED, s->id);

    assert_int_equal(ended.ending, MEDIA_PLAY_FINISHED);
    assert_int_equal(ended.played_ms, 0);
    sound_unref(sound);
    scene_close(s);
}

static void every_play_ends_once_and_says_why(void **state)
{
    (void)state;
    struct scene *s = scene_open();

    play_tone(s, SOUND_MUSIC, 1, true);
    play_tone(s, SOUND_RING_BACK, 2, true);
    play_tone(s, SOUND_BUSY, 3, true);
    assert_int_equal(desk_result(&s->desk, media_stop_play(s->desk.media, s->id,
                                                           TAG(&s->desk))),
                     0);
    assert_int_equal(desk_result(&s->desk, media_stop_play(s->desk.media, s->id,
                                                           TAG(&s->desk))),
                     0);
    play_tone(s, SOUND_BEEP, 4, true);
    assert_int_equal(media_close(s->desk.media, s->id, TAG(&s->desk)), 0);
    assert_int_equal(desk_event(&s->desk, MEDIA_DETACHED, s->id).tag,
                     s->desk.tag);

    static const enum media_ending endings[] = { MEDIA_PLAY_REPLACED,
                                                 MEDIA_PLAY_REPLACED,
                                                 MEDIA_PLAY_STOPPED,
                                                 MEDIA_PLAY_STOPPED };

    assert_int_equal(desk_count(&s->desk, MEDIA_PLAY_ENDED), 4);
    for (size_t i = 0; i < ARRAY_LEN(endings); i++) {
        struct media_event ended =
            desk_event(&s->desk, MEDIA_PLAY_ENDED, s->id);

        assert_int_equal(ended.play_id, i + 1);
        assert_int_equal(ended.ending, endings[i]);
    }
    scene_close(s);
}

static void a_play_before_connect_is_refused_and_ends(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct media_stream_id id;
    uint16_t port;
    struct sound *sound = staircase(100);
    struct media_play order = { .sound = sound, .play_id = 5 };

    assert_int_equal(media_open(s->desk.media, s->id, &id, &port), 0);
    assert_int_equal(desk_result(&s->desk, media_play(s->desk.media, id,
                                                      TAG(&s->desk), &order)),
                     -ENOTCONN);
    assert_int_equal(desk_event(&s->desk, MEDIA_PLAY_ENDED, id).play_id, 5);
    assert_int_equal(
        desk_result(&s->desk, media_send_digit(s->desk.media, id, TAG(&s->desk),
                                               '1', 100)),
        -ENOTCONN);
    assert_int_equal(desk_result(&s->desk, media_bridge(s->desk.media, s->id,
                                                        id, TAG(&s->desk))),
                     -ENOTCONN);
    sound_unref(sound);
    scene_close(s);
}

static void another_sound_goes_on_in_the_same_source(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct heard last, next;
    int markers = 0;

    play_tone(s, SOUND_MUSIC, 1, true);
    last = hear(&s->peer);
    play_tone(s, SOUND_RING_BACK, 2, true);
    for (int i = 0; i < 20 || markers == 0; i++, last = next) {
        assert_true(i < 2000);
        next = hear(&s->peer);
        assert_int_equal(next.ssrc, last.ssrc);
        assert_int_equal((uint16_t)(next.sequence - last.sequence), 1);
        assert_true((int32_t)(next.timestamp - last.timestamp) >= 160);
        markers += next.marker;
    }
    assert_int_equal(markers, 1);
    scene_close(s);
}

static void a_law_the_peer_prefers_is_spoken(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct media_description remote = peer_description(&s->peer);
    struct media_description local = remote;

    remote.formats[0] = (struct media_format){ MEDIA_PCMA, 97 };
    remote.formats[1] = (struct media_format){ MEDIA_PCMU, 0 };
    assert_int_equal(
        desk_result(&s->desk, media_connect(s->desk.media, s->id, TAG(&s->desk),
                                            &remote, &local)),
        0);
    play_tone(s, SOUND_SILENCE, 1, true);

    struct heard heard = hear(&s->peer);

    assert_int_equal(heard.payload_type, 97);
    assert_int_equal(heard.payload[0], 0xd5);
    scene_close(s);
}

static void a_new_offer_moves_the_sound_at_once(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct peer other;
    struct heard before, after;

    peer_open(&other);
    play_tone(s, SOUND_MUSIC, 1, true);
    before = hear(&s->peer);

    struct media_description remote = peer_description(&other);

    assert_int_equal(
        desk_result(&s->desk, media_connect(s->desk.media, s->id, TAG(&s->desk),
                                            &remote, &remote)),
        0);
    after = hear(&other);
    assert_int_equal(after.ssrc, before.ssrc);

    /* What came before the answer is all there is. */
    peer_forget(&s->peer);
    for (int i = 0; i < 10; i++)
        hear(&other);
    assert_false(peer_hear(&s->peer, &before, 0));
    peer_close(&other);
    scene_close(s);
}

/* Connects with this direction on the peer's side. */
static void turn(struct scene *s, enum media_direction direction)
{
    struct media_description remote = peer_description(&s->peer);
    struct media_description local = remote;

    remote.direction = direction;
    assert_int_equal(
        desk_result(&s->desk, media_connect(s->desk.media, s->id, TAG(&s->desk),
                                            &remote, &local)),
        0);
}

static void a_held_phone_hears_nothing_while_time_passes(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct sound *sound = staircase(1600);
    struct heard heard;

    turn(s, MEDIA_RECEIVES);
    assert_int_equal(play(s, sound, 1, 0, false), 0);
    assert_int_equal(desk_event(&s->desk, MEDIA_PLAY_ENDED, s->id).ending,
                     MEDIA_PLAY_FINISHED);
    assert_false(peer_hear(&s->peer, &heard, 0));

    turn(s, MEDIA_BOTH_WAYS);
    assert_int_equal(play(s, sound, 2, 0, false), 0);
    hear(&s->peer);
    sound_unref(sound);
    scene_close(s);
}

static void a_hold_by_address_sends_nowhere(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct media_description remote = peer_description(&s->peer);
    struct media_description nowhere = remote;
    struct heard heard;
    struct sound *sound = staircase(1600);

    memset(&nowhere.rtp, 0, sizeof(nowhere.rtp));
    assert_int_equal(
        desk_result(&s->desk, media_connect(s->desk.media, s->id, TAG(&s->desk),
                                            &nowhere, &remote)),
        0);
    assert_int_equal(play(s, sound, 1, 0, false), 0);
    desk_event(&s->desk, MEDIA_PLAY_ENDED, s->id);
    assert_false(peer_hear(&s->peer, &heard, 0));
    sound_unref(sound);
    scene_close(s);
}

/* Refusals of connect. */

static void change_nothing(struct media_description *remote)
{
    (void)remote;
}

static void foreign_codec(struct media_description *remote)
{
    remote->format_count = 1;
}

static void multicast(struct media_description *remote)
{
    uint8_t group[] = { 224, 0, 0, 1 };

    memcpy((uint8_t *)&remote->rtp + 4, group, 4);
}

static void ipv6(struct media_description *remote)
{
    remote->rtp.ss_family = AF_INET6;
}

static void no_format(struct media_description *remote)
{
    remote->format_count = 0;
}

static void too_many_formats(struct media_description *remote)
{
    remote->format_count = MEDIA_MAX_FORMATS + 1;
}

static void payload_type_200(struct media_description *remote)
{
    remote->formats[0].payload_type = 200;
}

static void event_clock_0(struct media_description *remote)
{
    remote->event_clock_hz = 0;
}

static const struct connect_row {
    const char *says;
    void (*change)(struct media_description *remote);
    int result;
} connect_rows[] = {
    { "an ordinary description is taken", change_nothing, 0 },
    { "no codec in common is refused", foreign_codec, -ENOTSUP },
    { "a multicast address is refused", multicast, -EINVAL },
    { "IPv6 is refused by IPv4 sockets", ipv6, -EAFNOSUPPORT },
    { "a description without format is refused", no_format, -EINVAL },
    { "a description with too many is refused", too_many_formats, -EINVAL },
    { "payload type 200 is refused", payload_type_200, -EINVAL },
    { "an event clock of 0 Hz is refused", event_clock_0, -EINVAL },
};

static void is_answered(void **state)
{
    const struct connect_row *row = *state;
    struct scene *s = scene_open();
    struct media_description remote = peer_description(&s->peer);
    struct media_description local = remote;

    local.formats[0] = local.formats[1];
    local.format_count = 1; /* A-law only; the peer lists it second */
    row->change(&remote);
    assert_int_equal(
        desk_result(&s->desk, media_connect(s->desk.media, s->id, TAG(&s->desk),
                                            &remote, &local)),
        row->result);
    scene_close(s);
}

/* Handles, limits, settings. */

static void a_stale_handle_is_refused_by_every_command(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct media *media = s->desk.media;
    struct media_description remote = peer_description(&s->peer);
    struct sound *sound = staircase(100);
    struct media_play order = { .sound = sound };
    struct media_stream_id stale[] = {
        s->id,
        { 0 },
        { UINT32_MAX, 1 },
        { s->id.slot, s->id.generation + 1 },
    };
    struct media_stats stats;

    assert_int_equal(media_close(media, s->id, 1), 0);
    for (size_t i = 0; i < ARRAY_LEN(stale); i++) {
        struct media_stream_id id = stale[i];

        assert_int_equal(media_connect(media, id, 1, &remote, &remote),
                         -ESTALE);
        assert_int_equal(media_play(media, id, 1, &order), -ESTALE);
        assert_int_equal(media_stop_play(media, id, 1), -ESTALE);
        assert_int_equal(media_bridge(media, id, id, 1), -ESTALE);
        assert_int_equal(media_unbridge(media, id, 1), -ESTALE);
        assert_int_equal(media_mute(media, id, 1, true), -ESTALE);
        assert_int_equal(media_send_digit(media, id, 1, '1', 100), -ESTALE);
        assert_int_equal(media_close(media, id, 1), -ESTALE);
        assert_int_equal(media_stats(media, id, &stats), i ? -ESTALE : 0);
    }
    desk_event(&s->desk, MEDIA_DETACHED, s->id);
    assert_int_equal(media_close(media, s->id, 1), -ESTALE);
    assert_int_equal(desk_count(&s->desk, MEDIA_ANSWER), 0);
    sound_unref(sound);
    scene_close(s);
}

static void arguments_out_of_range_are_refused(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct media *media = s->desk.media;

    assert_int_equal(media_send_digit(media, s->id, 1, 'x', 100), -EINVAL);
    assert_int_equal(media_send_digit(media, s->id, 1, '1', 39), -EINVAL);
    assert_int_equal(media_send_digit(media, s->id, 1, '1', 60001), -EINVAL);
    assert_int_equal(media_bridge(media, s->id, s->id, 1), -EINVAL);
    scene_close(s);
}

static void every_command_has_one_answer_and_too_many_wait(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    size_t accepted = 0;
    int rc = 0;

    /* Nobody fetches events: at last no more is accepted. */
    for (; accepted < 100000; accepted++) {
        rc = media_mute(s->desk.media, s->id, accepted, false);
        if (rc < 0)
            break;
    }
    assert_int_equal(rc, -EAGAIN);
    assert_in_range(accepted, 1000, 10000);
    /* Closing is never refused. */
    assert_int_equal(media_close(s->desk.media, s->id, 0), 0);
    desk_event(&s->desk, MEDIA_DETACHED, s->id);
    assert_int_equal(desk_count(&s->desk, MEDIA_ANSWER), accepted);
    for (size_t i = 0; i < accepted; i++)
        assert_int_equal(s->desk.events[i].tag, i);
    scene_close(s);
}

static void what_is_not_waited_for_counts_for_the_next_packet(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct media_description remote = peer_description(&s->peer);
    struct media *media = s->desk.media;

    for (int i = 0; i < 50; i++) {
        struct media_stream_id id, none = { 0 };
        struct media_stats stats = { 0 };
        int64_t end_ms = test_now_ms() + PATIENCE_MS;
        uint16_t port;

        assert_int_equal(media_open(media, none, &id, &port), 0);
        /* So it is at home: only its connecting is on the way then. */
        assert_int_equal(
            desk_result(&s->desk, media_mute(media, id, TAG(&s->desk), false)),
            0);
        assert_int_equal(media_connect(media, id, 0, &remote, &remote), 0);
        peer_send_octet(&s->peer, port, 1);
        while (stats.packets_received == 0) {
            assert_true(test_now_ms() < end_ms);
            assert_int_equal(media_stats(media, id, &stats), 0);
            assert_int_equal(stats.dropped[MEDIA_DROP_NOT_CONNECTED], 0);
        }
        assert_int_equal(media_close(media, id, 0), 0);
    }
    scene_close(s);
}

static void what_can_wait_is_told_all_the_same(void **state)
{
    (void)state;
    struct scene *s = scene_open();
    struct sound *sound = staircase(100);
    struct media_play order = { .sound = sound, .play_id = 5 };

    assert_int_equal(media_play(s->desk.media, s->id, 0, &order), 0);
    sound_unref(sound);
    assert_int_equal(media_stop_play(s->desk.media, s->id, 0), 0);
    assert_int_equal(desk_event(&s->desk, MEDIA_PLAY_ENDED, s->id).ending,
                     MEDIA_PLAY_STOPPED);
    /* With the last stream its thread stops ticking. */
    assert_int_equal(media_close(s->desk.media, s->id, 0), 0);
    desk_event(&s->desk, MEDIA_DETACHED, s->id);
    assert_int_equal(media_open_streams(s->desk.media), 0);
    scene_close(s);
}

static void so_many_streams_and_no_more(void **state)
{
    (void)state;
    static struct desk desk;
    struct media_settings settings = desk_settings();
    struct media_stream_id ids[4], id, none = { 0 };
    uint16_t port;

    settings.max_streams = 4;
    desk_open(&desk, &settings);
    for (int i = 0; i < 4; i++)
        assert_int_equal(media_open(desk.media, none, &ids[i], &port), 0);
    assert_int_equal(media_open(desk.media, none, &id, &port), -ENOSPC);
    assert_int_equal(media_open_streams(desk.media), 4);

    assert_int_equal(media_close(desk.media, ids[2], 9), 0);
    desk_event(&desk, MEDIA_DETACHED, ids[2]);
    assert_int_equal(media_open(desk.media, none, &id, &port), 0);
    assert_int_equal(id.slot, ids[2].slot);
    assert_int_not_equal(id.generation, ids[2].generation);
    desk_close(&desk);
}

static const struct settings_row {
    const char *says;
    unsigned threads, max_streams;
    uint16_t port_min, port_max;
    sa_family_t family;
} settings_rows[] = {
    { "no thread is refused", 0, 10, 20000, 30000, AF_INET },
    { "17 threads are refused", 17, 10, 20000, 30000, AF_INET },
    { "no stream is refused", 1, 0, 20000, 30000, AF_INET },
    { "too many streams are refused", 1, MEDIA_MAX_STREAMS + 1, 20000, 30000,
      AF_INET },
    { "an empty range of ports is refused", 1, 10, 30000, 20000, AF_INET },
    { "an address without family is refused", 1, 10, 20000, 30000, 0 },
};

static void settings_are_refused(void **state)
{
    const struct settings_row *row = *state;
    struct media_settings settings = desk_settings();
    struct media *media = NULL;

    settings.threads = row->threads;
    settings.max_streams = row->max_streams;
    settings.port_min = row->port_min;
    settings.port_max = row->port_max;
    settings.bind.ss_family = row->family;
    assert_int_equal(media_new(&settings, &media), -EINVAL);
    assert_null(media);
}

static void it_turns_while_idle_and_while_busy(void **state)
{
    (void)state;
    struct scene *s = scene_open();

    play_tone(s, SOUND_MUSIC, 1, true);
    for (int i = 0; i < 10; i++)
        hear(&s->peer);
    /* Generous: the machine may be busy. */
    assert_true(media_stalled_ms(s->desk.media) < PATIENCE_MS);
    scene_close(s);
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    int before = live_blocks();
    struct media_settings settings = desk_settings();
    int failures = 0;

    settings.threads = 2;
    for (;; failures++) {
        struct media *media = NULL;

        fail_alloc_after(failures);
        int rc = media_new(&settings, &media);
        fail_alloc_after(FAIL_NO_ALLOC);
        media_free(media);
        assert_int_equal(live_blocks(), before);
        if (rc == 0)
            break;
        assert_int_equal(rc, -ENOMEM);
        assert_null(media);
    }
    /* The struct, slots, streams, ports, three of the events; of each thread
       itself, its streams, three of its commands. */
    assert_int_equal(failures, 7 + 2 * 5);
}

static void the_end_gives_everything_back(void **state)
{
    (void)state;
    int before = live_blocks();
    struct scene *s = scene_open();
    struct sound *sound = staircase(100);
    struct media_play order = { .sound = sound, .loop = true };

    /* Some playing, some only asked for, some ended and not fetched. */
    for (uint64_t i = 0; i < 20; i++)
        assert_int_equal(media_play(s->desk.media, s->id, i, &order), 0);
    scene_close(s);
    sound_unref(sound);
    assert_int_equal(live_blocks(), before);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, ring_back_sounds_at_its_frequency);
    TEST_LIST_ADD(&list, a_prompt_is_heard_whole_and_once);
    TEST_LIST_ADD(&list, a_loop_begins_at_its_offset_and_has_no_seam);
    TEST_LIST_ADD(&list, an_offset_past_the_end_ends_at_once);
    TEST_LIST_ADD(&list, every_play_ends_once_and_says_why);
    TEST_LIST_ADD(&list, a_play_before_connect_is_refused_and_ends);
    TEST_LIST_ADD(&list, another_sound_goes_on_in_the_same_source);
    TEST_LIST_ADD(&list, a_law_the_peer_prefers_is_spoken);
    TEST_LIST_ADD(&list, a_new_offer_moves_the_sound_at_once);
    TEST_LIST_ADD(&list, a_held_phone_hears_nothing_while_time_passes);
    TEST_LIST_ADD(&list, a_hold_by_address_sends_nowhere);
    TEST_LIST_ADD_ROWS(&list, is_answered, connect_rows);
    TEST_LIST_ADD(&list, a_stale_handle_is_refused_by_every_command);
    TEST_LIST_ADD(&list, arguments_out_of_range_are_refused);
    TEST_LIST_ADD(&list, every_command_has_one_answer_and_too_many_wait);
    TEST_LIST_ADD(&list, what_is_not_waited_for_counts_for_the_next_packet);
    TEST_LIST_ADD(&list, what_can_wait_is_told_all_the_same);
    TEST_LIST_ADD(&list, so_many_streams_and_no_more);
    TEST_LIST_ADD_ROWS(&list, settings_are_refused, settings_rows);
    TEST_LIST_ADD(&list, it_turns_while_idle_and_while_busy);
    TEST_LIST_ADD(&list, every_allocation_may_fail);
    TEST_LIST_ADD(&list, the_end_gives_everything_back);
    return test_list_run(&list);
}
