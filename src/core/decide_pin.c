/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PINs of boxes: asked, right, wrong, locked, unlocked. */

#include "core/vault.h"
#include "core/visit.h"

/* A phone or trunk that tried too often at whichever boxes waits for so long. */
static const int64_t CALLERS_LOCK_US = 1800000000;

static bool is_locked(const struct turn *turn, uint64_t lock_id)
{
    const struct pin_lock_row *lock = state_pin_lock(turn->state, lock_id);

    return lock && lock->until_us > turn->now_us;
}

/* A phone of ours is one; of others it is not known who they are, and they
   share what their trunk has. */
static uint64_t lock_of_caller(const struct contact_row *contact)
{
    return contact->device_id ? pin_lock_of(0, contact->device_id)
                              : trunk_lock_of(contact->trunk_id);
}

bool is_caller_locked(const struct turn *turn,
                      const struct contact_row *contact)
{
    return is_locked(turn, lock_of_caller(contact));
}

void write_pin_asked(struct turn *turn, const struct contact_row *contact,
                     const struct visit_row *visit)
{
    int64_t due_us = answer_due_us(turn, EFFECT_CHECK_PIN);
    struct visit_row next = *visit;

    next.stage = VISIT_CHECKING;
    next.digit_count = 0;
    write_visit(turn, &next, false, due_us);
    ASK(turn, { .type = EFFECT_CHECK_PIN,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .box_id = visit->box_id });
}

/* One more in a row; what was locked, and is no longer, begins anew. */
static int64_t wrong_at(const struct turn *turn, uint64_t lock_id)
{
    const struct pin_lock_row *lock = state_pin_lock(turn->state, lock_id);

    return lock && !lock->until_us ? lock->wrong + 1 : 1;
}

/* A box that is locked counts no more: whoever goes on guessing does not keep
   it locked. */
static void note_of_box(const struct turn *turn,
                        const struct event_box_set *box,
                        struct event_pin_failed *failed)
{
    if (!box || is_locked(turn, pin_lock_of(box->id, 0)))
        return;

    failed->box_wrong = wrong_at(turn, pin_lock_of(box->id, 0));
    if (failed->box_wrong >= box->pin_tries)
        failed->box_until_us = turn->now_us + box->pin_lock_ms * 1000;
}

/* @return whether that locks the phone, or the trunk */
static bool note_of_caller(const struct turn *turn,
                           const struct contact_row *contact,
                           struct event_pin_failed *failed)
{
    int64_t wrong = wrong_at(turn, lock_of_caller(contact));
    bool is_ours = contact->device_id != 0;
    bool locks = wrong >= (is_ours ? VISIT_DEVICE_TRIES : VISIT_TRUNK_TRIES);
    int64_t until_us = locks ? turn->now_us + CALLERS_LOCK_US : 0;

    failed->device_id = contact->device_id;
    if (is_ours) {
        failed->device_wrong = wrong;
        failed->device_until_us = until_us;
    } else {
        failed->trunk_id = contact->trunk_id;
        failed->trunk_wrong = wrong;
        failed->trunk_until_us = until_us;
    }
    return locks;
}

/* Of the box nothing is said: not whether it is locked, nor whether it is. */
static void write_wrong(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit)
{
    struct event_pin_failed failed = { .contact_id = contact->contact_id,
                                       .box_id = visit->box_id };
    struct visit_row next = *visit;
    bool locks = note_of_caller(turn, contact, &failed);

    note_of_box(turn, state_box(turn->state, visit->box_id), &failed);
    outbox_add_event(turn->outbox,
                     &(const struct event){ .type = EVENT_PIN_FAILED,
                                            .as.pin_failed = failed });
    next.wrong++;
    if (locks)
        begin_visit_prompt(turn, contact, &next, VISIT_GOODBYE,
                           "mailbox_locked");
    else if (next.wrong >= VISIT_MAX_TRIES)
        begin_visit_prompt(turn, contact, &next, VISIT_GOODBYE,
                           "mailbox_refused");
    else
        begin_visit_prompt(turn, contact, &next, VISIT_WRONG, "mailbox_wrong");
}

/* The box's agent is who it is; of a queue's or team's box nobody in
   particular. */
static void write_right(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit,
                        const struct event_box_set *box)
{
    const struct event_agent_set *agent =
        state_agent(turn->state, box->agent_id);
    struct visit_row next = *visit;

    WRITE(turn, PIN_ACCEPTED, pin_accepted,
          { .contact_id = contact->contact_id,
            .box_id = box->id,
            .device_id = contact->device_id });
    next.is_in = true;
    next.user_id = agent ? agent->user_id : 0;
    begin_visit_counts(turn, contact, &next);
}

/* Somebody else may have locked it meanwhile, and the box may be gone. */
enum refusal decide_pin_checked(struct turn *turn,
                                const struct command_pin_checked *c)
{
    const struct visit_row *visit = state_visit_asking(turn->state, c->serial);
    const struct contact_row *contact =
        visit ? state_contact(turn->state, visit->contact_id) : NULL;

    if (!contact || visit->stage != VISIT_CHECKING)
        return REFUSED_NOT_ASKED;

    const struct event_box_set *box = state_box(turn->state, visit->box_id);

    vault_put(turn->vault, contact->contact_id, 0, &(struct digits){ "" });
    if (is_caller_locked(turn, contact))
        begin_visit_prompt(turn, contact, visit, VISIT_GOODBYE,
                           "mailbox_locked");
    else if (c->right && box && !is_locked(turn, pin_lock_of(box->id, 0)))
        write_right(turn, contact, visit, box);
    else
        write_wrong(turn, contact, visit);
    return REFUSED_NOT;
}

static uint64_t lock_named(const struct command_unlock_pin *c)
{
    return c->trunk_id ? trunk_lock_of(c->trunk_id)
                       : pin_lock_of(c->box_id, c->device_id);
}

enum refusal decide_unlock_pin(struct turn *turn,
                               const struct command_unlock_pin *c)
{
    if ((c->box_id != 0) + (c->device_id != 0) + (c->trunk_id != 0) != 1)
        return REFUSED_BAD_VALUE;
    if (c->box_id && !state_box(turn->state, c->box_id))
        return REFUSED_NO_BOX;
    if (c->device_id && !state_device(turn->state, c->device_id))
        return REFUSED_NO_DEVICE;
    if (c->trunk_id && !state_trunk(turn->state, c->trunk_id))
        return REFUSED_NO_TRUNK;
    if (!state_pin_lock(turn->state, lock_named(c)))
        return REFUSED_ALREADY_SO;

    WRITE(turn, PIN_UNLOCKED, pin_unlocked,
          { .box_id = c->box_id,
            .device_id = c->device_id,
            .trunk_id = c->trunk_id });
    return REFUSED_NOT;
}
