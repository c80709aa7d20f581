/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For how long nobody has said anything. Inside src/media only. */

#ifndef MEDIA_QUIET_H
#define MEDIA_QUIET_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "media/description.h"

/*
 * A packet is speech when its samples are louder, on the average of their
 * amounts, than 44 dB below full scale: noise of a line is below that, whoever
 * speaks into a handset far above. What does not come at all is quiet, too.
 */
struct quiet {
    int64_t limit_us; /* 0: nobody asks */
    int64_t since_us; /* the last speech */
};

/** Begins to watch; 0: ends it. */
void quiet_begin(struct quiet *quiet, uint32_t limit_ms, int64_t now_us);

/** Takes a packet's payload. O(count), and nothing unless somebody asks. */
void quiet_hear(struct quiet *quiet, enum media_codec law,
                const uint8_t *octets, size_t count, int64_t now_us);

/** Whether nothing was said for as long as asked. */
bool quiet_is_over(const struct quiet *quiet, int64_t now_us);

#endif
