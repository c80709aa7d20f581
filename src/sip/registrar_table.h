/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The registrar's memory: devices and their bindings. */

#ifndef SIP_REGISTRAR_TABLE_H
#define SIP_REGISTRAR_TABLE_H

#include "sip/libre.h"
#include "sip/registrar.h"
#include "sip/stack.h"
#include "sip/waiting.h"
#include "sip/wheel.h"

struct device {
    struct le by_id;
    struct le by_name;
    struct registrar *registrar;
    uint64_t id;
    char username[REGISTRAR_USERNAME_MAX + 1];
    uint8_t ha1[REGISTRAR_HA1_SIZE];
    enum media_srtp srtp;
    struct list bindings;      /* newest first; of struct binding */
    struct list subscriptions; /* newest first; of subscription.c's own */
    struct phone_waiting waiting;
    bool told_reachable;
};

struct binding {
    struct le le;
    struct le by_source;
    struct device *device;
    struct phone_binding value;
    struct wheel_timer expiry;
    struct wheel_timer keep_alive;
    bool has_answered;         /* an OPTIONS of those that keep NATs open */
    struct signal_sent *asked; /* OPTIONS */
};

struct registrar {
    struct signalling *signalling;
    struct hash *by_id;
    struct hash *by_name;
    struct hash *by_source;     /* bindings, by the address without its port */
    struct hash *subscriptions; /* of all devices, by Call-ID */
    struct phone_lamps lamps;   /* all NULL: there are none */
    uint32_t device_count;
    struct list removed; /* devices whose end is yet to be told */
    struct wheel_timer tell_removed;
};

/**
 * @return 0, or -ENOMEM
 */
int registrar_new(struct signalling *signalling,
                  struct registrar **ret_registrar);

/**
 * Tells nobody.
 */
struct registrar *registrar_free(struct registrar *registrar);

struct device *registrar_find_device(const struct registrar *registrar,
                                     uint64_t id);

struct device *registrar_find_username(const struct registrar *registrar,
                                       const struct pl *username);

/** What a device wants; MEDIA_SRTP_NO when there is none. */
enum media_srtp registrar_srtp(const struct registrar *registrar, uint64_t id);

struct binding *registrar_find_binding(const struct device *device,
                                       const char *contact);

/**
 * Finds who has registered from a place: with that port, else one of those
 * behind the same address. Looks at no more than a few of many behind one NAT.
 *
 * @param ret_is_exact  whether it is with that port; may be NULL
 *
 * @return a device's id, or 0
 */
uint64_t registrar_device_at(const struct registrar *registrar,
                             const struct sa *source, bool *ret_is_exact);

/**
 * Adds a binding or refreshes the one with that contact; tells of it, unless it
 * is one loaded and so not known to be reachable. What the same phone left at
 * the same source goes; so does the oldest when there are too many.
 *
 * @return 0, or -ENOMEM
 */
int registrar_bind(struct device *device, const struct phone_binding *value);

/**
 * Removes a binding and tells of it.
 */
void registrar_unbind(struct binding *binding);

/**
 * Asks one that was loaded, by OPTIONS, whether it is still there.
 *
 * @return 0, or a negative errno
 */
int registrar_ask(struct binding *binding);

/**
 * Begins to ask a phone behind a NAT by OPTIONS, so that the NAT goes on
 * letting our calls through; any answer shows that it did.
 */
void registrar_keep_alive(struct binding *binding);

/**
 * A phone did not answer a call at all: asks it by OPTIONS whether it is still
 * where it was, and counts it as unreachable until it answers.
 */
void registrar_suspect(struct signalling *signalling, uint64_t device_id,
                       const struct sockaddr_storage *source);

/**
 * Tells when a device became reachable or unreachable since the last time.
 */
void registrar_tell(struct device *device);

/**
 * Answers a REGISTER that passed the sanity checks.
 */
void registrar_request(struct signalling *signalling,
                       const struct sip_msg *msg);

#endif
