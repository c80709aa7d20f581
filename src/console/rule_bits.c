/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By the condition itself: numbers and versions come again when a server starts
   with another store. */

#include "console/rule_bits.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

struct rule_bits {
    struct known {
        char *condition; /* owned; NULL: nothing is known */
        struct rule_demand demand;
    } * rules; /* owned */
    size_t room;
};

struct rule_bits *rule_bits_new(void)
{
    return calloc(1, sizeof(struct rule_bits));
}

struct rule_bits *rule_bits_free(struct rule_bits *bits)
{
    for (size_t i = 0; bits && i < bits->room; i++)
        free(bits->rules[i].condition);
    if (bits)
        free(bits->rules);
    free(bits);
    return NULL;
}

int rule_bits_begin(struct rule_bits *bits, size_t count)
{
    assert(bits);

    if (count <= bits->room)
        return 0;

    struct known *rules =
        realloc(bits->rules, 2 * count * sizeof(*bits->rules));
    if (!rules)
        return -ENOMEM;

    memset(rules + bits->room, 0, (2 * count - bits->room) * sizeof(*rules));
    bits->rules = rules;
    bits->room = 2 * count;
    return 0;
}

/* Without memory it is read anew the next time. */
struct rule_demand rule_bits_at(struct rule_bits *bits, size_t at,
                                const struct event_rule_set *rule)
{
    assert(bits && at < bits->room && rule);

    struct known *known = &bits->rules[at];
    const char *condition = rule->condition.text;

    if (!known->condition || strcmp(known->condition, condition) != 0) {
        free(known->condition);
        known->condition = strdup(condition);
        known->demand = rule_demand_of(rule);
    }
    return known->demand;
}
