/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A quarter of the circle in a table; the rest is symmetry. */

#include "media/sine.h"

#include <assert.h>

/* round(32767 sin(i / 64 of a right angle)) */
/* clang-format off */
static const int16_t quarter[65] = {
    0, 804, 1608, 2410, 3212, 4011, 4808, 5602, 6393,
    7179, 7962, 8739, 9512, 10278, 11039, 11793, 12539, 13279,
    14010, 14732, 15446, 16151, 16846, 17530, 18204, 18868, 19519,
    20159, 20787, 21403, 22005, 22594, 23170, 23731, 24279, 24811,
    25329, 25832, 26319, 26790, 27245, 27683, 28105, 28510, 28898,
    29268, 29621, 29956, 30273, 30571, 30852, 31113, 31356, 31580,
    31785, 31971, 32137, 32285, 32412, 32521, 32609, 32678, 32728,
    32757, 32767,
};
/* clang-format on */

uint32_t sine_step(uint32_t millihertz)
{
    assert(millihertz <= 4000000);

    return (uint32_t)(((uint64_t)millihertz << 32) / 8000000);
}

/* position: 0 to 2^30, where 2^30 is the right angle */
static int32_t quarter_at(uint32_t position)
{
    uint32_t index = position >> 24;
    int32_t fraction = (int32_t)(position >> 8 & 0xffff);

    if (index == 64)
        return quarter[64];

    return quarter[index] +
           (quarter[index + 1] - quarter[index]) * fraction / 65536;
}

int32_t sine_at(uint32_t phase)
{
    uint32_t right_angle = UINT32_C(1) << 30;
    uint32_t position = phase % right_angle;

    switch (phase / right_angle) {
    case 0:
        return quarter_at(position);
    case 1:
        return quarter_at(right_angle - position);
    case 2:
        return -quarter_at(position);
    default:
        return -quarter_at(right_angle - position);
    }
}
