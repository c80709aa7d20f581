/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions name documents, not numbers: those names have to stay. */

#include <string.h>

#include "core/decide_document.h"
#include "core/flow_use.h"
#include "core/house_slots.h"
#include "core/rule_draft_use.h"

bool is_named_in_a_flow(const struct turn *turn, enum document_kind kind,
                        uint64_t id)
{
    const struct document_head *is = state_document(turn->state, kind, id);

    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_FLOW]);
         is && slot; slot = table_next(slot)) {
        const struct event_flow_set *flow = (const void *)&slot->head;
        const struct flow_program *program =
            library_find(turn->library, flow->digest.text);

        if (program && flow_names(program, kind, is->name.text))
            return true;
    }

    return false;
}

bool is_named(const struct turn *turn, enum document_kind kind, uint64_t id)
{
    const struct document_head *is = state_document(turn->state, kind, id);

    return is && (rule_book_names(turn->book, kind, is->name.text) ||
                  rule_draft_names(turn->state, kind, id) ||
                  is_named_in_a_flow(turn, kind, id));
}

bool loses_name(const struct turn *turn, enum document_kind kind,
                const void *document)
{
    const struct document_head *wanted = document;
    const struct document_head *is =
        state_document(turn->state, kind, wanted->id);

    return is && strcmp(is->name.text, wanted->name.text) != 0 &&
           is_named(turn, kind, wanted->id);
}
