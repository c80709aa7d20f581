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

#endif
