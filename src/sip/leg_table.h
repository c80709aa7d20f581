/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a leg is and where it is kept, for the inside of the stack. */

#ifndef SIP_LEG_TABLE_H
#define SIP_LEG_TABLE_H

#include "sip/leg.h"
#include "sip/leg_recent.h"
#include "sip/libre.h"
#include "sip/media_sdp.h"
#include "sip/stack.h"
#include "sip/wheel.h"

enum {
    LEG_SDP_SIZE = 2048,
    LEG_NUMBER_MAX = 127,
    LEG_UNDECIDED_S = 600,  /* ringing in or out, at the very most */
    LEG_HELP_SILENT_S = 8,  /* of an emergency call's trunk: after five INVITEs
                              not a word, not even that it tries */
    LEG_HELP_TRYING_S = 32, /* it tries, and nothing rings */
    LEG_LEFT_CSEQ_ROOM = 1000,
};

enum leg_state {
    LEG_INCOMING,  /* in: no final response yet */
    LEG_ANSWERED,  /* in: 200 sent, ACK awaited */
    LEG_CALLING,   /* out: no final response yet */
    LEG_CONFIRMED, /* 200 and ACK were exchanged */
    LEG_OVER,      /* `ended` was told or will be; what is still under way
                      keeps the leg in memory */
};

/* A 200 of ours to an INVITE, repeated until its ACK comes (RFC 3261,
   13.3.1.4: the transaction does not do that). */
struct leg_reply {
    struct mbuf *message; /* NULL: none waits for an ACK */
    struct sip_msg *invite;
    struct sa destination;
    bool offers; /* the answer comes with the ACK */
    int64_t interval_us;
    struct wheel_timer again;
    struct wheel_timer give_up;
};

/* How long the session lives without a refresh (RFC 4028). */
struct leg_session {
    uint32_t interval_s; /* 0: for ever */
    uint32_t min_s;      /* the longest Min-SE that was heard */
    uint8_t refusals;    /* by 422, since the last refresh */
    bool ours;           /* we refresh it */
    bool by_update;      /* the peer allows UPDATE */
    struct wheel_timer refresh;
    struct wheel_timer expiry;
};

/* A 18x of ours that waits for its PRACK (RFC 3262). */
struct leg_reliable {
    bool demanded;        /* by the caller */
    struct mbuf *message; /* NULL: none waits */
    bool has_sdp;         /* so that an answer waits, too */
    bool answers;         /* and one does */
    int next_code;        /* of the 18x to follow, or 0 */
    uint32_t number;      /* RSeq of the last one */
    int64_t interval_us;
    struct wheel_timer again;
    struct wheel_timer give_up;
};

enum {
    LEG_BRANCHES = 4,
};

/* A branch of a fork that wants PRACK: how far it has come. */
struct leg_branch {
    uint32_t tag_key;
    uint32_t number; /* 0: unused */
};

struct leg {
    struct le by_tag;
    struct signalling *signalling;
    uint64_t id;
    uint64_t trunk_id, device_id;
    bool in;
    bool is_emergency;    /* in: a device calls for help */
    bool is_help_out;     /* out, by a trunk: another one may do better soon */
    bool has_channel;     /* of the trunk */
    enum media_srtp srtp; /* what the trunk or device wants */
    enum leg_state state;

    struct leg_left dialog; /* cseq: the last one we used */
    bool stored;            /* dialog_up was told */
    struct sa peer;         /* where it talks from */
    uint32_t peer_cseq;     /* of the last request in the dialog, and... */
    int peer_code;          /* ... how it was answered, to say so again */
    uint32_t invite_cseq;   /* of the INVITE that made the dialog */

    struct leg_end end;
    bool told_end;
    struct wheel_timer tell_end;
    struct wheel_timer undecided;

    struct sip_strans *transaction; /* in: of the first INVITE, unanswered */
    struct sip_msg *invite;         /* in: the same */
    struct leg_reliable reliable;
    struct leg_reply reply;
    struct sip_strans *lingering; /* in: the same, answered; we free it with
                                     the ACK, libre after 32 s */
    struct wheel_timer linger;

    struct signal_sent *inviting; /* out: the first INVITE */
    char branch[SIGNAL_BRANCH_SIZE];
    char *invite_headers;
    char *caller_name; /* quoted */
    bool heard;        /* a provisional response came */
    int undecided_s;   /* how long it may take, as far as is known */
    struct leg_branch branches[LEG_BRANCHES];
    uint32_t branch_count;
    const char *cancel;      /* Reason header of the CANCEL wanted, or NULL */
    struct mbuf *cancelling; /* sent and not answered */
    int64_t cancel_interval_us;
    struct wheel_timer cancel_again;
    struct wheel_timer cancel_give_up;
    struct sip_auth *auth; /* NULL: no trunk, or never asked */
    uint32_t proved_cseq;  /* of the last request sent with a proof */

    struct media_description local; /* agreed, when sdp is set */
    struct media_sdp remote;
    bool has_remote;
    char remote_of[LEG_TAG_MAX + 1]; /* out: the branch of a fork it is of */
    char *sdp;                       /* ours, as last told */
    uint64_t session_id;
    uint32_t sdp_version;

    struct signal_sent *leaving; /* BYE */

    struct media_description wanted; /* what the user asked for last */
    char *wanted_sdp;
    bool reoffer_wanted;
    struct signal_sent *reoffering;
    struct wheel_timer reoffer_again;
    struct wheel_timer reoffer_limit; /* libre waits for ever after a 100 */
    uint32_t reoffer_cseq;
    bool refresh_wanted; /* by re-INVITE */
    bool refreshing;     /* that is what `reoffering` is */

    struct leg_session session;
    struct signal_sent *updating;

    bool refer_pending;
    uint32_t refer_cseq;
    struct signal_sent *notifying;
};

struct leg_table {
    struct hash *by_tag;
    uint32_t count;
    struct leg_recent *recent;
};

/* leg_life.c */

int leg_table_new(struct leg_table **ret_table);
struct leg_table *leg_table_free(struct leg_table *table);

/**
 * @param is_help  of an emergency call: SIGNAL_HELP_LEGS more than max_legs
 *
 * @return 0, or -ENOSPC, -ENOMEM
 */
int leg_new(struct signalling *signalling, bool is_help, struct leg **ret_leg);

/** Frees a leg that was never told to anybody. */
void leg_drop(struct leg *leg);

struct leg *leg_find(const struct signalling *signalling,
                     const struct pl *local_tag);

/** Ends a leg: `ended` will be told in a later turn. Only the first counts. */
void leg_over(struct leg *leg, enum leg_cause cause, int code);

/** Tells `ended` now, when it is still to be told: in answer to a message, never
    inside of a function of leg.h. The leg stays until leg_settle(). */
void leg_tell_end(struct leg *leg);

/** Takes code, Reason and Retry-After of a message along. */
void leg_over_by(struct leg *leg, enum leg_cause cause,
                 const struct sip_msg *msg);

/** Frees a leg when nothing keeps it any more. Last thing a callback does. */
void leg_settle(struct leg *leg);

/**
 * Asks the other end of each leg of a device whether it still knows it, by
 * refreshing the session: 481, or silence, ends the leg. O(legs).
 */
void leg_probe_device(struct signalling *signalling, uint64_t device_id);

/** Notes the INVITE that made the leg: a copy of it is no new call. */
void leg_remember_invite(struct leg *leg);

int64_t leg_t1_us(const struct leg *leg);

#endif
