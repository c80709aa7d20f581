/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The SIP stack: transports, limits, and whom it tells what happens. */

#ifndef SIP_SIGNALLING_H
#define SIP_SIGNALLING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

#include "sip/leg.h"
#include "sip/loop.h"
#include "sip/registrar.h"
#include "sip/trunk.h"

/*
 * Everything that comes in passes the same doors: is it well formed (sanity),
 * is there room (limits), who is it (trunk by address, device by digest),
 * and only then a handler. What is refused is refused here, and counted.
 *
 * Only the thread of the loop may call.
 */
struct signalling;

enum {
    SIGNAL_MAX_LISTENERS = 8,
    SIGNAL_MAX_NETWORKS = 16,
    SIGNAL_REALM_MAX = 63,
    SIGNAL_AGENT_MAX = 63,
    SIGNAL_PATH_MAX = 255,
    SIGNAL_SOURCE_SIZE = 64,
    SIGNAL_MAX_NAME_SERVERS = 3,
    SIGNAL_HELP_LEGS = 16, /* above max_legs, of emergency calls: eight */
};

struct signal_listener {
    struct sockaddr_storage address; /* port 0: any free one */
    enum signal_transport transport;
};

struct signal_network {
    struct sockaddr_storage address;
    unsigned prefix_bits;
};

struct signalling_settings {
    struct signal_listener listeners[SIGNAL_MAX_LISTENERS];
    size_t listener_count; /* 1 or more */
    /* Shown in Via, Contact and SDP to peers outside the local networks;
       family 0: none. Loopback is always local. */
    struct sockaddr_storage public_address;
    struct signal_network local_networks[SIGNAL_MAX_NETWORKS];
    size_t local_network_count;
    /* For host names of trunks; none: those of /etc/resolv.conf. */
    struct sockaddr_storage name_servers[SIGNAL_MAX_NAME_SERVERS];
    size_t name_server_count;
    char realm[SIGNAL_REALM_MAX + 1];      /* of our digest challenges */
    char user_agent[SIGNAL_AGENT_MAX + 1]; /* User-Agent and Server */

    /* PEM files for TLS, see sip/tls.h; no certificate: no TLS. */
    char tls_certificate[SIGNAL_PATH_MAX + 1];
    char tls_key[SIGNAL_PATH_MAX + 1];
    char tls_authorities[SIGNAL_PATH_MAX + 1];

    /* How often phones behind NAT are asked by OPTIONS, so that they stay
       reachable; 0: never. At least 1/5 less than their NATs remember. */
    uint32_t keep_alive_s;

    /* Limits; 0 means the default in brackets. */
    uint32_t max_legs;            /* [2000] */
    uint32_t max_devices;         /* [10000] */
    uint32_t max_trunks;          /* [256] */
    uint32_t max_requests_per_s;  /* outside dialogs, in all [2000] */
    uint32_t max_tcp_connections; /* [2000] */
    uint32_t max_tcp_per_source;  /* [100] */
    uint32_t tcp_idle_s; /* a stranger's connection without a request, and
                            anybody's with a half of a message [32, as long as a
                            transaction may take: 64 * T1] */
    uint32_t auth_failures_per_minute; /* of one /24 or /64 [60] */
    uint32_t retry_after_s;            /* told with 503 [5] */
    int64_t max_wait_us;    /* of a trunk's INVITE in its socket; 0: for ever */
    uint32_t min_expires_s; /* of bindings [60] */
    uint32_t max_expires_s; /* [3600]; by TCP at most 600 */
    uint32_t session_s;     /* of a session's timer [1800] */
    uint32_t min_session_s; /* the least taken, RFC 4028 [90] */
    uint32_t min_ttl_s;     /* that host names are good for [30] */
    uint32_t t1_ms;         /* our own retransmissions [500]; for tests only */
};

/* A message on its way in or out, before anything is done about it. */
struct signal_message {
    bool is_sent;
    enum signal_transport transport;
    const struct sockaddr *ours;
    const struct sockaddr *theirs;
    const char *bytes; /* as they are: any bytes */
    size_t length;
};

struct signalling_handlers {
    struct leg_handlers leg;
    struct registrar_handlers registrar;
    struct trunk_handlers trunk;
    /* Every message that could be read, and every one sent, also again. From
       inside of what sends it. NULL: nobody cares. */
    void (*message)(void *arg, const struct signal_message *message);
    void *arg; /* of all of them */
};

/* Why somebody was refused. */
enum signal_refusal_reason {
    SIGNAL_REFUSED_STRANGER, /* INVITE of no trunk, and without a proof */
    SIGNAL_REFUSED_PASSWORD, /* no device has that name and password */
    SIGNAL_REFUSED_LOCKED,   /* more than auth_failures_per_minute: its
                                network is locked out for a minute */
};

/* Somebody who was refused, for a line in the log. */
struct signal_refusal {
    enum signal_refusal_reason reason;
    char source[SIGNAL_SOURCE_SIZE]; /* "192.0.2.7:5060" */
    uint64_t untold; /* others since the last one told, of whom nothing is */
};

/* Counted since the start; never goes down, but for the gauges. */
struct signalling_stats {
    uint64_t requests;        /* all that could be read */
    uint64_t unreadable;      /* datagrams that are no SIP at all */
    uint64_t refused_sanity;  /* 400, 413 to 420, 482, 483, 505, 513 ... */
    uint64_t refused_unknown; /* 401, 403 */
    uint64_t refused_busy;    /* 503 */
    uint64_t refused_method;  /* 405, 489, 501 */
    uint64_t refused_sdp;     /* 488 */
    uint64_t turned_away;     /* INVITEs that got 503 */
    uint64_t locked_out;      /* dropped or refused by the lock-out */
    uint64_t unknown_dialog;  /* 481 */
    uint64_t bad_responses;
    uint64_t invites_in, invites_out;
    uint64_t answers_retransmitted;  /* our 2xx */
    uint64_t requests_retransmitted; /* ours, by UDP */
    uint64_t forks_ended;            /* second 2xx: ACK, then BYE */
    uint64_t sessions_refreshed;     /* by us (RFC 4028) */
    uint64_t sessions_expired;       /* nobody refreshed: BYE */
    uint64_t registered, challenged, auth_failures, replays;
    uint64_t tcp_refused;
    uint64_t tcp_idle;    /* connections closed that brought no request,
                             or a half of a message */
    uint64_t keep_alives; /* OPTIONS to phones behind NAT */
    uint32_t legs;     /* gauge; with those that only wait for a last answer */
    uint32_t bindings; /* gauge */
};

/**
 * Makes the stack and opens its transports.
 *
 * @param loop           outlives it
 * @param settings       copied
 * @param handlers       copied
 * @param ret_signalling on success; release with signalling_free()
 *
 * @return 0, or
 *         -EINVAL      no listener, bad realm, bad address, a name server
 *                      without a port, or a listener for TLS and no certificate
 *         -EKEYREJECTED, -EBADMSG, -ENOENT  as signal_tls_new()
 *         -EADDRINUSE  or whatever kept a transport from opening
 *         -ENOMEM
 */
int signalling_new(struct loop *loop,
                   const struct signalling_settings *settings,
                   const struct signalling_handlers *handlers,
                   struct signalling **ret_signalling);

/**
 * Refuses new calls with 503, but for emergency calls of devices, and goes on
 * with those there are.
 */
void signalling_drain(struct signalling *signalling);

/**
 * Says whether what calls lead to is so far behind that calls by trunks get 503
 * for now. Phones of ours may call: it might be an emergency.
 */
void signalling_set_behind(struct signalling *signalling, bool is_behind);

/**
 * Tells of the next who was refused. However many there are, it is each source
 * once in ten minutes, and ten of them in a minute. To be asked every second or
 * so.
 *
 * @return whether there is one
 */
bool signalling_next_refusal(struct signalling *signalling,
                             struct signal_refusal *ret_refusal);

/**
 * Tells the longest time since the last question that an INVITE of a trunk
 * waited for this thread.
 */
int64_t signalling_longest_wait_us(struct signalling *signalling);

/**
 * Hangs up every leg; each gets its `ended` (LEG_SHUT_DOWN) in a later turn.
 * Let the loop run until signalling_is_quiet(), a second or two, then free.
 */
void signalling_stop(struct signalling *signalling);

/**
 * True when no leg is left and no BYE waits for its answer.
 */
bool signalling_is_quiet(const struct signalling *signalling);

/**
 * Closes the transports and forgets everything; no handler is called. Not from
 * a handler.
 *
 * @param signalling  may be NULL
 *
 * @return NULL always
 */
struct signalling *signalling_free(struct signalling *signalling);

/**
 * Reads the certificate for TLS again; connections there are go on with the one
 * they have. Without TLS nothing happens.
 *
 * @return 0, or as signal_tls_new(): then all stays as it was
 */
int signalling_reload(struct signalling *signalling);

/**
 * Tells for how long the certificate for TLS is still good; below 0 when it no
 * longer is, INT64_MAX when there is no TLS.
 */
int64_t signalling_certificate_left_us(const struct signalling *signalling);

/**
 * Tells where a listener really listens, in the order of the settings.
 *
 * @return 0, or -ENOENT
 */
int signalling_local_address(const struct signalling *signalling, size_t index,
                             struct sockaddr_storage *ret_address);

void signalling_read_stats(const struct signalling *signalling,
                           struct signalling_stats *ret_stats);

#endif
