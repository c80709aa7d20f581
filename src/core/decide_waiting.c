/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Those who wait are moved, pulled by an agent, or sent out of their queue. */

#include "core/callback.h"
#include "core/sending.h"
#include "core/write.h"

enum refusal check_waits(const struct contact_row *contact)
{
    if (!contact)
        return REFUSED_NO_CONTACT;
    if (contact->place == PLACE_ENDED)
        return REFUSED_CONTACT_ENDED;

    return contact->place == PLACE_QUEUE ? REFUSED_NOT : REFUSED_NOT_WAITING;
}

/* A person is told what a rule would go around. */
static enum refusal check_queue(const struct turn *turn, uint64_t queue_id)
{
    const struct event_queue_set *queue = state_queue(turn->state, queue_id);

    if (!queue)
        return REFUSED_NO_QUEUE;
    if (is_closed(turn, queue_id))
        return REFUSED_QUEUE_IS_CLOSED;

    return is_full(turn, queue) ? REFUSED_QUEUE_IS_FULL : REFUSED_NOT;
}

/* To another queue, or to another place in the line. */

/* The number of a callback must be one that the other queue calls, too. */
static enum refusal check_its_number(struct turn *turn,
                                     const struct contact_row *contact,
                                     uint64_t queue_id)
{
    enum refusal refusal = REFUSED_NOT;

    if (contact->callback_id)
        refusal = check_callback_number(
            turn, state_queue(turn->state, queue_id), &contact->caller);
    turn->suspicion.is_one = false; /* nobody has dialled it */
    return refusal;
}

static enum refusal check_move(struct turn *turn,
                               const struct command_move_contact *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    enum refusal refusal = check_waits(contact);

    if (refusal)
        return refusal;
    if (!state_queue(turn->state, c->queue_id))
        return REFUSED_NO_QUEUE;
    if (c->priority < 1 || c->priority > 100)
        return REFUSED_BAD_PRIORITY;
    if (contact->queue_id == c->queue_id)
        return contact->priority == c->priority ? REFUSED_ALREADY_SO
                                                : REFUSED_NOT;

    refusal = check_queue(turn, c->queue_id);
    return refusal ? refusal : check_its_number(turn, contact, c->queue_id);
}

/* It keeps the wait so far, and so its place among those who came after. */
static void write_moved(struct turn *turn, const struct contact_row *contact,
                        const struct command_move_contact *c)
{
    const struct joining joining = {
        .queue = state_queue(turn->state, c->queue_id),
        .priority = c->priority,
        .since_us = contact->queued_us,
    };

    write_offers_ended(turn, contact, 0, false);
    write_queue_left(turn, contact, EXIT_MOVED);
    write_queued(turn, contact, &joining);
}

enum refusal decide_move_contact(struct turn *turn,
                                 const struct command_move_contact *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    enum refusal refusal = check_move(turn, c);

    if (refusal)
        return refusal;

    if (contact->queue_id == c->queue_id)
        WRITE(turn, PRIORITY_SET, priority_set,
              { .contact_id = contact->contact_id,
                .queue_id = contact->queue_id,
                .priority = c->priority,
                .added_us = contact->added_us });
    else
        write_moved(turn, contact, c);

    return REFUSED_NOT;
}

/* To an agent, whatever the line and the queue's agents are. */

static bool has_offer_of(const struct desk_row *desk, uint64_t contact_id)
{
    return desk->state == AGENT_OFFERED && desk->contact_id == contact_id;
}

/* Whoever pulls can take it at once, or somebody who waits would be forgotten
   for as long as it takes. */
static enum refusal check_puller(const struct turn *turn,
                                 const struct desk_row *desk)
{
    if (!desk)
        return REFUSED_NO_AGENT;
    if (state_verdict(turn->state, desk->agent_id) == VERDICT_CHOSEN)
        return REFUSED_NOT;

    return desk->contact_id || desk->state == AGENT_ACW
               ? REFUSED_AGENT_BUSY
               : REFUSED_AGENT_NOT_READY;
}

enum refusal decide_pull_contact(struct turn *turn,
                                 const struct command_pull_contact *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    const struct desk_row *desk = state_desk(turn->state, c->agent_id);
    enum refusal refusal = check_waits(contact);

    if (refusal)
        return refusal;
    if (is_internal(contact)) /* it is for a colleague, not for a queue */
        return REFUSED_NOT_WAITING;
    if (desk && has_offer_of(desk, c->contact_id))
        return REFUSED_ALREADY_SO;

    refusal = check_agent_wait(c->agent_wait_ms);
    if (!refusal)
        refusal = check_puller(turn, desk);
    if (refusal)
        return refusal;

    write_offers_ended(turn, contact, 0, false);
    WRITE(turn, CONTACT_PULLED, contact_pulled,
          { .contact_id = contact->contact_id,
            .queue_id = contact->queue_id,
            .agent_id = c->agent_id,
            .due_us = turn->now_us + wanted_for_us(c->agent_wait_ms) });
    return REFUSED_NOT;
}

/* Out of the queue. */

static enum refusal check_withdrawal(struct turn *turn,
                                     const struct contact_row *contact,
                                     const struct target *target)
{
    const struct desk_row *desk = state_desk(turn->state, target->id);
    enum refusal refusal = check_target_now(turn, target);

    if (refusal)
        return refusal;
    if (contact->callback_id) /* nobody is on its line */
        return REFUSED_NOT_WAITING;
    if (target->to == TO_CALLBACK &&
        !calls_back(state_queue(turn->state, contact->queue_id)))
        return REFUSED_NOT_CALLED_BACK;
    if (target->to == TO_QUEUE && target->id == contact->queue_id)
        return REFUSED_ALREADY_SO;
    if (target->to == TO_QUEUE)
        return check_queue(turn, target->id);
    if (target->to == TO_AGENT && desk->state == AGENT_OFFLINE)
        return REFUSED_TARGET_NOT_THERE;

    return target->to == TO_AGENT && !first_queue(turn, target->id)
               ? REFUSED_SERVES_NO_QUEUE
               : REFUSED_NOT;
}

enum refusal decide_withdraw_contact(struct turn *turn,
                                     const struct command_withdraw_contact *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);
    const struct target target = { c->target, c->target_id, c->number };
    enum refusal refusal = check_waits(contact);

    if (!refusal)
        refusal = check_agent_wait(c->agent_wait_ms);
    if (!refusal)
        refusal = check_withdrawal(turn, contact, &target);
    if (refusal)
        return refusal;

    struct sending sending = {
        .target = target,
        .priority = contact->priority,
        .since_us = contact->queued_us,
        .cause = END_BY_SUPERVISOR,
        .sender = SENDER_QUEUE,
        .queue_id = contact->queue_id,
        .agent_wait_ms = c->agent_wait_ms,
    };

    if (target.to == TO_CALLBACK)
        sending.target.id = contact->queue_id;
    write_offers_ended(turn, contact, 0, false);
    write_queue_left(turn, contact,
                     target.to == TO_HANG_UP ? EXIT_ENDED : EXIT_MOVED);
    write_sent(turn, contact, &sending);
    return REFUSED_NOT;
}
