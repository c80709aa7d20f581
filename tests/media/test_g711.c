/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The laws against what ITU-T G.711 says in its tables. */

#include "media/g711.h"

#include <math.h>
#include <stdlib.h>

#include "tests/media/spectrum.h"
#include "tests/test.h"

/* G.711, tables 5 and 6: eight octets that sound as 1 kHz at 0 dBm0. */
static const uint8_t milliwatt[MEDIA_CODEC_COUNT][8] = {
    [MEDIA_PCMU] = { 0x1e, 0x0b, 0x0b, 0x1e, 0x9e, 0x8b, 0x8b, 0x9e },
    [MEDIA_PCMA] = { 0x34, 0x21, 0x21, 0x34, 0xb4, 0xa1, 0xa1, 0xb4 },
};

static const struct value_row {
    const char *says;
    enum media_codec law;
    uint8_t octet;
    int16_t value;
} value_rows[] = {
    { "mu-law 0xff is 0", MEDIA_PCMU, 0xff, 0 },
    { "mu-law 0x80 is the loudest positive value", MEDIA_PCMU, 0x80, 32124 },
    { "mu-law 0x00 is the loudest negative value", MEDIA_PCMU, 0x00, -32124 },
    { "mu-law 0xfe is the first step", MEDIA_PCMU, 0xfe, 8 },
    { "mu-law 0xef begins the second segment", MEDIA_PCMU, 0xef, 132 },
    { "A-law 0xd5 is the least positive value", MEDIA_PCMA, 0xd5, 8 },
    { "A-law 0x55 is the least negative value", MEDIA_PCMA, 0x55, -8 },
    { "A-law 0xaa is the loudest positive value", MEDIA_PCMA, 0xaa, 32256 },
    { "A-law 0x2a is the loudest negative value", MEDIA_PCMA, 0x2a, -32256 },
};

static void decodes_and_encodes(void **state)
{
    const struct value_row *row = *state;

    assert_int_equal(g711_decode(row->law, row->octet), row->value);
    assert_int_equal(g711_encode(row->law, row->value), row->octet);
}

static void every_octet_survives_a_round_trip(void **state)
{
    (void)state;

    for (int octet = 0; octet < 256; octet++) {
        uint8_t u = (uint8_t)octet;
        int16_t value = g711_decode(MEDIA_PCMU, u);

        /* mu-law has two zeros. */
        assert_int_equal(g711_encode(MEDIA_PCMU, value), u == 0x7f ? 0xff : u);
        assert_int_equal(g711_encode(MEDIA_PCMA, g711_decode(MEDIA_PCMA, u)),
                         u);
    }
}

/* Half a step of the segment that an octet lies in. */
static int half_step(enum media_codec law, uint8_t octet)
{
    int segment =
        law == MEDIA_PCMU ? (~octet >> 4 & 7) : ((octet ^ 0x55) >> 4 & 7);

    if (law == MEDIA_PCMU)
        return 4 << segment;

    return segment ? 8 << (segment - 1) : 8;
}

static void every_value_is_met_within_half_a_step(void **state)
{
    (void)state;

    for (int law = 0; law < MEDIA_CODEC_COUNT; law++)
        for (int value = -32635; value <= 32635; value++) {
            enum media_codec codec = (enum media_codec)law;
            uint8_t octet = g711_encode(codec, (int16_t)value);
            int error = abs(g711_decode(codec, octet) - value);

            assert_true(error <= half_step(codec, octet));
        }
}

static void the_ends_of_the_range_do_not_overflow(void **state)
{
    (void)state;

    assert_int_equal(g711_encode(MEDIA_PCMU, INT16_MAX), 0x80);
    assert_int_equal(g711_encode(MEDIA_PCMU, INT16_MIN), 0x00);
    assert_int_equal(g711_encode(MEDIA_PCMA, INT16_MAX), 0xaa);
    assert_int_equal(g711_encode(MEDIA_PCMA, INT16_MIN), 0x2a);
}

static void the_digital_milliwatt_is_1_khz(void **state)
{
    (void)state;

    for (int law = 0; law < MEDIA_CODEC_COUNT; law++) {
        int16_t samples[800];

        for (size_t i = 0; i < ARRAY_LEN(samples); i++)
            samples[i] =
                g711_decode((enum media_codec)law, milliwatt[law][i % 8]);
        assert_true(share_at(samples, ARRAY_LEN(samples), 1000) > 0.999);
        /* 0 dBm0 is 3.17 dB (A-law 3.14) below a sine of the full range. */
        assert_true(fabs(loudness(samples, ARRAY_LEN(samples)) - 16000) < 200);
    }
}

static void transcoding_meets_the_other_laws_milliwatt(void **state)
{
    (void)state;

    for (int law = 0; law < MEDIA_CODEC_COUNT; law++) {
        uint8_t octets[8];

        for (size_t i = 0; i < 8; i++)
            octets[i] = milliwatt[law][i];
        g711_transcode((enum media_codec)law, octets, 8);
        assert_memory_equal(octets, milliwatt[!law], 8);
    }
}

static int distance(enum media_codec law, int octet, int value)
{
    return abs(g711_decode(law, (uint8_t)octet) - value);
}

static void transcoding_gives_the_nearest_value(void **state)
{
    (void)state;

    for (int law = 0; law < MEDIA_CODEC_COUNT; law++)
        for (int octet = 0; octet < 256; octet++) {
            enum media_codec from = (enum media_codec)law;
            enum media_codec to = (enum media_codec) !law;
            uint8_t coded = (uint8_t)octet;
            int value = g711_decode(from, coded);

            g711_transcode(from, &coded, 1);
            for (int other = 0; other < 256; other++)
                assert_true(distance(to, coded, value) <=
                            distance(to, other, value));
        }
}

static void silence_is_the_least_value(void **state)
{
    (void)state;

    assert_int_equal(g711_silence(MEDIA_PCMU), 0xff);
    assert_int_equal(g711_silence(MEDIA_PCMA), 0xd5);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, decodes_and_encodes, value_rows);
    TEST_LIST_ADD(&list, every_octet_survives_a_round_trip);
    TEST_LIST_ADD(&list, every_value_is_met_within_half_a_step);
    TEST_LIST_ADD(&list, the_ends_of_the_range_do_not_overflow);
    TEST_LIST_ADD(&list, the_digital_milliwatt_is_1_khz);
    TEST_LIST_ADD(&list, transcoding_meets_the_other_laws_milliwatt);
    TEST_LIST_ADD(&list, transcoding_gives_the_nearest_value);
    TEST_LIST_ADD(&list, silence_is_the_least_value);
    return test_list_run(&list);
}
