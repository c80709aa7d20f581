/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splitting at line ends, and the first three words of an m= line. */

#include "sip/media_sdp_scan.h"

#include <string.h>

#include "sip/media_sdp_word.h"

/* Kept words are written back in an answer, so they must be tokens. */
static bool keep_word(const struct pl *word, char ret[MEDIA_SDP_WORD_MAX + 1])
{
    if (word->l > MEDIA_SDP_WORD_MAX)
        return false;

    for (size_t i = 0; i < word->l; i++)
        if (word->p[i] <= ' ' || word->p[i] > '~')
            return false;

    return pl_strcpy(word, ret, MEDIA_SDP_WORD_MAX + 1) == 0;
}

/* "audio 4000 RTP/AVP 0 8"; a port of "4000/2" is one we do not take. */
static enum media_sdp_fault scan_media(struct media_sdp_scan *scan,
                                       struct pl line)
{
    struct media_sdp *sdp = scan->sdp;

    if (sdp->section_count == MEDIA_SDP_MAX_SECTIONS)
        return MEDIA_SDP_TOO_LARGE;

    struct media_sdp_section *section = &sdp->sections[sdp->section_count];
    struct media_sdp_part *part = &scan->parts[sdp->section_count];
    struct pl media, port, protocol, format;
    uint32_t number = 0;

    if (!media_sdp_next_word(&line, &media) ||
        !media_sdp_next_word(&line, &port) ||
        !media_sdp_next_word(&line, &protocol) ||
        !media_sdp_next_word(&line, &format) ||
        !keep_word(&media, section->media) ||
        !keep_word(&protocol, section->protocol) ||
        !keep_word(&format, section->format))
        return MEDIA_SDP_UNREADABLE;

    if (!media_sdp_is_number(&port, UINT16_MAX, &number) &&
        !pl_strchr(&port, '/'))
        return MEDIA_SDP_BAD_ADDRESS;

    if (pl_strchr(&port, '/'))
        number = 0;
    part->port = (uint16_t)number;
    part->is_secret = strcmp(section->protocol, "RTP/SAVP") == 0;
    part->is_audio =
        number != 0 && strcmp(section->media, "audio") == 0 &&
        (part->is_secret || strcmp(section->protocol, "RTP/AVP") == 0);
    sdp->section_count++;
    return MEDIA_SDP_FINE;
}

static struct media_sdp_part *current_part(struct media_sdp_scan *scan)
{
    if (scan->sdp->section_count == 0)
        return &scan->session;

    return &scan->parts[scan->sdp->section_count - 1];
}

/* The offerer's first choice that we can take (RFC 4568, 7.1.2). */
static void scan_attribute(struct media_sdp_part *part, struct pl value)
{
    static const char name[] = "crypto:";

    if (part->crypto.crypto.suite != MEDIA_PLAIN || value.l < sizeof(name) ||
        memcmp(value.p, name, sizeof(name) - 1) != 0)
        return;

    pl_advance(&value, sizeof(name) - 1);
    (void)media_sdp_crypto_read(&value, &part->crypto);
}

static enum media_sdp_fault scan_line(struct media_sdp_scan *scan,
                                      const struct pl *line,
                                      size_t length_with_end)
{
    if (line->l == 0)
        return MEDIA_SDP_FINE;
    if (line->l < 2 || line->p[1] != '=')
        return MEDIA_SDP_UNREADABLE;

    struct pl value = { .p = line->p + 2, .l = line->l - 2 };

    if (line->p[0] == 'm') {
        enum media_sdp_fault fault = scan_media(scan, value);
        if (fault)
            return fault;
    }

    struct media_sdp_part *part = current_part(scan);

    if (line->p[0] == 'c')
        part->connection = value;
    if (line->p[0] == 'a')
        scan_attribute(part, value);
    if (!part->text.p)
        part->text.p = line->p;
    part->text.l = (size_t)(line->p - part->text.p) + length_with_end;
    return MEDIA_SDP_FINE;
}

enum media_sdp_fault media_sdp_scan_all(struct media_sdp_scan *scan,
                                        const uint8_t *body, size_t length)
{
    const char *p = (const char *)body;
    const char *end = p + length;

    if (length < 2 || memcmp(p, "v=", 2) != 0 || memchr(p, '\0', length))
        return MEDIA_SDP_UNREADABLE;

    while (p < end) {
        const char *newline = memchr(p, '\n', (size_t)(end - p));
        const char *next = newline ? newline + 1 : end;
        struct pl line = { .p = p, .l = (size_t)(next - p) };

        while (line.l &&
               (line.p[line.l - 1] == '\n' || line.p[line.l - 1] == '\r'))
            line.l--;

        enum media_sdp_fault fault = scan_line(scan, &line, (size_t)(next - p));
        if (fault)
            return fault;
        p = next;
    }

    return MEDIA_SDP_FINE;
}
