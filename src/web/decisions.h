/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a contact went where it went, in sentences. */

#ifndef WEB_DECISIONS_H
#define WEB_DECISIONS_H

#include <stdbool.h>

#include "core/event.h"
#include "wire/shape.h"

struct exchange;

/**
 * Tells what an event decided, in the language of the request.
 *
 * @return whether it is a decision at all
 */
bool decision_fill(const struct exchange *exchange, const struct event *event,
                   struct shape_decision *ret_decision);

/**
 * Tells why a contact still waits: what stands between it and each agent now.
 *
 * @return whether it waits, and is on offer to nobody
 */
bool decision_fill_now(const struct exchange *exchange, uint64_t contact_id,
                       struct shape_decision *ret_decision);

#endif
