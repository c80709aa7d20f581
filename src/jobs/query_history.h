/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of a document, for workers. */

#ifndef JOBS_QUERY_HISTORY_H
#define JOBS_QUERY_HISTORY_H

#include <stddef.h>
#include <stdint.h>

#include "core/event.h"

enum { QUERY_MAX_VERSIONS = 1000 };

/**
 * Finds the events that made the versions of a document, newest first, up to
 * QUERY_MAX_VERSIONS.
 *
 * @param ret_events  on success, to be freed with free()
 *
 * @return 0 or negative errno
 */
int query_history(void *hands, enum document_kind kind, uint64_t id,
                  struct event **ret_events, size_t *ret_count);

#endif
