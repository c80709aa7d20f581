/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of people: who is signed in, and what agents do. */

#include <assert.h>

#include "core/state_search.h"
#include "web/fill.h"

static bool is_reachable(const struct state *floor, uint64_t device_id)
{
    const struct phone_row *phone = state_phone(floor, device_id);

    return phone && phone->reachable;
}

bool fill_me(const struct state *floor, uint64_t user_id,
             struct topic_me *ret_me)
{
    const struct event_user_set *user = state_user(floor, user_id);
    uint64_t agent_id = user ? state_agent_of_user(floor, user_id) : 0;
    const struct event_agent_set *agent = state_agent(floor, agent_id);
    const struct event_device_set *device =
        agent ? state_device(floor, agent->device_id) : NULL;

    if (!user)
        return false;
    *ret_me = (struct topic_me){
        .user_id = user_id,
        .name = user->name,
        .label = user->label,
        .role = user->role,
        .team_id = user->team_id,
        .language = user->language,
    };
    if (agent) {
        const struct cares cares = state_cares(floor, agent_id);

        ret_me->agent_id = agent_id;
        ret_me->agent = agent->name;
        ret_me->agent_label = agent->label;
        ret_me->messages = cares.count;
        ret_me->messages_elsewhere = cares.new_elsewhere;
    }
    if (device) {
        ret_me->device_id = device->id;
        ret_me->device = device->name;
        ret_me->device_label = device->label;
        ret_me->mode = device->mode;
        ret_me->reachable = is_reachable(floor, device->id);
    }
    return true;
}

static void fill_desk(const struct state *floor, const struct desk_row *desk,
                      struct topic_agents *agent)
{
    const struct event_pause_reason_set *reason =
        state_document(floor, DOCUMENT_PAUSE_REASON, desk->reason_id);
    const struct event_queue_set *queue = state_queue(floor, desk->queue_id);

    fill_alike(row_record(ROW_DESK), desk, topic_record(TOPIC_AGENTS), agent);
    agent->state_age_us = desk->since_us;
    agent->offer_left_us = desk->offer_due_us;
    agent->accepted = desk->state == AGENT_OFFERED && desk->leg != 0 &&
                      desk->mode == PHONE_ON_DEMAND;
    agent->cool_down_left_us = desk->cool_down_due_us;
    agent->line_left_us = desk->line == LINE_DOWN ? desk->line_due_us : 0;
    agent->wrap_up_left_us = desk->wrap_up_due_us;
    agent->wrap_up_more_us = state_wrap_up_more_us(floor, desk->agent_id);
    agent->disposition_needed = state_needs_disposition(floor, desk->agent_id);
    agent->muted = desk->muted_since_us != 0;
    agent->verdict = state_verdict(floor, desk->agent_id);
    if (reason)
        agent->reason = reason->name;
    if (queue) {
        agent->queue = queue->name;
        agent->calls_nobody_back = !queue->callback_numbers.text[0];
    }
}

/* Figures of yesterday say nothing about today. */
static void drop_past(const struct state *floor, int64_t now_us,
                      const struct desk_row *desk, struct topic_agents *agent)
{
    if (desk->day == state_day(floor, now_us))
        return;
    agent->offered = agent->handled = agent->missed = agent->rejected = 0;
    agent->talk_us = agent->hold_us = agent->acw_us = 0;
}

static void fill_consult(const struct state *floor,
                         const struct contact_row *contact,
                         struct topic_agents *agent)
{
    const struct talk_row *talk = state_talk(floor, contact->contact_id);
    const struct event_agent_set *consulted =
        state_agent(floor, talk->consult_agent_id);

    if (contact->agent_id != agent->agent_id)
        return;
    agent->consult = talk->consult;
    agent->consult_number = talk->consult_number;
    agent->consult_age_us = talk->consult_since_us;
    if (consulted) {
        agent->consulted = consulted->name;
        agent->consulted_label = consulted->label;
        agent->consulted_id = consulted->id;
    }
}

/* Another agent's caller, about whom this one is asked. */
static void fill_consulting(const struct state *floor,
                            struct topic_agents *agent)
{
    const struct talk_row *talk = state_talk(floor, agent->consulting);
    const struct contact_row *contact = state_contact(floor, agent->consulting);
    const struct event_agent_set *by =
        contact ? state_agent(floor, contact->agent_id) : NULL;

    agent->asked_to_accept = talk->consult_waits;
    if (!contact)
        return;
    agent->asked = talk->consult;
    agent->asked_age_us = talk->consult_since_us;
    agent->asked_caller = contact->caller;
    agent->asked_caller_name = *state_caller_name(floor, agent->consulting);
    agent->asked_note = *state_handover(floor, agent->consulting);
    if (by) {
        agent->asked_by = by->name;
        agent->asked_by_id = by->id;
    }
}

static void fill_contact_of(const struct state *floor,
                            const struct contact_row *contact,
                            struct topic_agents *agent)
{
    const struct talk_row *talk = state_talk(floor, contact->contact_id);

    agent->caller = contact->caller;
    agent->outbound = contact->outbound;
    agent->caller_name = *state_caller_name(floor, contact->contact_id);
    agent->called = contact->called;
    agent->language = contact->language;
    agent->contact_age_us = contact->arrived_us;
    agent->hold_age_us = talk->hold_since_us;
    agent->talk_hold_us = talk->talk_hold_us;
    agent->holds = talk->holds;
    agent->digits_sent = talk->digits_sent;
    agent->digits_lost = talk->digits_lost;
    agent->caller_encrypted = contact->caller_encrypted;
    agent->agent_encrypted =
        contact->agent_id == agent->agent_id && fill_talk_is_encrypted(contact);
    agent->recording_id = contact->recording_id;
    agent->recording_paused = talk->record_paused_us != 0;
    agent->record_left_us = talk->record_due_us;
    if (contact->place == PLACE_QUEUE)
        agent->waiting_age_us = contact->queued_us;
    else
        agent->waited_us = contact->wait_us;
}

bool fill_agent(const struct state *floor, int64_t now_us, uint64_t agent_id,
                struct topic_agents *ret_agent)
{
    const struct event_agent_set *agent = state_agent(floor, agent_id);
    const struct desk_row *desk = state_desk(floor, agent_id);

    assert(ret_agent);

    if (!agent)
        return false;
    const struct event_device_set *device =
        state_device(floor, agent->device_id);
    *ret_agent = (struct topic_agents){
        .name = agent->name,
        .label = agent->label,
        .user_id = agent->user_id,
        .team_id = agent->team_id,
        .device_id = agent->device_id,
        .reachable = is_reachable(floor, agent->device_id),
    };
    if (desk) {
        fill_desk(floor, desk, ret_agent);
        drop_past(floor, now_us, desk, ret_agent);
        fill_consulting(floor, ret_agent);
    }
    ret_agent->agent_id = agent_id;
    if (device) { /* of the next offer, whatever the last one was */
        ret_agent->device = device->name;
        ret_agent->mode = device->mode;
    }
    const struct contact_row *contact =
        state_contact(floor, ret_agent->contact_id);
    if (contact) {
        fill_contact_of(floor, contact, ret_agent);
        fill_consult(floor, contact, ret_agent);
    }
    return true;
}
