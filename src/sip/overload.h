/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether those who call now can be served beside those there are. */

#ifndef SIP_OVERLOAD_H
#define SIP_OVERLOAD_H

#include "sip/stack.h"

/*
 * Two signs of too much: INVITEs wait in their socket for long, since this
 * thread has too much to do; or whoever does what calls lead to is behind, as
 * the owner says (signalling_set_behind()). Then callers by trunks get 503, so
 * that their carrier finds another way; phones of ours are always let in: they
 * are few, and it might be an emergency.
 */

/**
 * Tells whether a trunk's INVITE, the message last read, has to be turned away.
 */
bool signal_is_overloaded(struct signalling *signalling,
                          const struct sip_msg *msg);

/**
 * Turns it away: counted, 503 with Retry-After, and remembered for as long as a
 * copy may come.
 */
void signal_turn_away(struct signalling *signalling, const struct sip_msg *msg);

/**
 * Refuses the copy of one that was turned away.
 *
 * @return whether it was one
 */
bool signal_refuse_copy(struct signalling *signalling,
                        const struct sip_msg *msg);

#endif
