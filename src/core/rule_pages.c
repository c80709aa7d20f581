/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a book: documents become conditions and calendars. */

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "core/rule_book_inside.h"
#include "core/state_inside.h"

/* More different questions than that are asked without being remembered. */
enum { MAX_MEMO = 60000 };

/* Questions that have a number. */
struct numbering {
    const struct condition **conditions; /* where each was met first */
    const struct condition_node **nodes;
    size_t count; /* the first is 1 */
    size_t room;
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

static bool asks(const struct condition_node *node)
{
    return node->kind == CONDITION_FACT || node->kind == CONDITION_LISTED;
}

/* The same list, asked about the same fact. */
static bool is_same_question(const struct condition *a,
                             const struct condition_node *m,
                             const struct condition *b,
                             const struct condition_node *n)
{
    if (m->kind != n->kind || m->fact != n->fact || m->number != n->number ||
        strcmp(condition_text(a, m), condition_text(b, n)) != 0)
        return false;

    return m->kind == CONDITION_FACT ||
           (asks(&a->nodes[m->first]) && asks(&b->nodes[n->first]) &&
            is_same_question(a, &a->nodes[m->first], b, &b->nodes[n->first]));
}

static int make_room(struct numbering *numbering)
{
    if (numbering->count + 1 < numbering->room)
        return 0;

    size_t room = 2 * numbering->room + 64;
    const struct condition **conditions =
        realloc(numbering->conditions, room * sizeof(const void *));
    if (!conditions)
        return -ENOMEM;
    numbering->conditions = conditions;

    const struct condition_node **nodes =
        realloc(numbering->nodes, room * sizeof(const void *));
    if (!nodes)
        return -ENOMEM;
    numbering->nodes = nodes;

    numbering->room = room;
    return 0;
}

/* O(questions met so far): rules change seldom. */
static int number_node(struct numbering *numbering, struct condition *condition,
                       struct condition_node *node)
{
    for (size_t i = 1; i <= numbering->count; i++)
        if (is_same_question(numbering->conditions[i], numbering->nodes[i],
                             condition, node)) {
            node->memo = (uint16_t)i;
            return 0;
        }

    if (numbering->count == MAX_MEMO)
        return 0;

    int rc = make_room(numbering);
    if (rc < 0)
        return rc;

    numbering->count++;
    numbering->conditions[numbering->count] = condition;
    numbering->nodes[numbering->count] = node;
    node->memo = (uint16_t)numbering->count;
    return 0;
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

static int compare_pages(const void *a, const void *b)
{
    const struct rule_page *m = a;
    const struct rule_page *n = b;

    if (m->rule->position != n->rule->position)
        return m->rule->position < n->rule->position ? -1 : 1;

    return (m->rule->id > n->rule->id) - (m->rule->id < n->rule->id);
}

static int make_rules(const struct state *state, struct rule_pages *pages)
{
    pages->rules = calloc(state_document_count(state, DOCUMENT_RULE) + 1,
                          sizeof(*pages->rules));
    if (!pages->rules)
        return -ENOMEM;

    for (const struct document_slot *slot =
             table_first(&state->documents[DOCUMENT_RULE]);
         slot; slot = table_next(slot)) {
        const struct event_rule_set *rule = (const void *)&slot->head;
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
        };
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

static int number_questions(struct rule_pages *pages)
{
    struct numbering numbering = { .count = 0 };
    int rc = 0;

    for (size_t i = 0; i < pages->rule_count && rc == 0; i++) {
        struct condition *condition = pages->rules[i].condition;

        for (size_t j = 0; j < condition->node_count && rc == 0; j++)
            if (asks(&condition->nodes[j]))
                rc = number_node(&numbering, condition, &condition->nodes[j]);
    }

    free(numbering.conditions);
    free(numbering.nodes);
    if (rc < 0)
        return rc;

    pages->memo_count = numbering.count + 1;
    pages->memo = calloc(pages->memo_count, sizeof(*pages->memo));
    return pages->memo ? 0 : -ENOMEM;
}

int rule_pages_make(const struct state *state, struct rule_pages *ret_pages)
{
    struct rule_pages pages = { 0 };

    int rc = make_rules(state, &pages);
    if (rc == 0)
        rc = make_calendars(state, &pages);
    if (rc == 0)
        rc = number_questions(&pages);
    if (rc < 0) {
        rule_pages_done(&pages);
        return rc;
    }

    *ret_pages = pages;
    return 0;
}
