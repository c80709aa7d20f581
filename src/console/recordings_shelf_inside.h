/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the shelf share. Nobody else includes it. */

#ifndef CONSOLE_RECORDINGS_SHELF_INSIDE_H
#define CONSOLE_RECORDINGS_SHELF_INSIDE_H

#include "console/recordings_shelf.h"
#include "wire/value.h"

struct shelf {
    struct program *program;
    const struct shelf_kind *kind;
    struct shelf_row *rows;
    size_t count, room;
    enum shelf_order order;      /* that is asked for */
    enum shelf_order rows_order; /* that the rows have */
    size_t wanted;               /* rows, at least */
    uint64_t cursor; /* after which the next ones come; 0: there are none */
    char filter[FILTER_MAX_LENGTH + 1];
    size_t mistake; /* of what was typed last; SIZE_MAX: none */
    bool is_asked;
    bool asks_anew; /* what was asked takes the place of all rows */
    bool is_stale;  /* the rows answer another question than that now asked */
    bool is_failed;
};

/** Puts a row at the end, if it belongs there: so the order holds whatever the
 *  server sends. */
void shelf_append(struct shelf *shelf, const struct json_t *item);

#endif
