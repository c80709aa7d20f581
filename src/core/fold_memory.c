/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Folds of what is kept beside a contact, while it is there. */

#include <string.h>

#include "core/beside_slots.h"
#include "core/fold.h"

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

static void forget(struct table *table, uint64_t contact_id)
{
    void *slot = table_find(table, contact_id, 0);

    if (slot)
        table_remove(table, slot);
}

void fold_memory_ends(struct state *state, uint64_t contact_id)
{
    struct variable_slot *variable;

    fold_returns_end(state, contact_id);
    while ((variable = table_find_from(&state->variables, contact_id, 0)) &&
           variable->row.contact_id == contact_id)
        table_remove(&state->variables, variable);
    forget(&state->handovers, contact_id);
    forget(&state->tags, contact_id);
}
