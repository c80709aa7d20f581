/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sum of amounts, compared. */

#include "media/quiet.h"

#include <assert.h>
#include <stdlib.h>

#include "media/g711.h"

enum { SPEECH = 200 }; /* of 32,768 */

void quiet_begin(struct quiet *quiet, uint32_t limit_ms, int64_t now_us)
{
    assert(quiet);

    quiet->limit_us = limit_ms * INT64_C(1000);
    quiet->since_us = now_us;
}

void quiet_hear(struct quiet *quiet, enum media_codec law,
                const uint8_t *octets, size_t count, int64_t now_us)
{
    int64_t sum = 0;

    assert(quiet && octets);

    if (quiet->limit_us == 0)
        return;

    for (size_t i = 0; i < count; i++)
        sum += abs(g711_decode(law, octets[i]));
    if (sum >= SPEECH * (int64_t)count && count > 0)
        quiet->since_us = now_us;
}

bool quiet_is_over(const struct quiet *quiet, int64_t now_us)
{
    assert(quiet);

    return quiet->limit_us > 0 && now_us - quiet->since_us >= quiet->limit_us;
}
