/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of the cockpit: calls, agents, queues. */

#ifndef CONSOLE_COCKPIT_ROLLS_H
#define CONSOLE_COCKPIT_ROLLS_H

#include "console/roll.h"

extern const struct roll_kind cockpit_calls, cockpit_agents, cockpit_queues;

#endif
