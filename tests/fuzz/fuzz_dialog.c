/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A script of what people, phones and time do, into the core. */

#include "tests/core/world.h"
#include "tests/fuzz/fuzz.h"

/* The world claims much after each step; at its end everybody is let go. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct world world; /* too big for the stack */

    world_begin(&world, 1);
    world_follow(&world, data, size);
    world_settle(&world);
    world_end(&world);
    return 0;
}
