/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Both are in the order of ids: what is outside, and what was. */

#include "core/rule_set.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "core/decide_document.h"
#include "core/decide_rule.h"
#include "core/house_slots.h"
#include "core/rule.h"
#include "core/rule_walk.h"
#include "core/state_inside.h"
#include "core/write.h"

struct rule_set *rule_set_free(struct rule_set *set)
{
    if (!set)
        return NULL;

    free(set->rules);
    free(set->last_versions);
    free(set);
    return NULL;
}

void rule_set_walk_begin(struct rule_set_walk *walk, const struct state *state,
                         const struct rule_set *set)
{
    assert(walk && state && set);

    *walk = (struct rule_set_walk){
        .state = state,
        .set = set,
        .live = table_first(&state->documents[DOCUMENT_RULE]),
    };
}

static bool is_as_it_was(const struct event_rule_set *is,
                         const struct event_rule_set *was)
{
    struct event_rule_set same = *was;

    same.version = is->version;
    return record_is_same(document_kind_info(DOCUMENT_RULE)->record, is, &same);
}

/* The next of both together: either may be NULL, but not both. */
static bool take_pair(struct rule_set_walk *walk,
                      const struct event_rule_set **ret_is, size_t *ret_was)
{
    const struct rule_set *set = walk->set;
    const struct document_slot *live = walk->live;
    bool has_was = walk->at < set->count;

    if (!live && !has_was)
        return false;

    bool takes_is =
        live && (!has_was || live->head.id <= set->rules[walk->at].id);
    bool takes_was =
        has_was && (!live || set->rules[walk->at].id <= live->head.id);

    *ret_is = takes_is ? (const void *)&live->head : NULL;
    *ret_was = takes_was ? walk->at++ : set->count;
    if (takes_is)
        walk->live = table_next(live);
    return true;
}

bool rule_set_walk_next(struct rule_set_walk *walk,
                        struct rule_set_change *ret_change)
{
    assert(walk && ret_change);

    const struct rule_set *set = walk->set;
    const struct event_rule_set *is;
    size_t was;

    while (take_pair(walk, &is, &was)) {
        if (was == set->count) {
            *ret_change = (struct rule_set_change){ is, true, 0 };
            return true;
        }
        if (is && is_as_it_was(is, &set->rules[was]))
            continue;
        *ret_change =
            (struct rule_set_change){ &set->rules[was], false,
                                      is ? 0 : set->last_versions[was] };
        return true;
    }

    return false;
}

/* What it names may be gone by now. */
static enum refusal check_one(struct turn *turn,
                              const struct event_rule_set *rule)
{
    if (rule->id == 0 || rule->id > (uint64_t)state_system(turn->state)->rules)
        return REFUSED_NO_RULE;

    return is_valid_document(DOCUMENT_RULE, rule) ? check_rule(turn, rule)
                                                  : REFUSED_BAD_VALUE;
}

enum refusal check_rule_set(struct turn *turn, const struct rule_set *set,
                            const struct event_rule_set **ret_rule)
{
    struct rule_set_walk walk;
    struct rule_set_change change;
    size_t changes = 0;

    *ret_rule = NULL;
    rule_set_walk_begin(&walk, turn->state, set);
    while (rule_set_walk_next(&walk, &change)) {
        enum refusal refusal =
            change.removed ? REFUSED_NOT : check_one(turn, change.rule);

        if (refusal) {
            *ret_rule = change.rule;
            return refusal;
        }
        changes++;
    }
    if (changes == 0 && state_row_count(turn->state, ROW_RULE_DRAFT) == 0)
        return REFUSED_ALREADY_SO;

    return changes > RULES_MAX || set->count > RULES_MAX ? REFUSED_TOO_MANY
                                                         : REFUSED_NOT;
}

/* The decision. */

static void write_change(struct turn *turn,
                         const struct rule_set_change *change)
{
    const struct event_rule_set *is = state_rule(turn->state, change->rule->id);
    struct event event = { .type = EVENT_RULE_DRAFTED };
    struct event_rule_drafted *drafted = &event.as.rule_drafted;

    memcpy(drafted, change->rule, sizeof(*change->rule));
    drafted->version = is ? is->version : 0;
    drafted->removed = change->removed;
    drafted->last_version = change->last_version;
    outbox_add_event(turn->outbox, &event);
}

enum refusal decide_restore_rules(struct turn *turn,
                                  const struct command_restore_rules *c)
{
    const struct rule_set *set = turn->given;
    const struct event_rule_set *rule;
    struct rule_set_walk walk;
    struct rule_set_change change;
    enum refusal refusal;

    if (!set || set->version != c->version)
        return REFUSED_NO_RULE_SET;
    if (c->seq && c->seq != (int64_t)rule_draft_seq(turn->state))
        return REFUSED_STALE_VERSION;
    refusal = check_rule_set(turn, set, &rule);
    if (refusal)
        return refusal;

    if (state_row_count(turn->state, ROW_RULE_DRAFT) > 0)
        WRITE(turn, RULE_DRAFT_DROPPED, rule_draft_dropped, { .id = 0 });
    rule_set_walk_begin(&walk, turn->state, set);
    while (rule_set_walk_next(&walk, &change))
        write_change(turn, &change);
    return REFUSED_NOT;
}
