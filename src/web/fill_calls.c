/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of queues and of live contacts. */

#include <assert.h>

#include "web/fill.h"
#include "web/queues.h"

bool fill_queue(const struct state *floor, int64_t now_us, uint64_t queue_id,
                struct topic_queues *ret_queue)
{
    const struct record *record = topic_record(TOPIC_QUEUES);
    const struct event_queue_set *queue = state_queue(floor, queue_id);
    struct shape_queue_now now;
    struct queue_now live;

    assert(ret_queue);

    if (!queue)
        return false;
    *ret_queue = (struct topic_queues){ .queue_id = queue_id };
    queue_figures(floor, now_us, queue, &now);
    state_queue_now(floor, queue_id, now_us, &live);
    fill_alike(document_kind_info(DOCUMENT_QUEUE)->record, queue, record,
               ret_queue);
    fill_alike(shape_record(SHAPE_QUEUE_NOW), &now, record, ret_queue);
    ret_queue->label = queue->label;
    ret_queue->service_level_us = 1000 * queue->service_level_ms;
    ret_queue->agents_assigned =
        now.agents_logged_in + live.agents[AGENT_OFFLINE];
    if (live.waiting > 0)
        ret_queue->oldest_age_us = now_us - live.longest_wait_us;
    return true;
}

/* After a talk the row still tells of it. */
bool fill_talk_is_encrypted(const struct contact_row *contact)
{
    return contact->agent_encrypted && contact->bridge != 0;
}

static void fill_names(const struct state *floor, const struct contact_row *row,
                       struct topic_contacts *contact)
{
    const struct event_trunk_set *trunk = state_trunk(floor, row->trunk_id);
    const struct event_entry_set *entry = state_entry(floor, row->entry_id);
    const struct event_flow_set *flow = state_flow(floor, row->flow_id);
    const struct event_queue_set *queue = state_queue(floor, row->queue_id);
    const struct event_agent_set *agent = state_agent(floor, contact->agent_id);

    if (trunk)
        contact->trunk = trunk->name;
    if (entry)
        contact->entry = entry->name;
    if (flow)
        contact->flow = flow->name;
    if (queue) {
        contact->queue = queue->name;
        contact->team_id = queue->team_id;
    }
    if (agent) {
        contact->agent = agent->name;
        contact->agent_team_id = agent->team_id;
    }
}

bool fill_contact(const struct state *floor, uint64_t contact_id,
                  struct topic_contacts *ret_contact)
{
    const struct contact_row *row = state_contact(floor, contact_id);
    const struct talk_row *talk = state_talk(floor, contact_id);

    assert(ret_contact);

    if (!row || row->place == PLACE_ENDED)
        return false;
    *ret_contact = (struct topic_contacts){ .contact_id = contact_id };
    fill_alike(row_record(ROW_TALK), talk, topic_record(TOPIC_CONTACTS),
               ret_contact);
    fill_alike(row_record(ROW_CONTACT), row, topic_record(TOPIC_CONTACTS),
               ret_contact);
    ret_contact->caller_name = *state_caller_name(floor, contact_id);
    ret_contact->handover = *state_handover(floor, contact_id);
    ret_contact->place_age_us = row->place_since_us;
    ret_contact->contact_age_us = row->arrived_us;
    ret_contact->hold_age_us = talk->hold_since_us;
    ret_contact->agent_encrypted = fill_talk_is_encrypted(row);
    ret_contact->on_hold = talk->hold_since_us != 0;
    ret_contact->recording_paused = talk->record_paused_us != 0;
    ret_contact->record_left_us = talk->record_due_us;
    ret_contact->position = row->queue_serial;
    ret_contact->added_us = row->added_us;
    if (row->dialled_ahead && row->call) /* somebody is on the line */
        ret_contact->callback_id = 0;
    if (row->place == PLACE_QUEUE) {
        ret_contact->waiting_age_us = row->queued_us;
        ret_contact->overflow_left_us = row->overflow_due_us;
        ret_contact->on_offer = row->agent_id != 0;
    }
    const struct desk_row *desk = state_desk(floor, row->agent_id);
    ret_contact->muted = desk && desk->muted_since_us != 0;
    if (!row->agent_id)
        ret_contact->agent_id = row->last_agent_id;
    fill_names(floor, row, ret_contact);
    return true;
}
