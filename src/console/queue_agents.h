/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who serves a queue, and who could. */

#ifndef CONSOLE_QUEUE_AGENTS_H
#define CONSOLE_QUEUE_AGENTS_H

#include "console/program.h"

struct document_form;

/**
 * Opens all agents, with how each serves the queue, those who do first; below
 * them the teams that do.
 *
 * @param form  whose tab it is (console/document_pages.h); NULL: opened from
 *              the list of queues
 *
 * @return 0, -ENOMEM or -ENOSPC
 */
int queue_agents_open(struct program *program, uint64_t queue_id,
                      struct document_form *form);

#endif
