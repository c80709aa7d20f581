/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The server's figures of rules, kept as they came. */

#include "console/rule_hits.h"

#include <assert.h>
#include <time.h>

#include "console/rule_bits.h"

enum { DAY_S = 86400 };

static void take(void *owner, const struct outcome *outcome)
{
    struct program *program = owner;

    if (!outcome->is_done)
        return;
    program->rule_figures = value_free(program->rule_figures);
    program->rule_figures = value_share(value_get(outcome->value, "items"));
}

void rule_hits_fetch(struct program *program)
{
    assert(program);
    time_t since = (time_t)(program_wall_us(program) / 1000000 - DAY_S);
    char query[64];
    struct tm day;

    if (!gmtime_r(&since, &day) ||
        strftime(query, sizeof(query), "from=%Y-%m-%dT%H:%M:%S", &day) == 0)
        return;
    if (!program->rule_bits)
        program->rule_bits = rule_bits_new();
    (void)program_send(program, &(struct errand){ .route = ROUTE_RULE_FIGURES,
                                                  .query = query,
                                                  .done = take,
                                                  .owner = program,
                                                  .is_quiet = true });
}

/* One line for each destination that has taken any. */
int64_t rule_hits(const struct program *program, uint64_t rule_id)
{
    assert(program);
    int64_t hits = program->rule_figures ? 0 : -1;

    for (size_t i = 0; i < value_count(program->rule_figures); i++) {
        const struct json_t *row = value_at(program->rule_figures, i);

        if (value_get_integer(row, "rule_id", 0) == (int64_t)rule_id)
            hits += value_get_integer(row, "hits", 0);
    }
    return hits;
}
