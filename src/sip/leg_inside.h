/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files leg_*.c do for each other, and for the doors of the stack. */

#ifndef SIP_LEG_INSIDE_H
#define SIP_LEG_INSIDE_H

#include "sip/leg_table.h"

/* leg_route.c: the proxies on the way */

/** Takes the route set as it came when we were called, the other way round when
    we called. One that does not fit is none: then requests go where the peer
    talks from. */
void leg_learn_route(const struct leg *leg, const struct sip_msg *msg,
                     struct leg_left *dialog);

/** @return whether there is one that can be read */
bool leg_first_route(const char *route, struct uri *ret_uri);

/* What a request of a dialog says of its way. */
struct leg_way {
    char uri[LEG_URI_MAX + 1]; /* Request-URI */
    char *route;               /* a Route header, or ""; mem_deref() it */
};

/** The target with the whole route set; to a strict router, which has no lr,
    that router with the rest and the target behind it (12.2.1.1).
    @return 0 or -ENOMEM */
int leg_find_way(const struct leg_left *dialog, struct leg_way *ret_way);

/* leg_dialog.c: what every request in a dialog has */

/** Learns target and route set from an INVITE or a 2xx to ours. */
void leg_learn(struct leg *leg, const struct sip_msg *msg, bool route_set);

/** The dialog that a response to our INVITE makes, beside the leg's own when
    another branch of a fork sent it (RFC 3261, 12.1.2). */
void leg_other_dialog(const struct leg *leg, const struct sip_msg *msg,
                      struct leg_left *ret_dialog);

/** Finds out where requests of a dialog go to now. */
void leg_find_next_hop(const struct leg *leg, const struct sip_msg *msg,
                       struct leg_left *dialog);

/** Tells dialog_up. */
void leg_store(struct leg *leg);

/** Sends a request in a dialog, with that CSeq. */
int leg_send_in(struct signalling *signalling, const struct leg_left *dialog,
                uint32_t cseq, struct signal_request *request,
                signal_responded_h *responded, void *arg,
                struct signal_sent **ret_sent);

/** The same in the leg's own, with its next CSeq. */
int leg_send(struct leg *leg, struct signal_request *request,
             signal_responded_h *responded, struct signal_sent **ret_sent);

int leg_ack(struct leg *leg, uint32_t cseq);
void leg_bye(struct leg *leg, const char *reason_header);

/** Thanks and hangs up on a peer whose answer came too late or twice. */
void leg_dismiss(struct leg *leg, const struct sip_msg *msg);

/* leg_media.c: SDP of a leg */

/** Answers leg->remote with `local`. @return 0, or -EINVAL, -ENOMEM */
int leg_write_answer(struct leg *leg, const struct media_description *local);

/** Offers leg->wanted, which gets its key here. @return 0, or -ENOMEM */
int leg_write_offer(struct leg *leg, char **ret_sdp);

/** Makes leg->sdp the offer of a call out. @return 0, or -ENOMEM */
int leg_write_first_offer(struct leg *leg);

/** Writes that offer once more without the key, which was optional: from then
    on the leg has none. @return whether there was one to leave out */
bool leg_offer_plainly(struct leg *leg);

/** Whether two descriptions of a peer ask the same of us. */
bool leg_same_media(const struct media_description *one,
                    const struct media_description *other);

/** Reads the offer in a message; keys only of one that came by TLS. */
enum media_sdp_fault leg_read_sdp(const struct sip_msg *msg,
                                  enum media_srtp srtp,
                                  struct media_sdp *ret_sdp);

/** Reads the answer to an offer of ours: its key must be for the suite and the
    tag that were offered (RFC 4568, 7.1.3). */
enum media_sdp_fault leg_read_answer(const struct leg *leg,
                                     const struct sip_msg *msg,
                                     const struct media_description *offered,
                                     struct media_sdp *ret_sdp);

void leg_refuse_sdp(struct leg *leg, const struct sip_msg *msg,
                    enum media_sdp_fault fault);

/* leg_reply.c */

/**
 * Sends a response that makes a dialog, or belongs to it: with our Contact, and
 * with leg->sdp if there is one. Like signal_reply().
 */
int leg_reply_in_dialog(struct leg *leg, struct sip_strans **transaction,
                        const struct sip_msg *invite, int code,
                        struct mbuf **ret_message);

/** Answers an INVITE with 200 and leg->sdp. */
int leg_reply_with(struct leg *leg, struct sip_strans **transaction,
                   const struct sip_msg *invite, bool offers);
void leg_reply_stop(struct leg *leg);
void leg_acked(struct leg *leg, const struct sip_msg *ack);

/** Whether an ACK is one to a 200 of ours that waits for it. */
bool leg_awaits_ack(const struct signalling *signalling,
                    const struct sip_msg *ack);

/** Keeps the answered transaction of an INVITE against copies of it. From the
    ACK on, which says that the answer has arrived, a note is enough. */
void leg_linger(struct leg *leg, struct sip_strans *transaction);
void leg_linger_stop(struct leg *leg);

/** Sends the 200 to a call in. */
int leg_answer_now(struct leg *leg);

/* leg_progress.c */

/** Notes whether the caller demands PRACK. */
void leg_reliable_begin(struct leg *leg, const struct sip_msg *invite);

/** Whether an answer has to wait for PRACK; then it goes out with that. */
bool leg_reliable_holds(struct leg *leg);
void leg_reliable_stop(struct leg *leg);

/** Headers of a 18x. */
int leg_reliable_print(struct re_printf *pf, const struct leg *leg);
void leg_pracked(struct leg *leg, const struct sip_msg *msg);

/** What cannot be sent to the caller has lost the caller. @return rc */
int leg_lost_when(struct leg *leg, int rc);

/* leg_prack.c */

/** Acknowledges a 18x that wants it. @return false for a copy, or one that came
    before its turn: to be left alone */
bool leg_prack(struct leg *leg, const struct sip_msg *msg);

/* leg_session.c */

/** Whether a request wants a shorter session than we take: 422. */
bool leg_session_is_short(const struct signalling *signalling,
                          const struct sip_msg *request);

/** Settles the session as the one who answers, and starts it anew. */
void leg_session_take(struct leg *leg, const struct sip_msg *request);

/** The same as the one who asked, from a 2xx. */
void leg_session_learn(struct leg *leg, const struct sip_msg *response);

/** Takes a 422 in. @return whether to ask again */
bool leg_session_lengthen(struct leg *leg, const struct sip_msg *refusal);

/** Tries to refresh once more, well before the session ends. */
void leg_session_again(struct leg *leg);
void leg_session_stop(struct leg *leg);

/** Headers of a request, and of a 2xx. */
int leg_session_print_wish(struct re_printf *pf, const struct leg *leg);
int leg_session_print_word(struct re_printf *pf, const struct leg *leg);

/* leg_update.c */

/** An UPDATE of the peer's. */
void leg_updated(struct leg *leg, const struct sip_msg *msg);

/** Whether an offer in the dialog may be answered now; else it is refused. */
bool leg_takes_offer(struct leg *leg, const struct sip_msg *msg);

/** Answers the offer in a request that is no INVITE. */
void leg_take_offer(struct leg *leg, const struct sip_msg *msg);

/** 200 to such a request; with our SDP when it had one, copies of it too. */
int leg_accept(struct leg *leg, const struct sip_msg *msg);

/** Refreshes the session by UPDATE. */
void leg_update(struct leg *leg);

/* leg_reinvite.c */

/** Answers an offer in the dialog by `reply`. @return 0, or -EINVAL (no common
    format), -ENOMEM, or what reply returned; then all is as it was */
int leg_answer_offer(struct leg *leg, const struct sip_msg *msg,
                     const struct media_sdp *offer,
                     int (*reply)(struct leg *leg, const struct sip_msg *msg));

/** Learns the target anew, and has the dialog stored when it changed. */
void leg_retarget(struct leg *leg, const struct sip_msg *msg);

/* leg_request.c */

/** Answers a request in the dialog, without a transaction. */
void leg_respond(struct leg *leg, const struct sip_msg *msg, int code,
                 const char *headers);

/* leg_uas.c */

void leg_incoming(struct signalling *signalling, const struct sip_msg *msg);
void leg_refuse_incoming(struct leg *leg, int code, const char *reason,
                         const char *headers);

/* leg_uac.c, leg_cancel.c */

void leg_cancel(struct leg *leg, const char *reason_header);
void leg_cancel_heard(struct leg *leg);
void leg_cancel_stop(struct leg *leg);
void leg_cancel_answered(struct leg *leg);

/* leg_hangup.c */

/** Ends a leg as leg_hang_up() does, for another cause. */
void leg_end_for(struct leg *leg, enum leg_cause cause, enum leg_why why);

/* leg_request.c, leg_reinvite.c, leg_reoffer.c, leg_refer.c */

/** A request with a tag of ours in To. */
void leg_request(struct signalling *signalling, const struct sip_msg *msg);

/** A response that belongs to no transaction. */
void leg_stray_response(struct signalling *signalling,
                        const struct sip_msg *msg);
void leg_reinvited(struct leg *leg, const struct sip_msg *msg);
void leg_reoffer_now(struct leg *leg);
void leg_reoffer_stop(struct leg *leg);
void leg_referred(struct leg *leg, const struct sip_msg *msg);

/* leg_challenge.c */

/**
 * Takes a 401 or 407 of the leg's trunk in. The same request is to be sent once
 * more, next, and has the proof then.
 *
 * @return whether it is worth it
 */
bool leg_prove(struct leg *leg, const struct sip_msg *challenge);

/* leg_replaces.c: which of our dialogs is meant, and whose it is (RFC 3891) */

/**
 * @param value  of the header: Call-ID and tags, as its sender sees them
 * @param owner  device that asks
 *
 * @return 0, or what it is refused with: 400, 481 (no such dialog), 403
 *         (another's), 486 (wanted before its answer only)
 */
int leg_replaces(const struct signalling *signalling, const struct pl *value,
                 uint64_t owner, struct leg **ret_leg);

/** The same from the headers of a URI. @return also 603: there is none */
int leg_replaces_in_uri(const struct signalling *signalling,
                        const struct pl *headers, uint64_t owner,
                        struct leg **ret_leg);

/* leg_target.c */

/** Reads the number that a redirecting response names first; "" when what it
 *  names is no number. */
void leg_read_redirect(const struct sip_msg *msg,
                       char ret_number[LEG_REDIRECT_MAX + 1]);

/* leg_text.c */

/** Undoes %XX. @return 0, or -ENOMEM; release with mem_deref() */
int leg_unescape(const struct pl *escaped, struct leg_text *ret_text);

/** Undoes the quoting of a display name. */
int leg_unquote(const struct pl *quoted, struct leg_text *ret_text);
void leg_text_done(struct leg_text *text);

/** The user part of a sip URI, or the number of a tel URI. */
struct pl leg_user_of(const struct uri *uri);

/** Writes a display name as a quoted string, without control characters. */
int leg_print_name(struct re_printf *pf, const char *name);

/** True when a text has no CR, LF, NUL in it and is not too long. */
bool leg_is_line(const char *text, size_t max);

#endif
