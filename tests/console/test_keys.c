/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key table keeps its rules, and keys do what they say. */

#include <stdio.h>
#include <string.h>

#include "console/key_table.h"
#include "console/screen.h"
#include "tests/console/fake_session.h"
#include "tests/console/stage.h"
#include "tests/test.h"

static void the_key_table_keeps_the_rules(void **state)
{
    struct action_table table = key_table();
    static char report[65536];
    FILE *file = fmemopen(report, sizeof(report), "w");

    (void)state;
    int mistakes = action_lint(&table, file);
    fclose(file);
    if (mistakes > 0)
        fail_msg("%s", report);
}

static void every_screen_is_found_by_its_name(void **state)
{
    (void)state;
    for (int i = 0; i < SCREEN_COUNT; i++)
        assert_int_equal(screen_find(screen_name((enum screen)i)), i);
    assert_true(screen_find("nowhere") < 0);
}

int main(void)
{
    struct test_list list = { 0 };

#define CASE(f) test_list_add(&list, (struct CMUnitTest)cmocka_unit_test(f))
    CASE(the_key_table_keeps_the_rules);
    CASE(every_screen_is_found_by_its_name);
    return test_list_run(&list);
}
