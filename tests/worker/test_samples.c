/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sound is resampled in length and pitch, trimmed, and made as loud. */

#include "worker/samples.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"
#include "worker/resample.h"

static const double PI = 3.14159265358979323846;

static void add_tone(struct samples *samples, size_t count, double hertz,
                     double peak)
{
    for (size_t i = 0; i < count; i++) {
        float value =
            (float)(peak * sin(2 * PI * hertz * (double)i / WORKER_RATE_HZ));

        assert_int_equal(samples_add(samples, &value, 1), 0);
    }
}

static double loudness_db(const struct samples *samples)
{
    double sum = 0;

    for (size_t i = 0; i < samples->count; i++)
        sum += (double)samples->all[i] * (double)samples->all[i];
    return 10 * log10(sum / (double)samples->count);
}

static const struct level_row {
    const char *says;
    double peak;
    double after_db; /* RMS of a sine of that peak, after all the rules */
} level_rows[] = {
    { "a loud tone is made quieter", 0.9, -22.0 },
    { "a quiet tone is made louder", 0.05, -22.0 },
    { "a very quiet one 20 dB at most", 0.001, -43.0 },
};

static void levels(void **state)
{
    const struct level_row *row = *state;
    struct samples samples = { .all = NULL };

    add_tone(&samples, 8000, 440, row->peak);
    samples_level(&samples);
    assert_true(fabs(loudness_db(&samples) - row->after_db) < 0.1);
    samples_done(&samples);
}

static void never_cuts_a_peak(void **state)
{
    (void)state;
    struct samples samples = { .all = NULL };
    float highest = 0;

    add_tone(&samples, 8000, 440, 0.001);
    samples.all[4000] = 0.5f; /* one click among silence */
    samples_level(&samples);
    for (size_t i = 0; i < samples.count; i++)
        highest = fmaxf(highest, fabsf(samples.all[i]));
    assert_true(highest <= 0.9001f && highest > 0.89f);
    samples_done(&samples);
}

static void leaves_silence_silent(void **state)
{
    (void)state;
    struct samples samples = { .all = NULL };

    add_tone(&samples, 800, 440, 0);
    samples_level(&samples);
    assert_true(samples.all[17] == 0.0f);
    assert_int_equal(samples_trim(&samples), 0);
    assert_int_equal(samples.count, 0);
    samples_done(&samples);
}

static void trims_both_ends(void **state)
{
    (void)state;
    struct samples samples = { .all = NULL };

    add_tone(&samples, 5000, 440, 0);
    add_tone(&samples, 4000, 1000, 0.5);
    add_tone(&samples, 9000, 440, 0);
    assert_int_equal(samples_trim(&samples), 0);
    /* 100 ms, the tone but for its zeros, 250 ms */
    assert_true(samples.count >= 800 + 3990 + 2000 &&
                samples.count <= 800 + 4000 + 2000);
    assert_true(samples.all[799] == 0.0f && samples.all[800] != 0.0f);
    samples_done(&samples);
}

static void takes_five_minutes_at_most(void **state)
{
    (void)state;
    static float minute[60 * WORKER_RATE_HZ];
    struct samples samples = { .all = NULL };

    for (int i = 0; i < WORKER_MAX_S / 60; i++)
        assert_int_equal(samples_add(&samples, minute, ARRAY_LEN(minute)), 0);
    assert_int_equal(samples_add(&samples, minute, 1), -EFBIG);
    assert_int_equal(samples_add(&samples, minute, SIZE_MAX), -EFBIG);
    assert_int_equal(samples.count, WORKER_MAX_SAMPLES);
    samples_done(&samples);
}

static void rounds_to_full_scale(void **state)
{
    (void)state;
    const float values[] = { 0, 1, -1, 2, -2, 0.5f };
    const int16_t expected[] = { 0, 32767, -32768, 32767, -32768, 16384 };
    struct samples samples = { .all = NULL };
    int16_t rounded[ARRAY_LEN(values)];

    assert_int_equal(samples_add(&samples, values, ARRAY_LEN(values)), 0);
    samples_round(&samples, rounded);
    assert_memory_equal(rounded, expected, sizeof(expected));
    samples_done(&samples);
}

static const struct rate_row {
    const char *says;
    uint32_t rate_hz;
    size_t piece; /* given at once */
} rate_rows[] = {
    { "4000 Hz becomes 8000", 4000, 100 },
    { "11025 Hz becomes 8000", 11025, 1 },
    { "44100 Hz becomes 8000", 44100, 997 },
    { "47999 Hz, a prime, becomes 8000", 47999, 5000 },
    { "192000 Hz becomes 8000", 192000, 20000 },
};

/* As long, as loud, and crossing zero as often: 2 x 440 a second. */
static void resamples(void **state)
{
    const struct rate_row *row = *state;
    struct samples samples = { .all = NULL };
    struct resampler *resampler = NULL;
    float *tone = malloc(row->rate_hz * sizeof(*tone));
    size_t crossings = 0;

    assert_non_null(tone);
    for (uint32_t i = 0; i < row->rate_hz; i++)
        tone[i] = (float)(0.5 * sin(2 * PI * 440 * i / row->rate_hz));

    assert_int_equal(resampler_new(row->rate_hz, &resampler), 0);
    for (size_t at = 0; at < row->rate_hz; at += row->piece) {
        size_t left = row->rate_hz - at;

        assert_int_equal(resampler_take(resampler, tone + at,
                                        left < row->piece ? left : row->piece,
                                        &samples),
                         0);
    }
    assert_int_equal(resampler_end(resampler, &samples), 0);
    resampler_free(resampler);
    free(tone);

    assert_true(samples.count >= 7990 && samples.count <= 8010);
    assert_true(fabs(loudness_db(&samples) - -9.03) < 0.2);
    for (size_t i = 1; i < samples.count; i++)
        crossings += (samples.all[i - 1] < 0) != (samples.all[i] < 0);
    assert_true(crossings >= 876 && crossings <= 884);
    samples_done(&samples);
}

static void survives_without_memory(void **state)
{
    (void)state;
    const float some[100] = { 0 };
    struct samples samples = { .all = NULL };

    fail_alloc_after(0);
    assert_int_equal(samples_add(&samples, some, ARRAY_LEN(some)), -ENOMEM);
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_int_equal(samples.count, 0);
    assert_int_equal(samples_add(&samples, some, ARRAY_LEN(some)), 0);
    samples_done(&samples);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, levels, level_rows);
    TEST_LIST_ADD(&list, never_cuts_a_peak);
    TEST_LIST_ADD(&list, leaves_silence_silent);
    TEST_LIST_ADD(&list, trims_both_ends);
    TEST_LIST_ADD(&list, takes_five_minutes_at_most);
    TEST_LIST_ADD(&list, rounds_to_full_scale);
    TEST_LIST_ADD_ROWS(&list, resamples, rate_rows);
    TEST_LIST_ADD(&list, survives_without_memory);
    return test_list_run(&list);
}
