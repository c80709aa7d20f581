/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The trunks as the rest of the stack sees them. */

#ifndef SIP_TRUNK_TABLE_H
#define SIP_TRUNK_TABLE_H

#include "base/breaker.h"
#include "sip/libre.h"
#include "sip/lookup.h"
#include "sip/stack.h"
#include "sip/trunk.h"

enum {
    TRUNK_FAILURES_TO_DOWN = 2, /* OPTIONS in a row */
    TRUNK_CALLS_TO_DOWN = 3,    /* calls out in a row, where OPTIONS are sent */
    TRUNK_RETRY_S = 5,          /* between OPTIONS after the first failure */
    TRUNK_PATIENCE_S = 4,       /* for one answer */
};

/* One address of a trunk and how it is. */
struct trunk_path {
    struct trunk *trunk;
    struct sa address;
    bool up;
    unsigned failures; /* in a row */
    int64_t asked_us;
    struct signal_sent *asked;
    struct wheel_timer next;     /* when to ask again */
    struct wheel_timer patience; /* when to stop waiting */
};

/* See trunk_register.h. */
struct trunk_registration {
    struct trunk *trunk;
    struct sip_auth *auth;
    struct signal_sent *asked;
    struct wheel_timer next;
    struct breaker breaker;
    bool auth_tried;                      /* in this attempt */
    uint64_t call_id;                     /* and tag */
    uint32_t cseq;                        /* of the last REGISTER */
    int64_t sent_us;                      /* when that was */
    uint32_t wanted_s;                    /* until it expires */
    char domain[TRUNK_TEXT_MAX + 3];      /* of the address of record */
    char contact[3 * TRUNK_TEXT_MAX + 1]; /* the user, escaped */
};

/* See trunk_name.h. */
struct trunk_naming {
    struct trunk *trunk;
    struct lookup *lookup; /* under way */
    struct wheel_timer next;
    struct breaker breaker;
};

struct trunk {
    struct le le;
    struct trunk_table *table;
    struct trunk_settings settings;
    struct trunk_path paths[TRUNK_MAX_ADDRESSES];
    size_t path_count; /* of a host name 0 until it is found */
    struct trunk_status status;
    struct trunk_registration registration;
    struct trunk_naming naming;
    unsigned call_failures; /* in a row */
    bool told_up;
};

struct trunk_table {
    struct signalling *signalling;
    struct list trunks;
};

/**
 * @return 0, or -ENOMEM
 */
int trunk_table_new(struct signalling *signalling,
                    struct trunk_table **ret_table);

struct trunk_table *trunk_table_free(struct trunk_table *table);

struct trunk *trunk_find(const struct trunk_table *table, uint64_t id);

/**
 * Finds whose traffic this is: the trunk with that address and port, else one
 * with that address that may come from any port.
 */
struct trunk *trunk_find_source(const struct trunk_table *table,
                                const struct sa *source,
                                enum sip_transp transp);

/**
 * Notes that a connection with a peer was given up: every trunk that registers
 * right there does it anew.
 */
void trunk_lost(const struct trunk_table *table, const struct sa *peer,
                enum sip_transp transp);

/**
 * Finds what the certificate of a peer at that address must name: the trunk's
 * host. Nobody else is reached by a connection that we make.
 *
 * @return "" when it is no trunk's address
 */
const char *trunk_find_host(const struct trunk_table *table,
                            const struct sa *address);

/**
 * Notes what came of the certificate that a trunk's host showed; 0: it is
 * believed. As signal_tls_verified_h; arg is the table.
 */
void trunk_verified(const char *host, int fault, void *table);

/**
 * For libre, which frees both: our name and password, for that realm only.
 *
 * @return 0, or a positive errno as libre has it
 */
int trunk_give_credentials(const struct trunk *trunk, const char *realm,
                           char **ret_username, char **ret_password);

/* trunk_check.c */

/** @return as trunk_set(), but for -ENOSPC and -ENOMEM */
int trunk_check(const struct trunk_table *table,
                const struct trunk_settings *settings);

/** Whether both have a host name, the same one with the same port. */
bool trunk_has_same_name(const struct trunk_settings *a,
                         const struct trunk_settings *b);

/** Whether another trunk of that transport has that address and port. */
bool trunk_is_taken(const struct trunk_table *table, const struct trunk *but,
                    enum signal_transport transport, const struct sa *address);

/**
 * The first of its paths that is up, or NULL.
 */
const struct trunk_path *trunk_best_path(const struct trunk *trunk);

/**
 * The same, or the first of all when none is up: what OPTIONS say is a belief.
 * NULL only while its host name leads nowhere.
 */
const struct trunk_path *trunk_any_path(const struct trunk *trunk);

/**
 * Takes a channel, for a call in or out.
 *
 * @return true, or false when all are in use
 */
bool trunk_take_channel(struct trunk *trunk, bool in);

/** ... for a call out that must go, even when all are in use. */
void trunk_force_channel(struct trunk *trunk);

/**
 * Gives a channel back. The trunk may be gone.
 */
void trunk_give_channel(const struct trunk_table *table, uint64_t id);

/**
 * Notes how a call out ended: code 0 is silence.
 */
void trunk_note_result(const struct trunk_table *table, uint64_t id, int code);

/**
 * Begins to ask a trunk how it is; again after a change.
 */
void trunk_watch(struct trunk *trunk);

void trunk_unwatch(struct trunk *trunk);

/**
 * Gives a trunk other addresses. One that it had before keeps how it is.
 *
 * @param count  TRUNK_MAX_ADDRESSES or less
 */
void trunk_move(struct trunk *trunk, const struct sa addresses[], size_t count);

/**
 * Takes a trunk for down until OPTIONS are answered.
 */
void trunk_suspect(struct trunk *trunk, int code);

#endif
