/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who changed what of a queue when, and the way back. */

#ifndef CONSOLE_QUEUE_VERSIONS_H
#define CONSOLE_QUEUE_VERSIONS_H

#include "console/program.h"

/**
 * Opens it over what is shown. Going back sends the queue as it was then, with
 * the version that the difference on the screen was made with: whoever changed
 * it meanwhile is not overwritten.
 *
 * @param taken  told when the queue was made as it was: what it is now, and its
 *               ETag; NULL: nobody wants to know
 *
 * @return 0, -ENOMEM or that of ui_push()
 */
int queue_versions_open(struct program *program, uint64_t queue_id,
                        void (*taken)(void *arg, const void *queue,
                                      const char *etag),
                        void *arg);

#endif
