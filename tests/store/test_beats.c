/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What takes as long as there is much of it shows that it goes on. */

#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/pulse.h"
#include "store/sounds.h"
#include "store/verify.h"
#include "tests/store/place.h"
#include "tests/test.h"

static _Thread_local uint64_t beats;

/* Instead of the one of base/pulse.c, which is called as well. */
void __wrap_pulse_beat(void);
void __real_pulse_beat(void);

void __wrap_pulse_beat(void)
{
    beats++;
    __real_pulse_beat();
}

/* However long the journal and however slow the disk: whoever looks sees that
   the job goes on. */
static void a_verify_beats_at_each_event_and_row(void **state)
{
    struct verify_report report = { 0 };
    struct place place;

    (void)state;
    place_make(&place);
    place_start(&place);
    place_write_day(&place, 500, 1);
    place_stop(&place);
    beats = 0;
    assert_int_equal(store_verify(place.directory, &report, NULL), 0);
    assert_true(report.events >= 500 && report.rows > 0);
    assert_true(beats >= report.events + report.rows);
    place_remove(&place);
}

static void make_sound(const char *directory, unsigned number)
{
    char path[160];
    FILE *file;

    (void)snprintf(path, sizeof(path), "%s/00/%032x.wav", directory, number);
    file = fopen(path, "w");
    assert_non_null(file);
    (void)fclose(file);
}

static void remove_sounds(const char *directory, unsigned count)
{
    char path[160];

    for (unsigned i = 0; i < count; i++) {
        (void)snprintf(path, sizeof(path), "%s/00/%032x.wav", directory, i);
        assert_int_equal(unlink(path), 0);
    }
    (void)snprintf(path, sizeof(path), "%s/00", directory);
    assert_int_equal(rmdir(path), 0);
}

static void a_copy_of_recordings_beats_at_each_one(void **state)
{
    enum { SOUNDS = 40 };
    char from[96], to[96], folder[112];
    struct place place;

    (void)state;
    place_make(&place);
    (void)snprintf(from, sizeof(from), "%s/from", place.directory);
    (void)snprintf(to, sizeof(to), "%s/to", place.directory);
    (void)snprintf(folder, sizeof(folder), "%s/00", from);
    assert_int_equal(mkdir(from, 0700), 0);
    assert_int_equal(mkdir(folder, 0700), 0);
    for (unsigned i = 0; i < SOUNDS; i++)
        make_sound(from, i);
    beats = 0;
    assert_int_equal(sounds_copy(from, to), 0);
    assert_true(beats >= SOUNDS);
    remove_sounds(from, SOUNDS);
    remove_sounds(to, SOUNDS); /* all are there */
    place_remove(&place);
}

int main(void)
{
    static struct test_list list;

    TEST_LIST_ADD(&list, a_verify_beats_at_each_event_and_row);
    TEST_LIST_ADD(&list, a_copy_of_recordings_beats_at_each_one);
    return test_list_run(&list);
}
