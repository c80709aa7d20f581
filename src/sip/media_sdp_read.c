/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Line by line first, to refuse; then libre, into a scratch session. */

#include "sip/media_sdp.h"

#include <assert.h>
#include <errno.h>
#include <string.h>

#include "sip/libre.h"

#include "sip/address.h"
#include "sip/media_sdp_scan.h"
#include "sip/media_sdp_word.h"

enum {
    PTIME_DEFAULT_MS = 20,
    PTIME_MIN_MS = 10,
    PTIME_MAX_MS = 60,
    EVENT_CLOCK_MIN_HZ = 8000,
    EVENT_CLOCK_MAX_HZ = 48000,
};

/* ::ffff:192.0.2.1, which libre reads as 192.0.2.1 (RFC 5118, 4.9). */
static bool is_mapped(const struct pl *number)
{
    return pl_strchr(number, ':') && pl_strchr(number, '.');
}

/* "IN IP4 192.0.2.1"; 0.0.0.0 and :: mean hold (RFC 2543, B.5). */
static enum media_sdp_fault read_connection(const struct pl *value,
                                            const struct sa *peer,
                                            struct sa *ret_address)
{
    struct pl line = *value, net, type, number;

    if (!media_sdp_next_word(&line, &net) ||
        !media_sdp_next_word(&line, &type) ||
        !media_sdp_next_word(&line, &number) || pl_strcmp(&net, "IN"))
        return MEDIA_SDP_UNREADABLE;

    int family = !pl_strcmp(&type, "IP4")   ? AF_INET
                 : !pl_strcmp(&type, "IP6") ? AF_INET6
                                            : AF_UNSPEC;

    if (sa_set(ret_address, &number, 0) ||
        (sa_af(ret_address) != family && !is_mapped(&number)))
        return MEDIA_SDP_BAD_ADDRESS;
    if (signal_address_scope(ret_address) == SIGNAL_NOWHERE)
        return MEDIA_SDP_FINE;
    if (family != sa_af(peer))
        return MEDIA_SDP_BAD_ADDRESS;

    switch (signal_address_scope(ret_address)) {
    case SIGNAL_MANY:
        return MEDIA_SDP_BAD_ADDRESS;
    case SIGNAL_LOOPBACK:
        return signal_address_scope(peer) == SIGNAL_LOOPBACK
                   ? MEDIA_SDP_FINE
                   : MEDIA_SDP_BAD_ADDRESS;
    default:
        return MEDIA_SDP_FINE;
    }
}

/* A phone behind NAT says a private address, and media latch: no fault. */
static enum media_sdp_fault read_address(const struct media_sdp_part *session,
                                         const struct media_sdp_part *part,
                                         const struct sa *peer,
                                         struct media_description *ret)
{
    const struct pl *connection =
        part->connection.l ? &part->connection : &session->connection;
    struct sa address;

    if (!connection->l)
        return MEDIA_SDP_UNREADABLE;

    enum media_sdp_fault fault = read_connection(connection, peer, &address);
    if (fault)
        return fault;

    if (signal_address_scope(&address) == SIGNAL_NOWHERE) {
        ret->direction &= (enum media_direction) ~MEDIA_SENDS;
        return MEDIA_SDP_FINE;
    }

    sa_set_port(&address, part->port);
    signal_address_from_sa(&address, &ret->rtp);
    return MEDIA_SDP_FINE;
}

/* A static payload type may come without a name; others must have one. */
static bool codec_of(const struct sdp_format *format, uint32_t payload_type,
                     enum media_codec *ret)
{
    if (!format->name) {
        *ret = payload_type == 8 ? MEDIA_PCMA : MEDIA_PCMU;
        return payload_type == 0 || payload_type == 8;
    }

    if (format->srate != 8000 || format->ch != 1)
        return false;

    *ret = str_casecmp(format->name, "PCMA") == 0 ? MEDIA_PCMA : MEDIA_PCMU;
    return str_casecmp(format->name, "PCMA") == 0 ||
           str_casecmp(format->name, "PCMU") == 0;
}

static void add_codec(struct media_description *ret, enum media_codec codec,
                      uint32_t payload_type)
{
    for (size_t i = 0; i < ret->format_count; i++)
        if (ret->formats[i].codec == codec)
            return;

    if (ret->format_count < MEDIA_MAX_FORMATS)
        ret->formats[ret->format_count++] = (struct media_format){
            .codec = codec,
            .payload_type = (uint8_t)payload_type,
        };
}

static bool is_event(const struct sdp_format *format)
{
    return format->name && str_casecmp(format->name, "telephone-event") == 0 &&
           format->srate >= EVENT_CLOCK_MIN_HZ &&
           format->srate <= EVENT_CLOCK_MAX_HZ;
}

static void read_formats(const struct sdp_media *media,
                         struct media_description *ret)
{
    const struct list *formats = sdp_media_format_lst(media, false);

    for (struct le *le = list_head(formats); le; le = le->next) {
        const struct sdp_format *format = le->data;
        struct pl id;
        uint32_t payload_type;
        enum media_codec codec;

        pl_set_str(&id, format->id);
        if (!media_sdp_is_number(&id, 127, &payload_type))
            continue;

        if (codec_of(format, payload_type, &codec))
            add_codec(ret, codec, payload_type);
        if (is_event(format) && ret->event_type == MEDIA_NO_EVENTS) {
            ret->event_type = (uint8_t)payload_type;
            ret->event_clock_hz = format->srate;
        }
    }
}

static uint16_t read_ptime(const struct sdp_media *media)
{
    const char *value = sdp_media_rattr(media, "ptime");
    struct pl word;
    uint32_t ms;

    if (!value)
        return PTIME_DEFAULT_MS;

    pl_set_str(&word, value);
    if (!media_sdp_is_number(&word, PTIME_MAX_MS, &ms) || ms < PTIME_MIN_MS)
        return PTIME_DEFAULT_MS;

    return (uint16_t)ms;
}

/* libre keeps directions from our viewpoint, with the bits the other way. */
static enum media_direction read_direction(const struct sdp_media *media)
{
    switch (sdp_media_rdir(media)) {
    case SDP_RECVONLY:
        return MEDIA_RECEIVES;
    case SDP_SENDONLY:
        return MEDIA_SENDS;
    case SDP_SENDRECV:
        return MEDIA_BOTH_WAYS;
    default:
        return MEDIA_INACTIVE;
    }
}

static enum media_sdp_fault read_audio(const struct sdp_media *media,
                                       struct media_description *ret)
{
    ret->event_type = MEDIA_NO_EVENTS;
    ret->event_clock_hz = 8000;
    ret->direction = read_direction(media);
    ret->ptime_ms = read_ptime(media);
    read_formats(media, ret);
    return ret->format_count ? MEDIA_SDP_FINE : MEDIA_SDP_NO_FORMAT;
}

/* The session's lines and those of one section, as if there were no other. */
static enum media_sdp_fault decode(const struct media_sdp_part *session,
                                   const struct media_sdp_part *part,
                                   struct media_description *ret)
{
    struct mbuf *text = mbuf_alloc(session->text.l + part->text.l + 2);
    struct sdp_session *scratch = NULL;
    struct sa nobody;
    enum media_sdp_fault fault = MEDIA_SDP_NO_MEMORY;

    sa_init(&nobody, AF_INET);
    if (!text || mbuf_write_pl(text, &session->text) ||
        mbuf_write_pl(text, &part->text) || mbuf_write_str(text, "\r\n") ||
        sdp_session_alloc(&scratch, &nobody))
        goto out;

    text->pos = 0;

    int err = sdp_decode(scratch, text, true);
    const struct list *medias = sdp_session_medial(scratch, false);

    if (err != ENOMEM)
        fault = MEDIA_SDP_UNREADABLE;
    if (!err && list_head(medias))
        fault = read_audio(list_head(medias)->data, ret);

out:
    mem_deref(scratch);
    mem_deref(text);
    return fault;
}

/* Whether a section is one that we talk by; else why it is not, when nothing
   better is known. */
static bool is_usable(const struct media_sdp_part *part, enum media_srtp srtp,
                      enum media_sdp_fault *fault)
{
    bool has_key = part->crypto.crypto.suite != MEDIA_PLAIN;

    if (!part->is_audio || (part->is_secret && srtp == MEDIA_SRTP_NO))
        return false;
    if (part->is_secret && !has_key) {
        *fault = MEDIA_SDP_NO_KEY;
        return false;
    }
    if (!part->is_secret && srtp == MEDIA_SRTP_REQUIRED) {
        *fault = MEDIA_SDP_NOT_SECRET;
        return false;
    }

    return true;
}

static enum media_sdp_fault choose_section(const struct media_sdp_scan *scan,
                                           enum media_srtp srtp)
{
    enum media_sdp_fault fault = MEDIA_SDP_NO_AUDIO;
    struct media_sdp *sdp = scan->sdp;

    for (size_t i = 0; i < sdp->section_count; i++)
        if (is_usable(&scan->parts[i], srtp, &fault)) {
            sdp->audio_section = i;
            return MEDIA_SDP_FINE;
        }

    return fault;
}

enum media_sdp_fault media_sdp_read(const uint8_t *body, size_t length,
                                    const struct sa *peer, enum media_srtp srtp,
                                    struct media_sdp *ret_sdp)
{
    assert((body || length == 0) && peer && ret_sdp);

    struct media_sdp sdp = { 0 };
    struct media_sdp_scan scan = { .sdp = &sdp };

    if (length > MEDIA_SDP_MAX_BYTES)
        return MEDIA_SDP_TOO_LARGE;

    enum media_sdp_fault fault = media_sdp_scan_all(&scan, body, length);
    if (fault)
        return fault;

    fault = choose_section(&scan, srtp);
    if (fault)
        return fault;

    const struct media_sdp_part *part = &scan.parts[sdp.audio_section];

    fault = decode(&scan.session, part, &sdp.audio);
    if (fault == MEDIA_SDP_FINE)
        fault = read_address(&scan.session, part, peer, &sdp.audio);
    if (fault == MEDIA_SDP_FINE && srtp != MEDIA_SRTP_NO) {
        sdp.audio.crypto = part->crypto.crypto;
        sdp.crypto_tag = part->crypto.tag;
    }
    if (fault == MEDIA_SDP_FINE)
        *ret_sdp = sdp;

    return fault;
}
