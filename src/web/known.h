/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The names of what somebody may see met. */

#ifndef WEB_KNOWN_H
#define WEB_KNOWN_H

#include <stdbool.h>
#include <stdint.h>

#include "web/asker.h"

/*
 * Contacts, and all that comes of them, cross teams: that one is to be seen
 * says nothing about the names of the queues, agents and boxes that it met.
 * Whoever may not see such a one is told its number where its name would
 * stand, which is no more than the id beside it says; filters see the same.
 */

/** Whether somebody may know what a document is called: it is of the own team,
 *  the asker's own agent, or a queue that this one serves; routing rules are
 *  for those who may see them. What does not exist hides nothing. O(log n). */
bool known_may(const struct asker *asker, const struct state *floor,
               enum document_kind kind, uint64_t id);

/** Whether records of that kind name such things at all. */
bool known_has_names(const struct record *record);

/** Whether a record names something that the asker may not know. */
bool known_hides(const struct asker *asker, const struct state *floor,
                 const struct record *record, const void *data);

/** Puts numbers in the place of names that the asker may not know. */
void known_hide(const struct asker *asker, const struct state *floor,
                const struct record *record, void *data);

#endif
