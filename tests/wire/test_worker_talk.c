/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may be the name of a voice. */

#include "wire/worker_talk.h"

#include "tests/test.h"

static const struct name_row {
    const char *says;
    enum speech language;
    const char *name;
    bool may;
} name_rows[] = {
    { "a language is a voice", SPEAKS_ES, "es", true },
    { "... and one of its countries", SPEAKS_ES, "es-419", true },
    { "... of several words", SPEAKS_EN, "en-gb-x-rp", true },
    { "... with a variant", SPEAKS_CS, "cs+f3", true },
    { "... whose name is any", SPEAKS_EN, "en-us+Mr_serious-2", true },
    { "another language is none", SPEAKS_CS, "es", false },
    { "... also one that begins alike", SPEAKS_ES, "est", false },
    { "nothing is none", SPEAKS_EN, "", false },
    { "... nor a variant of nothing", SPEAKS_EN, "+f3", false },
    { "... nor no variant", SPEAKS_EN, "en+", false },
    { "... nor two", SPEAKS_EN, "en+f3+m1", false },
    { "a country is named", SPEAKS_EN, "en-", false },
    { "a path is none", SPEAKS_EN, "en/../../etc/passwd", false },
    { "... nor a variant's", SPEAKS_EN, "en+../f3", false },
    { "... nor one with a dot", SPEAKS_EN, "en+a.b", false },
    { "a blank is in none", SPEAKS_EN, "en us", false },
    { "... nor a capital before the variant", SPEAKS_EN, "en-US", false },
    { "... nor a letter of another alphabet", SPEAKS_CS, "cs+\u010d", false },
    { "31 bytes are the most", SPEAKS_EN, "en-abcdefghijklmnopqrstuvwxyz-1",
      true },
    { "... 32 too many", SPEAKS_EN, "en-abcdefghijklmnopqrstuvwxyz-12", false },
};

static void naming(void **state)
{
    const struct name_row *row = *state;

    assert_int_equal(worker_voice_is_named(row->language, row->name), row->may);
}

static void presets_are_names(void **state)
{
    (void)state;
    for (int i = 0; i < speech_count; i++)
        assert_true(worker_voice_is_named((enum speech)i,
                                          worker_voice_preset((enum speech)i)));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, naming, name_rows);
    TEST_LIST_ADD(&list, presets_are_names);
    return test_list_run(&list);
}
