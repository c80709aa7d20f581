/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libwebsockets: listening, accepting, reading and writing. */

#include "web/serve.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <libwebsockets.h>

#include "base/descriptor.h"
#include "base/pulse.h"
#include "web/client.h"
#include "web/exchange.h"
#include "web/inside.h"
#include "web/local_socket.h"
#include "web/presence.h"
#include "web/sockets.h"
#include "web/upkeep.h"
#include "web/watch.h"
#include "web/web_job.h"

enum {
    TICK_US = 1000000,
    TURN_MAX_MS = 5000, /* it waits for nothing but its sockets and the tick */
    SPARE_FDS = 64, /* the library's own, and those about to be turned away */
};

/* What the library keeps for each connection. */
struct session {
    struct client *client;
};

/* Who is at the other end: an address, or a local account. */
static int64_t find_source(int fd, char *ret_text, size_t size)
{
    struct sockaddr_storage address = { 0 };
    socklen_t length = sizeof(address);
    struct ucred peer;
    socklen_t peer_length = sizeof(peer);

    (void)snprintf(ret_text, size, "?");
    if (getpeername(fd, (struct sockaddr *)&address, &length) < 0)
        return -1;
    if (address.ss_family == AF_UNIX) {
        if (getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &peer_length) < 0)
            return -1;
        (void)snprintf(ret_text, size, "uid:%" PRIu32, (uint32_t)peer.uid);
        return (int64_t)peer.uid;
    }
    const void *ip =
        address.ss_family == AF_INET
            ? (const void *)&((struct sockaddr_in *)&address)->sin_addr
            : (const void *)&((struct sockaddr_in6 *)&address)->sin6_addr;
    (void)inet_ntop(address.ss_family, ip, ret_text, (socklen_t)size);
    return -1;
}

static struct web_source *source_find(struct web *web, const char *text)
{
    for (size_t i = 0; i < web->source_count; i++)
        if (strcmp(web->sources[i].text, text) == 0)
            return &web->sources[i];
    return NULL;
}

static bool source_enter(struct web *web, const char *text, bool is_local)
{
    struct web_source *source = source_find(web, text);

    if (web->figures.clients >= (int64_t)web->settings.max_clients)
        return false;
    if (!source) {
        source = &web->sources[web->source_count++];
        (void)snprintf(source->text, sizeof(source->text), "%s", text);
        source->clients = 0;
    }
    if (!is_local && source->clients >= web->settings.max_clients_per_source)
        return false;
    source->clients++;
    web->figures.clients++;
    return true;
}

static void source_leave(struct web *web, const char *text)
{
    struct web_source *source = source_find(web, text);

    web->figures.clients--;
    assert(source && source->clients > 0);
    if (--source->clients == 0)
        *source = web->sources[--web->source_count];
}

static int on_adopt(struct web *web, struct lws *wsi, struct session *session)
{
    char source[64];
    int fd = lws_get_socket_fd(wsi);
    int64_t uid = find_source(fd, source, sizeof(source));

    if (descriptor_is_last(fd, uid >= 0 ? DESCRIPTOR_CONNECTION
                                        : DESCRIPTOR_CLIENT) ||
        !source_enter(web, source, uid >= 0)) {
        web->figures.turned_away++;
        return -1;
    }
    session->client = client_accept(web, wsi, uid, source);
    if (!session->client) {
        source_leave(web, source);
        return -1;
    }
    return 0;
}

static void on_close(struct web *web, struct session *session)
{
    if (!session->client)
        return;
    source_leave(web, client_source(session->client));
    session->client = client_end(session->client);
}

/* Without memory an event is folded later, and nothing behind it sooner. */
static void hear_news(struct web *web)
{
    struct news **end = &web->news;

    while (*end)
        end = &(*end)->next;
    *end = from_main_take(web->from_main);

    while (web->news) {
        struct news *news = web->news;
        if (news->kind == NEWS_REPLY)
            exchange_hear(web, news->slot, &news->reply);
        else if (upkeep_fold(web, news->events, news->event_count) < 0)
            return;
        web->news = news->next;
        free(news);
    }
}

static void hear(struct web *web)
{
    struct job *job;

    if (!atomic_exchange(&web->is_rung, false))
        return;
    hear_news(web);
    if (web->has_new_rights)
        sockets_check(web);
    watch_settle(web);
    sockets_wake(web);
    sockets_wake_followers(web);
    while ((job = job_box_take(web->box)))
        web_hear_job(web, job);
}

static int callback(struct lws *wsi, enum lws_callback_reasons reason,
                    void *user, void *in, size_t length)
{
    struct web *web = lws_context_user(lws_get_context(wsi));
    struct session *session = user;

    switch (reason) {
    case LWS_CALLBACK_RAW_ADOPT:
        return on_adopt(web, wsi, session);
    case LWS_CALLBACK_RAW_RX:
        if (!session->client)
            return -1;
        hear_news(web); /* whoever asks is told the latest */
        return client_read(session->client, in, length);
    case LWS_CALLBACK_RAW_WRITEABLE:
        return session->client ? client_write(session->client) : -1;
    case LWS_CALLBACK_RAW_CLOSE:
        on_close(web, session);
        return 0;
    case LWS_CALLBACK_EVENT_WAIT_CANCELLED:
        hear(web); /* comes once per vhost; the first finds it all */
        return 0;
    default:
        return 0;
    }
}

static const struct lws_protocols protocols[] = {
    { "raw", callback, sizeof(struct session), WEB_READ_SIZE, 0, NULL, 0 },
    { NULL, NULL, 0, 0, 0, NULL, 0 },
};

/* The library's timer, and whose it is. */
struct serve_timer {
    lws_sorted_usec_list_t timer;
    struct web *web;
};

static void on_tick(lws_sorted_usec_list_t *timer)
{
    struct web *web = lws_container_of(timer, struct serve_timer, timer)->web;

    atomic_store(&web->is_rung, true); /* no doorbell is missed for long */
    hear(web);
    exchange_tick(web);
    upkeep_tick(web);
    watch_tick(web);
    sockets_wake(web);
    presence_tick(web);
    sockets_tick(web);
    if (web->settings.each_second)
        web->settings.each_second(web->settings.arg);
    lws_sul_schedule(web->context, 0, timer, on_tick, TICK_US);
}

static struct lws_context_creation_info make_info(struct web *web)
{
    return (struct lws_context_creation_info){
        .protocols = protocols,
        .gid = -1,
        .uid = -1,
        .user = web,
        .pt_serv_buf_size = WEB_READ_SIZE,
        .fd_limit_per_thread = web->settings.max_clients + SPARE_FDS,
        .alpn = "http/1.1",
        .listen_accept_role = "raw-skt",
        .listen_accept_protocol = "raw",
        .options = LWS_SERVER_OPTION_EXPLICIT_VHOSTS |
                   LWS_SERVER_OPTION_ADOPT_APPLY_LISTEN_ACCEPT_CONFIG |
                   LWS_SERVER_OPTION_FAIL_UPON_UNABLE_TO_BIND |
                   LWS_SERVER_OPTION_SKIP_SERVER_CANONICAL_NAME,
    };
}

static int listen_local(struct web *web)
{
    struct lws_context_creation_info info = make_info(web);
    int rc = local_socket_clear(web->settings.socket_path);

    if (rc < 0)
        return rc;
    info.vhost_name = "local";
    info.iface = web->settings.socket_path;
    info.options |= LWS_SERVER_OPTION_UNIX_SOCK;
    if (!lws_create_vhost(web->context, &info))
        return -EADDRNOTAVAIL;
    /* Whoever connects is told apart by the account, not by the file. */
    if (chmod(web->settings.socket_path, 0666) < 0)
        return -errno;
    return local_socket_unblock(web->settings.socket_path);
}

static int listen_tcp(struct web *web)
{
    struct lws_context_creation_info info = make_info(web);

    info.vhost_name = "tcp";
    info.iface = web->settings.address;
    info.port = web->settings.port;
    if (!strchr(web->settings.address, ':'))
        info.options |= LWS_SERVER_OPTION_DISABLE_IPV6;
    struct lws_vhost *vhost = lws_create_vhost(web->context, &info);
    if (!vhost)
        return -EADDRINUSE;
    web->port = lws_get_vhost_listen_port(vhost);
    return 0;
}

int serve_open(struct web *web)
{
    struct lws_context_creation_info info;
    int rc = 0;

    assert(web);

    lws_set_log_level(0, NULL);
    info = make_info(web);
    web->timer = calloc(1, sizeof(*web->timer));
    web->sources = calloc(web->settings.max_clients + 1, sizeof(*web->sources));
    if (!web->timer || !web->sources)
        return -ENOMEM;
    web->context = lws_create_context(&info);
    if (!web->context)
        return -ENOMEM;

    if (web->settings.socket_path)
        rc = listen_local(web);
    if (rc == 0 && web->settings.address)
        rc = listen_tcp(web);
    if (rc == 0) {
        web->timer->web = web;
        lws_sul_schedule(web->context, 0, &web->timer->timer, on_tick, TICK_US);
    }
    return rc;
}

void *serve_run(void *arg)
{
    struct web *web = arg;

    (void)pthread_setname_np(pthread_self(), "web");
    pulse_begin("web", TURN_MAX_MS);
    while (!atomic_load(&web->is_ending) && lws_service(web->context, 0) >= 0)
        pulse_beat();
    pulse_end();
    return NULL;
}

void serve_close(struct web *web)
{
    struct news *news;

    assert(web);

    if (web->context)
        lws_context_destroy(web->context);
    web->context = NULL;
    if (web->settings.socket_path && web->is_running)
        (void)unlink(web->settings.socket_path);
    while ((news = web->news)) {
        web->news = news->next;
        free(news);
    }
    free(web->timer);
    free(web->sources);
    web->timer = NULL;
    web->sources = NULL;
}

void web_ring(void *arg)
{
    struct web *web = arg;

    if (!atomic_exchange(&web->is_rung, true) && web->context)
        lws_cancel_service(web->context);
}
