/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calls out, until they are answered or fail. */

#include "sip/leg_inside.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sip/registrar_table.h"
#include "sip/trunk_table.h"

static int send_invite(struct leg *leg);

static bool take_remote(struct leg *leg, const struct sip_msg *msg)
{
    struct media_sdp remote;

    if (leg_read_answer(leg, msg, &leg->local, &remote) != MEDIA_SDP_FINE)
        return false;

    leg->remote = remote;
    leg->has_remote = true;
    (void)pl_strcpy(&msg->to.tag, leg->remote_of, sizeof(leg->remote_of));
    return true;
}

/* The peer's answer, or what it said early in the same dialog. */
static bool read_answer(struct leg *leg, const struct sip_msg *msg)
{
    if (mbuf_get_left(msg->mb) == 0)
        return leg->has_remote && pl_strcmp(&msg->to.tag, leg->remote_of) == 0;

    return take_remote(leg, msg);
}

static void answered(struct leg *leg, const struct sip_msg *msg)
{
    const struct signalling_handlers *handlers = &leg->signalling->handlers;
    bool usable = read_answer(leg, msg);

    (void)pl_strcpy(&msg->to.tag, leg->dialog.remote_tag,
                    sizeof(leg->dialog.remote_tag));
    leg_learn(leg, msg, true);
    (void)leg_ack(leg, leg->invite_cseq);
    trunk_note_result(leg->signalling->trunks, leg->trunk_id, 200);

    if (leg->state == LEG_OVER) {
        leg_bye(leg, NULL); /* cancelled, and the 200 crossed that */
        return;
    }
    if (!usable) {
        leg_bye(leg, "Reason: SIP;cause=488\r\n");
        leg_over(leg, LEG_NO_MEDIA, 0);
        return;
    }

    leg->state = LEG_CONFIRMED;
    leg_session_learn(leg, msg);
    loop_stop_timer(leg->signalling->loop, &leg->undecided);
    leg_store(leg);
    handlers->leg.answered(handlers->arg, leg, &leg->remote.audio);
}

static void undecided_too_long(void *arg)
{
    struct leg *leg = arg;

    if (leg->is_help_out && !leg->heard)
        trunk_note_result(leg->signalling->trunks, leg->trunk_id, 0);
    leg_cancel(leg, "");
    leg_over(leg, LEG_SILENT, 0);
    leg_settle(leg);
}

/* Only ever longer: 100 may come behind 180, by UDP, and as often as the peer
   likes. */
static void decide_within(struct leg *leg, int seconds)
{
    if (leg->state != LEG_CALLING || seconds <= leg->undecided_s)
        return;

    leg->undecided_s = seconds;
    loop_start_timer(leg->signalling->loop, &leg->undecided,
                     (int64_t)seconds * 1000000, undecided_too_long, leg);
}

static void progressed(struct leg *leg, const struct sip_msg *msg)
{
    const struct signalling_handlers *handlers = &leg->signalling->handlers;

    leg->heard = true;
    if (leg->is_help_out)
        decide_within(leg,
                      msg->scode == 100 ? LEG_HELP_TRYING_S : LEG_UNDECIDED_S);
    leg_cancel_heard(leg);
    if (!leg_prack(leg, msg) || leg->state == LEG_OVER || msg->scode == 100)
        return;

    bool has_early = mbuf_get_left(msg->mb) > 0 && take_remote(leg, msg);

    leg->peer = msg->src;
    (void)pl_strcpy(&msg->to.tag, leg->dialog.remote_tag,
                    sizeof(leg->dialog.remote_tag));
    handlers->leg.ringing(handlers->arg, leg, msg->scode,
                          has_early ? &leg->remote.audio : NULL);
}

static bool try_credentials(struct leg *leg, const struct sip_msg *msg)
{
    if (leg->state == LEG_OVER || !leg_prove(leg, msg))
        return false;

    leg->dialog.remote_tag[0] = '\0';
    return send_invite(leg) == 0;
}

/* 422: the same once more, with an interval that will do (RFC 4028, 7.3). */
static bool try_longer(struct leg *leg, const struct sip_msg *msg)
{
    if (leg->state == LEG_OVER || !leg_session_lengthen(leg, msg))
        return false;

    leg->dialog.remote_tag[0] = '\0';
    return send_invite(leg) == 0;
}

/* 488 to an offer with a key that need not be one: the same call without. */
static bool try_plain(struct leg *leg, const struct sip_msg *msg)
{
    if (leg->state == LEG_OVER || msg->scode != 488 || !leg_offer_plainly(leg))
        return false;

    leg->dialog.remote_tag[0] = '\0';
    return send_invite(leg) == 0;
}

static bool try_again(struct leg *leg, const struct sip_msg *msg)
{
    return try_credentials(leg, msg) || try_longer(leg, msg) ||
           try_plain(leg, msg);
}

static void responded(const struct sip_msg *msg, void *arg)
{
    struct leg *leg = arg;

    if (msg && msg->scode < 200) {
        progressed(leg, msg);
        leg_settle(leg);
        return;
    }

    leg_cancel_stop(leg);
    if (msg && msg->scode < 300) {
        answered(leg, msg);
    } else if (!msg || !try_again(leg, msg)) {
        if (!leg->cancel)
            trunk_note_result(leg->signalling->trunks, leg->trunk_id,
                              msg ? msg->scode : 0);
        if (!msg && leg->device_id)
            registrar_suspect(leg->signalling, leg->device_id,
                              &leg->dialog.next_hop);
        leg_over_by(leg, msg ? LEG_REFUSED : LEG_SILENT, msg);
    }

    leg_settle(leg);
}

static int print_invite(struct re_printf *pf, const struct leg *leg)
{
    return re_hprintf(pf, "%s%H", leg->invite_headers, leg_session_print_wish,
                      leg);
}

static int send_invite(struct leg *leg)
{
    struct signal_request request = {
        .method = "INVITE",
        .from_name = leg->caller_name,
        .contact_user = "cclite",
        .content_type = "application/sdp",
        .body = leg->sdp,
        .body_length = strlen(leg->sdp),
        .ret_branch = leg->branch,
    };

    char *headers = NULL;

    int rc = -re_sdprintf(&headers, "%H", print_invite, leg);
    if (rc < 0)
        return rc;

    leg->heard = false;
    request.headers = headers;
    rc = leg_send(leg, &request, responded, &leg->inviting);
    leg->invite_cseq = leg->dialog.cseq;
    mem_deref(headers);
    return rc;
}

static int print_headers(struct re_printf *pf, void *arg)
{
    const struct leg_call *call = arg;
    int err = 0;

    if (call->auto_answer)
        err = re_hprintf(pf, "Call-Info: <sip:cclite>;answer-after=0\r\n"
                             "Alert-Info: <http://cclite>;"
                             "info=alert-autoanswer;delay=0\r\n");
    for (size_t i = 0; i < call->header_count && !err; i++)
        err = re_hprintf(pf, "%s: %s\r\n", call->headers[i].name,
                         call->headers[i].value);

    return err;
}

static bool is_header(const struct leg_header *header)
{
    size_t length = strspn(header->name, "abcdefghijklmnopqrstuvwxyz"
                                         "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                         "0123456789-");

    return length > 0 && header->name[length] == '\0' &&
           leg_is_line(header->value, LEG_TEXT_MAX);
}

static int check_call(const struct leg_call *call)
{
    struct pl uri;
    struct uri parsed;

    pl_set_str(&uri, call->target->request_uri);
    if (uri_decode(&parsed, &uri) || strlen(call->caller) > LEG_NUMBER_MAX ||
        strlen(call->caller_name) > LEG_TEXT_MAX ||
        call->local->format_count == 0 || call->header_count > LEG_HEADERS_MAX)
        return -EINVAL;

    for (size_t i = 0; i < call->header_count; i++)
        if (!is_header(&call->headers[i]))
            return -EINVAL;

    return 0;
}

static int name_dialog(struct leg *leg, const struct leg_call *call)
{
    struct leg_left *dialog = &leg->dialog;
    struct pl caller, tag;
    struct sa shown;

    pl_set_str(&caller, call->caller);
    int rc = signal_shown_address(leg->signalling,
                                  signal_to_transp(dialog->transport),
                                  &leg->peer, &shown);
    if (rc < 0)
        return rc;
    if (re_snprintf(dialog->local_uri, sizeof(dialog->local_uri), "sip:%H%s%J",
                    uri_user_escape, &caller, caller.l ? "@" : "", &shown) < 0)
        return -EINVAL;

    memcpy(dialog->target, call->target->request_uri, sizeof(dialog->target));
    memcpy(dialog->remote_uri, call->target->request_uri,
           sizeof(dialog->remote_uri));
    re_snprintf(dialog->local_tag, sizeof(dialog->local_tag), "%016llx",
                rand_u64());
    re_snprintf(dialog->call_id, sizeof(dialog->call_id), "%016llx%016llx",
                rand_u64(), rand_u64());
    pl_set_str(&tag, dialog->local_tag);
    hash_append(leg->signalling->legs->by_tag, hash_joaat_pl(&tag),
                &leg->by_tag, leg);
    return 0;
}

/* @return 0, or -EPROTONOSUPPORT: it must be encrypted, and cannot be */
static int choose_srtp(struct leg *leg, const struct leg_call *call)
{
    const struct signalling *signalling = leg->signalling;
    const struct leg_target *target = call->target;
    const struct trunk *trunk =
        trunk_find(signalling->trunks, target->trunk_id);

    leg->srtp = trunk
                    ? trunk->settings.srtp
                    : registrar_srtp(signalling->registrar, target->device_id);
    if (call->is_emergency && leg->srtp == MEDIA_SRTP_REQUIRED)
        leg->srtp = MEDIA_SRTP_OPTIONAL;

    return leg->srtp == MEDIA_SRTP_REQUIRED && target->transport != SIGNAL_TLS
               ? -EPROTONOSUPPORT
               : 0;
}

static int prepare(struct leg *leg, const struct leg_call *call)
{
    leg->id = call->id;
    leg->state = LEG_CALLING;
    leg->device_id = call->target->device_id;
    leg->dialog.transport = call->target->transport;
    leg->dialog.next_hop = call->target->next_hop;
    leg->local = leg->wanted = *call->local;

    int rc = signal_address_to_sa(&call->target->next_hop, &leg->peer);
    if (rc == 0)
        rc = choose_srtp(leg, call);
    if (rc == 0)
        rc = name_dialog(leg, call);
    if (rc == 0)
        rc = leg_write_first_offer(leg);
    if (rc < 0)
        return rc;

    int err = re_sdprintf(&leg->invite_headers,
                          SIGNAL_ALLOW SIGNAL_SUPPORTED
                          "Accept: application/sdp\r\n%H",
                          print_headers, call);
    if (!err)
        err = re_sdprintf(&leg->caller_name, "%H", leg_print_name,
                          call->caller_name);

    return -err;
}

static int take_trunk(struct leg *leg, uint64_t trunk_id, bool is_emergency)
{
    if (trunk_id == 0)
        return 0;

    struct trunk *trunk = trunk_find(leg->signalling->trunks, trunk_id);
    if (!trunk)
        return -ENOENT;
    if (is_emergency)
        trunk_force_channel(trunk);
    else if (!trunk_take_channel(trunk, false))
        return -EBUSY;

    leg->trunk_id = trunk_id;
    leg->has_channel = true;
    return 0;
}

int leg_dial(struct signalling *signalling, const struct leg_call *call,
             struct leg **ret_leg)
{
    assert(signalling && call && call->target && call->local && ret_leg);
    assert(call->caller && call->caller_name);

    struct leg *leg;

    if (signalling->stopping || (signalling->draining && !call->is_emergency))
        return -ESHUTDOWN;

    int rc = check_call(call);
    if (rc == 0)
        rc = leg_new(signalling, call->is_emergency, &leg);
    if (rc < 0)
        return rc;

    rc = take_trunk(leg, call->target->trunk_id, call->is_emergency);
    if (rc == 0)
        rc = prepare(leg, call);
    if (rc == 0)
        rc = send_invite(leg);
    if (rc < 0) {
        leg_drop(leg);
        return rc;
    }

    signalling->stats.invites_out++;
    leg->is_help_out = call->is_emergency && leg->trunk_id;
    decide_within(leg, leg->is_help_out ? LEG_HELP_SILENT_S : LEG_UNDECIDED_S);
    *ret_leg = leg;
    return 0;
}
