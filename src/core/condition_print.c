/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree as the text that is read as that tree; and whether two are the same. */

#include <assert.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "core/condition_inside.h"

const struct fact_info *fact_info(enum fact fact)
{
    static const struct fact_info facts[] = {
#define FACT(CODE, head, field, about, type, doc)                              \
    { head, field, ABOUT_##about, VALUE_##type, doc },
#include "core/fact.def"
    };

    assert((size_t)fact < sizeof(facts) / sizeof(facts[0]));
    return &facts[fact];
}

const char *condition_text(const struct condition *condition,
                           const struct condition_node *node)
{
    assert(condition && node);

    return node->text == CONDITION_NONE ? "" : condition->texts + node->text;
}

/* What is written between the operands of each kind, and how it binds. */
static const struct {
    const char *between;
    enum binding binding;
} signs[] = {
    [CONDITION_OR] = { " or ", BINDS_OR },
    [CONDITION_AND] = { " and ", BINDS_AND },
    [CONDITION_NOT] = { "not ", BINDS_NOT },
    [CONDITION_EQUAL] = { " == ", BINDS_RELATION },
    [CONDITION_UNEQUAL] = { " != ", BINDS_RELATION },
    [CONDITION_BELOW] = { " < ", BINDS_RELATION },
    [CONDITION_AT_MOST] = { " <= ", BINDS_RELATION },
    [CONDITION_ABOVE] = { " > ", BINDS_RELATION },
    [CONDITION_AT_LEAST] = { " >= ", BINDS_RELATION },
    [CONDITION_STARTS] = { " starts ", BINDS_RELATION },
    [CONDITION_BETWEEN] = { " between ", BINDS_RELATION },
    [CONDITION_ONE_OF] = { " in (", BINDS_RELATION },
    [CONDITION_LISTED] = { " in ", BINDS_RELATION },
    [CONDITION_ADD] = { " + ", BINDS_SUM },
    [CONDITION_SUBTRACT] = { " - ", BINDS_SUM },
    [CONDITION_MULTIPLY] = { " * ", BINDS_PRODUCT },
    [CONDITION_DIVIDE] = { " / ", BINDS_PRODUCT },
    [CONDITION_NEGATE] = { "-", BINDS_SIGN },
    [CONDITION_LITERAL] = { "", BINDS_LEAF },
    [CONDITION_FACT] = { "", BINDS_LEAF },
};

struct printing {
    const struct condition *condition;
    char *text;
    size_t size;
    size_t length;
};

static void print_node(struct printing *printing, size_t at,
                       enum binding loosest);

__attribute__((format(printf, 2, 3))) static void put(struct printing *printing,
                                                      const char *format, ...)
{
    bool has_room = printing->length < printing->size;
    va_list values;

    va_start(values, format);
    int length = vsnprintf(has_room ? printing->text + printing->length : NULL,
                           has_room ? printing->size - printing->length : 0,
                           format, values);
    va_end(values);

    printing->length += length > 0 ? (size_t)length : 0;
}

static void put_text(struct printing *printing, const char *text)
{
    put(printing, "\"");
    for (; *text; text++)
        put(printing, *text == '"' || *text == '\\' ? "\\%c" : "%c", *text);
    put(printing, "\"");
}

static void print_literal(struct printing *printing,
                          const struct condition_node *node)
{
    static const char *const days[] = { "mon", "tue", "wed", "thu",
                                        "fri", "sat", "sun" };
    int64_t number = node->number;

    switch (node->type) {
    case VALUE_TRUTH:
        put(printing, "%s", number ? "true" : "false");
        break;
    case VALUE_TIME:
        put(printing, "%02" PRId64 ":%02" PRId64, number / 60, number % 60);
        break;
    case VALUE_DATE:
        put(printing, "%04" PRId64 "-%02" PRId64 "-%02" PRId64, number / 10000,
            number / 100 % 100, number % 100);
        break;
    case VALUE_WEEKDAY:
        put(printing, "%s", days[number - 1]);
        break;
    case VALUE_TEXT:
        put_text(printing, condition_text(printing->condition, node));
        break;
    default:
        put(printing, "%" PRId64, number);
        break;
    }
}

static void print_fact(struct printing *printing,
                       const struct condition_node *node)
{
    const struct fact_info *info = fact_info(node->fact);
    const char *text = condition_text(printing->condition, node);

    put(printing, "%s", info->head);
    if (info->about == ABOUT_FIELD)
        put(printing, ".%s", text);
    else if (info->about == ABOUT_SHARE || info->about == ABOUT_DAYS)
        put(printing, "(%" PRId64 ")", node->number);
    else if (info->about != ABOUT_NOTHING)
        put(printing, "(%s)", text);
    if (info->field[0])
        put(printing, ".%s", info->field);
}

/* What is joined with its like was between brackets, or it would be one node;
   so was a right operand that binds no tighter. */
static enum binding loosest_operand(const struct condition_node *node,
                                    bool is_first)
{
    enum binding binding = signs[node->kind].binding;

    if (binding == BINDS_NOT || binding == BINDS_SIGN)
        return binding;
    if (binding == BINDS_RELATION)
        return BINDS_SUM;
    if (binding == BINDS_OR || binding == BINDS_AND || !is_first)
        return binding + 1;

    return binding;
}

static void print_operands(struct printing *printing,
                           const struct condition_node *node)
{
    const char *between = signs[node->kind].between;
    bool is_before =
        node->kind == CONDITION_NOT || node->kind == CONDITION_NEGATE;
    int n = 0;

    if (is_before)
        put(printing, "%s", between);

    for (int at = node->first; at != CONDITION_NONE;
         at = printing->condition->nodes[at].next, n++) {
        if (n > 1 && node->kind == CONDITION_BETWEEN)
            put(printing, " and ");
        else if (n > 1 && node->kind == CONDITION_ONE_OF)
            put(printing, ", ");
        else if (n > 0)
            put(printing, "%s", between);
        print_node(printing, (size_t)at, loosest_operand(node, n == 0));
    }
    if (node->kind == CONDITION_LISTED)
        put(printing, "%s%s", between,
            condition_text(printing->condition, node));
    if (node->kind == CONDITION_ONE_OF)
        put(printing, ")");
}

static void print_node(struct printing *printing, size_t at,
                       enum binding loosest)
{
    const struct condition_node *node = &printing->condition->nodes[at];
    bool needs_brackets = signs[node->kind].binding < loosest;

    put(printing, "%s", needs_brackets ? "(" : "");
    if (node->kind == CONDITION_LITERAL)
        print_literal(printing, node);
    else if (node->kind == CONDITION_FACT)
        print_fact(printing, node);
    else
        print_operands(printing, node);
    put(printing, "%s", needs_brackets ? ")" : "");
}

size_t condition_print(const struct condition *condition, size_t node,
                       char *ret_text, size_t size)
{
    assert(condition && node < condition->node_count && (ret_text || !size));

    struct printing printing = { condition, ret_text, size, 0 };

    print_node(&printing, node, BINDS_OR);
    return printing.length;
}

static bool is_same_node(const struct condition *a, const struct condition *b,
                         int at, int bt)
{
    const struct condition_node *m = &a->nodes[at];
    const struct condition_node *n = &b->nodes[bt];

    if (m->kind != n->kind || m->type != n->type || m->fact != n->fact ||
        m->number != n->number ||
        strcmp(condition_text(a, m), condition_text(b, n)) != 0)
        return false;

    for (at = m->first, bt = n->first;
         at != CONDITION_NONE && bt != CONDITION_NONE;
         at = a->nodes[at].next, bt = b->nodes[bt].next)
        if (!is_same_node(a, b, at, bt))
            return false;

    return at == bt;
}

bool condition_is_same(const struct condition *a, const struct condition *b)
{
    assert(a && b);

    return is_same_node(a, b, (int)a->root, (int)b->root);
}

bool condition_is_same_part(const struct condition *a, size_t at,
                            const struct condition *b, size_t bt)
{
    assert(a && at < a->node_count && b && bt < b->node_count);

    return is_same_node(a, b, (int)at, (int)bt);
}

/* FNV-1a, on words. */
static uint32_t hash_on(uint32_t hash, uint64_t word)
{
    return (hash ^ (uint32_t)(word ^ word >> 32)) * UINT32_C(16777619);
}

uint16_t condition_text_mark(const char *text)
{
    assert(text);

    uint32_t hash = UINT32_C(2166136261);

    for (const char *c = text; *c; c++)
        hash = hash_on(hash, (unsigned char)*c);
    return (uint16_t)(hash ^ hash >> 16);
}

uint32_t condition_hash_part(const struct condition *condition, size_t node)
{
    assert(condition && node < condition->node_count);

    const struct condition_node *n = &condition->nodes[node];
    uint32_t hash = hash_on(UINT32_C(2166136261), (uint64_t)n->kind);

    hash = hash_on(hash, (uint64_t)n->fact);
    hash = hash_on(hash, (uint64_t)n->number);
    for (const char *c = condition_text(condition, n); *c; c++)
        hash = hash_on(hash, (unsigned char)*c);
    for (int at = n->first; at != CONDITION_NONE;
         at = condition->nodes[at].next)
        hash = hash_on(hash, condition_hash_part(condition, (size_t)at));

    return hash;
}
