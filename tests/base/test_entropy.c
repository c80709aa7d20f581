/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random bytes come once, to one thread of one process, and evenly. */

#include "base/entropy.h"

#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/test.h"

enum { DRAWS = 4096, THREADS = 4 };

static int compare(const void *a, const void *b)
{
    return memcmp(a, b, sizeof(uint64_t));
}

static void assert_all_differ(uint64_t *numbers, size_t count)
{
    qsort(numbers, count, sizeof(numbers[0]), compare);
    for (size_t i = 1; i < count; i++)
        assert_true(numbers[i - 1] != numbers[i]);
}

static void draw(uint64_t numbers[DRAWS])
{
    for (size_t i = 0; i < DRAWS; i++)
        entropy_bytes(&numbers[i], sizeof(numbers[i]));
}

static void no_number_comes_twice(void **state)
{
    static uint64_t numbers[DRAWS];

    (void)state;
    draw(numbers);
    assert_all_differ(numbers, DRAWS);
}

static void *draw_in_thread(void *numbers)
{
    draw(numbers);
    return NULL;
}

static void threads_share_none(void **state)
{
    static uint64_t numbers[THREADS * DRAWS];
    pthread_t threads[THREADS];

    (void)state;
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, draw_in_thread,
                                        numbers + i * DRAWS),
                         0);
    for (size_t i = 0; i < THREADS; i++)
        assert_int_equal(pthread_join(threads[i], NULL), 0);
    assert_all_differ(numbers, THREADS * DRAWS);
}

/* Both begin with what is left of one pool, if they do not take care. */
static void a_child_draws_others(void **state)
{
    size_t size = (size_t)2 * DRAWS * sizeof(uint64_t);
    uint64_t *numbers = mmap(NULL, size, PROT_READ | PROT_WRITE,
                             MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    uint64_t first;
    int status = 1;

    (void)state;
    assert_true(numbers != MAP_FAILED);
    entropy_bytes(&first, sizeof(first));

    pid_t child = fork();
    assert_true(child >= 0);
    draw(child == 0 ? numbers : numbers + DRAWS);
    if (child == 0)
        _exit(0);

    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(status, 0);
    assert_all_differ(numbers, (size_t)2 * DRAWS);
    munmap(numbers, size);
}

/* Around the bound of what is kept in stock, and beyond the stock itself. */
static void fills_every_byte_and_no_more(void **state)
{
    static unsigned char bytes[2000];
    static const size_t sizes[] = { 0, 1, 2, 63, 64, 65, 511, 512, 513, 1998 };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        unsigned char seen[sizeof(bytes)] = { 0 };

        for (int round = 0; round < 20; round++) {
            memset(bytes, 0, sizeof(bytes));
            entropy_bytes(bytes + 1, sizes[i]);
            for (size_t at = 0; at < sizeof(bytes); at++)
                seen[at] |= bytes[at];
        }
        for (size_t at = 0; at < sizeof(bytes); at++)
            assert_int_equal(seen[at] != 0, at >= 1 && at <= sizes[i]);
    }
}

/* 16 standard deviations: this does not fail by chance. */
static void each_bit_is_set_half_the_time(void **state)
{
    static uint64_t numbers[DRAWS];

    (void)state;
    draw(numbers);
    for (int bit = 0; bit < 64; bit++) {
        int count = 0;

        for (size_t i = 0; i < DRAWS; i++)
            count += (int)(numbers[i] >> bit & 1);
        assert_in_range(count, DRAWS / 2 - 512, DRAWS / 2 + 512);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, no_number_comes_twice);
    TEST_LIST_ADD(&list, threads_share_none);
    TEST_LIST_ADD(&list, a_child_draws_others);
    TEST_LIST_ADD(&list, fills_every_byte_and_no_more);
    TEST_LIST_ADD(&list, each_bit_is_set_half_the_time);
    return test_list_run(&list);
}
