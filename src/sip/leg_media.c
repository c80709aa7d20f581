/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a leg says and hears in SDP. */

#include "sip/leg_inside.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "sip/reply.h"

static int write_text(struct leg *leg, const struct media_description *local,
                      const struct media_sdp *offer, char **ret_sdp)
{
    char *sdp = mem_alloc(LEG_SDP_SIZE, NULL);
    if (!sdp)
        return -ENOMEM;

    struct media_sdp_text text = {
        .local = local,
        .offer = offer,
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

int leg_write_answer(struct leg *leg, const struct media_description *local)
{
    struct media_description agreed;
    char *sdp = NULL;

    if (!media_sdp_agree(local, &leg->remote.audio, &agreed))
        return -EINVAL;

    int rc = write_text(leg, &agreed, &leg->remote, &sdp);
    if (rc < 0)
        return rc;

    mem_deref(leg->sdp);
    leg->sdp = sdp;
    leg->local = agreed;
    leg->wanted = *local;
    return 0;
}

int leg_write_offer(struct leg *leg, const struct media_description *local,
                    char **ret_sdp)
{
    char *sdp = NULL;

    /* The m= lines that there are stay (RFC 3264, 8). */
    int rc =
        write_text(leg, local, leg->has_remote ? &leg->remote : NULL, &sdp);
    if (rc < 0)
        return rc;

    mem_deref(*ret_sdp);
    *ret_sdp = sdp;
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
           same_address(&one->rtp, &other->rtp);
}

enum media_sdp_fault leg_read_sdp(const struct sip_msg *msg,
                                  struct media_sdp *ret_sdp)
{
    return media_sdp_read(mbuf_buf(msg->mb), mbuf_get_left(msg->mb), &msg->src,
                          ret_sdp);
}

void leg_refuse_sdp(struct leg *leg, const struct sip_msg *msg,
                    enum media_sdp_fault fault)
{
    char warning[80];
    const struct signal_reply reply = { .code = 488, .headers = warning };

    leg->signalling->stats.refused_sdp++;
    snprintf(warning, sizeof(warning), "Warning: %s\r\n",
             media_sdp_warning(fault));
    (void)signal_reply(leg->signalling, msg, &reply, NULL, NULL);
}
