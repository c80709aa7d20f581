/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a line of SDP. */

#ifndef SIP_MEDIA_SDP_WORD_H
#define SIP_MEDIA_SDP_WORD_H

#include <stdbool.h>
#include <stdint.h>

#include "sip/libre.h"

/**
 * Takes the next word off a line; words are parted by blanks.
 *
 * @return false at the end
 */
bool media_sdp_next_word(struct pl *line, struct pl *ret_word);

/**
 * Reads a number of up to 9 digits and nothing else.
 *
 * @return true when it is not above max
 */
bool media_sdp_is_number(const struct pl *word, uint32_t max, uint32_t *ret);

#endif
