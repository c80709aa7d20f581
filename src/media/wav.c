/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One walk over the chunks, forward only: each step is at least 8 bytes. */

#include "media/wav.h"

#include <assert.h>
#include <errno.h>
#include <stdbool.h>
#include <string.h>

#include "base/mark.h"

enum {
    TAG_PCM = 1,
    TAG_ALAW = 6,
    TAG_MULAW = 7,
    TAG_EXTENSIBLE = 0xfffe, /* the true tag begins the sub-format */
    RATE_HZ = 8000,
};

static unsigned get16(const uint8_t *p)
{
    return (unsigned)p[0] | (unsigned)p[1] << 8;
}

static uint32_t get32(const uint8_t *p)
{
    return get16(p) | (uint32_t)get16(p + 2) << 16;
}

static int refuse(const char *reason, const char **ret_reason)
{
    *ret_reason = reason;
    return -EBADMSG;
}

static int parse_format(const uint8_t *chunk, size_t size,
                        enum wav_coding *ret_coding, const char **ret_reason)
{
    if (size < 16)
        return refuse(N_("its format chunk is too short"), ret_reason);

    unsigned tag = get16(chunk);
    unsigned bits = get16(chunk + 14);

    if (tag == TAG_EXTENSIBLE) {
        if (size < 40)
            return refuse(N_("its format chunk is too short"), ret_reason);
        tag = get16(chunk + 24);
    }

    if (tag != TAG_PCM && tag != TAG_ALAW && tag != TAG_MULAW)
        return refuse(N_("it is neither PCM nor mu-law nor A-law"), ret_reason);
    if (get16(chunk + 2) != 1)
        return refuse(N_("it is not mono"), ret_reason);
    if (get32(chunk + 4) != RATE_HZ)
        return refuse(N_("its sample rate is not 8000 Hz"), ret_reason);
    if (bits != (tag == TAG_PCM ? 16u : 8u))
        return refuse(N_("it has a wrong number of bits per sample"),
                      ret_reason);
    if (get16(chunk + 12) != bits / 8 || get32(chunk + 8) != RATE_HZ * bits / 8)
        return refuse(N_("its format contradicts itself"), ret_reason);

    *ret_coding = tag == TAG_PCM    ? WAV_LINEAR_16
                  : tag == TAG_ALAW ? WAV_ALAW
                                    : WAV_MULAW;
    return 0;
}

static int view_data(enum wav_coding coding, const uint8_t *chunk, size_t size,
                     struct wav_view *ret_view, const char **ret_reason)
{
    size_t width = coding == WAV_LINEAR_16 ? 2 : 1;

    if (size == 0)
        return refuse(N_("there is no sound in it"), ret_reason);
    if (size % width)
        return refuse(N_("it ends within a sample"), ret_reason);

    *ret_view = (struct wav_view){ coding, chunk, size / width };
    return 0;
}

int wav_parse(const uint8_t *bytes, size_t length, struct wav_view *ret_view,
              const char **ret_reason)
{
    assert((bytes || !length) && ret_view && ret_reason);

    bool have_format = false;
    enum wav_coding coding = WAV_LINEAR_16;

    if (length < 12 || memcmp(bytes, "RIFF", 4) || memcmp(bytes + 8, "WAVE", 4))
        return refuse(N_("it is not a WAV file"), ret_reason);
    if (get32(bytes + 4) < 4 || get32(bytes + 4) > length - 8)
        return refuse(N_("it is shorter than it says"), ret_reason);

    size_t end = (size_t)get32(bytes + 4) + 8;
    size_t at = 12;

    for (int chunks = 0; chunks < WAV_MAX_CHUNKS && end - at >= 8; chunks++) {
        const uint8_t *body = bytes + at + 8;
        size_t size = get32(bytes + at + 4);
        bool is_format = !memcmp(bytes + at, "fmt ", 4);
        bool is_data = !memcmp(bytes + at, "data", 4);

        if (size > end - at - 8)
            return refuse(N_("a chunk reaches past its end"), ret_reason);
        if (is_format && have_format)
            return refuse(N_("it has two formats"), ret_reason);
        if (is_data && !have_format)
            return refuse(N_("its data come before the format"), ret_reason);
        if (is_data)
            return view_data(coding, body, size, ret_view, ret_reason);
        if (is_format) {
            int rc = parse_format(body, size, &coding, ret_reason);

            if (rc < 0)
                return rc;
            have_format = true;
        }

        at += 8 + size;
        if (size % 2 && at < end)
            at++;
    }

    return refuse(N_("it has no data"), ret_reason);
}
