/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines to the telephone network: who may call in, and are they well. */

#ifndef SIP_TRUNK_H
#define SIP_TRUNK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

#include "sip/registrar.h"

/*
 * A trunk is known by its address: what comes from there is its traffic, and
 * what we dial over it goes to the first of its addresses that is up. A host
 * name stands for the addresses that DNS tells, again whenever they are no
 * longer good; while DNS is silent, those told last. Which trunk to use, and in
 * which order, is not decided here.
 */
enum {
    TRUNK_MAX_ADDRESSES = 4,
    TRUNK_NAME_MAX = 63,
    TRUNK_TEXT_MAX = 127,
    TRUNK_PASSWORD_MAX = 255,
};

struct trunk_settings {
    uint64_t id; /* not 0 */
    char name[TRUNK_NAME_MAX + 1];
    struct sockaddr_storage addresses[TRUNK_MAX_ADDRESSES]; /* with ports */
    size_t address_count; /* 0: those of the host name */
    /* A host name or an IP address; with TLS its certificate names it. */
    char host[TRUNK_TEXT_MAX + 1];
    uint16_t port; /* of a host name; 0: as its SRV records say */
    bool any_port; /* calls in may come from other ports of the addresses, as
                      they always do over TCP */
    enum signal_transport transport;
    enum media_srtp srtp;  /* by TLS only: REQUIRED takes no call otherwise */
    uint32_t max_channels; /* both ways together; 0: no bound of its own */
    uint32_t options_interval_s; /* 0: not asked, always up; else 5 or more */
    /* Digest credentials for calls out; "" means none. They are sent only to
       this trunk's addresses and only for this realm. */
    char realm[TRUNK_TEXT_MAX + 1];
    char username[TRUNK_TEXT_MAX + 1];
    char password[TRUNK_PASSWORD_MAX + 1];
    bool registers; /* with them, so that calls come; needs a username */
};

/* Whether the trunk's registrar knows where we are. */
enum trunk_registered {
    TRUNK_NEED_NOT_REGISTER,
    TRUNK_NOT_REGISTERED,
    TRUNK_REGISTERED,
};

/* Whether DNS knows its host name. */
enum trunk_named {
    TRUNK_NEED_NO_NAME,
    TRUNK_NOT_FOUND, /* or not yet, or not any more */
    TRUNK_FOUND,
};

struct trunk_status {
    bool up;
    bool asked;        /* OPTIONS are sent; else it is always up */
    int64_t since_us;  /* up or down since this moment of the loop's clock */
    uint32_t channels; /* legs now, both ways */
    uint64_t calls_in, calls_out;
    uint64_t refused_full; /* by max_channels, both ways */
    uint64_t failures;     /* calls out: 408, 5xx, or no answer at all */
    int64_t round_trip_us; /* of the last OPTIONS; -1: never answered */
    int last_code;         /* of the last OPTIONS; 0: silence */
    bool is_suspect;       /* down since calls failed, and not asked since */
    enum trunk_registered registered;
    int64_t registered_since_us; /* or not, by the loop's clock */
    int register_code;           /* of the last REGISTER; 0: silence */
    enum trunk_named named;
    int64_t named_since_us; /* or not, by the loop's clock */
    int certificate_fault;  /* 0, or why its last certificate was refused */
    int name_error; /* why not: -ENOENT, -ETIMEDOUT, -EPROTO ...; 0: looking */
};

struct trunk_handlers {
    void (*up)(void *arg, uint64_t trunk_id);
    void (*down)(void *arg, uint64_t trunk_id, int code); /* 0: silence */
};

/**
 * Reads "10.0.0.1", "10.0.0.1:5070", "[2001:db8::1]:5060"; when no port is
 * given it is 5060, with TLS 5061. Host names are refused.
 *
 * @param ret_host  the same without a port and brackets; may be NULL
 *
 * @return 0, or -EINVAL
 */
int trunk_read_address(const char *text, enum signal_transport transport,
                       struct sockaddr_storage *ret_address,
                       char ret_host[TRUNK_TEXT_MAX + 1]);

/**
 * Reads the same, or a host name, into address, host and port of a trunk:
 * "sip.example.com" goes by SRV records, "sip.example.com:5060" does not.
 *
 * @return 0, or -EINVAL
 */
int trunk_read_place(const char *text, struct trunk_settings *trunk);

/**
 * Adds a trunk or changes it. A new one counts as up until OPTIONS say else;
 * one with a host name is down until that is found.
 *
 * @return 0, or
 *         -EINVAL  id 0, no address or name, or one that nothing can be sent
 *                  to; or registers without a username
 *         -EEXIST  an address and port of another trunk
 *         -ENOSPC  settings.max_trunks reached
 *         -ENOMEM
 */
int trunk_set(struct signalling *signalling,
              const struct trunk_settings *settings);

/**
 * Removes a trunk; its calls go on.
 */
void trunk_remove(struct signalling *signalling, uint64_t id);

/**
 * Why a certificate was refused, in English: "self-signed certificate".
 */
const char *trunk_certificate_fault(int fault);

/**
 * @return 0, or -ENOENT
 */
int trunk_ask_status(const struct signalling *signalling, uint64_t id,
                     struct trunk_status *ret_status);

#endif
