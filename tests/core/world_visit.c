/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of those who hear a box's messages by phone. */

#include "tests/core/story.h"
#include "tests/core/world_inside.h"

/* A supervisor lets PINs in again, now and then. */
static void unlock(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    size_t count = state_row_count(state, ROW_PIN_LOCK);

    if (count == 0)
        return;

    const struct pin_lock_row *lock =
        state_row_at(state, ROW_PIN_LOCK, world_draw(world, (uint32_t)count));
    const struct command command = {
        COMMAND_UNLOCK_PIN,
        .as.unlock_pin = { lock->box_id, lock->device_id, lock->trunk_id },
    };

    world_apply(world, &command);
}

/* Ann or Bob, whose users those are, has the phone called. */
static void record(struct world *world)
{
    const struct command command = {
        COMMAND_RECORD_BY_PHONE,
        2 + world_draw(world, 2),
        .as.record_by_phone = { 1 + world_draw(world, 2),
                                (enum box_greeting)world_draw(world, 4), 0, 0 },
    };

    world_apply(world, &command);
}

/* ... or hears the flow that all callers go through. */
static void try_flow(struct world *world)
{
    const struct event_flow_set *flow =
        state_document_at(core_state(world->story.core), DOCUMENT_FLOW, 0);
    struct command command = { .type = COMMAND_TRY_BY_PHONE };

    if (!flow)
        return;
    command.by = 2 + world_draw(world, 2);
    command.as.try_by_phone.flow_id = flow->id;
    command.as.try_by_phone.digest = flow->digest;
    command.as.try_by_phone.flow_version = flow->version;
    world_apply(world, &command);
}

/* Whoever is asked something answers soon, by the keys that lead on. */
void world_visitor_does_something(struct world *world)
{
    static const char keys[] = "111234466##*";
    const struct state *state = core_state(world->story.core);
    struct command press = PRESS(0, "");

    if (world_chance(world, 1))
        unlock(world);
    if (world_chance(world, 1))
        record(world);
    if (world_chance(world, 1))
        try_flow(world);

    size_t count = state_row_count(state, ROW_VISIT);

    if (count == 0 || world_chance(world, 50))
        return;

    const struct visit_row *visit =
        state_row_at(state, ROW_VISIT, world_draw(world, (uint32_t)count));

    press.as.press_digit.contact_id = visit->contact_id;
    press.as.press_digit.digit.text[0] =
        keys[world_draw(world, sizeof(keys) - 1)];
    world_apply(world, &press);
}
