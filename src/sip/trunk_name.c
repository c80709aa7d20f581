/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One lookup after the other. */

#include "sip/trunk_name.h"

#include <assert.h>
#include <errno.h>

#include "sip/trunk_register.h"

static const int64_t SECOND_US = 1000000;

enum { FIRST_WAIT_S = 2, LONGEST_WAIT_S = 300 };

static void look(void *arg);

static struct signalling *signalling_of(const struct trunk_naming *naming)
{
    return naming->trunk->table->signalling;
}

static void look_after(struct trunk_naming *naming, int64_t delay_us)
{
    loop_start_timer(signalling_of(naming)->loop, &naming->next, delay_us, look,
                     naming);
}

static void note(struct trunk_naming *naming, enum trunk_named named, int rc)
{
    struct trunk_status *status = &naming->trunk->status;

    if (status->named != named)
        status->named_since_us = loop_now_us(signalling_of(naming)->loop);
    status->named = named;
    status->name_error = rc;
}

static void failed(struct trunk_naming *naming, int rc)
{
    int64_t now_us = loop_now_us(signalling_of(naming)->loop);

    note(naming, TRUNK_NOT_FOUND, rc);
    breaker_fails(&naming->breaker, now_us);
    look_after(naming, naming->breaker.until_us - now_us);
}

/* A name must not lead to nowhere, to everybody, or to another trunk. */
static size_t choose(const struct trunk *trunk,
                     const struct lookup_result *result,
                     struct sa ret[TRUNK_MAX_ADDRESSES])
{
    size_t count = 0;

    static_assert((int)LOOKUP_MAX_ADDRESSES <= (int)TRUNK_MAX_ADDRESSES,
                  "all fit");
    for (size_t i = 0; i < result->count; i++) {
        const struct sa *address = &result->addresses[i];
        enum signal_scope scope = signal_address_scope(address);

        if (scope != SIGNAL_NOWHERE && scope != SIGNAL_MANY &&
            !trunk_is_taken(trunk->table, trunk, trunk->settings.transport,
                            address))
            ret[count++] = *address;
    }

    return count;
}

static void found(int rc, const struct lookup_result *result, void *arg)
{
    struct trunk_naming *naming = arg;
    struct trunk *trunk = naming->trunk;
    struct sa addresses[TRUNK_MAX_ADDRESSES];
    struct sa before = trunk->paths[0].address;

    naming->lookup = NULL;
    size_t count = rc == 0 ? choose(trunk, result, addresses) : 0;
    if (count == 0) {
        failed(naming, rc < 0 ? rc : -EADDRNOTAVAIL);
        return;
    }

    breaker_succeeds(&naming->breaker);
    note(naming, TRUNK_FOUND, 0);
    look_after(naming, result->ttl_s * SECOND_US);
    bool is_new =
        trunk->path_count == 0 || !sa_cmp(&before, &addresses[0], SA_ALL);
    trunk_move(trunk, addresses, count);
    if (is_new) {
        trunk_unregister(trunk);
        (void)trunk_register(trunk); /* out of memory: with the next lookup */
    }
}

static int begin(struct trunk_naming *naming)
{
    const struct signalling *signalling = signalling_of(naming);
    const struct trunk_settings *settings = &naming->trunk->settings;
    enum sip_transp tp = signal_to_transp(settings->transport);
    struct question_servers servers = signalling->name_servers;
    const struct lookup_name name = {
        .host = settings->host,
        .port = settings->port,
        .transport = settings->transport,
        .has_ipv4 = signal_find_listening(signalling, tp, AF_INET),
        .has_ipv6 = signal_find_listening(signalling, tp, AF_INET6),
        .min_ttl_s = signalling->settings.min_ttl_s,
    };

    int rc = servers.count > 0 ? 0 : question_find_servers(&servers);
    return rc < 0 ? rc
                  : lookup_begin(signalling->loop, &servers, &name, found,
                                 naming, &naming->lookup);
}

static void look(void *arg)
{
    struct trunk_naming *naming = arg;

    if (!breaker_allows(&naming->breaker,
                        loop_now_us(signalling_of(naming)->loop))) {
        look_after(naming, SECOND_US);
        return;
    }

    int rc = begin(naming);
    if (rc < 0)
        failed(naming, rc);
}

void trunk_name_begin(struct trunk *trunk)
{
    assert(trunk);

    struct trunk_naming *naming = &trunk->naming;

    naming->trunk = trunk;
    trunk->status.named = TRUNK_NEED_NO_NAME;
    if (trunk->settings.address_count > 0)
        return;

    breaker_init(&naming->breaker, 1, FIRST_WAIT_S * SECOND_US,
                 LONGEST_WAIT_S * SECOND_US);
    note(naming, TRUNK_NOT_FOUND, 0);
    look_after(naming, 0);
}

void trunk_name_end(struct trunk *trunk)
{
    assert(trunk);

    loop_stop_timer(trunk->table->signalling->loop, &trunk->naming.next);
    trunk->naming.lookup = lookup_free(trunk->naming.lookup);
}
