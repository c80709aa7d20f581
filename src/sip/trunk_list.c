/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of trunks; there are few, so it is a list. */

#include "sip/trunk_table.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <strings.h>

#include "sip/trunk_name.h"
#include "sip/trunk_register.h"

static void trunk_destructor(void *arg)
{
    struct trunk *trunk = arg;

    trunk_name_end(trunk);
    trunk_unwatch(trunk);
    trunk_unregister(trunk);
    explicit_bzero(trunk->settings.password, sizeof(trunk->settings.password));
    list_unlink(&trunk->le);
}

int trunk_table_new(struct signalling *signalling,
                    struct trunk_table **ret_table)
{
    assert(signalling && ret_table);

    struct trunk_table *table = mem_zalloc(sizeof(*table), NULL);
    if (!table)
        return -ENOMEM;

    table->signalling = signalling;
    *ret_table = table;
    return 0;
}

struct trunk_table *trunk_table_free(struct trunk_table *table)
{
    if (!table)
        return NULL;

    list_flush(&table->trunks);
    mem_deref(table);
    return NULL;
}

struct trunk *trunk_find(const struct trunk_table *table, uint64_t id)
{
    for (struct le *le = list_head(&table->trunks); le; le = le->next) {
        struct trunk *trunk = le->data;

        if (trunk->settings.id == id)
            return trunk;
    }

    return NULL;
}

static bool has_address(const struct trunk *trunk, const struct sa *address,
                        int flags)
{
    for (size_t i = 0; i < trunk->path_count; i++)
        if (sa_cmp(&trunk->paths[i].address, address, flags))
            return true;

    return false;
}

struct trunk *trunk_find_source(const struct trunk_table *table,
                                const struct sa *source, enum sip_transp transp)
{
    struct trunk *by_host = NULL;

    for (struct le *le = list_head(&table->trunks); le; le = le->next) {
        struct trunk *trunk = le->data;

        if (signal_to_transp(trunk->settings.transport) != transp)
            continue;
        if (has_address(trunk, source, SA_ALL))
            return trunk;
        if (!by_host &&
            (trunk->settings.any_port || transp != SIP_TRANSP_UDP) &&
            has_address(trunk, source, SA_ADDR))
            by_host = trunk;
    }

    return by_host;
}

void trunk_lost(const struct trunk_table *table, const struct sa *peer,
                enum sip_transp transp)
{
    for (struct le *le = list_head(&table->trunks); le; le = le->next) {
        struct trunk *trunk = le->data;

        if (signal_to_transp(trunk->settings.transport) == transp &&
            trunk->path_count > 0 &&
            sa_cmp(&trunk->paths[0].address, peer, SA_ALL))
            trunk_register_anew(trunk);
    }
}

const char *trunk_find_host(const struct trunk_table *table,
                            const struct sa *address)
{
    for (struct le *le = list_head(&table->trunks); le; le = le->next) {
        const struct trunk *trunk = le->data;

        if (trunk->settings.transport == SIGNAL_TLS &&
            has_address(trunk, address, SA_ALL))
            return trunk->settings.host;
    }

    return "";
}

void trunk_verified(const char *host, int fault, void *arg)
{
    const struct trunk_table *table = arg;

    for (struct le *le = list_head(&table->trunks); le; le = le->next) {
        struct trunk *trunk = le->data;

        if (trunk->settings.transport == SIGNAL_TLS &&
            strcasecmp(trunk->settings.host, host) == 0)
            trunk->status.certificate_fault = fault;
    }
}

const char *trunk_certificate_fault(int fault)
{
    return signal_tls_fault(fault);
}

bool trunk_is_taken(const struct trunk_table *table, const struct trunk *but,
                    enum signal_transport transport, const struct sa *address)
{
    for (struct le *le = list_head(&table->trunks); le; le = le->next) {
        const struct trunk *other = le->data;

        if (other != but && other->settings.transport == transport &&
            has_address(other, address, SA_ALL))
            return true;
    }

    return false;
}

static struct trunk *add(struct trunk_table *table)
{
    struct trunk *trunk = mem_zalloc(sizeof(*trunk), trunk_destructor);
    if (!trunk)
        return NULL;

    trunk->table = table;
    trunk->status.up = true;
    trunk->status.round_trip_us = -1;
    trunk->told_up = true;
    list_append(&table->trunks, &trunk->le, trunk);
    return trunk;
}

int trunk_set(struct signalling *signalling,
              const struct trunk_settings *settings)
{
    assert(signalling && settings);

    struct trunk_table *table = signalling->trunks;
    struct trunk *trunk = trunk_find(table, settings->id);

    int rc = trunk_check(table, settings);
    if (rc < 0)
        return rc;
    if (!trunk && list_count(&table->trunks) >= signalling->settings.max_trunks)
        return -ENOSPC;
    if (!trunk)
        trunk = add(table);
    if (!trunk)
        return -ENOMEM;

    trunk_name_end(trunk);
    trunk_unwatch(trunk);
    trunk_unregister(trunk);
    if (!trunk_has_same_name(&trunk->settings, settings))
        trunk->path_count = 0; /* those of the name stay until told anew */
    trunk->settings = *settings;
    trunk->status.certificate_fault = 0;
    trunk_watch(trunk);
    trunk_name_begin(trunk);
    return trunk_register(trunk);
}

int trunk_give_credentials(const struct trunk *trunk, const char *realm,
                           char **ret_username, char **ret_password)
{
    assert(trunk && realm && ret_username && ret_password);

    const struct trunk_settings *settings = &trunk->settings;

    if (settings->username[0] == '\0' || strcmp(realm, settings->realm) != 0)
        return EAUTH;

    return str_dup(ret_username, settings->username) ||
                   str_dup(ret_password, settings->password)
               ? ENOMEM
               : 0;
}

void trunk_remove(struct signalling *signalling, uint64_t id)
{
    assert(signalling);

    mem_deref(trunk_find(signalling->trunks, id));
}

int trunk_ask_status(const struct signalling *signalling, uint64_t id,
                     struct trunk_status *ret_status)
{
    assert(signalling && ret_status);

    const struct trunk *trunk = trunk_find(signalling->trunks, id);
    if (!trunk)
        return -ENOENT;

    *ret_status = trunk->status;
    return 0;
}

void trunk_force_channel(struct trunk *trunk)
{
    trunk->status.channels++;
    trunk->status.calls_out++;
}

bool trunk_take_channel(struct trunk *trunk, bool in)
{
    struct trunk_status *status = &trunk->status;

    if (trunk->settings.max_channels != 0 &&
        status->channels >= trunk->settings.max_channels) {
        status->refused_full++;
        return false;
    }

    status->channels++;
    *(in ? &status->calls_in : &status->calls_out) += 1;
    return true;
}

void trunk_give_channel(const struct trunk_table *table, uint64_t id)
{
    struct trunk *trunk = trunk_find(table, id);

    if (trunk && trunk->status.channels > 0)
        trunk->status.channels--;
}

void trunk_note_result(const struct trunk_table *table, uint64_t id, int code)
{
    struct trunk *trunk = trunk_find(table, id);
    if (!trunk)
        return;

    if (code != 0 && code != 408 && (code < 500 || code >= 600)) {
        trunk->call_failures = 0;
        return;
    }

    trunk->status.failures++;
    if (++trunk->call_failures >= TRUNK_CALLS_TO_DOWN)
        trunk_suspect(trunk, code);
}
