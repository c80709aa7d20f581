/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages for workers: their rows, with what is known of who left them. */

#ifndef JOBS_MESSAGES_H
#define JOBS_MESSAGES_H

#include <stddef.h>
#include <stdint.h>

#include "wire/shape.h"

/* `hands` as in query.h. */

/**
 * Finds messages, newest first.
 *
 * @param cursor_id  only those before it; 0: from the newest
 * @param limit      1 to QUERY_MAX_ROWS
 * @param ret_rows   on success, to be freed with free(); names are ""
 *
 * @return 0 or negative errno
 */
int query_messages(void *hands, uint64_t cursor_id, uint32_t limit,
                   struct shape_message **ret_rows, size_t *ret_count);

/** Finds one. @return 0, -ENOENT or negative errno */
int query_message(void *hands, uint64_t message_id,
                  struct shape_message *ret_message);

#endif
