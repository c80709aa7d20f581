/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a condition comes to, and why. */

#include <assert.h>
#include <string.h>

#include "core/condition_inside.h"

/* One evaluation. */
struct asking {
    const struct condition *condition;
    const struct facts *facts;
};

static const struct value unknown = { VALUE_UNKNOWN, 0, NULL };

static bool holds(const struct asking *asking, int at);
static struct value value_of(const struct asking *asking, int at);

static struct value truth(bool is_true)
{
    return (struct value){ VALUE_TRUTH, is_true, NULL };
}

static struct value number_value(int64_t number)
{
    return (struct value){ VALUE_NUMBER, number, NULL };
}

static const struct condition_node *node_of(const struct asking *asking, int at)
{
    return &asking->condition->nodes[at];
}

static struct value ask(const struct asking *asking,
                        const struct condition_node *node)
{
    const struct facts *facts = asking->facts;
    const char *text = condition_text(asking->condition, node);

    if (node->kind == CONDITION_FACT)
        return facts->ask(facts->context, node->fact, text, node->number);

    struct value value = value_of(asking, node->first);

    return truth(value.type == VALUE_TEXT &&
                 facts->is_listed(facts->context, text, value.text));
}

/* Asked once, whoever asks. */
static struct value recall(const struct asking *asking,
                           const struct condition_node *node)
{
    struct value *memo = asking->facts->memo;

    if (!memo || node->memo == 0)
        return ask(asking, node);
    if (memo[node->memo].type == VALUE_ANY) {
        struct value value = ask(asking, node);

        if (value.type == VALUE_TEXT)
            value.number = condition_text_mark(value.text);
        memo[node->memo] = value;
    }

    return memo[node->memo];
}

/* Whole numbers; a quotient is cut towards zero. */
static struct value calculate(enum condition_kind kind, int64_t a, int64_t b)
{
    int64_t result = 0;
    bool overflows = false;

    switch (kind) {
    case CONDITION_ADD:
        overflows = __builtin_add_overflow(a, b, &result);
        break;
    case CONDITION_SUBTRACT:
        overflows = __builtin_sub_overflow(a, b, &result);
        break;
    case CONDITION_MULTIPLY:
        overflows = __builtin_mul_overflow(a, b, &result);
        break;
    default:
        overflows = b == 0 || (a == INT64_MIN && b == -1);
        result = overflows ? 0 : a / b;
        break;
    }

    return overflows ? unknown : number_value(result);
}

/* A text of unknown kind that looks like a number may be one. */
static bool as_number(struct value value, int64_t *ret_number)
{
    if (value.type == VALUE_TEXT)
        return value_number_of(value.text, ret_number);

    *ret_number = value.number;
    return value.type != VALUE_UNKNOWN;
}

static struct value sum_of(const struct asking *asking,
                           const struct condition_node *node)
{
    int64_t a;
    int64_t b = 0;

    if (!as_number(value_of(asking, node->first), &a))
        return unknown;
    if (node->kind == CONDITION_NEGATE)
        return calculate(CONDITION_SUBTRACT, 0, a);
    if (!as_number(value_of(asking, node_of(asking, node->first)->next), &b))
        return unknown;

    return calculate(node->kind, a, b);
}

static struct value value_of(const struct asking *asking, int at)
{
    const struct condition_node *node = node_of(asking, at);

    switch (node->kind) {
    case CONDITION_LITERAL:
        return (struct value){ node->type, node->number,
                               condition_text(asking->condition, node) };
    case CONDITION_FACT:
    case CONDITION_LISTED:
        return recall(asking, node);
    case CONDITION_ADD:
    case CONDITION_SUBTRACT:
    case CONDITION_MULTIPLY:
    case CONDITION_DIVIDE:
    case CONDITION_NEGATE:
        return sum_of(asking, node);
    default:
        return truth(holds(asking, at));
    }
}

/* Below 0, 0 or above; false when they cannot be compared. */
static bool order_of(struct value a, struct value b, int *ret_order)
{
    int64_t m;
    int64_t n;

    if (a.type == VALUE_TEXT && b.type == VALUE_TEXT) {
        *ret_order = strcmp(a.text, b.text);
        return true;
    }
    if (!as_number(a, &m) || !as_number(b, &n))
        return false;

    *ret_order = (m > n) - (m < n);
    return true;
}

static bool fits(enum condition_kind kind, struct value a, struct value b)
{
    int order;

    if (kind == CONDITION_STARTS)
        return a.type == VALUE_TEXT && b.type == VALUE_TEXT &&
               strncmp(a.text, b.text, strlen(b.text)) == 0;
    if (!order_of(a, b, &order))
        return false;

    switch (kind) {
    case CONDITION_EQUAL:
        return order == 0;
    case CONDITION_UNEQUAL:
        return order != 0;
    case CONDITION_BELOW:
        return order < 0;
    case CONDITION_AT_MOST:
        return order <= 0;
    case CONDITION_ABOVE:
        return order > 0;
    default:
        return order >= 0;
    }
}

static bool is_between(const struct asking *asking, struct value value, int low)
{
    int high = node_of(asking, low)->next;

    return fits(CONDITION_AT_LEAST, value, value_of(asking, low)) &&
           fits(CONDITION_AT_MOST, value, value_of(asking, high));
}

static bool is_one_of(const struct asking *asking, struct value value, int at)
{
    for (; at != CONDITION_NONE; at = node_of(asking, at)->next)
        if (fits(CONDITION_EQUAL, value, value_of(asking, at)))
            return true;

    return false;
}

/* As holds(), for what is mostly known already. */
static inline bool holds_quickly(const struct asking *asking, int at)
{
    const struct value *memo = asking->facts->memo;
    uint16_t number = node_of(asking, at)->memo;

    if (memo && number && memo[number].type != VALUE_ANY)
        return memo[number].type == VALUE_TRUTH && memo[number].number;

    return holds(asking, at);
}

/* The first operand that is so; NONE when there is none. */
static int find_operand(const struct asking *asking,
                        const struct condition_node *node, bool is_true)
{
    int at = node->first;

    while (at != CONDITION_NONE && holds_quickly(asking, at) != is_true)
        at = node_of(asking, at)->next;

    return at;
}

static bool compares(const struct asking *asking,
                     const struct condition_node *node)
{
    struct value value = value_of(asking, node->first);
    int second = node_of(asking, node->first)->next;

    if (node->kind == CONDITION_BETWEEN)
        return is_between(asking, value, second);
    if (node->kind == CONDITION_ONE_OF)
        return is_one_of(asking, value, second);

    return fits(node->kind, value, value_of(asking, second));
}

/* Compared once, in however many conditions it stands. */
static bool recall_comparison(const struct asking *asking,
                              const struct condition_node *node)
{
    struct value *memo = asking->facts->memo;

    if (!memo || node->memo == 0)
        return compares(asking, node);
    if (memo[node->memo].type == VALUE_ANY)
        memo[node->memo] = truth(compares(asking, node));

    return memo[node->memo].number != 0;
}

static bool holds(const struct asking *asking, int at)
{
    const struct condition_node *node = node_of(asking, at);
    struct value value;

    switch (node->kind) {
    case CONDITION_OR:
        return find_operand(asking, node, true) != CONDITION_NONE;
    case CONDITION_AND:
        return find_operand(asking, node, false) == CONDITION_NONE;
    case CONDITION_NOT:
        return !holds(asking, node->first);
    case CONDITION_LITERAL:
        return node->number != 0;
    case CONDITION_FACT:
    case CONDITION_LISTED:
        value = recall(asking, node);
        return value.type == VALUE_TRUTH && value.number;
    default:
        return recall_comparison(asking, node);
    }
}

bool condition_holds(const struct condition *condition,
                     const struct facts *facts)
{
    assert(condition && facts);

    return holds(&(struct asking){ condition, facts }, (int)condition->root);
}

struct value condition_value(const struct condition *condition, size_t node,
                             const struct facts *facts)
{
    assert(condition && node < condition->node_count && facts);

    return value_of(&(struct asking){ condition, facts }, (int)node);
}

bool condition_explain(const struct condition *condition,
                       const struct facts *facts, size_t *ret_node)
{
    assert(condition && facts && ret_node);

    const struct asking asking = { condition, facts };
    bool is_true = holds(&asking, (int)condition->root);
    bool wanted = is_true;
    int at = (int)condition->root;

    for (;;) {
        const struct condition_node *node = node_of(&asking, at);
        int next = CONDITION_NONE;

        if (node->kind == CONDITION_NOT) {
            next = node->first;
            wanted = !wanted;
        } else if ((node->kind == CONDITION_OR && wanted) ||
                   (node->kind == CONDITION_AND && !wanted)) {
            next = find_operand(&asking, node, wanted);
        }
        if (next == CONDITION_NONE)
            break;
        at = next;
    }

    *ret_node = (size_t)at;
    return is_true;
}
