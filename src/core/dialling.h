/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which outside numbers a trunk may dial. */

#ifndef CORE_DIALLING_H
#define CORE_DIALLING_H

#include <stdbool.h>

#include "core/event.h"

/*
 * Whoever can send a call to any number can send it to the most expensive one:
 * nothing is dialled that was not allowed. A trunk's `prefixes` are beginnings
 * of numbers, separated by blanks; "*" alone is every number.
 */

/** Tells whether a text is such a list; "" is one, and allows nothing. */
bool dialling_is_list(const char *prefixes);

/** Tells whether a number begins as one of the list does. */
bool dialling_allows(const char *prefixes, const char *number);

/** Tells whether a number is one of the list. */
bool dialling_names(const char *numbers, const char *number);

/** Tells whether a number is an emergency number that the trunk dials. */
bool dialling_is_emergency(const struct event_trunk_set *trunk,
                           const char *number);

/** Tells whether a trunk may dial a number. */
bool dialling_may(const struct event_trunk_set *trunk, const char *number);

#endif
