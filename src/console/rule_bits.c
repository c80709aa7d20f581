/* SPDX-License-Identifier: GPL-3.0-or-later */
/* By the place of the row, and good for as long as that row stands there. */

#include "console/rule_bits.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/rule_shadow.h"

struct rule_bits {
    struct known {
        uint64_t id, rev;
        uint64_t bits;
    } * rules; /* owned */
    size_t room;
};

struct rule_bits *rule_bits_new(void)
{
    return calloc(1, sizeof(struct rule_bits));
}

struct rule_bits *rule_bits_free(struct rule_bits *bits)
{
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

/* A row begins as the rule: see console/rule_reach.c. */
uint64_t rule_bits_at(struct rule_bits *bits, size_t at,
                      const struct replica_row *row)
{
    assert(bits && at < bits->room && row);

    struct known *known = &bits->rules[at];

    if (known->id != row->id || known->rev != row->rev)
        *known =
            (struct known){ row->id, row->rev, rule_demand_bits(row->fields) };
    return known->bits;
}
