/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions: a text and a tree that are two views of one thing. */

#ifndef CORE_CONDITION_H
#define CORE_CONDITION_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/record.h"

/*
 *     caller in vip and hour >= 8 and queue(support).waiting < 5
 *
 * From the loosest to the tightest:
 *
 *     a or b    a and b    not a
 *     x == y   x != y   x < y   x <= y   x > y   x >= y
 *     x starts "+34"   x between 8 and 17   x in (1, 2, 3)   x in LIST
 *     x + y   x - y   x * y   x / y   -x   (a)
 *
 * Values are numbers (whole, up to 18 digits), "texts" (with \" and \\),
 * times (08:30), dates (2026-12-24), days of the week (mon ... sun), true,
 * false, and the facts of core/fact.def. An empty text is true.
 *
 * What is not known (a field that the contact's data does not have, a quotient
 * by zero, a sum that overflows) makes each comparison with it false.
 *
 * A condition is flat, so it can be copied and kept; its limits bound the
 * recursion of everything here. Evaluating allocates nothing.
 */
enum {
    CONDITION_MAX_LENGTH = 511, /* of the text, in bytes: a note */
    CONDITION_MAX_NODES = 96,
    CONDITION_MAX_DEPTH = 16, /* brackets, nots and signs within another */
    CONDITION_MAX_SHARE = 100,
    CONDITION_MAX_DAYS = 3650,
    CONDITION_DRAWS = 100, /* PERCENT compares with a draw below it */
};

enum value_type {
    VALUE_UNKNOWN,
    VALUE_TRUTH, /* number: 0 or 1 */
    VALUE_NUMBER,
    VALUE_TIME,    /* number: minutes since midnight */
    VALUE_DATE,    /* number: 10000 * year + 100 * month + day */
    VALUE_WEEKDAY, /* number: 1 is Monday, 7 is Sunday */
    VALUE_TEXT,
    VALUE_ANY, /* as a type alone: to be seen when it is asked */
};

struct value {
    enum value_type type;
    int64_t number;   /* of a text in a memo: its condition_text_mark() */
    const char *text; /* of a VALUE_TEXT; borrowed */
};

enum fact {
#define FACT(CODE, head, field, about, type, doc) FACT_##CODE,
#include "core/fact.def"
};

enum {
    FACT_COUNT = 0
#define FACT(CODE, head, field, about, type, doc) +1
#include "core/fact.def"
};

enum fact_about {
    ABOUT_NOTHING,
    ABOUT_CALENDAR,
    ABOUT_QUEUE,
    ABOUT_SHARE,
    ABOUT_DAYS,
    ABOUT_TRUNK,
    ABOUT_FIELD,
};

struct fact_info {
    const char *head;
    const char *field; /* "" for none */
    enum fact_about about;
    enum value_type type;
    const char *doc; /* English, through N_() */
};

/** Tells about a fact. Asserts that there is one of that number. */
const struct fact_info *fact_info(enum fact fact);

/* What kind of node; its operands follow `first`, then each one's `next`. */
enum condition_kind {
    CONDITION_OR,    /* 2 or more */
    CONDITION_AND,   /* 2 or more */
    CONDITION_NOT,   /* 1 */
    CONDITION_EQUAL, /* 2, as the next six */
    CONDITION_UNEQUAL,
    CONDITION_BELOW,
    CONDITION_AT_MOST,
    CONDITION_ABOVE,
    CONDITION_AT_LEAST,
    CONDITION_STARTS,
    CONDITION_BETWEEN, /* 3: both ends belong to it */
    CONDITION_ONE_OF,  /* 2 or more: the first is looked for */
    CONDITION_LISTED,  /* 1; text: the list's name */
    CONDITION_ADD,     /* 2, as the next three */
    CONDITION_SUBTRACT,
    CONDITION_MULTIPLY,
    CONDITION_DIVIDE,
    CONDITION_NEGATE,  /* 1 */
    CONDITION_LITERAL, /* type and number, or text */
    CONDITION_FACT,    /* fact; number or text: what it is about */
};

enum { CONDITION_NONE = -1 }; /* as first, next or text */

struct condition_node {
    enum condition_kind kind;
    enum value_type type; /* of its value */
    enum fact fact;
    int16_t first;
    int16_t next;
    int16_t text;  /* where in texts */
    uint16_t memo; /* see struct facts; 0: none */
    int64_t number;
};

struct condition {
    size_t node_count;
    size_t root;
    size_t texts_used;
    char texts[CONDITION_MAX_LENGTH + CONDITION_MAX_NODES + 1];
    /* the last field, so that a copy may leave out those not used */
    struct condition_node nodes[CONDITION_MAX_NODES];
};

/* Why a text is no condition. */
struct condition_mistake {
    size_t at;        /* byte of the text, 0 being the first */
    const char *says; /* what to do, in English (N_) */
};

/**
 * Reads a text. O(length).
 *
 * @param ret_mistake  set on refusal; may be NULL
 *
 * @return 0, or -EINVAL
 */
int condition_parse(const char *text, struct condition *ret_condition,
                    struct condition_mistake *ret_mistake);

/**
 * Reads a text whose value is none of truth: for what a flow sets or switches
 * by. As condition_parse(), but its root is of any other type, and the empty
 * text is refused.
 */
int condition_parse_value(const char *text, struct condition *ret_condition,
                          struct condition_mistake *ret_mistake);

/**
 * Writes the text of a node and what is under it; reading the root's gives the
 * same tree. Cut, as snprintf() does, when it does not fit.
 *
 * @return the bytes that it takes, without the terminator
 */
size_t condition_print(const struct condition *condition, size_t node,
                       char *ret_text, size_t size);

/** Tells whether two conditions are the same tree. O(nodes). */
bool condition_is_same(const struct condition *a, const struct condition *b);

/** The same of a node of each, and what is under it. */
bool condition_is_same_part(const struct condition *a, size_t at,
                            const struct condition *b, size_t bt);

/** A number that is the same for the same parts. */
uint32_t condition_hash_part(const struct condition *condition, size_t node);

/** A number that is the same for the same texts, and mostly not for others. */
uint16_t condition_text_mark(const char *text);

/**
 * Tells which document a node names, if any: the list of numbers, or the
 * calendar or queue that a fact is about.
 *
 * @return its name, or NULL
 */
const char *condition_node_names(const struct condition *condition,
                                 const struct condition_node *node,
                                 enum document_kind *ret_kind);

/** A node's text; "" when it has none. */
const char *condition_text(const struct condition *condition,
                           const struct condition_node *node);

/*
 * Where the facts come from. What `ask` and `is_listed` tell, and what becomes
 * of a comparison, may be kept in `memo`, one value per number that
 * condition_node.memo has been set to (from 1): the first of several conditions
 * about one contact asks, the others look.
 */
struct facts {
    /* A fact; VALUE_UNKNOWN when it is not known. `about` is the name or the
       field, `number` the share, or the days. */
    struct value (*ask)(const void *context, enum fact fact, const char *about,
                        int64_t number);
    /* Whether a list has that number; a list that is gone has none. */
    bool (*is_listed)(const void *context, const char *list,
                      const char *number);
    const void *context;
    struct value *memo; /* or NULL; all VALUE_ANY at the beginning */
};

/** Tells whether a condition holds. O(nodes) at most, allocates nothing. */
bool condition_holds(const struct condition *condition,
                     const struct facts *facts);

/** The value of any node: VALUE_UNKNOWN when there is no telling. */
struct value condition_value(const struct condition *condition, size_t node,
                             const struct facts *facts);

/**
 * Finds the part that settled it: the comparison or fact that is false (or
 * true) for the whole to be so.
 *
 * @param ret_node  its node, for condition_print()
 *
 * @return whether the condition holds
 */
bool condition_explain(const struct condition *condition,
                       const struct facts *facts, size_t *ret_node);

/** Reads a whole text as a number; an optional sign, 1 to 18 digits. */
bool value_number_of(const char *text, int64_t *ret_number);

#endif
