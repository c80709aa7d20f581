/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between an agent and an offer. */

#include "core/state_inside.h"

#include "core/desk_slot.h"

bool desk_is_attended(const struct desk_row *desk)
{
    return !desk->needs_console || desk->console == CONSOLE_ATTACHED;
}

/* Just after the server's start phone and console of an available agent may
   still have to show that they are there. */
static enum verdict verdict_when_available(const struct desk_row *desk,
                                           bool can_ring, bool has_line)
{
    if (!desk->seen)
        return VERDICT_NOT_SEEN;
    if (!can_ring)
        return VERDICT_UNREACHABLE;
    if (!has_line)
        return VERDICT_NO_LINE;
    if (!desk_is_attended(desk))
        return VERDICT_UNATTENDED;
    if (desk->cool_down_due_us)
        return VERDICT_COOL_DOWN;
    if (desk->ending_leg || desk->listening || desk->consulting)
        return VERDICT_BUSY;

    return VERDICT_CHOSEN;
}

static enum verdict verdict_when_unavailable(bool can_ring, bool has_line)
{
    if (!can_ring)
        return VERDICT_UNREACHABLE;

    return has_line ? VERDICT_UNATTENDED : VERDICT_NO_LINE;
}

enum verdict desk_verdict(const struct desk_row *desk, bool can_ring,
                          bool has_line)
{
    switch (desk->state) {
    case AGENT_AVAILABLE:
        return verdict_when_available(desk, can_ring, has_line);
    case AGENT_OFFLINE:
        return VERDICT_OFFLINE;
    case AGENT_PAUSED:
        return VERDICT_PAUSED;
    case AGENT_ACW:
        return VERDICT_ACW;
    case AGENT_UNAVAILABLE:
        return verdict_when_unavailable(can_ring, has_line);
    case AGENT_OFFERED:
    case AGENT_TALKING:
    case AGENT_HOLD:
        break;
    }

    return VERDICT_BUSY;
}

enum verdict state_verdict(const struct state *state, uint64_t agent_id)
{
    const struct desk_slot *desk = desk_slot(state, agent_id);

    return desk ? desk->verdict : VERDICT_OFFLINE;
}
