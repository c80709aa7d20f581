/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The stack as its own parts see it: state they share, and how to send. */

#ifndef SIP_STACK_H
#define SIP_STACK_H

#include "sip/address.h"
#include "sip/digest.h"
#include "sip/libre.h"
#include "sip/lockout.h"
#include "sip/question.h"
#include "sip/signalling.h"
#include "sip/tls.h"

struct registrar;
struct trunk_table;
struct leg_table;
struct signal_crowd;
struct signal_front;
struct signal_halves;
struct signal_refusals;
struct signal_sources;

struct signalling {
    struct loop *loop;
    struct signalling_settings settings; /* no zeroes where a default is */
    struct signalling_handlers handlers;
    struct sip *sip;
    struct signal_tls *tls; /* NULL: no TLS */
    struct sip_lsnr *requests;
    struct sip_lsnr *responses;
    struct sa public_address; /* unset: none */
    struct sa networks[SIGNAL_MAX_NETWORKS];
    struct sa listening[SIGNAL_MAX_LISTENERS]; /* where really */
    struct question_servers name_servers; /* none: as the system has them */
    struct signal_front *front;
    struct signal_crowd *crowd;
    struct signal_halves *halves;
    struct signal_digest *digest;
    struct signal_lockout *lockout;
    struct signal_refusals *refusals;
    struct signal_sources *sources;
    struct registrar *registrar;
    struct trunk_table *trunks;
    struct leg_table *legs;
    struct hash *asked; /* requests under way by UDP, by their branch */
    struct signalling_stats stats;
    int64_t second;              /* the one in which... */
    uint32_t requests_in_second; /* ... so many came outside dialogs */
    int64_t help_second;         /* the one in which... */
    uint32_t help_in_second;     /* ... so many called for help beyond that */
    int64_t longest_wait_us;
    bool is_behind;
    bool is_starved; /* no memory: what comes cannot be read */
    bool draining;
    bool stopping; /* ... and everybody is hung up on */
    bool closing;  /* being freed: no handler, no new request */
};

enum {
    SIGNAL_BRANCH_SIZE = 32,
    SIGNAL_HOP_SIZE = 96,
};

#define SIGNAL_ALLOW                                                           \
    "Allow: INVITE, ACK, BYE, CANCEL, OPTIONS, INFO, REFER, REGISTER, "        \
    "SUBSCRIBE, UPDATE, PRACK\r\n"
#define SIGNAL_SUPPORTED "Supported: timer, 100rel\r\n"

enum sip_transp signal_to_transp(enum signal_transport transport);
enum signal_transport signal_from_transp(enum sip_transp tp);

/**
 * Tells whether a peer sees our own addresses: in a local network, loopback, or
 * there is no public address.
 */
bool signal_peer_is_local(const struct signalling *signalling,
                          const struct sa *peer);

/**
 * Finds where we listen for a transport and family.
 *
 * @return it, or NULL
 */
const struct sa *signal_find_listening(const struct signalling *signalling,
                                       enum sip_transp tp, int family);

/**
 * Finds what to call ourselves towards a peer, in Via, Contact and From.
 *
 * @return 0, or -EAFNOSUPPORT when nothing listens for that
 */
int signal_shown_address(const struct signalling *signalling,
                         enum sip_transp tp, const struct sa *peer,
                         struct sa *ret_address);

/**
 * Writes a next hop as the URI that libre wants: "sip:192.0.2.1:5060".
 */
void signal_hop_uri(const struct sa *address, enum signal_transport transport,
                    char ret[SIGNAL_HOP_SIZE]);

/* One request to be sent; see signal_send(). */
struct signal_request {
    const char *method;
    const char *uri; /* Request-URI */
    struct sa hop;
    enum signal_transport transport;
    struct sip_auth *auth;    /* or NULL */
    const char *contact_user; /* NULL: no Contact */
    const char *from_name;    /* quoted, a blank after it; leg_send_in() only */
    const char *headers;      /* complete lines: To, From, Call-ID, CSeq ... */
    const char *content_type; /* with body */
    const char *body;
    size_t body_length;
    char *ret_branch; /* SIGNAL_BRANCH_SIZE bytes, or NULL */
    bool stateless;   /* ACK */
};

/* A request under way. */
struct signal_sent;

/* Told of each response; msg is NULL when there was none in 32 s or the
   connection failed. The final one (200 or more, or NULL) is the last. */
typedef void signal_responded_h(const struct sip_msg *msg, void *arg);

/**
 * Sends a request. The address in Via and Contact is the one that this peer
 * should see.
 *
 * @param request    borrowed
 * @param responded  never called from inside; NULL: nobody waits
 * @param ret_sent   where to keep it; set to NULL before the final response is
 *                   told, so it must stay where it is. May be NULL
 *
 * @return 0, or a negative errno
 */
int signal_send(struct signalling *signalling,
                const struct signal_request *request,
                signal_responded_h *responded, void *arg,
                struct signal_sent **ret_sent);

/**
 * Takes a response that belongs to a request of ours by UDP.
 *
 * @return whether it does
 */
bool signal_sent_answered(struct signalling *signalling,
                          const struct sip_msg *msg);

/**
 * Stops listening to a request under way; it goes on by itself. Takes NULL
 * inside, and sets the pointer to NULL.
 */
void signal_sent_forget(struct signal_sent **sent);

/**
 * The same, for an INVITE that was cancelled and never got a final response.
 */
void signal_sent_give_up(struct signal_sent **sent);

/**
 * Refuses a request without keeping any state for it.
 *
 * @param headers  complete lines, or ""
 */
void signal_refuse(struct signalling *signalling, const struct sip_msg *msg,
                   int code, const char *reason, const char *headers);

/**
 * Refuses with 503 and Retry-After.
 */
void signal_refuse_busy(struct signalling *signalling,
                        const struct sip_msg *msg);

/**
 * The usual phrase of a status code.
 */
const char *signal_phrase(int code);

/* Who sent a request outside of a dialog. */
struct signal_sender {
    uint64_t trunk_id;  /* 0: not a trunk */
    uint64_t device_id; /* 0: not a device */
};

/**
 * Finds out who sent a request by digest; challenges and refuses by itself.
 *
 * @return true when it is a device
 */
bool signal_authenticate(struct signalling *signalling,
                         const struct sip_msg *msg, uint64_t *ret_device_id);

#endif
