/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A treap with parents and counts; every step is a loop, none recurses. */

#include "base/tree.h"

#include <assert.h>
#include <stdbool.h>

void tree_init(struct tree *tree, int (*compare)(const struct tree_node *a,
                                                 const struct tree_node *b))
{
    assert(tree && compare);

    *tree = (struct tree){ .compare = compare };
}

void tree_clear(struct tree *tree)
{
    tree->root = NULL;
}

/* Scatters a counter: the finalizer of MurmurHash3, which is in the public
   domain (A. Appleby). */
static uint32_t scatter(uint32_t x)
{
    x ^= x >> 16;
    x *= 0x85ebca6bU;
    x ^= x >> 13;
    x *= 0xc2b2ae35U;
    x ^= x >> 16;
    return x;
}

static uint32_t count_of(const struct tree_node *node)
{
    return node ? node->count : 0;
}

static void recount(struct tree_node *node)
{
    node->count = 1 + count_of(node->left) + count_of(node->right);
}

/* Where the pointer to a node is. */
static struct tree_node **link_to(struct tree *tree, struct tree_node *node)
{
    struct tree_node *parent = node->parent;

    if (!parent)
        return &tree->root;

    return parent->left == node ? &parent->left : &parent->right;
}

static void set_parent(struct tree_node *node, struct tree_node *parent)
{
    if (node)
        node->parent = parent;
}

/* Lifts a node above its parent; the order of members stays. */
static void rotate_up(struct tree *tree, struct tree_node *node)
{
    struct tree_node *parent = node->parent;

    *link_to(tree, parent) = node;
    node->parent = parent->parent;

    if (parent->left == node) {
        parent->left = node->right;
        set_parent(parent->left, parent);
        node->right = parent;
    } else {
        parent->right = node->left;
        set_parent(parent->right, parent);
        node->left = parent;
    }

    parent->parent = node;
    recount(parent);
    recount(node);
}

void tree_add(struct tree *tree, struct tree_node *node)
{
    assert(tree && node && node->count == 0);

    struct tree_node **link = &tree->root;
    struct tree_node *parent = NULL;

    while (*link) {
        parent = *link;
        parent->count++;

        int order = tree->compare(node, parent);

        assert(order != 0);
        link = order < 0 ? &parent->left : &parent->right;
    }

    *node = (struct tree_node){ .parent = parent,
                                .count = 1,
                                .chance = scatter(++tree->added) };
    *link = node;

    while (node->parent && node->chance < node->parent->chance)
        rotate_up(tree, node);
}

/* The child to lift when its parent is to sink, or NULL. */
static struct tree_node *upper_child(const struct tree_node *node)
{
    if (!node->left || !node->right)
        return node->left ? node->left : node->right;

    return node->left->chance < node->right->chance ? node->left : node->right;
}

void tree_remove(struct tree *tree, struct tree_node *node)
{
    assert(tree && node && node->count > 0);

    for (struct tree_node *child = upper_child(node); child;
         child = upper_child(node))
        rotate_up(tree, child);

    *link_to(tree, node) = NULL;
    for (struct tree_node *above = node->parent; above; above = above->parent)
        above->count--;

    *node = (struct tree_node){ 0 };
}

size_t tree_count(const struct tree *tree)
{
    return count_of(tree->root);
}

static struct tree_node *leftmost(struct tree_node *node)
{
    while (node && node->left)
        node = node->left;

    return node;
}

struct tree_node *tree_first(const struct tree *tree)
{
    return leftmost(tree->root);
}

struct tree_node *tree_next(const struct tree_node *node)
{
    if (node->right)
        return leftmost(node->right);

    while (node->parent && node->parent->right == node)
        node = node->parent;

    return node->parent;
}

struct tree_node *tree_at(const struct tree *tree, size_t index)
{
    struct tree_node *node = tree->root;

    while (node) {
        size_t before = count_of(node->left);

        if (index == before)
            return node;

        if (index < before) {
            node = node->left;
        } else {
            index -= before + 1;
            node = node->right;
        }
    }

    return NULL;
}

size_t tree_index(const struct tree_node *node)
{
    size_t index = count_of(node->left);

    for (; node->parent; node = node->parent)
        if (node->parent->right == node)
            index += 1 + count_of(node->parent->left);

    return index;
}

struct tree_node *tree_find_from(const struct tree *tree,
                                 int (*compare)(const struct tree_node *node,
                                                const void *key),
                                 const void *key)
{
    struct tree_node *found = NULL;
    struct tree_node *node = tree->root;

    while (node) {
        if (compare(node, key) < 0) {
            node = node->right;
        } else {
            found = node;
            node = node->left;
        }
    }

    return found;
}

struct tree_node *tree_find(const struct tree *tree,
                            int (*compare)(const struct tree_node *node,
                                           const void *key),
                            const void *key)
{
    struct tree_node *node = tree->root;

    while (node) {
        int order = compare(node, key);

        if (order == 0)
            return node;
        node = order < 0 ? node->right : node->left;
    }

    return NULL;
}
