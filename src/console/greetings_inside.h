/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the greetings share. Nobody else includes it. */

#ifndef CONSOLE_GREETINGS_INSIDE_H
#define CONSOLE_GREETINGS_INSIDE_H

#include "console/greetings.h"
#include "tui/table.h"
#include "wire/shape.h"

struct greetings {
    struct program *program;
    struct table *table;
    struct shape_greeting *rows; /* owned */
    size_t count;
    bool is_asked;  /* the answer is on its way */
    bool is_failed; /* the last one was none */
};

extern const struct view_kind greetings_kind;

/** The selected one; NULL: there is none. */
const struct shape_greeting *greetings_selected(
    const struct greetings *greetings);

/** Asks for all of them anew. */
void greetings_ask(struct greetings *greetings);

/** Makes the table over its rows. @return 0 or -ENOMEM */
int greetings_table_new(struct greetings *greetings);

void greetings_draw(void *greetings, const struct surface *surface);

/** Asks for a text that is spoken, or for the days of the holiday, and sets
 *  that. @return 0, -ENOMEM or -ENOSPC */
int greetings_say_open(struct greetings *greetings);
int greetings_days_open(struct greetings *greetings);

#endif
