/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for telling speech from silence. */

#include "media/quiet.h"

#include <string.h>

#include "media/g711.h"
#include "tests/test.h"

enum { FRAME = 160, S_US = 1000000 };

/* A frame of a square wave of so much. */
static void hear(struct quiet *quiet, enum media_codec law, int16_t amount,
                 int64_t now_us)
{
    uint8_t octets[FRAME];

    for (size_t i = 0; i < FRAME; i++)
        octets[i] = g711_encode(law, i % 8 < 4 ? amount : (int16_t)-amount);
    quiet_hear(quiet, law, octets, FRAME, now_us);
}

struct amount_row {
    const char *says;
    enum media_codec law;
    int16_t amount;
    bool is_speech;
};

static const struct amount_row amount_rows[] = {
    { "nothing is quiet", MEDIA_PCMU, 0, false },
    { "the noise of a line is quiet", MEDIA_PCMU, 100, false },
    { "... in the other law, too", MEDIA_PCMA, 100, false },
    { "a voice is speech", MEDIA_PCMU, 1500, true },
    { "... in the other law, too", MEDIA_PCMA, 1500, true },
    { "a loud one is, both ways round", MEDIA_PCMU, 30000, true },
};

static void judges(void **state)
{
    const struct amount_row *row = *state;
    struct quiet quiet;

    quiet_begin(&quiet, 1000, 0);
    hear(&quiet, row->law, row->amount, S_US);
    assert_int_equal(quiet_is_over(&quiet, S_US), !row->is_speech);
}

static void counts_from_the_last_word(void **state)
{
    (void)state;
    struct quiet quiet;

    quiet_begin(&quiet, 3000, 0);
    hear(&quiet, MEDIA_PCMU, 1500, 2 * S_US);
    assert_false(quiet_is_over(&quiet, 5 * S_US - 1));
    assert_true(quiet_is_over(&quiet, 5 * S_US));
}

/* A phone that sends nothing at all says nothing. */
static void needs_no_packets(void **state)
{
    (void)state;
    struct quiet quiet;

    quiet_begin(&quiet, 1000, 7);
    assert_false(quiet_is_over(&quiet, S_US));
    assert_true(quiet_is_over(&quiet, S_US + 7));
}

static void is_asked_for(void **state)
{
    (void)state;
    struct quiet quiet;

    quiet_begin(&quiet, 0, 0);
    assert_false(quiet_is_over(&quiet, 3600 * (int64_t)S_US));
    quiet_hear(&quiet, MEDIA_PCMU, (const uint8_t *)"", 0, S_US);
    assert_false(quiet_is_over(&quiet, 3600 * (int64_t)S_US));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD_ROWS(&list, judges, amount_rows);
    TEST_LIST_ADD(&list, counts_from_the_last_word);
    TEST_LIST_ADD(&list, needs_no_packets);
    TEST_LIST_ADD(&list, is_asked_for);
    return test_list_run(&list);
}
