/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SIP dialog of ours, from INVITE to BYE, on either side. */

#ifndef SIP_LEG_H
#define SIP_LEG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/socket.h>

#include "media/description.h"
#include "sip/registrar.h"

/*
 * A leg knows one peer and no other leg. It is told what to do by the
 * functions below and tells what happened by its handlers.
 *
 * Rules that hold for all of it:
 * - Handlers are called from the loop only, never inside a function below.
 * - Every leg ends with exactly one `ended`, its last event, also after
 *   leg_hang_up(). The pointer is good until that handler returns.
 * - What goes on afterwards (retransmissions, a CANCEL that crosses a 200) is
 *   the leg's own business: a peer that answers after all is thanked (ACK)
 *   and hung up on (BYE).
 * - Text of peers is bytes: any bytes, bounded, not checked, not escaped. Make
 *   it safe before it meets a person, a log or a database.
 * - Media of a leg are encrypted as its trunk or device wants it, with keys of
 *   the leg's own in SDP, when the signalling is by TLS. What is optional is
 *   offered as RTP/AVP with a key (RFC 8643), what is required as RTP/SAVP. Who
 *   answers 488 to a key that is optional is called once more without one, in
 *   the same leg.
 * - SDP is answered with the formats both sides know, in the offerer's order
 *   and with the offerer's payload types (RFC 3264, 6).
 *
 * Source: RFC 3261; our side of the transactions is the library's, the dialog
 * is ours.
 */
struct leg;
struct signalling;

enum {
    LEG_URI_MAX = 255,
    LEG_TEXT_MAX = 255,
    LEG_TAG_MAX = 127,
    LEG_ROUTE_MAX = 1023,
    LEG_HEADERS_MAX = 8,
    LEG_REDIRECT_MAX = 39,
};

/* Bytes of a peer; a NUL follows them, and NULs may be among them. */
struct leg_text {
    const char *bytes; /* never NULL */
    size_t length;
};

/* A call that came in. Borrowed for the length of the handler. */
struct leg_invite {
    uint64_t trunk_id;      /* 0: not from a trunk */
    uint64_t device_id;     /* 0: not from a device; one of the two is set */
    bool is_emergency;      /* a device's call for help */
    struct leg_text called; /* user part of the Request-URI, unescaped */
    struct leg_text caller; /* user part of P-Asserted-Identity when from a
                               trunk, else of From; "anonymous" stays so */
    struct leg_text caller_name; /* display name, unquoted */
    struct leg_text call_id;
    struct leg_text user_agent;
    struct sockaddr_storage source;
    const struct media_description *offer; /* NULL: late offer, we offer */
};

enum leg_cause {
    LEG_HUNG_UP,      /* by leg_hang_up() or leg_reject() */
    LEG_PEER_HUNG_UP, /* BYE after the answer */
    LEG_CANCELLED,    /* the caller gave up before the answer */
    LEG_REFUSED,      /* the peer's final answer was not 2xx; see code */
    LEG_SILENT,       /* no answer at all, or the connection failed */
    LEG_NO_ACK,       /* our 200 was never acknowledged */
    LEG_NO_MEDIA,     /* no usable answer to our offer */
    LEG_LOST,         /* the peer no longer knows the dialog (481, 408) */
    LEG_SHUT_DOWN,    /* the stack stopped */
    LEG_CAUSE_COUNT,
};

struct leg_end {
    enum leg_cause cause;
    int code;          /* SIP status when there was one, else 0 */
    int q850;          /* from a Reason header, else 0 */
    int retry_after_s; /* else 0 */
    char redirect[LEG_REDIRECT_MAX + 1]; /* number that a 300, 301 or 302 sends
                                            us to; "" when none. Nobody has
                                            gone there */
};

/* A transfer asked for by the peer. It was answered with 202; say what becomes
   of it with leg_refer_result(). */
struct leg_refer {
    uint64_t replaces_id;   /* attended: another leg of the same device, which
                             the caller is to be joined to; 0: blind */
    struct leg_text target; /* user part of Refer-To, unescaped; may be ""
                                    when attended */
    struct leg_text uri;    /* all of it */
    struct leg_text referred_by; /* "" when not said */
};

/* The dialog as another process needs it to hang up. A plain value. */
struct leg_left {
    char call_id[REGISTRAR_CALL_ID_MAX + 1];
    char local_tag[LEG_TAG_MAX + 1];
    char remote_tag[LEG_TAG_MAX + 1];
    char local_uri[LEG_URI_MAX + 1];
    char remote_uri[LEG_URI_MAX + 1];
    char target[LEG_URI_MAX + 1];  /* Request-URI */
    char route[LEG_ROUTE_MAX + 1]; /* value of the Route header, or "" */
    uint32_t cseq; /* leaves room: no request of ours has reached it */
    enum signal_transport transport;
    struct sockaddr_storage next_hop;
};

/* Given once, when the stack is made; see signalling.h. None may be NULL, but
   for is_emergency. */
struct leg_handlers {
    /* A call came in; 100 was sent. Give it an id with leg_set_id(), then
       progress, answer or reject it, now or later. */
    void (*incoming)(void *arg, struct leg *leg,
                     const struct leg_invite *invite);
    /* Out: a 18x came. `early` is where the peer's early media come from, or
       NULL when this response had none. */
    void (*ringing)(void *arg, struct leg *leg, int code,
                    const struct media_description *early);
    /* Out: the peer answered; it was acknowledged. */
    void (*answered)(void *arg, struct leg *leg,
                     const struct media_description *remote);
    /* In: the peer acknowledged our answer. `remote` is set when its answer
       to a late offer came with it, else NULL. */
    void (*confirmed)(void *arg, struct leg *leg,
                      const struct media_description *remote);
    /* The peer offered anew (hold, resume, move) and was answered, or said
       something else when the session was refreshed. The direction says what
       is left to us. */
    void (*media_changed)(void *arg, struct leg *leg,
                          const struct media_description *remote);
    /* What became of leg_reoffer(): 200 with the peer's answer, or the code
       of a refusal and NULL: the old session goes on. */
    void (*reoffered)(void *arg, struct leg *leg, int code,
                      const struct media_description *remote);
    /* A digit by INFO; those in RTP are media's. */
    void (*digit)(void *arg, struct leg *leg, char digit, uint32_t duration_ms);
    void (*refer)(void *arg, struct leg *leg, const struct leg_refer *refer);
    void (*ended)(void *arg, struct leg *leg, const struct leg_end *end);
    /* To be stored until dialog_gone, which may come after `ended`. Comes
       again when something in it changed. */
    void (*dialog_up)(void *arg, uint64_t leg_id, const struct leg_left *left);
    void (*dialog_gone)(void *arg, uint64_t leg_id);
    /* Whether a device calls for help, 0 being one that is not known yet: then
       its call is taken without SRTP where that is required, above max_legs and
       max_requests_per_s, and while the stack drains. NULL: nobody does. From
       inside of what takes the call in. */
    bool (*is_emergency)(void *arg, uint64_t device_id,
                         const struct leg_text *called);
};

/* Where a call out goes. Filled by leg_target_device() or leg_target_trunk(). */
struct leg_target {
    char request_uri[LEG_URI_MAX + 1];
    struct sockaddr_storage next_hop;
    enum signal_transport transport;
    uint64_t trunk_id;
    uint64_t device_id;
};

struct leg_header {
    const char *name;  /* a token; not one the stack writes itself */
    const char *value; /* without CR, LF, NUL */
};

struct leg_call {
    uint64_t id;
    const struct leg_target *target;
    const char *caller;      /* number or "anonymous"; escaped as needed */
    const char *caller_name; /* UTF-8; may be "" */
    bool auto_answer;        /* Call-Info: answer-after=0 and Alert-Info */
    bool is_emergency;       /* not held back by the trunk's channels, for want
                                of SRTP, by max_legs, nor by a drain; `ended`,
                                LEG_SILENT, after 8 s without a word of the
                                trunk, or 32 s in which it only tries */
    const struct media_description *local; /* our offer */
    struct leg_header headers[LEG_HEADERS_MAX];
    size_t header_count;
};

/**
 * Finds where a device is reached: its newest binding that is reachable.
 *
 * @return 0, or -ENOENT (no device, no binding)
 */
int leg_target_device(const struct signalling *signalling, uint64_t device_id,
                      struct leg_target *ret_target);

/**
 * Builds the target of a number behind a trunk.
 *
 * @param number  user part, escaped as needed; at most 127 bytes
 *
 * @return 0, or
 *         -ENOENT      no such trunk
 *         -EHOSTDOWN   OPTIONS say that it is down
 *         -EINVAL      number empty or too long
 */
int leg_target_trunk(const struct signalling *signalling, uint64_t trunk_id,
                     const char *number, struct leg_target *ret_target);

/**
 * The same for an emergency number: a trunk that is believed down is called,
 * too. OPTIONS may be refused where calls are taken, and a call that is not
 * tried cannot succeed.
 *
 * @return as leg_target_trunk(); -EHOSTDOWN: its host name leads nowhere
 */
int leg_target_help(const struct signalling *signalling, uint64_t trunk_id,
                    const char *number, struct leg_target *ret_target);

/**
 * Calls out.
 *
 * @param call     borrowed
 * @param ret_leg  on success, the leg; `ended` will come
 *
 * @return 0, or
 *         -EINVAL  a header that would break the message, a bad target
 *         -ENOSPC  settings.max_legs reached; an emergency call has
 *                  SIGNAL_HELP_LEGS more
 *         -EBUSY   the trunk's channels are all in use
 *         -EPROTONOSUPPORT  the trunk or device requires SRTP, and this is
 *                  not by TLS
 *         -ESHUTDOWN  the stack drains, and it is no emergency call; or stops
 *         -ENOMEM, or why it could not be sent
 */
int leg_dial(struct signalling *signalling, const struct leg_call *call,
             struct leg **ret_leg);

void leg_set_id(struct leg *leg, uint64_t id);
uint64_t leg_id(const struct leg *leg);

/** The name of its dialog: the Call-ID, any bytes. Borrowed. */
struct leg_text leg_call_id(const struct leg *leg);

/**
 * The address our media should show to this peer: public_address when the
 * peer is not in a local network, else our own address towards it. Port 0.
 */
void leg_media_address(const struct leg *leg,
                       struct sockaddr_storage *ret_address);

/**
 * The same before there is a leg.
 */
void leg_target_media_address(const struct signalling *signalling,
                              const struct leg_target *target,
                              struct sockaddr_storage *ret_address);

/**
 * What the peer was told last: our media with the formats and payload types
 * agreed on, and our key. Those numbers are the ones that the peer sends to us.
 *
 * @return 0, or -ENODATA when it was told nothing yet
 */
int leg_local(const struct leg *leg, struct media_description *ret_local);

/**
 * Says that a call in is being worked on; by a response that waits for PRACK
 * when the caller demands it (then one at a time, the last wish wins; and none
 * after a late offer).
 *
 * @param code   180 or 183, or another 18x
 * @param local  early media: our answer, kept for leg_answer(); else NULL
 *
 * @return 0, or
 *         -EPROTO   not a call in, or answered or ended already
 *         -EINVAL   local after a late offer, or no common format
 *         -ENOMEM, or why it could not be sent
 */
int leg_progress(struct leg *leg, int code,
                 const struct media_description *local);

/**
 * Answers a call in with 200; as soon as early media said reliably have their
 * PRACK.
 *
 * @param local  our media; the formats are those that we can take
 *
 * @return 0, or
 *         -EPROTO  not a call in, or answered or ended already
 *         -EINVAL  no common format
 *         -ENOMEM, or why it could not be sent
 */
int leg_answer(struct leg *leg, const struct media_description *local);

/**
 * Refuses a call in.
 *
 * @param code     400 to 699
 * @param reason   phrase, ASCII; NULL: the usual one
 * @param headers  more header lines, each ended by CRLF, or NULL
 *
 * @return 0, or -EPROTO
 */
int leg_reject(struct leg *leg, int code, const char *reason,
               const char *headers);

/* Why a leg is hung up, as told to the peer (RFC 3326). */
enum leg_why {
    LEG_WHY_NORMAL,
    LEG_WHY_ANSWERED_ELSEWHERE, /* no missed call on the other phones */
    LEG_WHY_NO_ANSWER,
    LEG_WHY_COUNT,
};

/**
 * Ends a leg in any state: refuses a call in with 480, cancels a call out,
 * says BYE. `ended` follows in a later turn; later calls do nothing.
 */
void leg_hang_up(struct leg *leg, enum leg_why why);

/**
 * Offers our media anew: hold (direction MEDIA_SENDS), resume, another port.
 * Glare (491) and a pending offer of the peer are waited for and tried again.
 *
 * @return 0, or
 *         -EPROTO       not confirmed
 *         -EINPROGRESS  the last one has not been answered
 *         -ENOMEM, or why it could not be sent
 */
int leg_reoffer(struct leg *leg, const struct media_description *local);

/**
 * Reports on the transfer that the peer asked for, by NOTIFY.
 *
 * @param code  100 to 199 goes on; 200 or more ends it
 *
 * @return 0, or -EPROTO (none pending), -ENOMEM, or why it was not sent
 */
int leg_refer_result(struct leg *leg, int code);

/**
 * Tells a phone that rings to pick up, by NOTIFY within its dialog (Event:
 * talk, as many desk phones know it). Whether it does is seen by `answered`.
 *
 * @return 0, or -EPROTO (it does not ring), or why it could not be sent
 */
int leg_talk(struct leg *leg);

/**
 * Asks the peer for a transfer, by REFER. Whether it takes place is seen by
 * what the peer does: a good one hangs up on us. For robots.
 *
 * @param to  a URI, perhaps with Replaces; nothing that would break the message
 *
 * @return 0, or -EPROTO (not confirmed), -EINVAL, -ENOMEM, or why it could not
 *         be sent
 */
int leg_refer(struct leg *leg, const char *to);

/**
 * Says BYE in a dialog that another process of ours left behind. Nobody waits
 * for the answer.
 *
 * @return 0, or -EINVAL, -ENOMEM, or why it could not be sent
 */
int leg_left_bye(struct signalling *signalling, const struct leg_left *left);

#endif
