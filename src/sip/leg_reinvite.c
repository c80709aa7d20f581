/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The peer offers anew: hold, resume, another port or codec. */

#include "sip/leg_inside.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sip/reply.h"

/* What stands between the old session and the new one until the answer is on
   its way; put back when it cannot be sent. */
struct session {
    struct media_description local;
    struct media_sdp remote;
    bool has_remote;
    char *sdp;
};

static struct session save(struct leg *leg)
{
    struct session old = { leg->local, leg->remote, leg->has_remote, leg->sdp };

    leg->sdp = NULL;
    return old;
}

static void restore(struct leg *leg, struct session *old)
{
    mem_deref(leg->sdp);
    leg->local = old->local;
    leg->remote = old->remote;
    leg->has_remote = old->has_remote;
    leg->sdp = old->sdp;
}

void leg_retarget(struct leg *leg, const struct sip_msg *msg)
{
    struct leg_left before = leg->dialog;

    if (leg->state != LEG_CONFIRMED)
        return;

    leg_learn(leg, msg, false);
    if (memcmp(&before, &leg->dialog, sizeof(before)) != 0)
        leg_store(leg);
}

/* Our side of the session is what it was meant to be, not what an earlier
   hold of the peer has left of it. */
int leg_answer_offer(struct leg *leg, const struct sip_msg *msg,
                     const struct media_sdp *offer,
                     int (*reply)(struct leg *leg, const struct sip_msg *msg))
{
    const struct signalling_handlers *handlers = &leg->signalling->handlers;
    struct session old = save(leg);

    struct media_description wanted = leg->wanted;

    leg->remote = *offer;
    leg->has_remote = true;
    int rc = leg_write_answer(leg, &wanted);
    if (rc == 0)
        rc = reply(leg, msg);
    if (rc < 0) {
        restore(leg, &old);
        return rc;
    }

    mem_deref(old.sdp);
    if (leg->state == LEG_CALLING)
        handlers->leg.ringing(handlers->arg, leg, 183, &leg->remote.audio);
    else
        handlers->leg.media_changed(handlers->arg, leg, &leg->remote.audio);
    return 0;
}

static int reply_to_invite(struct leg *leg, const struct sip_msg *msg)
{
    return leg_reply_with(leg, NULL, msg, false);
}

/* A re-INVITE without SDP gets all that we can do (RFC 3261, 14.2). */
static int offer_all(struct leg *leg, const struct sip_msg *msg)
{
    struct session old = save(leg);

    int rc = leg_write_offer(leg, &leg->sdp);
    if (rc == 0)
        rc = leg_reply_with(leg, NULL, msg, true);
    if (rc < 0)
        restore(leg, &old);
    else
        mem_deref(old.sdp);
    if (rc == 0)
        leg->local = leg->wanted;

    return rc;
}

static void refuse(struct leg *leg, const struct sip_msg *msg, int code)
{
    const struct signal_reply reply = { .code = code };

    (void)signal_reply(leg->signalling, msg, &reply, NULL, NULL);
}

static void refuse_short(struct leg *leg, const struct sip_msg *msg)
{
    char min[32];
    const struct signal_reply reply = { .code = 422, .headers = min };

    snprintf(min, sizeof(min), "Min-SE: %u\r\n",
             leg->signalling->settings.min_session_s);
    (void)signal_reply(leg->signalling, msg, &reply, NULL, NULL);
}

void leg_reinvited(struct leg *leg, const struct sip_msg *msg)
{
    struct media_sdp offer;
    int rc;

    if (leg->reoffering) {
        refuse(leg, msg, 491);
        return;
    }
    if (leg_session_is_short(leg->signalling, msg)) {
        refuse_short(leg, msg);
        return;
    }

    if (mbuf_get_left(msg->mb) == 0) {
        rc = offer_all(leg, msg);
    } else {
        enum media_sdp_fault fault = leg_read_sdp(msg, leg->srtp, &offer);

        if (fault) {
            leg_refuse_sdp(leg, msg, fault);
            return;
        }
        rc = leg_answer_offer(leg, msg, &offer, reply_to_invite);
    }

    if (rc == -EINVAL)
        leg_refuse_sdp(leg, msg, MEDIA_SDP_NO_FORMAT);
    else if (rc < 0)
        refuse(leg, msg, 500);
    else
        leg_retarget(leg, msg);
}
