/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every message shown to whoever keeps traces. */

#ifndef SIP_TAP_H
#define SIP_TAP_H

#include <stdint.h>

#include "sip/stack.h"

/* libre shows what it sends and what comes by connections; datagrams are shown
   by our front, which takes most of them before libre. */

/** Begins to show messages to whoever cares, and to those who wait for the
 *  rest of one (half.h). */
void signal_tap_open(struct signalling *signalling);

/** Shows a datagram that came. */
void signal_tap_datagram(struct signalling *signalling,
                         const struct sip_msg *msg, const uint8_t *bytes,
                         size_t length);

#endif
