/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An offer is understood and answered, section by section. */

#include <string.h>

#include "sip/address.h"
#include "sip/media_sdp.h"
#include "tests/fuzz/fuzz.h"

static bool is_word(const char *text)
{
    for (; *text; text++)
        if (*text <= ' ')
            return false;

    return true;
}

static void look_at(const struct media_sdp *sdp)
{
    const struct media_description *audio = &sdp->audio;

    CLAIM(sdp->section_count > 0 &&
          sdp->section_count <= MEDIA_SDP_MAX_SECTIONS);
    CLAIM(sdp->audio_section < sdp->section_count);
    CLAIM(audio->format_count > 0 && audio->format_count <= MEDIA_MAX_FORMATS);
    CLAIM(audio->ptime_ms >= 10 && audio->ptime_ms <= 60);
    CLAIM((unsigned)audio->direction <= MEDIA_BOTH_WAYS);
    CLAIM(audio->crypto.suite < MEDIA_SUITE_COUNT);
    CLAIM(audio->event_type < 128 || audio->event_type == MEDIA_NO_EVENTS);
    for (size_t i = 0; i < audio->format_count; i++)
        CLAIM(audio->formats[i].payload_type < 128 &&
              audio->formats[i].codec < MEDIA_CODEC_COUNT);
    for (size_t i = 0; i < sdp->section_count; i++)
        CLAIM(is_word(sdp->sections[i].media) &&
              is_word(sdp->sections[i].protocol) &&
              is_word(sdp->sections[i].format));
}

static size_t count_sections(const char *text)
{
    size_t count = 0;

    while ((text = strstr(text, "\r\nm="))) {
        count++;
        text++;
    }
    return count;
}

/* RFC 3264, 6: as many sections, and what we write, we can read. */
static void answer(const struct media_sdp *offer, const struct sa *us,
                   enum media_srtp srtp)
{
    struct media_description local = {
        .formats = { { MEDIA_PCMA, 8 }, { MEDIA_PCMU, 0 } },
        .format_count = 2,
        .event_type = 101,
        .event_clock_hz = 8000,
        .ptime_ms = 20,
        .direction = MEDIA_BOTH_WAYS,
    };
    struct media_description agreed;
    struct media_sdp heard;
    char text[4096];

    signal_address_from_sa(us, &local.rtp);
    if (!media_sdp_agree(&local, &offer->audio, &agreed))
        return;
    agreed.rtp = local.rtp;
    agreed.crypto = offer->audio.crypto;

    const struct media_sdp_text what = {
        .local = &agreed, .offer = offer, .session_id = 7, .version = 1
    };
    int length = media_sdp_write(&what, text, sizeof(text));

    CLAIM(length > 0 && (size_t)length == strlen(text));
    CLAIM(count_sections(text) == offer->section_count);
    CLAIM(media_sdp_read((const uint8_t *)text, (size_t)length, us, srtp,
                         &heard) == MEDIA_SDP_FINE);
    CLAIM(heard.crypto_tag == offer->crypto_tag &&
          memcmp(&heard.audio.crypto, &offer->audio.crypto,
                 sizeof(heard.audio.crypto)) == 0);
    CLAIM(heard.section_count == offer->section_count &&
          heard.audio_section == offer->audio_section);
}

static void read_as(const uint8_t *data, size_t size, enum media_srtp srtp)
{
    struct media_sdp sdp;
    struct sa peer, us;

    CLAIM(sa_set_str(&peer, "192.0.2.7", 5060) == 0);
    CLAIM(sa_set_str(&us, "192.0.2.1", 40000) == 0);

    char headers[MEDIA_SDP_HEADERS_SIZE];
    enum media_sdp_fault fault = media_sdp_read(data, size, &peer, srtp, &sdp);

    CLAIM(fault < MEDIA_SDP_FAULT_COUNT);
    if (fault == MEDIA_SDP_FINE) {
        bool is_secret = sdp.audio.crypto.suite != MEDIA_PLAIN;

        CLAIM(srtp != MEDIA_SRTP_NO || !is_secret);
        CLAIM(srtp != MEDIA_SRTP_REQUIRED || is_secret);
        look_at(&sdp);
        answer(&sdp, &us, srtp);
    } else {
        CLAIM(media_sdp_refusal(fault, headers) == 488);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    read_as(data, size, MEDIA_SRTP_NO);
    read_as(data, size, MEDIA_SRTP_OPTIONAL);
    read_as(data, size, MEDIA_SRTP_REQUIRED);
    return 0;
}
