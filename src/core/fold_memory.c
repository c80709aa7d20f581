/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of what is kept beside a contact, while it is there. */

#include <string.h>

#include "core/beside_slots.h"
#include "core/fold.h"

/* Found, or made where the event is the first to need it. */
struct talk_row *fold_talk_of(struct state *state, uint64_t contact_id)
{
    struct talk_slot *slot = table_find(&state->talks, contact_id, 0);

    if (!slot) {
        slot = table_add(&state->talks, contact_id, 0);
        slot->row.contact_id = contact_id;
    }

    return &slot->row;
}

struct run_row *fold_run_of(struct state *state, uint64_t contact_id)
{
    struct run_slot *slot = table_find(&state->runs, contact_id, 0);

    if (!slot) {
        slot = table_add(&state->runs, contact_id, 0);
        slot->row.contact_id = contact_id;
    }

    return &slot->row;
}

void fold_run_begins(struct state *state, uint64_t contact_id, int64_t version,
                     const struct digest *digest)
{
    struct run_row *run = fold_run_of(state, contact_id);

    run->flow_version = version;
    run->flow_digest = *digest;
}

static void forget(struct table *table, uint64_t contact_id)
{
    void *slot = table_find(table, contact_id, 0);

    if (slot)
        table_remove(table, slot);
}

void fold_run_ends(struct state *state, uint64_t contact_id)
{
    forget(&state->runs, contact_id);
}

void fold_caller_named(struct state *state, struct contact_row *contact,
                       const struct label *name)
{
    uint64_t id = contact->contact_id;
    struct caller_slot *slot = table_add(&state->callers, id, 0);

    contact->is_named = true;
    slot->row = (struct caller_row){ .contact_id = id, .caller_name = *name };
}

void fold_demand(struct state *state, struct contact_row *contact,
                 const struct label *demand)
{
    uint64_t id = contact->contact_id;

    forget(&state->demands, id);
    contact->has_demand = demand->text[0] != '\0';
    if (!contact->has_demand)
        return;

    struct demand_slot *slot = table_add(&state->demands, id, 0);

    slot->row = (struct demand_row){ .contact_id = id, .demand = *demand };
}

/* Whether anything was written is nobody's business here: an erased journal
   folds the same. */
void fold_handover(struct state *state, uint64_t contact_id,
                   const struct note *note)
{
    struct handover_slot *slot = table_find(&state->handovers, contact_id, 0);

    if (!slot)
        slot = table_add(&state->handovers, contact_id, 0);
    slot->row =
        (struct handover_row){ .contact_id = contact_id, .note = *note };
}

/* Who decided knows that it fits. */
void fold_tag(struct state *state, uint64_t contact_id, const char *tag)
{
    struct tags_slot *slot = table_find(&state->tags, contact_id, 0);

    if (!*tag)
        return;
    if (!slot) {
        slot = table_add(&state->tags, contact_id, 0);
        slot->row.contact_id = contact_id;
    }

    struct label *tags = &slot->row.tags;
    size_t length = strlen(tags->text);
    size_t room = sizeof(tags->text) - 1 - length;

    if (length > 0 && room > 0) {
        tags->text[length++] = ' ';
        room--;
    }
    if (strlen(tag) <= room)
        memcpy(tags->text + length, tag, strlen(tag));
}

void fold_returns_end(struct state *state, uint64_t contact_id)
{
    struct return_slot *back;

    while ((back = table_find_from(&state->returns, contact_id, 0)) &&
           back->row.contact_id == contact_id)
        table_remove(&state->returns, back);
}

void fold_memory_ends(struct state *state, uint64_t contact_id)
{
    struct variable_slot *variable;

    fold_returns_end(state, contact_id);
    while ((variable = table_find_from(&state->variables, contact_id, 0)) &&
           variable->row.contact_id == contact_id)
        table_remove(&state->variables, variable);
    forget(&state->talks, contact_id);
    forget(&state->runs, contact_id);
    forget(&state->callers, contact_id);
    forget(&state->demands, contact_id);
    forget(&state->handovers, contact_id);
    forget(&state->tags, contact_id);
}
