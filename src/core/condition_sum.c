/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what is calculated, and making nodes. */

#include "core/condition_inside.h"

int add_node(struct reading *reading, struct condition_node node)
{
    struct condition *condition = reading->condition;

    if (condition->node_count == CONDITION_MAX_NODES)
        return mistaken(reading, reading->at,
                        N_("Write it shorter: 96 parts at most."));

    /* operands are linked by whoever has made them: see add_operands() */
    node.next = CONDITION_NONE;
    if (node.kind == CONDITION_LITERAL || node.kind == CONDITION_FACT)
        node.first = CONDITION_NONE;
    condition->nodes[condition->node_count] = node;
    return (int)condition->node_count++;
}

enum value_type type_of(const struct reading *reading, int node)
{
    return reading->condition->nodes[node].type;
}

/* Something within something: bounded, and so is the stack. */
bool go_deeper(struct reading *reading)
{
    if (reading->depth++ < CONDITION_MAX_DEPTH)
        return true;

    mistaken(reading, reading->at,
             N_("Write it flatter: 16 brackets, nots or signs within one "
                "another at most."));
    return false;
}

bool expect_truth(struct reading *reading, int node, size_t at)
{
    if (node == CONDITION_NONE || type_of(reading, node) == VALUE_TRUTH)
        return node != CONDITION_NONE;

    mistaken(reading, at, N_("Compare this with something."));
    return false;
}

bool expect(struct reading *reading, int node, size_t at, enum value_type type)
{
    if (node == CONDITION_NONE)
        return false;

    enum value_type is = type_of(reading, node);

    if (is == type || (is == VALUE_ANY && type != VALUE_TRUTH) ||
        (type == VALUE_ANY && is != VALUE_TRUTH))
        return true;

    mistaken(reading, at,
             type == VALUE_NUMBER  ? N_("Write a number here.")
             : type == VALUE_TEXT  ? N_("Write a text here, between quotation "
                                         "marks.")
             : type == VALUE_TIME  ? N_("Write a time here, as 08:30.")
             : type == VALUE_DATE  ? N_("Write a date here, as 2026-12-24.")
             : type == VALUE_TRUTH ? N_("Compare with true or false.")
             : type == VALUE_WEEKDAY
                 ? N_("Write a day here: mon, tue, wed, thu, fri, sat or sun.")
                 : N_("Write a value here, not a comparison."));
    return false;
}

/* The last of a row of operands gets one more. */
void link_next(struct reading *reading, int *last, int node)
{
    reading->condition->nodes[*last].next = (int16_t)node;
    *last = node;
}

int add_parent(struct reading *reading, enum condition_kind kind,
               enum value_type type, int first)
{
    return add_node(reading, (struct condition_node){ .kind = kind,
                                                      .type = type,
                                                      .first = (int16_t)first,
                                                      .text = CONDITION_NONE });
}

static int read_sign(struct reading *reading)
{
    size_t begin;
    int node;

    if (!take_sign(reading, "-")) {
        if (!take_sign(reading, "("))
            return read_leaf(reading);
        if (!go_deeper(reading))
            return CONDITION_NONE;
        node = read_or(reading);
        reading->depth--;
        if (node != CONDITION_NONE && !take_sign(reading, ")"))
            return mistaken(reading, reading->at, N_("Close the bracket."));
        return node;
    }

    if (!go_deeper(reading))
        return CONDITION_NONE;
    begin = reading->at;
    node = read_sign(reading);
    reading->depth--;
    if (!expect(reading, node, begin, VALUE_NUMBER))
        return CONDITION_NONE;

    return add_parent(reading, CONDITION_NEGATE, VALUE_NUMBER, node);
}

/* Two levels of signs that bind from the left. */
struct level {
    int (*read_operand)(struct reading *reading);
    const char *signs[2];
    enum condition_kind kinds[2];
};

static int read_level(struct reading *reading, const struct level *level)
{
    size_t begin = reading->at;
    int left = level->read_operand(reading);

    while (left != CONDITION_NONE) {
        bool is_first = take_sign(reading, level->signs[0]);
        size_t between = reading->at;

        if (!is_first && !take_sign(reading, level->signs[1]))
            break;
        if (!expect(reading, left, begin, VALUE_NUMBER))
            return CONDITION_NONE;

        int right = level->read_operand(reading);

        if (!expect(reading, right, between, VALUE_NUMBER))
            return CONDITION_NONE;

        reading->condition->nodes[left].next = (int16_t)right;
        left = add_parent(reading, level->kinds[is_first ? 0 : 1], VALUE_NUMBER,
                          left);
    }

    return left;
}

static int read_product(struct reading *reading)
{
    static const struct level level = {
        read_sign, { "*", "/" }, { CONDITION_MULTIPLY, CONDITION_DIVIDE }
    };

    return read_level(reading, &level);
}

int read_sum(struct reading *reading)
{
    static const struct level level = { read_product,
                                        { "+", "-" },
                                        { CONDITION_ADD, CONDITION_SUBTRACT } };

    return read_level(reading, &level);
}
