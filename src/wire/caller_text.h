/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of callers: as people have them in a table, and as they are kept. */

#ifndef WIRE_CALLER_TEXT_H
#define WIRE_CALLER_TEXT_H

#include <stddef.h>

#include "core/caller_list.h"
/* Bytes of a table that is taken, and of the text that is kept. */
enum {
    CALLER_CSV_MAX_LENGTH = 4 * 1024 * 1024,
    CALLER_TEXT_MAX_LENGTH = CALLER_LIST_MAX * (CALLER_NUMBER_MAX_DIGITS + 1),
};

/* Rows that are refused, all of them counted and the first ones told. A plain
   struct. */
enum { CALLER_REJECTS_MAX = 100 };

struct caller_rejects {
    size_t count;
    struct {
        int row;          /* from 1 */
        const char *says; /* what to do, in English, to be translated */
    } rows[CALLER_REJECTS_MAX];
};

/**
 * Reads a table in CSV (RFC 4180; separated by commas, semicolons or tabs,
 * whichever the first row has). The numbers are in the column whose heading is
 * number, phone, telephone, tel, numero, telefono, cislo or telefon, else in
 * the first; a first row without digits is a heading. Numbers may have blanks,
 * hyphens, dots, slashes and brackets. Empty rows and numbers that were there
 * before are left out.
 *
 * Refused, with each row: what is no UTF-8 (then those alone are told), letters,
 * what a spreadsheet has made of a number (4.41E+11), one without its country
 * (or, with a country, one that begins with it but has lost its plus), too short
 * and too long ones; and behind 60,000 numbers the first row that is too many.
 *
 * @param country      calling code of numbers without one, or ""
 * @param ret_list     on success; free() it. Its digest is set
 * @param ret_rejects  on -EBADMSG: the rows; NULL: nobody wants to know
 *
 * @return 0, -ENOMEM or -EBADMSG
 */
int caller_csv_parse(const char *bytes, size_t length, const char *country,
                     struct caller_list **ret_list,
                     struct caller_rejects *ret_rejects);

/**
 * Reads what is kept: one number a line, ascending.
 *
 * @return 0, -ENOMEM or -EBADMSG
 */
int caller_text_parse(const char *text, size_t length,
                      struct caller_list **ret_list);

/* What becomes of a list by the numbers that are given. */
enum caller_change {
    CALLER_REPLACE, /* they are all there is */
    CALLER_ADD,
    CALLER_REMOVE,
};

/**
 * Makes the list that has one number more, or less. O(count).
 *
 * @param before    what it has now
 * @param change    CALLER_ADD or CALLER_REMOVE
 * @param in_list   a list of that one number; becomes the new list, free() it.
 *                  Left as it is on an error
 *
 * @return 0; -EINVAL: not one number was given; -EALREADY: it is there, or is
 *         not there, already; -ENOSPC: 60,000 are; -ENOMEM
 */
int caller_list_change(const struct caller_list *before,
                       enum caller_change change, struct caller_list **in_list);

/** Writes it; free() it. NULL: out of memory. */
char *caller_text_print(const struct caller_list *list);

#endif
