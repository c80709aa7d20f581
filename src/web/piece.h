/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece of a file on its way to a client. */

#ifndef WEB_PIECE_H
#define WEB_PIECE_H

#include <stddef.h>

struct piece {
    char *bytes; /* with the headroom before it */
    size_t length;
};

/** @return NULL: there is no memory */
struct piece *piece_new(size_t headroom, size_t length);

/** NULL is fine. @return NULL always */
struct piece *piece_free(struct piece *piece);

#endif
