/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which speeches are kept, and which make room. */

#include "calls/speech_shelf.h"

#include <errno.h>
#include <stdio.h>

#include "tests/failing_alloc.h"
#include "tests/test.h"

static struct digest key_of(size_t number)
{
    struct digest key = { "" };

    snprintf(key.text, sizeof(key.text), "%zu", number);
    return key;
}

/* A sound that is known by its length. */
static struct sound *make_sound(size_t samples)
{
    int16_t *zero = calloc(samples, sizeof(*zero));
    struct sound *sound = NULL;

    assert_non_null(zero);
    assert_int_equal(sound_from_samples(zero, samples, &sound), 0);
    free(zero);
    return sound;
}

static void keep(struct speech_shelf *shelf, size_t number, size_t samples)
{
    struct sound *sound = make_sound(samples);
    const struct digest key = key_of(number);

    speech_shelf_keep(shelf, &key, sound);
    sound_unref(sound);
}

static size_t find(struct speech_shelf *shelf, size_t number)
{
    const struct digest key = key_of(number);
    struct sound *sound = speech_shelf_find(shelf, &key);

    return sound ? sound_samples(sound) : 0;
}

static struct speech_shelf *make_shelf(void)
{
    struct speech_shelf *shelf = NULL;

    assert_int_equal(speech_shelf_new(&shelf), 0);
    return shelf;
}

static void finds_what_was_kept(void **state)
{
    (void)state;
    struct speech_shelf *shelf = make_shelf();

    keep(shelf, 1, 11);
    keep(shelf, 2, 12);
    assert_int_equal(find(shelf, 1), 11);
    assert_int_equal(find(shelf, 2), 12);
    assert_int_equal(find(shelf, 3), 0);
    speech_shelf_free(shelf);
}

static void keeps_the_first_of_two_alike(void **state)
{
    (void)state;
    struct speech_shelf *shelf = make_shelf();

    keep(shelf, 1, 11);
    keep(shelf, 1, 12);
    assert_int_equal(find(shelf, 1), 11);
    assert_int_equal(speech_shelf_count(shelf), 1);
    speech_shelf_free(shelf);
}

static void makes_room_by_what_was_not_asked_for(void **state)
{
    (void)state;
    struct speech_shelf *shelf = make_shelf();

    for (size_t i = 1; i <= SPEECH_SHELF_MAX; i++)
        keep(shelf, i, i);
    assert_int_equal(find(shelf, 1), 1);
    keep(shelf, 5000, 1);
    assert_int_equal(speech_shelf_count(shelf), SPEECH_SHELF_MAX);
    assert_int_equal(find(shelf, 1), 1);
    assert_int_equal(find(shelf, 2), 0);
    assert_int_equal(find(shelf, 3), 3);
    speech_shelf_free(shelf);
}

static void is_bounded_by_length(void **state)
{
    (void)state;
    enum { HALF = SPEECH_SHELF_MAX_S * SOUND_RATE_HZ / 2 };
    struct speech_shelf *shelf = make_shelf();

    keep(shelf, 1, HALF);
    keep(shelf, 2, HALF);
    assert_int_equal(speech_shelf_count(shelf), 2);
    keep(shelf, 3, 1);
    assert_int_equal(find(shelf, 1), 0);
    assert_int_equal(find(shelf, 2), HALF);
    keep(shelf, 4, 2 * HALF + 1);
    assert_int_equal(find(shelf, 4), 0);
    assert_int_equal(speech_shelf_count(shelf), 2);
    speech_shelf_free(shelf);
}

static void survives_without_memory(void **state)
{
    (void)state;
    struct speech_shelf *shelf = NULL;

    fail_alloc_after(0);
    assert_int_equal(speech_shelf_new(&shelf), -ENOMEM);
    fail_alloc_after(FAIL_NO_ALLOC);
    assert_null(speech_shelf_free(NULL));
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, finds_what_was_kept);
    TEST_LIST_ADD(&list, keeps_the_first_of_two_alike);
    TEST_LIST_ADD(&list, makes_room_by_what_was_not_asked_for);
    TEST_LIST_ADD(&list, is_bounded_by_length);
    TEST_LIST_ADD(&list, survives_without_memory);
    return test_list_run(&list);
}
