/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table beside an array of keys that is searched from end to end. */

#include "core/table.h"

#include <stdbool.h>
#include <string.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

enum { STEPS = 60000, MOST = 700, KEYS = 40 };

struct row_slot {
    struct slot slot;
    uint64_t value;
};

/* The obvious one. */
struct list {
    uint64_t keys[MOST][2];
    uint64_t values[MOST];
    size_t count;
};

static size_t where(const struct list *list, const uint64_t key[2])
{
    size_t at = 0;

    while (at < list->count &&
           memcmp(list->keys[at], key, sizeof(list->keys[at])) != 0)
        at++;

    return at;
}

static void assert_found(const struct table *table, const struct list *list,
                         const uint64_t key[2])
{
    const struct row_slot *slot = table_find(table, key[0], key[1]);
    size_t at = where(list, key);

    assert_int_equal(slot != NULL, at < list->count);
    if (slot) {
        assert_memory_equal(slot->slot.key, key, sizeof(slot->slot.key));
        assert_int_equal(slot->value, list->values[at]);
    }
}

static void add(struct table *table, struct list *list, const uint64_t key[2],
                uint64_t value)
{
    assert_int_equal(table_reserve(table, 1), 0);

    struct row_slot *slot = table_add(table, key[0], key[1]);

    assert_int_equal(slot->value, 0);
    slot->value = value;
    memcpy(list->keys[list->count], key, sizeof(list->keys[0]));
    list->values[list->count++] = value;
}

static void remove_at(struct table *table, struct list *list, size_t at)
{
    table_remove(table,
                 table_find(table, list->keys[at][0], list->keys[at][1]));
    list->count--;
    memmove(list->keys[at], list->keys[list->count], sizeof(list->keys[0]));
    list->values[at] = list->values[list->count];
}

/* The lists grow, shrink and grow; few keys of each part, many pairs. */
static void one_step(struct table *table, struct list *list, uint64_t *random,
                     uint64_t step)
{
    bool grows = step / 5000 % 2 == 0;

    *random = *random * UINT64_C(6364136223846793005) + 1442695040888963407U;

    uint64_t drawn = *random >> 33;
    const uint64_t key[2] = { drawn % KEYS, drawn / KEYS % KEYS };

    assert_found(table, list, key);
    if (where(list, key) == list->count && list->count < MOST &&
        (grows || drawn % 3 == 0))
        add(table, list, key, step + 1);
    else if (list->count > 0 && (!grows || drawn % 3 == 0))
        remove_at(table, list, drawn % list->count);
    assert_int_equal(table_count(table), list->count);
}

static void finds_what_is_there(void **state)
{
    static struct list list;
    struct table table;
    uint64_t random = 1;

    (void)state;
    table_init(&table, sizeof(struct row_slot));
    assert_null(table_find(&table, 1, 0));
    for (uint64_t step = 0; step < STEPS; step++)
        one_step(&table, &list, &random, step);
    for (size_t i = 0; i < list.count; i++)
        assert_found(&table, &list, list.keys[i]);
    table_done(&table);
    assert_null(table_find(&table, 1, 0));
}

static void has_them_in_order(void **state)
{
    struct table table;
    const struct slot *last = NULL;

    (void)state;
    table_init(&table, sizeof(struct row_slot));
    for (uint64_t i = 0; i < 1000; i++) {
        assert_int_equal(table_reserve(&table, 1), 0);
        table_add(&table, i * 7919 % 1000, i % 3);
    }
    for (const struct slot *slot = table_first(&table); slot;
         last = slot, slot = table_next(slot))
        assert_true(!last || last->key[0] < slot->key[0]);
    assert_int_equal(last->key[0], 999);
    table_done(&table);
}

/* Whatever was not to be had is asked for again. */
static void survives_a_failed_allocation(void **state)
{
    (void)state;
    for (int successes = 0; successes < 8; successes++) {
        struct table table;

        table_init(&table, sizeof(struct row_slot));
        fail_alloc_after(successes);
        for (uint64_t i = 0; i < 300 && table_reserve(&table, 5) == 0; i++)
            table_add(&table, i, 0);
        fail_alloc_after(FAIL_NO_ALLOC);
        for (uint64_t i = 1000; i < 1300; i++) {
            assert_int_equal(table_reserve(&table, 5), 0);
            table_add(&table, i, 0);
            assert_true(table_count(&table) <= (size_t)1 << (table.bits - 1));
        }
        for (uint64_t i = 1000; i < 1300; i++)
            assert_non_null(table_find(&table, i, 0));
        table_done(&table);
    }
    assert_int_equal(live_blocks(), 0);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, finds_what_is_there);
    TEST_LIST_ADD(&list, has_them_in_order);
    TEST_LIST_ADD(&list, survives_a_failed_allocation);
    return test_list_run(&list);
}
