/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Transfer: REFER in, NOTIFY out, and REFER out (RFC 3515, 5589). And the other
   NOTIFY: to pick up. */

#include "sip/leg_inside.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sip/sanity.h"

enum {
    SUBSCRIPTION_S = 60,
};

static void notified(const struct sip_msg *msg, void *arg)
{
    struct leg *leg = arg;

    if (msg && msg->scode < 200)
        return;
    if (!msg || msg->scode >= 300)
        leg->refer_pending = false; /* nobody wants to know */

    leg_settle(leg);
}

static int notify(struct leg *leg, int code)
{
    char headers[160], body[64];
    struct signal_request request = {
        .method = "NOTIFY",
        .headers = headers,
        .contact_user = "cclite",
        .content_type = "message/sipfrag;version=2.0",
        .body = body,
    };

    if (code < 200)
        snprintf(headers, sizeof(headers),
                 "Event: refer;id=%u\r\n"
                 "Subscription-State: active;expires=%d\r\n",
                 leg->refer_cseq, SUBSCRIPTION_S);
    else
        snprintf(headers, sizeof(headers),
                 "Event: refer;id=%u\r\n"
                 "Subscription-State: terminated;reason=noresource\r\n",
                 leg->refer_cseq);
    request.body_length = (size_t)snprintf(
        body, sizeof(body), "SIP/2.0 %d %s\r\n", code, signal_phrase(code));

    signal_sent_forget(&leg->notifying);
    return leg_send(leg, &request, notified, &leg->notifying);
}

static int read_words(const struct sip_addr *to, const struct sip_msg *msg,
                      struct leg_refer *refer)
{
    const struct sip_hdr *by = sip_msg_hdr(msg, SIP_HDR_REFERRED_BY);
    struct pl nothing = PL("");
    struct pl user = leg_user_of(&to->uri);

    int rc = leg_unescape(&user, &refer->target);
    if (rc == 0)
        rc = leg_unquote(&to->auri, &refer->uri);
    if (rc == 0)
        rc = leg_unquote(by ? &by->val : &nothing, &refer->referred_by);

    return rc;
}

static void accept_refer(struct leg *leg, const struct sip_msg *msg)
{
    char contact[SIGNAL_HOP_SIZE + 32] = "";
    struct sa shown;

    if (signal_shown_address(leg->signalling, msg->tp, &msg->src, &shown) == 0)
        re_snprintf(contact, sizeof(contact), "Contact: <sip:cclite@%J%s>\r\n",
                    &shown, sip_transp_param(msg->tp));

    leg_respond(leg, msg, 202, contact);
}

static void take(struct leg *leg, const struct sip_msg *msg,
                 const struct sip_addr *to, uint64_t replaces_id)
{
    const struct signalling_handlers *handlers = &leg->signalling->handlers;
    struct leg_refer refer = { .replaces_id = replaces_id };

    if (read_words(to, msg, &refer) < 0) {
        leg_respond(leg, msg, 500, "");
    } else {
        leg->refer_pending = true;
        leg->refer_cseq = msg->cseq.num;
        accept_refer(leg, msg);
        (void)notify(leg, 100);
        handlers->leg.refer(handlers->arg, leg, &refer);
    }

    leg_text_done(&refer.target);
    leg_text_done(&refer.uri);
    leg_text_done(&refer.referred_by);
}

/* Attended: the target's Replaces names another call of the same phone. What
   else would be sent along is nobody's business here. */
static void take_attended(struct leg *leg, const struct sip_msg *msg,
                          const struct sip_addr *to)
{
    struct leg *other = NULL;
    int code = leg_replaces_in_uri(leg->signalling, &to->uri.headers,
                                   leg->device_id, &other);

    if (code == 0 && other == leg)
        code = 481;
    if (code)
        leg_respond(leg, msg, code, "");
    else
        take(leg, msg, to, other->id);
}

/* One transfer at a time. */
void leg_referred(struct leg *leg, const struct sip_msg *msg)
{
    const struct sip_hdr *header = sip_msg_hdr(msg, SIP_HDR_REFER_TO);
    struct sip_addr to;
    struct pl user;

    if (leg->state != LEG_CONFIRMED) {
        leg_respond(leg, msg, 481, "");
        return;
    }
    if (sip_msg_hdr_count(msg, SIP_HDR_REFER_TO) != 1 ||
        !sanity_read_address(&header->val, &to) || to.auri.l > LEG_URI_MAX) {
        leg_respond(leg, msg, 400, "");
        return;
    }

    user = leg_user_of(&to.uri);
    if (leg->refer_pending)
        leg_respond(leg, msg, 491, "");
    else if (pl_isset(&to.uri.headers))
        take_attended(leg, msg, &to);
    else if (!pl_isset(&user))
        leg_respond(leg, msg, 603, "");
    else
        take(leg, msg, &to, 0);
}

int leg_refer_result(struct leg *leg, int code)
{
    assert(leg && code >= 100 && code <= 699);

    if (!leg->refer_pending || leg->state != LEG_CONFIRMED)
        return -EPROTO;
    if (code >= 200)
        leg->refer_pending = false;

    return notify(leg, code);
}

int leg_refer(struct leg *leg, const char *to)
{
    char headers[LEG_URI_MAX + 32];
    struct signal_request request = {
        .method = "REFER",
        .headers = headers,
        .contact_user = "cclite",
    };

    assert(leg && to);

    if (leg->state != LEG_CONFIRMED)
        return -EPROTO;
    if (!leg_is_line(to, LEG_URI_MAX) || strpbrk(to, "<>\" "))
        return -EINVAL;
    snprintf(headers, sizeof(headers), "Refer-To: <%s>\r\n", to);

    signal_sent_forget(&leg->notifying);
    return leg_send(leg, &request, notified, &leg->notifying);
}

int leg_talk(struct leg *leg)
{
    struct signal_request request = {
        .method = "NOTIFY",
        .headers = "Event: talk\r\nSubscription-State: active\r\n",
        .contact_user = "cclite",
    };

    assert(leg);

    if (leg->state != LEG_CALLING || !leg->dialog.remote_tag[0])
        return -EPROTO;

    signal_sent_forget(&leg->notifying);
    return leg_send(leg, &request, notified, &leg->notifying);
}
