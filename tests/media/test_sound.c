/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which WAV files are taken, what tones measure, what a sound costs. */

#include "media/sound.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sha256.h"
#include "media/g711.h"
#include "media/music.h"
#include "media/player.h"
#include "media/sound_octets.h"
#include "media/tone.h"
#include "tests/failing_alloc.h"
#include "tests/media/spectrum.h"
#include "tests/test.h"

/* A WAV file in the making, as the specification of 1991 has it. */
struct wav {
    uint8_t bytes[512];
    size_t length;
};

static void put(struct wav *wav, const void *bytes, size_t length)
{
    assert_true(wav->length + length <= sizeof(wav->bytes));
    memcpy(wav->bytes + wav->length, bytes, length);
    wav->length += length;
}

static void put_number(struct wav *wav, uint32_t number, size_t octets)
{
    for (size_t i = 0; i < octets; i++) {
        uint8_t octet = (uint8_t)(number >> 8 * i);

        put(wav, &octet, 1);
    }
}

struct shape {
    unsigned tag, channels, bits;
    uint32_t rate, byte_rate, format_size;
    unsigned block;
};

static const struct shape linear = { 1, 1, 16, 8000, 16000, 16, 2 };
static const struct shape mulaw = { 7, 1, 8, 8000, 8000, 18, 1 };
static const struct shape alaw = { 6, 1, 8, 8000, 8000, 18, 1 };

static void put_format(struct wav *wav, const struct shape *shape)
{
    size_t end = wav->length + 8 + shape->format_size;

    put(wav, "fmt ", 4);
    put_number(wav, shape->format_size, 4);
    put_number(wav, shape->tag, 2);
    put_number(wav, shape->channels, 2);
    put_number(wav, shape->rate, 4);
    put_number(wav, shape->byte_rate, 4);
    put_number(wav, shape->block, 2);
    put_number(wav, shape->bits, 2);
    while (wav->length < end)
        put_number(wav, 0, 1);
}

static void begin(struct wav *wav)
{
    wav->length = 0;
    put(wav, "RIFF\0\0\0\0WAVE", 12);
}

static void end(struct wav *wav)
{
    size_t length = wav->length;

    wav->length = 4;
    put_number(wav, (uint32_t)length - 8, 4);
    wav->length = length;
}

static void put_data(struct wav *wav, const void *data, uint32_t size)
{
    put(wav, "data", 4);
    put_number(wav, size, 4);
    put(wav, data, size);
}

static struct wav wav_of(const struct shape *shape, const void *data,
                         uint32_t size)
{
    struct wav wav;

    begin(&wav);
    put_format(&wav, shape);
    put_data(&wav, data, size);
    end(&wav);
    return wav;
}

/* What is taken. */

static void takes_16_bit_samples(void **state)
{
    (void)state;
    /* 1000 and -1000 little endian, and 0. */
    const uint8_t data[] = { 0xe8, 0x03, 0x18, 0xfc, 0, 0 };
    struct wav wav = wav_of(&linear, data, sizeof(data));
    struct sound *sound = NULL;

    assert_int_equal(sound_from_wav(wav.bytes, wav.length, &sound, NULL), 0);
    assert_int_equal(sound_samples(sound), 3);

    const uint8_t *octets = sound_octets(sound);

    assert_int_equal(sound_law(sound), MEDIA_PCMU);
    assert_int_equal(octets[0], g711_encode(MEDIA_PCMU, 1000));
    assert_int_equal(octets[1], g711_encode(MEDIA_PCMU, -1000));
    assert_int_equal(octets[2], g711_encode(MEDIA_PCMU, 0));
    sound_unref(sound);
}

static void keeps_g711_octets_as_they_are(void **state)
{
    (void)state;
    uint8_t all[256];
    struct sound *sound = NULL;

    for (int i = 0; i < 256; i++)
        all[i] = (uint8_t)i;

    struct wav wav = wav_of(&mulaw, all, sizeof(all));
    assert_int_equal(sound_from_wav(wav.bytes, wav.length, &sound, NULL), 0);
    assert_int_equal(sound_law(sound), MEDIA_PCMU);
    assert_memory_equal(sound_octets(sound), all, sizeof(all));
    sound_unref(sound);

    wav = wav_of(&alaw, all, sizeof(all));
    assert_int_equal(sound_from_wav(wav.bytes, wav.length, &sound, NULL), 0);
    assert_int_equal(sound_law(sound), MEDIA_PCMA);
    assert_memory_equal(sound_octets(sound), all, sizeof(all));
    sound_unref(sound);
}

/* What is kept in one law is heard in either, each octet as the nearest. */
static void is_heard_in_both_laws(void **state)
{
    (void)state;
    uint8_t all[FRAME_SAMPLES];
    struct sound *sound = NULL;

    for (int i = 0; i < FRAME_SAMPLES; i++)
        all[i] = (uint8_t)(i + 64);

    struct wav wav = wav_of(&alaw, all, sizeof(all));
    assert_int_equal(sound_from_wav(wav.bytes, wav.length, &sound, NULL), 0);

    uint8_t heard[FRAME_SAMPLES];
    struct player player;

    player_start(&player, sound, 1, 0, false);
    player_frame(&player, MEDIA_PCMA, heard);
    assert_memory_equal(heard, all, sizeof(all));

    player_start(&player, sound, 1, 0, false);
    player_frame(&player, MEDIA_PCMU, heard);
    g711_transcode(MEDIA_PCMA, all, sizeof(all));
    assert_memory_equal(heard, all, sizeof(all));
    sound_unref(sound);
}

static void passes_over_other_chunks_and_their_padding(void **state)
{
    (void)state;
    struct wav wav;
    struct sound *sound = NULL;

    begin(&wav);
    put(&wav, "LIST\3\0\0\0abc\0", 12);
    put_format(&wav, &mulaw);
    put(&wav, "fact\4\0\0\0\2\0\0\0", 12);
    put_data(&wav, "\x12\x34", 2);
    put(&wav, "junk\1\0\0\0x\0", 10);
    end(&wav);
    put(&wav, "behind the end", 14);

    assert_int_equal(sound_from_wav(wav.bytes, wav.length, &sound, NULL), 0);
    assert_int_equal(sound_samples(sound), 2);
    assert_int_equal(sound_octets(sound)[1], 0x34);
    sound_unref(sound);
}

static void takes_the_extensible_format(void **state)
{
    (void)state;
    struct shape shape = linear;
    struct wav wav;
    struct sound *sound = NULL;

    shape.tag = 0xfffe;
    shape.format_size = 40;
    wav = wav_of(&shape, "\1\2", 2);
    wav.bytes[20 + 24] = 1; /* the sub-format: PCM */
    assert_int_equal(sound_from_wav(wav.bytes, wav.length, &sound, NULL), 0);
    sound_unref(sound);
}

/* What is refused. */

static void refuse(const struct wav *wav, const char *why)
{
    struct sound *sound = NULL;
    const char *reason = NULL;

    assert_int_equal(sound_from_wav(wav->bytes, wav->length, &sound, &reason),
                     -EBADMSG);
    assert_null(sound);
    assert_string_equal(reason, why);
}

static const struct format_row {
    const char *says;
    struct shape shape;
    const char *why;
} format_rows[] = {
    { "stereo is refused", { 1, 2, 16, 8000, 32000, 16, 4 }, "it is not mono" },
    { "no channel is refused",
      { 1, 0, 16, 8000, 16000, 16, 2 },
      "it is not mono" },
    { "16 kHz is refused",
      { 1, 1, 16, 16000, 32000, 16, 2 },
      "its sample rate is not 8000 Hz" },
    { "0 Hz is refused",
      { 1, 1, 16, 0, 0, 16, 2 },
      "its sample rate is not 8000 Hz" },
    { "8 bit PCM is refused",
      { 1, 1, 8, 8000, 8000, 16, 1 },
      "it has a wrong number of bits per sample" },
    { "16 bit mu-law is refused",
      { 7, 1, 16, 8000, 16000, 18, 2 },
      "it has a wrong number of bits per sample" },
    { "GSM is refused",
      { 49, 1, 0, 8000, 1625, 20, 65 },
      "it is neither PCM nor mu-law nor A-law" },
    { "a frame size that does not fit is refused",
      { 1, 1, 16, 8000, 16000, 16, 0 },
      "its format contradicts itself" },
    { "a byte rate that does not fit is refused",
      { 1, 1, 16, 8000, 8000, 16, 2 },
      "its format contradicts itself" },
    { "an extensible format without sub-format is refused",
      { 0xfffe, 1, 16, 8000, 16000, 18, 2 },
      "its format chunk is too short" },
};

static void refuses_the_format(void **state)
{
    const struct format_row *row = *state;
    struct wav wav = wav_of(&row->shape, "\1\2\3\4", 4);

    refuse(&wav, row->why);
}

static void refuses_what_is_incomplete(void **state)
{
    (void)state;
    struct wav wav;

    begin(&wav);
    put(&wav, "fmt \4\0\0\0\1\0\1\0", 12);
    end(&wav);
    refuse(&wav, "its format chunk is too short");

    begin(&wav);
    put_data(&wav, "\1\2", 2);
    end(&wav);
    refuse(&wav, "its data come before the format");

    begin(&wav);
    put_format(&wav, &linear);
    end(&wav);
    refuse(&wav, "it has no data");

    wav = wav_of(&linear, "", 0);
    refuse(&wav, "there is no sound in it");
    wav = wav_of(&linear, "\1\2\3", 3);
    refuse(&wav, "it ends within a sample");

    begin(&wav);
    put_format(&wav, &linear);
    put_format(&wav, &linear);
    end(&wav);
    refuse(&wav, "it has two formats");
}

static void refuses_lengths_that_lie(void **state)
{
    (void)state;
    static const uint32_t sizes[] = { 3, 0x7fffffff, 0xfffffff7, 0xffffffff };

    for (size_t i = 0; i < ARRAY_LEN(sizes); i++) {
        struct wav wav = wav_of(&linear, "\1\2", 2);
        size_t length = wav.length;

        wav.length = length - 6;
        put_number(&wav, sizes[i], 4);
        wav.length = length;
        refuse(&wav, "a chunk reaches past its end");
    }
}

static void a_thousand_empty_chunks_end(void **state)
{
    (void)state;
    static uint8_t bytes[12 + 1000 * 8];
    const char *reason = NULL;
    struct sound *sound = NULL;

    memcpy(bytes, "RIFF\0\0\0\0WAVE", 12);
    bytes[4] = (uint8_t)(sizeof(bytes) - 8);
    bytes[5] = (uint8_t)((sizeof(bytes) - 8) >> 8);
    assert_int_equal(sound_from_wav(bytes, sizeof(bytes), &sound, &reason),
                     -EBADMSG);
    assert_string_equal(reason, "it has no data");
}

/* Exactly as many bytes as are given: a reader that takes one more is seen by
   the sanitizer. */
static int from_exact(const uint8_t *bytes, size_t length)
{
    struct sound *sound = NULL;
    uint8_t *exact = malloc(length ? length : 1);
    const char *reason = NULL;

    assert_non_null(exact);
    memcpy(exact, bytes, length);

    int rc = sound_from_wav(exact, length, &sound, &reason);

    assert_true(rc == 0 ? sound_samples(sound) <= length : reason != NULL);
    sound_unref(sound);
    free(exact);
    return rc;
}

static void every_cut_is_refused(void **state)
{
    (void)state;
    struct wav wav = wav_of(&linear, "\1\2\3\4", 4);

    assert_int_equal(from_exact(wav.bytes, wav.length), 0);
    for (size_t length = 0; length < wav.length; length++)
        assert_int_equal(from_exact(wav.bytes, length), -EBADMSG);
}

static void no_change_of_bytes_is_fatal(void **state)
{
    (void)state;
    struct wav good = wav_of(&mulaw, "12345678", 8);

    srand(1);
    for (int round = 0; round < 20000; round++) {
        struct wav wav = good;

        for (int changes = 1 + rand() % 4; changes > 0; changes--)
            wav.bytes[(size_t)rand() % wav.length] = (uint8_t)rand();
        from_exact(wav.bytes, wav.length);
    }
}

/* Files. */

static void reads_a_file_and_nothing_else(void **state)
{
    (void)state;
    char directory[] = "/tmp/cclite-sound-XXXXXX";
    struct wav wav = wav_of(&linear, "\1\2\3\4", 4);
    struct sound *sound = NULL;

    assert_non_null(mkdtemp(directory));

    int at = open(directory, O_RDONLY | O_DIRECTORY);
    int fd = openat(at, "good.wav", O_WRONLY | O_CREAT, 0600);

    assert_int_equal(write(fd, wav.bytes, wav.length), wav.length);
    close(fd);
    assert_int_equal(sound_from_file(at, "good.wav", &sound, NULL), 0);
    assert_int_equal(sound_samples(sound), 2);
    sound_unref(sound);

    assert_int_equal(sound_from_file(at, "none.wav", &sound, NULL), -ENOENT);
    assert_int_equal(sound_from_file(at, ".", &sound, NULL), -EINVAL);
    assert_int_equal(mkfifoat(at, "pipe.wav", 0600), 0);
    assert_int_equal(sound_from_file(at, "pipe.wav", &sound, NULL), -EINVAL);

    fd = openat(at, "long.wav", O_WRONLY | O_CREAT, 0600);
    assert_int_equal(ftruncate(fd, INT64_C(1) << 32), 0);
    close(fd);
    assert_int_equal(sound_from_file(at, "long.wav", &sound, NULL), -EFBIG);

    unlinkat(at, "good.wav", 0);
    unlinkat(at, "pipe.wav", 0);
    unlinkat(at, "long.wav", 0);
    close(at);
    rmdir(directory);
}

static void lengths_have_limits(void **state)
{
    (void)state;
    int16_t sample = 0;
    struct sound *sound = NULL;

    assert_int_equal(sound_from_samples(&sample, 0, &sound), -EINVAL);
    assert_int_equal(
        sound_from_samples(&sample, SOUND_MAX_S * SOUND_RATE_HZ + 1, &sound),
        -EINVAL);
    assert_int_equal(sound_from_samples(&sample, 1, &sound), 0);
    assert_int_equal(sound_length_ms(sound), 0);
    sound_unref(sound);
}

/* Tones: the figures are those of ITU-T E.180, supplement 2. */

static const struct tone_row {
    const char *says;
    enum sound_tone tone;
    const char *country;
    double hz[2];
    unsigned ms[4];
} tone_rows[] = {
    { "a British caller hears a double ring",
      SOUND_RING_BACK,
      "GB",
      { 400, 450 },
      { 400, 200, 400, 2000 } },
    { "a Spanish caller hears 1.5 s of every 4.5 s",
      SOUND_RING_BACK,
      "ES",
      { 425 },
      { 1500, 3000 } },
    { "a Czech caller hears 1 s of every 5 s",
      SOUND_RING_BACK,
      "CZ",
      { 425 },
      { 1000, 4000 } },
    { "an American caller hears 2 s of every 6 s",
      SOUND_RING_BACK,
      "US",
      { 440, 480 },
      { 2000, 4000 } },
    { "any other caller hears 1 s of every 5 s",
      SOUND_RING_BACK,
      "XX",
      { 425 },
      { 1000, 4000 } },
    { "a caller without a country hears the same",
      SOUND_RING_BACK,
      NULL,
      { 425 },
      { 1000, 4000 } },
    { "busy in Britain is slower", SOUND_BUSY, "GB", { 400 }, { 375, 375 } },
    { "busy in Spain is faster", SOUND_BUSY, "ES", { 425 }, { 200, 200 } },
    { "busy elsewhere beats at 1 Hz", SOUND_BUSY, NULL, { 425 }, { 500, 500 } },
};

static void measures(void **state)
{
    const struct tone_row *row = *state;
    struct sound *sound = NULL;
    static int16_t samples[8 * 8000];
    size_t at = 0;

    assert_int_equal(sound_from_tone(row->tone, row->country, &sound), 0);
    assert_true(sound_samples(sound) <= ARRAY_LEN(samples));
    for (size_t i = 0; i < sound_samples(sound); i++)
        samples[i] = g711_decode(MEDIA_PCMU, sound_octets(sound)[i]);

    for (size_t part = 0; part < 4; part++) {
        size_t count = row->ms[part] * 8u;
        double share = 0;

        if (count && part % 2 == 0) {
            for (size_t k = 0; k < 2; k++)
                if (row->hz[k] > 0)
                    share += share_at(samples + at, count, row->hz[k]);
            assert_true(share > 0.95);
            assert_true(loudness(samples + at, count) > 2500);
        } else if (count) {
            assert_true(loudness(samples + at, count) < 1);
        }
        at += count;
    }
    assert_int_equal(at, sound_samples(sound));
    sound_unref(sound);
}

static void music_is_heard_all_the_time_and_never_clips(void **state)
{
    (void)state;
    static int16_t samples[MUSIC_SAMPLES];
    int most = 0, steepest = 0;

    music_render(samples);
    for (size_t i = 0; i < MUSIC_SAMPLES; i += 4000) {
        double loud = loudness(samples + i, 4000);

        /* About -30 to -12 dBm0. */
        assert_true(loud > 500 && loud < 6000);
    }
    for (size_t i = 1; i < MUSIC_SAMPLES; i++) {
        int step = abs(samples[i] - samples[i - 1]);

        steepest = step > steepest ? step : steepest;
        most = abs(samples[i]) > most ? abs(samples[i]) : most;
    }
    assert_true(most < 24000);
    /* No click where the loop closes. */
    assert_true(abs(samples[0] - samples[MUSIC_SAMPLES - 1]) <= steepest);
    assert_true(steepest < 6000);
}

/* Whoever has heard it once need not hear it again when it is made faster. */
static void the_piece_is_the_same_on_every_machine(void **state)
{
    (void)state;
    static int16_t samples[MUSIC_SAMPLES];
    static unsigned char bytes[2 * MUSIC_SAMPLES];
    unsigned char digest[SHA256_SIZE];
    char text[SHA256_TEXT_SIZE];

    music_render(samples);
    for (size_t i = 0; i < MUSIC_SAMPLES; i++) {
        bytes[2 * i] = (unsigned char)(samples[i] & 0xff);
        bytes[2 * i + 1] = (unsigned char)((uint16_t)samples[i] >> 8);
    }

    sha256_of(bytes, sizeof(bytes), digest);
    sha256_spell(digest, text);
    assert_string_equal(text, "dc3e35a08fc6e62c8ceaa2d0d9fafca1"
                              "2cbac26f8f4d22cefcdfeb5eca49e1e7");
}

static void silence_is_silent(void **state)
{
    (void)state;
    struct sound *sound = NULL;

    assert_int_equal(sound_from_tone(SOUND_SILENCE, NULL, &sound), 0);
    for (size_t i = 0; i < sound_samples(sound); i++)
        assert_int_equal(sound_octets(sound)[i], 0xff);
    sound_unref(sound);
}

/* Memory. */

static void gives_all_memory_back(void **state)
{
    (void)state;
    int before = live_blocks();
    struct sound *sound = NULL;

    assert_int_equal(sound_from_tone(SOUND_BEEP, NULL, &sound), 0);
    assert_ptr_equal(sound_ref(sound), sound);
    assert_null(sound_unref(sound));
    assert_int_equal(sound_length_ms(sound), 200);
    assert_null(sound_unref(sound));
    assert_null(sound_unref(NULL));
    assert_int_equal(live_blocks(), before);
}

static void every_allocation_may_fail(void **state)
{
    (void)state;
    int before = live_blocks();
    struct sound *sound = NULL;
    struct wav wav = wav_of(&linear, "\1\2", 2);
    int failures = 0;

    for (;; failures++) {
        fail_alloc_after(failures);
        int rc = sound_from_tone(SOUND_BUSY, "ES", &sound);
        fail_alloc_after(FAIL_NO_ALLOC);
        if (rc == 0)
            break;
        assert_int_equal(rc, -ENOMEM);
        assert_null(sound);
    }
    assert_int_equal(failures, 3); /* samples, octets, the sound */
    sound = sound_unref(sound);

    for (int left = 0; left < 2; left++) { /* its octets, the sound */
        fail_alloc_after(left);
        int rc = sound_from_wav(wav.bytes, wav.length, &sound, NULL);
        fail_alloc_after(FAIL_NO_ALLOC);
        assert_int_equal(rc, -ENOMEM);
        assert_null(sound);
    }
    assert_int_equal(live_blocks(), before);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, takes_16_bit_samples);
    TEST_LIST_ADD(&list, keeps_g711_octets_as_they_are);
    TEST_LIST_ADD(&list, is_heard_in_both_laws);
    TEST_LIST_ADD(&list, passes_over_other_chunks_and_their_padding);
    TEST_LIST_ADD(&list, takes_the_extensible_format);
    TEST_LIST_ADD_ROWS(&list, refuses_the_format, format_rows);
    TEST_LIST_ADD(&list, refuses_what_is_incomplete);
    TEST_LIST_ADD(&list, refuses_lengths_that_lie);
    TEST_LIST_ADD(&list, a_thousand_empty_chunks_end);
    TEST_LIST_ADD(&list, every_cut_is_refused);
    TEST_LIST_ADD(&list, no_change_of_bytes_is_fatal);
    TEST_LIST_ADD(&list, reads_a_file_and_nothing_else);
    TEST_LIST_ADD(&list, lengths_have_limits);
    TEST_LIST_ADD_ROWS(&list, measures, tone_rows);
    TEST_LIST_ADD(&list, music_is_heard_all_the_time_and_never_clips);
    TEST_LIST_ADD(&list, the_piece_is_the_same_on_every_machine);
    TEST_LIST_ADD(&list, silence_is_silent);
    TEST_LIST_ADD(&list, gives_all_memory_back);
    TEST_LIST_ADD(&list, every_allocation_may_fail);
    return test_list_run(&list);
}
