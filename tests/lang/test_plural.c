/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plural rules of the gettext manual, and expressions that are none. */

#include "lang/plural.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

/* The forms for n = 0, 1, 2, ... as digits; from the manual's own tables. */
static const struct rule_row {
    const char *says;
    const char *rule;
    const char *forms;
} rule_rows[] = {
    { "Japanese has one form", " nplurals=1; plural=0;", "0000000" },
    { "English keeps 1 apart", "nplurals=2; plural=n != 1;", "1011111" },
    { "French keeps 0 and 1 apart", "nplurals=2; plural=n>1;", "0011111" },
    { "Czech counts 1, 2 to 4, and more",
      "nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;",
      "201112222222222222222222" },
    { "Polish looks at the last digits",
      "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || "
      "n%100>=20) ? 1 : 2;",
      "2011122222222222222222111" },
    { "Slovenian looks at the hundreds",
      "nplurals=4; plural=n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || "
      "n%100==4 ? 2 : 3;",
      "301223333" },
    { "no final semicolon is needed", "nplurals=2; plural=n!=1", "10" },
    { "times binds before plus", "nplurals=6; plural=1+n*2", "135" },
    { "minus goes from left to right", "nplurals=6; plural=5-n-1", "432" },
    { "comparison binds before equality", "nplurals=2; plural=n<2==1", "1100" },
    { "and binds before or", "nplurals=2; plural=n==0||n==1&&n==2", "1000" },
    { "not binds to what follows", "nplurals=2; plural=!n||n==2", "1010" },
    { "choices go from right to left", "nplurals=3; plural=n==0?0:n==1?1:2",
      "0122" },
    { "division by zero is the first form", "nplurals=2; plural=1/n", "010" },
    { "a form that does not exist is the first", "nplurals=2; plural=n",
      "0100" },
};

static void chooses(void **state)
{
    const struct rule_row *row = *state;
    struct plural plural;

    assert_int_equal(plural_compile(row->rule, &plural), 0);
    for (size_t n = 0; row->forms[n]; n++)
        assert_int_equal(plural_form(&plural, n), row->forms[n] - '0');
}

static const struct bad_row {
    const char *says;
    const char *rule;
} bad_rows[] = {
    { "nothing is refused", "" },
    { "no count of forms is refused", "plural=n;" },
    { "no forms are refused", "nplurals=0; plural=0;" },
    { "seven forms are refused", "nplurals=7; plural=0;" },
    { "an unknown name is refused", "nplurals=2; plural=m;" },
    { "a missing operand is refused", "nplurals=2; plural=n!=;" },
    { "an open parenthesis is refused", "nplurals=2; plural=(n;" },
    { "half a choice is refused", "nplurals=2; plural=n?1;" },
    { "what follows the end is refused", "nplurals=2; plural=n; system()" },
    { "a number beyond all counts is refused",
      "nplurals=2; plural=n<99999999999999999999;" },
    { "the translators' placeholder is refused",
      "nplurals=INTEGER; plural=EXPRESSION;" },
};

static void is_refused(void **state)
{
    const struct bad_row *row = *state;
    struct plural plural = { .forms = 42 };

    assert_int_equal(plural_compile(row->rule, &plural), -EINVAL);
    assert_int_equal(plural.forms, 42);
}

static void refuses_what_is_nested_or_chained_without_end(void **state)
{
    (void)state;
    static const char *const pieces[] = { "(", "!", "n?", "n+", "n?n:" };
    char rule[4096];
    struct plural plural;

    for (size_t i = 0; i < ARRAY_LEN(pieces); i++) {
        size_t length = (size_t)sprintf(rule, "nplurals=2; plural=");

        while (length + strlen(pieces[i]) + 2 < sizeof(rule))
            length += (size_t)sprintf(rule + length, "%s", pieces[i]);
        memcpy(rule + length, "n", 2);
        assert_int_equal(plural_compile(rule, &plural), -EINVAL);
    }
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, chooses, rule_rows);
    TEST_LIST_ADD_ROWS(&list, is_refused, bad_rows);
    TEST_LIST_ADD(&list, refuses_what_is_nested_or_chained_without_end);
    return test_list_run(&list);
}
