/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows there are, and who makes each. */

#include "web/fill.h"

#include <assert.h>
#include <string.h>

#include "web/duties.h"

/* Numbers below 2^52, so that programs of other languages can hold them. */
enum { QUEUE_BITS = 26, TARGET_KINDS = 4 };

enum { PLANS = 24, PLAN_MOVES = 64 };

/* What may be a target, in the order of their rows. */
static const struct target_kind {
    enum destination to;
    enum document_kind kind;
} targets[] = {
    { TO_AGENT, DOCUMENT_AGENT },
    { TO_QUEUE, DOCUMENT_QUEUE },
    { TO_FLOW, DOCUMENT_FLOW },
    { TO_VOICEMAIL, DOCUMENT_BOX },
};

enum { TARGETS = sizeof(targets) / sizeof(targets[0]) };

uint64_t fill_assignment_key(uint64_t agent_id, uint64_t queue_id)
{
    return agent_id << QUEUE_BITS | queue_id;
}

uint64_t fill_target_key(enum destination to, uint64_t id)
{
    uint64_t kind = 0;

    while (kind < TARGETS - 1 && targets[kind].to != to)
        kind++;
    return TARGET_KINDS * id + kind;
}

static uint64_t id_of(const void *document)
{
    uint64_t id;

    memcpy(&id, document, sizeof(id));
    return id;
}

/* The documents whose rows these are; -1: those of something else. */
static int source_of(enum topic topic)
{
    switch (topic) {
    case TOPIC_ME:
        return DOCUMENT_USER;
    case TOPIC_AGENTS:
        return DOCUMENT_AGENT;
    case TOPIC_QUEUES:
        return DOCUMENT_QUEUE;
    case TOPIC_MAILBOXES:
        return DOCUMENT_BOX;
    default:
        return topic_info(topic)->document;
    }
}

static size_t target_count(const struct state *floor)
{
    size_t count = 0;

    for (size_t i = 0; i < TARGETS; i++)
        count += state_document_count(floor, targets[i].kind);
    return count;
}

static uint64_t target_key_at(const struct state *floor, size_t index)
{
    size_t kind = 0;

    for (; kind < TARGETS - 1; kind++) {
        size_t count = state_document_count(floor, targets[kind].kind);
        if (index < count)
            break;
        index -= count;
    }
    return fill_target_key(
        targets[kind].to,
        id_of(state_document_at(floor, targets[kind].kind, index)));
}

/* Those that are changed in the draft come twice. */
static uint64_t rule_key_at(const struct state *floor, size_t index)
{
    size_t rules = state_document_count(floor, DOCUMENT_RULE);

    return id_of(index < rules
                     ? state_document_at(floor, DOCUMENT_RULE, index)
                     : state_row_at(floor, ROW_RULE_DRAFT, index - rules));
}

size_t fill_key_count(const struct state *floor, enum topic topic)
{
    int source = source_of(topic);

    assert(floor);

    if (source >= 0)
        return state_document_count(floor, (enum document_kind)source);
    if (topic == TOPIC_ASSIGNMENTS)
        return state_row_count(floor, ROW_ASSIGNMENT);
    if (topic == TOPIC_CONTACTS)
        return state_row_count(floor, ROW_CONTACT);
    if (topic == TOPIC_CALLBACKS)
        return state_row_count(floor, ROW_CALLBACK);
    if (topic == TOPIC_DRAFTED_RULES)
        return state_document_count(floor, DOCUMENT_RULE) +
               state_row_count(floor, ROW_RULE_DRAFT);
    return topic == TOPIC_TARGETS ? target_count(floor) : 0;
}

uint64_t fill_key_at(const struct state *floor, enum topic topic, size_t index)
{
    int source = source_of(topic);

    assert(floor);

    if (source >= 0)
        return id_of(
            state_document_at(floor, (enum document_kind)source, index));
    if (topic == TOPIC_CONTACTS)
        return id_of(state_row_at(floor, ROW_CONTACT, index));
    if (topic == TOPIC_CALLBACKS)
        return id_of(state_row_at(floor, ROW_CALLBACK, index));
    if (topic == TOPIC_TARGETS)
        return target_key_at(floor, index);
    if (topic == TOPIC_DRAFTED_RULES)
        return rule_key_at(floor, index);

    const struct assignment_row *row =
        state_row_at(floor, ROW_ASSIGNMENT, index);
    return fill_assignment_key(row->agent_id, row->queue_id);
}

static bool fill_assignment(const struct state *floor, uint64_t key,
                            struct topic_assignments *ret_assignment)
{
    uint64_t agent_id = key >> QUEUE_BITS;
    uint64_t queue_id = key & ((UINT64_C(1) << QUEUE_BITS) - 1);
    const struct assignment_row *duty = duty_find(floor, agent_id, queue_id);

    *ret_assignment = (struct topic_assignments){
        .id = key,
        .agent_id = agent_id,
        .queue_id = queue_id,
    };
    const struct event_agent_set *agent = state_agent(floor, agent_id);
    const struct event_queue_set *queue = state_queue(floor, queue_id);
    if (agent && queue && agent->team_id == queue->team_id)
        ret_assignment->team_id = agent->team_id;
    if (duty) {
        ret_assignment->priority = duty->priority;
        ret_assignment->delay_ms = duty->delay_us / 1000;
        ret_assignment->by_team = duty->by_team;
        ret_assignment->until_us = duty->until_us;
    }
    return duty;
}

bool fill_target(const struct state *floor, int64_t now_us, uint64_t key,
                 struct topic_targets *ret_target)
{
    const struct target_kind *kind = &targets[key % TARGET_KINDS];
    uint64_t id = key / TARGET_KINDS;
    const struct desk_row *desk =
        kind->to == TO_AGENT ? state_desk(floor, id) : NULL;
    struct topic_queues queue = { .waiting = 0 };
    const void *document = state_document(floor, kind->kind, id);

    *ret_target = (struct topic_targets){ .id = key };
    if (!document)
        return false;
    if (kind->to == TO_QUEUE && fill_queue(floor, now_us, id, &queue))
        fill_alike(topic_record(TOPIC_QUEUES), &queue,
                   topic_record(TOPIC_TARGETS), ret_target);
    fill_alike(document_kind_info(kind->kind)->record, document,
               topic_record(TOPIC_TARGETS), ret_target);
    ret_target->id = key;
    ret_target->to = kind->to;
    ret_target->to_id = id;
    if (desk) {
        ret_target->state = desk->consulting ? AGENT_TALKING : desk->state;
        ret_target->state_age_us = desk->since_us;
        ret_target->reason_id = desk->reason_id;
    }
    return true;
}

static void fill_lock(const struct state *floor, uint64_t box_id,
                      struct topic_mailboxes *ret_mailbox)
{
    const struct pin_lock_row *lock =
        state_pin_lock(floor, pin_lock_of(box_id, 0));

    if (!lock)
        return;
    ret_mailbox->wrong_pins = lock->wrong;
    if (lock->until_us)
        ret_mailbox->locked_until = state_wall_us(floor, lock->until_us);
}

static bool fill_mailbox(const struct state *floor, uint64_t box_id,
                         struct topic_mailboxes *ret_mailbox)
{
    const struct record *to = topic_record(TOPIC_MAILBOXES);
    const struct event_box_set *box = state_box(floor, box_id);
    const struct mailbox_row *mailbox = state_mailbox(floor, box_id);

    if (!box || !mailbox)
        return false;
    fill_alike(document_kind_info(DOCUMENT_BOX)->record, box, to, ret_mailbox);
    fill_alike(row_record(ROW_MAILBOX), mailbox, to, ret_mailbox);
    ret_mailbox->box_id = box_id;
    fill_lock(floor, box_id, ret_mailbox);
    return true;
}

static bool fill(const struct state *floor, int64_t now_us, enum topic topic,
                 uint64_t id, union fill *room)
{
    switch (topic) {
    case TOPIC_ME:
        return fill_me(floor, id, &room->me);
    case TOPIC_AGENTS:
        return fill_agent(floor, now_us, id, &room->agents);
    case TOPIC_QUEUES:
        return fill_queue(floor, now_us, id, &room->queues);
    case TOPIC_ASSIGNMENTS:
        return fill_assignment(floor, id, &room->assignments);
    case TOPIC_CONTACTS:
        return fill_contact(floor, id, &room->contacts);
    case TOPIC_MAILBOXES:
        return fill_mailbox(floor, id, &room->mailboxes);
    case TOPIC_CALLBACKS:
        return fill_callback(floor, id, &room->callbacks);
    case TOPIC_DRAFTED_RULES:
        return fill_drafted_rule(floor, id, &room->drafted_rules);
    case TOPIC_TARGETS:
        return fill_target(floor, now_us, id, &room->targets);
    default:
        return false;
    }
}

const void *fill_row(const struct state *floor, int64_t now_us,
                     enum topic topic, uint64_t id, union fill *room)
{
    int document = topic_info(topic)->document;

    assert(floor && room);

    if (document >= 0)
        return state_document(floor, (enum document_kind)document, id);
    memset(room, 0, sizeof(*room));
    return fill(floor, now_us, topic, id, room) ? room : NULL;
}

/* Which bytes go where: found out once for each pair of records, since names
   are compared for it, each with each. */
struct plan {
    const struct record *from, *to;
    size_t count;
    struct {
        size_t from, to, size;
    } moves[PLAN_MOVES];
};

static void make_plan(struct plan *plan, const struct record *from,
                      const struct record *to)
{
    *plan = (struct plan){ .from = from, .to = to };
    for (size_t i = 0; i < to->field_count; i++) {
        const struct field *field = &to->fields[i];
        const struct field *other = record_field(from, field->name);

        if (!other || other->kind != field->kind || other->size != field->size)
            continue;
        assert(plan->count < PLAN_MOVES);
        plan->moves[plan->count].from = other->offset;
        plan->moves[plan->count].to = field->offset;
        plan->moves[plan->count++].size = field->size;
    }
}

static const struct plan *plan_of(const struct record *from,
                                  const struct record *to)
{
    static _Thread_local struct plan plans[PLANS];
    static _Thread_local size_t count;

    for (size_t i = 0; i < count; i++)
        if (plans[i].from == from && plans[i].to == to)
            return &plans[i];

    assert(count < PLANS);
    make_plan(&plans[count], from, to);
    return &plans[count++];
}

void fill_alike(const struct record *from_record, const void *from,
                const struct record *to_record, void *to)
{
    assert(from_record && from && to_record && to);

    const struct plan *plan = plan_of(from_record, to_record);

    for (size_t i = 0; i < plan->count; i++)
        memcpy((char *)to + plan->moves[i].to,
               (const char *)from + plan->moves[i].from, plan->moves[i].size);
}
