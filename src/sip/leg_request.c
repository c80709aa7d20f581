/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests inside a dialog, and responses that nobody waited for. */

#include "sip/leg_inside.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "sip/crowd.h"
#include "sip/reply.h"

static bool is_method(const struct sip_msg *msg, const char *method)
{
    return pl_strcmp(&msg->met, method) == 0;
}

void leg_respond(struct leg *leg, const struct sip_msg *msg, int code,
                 const char *headers)
{
    leg->peer_code = code;
    signal_refuse(leg->signalling, msg, code, NULL, headers);
}

/* An INVITE's failure is acknowledged and repeated until then. */
static void refuse_invite(struct leg *leg, const struct sip_msg *msg, int code,
                          const char *headers)
{
    const struct signal_reply reply = { .code = code, .headers = headers };

    (void)signal_reply(leg->signalling, msg, &reply, NULL, NULL);
}

static void reply_later(struct leg *leg, const struct sip_msg *msg)
{
    char retry[40];

    snprintf(retry, sizeof(retry), "Retry-After: %u\r\n", rand_u32() % 11);
    refuse_invite(leg, msg, 500, retry);
}

/* BYE in whatever state; the caller may send one before our final response
   (RFC 3261, 15), and its INVITE is then answered too. The end is told before
   the 200 is sent: who has it may count on it. */
static void bye(struct leg *leg, const struct sip_msg *msg)
{
    leg_reply_stop(leg);
    leg_reoffer_stop(leg);

    switch (leg->state) {
    case LEG_INCOMING:
        leg_refuse_incoming(leg, 487, NULL, "");
        leg_over_by(leg, LEG_CANCELLED, msg);
        break;
    case LEG_CALLING:
        leg_cancel(leg, "");
        leg_over_by(leg, LEG_PEER_HUNG_UP, msg);
        break;
    case LEG_ANSWERED:
    case LEG_CONFIRMED:
        leg_over_by(leg, LEG_PEER_HUNG_UP, msg);
        break;
    case LEG_OVER: /* crossed ours: the answer to it ends the leg */
        break;
    }

    leg_tell_end(leg);
    leg_respond(leg, msg, 200, "");
    leg_settle(leg);
}

static void invite(struct leg *leg, const struct sip_msg *msg)
{
    switch (leg->state) {
    case LEG_CONFIRMED:
        if (leg->reply.message)
            reply_later(leg, msg);
        else
            leg_reinvited(leg, msg);
        break;
    case LEG_OVER:
        leg->signalling->stats.unknown_dialog++;
        refuse_invite(leg, msg, 481, "");
        break;
    default:
        reply_later(leg, msg);
        break;
    }
}

/* The value after "name =" on a line of its own, blanks left out. */
static bool find_value(const struct pl *body, const char *name,
                       struct pl *ret_value)
{
    struct pl rest = *body;
    size_t length = strlen(name);

    while (rest.l > length) {
        struct pl line = { rest.p, length };
        const char *end = pl_strchr(&rest, '\n');
        struct pl value = { rest.p + length, rest.l - length };

        if (end)
            value.l = (size_t)(end - value.p);
        if (!pl_strcasecmp(&line, name)) {
            while (value.l && (*value.p == ' ' || *value.p == '='))
                pl_advance(&value, 1);
            while (value.l && value.p[value.l - 1] <= ' ')
                value.l--;
            *ret_value = value;
            return value.l > 0;
        }
        if (!end)
            break;
        pl_advance(&rest, end + 1 - rest.p);
    }

    return false;
}

/* "5" alone, or "Signal=5" with "Duration=160". */
static bool read_digit(const struct sip_msg *msg, char *ret_digit,
                       uint32_t *ret_duration_ms)
{
    struct pl body = { (const char *)mbuf_buf(msg->mb),
                       mbuf_get_left(msg->mb) };
    struct pl signal = body, duration;
    bool relay = !pl_strcasecmp(&msg->ctyp.subtype, "dtmf-relay");

    if (body.l == 0 || body.l > 256 ||
        (relay && !find_value(&body, "Signal", &signal)))
        return false;

    char c = signal.p[0];
    bool alone = signal.l == 1 || signal.p[1] <= ' ';
    if (c >= 'a' && c <= 'd')
        c = (char)(c - 'a' + 'A');
    if (!alone || c == '\0' || !strchr("0123456789*#ABCD", c))
        return false;

    *ret_digit = c;
    *ret_duration_ms = 0;
    if (relay && find_value(&body, "Duration", &duration) && duration.l <= 6)
        *ret_duration_ms = pl_u32(&duration);
    return true;
}

static void info(struct leg *leg, const struct sip_msg *msg)
{
    const struct signalling_handlers *handlers = &leg->signalling->handlers;
    char digit;
    uint32_t duration_ms;

    leg_respond(leg, msg, 200, "");
    if (leg->state != LEG_OVER && read_digit(msg, &digit, &duration_ms))
        handlers->leg.digit(handlers->arg, leg, digit, duration_ms);
}

static void dispatch(struct leg *leg, const struct sip_msg *msg)
{
    if (is_method(msg, "BYE")) {
        bye(leg, msg);
    } else if (is_method(msg, "INVITE")) {
        invite(leg, msg);
    } else if (is_method(msg, "INFO")) {
        info(leg, msg);
    } else if (is_method(msg, "OPTIONS")) {
        leg_respond(leg, msg, 200,
                    SIGNAL_ALLOW SIGNAL_SUPPORTED
                    "Accept: application/sdp\r\n");
    } else if (is_method(msg, "UPDATE")) {
        leg_updated(leg, msg);
    } else if (is_method(msg, "PRACK")) {
        leg_pracked(leg, msg);
    } else if (is_method(msg, "REFER")) {
        leg_referred(leg, msg);
    } else {
        leg->signalling->stats.refused_method++;
        leg_respond(
            leg, msg,
            is_method(msg, "SUBSCRIBE") || is_method(msg, "NOTIFY") ? 489 : 405,
            SIGNAL_ALLOW);
    }
}

/* Before the peer has answered us, its tag is not settled. */
static bool belongs(const struct leg *leg, const struct sip_msg *msg)
{
    if (pl_strcmp(&msg->callid, leg->dialog.call_id) != 0)
        return false;

    return leg->state == LEG_CALLING ||
           pl_strcmp(&msg->from.tag, leg->dialog.remote_tag) == 0;
}

/* A BYE whose 200 was lost comes again when the leg is gone. */
static void outside(struct signalling *signalling, const struct sip_msg *msg)
{
    const struct leg_recent *recent = signalling->legs->recent;
    bool again =
        is_method(msg, "BYE") &&
        leg_recent_has(recent, leg_recent_tag_key(recent, &msg->to.tag),
                       loop_now_us(signalling->loop));

    if (!again)
        signalling->stats.unknown_dialog++;
    signal_refuse(signalling, msg, again ? 200 : 481, NULL, "");
}

/* Of the last request: answered as that was. */
static void answer_copy(struct leg *leg, const struct sip_msg *msg)
{
    bool may_offer = is_method(msg, "UPDATE") || is_method(msg, "PRACK");

    if (leg->peer_code != 200 || !may_offer || leg_accept(leg, msg) < 0)
        leg_respond(leg, msg, leg->peer_code, "");
}

void leg_request(struct signalling *signalling, const struct sip_msg *msg)
{
    assert(signalling && msg);

    struct leg *leg = leg_find(signalling, &msg->to.tag);
    bool ack = is_method(msg, "ACK");

    if (!leg || !belongs(leg, msg)) {
        if (!ack)
            outside(signalling, msg);
        return;
    }

    signal_crowd_know(signalling->crowd, msg);
    mem_ref(leg);
    if (ack) {
        leg_acked(leg, msg);
    } else if (msg->cseq.num < leg->peer_cseq) {
        signal_refuse(signalling, msg, 500, NULL, "");
    } else if (msg->cseq.num == leg->peer_cseq && leg->peer_code &&
               !is_method(msg, "INVITE")) {
        answer_copy(leg, msg);
    } else {
        leg->peer_cseq = msg->cseq.num;
        leg->peer_code = 0;
        dispatch(leg, msg);
    }
    mem_deref(leg);
}

/* A 200 to an INVITE that is answered already: its ACK was lost, or another
   branch of a fork answered as well (RFC 3261, 13.2.2.4). */
static void stray_answer(struct leg *leg, const struct sip_msg *msg)
{
    if (leg->inviting)
        return;

    if (pl_strcmp(&msg->to.tag, leg->dialog.remote_tag) == 0)
        (void)leg_ack(leg, msg->cseq.num);
    else if (msg->cseq.num == leg->invite_cseq)
        leg_dismiss(leg, msg);
}

void leg_stray_response(struct signalling *signalling,
                        const struct sip_msg *msg)
{
    assert(signalling && msg);

    struct leg *leg = leg_find(signalling, &msg->from.tag);

    if (!leg || pl_strcmp(&msg->callid, leg->dialog.call_id) != 0)
        return;

    if (pl_strcmp(&msg->cseq.met, "CANCEL") == 0)
        leg_cancel_answered(leg);
    else if (pl_strcmp(&msg->cseq.met, "INVITE") == 0 && msg->scode / 100 == 2)
        stray_answer(leg, msg);
}
