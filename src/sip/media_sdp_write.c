/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ours as SDP: an offer, or an answer that refuses what is not audio. */

#include "sip/media_sdp.h"

#include <arpa/inet.h>
#include <assert.h>
#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct text {
    char *bytes;
    size_t size, length;
    bool full;
};

__attribute__((format(printf, 2, 3))) static void say(struct text *text,
                                                      const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    int n = vsnprintf(text->bytes + text->length, text->size - text->length,
                      format, arguments);
    va_end(arguments);

    if (n < 0 || (size_t)n >= text->size - text->length)
        text->full = true;
    else
        text->length += (size_t)n;
}

static uint16_t port_of(const struct sockaddr_storage *address)
{
    if (address->ss_family == AF_INET)
        return ntohs(((const struct sockaddr_in *)address)->sin_port);

    return ntohs(((const struct sockaddr_in6 *)address)->sin6_port);
}

/* "IP4 192.0.2.1" */
static void name_address(const struct sockaddr_storage *address,
                         char ret[static INET6_ADDRSTRLEN + 4])
{
    char number[INET6_ADDRSTRLEN] = "0.0.0.0";
    bool six = address->ss_family == AF_INET6;

    if (six)
        inet_ntop(AF_INET6, &((const struct sockaddr_in6 *)address)->sin6_addr,
                  number, sizeof(number));
    else if (address->ss_family == AF_INET)
        inet_ntop(AF_INET, &((const struct sockaddr_in *)address)->sin_addr,
                  number, sizeof(number));

    snprintf(ret, INET6_ADDRSTRLEN + 4, "IP%c %s", six ? '6' : '4', number);
}

static const char *direction_name(enum media_direction direction)
{
    static const char *const names[] = {
        [MEDIA_INACTIVE] = "inactive",
        [MEDIA_SENDS] = "sendonly",
        [MEDIA_RECEIVES] = "recvonly",
        [MEDIA_BOTH_WAYS] = "sendrecv",
    };

    return names[direction & MEDIA_BOTH_WAYS];
}

static const char *const codec_names[MEDIA_CODEC_COUNT] = {
    [MEDIA_PCMU] = "PCMU/8000",
    [MEDIA_PCMA] = "PCMA/8000",
};

/* An answer's tag is the offer's (RFC 4568, 7.1.2). */
static void say_key(struct text *text, const struct media_sdp_text *what)
{
    const struct media_sdp_crypto crypto = {
        .tag = what->offer && what->offer->crypto_tag ? what->offer->crypto_tag
                                                      : 1,
        .crypto = what->local->crypto,
    };
    char line[MEDIA_SDP_CRYPTO_SIZE];

    if (crypto.crypto.suite == MEDIA_PLAIN)
        return;

    media_sdp_crypto_write(&crypto, line);
    say(text, "%s\r\n", line);
    explicit_bzero(line, sizeof(line));
}

static void say_audio(struct text *text, const struct media_sdp_text *what,
                      const char *protocol)
{
    const struct media_description *local = what->local;

    say(text, "m=audio %u %s", port_of(&local->rtp), protocol);
    for (size_t i = 0; i < local->format_count; i++)
        say(text, " %u", local->formats[i].payload_type);
    if (local->event_type != MEDIA_NO_EVENTS)
        say(text, " %u", local->event_type);
    say(text, "\r\n");

    for (size_t i = 0; i < local->format_count; i++)
        say(text, "a=rtpmap:%u %s\r\n", local->formats[i].payload_type,
            codec_names[local->formats[i].codec]);
    if (local->event_type != MEDIA_NO_EVENTS)
        say(text,
            "a=rtpmap:%u telephone-event/%" PRIu32 "\r\na=fmtp:%u 0-15\r\n",
            local->event_type, local->event_clock_hz, local->event_type);

    say_key(text, what);
    say(text, "a=ptime:%u\r\na=%s\r\n", local->ptime_ms,
        direction_name(local->direction));
}

static void say_sections(struct text *text, const struct media_sdp_text *what)
{
    for (size_t i = 0; i < what->offer->section_count; i++) {
        const struct media_sdp_section *section = &what->offer->sections[i];

        if (i == what->offer->audio_section)
            say_audio(text, what, section->protocol);
        else
            say(text, "m=%s 0 %s %s\r\n", section->media, section->protocol,
                section->format);
    }
}

int media_sdp_write(const struct media_sdp_text *what, char *ret, size_t size)
{
    assert(what && what->local && ret);

    struct text text = { .bytes = ret, .size = size };
    char address[INET6_ADDRSTRLEN + 4];

    name_address(&what->local->rtp, address);
    say(&text,
        "v=0\r\no=- %" PRIu64 " %" PRIu32 " IN %s\r\ns=-\r\nc=IN %s\r\n"
        "t=0 0\r\n",
        what->session_id, what->version, address, address);
    if (what->offer)
        say_sections(&text, what);
    else
        say_audio(&text, what, what->encrypted ? "RTP/SAVP" : "RTP/AVP");

    return text.full ? -ENOSPC : (int)text.length;
}

static const struct media_format *find_codec(
    const struct media_description *description, enum media_codec codec)
{
    for (size_t i = 0; i < description->format_count; i++)
        if (description->formats[i].codec == codec)
            return &description->formats[i];

    return NULL;
}

bool media_sdp_agree(const struct media_description *local,
                     const struct media_description *offer,
                     struct media_description *ret_answer)
{
    assert(local && offer && ret_answer);

    struct media_description answer = *local;

    answer.format_count = 0;
    for (size_t i = 0; i < offer->format_count; i++)
        if (find_codec(local, offer->formats[i].codec))
            answer.formats[answer.format_count++] = offer->formats[i];

    if (answer.format_count == 0)
        return false;

    if (local->event_type != MEDIA_NO_EVENTS) {
        answer.event_type = offer->event_type;
        answer.event_clock_hz = offer->event_clock_hz;
    }
    answer.direction = local->direction & offer->direction;
    *ret_answer = answer;
    return true;
}

int media_sdp_refusal(enum media_sdp_fault fault,
                      char ret_headers[MEDIA_SDP_HEADERS_SIZE])
{
    static const char *const warnings[MEDIA_SDP_FAULT_COUNT] = {
        [MEDIA_SDP_FINE] = "399 cc-lite \"Nothing to warn of\"",
        [MEDIA_SDP_UNREADABLE] = "305 cc-lite \"SDP cannot be read\"",
        [MEDIA_SDP_TOO_LARGE] = "305 cc-lite \"SDP too large\"",
        [MEDIA_SDP_NO_AUDIO] = "304 cc-lite \"No audio over RTP/AVP\"",
        [MEDIA_SDP_BAD_ADDRESS] = "301 cc-lite \"Unusable address or port\"",
        [MEDIA_SDP_NO_FORMAT] = "305 cc-lite \"Incompatible media format\"",
        [MEDIA_SDP_NOT_SECRET] =
            "302 cc-lite \"Audio must be encrypted: RTP/SAVP, by TLS\"",
        [MEDIA_SDP_NO_KEY] = "306 cc-lite \"No a=crypto that is supported\"",
    };

    assert(fault < MEDIA_SDP_FAULT_COUNT && ret_headers);
    if (fault == MEDIA_SDP_NO_MEMORY) {
        snprintf(ret_headers, MEDIA_SDP_HEADERS_SIZE, "Retry-After: 5\r\n");
        return 500;
    }

    snprintf(ret_headers, MEDIA_SDP_HEADERS_SIZE, "Warning: %s\r\n",
             warnings[fault]);
    return 488;
}
