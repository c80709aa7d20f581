/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys that must not get into any event: kept in memory, and nowhere else. */

#ifndef CORE_VAULT_H
#define CORE_VAULT_H

#include <stdint.h>

#include "core/table.h"
#include "core/record.h"

/*
 * What a caller presses at a masked node is no part of the state: no event
 * tells it, no snapshot has it, and it is gone with the contact, or with the
 * process. A decision may look at it, and what it decides is in its events; no
 * fold does. Emptied places are overwritten.
 */
struct vault {
    struct table places; /* by contact and number */
};

void vault_init(struct vault *vault);
void vault_done(struct vault *vault);

enum { VAULT_MAX_PER_DECISION = 2 };

/** Makes room for what one decision puts. @return 0 or -ENOMEM */
int vault_reserve(struct vault *vault);

/** Keeps digits as the variable of that number; 0: being collected. Takes the
 *  place of what is there, else there must be room. */
void vault_put(struct vault *vault, uint64_t contact_id, int64_t number,
               const struct digits *digits);

/** What is kept: "" when nothing is. */
struct digits vault_get(const struct vault *vault, uint64_t contact_id,
                        int64_t number);

/** The contact is over. */
void vault_forget(struct vault *vault, uint64_t contact_id);

#endif
