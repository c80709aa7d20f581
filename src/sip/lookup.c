/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One question after the other, until there are enough addresses. */

#include "sip/lookup.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_TARGETS = LOOKUP_MAX_ADDRESSES };

struct target {
    char host[QUESTION_NAME_MAX + 1];
    uint16_t port;
    uint16_t priority, weight;
};

struct lookup {
    struct loop *loop;
    struct question_servers servers;
    char host[QUESTION_NAME_MAX + 1];
    enum signal_transport transport;
    bool has_ipv4, has_ipv6;
    uint32_t min_ttl_s;
    struct target targets[MAX_TARGETS];
    size_t target_count;
    bool has_services; /* even if none can be used: "." says so */
    size_t asked;      /* questions for addresses so far, two a target */
    struct question *question;
    struct lookup_result result;
    int rc; /* the last failure */
    lookup_done_h *done;
    void *arg;
};

bool lookup_is_name(const struct pl *text)
{
    assert(text);

    size_t label = 0;
    bool has_letter = false;

    if (text->l == 0 || text->l > QUESTION_NAME_MAX)
        return false;

    for (size_t i = 0; i < text->l; i++) {
        char c = text->p[i];
        bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

        if (c == '.' || (c == '-' && label == 0)) {
            if (label == 0 || text->p[i - 1] == '-')
                return false;
            label = 0;
            has_letter = false;
            continue;
        }
        if ((!is_letter && c != '-' && (c < '0' || c > '9')) || ++label > 63)
            return false;
        has_letter = has_letter || is_letter;
    }

    return label > 0 && has_letter && text->p[text->l - 1] != '-';
}

struct lookup *lookup_free(struct lookup *lookup)
{
    if (!lookup)
        return NULL;

    question_free(lookup->question);
    free(lookup);
    return NULL;
}

static void finish(struct lookup *lookup)
{
    struct lookup_result result = lookup->result;
    lookup_done_h *done = lookup->done;
    void *arg = lookup->arg;
    int rc = lookup->rc < 0 ? lookup->rc : -ENOENT;

    lookup_free(lookup);
    if (result.count > 0)
        done(0, &result, arg);
    else
        done(rc, NULL, arg);
}

static void note_ttl(struct lookup *lookup, int64_t ttl_s)
{
    if (ttl_s < lookup->result.ttl_s)
        lookup->result.ttl_s =
            ttl_s < lookup->min_ttl_s ? lookup->min_ttl_s : (uint32_t)ttl_s;
}

static bool take_address(struct dnsrr *record, void *arg)
{
    struct lookup *lookup = arg;
    struct lookup_result *result = &lookup->result;
    const struct target *target = &lookup->targets[(lookup->asked - 1) / 2];
    struct sa address;

    note_ttl(lookup, record->ttl);
    if (record->type == DNS_TYPE_A)
        sa_set_in(&address, record->rdata.a.addr, target->port);
    else if (record->type == DNS_TYPE_AAAA)
        sa_set_in6(&address, record->rdata.aaaa.addr, target->port);
    else
        return false; /* a CNAME, which is followed */

    for (size_t i = 0; i < result->count; i++)
        if (sa_cmp(&result->addresses[i], &address, SA_ALL))
            return false;

    result->addresses[result->count++] = address;
    return result->count == LOOKUP_MAX_ADDRESSES;
}

static void ask_for_addresses(struct lookup *lookup);

static uint16_t type_of(const struct lookup *lookup)
{
    return (lookup->asked - 1) % 2 == 0 ? DNS_TYPE_A : DNS_TYPE_AAAA;
}

static void has_addresses(int rc, struct list *answers, void *arg)
{
    struct lookup *lookup = arg;
    const struct target *target = &lookup->targets[(lookup->asked - 1) / 2];

    lookup->question = NULL;
    if (rc < 0)
        lookup->rc = rc;
    (void)dns_rrlist_apply(answers, target->host, type_of(lookup), DNS_CLASS_IN,
                           true, take_address, lookup);
    if (rc == -ETIMEDOUT || lookup->result.count == LOOKUP_MAX_ADDRESSES)
        finish(lookup);
    else
        ask_for_addresses(lookup);
}

/* @return 0: it is asked for; 1: there is no further one; or -errno */
static int ask_next(struct lookup *lookup)
{
    while (lookup->asked < 2 * lookup->target_count) {
        const char *host = lookup->targets[lookup->asked / 2].host;

        if (lookup->asked++ % 2 == 0 ? lookup->has_ipv4 : lookup->has_ipv6)
            return question_ask(lookup->loop, &lookup->servers, host,
                                type_of(lookup), has_addresses, lookup,
                                &lookup->question);
    }

    return 1;
}

static void ask_for_addresses(struct lookup *lookup)
{
    int rc = ask_next(lookup);

    if (rc < 0)
        lookup->rc = rc;
    if (rc != 0)
        finish(lookup);
}

static bool comes_before(const struct dnsrr *record,
                         const struct target *target)
{
    return record->rdata.srv.pri != target->priority
               ? record->rdata.srv.pri < target->priority
               : record->rdata.srv.weight > target->weight;
}

/* In its place among those there are; the last of too many goes. */
static bool take_target(struct dnsrr *record, void *arg)
{
    struct lookup *lookup = arg;
    struct pl host;
    size_t at = 0;

    note_ttl(lookup, record->ttl);
    if (record->type != DNS_TYPE_SRV)
        return false;

    lookup->has_services = true;
    pl_set_str(&host, record->rdata.srv.target);
    if (!lookup_is_name(&host) || record->rdata.srv.port == 0)
        return false;

    while (at < lookup->target_count &&
           !comes_before(record, &lookup->targets[at]))
        at++;
    if (at == MAX_TARGETS)
        return false;
    if (lookup->target_count < MAX_TARGETS)
        lookup->target_count++;
    memmove(&lookup->targets[at + 1], &lookup->targets[at],
            (lookup->target_count - at - 1) * sizeof(lookup->targets[0]));

    struct target *target = &lookup->targets[at];

    target->port = record->rdata.srv.port;
    target->priority = record->rdata.srv.pri;
    target->weight = record->rdata.srv.weight;
    (void)pl_strcpy(&host, target->host, sizeof(target->host));
    return false;
}

/* The host itself, at that port, or at the usual one. */
static void take_host(struct lookup *lookup, uint16_t port)
{
    struct target *target = &lookup->targets[0];

    memcpy(target->host, lookup->host, sizeof(target->host));
    target->port = port                              ? port
                   : lookup->transport == SIGNAL_TLS ? SIP_PORT_TLS
                                                     : SIP_PORT;
    lookup->target_count = 1;
}

static void has_services(int rc, struct list *answers, void *arg)
{
    struct lookup *lookup = arg;

    lookup->question = NULL;
    lookup->rc = rc;
    if (rc == -ETIMEDOUT) {
        finish(lookup);
        return;
    }

    (void)dns_rrlist_apply(answers, NULL, DNS_TYPE_SRV, DNS_CLASS_IN, true,
                           take_target, lookup);
    if (!lookup->has_services)
        take_host(lookup, 0);
    ask_for_addresses(lookup);
}

static int ask_for_services(struct lookup *lookup)
{
    static const char *const services[] = {
        [SIGNAL_UDP] = "_sip._udp",
        [SIGNAL_TCP] = "_sip._tcp",
        [SIGNAL_TLS] = "_sips._tcp",
    };
    char name[QUESTION_NAME_MAX + 32];

    snprintf(name, sizeof(name), "%s.%s", services[lookup->transport],
             lookup->host);
    return question_ask(lookup->loop, &lookup->servers, name, DNS_TYPE_SRV,
                        has_services, lookup, &lookup->question);
}

int lookup_begin(struct loop *loop, const struct question_servers *servers,
                 const struct lookup_name *name, lookup_done_h *done, void *arg,
                 struct lookup **ret_lookup)
{
    assert(loop && servers && name && name->host && done && ret_lookup);

    struct pl host;

    pl_set_str(&host, name->host);
    if (!lookup_is_name(&host) || (!name->has_ipv4 && !name->has_ipv6))
        return -EINVAL;

    struct lookup *lookup = calloc(1, sizeof(*lookup));
    if (!lookup)
        return -ENOMEM;

    *lookup = (struct lookup){
        .loop = loop,
        .servers = *servers,
        .transport = name->transport,
        .has_ipv4 = name->has_ipv4,
        .has_ipv6 = name->has_ipv6,
        .min_ttl_s = name->min_ttl_s,
        .result.ttl_s = LOOKUP_MAX_TTL_S,
        .done = done,
        .arg = arg,
    };
    memcpy(lookup->host, host.p, host.l);

    if (name->port != 0)
        take_host(lookup, name->port);

    int rc = name->port == 0 ? ask_for_services(lookup) : ask_next(lookup);
    if (rc < 0) {
        lookup_free(lookup);
        return rc;
    }

    *ret_lookup = lookup;
    return 0;
}
