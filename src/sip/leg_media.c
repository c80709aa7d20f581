/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a leg says and hears in SDP. */

#include "sip/leg_inside.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "base/entropy.h"
#include "sip/reply.h"

/* The tag of the key in an offer that is made now. */
static uint32_t offered_tag(const struct leg *leg)
{
    return leg->has_remote && leg->remote.crypto_tag ? leg->remote.crypto_tag
                                                     : 1;
}

static int write_text(struct leg *leg, const struct media_description *local,
                      const struct media_sdp *offer, char **ret_sdp)
{
    char *sdp = mem_alloc(LEG_SDP_SIZE, NULL);
    if (!sdp)
        return -ENOMEM;

    struct media_sdp_text text = {
        .local = local,
        .offer = offer,
        .encrypted = leg->srtp == MEDIA_SRTP_REQUIRED,
        .session_id = leg->session_id,
        .version = leg->sdp_version + 1,
    };

    int rc = media_sdp_write(&text, sdp, LEG_SDP_SIZE);
    if (rc < 0) {
        mem_deref(sdp);
        return rc;
    }

    leg->sdp_version++;
    char *fitted = mem_realloc(sdp, (size_t)rc + 1);
    *ret_sdp = fitted ? fitted : sdp;
    return 0;
}

static bool same_address(const struct sockaddr_storage *one,
                         const struct sockaddr_storage *other)
{
    struct sa a, b;
    bool nowhere = signal_address_to_sa(one, &a) < 0;

    return nowhere == (signal_address_to_sa(other, &b) < 0) &&
           (nowhere || sa_cmp(&a, &b, SA_ALL));
}

/*
 * Our key lives as long as the leg, so that what goes on is heard through every
 * new offer; another suite has another one, and so has another address of ours
 * (RFC 4568, 7.1.4).
 */
static void choose_key(const struct leg *leg, enum media_suite suite,
                       struct media_description *local)
{
    if (suite != MEDIA_PLAIN && leg->local.crypto.suite == suite &&
        same_address(&leg->local.rtp, &local->rtp)) {
        local->crypto = leg->local.crypto;
        return;
    }

    local->crypto = (struct media_crypto){ .suite = suite };
    if (suite != MEDIA_PLAIN)
        entropy_bytes(local->crypto.key, sizeof(local->crypto.key));
}

int leg_write_answer(struct leg *leg, const struct media_description *local)
{
    struct media_description agreed;
    char *sdp = NULL;

    if (!media_sdp_agree(local, &leg->remote.audio, &agreed))
        return -EINVAL;

    choose_key(leg, leg->remote.audio.crypto.suite, &agreed);
    int rc = write_text(leg, &agreed, &leg->remote, &sdp);
    if (rc < 0)
        return rc;

    mem_deref(leg->sdp);
    leg->sdp = sdp;
    leg->local = agreed;
    leg->wanted = *local;
    return 0;
}

int leg_write_offer(struct leg *leg, char **ret_sdp)
{
    bool encrypts =
        leg->srtp != MEDIA_SRTP_NO && leg->dialog.transport == SIGNAL_TLS;
    char *sdp = NULL;

    choose_key(leg, encrypts ? MEDIA_AES_128_SHA1_80 : MEDIA_PLAIN,
               &leg->wanted);
    /* The m= lines that there are stay (RFC 3264, 8). */
    int rc = write_text(leg, &leg->wanted,
                        leg->has_remote ? &leg->remote : NULL, &sdp);
    if (rc < 0)
        return rc;

    mem_deref(*ret_sdp);
    *ret_sdp = sdp;
    return 0;
}

int leg_write_first_offer(struct leg *leg)
{
    int rc = leg_write_offer(leg, &leg->sdp);
    if (rc < 0)
        return rc;

    leg->local = leg->wanted;
    return 0;
}

/* What was said early belongs to the offer that was refused. */
bool leg_offer_plainly(struct leg *leg)
{
    if (leg->srtp != MEDIA_SRTP_OPTIONAL ||
        leg->local.crypto.suite == MEDIA_PLAIN)
        return false;

    leg->srtp = MEDIA_SRTP_NO;
    leg->has_remote = false;
    return leg_write_first_offer(leg) == 0;
}

static bool same_key(const struct media_crypto *one,
                     const struct media_crypto *other)
{
    return one->suite == other->suite &&
           memcmp(one->key, other->key, sizeof(one->key)) == 0;
}

static bool same_formats(const struct media_description *one,
                         const struct media_description *other)
{
    if (one->format_count != other->format_count)
        return false;
    for (size_t i = 0; i < one->format_count; i++)
        if (one->formats[i].codec != other->formats[i].codec ||
            one->formats[i].payload_type != other->formats[i].payload_type)
            return false;

    return one->event_type == other->event_type &&
           one->event_clock_hz == other->event_clock_hz;
}

bool leg_same_media(const struct media_description *one,
                    const struct media_description *other)
{
    return same_formats(one, other) && one->ptime_ms == other->ptime_ms &&
           one->direction == other->direction &&
           same_key(&one->crypto, &other->crypto) &&
           same_address(&one->rtp, &other->rtp);
}

enum media_sdp_fault leg_read_sdp(const struct sip_msg *msg,
                                  enum media_srtp srtp,
                                  struct media_sdp *ret_sdp)
{
    if (msg->tp != SIP_TRANSP_TLS && srtp == MEDIA_SRTP_REQUIRED)
        return MEDIA_SDP_NOT_SECRET;
    if (msg->tp != SIP_TRANSP_TLS)
        srtp = MEDIA_SRTP_NO;

    return media_sdp_read(mbuf_buf(msg->mb), mbuf_get_left(msg->mb), &msg->src,
                          srtp, ret_sdp);
}

enum media_sdp_fault leg_read_answer(const struct leg *leg,
                                     const struct sip_msg *msg,
                                     const struct media_description *offered,
                                     struct media_sdp *ret_sdp)
{
    struct media_sdp answer;
    enum media_sdp_fault fault = leg_read_sdp(msg, leg->srtp, &answer);

    if (fault)
        return fault;

    const struct media_crypto *crypto = &answer.audio.crypto;

    if (crypto->suite != MEDIA_PLAIN &&
        (crypto->suite != offered->crypto.suite ||
         answer.crypto_tag != offered_tag(leg)))
        return MEDIA_SDP_NO_KEY;

    *ret_sdp = answer;
    return MEDIA_SDP_FINE;
}

void leg_refuse_sdp(struct leg *leg, const struct sip_msg *msg,
                    enum media_sdp_fault fault)
{
    char headers[MEDIA_SDP_HEADERS_SIZE];
    const struct signal_reply reply = {
        .code = media_sdp_refusal(fault, headers),
        .headers = headers,
    };

    leg->signalling->stats.refused_sdp++;
    (void)signal_reply(leg->signalling, msg, &reply, NULL, NULL);
}
