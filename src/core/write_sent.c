/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sends contacts where a destination leads. */

#include "core/sending.h"

#include <assert.h>
#include <string.h>

#include "core/callback_offer.h"
#include "core/voicemail.h"
#include "core/way_out.h"
#include "core/write.h"

/* So long it waits for one agent only, if nothing else is said. */
static const int64_t WANTED_FOR_US = 30000000;

enum { AGENT_WAIT_MAX_MS = 3600000 };

int64_t wanted_for_us(int64_t wait_ms)
{
    return wait_ms ? wait_ms * 1000 : WANTED_FOR_US;
}

enum refusal check_agent_wait(int64_t wait_ms)
{
    return wait_ms < 0 || wait_ms > AGENT_WAIT_MAX_MS ? REFUSED_BAD_AGENT_WAIT
                                                      : REFUSED_NOT;
}

int64_t ivr_so_far_us(const struct turn *turn,
                      const struct contact_row *contact)
{
    return contact->place == PLACE_IVR ? turn->now_us - contact->place_since_us
                                       : 0;
}

void write_flow_entered(struct turn *turn, const struct contact_row *contact,
                        const struct event_flow_set *flow)
{
    WRITE(turn, FLOW_ENTERED, flow_entered,
          { .contact_id = contact->contact_id,
            .flow_id = flow->id,
            .flow_version = flow->version,
            .flow_digest = flow->digest,
            .ivr_us = ivr_so_far_us(turn, contact) });
}

void write_sent_to_flow(struct turn *turn, const struct contact_row *contact,
                        const struct event_flow_set *flow)
{
    write_flow_entered(turn, contact, flow);
    ASK(turn, { .type = EFFECT_STOP_PLAY,
                .contact_id = contact->contact_id,
                .call = contact->call });
}

void ask_prompt_in(struct turn *turn, const struct contact_row *contact,
                   enum speech language, const char *name, uint64_t prompt_id)
{
    struct effect effect = {
        .type = EFFECT_PLAY,
        .due_us = answer_due_us(turn, EFFECT_PLAY),
        .contact_id = contact->contact_id,
        .call = contact->call,
        .language = language,
        .prompt_id = prompt_id,
    };
    size_t length = strlen(name);

    assert(length < sizeof(effect.prompt.text));
    memcpy(effect.prompt.text, name, length);
    outbox_add_effect(turn->outbox, &effect);
}

void ask_prompt(struct turn *turn, const struct contact_row *contact,
                const char *name, uint64_t prompt_id)
{
    ask_prompt_in(turn, contact, contact->language, name, prompt_id);
}

static void write_announced(struct turn *turn,
                            const struct contact_row *contact,
                            const struct sending *sending)
{
    WRITE(turn, ANNOUNCEMENT_BEGAN, announcement_began,
          { .contact_id = contact->contact_id,
            .prompt_id = sending->target.id,
            .cause = sending->cause,
            .due_us = answer_due_us(turn, EFFECT_PLAY),
            .ivr_us = ivr_so_far_us(turn, contact) });
    ask_prompt(turn, contact, "", sending->target.id);
}

static void write_sent_to_number(struct turn *turn,
                                 const struct contact_row *contact,
                                 const struct sending *sending)
{
    struct way_out way;

    if (find_way_of_house(turn, &sending->target.number, &way)) {
        write_over(turn, contact, sending->cause, false);
        return;
    }

    int64_t due_us = way_out_due_us(turn, &way);

    WRITE(turn, SENT_OUTSIDE, sent_outside,
          { .contact_id = contact->contact_id,
            .number = sending->target.number,
            .due_us = due_us,
            .cause = sending->cause,
            .ivr_us = ivr_so_far_us(turn, contact),
            .sender = sending->sender,
            .queue_id = sending->queue_id,
            .queue_rule_id = sending->queue_rule_id,
            .priority = sending->priority,
            .since_us = sending->since_us,
            WAY_OUT_FIELDS(&way) });
    ask_way_out(turn, &way,
                &(struct effect){ .due_us = due_us,
                                  .contact_id = contact->contact_id,
                                  .call = contact->call });
    ASK(turn, { .type = EFFECT_RING_BACK,
                .contact_id = contact->contact_id,
                .call = contact->call });
}

/* Nobody calls in vain who has a box: else it is as the sender says. */
static void write_sent_to_box_of(struct turn *turn,
                                 const struct contact_row *contact,
                                 const struct sending *sending)
{
    const struct event_box_set *box =
        state_box_of_agent(turn->state, sending->target.id);

    if (box && !is_full_box(turn, box))
        write_voicemail(turn, contact, box, GREETING_CLOSED);
    else
        write_over(turn, contact, sending->cause, false);
}

/* Who is offline does not come back for a caller. */
static void write_sent_to_agent(struct turn *turn,
                                const struct contact_row *contact,
                                const struct sending *sending)
{
    uint64_t agent_id = sending->target.id;
    const struct desk_row *desk = state_desk(turn->state, agent_id);
    uint64_t queue_id = first_queue(turn, agent_id);
    const struct joining joining = {
        .queue = state_queue(turn->state, queue_id),
        .priority = sending->priority,
        .since_us = sending->since_us,
        .step_us = queue_id == contact->queue_id ? sending->step_us : 0,
        .wanted_agent_id = agent_id,
        .wanted_for_us = wanted_for_us(sending->agent_wait_ms),
        .sender = sending->sender,
        .cause = sending->cause,
        .sent_queue_id = sending->queue_id,
        .sent_rule_id = sending->queue_rule_id,
        /* Whom somebody sends there by hand was promised a person. */
        .box_else = sending->cause != END_BY_SUPERVISOR,
    };

    if (!desk || desk->state == AGENT_OFFLINE || !joining.queue)
        write_sent_to_box_of(turn, contact, sending);
    else
        write_queued(turn, contact, &joining);
}

void write_sent(struct turn *turn, const struct contact_row *contact,
                const struct sending *sending)
{
    const struct target *target = &sending->target;
    const struct joining joining = {
        .queue = state_queue(turn->state, target->id),
        .priority = sending->priority,
        .since_us = sending->since_us,
        .hops = sending->hops,
        .told_full = sending->told_full,
    };
    const struct event_flow_set *flow = state_flow(turn->state, target->id);
    const struct event_box_set *box = state_box(turn->state, target->id);

    switch (target->to) {
    case TO_QUEUE:
        if (joining.queue) {
            write_joined(turn, contact, &joining);
            return;
        }
        break;
    case TO_FLOW:
        if (flow) {
            write_sent_to_flow(turn, contact, flow);
            return;
        }
        break;
    case TO_AGENT:
        write_sent_to_agent(turn, contact, sending);
        return;
    case TO_NUMBER:
        write_sent_to_number(turn, contact, sending);
        return;
    case TO_ANNOUNCEMENT:
        write_announced(turn, contact, sending);
        return;
    case TO_VOICEMAIL:
        if (box) {
            write_voicemail(turn, contact, box,
                            sending->nobody_works ? GREETING_CLOSED
                                                  : GREETING_BUSY);
            return;
        }
        break;
    case TO_CALLBACK:
        if (offer_callback(turn, contact, sending))
            return;
        if (sending->joins_else && joining.queue) {
            write_queued(turn, contact, &joining);
            return;
        }
        break;
    case TO_HANG_UP:
    case TO_BUSY:
        break;
    }

    write_over(turn, contact, sending->cause, false);
}
