/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact's way through a flow: the next node begins. */

#include "core/callback_flow.h"
#include "core/draw.h"
#include "core/step.h"
#include "core/visit.h"
#include "core/voicemail.h"

void write_answer_asked(struct turn *turn, uint64_t contact_id, uint64_t call)
{
    int64_t due_us = answer_due_us(turn, EFFECT_ANSWER);

    WRITE(turn, ANSWER_ASKED, answer_asked,
          { .contact_id = contact_id, .due_us = due_us });
    ASK(turn, { .type = EFFECT_ANSWER,
                .due_us = due_us,
                .contact_id = contact_id,
                .call = call });
}

void begin_answer(struct turn *turn, const struct contact_row *contact,
                  const struct flow_node *node)
{
    if (contact->connected) {
        write_step_passed(turn, contact, node, STEP_DONE);
        return;
    }

    write_step_began(turn, contact, node, 0, 0);
    write_answer_asked(turn, contact->contact_id, contact->call);
}

void begin_set_language(struct turn *turn, const struct contact_row *contact,
                        const struct flow_node *node)
{
    write_step_began(turn, contact, node, 0, 0);
    WRITE(turn, LANGUAGE_SET, language_set,
          { .contact_id = contact->contact_id,
            .language = node->as.set_language_node.language });
    write_step_over(turn, contact, node, true,
                    &(struct step_end){ .exit = STEP_DONE });
}

/* What the flow itself says to a queue that takes nobody goes before what the
   queue does; one that is gone can do nothing. */
static bool is_for_flow(const struct turn *turn,
                        const struct contact_row *contact,
                        const struct flow_node *node,
                        const struct joining *joining,
                        enum rule_cause *ret_cause)
{
    return !joining->queue ||
           (node->exits[STEP_ERROR] != FLOW_EXIT_NONE &&
            is_queue_shut(turn, contact, joining, ret_cause));
}

/* An older version of a flow may lead to a queue that is gone by now. */
void begin_queue(struct turn *turn, const struct contact_row *contact,
                 const struct flow_node *node)
{
    const struct joining joining = {
        .queue = state_queue(
            turn->state, state_heir(turn->state, node->as.queue_node.queue_id)),
        .priority = contact->chosen_priority ? contact->chosen_priority
                                             : node->as.queue_node.priority,
        .since_us = turn->now_us,
    };

    enum rule_cause cause = RULE_FULL;

    if (!is_for_flow(turn, contact, node, &joining, &cause)) {
        if (write_trial_over(turn, contact, node))
            return;
        write_last_step(turn, contact, node, STEP_DONE);
        write_joined(turn, contact, &joining);
        return;
    }

    write_step_began(turn, contact, node, 0, 0);
    if (joining.queue && !is_on_trial(turn, contact))
        write_shut(turn, contact, joining.queue->id, cause);
    write_step_over(turn, contact, node, true,
                    &(struct step_end){ .exit = STEP_ERROR });
}

/* What the flow itself says to a box that takes nothing goes before what the box
   does; to hang up at once says nothing, and the box has words and an operator
   for that. */
static bool is_box_for_flow(const struct turn *turn,
                            const struct contact_row *contact,
                            const struct flow_node *node,
                            const struct event_box_set *box)
{
    const struct flow_node *next =
        step_node(turn, contact, node->exits[STEP_ERROR]);

    return !box ||
           (is_full_box(turn, box) && next && next->type != NODE_HANG_UP);
}

/* An older version of a flow may lead to a box that is gone by now. */
void begin_voicemail(struct turn *turn, const struct contact_row *contact,
                     const struct flow_node *node)
{
    const struct node_voicemail *voicemail = &node->as.voicemail_node;
    const struct event_box_set *box = state_box(turn->state, voicemail->box_id);

    if (!is_box_for_flow(turn, contact, node, box)) {
        if (write_trial_over(turn, contact, node))
            return;
        write_last_step(turn, contact, node, STEP_DONE);
        write_voicemail(turn, contact, box, voicemail->greeting);
        return;
    }

    write_step_began(turn, contact, node, 0, 0);
    write_step_over(turn, contact, node, true,
                    &(struct step_end){
                        .exit = STEP_ERROR,
                        .reason = box ? REFUSED_BOX_FULL : REFUSED_NO_BOX,
                    });
}

void begin_mailbox(struct turn *turn, const struct contact_row *contact,
                   const struct flow_node *node)
{
    if (!is_room_for_visit(turn)) {
        write_step_passed(turn, contact, node, STEP_ERROR);
        return;
    }
    if (write_trial_over(turn, contact, node))
        return;

    write_last_step(turn, contact, node, STEP_DONE);
    write_visit_from_flow(turn, contact);
}

void begin_hang_up(struct turn *turn, const struct contact_row *contact,
                   const struct flow_node *node)
{
    write_last_step(turn, contact, node, STEP_DONE);
    write_flow_over(turn, contact, flow_end_cause(contact));
}

void begin_wait(struct turn *turn, const struct contact_row *contact,
                const struct flow_node *node)
{
    write_step_began(turn, contact, node,
                     turn->now_us + node->as.wait_node.for_ms * 1000, 0);
}

/* What was drawn is in the event: nobody need draw again. */
void begin_split(struct turn *turn, const struct contact_row *contact,
                 const struct flow_node *node)
{
    const int64_t drawn =
        draw_percent(contact->contact_id, contact->step, turn->now_us);

    write_step_began(turn, contact, node, 0, 0);
    write_step_over(
        turn, contact, node, true,
        &(struct step_end){ .exit = drawn < node->as.split_node.percent
                                        ? STEP_DONE
                                        : STEP_OTHER,
                            .draw = drawn });
}

void begin_start(struct turn *turn, const struct contact_row *contact,
                 const struct flow_node *node)
{
    write_step_passed(turn, contact, node, STEP_DONE);
}

static void begin_node(struct turn *turn, const struct contact_row *contact,
                       const struct flow_node *node)
{
    switch (node->type) {
#define NODE(CODE, name, traits, choices, doc)                                 \
    case NODE_##CODE:                                                          \
        begin_##name(turn, contact, node);                                     \
        break;
#include "core/node.def"
    }
}

/* Those of the flow that it is in, or of the house. */
static void limits_of(const struct turn *turn,
                      const struct contact_row *contact, int64_t *ret_steps,
                      int64_t *ret_us)
{
    const struct flow_program *program = library_find(
        turn->library,
        state_run(turn->state, contact->contact_id)->flow_digest.text);
    int64_t max_ms = program ? program->max_ms : 0;

    *ret_steps =
        program && program->max_steps ? program->max_steps : FLOW_MAX_STEPS;
    *ret_us = (max_ms ? max_ms : FLOW_MAX_MS) * 1000;
}

/* @return whether the contact may not go on in flows, which is told */
static bool is_at_a_limit(struct turn *turn, const struct contact_row *contact)
{
    const int64_t ivr_us = turn->now_us - in_flows_since_us(turn, contact);
    int64_t max_steps, max_us;

    limits_of(turn, contact, &max_steps, &max_us);

    const bool has_steps = contact->step < max_steps;

    if (has_steps && ivr_us <= max_us)
        return false;

    WRITE(turn, FLOW_LIMIT_REACHED, flow_limit_reached,
          { .contact_id = contact->contact_id,
            .flow_id = contact->flow_id,
            .limit = has_steps ? LIMIT_TIME : LIMIT_STEPS,
            .steps = contact->step,
            .ivr_us = ivr_us });
    return true;
}

void decide_node(struct turn *turn, uint64_t contact_id)
{
    const struct contact_row *contact = state_contact(turn->state, contact_id);
    const struct flow_node *node = step_node(turn, contact, contact->next_node);
    bool is_over = is_at_a_limit(turn, contact) || !node;

    if (is_over && contact->callback_flow) {
        write_not_called_back(turn, contact); /* nobody loses a place by it */
        return;
    }
    if (is_over) {
        write_flow_over(turn, contact, END_FLOW_FAILED);
        return;
    }

    /* nobody hears anything before the call is answered */
    if (!contact->connected &&
        (node_rule(node->type)->traits & NODE_CONNECTS)) {
        write_answer_asked(turn, contact->contact_id, contact->call);
        return;
    }

    begin_node(turn, contact, node);
}
