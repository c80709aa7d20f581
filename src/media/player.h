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
    uint64_t played; /* samples */
    uint64_t play_id;
    bool loop;
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
 * Whether the whole sound was played; never while it loops.
 */
bool player_finished(const struct player *player);

/**
 * Copies the next frame; silence after the end. Only while active.
 */
void player_frame(struct player *player, enum media_codec law,
                  uint8_t octets[FRAME_SAMPLES]);

/**
 * Lets time pass without a frame. Only while active.
 */
void player_skip(struct player *player, unsigned frames);

#endif
