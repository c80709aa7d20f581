/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bindings: coming, expiring, and coming back from an earlier process. */

#include "sip/registrar_table.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { PLACE_LOOKS = 64 }; /* at bindings of one address */

static void binding_destructor(void *arg)
{
    struct binding *binding = arg;

    struct loop *loop = binding->device->registrar->signalling->loop;

    loop_stop_timer(loop, &binding->expiry);
    loop_stop_timer(loop, &binding->keep_alive);
    signal_sent_forget(&binding->asked);
    list_unlink(&binding->le);
    hash_unlink(&binding->by_source);
}

void registrar_tell(struct device *device)
{
    struct signalling *signalling = device->registrar->signalling;
    const struct registrar_handlers *tell = &signalling->handlers.registrar;
    bool reachable = false;

    for (struct le *le = list_head(&device->bindings); le; le = le->next)
        if (((struct binding *)le->data)->value.reachable)
            reachable = true;

    if (reachable == device->told_reachable)
        return;

    device->told_reachable = reachable;
    if (reachable && tell->reachable)
        tell->reachable(signalling->handlers.arg, device->id);
    if (!reachable && tell->unreachable)
        tell->unreachable(signalling->handlers.arg, device->id);
}

void registrar_unbind(struct binding *binding)
{
    struct signalling *signalling = binding->device->registrar->signalling;
    const struct registrar_handlers *tell = &signalling->handlers.registrar;
    struct phone_binding gone = binding->value;

    mem_deref(binding);
    signalling->stats.bindings--;
    if (tell->binding_gone)
        tell->binding_gone(signalling->handlers.arg, &gone);
}

static void expired(void *arg)
{
    struct binding *binding = arg;
    struct device *device = binding->device;

    registrar_unbind(binding);
    registrar_tell(device);
}

static void start_expiry(struct binding *binding)
{
    struct loop *loop = binding->device->registrar->signalling->loop;
    int64_t left_us = binding->value.expires_at_us - loop_wall_us(loop);

    loop_start_timer(loop, &binding->expiry, left_us > 0 ? left_us : 0, expired,
                     binding);
}

static bool same_place(const struct phone_binding *a,
                       const struct phone_binding *b)
{
    struct sa x, y;

    return a->transport == b->transport &&
           signal_address_to_sa(&a->source, &x) == 0 &&
           signal_address_to_sa(&b->source, &y) == 0 && sa_cmp(&x, &y, SA_ALL);
}

/* A phone that changed its Contact but not its place has forgotten the old. */
static void make_room(struct device *device, const struct phone_binding *value)
{
    struct le *le = list_head(&device->bindings);

    while (le) {
        struct binding *other = le->data;

        le = le->next;
        if (strcmp(other->value.contact, value->contact) != 0 &&
            same_place(&other->value, value))
            registrar_unbind(other);
    }

    while (list_count(&device->bindings) >= REGISTRAR_BINDINGS_PER_DEVICE)
        registrar_unbind(list_tail(&device->bindings)->data);
}

static void index_source(struct binding *binding)
{
    struct sa source;

    hash_unlink(&binding->by_source);
    if (signal_address_to_sa(&binding->value.source, &source) == 0)
        hash_append(binding->device->registrar->by_source,
                    sa_hash(&source, SA_ADDR), &binding->by_source, binding);
}

/* Who has registered from where a request came from. */
struct place {
    const struct sa *source;
    uint64_t device_id; /* one with the same address, or 0 */
    bool is_exact;      /* with the same port, too */
    int left;           /* to be looked at */
};

static bool is_at(struct le *le, void *arg)
{
    const struct binding *binding = le->data;
    struct place *place = arg;
    struct sa source;

    if (signal_address_to_sa(&binding->value.source, &source) < 0 ||
        !sa_cmp(&source, place->source, SA_ADDR))
        return false;

    place->is_exact = sa_cmp(&source, place->source, SA_ALL);
    if (place->is_exact || place->device_id == 0)
        place->device_id = binding->device->id;
    return place->is_exact || --place->left == 0;
}

uint64_t registrar_device_at(const struct registrar *registrar,
                             const struct sa *source, bool *ret_is_exact)
{
    assert(registrar && source);

    struct place place = { .source = source, .left = PLACE_LOOKS };

    (void)hash_lookup(registrar->by_source, sa_hash(source, SA_ADDR), is_at,
                      &place);
    if (ret_is_exact)
        *ret_is_exact = place.is_exact;
    return place.device_id;
}

int registrar_bind(struct device *device, const struct phone_binding *value)
{
    assert(device && value);

    struct signalling *signalling = device->registrar->signalling;
    const struct registrar_handlers *tell = &signalling->handlers.registrar;
    struct binding *binding = registrar_find_binding(device, value->contact);

    if (!binding) {
        binding = mem_zalloc(sizeof(*binding), binding_destructor);
        if (!binding)
            return -ENOMEM;

        make_room(device, value);
        binding->device = device;
        signalling->stats.bindings++;
    }

    signal_sent_forget(&binding->asked);
    list_unlink(&binding->le);
    list_prepend(&device->bindings, &binding->le, binding);
    binding->value = *value;
    index_source(binding);
    start_expiry(binding);
    registrar_keep_alive(binding);
    if (value->reachable && tell->binding_set)
        tell->binding_set(signalling->handlers.arg, &binding->value);

    return 0;
}

static bool is_contact(const char *contact)
{
    struct pl pl;
    struct uri uri;

    pl_set_str(&pl, contact);
    for (size_t i = 0; i < pl.l; i++)
        if (contact[i] <= ' ' || contact[i] > '~' ||
            strchr("<>\"\\", contact[i]))
            return false;

    return uri_decode(&uri, &pl) == 0 && pl_strcasecmp(&uri.scheme, "sip") == 0;
}

int registrar_load_binding(struct signalling *signalling,
                           const struct phone_binding *value)
{
    assert(signalling && value);

    struct phone_binding loaded = *value;
    struct device *device =
        registrar_find_device(signalling->registrar, value->device_id);

    if (!device)
        return -ENOENT;
    if (!memchr(value->contact, '\0', sizeof(value->contact)) ||
        !memchr(value->call_id, '\0', sizeof(value->call_id)) ||
        !is_contact(value->contact))
        return -EINVAL;
    if (value->expires_at_us <= loop_wall_us(signalling->loop))
        return -ESTALE;

    loaded.reachable = false;
    int rc = registrar_bind(device, &loaded);
    if (rc < 0)
        return rc;

    struct binding *binding = registrar_find_binding(device, loaded.contact);
    rc = registrar_ask(binding);
    if (rc < 0)
        registrar_unbind(binding);

    return rc;
}
