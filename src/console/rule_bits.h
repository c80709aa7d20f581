/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each rule of the rows that are held demands, read once. */

#ifndef CONSOLE_RULE_BITS_H
#define CONSOLE_RULE_BITS_H

#include <stddef.h>

#include "core/rule_shadow.h"

struct rule_bits;

/** @return NULL: out of memory */
struct rule_bits *rule_bits_new(void);

/** @return NULL */
struct rule_bits *rule_bits_free(struct rule_bits *bits);

/** Room for so many rows. @return 0 or -ENOMEM, with nothing changed */
int rule_bits_begin(struct rule_bits *bits, size_t count);

/** rule_demand_of() a rule, read anew only if the one that was asked about at
 *  this place before had another condition. O(length of the condition).
 *  @param at  below the count that there is room for */
struct rule_demand rule_bits_at(struct rule_bits *bits, size_t at,
                                const struct event_rule_set *rule);

#endif
