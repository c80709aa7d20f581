/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UPDATE (RFC 3311): theirs, with or without an offer; ours, to refresh. */

#include "sip/leg_inside.h"

#include <errno.h>
#include <stdio.h>

#include "sip/reply.h"

/* Theirs. */

int leg_accept(struct leg *leg, const struct sip_msg *msg)
{
    struct signalling *signalling = leg->signalling;
    char headers[320];
    const struct signal_reply reply = {
        .code = 200,
        .headers = headers,
        .sdp = mbuf_get_left(msg->mb) > 0 ? leg->sdp : NULL,
    };
    struct sa shown;

    int rc = signal_shown_address(signalling, msg->tp, &msg->src, &shown);
    if (rc < 0)
        return rc;

    leg->peer_code = 200;
    re_snprintf(headers, sizeof(headers),
                "Contact: <sip:cclite@%J%s>\r\n" SIGNAL_ALLOW SIGNAL_SUPPORTED
                "%H",
                &shown, sip_transp_param(msg->tp), leg_session_print_word, leg);
    return signal_reply_once(signalling, msg, &reply);
}

static void put_off(struct leg *leg, const struct sip_msg *msg)
{
    char retry[40];

    snprintf(retry, sizeof(retry), "Retry-After: %u\r\n", rand_u32() % 11);
    leg_respond(leg, msg, 500, retry);
}

/* Only when no offer waits for its answer on either side (RFC 3311, 5.2). */
bool leg_takes_offer(struct leg *leg, const struct sip_msg *msg)
{
    bool ours_waits = leg->reoffering ||
                      (leg->reply.message && leg->reply.offers) ||
                      (leg->state == LEG_CALLING && !leg->has_remote);

    if (ours_waits)
        leg_respond(leg, msg, 491, "");
    else if (leg->state == LEG_INCOMING && !leg->sdp)
        put_off(leg, msg);
    else
        return true;

    return false;
}

static void refuse_sdp(struct leg *leg, const struct sip_msg *msg,
                       enum media_sdp_fault fault)
{
    char headers[MEDIA_SDP_HEADERS_SIZE];
    int code = media_sdp_refusal(fault, headers);

    leg->signalling->stats.refused_sdp++;
    leg_respond(leg, msg, code, headers);
}

void leg_take_offer(struct leg *leg, const struct sip_msg *msg)
{
    struct media_sdp offer;
    enum media_sdp_fault fault = leg_read_sdp(msg, leg->srtp, &offer);

    if (!fault && leg_answer_offer(leg, msg, &offer, leg_accept) == -EINVAL)
        fault = MEDIA_SDP_NO_FORMAT;
    if (fault)
        refuse_sdp(leg, msg, fault);
    else if (leg->peer_code == 0)
        leg_respond(leg, msg, 500, "");
}

void leg_updated(struct leg *leg, const struct sip_msg *msg)
{
    char min[32];

    if (leg->state == LEG_OVER) {
        leg_respond(leg, msg, 481, "");
        return;
    }
    if (leg_session_is_short(leg->signalling, msg)) {
        snprintf(min, sizeof(min), "Min-SE: %u\r\n",
                 leg->signalling->settings.min_session_s);
        leg_respond(leg, msg, 422, min);
        return;
    }
    if (mbuf_get_left(msg->mb) > 0 && !leg_takes_offer(leg, msg))
        return;

    if (leg->state == LEG_CONFIRMED)
        leg_session_take(leg, msg);
    if (mbuf_get_left(msg->mb) > 0)
        leg_take_offer(leg, msg);
    else if (leg_accept(leg, msg) < 0)
        leg_respond(leg, msg, 500, "");
    leg_retarget(leg, msg);
}

/* Ours. */

static void lost(struct leg *leg, int code)
{
    leg_bye(leg, NULL);
    leg_over(leg, LEG_LOST, code);
}

/* Whoever does not take it after all gets a re-INVITE. */
static void refused(struct leg *leg, const struct sip_msg *msg)
{
    if (leg_session_lengthen(leg, msg) || leg_prove(leg, msg)) {
        leg_update(leg);
    } else if (msg->scode == 491 || msg->scode == 500 || msg->scode == 503) {
        leg_session_again(leg);
    } else {
        leg->session.by_update = false;
        leg->refresh_wanted = true;
        leg_reoffer_now(leg);
    }
}

static void responded(const struct sip_msg *msg, void *arg)
{
    struct leg *leg = arg;

    if (msg && msg->scode < 200)
        return;

    if (leg->state == LEG_CONFIRMED) {
        if (!msg || msg->scode == 408 || msg->scode == 481) {
            lost(leg, msg ? msg->scode : 0);
        } else if (msg->scode < 300) {
            leg->signalling->stats.sessions_refreshed++;
            leg->session.refusals = 0;
            leg_session_learn(leg, msg);
            leg_retarget(leg, msg);
        } else {
            refused(leg, msg);
        }
    }

    leg_settle(leg);
}

static int print_headers(struct re_printf *pf, const struct leg *leg)
{
    return re_hprintf(pf, SIGNAL_ALLOW SIGNAL_SUPPORTED "%H",
                      leg_session_print_wish, leg);
}

void leg_update(struct leg *leg)
{
    char headers[256];
    struct signal_request request = {
        .method = "UPDATE",
        .headers = headers,
        .contact_user = "cclite",
    };

    if (leg->updating)
        return;

    re_snprintf(headers, sizeof(headers), "%H", print_headers, leg);
    if (leg_send(leg, &request, responded, &leg->updating) < 0)
        lost(leg, 0);
}
