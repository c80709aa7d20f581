/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Time zones, as the core wants them given. */

#ifndef WEB_ZONES_H
#define WEB_ZONES_H

#include "core/rule_book.h"

/**
 * Reads a zone's changes from a year before a moment on, as many as there is
 * room for: some 30 years where clocks are changed twice a year.
 *
 * @param name  of the IANA database; "": this machine's
 *
 * @return 0, or -EINVAL: there is no such zone; or another negative errno
 */
int zone_find(const char *name, int64_t wall_us, struct zone *ret_zone);

/** Whether there is a zone of that name; "" is fine. */
bool zone_is_known(const char *name);

/**
 * Shows the zones of all calendars of a state, and under "" the one of that
 * name (UTC, if there is none). A zone that is not known is left out.
 *
 * @param set  what is other than 0 ends it, and is returned; but -ENOSPC
 *
 * @return 0, or what `set` says
 */
int zones_each(const struct state *state, const char *name, int64_t wall_us,
               int (*set)(void *arg, const struct zone *zone), void *arg);

/**
 * Shows the zones that telephone numbers tell (core/phone_zone.h), each once or
 * more. One that is not known is left out: the house's clock counts for it.
 *
 * @return as zones_each()
 */
int zones_each_phone(int64_t wall_us,
                     int (*set)(void *arg, const struct zone *zone), void *arg);

#endif
