/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two laws of telephony: 8 bits that sound like 13 or 14. */

#ifndef MEDIA_G711_H
#define MEDIA_G711_H

#include <stddef.h>
#include <stdint.h>

#include "media/description.h"

/*
 * ITU-T G.711. Linear samples are 16 bit, left-justified: mu-law reaches
 * +-32124, A-law +-32256. Octets are as they travel: A-law with its even bits
 * inverted, mu-law complemented.
 */

/**
 * The linear value of an octet. O(1).
 */
int16_t g711_decode(enum media_codec law, uint8_t octet);

/**
 * The octet of the step that a value falls into. O(1).
 */
uint8_t g711_encode(enum media_codec law, int16_t sample);

/**
 * Turns octets of one law into the nearest ones of the other, in place.
 *
 * @param from  the law they are in; the other one is what they get
 */
void g711_transcode(enum media_codec from, uint8_t *octets, size_t count);

/**
 * The octet for silence.
 */
uint8_t g711_silence(enum media_codec law);

#endif
