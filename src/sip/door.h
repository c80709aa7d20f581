/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where messages come in: checked, limited, and sent on to their rooms. */

#ifndef SIP_DOOR_H
#define SIP_DOOR_H

#include <stdbool.h>

struct sip_msg;

/**
 * Takes every request that belongs to no transaction.
 *
 * @param arg  struct signalling
 *
 * @return true always: libre would print what nobody takes
 */
bool signal_door_request(const struct sip_msg *msg, void *arg);

/**
 * Takes every response that belongs to no transaction.
 */
bool signal_door_response(const struct sip_msg *msg, void *arg);

#endif
