/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the agent's screen asks for besides rows. */

#ifndef CONSOLE_DESK_FETCH_H
#define CONSOLE_DESK_FETCH_H

#include "console/desk_inside.h"

/** Asks for a contact's way here, its caller's earlier contacts, and the note
 *  kept of it. */
void desk_fetch_contact(struct desk *desk);

/** Asks for its path alone: when it rings, the row may be here before the steps
 *  are in the store. */
void desk_fetch_path(struct desk *desk);

/** Asks how it ended: desk->end, if it has. */
void desk_fetch_end(struct desk *desk);

/** Asks for the agent's last contacts. */
void desk_fetch_recent(struct desk *desk);

/** Leaves an unsaved note to the outbox: there is no connection, or the call is
 *  no longer the agent's. */
void desk_keep_late(struct desk *desk);

/** Keeps the note on the server, when it is unsaved; as soon as the server is
 *  there. */
void desk_keep_note(struct desk *desk);

#endif
