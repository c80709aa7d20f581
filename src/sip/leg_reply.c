/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our 200 to an INVITE, until it is acknowledged or given up. */

#include "sip/leg_inside.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sip/reply.h"

static int64_t t2_us(const struct leg *leg)
{
    return 8 * leg_t1_us(leg);
}

void leg_reply_stop(struct leg *leg)
{
    struct leg_reply *reply = &leg->reply;

    loop_stop_timer(leg->signalling->loop, &reply->again);
    loop_stop_timer(leg->signalling->loop, &reply->give_up);
    reply->message = mem_deref(reply->message);
    reply->invite = mem_deref(reply->invite);
}

static void send_again(void *arg)
{
    struct leg *leg = arg;
    struct leg_reply *reply = &leg->reply;

    leg->signalling->stats.answers_retransmitted++;
    reply->message->pos = 0;
    (void)sip_send(leg->signalling->sip, reply->invite->sock, reply->invite->tp,
                   &reply->destination, reply->message);

    reply->interval_us *= 2;
    if (reply->interval_us > t2_us(leg))
        reply->interval_us = t2_us(leg);
    loop_start_timer(leg->signalling->loop, &reply->again, reply->interval_us,
                     send_again, leg);
}

/* RFC 3261, 13.3.1.4: without ACK the session ends, by BYE. */
static void give_up(void *arg)
{
    struct leg *leg = arg;

    leg_reply_stop(leg);
    leg_bye(leg, NULL);
    leg_over(leg, LEG_NO_ACK, 0);
    leg_settle(leg);
}

static void await_ack(struct leg *leg, struct mbuf *message,
                      const struct sip_msg *invite, bool offers)
{
    struct leg_reply *reply = &leg->reply;
    struct loop *loop = leg->signalling->loop;

    leg_reply_stop(leg);
    reply->message = message;
    reply->invite = mem_ref((void *)invite);
    reply->offers = offers;
    reply->interval_us = leg_t1_us(leg);
    signal_reply_address(invite, &reply->destination);
    loop_start_timer(loop, &reply->again, reply->interval_us, send_again, leg);
    loop_start_timer(loop, &reply->give_up, 64 * leg_t1_us(leg), give_up, leg);
}

int leg_reply_in_dialog(struct leg *leg, struct sip_strans **transaction,
                        const struct sip_msg *invite, int code,
                        struct mbuf **ret_message)
{
    struct signalling *signalling = leg->signalling;
    struct sa shown;
    char headers[320];

    int rc = signal_shown_address(signalling, invite->tp, &invite->src, &shown);
    if (rc < 0)
        return rc;

    const struct signal_reply reply = {
        .code = code,
        .makes_dialog = true,
        .headers = headers,
        .sdp = leg->sdp,
    };

    re_snprintf(headers, sizeof(headers),
                "Contact: <sip:cclite@%J%s>\r\n" SIGNAL_ALLOW SIGNAL_SUPPORTED
                "%H",
                &shown, sip_transp_param(invite->tp),
                code < 200 ? leg_reliable_print : leg_session_print_word, leg);
    return signal_reply(signalling, invite, &reply, transaction, ret_message);
}

int leg_reply_with(struct leg *leg, struct sip_strans **transaction,
                   const struct sip_msg *invite, bool offers)
{
    struct mbuf *message;

    leg_session_take(leg, invite);
    int rc = leg_reply_in_dialog(leg, transaction, invite, 200, &message);

    if (rc == 0)
        await_ack(leg, message, invite, offers);
    return rc;
}

enum {
    LIBRE_KEEPS_S = 31, /* a second less than it does */
};

static void forget_transaction(void *arg)
{
    struct leg *leg = arg;

    leg->lingering = NULL;
}

void leg_linger(struct leg *leg, struct sip_strans *transaction)
{
    leg->lingering = transaction;
    loop_start_timer(leg->signalling->loop, &leg->linger,
                     (int64_t)LIBRE_KEEPS_S * 1000000, forget_transaction, leg);
}

void leg_linger_stop(struct leg *leg)
{
    loop_stop_timer(leg->signalling->loop, &leg->linger);
    leg->lingering = mem_deref(leg->lingering);
}

static bool read_answer(struct leg *leg, const struct sip_msg *ack)
{
    struct media_sdp remote;

    if (leg_read_answer(leg, ack, &leg->local, &remote) != MEDIA_SDP_FINE)
        return false;

    leg->remote = remote;
    leg->has_remote = true;
    return true;
}

static bool waits_for(const struct leg_reply *reply, const struct sip_msg *ack)
{
    return reply->message && reply->invite->cseq.num == ack->cseq.num;
}

bool leg_awaits_ack(const struct signalling *signalling,
                    const struct sip_msg *ack)
{
    assert(signalling && ack);

    const struct leg *leg = leg_find(signalling, &ack->to.tag);

    return leg && waits_for(&leg->reply, ack);
}

void leg_acked(struct leg *leg, const struct sip_msg *ack)
{
    const struct signalling_handlers *handlers = &leg->signalling->handlers;
    struct leg_reply *reply = &leg->reply;

    if (!waits_for(reply, ack))
        return;

    bool offered = reply->offers;

    if (leg->lingering) {
        leg_remember_invite(leg);
        leg_linger_stop(leg);
    }
    leg_reply_stop(leg);
    if (leg->state == LEG_OVER) {
        leg_bye(leg, NULL); /* hung up while the ACK was awaited */
        leg_settle(leg);
        return;
    }
    if (offered && !read_answer(leg, ack)) {
        leg_bye(leg, "Reason: SIP;cause=488\r\n");
        leg_over(leg, LEG_NO_MEDIA, 0);
        return;
    }

    const struct media_description *remote =
        offered ? &leg->remote.audio : NULL;

    if (leg->state == LEG_ANSWERED) {
        leg->state = LEG_CONFIRMED;
        leg_store(leg);
        handlers->leg.confirmed(handlers->arg, leg, remote);
    } else if (remote) {
        handlers->leg.media_changed(handlers->arg, leg, remote);
    }

    leg_reoffer_now(leg);
}
