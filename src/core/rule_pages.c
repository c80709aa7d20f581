/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a book: documents become conditions and calendars. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/house_slots.h"
#include "core/rule_book_inside.h"
#include "core/rule_walk.h"
#include "core/state_inside.h"

/* Questions: where each was met first, by hash. */
struct numbering {
    struct met {
        struct condition *condition; /* NULL: a free place */
        size_t node;
        uint16_t number; /* 0: it was not met again */
    } * places;
    size_t room; /* a power of two, and at least twice what is put in */
    size_t count;
};

void rule_pages_done(struct rule_pages *pages)
{
    for (size_t i = 0; i < pages->rule_count; i++)
        free(pages->rules[i].condition);
    free(pages->rules);
    free(pages->calendars);
    free(pages->memo);
    *pages = (struct rule_pages){ 0 };
}

/* Facts, and what is compared: each is the same for a whole call. */
static bool is_question(const struct condition_node *node)
{
    return node->kind != CONDITION_OR && node->kind != CONDITION_AND &&
           node->kind != CONDITION_NOT && node->kind != CONDITION_LITERAL &&
           (node->type == VALUE_TRUTH || node->kind == CONDITION_FACT);
}

static struct met *place_for(const struct numbering *numbering,
                             const struct condition *condition, size_t node)
{
    size_t at = condition_hash_part(condition, node);

    for (;; at++) {
        struct met *place = &numbering->places[at & (numbering->room - 1)];

        if (!place->condition ||
            condition_is_same_part(place->condition, place->node, condition,
                                   node))
            return place;
    }
}

/* What is met once alone is asked once in any case, and has no number. Beyond
   the last number it is asked anew each time. */
static void number_node(struct numbering *numbering,
                        struct condition *condition, size_t node)
{
    struct met *place = place_for(numbering, condition, node);

    if (!place->condition) {
        *place = (struct met){ condition, node, 0 };
        return;
    }
    if (!place->number && numbering->count < UINT16_MAX) {
        place->number = (uint16_t)++numbering->count;
        place->condition->nodes[place->node].memo = place->number;
    }

    condition->nodes[node].memo = place->number;
}

/* What was checked when the rule was set is read again without mistake. */
static struct condition *read_condition(const char *text)
{
    struct condition condition;
    size_t size;

    if (condition_parse(text, &condition, NULL) < 0)
        (void)condition_parse("false", &condition, NULL);

    size = offsetof(struct condition, nodes) +
           condition.node_count * sizeof(condition.nodes[0]);

    struct condition *copy = malloc(size);

    if (copy)
        memcpy(copy, &condition, size);
    return copy;
}

static bool is_of_the_past(const struct condition_node *node)
{
    return node->kind == CONDITION_FACT &&
           (node->fact == FACT_CALLED_WITHIN || node->fact == FACT_LAST_AGENT ||
            node->fact == FACT_LAST_AGENT_FREE ||
            node->fact == FACT_LAST_QUEUE);
}

static bool leads_to_last_agent(const struct event_rule_set *rule)
{
    return (rule->share && rule->to == TO_AGENT && !rule->to_id) ||
           (rule->share2 && rule->to2 == TO_AGENT && !rule->to2_id) ||
           (rule->share3 && rule->to3 == TO_AGENT && !rule->to3_id);
}

static bool asks_past(const struct rule_page *page)
{
    if (!page->enabled)
        return false;

    for (size_t i = 0; i < page->condition->node_count; i++)
        if (is_of_the_past(&page->condition->nodes[i]))
            return true;

    return leads_to_last_agent(page->rule);
}

static int compare_pages(const void *a, const void *b)
{
    const struct rule_page *m = a;
    const struct rule_page *n = b;

    return rule_compare(&m->rule, &n->rule);
}

static int make_rules(const struct state *state, bool of_draft,
                      struct rule_pages *pages)
{
    const struct event_rule_set *rule;
    struct rule_walk walk;

    pages->rules = calloc(rule_walk_most(state) + 1, sizeof(*pages->rules));
    if (!pages->rules)
        return -ENOMEM;

    rule_walk_begin(&walk, state, of_draft);
    while ((rule = rule_walk_next(&walk))) {
        struct condition *condition = read_condition(rule->condition.text);

        if (!condition)
            return -ENOMEM;
        pages->rules[pages->rule_count++] = (struct rule_page){
            .rule = rule,
            .condition = condition,
            .entry_id = rule->entry_id,
            .valid_from_us = rule->valid_from_us,
            .valid_until_us = rule->valid_until_us,
            .enabled = rule->enabled,
            .is_for_waiting = rule->asked == RULE_IN_QUEUE,
        };
        pages->asks_past |= asks_past(&pages->rules[pages->rule_count - 1]);
    }

    qsort(pages->rules, pages->rule_count, sizeof(pages->rules[0]),
          compare_pages);
    return 0;
}

static int make_calendars(const struct state *state, struct rule_pages *pages)
{
    size_t count = state_document_count(state, DOCUMENT_CALENDAR);

    pages->calendars = calloc(count + 1, sizeof(*pages->calendars));
    if (!pages->calendars)
        return -ENOMEM;

    for (const struct document_slot *slot =
             table_first(&state->documents[DOCUMENT_CALENDAR]);
         slot; slot = table_next(slot)) {
        const struct event_calendar_set *document = (const void *)&slot->head;
        struct calendar_page *page = &pages->calendars[pages->calendar_count];

        page->name = document->name;
        page->zone = document->zone;
        if (calendar_parse(document, &page->calendar, NULL) == 0)
            pages->calendar_count++;
    }

    return 0;
}

/* `fact == "text"`, about a fact that several rules ask. */
static void mark_part(const struct condition *condition,
                      const struct condition_node *node, struct rule_part *part)
{
    const struct condition_node *nodes = condition->nodes;

    if (node->kind != CONDITION_EQUAL)
        return;

    const struct condition_node *fact = &nodes[node->first];
    const struct condition_node *wanted = &nodes[fact->next];

    if (fact->kind != CONDITION_FACT || wanted->kind != CONDITION_LITERAL ||
        wanted->type != VALUE_TEXT)
        return;

    part->fact = fact->memo;
    part->mark = condition_text_mark(condition_text(condition, wanted));
}

static void add_part(struct rule_page *page, size_t at)
{
    const struct condition_node *node = &page->condition->nodes[at];
    struct rule_part *part = &page->parts[page->part_count++];

    *part = (struct rule_part){ .memo = node->memo, .node = (uint16_t)at };
    mark_part(page->condition, node, part);
}

/* The operands of an `and` that are asked by several rules, or by none else. */
static void add_operands(struct rule_page *page, bool are_shared)
{
    const struct condition_node *nodes = page->condition->nodes;

    for (int at = nodes[page->condition->root].first; at != CONDITION_NONE;
         at = nodes[at].next)
        if ((nodes[at].memo != 0) == are_shared)
            add_part(page, (size_t)at);
}

static size_t count_operands(const struct condition *condition)
{
    size_t count = 0;

    for (int at = condition->nodes[condition->root].first; at != CONDITION_NONE;
         at = condition->nodes[at].next)
        count++;

    return count;
}

/* Which of them is false does not matter for the whole. */
static void take_apart(struct rule_page *page)
{
    const struct condition *condition = page->condition;

    if (condition->nodes[condition->root].kind != CONDITION_AND ||
        count_operands(condition) > RULE_PARTS) {
        add_part(page, condition->root);
        return;
    }

    add_operands(page, true);
    add_operands(page, false);
}

static size_t count_nodes(const struct rule_pages *pages)
{
    size_t count = 0;

    for (size_t i = 0; i < pages->rule_count; i++)
        count += pages->rules[i].condition->node_count;
    return count;
}

static int number_questions(struct rule_pages *pages)
{
    struct numbering numbering = { .room = 64 };
    size_t nodes = count_nodes(pages);

    while (numbering.room < 2 * nodes)
        numbering.room *= 2;
    numbering.places = calloc(numbering.room, sizeof(*numbering.places));
    if (!numbering.places)
        return -ENOMEM;

    for (size_t i = 0; i < pages->rule_count; i++) {
        struct condition *condition = pages->rules[i].condition;

        for (size_t j = 0; j < condition->node_count; j++)
            if (is_question(&condition->nodes[j]))
                number_node(&numbering, condition, j);
    }

    free(numbering.places);
    pages->memo_count = numbering.count + 1;
    pages->memo = calloc(pages->memo_count, sizeof(*pages->memo));
    return pages->memo ? 0 : -ENOMEM;
}

int rule_pages_make(const struct state *state, bool of_draft,
                    struct rule_pages *ret_pages)
{
    struct rule_pages pages = { 0 };

    int rc = make_rules(state, of_draft, &pages);
    if (rc == 0)
        rc = make_calendars(state, &pages);
    if (rc == 0)
        rc = number_questions(&pages);
    if (rc < 0) {
        rule_pages_done(&pages);
        return rc;
    }
    for (size_t i = 0; i < pages.rule_count; i++)
        take_apart(&pages.rules[i]);

    *ret_pages = pages;
    return 0;
}
