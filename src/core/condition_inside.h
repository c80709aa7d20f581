/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How conditions are read, for the files condition_* alone. */

#ifndef CORE_CONDITION_INSIDE_H
#define CORE_CONDITION_INSIDE_H

#include "core/condition.h"

/* How tightly each kind binds; the texts of both directions follow it. */
enum binding {
    BINDS_OR,
    BINDS_AND,
    BINDS_NOT,
    BINDS_RELATION,
    BINDS_SUM,
    BINDS_PRODUCT,
    BINDS_SIGN,
    BINDS_LEAF,
};

/* A text being read. The first mistake is kept. */
struct reading {
    const char *text;
    size_t at;
    int depth;
    struct condition *condition;
    struct condition_mistake mistake; /* says: NULL while there is none */
};

/* condition_leaf.c: what has no operands of its own, read at `at`.
   Each returns a node, or CONDITION_NONE after a mistake. */
int read_leaf(struct reading *reading);

/* condition_text.c: the characters. */
void skip_blanks_of(struct reading *reading);
bool take_sign(struct reading *reading, const char *sign);
bool take_word(struct reading *reading, const char *word);
int take_name(struct reading *reading); /* a place in texts, or NONE */
bool take_digits(struct reading *reading, size_t count, int64_t *ret_number);
bool take_number(struct reading *reading, int64_t *ret_number);
int take_text(struct reading *reading); /* quoted; a place, or NONE */
int keep_text(struct reading *reading, const char *text, size_t length);

/* Notes a mistake at a place. @return CONDITION_NONE always */
int mistaken(struct reading *reading, size_t at, const char *says);

/* condition_sum.c: nodes, or CONDITION_NONE after a mistake. */
int add_node(struct reading *reading, struct condition_node node);
int add_parent(struct reading *reading, enum condition_kind kind,
               enum value_type type, int first);
int read_sum(struct reading *reading);

/* The last of a row of operands gets one more, and that is the last then. */
void link_next(struct reading *reading, int *last, int node);

/* Something within something: bounded, and so is the stack. */
bool go_deeper(struct reading *reading);

/* Whether there is a node and its value is of that type; else a mistake. */
bool expect(struct reading *reading, int node, size_t at, enum value_type type);
bool expect_truth(struct reading *reading, int node, size_t at);
enum value_type type_of(const struct reading *reading, int node);

/* condition_relation.c */
int read_relation(struct reading *reading);

/* condition_parse.c */
int read_or(struct reading *reading);

#endif
