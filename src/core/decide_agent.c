/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who an agent is, and which phone is there. */

#include "core/decide_document.h"
#include "core/decide_line.h"
#include "core/desk_slot.h"
#include "core/dialling.h"
#include "core/number_plan.h"
#include "core/sending.h"
#include "core/write.h"

/* The agent as a document. */

static bool is_reachable(const struct turn *turn, uint64_t device_id)
{
    const struct phone_row *phone = state_phone(turn->state, device_id);

    return phone && phone->reachable;
}

/* ... otherwise than by the agent's own contact. */
static bool is_phone_in_use(const struct desk_row *desk)
{
    return desk->ending_leg || desk->listening || desk->consulting;
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
        (!is_free_to_change(desk) || is_phone_in_use(desk)))
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

    if (!refusal && loses_name(turn, DOCUMENT_AGENT, c))
        refusal = REFUSED_IN_USE;
    if (!refusal)
        refusal = check_links(turn, c);
    if (!refusal && !dialling_is_list(c->outside.text))
        refusal = REFUSED_BAD_OUTSIDE;
    if (!refusal)
        refusal = check_extension(turn, DOCUMENT_AGENT, c->id, &c->extension);
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
    if (!is_free_to_change(desk) || is_phone_in_use(desk))
        return REFUSED_AGENT_BUSY;
    if (is_wanted(turn, c->id) || is_capped(turn, c->id, 0) ||
        is_of_a_box(turn, TO_AGENT, c->id) ||
        is_target(turn->state, TO_AGENT, c->id) ||
        is_named(turn, DOCUMENT_AGENT, c->id) ||
        is_in_a_flow(turn, DOCUMENT_AGENT, c->id))
        return REFUSED_IN_USE;

    write_line_let_go(turn, desk);
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
