/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows within flows. */

#include "core/step.h"

#include "core/beside_slots.h"
#include "core/callback_flow.h"

enum { MAX_DEPTH = 5 };

/* How many flows the contact will come back from. */
static int64_t depth_of(const struct turn *turn, uint64_t contact_id)
{
    int64_t depth = 0;

    while (table_find(&turn->state->returns, contact_id, (uint64_t)depth + 1))
        depth++;

    return depth;
}

void begin_sub_flow(struct turn *turn, const struct contact_row *contact,
                    const struct flow_node *node)
{
    const struct event_flow_set *flow =
        state_flow(turn->state, node->as.sub_flow_node.flow_id);
    int64_t depth = depth_of(turn, contact->contact_id) + 1;

    write_step_began(turn, contact, node, 0, 0);
    if (!flow || !flow->digest.text[0] || depth > MAX_DEPTH) {
        write_step_over(turn, contact, node, true,
                        &(struct step_end){ .exit = STEP_ERROR });
        return;
    }

    WRITE(turn, STEP_ENDED, step_ended,
          { .contact_id = contact->contact_id,
            .step = contact->step + 1,
            .exit = STEP_DONE,
            .next_node = node->exits[STEP_DONE] });
    WRITE(turn, SUB_FLOW_BEGAN, sub_flow_began,
          { .contact_id = contact->contact_id,
            .depth = depth,
            .return_node = node->exits[STEP_DONE],
            .flow_id = flow->id,
            .flow_version = flow->version,
            .flow_digest = flow->digest });
}

void begin_return(struct turn *turn, const struct contact_row *contact,
                  const struct flow_node *node)
{
    int64_t depth = depth_of(turn, contact->contact_id);
    const struct return_slot *back =
        table_find(&turn->state->returns, contact->contact_id, (uint64_t)depth);

    write_last_step(turn, contact, node, STEP_DONE);
    if (!back && contact->callback_flow) {
        write_not_called_back(turn, contact);
        return;
    }
    if (back)
        WRITE(turn, SUB_FLOW_ENDED, sub_flow_ended,
              { .contact_id = contact->contact_id,
                .depth = depth,
                .flow_id = back->row.flow_id,
                .flow_version = back->row.flow_version,
                .flow_digest = back->row.flow_digest,
                .next_node = back->row.node });
    if (!back || back->row.node == FLOW_EXIT_NONE)
        write_flow_over(turn, contact, flow_end_cause(contact));
}
