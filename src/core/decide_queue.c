/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queues and flows. */

#include <string.h>

#include "core/callback.h"
#include "core/contact_slot.h"
#include "core/decide_document.h"
#include "core/desk_slot.h"
#include "core/dialling.h"
#include "core/document_use.h"
#include "core/flow_place.h"
#include "core/flow_use.h"
#include "core/house_slots.h"
#include "core/number_plan.h"
#include "core/sending.h"
#include "core/write.h"

enum refusal check_flow(const struct turn *turn, uint64_t flow_id)
{
    if (!state_flow(turn->state, flow_id))
        return REFUSED_NO_FLOW;

    return is_published(turn->state, flow_id) ? REFUSED_NOT
                                              : REFUSED_FLOW_NOT_PUBLISHED;
}

/* Queues. */

static enum refusal check_overflow(const struct turn *turn,
                                   const struct command_set_queue *c)
{
    enum refusal refusal;

    switch (c->overflow_to) {
    case TO_HANG_UP:
        return c->overflow_id ? REFUSED_BAD_VALUE : REFUSED_NOT;
    case TO_QUEUE:
        if (!state_queue(turn->state, c->overflow_id))
            return REFUSED_NO_QUEUE;
        return c->overflow_id == c->id ? REFUSED_OVERFLOW_TO_SELF : REFUSED_NOT;
    case TO_FLOW:
        refusal = check_flow(turn, c->overflow_id);
        return !refusal && !flow_fits(turn, c->overflow_id, FLOW_FOR_SENDING)
                   ? REFUSED_OVERFLOW_TYPE
                   : refusal;
    case TO_VOICEMAIL:
        return state_box(turn->state, c->overflow_id) ? REFUSED_NOT
                                                      : REFUSED_NO_BOX;
    case TO_AGENT:
    case TO_NUMBER:
    case TO_BUSY:
    case TO_CALLBACK:
    case TO_ANNOUNCEMENT:
        break;
    }

    return REFUSED_BAD_OVERFLOW;
}

/* Whom it calls back, and when. */
static enum refusal check_callbacks(const struct turn *turn,
                                    const struct command_set_queue *c)
{
    if (!dialling_is_list(c->callback_numbers.text))
        return REFUSED_BAD_CALLED_BACK;
    if (c->callback_calendar_id &&
        !state_calendar(turn->state, c->callback_calendar_id))
        return REFUSED_NO_BACK_CALENDAR;

    if (c->callback_never_id &&
        !state_caller_list(turn->state, c->callback_never_id))
        return REFUSED_NO_NEVER_LIST;
    if (c->callback_flow_id && !is_published(turn->state, c->callback_flow_id))
        return REFUSED_NO_BACK_FLOW;

    return c->callback_flow_id &&
                   !flow_fits(turn, c->callback_flow_id, FLOW_FOR_CALLBACK)
               ? REFUSED_BACK_FLOW_TYPE
               : REFUSED_NOT;
}

enum refusal decide_set_queue(struct turn *turn,
                              const struct command_set_queue *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_QUEUE, c);

    if (!refusal && loses_name(turn, DOCUMENT_QUEUE, c))
        refusal = REFUSED_IN_USE;
    if (!refusal)
        refusal = check_overflow(turn, c);
    if (!refusal)
        refusal = check_demand(turn, c->demand.text);
    if (!refusal)
        refusal = check_extension(turn, DOCUMENT_QUEUE, c->id, &c->extension);
    if (!refusal)
        refusal = check_callbacks(turn, c);
    if (!refusal)
        write_document(turn, DOCUMENT_QUEUE, c);

    return refusal;
}

bool is_in_a_flow(const struct turn *turn, enum document_kind kind, uint64_t id)
{
    const struct document_head *head = state_document(turn->state, kind, id);

    for (const struct document_slot *slot =
             table_first(&turn->state->documents[DOCUMENT_FLOW]);
         head && slot; slot = table_next(slot)) {
        const struct event_flow_set *flow = (const void *)&slot->head;
        const struct flow_program *program =
            library_find(turn->library, flow->digest.text);

        if (program &&
            flow_uses(turn->state, program, kind, id, head->name.text))
            return true;
    }

    return false;
}

/* Contacts waiting in it, or that came from it and are not done with. */
static bool has_work(const struct turn *turn, uint64_t queue_id)
{
    for (const struct contact_slot *c = table_first(&turn->state->contacts); c;
         c = table_next(c))
        if (c->row.queue_id == queue_id && c->row.place != PLACE_ENDED)
            return true;

    for (const struct desk_slot *d = table_first(&turn->state->desks); d;
         d = table_next(d))
        if (d->row.queue_id == queue_id)
            return true;

    return has_callbacks(turn->state, queue_id);
}

enum refusal decide_remove_queue(struct turn *turn,
                                 const struct command_remove_queue *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_QUEUE, c->id, c->version);

    if (refusal)
        return refusal;
    if (has_work(turn, c->id) || is_target(turn->state, TO_QUEUE, c->id) ||
        is_in_a_flow(turn, DOCUMENT_QUEUE, c->id) ||
        is_of_a_box(turn, TO_QUEUE, c->id) ||
        is_named(turn, DOCUMENT_QUEUE, c->id) ||
        state_first_rule(turn->state, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_QUEUE, c->id);
    return REFUSED_NOT;
}

/* Flows. */

/* What a node refers to must be there. */
static bool knows_all(const struct turn *turn,
                      const struct flow_program *program,
                      enum document_kind kind)
{
    for (size_t i = 0; i < program->node_count; i++) {
        uint64_t id = node_leads_to(turn->state, &program->nodes[i], kind);

        if (id && !state_document(turn->state, kind, id))
            return false;
    }

    return true;
}

/* Numbers that may not be dialled, and conditions that name nothing. */
static enum refusal check_nodes(struct turn *turn,
                                const struct flow_program *program)
{
    enum refusal refusal = REFUSED_NOT;

    for (size_t i = 0; !refusal && i < program->node_count; i++) {
        const struct flow_node *node = &program->nodes[i];
        const struct target target = { .to = TO_NUMBER,
                                       .number =
                                           node->as.transfer_node.number };

        if (node->type == NODE_IF)
            refusal = check_condition(turn, node->as.if_node.condition.text);
        else if (node->type == NODE_TRANSFER &&
                 !node->as.transfer_node.agent_id)
            refusal = check_target(turn, &target);
    }

    return refusal;
}

static enum refusal check_program(struct turn *turn, const char *digest)
{
    static const struct {
        enum document_kind kind;
        enum refusal refusal;
    } kinds[] = {
        { DOCUMENT_QUEUE, REFUSED_NO_QUEUE },
        { DOCUMENT_FLOW, REFUSED_NO_FLOW },
        { DOCUMENT_BOX, REFUSED_NO_BOX },
        { DOCUMENT_LOOKUP, REFUSED_NO_LOOKUP },
        { DOCUMENT_PROMPT, REFUSED_NO_PROMPT },
        { DOCUMENT_AGENT, REFUSED_NO_AGENT },
        { DOCUMENT_CALENDAR, REFUSED_NO_CALENDAR },
        { DOCUMENT_CALLER_LIST, REFUSED_NO_CALLER_LIST },
    };
    const struct flow_program *program = library_find(turn->library, digest);

    if (!program)
        return REFUSED_FLOW_NOT_STORED;
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        if (!knows_all(turn, program, kinds[i].kind))
            return kinds[i].refusal;

    return check_nodes(turn, program);
}

bool is_published(const struct state *state, uint64_t flow_id)
{
    const struct event_flow_set *flow = state_flow(state, flow_id);

    return flow && flow->digest.text[0] != '\0';
}

/* What leads into it goes on doing so. Without a change of the type it did
   before, whatever the rules were then. */
static bool loses_place(const struct turn *turn,
                        const struct command_set_flow *c)
{
    const struct event_flow_set *is = state_flow(turn->state, c->id);
    const struct flow_program *before =
        is ? library_find(turn->library, is->digest.text) : NULL;
    const struct flow_program *program =
        library_find(turn->library, c->digest.text);

    return program && is && !(before && before->type == program->type) &&
           !flow_may_be(turn, c->id, program->type);
}

/* A draft is a text and nothing else: nobody runs it. What was published stays
   so until another version is. */
enum refusal decide_set_flow(struct turn *turn,
                             const struct command_set_flow *c)
{
    enum refusal refusal = check_document(turn, DOCUMENT_FLOW, c);

    if (refusal)
        return refusal;

    if (!c->digest.text[0] && !c->draft.text[0])
        return REFUSED_FLOW_NOT_STORED;
    if (!c->digest.text[0] && is_published(turn->state, c->id))
        return REFUSED_FLOW_NOT_STORED;
    if (c->digest.text[0])
        refusal = check_program(turn, c->digest.text);
    if (!refusal && loses_place(turn, c))
        refusal = REFUSED_FLOW_TYPE_USED;
    if (!refusal)
        write_document(turn, DOCUMENT_FLOW, c);

    return refusal;
}

enum refusal decide_remove_flow(struct turn *turn,
                                const struct command_remove_flow *c)
{
    enum refusal refusal =
        check_removal(turn, DOCUMENT_FLOW, c->id, c->version);

    if (refusal)
        return refusal;
    if (has_entry(turn, c->id) || is_target(turn->state, TO_FLOW, c->id) ||
        is_of_a_box(turn, TO_FLOW, c->id) ||
        is_of_callbacks(turn->state, DOCUMENT_FLOW, c->id) ||
        is_in_a_flow(turn, DOCUMENT_FLOW, c->id))
        return REFUSED_IN_USE;

    write_removal(turn, DOCUMENT_FLOW, c->id);
    return REFUSED_NOT;
}
