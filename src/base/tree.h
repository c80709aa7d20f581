/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An ordered set whose members carry their own links. */

#ifndef BASE_TREE_H
#define BASE_TREE_H

#include <stddef.h>
#include <stdint.h>

/*
 * A member is any struct with a tree_node in it. The set takes no memory of its
 * own, so adding cannot fail, and it counts its members below each node, so
 * that the first, the n-th and the place of a member are found in O(log n):
 * enough for heaps of deadlines, for waiting lines and for indexes by key.
 *
 * It is a treap: a search tree by the members' order that is a heap by random
 * numbers, which keeps it flat whatever the order of adding (R. Seidel,
 * C. R. Aragon, "Randomized Search Trees", Algorithmica 16 (1996), 464-497).
 * The numbers come from a counter: the same steps make the same tree.
 */
struct tree_node {
    struct tree_node *parent;
    struct tree_node *left;
    struct tree_node *right;
    uint32_t count;  /* members here and below; 0: in no tree */
    uint32_t chance; /* the smallest is the root */
};

struct tree {
    struct tree_node *root;
    /* below 0 when a goes first; 0 only when a is b: the order is total */
    int (*compare)(const struct tree_node *a, const struct tree_node *b);
    uint32_t added;
};

/* The member that a node is in; NULL stays NULL only when the node is first in
   its struct, so ask before. */
#define TREE_MEMBER(node, type, field)                                         \
    ((type *)(void *)((char *)(node)-offsetof(type, field)))

/**
 * Makes an empty set.
 */
void tree_init(struct tree *tree, int (*compare)(const struct tree_node *a,
                                                 const struct tree_node *b));

/**
 * Adds a member, which is in no tree and compares equal to no member. What its
 * order depends on must not change until it is removed. O(log n).
 */
void tree_add(struct tree *tree, struct tree_node *node);

/**
 * Removes a member of this very tree. O(log n).
 */
void tree_remove(struct tree *tree, struct tree_node *node);

/** Tells how many members there are. O(1). */
size_t tree_count(const struct tree *tree);

/** The first member, or NULL. O(log n). */
struct tree_node *tree_first(const struct tree *tree);

/** The member after this one, or NULL. O(log n), and O(1) on the average. */
struct tree_node *tree_next(const struct tree_node *node);

/** The member with so many before it, or NULL. O(log n). */
struct tree_node *tree_at(const struct tree *tree, size_t index);

/** Tells how many members go before this one. O(log n). */
size_t tree_index(const struct tree_node *node);

/**
 * Finds the first member that does not go before a key. O(log n).
 *
 * @param compare  below 0 when the member goes before the key, 0 when it has it
 *
 * @return the member, or NULL when all go before
 */
struct tree_node *tree_find_from(const struct tree *tree,
                                 int (*compare)(const struct tree_node *node,
                                                const void *key),
                                 const void *key);

/** Finds the member that has a key; NULL when there is none. O(log n). */
struct tree_node *tree_find(const struct tree *tree,
                            int (*compare)(const struct tree_node *node,
                                           const void *key),
                            const void *key);

/** Forgets all members without looking at them. O(1). */
void tree_clear(struct tree *tree);

#endif
