/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether somebody is at an agent's console: from the sockets to the core. */

#ifndef WEB_ATTENDANCE_H
#define WEB_ATTENDANCE_H

#include <stdint.h>

#include "core/words.h"

struct web;

/**
 * Says what all consoles of an agent together are like now: one that takes
 * rows in makes them CONSOLE_ATTACHED, only stalled ones CONSOLE_STALLED.
 *
 * Costs nothing when the floor has it so already; so whoever counts consoles
 * says it at each change, and again with the tick, and a request that found no
 * room, or crossed with another, is made good. The web thread's alone.
 *
 * @param agent_id  0: nobody, which is fine
 */
void attendance_tell(struct web *web, uint64_t agent_id,
                     enum console_state console);

#endif
