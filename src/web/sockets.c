/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Walks through the list of all WebSockets. */

#include "web/sockets.h"

#include <assert.h>

#include "web/feed.h"
#include "web/inside.h"
#include "web/socket_inside.h"
#include "web/watch.h"

static const int64_t SECOND_US = INT64_C(1000000);

static void wake(struct web *web, enum topic topic)
{
    for (struct socket *socket = web->sockets.first; socket;
         socket = socket->next)
        if (socket->subscriptions[topic])
            socket_wake(socket);
}

void sockets_wake(struct web *web)
{
    assert(web);

    for (int topic = 0; topic < TOPIC_COUNT; topic++) {
        uint64_t change = rows_last_change(web->watch->rows, (enum topic)topic);
        if (change != web->sockets.woken[topic] &&
            web->sockets.watchers[topic] > 0)
            wake(web, (enum topic)topic);
        web->sockets.woken[topic] = change;
    }
}

void sockets_wake_followers(struct web *web)
{
    assert(web);

    if (web->sockets.followers == 0)
        return;
    for (struct socket *socket = web->sockets.first; socket;
         socket = socket->next)
        feed_wake(socket);
}

void sockets_check(struct web *web)
{
    int64_t wall_us = state_wall_us(web->floor, web_now_us(web));

    assert(web);

    web->has_new_rights = false;
    for (struct socket *socket = web->sockets.first; socket;
         socket = socket->next)
        switch (asker_recheck(&socket->asker, web->floor, web->tokens,
                              socket->local_uid, wall_us)) {
        case ASKER_SAME:
            break;
        case ASKER_CHANGED:
            socket_close(socket, TOPIC_RIGHTS_CHANGED, "rights have changed");
            break;
        case ASKER_OUT:
            socket_close(socket, TOPIC_SIGNED_OUT, "signed out");
            break;
        }
}

static void look_after(struct socket *socket, int64_t now_us)
{
    int64_t silent_us = now_us - socket->heard_us;
    int64_t limit_us = socket->web->settings.silence_s * SECOND_US;

    socket->requests = 0;
    if (silent_us > limit_us) {
        socket_close(socket, FRAME_POLICY, "no answer");
    } else if (silent_us > limit_us / 3 && !socket->is_asked) {
        socket->is_asked = true;
        socket->owes_ping = true;
    }
    socket_wake(socket);
}

void sockets_tick(struct web *web)
{
    int64_t now_us = web_now_us(web);

    assert(web);

    sockets_check(web);
    sockets_wake_followers(web);
    for (struct socket *socket = web->sockets.first; socket;
         socket = socket->next)
        look_after(socket, now_us);
}
