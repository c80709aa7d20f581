/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules one after the other. */

#include "core/rule.h"

#include <assert.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "core/rule_facts.h"

size_t rule_book_count(const struct rule_book *book)
{
    assert(book);

    return book->pages.rule_count;
}

/* Before its condition is asked. */
static enum rule_result check_page(const struct rule_page *page,
                                   const struct rule_call *call)
{
    if (!page->enabled && !call->asks_disabled)
        return RULE_DISABLED;
    if (page->is_for_waiting != (call->queue_id != 0))
        return RULE_OTHER_TIME;
    if (page->entry_id && (!call->entry || page->entry_id != call->entry->id))
        return RULE_OTHER_ENTRY;
    if (call->wall_us < page->valid_from_us)
        return RULE_NOT_YET;
    if (page->valid_until_us && call->wall_us >= page->valid_until_us)
        return RULE_NO_MORE;

    return RULE_MATCHES;
}

/* A fact that is known has another text than the one it must have. */
static bool is_another(const struct rule_part *part, const struct facts *facts)
{
    const struct value *known = &facts->memo[part->fact];

    return part->fact && known->type == VALUE_TEXT &&
           known->number != part->mark;
}

static bool part_holds(const struct rule_page *page,
                       const struct rule_part *part, const struct facts *facts)
{
    struct value value = facts->memo[part->memo];

    if (is_another(part, facts))
        return false;

    if (value.type == VALUE_ANY)
        value = condition_value(page->condition, part->node, facts);

    return value.type == VALUE_TRUTH && value.number;
}

/* As condition_holds(), without a look at what is known already. */
static bool page_holds(const struct rule_page *page, const struct facts *facts)
{
    size_t i = 0;

    while (i < page->part_count && part_holds(page, &page->parts[i], facts))
        i++;

    return i == page->part_count;
}

void rule_choose(struct rule_book *book, const struct state *state,
                 const struct rule_call *call, struct rule_choice *ret_choice)
{
    assert(book && state && call && ret_choice);

    struct rule_question question;
    struct facts facts;

    *ret_choice = (struct rule_choice){ .rule = NULL };
    if (book->pages.rule_count == 0)
        return;

    rule_question_begin(&question, book, state, call);
    facts = rule_question_facts(&question);
    for (size_t i = 0; i < book->pages.rule_count; i++) {
        const struct rule_page *page = &book->pages.rules[i];
        int index;

        if (check_page(page, call) != RULE_MATCHES || !page_holds(page, &facts))
            continue;

        index = rule_destination(state, call, page->rule);
        rule_note_passed(state, call, page->rule, ret_choice);
        if (index >= 0) {
            ret_choice->rule = page->rule;
            ret_choice->index = index;
            ret_choice->to = rule_to_at(page->rule, index);
            if (ret_choice->to.to == TO_AGENT && ret_choice->to.id == 0)
                ret_choice->to.id = call->past->agent_id;
            return;
        }
    }
}

const struct event_rule_set *rule_choose_waiting(struct rule_book *book,
                                                 const struct state *state,
                                                 const struct rule_call *call)
{
    assert(book && state && call && call->queue_id);

    struct rule_question question;
    struct facts facts;

    rule_question_begin(&question, book, state, call);
    facts = rule_question_facts(&question);
    for (size_t i = 0; i < book->pages.rule_count; i++) {
        const struct rule_page *page = &book->pages.rules[i];

        if (check_page(page, call) == RULE_MATCHES && page_holds(page, &facts))
            return page->rule;
    }

    return NULL;
}

/* Explaining. */

static void print_value(struct value value, char *ret_text, size_t size)
{
    static const char *const days[] = { "mon", "tue", "wed", "thu",
                                        "fri", "sat", "sun" };
    int64_t n = value.number;

    switch (value.type) {
    case VALUE_TRUTH:
        snprintf(ret_text, size, "%s", n ? "true" : "false");
        break;
    case VALUE_NUMBER:
        snprintf(ret_text, size, "%" PRId64, n);
        break;
    case VALUE_TIME:
        snprintf(ret_text, size, "%02" PRId64 ":%02" PRId64, n / 60, n % 60);
        break;
    case VALUE_DATE:
        snprintf(ret_text, size, "%04" PRId64 "-%02" PRId64 "-%02" PRId64,
                 n / 10000, n / 100 % 100, n % 100);
        break;
    case VALUE_WEEKDAY:
        snprintf(ret_text, size, "%s", days[n - 1]);
        break;
    case VALUE_TEXT:
        snprintf(ret_text, size, "%s", value.text);
        break;
    default:
        snprintf(ret_text, size, "?");
        break;
    }
}

static void explain_condition(const struct condition *condition,
                              const struct facts *facts,
                              struct rule_finding *finding)
{
    size_t at;
    bool is_true = condition_explain(condition, facts, &at);
    const struct condition_node *node = &condition->nodes[at];

    (void)condition_print(condition, at, finding->why, sizeof(finding->why));
    if (!is_true)
        finding->result = RULE_FALSE;
    if (node->kind == CONDITION_OR || node->kind == CONDITION_AND)
        return;

    if (node->first != CONDITION_NONE)
        at = (size_t)node->first;
    print_value(condition_value(condition, at, facts), finding->value,
                sizeof(finding->value));
}

void rule_explain(struct rule_book *book, const struct state *state,
                  const struct rule_call *call, size_t place,
                  struct rule_finding *ret_finding)
{
    assert(book && state && call && place < book->pages.rule_count);

    const struct rule_page *page = &book->pages.rules[place];
    struct rule_question question;
    struct facts facts;

    *ret_finding = (struct rule_finding){ .rule = page->rule,
                                          .result = check_page(page, call) };
    if (ret_finding->result != RULE_MATCHES)
        return;

    rule_question_begin(&question, book, state, call);
    facts = rule_question_facts(&question);
    explain_condition(page->condition, &facts, ret_finding);
    if (ret_finding->result != RULE_MATCHES || call->queue_id)
        return;

    ret_finding->index = rule_destination(state, call, page->rule);
    if (ret_finding->index < 0)
        ret_finding->result = RULE_NOWHERE;
}
