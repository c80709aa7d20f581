/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ordered set against a plain array, over many random steps. */

#include "base/tree.h"

#include <stdbool.h>

#include "tests/test.h"

enum {
    CROWD = 200,
    STEPS = 20000,
    MANY = 100000,
};

struct member {
    int key;
    int serial; /* settles ties */
    struct tree_node node;
};

static const struct member *member_of(const struct tree_node *node)
{
    return TREE_MEMBER(node, struct member, node);
}

static int compare(const struct tree_node *a, const struct tree_node *b)
{
    const struct member *x = member_of(a), *y = member_of(b);

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;

    return (x->serial > y->serial) - (x->serial < y->serial);
}

static int compare_key(const struct tree_node *node, const void *key)
{
    int wanted = *(const int *)key;

    return (member_of(node)->key > wanted) - (member_of(node)->key < wanted);
}

/* The plain model: an array in order, searched from its beginning. */
struct line {
    struct member *members[CROWD];
    size_t count;
};

static void line_add_member(struct line *line, struct member *member)
{
    size_t at = line->count++;

    for (; at > 0 && compare(&member->node, &line->members[at - 1]->node) < 0;
         at--)
        line->members[at] = line->members[at - 1];
    line->members[at] = member;
}

static void line_remove(struct line *line, const struct member *member)
{
    size_t kept = 0;

    for (size_t i = 0; i < line->count; i++)
        if (line->members[i] != member)
            line->members[kept++] = line->members[i];
    line->count = kept;
}

static struct member *line_find_from(const struct line *line, int key)
{
    for (size_t i = 0; i < line->count; i++)
        if (line->members[i]->key >= key)
            return line->members[i];

    return NULL;
}

static void assert_agrees(const struct tree *tree, const struct line *line)
{
    const struct tree_node *node = tree_first(tree);

    assert_int_equal(tree_count(tree), line->count);
    for (size_t i = 0; i < line->count; i++) {
        assert_ptr_equal(node, &line->members[i]->node);
        assert_ptr_equal(tree_at(tree, i), node);
        assert_int_equal(tree_index(node), i);
        node = tree_next(node);
    }

    assert_null(node);
    assert_null(tree_at(tree, line->count));
}

static void assert_finds(const struct tree *tree, const struct line *line,
                         int key)
{
    struct member *expected = line_find_from(line, key);
    struct tree_node *found = tree_find_from(tree, compare_key, &key);

    if (!expected) {
        assert_null(found);
        assert_null(tree_find(tree, compare_key, &key));
        return;
    }

    assert_ptr_equal(found, &expected->node);
    assert_int_equal(tree_find(tree, compare_key, &key) != NULL,
                     expected->key == key);
}

static void agrees_with_a_plain_array(void **state)
{
    (void)state;
    static struct member crowd[CROWD];
    static struct line line;
    struct tree tree;

    srand(1);
    tree_init(&tree, compare);
    for (int i = 0; i < STEPS; i++) {
        struct member *member = &crowd[rand() % CROWD];

        if (member->node.count > 0) {
            tree_remove(&tree, &member->node);
            line_remove(&line, member);
        } else {
            member->key = rand() % 50;
            member->serial = i;
            line_add_member(&line, member);
            tree_add(&tree, &member->node);
        }

        assert_finds(&tree, &line, rand() % 52);
        if (i % 16 == 0)
            assert_agrees(&tree, &line);
    }
}

static size_t depth_of(const struct tree_node *node)
{
    size_t depth = 0;

    for (; node; node = node->parent)
        depth++;

    return depth;
}

/* In order is how ids come. A random tree of n members is about 3 log2 n deep
   at its deepest (L. Devroye, JACM 33 (1986), 489-498): 50 here. */
static void stays_flat(void **state)
{
    (void)state;
    struct member *members = calloc(MANY, sizeof(*members));
    struct tree tree;
    size_t deepest = 0;

    assert_non_null(members);
    tree_init(&tree, compare);
    for (int i = 0; i < MANY; i++) {
        members[i].key = i;
        tree_add(&tree, &members[i].node);
    }
    for (int i = 0; i < MANY; i++) {
        size_t depth = depth_of(&members[i].node);

        deepest = depth > deepest ? depth : deepest;
    }

    assert_in_range(deepest, 17, 80);
    assert_ptr_equal(tree_at(&tree, MANY / 2), &members[MANY / 2].node);
    free(members);
}

static void is_empty_at_first(void **state)
{
    (void)state;
    int key = 0;
    struct tree tree;

    tree_init(&tree, compare);
    assert_int_equal(tree_count(&tree), 0);
    assert_null(tree_first(&tree));
    assert_null(tree_at(&tree, 0));
    assert_null(tree_find(&tree, compare_key, &key));
    assert_null(tree_find_from(&tree, compare_key, &key));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, agrees_with_a_plain_array);
    TEST_LIST_ADD(&list, stays_flat);
    TEST_LIST_ADD(&list, is_empty_at_first);
    return test_list_run(&list);
}
