/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a list are wanted, and the shorter ways to say so. */

#ifndef CLI_LIST_FILTER_H
#define CLI_LIST_FILTER_H

#include <stddef.h>

struct call;

/**
 * Writes --filter, with what --tag and --rule stand for; "" when there is none.
 *
 * @return NULL; else the option that makes it too long
 */
const char *list_filter(const struct call *call, char *text, size_t size);

#endif
