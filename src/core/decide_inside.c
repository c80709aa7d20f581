/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phones of ours call agents, queues and feature codes. */

#include "core/decide_inside.h"

#include "core/decide_answer.h"
#include "core/decide_lead.h"
#include "core/desk_slot.h"
#include "core/sending.h"
#include "core/voicemail.h"
#include "core/write.h"

enum { CALLER_PRIORITY = 50 };

/* So long a colleague's phone rings. */
static const int64_t COLLEAGUE_US = 30000000;

/* So long has a phone that called to pick up. */
static const int64_t PICKED_UP_US = 10000000;

/* Busy meanwhile. */

uint64_t own_caller(const struct turn *turn, uint64_t device_id)
{
    uint64_t agent_id = state_agent_of_device(turn->state, device_id);
    const struct desk_row *desk = state_desk(turn->state, agent_id);

    return desk && desk->state != AGENT_OFFLINE ? agent_id : 0;
}

static bool is_in_use(const struct desk_row *desk)
{
    return desk->ending_leg || desk->listening || desk->consulting;
}

/* Whoever paused goes on pausing after the call. Rules that ask for the past
   lead it late: who was offered a contact meanwhile, or has gone, stays so. */
void write_own_call(struct turn *turn, uint64_t agent_id, uint64_t contact_id)
{
    const struct desk_row *desk = state_desk(turn->state, agent_id);

    if (!desk || desk->state == AGENT_OFFLINE || !is_free_to_change(desk) ||
        is_in_use(desk))
        return;

    WRITE(turn, OWN_CALL_BEGAN, own_call_began,
          { .agent_id = agent_id,
            .contact_id = contact_id,
            .for_us = turn->now_us - desk->since_us });
    write_back_to_pause(turn, desk);
}

void write_own_call_over(struct turn *turn, const struct contact_row *contact)
{
    const struct desk_row *desk =
        state_desk(turn->state, contact->own_agent_id);

    if (!desk || desk->own_call != contact->contact_id)
        return;

    struct next next =
        next_state(turn, desk, (struct next){ AGENT_AVAILABLE, PAUSE_NONE });

    WRITE(turn, OWN_CALL_ENDED, own_call_ended,
          { .agent_id = desk->agent_id,
            .contact_id = contact->contact_id,
            .for_us = turn->now_us - desk->since_us,
            .next_state = next.state,
            .next_reason_id = next.reason_id });
}

enum refusal check_own_phone(const struct turn *turn, uint64_t device_id)
{
    const struct desk_row *desk =
        state_desk(turn->state, state_agent_of_device(turn->state, device_id));

    if (!desk)
        return REFUSED_NOT;

    return is_free_to_change(desk) && !is_in_use(desk) ? REFUSED_NOT
                                                       : REFUSED_AGENT_BUSY;
}

/* Agents and queues. */

enum refusal check_inside(const struct turn *turn, uint64_t device_id,
                          const struct planned *planned)
{
    enum refusal refusal = check_own_phone(turn, device_id);

    if (refusal)
        return refusal;
    if (planned->kind == PLAN_BOX)
        return REFUSED_NOT;
    if (planned->kind == PLAN_QUEUE)
        return is_full(turn, state_queue(turn->state, planned->id))
                   ? REFUSED_QUEUE_IS_FULL
                   : REFUSED_NOT;
    if (planned->id == state_agent_of_device(turn->state, device_id))
        return REFUSED_TO_ONESELF;
    if (state_desk(turn->state, planned->id)->state == AGENT_OFFLINE)
        return REFUSED_AGENT_NOT_THERE;
    if (!first_queue(turn, planned->id))
        return REFUSED_SERVES_NO_QUEUE;

    return state_hears_colleagues(turn->state, planned->id)
               ? REFUSED_NOT
               : REFUSED_COLLEAGUE_BUSY;
}

/* A queue may have gone meanwhile, or the colleague serve none any more. */
void write_inside_connected(struct turn *turn,
                            const struct contact_row *contact)
{
    bool is_agent = contact->to == TO_AGENT;
    const struct event_rule_set *rule =
        state_rule(turn->state, contact->rule_id);
    const struct event_box_set *box =
        contact->to == TO_VOICEMAIL ? state_box(turn->state, contact->to_id)
                                    : NULL;
    const struct joining joining = {
        .queue = state_queue(turn->state,
                             is_agent ? first_queue(turn, contact->to_id)
                                      : contact->to_id),
        .priority = contact->chosen_priority ? contact->chosen_priority
                                             : CALLER_PRIORITY,
        .since_us = turn->now_us,
        .wanted_agent_id = is_agent ? contact->to_id : 0,
        .box_else = is_agent,
        .wanted_for_us =
            rule ? wanted_for_us(rule->agent_wait_ms) : COLLEAGUE_US,
        .sender = rule && is_agent ? SENDER_RULE : SENDER_NONE,
        .cause = END_NOT_REACHED,
    };

    if (box)
        write_voicemail(turn, contact, box, led_greeting(turn, contact, box));
    else if (contact->to == TO_NUMBER || contact->to == TO_ANNOUNCEMENT ||
             contact->to == TO_CALLBACK)
        write_sent(turn, contact,
                   &(struct sending){ .target = led_target(turn, contact),
                                      .priority = joining.priority,
                                      .since_us = joining.since_us,
                                      .joins_else = true,
                                      .sender = contact->rule_id ? SENDER_RULE
                                                                 : SENDER_NONE,
                                      .cause = END_NOT_REACHED });
    else if (!joining.queue || contact->to == TO_VOICEMAIL)
        write_over(turn, contact, END_NOT_REACHED, false);
    else if (is_agent)
        write_queued(turn, contact, &joining);
    else
        write_joined(turn, contact, &joining);
}

/* Feature codes. */

static uint64_t reason_for(const struct turn *turn, char key)
{
    for (size_t i = 0;
         i < state_document_count(turn->state, DOCUMENT_PAUSE_REASON); i++) {
        const struct event_pause_reason_set *reason =
            state_document_at(turn->state, DOCUMENT_PAUSE_REASON, i);

        if (!key || reason->key.text[0] == key)
            return reason->id;
    }

    return 0;
}

/* Of those that ring elsewhere in the queues that one serves, the one that
   rings longest. */
static const struct desk_row *find_ringing(const struct turn *turn,
                                           uint64_t agent_id)
{
    const struct desk_row *longest = NULL;

    for (const struct desk_slot *d = table_first(&turn->state->desks); d;
         d = table_next(d))
        if (d->row.state == AGENT_OFFERED && d->row.agent_id != agent_id &&
            state_assigned(turn->state, agent_id, d->row.queue_id) &&
            (!longest || d->row.since_us < longest->since_us))
            longest = &d->row;

    return longest;
}

/* The offer is the agent's now, whose phone has already called. */
static void write_picked_up(struct turn *turn, const struct desk_row *desk,
                            const struct contact_row *contact,
                            const struct command_contact_arrives *c)
{
    const struct event_agent_set *agent =
        state_agent(turn->state, desk->agent_id);
    int64_t due_us = turn->now_us + PICKED_UP_US;

    WRITE(turn, OFFER_MADE, offer_made,
          { .contact_id = contact->contact_id,
            .queue_id = contact->queue_id,
            .agent_id = desk->agent_id,
            .device_id = agent->device_id,
            .mode = PHONE_RINGS,
            .due_us = due_us,
            .wait_us = turn->now_us - contact->joined_us,
            .idle_us = turn->now_us - desk->idle_since_us,
            .call = c->call });
    ASK(turn, { .type = EFFECT_TAKE_CALL,
                .contact_id = contact->contact_id,
                .call = c->call,
                .agent_id = desk->agent_id,
                .device_id = agent->device_id });
    ASK(turn, { .type = EFFECT_PICK_UP,
                .contact_id = contact->contact_id,
                .agent_id = desk->agent_id,
                .granted_by = turn->outbox->stamp.next_seq - 1 });
}

enum refusal decide_pick_up(struct turn *turn,
                            const struct command_contact_arrives *c)
{
    uint64_t agent_id = state_agent_of_device(turn->state, c->device_id);
    const struct desk_row *desk = state_desk(turn->state, agent_id);
    const struct desk_row *ringing = find_ringing(turn, agent_id);

    if (!desk)
        return REFUSED_NO_AGENT;
    if (desk->state != AGENT_AVAILABLE)
        return desk->state == AGENT_OFFLINE ? REFUSED_NOT_LOGGED_IN
                                            : REFUSED_AGENT_BUSY;
    if (is_in_use(desk))
        return REFUSED_AGENT_BUSY;
    if (!ringing)
        return REFUSED_NOTHING_RINGS;

    const struct contact_row *contact =
        state_contact(turn->state, ringing->contact_id);

    write_offer_ended(turn, ringing, OFFER_CANCELLED, false);
    write_picked_up(turn, desk, contact, c);
    return REFUSED_NOT;
}

/* By the phone it is the agent's own wish. */
enum refusal decide_feature(struct turn *turn, uint64_t device_id,
                            const struct planned *planned)
{
    uint64_t agent_id = state_agent_of_device(turn->state, device_id);
    const struct event_agent_set *agent = state_agent(turn->state, agent_id);
    uint64_t by = turn->by;
    enum refusal refusal = REFUSED_NOT;

    if (!agent)
        return REFUSED_NO_AGENT;

    turn->by = agent->user_id;
    switch (planned->feature) {
    case FEATURE_LOG_IN:
        refusal = decide_log_in(turn, &(struct command_log_in){ agent_id });
        break;
    case FEATURE_READY:
        refusal = decide_make_available(
            turn, &(struct command_make_available){ agent_id });
        break;
    case FEATURE_PAUSE:
        refusal =
            decide_pause(turn, &(struct command_pause){
                                   agent_id, reason_for(turn, planned->key) });
        break;
    case FEATURE_LOG_OUT:
        refusal = decide_log_out(turn, &(struct command_log_out){ agent_id });
        break;
    case FEATURE_DONE:
        refusal = decide_dispose(
            turn, &(struct command_dispose){ .agent_id = agent_id });
        break;
    case FEATURE_PICK_UP: /* these: see decide_contact.c */
    case FEATURE_CALL_BACK:
    case FEATURE_VOICEMAIL:
    case FEATURE_ANY_BOX:
        break;
    }
    turn->by = by;

    return refusal;
}
