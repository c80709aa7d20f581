/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether somebody is at the agent's console, who else would get no offers. */

#include "core/write.h"

/*
 * An agent who has had a console since logging in works there: without it
 * nobody would see an offer. Whoever never had one is driven by commands, or
 * by the phone alone, and needs none. The talk that goes on lives.
 */
static bool needs_console(const struct desk_row *desk,
                          enum console_state console)
{
    return console != CONSOLE_NONE ||
           (desk->needs_console && desk->state != AGENT_OFFLINE);
}

static bool is_attended(enum console_state console, bool needs)
{
    return console == CONSOLE_ATTACHED || !needs;
}

/* The state of an agent who is free follows. */
static void write_attendance(struct turn *turn, const struct desk_row *desk,
                             bool attended)
{
    if (desk->state == AGENT_AVAILABLE && !attended)
        write_state(turn, desk, (struct next){ AGENT_UNAVAILABLE, PAUSE_NONE },
                    STATE_BY_CONSOLE_LOST);
    if (desk->state == AGENT_UNAVAILABLE && attended &&
        desk->line != LINE_DOWN && state_can_ring(turn->state, desk->agent_id))
        write_state(turn, desk, (struct next){ AGENT_AVAILABLE, PAUSE_NONE },
                    STATE_BY_CONSOLE_BACK);
}

enum refusal decide_set_console(struct turn *turn,
                                const struct command_set_console *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if ((unsigned)c->console >= console_state_count)
        return REFUSED_BAD_VALUE;
    if (desk->console == c->console)
        return REFUSED_ALREADY_SO;

    bool needs = needs_console(desk, c->console);

    if (!desk->seen && c->console == CONSOLE_ATTACHED)
        write_seen(turn, desk);
    write_console(turn, desk, c->console, needs);
    write_attendance(turn, desk, is_attended(c->console, needs));
    return REFUSED_NOT;
}
