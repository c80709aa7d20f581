/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chooses the face of the agent's screen by the agent's state. */

#include "console/desk.h"

#include <errno.h>
#include <stdlib.h>

#include "base/mark.h"
#include "console/desk_idle.h"
#include "console/desk_line.h"
#include "console/key.h"

struct desk {
    struct program *program;
};

static const enum topic topics[] = {
    TOPIC_QUEUES,
    TOPIC_ASSIGNMENTS,
};

static enum agent_state state_of(const struct desk *desk)
{
    const struct replica_row *row = program_agent(desk->program);

    return row ? ((const struct topic_agents *)row->fields)->state
               : AGENT_OFFLINE;
}

static int desk_pane(const void *state)
{
    switch (state_of(state)) {
    case AGENT_OFFERED:
        return SCOPE_RINGING;
    case AGENT_TALKING:
    case AGENT_HOLD:
        return SCOPE_CALL;
    default:
        return SCOPE_IDLE;
    }
}

static void desk_draw(void *state, const struct surface *surface)
{
    struct desk *desk = state;
    int used = desk_line_draw(desk->program, surface);
    struct surface rest =
        surface_part(surface, used, 0, surface->rows - used, surface->columns);

    desk_idle_draw(desk->program, &rest);
}

static void desk_free(void *state)
{
    struct desk *desk = state;

    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        program_release(desk->program, topics[i]);
    free(desk);
}

static const struct view_kind desk_kind = {
    .name = N_("Agent"),
    .draw = desk_draw,
    .pane = desk_pane,
    .free = desk_free,
};

int desk_open(struct program *program)
{
    struct desk *desk = calloc(1, sizeof(*desk));

    if (!desk)
        return -ENOMEM;
    desk->program = program;
    for (size_t i = 0; i < sizeof(topics) / sizeof(topics[0]); i++)
        program_hold(program, topics[i]);
    return ui_replace(program->ui, &desk_kind, desk);
}
