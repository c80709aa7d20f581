/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flows: what may be published, and when one may go. */

#include <string.h>

#include "core/callback.h"
#include "core/decide_document.h"
#include "core/flow_heard.h"
#include "core/flow_place.h"
#include "core/flow_use.h"
#include "core/house_slots.h"
#include "core/sending.h"
#include "core/write.h"

enum refusal check_flow(const struct turn *turn, uint64_t flow_id)
{
    if (!state_flow(turn->state, flow_id))
        return REFUSED_NO_FLOW;

    return is_published(turn->state, flow_id) ? REFUSED_NOT
                                              : REFUSED_FLOW_NOT_PUBLISHED;
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

/* What is played is somewhere: looked at before, but what people made may be
   gone meanwhile. */
static bool is_heard(const struct turn *turn, const struct flow_node *node)
{
    for (int i = 0; i < node_prompt_count; i++) {
        const struct flow_prompt prompt =
            flow_node_prompt_at(node, (enum node_prompt)i);

        if (prompt.name.text[0] &&
            !prompt_is_heard(turn->state, turn->shelf, &prompt))
            return false;
    }

    return true;
}

static bool are_heard(const struct turn *turn,
                      const struct flow_program *program)
{
    for (size_t i = 0; i < program->node_count; i++)
        if (!is_heard(turn, &program->nodes[i]))
            return false;

    return true;
}

/* What is in a variable is looked at with each call. */
static enum refusal check_number(struct turn *turn, const char *text)
{
    struct target target = { .to = TO_NUMBER };

    if (!text[0] || flow_number_varies(text))
        return REFUSED_NOT;

    return flow_number_read(text, &target.number) ? check_target(turn, &target)
                                                  : REFUSED_BAD_NUMBER;
}

/* Numbers that may not be dialled, and conditions that name nothing. */
static enum refusal check_nodes(struct turn *turn,
                                const struct flow_program *program)
{
    enum refusal refusal = REFUSED_NOT;

    for (size_t i = 0; !refusal && i < program->node_count; i++) {
        const struct flow_node *node = &program->nodes[i];

        if (node->type == NODE_IF)
            refusal = check_condition(turn, node->as.if_node.condition.text);
        else if (node->type == NODE_TRANSFER)
            refusal = check_number(turn, node->as.transfer_node.number.text);
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

/* What callers go through now stays so, whatever has become of its prompts. */
static bool is_another_version(const struct turn *turn,
                               const struct command_set_flow *c)
{
    const struct event_flow_set *is = state_flow(turn->state, c->id);

    return c->digest.text[0] &&
           (!is || strcmp(is->digest.text, c->digest.text) != 0);
}

/* Lists tell the type without the text. That of a draft alone, which is in no
   library, comes with the command. */
static void write_flow(struct turn *turn, const struct command_set_flow *c)
{
    const struct flow_program *program =
        library_find(turn->library, c->digest.text);
    struct command_set_flow flow = *c;

    if (program)
        flow.flow_type = flow_type_sort(program->type);
    write_document(turn, DOCUMENT_FLOW, &flow);
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
    if (!refusal && is_another_version(turn, c) &&
        !are_heard(turn, library_find(turn->library, c->digest.text)))
        refusal = REFUSED_NO_PROMPT;
    if (!refusal && loses_place(turn, c))
        refusal = REFUSED_FLOW_TYPE_USED;
    if (!refusal)
        write_flow(turn, c);

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
