/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls for help: who is let in when others are not. */

#ifndef SIP_HELP_H
#define SIP_HELP_H

#include "sip/stack.h"

/*
 * An emergency call of a phone of ours passes what holds others back: a flood
 * of strangers' requests, a server full of calls, a drain. None of that is
 * without a bound, since the number is no secret and a source can be forged:
 * above max_requests_per_s only those places are heard that a phone has
 * registered from, HELP_PER_S of their INVITEs (a call takes two, without and
 * with the proof); above max_legs there are SIGNAL_HELP_LEGS more. Who it is
 * has to be proven as ever.
 *
 * A lock-out of the neighbourhood is passed, too, by a phone that is where it
 * registered from, port and all, and proves to be that phone: whoever guesses
 * the passwords of others learns nothing by that way.
 */

/** Tells whether an INVITE of a device calls an emergency number; 0: of a
 *  device that is not known yet. */
bool help_is_called(const struct signalling *signalling,
                    const struct sip_msg *msg, uint64_t device_id);

/** Tells whether a request for which there is no room, by a stranger so far,
 *  may be a phone's call for help; counted when it may. */
bool help_has_room(struct signalling *signalling, const struct sip_msg *msg);

/** Finds the device that may call for help from where it is registered though
 *  its neighbourhood is locked out; counted as above. @return its id, or 0 */
uint64_t help_passes_lockout(struct signalling *signalling,
                             const struct sip_msg *msg);

/** Tells whether a request may be a call for help, while the stack drains. */
bool help_passes_drain(const struct signalling *signalling,
                       const struct sip_msg *msg);

#endif
