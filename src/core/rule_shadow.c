/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two rules compared by what they demand, and never by what they might mean. */

#include "core/rule_shadow.h"

#include <assert.h>
#include <string.h>

#include "core/condition.h"
#include "core/rule.h"
#include "core/rule_walk.h"

/* Those that depend on nothing that can be full, shut, away or out of reach.
   What a document names is not deleted. */
static bool takes_all(enum destination to)
{
    switch (to) {
    case TO_FLOW:
    case TO_VOICEMAIL:
    case TO_ANNOUNCEMENT:
    case TO_BUSY:
    case TO_HANG_UP:
        return true;
    case TO_QUEUE:
    case TO_AGENT:
    case TO_NUMBER:
    case TO_CALLBACK:
        break;
    }

    return false;
}

static bool leads_all(const struct event_rule_set *rule)
{
    if (rule->asked == RULE_IN_QUEUE)
        return true; /* it leads nowhere, and is the only one that counts */

    for (int i = 0; i < RULE_DESTINATIONS; i++) {
        const struct rule_to to = rule_to_at(rule, i);

        if (to.share > 0 && takes_all(to.to))
            return true;
    }

    return false;
}

/* The parts of a conjunction; of anything else itself. */
static size_t parts_of(const struct condition *condition,
                       size_t ret_parts[CONDITION_MAX_NODES])
{
    const struct condition_node *root = &condition->nodes[condition->root];
    size_t count = 0;

    if (root->kind != CONDITION_AND) {
        ret_parts[0] = condition->root;
        return 1;
    }
    for (int at = root->first; at != CONDITION_NONE;
         at = condition->nodes[at].next)
        ret_parts[count++] = (size_t)at;

    return count;
}

static bool is_demanded(const struct condition *condition, size_t part,
                        const struct condition *by)
{
    size_t parts[CONDITION_MAX_NODES];
    size_t count = parts_of(by, parts);

    for (size_t i = 0; i < count; i++)
        if (condition_is_same_part(condition, part, by, parts[i]))
            return true;

    return false;
}

static bool demands_all_of(const struct event_rule_set *later,
                           const struct event_rule_set *rule)
{
    struct condition wide, narrow;
    size_t parts[CONDITION_MAX_NODES];

    if (condition_parse(rule->condition.text, &wide, NULL) < 0 ||
        condition_parse(later->condition.text, &narrow, NULL) < 0)
        return false;

    size_t count = parts_of(&wide, parts);

    for (size_t i = 0; i < count; i++)
        if (!is_demanded(&wide, parts[i], &narrow))
            return false;

    return true;
}

/* Without a conjunction it demands one thing alone. */
static bool is_wider(const struct event_rule_set *rule,
                     const struct event_rule_set *later)
{
    const char *wide = rule->condition.text, *narrow = later->condition.text;

    if (wide[0] == '\0' || strcmp(wide, narrow) == 0)
        return true;

    return strstr(narrow, "and") && demands_all_of(later, rule);
}

bool rule_shadows(const struct event_rule_set *rule,
                  const struct event_rule_set *later)
{
    assert(rule && later);

    return rule->enabled && later->enabled && rule->asked == later->asked &&
           rule_compare(&rule, &later) < 0 && !rule->valid_from_us &&
           !rule->valid_until_us &&
           (!rule->entry_id || rule->entry_id == later->entry_id) &&
           leads_all(rule) && is_wider(rule, later);
}

static void add_part(struct rule_demand *demand, uint32_t hash)
{
    const uint64_t one = 1;

    for (int i = 0; i < 4; i++, hash >>= 8)
        demand->bits[hash % 256 / 64] |= one << hash % 64;
}

struct rule_demand rule_demand_of(const struct event_rule_set *rule)
{
    assert(rule);
    struct rule_demand demand = { { 0 } };
    struct condition condition;
    size_t parts[CONDITION_MAX_NODES];

    if (rule->condition.text[0] == '\0' ||
        condition_parse(rule->condition.text, &condition, NULL) < 0)
        return demand;

    size_t count = parts_of(&condition, parts);

    for (size_t i = 0; i < count; i++)
        add_part(&demand, condition_hash_part(&condition, parts[i]));
    return demand;
}

bool rule_demand_is_within(const struct rule_demand *wide,
                           const struct rule_demand *narrow)
{
    assert(wide && narrow);

    for (int i = 0; i < 4; i++)
        if (wide->bits[i] & ~narrow->bits[i])
            return false;

    return true;
}

bool rule_never_holds(const struct event_rule_set *rule)
{
    assert(rule);
    struct condition condition;
    size_t parts[CONDITION_MAX_NODES];

    if (!strstr(rule->condition.text, "false") ||
        condition_parse(rule->condition.text, &condition, NULL) < 0)
        return false;

    size_t count = parts_of(&condition, parts);

    for (size_t i = 0; i < count; i++) {
        const struct condition_node *node = &condition.nodes[parts[i]];

        if (node->kind == CONDITION_LITERAL && node->type == VALUE_TRUTH &&
            !node->number)
            return true;
    }

    return false;
}
