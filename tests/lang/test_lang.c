/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts in three languages at once, and who chooses the language. */

#include "lang/lang.h"

#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "tests/test.h"

static int load(void **state)
{
    (void)state;
    const char *build = getenv("top_builddir");
    char directory[PATH_MAX];

    snprintf(directory, sizeof(directory), "%s/tests/lang",
             build ? build : ".");
    return lang_open(directory);
}

static int unload(void **state)
{
    (void)state;
    lang_close();
    lang_set_own(LANGUAGE_EN);
    return 0;
}

static const struct text_row {
    const char *says;
    enum language language;
    const char *msgid;
    const char *text;
} text_rows[] = {
    { "English stands in the code", LANGUAGE_EN, "queue", "queue" },
    { "Spanish comes from its catalogue", LANGUAGE_ES, "queue", "cola" },
    { "Czech comes from its catalogue", LANGUAGE_CS, "queue", "fronta" },
    { "accents arrive", LANGUAGE_CS, "wrap-up", "dokončení hovoru" },
    { "a text without translation is English", LANGUAGE_CS, "untranslated",
      "untranslated" },
    { "an unknown text is itself", LANGUAGE_ES, "nobody wrote this",
      "nobody wrote this" },
    { "the empty text is not the catalogue's header", LANGUAGE_ES, "", "" },
};

static void is_translated(void **state)
{
    const struct text_row *row = *state;

    load(NULL);
    assert_string_equal(lang_text(row->language, row->msgid), row->text);
    unload(NULL);
}

static const struct count_row {
    const char *says;
    enum language language;
    unsigned long n;
    const char *text;
} count_rows[] = {
    { "English has one form for 1", LANGUAGE_EN, 1, "1 call waits" },
    { "English has another for 0", LANGUAGE_EN, 0, "0 calls wait" },
    { "Spanish has one form for 1", LANGUAGE_ES, 1, "1 llamada espera" },
    { "Spanish has another for 2", LANGUAGE_ES, 2, "2 llamadas esperan" },
    { "Czech has one form for 1", LANGUAGE_CS, 1, "1 hovor čeká" },
    { "Czech has a second for 2", LANGUAGE_CS, 2, "2 hovory čekají" },
    { "Czech has the second up to 4", LANGUAGE_CS, 4, "4 hovory čekají" },
    { "Czech has a third from 5", LANGUAGE_CS, 5, "5 hovorů čeká" },
    { "Czech has the third for 0", LANGUAGE_CS, 0, "0 hovorů čeká" },
    { "Czech has the third for 21", LANGUAGE_CS, 21, "21 hovorů čeká" },
};

static void is_counted(void **state)
{
    const struct count_row *row = *state;
    char text[64];

    load(NULL);
    snprintf(text, sizeof(text),
             P_(row->language, "%lu call waits", "%lu calls wait", row->n),
             row->n);
    assert_string_equal(text, row->text);
    unload(NULL);
}

static const char *const queue_words[] = {
    [LANGUAGE_EN] = "queue",
    [LANGUAGE_ES] = "cola",
    [LANGUAGE_CS] = "fronta",
};

/* Each of three threads asks one language 1,000 times; NULL when all fit. */
static void *asks_often(void *argument)
{
    enum language language = *(const enum language *)argument;

    for (int i = 0; i < 1000; i++) {
        if (strcmp(lang_text(language, "queue"), queue_words[language]) != 0)
            return argument;
        if (strcmp(lang_text_n(language, "%lu call waits", "%lu calls wait",
                               (unsigned long)i % 7),
                   "") == 0)
            return argument;
    }
    return NULL;
}

static void three_languages_speak_at_once(void **state)
{
    (void)state;
    enum language languages[] = { LANGUAGE_EN, LANGUAGE_ES, LANGUAGE_CS };
    pthread_t threads[ARRAY_LEN(languages)];
    void *failed;

    assert_int_equal(load(NULL), 0);
    for (size_t i = 0; i < ARRAY_LEN(languages); i++)
        assert_int_equal(
            pthread_create(&threads[i], NULL, asks_often, &languages[i]), 0);
    for (size_t i = 0; i < ARRAY_LEN(languages); i++) {
        assert_int_equal(pthread_join(threads[i], &failed), 0);
        assert_null(failed);
    }
    unload(NULL);
}

static void the_own_language_is_english_until_set(void **state)
{
    (void)state;
    load(NULL);

    assert_string_equal(_("queue"), "queue");
    lang_set_own(LANGUAGE_CS);
    assert_int_equal(lang_own(), LANGUAGE_CS);
    assert_string_equal(_("queue"), "fronta");
    unload(NULL);
}

static void without_catalogues_everybody_speaks_english(void **state)
{
    (void)state;

    assert_int_equal(lang_open("/nonexistent"), -ENOENT);
    assert_string_equal(lang_text(LANGUAGE_CS, "queue"), "queue");
    assert_string_equal(lang_text_n(LANGUAGE_CS, "one", "many", 2), "many");
    lang_close();
}

static void the_environment_names_the_directory(void **state)
{
    (void)state;
    char directory[PATH_MAX];
    const char *kept = getenv("CCLITE_LOCALE_DIR");
    char *before = kept ? strdup(kept) : NULL;

    snprintf(directory, sizeof(directory), "%s/tests/lang",
             getenv("top_builddir") ? getenv("top_builddir") : ".");
    setenv("CCLITE_LOCALE_DIR", directory, 1);
    assert_int_equal(lang_open(NULL), 0);
    assert_string_equal(lang_text(LANGUAGE_ES, "queue"), "cola");

    if (before)
        setenv("CCLITE_LOCALE_DIR", before, 1);
    free(before);
    unload(NULL);
}

static const struct find_row {
    const char *says;
    const char *tag;
    int language; /* -1: none of ours */
} find_rows[] = {
    { "cs is Czech", "cs", LANGUAGE_CS },
    { "a region does not matter", "es-MX", LANGUAGE_ES },
    { "a locale's name is understood", "cs_CZ.UTF-8", LANGUAGE_CS },
    { "a modifier does not matter", "es@euro", LANGUAGE_ES },
    { "case does not matter", "CS", LANGUAGE_CS },
    { "C is English", "C", LANGUAGE_EN },
    { "C.UTF-8 is English", "C.UTF-8", LANGUAGE_EN },
    { "POSIX is English", "POSIX", LANGUAGE_EN },
    { "German is none of ours", "de_DE.UTF-8", -1 },
    { "a longer code is another language", "csb", -1 },
    { "nothing is no language", "", -1 },
};

static void is_found(void **state)
{
    const struct find_row *row = *state;
    enum language language = LANGUAGE_COUNT;
    int rc = lang_find(row->tag, &language);

    assert_int_equal(rc, row->language < 0 ? -ENOENT : 0);
    assert_int_equal(language,
                     row->language < 0 ? LANGUAGE_COUNT : row->language);
}

static const struct choice_row {
    const char *says;
    const char *setting, *option, *cclite_lang, *lc_all, *lc_messages, *lang;
    enum language language;
} choice_rows[] = {
    { "nobody asks: English", NULL, NULL, NULL, NULL, NULL, NULL, LANGUAGE_EN },
    { "LANG is the last word", NULL, NULL, NULL, NULL, NULL, "cs_CZ.UTF-8",
      LANGUAGE_CS },
    { "LC_MESSAGES stands above LANG", NULL, NULL, NULL, NULL, "es_ES", "cs_CZ",
      LANGUAGE_ES },
    { "LC_ALL stands above both", NULL, NULL, NULL, "cs_CZ", "es_ES", "es_ES",
      LANGUAGE_CS },
    { "LC_ALL=C means English, whatever LANG says", NULL, NULL, NULL, "C", NULL,
      "cs_CZ", LANGUAGE_EN },
    { "an empty LC_ALL says nothing", NULL, NULL, NULL, "", NULL, "cs_CZ",
      LANGUAGE_CS },
    { "a locale that is not ours is English", NULL, NULL, NULL, "de_DE", NULL,
      "cs_CZ", LANGUAGE_EN },
    { "CCLITE_LANG stands above the locale", NULL, NULL, "es", "C", NULL, NULL,
      LANGUAGE_ES },
    { "LC_ALL=C with --lang cs is Czech", NULL, "cs", NULL, "C", NULL, NULL,
      LANGUAGE_CS },
    { "--lang stands above CCLITE_LANG", NULL, "cs", "es", NULL, NULL, NULL,
      LANGUAGE_CS },
    { "the user's setting stands above all", "es", "cs", "cs", "cs", "cs", "cs",
      LANGUAGE_ES },
    { "a setting nobody knows is passed over", "xx", "cs", NULL, NULL, NULL,
      NULL, LANGUAGE_CS },
};

static void set_or_unset(const char *name, const char *value)
{
    if (value)
        setenv(name, value, 1);
    else
        unsetenv(name);
}

static void is_chosen(void **state)
{
    const struct choice_row *row = *state;

    set_or_unset("CCLITE_LANG", row->cclite_lang);
    set_or_unset("LC_ALL", row->lc_all);
    set_or_unset("LC_MESSAGES", row->lc_messages);
    set_or_unset("LANG", row->lang);

    assert_int_equal(lang_choose(row->setting, row->option), row->language);
}

/* Expected by RFC 9110, 12.4.2 and 12.5.4, and RFC 4647, 3.4. */
static const struct accept_row {
    const char *says;
    const char *header;
    enum language language; /* otherwise: Spanish */
} accept_rows[] = {
    { "no header leaves the choice", NULL, LANGUAGE_ES },
    { "an empty header leaves it", "", LANGUAGE_ES },
    { "one language is taken", "cs", LANGUAGE_CS },
    { "a region is cut off", "cs-CZ", LANGUAGE_CS },
    { "a script and a region are cut off", "cs-Latn-CZ", LANGUAGE_CS },
    { "a browser's usual header", "cs-CZ,cs;q=0.9,en;q=0.8", LANGUAGE_CS },
    { "the heaviest wins, not the first", "en;q=0.5, cs;q=0.7", LANGUAGE_CS },
    { "of equals the first wins", "en, cs", LANGUAGE_EN },
    { "what is not ours is passed over", "de, fr;q=0.9, cs;q=0.1",
      LANGUAGE_CS },
    { "nothing of ours leaves the choice", "de, fr", LANGUAGE_ES },
    { "a star leaves the choice", "*", LANGUAGE_ES },
    { "a star after a language does not outweigh it", "cs, *;q=0.5",
      LANGUAGE_CS },
    { "weight 0 means not this one", "cs;q=0, en;q=0.1", LANGUAGE_EN },
    { "weight 0 excludes from the star", "es;q=0, *", LANGUAGE_EN },
    { "everything excluded leaves the choice", "*;q=0", LANGUAGE_ES },
    { "blanks are allowed", "  cs ; q=0.9 ,\ten;q=0.2 ", LANGUAGE_CS },
    { "case does not matter", "CS;Q=0.9, EN;Q=0.1", LANGUAGE_CS },
    { "three decimals count", "en;q=0.998, cs;q=0.999", LANGUAGE_CS },
    { "a weight above 1 is no weight", "en;q=1.5, cs;q=0.1", LANGUAGE_CS },
    { "a fourth decimal is no weight", "en;q=0.9999, cs;q=0.1", LANGUAGE_CS },
    { "words are no weight", "en;q=high, cs;q=0.1", LANGUAGE_CS },
    { "empty members are passed over", ",,cs,,", LANGUAGE_CS },
    { "a longer code is another language", "csb, en;q=0.2", LANGUAGE_EN },
    { "bytes that mean nothing leave the choice", "\xff\xfe;q=\x80,;;;=,",
      LANGUAGE_ES },
};

static void is_accepted(void **state)
{
    const struct accept_row *row = *state;

    assert_int_equal(lang_from_accept(row->header, LANGUAGE_ES), row->language);
}

static void a_header_without_end_is_read_only_so_far(void **state)
{
    (void)state;
    static char header[4 * 100000];

    memset(header, ' ', sizeof(header) - 1);
    for (size_t i = 0; i + 4 < sizeof(header); i += 4)
        memcpy(header + i, "de,", 3);
    memcpy(header + sizeof(header) - 4, "cs", 3);

    assert_int_equal(lang_from_accept(header, LANGUAGE_EN), LANGUAGE_EN);
}

static void languages_name_themselves(void **state)
{
    (void)state;

    assert_string_equal(lang_code(LANGUAGE_CS), "cs");
    assert_string_equal(lang_name(LANGUAGE_CS), "čeština");
    assert_string_equal(lang_name(LANGUAGE_ES), "español");
}

int main(void)
{
    struct test_list list = { 0 };

    TEST_LIST_ADD_ROWS(&list, is_translated, text_rows);
    TEST_LIST_ADD_ROWS(&list, is_counted, count_rows);
    TEST_LIST_ADD_ROWS(&list, is_found, find_rows);
    TEST_LIST_ADD_ROWS(&list, is_chosen, choice_rows);
    TEST_LIST_ADD_ROWS(&list, is_accepted, accept_rows);
    TEST_LIST_ADD(&list, three_languages_speak_at_once);
    TEST_LIST_ADD(&list, the_own_language_is_english_until_set);
    TEST_LIST_ADD(&list, without_catalogues_everybody_speaks_english);
    TEST_LIST_ADD(&list, the_environment_names_the_directory);
    TEST_LIST_ADD(&list, a_header_without_end_is_read_only_so_far);
    TEST_LIST_ADD(&list, languages_name_themselves);
    return test_list_run(&list);
}
