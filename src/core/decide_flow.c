/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A contact's way through a flow, node by node. */

#include <string.h>

#include "core/decide_answer.h"
#include "core/write.h"

static const struct flow_node *node_at(const struct turn *turn,
                                       const struct contact_row *contact,
                                       int64_t node)
{
    const struct flow_program *program =
        library_find(turn->library, contact->flow_digest.text);

    if (!program || node < 0 || (size_t)node >= program->node_count)
        return NULL;

    return &program->nodes[node];
}

static const struct flow_node *current_node(const struct turn *turn,
                                            const struct contact_row *contact)
{
    return node_at(turn, contact, contact->node);
}

static void write_flow_over(struct turn *turn,
                            const struct contact_row *contact,
                            enum end_cause cause)
{
    write_over(turn, contact, cause, false);
}

/* A flow that leads nowhere hangs up. */
static void write_step_ended(struct turn *turn,
                             const struct contact_row *contact, int64_t step,
                             enum step_exit exit, int64_t next_node)
{
    WRITE(turn, STEP_ENDED, step_ended,
          { .contact_id = contact->contact_id,
            .step = step,
            .exit = exit,
            .next_node = next_node });
    if (next_node == FLOW_EXIT_NONE)
        write_flow_over(turn, contact, END_FLOW_ENDED);
}

static void write_step_began(struct turn *turn,
                             const struct contact_row *contact,
                             const struct flow_node *node, int64_t due_us,
                             int64_t tries)
{
    WRITE(turn, STEP_BEGAN, step_began,
          { .contact_id = contact->contact_id,
            .step = contact->step + 1,
            .node = contact->next_node,
            .node_type = node->type,
            .node_name = node->name,
            .due_us = due_us,
            .tries = tries });
}

/* A menu played once more counts on; the fold keeps the tries till then. */
static void begin_prompt(struct turn *turn, const struct contact_row *contact,
                         const struct flow_node *node)
{
    int64_t due_us = answer_due_us(turn, EFFECT_PLAY);
    int64_t tries = node->type == NODE_MENU ? contact->tries + 1 : 0;

    write_step_began(turn, contact, node, due_us, tries);
    ASK(turn, { .type = EFFECT_PLAY,
                .due_us = due_us,
                .contact_id = contact->contact_id,
                .call = contact->call,
                .step = contact->step + 1,
                .language = contact->language,
                .prompt = node->prompt,
                .prompt_id = node->prompt_id });
}

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

static void begin_answer(struct turn *turn, const struct contact_row *contact,
                         const struct flow_node *node)
{
    write_step_began(turn, contact, node, 0, 0);
    if (contact->connected)
        write_step_ended(turn, contact, contact->step + 1, STEP_DONE,
                         node->next);
    else
        write_answer_asked(turn, contact->contact_id, contact->call);
}

static void begin_set_language(struct turn *turn,
                               const struct contact_row *contact,
                               const struct flow_node *node)
{
    write_step_began(turn, contact, node, 0, 0);
    WRITE(turn, LANGUAGE_SET, language_set,
          { .contact_id = contact->contact_id, .language = node->language });
    write_step_ended(turn, contact, contact->step + 1, STEP_DONE, node->next);
}

static void write_last_step(struct turn *turn,
                            const struct contact_row *contact,
                            const struct flow_node *node, enum step_exit exit)
{
    write_step_began(turn, contact, node, 0, 0);
    WRITE(turn, STEP_ENDED, step_ended,
          { .contact_id = contact->contact_id,
            .step = contact->step + 1,
            .exit = exit,
            .next_node = FLOW_EXIT_NONE });
}

/* An older version of a flow may lead to a queue that is gone by now. */
static void begin_queue(struct turn *turn, const struct contact_row *contact,
                        const struct flow_node *node)
{
    const struct joining joining = {
        .queue = state_queue(turn->state, node->queue_id),
        .priority = node->priority,
        .since_us = turn->now_us,
    };

    write_last_step(turn, contact, node,
                    joining.queue ? STEP_DONE : STEP_ERROR);
    if (joining.queue)
        write_joined(turn, contact, &joining);
    else
        write_flow_over(turn, contact, END_FLOW_FAILED);
}

static void begin_hang_up(struct turn *turn, const struct contact_row *contact,
                          const struct flow_node *node)
{
    write_last_step(turn, contact, node, STEP_DONE);
    write_flow_over(turn, contact, END_FLOW_ENDED);
}

static bool needs_connection(const struct flow_node *node)
{
    return node->type == NODE_PLAY || node->type == NODE_MENU ||
           node->type == NODE_QUEUE;
}

void decide_node(struct turn *turn, uint64_t contact_id)
{
    const struct contact_row *contact = state_contact(turn->state, contact_id);
    const struct flow_node *node = node_at(turn, contact, contact->next_node);

    if (!node || contact->step >= FLOW_MAX_STEPS) {
        write_flow_over(turn, contact, END_FLOW_FAILED);
        return;
    }

    /* nobody hears anything before the call is answered */
    if (!contact->connected && needs_connection(node)) {
        write_answer_asked(turn, contact->contact_id, contact->call);
        return;
    }

    switch (node->type) {
    case NODE_ANSWER:
        begin_answer(turn, contact, node);
        break;
    case NODE_PLAY:
    case NODE_MENU:
        begin_prompt(turn, contact, node);
        break;
    case NODE_SET_LANGUAGE:
        begin_set_language(turn, contact, node);
        break;
    case NODE_QUEUE:
        begin_queue(turn, contact, node);
        break;
    case NODE_HANG_UP:
        begin_hang_up(turn, contact, node);
        break;
    }
}

/* What the world answers. */

void write_connected(struct turn *turn, const struct contact_row *contact)
{
    const struct flow_node *node = current_node(turn, contact);

    WRITE(turn, CALLER_CONNECTED, caller_connected,
          { .contact_id = contact->contact_id });
    if (node)
        write_step_ended(turn, contact, contact->step, STEP_DONE, node->next);
    if (contact->emergency)
        write_emergency_dialled(turn, contact);
    else if (contact->feature)
        write_over(turn, contact, END_FEATURE, false);
    else if (contact->to != TO_HANG_UP)
        write_inside_connected(turn, contact);
}

/* A wrong digit, or none: once more, until the tries are spent. */
static void write_try_over(struct turn *turn, const struct contact_row *contact,
                           const struct flow_node *node, enum step_exit exit)
{
    int otherwise = exit == STEP_INVALID ? node->on_invalid : node->on_timeout;
    int64_t next = contact->tries < node->tries ? contact->node : otherwise;

    write_step_ended(turn, contact, contact->step, exit, next);
}

void write_prompt_ended(struct turn *turn, const struct contact_row *contact,
                        bool failed)
{
    const struct flow_node *node = current_node(turn, contact);

    if (!node)
        write_flow_over(turn, contact, END_FLOW_FAILED);
    else if (failed)
        write_step_ended(turn, contact, contact->step, STEP_ERROR,
                         node->on_error);
    else if (node->type == NODE_MENU)
        WRITE(turn, INPUT_AWAITED, input_awaited,
              { .contact_id = contact->contact_id,
                .step = contact->step,
                .due_us = turn->now_us + node->wait_ms * 1000 });
    else
        write_step_ended(turn, contact, contact->step, STEP_DONE, node->next);
}

static void stop_prompt(struct turn *turn, const struct contact_row *contact)
{
    if (contact->play)
        ASK(turn, { .type = EFFECT_STOP_PLAY,
                    .contact_id = contact->contact_id,
                    .call = contact->call });
}

void write_step_timeout(struct turn *turn, const struct contact_row *contact)
{
    const struct flow_node *node = current_node(turn, contact);

    if (node && !contact->play)
        write_try_over(turn, contact, node, STEP_TIMEOUT);
    else
        write_prompt_ended(turn, contact, true);
}

enum refusal decide_prompt_ended(struct turn *turn,
                                 const struct command_prompt_ended *c)
{
    struct grant_owner owner = state_grant_owner(turn->state, c->serial);

    if (owner.kind != GRANT_PLAY)
        return REFUSED_NOT_ASKED;

    write_prompt_ended(turn, state_contact(turn->state, owner.owner_id),
                       c->failed);
    return REFUSED_NOT;
}

static int next_for(const struct flow_node *node, char digit)
{
    for (size_t i = 0; i < node->choice_count; i++)
        if (node->choices[i].digit == digit)
            return (int)i;

    return -1;
}

static bool is_one_digit(const struct digits *digits)
{
    return digits->text[0] && strchr("0123456789*#ABCD", digits->text[0]) &&
           digits->text[1] == '\0';
}

enum refusal decide_press_digit(struct turn *turn,
                                const struct command_press_digit *c)
{
    const struct contact_row *contact =
        state_contact(turn->state, c->contact_id);

    if (!contact)
        return REFUSED_NO_CONTACT;
    if (!is_one_digit(&c->digit))
        return REFUSED_BAD_VALUE;

    const struct flow_node *node = current_node(turn, contact);

    if (contact->place != PLACE_IVR || !node || node->type != NODE_MENU)
        return REFUSED_NOT_ASKED;

    int choice = next_for(node, c->digit.text[0]);

    WRITE(turn, DIGIT_PRESSED, digit_pressed,
          { .contact_id = contact->contact_id,
            .step = contact->step,
            .digit = c->digit });
    stop_prompt(turn, contact);
    if (choice >= 0)
        write_step_ended(turn, contact, contact->step, STEP_MATCHED,
                         node->choices[choice].next);
    else
        write_try_over(turn, contact, node, STEP_INVALID);

    return REFUSED_NOT;
}
