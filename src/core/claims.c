/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must be true after every single event. */

#include "core/claims.h"

#include <assert.h>

#include "core/contact_slot.h"
#include "core/desk_slot.h"
#include "core/house_slots.h"
#include "core/state_inside.h"

struct claim {
    bool holds;
    const char *says;
};

static const char *first_broken(const struct claim *claims, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!claims[i].holds)
            return claims[i].says;

    return NULL;
}

#define FIRST_BROKEN(claims)                                                   \
    first_broken(claims, sizeof(claims) / sizeof((claims)[0]))

/* Desks. */

static bool is_on_call(const struct desk_row *desk)
{
    return desk->state == AGENT_TALKING || desk->state == AGENT_HOLD;
}

static bool has_contact(const struct desk_row *desk)
{
    return desk->state == AGENT_OFFERED || is_on_call(desk) ||
           desk->state == AGENT_ACW;
}

/* While wrapping up the contact may go on elsewhere, or be over. */
static bool is_partner(const struct state *state, const struct desk_row *desk)
{
    const struct contact_row *contact = state_contact(state, desk->contact_id);

    if (desk->state == AGENT_OFFERED)
        return contact &&
               (contact->agent_id == desk->agent_id || contact->offers > 1) &&
               contact->place == PLACE_QUEUE && contact->in_line;
    if (is_on_call(desk))
        return contact && contact->agent_id == desk->agent_id &&
               (contact->place == PLACE_TALK ||
                contact->place == PLACE_DIALLING);

    return true;
}

static bool is_consulted(const struct state *state, const struct desk_row *desk)
{
    const struct contact_row *contact = state_contact(state, desk->consulting);

    if (!desk->consulting)
        return true;

    return contact &&
           state_talk(state, contact->contact_id)->consult_agent_id ==
               desk->agent_id &&
           !has_contact(desk);
}

const char *claims_broken_by_desk(const struct state *state,
                                  const struct desk_row *desk)
{
    bool is_offered = desk->state == AGENT_OFFERED;
    const struct claim claims[] = {
        { has_contact(desk) == (desk->contact_id != 0),
          "an agent is busy with a contact, and only with a contact" },
        { (desk->contact_id != 0) == (desk->queue_id != 0),
          "a contact comes to an agent from a queue" },
        { is_partner(state, desk), "agent and contact agree on each other" },
        { is_offered == (desk->offer_due_us != 0),
          "every offer has a deadline" },
        { desk->state == AGENT_ACW || desk->wrap_up_due_us == 0,
          "only the after-call work has its deadline" },
        { desk->wrap_up_due_us <= desk->wrap_up_limit_us ||
              desk->wrap_up_limit_us == 0,
          "nobody gets more time than there is" },
        { is_offered || is_on_call(desk) == (desk->leg != 0),
          "an agent who talks has a leg, and only then" },
        { (desk->offer != 0) == (is_offered || is_on_call(desk)),
          "an offer has a name until its talk ends" },
        { (desk->ending_leg != 0) == (desk->release_due_us != 0) &&
              (desk->ending_leg != 0) == (desk->ending_asked != 0),
          "every leg told to let go has a deadline" },
        { (desk->state == AGENT_PAUSED) == (desk->reason_id != PAUSE_NONE),
          "every pause has a reason, and nothing else has" },
        { (desk->listening != 0) == (desk->listen_due_us != 0) &&
              (desk->listening != 0) == (desk->listen_leg != 0),
          "every phone that plays a recording has a leg, and a deadline" },
        { (desk->line_leg != 0) ==
              (desk->line == LINE_CALLED || desk->line == LINE_STANDS),
          "a leg that stands, or is to, has a name, and no other" },
        { desk->line == LINE_CALLED
              ? desk->line_due_us != 0
              : desk->line == LINE_DOWN || desk->line_due_us == 0,
          "no phone is rung for ever, and nobody waits for what stands" },
        { is_consulted(state, desk),
          "whoever is asked about a contact is free, and known to it" },
        { !desk->own_call || (desk->state == AGENT_PAUSED &&
                              desk->reason_id == PAUSE_OWN_CALL),
          "whoever calls inside the house is paused for that" },
        { !desk->has_request || has_contact(desk) || desk->own_call,
          "a request waits only while the agent is busy" },
        { !desk->note.text[0] || is_on_call(desk) || desk->state == AGENT_ACW,
          "a note is about a talk" },
        { !desk->muted_since_us || is_on_call(desk),
          "only who talks is muted" },
        { desk->console != CONSOLE_ATTACHED || desk->needs_console,
          "whoever is at a console works there" },
        { !desk->cool_down_due_us || !is_on_call(desk) || desk->misses == 0,
          "whoever answers has missed nothing" },
    };

    return FIRST_BROKEN(claims);
}

/* Contacts. */

static bool is_joined_or_joining(const struct contact_row *contact)
{
    return (contact->asked != 0) != (contact->bridge != 0);
}

static const char *broken_in_queue(const struct state *state,
                                   const struct contact_row *contact)
{
    const struct desk_row *desk = state_desk(state, contact->agent_id);
    const struct claim claims[] = {
        { queue_slot(state, contact->queue_id), "a contact waits in a queue" },
        { !contact->agent_id || (desk && desk->state == AGENT_OFFERED &&
                                 desk->contact_id == contact->contact_id),
          "a contact on offer is on offer to that agent" },
        { contact->in_line || !contact->agent_id,
          "only who waits is on offer" },
        { (contact->agent_id != 0) == (contact->offers > 0) &&
              contact->offers <= STATE_MAX_OFFERS,
          "whoever is on offer rings somewhere" },
        { contact->asked == 0 && contact->bridge == 0 && contact->leg == 0,
          "nothing is asked for a contact that waits" },
        { contact->connected || contact->callback_id,
          "whoever waits has been answered, or is to be called" },
        { !contact->in_line || !contact->callback_id || !contact->call ||
              contact->overflow_due_us != 0,
          "whoever was called and waits has an end to come" },
    };

    return FIRST_BROKEN(claims);
}

static const char *broken_in_talk(const struct state *state,
                                  const struct contact_row *contact)
{
    const struct desk_row *desk = state_desk(state, contact->agent_id);
    const struct claim claims[] = {
        { !contact->agent_id ||
              (desk && desk->contact_id == contact->contact_id &&
               is_on_call(desk)),
          "a contact in talk is with an agent who talks" },
        { !contact->agent_id || is_joined_or_joining(contact),
          "whoever talks is joined, or is being joined" },
        { !contact->agent_id ||
              (desk &&
               (desk->state == AGENT_HOLD) ==
                   (state_talk(state, contact->contact_id)->hold_since_us !=
                    0)),
          "the agent holds whom is on hold" },
    };

    return FIRST_BROKEN(claims);
}

/* Between two events of one decision a leg may be gone already. */
static const char *broken_outside(const struct contact_row *contact)
{
    const struct claim claims[] = {
        { contact->place != PLACE_TRANSFER || !contact->leg ||
              contact->asked != 0,
          "an outside number dialled is waited for" },
        { contact->place != PLACE_OUTSIDE || !contact->leg ||
              contact->bridge != 0,
          "an outside number that talks is joined" },
        { contact->agent_id == 0, "an agent has left who is transferred" },
    };

    return FIRST_BROKEN(claims);
}

static const char *broken_dialling(const struct state *state,
                                   const struct contact_row *contact)
{
    const struct desk_row *desk = state_desk(state, contact->agent_id);
    const struct claim claims[] = {
        { !contact->agent_id ||
              (desk && desk->contact_id == contact->contact_id &&
               is_on_call(desk) && desk->leg != 0),
          "whoever is being called is called by an agent" },
        { contact->agent_id || !contact->leg ||
              (contact->dialled_ahead && contact->callback_id),
          "nobody is called without an agent but ahead, for a callback" },
        { !contact->leg || contact->asked != 0,
          "a number that is dialled is waited for" },
        { contact->bridge == 0, "nobody talks while it is dialled" },
    };

    return FIRST_BROKEN(claims);
}

static bool is_recorded(const struct state *state,
                        const struct contact_row *contact)
{
    const struct recording_row *recording =
        state_recording(state, contact->recording_id);

    if (contact->utterance != UTTERANCE_NONE)
        return recording && recording->contact_id == contact->contact_id &&
               contact->place == PLACE_IVR;

    return recording && recording->state == RECORDING_RUNS &&
           recording->contact_id == contact->contact_id &&
           (recording->box_id
                ? contact->message_id == contact->recording_id
                : contact->place == PLACE_TALK && contact->bridge != 0);
}

static const char *broken_in_place(const struct state *state,
                                   const struct contact_row *contact)
{
    switch (contact->place) {
    case PLACE_QUEUE:
        return broken_in_queue(state, contact);
    case PLACE_TALK:
        return broken_in_talk(state, contact);
    case PLACE_TRANSFER:
    case PLACE_OUTSIDE:
        return broken_outside(contact);
    case PLACE_DIALLING:
        return broken_dialling(state, contact);
    case PLACE_VOICEMAIL:
        return claims_broken_in_box(state, contact);
    case PLACE_IVR:
    case PLACE_ENDED:
        break;
    }

    return NULL;
}

static bool consults_rightly(const struct state *state,
                             const struct contact_row *contact)
{
    const struct talk_row *talk = state_talk(state, contact->contact_id);
    const struct desk_row *desk = state_desk(state, talk->consult_agent_id);

    if (!talk->consult)
        return !talk->consult_leg && !talk->consult_own_leg &&
               !talk->consult_agent_id;

    return contact->place == PLACE_TALK && talk->consult_leg != 0 &&
           (contact->agent_id == 0 || contact->bridge != 0) &&
           (!talk->consult_agent_id ||
            (desk && desk->consulting == contact->contact_id));
}

static bool is_called_back_rightly(const struct state *state,
                                   const struct contact_row *contact)
{
    const struct callback_row *callback =
        state_callback(state, contact->callback_id);

    return !contact->callback_id ||
           (callback && callback->is_live &&
            callback->contact_id == contact->contact_id);
}

const char *claims_broken_by_contact(const struct state *state,
                                     const struct contact_row *contact)
{
    const struct talk_row *talk = state_talk(state, contact->contact_id);
    bool is_ended = contact->place == PLACE_ENDED;
    const struct claim claims[] = {
        { contact->in_line ? contact->place == PLACE_QUEUE : true,
          "only who is in a queue is in its line" },
        { consults_rightly(state, contact),
          "whoever is asked about a contact has a leg, and knows of it" },
        { (talk->consult == CONSULT_RINGS) == (talk->consult_due_us != 0),
          "nobody is called for ever" },
        { !talk->consult_waits ||
              (talk->consult == CONSULT_RINGS && talk->consult_agent_id != 0),
          "only an agent who is called has to accept" },
        { contact->in_line || !contact->wanted_agent_id,
          "only who waits wants an agent" },
        { contact->in_line || (!contact->demand_due_us && !contact->offers),
          "only who waits is offered, and demands less in time" },
        { !contact->recording_id || is_recorded(state, contact),
          "what is recorded is a talk, a message, or what a flow asked for" },
        { contact->utterance == UTTERANCE_NONE ||
              (contact->node >= 0 && contact->step_due_us != 0),
          "whoever speaks to a flow has an end to come" },
        { !contact->hears_notice ||
              (contact->in_line && contact->play && !contact->offers),
          "only who waits hears a notice, and is not offered meanwhile" },
        { contact->recording_id || talk->record_paused_us == 0,
          "only a recording is paused" },
        { talk->record_paused_us != 0 || talk->record_due_us == 0,
          "only a pause has an end to come" },
        { (contact->asked != 0) == (contact->asked_due_us != 0),
          "every effect asked for has a deadline" },
        { !state_run(state, contact->contact_id)->lookup ||
              contact->step_due_us != 0,
          "every lookup has a deadline" },
        { !contact->play || contact->step_due_us != 0,
          "every prompt has a deadline" },
        { !contact->led_later ||
              (contact->place == PLACE_IVR && contact->step_due_us != 0),
          "the rules are asked some time" },
        { (talk->ending_leg != 0) == (talk->ending_due_us != 0) &&
              (talk->ending_leg != 0) == (talk->ending_asked != 0),
          "every leg told to let go has a deadline" },
        { contact->place == PLACE_IVR ||
              (contact->node < 0 && contact->next_node < 0),
          "only who is in a flow is at a node of it" },
        { contact->node < 0 || contact->next_node < 0,
          "a node ends before the next begins" },
        { talk->digits_lost <= talk->digits_sent,
          "no key is lost that was not pressed" },
        { contact->place == PLACE_VOICEMAIL ||
              (!contact->box_id && !contact->message_id),
          "only who is in a box leaves a message" },
        { !contact->callback_stage || contact->step_due_us != 0,
          "whoever is asked whether to be called back has a time to answer" },
        { is_called_back_rightly(state, contact),
          "who stands in line for a callback is known to it" },
        { !is_ended || contact->asked != 0 || talk->ending_leg != 0,
          "a contact that has ended waits for its legs" },
        { !is_ended || (contact->bridge == 0 && contact->leg == 0),
          "a contact that has ended talks to nobody" },
    };
    const char *broken = FIRST_BROKEN(claims);

    return broken ? broken : broken_in_place(state, contact);
}

const char *claims_broken_by_touched(const struct state *state,
                                     uint64_t *ret_agent_id,
                                     uint64_t *ret_contact_id)
{
    const struct desk_row *desk = state_desk(state, state->touched_agent_id);
    const struct contact_row *contact =
        state_contact(state, state->touched_contact_id);

    if (desk && !contact)
        contact = state_contact(state, desk->contact_id);

    const char *broken = desk ? claims_broken_by_desk(state, desk) : NULL;

    if (!broken && contact)
        broken = claims_broken_by_contact(state, contact);

    *ret_agent_id = broken && desk ? desk->agent_id : 0;
    *ret_contact_id = broken && contact ? contact->contact_id : 0;
    return broken;
}

static bool has_its_contact(const struct state *state,
                            const struct outcall_row *call)
{
    const struct contact_row *contact = state_contact(state, call->contact_id);

    return contact &&
           (contact->dialled == call->serial || contact->leg == call->serial ||
            state_talk(state, call->contact_id)->consult_leg == call->serial);
}

const char *state_broken_claim(const struct state *state,
                               uint64_t *ret_agent_id, uint64_t *ret_contact_id)
{
    assert(state && ret_agent_id && ret_contact_id);

    *ret_agent_id = 0;
    *ret_contact_id = 0;

    for (const struct desk_slot *d = table_first(&state->desks); d;
         d = table_next(d)) {
        const char *broken = claims_broken_by_desk(state, &d->row);

        if (broken) {
            *ret_agent_id = d->row.agent_id;
            *ret_contact_id = d->row.contact_id;
            return broken;
        }
    }

    for (const struct outcall_slot *o = table_first(&state->outcalls); o;
         o = table_next(o))
        if (!has_its_contact(state, &o->row))
            return "every call to the outside is a contact's";

    const char *of_messages = claims_broken_by_messages(state);

    if (of_messages)
        return of_messages;

    for (const struct contact_slot *c = table_first(&state->contacts); c;
         c = table_next(c)) {
        const char *broken = claims_broken_by_contact(state, &c->row);

        if (broken) {
            *ret_agent_id = c->row.agent_id;
            *ret_contact_id = c->row.contact_id;
            return broken;
        }
    }

    return NULL;
}
