/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of rules in their draft, from their rows. */

#include "console/rule_moves.h"

#include <assert.h>

#include "console/document_list.h"
#include "console/document_value.h"

static const struct topic_drafted_rules *rule_at(const struct program *program,
                                                 size_t i)
{
    return replica_at(program_rows(program), TOPIC_DRAFTED_RULES, i)->fields;
}

/* One that is there; NULL: none, or one that the draft removes. */
static const struct topic_drafted_rules *find_rule(
    const struct program *program, uint64_t id)
{
    const struct replica *rows = program_rows(program);
    const struct replica_row *row =
        rows ? replica_find(rows, TOPIC_DRAFTED_RULES, id) : NULL;
    const struct topic_drafted_rules *rule = row ? row->fields : NULL;

    return rule && rule->change != RULE_GONE ? rule : NULL;
}

static bool is_before(const struct topic_drafted_rules *a,
                      const struct topic_drafted_rules *b)
{
    return a->position < b->position ||
           (a->position == b->position && a->id < b->id);
}

/* The last before a rule, or the first behind it; NULL: there is none. */
static const struct topic_drafted_rules *find_beside(
    const struct program *program, const struct topic_drafted_rules *rule,
    bool is_above)
{
    const struct topic_drafted_rules *best = NULL;

    for (size_t i = 0; i < document_rows(program, TOPIC_DRAFTED_RULES); i++) {
        const struct topic_drafted_rules *one = rule_at(program, i);

        if (one->change == RULE_GONE ||
            (is_above ? !is_before(one, rule) : !is_before(rule, one)))
            continue;
        if (!best || (is_above ? is_before(best, one) : is_before(one, best)))
            best = one;
    }
    return best;
}

void rule_move(struct program *program, uint64_t id, bool is_sooner)
{
    assert(program);
    const struct topic_drafted_rules *rule = find_rule(program, id);
    const struct topic_drafted_rules *beside =
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
        program, &(struct errand){
                     .route = ROUTE_RULE_DRAFT_MOVE, .id = id, .body = body });
}

void rule_turn(struct program *program, uint64_t id)
{
    assert(program);
    const struct document_list *list = document_list_of(DOCUMENT_RULE);
    const struct topic_drafted_rules *rule = find_rule(program, id);
    char tag[DOCUMENT_TAG_SIZE];

    if (!rule)
        return;
    struct topic_drafted_rules turned = *rule;

    document_row_tag(list, rule, tag);
    turned.enabled = !turned.enabled;
    (void)program_send(program,
                       &(struct errand){
                           .route = ROUTE_RULE_DRAFT_CHANGE,
                           .id = id,
                           .match = tag,
                           .body = document_body(list->record, &turned),
                       });
}
