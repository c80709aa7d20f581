/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of callers, kept once and looked up by halves. */

#ifndef CORE_CALLER_LIST_H
#define CORE_CALLER_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * A number in its international form (ITU-T E.164: up to 15 digits, beginning
 * with the country's code) is kept as one integer, without the plus: no such
 * number begins with 0. A list is immutable, and known by the SHA-256 of its
 * canonical text, which is one number a line, sorted, without plus.
 */
enum {
    CALLER_LIST_MAX = 60000,
    CALLER_NUMBER_MIN_DIGITS = 7,
    CALLER_NUMBER_MAX_DIGITS = 15,
};

struct caller_list {
    char digest[65];
    size_t count;
    uint64_t numbers[]; /* ascending, none twice */
};

/**
 * Makes the international form of a number as it comes with a call: +34... and
 * 0034... as they are, without a plus only when the country is known, whose
 * numbers then lose what is put before them when they are dialled there: mostly
 * a 0, in Italy nothing.
 *
 * @param country  its calling code without plus, or ""
 *
 * @return the number, or 0: there is no telling
 */
uint64_t caller_number_of(const char *text, const char *country);

/** Whether a list has the number. O(log count). */
bool caller_list_has(const struct caller_list *list, uint64_t number);

/**
 * Whether a list has a number as it comes with a call; also as earlier
 * versions stored it. O(log count).
 *
 * @param country  the list's calling code without plus, or ""
 */
bool caller_list_names(const struct caller_list *list, const char *text,
                       const char *country);

/**
 * Whether a list has a number as it is dialled, or may have it: where there is
 * no telling which country's it is, one that ends so is taken for it. For lists
 * of those who want no calls. O(log count), or then O(count).
 */
bool caller_list_may_have(const struct caller_list *list, const char *text,
                          const char *country);

/** Whether numbers ascend, and are numbers. O(count). */
bool caller_list_is_valid(const struct caller_list *list);

#endif
