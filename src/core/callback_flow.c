/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Into a flow that asks, through its node, and out of it. */

#include "core/callback_flow.h"

#include <string.h>

#include "core/callback.h"
#include "core/callback_offer.h"
#include "core/step.h"
#include "core/variable.h"
#include "core/wait_step.h"

const struct event_flow_set *callback_flow_of(
    const struct turn *turn, const struct event_queue_set *queue)
{
    const struct event_flow_set *flow =
        state_flow(turn->state, queue->callback_flow_id);

    return flow && flow->digest.text[0] ? flow : NULL;
}

void write_callback_flow(struct turn *turn, const struct contact_row *contact,
                         const struct event_flow_set *flow,
                         const struct callback_asking *asking)
{
    WRITE(turn, FLOW_ENTERED, flow_entered,
          { .contact_id = contact->contact_id,
            .flow_id = flow->id,
            .flow_version = flow->version,
            .flow_digest = flow->digest,
            .ivr_us = ivr_so_far_us(turn, contact),
            .callback_queue_id = asking->queue->id,
            .priority = asking->priority,
            .since_us = asking->since_us,
            .joins = asking->joins,
            .cause = asking->cause });
    ASK(turn, { .type = EFFECT_STOP_PLAY,
                .contact_id = contact->contact_id,
                .call = contact->call });
}

void write_not_called_back(struct turn *turn, const struct contact_row *contact)
{
    struct joining joining = {
        .queue = state_queue(
            turn->state, state_heir(turn->state, contact->callback_queue_id)),
        .priority = contact->priority,
        .since_us = contact->queued_us,
    };

    if (contact->callback_joins && joining.queue) {
        joining.step_us = wait_step_done_us(contact, joining.queue);
        write_queued(turn, contact, &joining);
    } else {
        write_over(turn, contact, contact->leave_cause, false);
    }
}

enum end_cause flow_end_cause(const struct contact_row *contact)
{
    return contact->callback_flow && contact->leave_cause == END_CALLBACK
               ? END_CALLBACK
               : END_FLOW_ENDED;
}

/* The node. */

static const struct event_queue_set *queue_of(const struct turn *turn,
                                              const struct contact_row *contact,
                                              const struct node_callback *node)
{
    uint64_t asks = contact->callback_flow ? contact->callback_queue_id : 0;
    const struct event_queue_set *queue = state_queue(
        turn->state,
        state_heir(turn->state, node->queue_id ? node->queue_id : asks));

    return queue && calls_back(queue) ? queue : NULL;
}

/* Who waited keeps that place. */
static struct callback_asking place_of(const struct turn *turn,
                                       const struct contact_row *contact,
                                       const struct node_callback *node)
{
    struct callback_asking place = {
        .queue = queue_of(turn, contact, node),
        .priority = contact->chosen_priority ? contact->chosen_priority
                                             : node->priority,
        .since_us = turn->now_us,
    };

    if (contact->callback_flow) {
        place.priority = contact->priority;
        place.since_us = contact->queued_us;
    }
    return place;
}

/* Of a masked variable no number is made: it would be in the journal. */
static bool read_number(const struct turn *turn,
                        const struct contact_row *contact, const char *text,
                        struct phone_number *ret_number)
{
    struct label filled;

    if (!variable_fill(turn, contact, text, &filled, NULL) ||
        strlen(filled.text) >= sizeof(ret_number->text))
        return false;

    memset(ret_number, 0, sizeof(*ret_number));
    memcpy(ret_number->text, filled.text, strlen(filled.text));
    return true;
}

static bool book(struct turn *turn, const struct contact_row *contact,
                 const char *text, const struct callback_asking *place)
{
    struct phone_number number;
    const struct callback_wish wish = {
        .queue = place->queue,
        .number = &number,
        .origin = CALLBACK_BY_FLOW,
    };

    if (!read_number(turn, contact, text, &number) ||
        !may_be_called_back(turn, place->queue, &number))
        return false;

    WRITE(turn, CALLBACK_ANSWERED, callback_answered,
          { .contact_id = contact->contact_id,
            .queue_id = place->queue->id,
            .accepted = true });
    (void)write_callback_asked_by(turn, contact, &wish, place->priority,
                                  place->since_us);
    return true;
}

void begin_callback(struct turn *turn, const struct contact_row *contact,
                    const struct flow_node *node)
{
    const struct node_callback *callback = &node->as.callback_node;
    const struct callback_asking place = place_of(turn, contact, callback);
    const char *number = callback->number.text;

    if (place.queue && write_trial_over(turn, contact, node))
        return;

    write_step_began(turn, contact, node, 0, 0);
    if (place.queue && number[0] == '\0') {
        write_callback_asked(turn, contact, &place);
        return;
    }

    bool is_booked = place.queue && book(turn, contact, number, &place);

    write_step_over(
        turn, contact, node, true,
        &(struct step_end){ .exit = is_booked ? STEP_DONE : STEP_ERROR });
}
