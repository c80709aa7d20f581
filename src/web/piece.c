/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The memory of a piece. */

#include "web/piece.h"

#include <stdlib.h>

struct piece *piece_free(struct piece *piece)
{
    if (piece)
        free(piece->bytes);
    free(piece);
    return NULL;
}

struct piece *piece_new(size_t headroom, size_t length)
{
    struct piece *piece = calloc(1, sizeof(*piece));

    if (!piece)
        return NULL;

    piece->bytes = malloc(headroom + length);
    piece->length = length;
    return piece->bytes ? piece : piece_free(piece);
}
