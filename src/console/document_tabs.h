/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of a long form as tabs above it. */

#ifndef CONSOLE_DOCUMENT_TABS_H
#define CONSOLE_DOCUMENT_TABS_H

#include "console/document_fields.h"

struct document_form;

/**
 * Draws them, and behind them those of the form's pages
 * (console/document_pages.h).
 *
 * @param page  the page that is open; -1: the form, by what has the focus
 *
 * @return rows used: 1, or 0 for a form without sections enough
 */
int document_tabs_draw(const struct document_form *form,
                       const struct surface *surface, int page);

/** Focuses the first setting of the next section, or of the one before.
 *  @return false: there is none, and nothing is done */
bool document_tabs_turn(struct document_fields *fields, bool is_back);

/** Focuses the first setting of the last section, or of the first. */
void document_tabs_end(struct document_fields *fields, bool is_last);

#endif
