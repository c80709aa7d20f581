/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nobody fills the disk with sounds that replace each other. */

#include "web/sound_budget.h"

#include "tests/test.h"

enum { ANA = 1, BOB = 2 };

static const int64_t SECOND_US = 1000000;
static const int64_t MIB = INT64_C(1024) * 1024;

static struct sound_budget budget;

static void make(uint64_t user_id, int64_t bytes, int64_t at_s)
{
    sound_budget_note(&budget,
                      &(struct sound_made){ user_id, bytes, at_s * SECOND_US });
}

static int wait_s(uint64_t user_id, int64_t at_s)
{
    return sound_budget_wait_s(&budget, user_id, at_s * SECOND_US);
}

static void begin(void)
{
    sound_budget_init(&budget);
}

static void a_library_of_usual_prompts_fits(void **state)
{
    (void)state;
    begin();
    for (int i = 0; i < 300; i++) {
        assert_int_equal(wait_s(ANA, 1 + i), 0);
        make(ANA, 160000, 1 + i); /* ten seconds */
    }
}

static void whoever_makes_too_much_waits_for_the_oldest(void **state)
{
    (void)state;
    begin();
    for (int i = 0; i < 14; i++) {
        assert_int_equal(wait_s(ANA, 1000 + i), 0);
        make(ANA, 48 * MIB / 10, 1000 + i); /* the longest there is */
    }
    assert_int_equal(wait_s(ANA, 1020), 580);
    assert_int_equal(wait_s(ANA, 1599), 1);
    assert_int_equal(wait_s(ANA, 1600), 0);
    make(ANA, 48 * MIB / 10, 1600);
    assert_int_equal(wait_s(ANA, 1600), 1);
}

static void another_user_does_not(void **state)
{
    (void)state;
    begin();
    make(ANA, 64 * MIB, 1000);
    assert_int_equal(wait_s(ANA, 1001), 599);
    assert_int_equal(wait_s(BOB, 1001), 0);
}

static void all_users_together_are_bounded_too(void **state)
{
    (void)state;
    begin();
    for (uint64_t user = 10; user < 15; user++)
        make(user, 52 * MIB, 1000 + (int64_t)user);
    assert_int_equal(wait_s(ANA, 1100), 510);
}

static void a_thousand_short_prompts_are_made_at_once(void **state)
{
    (void)state;
    begin();
    for (int i = 0; i < 1000; i++) {
        assert_int_equal(wait_s(ANA, 1000 + i / 10), 0);
        make(ANA, 32000, 1000 + i / 10); /* two seconds */
    }
    assert_int_equal(wait_s(ANA, 1100), 500);
    assert_int_equal(wait_s(ANA, 1600), 0);
}

static void tiny_sounds_of_one_user_do_not_keep_others_waiting(void **state)
{
    int made = 0;

    (void)state;
    begin();
    for (; wait_s(ANA, 1000) == 0; made++) {
        assert_true(made < SOUND_BUDGET_SOUNDS);
        make(ANA, 44, 1000);
    }
    assert_int_equal(wait_s(BOB, 1001), 0);
}

/* As many as are counted. */
static void tiny_sounds_are_bounded_by_their_number(void **state)
{
    (void)state;
    begin();
    for (int i = 0; i < SOUND_BUDGET_SOUNDS; i++)
        make(10 + (uint64_t)i % 7, 44, 1000 + i / 10);
    assert_int_equal(wait_s(ANA, 1410), 190);
    assert_int_equal(wait_s(ANA, 2010), 0);
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD(&list, a_library_of_usual_prompts_fits);
    TEST_LIST_ADD(&list, whoever_makes_too_much_waits_for_the_oldest);
    TEST_LIST_ADD(&list, another_user_does_not);
    TEST_LIST_ADD(&list, all_users_together_are_bounded_too);
    TEST_LIST_ADD(&list, a_thousand_short_prompts_are_made_at_once);
    TEST_LIST_ADD(&list, tiny_sounds_of_one_user_do_not_keep_others_waiting);
    TEST_LIST_ADD(&list, tiny_sounds_are_bounded_by_their_number);
    return test_list_run(&list);
}
