/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies stretches of a sound, around its end when it loops. */

#include "media/player.h"

#include <assert.h>
#include <string.h>

#include "media/g711.h"
#include "media/sound_octets.h"

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
        .loop = loop,
    };
}

bool player_finished(const struct player *player)
{
    assert(player && player->sound);

    return !player->loop && player->position == sound_samples(player->sound);
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

void player_frame(struct player *player, enum media_codec law,
                  uint8_t octets[FRAME_SAMPLES])
{
    assert(player && player->sound && octets);

    const uint8_t *sound = sound_octets(player->sound, law);
    size_t done = 0;

    while (done < FRAME_SAMPLES && !player_finished(player)) {
        size_t from = player->position;
        size_t step = advance(player, FRAME_SAMPLES - done);

        memcpy(octets + done, sound + from, step);
        done += step;
    }
    memset(octets + done, g711_silence(law), FRAME_SAMPLES - done);
}

void player_skip(struct player *player, unsigned frames)
{
    assert(player && player->sound);

    size_t left = (size_t)frames * FRAME_SAMPLES;

    while (left > 0 && !player_finished(player))
        left -= advance(player, left);
}
