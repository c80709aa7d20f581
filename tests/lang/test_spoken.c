/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in words against ICU's rules. */

#include "lang/spoken.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "tests/test.h"

/* Each form of each language is a rule set of the Unicode CLDR. */
static const struct number_row {
    const char *says;
    enum language language;
    enum spoken_form form;
    const char *rules;
} number_rows[] = {
    { "English, the British way", LANGUAGE_EN, SPOKEN_ALONE,
      "%spellout-cardinal-verbose" },
    { "Spanish alone", LANGUAGE_ES, SPOKEN_ALONE, "%spellout-numbering" },
    { "Spanish masculine", LANGUAGE_ES, SPOKEN_MASCULINE,
      "%spellout-cardinal-masculine" },
    { "Spanish feminine", LANGUAGE_ES, SPOKEN_FEMININE,
      "%spellout-cardinal-feminine" },
    { "Czech alone", LANGUAGE_CS, SPOKEN_ALONE, "%spellout-numbering" },
    { "Czech masculine", LANGUAGE_CS, SPOKEN_MASCULINE,
      "%spellout-cardinal-masculine" },
    { "Czech feminine", LANGUAGE_CS, SPOKEN_FEMININE,
      "%spellout-cardinal-feminine" },
    { "Czech neuter", LANGUAGE_CS, SPOKEN_NEUTER, "%spellout-cardinal-neuter" },
};

/* ICU's words, without its marks of where a word may be divided. */
static void ask_icu(UNumberFormat *format, int number, char text[512])
{
    UErrorCode error = U_ZERO_ERROR;
    UChar wide[512], plain[512];
    int32_t count = 0;
    int32_t length = unum_format(format, number, wide, 512, NULL, &error);

    for (int32_t i = 0; i < length; i++)
        if (wide[i] != 0xad)
            plain[count++] = wide[i];

    u_strToUTF8(text, 512, NULL, plain, count, &error);
    assert_true(U_SUCCESS(error));
}

/* Where we know better: see spoken.h. */
static void ask_in_czech(UNumberFormat *format, enum spoken_form form,
                         int number, char text[512])
{
    static const char *const thousands[] = {
        "",           "tisíc",      "dva tisíce", "tři tisíce", "čtyři tisíce",
        "pět tisíc",  "šest tisíc", "sedm tisíc", "osm tisíc",  "devět tisíc",
        "deset tisíc"
    };
    char rest[512] = "";
    int length;

    if (number % 1000 || number == 0)
        ask_icu(format, number % 1000, rest);

    char *one = strstr(rest, "jeden");
    if (form == SPOKEN_ALONE && one && one[5] == '\0')
        memcpy(one, "jedna", 6);

    length = snprintf(text, 512, "%s%s%s", thousands[number / 1000],
                      number >= 1000 && rest[0] ? " " : "", rest);
    assert_in_range(length, 1, 511);
}

static void spells_as_icu_does(void **state)
{
    const struct number_row *row = *state;
    UErrorCode error = U_ZERO_ERROR;
    UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0,
                                      lang_code(row->language), NULL, &error);
    UChar rules[64];

    assert_true(U_SUCCESS(error));
    u_uastrcpy(rules, row->rules);
    unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, rules, -1, &error);
    assert_true(U_SUCCESS(error));
    for (int number = 0; number <= SPOKEN_MAX; number++) {
        char text[SPOKEN_SIZE], wanted[512];

        if (row->language == LANGUAGE_CS)
            ask_in_czech(format, row->form, number, wanted);
        else
            ask_icu(format, number, wanted);
        assert_int_equal(spoken_number(row->language, (unsigned long)number,
                                       row->form, text, sizeof(text)),
                         0);
        assert_string_equal(text, wanted);
    }

    unum_close(format);
}

static void refuses_what_has_no_room(void **state)
{
    (void)state;
    char text[16] = "before";

    assert_int_equal(spoken_number(LANGUAGE_EN, SPOKEN_MAX + 1, SPOKEN_ALONE,
                                   text, sizeof(text)),
                     -ERANGE);
    assert_string_equal(text, "");
    assert_int_equal(
        spoken_number(LANGUAGE_EN, 1234, SPOKEN_ALONE, text, sizeof(text)),
        -ENOSPC);
    assert_string_equal(text, "");
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, spells_as_icu_does, number_rows);
    TEST_LIST_ADD(&list, refuses_what_has_no_room);
    return test_list_run(&list);
}
