/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each rule beside those that are asked before it. */

#include "web/rule_reach.h"

#include <stdlib.h>

#include "core/rule_walk.h"
#include "web/inside.h"
#include "web/listing.h"
#include "wire/record_json.h"

const struct event_rule_set *rule_reach_taker(
    const struct event_rule_set *const *rules, struct rule_demand *demands,
    size_t at)
{
    demands[at] =
        rules[at] ? rule_demand_of(rules[at]) : (struct rule_demand){ { 0 } };
    if (!rules[at] || !rules[at]->enabled)
        return NULL;

    for (size_t i = 0; i < at; i++)
        if (rules[i] && rule_demand_is_within(&demands[i], &demands[at]) &&
            rule_shadows(rules[i], rules[at]))
            return rules[i];

    return NULL;
}

/* Those that are asked, in the order of asking. */
static size_t gather(const struct state *floor,
                     const struct event_rule_set **rules)
{
    const struct event_rule_set *rule;
    struct rule_walk walk;
    size_t count = 0;

    rule_walk_begin(&walk, floor, false);
    while ((rule = rule_walk_next(&walk)))
        if (rule->enabled)
            rules[count++] = rule;

    qsort(rules, count, sizeof(const void *), rule_compare);
    return count;
}

static size_t fill(const struct event_rule_set *const *rules, size_t count,
                   struct rule_demand *demands, struct shape_rule_reach *rows)
{
    size_t found = 0;

    for (size_t i = 0; i < count; i++) {
        const struct event_rule_set *taker =
            rule_reach_taker(rules, demands, i);
        bool never = rule_never_holds(rules[i]);

        if (!taker && !never)
            continue;
        rows[found] = (struct shape_rule_reach){ .rule_id = rules[i]->id,
                                                 .name = rules[i]->name,
                                                 .never_holds = never };
        if (taker) {
            rows[found].shadowed_by_id = taker->id;
            rows[found].shadowed_by = taker->name;
        }
        found++;
    }
    return found;
}

/* @return NULL: out of memory; else to be freed */
static struct shape_rule_reach *look(const struct state *floor,
                                     size_t *ret_count)
{
    size_t most = rule_walk_most(floor) + 1;
    const struct event_rule_set **rules = malloc(most * sizeof(const void *));
    struct rule_demand *demands = calloc(most, sizeof(*demands));
    struct shape_rule_reach *rows = calloc(most, sizeof(*rows));

    if (rules && demands && rows) {
        *ret_count = fill(rules, gather(floor, rules), demands, rows);
    } else {
        free(rows);
        rows = NULL;
    }
    free(rules);
    free(demands);
    return rows;
}

void rule_reach_list(struct exchange *exchange)
{
    size_t count = 0;
    struct shape_rule_reach *rows = look(exchange_floor(exchange), &count);

    if (rows)
        listing_answer_all(exchange, shape_record(SHAPE_RULE_REACH), rows,
                           count, EVENT_WHOLE);
    else
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    free(rows);
}

/* They are published, whether or not there is memory to look at them. */
void rule_reach_answer_published(struct exchange *exchange,
                                 const struct web_reply *reply)
{
    size_t count = 0;
    struct shape_rule_reach *rows = look(exchange_floor(exchange), &count);
    struct shape_rules_published told = { .seq = reply->seq,
                                          .unreached = (int64_t)count };

    if (count > 0) {
        told.unreached_id = rows[0].rule_id;
        told.unreached_rule = rows[0].name;
        told.shadowed_by = rows[0].shadowed_by;
    }
    free(rows);
    answer_with_value(&exchange->answer, 200,
                      record_to_json(shape_record(SHAPE_RULES_PUBLISHED), &told,
                                     EVENT_WHOLE));
}
