/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all WebSockets. */

#ifndef WEB_SOCKET_LIST_H
#define WEB_SOCKET_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct socket;
struct web;

/** Enters it in its web server's list, with a serial of its own. */
void socket_list_enter(struct socket *socket);
void socket_list_leave(struct socket *socket);

/** The one with this serial; NULL: it is closed. O(sockets). */
struct socket *socket_list_find(const struct web *web, uint64_t serial);

/** How many attend for an agent, stalled ones left out. O(sockets). */
size_t socket_list_attending(const struct web *web, uint64_t agent_id);

/** Whether one of them is of somebody of a team, who is told no names of
 *  others. */
bool socket_list_has_teams(const struct web *web);

#endif
