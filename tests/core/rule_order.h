/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rules there are, as tests read them. */

#ifndef TESTS_CORE_RULE_ORDER_H
#define TESTS_CORE_RULE_ORDER_H

#include <stdbool.h>

#include "tests/core/story.h"

/**
 * Writes the first letters of the rules' names, in the order of asking.
 *
 * @param of_draft  those of the draft
 * @param ret_text  with room for all of them
 */
void rule_order(const struct story *story, bool of_draft, char *ret_text);

#endif
