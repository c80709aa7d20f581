/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of rules, from their rows. */

#include "console/rule_moves.h"

#include <assert.h>

#include "console/document_list.h"
#include "console/document_value.h"

static const struct event_rule_set *rule_at(const struct program *program,
                                            size_t i)
{
    return replica_at(program_rows(program), TOPIC_RULES, i)->fields;
}

static const struct event_rule_set *find_rule(const struct program *program,
                                              uint64_t id)
{
    const struct replica *rows = program_rows(program);
    const struct replica_row *row =
        rows ? replica_find(rows, TOPIC_RULES, id) : NULL;

    return row ? row->fields : NULL;
}

static bool is_before(const struct event_rule_set *a,
                      const struct event_rule_set *b)
{
    return a->position < b->position ||
           (a->position == b->position && a->id < b->id);
}

/* The last before a rule, or the first behind it; NULL: there is none. */
static const struct event_rule_set *find_beside(
    const struct program *program, const struct event_rule_set *rule,
    bool is_above)
{
    const struct event_rule_set *best = NULL;

    for (size_t i = 0; i < document_rows(program, TOPIC_RULES); i++) {
        const struct event_rule_set *one = rule_at(program, i);

        if (is_above ? !is_before(one, rule) : !is_before(rule, one))
            continue;
        if (!best || (is_above ? is_before(best, one) : is_before(one, best)))
            best = one;
    }
    return best;
}

void rule_move(struct program *program, uint64_t id, bool is_sooner)
{
    assert(program);
    const struct event_rule_set *rule = find_rule(program, id);
    const struct event_rule_set *beside =
        rule ? find_beside(program, rule, is_sooner) : NULL;
    struct json_t *body;

    if (!beside)
        return;
    if (!is_sooner)
        beside = find_beside(program, beside, false);
    body = value_object();
    if (value_set_integer(body, "before_id", beside ? (int64_t)beside->id : 0) <
        0)
        body = value_free(body);
    (void)program_send(
        program,
        &(struct errand){ .route = ROUTE_RULE_MOVE, .id = id, .body = body });
}

void rule_turn(struct program *program, uint64_t id)
{
    assert(program);
    const struct document_list *list = document_list_of(DOCUMENT_RULE);
    const struct event_rule_set *rule = find_rule(program, id);
    char tag[DOCUMENT_TAG_SIZE];

    if (!rule)
        return;
    struct event_rule_set turned = *rule;

    document_tag(list->record, rule, tag);
    turned.enabled = !turned.enabled;
    (void)program_send(program,
                       &(struct errand){
                           .route = ROUTE_RULE_CHANGE,
                           .id = id,
                           .match = tag,
                           .body = document_body(list->record, &turned),
                       });
}
