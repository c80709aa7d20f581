/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sections of a long form as tabs above it. */

#ifndef CONSOLE_DOCUMENT_TABS_H
#define CONSOLE_DOCUMENT_TABS_H

#include "console/document_fields.h"

enum { DOCUMENT_TABS_MORE = 4 };

/* Tabs that are no sections. */
struct document_tabs_more {
    const char *names[DOCUMENT_TABS_MORE]; /* msgids */
    int count;
    int open; /* the one that is; -1: the section that has the focus */
};

/**
 * Draws them, and more of them behind.
 *
 * @return rows used: 1, or 0 for a form without sections enough
 */
int document_tabs_draw(const struct document_fields *fields,
                       const struct surface *surface,
                       const struct document_tabs_more *more);

/** Focuses the first setting of the next section, or of the one before.
 *  @return false: there is none, and nothing is done */
bool document_tabs_turn(struct document_fields *fields, bool is_back);

/** Focuses the first setting of the last section, or of the first. */
void document_tabs_end(struct document_fields *fields, bool is_last);

#endif
