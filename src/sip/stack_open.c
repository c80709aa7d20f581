/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making the stack, and taking it down. */

#include "sip/signalling.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "sip/crowd.h"
#include "sip/door.h"
#include "sip/front.h"
#include "sip/half.h"
#include "sip/leg_inside.h"
#include "sip/refusal.h"
#include "sip/registrar_table.h"
#include "sip/source.h"
#include "sip/stack.h"
#include "sip/tap.h"
#include "sip/trunk_table.h"

enum {
    TRANSACTION_BUCKETS = 4096,
};

static void default_to(uint32_t *setting, uint32_t value)
{
    if (*setting == 0)
        *setting = value;
}

static void fill_in_defaults(struct signalling_settings *settings)
{
    default_to(&settings->max_legs, 2000);
    default_to(&settings->max_devices, 10000);
    default_to(&settings->max_trunks, 256);
    default_to(&settings->max_requests_per_s, 2000);
    default_to(&settings->max_tcp_connections, 2000);
    default_to(&settings->max_tcp_per_source, 100);
    default_to(&settings->tcp_idle_s, 64 * SIP_T1 / 1000);
    default_to(&settings->auth_failures_per_minute, 60);
    default_to(&settings->retry_after_s, 5);
    default_to(&settings->min_expires_s, 60);
    default_to(&settings->max_expires_s, 3600);
    default_to(&settings->session_s, 1800);
    default_to(&settings->min_session_s, 90);
    default_to(&settings->min_ttl_s, 30);
    default_to(&settings->t1_ms, SIP_T1);
}

static bool is_quotable(const char *text, size_t size)
{
    const char *end = memchr(text, '\0', size);

    if (!end || end == text)
        return false;
    for (; text < end; text++)
        if (*text < ' ' || *text > '~' || *text == '"' || *text == '\\')
            return false;

    return true;
}

static int read_settings(struct signalling *signalling)
{
    struct signalling_settings *settings = &signalling->settings;

    if (settings->listener_count == 0 ||
        settings->listener_count > SIGNAL_MAX_LISTENERS ||
        settings->local_network_count > SIGNAL_MAX_NETWORKS ||
        settings->name_server_count > SIGNAL_MAX_NAME_SERVERS ||
        !is_quotable(settings->realm, sizeof(settings->realm)) ||
        !is_quotable(settings->user_agent, sizeof(settings->user_agent)))
        return -EINVAL;

    sa_init(&signalling->public_address, AF_UNSPEC);
    if (settings->public_address.ss_family != AF_UNSPEC &&
        (signal_address_to_sa(&settings->public_address,
                              &signalling->public_address) < 0 ||
         !sa_isset(&signalling->public_address, SA_ADDR)))
        return -EINVAL;

    for (size_t i = 0; i < settings->local_network_count; i++)
        if (signal_address_to_sa(&settings->local_networks[i].address,
                                 &signalling->networks[i]) < 0)
            return -EINVAL;

    for (size_t i = 0; i < settings->name_server_count; i++)
        if (signal_address_to_sa(&settings->name_servers[i],
                                 &signalling->name_servers.addresses[i]) < 0 ||
            !sa_isset(&signalling->name_servers.addresses[i], SA_ALL))
            return -EINVAL;
    signalling->name_servers.count = settings->name_server_count;

    fill_in_defaults(settings);
    return 0;
}

/* libre does not say which port it got: ask for one that is free first. */
static int find_free_port(struct sa *address, enum signal_transport transport)
{
    int type = transport == SIGNAL_UDP ? SOCK_DGRAM : SOCK_STREAM;
    int fd = socket(sa_af(address), type | SOCK_CLOEXEC, 0);
    struct sa bound = { .len = sizeof(bound.u) };
    int rc = 0;

    if (fd < 0)
        return -errno;
    if (bind(fd, &address->u.sa, address->len) < 0 ||
        getsockname(fd, &bound.u.sa, &bound.len) < 0)
        rc = -errno;
    else
        sa_set_port(address, sa_port(&bound));

    close(fd);
    return rc;
}

static int open_listener(struct signalling *signalling, size_t i)
{
    const struct signal_listener *listener = &signalling->settings.listeners[i];
    struct sa *address = &signalling->listening[i];

    int rc = signal_address_to_sa(&listener->address, address);
    if (rc == 0 && sa_port(address) == 0)
        rc = find_free_port(address, listener->transport);
    if (rc < 0)
        return rc;

    struct tls *tls =
        signalling->tls ? signal_tls_of_libre(signalling->tls) : NULL;

    return -sip_transp_add(signalling->sip,
                           signal_to_transp(listener->transport), address, tls);
}

static int open_stack(struct signalling *signalling)
{
    int err = sip_alloc(&signalling->sip, NULL, TRANSACTION_BUCKETS,
                        TRANSACTION_BUCKETS, TRANSACTION_BUCKETS,
                        signalling->settings.user_agent, NULL, signalling);

    if (!err)
        err = sip_listen(&signalling->requests, signalling->sip, true,
                         signal_door_request, signalling);
    if (!err)
        err = sip_listen(&signalling->responses, signalling->sip, false,
                         signal_door_response, signalling);
    if (err)
        return -err;

    signal_tap_open(signalling);
    for (size_t i = 0; i < signalling->settings.listener_count; i++) {
        int rc = open_listener(signalling, i);
        if (rc < 0)
            return rc;
    }

    int rc = signal_front_new(signalling, &signalling->front);
    if (rc == 0)
        rc = signal_crowd_new(signalling, &signalling->crowd);
    if (rc == 0)
        rc = signal_halves_new(signalling, &signalling->halves);
    return rc;
}

static int make_parts(struct signalling *signalling)
{
    const struct signal_tls_files tls = {
        .certificate = signalling->settings.tls_certificate,
        .key = signalling->settings.tls_key,
        .authorities = signalling->settings.tls_authorities,
    };

    int rc = signal_digest_new(signalling->settings.realm, &signalling->digest);
    if (rc == 0 && *tls.certificate)
        rc = signal_tls_new(&tls, &signalling->tls);
    if (rc == 0)
        rc = signal_lockout_new(signalling->settings.auth_failures_per_minute,
                                &signalling->lockout);
    if (rc == 0)
        rc = signal_refusals_new(&signalling->refusals);
    if (rc == 0)
        rc = signal_sources_new(&signalling->sources);
    if (rc == 0)
        rc = registrar_new(signalling, &signalling->registrar);
    if (rc == 0)
        rc = trunk_table_new(signalling, &signalling->trunks);
    if (rc == 0 && signalling->tls)
        signal_tls_on_verified(signalling->tls, trunk_verified,
                               signalling->trunks);
    if (rc == 0)
        rc = leg_table_new(&signalling->legs);
    if (rc == 0)
        rc = -hash_alloc(&signalling->asked, TRANSACTION_BUCKETS);

    return rc;
}

int signalling_new(struct loop *loop,
                   const struct signalling_settings *settings,
                   const struct signalling_handlers *handlers,
                   struct signalling **ret_signalling)
{
    assert(loop && settings && handlers && ret_signalling);

    struct signalling *signalling = mem_zalloc(sizeof(*signalling), NULL);
    if (!signalling)
        return -ENOMEM;

    signalling->loop = loop;
    signalling->settings = *settings;
    signalling->handlers = *handlers;

    int rc = read_settings(signalling);
    if (rc == 0)
        rc = make_parts(signalling);
    if (rc == 0)
        rc = open_stack(signalling);
    if (rc < 0) {
        signalling_free(signalling);
        return rc;
    }

    *ret_signalling = signalling;
    return 0;
}

void signalling_drain(struct signalling *signalling)
{
    assert(signalling);

    signalling->draining = true;
}

static bool end_one(struct le *le, void *arg)
{
    (void)arg;
    leg_end_for(le->data, LEG_SHUT_DOWN, LEG_WHY_NORMAL);
    return false;
}

void signalling_stop(struct signalling *signalling)
{
    assert(signalling);

    signalling->draining = signalling->stopping = true;
    hash_apply(signalling->legs->by_tag, end_one, NULL);
}

bool signalling_is_quiet(const struct signalling *signalling)
{
    assert(signalling);

    return signalling->legs->count == 0;
}

/* What is under way is forgotten before libre ends it. */
struct signalling *signalling_free(struct signalling *signalling)
{
    if (!signalling)
        return NULL;

    signalling->closing = true;
    leg_table_free(signalling->legs);
    trunk_table_free(signalling->trunks);
    registrar_free(signalling->registrar);
    signal_crowd_free(signalling->crowd);
    signalling->halves = signal_halves_free(signalling->halves);
    signal_front_free(signalling->front);
    hash_flush(signalling->asked);
    mem_deref(signalling->asked);
    sip_close(signalling->sip, true);
    mem_deref(signalling->requests);
    mem_deref(signalling->responses);
    mem_deref(signalling->sip);
    signal_tls_free(signalling->tls);
    signal_sources_free(signalling->sources);
    signal_refusals_free(signalling->refusals);
    signal_lockout_free(signalling->lockout);
    signal_digest_free(signalling->digest);
    mem_deref(signalling);
    return NULL;
}

int signalling_reload(struct signalling *signalling)
{
    assert(signalling);

    return signalling->tls ? signal_tls_reload(signalling->tls) : 0;
}

int64_t signalling_certificate_left_us(const struct signalling *signalling)
{
    assert(signalling);

    return signalling->tls ? signal_tls_expires_us(signalling->tls) -
                                 loop_wall_us(signalling->loop)
                           : INT64_MAX;
}

int signalling_local_address(const struct signalling *signalling, size_t index,
                             struct sockaddr_storage *ret_address)
{
    assert(signalling && ret_address);

    if (index >= signalling->settings.listener_count)
        return -ENOENT;

    signal_address_from_sa(&signalling->listening[index], ret_address);
    return 0;
}

bool signalling_next_refusal(struct signalling *signalling,
                             struct signal_refusal *ret_refusal)
{
    assert(signalling && ret_refusal);

    return signal_refusals_next(signalling->refusals,
                                loop_now_us(signalling->loop), ret_refusal);
}

void signalling_read_stats(const struct signalling *signalling,
                           struct signalling_stats *ret_stats)
{
    assert(signalling && ret_stats);

    *ret_stats = signalling->stats;
}
