/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For how long a message lay in its socket before it was read. */

#ifndef SIP_WAITED_H
#define SIP_WAITED_H

#include <stdint.h>

#include "sip/libre.h"

/**
 * Tells how long the message last read from a socket has waited there.
 *
 * Of a datagram the kernel notes it from the first question on. Of what came by
 * a connection it is a bound from below: since the next bytes came that are
 * still unread (those that the kernel keeps together, some 17 pieces, have the
 * last one's time), or else since the last ones came. Up to three system calls.
 *
 * @return microseconds; 0 where nobody knows
 */
int64_t signal_waited_us(const struct sip_msg *msg);

#endif
