/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who asked to be told of messages waiting; for src/sip only. */

#ifndef SIP_SUBSCRIPTION_H
#define SIP_SUBSCRIPTION_H

#include "sip/stack.h"

/** Answers a SUBSCRIBE that passed the sanity checks, outside a dialog. */
void subscription_request(struct signalling *signalling,
                          const struct sip_msg *msg);

/**
 * Answers one within the dialog of a subscription: it goes on, or ends. O(1)
 * in the phones that there are.
 *
 * @return false: there is no such subscription, and nothing was answered
 */
bool subscription_refresh(struct signalling *signalling,
                          const struct sip_msg *msg);

#endif
