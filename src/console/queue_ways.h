/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways out of a queue, in the order in which they are tried. */

#ifndef CONSOLE_QUEUE_WAYS_H
#define CONSOLE_QUEUE_WAYS_H

#include "console/program.h"

struct document_form;

/**
 * Opens them as a tab of the queue's form: each with its cause, threshold and
 * destination; below them where those go whom none of them leads on.
 *
 * @return 0, -ENOMEM or -ENOSPC
 */
int queue_ways_open(struct program *program, uint64_t queue_id,
                    struct document_form *form);

#endif
