/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Demands: what is one, and where one is wrong. */

#include "core/demand.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

/* One letter is the skill's number; nothing else is known. */
static uint64_t find(void *arg, const char *name, size_t length)
{
    (void)arg;
    return length == 1 && name[0] >= 'a' && name[0] <= 'z'
               ? (uint64_t)(name[0] - 'a' + 1)
               : 0;
}

/* "0:a50,b10 30:a30" */
static void tell(const struct demand *demand, char text[512])
{
    size_t length = 0;

    text[0] = '\0';
    for (size_t i = 0; i < demand->step_count; i++) {
        const struct demand_step *step = &demand->steps[i];

        length += (size_t)snprintf(text + length, 512 - length,
                                   "%s%lld:", i ? " " : "",
                                   (long long)step->after_us / 1000000);
        for (size_t j = 0; j < step->want_count; j++)
            length += (size_t)snprintf(
                text + length, 512 - length, "%s%c%u", j ? "," : "",
                (int)('a' + step->wants[j].skill_id - 1), step->wants[j].level);
    }
}

static const struct good_row {
    const char *says;
    const char *text;
    const char *told;
} good_rows[] = {
    { "an empty text demands nothing", "", "" },
    { "blanks and line feeds are nothing", " \n ", "" },
    { "a step demands a level", "0s a>=50", "0:a50" },
    { "a later step lowers it", "0s a>=50; 30s a>=30", "0:a50 30:a30" },
    { "... or raises it", "0s a>=50; 30s a>=70", "0:a50 30:a70" },
    { "... or drops it", "0s a>=50; 30s -a", "0:a50 30:" },
    { "... or adds a skill", "0s a>=50; 30s b>=1", "0:a50 30:a50,b1" },
    { "what a step does not name stays", "0s a>=50 b>=20; 30s -a",
      "0:a50,b20 30:b20" },
    { "minutes are minutes", "2m a>=1", "120:a1" },
    { "a line feed separates as a blank does", "0s a>=1;\n5s -a\n", "0:a1 5:" },
    { "a level of 0 asks for the skill itself", "0s a>=0", "0:a0" },
    { "a level of 100 is the highest", "0s a>=100", "0:a100" },
    { "a day is the latest", "86400s a>=1", "86400:a1" },
    { "eight skills at once are as many as there may be",
      "0s a>=1 b>=1 c>=1 d>=1 e>=1 f>=1 g>=1 h>=1",
      "0:a1,b1,c1,d1,e1,f1,g1,h1" },
};

static void is_read(void **state)
{
    const struct good_row *row = *state;
    struct demand demand;
    char text[512];

    assert_int_equal(demand_parse(row->text, find, NULL, &demand, NULL), 0);
    tell(&demand, text);
    assert_string_equal(text, row->told);
}

static const struct bad_row {
    const char *says;
    const char *text;
    size_t at;
} bad_rows[] = {
    { "a demand without a time", "a>=50", 0 },
    { "a time without a unit", "30 a>=50", 0 },
    { "a time of hours", "3h a>=50", 0 },
    { "a time beyond a day", "86401s a>=50", 0 },
    { "a time that no number can hold", "99999999999999999999s a>=1", 0 },
    { "a step without a demand", "0s ", 3 },
    { "a time and a skill without a blank between", "0sa>=1", 2 },
    { "a time that does not rise", "30s a>=50; 30s a>=30", 11 },
    { "a time that falls", "30s a>=50; 9s a>=30", 11 },
    { "a skill that there is not", "0s es>=50", 3 },
    { "a skill without a level", "0s a", 4 },
    { "another comparison", "0s a<=50", 4 },
    { "a level above 100", "0s a>=101", 6 },
    { "a level below 0", "0s a>=-1", 6 },
    { "a level with a fraction", "0s a>=5.5", 7 },
    { "dropping what is not demanded", "0s a>=1; 5s -b", 12 },
    { "dropping it twice", "0s a>=1; 5s -a; 9s -a", 19 },
    { "two steps without a semicolon", "0s a>=1 30s a>=2", 8 },
    { "a semicolon at the end", "0s a>=1;", 8 },
    { "nothing between semicolons", "0s a>=1;;", 8 },
    { "nine skills at once", "0s a>=1 b>=1 c>=1 d>=1 e>=1 f>=1 g>=1 h>=1 i>=1",
      43 },
    { "nine steps",
      "0s a>=1; 1s a>=1; 2s a>=1; 3s a>=1; 4s a>=1; 5s a>=1; 6s a>=1; "
      "7s a>=1; 8s a>=1",
      72 },
    { "a capital", "0s A>=1", 3 },
    { "a character of no alphabet", "0s \xff>=1", 3 },
};

static void is_refused(void **state)
{
    const struct bad_row *row = *state;
    struct demand demand = { .step_count = 77 };
    struct demand_mistake mistake = { 0, NULL };

    assert_int_equal(demand_parse(row->text, find, NULL, &demand, &mistake),
                     -EINVAL);
    assert_int_equal(mistake.at, row->at);
    assert_non_null(mistake.says);
    assert_int_equal(demand.step_count, 77);
}

static void tells_how_far_it_is(void **state)
{
    (void)state;
    struct demand demand;

    assert_int_equal(
        demand_parse("5s a>=50; 30s -a", find, NULL, &demand, NULL), 0);
    assert_int_equal(demand_begun(&demand, 0), 0);
    assert_int_equal(demand_begun(&demand, 4999999), 0);
    assert_int_equal(demand_begun(&demand, 5000000), 1);
    assert_int_equal(demand_begun(&demand, INT64_C(1) << 60), 2);
    assert_int_equal(demand_next_us(&demand, 0), 5000000);
    assert_int_equal(demand_next_us(&demand, 1), 30000000);
    assert_int_equal(demand_next_us(&demand, 2), -1);
    assert_null(demand_at(&demand, 0));
    assert_ptr_equal(demand_at(&demand, 9), &demand.steps[1]);
    assert_true(demand_names(&demand, 1));
    assert_false(demand_names(&demand, 2));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_read, good_rows);
    TEST_LIST_ADD_ROWS(&list, is_refused, bad_rows);
    TEST_LIST_ADD(&list, tells_how_far_it_is);
    return test_list_run(&list);
}
