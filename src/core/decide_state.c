/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The states that agents choose: at once, or when the contact is done with. */

#include "core/decide_line.h"
#include "core/write.h"

bool is_free_to_change(const struct desk_row *desk)
{
    return !desk->own_call &&
           (desk->state == AGENT_OFFLINE || desk->state == AGENT_AVAILABLE ||
            desk->state == AGENT_PAUSED || desk->state == AGENT_UNAVAILABLE);
}

enum refusal decide_agent_alive(struct turn *turn,
                                const struct command_agent_alive *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (desk->seen)
        return REFUSED_ALREADY_SO;

    write_seen(turn, desk);
    return REFUSED_NOT;
}

/* Whoever gives an own command is alive. */
static void write_seen_if_own(struct turn *turn, const struct desk_row *desk)
{
    if (!desk->seen && cause_of(turn, desk->agent_id) == STATE_BY_AGENT)
        write_seen(turn, desk);
}

/* Nobody gets a contact before saying so: logging in is not availability. */
enum refusal decide_log_in(struct turn *turn, const struct command_log_in *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (desk->state != AGENT_OFFLINE)
        return REFUSED_ALREADY_LOGGED_IN;

    write_seen_if_own(turn, desk);
    write_state(turn, desk, (struct next){ AGENT_PAUSED, PAUSE_LOGGED_IN },
                cause_of(turn, c->agent_id));
    return REFUSED_NOT;
}

static bool is_already_so(const struct desk_row *desk, struct next next)
{
    if (is_free_to_change(desk))
        return desk->state == next.state && desk->reason_id == next.reason_id;

    return desk->has_request && desk->requested_state == next.state &&
           desk->requested_reason_id == next.reason_id;
}

/* At once when the agent is free, else when the contact is done with. */
static enum refusal decide_state(struct turn *turn, uint64_t agent_id,
                                 struct next next)
{
    const struct desk_row *desk = state_desk(turn->state, agent_id);

    if (is_already_so(desk, next))
        return REFUSED_ALREADY_SO;

    write_seen_if_own(turn, desk);
    if (is_free_to_change(desk))
        write_state(turn, desk, next, cause_of(turn, agent_id));
    else
        WRITE(turn, AGENT_STATE_REQUESTED, agent_state_requested,
              { .agent_id = agent_id,
                .state = next.state,
                .reason_id = next.reason_id });

    return REFUSED_NOT;
}

static enum refusal check_logged_in(const struct turn *turn, uint64_t agent_id)
{
    const struct desk_row *desk = state_desk(turn->state, agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;

    return desk->state == AGENT_OFFLINE ? REFUSED_NOT_LOGGED_IN : REFUSED_NOT;
}

enum refusal decide_log_out(struct turn *turn, const struct command_log_out *c)
{
    enum refusal refusal = check_logged_in(turn, c->agent_id);

    if (refusal)
        return refusal;

    return decide_state(turn, c->agent_id,
                        (struct next){ AGENT_OFFLINE, PAUSE_NONE });
}

static enum refusal check_can_serve(const struct turn *turn, uint64_t agent_id)
{
    const struct event_agent_set *agent = state_agent(turn->state, agent_id);
    enum refusal refusal = check_logged_in(turn, agent_id);

    if (refusal)
        return refusal;
    if (!agent->device_id)
        return REFUSED_NO_PHONE;

    return state_can_ring(turn->state, agent_id) ? REFUSED_NOT
                                                 : REFUSED_PHONE_UNREACHABLE;
}

/* Whoever says so with nobody at the console works without one from now on.
   Others cannot say that for the agent. */
enum refusal decide_make_available(struct turn *turn,
                                   const struct command_make_available *c)
{
    static const struct next available = { AGENT_AVAILABLE, PAUSE_NONE };
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);
    enum refusal refusal = check_can_serve(turn, c->agent_id);

    if (refusal)
        return refusal;
    if (desk_is_attended(desk)) {
        write_line_wanted(turn, desk);
        return decide_state(turn, c->agent_id, available);
    }
    if (cause_of(turn, c->agent_id) != STATE_BY_AGENT)
        return REFUSED_NOBODY_THERE;

    write_console(turn, desk, desk->console, false);
    write_line_wanted(turn, desk);
    (void)decide_state(turn, c->agent_id, available);
    return REFUSED_NOT;
}

enum refusal decide_pause(struct turn *turn, const struct command_pause *c)
{
    enum refusal refusal = check_logged_in(turn, c->agent_id);

    if (refusal)
        return refusal;
    if (!state_document(turn->state, DOCUMENT_PAUSE_REASON, c->reason_id))
        return REFUSED_NO_PAUSE_REASON;

    return decide_state(turn, c->agent_id,
                        (struct next){ AGENT_PAUSED, c->reason_id });
}

enum refusal decide_cancel_request(struct turn *turn,
                                   const struct command_cancel_request *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (!desk->has_request)
        return REFUSED_NO_REQUEST;

    WRITE(turn, AGENT_REQUEST_CANCELLED, agent_request_cancelled,
          { .agent_id = c->agent_id });
    return REFUSED_NOT;
}
