/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Callers and people who want somebody called back, in the world. */

#include <string.h>

#include "tests/core/world_inside.h"
#include "tests/test.h"

static const int64_t DAY_AND_HOUR_US = INT64_C(90000000000);

/* Both queues call back, and a key in SALES asks for it. */
void world_call_back(struct world *world)
{
    static const struct command key = { COMMAND_SET_QUEUE_RULE,
                                        .as.set_queue_rule = {
                                            .name = { "back" },
                                            .queue_id = SALES,
                                            .cause = RULE_KEY,
                                            .moment = RULE_WHILE_WAITING,
                                            .key = { "1" },
                                            .target = TO_CALLBACK } };

    for (uint64_t id = SALES; id <= HELP; id++) {
        struct command queue = { .type = COMMAND_SET_QUEUE };
        struct command_set_queue *set = &queue.as.set_queue;

        memcpy(set, state_queue(core_state(world->story.core), id),
               sizeof(*set));
        set->callback_numbers = (struct label){ "+420" };
        set->callback_retry_ms = 10000;
        set->callback_expiry_ms = 900000;
        set->callback_times = true;
        set->callback_ahead = id == HELP;
        set->resume_ms = 30000;
        world_apply(world, &queue);
    }
    world_apply(world, &key);
}

static uint64_t draw_callback(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    size_t count = state_row_count(state, ROW_CALLBACK);
    const struct callback_row *row =
        count ? state_row_at(state, ROW_CALLBACK,
                             world_draw(world, (uint32_t)count))
              : NULL;

    return row ? row->callback_id : world_draw(world, 9);
}

void world_callback_does_something(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    uint64_t id = draw_callback(world);
    int64_t wall_us = state_wall_us(state, world->story.now_us);
    int64_t due_us =
        world_chance(world, 50)
            ? wall_us + 1 + SECOND_US * (int64_t)world_draw(world, 60)
            : 0;
    struct command ask = {
        .type = COMMAND_ASK_CALLBACK,
        .as.ask_callback = { .queue_id = 1 + world_draw(world, 2),
                             .number = { "+4201" },
                             .due_us = due_us,
                             .agent_id = world_draw(world, 4),
                             .contact_id = world_draw(world, 3) },
    };

    ask.as.ask_callback.number.text[4] =
        (char)('1' + (char)world_draw(world, 9));

    const struct command change = {
        COMMAND_CHANGE_CALLBACK,
        .as.change_callback = { id, due_us, world_draw(world, 4), false }
    };
    const struct command cancel = { COMMAND_CANCEL_CALLBACK,
                                    .as.cancel_callback = { id } };
    const struct command later = SET_CLOCK(wall_us + DAY_AND_HOUR_US);
    uint32_t what = world_draw(world, 100);

    if (what < 70)
        world_apply(world, &ask);
    else if (what < 85)
        world_apply(world, &change);
    else if (what < 97)
        world_apply(world, &cancel);
    else
        world_apply(world, &later);
}
