/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What screens tell of a phone that stays connected: mode nailed_up. */

#ifndef CONSOLE_PHONE_LINE_H
#define CONSOLE_PHONE_LINE_H

#include "console/program.h"

/** Whether the agent's phone should be connected now, and is not. */
bool phone_line_is_missed(const struct topic_agents *agent);

/** Says why, and what brings it back. Only if it is missed. */
void phone_line_words(const struct program *program,
                      struct safe_text *ret_text);

/** The sign behind the phone's name; GLYPH_COUNT for phones of other modes. */
enum glyph phone_line_glyph(const struct topic_agents *agent);

/** Why the phone cannot be called for it now; NULL: it can. */
const char *phone_line_may(const struct topic_agents *agent);

#endif
