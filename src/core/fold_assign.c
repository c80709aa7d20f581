/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of who serves which queue, and of what agents can do. */

#include <assert.h>

#include "core/desk_slot.h"
#include "core/fold.h"
#include "core/house_slots.h"
#include "core/index.h"
#include "core/state_index.h"

void fold_assignment_dropped(struct state *state, struct assignment_slot *a)
{
    struct desk_slot *desk = a->desk;

    unindex_assignment(state, a);
    table_remove(&state->assignments, a);
    index_duty(state, desk);
}

void fold_queue_assigned(struct state *state,
                         const struct event_queue_assigned *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct assignment_slot *a =
        table_find(&state->assignments, e->agent_id, e->queue_id);

    if (a) {
        uncount_assignment(state, a);
        unindex_delay(state, a);
    } else {
        a = table_add(&state->assignments, e->agent_id, e->queue_id);
        a->row.agent_id = e->agent_id;
        a->row.queue_id = e->queue_id;
    }

    a->row.priority = e->priority;
    a->row.delay_us = e->delay_us;
    a->row.by_team = e->by_team;
    a->row.until_us = e->until_us;
    a->row.until_serial = e->until_us ? ++state->system.serials : 0;
    a->row.then_priority = e->then_priority;
    a->row.then_delay_us = e->then_delay_us;
    index_assignment(state, a);
    index_duty(state, desk);
    index_astray(state, desk);
}

void fold_queue_unassigned(struct state *state,
                           const struct event_queue_unassigned *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct assignment_slot *a =
        table_find(&state->assignments, e->agent_id, e->queue_id);

    assert(a);
    fold_assignment_dropped(state, a);
    index_astray(state, desk);
}

/* Teams. What it means for the members is decided one by one. */

static void index_members(struct state *state, uint64_t team_id)
{
    for (struct desk_slot *d = table_first(&state->desks); d; d = table_next(d))
        if (state_agent(state, d->row.agent_id)->team_id == team_id)
            index_astray(state, d);
}

void fold_team_assigned(struct state *state,
                        const struct event_team_assigned *e)
{
    struct team_duty_slot *duty =
        table_find(&state->team_duties, e->team_id, e->queue_id);

    if (!duty)
        duty = table_add(&state->team_duties, e->team_id, e->queue_id);

    duty->row = (struct team_duty_row){
        .team_id = e->team_id,
        .queue_id = e->queue_id,
        .priority = e->priority,
        .delay_us = e->delay_us,
    };
    index_members(state, e->team_id);
}

void fold_team_unassigned(struct state *state,
                          const struct event_team_unassigned *e)
{
    table_remove(&state->team_duties,
                 table_find(&state->team_duties, e->team_id, e->queue_id));
    index_members(state, e->team_id);
}

/* Levels: nobody is counted by what changes. */

static void uncount_agent(struct state *state, uint64_t agent_id)
{
    struct assignment_slot *a;

    for (a = table_find_from(&state->assignments, agent_id, 0);
         a && a->row.agent_id == agent_id; a = table_next(a))
        uncount_assignment(state, a);
}

void fold_level_set(struct state *state, const struct event_level_set *e)
{
    struct desk_slot *desk = fold_desk(state, e->agent_id);
    struct level_slot *level =
        table_find(&state->levels, e->agent_id, e->skill_id);

    uncount_agent(state, e->agent_id);
    if (!level)
        level = table_add(&state->levels, e->agent_id, e->skill_id);

    level->row = (struct level_row){ e->agent_id, e->skill_id, e->level };
    index_levels(state, desk);
    index_desk(state, desk);
}

static void drop_level(struct state *state, struct level_slot *level)
{
    struct desk_slot *desk = desk_slot(state, level->row.agent_id);

    uncount_agent(state, level->row.agent_id);
    table_remove(&state->levels, level);
    index_levels(state, desk);
    index_desk(state, desk);
}

void fold_level_unset(struct state *state, const struct event_level_unset *e)
{
    fold_desk(state, e->agent_id);
    drop_level(state, table_find(&state->levels, e->agent_id, e->skill_id));
}

void fold_skill_set(struct state *state, const struct event_skill_set *e)
{
    fold_document_set(state, DOCUMENT_SKILL, e);
}

void fold_skill_removed(struct state *state,
                        const struct event_skill_removed *e)
{
    struct level_slot *level = table_first(&state->levels);

    while (level) {
        struct level_slot *next = table_next(level);

        if (level->row.skill_id == e->id)
            drop_level(state, level);
        level = next;
    }

    fold_document_removed(state, DOCUMENT_SKILL, e->id);
}
