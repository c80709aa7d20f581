/* SPDX-License-Identifier: GPL-3.0-or-later */
/* CANCEL of our own making: libre's cannot carry a Reason. */

#include "sip/leg_inside.h"

#include <errno.h>

/*
 * Same branch, To without a tag, the INVITE's CSeq (RFC 3261, 9.1); held back
 * until the peer has said anything, since before that it may not know what we
 * cancel. It is no transaction of libre's, so it is repeated here.
 */

void leg_cancel_stop(struct leg *leg)
{
    loop_stop_timer(leg->signalling->loop, &leg->cancel_again);
    loop_stop_timer(leg->signalling->loop, &leg->cancel_give_up);
    leg->cancelling = mem_deref(leg->cancelling);
}

static int send_once(struct leg *leg)
{
    struct sa hop;

    int rc = signal_address_to_sa(&leg->dialog.next_hop, &hop);
    if (rc < 0)
        return rc;

    leg->cancelling->pos = 0;
    return -sip_send(leg->signalling->sip, NULL,
                     signal_to_transp(leg->dialog.transport), &hop,
                     leg->cancelling);
}

static void send_again(void *arg)
{
    struct leg *leg = arg;

    (void)send_once(leg);
    leg->cancel_interval_us *= 2;
    if (leg->cancel_interval_us > 8 * leg_t1_us(leg))
        leg->cancel_interval_us = 8 * leg_t1_us(leg);
    loop_start_timer(leg->signalling->loop, &leg->cancel_again,
                     leg->cancel_interval_us, send_again, leg);
}

static void stop_inviting(struct leg *leg)
{
    leg_cancel_stop(leg);
    signal_sent_give_up(&leg->inviting);
}

/* A peer that never answers its INVITE is not waited for (9.1). */
static void give_up(void *arg)
{
    struct leg *leg = arg;

    stop_inviting(leg);
    leg_settle(leg);
}

static int write_cancel(struct leg *leg)
{
    const struct leg_left *dialog = &leg->dialog;
    enum sip_transp tp = signal_to_transp(dialog->transport);
    struct sa hop, shown;

    int rc = signal_address_to_sa(&dialog->next_hop, &hop);
    if (rc == 0)
        rc = signal_shown_address(leg->signalling, tp, &hop, &shown);
    if (rc < 0)
        return rc;

    leg->cancelling = mbuf_alloc(1024);
    if (!leg->cancelling)
        return -ENOMEM;

    return -mbuf_printf(
        leg->cancelling,
        "CANCEL %s SIP/2.0\r\nVia: SIP/2.0/%s %J;branch=%s;rport\r\n"
        "Max-Forwards: 70\r\nTo: <%s>\r\nFrom: <%s>;tag=%s\r\n"
        "Call-ID: %s\r\nCSeq: %u CANCEL\r\n%sContent-Length: 0\r\n\r\n",
        dialog->target, sip_transp_name(tp), &shown, leg->branch,
        dialog->remote_uri, dialog->local_uri, dialog->local_tag,
        dialog->call_id, leg->invite_cseq, leg->cancel);
}

void leg_cancel_heard(struct leg *leg)
{
    struct loop *loop = leg->signalling->loop;

    if (!leg->cancel || !leg->heard || !leg->inviting || leg->cancelling)
        return;

    if (write_cancel(leg) < 0 || send_once(leg) < 0) {
        stop_inviting(leg);
        return;
    }

    leg->cancel_interval_us = leg_t1_us(leg);
    if (leg->dialog.transport == SIGNAL_UDP)
        loop_start_timer(loop, &leg->cancel_again, leg->cancel_interval_us,
                         send_again, leg);
    loop_start_timer(loop, &leg->cancel_give_up, 64 * leg_t1_us(leg), give_up,
                     leg);
}

void leg_cancel_answered(struct leg *leg)
{
    loop_stop_timer(leg->signalling->loop, &leg->cancel_again);
}

void leg_cancel(struct leg *leg, const char *reason_header)
{
    if (leg->cancel)
        return;

    leg->cancel = reason_header;
    leg_cancel_heard(leg);
}
