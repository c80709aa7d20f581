/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A script of what people, phones and time do, into the core. */

#include "tests/core/world_inside.h"
#include "tests/fuzz/fuzz.h"
#include "tests/test.h"

/* Two agents are there and wait: a script is soon in the midst of a call. */
static void open_house(struct world *world)
{
    static const struct command opening[] = {
        LOG_IN(ANN),
        LOG_IN(BOB),
        AVAILABLE(ANN),
        AVAILABLE(BOB),
    };

    for (size_t i = 0; i < ARRAY_LEN(opening); i++)
        world_apply(world, &opening[i]);
}

/* The world claims much after each step; at its end everybody is let go. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct world world; /* too big for the stack */

    world_begin(&world, 1);
    open_house(&world);
    world_follow(&world, data, size);
    world_settle(&world);
    world_end(&world);
    return 0;
}
