/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who changed what of a queue when, and the way back. */

#ifndef CONSOLE_QUEUE_VERSIONS_H
#define CONSOLE_QUEUE_VERSIONS_H

#include "console/program.h"

struct document_form;

/**
 * Opens it over what is shown. Going back sends the queue as it was then, with
 * the version that the difference on the screen was made with: whoever changed
 * it meanwhile is not overwritten.
 *
 * @param form  whose tab it is (console/document_pages.h), and who is told what
 *              the queue became; NULL: opened from the list of queues
 *
 * @return 0, -ENOMEM or that of ui_push()
 */
int queue_versions_open(struct program *program, uint64_t queue_id,
                        struct document_form *form);

#endif
