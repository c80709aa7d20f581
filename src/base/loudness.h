/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How loud sound is, as one character: of what outlines are made. */

#ifndef BASE_LOUDNESS_H
#define BASE_LOUDNESS_H

/**
 * Spells a magnitude of 0 to 32768 as 0-9 then a-z, each 2 dB louder than the
 * one before; z is full scale, 0 is 70 dB below it or less.
 */
char loudness_spell(unsigned magnitude);

#endif
