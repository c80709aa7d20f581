/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The versions of a flow: what differs from the draft, and the way back. */

#ifndef CONSOLE_FLOW_VERSIONS_H
#define CONSOLE_FLOW_VERSIONS_H

#include "console/program.h"
#include "core/event.h"

/**
 * Opens the versions of a flow over what is shown.
 *
 * @param flow   as stored; copied
 * @param taken  called when callers are led into another version: the flow has
 *               this version number now; NULL: nobody wants to know
 *
 * @return 0, -ENOMEM or that of ui_push()
 */
int flow_versions_open(struct program *program,
                       const struct event_flow_set *flow,
                       void (*taken)(void *arg, int64_t version), void *arg);

#endif
