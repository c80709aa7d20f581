/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The languages people may read this product in, chosen text by text. */

#ifndef LANG_LANG_H
#define LANG_LANG_H

#include "base/mark.h"

/*
 * A source text is English and stands in the code; the catalogues es.mo and
 * cs.mo hold the others. One server speaks three languages at once, so the
 * language is an argument, nothing depends on setlocale(), and looking up
 * takes no lock. What programs read is never translated.
 *
 *     _("text")                     in a program that speaks one language
 *     lang_text(language, "text")   where each answer has its own
 *     P_(language, "one", "many", n)   where it depends on a count
 *     N_("text")                    in a table, translated where it is shown
 *
 * A text that is missing in a catalogue appears in English; a test lists it.
 */

enum language {
    LANGUAGE_EN,
    LANGUAGE_ES,
    LANGUAGE_CS,
    LANGUAGE_COUNT,
};

#define _(msgid)                   lang_own_text(msgid)
#define P_(language, one, many, n) lang_text_n(language, one, many, n)

/**
 * Loads the catalogues. Once, before the first text and before any thread.
 *
 * @param directory  holds es.mo and cs.mo; NULL is $CCLITE_LOCALE_DIR, or else
 *                   where they are installed
 *
 * @return 0, or the first failure of catalogue_open(): the languages that
 *         could be loaded work, the others speak English
 */
int lang_open(const char *directory);

/**
 * Forgets the catalogues, and with them every text they gave.
 */
void lang_close(void);

/**
 * Translates a text. O(log n).
 *
 * @param msgid  not ""
 *
 * @return the translation, valid until lang_close(), or msgid itself
 */
const char *lang_text(enum language language, const char *msgid)
    __attribute__((format_arg(2)));

/**
 * Translates a text that depends on a count: in Czech 1, 2 to 4 and 5 calls
 * take three forms.
 *
 * @param one, many  in English, for 1 and for other counts
 */
const char *lang_text_n(enum language language, const char *one,
                        const char *many, unsigned long n)
    __attribute__((format_arg(2), format_arg(3)));

/**
 * Sets the language of _(), for programs that speak only one. Before any
 * thread. English until then.
 */
void lang_set_own(enum language language);

/**
 * The language of _().
 */
enum language lang_own(void);

/**
 * Translates into the language of _().
 */
const char *lang_own_text(const char *msgid) __attribute__((format_arg(1)));

/**
 * The code of a language, RFC 5646: "en", "es" or "cs".
 */
const char *lang_code(enum language language);

/**
 * The name of a language in itself, such as "čeština".
 */
const char *lang_name(enum language language);

/**
 * Finds the language of a tag such as "cs", "es-MX" or "cs_CZ.UTF-8"; "C" and
 * "POSIX" are English.
 *
 * @param ret_language  untouched when there is none
 *
 * @return 0, or -ENOENT: not one of ours
 */
int lang_find(const char *tag, enum language *ret_language);

/**
 * Chooses a program's language: the first of setting, option and $CCLITE_LANG
 * that is a language of ours; then the locale the environment asks for, which
 * is the first of $LC_ALL, $LC_MESSAGES and $LANG that is not empty; then
 * English.
 *
 * @param setting  what the user has stored, or NULL
 * @param option   what --lang says, or NULL; tell the user when lang_find()
 *                 does not know it
 */
enum language lang_choose(const char *setting, const char *option);

/**
 * Chooses the language of an HTTP answer by Accept-Language (RFC 9110,
 * 12.5.4; ranges by lookup, RFC 4647, 3.4). Of equal weights the first wins.
 * Ranges that are no ranges, and weights that are no weights, count for
 * nothing; past 32 ranges nobody reads.
 *
 * @param header  may be NULL
 *
 * @return the language, or otherwise when none of ours is wanted
 */
enum language lang_from_accept(const char *header, enum language otherwise);

#endif
