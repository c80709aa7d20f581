/* SPDX-License-Identifier: GPL-3.0-or-later */
/* 18x to a call in; made sure of by PRACK when the caller demands it. */

#include "sip/leg_inside.h"

#include <assert.h>
#include <errno.h>

#include "sip/reply.h"

/*
 * RFC 3262: such a response is repeated until its PRACK comes, one at a time,
 * and an answer waits for that of the one which carries our SDP. A caller who
 * left the offer to us would have to get it with the 18x and answer in the
 * PRACK: it gets none at all, which it cannot tell from silence.
 */

void leg_reliable_stop(struct leg *leg)
{
    struct leg_reliable *reliable = &leg->reliable;

    loop_stop_timer(leg->signalling->loop, &reliable->again);
    loop_stop_timer(leg->signalling->loop, &reliable->give_up);
    reliable->message = mem_deref(reliable->message);
}

static void send_again(void *arg)
{
    struct leg *leg = arg;
    struct leg_reliable *reliable = &leg->reliable;
    struct sa destination;

    signal_reply_address(leg->invite, &destination);
    reliable->message->pos = 0;
    (void)sip_send(leg->signalling->sip, leg->invite->sock, leg->invite->tp,
                   &destination, reliable->message);

    reliable->interval_us *= 2;
    loop_start_timer(leg->signalling->loop, &reliable->again,
                     reliable->interval_us, send_again, leg);
}

/* RFC 3262, 3: without PRACK in 64 * T1 the call is refused. */
static void give_up(void *arg)
{
    struct leg *leg = arg;

    leg_refuse_incoming(leg, 504, "No PRACK", "");
    leg_over(leg, LEG_SILENT, 504);
}

static void await_prack(struct leg *leg, struct mbuf *message)
{
    struct leg_reliable *reliable = &leg->reliable;
    struct loop *loop = leg->signalling->loop;

    reliable->message = message;
    reliable->has_sdp = leg->sdp;
    reliable->interval_us = leg_t1_us(leg);
    loop_start_timer(loop, &reliable->again, reliable->interval_us, send_again,
                     leg);
    loop_start_timer(loop, &reliable->give_up, 64 * leg_t1_us(leg), give_up,
                     leg);
}

int leg_reliable_print(struct re_printf *pf, const struct leg *leg)
{
    if (leg->state != LEG_INCOMING || !leg->reliable.demanded)
        return 0;

    return re_hprintf(pf, "Require: 100rel\r\nRSeq: %u\r\n",
                      leg->reliable.number);
}

static int send_progress(struct leg *leg, int code)
{
    bool reliable = leg->reliable.demanded;
    struct mbuf *message = NULL;

    leg->reliable.number++;
    int rc = leg_reply_in_dialog(leg, &leg->transaction, leg->invite, code,
                                 reliable ? &message : NULL);
    if (rc == 0 && reliable)
        await_prack(leg, message);

    return rc;
}

int leg_lost_when(struct leg *leg, int rc)
{
    if (rc < 0) {
        leg_refuse_incoming(leg, 500, NULL, "");
        leg_over(leg, LEG_SILENT, 0);
    }

    return rc;
}

int leg_progress(struct leg *leg, int code,
                 const struct media_description *local)
{
    assert(leg && code > 100 && code < 200);

    if (leg->state != LEG_INCOMING)
        return -EPROTO;
    if (local && !leg->has_remote)
        return -EINVAL;
    if (leg->reliable.demanded && !leg->has_remote)
        return 0;
    if (local && !leg->sdp) {
        int rc = leg_write_answer(leg, local);
        if (rc < 0)
            return rc;
    }
    if (leg->reliable.message) {
        leg->reliable.next_code = code;
        return 0;
    }

    return leg_lost_when(leg, send_progress(leg, code));
}

/* Each number from 1 to 2^31 - 1 begins well; half of them leaves room. */
void leg_reliable_begin(struct leg *leg, const struct sip_msg *invite)
{
    leg->reliable.demanded =
        sip_msg_hdr_has_value(invite, SIP_HDR_REQUIRE, "100rel");
    leg->reliable.number = rand_u32() >> 2;
}

bool leg_reliable_holds(struct leg *leg)
{
    struct leg_reliable *reliable = &leg->reliable;

    reliable->answers = reliable->message && reliable->has_sdp;
    return reliable->answers;
}

/* "776656 1 INVITE" */
static bool acknowledges(const struct leg *leg, const struct sip_msg *prack)
{
    const struct sip_hdr *header = sip_msg_hdr(prack, SIP_HDR_RACK);
    struct pl number, cseq, method;

    return leg->reliable.message && header &&
           !re_regex(header->val.p, header->val.l,
                     "[0-9]+[ \t]+[0-9]+[ \t]+[A-Z]+", &number, NULL, &cseq,
                     NULL, &method) &&
           number.l <= 10 && pl_u64(&number) == leg->reliable.number &&
           cseq.l <= 10 && pl_u64(&cseq) == leg->invite_cseq &&
           pl_strcmp(&method, "INVITE") == 0;
}

static void go_on(struct leg *leg)
{
    struct leg_reliable *reliable = &leg->reliable;
    int code = reliable->next_code;

    if (leg->state != LEG_INCOMING)
        return;

    reliable->next_code = 0;
    if (reliable->answers)
        (void)leg_lost_when(leg, leg_answer_now(leg));
    else if (code)
        (void)leg_lost_when(leg, send_progress(leg, code));
}

/* A PRACK may offer anew, once our answer went out (RFC 3262, 5). */
void leg_pracked(struct leg *leg, const struct sip_msg *msg)
{
    bool offers = mbuf_get_left(msg->mb) > 0;

    if (!acknowledges(leg, msg)) {
        leg_respond(leg, msg, 481, "");
        return;
    }

    leg_reliable_stop(leg);
    if (!offers)
        (void)leg_accept(leg, msg);
    else if (leg_takes_offer(leg, msg))
        leg_take_offer(leg, msg);
    go_on(leg);
}
