/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moves with a queue to the one that takes its place. */

#ifndef WIRE_MOVED_H
#define WIRE_MOVED_H

#include <stddef.h>

/* A count of the answer (SHAPE_MOVED), and what people call it. */
struct moved_kind {
    const char *field;
    const char *label; /* English, through N_() */
};

/** The n-th, counted from 0, in the order of telling; NULL after the last. */
const struct moved_kind *moved_kind_at(size_t n);

#endif
