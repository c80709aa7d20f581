/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Devices by id and by name; a device owns its bindings. */

#include "sip/registrar_table.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

enum {
    BUCKETS = 1024,
};

static uint32_t hash_of(uint64_t id)
{
    return hash_fast((const char *)&id, sizeof(id));
}

static void device_destructor(void *arg)
{
    struct device *device = arg;

    list_flush(&device->subscriptions);
    list_flush(&device->bindings);
    hash_unlink(&device->by_id);
    hash_unlink(&device->by_name);
    list_unlink(&device->by_id);
}

int registrar_new(struct signalling *signalling,
                  struct registrar **ret_registrar)
{
    assert(signalling && ret_registrar);

    struct registrar *registrar = mem_zalloc(sizeof(*registrar), NULL);
    if (!registrar)
        return -ENOMEM;

    registrar->signalling = signalling;
    if (hash_alloc(&registrar->by_id, BUCKETS) ||
        hash_alloc(&registrar->by_name, BUCKETS) ||
        hash_alloc(&registrar->by_source, BUCKETS) ||
        hash_alloc(&registrar->subscriptions, BUCKETS)) {
        registrar_free(registrar);
        return -ENOMEM;
    }

    *ret_registrar = registrar;
    return 0;
}

struct registrar *registrar_free(struct registrar *registrar)
{
    if (!registrar)
        return NULL;

    loop_stop_timer(registrar->signalling->loop, &registrar->tell_removed);
    list_flush(&registrar->removed);
    hash_flush(registrar->by_id);
    mem_deref(registrar->by_id);
    mem_deref(registrar->by_name);
    mem_deref(registrar->by_source);
    mem_deref(registrar->subscriptions);
    mem_deref(registrar);
    return NULL;
}

static bool has_id(struct le *le, void *arg)
{
    const struct device *device = le->data;

    return device->id == *(uint64_t *)arg;
}

struct device *registrar_find_device(const struct registrar *registrar,
                                     uint64_t id)
{
    return list_ledata(hash_lookup(registrar->by_id, hash_of(id), has_id, &id));
}

enum media_srtp registrar_srtp(const struct registrar *registrar, uint64_t id)
{
    const struct device *device = registrar_find_device(registrar, id);

    return device ? device->srtp : MEDIA_SRTP_NO;
}

static bool has_username(struct le *le, void *arg)
{
    const struct device *device = le->data;

    return pl_strcmp(arg, device->username) == 0;
}

struct device *registrar_find_username(const struct registrar *registrar,
                                       const struct pl *username)
{
    return list_ledata(hash_lookup(registrar->by_name, hash_joaat_pl(username),
                                   has_username, (void *)username));
}

static bool is_username(const char *username)
{
    size_t length = strlen(username);

    for (size_t i = 0; i < length; i++)
        if (username[i] <= ' ' || username[i] > '~' ||
            strchr("\"\\<>", username[i]))
            return false;

    return length > 0 && length <= REGISTRAR_USERNAME_MAX;
}

static struct device *add_device(struct registrar *registrar, uint64_t id,
                                 const struct pl *name)
{
    struct device *device = mem_zalloc(sizeof(*device), device_destructor);
    if (!device)
        return NULL;

    device->registrar = registrar;
    device->id = id;
    (void)pl_strcpy(name, device->username, sizeof(device->username));
    hash_append(registrar->by_id, hash_of(id), &device->by_id, device);
    hash_append(registrar->by_name, hash_joaat_pl(name), &device->by_name,
                device);
    registrar->device_count++;
    return device;
}

int registrar_set_device(struct signalling *signalling,
                         const struct registrar_device *wanted)
{
    assert(signalling && wanted && wanted->username);

    struct registrar *registrar = signalling->registrar;
    struct device *device = registrar_find_device(registrar, wanted->id);
    struct pl name;

    if (wanted->id == 0 || !is_username(wanted->username))
        return -EINVAL;

    pl_set_str(&name, wanted->username);
    struct device *namesake = registrar_find_username(registrar, &name);
    if (namesake && namesake != device)
        return -EEXIST;
    if (!device && registrar->device_count >= signalling->settings.max_devices)
        return -ENOSPC;

    if (!namesake) {
        registrar_remove_device(signalling, wanted->id);
        device = add_device(registrar, wanted->id, &name);
    }
    if (!device)
        return -ENOMEM;

    memcpy(device->ha1, wanted->ha1, sizeof(device->ha1));
    device->srtp = wanted->srtp;
    return 0;
}

/* One with the same id may have come, and be reachable, meanwhile. */
static void tell_end(struct registrar *registrar, struct device *device)
{
    const struct device *successor =
        registrar_find_device(registrar, device->id);

    while (list_head(&device->bindings))
        registrar_unbind(list_head(&device->bindings)->data);

    if (!successor || !successor->told_reachable)
        registrar_tell(device);
}

static void tell_removed(void *arg)
{
    struct registrar *registrar = arg;

    while (list_head(&registrar->removed)) {
        struct device *device = list_head(&registrar->removed)->data;

        list_unlink(&device->by_id);
        tell_end(registrar, device);
        mem_deref(device);
    }
}

/* Telling may not happen inside of this. */
void registrar_remove_device(struct signalling *signalling, uint64_t id)
{
    assert(signalling);

    struct registrar *registrar = signalling->registrar;
    struct device *device = registrar_find_device(registrar, id);

    if (!device)
        return;

    hash_unlink(&device->by_name);
    hash_unlink(&device->by_id);
    list_append(&registrar->removed, &device->by_id, device);
    registrar->device_count--;
    loop_start_timer(signalling->loop, &registrar->tell_removed, 0,
                     tell_removed, registrar);
}

struct binding *registrar_find_binding(const struct device *device,
                                       const char *contact)
{
    for (struct le *le = list_head(&device->bindings); le; le = le->next) {
        struct binding *binding = le->data;

        if (strcmp(binding->value.contact, contact) == 0)
            return binding;
    }

    return NULL;
}

size_t registrar_bindings(const struct signalling *signalling,
                          uint64_t device_id, struct phone_binding *ret,
                          size_t max)
{
    assert(signalling && (ret || max == 0));

    const struct device *device =
        registrar_find_device(signalling->registrar, device_id);
    size_t count = 0;

    if (!device)
        return 0;

    for (struct le *le = list_head(&device->bindings); le && count < max;
         le = le->next)
        ret[count++] = ((struct binding *)le->data)->value;

    return count;
}

void registrar_forgive(struct signalling *signalling,
                       const struct sockaddr_storage *source)
{
    assert(signalling && source);

    struct sa sa;

    if (signal_address_to_sa(source, &sa) == 0)
        signal_lockout_forgive(signalling->lockout, &sa);
}
