/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A walk over chunks, and the ways to write a sample. */

#include "worker/wave.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <string.h>

#include "media/g711.h"

enum {
    TAG_PCM = 1,
    TAG_FLOAT = 3,
    TAG_ALAW = 6,
    TAG_MULAW = 7,
    TAG_EXTENSIBLE = 0xfffe, /* the true tag begins the sub-format */

    FORMAT_SIZE = 16,
    EXTENSIBLE_SIZE = 40,
    SUB_FORMAT_AT = 24,
};

static unsigned get16(const uint8_t *p)
{
    return (unsigned)p[0] | (unsigned)p[1] << 8;
}

static uint32_t get32(const uint8_t *p)
{
    return get16(p) | (uint32_t)get16(p + 2) << 16;
}

/* The format. */

/* KSDATAFORMAT_SUBTYPE_...: two bytes of tag, and always these. */
static bool is_sub_format(const uint8_t *guid)
{
    static const uint8_t rest[] = { 0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80,
                                    0x00, 0x00, 0xaa, 0x00, 0x38, 0x9b, 0x71 };

    return memcmp(guid + 2, rest, sizeof(rest)) == 0;
}

static enum worker_outcome find_coding(unsigned tag, unsigned bits,
                                       enum wave_coding *ret_coding)
{
    bool fits;

    switch (tag) {
    case TAG_PCM:
        *ret_coding = bits == 8 ? WAVE_UNSIGNED_8 : WAVE_SIGNED;
        fits = bits == 8 || bits == 16 || bits == 24 || bits == 32;
        break;
    case TAG_FLOAT:
        *ret_coding = WAVE_FLOAT;
        fits = bits == 32 || bits == 64;
        break;
    case TAG_ALAW:
    case TAG_MULAW:
        *ret_coding = tag == TAG_ALAW ? WAVE_ALAW : WAVE_MULAW;
        fits = bits == 8;
        break;
    default:
        return WORKER_BAD_CODING;
    }

    return fits ? WORKER_DONE : WORKER_BAD_WIDTH;
}

static enum worker_outcome read_tag(const uint8_t *chunk, size_t size,
                                    unsigned *ret_tag)
{
    *ret_tag = get16(chunk);
    if (*ret_tag != TAG_EXTENSIBLE)
        return WORKER_DONE;
    if (size < EXTENSIBLE_SIZE)
        return WORKER_SHORT_FORMAT;
    if (!is_sub_format(chunk + SUB_FORMAT_AT))
        return WORKER_BAD_CODING;

    *ret_tag = get16(chunk + SUB_FORMAT_AT);
    return get16(chunk + 18) <= get16(chunk + 14) ? WORKER_DONE
                                                  : WORKER_CONTRADICTION;
}

static enum worker_outcome read_format(const uint8_t *chunk, size_t size,
                                       struct wave *wave)
{
    unsigned tag = 0;

    if (size < FORMAT_SIZE)
        return WORKER_SHORT_FORMAT;

    unsigned bits = get16(chunk + 14);
    enum worker_outcome outcome = read_tag(chunk, size, &tag);
    if (!outcome)
        outcome = find_coding(tag, bits, &wave->coding);
    if (outcome)
        return outcome;

    wave->channels = get16(chunk + 2);
    wave->rate_hz = get32(chunk + 4);
    wave->width = bits / 8;
    if (wave->channels < 1 || wave->channels > WAVE_MAX_CHANNELS)
        return WORKER_BAD_CHANNELS;
    if (wave->rate_hz < WAVE_MIN_HZ || wave->rate_hz > WAVE_MAX_HZ)
        return WORKER_BAD_RATE;

    uint32_t frame = wave->channels * wave->width;
    bool agrees =
        get16(chunk + 12) == frame && get32(chunk + 8) == wave->rate_hz * frame;

    return agrees ? WORKER_DONE : WORKER_CONTRADICTION;
}

static enum worker_outcome read_data(const uint8_t *chunk, size_t size,
                                     struct wave *wave)
{
    size_t frame = (size_t)wave->channels * wave->width;

    if (size == 0)
        return WORKER_EMPTY;
    if (size % frame)
        return WORKER_HALF_SAMPLE;

    wave->data = chunk;
    wave->frames = size / frame;
    return wave->frames <= (size_t)wave->rate_hz * WORKER_MAX_S
               ? WORKER_DONE
               : WORKER_TOO_LONG;
}

/* The chunks. */

enum worker_outcome wave_parse(const uint8_t *bytes, size_t length,
                               struct wave *ret_wave)
{
    assert((bytes || !length) && ret_wave);

    struct wave wave = { .channels = 0 };

    if (length < 12 || memcmp(bytes, "RIFF", 4) || memcmp(bytes + 8, "WAVE", 4))
        return WORKER_NO_WAV;
    if (get32(bytes + 4) < 4 || get32(bytes + 4) > length - 8)
        return WORKER_TRUNCATED;

    size_t end = (size_t)get32(bytes + 4) + 8;
    size_t at = 12;

    for (int chunks = 0; chunks < WAVE_MAX_CHUNKS && end - at >= 8; chunks++) {
        const uint8_t *body = bytes + at + 8;
        size_t size = get32(bytes + at + 4);
        bool is_format = !memcmp(bytes + at, "fmt ", 4);
        bool is_data = !memcmp(bytes + at, "data", 4);
        enum worker_outcome outcome = WORKER_DONE;

        if (size > end - at - 8)
            return WORKER_BAD_CHUNK;
        if (is_format)
            outcome = wave.channels ? WORKER_TWO_FORMATS
                                    : read_format(body, size, &wave);
        else if (is_data)
            outcome = wave.channels ? read_data(body, size, &wave)
                                    : WORKER_DATA_FIRST;
        if (outcome)
            return outcome;
        if (is_data) {
            *ret_wave = wave;
            return WORKER_DONE;
        }

        at += 8 + size;
        if (size % 2 && at < end)
            at++;
    }

    return WORKER_NO_DATA;
}

/* The samples. */

/* So many bytes, little endian, in the upper end of the number. */
static uint64_t get_upper(const uint8_t *p, unsigned width)
{
    uint64_t value = 0;

    for (unsigned i = 0; i < width; i++)
        value |= (uint64_t)p[i] << (8 * (8 - width + i));

    return value;
}

static float read_signed(const uint8_t *p, unsigned width)
{
    return (float)((int64_t)get_upper(p, width) >> 32) / 2147483648.0f;
}

/* IEEE 754, as every machine that Debian runs on has it. */
static float read_float(const uint8_t *p, unsigned width)
{
    uint64_t bits = get_upper(p, width);
    uint32_t upper = (uint32_t)(bits >> 32);
    float single = 0;
    double twice = 0;

    if (width == sizeof(single)) {
        memcpy(&single, &upper, sizeof(single));
        twice = (double)single;
    } else {
        memcpy(&twice, &bits, sizeof(twice));
    }

    return isnan(twice) ? 0.0f : (float)fmax(-1.0, fmin(1.0, twice));
}

static float read_law(enum media_codec law, uint8_t octet)
{
    return (float)g711_decode(law, octet) / 32768.0f;
}

static float read_sample(const struct wave *wave, const uint8_t *p)
{
    switch (wave->coding) {
    case WAVE_UNSIGNED_8:
        return (float)(*p - 128) / 128.0f;
    case WAVE_SIGNED:
        return read_signed(p, wave->width);
    case WAVE_FLOAT:
        return read_float(p, wave->width);
    case WAVE_ALAW:
        return read_law(MEDIA_PCMA, *p);
    case WAVE_MULAW:
        return read_law(MEDIA_PCMU, *p);
    }

    assert(false && "no such coding");
    return 0;
}

void wave_read(const struct wave *wave, size_t at, size_t count,
               float *ret_samples)
{
    assert(wave && ret_samples && at <= wave->frames &&
           count <= wave->frames - at);

    const uint8_t *p =
        wave->data + at * (size_t)wave->channels * (size_t)wave->width;

    for (size_t i = 0; i < count; i++) {
        float sum = 0;

        for (unsigned channel = 0; channel < wave->channels; channel++) {
            sum += read_sample(wave, p);
            p += wave->width;
        }
        ret_samples[i] = sum / (float)wave->channels;
    }
}
