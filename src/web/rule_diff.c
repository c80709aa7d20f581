/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sets of rules side by side, setting by setting. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/rule_walk.h"
#include "web/listing.h"
#include "web/rule_draft.h"
#include "web/setting_words.h"
#include "wire/setting.h"

struct diff {
    const struct exchange *exchange;
    struct shape_rule_difference *rows;
    size_t count;
    size_t room;
    bool is_short; /* of memory */
};

static struct shape_rule_difference *add(struct diff *diff,
                                         const struct event_rule_set *rule,
                                         enum rule_change change)
{
    if (diff->count == diff->room) {
        size_t room = 2 * diff->room + 16;
        struct shape_rule_difference *rows =
            realloc(diff->rows, room * sizeof(*rows));

        if (!rows) {
            diff->is_short = true;
            return NULL;
        }
        diff->rows = rows;
        diff->room = room;
    }

    struct shape_rule_difference *row = &diff->rows[diff->count++];

    *row = (struct shape_rule_difference){ .rule_id = rule->id,
                                           .name = rule->name,
                                           .change = change };
    return row;
}

static void add_field(struct diff *diff, const struct field *field,
                      const struct event_rule_set *from,
                      const struct event_rule_set *to)
{
    const struct record *record = document_kind_info(DOCUMENT_RULE)->record;
    struct shape_rule_difference *row =
        add(diff, from ? from : to, from ? RULE_CHANGED : RULE_ADDED);

    if (!row)
        return;
    (void)snprintf(row->field.text, sizeof(row->field.text), "%s", field->name);
    if (from)
        setting_words(diff->exchange, record, field, from, &row->was);
    setting_words(diff->exchange, record, field, to, &row->will_be);
}

/* Of a rule that is added, what is not as it would be without a word. */
static void add_rule(struct diff *diff, const struct event_rule_set *from,
                     const struct event_rule_set *to)
{
    const struct record *record = document_kind_info(DOCUMENT_RULE)->record;
    struct event_rule_set preset = { .id = 0 };

    if (!to) {
        (void)add(diff, from, RULE_GONE);
        return;
    }

    setting_presets(record, &preset);
    for (size_t i = 0; i < record->field_count; i++) {
        const struct field *field = &record->fields[i];

        if (field->is_setting &&
            !field_is_same(field, from ? from : &preset, to))
            add_field(diff, field, from, to);
    }
}

void rule_diff_answer(struct exchange *exchange,
                      const struct event_rule_set *const *from,
                      size_t from_count, const struct event_rule_set *const *to,
                      size_t to_count)
{
    struct diff diff = { .exchange = exchange };
    size_t f = 0, t = 0;

    while (f < from_count || t < to_count) {
        bool has_from =
            f < from_count && (t == to_count || from[f]->id <= to[t]->id);
        bool has_to =
            t < to_count && (f == from_count || to[t]->id <= from[f]->id);

        add_rule(&diff, has_from ? from[f] : NULL, has_to ? to[t] : NULL);
        f += has_from;
        t += has_to;
    }

    if (diff.is_short)
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
    else
        listing_answer_all(exchange, shape_record(SHAPE_RULE_DIFFERENCE),
                           diff.rows, diff.count, EVENT_WHOLE);
    free(diff.rows);
}

static size_t gather(const struct state *floor, bool of_draft,
                     const struct event_rule_set **rules)
{
    const struct event_rule_set *rule;
    struct rule_walk walk;
    size_t count = 0;

    rule_walk_begin(&walk, floor, of_draft);
    while ((rule = rule_walk_next(&walk)))
        rules[count++] = rule;
    return count;
}

void rule_diff_draft(struct exchange *exchange)
{
    const struct state *floor = exchange_floor(exchange);
    size_t most = rule_walk_most(floor) + 1;
    const struct event_rule_set **rules =
        malloc(2 * most * sizeof(const void *));

    if (!rules) {
        exchange_refuse(exchange, PROBLEM_TRY_AGAIN);
        return;
    }

    size_t from_count = gather(floor, false, rules);
    size_t to_count = gather(floor, true, rules + most);

    rule_diff_answer(exchange, rules, from_count, rules + most, to_count);
    free(rules);
}
