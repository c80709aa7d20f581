/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells for spreadsheets, by RFC 4180. */

#ifndef BASE_CSV_H
#define BASE_CSV_H

#include <stdbool.h>
#include <stdio.h>

/**
 * Whether a spreadsheet could take a cell for a formula: it begins with
 * = + - @, their full-width forms, a tab or a carriage return, and is no number
 * or phone number (+ - and digits alone). Such a cell gets a ' before it.
 */
bool csv_is_formula(const char *text);

/**
 * Writes a cell, quoted where it has to be: semicolons and tabs, too, part the
 * cells of a line as many spreadsheets read it, and "x;=1" would be two. Those
 * that part at semicolons alone do not heed quotes behind a comma: a formula
 * behind a semicolon, a tab or a line end, and spaces or quotes, gets a ', too.
 */
void csv_print_cell(const char *text, FILE *out);

/** Writes a cell of a line whose cells tabs part: tabs and line ends of its own
 *  become spaces, and a formula gets a ' in the same places. */
void csv_print_tab_cell(const char *text, FILE *out);

/** The same into memory. @param size  above twice the length of the text */
void csv_mark_cell(const char *text, char *ret_text, size_t size);

#endif
