/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a caller, looked up while the call came. */

#include "core/decide_lead.h"
#include "core/step.h"

static enum refusal check_recall(const struct turn *turn,
                                 const struct contact_row *contact,
                                 const struct command_recall_caller *c)
{
    bool is_agent = state_agent(turn->state, c->agent_id) != NULL;

    if (!contact)
        return REFUSED_NO_CONTACT;
    if (contact->place != PLACE_IVR)
        return REFUSED_NOT_ASKED;
    /* whoever is waited for an answer for gets one, were the agent gone */
    if (!is_agent && !contact->led_later && !waits_for_language(turn, contact))
        return REFUSED_NO_AGENT;
    if (c->ago_us < 0 || c->calls < 0 || c->called_ago_us < 0 ||
        (unsigned)c->language >= rule_language_count)
        return REFUSED_BAD_VALUE;

    return REFUSED_NOT;
}

/* Known before the contact waits anywhere. */
enum refusal decide_recall_caller(struct turn *turn,
                                  const struct command_recall_caller *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    enum refusal refusal = check_recall(turn, contact, c);

    if (refusal)
        return refusal;

    const struct rule_past past = {
        .calls = c->calls,
        .called_ago_us = c->called_ago_us,
        .queue_id = c->last_queue_id,
        .agent_id = state_agent(turn->state, c->agent_id) ? c->agent_id : 0,
    };

    WRITE(turn, CALLER_RECALLED, caller_recalled,
          { .contact_id = c->contact_id,
            .agent_id = past.agent_id,
            .queue_id = c->queue_id,
            .ago_us = c->ago_us,
            .calls = c->calls,
            .called_ago_us = c->called_ago_us,
            .last_queue_id = c->last_queue_id,
            .language = c->language });
    if (contact->led_later &&
        !state_run(turn->state, contact->contact_id)->lookup)
        write_led(turn, contact, &past);
    else if (waits_for_language(turn, contact))
        write_language_recalled(turn, contact, c->language);

    return REFUSED_NOT;
}
