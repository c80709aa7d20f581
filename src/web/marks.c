/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From the ids of an event to the rows that tell of them. */

#include "web/marks.h"

#include <assert.h>

#include "web/duties.h"
#include "web/fill.h"
#include "web/known.h"

static void mark(struct marks *marks, enum topic topic, uint64_t id,
                 bool is_forced)
{
    size_t count = marks->topics[topic].count;
    struct mark *known = marks->topics[topic].marks;

    if (id == 0)
        return;
    for (size_t i = 0; i < count; i++)
        if (known[i].id == id) {
            known[i].is_forced |= is_forced;
            return;
        }
    if (count == MARKS_PER_TOPIC) {
        marks->topics[topic].all = true;
        marks->topics[topic].all_forced |= is_forced;
        return;
    }
    known[marks->topics[topic].count++] = (struct mark){ id, is_forced };
}

void mark_row(struct marks *marks, enum topic topic, uint64_t id)
{
    assert(marks && topic < TOPIC_COUNT);

    mark(marks, topic, id, false);
}

void mark_all(struct marks *marks)
{
    assert(marks);

    for (int i = 0; i < TOPIC_COUNT; i++) {
        marks->topics[i].all = true;
    }
}

void mark_names(struct marks *marks)
{
    assert(marks);

    for (int i = 0; i < TOPIC_COUNT; i++)
        if (known_has_names(topic_record((enum topic)i))) {
            marks->topics[i].all = true;
            marks->topics[i].all_forced = true;
        }
}

static void mark_queue(struct marks *marks, uint64_t queue_id)
{
    mark_row(marks, TOPIC_QUEUES, queue_id);
    if (queue_id)
        mark_row(marks, TOPIC_TARGETS, fill_target_key(TO_QUEUE, queue_id));
}

/* What an agent does, the agent's queues count. */
static void mark_agent(struct marks *marks, const struct state *floor,
                       uint64_t agent_id)
{
    const struct event_agent_set *agent = state_agent(floor, agent_id);
    size_t index = duties_begin(floor, agent_id);
    const struct assignment_row *duty;

    if (agent_id == 0)
        return;
    mark_row(marks, TOPIC_AGENTS, agent_id);
    mark_row(marks, TOPIC_TARGETS, fill_target_key(TO_AGENT, agent_id));
    if (agent)
        mark_row(marks, TOPIC_ME, agent->user_id);
    while ((duty = duty_at(floor, agent_id, index++)))
        mark_queue(marks, duty->queue_id);
}

/* Whose a message is decides who sees it: so may an event that leaves its
   box's figures as they are. */
static void mark_box(struct marks *marks, uint64_t box_id)
{
    mark(marks, TOPIC_MAILBOXES, box_id, true);
}

static void mark_contact(struct marks *marks, const struct state *floor,
                         uint64_t contact_id)
{
    const struct contact_row *contact = state_contact(floor, contact_id);

    mark_row(marks, TOPIC_CONTACTS, contact_id);
    if (!contact)
        return;
    if (contact->callback_id)
        mark_row(marks, TOPIC_CALLBACKS, contact->callback_id);
    mark_row(marks, TOPIC_AGENTS, contact->agent_id);
    mark_row(marks, TOPIC_AGENTS, contact->last_agent_id);
    mark_row(marks, TOPIC_AGENTS,
             state_talk(floor, contact_id)->consult_agent_id);
    mark_queue(marks, contact->queue_id);
}

/* Its queue counts how it ends, when no contact stands for it as well. */
static void mark_callback(struct marks *marks, const struct state *floor,
                          uint64_t callback_id)
{
    const struct callback_row *callback = state_callback(floor, callback_id);

    if (callback_id)
        mark_row(marks, TOPIC_CALLBACKS, callback_id);
    if (callback)
        mark_queue(marks, callback->queue_id);
}

/* Whoever cares for a message has one more, or one less. */
static void mark_message(struct marks *marks, const struct state *floor,
                         uint64_t message_id)
{
    const struct message_row *message = state_message(floor, message_id);
    const struct event_agent_set *agent =
        message ? state_agent(floor, message->agent_id) : NULL;

    if (agent)
        mark_row(marks, TOPIC_ME, agent->user_id);
}

static uint64_t id_in(const struct event *event, const char *name)
{
    const struct field *field =
        record_field(event_record((unsigned)event->type), name);

    return field && field->kind == FIELD_ID
               ? (uint64_t)field_get_integer(field, &event->as)
               : 0;
}

static bool concerns_all(enum event_type type)
{
    return type == EVENT_SERVER_STARTED || type == EVENT_SERVER_STOPPED ||
           type == EVENT_CLOCK_SET || type == EVENT_FAULT;
}

/* The kind of document that an event changes, or -1. */
static int document_of(enum event_type type)
{
    switch (type) {
#define DOCUMENT(CODE, name, doc)                                              \
    case EVENT_##CODE##_SET:                                                   \
    case EVENT_##CODE##_REMOVED:                                               \
        return DOCUMENT_##CODE;
#include "core/document_names.def"
    default:
        return -1;
    }
}

/* Before the event is folded both are known. */
static bool changes_team(const struct state *floor, enum document_kind kind,
                         const struct event *event)
{
    const struct field *team =
        record_field(document_kind_info(kind)->record, "team_id");
    const void *before = state_document(floor, kind, id_in(event, "id"));

    return team && before &&
           field_get_integer(team, before) != (int64_t)id_in(event, "team_id");
}

/* Its own rows; others repeat its name, which follows soon: a thousand
   documents are often changed one after the other. */
static void mark_document(struct marks *marks, const struct state *floor,
                          enum document_kind kind, uint64_t id)
{
    for (int topic = 0; topic < TOPIC_COUNT; topic++)
        if (topic_info((enum topic)topic)->document == (int)kind)
            mark_row(marks, (enum topic)topic, id);
    if (kind == DOCUMENT_USER) {
        mark_row(marks, TOPIC_ME, id);
        mark_agent(marks, floor, state_agent_of_user(floor, id));
    }
    if (kind == DOCUMENT_DEVICE)
        mark_agent(marks, floor, state_agent_of_device(floor, id));
    if (kind == DOCUMENT_AGENT)
        mark_agent(marks, floor, id);
    if (kind == DOCUMENT_QUEUE) {
        mark_queue(marks, id);
        marks->topics[TOPIC_QUEUE_RULES].all = true; /* of another team now? */
        marks->topics[TOPIC_QUEUE_RULES].all_forced = true;
    }
    if (kind == DOCUMENT_FLOW)
        mark_row(marks, TOPIC_TARGETS, fill_target_key(TO_FLOW, id));
    if (kind == DOCUMENT_BOX) {
        mark_box(marks, id);
        mark_row(marks, TOPIC_TARGETS, fill_target_key(TO_VOICEMAIL, id));
    }
    marks->all_soon = true;
}

/* The night switch without a queue is that of all. */
static void mark_switch(struct marks *marks, uint64_t queue_id)
{
    if (queue_id)
        return;
    marks->topics[TOPIC_QUEUES].all = true;
    marks->topics[TOPIC_TARGETS].all = true;
}

static void mark_duty(struct marks *marks, const struct event *event)
{
    uint64_t agent_id = id_in(event, "agent_id");
    uint64_t queue_id = id_in(event, "queue_id");

    marks->names_soon = true;
    mark(marks, TOPIC_ASSIGNMENTS, fill_assignment_key(agent_id, queue_id),
         true);
    mark(marks, TOPIC_QUEUES, queue_id, true); /* the agent may see it now */
    mark(marks, TOPIC_QUEUE_SETTINGS, queue_id, true);
    marks->topics[TOPIC_MAILBOXES].all = true;
    marks->topics[TOPIC_MAILBOXES].all_forced = true;
}

/* Of the draft: one rule, or all of them; and then live ones, too. */
static void mark_rules(struct marks *marks, const struct event *event)
{
    uint64_t id = id_in(event, "id");

    switch (event->type) {
    case EVENT_RULE_SET:
    case EVENT_RULE_REMOVED:
    case EVENT_RULE_DRAFTED:
        mark_row(marks, TOPIC_DRAFTED_RULES, id);
        break;
    case EVENT_RULE_DRAFT_DROPPED:
        mark_row(marks, TOPIC_DRAFTED_RULES, id);
        marks->topics[TOPIC_DRAFTED_RULES].all |= id == 0;
        break;
    case EVENT_RULES_PUBLISHED:
        marks->topics[TOPIC_DRAFTED_RULES].all = true;
        marks->topics[TOPIC_RULES].all = true;
        break;
    default:
        break;
    }
}

void mark_event(struct marks *marks, const struct state *floor,
                const struct event *event)
{
    assert(marks && floor && event);

    if (concerns_all(event->type)) {
        mark_all(marks);
        return;
    }
    int kind = document_of(event->type);
    if (kind >= 0) {
        mark_document(marks, floor, (enum document_kind)kind,
                      id_in(event, "id"));
        marks->names_soon |=
            changes_team(floor, (enum document_kind)kind, event);
    }
    mark_rules(marks, event);
    if (event->type == EVENT_QUEUE_ASSIGNED ||
        event->type == EVENT_QUEUE_UNASSIGNED)
        mark_duty(marks, event);
    if (event->type == EVENT_NIGHT_BEGAN || event->type == EVENT_NIGHT_ENDED)
        mark_switch(marks, id_in(event, "queue_id"));
    if (event->type == EVENT_CONSULT_ASKED ||
        event->type == EVENT_CONSULT_ENDED)
        mark_agent(marks, floor, id_in(event, "to_id"));
    mark_agent(marks, floor, id_in(event, "agent_id"));
    mark_agent(marks, floor,
               state_agent_of_device(floor, id_in(event, "device_id")));
    mark_contact(marks, floor, id_in(event, "contact_id"));
    mark_callback(marks, floor, id_in(event, "callback_id"));
    mark_message(marks, floor, id_in(event, "message_id"));
    mark_queue(marks, id_in(event, "queue_id"));
    if (kind < 0)
        mark_box(marks, id_in(event, "box_id"));
    if (event->type == EVENT_MESSAGE_FORWARDED)
        mark_box(marks, id_in(event, "to_id"));
}
