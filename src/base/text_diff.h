/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What differs between two texts, line by line. */

#ifndef BASE_TEXT_DIFF_H
#define BASE_TEXT_DIFF_H

#include <stdbool.h>
#include <stdio.h>

enum { TEXT_DIFF_MAX_LINES = 4000 };

/**
 * Prints the lines that differ, "-" before those of the first text alone, "+"
 * before those of the second, with three lines around them, as diff -u does
 * (POSIX.1-2008, diff). The longest common subsequence is found by dynamic
 * programming: O(lines * lines) in time and memory; beyond TEXT_DIFF_MAX_LINES
 * all of both counts as different.
 *
 * @param ret_differ  whether there was a difference
 *
 * @return 0 or -ENOMEM
 */
int text_diff_print(FILE *out, const char *before, const char *after,
                    bool *ret_differ);

#endif
