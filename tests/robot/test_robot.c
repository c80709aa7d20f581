/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The robots' senses and manners, each alone. */

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "media/g711.h"
#include "robot/chance.h"
#include "robot/options.h"
#include "robot/tally.h"
#include "robot/voice.h"
#include "tests/test.h"

#define PI 3.14159265358979323846

/* Chance. */

/* Reference values: splitmix64 from 1234567, as published with Java's
   SplittableRandom and in Rosetta Code. */
static void test_splitmix64_gives_the_published_numbers(void **state)
{
    static const uint64_t published[] = {
        UINT64_C(6457827717110365317),  UINT64_C(3203168211198807973),
        UINT64_C(9817491932198370423),  UINT64_C(4593380528125082431),
        UINT64_C(16408922859458223821),
    };
    struct chance chance = chance_from_seed(1234567);

    (void)state;
    for (size_t i = 0; i < ARRAY_LEN(published); i++)
        assert_true(chance_next(&chance) == published[i]);
}

static void test_what_is_drawn_keeps_its_bounds(void **state)
{
    struct chance chance = chance_part(7, 3);
    bool low = false, high = false;

    (void)state;
    for (int i = 0; i < 1000; i++) {
        uint32_t drawn = chance_between(&chance, 10, 14);

        assert_in_range(drawn, 10, 14);
        low |= drawn == 10;
        high |= drawn == 14;
        assert_false(chance_permille(&chance, 0));
        assert_true(chance_permille(&chance, 1000));
    }
    assert_true(low && high);
}

/* Voices. */

static void add_tone(int16_t *samples, double hz, double amplitude)
{
    for (int i = 0; i < VOICE_WINDOW; i++)
        samples[i] = (int16_t)(samples[i] +
                               amplitude * sin(2 * PI * hz * i / 8000.0 + 1));
}

static void through_the_telephone(int16_t *samples)
{
    for (int i = 0; i < VOICE_WINDOW; i++)
        samples[i] =
            g711_decode(MEDIA_PCMU, g711_encode(MEDIA_PCMU, samples[i]));
}

static void test_every_voice_is_told_from_every_other(void **state)
{
    (void)state;
    for (unsigned voice = 1; voice <= VOICE_COUNT; voice++) {
        int16_t samples[VOICE_WINDOW] = { 0 };

        add_tone(samples, 300.0 + 5.0 * (voice - 1), 8000.0);
        through_the_telephone(samples);
        assert_int_equal(voice_recognise(samples), voice);
    }
}

struct noise_row {
    const char *says;
    double hz[3];
    double amplitude[3];
};

static const struct noise_row noise_rows[] = {
    { "silence is nobody's voice", { 0 }, { 0 } },
    { "a whisper is nobody's voice", { 600 }, { 20 } },
    { "two who speak at once are nobody", { 600, 900 }, { 5000, 5000 } },
    { "a chord is nobody's voice", { 440, 550, 660 }, { 3000, 3000, 3000 } },
    { "a tone between two voices is neither", { 602.5 }, { 8000 } },
};

static void test_noise(void **state)
{
    const struct noise_row *row = *state;
    int16_t samples[VOICE_WINDOW] = { 0 };

    for (int i = 0; i < 3; i++)
        add_tone(samples, row->hz[i], row->amplitude[i]);
    assert_int_equal(voice_recognise(samples), 0);
}

/* The tally. */

static void test_quantiles_are_those_of_the_nearest_rank(void **state)
{
    struct tally tally = { 0 };

    (void)state;
    assert_int_equal(tally_quantile(&tally.answer, 950), 0);
    /* The five of the textbook: 15, 20, 35, 40, 50. */
    for (int i = 0; i < 5; i++)
        tally_take(&tally.answer, (const int64_t[]){ 50, 15, 40, 20, 35 }[i]);
    assert_int_equal(tally_quantile(&tally.answer, 50), 15);
    assert_int_equal(tally_quantile(&tally.answer, 300), 20);
    assert_int_equal(tally_quantile(&tally.answer, 400), 20);
    assert_int_equal(tally_quantile(&tally.answer, 500), 35);
    assert_int_equal(tally_quantile(&tally.answer, 1000), 50);
    tally_done(&tally);
}

static void test_no_more_samples_are_kept_than_there_is_room_for(void **state)
{
    struct tally tally = { 0 };

    (void)state;
    for (int i = 0; i < TALLY_MAX_SAMPLES + 10; i++)
        tally_take(&tally.answer, i);
    assert_int_equal(tally.answer.count, TALLY_MAX_SAMPLES);
    tally_done(&tally);
}

/* The command line. */

static struct robot_options options;

static int read_line(const char *line, char *ret_errors, size_t size)
{
    char words[512], *argv[32] = { "cclite-robots" };
    int argc = 1;
    FILE *errors = fmemopen(ret_errors, size, "w");
    int rc;

    assert_non_null(errors);
    snprintf(words, sizeof(words), "%s", line);
    for (char *next = words, *word; (word = strsep(&next, " "));)
        argv[argc++] = word;
    rc = robot_options_read(argc, argv, errors, &options);
    fclose(errors);
    return rc;
}

static void test_a_whole_command_line_is_understood(void **state)
{
    char errors[4096] = "";

    (void)state;
    assert_int_equal(
        read_line("--server 127.0.0.9:5080 --tls /tmp/a.pem --agents "
                  "ana:a:auto,ben:b:c "
                  "--rate 0.5 --talk 100-200 --ring 7 --digits 12# "
                  "--abandon-share 250 --seed 18446744073709551615 --steady",
                  errors, sizeof(errors)),
        0);
    assert_string_equal(options.tls, "/tmp/a.pem");
    assert_int_equal(options.agent_count, 2);
    assert_string_equal(options.agents[0].name, "ana");
    assert_string_equal(options.agents[0].password, "a");
    assert_true(options.agents[0].answers_at_once);
    assert_string_equal(options.agents[1].password, "b:c");
    assert_false(options.agents[1].answers_at_once);
    assert_int_equal(options.calls_per_1000_s, 500);
    assert_int_equal(options.talk.low_ms, 100);
    assert_int_equal(options.talk.high_ms, 200);
    assert_int_equal(options.ring.low_ms, 7);
    assert_int_equal(options.ring.high_ms, 7);
    assert_string_equal(options.digits, "12#");
    assert_int_equal(options.abandon_permille, 250);
    assert_true(options.seed == UINT64_MAX);
    assert_true(options.steady);
}

struct refusal_row {
    const char *says;
    const char *line;
};

static const struct refusal_row refusal_rows[] = {
    { "a server must be named", "--callers 3" },
    { "a host name is no address", "--server localhost" },
    { "an unknown option is refused", "--server 127.0.0.1 --nonsense" },
    { "a share is at most 1000", "--server 127.0.0.1 --miss-share 1001" },
    { "a number has no sign", "--server 127.0.0.1 --callers -1" },
    { "a range does not run backwards", "--server 127.0.0.1 --talk 5-4" },
    { "ports begin even and above 1023", "--server 127.0.0.1 --rtp 1001-2000" },
    { "a certificate is a file", "--server 127.0.0.1 --tls " },
    { "an agent has a password", "--server 127.0.0.1 --agents a:b,c" },
    { "only keys of a telephone are pressed",
      "--server 127.0.0.1 --digits 1x" },
    { "a name cannot break a message",
      "--server 127.0.0.1 --called 2\r\nVia:x" },
    { "a file that is not there is refused",
      "--server 127.0.0.1 --agents /nonexistent" },
    { "words that are no options are refused", "--server 127.0.0.1 more" },
};

static void test_refusal(void **state)
{
    const struct refusal_row *row = *state;
    char errors[8192] = "";

    assert_true(read_line(row->line, errors, sizeof(errors)) < 0);
    assert_true(strlen(errors) > 0);
}

int main(void)
{
    struct test_list list = { .count = 0 };

    TEST_LIST_ADD(&list, test_splitmix64_gives_the_published_numbers);
    TEST_LIST_ADD(&list, test_what_is_drawn_keeps_its_bounds);
    TEST_LIST_ADD(&list, test_every_voice_is_told_from_every_other);
    TEST_LIST_ADD_ROWS(&list, test_noise, noise_rows);
    TEST_LIST_ADD(&list, test_quantiles_are_those_of_the_nearest_rank);
    TEST_LIST_ADD(&list, test_no_more_samples_are_kept_than_there_is_room_for);
    TEST_LIST_ADD(&list, test_a_whole_command_line_is_understood);
    TEST_LIST_ADD_ROWS(&list, test_refusal, refusal_rows);
    return test_list_run(&list);
}
