/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules that no call comes to are found, and no others. */

#include "core/rule_shadow.h"

#include <stdio.h>

#include "core/condition.h"
#include "tests/test.h"

/* clang-format off */
#define FIRST(...) { .id = 1, __VA_ARGS__ }
#define LATER(...) { .id = 2, .position = 20, __VA_ARGS__ }
#define ON .enabled = true
#define SOONER .position = 10
#define TAKES_ALL .to = TO_HANG_UP, .share = 1
/* clang-format on */

enum { MANY = 400, PAIRS = MANY * (MANY - 1) / 2 };

static const struct shadow_row {
    const char *says;
    struct event_rule_set first, later;
    bool shadows;
} shadow_rows[] = {
    { "a rule without a condition takes all", FIRST(SOONER, ON, TAKES_ALL),
      LATER(ON, .condition = { "hour < 8" }), true },
    { "... not when it is off", FIRST(SOONER, TAKES_ALL, .enabled = false),
      LATER(ON, .condition = { "hour < 8" }), false },
    { "... nor from one that is off", FIRST(SOONER, ON, TAKES_ALL),
      LATER(.enabled = false), false },
    { "... nor from those before it", FIRST(ON, TAKES_ALL, .position = 30),
      LATER(ON, .condition = { "hour < 8" }), false },
    { "at one position the order is that in which they were made",
      FIRST(ON, TAKES_ALL, .position = 20),
      LATER(ON, .condition = { "hour < 8" }), true },
    { "a queue may be full: then the next rule is tried",
      FIRST(SOONER, ON, .to = TO_QUEUE, .to_id = 1, .share = 1), LATER(ON),
      false },
    { "... unless something takes all behind it",
      FIRST(SOONER, ON, .to = TO_QUEUE, .to_id = 1, .to2 = TO_BUSY, .share2 = 1,
            .share = 1),
      LATER(ON), true },
    { "... which without a share is not tried",
      FIRST(SOONER, ON, .to = TO_QUEUE, .to_id = 1, .to2 = TO_BUSY, .share = 1),
      LATER(ON), false },
    { "an agent may be busy",
      FIRST(SOONER, ON, .to = TO_AGENT, .to_id = 1, .share = 1), LATER(ON),
      false },
    { "a number may not answer", FIRST(SOONER, ON, .to = TO_NUMBER, .share = 1),
      LATER(ON), false },
    { "one that is for an entry leaves the others",
      FIRST(SOONER, ON, TAKES_ALL, .entry_id = 1), LATER(ON), false },
    { "... and takes that one's", FIRST(SOONER, ON, TAKES_ALL, .entry_id = 1),
      LATER(ON, .entry_id = 1), true },
    { "one for all takes an entry's",
      FIRST(SOONER, ON, TAKES_ALL, .entry_id = 0), LATER(ON, .entry_id = 1),
      true },
    { "one that begins leaves what comes before",
      FIRST(SOONER, ON, TAKES_ALL, .valid_from_us = 1), LATER(ON), false },
    { "one that ends leaves what comes after",
      FIRST(SOONER, ON, TAKES_ALL, .valid_until_us = 1), LATER(ON), false },
    { "one for who waits leaves who comes",
      FIRST(SOONER, ON, TAKES_ALL, .asked = RULE_IN_QUEUE), LATER(ON), false },
    { "... and takes who waits",
      FIRST(SOONER, ON, .asked = RULE_IN_QUEUE, .to = TO_QUEUE, .share = 0),
      LATER(ON, .asked = RULE_IN_QUEUE), true },
    { "the same condition takes the same calls",
      FIRST(SOONER, ON, TAKES_ALL, .condition = { "hour < 8" }),
      LATER(ON, .condition = { "hour < 8" }), true },
    { "another one does not",
      FIRST(SOONER, ON, TAKES_ALL, .condition = { "hour < 8" }),
      LATER(ON, .condition = { "hour < 9" }), false },
    { "one that demands less takes who meet more",
      FIRST(SOONER, ON, TAKES_ALL, .condition = { "hour < 8" }),
      LATER(ON, .condition = { "caller in vip and hour < 8" }), true },
    { "... in whatever order, and however it is written",
      FIRST(SOONER, ON, TAKES_ALL, .condition = { "hour<8 and caller in vip" }),
      LATER(ON, .condition = { "caller in vip and (hour < 8) and minute > 3" }),
      true },
    { "... and one that demands more leaves some",
      FIRST(SOONER, ON, TAKES_ALL,
            .condition = { "caller in vip and hour < 8" }),
      LATER(ON, .condition = { "hour < 8 and weekday == mon" }), false },
    { "what is true of either is not demanded",
      FIRST(SOONER, ON, TAKES_ALL, .condition = { "hour < 8" }),
      LATER(ON, .condition = { "caller in vip or hour < 8" }), false },
    { "a name in which and stands is no conjunction",
      FIRST(SOONER, ON, TAKES_ALL, .condition = { "caller in andes" }),
      LATER(ON, .condition = { "called in andes" }), false },
};

static void is_shadowed(void **state)
{
    const struct shadow_row *row = *state;

    assert_int_equal(rule_shadows(&row->first, &row->later), row->shadows);
    assert_false(rule_shadows(&row->first, &row->first));
    const struct rule_demand wide = rule_demand_of(&row->first);
    const struct rule_demand narrow = rule_demand_of(&row->later);

    if (row->shadows)
        assert_true(rule_demand_is_within(&wide, &narrow));
}

/* So many pairs as the bits leave open. */
static int left_open(const struct event_rule_set *rules, int count)
{
    struct rule_demand demands[MANY];
    int open = 0;

    for (int i = 0; i < count; i++) {
        demands[i] = rule_demand_of(&rules[i]);
        for (int before = 0; before < i; before++)
            open += rule_demand_is_within(&demands[before], &demands[i]);
    }
    return open;
}

/* Each differs from the others in one of five things. */
static void many_are_told_apart_by_their_bits(void **state)
{
    (void)state;
    struct event_rule_set rules[MANY];

    for (int i = 0; i < MANY; i++) {
        rules[i] = (struct event_rule_set)LATER(ON);
        (void)snprintf(rules[i].condition.text, sizeof(rules[i].condition.text),
                       "hour >= 8 and hour < 18 and caller in vip and "
                       "weekday == mon and called == \"%d\"",
                       i);
    }
    assert_in_range(left_open(rules, MANY), 0, PAIRS / 1000);
}

/* Every second one demands one thing alone, which none of the others does. */
static void those_of_very_many_parts_are_told_apart(void **state)
{
    (void)state;
    struct event_rule_set rules[MANY];
    struct condition condition;

    for (int i = 0; i < MANY; i++) {
        char *text = rules[i].condition.text;
        size_t size = sizeof(rules[i].condition.text), at = 0;

        at += (size_t)snprintf(text, size, "hour<%d", i % 24);
        for (int part = 0; i % 2 && part < 30; part++)
            at += (size_t)snprintf(text + at, size - at, " and hour<%d",
                                   100 + part);
        if (i % 2 == 0)
            (void)snprintf(text, size, "minute<%d", i);
        assert_true(at < size);
        assert_int_equal(condition_parse(text, &condition, NULL), 0);
    }
    assert_in_range(left_open(rules, MANY), 0, PAIRS / 20);
}

static const struct never_row {
    const char *says;
    struct event_rule_set rule;
    bool never;
} never_rows[] = {
    { "false never is so", LATER(ON, .condition = { "false" }), true },
    { "... nor beside something else",
      LATER(ON, .condition = { "hour < 8 and false" }), true },
    { "... but in place of it", LATER(ON, .condition = { "hour < 8 or false" }),
      false },
    { "what is no condition says nothing",
      LATER(ON, .condition = { "and false" }), false },
    { "a text is not the word",
      LATER(ON, .condition = { "called == \"false\"" }), false },
    { "without a condition it is always so", LATER(ON), false },
};

static void never_holds(void **state)
{
    const struct never_row *row = *state;

    assert_int_equal(rule_never_holds(&row->rule), row->never);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, is_shadowed, shadow_rows);
    TEST_LIST_ADD_ROWS(&list, never_holds, never_rows);
    TEST_LIST_ADD(&list, many_are_told_apart_by_their_bits);
    TEST_LIST_ADD(&list, those_of_very_many_parts_are_told_apart);
    return test_list_run(&list);
}
