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

/** Tells whether a trunk may dial a number that no route leads. */
bool dialling_may(const struct event_trunk_set *trunk, const char *number);

/*
 * Routes. Premium numbers are those that pay whoever is called, and satellite
 * networks: the usual prey of toll fraud. The list, of beginnings, is in the
 * .c with its sources; 00 stands for +.
 */

/** How much of a number a pattern matches: twice its length, one more when it
 *  is all of the number; -1: it does not match. */
int dialling_match(const char *pattern, const char *number);

bool dialling_is_premium(const char *number);

/** Tells whether a route was made for premium numbers: its pattern begins with
 *  such a beginning, as it stands or as it is dialled. */
bool dialling_names_premium(const struct event_route_set *route);

/** Makes the number that the trunk gets. @return false: too long, or empty */
bool dialling_translate(const struct event_route_set *route,
                        const struct phone_number *number,
                        struct phone_number *ret_number);

#endif
