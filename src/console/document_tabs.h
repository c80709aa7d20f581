/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of a long form as tabs above it. */

#ifndef CONSOLE_DOCUMENT_TABS_H
#define CONSOLE_DOCUMENT_TABS_H

#include "console/document_fields.h"

/** Draws them with the one that has the focus. @return rows used: 1, or 0 for
 *  a form without sections enough */
int document_tabs_draw(const struct document_fields *fields,
                       const struct surface *surface);

/** Focuses the first setting of the next section, or of the one before. */
void document_tabs_turn(struct document_fields *fields, bool is_back);

#endif
