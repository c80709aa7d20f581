/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a queue is closed at another moment than the present. */

#ifndef CORE_QUEUE_SHUT_H
#define CORE_QUEUE_SHUT_H

#include "core/rule_book.h"

/**
 * Tells whether a queue is closed at a moment, as far as is known now: a person's
 * closing holds from when it was made until its end, an opening outside the
 * hours until those begin, and for the rest its calendar says.
 *
 * At the present moment it is what its tally says. The book is refreshed.
 * O(3 days of holidays).
 *
 * @param wall_us  before or after now, in microseconds since 1970
 */
bool queue_is_shut_at(const struct state *state, const struct rule_book *book,
                      uint64_t queue_id, int64_t wall_us);

#endif
