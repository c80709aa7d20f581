/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says what the phone can do now, and sends it. */

#include "console/phone.h"

#include <assert.h>

#include "console/key.h"
#include "wire/value.h"

static const struct topic_agents *agent_of(const struct program *program)
{
    const struct replica_row *row = program_agent(program);

    return row ? row->fields : NULL;
}

static bool is_in_call(const struct topic_agents *agent)
{
    return agent->state == AGENT_TALKING || agent->state == AGENT_HOLD;
}

/* What stands against it before the kind of command matters; NULL: nothing. */
static const char *nobody_here(const struct program *program)
{
    const struct topic_me *me = program_me(program);

    if (!program_is_live(program))
        return N_("Offline: nothing is sent, so that nothing happens too "
                  "late. Use the phone itself.");
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
    if (agent->state != AGENT_OFFERED)
        return N_("Nothing rings.");
    if (agent->mode == PHONE_RINGS)
        return N_("Your phone rings: lift it. It cannot be answered from "
                  "here.");
    return NULL;
}

static const char *no_hang_up(const struct topic_agents *agent)
{
    return agent->state == AGENT_OFFERED || is_in_call(agent)
               ? NULL
               : N_("There is no call.");
}

bool phone_may(const void *arg, int action, struct safe_text *ret_reason)
{
    const struct program *program = arg;
    const char *reason = nobody_here(program);

    if (!reason) {
        const struct topic_agents *agent = agent_of(program);

        if (action == DO_ANSWER)
            reason = no_answer(agent);
        else if (action == DO_HANG_UP)
            reason = no_hang_up(agent);
        else if (!is_in_call(agent))
            reason = N_("There is no call.");
    }
    if (reason)
        safe_text_copy(ret_reason, program_text(program, reason));
    return !reason;
}

/* The screen shows what came of it when the row changes. */
static void send(struct program *program, enum route_id route)
{
    program_send(program, &(struct errand){
                              .route = route,
                              .id = program_me(program)->agent_id,
                              .body = value_object(),
                          });
}

bool phone_run(struct program *program, int action)
{
    const struct topic_agents *agent = agent_of(program);

    switch (action) {
    case DO_ANSWER:
        send(program, ROUTE_AGENT_ACCEPT);
        return true;
    case DO_HOLD:
        send(program, agent->state == AGENT_HOLD ? ROUTE_AGENT_RESUME
                                                 : ROUTE_AGENT_HOLD);
        return true;
    case DO_HANG_UP:
        send(program, agent->state == AGENT_OFFERED ? ROUTE_AGENT_REJECT
                                                    : ROUTE_AGENT_HANG_UP);
        return true;
    default:
        return false;
    }
}
