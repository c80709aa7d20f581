/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a rule leads callers to a box, and so what that says. */

#include "core/rule.h"

#include <assert.h>

#include "core/desk_slot.h"
#include "core/rule_facts.h"

/* Each says more than the one before it. */
static enum box_greeting stronger(enum box_greeting a, enum box_greeting b)
{
    static_assert(GREETING_STANDARD < GREETING_BUSY &&
                      GREETING_BUSY < GREETING_CLOSED &&
                      GREETING_CLOSED < GREETING_HOLIDAY,
                  "in this order");

    return a > b ? a : b;
}

/* ... as a number; -1: it is not known. */
static int64_t ask(const struct facts *facts, enum fact fact, const char *about)
{
    struct value value = facts->ask(facts->context, fact, about, 0);

    return value.type == VALUE_UNKNOWN ? -1 : value.number;
}

static enum box_greeting of_calendar(const struct facts *facts,
                                     const char *name)
{
    if (ask(facts, FACT_HOLIDAY, name) == 1)
        return GREETING_HOLIDAY;

    return ask(facts, FACT_OPEN, name) == 0 ? GREETING_CLOSED
                                            : GREETING_STANDARD;
}

static enum box_greeting of_queue(const struct rule_question *question,
                                  const struct facts *facts, const char *name)
{
    const struct event_queue_set *queue =
        state_document_named(question->state, DOCUMENT_QUEUE, name);

    if (!queue)
        return GREETING_STANDARD;
    if (state_tally(question->state, queue->id)->closed_us ||
        ask(facts, FACT_QUEUE_STAFFED, name) == 0)
        return GREETING_CLOSED;

    return ask(facts, FACT_QUEUE_FREE, name) == 0 ? GREETING_BUSY
                                                  : GREETING_STANDARD;
}

static enum box_greeting of_condition(const struct rule_question *question,
                                      const struct facts *facts,
                                      const struct condition *condition)
{
    enum box_greeting greeting = GREETING_STANDARD;

    for (size_t i = 0; i < condition->node_count; i++) {
        const struct condition_node *node = &condition->nodes[i];
        enum fact_about about = node->kind == CONDITION_FACT
                                    ? fact_info(node->fact)->about
                                    : ABOUT_NOTHING;

        if (about == ABOUT_CALENDAR)
            greeting = stronger(
                greeting, of_calendar(facts, condition->texts + node->text));
        if (about == ABOUT_QUEUE)
            greeting =
                stronger(greeting, of_queue(question, facts,
                                            condition->texts + node->text));
    }

    return greeting;
}

/* One that was to take it, and could not. */
static enum box_greeting of_destination(const struct rule_question *question,
                                        const struct facts *facts,
                                        const struct rule_to *to)
{
    const struct event_queue_set *queue = state_queue(question->state, to->id);
    const struct desk_row *desk = state_desk(question->state, to->id);

    if (to->share == 0)
        return GREETING_STANDARD;
    if (to->to == TO_QUEUE && queue)
        return stronger(GREETING_BUSY,
                        of_queue(question, facts, queue->name.text));
    if (to->to == TO_AGENT && desk)
        return desk->state == AGENT_OFFLINE ? GREETING_CLOSED : GREETING_BUSY;

    return GREETING_STANDARD;
}

static const struct rule_page *find_page(const struct rule_book *book,
                                         uint64_t rule_id)
{
    for (size_t i = 0; i < book->pages.rule_count; i++)
        if (book->pages.rules[i].rule->id == rule_id)
            return &book->pages.rules[i];

    return NULL;
}

enum box_greeting rule_greeting(struct rule_book *book,
                                const struct state *state,
                                const struct rule_call *call, uint64_t rule_id,
                                int index)
{
    assert(book && state && call);

    const struct rule_page *page = find_page(book, rule_id);
    struct rule_question question;

    if (!page)
        return GREETING_STANDARD;

    rule_question_begin(&question, book, state, call);

    const struct facts facts = rule_question_facts(&question);
    enum box_greeting greeting =
        of_condition(&question, &facts, page->condition);

    for (int i = 0; i < index && page->rule->sharing == RULE_FIRST; i++) {
        const struct rule_to to = rule_to_at(page->rule, i);

        greeting = stronger(greeting, of_destination(&question, &facts, &to));
    }

    return greeting;
}
