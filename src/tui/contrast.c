/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Relative luminance in millionths, after WCAG 2.1. */

#include "tui/contrast.h"

#include <assert.h>
#include <stdint.h>

/* Of the six levels of the cube, 0 95 135 175 215 255, made linear. */
static const int64_t levels[] = {
    0, 114435, 242281, 428690, 679542, 1000000,
};

/* Of the 24 greys, 8 18 28 ... 238. */
static const int64_t greys[] = {
    2428,   6049,   11612,  19382,  29557,  42311,  57805,  76185,
    97587,  122139, 149960, 181164, 215861, 254152, 296138, 341914,
    391572, 445201, 502886, 564712, 630757, 701102, 775822, 854993,
};

static int64_t luminance(int colour)
{
    if (colour >= 232)
        return greys[colour - 232];

    int at = colour - 16;
    return (2126 * levels[at / 36] + 7152 * levels[at / 6 % 6] +
            722 * levels[at % 6]) /
           10000;
}

int contrast_ratio(int one, int other)
{
    enum { FLARE = 50000 }; /* 0.05: light that falls on any screen */

    assert(one >= CONTRAST_FIRST && one <= CONTRAST_LAST);
    assert(other >= CONTRAST_FIRST && other <= CONTRAST_LAST);
    int64_t brighter = luminance(one) + FLARE;
    int64_t darker = luminance(other) + FLARE;

    if (brighter < darker) {
        int64_t swapped = brighter;

        brighter = darker;
        darker = swapped;
    }
    return (int)(brighter * 1000 / darker);
}
