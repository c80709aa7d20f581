/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who hangs up while waiting and soon calls again has the place again. */

#ifndef CORE_KEPT_PLACE_H
#define CORE_KEPT_PLACE_H

#include "core/write.h"

/** Until when the place of a contact is kept that leaves its line so; 0: it is
 *  not. */
int64_t kept_until_us(const struct turn *turn,
                      const struct contact_row *contact,
                      const struct event_queue_set *queue,
                      enum queue_exit exit);

/** The place kept for who joins: the latest of that caller in that queue; or
 *  NULL. O(places kept). */
const struct kept_place_row *kept_place_of(const struct turn *turn,
                                           const struct contact_row *contact,
                                           const struct event_queue_set *queue);

/** Nobody came. */
void write_place_forgotten(struct turn *turn, uint64_t contact_id);

#endif
