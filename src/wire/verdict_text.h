/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands between an agent and an offer, in sentences to be translated. */

#ifndef WIRE_VERDICT_TEXT_H
#define WIRE_VERDICT_TEXT_H

#include <stdbool.h>

#include "core/words.h"

/**
 * Tells of one agent. Borrowed, English, for gettext.
 *
 * @param has_time  with %s for the agent and %s for how long, else the agent's
 *
 * @return NULL: it is never told with a time
 */
const char *verdict_text(enum verdict verdict, bool has_time);

/** Tells of several: "paused", after their number. */
const char *verdict_rest(enum verdict verdict);

#endif
