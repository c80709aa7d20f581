/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strategies, skills, teams, delays and priorities, changed at any time. */

#include <string.h>

#include "core/decide.h"
#include "tests/core/world_inside.h"
#include "tests/test.h"

static void skills_change(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    const struct command skill = SKILL("es");
    const struct command other = SKILL("cs");
    uint64_t agent = 1 + world_draw(world, 3);
    const struct command commands[] = {
        skill,
        other,
        LEVEL(agent, 1 + world_draw(world, 2), (int64_t)world_draw(world, 101)),
        LEVEL(agent, 1 + world_draw(world, 2), (int64_t)world_draw(world, 101)),
        LEVEL(ANN, 1, 80),
        LEVEL(BOB, 1, 40),
        NO_LEVEL_OF(agent, 1 + world_draw(world, 2)),
    };

    if (!state_document(state, DOCUMENT_SKILL, 1))
        world_apply(world, &skill);
    else if (!state_document(state, DOCUMENT_SKILL, 2))
        world_apply(world, &other);
    else
        world_apply(world, &commands[world_draw(world, ARRAY_LEN(commands))]);
}

static void set_text(struct note *note, const char *text)
{
    memset(note, 0, sizeof(*note));
    memcpy(note->text, text, strlen(text));
}

static const char *const demands[] = {
    "",
    "",
    "5s es>=50; 20s -es",
    "0s es>=60; 10s es>=30",
    "0s es>=99; 30s cs>=1",
};

static void queue_changes(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    uint64_t id = 1 + world_draw(world, 2);
    struct command command = { .type = COMMAND_SET_QUEUE };
    struct command_set_queue *queue = &command.as.set_queue;

    memcpy(queue, state_queue(state, id), sizeof(*queue));
    queue->strategy = (enum strategy)world_draw(world, strategy_count);
    set_text(&queue->demand, demands[world_draw(world, ARRAY_LEN(demands))]);
    queue->weight = 1 + world_draw(world, 20);
    queue->ring_more_ms = 1000 + world_draw(world, 5) * 1000;
    queue->sticky_days = world_draw(world, 3);
    queue->sticky_any_queue = world_chance(world, 50);
    queue->sticky_wait_ms = world_draw(world, 20) * 1000;
    queue->notice = (struct name){ "" };
    if (world_chance(world, 30))
        queue->notice = (struct name){ "notice" };
    queue->comfort = (struct name){ "" };
    if (world_chance(world, 30))
        queue->comfort = (struct name){ "comfort" };
    queue->comfort_first_ms = world_draw(world, 10) * 1000;
    queue->tell_first_ms = world_draw(world, 10) * 1000;
    queue->tell_place_ms = world_draw(world, 3) * 10000;
    queue->tell_wait_ms = world_draw(world, 3) * 10000;
    world_apply(world, &command);
}

static void team_changes(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    uint64_t agent = 1 + world_draw(world, 3);
    uint64_t queue = 1 + world_draw(world, 3);
    const struct command team = TEAM("north");
    const struct command commands[] = {
        ASSIGN_TEAM(1, queue, 1 + (int64_t)world_draw(world, 3),
                    (int64_t)world_draw(world, 2) * 7000),
        ASSIGN_TEAM(1, queue, 1, 0),
        UNASSIGN_TEAM(1, queue),
    };
    struct command member = { .type = COMMAND_SET_AGENT };

    if (!state_team(state, 1)) {
        world_apply(world, &team);
    } else if (world_chance(world, 40) && state_agent(state, agent)) {
        memcpy(&member.as, state_agent(state, agent),
               sizeof(member.as.set_agent));
        member.as.set_agent.team_id = world_draw(world, 2);
        world_apply(world, &member);
    } else {
        world_apply(world, &commands[world_draw(world, ARRAY_LEN(commands))]);
    }
}

static uint64_t draw_contact(struct world *world)
{
    const struct state *state = core_state(world->story.core);
    size_t count = state_row_count(state, ROW_CONTACT);

    if (count == 0)
        return 1;

    const struct contact_row *contact =
        state_row_at(state, ROW_CONTACT, world_draw(world, (uint32_t)count));

    return contact->contact_id;
}

static void contact_changes(struct world *world)
{
    uint64_t id = draw_contact(world);
    const struct command commands[] = {
        PRIORITY(id, 1 + (int64_t)world_draw(world, 100),
                 (int64_t)world_draw(world, 60) * 1000),
        DEMAND(id, "0s es>=70; 15s es>=20"),
        DEMAND(id, "3s cs>=10"),
        DEMAND(id, ""),
        RECALL(id, 1 + world_draw(world, 2), 1 + world_draw(world, 2),
               world_draw(world, 3) * 43200 * INT64_C(1000000)),
        RECALL(id, ANN, SALES, SECOND_US),
        RECALL(id, 0, 0, 0),
        TRUNK_IS(TRUNK, false),
        TRUNK_IS(TRUNK, true),
        SET_CLOCK(WALL_US + INT64_C(86340) * SECOND_US), /* 23:59 */
        ASSIGN_LATE(1 + world_draw(world, 3), 1 + world_draw(world, 3), 1,
                    (int64_t)world_draw(world, 3) * 5000),
    };

    world_apply(world, &commands[world_draw(world, ARRAY_LEN(commands))]);
}

void world_router_does_something(struct world *world)
{
    switch (world_draw(world, 5)) {
    case 0:
        skills_change(world);
        break;
    case 1:
        queue_changes(world);
        break;
    case 2:
        team_changes(world);
        break;
    default:
        contact_changes(world);
    }
}
