/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of 2 dB. */

#include "base/loudness.h"

#include <stdint.h>

enum { STEPS = 35 };

/* 32768 at 70, 68, ... 2 dB less: from here on the next step. */
static const uint16_t steps[STEPS] = {
    10,   13,   16,   21,   26,   33,   41,    52,    65,    82,    104,   130,
    164,  207,  260,  328,  413,  519,  654,   823,   1036,  1305,  1642,  2068,
    2603, 3277, 4125, 5193, 6538, 8231, 10362, 13045, 16423, 20675, 26029,
};

char loudness_spell(unsigned magnitude)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    int step = 0;

    while (step < STEPS && magnitude >= steps[step])
        step++;

    return digits[step];
}
