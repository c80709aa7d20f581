/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the focused setting of a form does, below the form. */

#ifndef CONSOLE_FIELD_HELP_H
#define CONSOLE_FIELD_HELP_H

#include "tui/surface.h"

enum {
    FIELD_HELP_LEAST = 2, /* rows for words, so that the line seldom moves */
    FIELD_HELP_MOST = 5,  /* on 80 columns no help has more, see
                             tests/console/test_documents.c */
};

/** Rows that the words take on a surface that wide, with the line above them.
 *  @param words  translated; NULL: none have the focus */
int field_help_rows(const struct surface *surface, const char *words);

/** Draws both over the last rows of a surface. */
void field_help_draw(const struct surface *surface, const char *words);

#endif
