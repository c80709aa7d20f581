/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What saving a form would change, and for whom. */

#ifndef CONSOLE_DOCUMENT_EFFECT_H
#define CONSOLE_DOCUMENT_EFFECT_H

#include "console/document_list.h"
#include "console/program.h"

/* A document as it is stored, and as the form has it. */
struct document_effect {
    const struct document_list *list;
    const void *was;
    const void *now;
};

enum { DOCUMENT_EFFECT_ROWS = 3 };

/** How many settings differ. */
int document_effect_count(const struct document_effect *effect);

/** Draws a heading, the settings with both values, and who has to do with the
 *  document at the moment. */
void document_effect_draw(const struct program *program,
                          const struct document_effect *effect,
                          const struct surface *surface);

#endif
