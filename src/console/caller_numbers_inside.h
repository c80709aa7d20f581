/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of a list's numbers share. Nobody else includes it. */

#ifndef CONSOLE_CALLER_NUMBERS_INSIDE_H
#define CONSOLE_CALLER_NUMBERS_INSIDE_H

#include "console/caller_numbers.h"
#include "tui/table.h"

struct caller_numbers {
    struct program *program;
    uint64_t list_id;
    struct table *table;
    uint64_t *digits; /* of each number, without the +; owned */
    size_t count, room;
    uint64_t cursor;  /* behind which the rest is; 0: that is all */
    bool asks_anew;   /* what is on its way begins with the first */
    bool is_asked;    /* a page is on its way */
    bool is_stale;    /* ... and then they are asked for anew */
    bool is_failed;   /* the last one was none */
    uint64_t removed; /* asked about, or on its way */
    bool is_removing; /* ... that */
};

/* caller_numbers_page.c: */

/** Asks for all of them anew, from the first. */
void caller_numbers_reload(struct caller_numbers *numbers);

/** Asks for the next page when it ends before so many. */
void caller_numbers_want(struct caller_numbers *numbers, size_t count);

/* caller_number_add.c: */

/** Opens the popup in which a number is typed.
 *  @return 0, -ENOMEM or -ENOSPC */
int caller_number_ask(struct caller_numbers *numbers);

#endif
