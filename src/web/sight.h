/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who sees which row. */

#ifndef WEB_SIGHT_H
#define WEB_SIGHT_H

#include <stdbool.h>

#include "web/asker.h"
#include "wire/topic.h"

/** What of a topic somebody may see: all, one's own, nothing. */
enum may sight_scope(const struct asker *asker, enum topic topic);

/** Whether somebody may see some rows of it and others not. */
bool sight_is_partial(const struct asker *asker, enum topic topic);

/** Whether somebody sees a row. O(log n). */
bool sight_has(const struct asker *asker, const struct state *floor,
               enum topic topic, const void *row);

#endif
