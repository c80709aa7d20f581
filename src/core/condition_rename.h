/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A condition that names a queue, with another queue's name. */

#ifndef CORE_CONDITION_RENAME_H
#define CORE_CONDITION_RENAME_H

#include <stdbool.h>

#include "core/record.h"

/**
 * Copies a condition's text with another name of the queue: in brackets, as in
 * queue(NAME).waiting, and if asked for in quotes. Names of documents are such
 * that quotes need no more. O(length).
 *
 * @param from       a condition that was parsed
 * @param in_quotes  whether NAME in quotes stands for the queue
 * @param ret_to     another note than `from`; undefined when it does not fit
 *
 * @return false when the text would be too long
 */
bool condition_rename(const struct note *from, const char *name,
                      const char *by_name, bool in_quotes, struct note *ret_to);

#endif
