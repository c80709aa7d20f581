/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Linked both ways. */

#include "web/socket_list.h"

#include <assert.h>

#include "web/inside.h"
#include "web/socket_inside.h"

void socket_list_enter(struct socket *socket)
{
    struct web_sockets *sockets = &socket->web->sockets;

    assert(socket);

    socket->serial = ++sockets->last_serial;
    socket->next = sockets->first;
    if (socket->next)
        socket->next->previous = socket;
    sockets->first = socket;

    /* What was pushed before main sees this is heard of now. */
    if (!atomic_exchange(&socket->web->is_watched, true))
        web_ring(socket->web);
}

void socket_list_leave(struct socket *socket)
{
    assert(socket);

    if (socket->next)
        socket->next->previous = socket->previous;
    if (socket->previous)
        socket->previous->next = socket->next;
    else
        socket->web->sockets.first = socket->next;
    if (!socket->web->sockets.first)
        atomic_store(&socket->web->is_watched, false);
}

struct socket *socket_list_find(const struct web *web, uint64_t serial)
{
    assert(web);

    for (struct socket *socket = web->sockets.first; socket;
         socket = socket->next)
        if (socket->serial == serial)
            return socket;
    return NULL;
}

size_t socket_list_attending(const struct web *web, uint64_t agent_id)
{
    size_t count = 0;

    assert(web);

    for (const struct socket *socket = web->sockets.first; socket;
         socket = socket->next)
        count += socket->attends == agent_id && !socket->is_stalled;
    return count;
}

bool socket_list_has_teams(const struct web *web)
{
    assert(web);

    for (const struct socket *socket = web->sockets.first; socket;
         socket = socket->next)
        if (socket->asker.team_id)
            return true;
    return false;
}
