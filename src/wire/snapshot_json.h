/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole state as one JSON text, from which recovery can begin. */

#ifndef WIRE_SNAPSHOT_JSON_H
#define WIRE_SNAPSHOT_JSON_H

#include <stddef.h>

#include "core/state.h"
#include "wire/mistake.h"

/*
 *     {"documents": {"user": [{...}, ...], ...},
 *      "rows": {"system": [{...}], "contact": [...], ...}}
 *
 * Equal states give equal bytes. A text that another release wrote, with other
 * fields, is refused: there is always the journal.
 */
enum { SNAPSHOT_MAX_LENGTH = 1 << 30 };

/** @return terminated text to be freed with free(), or NULL: out of memory */
char *snapshot_print(const struct state *state);

/**
 * Makes the state again.
 *
 * @param ret_state  on success; release with state_free()
 *
 * @return 0, -ENOMEM or -EBADMSG
 */
int snapshot_parse(const char *text, size_t length, struct state **ret_state,
                   struct mistake *ret_mistake);

#endif
