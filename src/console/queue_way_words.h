/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways out of a queue, in their order, and what they are called. */

#ifndef CONSOLE_QUEUE_WAY_WORDS_H
#define CONSOLE_QUEUE_WAY_WORDS_H

#include "console/program.h"
#include "core/event.h"

/** Finds those of a queue among the rows that are held, in the order in which
 *  they are tried. @return how many were written, up to room. O(ways * room) */
size_t queue_way_gather(const struct program *program, uint64_t queue_id,
                        const struct event_queue_rule_set **ret_ways,
                        size_t room);

/** Says where one leads: "queue support-2", "hang up". */
void queue_way_say_target(const struct program *program,
                          const struct event_queue_rule_set *way,
                          struct safe_text *ret_text);

/** Says when those of a queue go and where they lead: the first two, and how
 *  many more there are, as "queue closed: hang up; key 9: support-2; +2".
 *  Without any it is a dash. */
void queue_way_say_all(const struct program *program, uint64_t queue_id,
                       struct safe_text *ret_text);

#endif
