/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PINs of boxes: asked, right, wrong, locked, unlocked. */

#include "core/vault.h"
#include "core/visit.h"

/* A phone that tried too often at whichever boxes waits for so long. */
static const int64_t DEVICE_LOCK_US = 1800000000;

static bool is_locked(const struct turn *turn, uint64_t lock_id)
{
    const struct pin_lock_row *lock = state_pin_lock(turn->state, lock_id);

    return lock && lock->until_us > turn->now_us;
}

bool is_pin_locked(const struct turn *turn, uint64_t box_id, uint64_t device_id)
{
    return (box_id && is_locked(turn, pin_lock_of(box_id, 0))) ||
           (device_id && is_locked(turn, pin_lock_of(0, device_id)));
}

bool hears_box(const struct turn *turn, const struct event_box_set *box,
               uint64_t agent_id)
{
    const struct event_agent_set *agent = state_agent(turn->state, agent_id);

    if (!agent)
        return false;
    if (box->agent_id)
        return box->agent_id == agent_id;
    if (box->queue_id)
        return state_assigned(turn->state, agent_id, box->queue_id) != 0;

    return box->team_id && agent->team_id == box->team_id;
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

static void write_wrong(struct turn *turn, const struct contact_row *contact,
                        const struct visit_row *visit)
{
    const struct event_box_set *box = state_box(turn->state, visit->box_id);
    uint64_t device_id = contact->device_id;
    int64_t of_box = box ? wrong_at(turn, pin_lock_of(box->id, 0)) : 0;
    int64_t of_device =
        device_id ? wrong_at(turn, pin_lock_of(0, device_id)) : 0;
    bool locks_box = box && of_box >= box->pin_tries;
    bool locks_device = of_device >= VISIT_DEVICE_TRIES;
    struct visit_row next = *visit;

    WRITE(turn, PIN_FAILED, pin_failed,
          { .contact_id = contact->contact_id,
            .box_id = visit->box_id,
            .device_id = device_id,
            .box_wrong = of_box,
            .box_until_us =
                locks_box ? turn->now_us + box->pin_lock_ms * 1000 : 0,
            .device_wrong = of_device,
            .device_until_us =
                locks_device ? turn->now_us + DEVICE_LOCK_US : 0 });
    next.wrong++;
    if (locks_box || locks_device)
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
    begin_visit_menu(turn, contact, &next);
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
    if (is_pin_locked(turn, visit->box_id, contact->device_id))
        begin_visit_prompt(turn, contact, visit, VISIT_GOODBYE,
                           "mailbox_locked");
    else if (c->right && box)
        write_right(turn, contact, visit, box);
    else
        write_wrong(turn, contact, visit);
    return REFUSED_NOT;
}

enum refusal decide_unlock_pin(struct turn *turn,
                               const struct command_unlock_pin *c)
{
    if ((c->box_id != 0) == (c->device_id != 0))
        return REFUSED_BAD_VALUE;
    if (c->box_id && !state_box(turn->state, c->box_id))
        return REFUSED_NO_BOX;
    if (c->device_id && !state_device(turn->state, c->device_id))
        return REFUSED_NO_DEVICE;
    if (!state_pin_lock(turn->state, pin_lock_of(c->box_id, c->device_id)))
        return REFUSED_ALREADY_SO;

    WRITE(turn, PIN_UNLOCKED, pin_unlocked,
          { .box_id = c->box_id, .device_id = c->device_id });
    return REFUSED_NOT;
}
