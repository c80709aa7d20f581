/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A state for somebody else: the same documents and rows. */

#ifndef CORE_STATE_COPY_H
#define CORE_STATE_COPY_H

#include "core/state.h"

/**
 * Copies a state. O(its rows).
 *
 * @param ret_copy  on success, to be released with state_free(); it folds the
 *                  same next event
 *
 * @return 0 or -ENOMEM
 */
int state_copy(const struct state *state, struct state **ret_copy);

#endif
