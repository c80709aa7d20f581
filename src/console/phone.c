/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what the phone can do now, and does it. */

#include "console/phone.h"

#include <assert.h>

#include "base/mark.h"
#include "console/dial.h"
#include "console/key.h"
#include "console/keypad.h"
#include "console/phone_line.h"
#include "console/state_menu.h"
#include "console/transfer.h"
#include "console/unsent.h"
#include "wire/value.h"

static bool is_in_call(const struct topic_agents *agent)
{
    return agent->state == AGENT_TALKING || agent->state == AGENT_HOLD;
}

/* What stands against it before the kind of command matters; NULL: nothing. */
static const char *nobody_here(const struct program *program)
{
    const struct topic_me *me = program_me(program);

    if (!program_is_live(program))
        return N_("Offline: nothing is sent now. Use the phone itself.");
    if (me && me->agent_id == 0)
        return N_("You are no agent. An administrator can make you one: "
                  "cclite agent add");
    if (!program_agent(program))
        return N_("The server has not told yet what you do.");
    return NULL;
}

/* Who picks up decides what answering can be. */
static const char *no_answer(const struct topic_agents *agent)
{
    if (agent->state != AGENT_OFFERED && !agent->asked_to_accept)
        return N_("Nothing rings.");
    if (agent->mode == PHONE_RINGS)
        return N_("Your phone rings: lift it. It cannot be answered from "
                  "here.");
    return NULL;
}

/* The server says the rest: rights, the phone, the number. */
static const char *no_dialling(const struct topic_agents *agent)
{
    if (agent->state == AGENT_OFFLINE)
        return N_("You are offline. Sign in to the queues first: F9");
    return agent->state == AGENT_AVAILABLE || agent->state == AGENT_PAUSED
               ? NULL
               : N_("Not now: you have a call, its wrap-up, or no phone.");
}

static const char *no_call(const struct topic_agents *agent)
{
    return is_in_call(agent) ? NULL : N_("There is no call.");
}

/* F5 is two verbs: to send the caller, and to leave both together. */
static const char *no_transfer(const struct topic_agents *agent)
{
    return agent->consult == CONSULT_RINGS
               ? N_("Wait until whom you call has answered. F8 goes back to "
                    "the caller.")
               : no_call(agent);
}

static const char *no_consult(const struct topic_agents *agent)
{
    return agent->consult == CONSULT_NONE ? N_("You are asking nobody.") : NULL;
}

static const char *reason_against(const struct topic_agents *agent, int action)
{
    switch (action) {
    case DO_ANSWER:
        return no_answer(agent);
    case DO_REJECT:
        return agent->state == AGENT_OFFERED ? NULL : N_("Nothing rings.");
    case DO_HANG_UP:
        return agent->state == AGENT_OFFERED || agent->consulting
                   ? NULL
                   : no_call(agent);
    case DO_KEYPAD:
        if (agent->state == AGENT_HOLD)
            return N_("The call is on hold. Resume it first: F3");
        return no_call(agent);
    case DO_DIAL:
    case DO_DIAL_GO:
        return no_dialling(agent);
    case DO_STATE:
        return NULL;
    case DO_TRANSFER:
        return no_transfer(agent);
    case DO_CONSULT_GO:
        return agent->consult ? N_("You are asking somebody already.")
                              : no_call(agent);
    case DO_COMPLETE:
        return no_consult(agent) ? no_consult(agent) : no_transfer(agent);
    case DO_RETRIEVE:
        return no_consult(agent);
    case DO_LINE:
        return phone_line_may(agent);
    default:
        return no_call(agent);
    }
}

/* What follows the call may come late; all else of the phone may not. */
static bool may_wait(const struct program *program, int action)
{
    return action == DO_STATE && !program_is_live(program) &&
           unsent_has_call(program);
}

bool phone_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;

    if (may_wait(program, action))
        return true;

    const char *reason = nobody_here(program);
    if (!reason)
        reason = reason_against(program_agent_fields(program), action);
    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

/* What the same keys do while the agent asks somebody. */
static const char *name_in_consult(const struct topic_agents *agent, int action)
{
    if (action == DO_HOLD)
        return N_("swap");
    if (action == DO_TRANSFER)
        return N_("complete");
    if (action == DO_HANG_UP && agent->state == AGENT_HOLD)
        return N_("back to caller");
    if (action == DO_MUTE && agent->muted)
        return N_("unmute");
    return NULL;
}

const char *phone_name(const void *arg, const struct action *action)
{
    const struct topic_agents *agent = program_agent_fields(arg);

    if (agent && agent->consult)
        return name_in_consult(agent, action->id);
    if (action->id == DO_HOLD && agent && agent->state == AGENT_HOLD)
        return N_("resume call");
    if (action->id == DO_MUTE && agent && is_in_call(agent) && agent->muted)
        return N_("unmute");
    return NULL;
}

const char *phone_is_heard_by(const struct program *program)
{
    assert(program);
    const struct topic_me *me = program_me(program);

    switch (me ? me->mode : PHONE_RINGS) {
    case PHONE_ON_DEMAND:
        return N_("Your phone answers by itself: listen.");
    case PHONE_NAILED_UP:
        return N_("Your phone is connected: listen.");
    default:
        return N_("Your phone rings: pick it up.");
    }
}

/* The screen shows what came of it when the row changes. */
static void send(struct program *program, enum route_id route)
{
    program_command(program, route, value_object());
}

static void toggle(struct program *program, int action)
{
    const struct topic_agents *agent = program_agent_fields(program);

    if (action == DO_HOLD)
        send(program, agent->state == AGENT_HOLD ? ROUTE_AGENT_RESUME
                                                 : ROUTE_AGENT_HOLD);
    else if (action == DO_MUTE)
        send(program, agent->muted ? ROUTE_AGENT_UNMUTE : ROUTE_AGENT_MUTE);
    else
        send(program, agent->state == AGENT_OFFERED ? ROUTE_AGENT_REJECT
                                                    : ROUTE_AGENT_HANG_UP);
}

bool phone_run(struct program *program, int action)
{
    switch (action) {
    case DO_ANSWER:
        send(program, ROUTE_AGENT_ACCEPT);
        return true;
    case DO_REJECT:
        send(program, ROUTE_AGENT_REJECT);
        return true;
    case DO_HOLD:
    case DO_MUTE:
    case DO_HANG_UP:
        toggle(program, action);
        return true;
    case DO_TRANSFER:
        if (program_agent_fields(program)->consult)
            send(program, ROUTE_AGENT_COMPLETE);
        else
            transfer_push(program);
        return true;
    case DO_COMPLETE:
        send(program, ROUTE_AGENT_COMPLETE);
        return true;
    case DO_RETRIEVE:
        send(program, ROUTE_AGENT_RETRIEVE);
        return true;
    case DO_LINE:
        send(program, ROUTE_AGENT_LINE);
        return true;
    case DO_KEYPAD:
        keypad_push(program);
        return true;
    case DO_DIAL:
        dial_push(program);
        return true;
    case DO_STATE:
        state_menu_push(program);
        return true;
    default:
        return false;
    }
}
