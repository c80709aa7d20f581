/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A state from the documents and rows of a snapshot. */

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "core/beside_slots.h"
#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/index.h"
#include "core/queue_slot.h"
#include "core/ring.h"
#include "core/state_compare.h"
#include "core/state_due.h"
#include "core/state_index.h"

static bool is_valid_record(const struct record *record, const void *values)
{
    for (size_t i = 0; i < record->field_count; i++)
        if (!field_is_valid(&record->fields[i], values))
            return false;

    return true;
}

/* A pattern that another entry has on the same trunk, or a name. */
static bool is_taken(const struct state *state, enum document_kind kind,
                     const void *document)
{
    const struct document_head *head = document;
    const struct event_entry_set *entry = document;

    if (state_document_named(state, kind, head->name.text))
        return true;
    if (kind != DOCUMENT_ENTRY)
        return false;

    const struct pattern_key key = { entry->number.text, entry->trunk_id };

    return tree_find(&state->patterns, compare_pattern, &key) != NULL;
}

int state_load_document(struct state *state, enum document_kind kind,
                        const void *document)
{
    assert(state && document);

    const struct document_head *head = document;
    const struct record *record = document_kind_info(kind)->record;

    if (!is_valid_record(record, document) || head->id == 0 ||
        document_slot(state, kind, head->id) || is_taken(state, kind, document))
        return -EBADMSG;

    int rc = table_reserve(&state->documents[kind], 1);
    if (rc < 0)
        return rc;

    struct document_slot *slot =
        table_add(&state->documents[kind], head->id, 0);
    memcpy(&slot->head, document, record->size);
    index_document(state, kind, slot);
    return 0;
}

static struct table *table_of(struct state *state, enum row_kind kind)
{
    switch (kind) {
    case ROW_ASSIGNMENT:
        return &state->assignments;
    case ROW_PHONE:
        return &state->phones;
    case ROW_LOST_TRUNK:
        return &state->lost_trunks;
    case ROW_PAUSED:
        return &state->paused;
    case ROW_DESK:
        return &state->desks;
    case ROW_CONTACT:
        return &state->contacts;
    case ROW_HEARING:
        return &state->hearings;
    case ROW_HANDOVER:
        return &state->handovers;
    case ROW_TALK:
        return &state->talks;
    case ROW_RUN:
        return &state->runs;
    case ROW_CALLER:
        return &state->callers;
    case ROW_DEMAND:
        return &state->demands;
    case ROW_TAGS:
        return &state->tags;
    case ROW_VARIABLE:
        return &state->variables;
    case ROW_RETURN:
        return &state->returns;
    case ROW_PASSAGE:
        return &state->passages;
    case ROW_RECORDING:
        return &state->recordings;
    case ROW_MESSAGE:
        return &state->messages;
    case ROW_KEPT_PLACE:
        return &state->kept_places;
    case ROW_CALLBACK:
        return &state->callbacks;
    case ROW_DELIVERY:
        return &state->deliveries;
    case ROW_ATTEMPT:
        return &state->attempts;
    case ROW_MAILBOX:
        return &state->mailboxes;
    case ROW_VISIT:
        return &state->visits;
    case ROW_PIN_LOCK:
        return &state->pin_locks;
    case ROW_OUTCALL:
        return &state->outcalls;
    case ROW_SPENDING:
        return &state->spendings;
    case ROW_RISKY_CALL:
        return &state->risky_calls;
    case ROW_CUSTOM:
        return &state->customs;
    case ROW_HEIR:
        return &state->heirs;
    case ROW_RULE_DRAFT:
        return &state->rule_drafts;
    case ROW_RULE_BEGUN:
        return &state->rules_begun;
    case ROW_LEVEL:
        return &state->levels;
    case ROW_TEAM_DUTY:
        return &state->team_duties;
    case ROW_TALLY:
        return &state->queues;
    case ROW_SYSTEM:
        break;
    }

    return NULL;
}

/* Some of the rows have a key of two parts, their first two fields. */
static uint64_t second_key(enum row_kind kind, const void *row)
{
    bool has_two =
        kind == ROW_ASSIGNMENT || kind == ROW_SPENDING || kind == ROW_PAUSED ||
        kind == ROW_LEVEL || kind == ROW_TEAM_DUTY || kind == ROW_VARIABLE ||
        kind == ROW_RETURN || kind == ROW_PASSAGE || kind == ROW_ATTEMPT;
    uint64_t second = 0;

    if (has_two)
        memcpy(&second, (const char *)row + row_record(kind)->fields[1].offset,
               sizeof(second));

    return second;
}

static int load_slot(struct state *state, enum row_kind kind, const void *row)
{
    struct table *table = table_of(state, kind);
    uint64_t second = second_key(kind, row);
    uint64_t key;

    memcpy(&key, row, sizeof(key));
    if ((key == 0 && kind != ROW_SPENDING) || table_find(table, key, second))
        return -EBADMSG;

    int rc = table_reserve(table, 1);
    if (rc < 0)
        return rc;

    char *slot = table_add(table, key, second);
    memcpy(slot + row_shelf_of(state, kind).row_offset, row,
           row_record(kind)->size);

    if (kind == ROW_TALLY)
        queue_init_trees((void *)slot);
    if (kind == ROW_DESK)
        desk_init_trees((void *)slot);
    if (kind == ROW_CONTACT)
        contact_init_trees((void *)slot);

    return 0;
}

int state_load_row(struct state *state, enum row_kind kind, const void *row)
{
    assert(state && row);

    if (!is_valid_record(row_record(kind), row))
        return -EBADMSG;

    if (kind != ROW_SYSTEM)
        return load_slot(state, kind, row);

    state->system = *(const struct system_row *)row;
    return 0;
}

/* Every agent has a desk, every device a phone, every queue its tally, every
   box what it holds. */
static bool has_all_rows(const struct state *state)
{
    static const struct {
        enum document_kind document;
        enum row_kind row;
    } pairs[] = { { DOCUMENT_AGENT, ROW_DESK },
                  { DOCUMENT_DEVICE, ROW_PHONE },
                  { DOCUMENT_QUEUE, ROW_TALLY },
                  { DOCUMENT_BOX, ROW_MAILBOX } };

    for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++) {
        const struct table *documents = &state->documents[pairs[i].document];
        const struct table *rows = row_shelf_of(state, pairs[i].row).table;

        if (table_count(documents) != table_count(rows))
            return false;

        for (const struct slot *slot = table_first(rows); slot;
             slot = table_next(slot))
            if (!table_find(documents, slot->key[0], 0))
                return false;
    }

    return true;
}

static bool is_of_contacts(const struct state *state, const struct table *table)
{
    for (const struct slot *slot = table_first(table); slot;
         slot = table_next(slot))
        if (!contact_slot(state, slot->key[0]))
            return false;

    return true;
}

static bool has_what_it_says(const struct state *state,
                             const struct contact_row *row)
{
    return row->has_demand ==
               (table_find(&state->demands, row->contact_id, 0) != NULL) &&
           row->is_named ==
               (table_find(&state->callers, row->contact_id, 0) != NULL);
}

static bool is_linked(const struct state *state)
{
    const struct table *const beside[] = { &state->talks,     &state->runs,
                                           &state->callers,   &state->demands,
                                           &state->handovers, &state->tags,
                                           &state->variables, &state->returns,
                                           &state->hearings,  &state->visits };

    for (size_t i = 0; i < sizeof(beside) / sizeof(beside[0]); i++)
        if (!is_of_contacts(state, beside[i]))
            return false;

    for (const struct rule_begun_slot *r = table_first(&state->rules_begun); r;
         r = table_next(r))
        if (!table_find(&state->documents[DOCUMENT_QUEUE_RULE], r->row.rule_id,
                        0))
            return false;

    for (const struct assignment_slot *a = table_first(&state->assignments); a;
         a = table_next(a))
        if (!desk_slot(state, a->row.agent_id) ||
            !queue_slot(state, a->row.queue_id))
            return false;

    for (const struct paused_slot *p = table_first(&state->paused); p;
         p = table_next(p))
        if (!desk_slot(state, p->row.agent_id))
            return false;

    for (const struct spending_slot *s = table_first(&state->spendings); s;
         s = table_next(s))
        if (s->row.agent_id && !desk_slot(state, s->row.agent_id))
            return false;

    for (const struct level_slot *l = table_first(&state->levels); l;
         l = table_next(l))
        if (!desk_slot(state, l->row.agent_id))
            return false;

    for (const struct message_slot *m = table_first(&state->messages); m;
         m = table_next(m))
        if (!mailbox_slot(state, m->row.box_id))
            return false;

    for (const struct delivery_slot *d = table_first(&state->deliveries); d;
         d = table_next(d))
        if (!message_slot(state, d->row.message_id))
            return false;

    for (const struct attempt_slot *a = table_first(&state->attempts); a;
         a = table_next(a))
        if (!callback_slot(state, a->row.callback_id))
            return false;

    for (const struct passage_slot *p = table_first(&state->passages); p;
         p = table_next(p))
        if (!document_slot(state, DOCUMENT_FLOW, p->row.flow_id))
            return false;

    for (const struct heir_slot *h = table_first(&state->heirs); h;
         h = table_next(h))
        if (!queue_slot(state, h->row.by_id))
            return false;

    for (const struct contact_slot *c = table_first(&state->contacts); c;
         c = table_next(c)) {
        if (c->row.in_line && !queue_slot(state, c->row.queue_id))
            return false;
        if (!has_what_it_says(state, &c->row))
            return false;
        if (c->row.wanted_agent_id && !desk_slot(state, c->row.wanted_agent_id))
            return false;
    }

    return true;
}

/* Each may have a ring to itself. */
static int reserve_rings(struct state *state)
{
    size_t rings = 0;

    for (const struct contact_slot *c = table_first(&state->contacts); c;
         c = table_next(c))
        rings += c->row.has_demand || c->row.transferrer_id;

    return table_reserve(&state->own_rings, rings);
}

static int index_desks(struct state *state)
{
    int rc = 0;

    for (struct desk_slot *d = table_first(&state->desks); d && rc == 0;
         d = table_next(d)) {
        rc = pool_reserve(&state->grant_pool, DESK_GRANTS);
        if (rc == 0) {
            index_levels(state, d);
            index_desk(state, d);
            index_astray(state, d);
            index_duty(state, d);
        }
    }

    return rc;
}

static int index_contacts(struct state *state)
{
    int rc = reserve_rings(state);

    for (struct contact_slot *c = table_first(&state->contacts); c && rc == 0;
         c = table_next(c)) {
        rc = pool_reserve(&state->grant_pool, CONTACT_GRANTS);
        if (rc == 0)
            index_contact(state, c);
    }

    return rc;
}

int state_load_end(struct state *state)
{
    assert(state);

    if (!has_all_rows(state) || !is_linked(state))
        return -EBADMSG;

    for (struct queue_slot *q = table_first(&state->queues); q;
         q = table_next(q)) {
        queue_learn(state, q);
        state->day_queues += is_by_day(q->document->strategy);
    }
    index_new_day(state);

    int rc = index_desks(state);
    if (rc < 0)
        return rc;

    for (struct assignment_slot *a = table_first(&state->assignments); a;
         a = table_next(a))
        index_assignment(state, a);

    rc = index_contacts(state);
    if (rc < 0)
        return rc;

    for (struct message_slot *m = table_first(&state->messages); m;
         m = table_next(m))
        index_message(state, m);
    for (struct hearing_slot *h = table_first(&state->hearings); h;
         h = table_next(h))
        index_hearing(state, h);
    index_callbacks(state);
    for (struct kept_place_slot *k = table_first(&state->kept_places); k;
         k = table_next(k))
        index_kept_place(state, k);
    for (struct delivery_slot *d = table_first(&state->deliveries); d;
         d = table_next(d))
        index_delivery(state, d);

    for (struct queue_slot *q = table_first(&state->queues); q;
         q = table_next(q)) {
        index_staffing(state, q);
        index_leaving(state, q);
        index_night(state, q);
    }

    uint64_t agent_id, contact_id;

    return state_broken_claim(state, &agent_id, &contact_id) ? -EBADMSG : 0;
}
