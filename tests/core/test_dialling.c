/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a trunk may dial, and what it may not. */

#include "core/dialling.h"

#include <stdio.h>

#include "tests/test.h"

static const struct may_row {
    const char *says;
    const char *prefixes;
    const char *number;
    bool outbound;
    bool may;
} may_rows[] = {
    { "nothing is dialled that was not allowed", "", "112", true, false },
    { "a number that begins as allowed is dialled", "+44", "+442079460000",
      true, true },
    { "the allowed beginning may be all of the number", "112", "112", true,
      true },
    { "a number shorter than what is allowed is not dialled", "+4420", "+442",
      true, false },
    { "the second beginning counts, too", "+34 +420", "+420123", true, true },
    { "more blanks than needed do no harm", "  +34   +420  ", "+420123", true,
      true },
    { "premium numbers elsewhere are not dialled", "+34 +420", "+882123", true,
      false },
    { "a star alone is every number", "*", "+882123", true, true },
    { "a star within a beginning is a key of the phone", "*69", "+882123", true,
      false },
    { "a star followed by more is no licence", "*6", "123", true, false },
    { "a trunk that does not dial dials nothing", "*", "112", false, false },
};

static void judges(void **state)
{
    const struct may_row *row = *state;
    struct event_trunk_set trunk = { .outbound = row->outbound };

    (void)snprintf(trunk.prefixes.text, sizeof(trunk.prefixes.text), "%s",
                   row->prefixes);
    assert_int_equal(dialling_may(&trunk, row->number), row->may);
}

static const struct list_row {
    const char *says;
    const char *prefixes;
    bool is_list;
} list_rows[] = {
    { "an empty list is a list", "", true },
    { "beginnings and blanks are a list", "+44 *69 0 #", true },
    { "a comma separates nothing", "+44,+34", false },
    { "letters are no number", "+44x", false },
    { "a tab is no blank", "+44\t+34", false },
};

static void knows_a_list(void **state)
{
    const struct list_row *row = *state;

    assert_int_equal(dialling_is_list(row->prefixes), row->is_list);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD_ROWS(&list, judges, may_rows);
    TEST_LIST_ADD_ROWS(&list, knows_a_list, list_rows);
    return test_list_run(&list);
}
