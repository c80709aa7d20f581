/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether somebody sits before an agent's console. */

#ifndef WEB_PRESENCE_H
#define WEB_PRESENCE_H

#include <stdbool.h>

struct socket;
struct web;

/*
 * A console says "attend", and counts for the agent of the person signed in
 * until it is closed, or says that its terminal takes no more output. The
 * first one that comes, the last one that goes, and that all that are there are
 * stalled, the core is told of (SET_CONSOLE).
 */

/** A console attends: it is its agent's, if there is one. */
void presence_attend(struct socket *socket);

/** Its terminal takes no output, or does again. */
void presence_stall(struct socket *socket, bool is_stalled);

/** It is gone, or attends no more. */
void presence_leave(struct socket *socket);

/** Tells the core again what it has not taken note of. Once a second; costs
 *  O(agents), and O(sockets) for each console. */
void presence_tick(struct web *web);

#endif
