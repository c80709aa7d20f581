/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers in words. */

#ifndef LANG_SPOKEN_H
#define LANG_SPOKEN_H

#include <stddef.h>

#include "lang/lang.h"

/*
 * One table of each language's number words serves texts on screens and texts
 * that are spoken. The words are those of the Unicode CLDR's rules for spelling
 * out numbers (RBNF, "spellout-cardinal-..." and "spellout-numbering"; English
 * the British way, "spellout-cardinal-verbose"), which a test holds them to. A
 * number may agree with the noun that follows it, or stand alone.
 *
 * Czech goes another way than the CLDR of ICU 72 in two places: who counts says
 * jedna, not jeden; and a thousand is tisíc, dva tisíce, not "jedna tisíc",
 * "dvě tisíce".
 */
enum { SPOKEN_MAX = 10000, SPOKEN_SIZE = 128 };

enum spoken_form {
    SPOKEN_ALONE, /* number three; número uno; číslo jedna */
    SPOKEN_MASCULINE,
    SPOKEN_FEMININE,
    SPOKEN_NEUTER, /* as masculine where there is none */
};

/**
 * Writes a number in words.
 *
 * @param number  0 to SPOKEN_MAX
 * @param size    of the text; SPOKEN_SIZE is enough
 *
 * @return 0, -ERANGE above SPOKEN_MAX, or -ENOSPC; then ret_text is ""
 */
int spoken_number(enum language language, unsigned long number,
                  enum spoken_form form, char *ret_text, size_t size);

#endif
