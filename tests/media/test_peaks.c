/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline of a sound, beside what is known of the sound. */

#include "media/peaks.h"

#include <math.h>
#include <string.h>

#include "media/g711.h"
#include "tests/test.h"

static void add(struct peaks *peaks, int16_t left, int16_t right, size_t count)
{
    uint8_t octets[2] = { g711_encode(MEDIA_PCMU, left),
                          g711_encode(MEDIA_PCMU, right) };

    for (size_t i = 0; i < count; i++)
        peaks_add(peaks, octets, 1);
}

static void silence_is_zeros(void **state)
{
    struct peaks peaks;
    char text[PEAKS_TEXT_SIZE];

    (void)state;
    peaks_init(&peaks);
    peaks_spell(&peaks, TAPE_LEFT, text);
    assert_string_equal(text, "");
    add(&peaks, 0, 0, 500);
    peaks_spell(&peaks, TAPE_LEFT, text);
    assert_string_equal(text, "0000"); /* 500 samples are begun 20 ms x 4 */
}

/* Each character is the loudest of its stretch, in steps of 2 dB. */
static void loudness_has_steps(void **state)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    char text[PEAKS_TEXT_SIZE];

    (void)state;
    for (int db = -47; db < 0; db += 2) {
        struct peaks peaks;
        int16_t value = (int16_t)(32767 * pow(10, db / 20.0));
        double real =
            20 * log10(fabs((double)g711_decode(
                           MEDIA_PCMU, g711_encode(MEDIA_PCMU, value))) /
                       32768);
        int step = (int)floor((real + 72) / 2);

        peaks_init(&peaks);
        add(&peaks, value, (int16_t)-value, 160);
        peaks_spell(&peaks, TAPE_LEFT, text);
        assert_int_equal(text[0], digits[step < 0 ? 0 : step]);
        peaks_spell(&peaks, TAPE_RIGHT, text);
        assert_int_equal(text[0], digits[step < 0 ? 0 : step]);
    }
}

/* However long it is, the one loud moment is where it was. */
static void long_ones_take_no_more_room(void **state)
{
    char left[PEAKS_TEXT_SIZE], right[PEAKS_TEXT_SIZE];
    static const size_t seconds[] = { 1, 5, 60, 3600 };

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(seconds); i++) {
        struct peaks peaks;
        size_t count = seconds[i] * 8000;

        peaks_init(&peaks);
        add(&peaks, 0, 0, count / 4);
        add(&peaks, 0, 30000, 1);
        add(&peaks, 0, 0, count - count / 4 - 1);
        peaks_spell(&peaks, TAPE_LEFT, left);
        peaks_spell(&peaks, TAPE_RIGHT, right);

        size_t length = strlen(right);
        size_t at = strspn(right, "0");

        assert_int_equal(strlen(left), length);
        assert_int_equal(strspn(left, "0"), length);
        assert_true(length <= PEAKS_MAX);
        assert_true(seconds[i] < 5 || length >= PEAKS_MAX / 2);
        assert_in_range(at, length / 4 - 1, length / 4 + 1);
        assert_int_equal(strspn(right + at + 1, "0"), length - at - 1);
    }
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, silence_is_zeros);
    TEST_LIST_ADD(&list, loudness_has_steps);
    TEST_LIST_ADD(&list, long_ones_take_no_more_room);
    return test_list_run(&list);
}
