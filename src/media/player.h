/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a stream is in the sound it plays. */

#ifndef MEDIA_PLAYER_H
#define MEDIA_PLAYER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "media/description.h"
#include "media/sound.h"

enum {
    FRAME_SAMPLES = 160, /* 20 ms */
    FRAME_MS = 20,
    FRAME_US = 20000,
};

struct player {
    struct sound *sound; /* NULL: plays nothing. A reference is held, but given
                            back by whoever takes the player's end */
    size_t position;
    int64_t heard;   /* what was heard last would go on from here */
    uint64_t played; /* samples */
    uint64_t play_id;
    bool loop;
    bool paused;
    unsigned speed_pct; /* MEDIA_SLOWEST_PCT to MEDIA_FASTEST_PCT */
};

static inline bool player_active(const struct player *player)
{
    return player->sound != NULL;
}

/**
 * Begins at an offset, which is taken modulo the sound when it loops, and is
 * its end when it reaches beyond.
 */
void player_start(struct player *player, struct sound *sound, uint64_t play_id,
                  uint32_t offset_ms, bool loop);

/**
 * Whether the whole sound was played; never while it loops, or is paused.
 */
bool player_finished(const struct player *player);

/**
 * Goes to a place, counted from the beginning; not beyond either end.
 */
void player_seek(struct player *player, int64_t at_ms);

/** Where it is, in the sound. */
uint32_t player_at_ms(const struct player *player);

/**
 * Copies the next frame; silence after the end, and while it is paused. Only
 * while active.
 *
 * At another speed than 100 % frames are taken from places further apart, or
 * nearer, each from where the waves go on best, and faded into each other: the
 * pitch stays. W. Verhelst and M. Roelands, "An Overlap-Add Technique Based on
 * Waveform Similarity (WSOLA)", ICASSP 1993. About 13,000 multiplications.
 */
void player_frame(struct player *player, enum media_codec law,
                  uint8_t octets[FRAME_SAMPLES]);

/**
 * Lets time pass without a frame. Only while active.
 */
void player_skip(struct player *player, unsigned frames);

#endif
