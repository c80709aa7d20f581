/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Being a subscriber of a provider: one REGISTER after the other. */

#ifndef SIP_TRUNK_REGISTER_H
#define SIP_TRUNK_REGISTER_H

#include <stdint.h>

#include "sip/trunk_table.h"

/*
 * A trunk that wants it is registered at its first address and again when 4/5
 * of what was granted are over. What fails is tried again by its breaker, after
 * 2 s, then ever later up to 5 min: an account that is locked out would stay so
 * if we kept knocking. Credentials go with a REGISTER only when the trunk asks
 * for them, for its realm, once each time (RFC 3261, 10.2 and 22.2).
 */

/**
 * Begins, where the trunk's settings want it.
 *
 * @return 0, or -ENOMEM
 */
int trunk_register(struct trunk *trunk);

/**
 * Does it once more, soon: by a new connection, when the one before is closed.
 * Nothing where the trunk does not register.
 */
void trunk_register_anew(struct trunk *trunk);

/**
 * Ends it, without a word: what was granted runs out by itself.
 */
void trunk_unregister(struct trunk *trunk);

#endif
