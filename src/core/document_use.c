/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over the flows, one over the rules, one over their draft. */

#include "core/document_use.h"

#include <assert.h>

#include "core/flow_use.h"
#include "core/prompt_use.h"
#include "core/rule.h"
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

void document_use_add(struct document_use_page *page,
                      const struct document_use *use)
{
    if (page->total >= page->skip && page->count < page->room)
        page->uses[page->count++] = *use;
    page->total++;
    page->rules += use->kind == DOCUMENT_RULE;
}

static void find_flows(const struct state *state, const struct library *library,
                       enum document_kind kind, uint64_t id,
                       bool (*is_user)(const struct flow_program *program,
                                       const struct state *state,
                                       enum document_kind kind, uint64_t id),
                       struct document_use_page *page)
{
    size_t flows = state_document_count(state, DOCUMENT_FLOW);

    for (size_t i = 0; i < flows; i++) {
        const struct event_flow_set *flow =
            state_document_at(state, DOCUMENT_FLOW, i);
        const struct flow_program *program =
            library_find(library, flow->digest.text);

        if (program && is_user(program, state, kind, id))
            document_use_add(page,
                             &(struct document_use){ .kind = DOCUMENT_FLOW,
                                                     .id = flow->id,
                                                     .name = flow->name });
    }
}

static void add_rule(struct document_use_page *page,
                     const struct event_rule_set *rule)
{
    document_use_add(page, &(struct document_use){ .kind = DOCUMENT_RULE,
                                                   .id = rule->id,
                                                   .name = rule->name });
}

/* Skills are named by demands. */
static void find_demands(const struct state *state, uint64_t skill_id,
                         struct document_use_page *page)
{
    size_t rules = state_document_count(state, DOCUMENT_RULE);

    for (size_t i = 0; i < rules; i++) {
        const struct event_rule_set *rule =
            state_document_at(state, DOCUMENT_RULE, i);

        if (rule_demands(state, rule, skill_id))
            add_rule(page, rule);
    }
}

static void find_rules(const struct state *state, const struct rule_book *book,
                       enum document_kind kind, uint64_t id,
                       struct document_use_page *page)
{
    const struct document_head *head = state_document(state, kind, id);
    const struct event_rule_set *rules[RULES_MAX];
    size_t count;

    if (kind == DOCUMENT_SKILL) {
        find_demands(state, id, page);
        return;
    }

    count =
        head ? rule_book_namers(book, kind, head->name.text, rules, RULES_MAX)
             : 0;
    for (size_t i = 0; i < count; i++)
        add_rule(page, rules[i]);
}

static void begin_page(struct document_use_page *page)
{
    page->count = 0;
    page->total = 0;
    page->rules = 0;
}

void document_use_find(const struct state *state, const struct library *library,
                       const struct rule_book *book, enum document_kind kind,
                       uint64_t id, struct document_use_page *page)
{
    assert(state && library && book && page && (page->uses || page->room == 0));

    begin_page(page);
    find_flows(state, library, kind, id, is_in, page);
    find_rules(state, book, kind, id, page);
    rule_draft_users(state, kind, id, false, page);
}

void document_namers_find(const struct state *state,
                          const struct library *library,
                          const struct rule_book *book, enum document_kind kind,
                          uint64_t id, struct document_use_page *page)
{
    assert(state && library && book && page && (page->uses || page->room == 0));

    begin_page(page);
    find_flows(state, library, kind, id, is_named_in, page);
    find_rules(state, book, kind, id, page);
    rule_draft_users(state, kind, id, true, page);
}
