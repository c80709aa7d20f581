/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The programs of all flow versions that may still be in use. */

#ifndef CORE_LIBRARY_H
#define CORE_LIBRARY_H

#include "core/flow.h"

enum { LIBRARY_MAX_PROGRAMS = 10000 };

/* Immutable programs under their digests; nothing is ever taken out. */
struct library;

int library_new(struct library **ret_library); /* 0 or -ENOMEM */
struct library *library_free(struct library *library);

/**
 * Keeps a copy of a program; one that is known already is known.
 *
 * @return 0, -ENOMEM, -ENOSPC above LIBRARY_MAX_PROGRAMS, or -EINVAL when
 *         flow_broken_claim() has something to say
 */
int library_add(struct library *library, const struct flow_program *program);

/** Finds a program, or NULL. Good as long as the library. O(log n). */
const struct flow_program *library_find(const struct library *library,
                                        const char *digest);

#endif
