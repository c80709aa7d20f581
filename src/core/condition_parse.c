/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading a condition: what joins comparisons, and the whole. */

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "base/text.h"
#include "core/condition_inside.h"

static int read_not(struct reading *reading)
{
    if (!take_word(reading, "not"))
        return read_relation(reading);
    if (!go_deeper(reading))
        return CONDITION_NONE;

    skip_blanks_of(reading);

    size_t begin = reading->at;
    int node = read_not(reading);

    reading->depth--;
    if (!expect_truth(reading, node, begin))
        return CONDITION_NONE;

    return add_parent(reading, CONDITION_NOT, VALUE_TRUTH, node);
}

/* Operands with one word between them are one node, however many. */
static int read_joined(struct reading *reading, const char *word,
                       enum condition_kind kind,
                       int (*read_operand)(struct reading *reading))
{
    skip_blanks_of(reading);

    size_t begin = reading->at;
    int first = read_operand(reading);
    int last = first;

    if (first == CONDITION_NONE || !take_word(reading, word))
        return first;
    if (!expect_truth(reading, first, begin))
        return CONDITION_NONE;

    do {
        skip_blanks_of(reading);
        begin = reading->at;

        int node = read_operand(reading);

        if (!expect_truth(reading, node, begin))
            return CONDITION_NONE;
        link_next(reading, &last, node);
    } while (take_word(reading, word));

    return add_parent(reading, kind, VALUE_TRUTH, first);
}

static int read_and(struct reading *reading)
{
    return read_joined(reading, "and", CONDITION_AND, read_not);
}

int read_or(struct reading *reading)
{
    return read_joined(reading, "or", CONDITION_OR, read_and);
}

static int read_all(struct reading *reading, bool is_value)
{
    skip_blanks_of(reading);
    if (!is_value && reading->text[reading->at] == '\0')
        return add_node(reading,
                        (struct condition_node){ .kind = CONDITION_LITERAL,
                                                 .type = VALUE_TRUTH,
                                                 .text = CONDITION_NONE,
                                                 .number = 1 });

    size_t begin = reading->at;
    int root = read_or(reading);

    if (root == CONDITION_NONE)
        return CONDITION_NONE;

    skip_blanks_of(reading);
    if (reading->text[reading->at] != '\0')
        return mistaken(reading, reading->at,
                        N_("Write and, or, or a comparison here."));
    if (is_value ? !expect(reading, root, begin, VALUE_ANY)
                 : !expect_truth(reading, root, begin))
        return CONDITION_NONE;

    return root;
}

static int parse(const char *text, bool is_value,
                 struct condition *ret_condition,
                 struct condition_mistake *ret_mistake)
{
    struct condition condition = { .node_count = 0 };
    struct reading reading = { .text = text, .condition = &condition };
    size_t length = strlen(text);
    int root = CONDITION_NONE;

    if (length > CONDITION_MAX_LENGTH)
        mistaken(&reading, CONDITION_MAX_LENGTH,
                 N_("Shorten it to 511 bytes."));
    else if (!text_is_utf8(text, length))
        mistaken(&reading, 0, N_("Write it in UTF-8."));
    else
        root = read_all(&reading, is_value);

    if (root == CONDITION_NONE) {
        if (ret_mistake)
            *ret_mistake = reading.mistake;
        return -EINVAL;
    }

    condition.root = (size_t)root;
    *ret_condition = condition;
    return 0;
}

int condition_parse(const char *text, struct condition *ret_condition,
                    struct condition_mistake *ret_mistake)
{
    assert(text && ret_condition);

    return parse(text, false, ret_condition, ret_mistake);
}

int condition_parse_value(const char *text, struct condition *ret_condition,
                          struct condition_mistake *ret_mistake)
{
    assert(text && ret_condition);

    return parse(text, true, ret_condition, ret_mistake);
}
