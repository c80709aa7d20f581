/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sets of rules side by side, setting by setting. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/line.h"
#include "core/rule_walk.h"
#include "web/listing.h"
#include "web/lookup.h"
#include "web/rule_draft.h"
#include "wire/setting.h"

struct diff {
    const struct exchange *exchange;
    struct shape_rule_difference *rows;
    size_t count;
    size_t room;
    bool is_short; /* of memory */
};

/* What a setting that is an id refers to; none where another one says it. */
static int kind_of(const struct field *field, const struct event_rule_set *rule)
{
    const struct record *record = document_kind_info(DOCUMENT_RULE)->record;
    const char *companion = route_companion(field->name);
    const struct field *to = companion ? record_field(record, companion) : NULL;

    if (!to)
        return route_reference(field->name);

    return route_destination(
        word_spell(&word_list_destination, (int)field_get_integer(to, rule)));
}

/* An id as its name, where it has one. */
static void print(const struct diff *diff, const struct field *field,
                  const struct event_rule_set *rule, struct note *ret_text)
{
    struct line line = { .text = ret_text->text,
                         .size = sizeof(ret_text->text) };
    char text[SETTING_TEXT_SIZE];
    const char *name = "";
    int kind = field->kind == FIELD_ID ? kind_of(field, rule) : -1;

    if (kind >= 0)
        name = lookup_name(diff->exchange, (enum document_kind)kind,
                           (uint64_t)field_get_integer(field, rule));
    if (!*name) {
        setting_format(field, rule, text);
        name = text;
    }

    line_add(&line, "%s", name);
}

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
    struct shape_rule_difference *row =
        add(diff, from ? from : to, from ? RULE_CHANGED : RULE_ADDED);

    if (!row)
        return;
    (void)snprintf(row->field.text, sizeof(row->field.text), "%s", field->name);
    if (from)
        print(diff, field, from, &row->was);
    print(diff, field, to, &row->will_be);
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
