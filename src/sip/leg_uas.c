/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls in, until they are answered or refused. */

#include "sip/leg_inside.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sip/help.h"
#include "sip/overload.h"
#include "sip/registrar_table.h"
#include "sip/reply.h"
#include "sip/sanity.h"
#include "sip/trunk_table.h"

/* libre has answered the CANCEL and tells only before our final response. */
static void cancelled(void *arg)
{
    struct leg *leg = arg;

    leg_refuse_incoming(leg, 487, NULL, "");
    leg_over(leg, LEG_CANCELLED, 487);
}

static void undecided_too_long(void *arg)
{
    struct leg *leg = arg;

    leg_refuse_incoming(leg, 480, NULL, "");
    leg_over(leg, LEG_HUNG_UP, 480);
}

void leg_refuse_incoming(struct leg *leg, int code, const char *reason,
                         const char *headers)
{
    const struct signal_reply reply = {
        .code = code,
        .reason = reason,
        .headers = headers,
    };

    leg_reliable_stop(leg);
    if (leg->transaction)
        (void)signal_reply(leg->signalling, leg->invite, &reply,
                           &leg->transaction, NULL);
    leg->transaction = NULL;
}

static int begin_dialog(struct leg *leg, const struct sip_msg *msg)
{
    struct leg_left *dialog = &leg->dialog;
    struct pl tag;

    leg->in = true;
    leg->state = LEG_INCOMING;
    leg->invite = mem_ref((void *)msg);
    leg->invite_cseq = leg->peer_cseq = msg->cseq.num;
    leg_reliable_begin(leg, msg);
    re_snprintf(dialog->local_tag, sizeof(dialog->local_tag), "%016llx",
                msg->tag);

    if (pl_strcpy(&msg->callid, dialog->call_id, sizeof(dialog->call_id)) ||
        pl_strcpy(&msg->from.tag, dialog->remote_tag,
                  sizeof(dialog->remote_tag)) ||
        pl_strcpy(&msg->to.auri, dialog->local_uri,
                  sizeof(dialog->local_uri)) ||
        pl_strcpy(&msg->from.auri, dialog->remote_uri,
                  sizeof(dialog->remote_uri)) ||
        pl_strcpy(&msg->from.auri, dialog->target, sizeof(dialog->target)))
        return -EINVAL;

    pl_set_str(&tag, dialog->local_tag);
    hash_append(leg->signalling->legs->by_tag, hash_joaat_pl(&tag),
                &leg->by_tag, leg);
    leg_learn(leg, msg, true);

    const struct signal_reply trying = { .code = 100 };
    int err = sip_strans_alloc(&leg->transaction, leg->signalling->sip, msg,
                               cancelled, leg);

    return err ? -err
               : signal_reply(leg->signalling, msg, &trying, &leg->transaction,
                              NULL);
}

/* A trunk vouches for who calls; others say it themselves. */
static void read_caller(const struct leg *leg, const struct sip_msg *msg,
                        struct sip_addr *ret_caller)
{
    const struct sip_hdr *asserted =
        sip_msg_hdr(msg, SIP_HDR_P_ASSERTED_IDENTITY);

    if (leg->trunk_id && asserted &&
        sanity_read_address(&asserted->val, ret_caller))
        return;

    ret_caller->dname = msg->from.dname;
    ret_caller->uri = msg->from.uri;
}

static int tell(struct leg *leg, const struct sip_msg *msg)
{
    const struct signalling_handlers *handlers = &leg->signalling->handlers;
    const struct sip_hdr *agent = sip_msg_hdr(msg, SIP_HDR_USER_AGENT);
    struct pl nothing = PL("");
    struct sip_addr caller;
    struct leg_invite invite = {
        .trunk_id = leg->trunk_id,
        .device_id = leg->device_id,
        .is_emergency = leg->is_emergency,
        .offer = leg->has_remote ? &leg->remote.audio : NULL,
    };

    read_caller(leg, msg, &caller);
    struct pl user = leg_user_of(&caller.uri);

    signal_address_from_sa(&msg->src, &invite.source);
    int rc = leg_unescape(&msg->uri.user, &invite.called);
    if (rc == 0)
        rc = leg_unescape(&user, &invite.caller);
    if (rc == 0)
        rc = leg_unquote(&caller.dname, &invite.caller_name);
    if (rc == 0)
        rc = leg_unquote(&msg->callid, &invite.call_id);
    if (rc == 0)
        rc = leg_unquote(agent ? &agent->val : &nothing, &invite.user_agent);
    if (rc == 0)
        handlers->leg.incoming(handlers->arg, leg, &invite);

    leg_text_done(&invite.called);
    leg_text_done(&invite.caller);
    leg_text_done(&invite.caller_name);
    leg_text_done(&invite.call_id);
    leg_text_done(&invite.user_agent);
    return rc;
}

static bool identify(struct signalling *signalling, const struct sip_msg *msg,
                     struct trunk **ret_trunk, uint64_t *ret_device_id)
{
    *ret_trunk = trunk_find_source(signalling->trunks, &msg->src, msg->tp);
    *ret_device_id = 0;

    return *ret_trunk || signal_authenticate(signalling, msg, ret_device_id);
}

/* Of an INVITE that is answered and acknowledged, or whose call is over. To one
   that is only late nobody waits for an answer; one that came by another way is
   merged (RFC 3261, 8.2.2.2). */
static bool is_copy(struct signalling *signalling, const struct sip_msg *msg)
{
    const struct leg_recent *recent = signalling->legs->recent;
    int64_t now_us = loop_now_us(signalling->loop);

    if (!leg_recent_has(recent, leg_recent_invite_key(recent, msg), now_us))
        return false;
    if (!leg_recent_has(recent, leg_recent_way_key(recent, msg), now_us))
        signal_refuse(signalling, msg, 482, NULL, "");
    return true;
}

static void take_call(struct leg *leg, const struct sip_msg *msg)
{
    struct signalling *signalling = leg->signalling;

    if (begin_dialog(leg, msg) < 0) {
        signal_refuse(signalling, msg, 500, NULL, "");
        leg_drop(leg);
        return;
    }

    signalling->stats.invites_in++;
    loop_start_timer(signalling->loop, &leg->undecided,
                     (int64_t)LEG_UNDECIDED_S * 1000000, undecided_too_long,
                     leg);
    if (tell(leg, msg) < 0) {
        leg_refuse_incoming(leg, 500, NULL, "");
        leg_drop(leg);
    }
}

static bool refuse_short(struct signalling *signalling,
                         const struct sip_msg *msg)
{
    char min[32];

    if (!leg_session_is_short(signalling, msg))
        return false;

    snprintf(min, sizeof(min), "Min-SE: %u\r\n",
             signalling->settings.min_session_s);
    signal_refuse(signalling, msg, 422, NULL, min);
    return true;
}

/* Only whoever has the other half of a dialog may name it; and nobody takes a
   call over by an INVITE here (RFC 3891, 3). */
static bool refuse_replaces(struct signalling *signalling,
                            const struct sip_msg *msg, uint64_t device_id)
{
    const struct sip_hdr *header = sip_msg_hdr(msg, SIP_HDR_REPLACES);
    struct leg *leg;

    if (!header)
        return false;

    int code = leg_replaces(signalling, &header->val, device_id, &leg);

    signal_refuse(signalling, msg, code ? code : 603, NULL, "");
    return true;
}

/* Who calls for help is heard by whatever means. */
static enum media_srtp srtp_of(const struct signalling *signalling,
                               const struct trunk *trunk, uint64_t device_id,
                               bool is_help)
{
    enum media_srtp srtp =
        trunk ? trunk->settings.srtp
              : registrar_srtp(signalling->registrar, device_id);

    return is_help && srtp == MEDIA_SRTP_REQUIRED ? MEDIA_SRTP_OPTIONAL : srtp;
}

/* Without one the offer is ours, and may have to be of encrypted audio. */
static bool refuse_offer(struct signalling *signalling,
                         const struct sip_msg *msg, enum media_srtp srtp,
                         struct media_sdp *ret_offer)
{
    enum media_sdp_fault fault = MEDIA_SDP_FINE;
    char headers[MEDIA_SDP_HEADERS_SIZE];

    if (mbuf_get_left(msg->mb) > 0)
        fault = leg_read_sdp(msg, srtp, ret_offer);
    else if (srtp == MEDIA_SRTP_REQUIRED && msg->tp != SIP_TRANSP_TLS)
        fault = MEDIA_SDP_NOT_SECRET;
    if (!fault)
        return false;

    if (fault == MEDIA_SDP_NO_MEMORY) { /* another server may have some */
        signal_refuse_busy(signalling, msg);
        return true;
    }

    int code = media_sdp_refusal(fault, headers);

    signalling->stats.refused_sdp++;
    signal_refuse(signalling, msg, code, NULL, headers);
    return true;
}

void leg_incoming(struct signalling *signalling, const struct sip_msg *msg)
{
    struct trunk *trunk;
    uint64_t device_id;
    struct leg *leg;
    struct media_sdp offer;
    bool has_offer = mbuf_get_left(msg->mb) > 0;

    if (is_copy(signalling, msg) || signal_refuse_copy(signalling, msg) ||
        !identify(signalling, msg, &trunk, &device_id) ||
        refuse_replaces(signalling, msg, device_id) ||
        refuse_short(signalling, msg))
        return;
    if (trunk && signal_is_overloaded(signalling, msg)) {
        signal_turn_away(signalling, msg);
        return;
    }

    bool is_help = !trunk && help_is_called(signalling, msg, device_id);
    enum media_srtp srtp = srtp_of(signalling, trunk, device_id, is_help);

    if (signalling->draining && !is_help) {
        signal_refuse_busy(signalling, msg);
        return;
    }

    if (refuse_offer(signalling, msg, srtp, &offer))
        return;
    if (leg_new(signalling, is_help, &leg) < 0) {
        signal_turn_away(signalling, msg);
        return;
    }
    if (trunk && !trunk_take_channel(trunk, true)) {
        signal_refuse_busy(signalling, msg);
        leg_drop(leg);
        return;
    }

    leg->has_channel = trunk;
    leg->trunk_id = trunk ? trunk->settings.id : 0;
    leg->device_id = device_id;
    leg->is_emergency = is_help;
    leg->srtp = srtp;
    leg->has_remote = has_offer;
    if (has_offer)
        leg->remote = offer;
    take_call(leg, msg);
}

/* An answer given with a 18x stands (RFC 3261, 13.2.1). */
static int write_description(struct leg *leg,
                             const struct media_description *local)
{
    if (leg->sdp)
        return 0;
    if (leg->has_remote)
        return leg_write_answer(leg, local);

    leg->wanted = *local;

    int rc = leg_write_offer(leg, &leg->sdp);
    if (rc == 0)
        leg->local = leg->wanted;

    return rc;
}

int leg_answer_now(struct leg *leg)
{
    struct sip_strans *transaction = leg->transaction;

    leg_reliable_stop(leg);
    int rc =
        leg_reply_with(leg, &leg->transaction, leg->invite, !leg->has_remote);
    if (rc == 0) {
        leg_linger(leg, transaction);
        leg->state = LEG_ANSWERED;
        loop_stop_timer(leg->signalling->loop, &leg->undecided);
    }

    return rc;
}

int leg_answer(struct leg *leg, const struct media_description *local)
{
    assert(leg && local);

    if (leg->state != LEG_INCOMING)
        return -EPROTO;

    int rc = write_description(leg, local);
    if (rc < 0)
        return rc;

    if (leg_reliable_holds(leg))
        return 0;

    return leg_lost_when(leg, leg_answer_now(leg));
}

int leg_reject(struct leg *leg, int code, const char *reason,
               const char *headers)
{
    assert(leg && code >= 400 && code <= 699);

    if (leg->state != LEG_INCOMING)
        return -EPROTO;

    leg->signalling->stats.turned_away += code == 503;
    leg_refuse_incoming(leg, code, reason, headers ? headers : "");
    leg_over(leg, LEG_HUNG_UP, code);
    return 0;
}
