/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Commands, one after the other, in a thread of their own. */

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "client/session_inside.h"

void asked_free(struct asked *asked)
{
    if (!asked)
        return;
    free(asked->method);
    free(asked->path);
    free(asked->body);
    free(asked->match);
    free(asked->range);
    free(asked->key);
    free(asked->language);
    free(asked);
}

/* A body is copied with a terminator, whatever is in it. */
static int copy_body(const struct client_request *request, struct asked *asked)
{
    if (!request->body)
        return 0;

    size_t length = request->length ? request->length : strlen(request->body);
    asked->body = malloc(length + 1);
    if (!asked->body)
        return -ENOMEM;
    memcpy(asked->body, request->body, length);
    asked->body[length] = '\0';
    asked->length = request->length;
    asked->type = request->type;
    return 0;
}

static int copy(const char *text, char **ret_copy)
{
    *ret_copy = text ? strdup(text) : NULL;
    return text && !*ret_copy ? -ENOMEM : 0;
}

int session_speak(struct session *session, const char *language)
{
    char *own;

    assert(session && language);
    int rc = copy(language, &own);
    if (rc < 0)
        return rc;
    free(session->language);
    session->language = own;
    return 0;
}

int session_ask(struct session *session, const struct client_request *request,
                uint64_t *ret_ticket)
{
    int rc = 0;

    assert(session && request && request->method && request->path);

    if (letterbox_count(session->asked) >= SESSION_MAX_ASKED)
        return -EAGAIN;
    struct asked *asked = calloc(1, sizeof(*asked));
    if (!asked)
        return -ENOMEM;
    rc |= copy(request->method, &asked->method);
    rc |= copy(request->path, &asked->path);
    rc |= copy_body(request, asked);
    rc |= copy(request->match, &asked->match);
    rc |= copy(request->range, &asked->range);
    rc |= copy(request->key, &asked->key);
    rc |= copy(request->language ? request->language : session->language,
               &asked->language);
    if (rc) {
        asked_free(asked);
        return -ENOMEM;
    }
    asked->ticket = ++session->last_ticket;
    if (ret_ticket)
        *ret_ticket = asked->ticket;
    letterbox_put(session->asked, &asked->letter);
    return 0;
}

/* Asks where the connection is; a client is kept as long as that stays. */
static struct client *aim_client(struct session *session, struct client *client,
                                 int *server)
{
    struct client_settings here = session->settings.client;
    int wanted = atomic_load(&session->server);

    if (client && wanted == *server)
        return client;
    client = client_free(client);
    here.endpoint = *session_server(session, wanted);
    *server = wanted;
    return client_new(&here, &client) == 0 ? client : NULL;
}

static void do_asked(struct session *session, struct client *client,
                     const struct asked *asked)
{
    const struct client_request request = {
        .method = asked->method,
        .path = asked->path,
        .body = asked->body,
        .length = asked->length,
        .type = asked->type,
        .match = asked->match,
        .range = asked->range,
        .key = asked->key,
        .language = asked->language,
    };
    struct news_letter news = { .kind = NEWS_REPLY, .ticket = asked->ticket };

    news.rc = client ? client_send(client, &request, &news.reply) : -ENOMEM;
    (void)session_tell(session, &news);
}

/* Waits for the next. */
static struct asked *take_asked(struct session *session)
{
    struct pollfd news = { .fd = letterbox_fd(session->asked),
                           .events = POLLIN };
    struct letter *letter = letterbox_take(session->asked);

    while (!letter) {
        (void)poll(&news, 1, -1);
        letter = letterbox_take(session->asked);
    }
    return (struct asked *)letter;
}

void *session_asker(void *arg)
{
    struct session *session = arg;
    struct client *client = NULL;
    struct asked *asked = take_asked(session);
    int server = 0;

    while (!asked->is_end && !atomic_load(&session->is_ending)) {
        client = aim_client(session, client, &server);
        do_asked(session, client, asked);
        asked_free(asked);
        asked = take_asked(session);
    }
    while (!asked->is_end) { /* what was not done any more */
        asked_free(asked);
        asked = take_asked(session);
    }
    client_free(client);
    return NULL;
}
