/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who an agent is, which phone is there, and the agent's own states. */

#include "core/decide_document.h"
#include "core/write.h"

static bool is_free_to_change(const struct desk_row *desk)
{
    return desk->state == AGENT_OFFLINE || desk->state == AGENT_AVAILABLE ||
           desk->state == AGENT_PAUSED || desk->state == AGENT_UNAVAILABLE;
}

/* The agent as a document. */

static bool is_reachable(const struct turn *turn, uint64_t device_id)
{
    const struct phone_row *phone = state_phone(turn->state, device_id);

    return phone && phone->reachable;
}

static bool changes_device(const struct turn *turn,
                           const struct command_set_agent *c)
{
    const struct event_agent_set *is = state_agent(turn->state, c->id);

    return is && is->device_id != c->device_id;
}

static enum refusal check_links(const struct turn *turn,
                                const struct command_set_agent *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->id);
    uint64_t of_user = state_agent_of_user(turn->state, c->user_id);
    uint64_t of_device = state_agent_of_device(turn->state, c->device_id);

    if (c->user_id && !state_user(turn->state, c->user_id))
        return REFUSED_NO_USER;
    if (c->device_id && !state_device(turn->state, c->device_id))
        return REFUSED_NO_DEVICE;
    if (of_user && of_user != c->id)
        return REFUSED_USER_TAKEN;
    if (of_device && of_device != c->id)
        return REFUSED_DEVICE_TAKEN;
    if (changes_device(turn, c) &&
        (!is_free_to_change(desk) || desk->ending_leg))
        return REFUSED_AGENT_BUSY;

    return REFUSED_NOT;
}

/* The state follows the phone, when the phone is another one now. */
static void write_new_phone(struct turn *turn, const struct desk_row *desk,
                            bool reachable)
{
    if (desk->state == AGENT_AVAILABLE && !reachable)
        write_state(turn, desk, (struct next){ AGENT_UNAVAILABLE, PAUSE_NONE },
                    STATE_BY_PHONE_LOST);
    if (desk->state == AGENT_UNAVAILABLE && reachable && desk_is_attended(desk))
        write_state(turn, desk, (struct next){ AGENT_AVAILABLE, PAUSE_NONE },
                    STATE_BY_PHONE_BACK);
}

enum refusal decide_set_agent(struct turn *turn,
                              const struct command_set_agent *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_AGENT, c);

    if (!refusal)
        refusal = check_links(turn, c);
    if (refusal)
        return refusal;

    write_document(turn, DOCUMENT_AGENT, c);
    if (changes_device(turn, c))
        write_new_phone(turn, state_desk(turn->state, c->id),
                        is_reachable(turn, c->device_id));

    return REFUSED_NOT;
}

static bool is_wanted(const struct turn *turn, uint64_t agent_id)
{
    return tree_count(&desk_slot(turn->state, agent_id)->wanted) > 0;
}

enum refusal decide_remove_agent(struct turn *turn,
                                 const struct command_remove_agent *c)
{
    const struct desk_row *desk = state_desk(turn->state, c->id);
    enum refusal refusal =
        check_removal(turn, DOCUMENT_AGENT, c->id, c->version);

    if (refusal)
        return refusal;
    if (!is_free_to_change(desk) || desk->ending_leg)
        return REFUSED_AGENT_BUSY;
    if (is_wanted(turn, c->id))
        return REFUSED_IN_USE;

    if (desk->state != AGENT_OFFLINE)
        write_state(turn, desk, (struct next){ AGENT_OFFLINE, PAUSE_NONE },
                    STATE_BY_REMOVAL);
    write_removal(turn, DOCUMENT_AGENT, c->id);
    return REFUSED_NOT;
}

/* The phone. */

static const struct desk_row *desk_of_device(const struct turn *turn,
                                             uint64_t device_id)
{
    return state_desk(turn->state,
                      state_agent_of_device(turn->state, device_id));
}

/* A phone that shows life speaks for its agent, too. */
enum refusal decide_device_seen(struct turn *turn,
                                const struct command_device_seen *c)
{
    const struct phone_row *phone = state_phone(turn->state, c->device_id);
    const struct desk_row *desk = desk_of_device(turn, c->device_id);

    if (!phone)
        return REFUSED_NO_DEVICE;
    if (phone->reachable && (!desk || desk->seen))
        return REFUSED_ALREADY_SO;

    if (desk && !desk->seen)
        write_seen(turn, desk);
    if (!phone->reachable)
        WRITE(turn, DEVICE_REACHABLE, device_reachable,
              { .device_id = c->device_id });
    if (desk && desk->state == AGENT_UNAVAILABLE && desk_is_attended(desk))
        write_state(turn, desk, (struct next){ AGENT_AVAILABLE, PAUSE_NONE },
                    STATE_BY_PHONE_BACK);

    return REFUSED_NOT;
}

enum refusal decide_device_lost(struct turn *turn,
                                const struct command_device_lost *c)
{
    const struct phone_row *phone = state_phone(turn->state, c->device_id);
    const struct desk_row *desk = desk_of_device(turn, c->device_id);

    if (!phone)
        return REFUSED_NO_DEVICE;
    if (!phone->reachable)
        return REFUSED_ALREADY_SO;

    WRITE(turn, DEVICE_UNREACHABLE, device_unreachable,
          { .device_id = c->device_id });
    if (desk && desk->state == AGENT_AVAILABLE)
        write_state(turn, desk, (struct next){ AGENT_UNAVAILABLE, PAUSE_NONE },
                    STATE_BY_PHONE_LOST);

    return REFUSED_NOT;
}

/* The agent's own states. */

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

    return is_reachable(turn, agent->device_id) ? REFUSED_NOT
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
    if (desk_is_attended(desk))
        return decide_state(turn, c->agent_id, available);
    if (cause_of(turn, c->agent_id) != STATE_BY_AGENT)
        return REFUSED_NOBODY_THERE;

    write_console(turn, desk, desk->console, false);
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
