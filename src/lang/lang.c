/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Three languages, two catalogues, and who chooses among them. */

#include "lang/lang.h"

#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lang/catalogue.h"

static const struct {
    const char *code;
    const char *name;
} languages[LANGUAGE_COUNT] = {
    [LANGUAGE_EN] = { "en", "English" },
    [LANGUAGE_ES] = { "es", "español" },
    [LANGUAGE_CS] = { "cs", "čeština" },
};

/* English has none: its texts stand in the code. */
static struct catalogue *catalogues[LANGUAGE_COUNT];
static enum language own = LANGUAGE_EN;

static const char *environment(const char *name)
{
    const char *value = getenv(name);

    return value && *value ? value : NULL;
}

int lang_open(const char *directory)
{
    char path[PATH_MAX];
    int first_rc = 0;

    if (!directory)
        directory = environment("CCLITE_LOCALE_DIR");
    if (!directory)
        directory = LOCALE_DIR;

    lang_close();
    for (int i = LANGUAGE_EN + 1; i < LANGUAGE_COUNT; i++) {
        int length = snprintf(path, sizeof(path), "%s/%s.mo", directory,
                              languages[i].code);
        int rc = length < 0 || (size_t)length >= sizeof(path)
                     ? -ENAMETOOLONG
                     : catalogue_open(path, &catalogues[i]);

        if (first_rc == 0)
            first_rc = rc;
    }
    return first_rc;
}

void lang_close(void)
{
    for (int i = 0; i < LANGUAGE_COUNT; i++)
        catalogues[i] = catalogue_free(catalogues[i]);
}

const char *lang_text(enum language language, const char *msgid)
{
    assert(language < LANGUAGE_COUNT && msgid);

    const char *text = catalogues[language] && *msgid
                           ? catalogue_text(catalogues[language], msgid)
                           : NULL;

    return text ? text : msgid;
}

const char *lang_text_n(enum language language, const char *one,
                        const char *many, unsigned long n)
{
    assert(language < LANGUAGE_COUNT && one && many);

    const char *text = catalogues[language]
                           ? catalogue_text_n(catalogues[language], one, n)
                           : NULL;

    return text ? text : n == 1 ? one : many;
}

void lang_set_own(enum language language)
{
    assert(language < LANGUAGE_COUNT);

    own = language;
}

enum language lang_own(void)
{
    return own;
}

const char *lang_own_text(const char *msgid)
{
    return lang_text(own, msgid);
}

const char *lang_code(enum language language)
{
    assert(language < LANGUAGE_COUNT);

    return languages[language].code;
}

const char *lang_name(enum language language)
{
    assert(language < LANGUAGE_COUNT);

    return languages[language].name;
}

/* A tag begins with the language; what follows is region, script, charset. */
static int find_prefix(const char *tag, size_t length,
                       enum language *ret_language)
{
    size_t primary = strcspn(tag, "-_.@");

    if (primary > length)
        primary = length;

    for (int i = 0; i < LANGUAGE_COUNT; i++) {
        if (primary == strlen(languages[i].code) &&
            strncasecmp(tag, languages[i].code, primary) == 0) {
            *ret_language = (enum language)i;
            return 0;
        }
    }
    return -ENOENT;
}

int lang_find(const char *tag, enum language *ret_language)
{
    assert(tag && ret_language);

    size_t name = strcspn(tag, ".@");

    if ((name == 1 && tag[0] == 'C') || strcmp(tag, "POSIX") == 0) {
        *ret_language = LANGUAGE_EN;
        return 0;
    }
    return find_prefix(tag, strlen(tag), ret_language);
}

enum language lang_choose(const char *setting, const char *option)
{
    const char *const wishes[] = { setting, option,
                                   environment("CCLITE_LANG") };
    enum language language = LANGUAGE_EN;

    for (size_t i = 0; i < sizeof(wishes) / sizeof(wishes[0]); i++)
        if (wishes[i] && lang_find(wishes[i], &language) == 0)
            return language;

    const char *locale = environment("LC_ALL");
    if (!locale)
        locale = environment("LC_MESSAGES");
    if (!locale)
        locale = environment("LANG");
    if (locale)
        lang_find(locale, &language);

    return language;
}
