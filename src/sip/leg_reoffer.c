/* SPDX-License-Identifier: GPL-3.0-or-later */
/* We offer anew, and wait our turn when both sides do (RFC 3261, 14.1). */

#include "sip/leg_inside.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

void leg_reoffer_stop(struct leg *leg)
{
    loop_stop_timer(leg->signalling->loop, &leg->reoffer_again);
    loop_stop_timer(leg->signalling->loop, &leg->reoffer_limit);
    signal_sent_give_up(&leg->reoffering);
    leg->reoffer_wanted = leg->refresh_wanted = false;
}

static void try_again(void *arg)
{
    leg_reoffer_now(arg);
}

/* Who made the Call-ID waits 2.1 to 4 s, the other 0 to 2 s, in steps of 10
   ms, so that they do not meet again. */
static void wait_turn(struct leg *leg)
{
    uint32_t steps = rand_u32() % (leg->in ? 201 : 191);
    int64_t ms = leg->in ? 10 * steps : 2100 + 10 * steps;

    if (leg->refreshing)
        leg->refresh_wanted = true;
    else
        leg->reoffer_wanted = true;
    loop_start_timer(leg->signalling->loop, &leg->reoffer_again,
                     ms * leg_t1_us(leg) / 500, try_again, leg);
}

static void tell(struct leg *leg, int code)
{
    const struct signalling_handlers *handlers = &leg->signalling->handlers;

    handlers->leg.reoffered(handlers->arg, leg, code,
                            code == 200 ? &leg->remote.audio : NULL);
}

/* The same description as before brought the same answer, or nearly. */
static void refreshed(struct leg *leg, const struct media_sdp *remote)
{
    const struct signalling_handlers *handlers = &leg->signalling->handlers;
    bool changed = !leg_same_media(&leg->remote.audio, &remote->audio);

    leg->signalling->stats.sessions_refreshed++;
    leg->remote = *remote;
    if (changed)
        handlers->leg.media_changed(handlers->arg, leg, &leg->remote.audio);
}

static void answered(struct leg *leg, const struct sip_msg *msg)
{
    struct media_sdp remote;

    leg_learn(leg, msg, false);
    (void)leg_ack(leg, leg->reoffer_cseq);
    if (leg->state == LEG_OVER)
        return;
    if (leg_read_answer(leg, msg, leg->refreshing ? &leg->local : &leg->wanted,
                        &remote) != MEDIA_SDP_FINE) {
        leg_bye(leg, "Reason: SIP;cause=488\r\n");
        leg_over(leg, LEG_NO_MEDIA, 0);
        return;
    }

    leg->session.refusals = 0;
    leg_session_learn(leg, msg);
    if (leg->refreshing) {
        leg_store(leg);
        refreshed(leg, &remote);
        return;
    }

    leg->remote = remote;
    leg->has_remote = true;
    leg->local = leg->wanted;
    mem_deref(leg->sdp);
    leg->sdp = leg->wanted_sdp;
    leg->wanted_sdp = NULL;
    leg_store(leg);
    tell(leg, 200);
}

/* A peer that no longer knows the dialog has none (12.2.1.2). */
static void failed(struct leg *leg, int code)
{
    if (leg->state == LEG_OVER)
        return;

    if (code == 491) {
        wait_turn(leg);
    } else if (code == 0 || code == 481 || code == 408) {
        leg_bye(leg, NULL);
        leg_over(leg, LEG_LOST, code);
    } else if (leg->refreshing) {
        leg_session_again(leg);
    } else {
        leg->wanted = leg->local;
        tell(leg, code);
    }
}

/* 422: the same once more, for longer; 401, 407: with a proof. */
static bool try_otherwise(struct leg *leg, const struct sip_msg *msg)
{
    if (leg->state == LEG_OVER ||
        (!leg_session_lengthen(leg, msg) && !leg_prove(leg, msg)))
        return false;

    if (leg->refreshing)
        leg->refresh_wanted = true;
    else
        leg->reoffer_wanted = true;
    return true;
}

/* Nothing but 100 in all that time: nobody is there any more. */
static void out_of_time(void *arg)
{
    struct leg *leg = arg;

    leg_reoffer_stop(leg);
    failed(leg, 0);
    leg_settle(leg);
}

static void responded(const struct sip_msg *msg, void *arg)
{
    struct leg *leg = arg;

    if (msg && msg->scode < 200)
        return;

    loop_stop_timer(leg->signalling->loop, &leg->reoffer_limit);

    if (msg && msg->scode < 300)
        answered(leg, msg);
    else if (!msg || !try_otherwise(leg, msg))
        failed(leg, msg ? msg->scode : 0);

    if (!wheel_waits(&leg->reoffer_again))
        leg_reoffer_now(leg);
    leg_settle(leg);
}

static int print_headers(struct re_printf *pf, const struct leg *leg)
{
    return re_hprintf(pf, SIGNAL_ALLOW SIGNAL_SUPPORTED "%H",
                      leg_session_print_wish, leg);
}

static int send_offer(struct leg *leg, const char *sdp)
{
    char headers[256];
    struct signal_request request = {
        .method = "INVITE",
        .headers = headers,
        .contact_user = "cclite",
        .content_type = "application/sdp",
        .body = sdp,
        .body_length = strlen(sdp),
    };

    re_snprintf(headers, sizeof(headers), "%H", print_headers, leg);
    int rc = leg_send(leg, &request, responded, &leg->reoffering);
    leg->reoffer_cseq = leg->dialog.cseq;
    loop_start_timer(leg->signalling->loop, &leg->reoffer_limit,
                     64 * leg_t1_us(leg), out_of_time, leg);
    return rc;
}

/* A new offer refreshes, too; a refresh says what was said last. */
void leg_reoffer_now(struct leg *leg)
{
    bool offers = leg->reoffer_wanted;
    int rc = 0;

    if ((!offers && !leg->refresh_wanted) || leg->reoffering ||
        leg->state != LEG_CONFIRMED || leg->reply.message)
        return;

    leg->reoffer_wanted = leg->refresh_wanted = false;
    leg->refreshing = !offers;
    if (offers)
        rc = leg_write_offer(leg, &leg->wanted_sdp);
    if (rc == 0)
        rc = send_offer(leg, offers ? leg->wanted_sdp : leg->sdp);
    if (rc < 0) {
        leg_over(leg, LEG_LOST, 0);
        leg_bye(leg, NULL);
    }
}

int leg_reoffer(struct leg *leg, const struct media_description *local)
{
    assert(leg && local && local->format_count > 0);

    if (leg->state != LEG_CONFIRMED)
        return -EPROTO;
    if ((leg->reoffering && !leg->refreshing) || leg->reoffer_wanted)
        return -EINPROGRESS;

    leg->wanted = *local;
    leg->reoffer_wanted = true;
    leg_reoffer_now(leg);
    return 0;
}
