/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An agent calls somebody outside. */

#include <string.h>

#include "core/decide_line.h"

#include "core/callback_ahead.h"
#include "core/desk_slot.h"
#include "core/line.h"
#include "core/visit.h"
#include "core/voicemail.h"
#include "core/way_out.h"
#include "core/write.h"

enum {
    SIP_TEMPORARILY_UNAVAILABLE = 480,
    SIP_BUSY_HERE = 486,
    SIP_UNAVAILABLE = 503,
    SIP_DECLINE = 603,
};

/* So long the agent's own phone rings. */
static const int64_t OWN_PHONE_US = 30000000;

/* Whether the agent can make a call now. */
static enum refusal check_can_call(const struct turn *turn, uint64_t agent_id,
                                   bool by_phone)
{
    const struct desk_row *desk = state_desk(turn->state, agent_id);
    const struct event_agent_set *agent = state_agent(turn->state, agent_id);

    if (!state_system(turn->state)->serving)
        return REFUSED_NOT_SERVING;
    if (!desk)
        return REFUSED_NO_AGENT;
    if (desk->state == AGENT_OFFLINE)
        return REFUSED_NOT_LOGGED_IN;
    if (!is_free_to_change(desk) || desk->ending_leg || desk->consulting)
        return REFUSED_AGENT_BUSY;
    if (desk->listening)
        return REFUSED_LISTENS_ALREADY;
    if (!agent->device_id)
        return REFUSED_NO_PHONE;

    if (!state_can_ring(turn->state, agent_id))
        return REFUSED_PHONE_UNREACHABLE;

    return by_phone || state_has_line(turn->state, agent_id) ? REFUSED_NOT
                                                             : REFUSED_NO_LINE;
}

uint64_t first_queue(const struct turn *turn, uint64_t agent_id)
{
    const struct assignment_slot *first = NULL;

    for (const struct assignment_slot *a =
             table_find_from(&turn->state->assignments, agent_id, 0);
         a && a->row.agent_id == agent_id; a = table_next(a))
        if (!first || a->row.priority < first->row.priority)
            first = a;

    return first ? first->row.queue_id : 0;
}

static enum refusal find_queue(const struct turn *turn, uint64_t agent_id,
                               uint64_t *queue_id)
{
    if (*queue_id == 0)
        *queue_id = first_queue(turn, agent_id);
    if (*queue_id == 0)
        return REFUSED_SERVES_NO_QUEUE;
    if (!state_queue(turn->state, *queue_id))
        return REFUSED_NO_QUEUE;

    return table_find(&turn->state->assignments, agent_id, *queue_id)
               ? REFUSED_NOT
               : REFUSED_NOT_ASSIGNED;
}

static enum speech language_of(const struct turn *turn,
                               const struct event_agent_set *agent)
{
    const struct event_user_set *user = state_user(turn->state, agent->user_id);

    return user ? user->language : SPEAKS_EN;
}

void write_back_to_pause(struct turn *turn, const struct desk_row *desk)
{
    if (desk->state == AGENT_PAUSED)
        WRITE(turn, AGENT_STATE_REQUESTED, agent_state_requested,
              { .agent_id = desk->agent_id,
                .state = AGENT_PAUSED,
                .reason_id = desk->reason_id });
}

/* Half a call for help is none: the phone is rung as the number is dialled,
   when the server is full or drains, too. */
static void ring_own_phone(struct turn *turn,
                           const struct event_device_set *device,
                           const struct event_contact_dialled *dialled)
{
    ASK(turn, { .type = EFFECT_RING,
                .due_us = dialled->due_us,
                .contact_id = dialled->contact_id,
                .agent_id = dialled->agent_id,
                .device_id = device->id,
                .auto_answer = device->mode == PHONE_ON_DEMAND,
                .is_help = is_emergency(turn, dialled->caller.text),
                .number = dialled->caller });
}

/* The number is dialled; the phone `leg` hears how it goes. */
static void write_number_dialled(struct turn *turn,
                                 const struct event_contact_dialled *dialled,
                                 const struct way_out *way, uint64_t leg)
{
    int64_t due_us = way_out_due_us(turn, way);

    WRITE(turn, DIALLING_BEGAN, dialling_began,
          { .contact_id = dialled->contact_id,
            .agent_id = dialled->agent_id,
            .due_us = due_us,
            WAY_OUT_FIELDS(way) });
    ask_way_out(turn, way,
                &(struct effect){ .due_us = due_us,
                                  .contact_id = dialled->contact_id,
                                  .other = leg });
}

/* The phone called by itself: it is there already, and not answered before the
   other end is. */
static void take_own_phone(struct turn *turn,
                           const struct event_contact_dialled *dialled,
                           const struct way_out *way)
{
    uint64_t leg = turn->outbox->stamp.next_seq - 1;

    ASK(turn, { .type = EFFECT_TAKE_CALL,
                .contact_id = dialled->contact_id,
                .call = dialled->call,
                .agent_id = dialled->agent_id,
                .device_id = dialled->device_id });
    write_number_dialled(turn, dialled, way, leg);
}

/* An agent's wish to call somebody. */
struct wish {
    uint64_t queue_id; /* 0: the agent's first */
    const struct phone_number *number;
    uint64_t call; /* of the phone that calls; 0: it is rung */
};

static void write_dialled(struct turn *turn, const struct desk_row *desk,
                          const struct wish *wish, const struct way_out *way)
{
    const struct event_agent_set *agent =
        state_agent(turn->state, desk->agent_id);
    const struct event_device_set *device =
        state_device(turn->state, agent->device_id);
    uint64_t id = (uint64_t)state_system(turn->state)->contacts + 1;
    const struct event event = {
        .type = EVENT_CONTACT_DIALLED,
        .as.contact_dialled = {
            .contact_id = id,
            .agent_id = agent->id,
            .queue_id = wish->queue_id,
            .device_id = device->id,
            .mode = device->mode,
            .caller = *wish->number,
            .language = language_of(turn, agent),
            .due_us = turn->now_us + OWN_PHONE_US,
            .for_us = turn->now_us - desk->since_us,
            .call = wish->call,
        },
    };

    outbox_add_event(turn->outbox, &event);
    if (wish->call)
        take_own_phone(turn, &event.as.contact_dialled, way);
    else if (device->mode == PHONE_NAILED_UP)
        ask_line(turn, desk, id, event.as.contact_dialled.due_us);
    else
        ring_own_phone(turn, device, &event.as.contact_dialled);
    write_back_to_pause(turn, desk);
    turn->made_id = id;
}

static enum refusal decide_call(struct turn *turn, uint64_t agent_id,
                                struct wish wish)
{
    struct way_out way;
    enum refusal refusal = check_can_call(turn, agent_id, wish.call != 0);

    if (!refusal)
        refusal = find_way_out(turn, agent_id, wish.number, &way);
    if (!refusal)
        refusal = find_queue(turn, agent_id, &wish.queue_id);
    if (!refusal && !way.is_emergency &&
        state_row_count(turn->state, ROW_CONTACT) >= STATE_MAX_CONTACTS)
        refusal = REFUSED_TOO_MANY;
    if (!refusal)
        write_dialled(turn, state_desk(turn->state, agent_id), &wish, &way);

    return refusal;
}

/* A phone of ours is called back by whose it is, not by what it says it is. */
static bool is_left_by(const struct message_row *message,
                       const struct phone_number *number)
{
    return message && (message->device_id ||
                       strcmp(message->caller.text, number->text) == 0);
}

/* Whoever calls a message's caller back has not dialled that number, which may
   be forged: where it may not be called, nobody is suspected. */
enum refusal decide_dial(struct turn *turn, const struct command_dial *c)
{
    const struct message_row *message =
        state_message(turn->state, c->message_id);

    if (c->message_id && !is_left_by(message, &c->number))
        return REFUSED_NO_MESSAGE;
    if (message && !message->caller.text[0] && !message->device_id)
        return REFUSED_NO_CALLER;
    if (message && message->device_id)
        return decide_call_colleague_back(turn, c->agent_id, message);

    enum refusal refusal = decide_call(
        turn, c->agent_id, (struct wish){ c->queue_id, &c->number, 0 });

    if (refusal && c->message_id)
        turn->suspicion.is_one = false;
    if (!refusal && c->message_id)
        write_message_called_back(turn, c->message_id, c->agent_id,
                                  turn->made_id);
    return refusal;
}

enum refusal decide_call_by_phone(struct turn *turn,
                                  const struct command_contact_arrives *c,
                                  const struct phone_number *number)
{
    uint64_t agent_id = state_agent_of_device(turn->state, c->device_id);
    const struct desk_row *desk = state_desk(turn->state, agent_id);

    if (desk && is_joined(turn, desk))
        return decide_consult_by_phone(turn, desk, c, number);

    return decide_call(turn, agent_id, (struct wish){ 0, number, c->call });
}

void write_emergency_dialled(struct turn *turn,
                             const struct contact_row *contact)
{
    int64_t due_us = answer_due_us(turn, EFFECT_DIAL_EMERGENCY);

    WRITE(turn, EMERGENCY_DIALLED, emergency_dialled,
          { .contact_id = contact->contact_id, .due_us = due_us });
    ASK(turn, { .type = EFFECT_DIAL_EMERGENCY,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .number = contact->called });
    ASK(turn, { .type = EFFECT_RING_BACK,
                .contact_id = contact->contact_id,
                .call = contact->call });
}

/* There was a way when the agent called, and there is none when the phone has
   been picked up. */
static void write_no_longer(struct turn *turn,
                            const struct contact_row *contact)
{
    write_dialling_ended(turn, contact, OFFER_REJECTED, (struct silence){ 0 });
    write_over(turn, contact, END_NOT_ALLOWED, true);
}

void write_dialling_began(struct turn *turn, const struct desk_row *desk)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);
    const struct event_contact_dialled dialled = {
        .contact_id = contact->contact_id,
        .agent_id = desk->agent_id,
        .caller = contact->caller,
    };
    struct way_out way;

    if (find_way_out(turn, desk->agent_id, &contact->caller, &way)) {
        write_no_longer(turn, contact);
        return;
    }

    write_number_dialled(turn, &dialled, &way, desk->leg);
    ASK(turn, { .type = EFFECT_RING_BACK,
                .contact_id = contact->contact_id,
                .granted_by = desk->leg });
}

void write_dialling_answered(struct turn *turn,
                             const struct contact_row *contact, uint64_t call,
                             uint64_t trunk_id)
{
    const struct desk_row *desk = state_desk(turn->state, contact->agent_id);
    int64_t due_us = answer_due_us(turn, EFFECT_BRIDGE);

    if (!desk) {
        write_ahead_answered(turn, contact, call, trunk_id);
        return;
    }

    WRITE(turn, DIALLING_ANSWERED, dialling_answered,
          { .contact_id = contact->contact_id,
            .agent_id = desk->agent_id,
            .call = call,
            .ring_us = turn->now_us - contact->place_since_us,
            .bridge_due_us = due_us,
            .trunk_id = trunk_id });
    if (contact->by_phone)
        ASK(turn, { .type = EFFECT_PICK_UP,
                    .contact_id = contact->contact_id,
                    .agent_id = desk->agent_id,
                    .granted_by = desk->leg });
    ASK(turn, { .type = EFFECT_BRIDGE,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = call,
                .agent_id = desk->agent_id,
                .granted_by = desk->leg });
}

int refused_code(enum offer_result result)
{
    switch (result) {
    case OFFER_BUSY:
        return SIP_BUSY_HERE;
    case OFFER_REJECTED:
        return SIP_DECLINE;
    case OFFER_FAILED:
        return SIP_UNAVAILABLE;
    case OFFER_NO_ANSWER:
    case OFFER_ANSWERED:
    case OFFER_CANCELLED:
        break;
    }

    return SIP_TEMPORARILY_UNAVAILABLE;
}

/* Nobody is there but who was called. */
static void write_ahead_ended(struct turn *turn,
                              const struct contact_row *contact,
                              enum offer_result result, bool is_silent)
{
    if (contact->leg)
        write_transfer_failed(turn, contact, result, is_silent);
    WRITE(turn, DIALLING_ENDED, dialling_ended,
          { .contact_id = contact->contact_id,
            .result = result,
            .ring_us = turn->now_us - contact->place_since_us });
}

void write_dialling_ended(struct turn *turn, const struct contact_row *contact,
                          enum offer_result result, struct silence silence)
{
    const struct desk_row *desk = state_desk(turn->state, contact->agent_id);

    if (!desk) {
        write_ahead_ended(turn, contact, result, silence.outside);
        return;
    }

    struct next next =
        next_state(turn, desk, (struct next){ AGENT_AVAILABLE, PAUSE_NONE });
    enum effect_type type = contact->leg ? EFFECT_RELEASE : EFFECT_STOP_RINGING;
    int64_t due_us = silence.agent ? 0 : answer_due_us(turn, type);

    if (contact->leg)
        write_transfer_failed(turn, contact, result, silence.outside);
    WRITE(turn, DIALLING_ENDED, dialling_ended,
          { .contact_id = contact->contact_id,
            .agent_id = desk->agent_id,
            .result = result,
            .ring_us = turn->now_us - contact->place_since_us,
            .release_due_us = due_us,
            .next_state = next.state,
            .next_reason_id = next.reason_id });
    if (!silence.agent)
        ASK(turn, { .type = type,
                    .due_us = due_us,
                    .contact_id = contact->contact_id,
                    .agent_id = desk->agent_id,
                    .code = contact->by_phone ? refused_code(result) : 0,
                    .granted_by = desk->leg });
}

void write_dialling_failed(struct turn *turn, const struct contact_row *contact,
                           enum offer_result result, bool is_silent)
{
    bool is_number = contact->leg != 0;
    const struct silence silence = { .agent = is_silent && !is_number,
                                     .outside = is_silent && is_number };

    write_dialling_ended(turn, contact, result, silence);
    write_over(turn, contact, is_number ? END_NOT_REACHED : END_PHONE_FAILED,
               true);
}
