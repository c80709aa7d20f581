/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody wrote of a trunk: read, and whether it makes sense. */

#include "sip/trunk_table.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <strings.h>

enum {
    OPTIONS_MIN_S = 5,
};

int trunk_read_address(const char *text, enum signal_transport transport,
                       struct sockaddr_storage *ret_address,
                       char ret_host[TRUNK_TEXT_MAX + 1])
{
    assert(text && ret_address);

    struct sa sa;
    struct pl all, host, port;

    pl_set_str(&all, text);
    if (uri_decode_hostport(&all, &host, &port) || sa_set(&sa, &host, 0))
        return -EINVAL;
    if (pl_isset(&port) &&
        (port.l > 5 || pl_u32(&port) == 0 || pl_u32(&port) > UINT16_MAX))
        return -EINVAL;

    uint16_t usual = transport == SIGNAL_TLS ? SIP_PORT_TLS : SIP_PORT;

    if (ret_host && pl_strcpy(&host, ret_host, TRUNK_TEXT_MAX + 1))
        return -EINVAL;
    sa_set_port(&sa, pl_isset(&port) ? (uint16_t)pl_u32(&port) : usual);
    signal_address_from_sa(&sa, ret_address);
    return 0;
}

/* A name without a port, or with one. */
static int read_name(const char *text, struct trunk_settings *trunk)
{
    struct pl host, port = PL_INIT;

    pl_set_str(&host, text);
    const char *colon = pl_strchr(&host, ':');
    if (colon) {
        pl_set_str(&port, colon + 1);
        host.l = (size_t)(colon - host.p);
    }
    if (!lookup_is_name(&host) || host.l > TRUNK_TEXT_MAX)
        return -EINVAL;
    if (colon &&
        (port.l == 0 || port.l > 5 || pl_u32(&port) == 0 ||
         pl_u32(&port) > UINT16_MAX || strspn(port.p, "0123456789") != port.l))
        return -EINVAL;

    trunk->address_count = 0;
    trunk->port = colon ? (uint16_t)pl_u32(&port) : 0;
    return -pl_strcpy(&host, trunk->host, sizeof(trunk->host));
}

int trunk_read_place(const char *text, struct trunk_settings *trunk)
{
    assert(text && trunk);

    if (trunk_read_address(text, trunk->transport, &trunk->addresses[0],
                           trunk->host) < 0)
        return read_name(text, trunk);

    trunk->address_count = 1;
    trunk->port = 0;
    return 0;
}

static bool is_printable(const char *text, size_t size)
{
    const char *end = memchr(text, '\0', size);

    if (!end)
        return false;
    for (; text < end; text++)
        if (*text < ' ' || *text > '~' || *text == '"' || *text == '\\')
            return false;

    return true;
}

static bool is_in_order(const struct trunk_settings *settings)
{
    return settings->id != 0 &&
           settings->address_count <= TRUNK_MAX_ADDRESSES &&
           memchr(settings->name, '\0', sizeof(settings->name)) &&
           is_printable(settings->host, sizeof(settings->host)) &&
           is_printable(settings->realm, sizeof(settings->realm)) &&
           is_printable(settings->username, sizeof(settings->username)) &&
           memchr(settings->password, '\0', sizeof(settings->password)) &&
           (!settings->registers || settings->username[0] != '\0') &&
           (settings->options_interval_s == 0 ||
            settings->options_interval_s >= OPTIONS_MIN_S);
}

static int check_address(const struct trunk_table *table,
                         const struct trunk_settings *settings, size_t i)
{
    enum sip_transp tp = signal_to_transp(settings->transport);
    struct sa sa, shown;

    if (signal_address_to_sa(&settings->addresses[i], &sa) < 0 ||
        !sa_isset(&sa, SA_ALL) || signal_address_scope(&sa) == SIGNAL_MANY ||
        signal_shown_address(table->signalling, tp, &sa, &shown) < 0)
        return -EINVAL;

    return trunk_is_taken(table, trunk_find(table, settings->id),
                          settings->transport, &sa)
               ? -EEXIST
               : 0;
}

bool trunk_has_same_name(const struct trunk_settings *a,
                         const struct trunk_settings *b)
{
    return a->address_count == 0 && b->address_count == 0 &&
           a->transport == b->transport && a->port == b->port &&
           strcasecmp(a->host, b->host) == 0;
}

static int check_name(const struct trunk_table *table,
                      const struct trunk_settings *settings)
{
    enum sip_transp tp = signal_to_transp(settings->transport);
    struct pl host;

    pl_set_str(&host, settings->host);
    if (!lookup_is_name(&host) ||
        (!signal_find_listening(table->signalling, tp, AF_INET) &&
         !signal_find_listening(table->signalling, tp, AF_INET6)))
        return -EINVAL;

    for (struct le *le = list_head(&table->trunks); le; le = le->next) {
        const struct trunk *other = le->data;

        if (other->settings.id != settings->id &&
            trunk_has_same_name(&other->settings, settings))
            return -EEXIST;
    }

    return 0;
}

int trunk_check(const struct trunk_table *table,
                const struct trunk_settings *settings)
{
    int rc = is_in_order(settings) ? 0 : -EINVAL;

    if (rc == 0 && settings->address_count == 0)
        rc = check_name(table, settings);
    for (size_t i = 0; i < settings->address_count && rc == 0; i++)
        rc = check_address(table, settings, i);
    return rc;
}
