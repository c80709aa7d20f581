/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading comparisons. */

#include "core/condition_inside.h"

static int read_operand_like(struct reading *reading, enum value_type type)
{
    skip_blanks_of(reading);

    size_t begin = reading->at;
    int node = read_sum(reading);

    return expect(reading, node, begin, type) ? node : CONDITION_NONE;
}

static int read_between(struct reading *reading, int left)
{
    enum value_type type = type_of(reading, left);
    int last = left;
    int low = read_operand_like(reading, type);

    if (low == CONDITION_NONE)
        return CONDITION_NONE;
    if (!take_word(reading, "and"))
        return mistaken(reading, reading->at,
                        N_("Write and between both ends, as in between 8 and "
                           "17."));

    int high = read_operand_like(reading, type);

    if (high == CONDITION_NONE)
        return CONDITION_NONE;

    link_next(reading, &last, low);
    link_next(reading, &last, high);
    return add_parent(reading, CONDITION_BETWEEN, VALUE_TRUTH, left);
}

static int read_one_of(struct reading *reading, int left)
{
    enum value_type type = type_of(reading, left);
    int last = left;

    do {
        int item = read_operand_like(reading, type);

        if (item == CONDITION_NONE)
            return CONDITION_NONE;
        link_next(reading, &last, item);
    } while (take_sign(reading, ","));

    if (!take_sign(reading, ")"))
        return mistaken(reading, reading->at, N_("Close the bracket."));

    return add_parent(reading, CONDITION_ONE_OF, VALUE_TRUTH, left);
}

/* Either values between brackets, or the name of a list of numbers. */
static int read_in(struct reading *reading, int left, size_t begin)
{
    if (take_sign(reading, "("))
        return read_one_of(reading, left);
    if (!expect(reading, left, begin, VALUE_TEXT))
        return CONDITION_NONE;

    int place = take_name(reading);

    if (place == CONDITION_NONE)
        return CONDITION_NONE;

    return add_node(reading, (struct condition_node){ .kind = CONDITION_LISTED,
                                                      .type = VALUE_TRUTH,
                                                      .first = (int16_t)left,
                                                      .text = (int16_t)place });
}

static bool take_relation(struct reading *reading,
                          enum condition_kind *ret_kind)
{
    static const struct {
        const char *sign;
        enum condition_kind kind;
    } signs[] = {
        { "==", CONDITION_EQUAL },    { "!=", CONDITION_UNEQUAL },
        { "<=", CONDITION_AT_MOST },  { "<", CONDITION_BELOW },
        { ">=", CONDITION_AT_LEAST }, { ">", CONDITION_ABOVE },
    };

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (take_sign(reading, signs[i].sign)) {
            *ret_kind = signs[i].kind;
            return true;
        }

    return false;
}

static int read_compared(struct reading *reading, int left, size_t begin,
                         enum condition_kind kind)
{
    enum value_type type = type_of(reading, left);
    bool is_order = kind != CONDITION_EQUAL && kind != CONDITION_UNEQUAL;

    if (type == VALUE_TRUTH && is_order)
        return mistaken(reading, begin,
                        N_("Write a value here, not a comparison."));

    int right = read_operand_like(reading,
                                  kind == CONDITION_STARTS ? VALUE_TEXT : type);

    if (right == CONDITION_NONE)
        return CONDITION_NONE;

    reading->condition->nodes[left].next = (int16_t)right;
    return add_parent(reading, kind, VALUE_TRUTH, left);
}

int read_relation(struct reading *reading)
{
    enum condition_kind kind;

    skip_blanks_of(reading);

    size_t begin = reading->at;
    int left = read_sum(reading);

    if (left == CONDITION_NONE)
        return CONDITION_NONE;
    if (take_relation(reading, &kind))
        return read_compared(reading, left, begin, kind);
    if (take_word(reading, "starts"))
        return expect(reading, left, begin, VALUE_TEXT)
                   ? read_compared(reading, left, begin, CONDITION_STARTS)
                   : CONDITION_NONE;
    if (take_word(reading, "between"))
        return expect(reading, left, begin, VALUE_ANY)
                   ? read_between(reading, left)
                   : CONDITION_NONE;
    if (take_word(reading, "in"))
        return read_in(reading, left, begin);

    return left;
}
