/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What two descriptions have in common. */

#include "media/command.h"

#include <assert.h>
#include <errno.h>

#include "media/address.h"

enum {
    COMFORT_NOISE = 13, /* static payload type, RFC 3389 */
    MIN_CLOCK_HZ = 8000,
    MAX_CLOCK_HZ = 192000,
};

static bool is_sound(const struct media_description *description)
{
    if (description->format_count < 1 ||
        description->format_count > MEDIA_MAX_FORMATS)
        return false;

    for (size_t i = 0; i < description->format_count; i++)
        if (description->formats[i].codec >= MEDIA_CODEC_COUNT ||
            description->formats[i].payload_type >= PAYLOAD_TYPES)
            return false;
    if (description->crypto.suite >= MEDIA_SUITE_COUNT)
        return false;

    return description->event_type == MEDIA_NO_EVENTS ||
           (description->event_type < PAYLOAD_TYPES &&
            description->event_clock_hz >= MIN_CLOCK_HZ &&
            description->event_clock_hz <= MAX_CLOCK_HZ);
}

static const struct media_format *find_codec(
    const struct media_description *description, enum media_codec codec)
{
    for (size_t i = 0; i < description->format_count; i++)
        if (description->formats[i].codec == codec)
            return &description->formats[i];

    return NULL;
}

static const struct media_format *best_format(
    const struct media_description *remote,
    const struct media_description *local)
{
    for (size_t i = 0; i < remote->format_count; i++)
        if (find_codec(local, remote->formats[i].codec))
            return &remote->formats[i];

    return NULL;
}

static void set_kind(struct stream_agreement *agreed, uint8_t payload_type,
                     enum payload_kind kind)
{
    if (agreed->kinds[payload_type] == KIND_UNKNOWN)
        agreed->kinds[payload_type] = (uint8_t)kind;
}

/*
 * What our description promised to take. Where it says nothing about a payload
 * type, the peer's own counts: some send with their number instead of ours.
 */
static void set_kinds(struct stream_agreement *agreed,
                      const struct media_description *description)
{
    for (size_t i = 0; i < description->format_count; i++)
        set_kind(agreed, description->formats[i].payload_type,
                 description->formats[i].codec == MEDIA_PCMA ? KIND_PCMA
                                                             : KIND_PCMU);
    if (description->event_type != MEDIA_NO_EVENTS)
        set_kind(agreed, description->event_type, KIND_EVENTS);
}

static int fit_remote(const struct media_description *remote,
                      sa_family_t family, struct sockaddr_storage *ret_remote)
{
    struct sockaddr_storage address = remote->rtp;

    if (address.ss_family == 0 || address_port(&address) == 0)
        address = (struct sockaddr_storage){ 0 };
    else if (address_fit(&address, family) < 0)
        return -EAFNOSUPPORT;
    else if (!address_is_unicast(&address))
        return -EINVAL;

    *ret_remote = address;
    return 0;
}

int media_command_agree(const struct media_description *remote,
                        const struct media_description *local,
                        sa_family_t family, struct sockaddr_storage *ret_remote,
                        struct stream_agreement *ret_agreed)
{
    assert(remote && local && ret_remote && ret_agreed);

    if (!is_sound(remote) || !is_sound(local))
        return -EINVAL;

    int rc = fit_remote(remote, family, ret_remote);
    if (rc < 0)
        return rc;

    const struct media_format *format = best_format(remote, local);
    if (!format)
        return -ENOTSUP;

    bool events = remote->event_type != MEDIA_NO_EVENTS;
    bool hears = local->event_type != MEDIA_NO_EVENTS;

    *ret_agreed = (struct stream_agreement){
        .direction = remote->direction & local->direction & MEDIA_BOTH_WAYS,
        .law = format->codec,
        .payload_type = format->payload_type,
        .event_type = remote->event_type,
        .event_clock_hz = events ? remote->event_clock_hz : MIN_CLOCK_HZ,
        .heard_clock_hz = hears ? local->event_clock_hz : MIN_CLOCK_HZ,
    };
    if (remote->crypto.suite != MEDIA_PLAIN &&
        local->crypto.suite != MEDIA_PLAIN) {
        ret_agreed->ours = local->crypto;
        ret_agreed->theirs = remote->crypto;
    }
    set_kinds(ret_agreed, local);
    set_kinds(ret_agreed, remote);
    set_kind(ret_agreed, COMFORT_NOISE, KIND_COMFORT);
    return 0;
}
