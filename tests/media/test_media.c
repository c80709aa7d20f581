/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Streams with real sockets: what phones hear, and what the product is told. */

#include "media/media.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "media/g711.h"
#include "tests/media/peer.h"
#include "tests/test.h"

static const struct media_stream_id no_stream;

/* The share of a signal's power that lies at a frequency (Goertzel). */
static double share_at(const int16_t *samples, size_t count, double hz)
{
    double factor = 2 * cos(2 * M_PI * hz / 8000);
    double one = 0, two = 0, power = 0;

    for (size_t i = 0; i < count; i++) {
        double next = samples[i] + factor * one - two;

        two = one;
        one = next;
        power += (double)samples[i] * samples[i];
    }

    return power == 0 ? 0
                      : 2 * (one * one + two * two - factor * one * two) /
                            (power * (double)count);
}

/* Hears so many frames of sound as linear samples. */
static void hear_frames(struct peer *peer, enum media_codec law,
                        int16_t *samples, size_t frames)
{
    struct heard heard;

    for (size_t f = 0; f < frames; f++) {
        assert_true(peer_hear(peer, &heard, PATIENCE_MS));
        assert_int_equal(heard.length, PEER_FRAME);
        for (size_t i = 0; i < PEER_FRAME; i++)
            samples[f * PEER_FRAME + i] = g711_decode(law, heard.payload[i]);
    }
}

static struct sound *make_tone(enum sound_tone tone, const char *country)
{
    struct sound *sound = NULL;

    assert_int_equal(sound_from_tone(tone, country, &sound), 0);
    return sound;
}

static void ring_back_sounds_at_its_frequency(void **state)
{
    (void)state;
    static struct desk desk;
    struct peer peer;
    uint16_t port;
    int16_t samples[40 * PEER_FRAME];
    struct media_settings settings = desk_settings();

    desk_open(&desk, &settings);
    peer_open(&peer);

    struct media_stream_id id = desk_stream(&desk, &peer, &port);
    struct sound *sound = make_tone(SOUND_RING_BACK, "CZ");
    struct media_play play = { .sound = sound, .play_id = 7, .loop = true };

    assert_int_equal(
        desk_result(&desk, media_play(desk.media, id, TAG(&desk), &play)), 0);
    sound_unref(sound);
    hear_frames(&peer, MEDIA_PCMU, samples, 40);
    assert_true(share_at(samples, 40 * PEER_FRAME, 425) > 0.9);
    assert_true(share_at(samples, 40 * PEER_FRAME, 500) < 0.05);

    desk_close(&desk);
    peer_close(&peer);
}

int main(void)
{
    static struct test_list list;

    (void)no_stream;
    TEST_LIST_ADD(&list, ring_back_sounds_at_its_frequency);
    return test_list_run(&list);
}
