/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows of what the main thread tells: alarms, trunks, the server itself. */

#ifndef WEB_STANDING_H
#define WEB_STANDING_H

#include "wire/topic.h"

struct web;

/** Brings the rows of ALARMS, TRUNK_STATES or SERVER up to what was told last. */
void standing_settle(struct web *web, enum topic topic);

#endif
