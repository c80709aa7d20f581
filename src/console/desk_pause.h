/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ends the after-call work with what is picked. */

#ifndef CONSOLE_DESK_PAUSE_H
#define CONSOLE_DESK_PAUSE_H

#include "console/desk_inside.h"

/** Saves, and then the agent is ready. */
void desk_save(struct desk *desk);

/** Asks why the agent pauses, and then saves; without any reasons configured
 *  it saves at once. */
void desk_save_and_pause(struct desk *desk);

#endif
