/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Row by row. */

#include "core/rule_draft_use.h"

#include <assert.h>

#include "core/condition_quote.h"
#include "core/demand.h"
#include "core/house_slots.h"
#include "core/ring.h"
#include "core/rule.h"
#include "core/rule_walk.h"
#include "core/state_inside.h"

/* What is looked for. */
struct used {
    const struct state *state;
    enum document_kind kind;
    uint64_t id;
    const char *name;
};

static bool is_of_kind(enum destination to, enum document_kind kind)
{
    switch (to) {
    case TO_FLOW:
        return kind == DOCUMENT_FLOW;
    case TO_QUEUE:
    case TO_CALLBACK:
        return kind == DOCUMENT_QUEUE;
    case TO_AGENT:
        return kind == DOCUMENT_AGENT;
    case TO_VOICEMAIL:
        return kind == DOCUMENT_BOX;
    case TO_ANNOUNCEMENT:
        return kind == DOCUMENT_PROMPT;
    case TO_NUMBER:
    case TO_BUSY:
    case TO_HANG_UP:
        break;
    }

    return false;
}

static bool leads_to(const struct event_rule_set *rule, const struct used *used)
{
    for (int i = 0; i < RULE_DESTINATIONS; i++) {
        const struct rule_to to = rule_to_at(rule, i);

        if (to.id == used->id && is_of_kind(to.to, used->kind))
            return true;
    }

    return used->kind == DOCUMENT_ENTRY && rule->entry_id == used->id;
}

bool rule_demands(const struct state *state, const struct event_rule_set *rule,
                  uint64_t skill_id)
{
    assert(state && rule);

    struct demand demand;

    return rule->demand.text[0] &&
           demand_parse(rule->demand.text, skill_find, (void *)state, &demand,
                        NULL) == 0 &&
           demand_names(&demand, skill_id);
}

static bool names(const struct event_rule_set *rule, const struct used *used)
{
    struct condition condition;

    if (used->kind == DOCUMENT_SKILL)
        return rule_demands(used->state, rule, used->id);

    return condition_parse(rule->condition.text, &condition, NULL) == 0 &&
           condition_names(&condition, used->kind, used->name);
}

void rule_draft_users(const struct state *state, enum document_kind kind,
                      uint64_t id, bool by_name, struct document_use_page *page)
{
    assert(state && page);

    const struct document_head *head = state_document(state, kind, id);
    const struct used used = { state, kind, id, head ? head->name.text : "" };

    for (const struct rule_draft_slot *slot = table_first(&state->rule_drafts);
         head && slot; slot = table_next(slot)) {
        const struct event_rule_set *rule = rule_of_draft(&slot->row);

        if (!slot->row.removed &&
            (names(rule, &used) || (!by_name && leads_to(rule, &used))))
            document_use_add(page,
                             &(struct document_use){ .kind = DOCUMENT_RULE,
                                                     .id = rule->id,
                                                     .name = rule->name,
                                                     .of_draft = true });
    }
}

bool rule_draft_uses(const struct state *state, enum document_kind kind,
                     uint64_t id)
{
    struct document_use_page none = { .room = 0 };

    rule_draft_users(state, kind, id, false, &none);
    return none.total > 0;
}

bool rule_draft_names(const struct state *state, enum document_kind kind,
                      uint64_t id)
{
    struct document_use_page none = { .room = 0 };

    rule_draft_users(state, kind, id, true, &none);
    return none.total > 0;
}
