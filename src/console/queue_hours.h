/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which calendars count for a queue, and what they say of the next days. */

#ifndef CONSOLE_QUEUE_HOURS_H
#define CONSOLE_QUEUE_HOURS_H

#include "console/program.h"

struct document_form;

/*
 * A queue may have a calendar outside whose hours it is closed; its callbacks
 * are made in those of a calendar, and routing rules that lead to it ask
 * calendars. All are told, and whether it is closed. What flows ask is not known
 * here.
 */

/**
 * Opens it over the queue's form, as one of its tabs
 * (console/document_pages.h).
 *
 * @return 0, -ENOMEM or that of ui_push()
 */
int queue_hours_open(struct program *program, uint64_t queue_id,
                     struct document_form *form);

#endif
