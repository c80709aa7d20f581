/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow is tried by phone: the server rings whoever wants that. */

#include "core/step.h"
#include "core/visit.h"

/*
 * The call takes the way that a caller's would, through a text that nobody else
 * may be led through yet. Where a caller would leave the flow for somebody, be
 * it a queue, a number or a box, it ends, and that is said: nobody is disturbed,
 * and no figure of a queue tells of a caller who was none. What a flow asks on
 * its way, it asks in earnest: lookups, calendars, and what is recorded.
 */
enum refusal decide_try_by_phone(struct turn *turn,
                                 const struct command_try_by_phone *c)
{
    const struct event_flow_set *flow = state_flow(turn->state, c->flow_id);
    uint64_t agent_id = state_agent_of_user(turn->state, turn->by);
    enum refusal refusal;

    if (!flow)
        return REFUSED_NO_FLOW;
    if ((unsigned)c->language >= speech_count)
        return REFUSED_BAD_VALUE;
    if (!library_find(turn->library, c->digest.text))
        return REFUSED_FLOW_NOT_STORED;

    refusal = check_visitor(turn, agent_id);
    if (refusal)
        return refusal;

    write_visitor_called(turn, state_agent(turn->state, agent_id),
                         &(struct visitor){
                             .language = c->language,
                             .flow = flow,
                             .digest = &c->digest,
                             .flow_version = c->flow_version,
                         });
    return REFUSED_NOT;
}

void write_flow_on_trial(struct turn *turn, const struct contact_row *contact,
                         const struct visit_row *visit)
{
    WRITE(turn, VISIT_ENDED, visit_ended,
          { .contact_id = contact->contact_id,
            .for_us = turn->now_us - contact->place_since_us });
    WRITE(turn, FLOW_ENTERED, flow_entered,
          { .contact_id = contact->contact_id,
            .flow_id = visit->flow_id,
            .flow_version = visit->flow_version,
            .flow_digest = visit->flow_digest,
            .on_trial = true });
}

bool is_on_trial(const struct turn *turn, const struct contact_row *contact)
{
    return state_run(turn->state, contact->contact_id)->on_trial;
}

bool write_trial_over(struct turn *turn, const struct contact_row *contact,
                      const struct flow_node *node)
{
    if (!is_on_trial(turn, contact))
        return false;

    write_last_step(turn, contact, node, STEP_DONE);
    WRITE(turn, ANNOUNCEMENT_BEGAN, announcement_began,
          { .contact_id = contact->contact_id,
            .cause = END_FLOW_TRIED,
            .due_us = answer_due_us(turn, EFFECT_PLAY),
            .ivr_us = ivr_so_far_us(turn, contact) });
    ask_prompt(turn, contact, "trial_over", 0);
    return true;
}
