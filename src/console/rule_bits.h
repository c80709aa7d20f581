/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each rule of the rows that are held demands, read once. */

#ifndef CONSOLE_RULE_BITS_H
#define CONSOLE_RULE_BITS_H

#include "client/replica.h"

struct rule_bits;

/** @return NULL: out of memory */
struct rule_bits *rule_bits_new(void);

/** @return NULL */
struct rule_bits *rule_bits_free(struct rule_bits *bits);

/** Room for so many rows. @return 0 or -ENOMEM, with nothing changed */
int rule_bits_begin(struct rule_bits *bits, size_t count);

/** rule_demand_bits() of a row of TOPIC_DRAFTED_RULES; its condition is read
 *  only if at that place there was another row, or the row was another, when
 *  this was asked before. @param at  below the count that there is room for */
uint64_t rule_bits_at(struct rule_bits *bits, size_t at,
                      const struct replica_row *row);

#endif
