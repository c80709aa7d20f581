/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inside of a sound, for the player only. */

#ifndef MEDIA_SOUND_OCTETS_H
#define MEDIA_SOUND_OCTETS_H

#include <stdint.h>

#include "media/description.h"
#include "media/sound.h"

/**
 * The sound in one law, sound_samples() octets, as long as a reference is held.
 * PCMU is always there; NULL when the sound is not kept in the other one.
 */
const uint8_t *sound_octets(const struct sound *sound, enum media_codec law);

#endif
