/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows one by one: shown, and compared with another state's. */

#include "core/state.h"

#include <assert.h>
#include <string.h>

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/queue_slot.h"
#include "core/record_table.h"
#include "core/state_inside.h"

/* clang-format off */
#define ROW(CODE, name, doc) RECORD_BEGIN(name##_row, #name, doc)
#define FIELD RECORD_FIELD
#define END   RECORD_END
#include "core/state.def"
/* clang-format on */

const struct record *row_record(enum row_kind kind)
{
    switch (kind) {
#define ROW(CODE, name, doc)                                                   \
    case ROW_##CODE:                                                           \
        return name##_row_record();
#include "core/state.def"
    }

    assert(false && "no such kind of row");
    return NULL;
}

struct row_shelf row_shelf_of(const struct state *state, enum row_kind kind)
{
    switch (kind) {
    case ROW_ASSIGNMENT:
        return (struct row_shelf){ &state->assignments,
                                   offsetof(struct assignment_slot, row) };
    case ROW_PHONE:
        return (struct row_shelf){ &state->phones,
                                   offsetof(struct phone_slot, row) };
    case ROW_LOST_TRUNK:
        return (struct row_shelf){ &state->lost_trunks,
                                   offsetof(struct lost_trunk_slot, row) };
    case ROW_PAUSED:
        return (struct row_shelf){ &state->paused,
                                   offsetof(struct paused_slot, row) };
    case ROW_DESK:
        return (struct row_shelf){ &state->desks,
                                   offsetof(struct desk_slot, row) };
    case ROW_CONTACT:
        return (struct row_shelf){ &state->contacts,
                                   offsetof(struct contact_slot, row) };
    case ROW_HEARING:
        return (struct row_shelf){ &state->hearings,
                                   offsetof(struct hearing_slot, row) };
    case ROW_TALK:
        return (struct row_shelf){ &state->talks,
                                   offsetof(struct talk_slot, row) };
    case ROW_RUN:
        return (struct row_shelf){ &state->runs,
                                   offsetof(struct run_slot, row) };
    case ROW_CALLER:
        return (struct row_shelf){ &state->callers,
                                   offsetof(struct caller_slot, row) };
    case ROW_DEMAND:
        return (struct row_shelf){ &state->demands,
                                   offsetof(struct demand_slot, row) };
    case ROW_HANDOVER:
        return (struct row_shelf){ &state->handovers,
                                   offsetof(struct handover_slot, row) };
    case ROW_TAGS:
        return (struct row_shelf){ &state->tags,
                                   offsetof(struct tags_slot, row) };
    case ROW_VARIABLE:
        return (struct row_shelf){ &state->variables,
                                   offsetof(struct variable_slot, row) };
    case ROW_RETURN:
        return (struct row_shelf){ &state->returns,
                                   offsetof(struct return_slot, row) };
    case ROW_PASSAGE:
        return (struct row_shelf){ &state->passages,
                                   offsetof(struct passage_slot, row) };
    case ROW_RECORDING:
        return (struct row_shelf){ &state->recordings,
                                   offsetof(struct recording_slot, row) };
    case ROW_DELIVERY:
        return (struct row_shelf){ &state->deliveries,
                                   offsetof(struct delivery_slot, row) };
    case ROW_VISIT:
        return (struct row_shelf){ &state->visits,
                                   offsetof(struct visit_slot, row) };
    case ROW_PIN_LOCK:
        return (struct row_shelf){ &state->pin_locks,
                                   offsetof(struct pin_lock_slot, row) };
    case ROW_MESSAGE:
        return (struct row_shelf){ &state->messages,
                                   offsetof(struct message_slot, row) };
    case ROW_KEPT_PLACE:
        return (struct row_shelf){ &state->kept_places,
                                   offsetof(struct kept_place_slot, row) };
    case ROW_CALLBACK:
        return (struct row_shelf){ &state->callbacks,
                                   offsetof(struct callback_slot, row) };
    case ROW_ATTEMPT:
        return (struct row_shelf){ &state->attempts,
                                   offsetof(struct attempt_slot, row) };
    case ROW_MAILBOX:
        return (struct row_shelf){ &state->mailboxes,
                                   offsetof(struct mailbox_slot, row) };
    case ROW_OUTCALL:
        return (struct row_shelf){ &state->outcalls,
                                   offsetof(struct outcall_slot, row) };
    case ROW_SPENDING:
        return (struct row_shelf){ &state->spendings,
                                   offsetof(struct spending_slot, row) };
    case ROW_RISKY_CALL:
        return (struct row_shelf){ &state->risky_calls,
                                   offsetof(struct risky_call_slot, row) };
    case ROW_HEIR:
        return (struct row_shelf){ &state->heirs,
                                   offsetof(struct heir_slot, row) };
    case ROW_RULE_DRAFT:
        return (struct row_shelf){ &state->rule_drafts,
                                   offsetof(struct rule_draft_slot, row) };
    case ROW_RULE_BEGUN:
        return (struct row_shelf){ &state->rules_begun,
                                   offsetof(struct rule_begun_slot, row) };
    case ROW_CUSTOM:
        return (struct row_shelf){ &state->customs,
                                   offsetof(struct custom_slot, row) };
    case ROW_LEVEL:
        return (struct row_shelf){ &state->levels,
                                   offsetof(struct level_slot, row) };
    case ROW_TEAM_DUTY:
        return (struct row_shelf){ &state->team_duties,
                                   offsetof(struct team_duty_slot, row) };
    case ROW_TALLY:
        return (struct row_shelf){ &state->queues,
                                   offsetof(struct queue_slot, tally) };
    case ROW_SYSTEM:
        break;
    }

    return (struct row_shelf){ NULL, 0 };
}

size_t state_row_count(const struct state *state, enum row_kind kind)
{
    assert(state);

    return kind == ROW_SYSTEM ? 1
                              : table_count(row_shelf_of(state, kind).table);
}

const void *state_row_at(const struct state *state, enum row_kind kind,
                         size_t index)
{
    assert(state);

    if (kind == ROW_SYSTEM)
        return index == 0 ? &state->system : NULL;

    struct row_shelf shelf = row_shelf_of(state, kind);
    const char *slot = table_at(shelf.table, index);

    return slot ? slot + shelf.row_offset : NULL;
}

/* Comparison. */

/* Most rows are the same to the byte. Where bytes differ it may be those that
   pad, which have no meaning: the fields tell. */
static const char *record_difference(const struct record *record, const void *a,
                                     const void *b)
{
    if (memcmp(a, b, record->size) == 0)
        return NULL;

    for (size_t i = 0; i < record->field_count; i++)
        if (!field_is_same(&record->fields[i], a, b))
            return record->fields[i].name;

    return NULL;
}

static const char *documents_difference(const struct state *a,
                                        const struct state *b,
                                        enum document_kind kind)
{
    const struct record *record = document_kind_info(kind)->record;
    const struct document_slot *x = table_first(&a->documents[kind]);
    const struct document_slot *y = table_first(&b->documents[kind]);
    const char *name = NULL;

    for (; x && y && !name; x = table_next(x), y = table_next(y))
        name = record_difference(record, &x->head, &y->head);

    return name || (!x && !y) ? name : record->name;
}

static const char *rows_difference(const struct state *a, const struct state *b,
                                   enum row_kind kind)
{
    const struct record *record = row_record(kind);

    if (kind == ROW_SYSTEM)
        return record_difference(record, &a->system, &b->system);

    size_t offset = row_shelf_of(a, kind).row_offset;
    const char *x = table_first(row_shelf_of(a, kind).table);
    const char *y = table_first(row_shelf_of(b, kind).table);
    const char *name = NULL;

    for (; x && y && !name; x = table_next(x), y = table_next(y))
        name = record_difference(record, x + offset, y + offset);

    return name || (!x && !y) ? name : record->name;
}

const char *state_difference(const struct state *a, const struct state *b)
{
    assert(a && b);

    const char *name = NULL;

    for (int kind = 0; kind < document_kind_count && !name; kind++)
        name = documents_difference(a, b, (enum document_kind)kind);
    for (int kind = 0; kind < ROW_KIND_COUNT && !name; kind++)
        name = rows_difference(a, b, (enum row_kind)kind);

    return name;
}
