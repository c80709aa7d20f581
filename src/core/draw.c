/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The finalizer of SplitMix64, over what is known. */

#include "core/draw.h"

static uint64_t mixed(uint64_t value)
{
    value = (value ^ (value >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    value = (value ^ (value >> 27)) * UINT64_C(0x94d049bb133111eb);
    return value ^ (value >> 31);
}

int64_t draw_percent(uint64_t contact_id, int64_t step, int64_t now_us)
{
    static const uint64_t gamma = UINT64_C(0x9e3779b97f4a7c15);
    uint64_t value = mixed((uint64_t)now_us * gamma);

    value = mixed((value ^ contact_id) + gamma);
    value = mixed((value ^ (uint64_t)step) + gamma);
    return (int64_t)(value % 100);
}
