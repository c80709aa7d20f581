/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every test program includes: cmocka, and tests made of table rows. */

#ifndef TESTS_TEST_H
#define TESTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#define ARRAY_LEN(array) (sizeof(array) / sizeof((array)[0]))

/**
 * Makes one named test of one row of a table. The test function finds the row
 * in *state and must not change it.
 *
 * @param says  what the row claims; printed as the name of the test
 */
static inline struct CMUnitTest row_test(const char *says,
                                         CMUnitTestFunction function,
                                         const void *row)
{
    return (struct CMUnitTest){
        .name = says,
        .test_func = function,
        .initial_state = (void *)row,
    };
}

/* The tests of one program, gathered: TAP knows one plan per program. */
struct test_list {
    struct CMUnitTest tests[2048];
    size_t count;
};

static inline void test_list_add(struct test_list *list, struct CMUnitTest test)
{
    if (list->count == ARRAY_LEN(list->tests))
        abort();
    list->tests[list->count++] = test;
}

/* Adds one test per row; the first member of a row is its sentence. */
#define TEST_LIST_ADD_ROWS(list, function, rows)                               \
    do {                                                                       \
        for (size_t row_ = 0; row_ < ARRAY_LEN(rows); row_++)                  \
            test_list_add((list), row_test((rows)[row_].says, (function),      \
                                           &(rows)[row_]));                    \
    } while (0)

#define TEST_LIST_ADD(list, function)                                          \
    test_list_add((list), (struct CMUnitTest)cmocka_unit_test(function))

/* Runs all of them as one group, and gives the exit code. */
static inline int test_list_run(const struct test_list *list)
{
    return _cmocka_run_group_tests("tests", list->tests, list->count, NULL,
                                   NULL)
               ? EXIT_FAILURE
               : EXIT_SUCCESS;
}

#endif
