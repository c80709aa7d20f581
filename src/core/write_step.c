/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes how a step of a flow begins and ends. */

#include "core/step.h"

#include <stdio.h>

#include "core/decide_answer.h"

const struct flow_node *step_node(const struct turn *turn,
                                  const struct contact_row *contact,
                                  int64_t node)
{
    const struct flow_program *program = library_find(
        turn->library,
        state_run(turn->state, contact->contact_id)->flow_digest.text);

    if (!program || node < 0 || (size_t)node >= program->node_count)
        return NULL;

    return &program->nodes[node];
}

const struct flow_node *step_node_now(const struct turn *turn,
                                      const struct contact_row *contact)
{
    return step_node(turn, contact, contact->node);
}

void write_flow_over(struct turn *turn, const struct contact_row *contact,
                     enum end_cause cause)
{
    write_over(turn, contact, cause, false);
}

void write_step_began(struct turn *turn, const struct contact_row *contact,
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

/* An exit that nobody led anywhere, of a type that has ERROR for that. */
static enum step_exit taken_exit(const struct flow_node *node,
                                 enum step_exit exit)
{
    bool falls = exit != STEP_ERROR && node_yields(node->type, exit) &&
                 node->exits[exit] == FLOW_EXIT_NONE;

    return falls ? STEP_ERROR : exit;
}

static int64_t next_of(const struct contact_row *contact,
                       const struct flow_node *node, const struct step_end *end)
{
    if (end->is_again)
        return contact->node;
    if (end->choice)
        return node->choices[end->choice - 1].next;

    return node->exits[taken_exit(node, end->exit)];
}

/* A flow that leads nowhere hangs up; one that had nothing to say to an error
   has failed its caller. */
void write_step_over(struct turn *turn, const struct contact_row *contact,
                     const struct flow_node *node, bool is_new,
                     const struct step_end *end)
{
    int64_t next_node = next_of(contact, node, end);
    struct name reason = { "" };
    struct label key = { "" };

    if (end->choice && !end->is_masked)
        (void)snprintf(key.text, sizeof(key.text), "%s",
                       node->choices[end->choice - 1].key);
    if (end->reason)
        (void)snprintf(reason.text, sizeof(reason.text), "%s",
                       refusal_text(end->reason)->code);
    WRITE(turn, STEP_ENDED, step_ended,
          { .contact_id = contact->contact_id,
            .step = contact->step + (is_new ? 1 : 0),
            .exit = end->exit,
            .next_node = next_node,
            .choice = end->choice,
            .draw = end->draw,
            .reason = reason,
            .key = key });
    if (next_node == FLOW_EXIT_NONE)
        write_flow_over(turn, contact,
                        taken_exit(node, end->exit) == STEP_ERROR
                            ? END_FLOW_FAILED
                            : END_FLOW_ENDED);
}

void write_step_passed(struct turn *turn, const struct contact_row *contact,
                       const struct flow_node *node, enum step_exit exit)
{
    write_step_began(turn, contact, node, 0, 0);
    write_step_over(turn, contact, node, true,
                    &(struct step_end){ .exit = exit });
}

void write_last_step(struct turn *turn, const struct contact_row *contact,
                     const struct flow_node *node, enum step_exit exit)
{
    write_step_began(turn, contact, node, 0, 0);
    WRITE(turn, STEP_ENDED, step_ended,
          { .contact_id = contact->contact_id,
            .step = contact->step + 1,
            .exit = exit,
            .next_node = FLOW_EXIT_NONE });
}
