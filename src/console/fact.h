/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of something, a row each: a label, and what it is. */

#ifndef CONSOLE_FACT_H
#define CONSOLE_FACT_H

#include "tui/surface.h"

/**
 * Draws one over the rest of a row.
 *
 * @param place  of the label, whose cells leave one blank before the text
 * @param msgid  of the label
 */
void fact_draw(const struct surface *surface, struct place place,
               const char *msgid, const struct safe_text *text);

#endif
