/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counting the sockets that attend. */

#include "web/presence.h"

#include <assert.h>
#include <string.h>

#include "web/inside.h"
#include "web/socket_inside.h"
#include "web/socket_list.h"
#include "web/watch.h"

static enum console_state console_of(const struct web *web, uint64_t agent_id)
{
    enum console_state console = CONSOLE_NONE;

    for (const struct socket *socket = web->sockets.first; socket;
         socket = socket->next) {
        if (socket->attends == agent_id && !socket->is_stalled)
            return CONSOLE_ATTACHED;
        if (socket->attends == agent_id)
            console = CONSOLE_STALLED;
    }
    return console;
}

/* The one place where the core hears of it, unless it knows already. What
   finds no room, or crosses with another, is made good with the tick. */
static void tell_core(struct web *web, uint64_t agent_id)
{
    const struct desk_row *desk = state_desk(web->floor, agent_id);
    enum console_state console = console_of(web, agent_id);
    const struct web_request request = {
        .slot = { .index = UINT32_MAX },
        .task = WEB_COMMAND,
        .command = { .type = COMMAND_SET_CONSOLE,
                     .as.set_console = { agent_id, console } },
    };

    if (desk && desk->console != console)
        (void)to_main_put(web->to_main, &request);
}

void presence_tick(struct web *web)
{
    assert(web);

    for (const struct socket *socket = web->sockets.first; socket;
         socket = socket->next)
        if (socket->attends)
            tell_core(web, socket->attends);
    for (size_t i = 0; i < state_row_count(web->floor, ROW_DESK); i++) {
        const struct desk_row *desk = state_row_at(web->floor, ROW_DESK, i);

        if (desk->console != CONSOLE_NONE)
            tell_core(web, desk->agent_id);
    }
}

/* The row tells the number, which has just changed. */
static void count_anew(struct web *web, uint64_t agent_id, size_t before)
{
    size_t now = socket_list_attending(web, agent_id);

    tell_core(web, agent_id);
    if (now == before)
        return;
    mark_row(&web->watch->marks, TOPIC_AGENTS, agent_id);
    web_ring(web);
}

static void tell_others(const struct socket *newcomer)
{
    for (struct socket *socket = newcomer->web->sockets.first; socket;
         socket = socket->next)
        if (socket != newcomer && socket->attends == newcomer->attends)
            socket_answer(socket, strdup("{\"is\":\"notice\","
                                         "\"code\":\"another_console\"}"));
}

void presence_attend(struct socket *socket)
{
    uint64_t agent_id = socket->asker.agent_id;

    assert(socket);

    if (agent_id == 0 || socket->attends)
        return;
    size_t before = socket_list_attending(socket->web, agent_id);
    socket->attends = agent_id;
    tell_others(socket);
    count_anew(socket->web, agent_id, before);
}

void presence_stall(struct socket *socket, bool is_stalled)
{
    assert(socket);

    size_t before = socket_list_attending(socket->web, socket->attends);
    socket->is_stalled = is_stalled;
    if (socket->attends)
        count_anew(socket->web, socket->attends, before);
}

void presence_leave(struct socket *socket)
{
    uint64_t agent_id = socket->attends;

    assert(socket);

    if (agent_id == 0)
        return;
    size_t before = socket_list_attending(socket->web, agent_id);
    socket->attends = 0;
    count_anew(socket->web, agent_id, before);
}
