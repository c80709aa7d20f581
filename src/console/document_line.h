/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document did of late: rows of their own below the lists. */

#ifndef CONSOLE_DOCUMENT_LINE_H
#define CONSOLE_DOCUMENT_LINE_H

#include "console/document_list.h"
#include "console/program.h"

enum document_line {
    LINE_QUEUE_TODAY,
    LINE_QUEUE_DEPTH,
    LINE_TRUNK_CHANNELS,
    LINE_TRUNK_RATE,
};

/** How many a kind has. */
int document_line_count(enum document_kind kind);

/** Draws the n-th of a kind, with its label, into the first row of a surface:
 *  of the document with this number. */
void document_line_draw(const struct program *program,
                        const struct surface *surface, enum document_kind kind,
                        int n, uint64_t id);

#endif
