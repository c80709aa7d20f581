/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keeping the floor, the tokens and the notes up to date. */

#ifndef WEB_UPKEEP_H
#define WEB_UPKEEP_H

#include "web/web.h"

struct web;

/**
 * Folds events into the floor, and forgets the secrets of those who are gone.
 * Events folded already are left out, so that it may be done again.
 *
 * @return 0, or -ENOMEM: the rest is to be folded later
 */
int upkeep_fold(struct web *web, const struct event *events, size_t count);

/** Once a second: lets go of what has expired. */
void upkeep_tick(struct web *web);

#endif
