/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over the flows, one over the rules, one over their draft. */

#include "core/document_use.h"

#include <assert.h>

#include "core/flow_use.h"
#include "core/prompt_use.h"
#include "core/rule_draft_use.h"
#include "core/state_search.h"

static bool is_in(const struct flow_program *program, const struct state *state,
                  enum document_kind kind, uint64_t id)
{
    const struct document_head *head = state_document(state, kind, id);

    if (!head)
        return false;

    return kind == DOCUMENT_PROMPT
               ? prompt_use_node(program, id, head->name.text) != NULL
               : flow_uses(state, program, kind, id, head->name.text);
}

static bool is_named_in(const struct flow_program *program,
                        const struct state *state, enum document_kind kind,
                        uint64_t id)
{
    const struct document_head *head = state_document(state, kind, id);

    return head && flow_names(program, kind, head->name.text);
}

static size_t find_flows(const struct state *state,
                         const struct library *library, enum document_kind kind,
                         uint64_t id,
                         bool (*is_user)(const struct flow_program *program,
                                         const struct state *state,
                                         enum document_kind kind, uint64_t id),
                         struct document_use *ret_uses, size_t room)
{
    size_t flows = state_document_count(state, DOCUMENT_FLOW);
    size_t count = 0;

    for (size_t i = 0; i < flows && count < room; i++) {
        const struct event_flow_set *flow =
            state_document_at(state, DOCUMENT_FLOW, i);
        const struct flow_program *program =
            library_find(library, flow->digest.text);

        if (program && is_user(program, state, kind, id))
            ret_uses[count++] = (struct document_use){ .kind = DOCUMENT_FLOW,
                                                       .id = flow->id,
                                                       .name = flow->name };
    }

    return count;
}

/* Skills are named by demands. */
static size_t find_demands(const struct state *state, uint64_t skill_id,
                           struct document_use *ret_uses, size_t room)
{
    size_t rules = state_document_count(state, DOCUMENT_RULE);
    size_t count = 0;

    for (size_t i = 0; i < rules && count < room; i++) {
        const struct event_rule_set *rule =
            state_document_at(state, DOCUMENT_RULE, i);

        if (rule_demands(state, rule, skill_id))
            ret_uses[count++] = (struct document_use){ .kind = DOCUMENT_RULE,
                                                       .id = rule->id,
                                                       .name = rule->name };
    }

    return count;
}

static size_t find_rules(const struct state *state,
                         const struct rule_book *book, enum document_kind kind,
                         uint64_t id, struct document_use *ret_uses,
                         size_t room)
{
    if (kind == DOCUMENT_SKILL)
        return find_demands(state, id, ret_uses, room);

    const struct document_head *head = state_document(state, kind, id);
    const struct event_rule_set *rules[DOCUMENT_USES];
    size_t most = room < DOCUMENT_USES ? room : DOCUMENT_USES;
    size_t count =
        head ? rule_book_namers(book, kind, head->name.text, rules, most) : 0;

    for (size_t i = 0; i < count; i++)
        ret_uses[i] = (struct document_use){ .kind = DOCUMENT_RULE,
                                             .id = rules[i]->id,
                                             .name = rules[i]->name };

    return count;
}

size_t document_use_find(const struct state *state,
                         const struct library *library,
                         const struct rule_book *book, enum document_kind kind,
                         uint64_t id, struct document_use *ret_uses,
                         size_t room)
{
    assert(state && library && book && (ret_uses || room == 0));

    size_t count = find_flows(state, library, kind, id, is_in, ret_uses, room);

    count += find_rules(state, book, kind, id, ret_uses + count, room - count);
    return count + rule_draft_users(state, kind, id, false, ret_uses + count,
                                    room - count);
}

size_t document_namers_find(const struct state *state,
                            const struct library *library,
                            const struct rule_book *book,
                            enum document_kind kind, uint64_t id,
                            struct document_use *ret_uses, size_t room)
{
    assert(state && library && book && (ret_uses || room == 0));

    size_t count =
        find_flows(state, library, kind, id, is_named_in, ret_uses, room);

    count += find_rules(state, book, kind, id, ret_uses + count, room - count);
    return count + rule_draft_users(state, kind, id, true, ret_uses + count,
                                    room - count);
}
