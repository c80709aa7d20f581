/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The programs of all flow versions that may still be in use. */

#ifndef CORE_LIBRARY_H
#define CORE_LIBRARY_H

#include "core/flow.h"

struct state; /* state.h */

enum { LIBRARY_MAX_PROGRAMS = 10000 };

/* Immutable programs under their digests. */
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

/**
 * Takes out whatever nothing names any more: older versions, texts that were
 * tried by phone, and what a refused command brought along.
 *
 * @return 0 or -ENOMEM
 */
int library_drop_unused(struct library *library, const struct state *state);

/** Whether a flow of the state has that digest, or a contact is, or goes on, or
 *  is about to be, in a flow of that digest. O(flows and contacts). */
bool state_names_program(const struct state *state, const char *digest);

/** Finds a program, or NULL. Good until something is dropped. O(log n). */
const struct flow_program *library_find(const struct library *library,
                                        const char *digest);

#endif
