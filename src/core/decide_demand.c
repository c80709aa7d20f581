/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waiting contacts demand, and how they go before each other. */

#include "core/ring.h"
#include "core/write.h"

static const int64_t MAX_ADDED_MS = 86400000;

enum refusal check_demand(const struct turn *turn, const char *text)
{
    struct demand demand;

    return demand_parse(text, skill_find, (void *)turn->state, &demand, NULL) ==
                   0
               ? REFUSED_NOT
               : REFUSED_BAD_DEMAND;
}

/* When the step after so many begins; a moment that has passed is now. */
static int64_t next_due_us(const struct turn *turn,
                           const struct contact_row *contact,
                           const struct demand *demand, size_t begun)
{
    int64_t next_us = demand_next_us(demand, begun);
    int64_t due_us = contact->queued_us + next_us;

    if (next_us < 0)
        return 0;

    return due_us < turn->now_us ? turn->now_us : due_us;
}

void write_demand_changed(struct turn *turn, const struct contact_row *contact,
                          bool skipped)
{
    size_t begun = (size_t)contact->demand_step + 1;
    struct demand demand;

    demand_of(turn->state, queue_slot(turn->state, contact->queue_id),
              contact->demand.text, &demand);
    WRITE(turn, DEMAND_CHANGED, demand_changed,
          { .contact_id = contact->contact_id,
            .queue_id = contact->queue_id,
            .demand_step = (int64_t)begun,
            .demand_due_us = next_due_us(turn, contact, &demand, begun),
            .skipped = skipped });
}

void decide_stuck(struct turn *turn, uint64_t contact_id)
{
    write_demand_changed(turn, state_contact(turn->state, contact_id), true);
}

enum refusal decide_set_priority(struct turn *turn,
                                 const struct command_set_priority *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    enum refusal refusal = check_waits(contact);

    if (refusal)
        return refusal;
    if (c->priority < 1 || c->priority > 100 || c->added_ms < 0 ||
        c->added_ms > MAX_ADDED_MS)
        return REFUSED_BAD_VALUE;
    if (contact->priority == c->priority &&
        contact->added_us == c->added_ms * 1000)
        return REFUSED_ALREADY_SO;

    WRITE(turn, PRIORITY_SET, priority_set,
          { .contact_id = contact->contact_id,
            .queue_id = contact->queue_id,
            .priority = c->priority,
            .added_us = c->added_ms * 1000 });
    return REFUSED_NOT;
}

enum refusal decide_set_demand(struct turn *turn,
                               const struct command_set_demand *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    enum refusal refusal = check_waits(contact);
    struct demand demand;

    if (!refusal)
        refusal = check_demand(turn, c->demand.text);
    if (refusal)
        return refusal;

    demand_of(turn->state, queue_slot(turn->state, contact->queue_id),
              c->demand.text, &demand);

    size_t begun = demand_begun(&demand, turn->now_us - contact->queued_us);

    WRITE(turn, DEMAND_SET, demand_set,
          { .contact_id = contact->contact_id,
            .demand = c->demand,
            .demand_step = (int64_t)begun,
            .demand_due_us = next_due_us(turn, contact, &demand, begun) });
    return REFUSED_NOT;
}

/* Known before the contact waits anywhere. */
enum refusal decide_recall_caller(struct turn *turn,
                                  const struct command_recall_caller *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);

    if (!contact)
        return REFUSED_NO_CONTACT;
    if (contact->place != PLACE_IVR)
        return REFUSED_NOT_ASKED;
    if (!state_agent(turn->state, c->agent_id))
        return REFUSED_NO_AGENT;
    if (c->ago_us < 0)
        return REFUSED_BAD_VALUE;

    WRITE(turn, CALLER_RECALLED, caller_recalled,
          { .contact_id = c->contact_id,
            .agent_id = c->agent_id,
            .queue_id = c->queue_id,
            .ago_us = c->ago_us });
    return REFUSED_NOT;
}
