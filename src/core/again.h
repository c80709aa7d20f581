/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules for who waits, tried again and again. */

#ifndef CORE_AGAIN_H
#define CORE_AGAIN_H

#include "core/decide.h"

/*
 * Whoever waits is asked about every AGAIN_ROUNDS moments, which are multiples
 * of AGAIN_US of journal time, by contact number, so that a full floor is spread
 * over them. A moment at which nothing changes writes nothing: that it has been
 * is known beside the state, and a server that starts has nobody waiting.
 *
 * A rule changes a contact when it comes to match first, and not again until
 * another one has: what somebody sets by hand meanwhile stays.
 */
enum {
    AGAIN_US = 500000,
    AGAIN_ROUNDS = 10,
    AGAIN_MAX_CHANGES = 64, /* of a moment; the rest has its turn 5 s later */
};

/**
 * Tells the next moment after one.
 *
 * @param last_us  the last moment that is done
 *
 * @return the moment; INT64_MAX while no rule is for who waits, or nobody does
 */
int64_t again_due_us(const struct state *state, int64_t last_us);

/** Finds whom a rule changes at a moment. O(waiting), and O(rules) for each of
 *  them whose moment it is. @return how many, up to AGAIN_MAX_CHANGES */
size_t again_find(const struct state *state, struct rule_book *book,
                  int64_t moment_us, uint64_t *ret_contact_ids);

/** Writes what the rule that matches changes of a contact that again_find() has
 *  found; nothing, if none does any more. */
void write_again(struct turn *turn, uint64_t contact_id);

#endif
