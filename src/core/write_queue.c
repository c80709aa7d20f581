/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes how contacts join queues, leave them, and overflow. */

#include "core/ring.h"
#include "core/voicemail.h"
#include "core/write.h"

void write_queue_left(struct turn *turn, const struct contact_row *contact,
                      enum queue_exit exit)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, contact->queue_id);
    int64_t wait_us = turn->now_us - contact->joined_us;

    WRITE(turn, QUEUE_LEFT, queue_left,
          { .contact_id = contact->contact_id,
            .queue_id = contact->queue_id,
            .exit = exit,
            .wait_us = wait_us,
            .in_time = exit == EXIT_ANSWERED &&
                       wait_us <= queue->service_level_ms * 1000,
            .short_abandon = exit == EXIT_ABANDONED &&
                             wait_us < queue->short_abandon_ms * 1000 });
}

static int64_t ivr_us(const struct turn *turn,
                      const struct contact_row *contact)
{
    if (contact->place != PLACE_IVR)
        return 0;

    return turn->now_us - contact->place_since_us;
}

bool is_full(const struct turn *turn, const struct event_queue_set *queue)
{
    return (int64_t)state_waiting(turn->state, queue->id) >= queue->max_waiting;
}

int64_t overflow_due_us(const struct turn *turn,
                        const struct event_queue_set *queue)
{
    return queue->max_wait_ms ? turn->now_us + queue->max_wait_ms * 1000 : 0;
}

void write_queued(struct turn *turn, const struct contact_row *contact,
                  const struct joining *joining)
{
    const struct event_queue_set *queue = joining->queue;
    int64_t waited_us = turn->now_us - joining->since_us;
    struct demand demand;

    demand_of(turn->state, queue_slot(turn->state, queue->id),
              contact->demand.text, &demand);

    size_t begun = demand_begun(&demand, waited_us);
    int64_t next_us = demand_next_us(&demand, begun);
    const struct question question = {
        .queue_id = queue->id,
        .agent_id = joining->wanted_agent_id,
        .is_wanted = joining->wanted_agent_id != 0,
        .demand = contact->demand.text,
        .begun = begun,
        .waited_us = waited_us,
        .now_us = turn->now_us,
    };
    struct event event = {
        .type = EVENT_CONTACT_QUEUED,
        .as.contact_queued = {
            .contact_id = contact->contact_id,
            .queue_id = queue->id,
            .priority = joining->priority,
            .since_us = joining->since_us,
            .overflow_due_us = joining->wanted_agent_id
                                   ? turn->now_us + joining->wanted_for_us
                                   : overflow_due_us(turn, queue),
            .ahead = (int64_t)state_ahead(turn->state, queue->id,
                                          joining->priority,
                                          joining->since_us -
                                              contact->added_us),
            .wanted_agent_id = joining->wanted_agent_id,
            .ivr_us = ivr_us(turn, contact),
            .demand_step = (int64_t)begun,
            .demand_due_us = next_us < 0 ? 0 : joining->since_us + next_us,
            .sticky = joining->is_sticky,
        },
    };

    state_explain(turn->state, &question, &event.as.contact_queued.candidates);
    outbox_add_event(turn->outbox, &event);
    ASK(turn,
        { .type = is_internal(contact) ? EFFECT_RING_BACK : EFFECT_PLAY_MUSIC,
          .contact_id = contact->contact_id,
          .call = contact->call,
          .language = contact->language,
          .prompt = queue->music });
}

void write_flow_entered(struct turn *turn, const struct contact_row *contact,
                        const struct event_flow_set *flow)
{
    WRITE(turn, FLOW_ENTERED, flow_entered,
          { .contact_id = contact->contact_id,
            .flow_id = flow->id,
            .flow_version = flow->version,
            .flow_digest = flow->digest,
            .ivr_us = ivr_us(turn, contact) });
    ASK(turn, { .type = EFFECT_STOP_PLAY,
                .contact_id = contact->contact_id,
                .call = contact->call });
}

static void write_refused(struct turn *turn, const struct contact_row *contact,
                          const struct event_queue_set *queue)
{
    WRITE(turn, QUEUE_REFUSED, queue_refused,
          { .contact_id = contact->contact_id,
            .queue_id = queue->id,
            .to = queue->overflow_to,
            .to_id = queue->overflow_id });
}

/* The second queue's overflow is not followed: a chain would not be bounded. */
static void write_joined_or_over(struct turn *turn,
                                 const struct contact_row *contact,
                                 const struct joining *joining)
{
    if (!is_full(turn, joining->queue)) {
        write_queued(turn, contact, joining);
        return;
    }

    write_refused(turn, contact, joining->queue);
    write_over(turn, contact, END_QUEUE_FULL, false);
}

static void write_diverted(struct turn *turn, const struct contact_row *contact,
                           const struct event_queue_set *from,
                           const struct joining *place, enum end_cause cause)
{
    const struct event_queue_set *queue =
        state_queue(turn->state, from->overflow_id);
    const struct event_flow_set *flow =
        state_flow(turn->state, from->overflow_id);
    const struct event_box_set *box = state_box(turn->state, from->overflow_id);

    if (from->overflow_to == TO_QUEUE && queue) {
        struct joining joining = *place;

        joining.queue = queue;
        write_joined_or_over(turn, contact, &joining);
    } else if (from->overflow_to == TO_FLOW && flow) {
        write_flow_entered(turn, contact, flow);
    } else if (from->overflow_to == TO_VOICEMAIL && box) {
        write_voicemail(turn, contact, box, GREETING_BUSY);
    } else {
        write_over(turn, contact, cause, false);
    }
}

void write_joined(struct turn *turn, const struct contact_row *contact,
                  const struct joining *joining)
{
    if (!is_full(turn, joining->queue)) {
        struct joining place = *joining;

        make_sticky(turn, contact, &place);
        write_queued(turn, contact, &place);
        return;
    }

    write_refused(turn, contact, joining->queue);
    write_diverted(turn, contact, joining->queue, joining, END_QUEUE_FULL);
}

/* The next queue counts the wait so far: nobody is sent back to the end. */
void write_overflow(struct turn *turn, const struct contact_row *contact,
                    const struct event_queue_set *queue, enum end_cause cause)
{
    const struct joining place = {
        .priority = contact->priority,
        .since_us = contact->queued_us,
    };

    write_diverted(turn, contact, queue, &place, cause);
}
