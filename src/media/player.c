/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies stretches of a sound, around its end when it loops, or fades them. */

#include "media/player.h"

#include <assert.h>
#include <string.h>

#include "media/g711.h"
#include "media/sound_octets.h"

enum { SEARCH = 80 }; /* samples: half a wave of 50 Hz */

void player_start(struct player *player, struct sound *sound, uint64_t play_id,
                  uint32_t offset_ms, bool loop)
{
    assert(player && sound);

    size_t whole = sound_samples(sound);
    uint64_t offset = (uint64_t)offset_ms * (SOUND_RATE_HZ / 1000);

    if (loop)
        offset %= whole;
    else if (offset > whole)
        offset = whole;

    *player = (struct player){
        .sound = sound,
        .position = (size_t)offset,
        .play_id = play_id,
        .heard = (int64_t)offset,
        .loop = loop,
        .speed_pct = 100,
    };
}

bool player_finished(const struct player *player)
{
    assert(player && player->sound);

    return !player->loop && !player->paused &&
           player->position == sound_samples(player->sound);
}

/* Goes on by so many samples, but not past the end; says how many. */
static size_t advance(struct player *player, size_t wanted)
{
    size_t whole = sound_samples(player->sound);
    size_t left = whole - player->position;
    size_t step = wanted < left ? wanted : left;

    player->position += step;
    player->played += step;
    if (player->loop && player->position == whole)
        player->position = 0;

    return step;
}

void player_seek(struct player *player, int64_t at_ms)
{
    assert(player && player->sound);

    size_t whole = sound_samples(player->sound);
    int64_t at = at_ms * (SOUND_RATE_HZ / 1000);

    player->position = at < 0 ? 0 : at > (int64_t)whole ? whole : (size_t)at;
    if (player->loop && player->position == whole)
        player->position = 0;
    player->heard = (int64_t)player->position;
}

uint32_t player_at_ms(const struct player *player)
{
    assert(player);

    return (uint32_t)(player->position * 1000 / SOUND_RATE_HZ);
}

/* What frames are made of. */
struct stretch {
    const uint8_t *sound;
    int64_t count;
    enum media_codec law;
};

static void copy_frame(struct player *player, const struct stretch *stretch,
                       uint8_t octets[FRAME_SAMPLES])
{
    size_t done = 0;

    while (done < FRAME_SAMPLES && !player_finished(player)) {
        size_t from = player->position;
        size_t step = advance(player, FRAME_SAMPLES - done);

        memcpy(octets + done, stretch->sound + from, step);
        done += step;
    }
    memset(octets + done, g711_silence(stretch->law), FRAME_SAMPLES - done);
    player->heard = (int64_t)player->position;
}

static int sample_at(const struct stretch *stretch, int64_t at)
{
    return at < 0 || at >= stretch->count
               ? 0
               : g711_decode(stretch->law, stretch->sound[at]);
}

/* How much two places are alike: every second sample will do. */
static int64_t likeness(const struct stretch *stretch,
                        const int old[FRAME_SAMPLES], int64_t at)
{
    int64_t sum = 0;

    for (int i = 0; i < FRAME_SAMPLES; i += 2)
        sum += (int64_t)old[i] * sample_at(stretch, at + i);

    return sum;
}

/* Where, near to a place, the waves go on best from what was heard. */
static int64_t best_place(const struct stretch *stretch,
                          const int old[FRAME_SAMPLES], int64_t at)
{
    int64_t best = at;
    int64_t most = likeness(stretch, old, at);

    for (int64_t place = at - SEARCH; place <= at + SEARCH; place++) {
        int64_t alike = likeness(stretch, old, place);

        if (alike > most) {
            most = alike;
            best = place;
        }
    }

    return best;
}

/* What would have come after the frame before fades out, this one in. */
static void fade_frame(struct player *player, const struct stretch *stretch,
                       uint8_t octets[FRAME_SAMPLES])
{
    int old[FRAME_SAMPLES];

    for (int i = 0; i < FRAME_SAMPLES; i++)
        old[i] = sample_at(stretch, player->heard + i);

    int64_t at = best_place(stretch, old, (int64_t)player->position);

    for (int i = 0; i < FRAME_SAMPLES; i++) {
        int fresh = sample_at(stretch, at + i);
        int mixed = (old[i] * (FRAME_SAMPLES - i) + fresh * i) / FRAME_SAMPLES;

        octets[i] = g711_encode(stretch->law, (int16_t)mixed);
    }
    player->heard = at + FRAME_SAMPLES;
    (void)advance(player, FRAME_SAMPLES * (size_t)player->speed_pct / 100);
}

void player_frame(struct player *player, enum media_codec law,
                  uint8_t octets[FRAME_SAMPLES])
{
    assert(player && player->sound && octets);

    if (player->paused) {
        memset(octets, g711_silence(law), FRAME_SAMPLES);
        return;
    }

    const struct stretch stretch = {
        sound_octets(player->sound),
        (int64_t)sound_samples(player->sound),
        sound_law(player->sound),
    };

    if (player->speed_pct == 100)
        copy_frame(player, &stretch, octets);
    else
        fade_frame(player, &stretch, octets);
    if (stretch.law != law)
        g711_transcode(stretch.law, octets, FRAME_SAMPLES);
}

void player_skip(struct player *player, unsigned frames)
{
    assert(player && player->sound);

    size_t left = player->paused ? 0 : (size_t)frames * FRAME_SAMPLES;

    while (left > 0 && !player_finished(player))
        left -= advance(player, left);
}
