/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a document did of late: rows of their own below the lists. */

#ifndef CONSOLE_DOCUMENT_LINE_H
#define CONSOLE_DOCUMENT_LINE_H

#include "console/document_list.h"
#include "console/program.h"

enum document_line {
    LINE_QUEUE_TODAY,
    LINE_QUEUE_DEPTH,
    LINE_QUEUE_WAYS, /* the first of them, and where they lead */
    LINE_TRUNK_CHANNELS,
    LINE_TRUNK_RATE,
    LINE_PROMPT_SOUND, /* in each language, how loud and how long */
    LINE_USER_AGENT,   /* who the user is, and what that agent does */
    LINE_USER_PHONE,   /* the agent's */
    LINE_USER_RIGHTS,  /* the role's */
};

/** How many rows those of a kind take. */
int document_line_rows(enum document_kind kind);

/** Draws those of a kind, with their labels, of one document. */
void document_line_draw(const struct program *program,
                        const struct surface *surface, enum document_kind kind,
                        const struct replica_row *document);

#endif
