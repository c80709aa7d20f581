/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Phones and numbers that say to call another number instead (3xx). */

#include "core/decide_answer.h"

#include "core/decide_line.h"
#include "core/state_due.h"
#include "core/way_out.h"
#include "core/write.h"

/*
 * A phone or trunk that redirects does not decide where calls go: the number
 * is called by the rights of the agent whose phone it is, or who called, as a
 * transfer to it would be. Whatever may not be called, or leads on for too
 * long, has failed.
 */
enum { MAX_HOPS = 5 };

static bool may_divert(struct turn *turn, const struct contact_row *contact,
                       uint64_t agent_id, const struct phone_number *number,
                       struct way_out *ret_way)
{
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    uint64_t instead_of = talk->consult_leg ? talk->consult_leg : contact->leg;

    /* who is called back is called by the queue's rights, which name the
       number that was asked for */
    return !contact->is_sent && !contact->callback_id &&
           state_agent(turn->state, agent_id) && talk->hops < MAX_HOPS &&
           find_way_instead(turn, agent_id, number, instead_of, ret_way) ==
               REFUSED_NOT;
}

static uint64_t who_called(const struct contact_row *contact)
{
    return contact->agent_id ? contact->agent_id : contact->last_agent_id;
}

static void write_diverted(struct turn *turn, const struct contact_row *contact,
                           const struct phone_number *number,
                           const struct way_out *way, bool consults)
{
    const struct desk_row *desk = state_desk(turn->state, contact->agent_id);
    const struct talk_row *talk = state_talk(turn->state, contact->contact_id);
    uint64_t own_leg = talk->consult_own_leg;
    int64_t due_us =
        consults ? talk->consult_due_us : way_out_due_us(turn, way);

    WRITE(turn, CALL_DIVERTED, call_diverted,
          { .contact_id = contact->contact_id,
            .agent_id = who_called(contact),
            .number = *number,
            .consults = consults,
            .hops = talk->hops + 1,
            .due_us = due_us,
            WAY_OUT_FIELDS(way) });
    ask_way_out(turn, way,
                &(struct effect){ .due_us = due_us,
                                  .contact_id = contact->contact_id,
                                  .call = contact->call,
                                  .other = own_leg ? own_leg
                                           : desk  ? desk->leg
                                                   : 0 });
}

/* An outside number, dialled for a caller or by an agent. */
static void outside_redirected(struct turn *turn,
                               const struct contact_row *contact,
                               const struct phone_number *number)
{
    struct way_out way;

    if (may_divert(turn, contact, who_called(contact), number, &way))
        write_diverted(turn, contact, number, &way, false);
    else
        write_asked_failed(turn, contact, OFFER_FAILED, true);
}

static void consulted_redirected(struct turn *turn,
                                 const struct contact_row *contact,
                                 const struct phone_number *number)
{
    struct way_out way;

    if (!state_talk(turn->state, contact->contact_id)->consult_agent_id &&
        may_divert(turn, contact, contact->agent_id, number, &way))
        write_diverted(turn, contact, number, &way, true);
    else
        write_consult_ended(turn, contact, OFFER_FAILED,
                            (struct silence){ .outside = true });
}

/* The phone of an agent who is offered a contact: it goes to that number, and
   back to its place when nobody is there. One of several that ring has no say
   for the others: theirs go on. */
static void phone_redirected(struct turn *turn, const struct desk_row *desk,
                             const struct phone_number *number)
{
    const struct contact_row *contact =
        state_contact(turn->state, desk->contact_id);

    struct way_out way;

    if (contact->offers > 1 || contact->callback_id ||
        !may_divert(turn, contact, desk->agent_id, number, &way)) {
        write_not_taken(turn, desk, OFFER_REJECTED, true);
        return;
    }

    write_offer_ended(turn, desk, OFFER_REJECTED, true);
    write_queue_left(turn, contact, EXIT_MOVED);
    write_sent_outside(turn, desk, contact, number, &way);
}

enum refusal decide_leg_redirected(struct turn *turn,
                                   const struct command_leg_redirected *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);
    const struct desk_row *desk = state_desk(turn->state, owner.owner_id);
    const struct contact_row *contact =
        state_contact(turn->state, owner.owner_id);

    if (owner.kind == GRANT_RING && desk->state == AGENT_OFFERED)
        phone_redirected(turn, desk, &c->number);
    else if (owner.kind == GRANT_RING && rings_for_own_call(turn, desk))
        write_dialling_failed(turn,
                              state_contact(turn->state, desk->contact_id),
                              OFFER_REJECTED, true);
    else if (owner.kind == GRANT_LINE && desk->line == LINE_CALLED)
        write_line_failed(turn, desk, OFFER_REJECTED);
    else if (owner.kind == GRANT_ASKED && contact->leg == c->serial)
        outside_redirected(turn, contact, &c->number);
    else if (owner.kind == GRANT_CONSULT_ASKED)
        consulted_redirected(turn, contact, &c->number);
    else
        return REFUSED_NOT_ASKED;

    return REFUSED_NOT;
}
