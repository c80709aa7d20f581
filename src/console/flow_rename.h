/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A flow is given another name. */

#ifndef CONSOLE_FLOW_RENAME_H
#define CONSOLE_FLOW_RENAME_H

#include "console/program.h"
#include "core/event.h"

/**
 * Asks for the name, over the screen that is there. A name that is taken is
 * told at the field.
 *
 * @param flow  copied
 *
 * @return 0, -ENOMEM or that of ui_push()
 */
int flow_rename_open(struct program *program,
                     const struct event_flow_set *flow);

#endif
