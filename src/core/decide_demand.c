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
              state_demand(turn->state, contact->contact_id)->text, &demand);
    WRITE(turn, DEMAND_CHANGED, demand_changed,
          { .contact_id = contact->contact_id,
            .queue_id = contact->queue_id,
            .demand_step = (int64_t)begun,
            .demand_due_us = next_due_us(turn, contact, &demand, begun),
            .skipped = skipped });
}

/* Rather who transferred it than somebody else with less skill. */
void decide_stuck(struct turn *turn, uint64_t contact_id)
{
    const struct contact_row *contact = state_contact(turn->state, contact_id);

    if (contact->transferrer_id)
        WRITE(turn, TRANSFERRER_ADMITTED, transferrer_admitted,
              { .contact_id = contact_id,
                .queue_id = contact->queue_id,
                .agent_id = contact->transferrer_id });
    else
        write_demand_changed(turn, contact, true);
}

enum refusal decide_set_priority(struct turn *turn,
                                 const struct command_set_priority *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    enum refusal refusal = check_waits(contact);

    if (refusal)
        return refusal;
    if (c->priority < 1 || c->priority > 100)
        return REFUSED_BAD_PRIORITY;
    if (c->added_ms < 0 || c->added_ms > MAX_ADDED_MS)
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

void write_demand_set(struct turn *turn, const struct contact_row *contact,
                      const struct label *text)
{
    struct demand demand;

    demand_of(turn->state, queue_slot(turn->state, contact->queue_id),
              text->text, &demand);

    size_t begun = demand_begun(&demand, turn->now_us - contact->queued_us);

    WRITE(turn, DEMAND_SET, demand_set,
          { .contact_id = contact->contact_id,
            .demand = *text,
            .demand_step = (int64_t)begun,
            .demand_due_us = next_due_us(turn, contact, &demand, begun) });
}

enum refusal decide_set_demand(struct turn *turn,
                               const struct command_set_demand *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    enum refusal refusal = check_waits(contact);

    if (!refusal)
        refusal = check_demand(turn, c->demand.text);
    if (!refusal)
        write_demand_set(turn, contact, &c->demand);

    return refusal;
}
