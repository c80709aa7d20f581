/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over each kind of document that can name a prompt. */

#include "core/prompt_use.h"

#include <assert.h>
#include <string.h>

#include "core/flow_heard.h"
#include "core/rule.h"
#include "core/rule_walk.h"

struct search {
    const struct state *state;
    const struct event_prompt_set *prompt;
    struct prompt_use *uses;
    size_t room;
    size_t count;
};

static void found(struct search *search, const struct prompt_use *use)
{
    if (search->count < search->room)
        search->uses[search->count] = *use;
    search->count++;
}

static bool plays(const struct flow_node *node, uint64_t prompt_id,
                  const char *name)
{
    for (int i = 0; i < node_prompt_count; i++) {
        const struct flow_prompt prompt =
            flow_node_prompt_at(node, (enum node_prompt)i);

        if (prompt.id ? prompt.id == prompt_id
                      : strcmp(prompt.name.text, name) == 0)
            return true;
    }

    return false;
}

const struct flow_node *prompt_use_node(const struct flow_program *program,
                                        uint64_t prompt_id, const char *name)
{
    return prompt_use_next(program, NULL, prompt_id, name);
}

const struct flow_node *prompt_use_next(const struct flow_program *program,
                                        const struct flow_node *node,
                                        uint64_t prompt_id, const char *name)
{
    assert(program && name);

    for (size_t i = node ? (size_t)(node - program->nodes) + 1 : 0;
         i < program->node_count; i++)
        if (plays(&program->nodes[i], prompt_id, name))
            return &program->nodes[i];

    return NULL;
}

static void look_at_flow(struct search *search,
                         const struct event_flow_set *flow,
                         const struct flow_program *program)
{
    const struct flow_node *node = NULL;

    while ((node = prompt_use_next(program, node, search->prompt->id,
                                   search->prompt->name.text)))
        found(search, &(struct prompt_use){ DOCUMENT_FLOW, flow->id, flow->name,
                                            node->name, false });
}

static void look_at_flows(struct search *search, const struct library *library)
{
    size_t count = state_document_count(search->state, DOCUMENT_FLOW);

    for (size_t i = 0; i < count; i++) {
        const struct event_flow_set *flow =
            state_document_at(search->state, DOCUMENT_FLOW, i);
        const struct flow_program *program =
            library_find(library, flow->digest.text);

        if (program)
            look_at_flow(search, flow, program);
    }
}

const struct name *queue_comfort(const struct event_queue_set *queue,
                                 size_t index)
{
    assert(queue && index < QUEUE_COMFORTS);

    const struct name *const all[QUEUE_COMFORTS] = {
        &queue->comfort, &queue->comfort2, &queue->comfort3, &queue->comfort4
    };

    return all[index];
}

bool queue_plays(const struct event_queue_set *queue, const char *name)
{
    assert(queue && name);

    for (size_t i = 0; i < QUEUE_COMFORTS; i++)
        if (strcmp(queue_comfort(queue, i)->text, name) == 0)
            return true;

    return strcmp(queue->music.text, name) == 0 ||
           strcmp(queue->notice.text, name) == 0;
}

static void look_at_queues(struct search *search)
{
    size_t count = state_document_count(search->state, DOCUMENT_QUEUE);

    for (size_t i = 0; i < count; i++) {
        const struct event_queue_set *queue =
            state_document_at(search->state, DOCUMENT_QUEUE, i);

        if (queue->closed_id == search->prompt->id ||
            queue_plays(queue, search->prompt->name.text))
            found(search, &(struct prompt_use){ .kind = DOCUMENT_QUEUE,
                                                .id = queue->id,
                                                .name = queue->name });
    }
}

static void look_at_rules(struct search *search)
{
    size_t count = state_document_count(search->state, DOCUMENT_QUEUE_RULE);

    for (size_t i = 0; i < count; i++) {
        const struct event_queue_rule_set *rule =
            state_document_at(search->state, DOCUMENT_QUEUE_RULE, i);

        if (rule->target == TO_ANNOUNCEMENT &&
            rule->target_id == search->prompt->id)
            found(search, &(struct prompt_use){ .kind = DOCUMENT_QUEUE_RULE,
                                                .id = rule->id,
                                                .name = rule->name });
    }
}

static bool announces(const struct event_rule_set *rule, uint64_t prompt_id)
{
    for (int i = 0; i < RULE_DESTINATIONS; i++) {
        const struct rule_to to = rule_to_at(rule, i);

        if (to.to == TO_ANNOUNCEMENT && to.id == prompt_id)
            return true;
    }

    return false;
}

static void look_at_rule(struct search *search,
                         const struct event_rule_set *rule, bool of_draft)
{
    if (announces(rule, search->prompt->id))
        found(search, &(struct prompt_use){ .kind = DOCUMENT_RULE,
                                            .id = rule->id,
                                            .name = rule->name,
                                            .of_draft = of_draft });
}

static void look_at_routing(struct search *search)
{
    size_t count = state_document_count(search->state, DOCUMENT_RULE);
    const struct rule_draft_row *row;

    for (size_t i = 0; i < count; i++)
        look_at_rule(search, state_document_at(search->state, DOCUMENT_RULE, i),
                     false);
    for (size_t i = 0; (row = state_row_at(search->state, ROW_RULE_DRAFT, i));
         i++)
        if (!row->removed)
            look_at_rule(search, rule_of_draft(row), true);
}

static void look_at_prompts(struct search *search)
{
    size_t count = state_document_count(search->state, DOCUMENT_PROMPT);

    for (size_t i = 0; i < count; i++) {
        const struct event_prompt_set *prompt =
            state_document_at(search->state, DOCUMENT_PROMPT, i);

        if (prompt->prompt_id == search->prompt->id)
            found(search, &(struct prompt_use){ .kind = DOCUMENT_PROMPT,
                                                .id = prompt->id,
                                                .name = prompt->name });
    }
}

static void look_at_boxes(struct search *search)
{
    size_t count = state_document_count(search->state, DOCUMENT_BOX);
    uint64_t id = search->prompt->id;

    for (size_t i = 0; i < count; i++) {
        const struct event_box_set *box =
            state_document_at(search->state, DOCUMENT_BOX, i);

        if (box->greeting_id == id || box->busy_id == id ||
            box->closed_id == id || box->holiday_id == id)
            found(search, &(struct prompt_use){ .kind = DOCUMENT_BOX,
                                                .id = box->id,
                                                .name = box->name });
    }
}

size_t prompt_use_find(const struct state *state, const struct library *library,
                       uint64_t prompt_id, struct prompt_use *ret_uses,
                       size_t room)
{
    assert(state && (ret_uses || room == 0));

    struct search search = {
        .state = state,
        .prompt = state_prompt(state, prompt_id),
        .uses = ret_uses,
        .room = room,
    };

    if (!search.prompt)
        return 0;
    if (library)
        look_at_flows(&search, library);
    look_at_queues(&search);
    look_at_rules(&search);
    look_at_routing(&search);
    look_at_prompts(&search);
    look_at_boxes(&search);
    return search.count;
}
