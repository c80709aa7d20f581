/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which phone is where: REGISTER, digest authentication, bindings. */

#ifndef SIP_REGISTRAR_H
#define SIP_REGISTRAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

#include "media/description.h"

/*
 * Devices are pushed as a table and never asked for. A binding is a promise of
 * a phone that it can be reached for a while; the truth about *where* is the
 * address its REGISTER came from (NAT, reuse of its TCP connection), not what
 * its Contact says. The Contact is kept because the phone wants to see it in
 * the Request-URI.
 *
 * Sources: RFC 3261, 10.3; RFC 8760 and 7616 (MD5 only: offering SHA-256 makes
 * common phones give up).
 */
struct signalling;

enum signal_transport {
    SIGNAL_UDP,
    SIGNAL_TCP,
    SIGNAL_TLS,
};

enum {
    REGISTRAR_HA1_SIZE = 16,
    REGISTRAR_USERNAME_MAX = 63,
    REGISTRAR_CONTACT_MAX = 255,
    REGISTRAR_CALL_ID_MAX = 255,
    REGISTRAR_BINDINGS_PER_DEVICE = 4, /* one more replaces the oldest */
};

struct registrar_device {
    uint64_t id;          /* not 0 */
    const char *username; /* copied; 1 to 63 bytes, printable ASCII without
                             spaces, quotes and backslashes */
    uint8_t ha1[REGISTRAR_HA1_SIZE]; /* registrar_ha1() */
    enum media_srtp srtp; /* by TLS only: REQUIRED takes no call otherwise */
};

/* One phone's promise; a plain value, so that it can be stored. */
struct phone_binding {
    uint64_t device_id;
    char contact[REGISTRAR_CONTACT_MAX + 1]; /* URI without brackets */
    struct sockaddr_storage source;          /* where requests to it go */
    enum signal_transport transport;
    int64_t expires_at_us; /* UTC */
    char call_id[REGISTRAR_CALL_ID_MAX + 1];
    uint32_t cseq;
    bool reachable; /* false: loaded from store, not yet answered OPTIONS */
};

/* Told of while the loop runs; see signalling.h. Any may be NULL. */
struct registrar_handlers {
    /* The first binding of a device came, or one loaded answered. */
    void (*reachable)(void *arg, uint64_t device_id);
    /* The last one expired, was removed or no longer answers. */
    void (*unreachable)(void *arg, uint64_t device_id);
    /* Write-behind: (device_id, contact) is the key of a binding. */
    void (*binding_set)(void *arg, const struct phone_binding *binding);
    void (*binding_gone)(void *arg, const struct phone_binding *binding);
};

/**
 * Computes what is stored instead of a password: MD5(username:realm:password)
 * (RFC 7616, 3.4.2). A new realm needs new ones. Needs no stack.
 *
 * @return 0, or -ENOMEM
 */
int registrar_ha1(const char *username, const char *realm, const char *password,
                  uint8_t ret_ha1[REGISTRAR_HA1_SIZE]);

/**
 * Adds a device or changes it. Its bindings stay, unless the username changed.
 *
 * @return 0, or
 *         -EINVAL  id 0, or a username as it must not be
 *         -EEXIST  another device has that username
 *         -ENOSPC  settings.max_devices reached
 *         -ENOMEM
 */
int registrar_set_device(struct signalling *signalling,
                         const struct registrar_device *device);

/**
 * Removes a device with its bindings; binding_gone and unreachable are told
 * in a later turn. Nothing happens when it is not there.
 */
void registrar_remove_device(struct signalling *signalling, uint64_t id);

/**
 * Brings back a binding that an earlier process stored. It is asked by OPTIONS
 * whether it is still there; an answer makes it reachable, unless it says that
 * nobody is (404, 408, 410, 480, 5xx); that, or 32 s of silence, removes it.
 *
 * @return 0, or
 *         -ENOENT  no such device
 *         -ESTALE  expired meanwhile
 *         -EINVAL  not a binding
 *         -ENOMEM
 */
int registrar_load_binding(struct signalling *signalling,
                           const struct phone_binding *binding);

/**
 * Copies the bindings of a device, newest first.
 *
 * @param ret  room for `max` of them
 *
 * @return how many were copied
 */
size_t registrar_bindings(const struct signalling *signalling,
                          uint64_t device_id, struct phone_binding *ret,
                          size_t max);

/**
 * Forgets what was remembered against a source that failed too often, e.g.
 * when an administrator says so.
 */
void registrar_forgive(struct signalling *signalling,
                       const struct sockaddr_storage *source);

#endif
