/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skills, and the agents' levels of them. */

#include <string.h>

#include "core/beside_slots.h"
#include "core/decide_document.h"
#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/queue_slot.h"
#include "core/ring.h"
#include "core/rule_draft_use.h"
#include "core/write.h"

static bool names(const struct turn *turn, const char *text, uint64_t skill_id)
{
    struct demand demand;

    return text[0] &&
           demand_parse(text, skill_find, (void *)turn->state, &demand, NULL) ==
               0 &&
           demand_names(&demand, skill_id);
}

static bool is_ruled(const struct turn *turn, uint64_t skill_id)
{
    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_RULE]);
         slot; slot = table_next(slot))
        if (rule_demands(turn->state, (const void *)&slot->head, skill_id))
            return true;

    return rule_draft_names(turn->state, DOCUMENT_SKILL, skill_id);
}

/* By a queue, a routing rule, or a contact that has a demand of its own. */
static bool is_demanded(const struct turn *turn, uint64_t skill_id)
{
    for (const struct queue_slot *q = table_first(&turn->state->queues); q;
         q = table_next(q))
        if (demand_names(&q->demand, skill_id))
            return true;

    for (const struct demand_slot *d = table_first(&turn->state->demands); d;
         d = table_next(d))
        if (names(turn, d->row.demand.text, skill_id))
            return true;

    return is_ruled(turn, skill_id);
}

/* Demands name it. */
static bool is_renamed(const struct turn *turn,
                       const struct command_set_skill *c)
{
    const struct document_head *is =
        state_document(turn->state, DOCUMENT_SKILL, c->id);

    return is && strcmp(is->name.text, c->name.text) != 0;
}

enum refusal decide_set_skill(struct turn *turn,
                              const struct command_set_skill *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_SKILL, c);

    if (refusal)
        return refusal;
    if (is_renamed(turn, c) && is_demanded(turn, c->id))
        return REFUSED_IN_USE;

    write_document(turn, DOCUMENT_SKILL, c);
    return REFUSED_NOT;
}

enum refusal decide_remove_skill(struct turn *turn,
                                 const struct command_remove_skill *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_SKILL, c->id, c->version);

    if (refusal)
        return refusal;
    if (is_demanded(turn, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_SKILL, c->id);
    return REFUSED_NOT;
}

/* Levels. */

static enum refusal check_level(const struct turn *turn, uint64_t agent_id,
                                uint64_t skill_id)
{
    if (!state_agent(turn->state, agent_id))
        return REFUSED_NO_AGENT;

    return state_document(turn->state, DOCUMENT_SKILL, skill_id)
               ? REFUSED_NOT
               : REFUSED_NO_SKILL;
}

enum refusal decide_set_level(struct turn *turn,
                              const struct command_set_level *c)
{
    const struct level_slot *is =
        table_find(&turn->state->levels, c->agent_id, c->skill_id);
    enum refusal refusal = check_level(turn, c->agent_id, c->skill_id);

    if (refusal)
        return refusal;
    if (c->level < 0 || c->level > DEMAND_MAX_LEVEL)
        return REFUSED_BAD_LEVEL;
    if (is && is->row.level == c->level)
        return REFUSED_ALREADY_SO;
    if (!is &&
        desk_slot(turn->state, c->agent_id)->level_count >= STATE_MAX_LEVELS)
        return REFUSED_TOO_MANY;

    WRITE(turn, LEVEL_SET, level_set,
          { .agent_id = c->agent_id,
            .skill_id = c->skill_id,
            .level = c->level });
    return REFUSED_NOT;
}

enum refusal decide_unset_level(struct turn *turn,
                                const struct command_unset_level *c)
{
    enum refusal refusal = check_level(turn, c->agent_id, c->skill_id);

    if (refusal)
        return refusal;
    if (!table_find(&turn->state->levels, c->agent_id, c->skill_id))
        return REFUSED_NO_LEVEL;

    WRITE(turn, LEVEL_UNSET, level_unset,
          { .agent_id = c->agent_id, .skill_id = c->skill_id });
    return REFUSED_NOT;
}
