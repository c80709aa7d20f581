/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a sound, for the player only. */

#ifndef MEDIA_SOUND_OCTETS_H
#define MEDIA_SOUND_OCTETS_H

#include <stdint.h>

#include "media/description.h"
#include "media/sound.h"

/**
 * The one law that a sound is kept in: A-law when it came so, else mu-law.
 */
enum media_codec sound_law(const struct sound *sound);

/**
 * Its sound_samples() octets, as long as a reference is held.
 */
const uint8_t *sound_octets(const struct sound *sound);

#endif
