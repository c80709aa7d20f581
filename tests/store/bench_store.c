/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast the store commits, recovers and verifies: printed, for people. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "store/verify.h"
#include "tests/store/place.h"
#include "tests/test.h"

static double ms_since(int64_t began_us)
{
    return (double)(clock_boot_us() - began_us) / 1000;
}

static int compare(const void *a, const void *b)
{
    int64_t left = *(const int64_t *)a;
    int64_t right = *(const int64_t *)b;

    return (left > right) - (left < right);
}

/* One turn after another, each waited for, as a single caller would. */
static void measure_turns(struct place *place)
{
    enum { TURNS = 1000 };
    static int64_t took_us[TURNS];
    struct day day;

    day_begin(&day, place->core, 99);
    for (size_t i = 0; i < TURNS; i++) {
        int64_t began_us = clock_boot_us();

        place_wait(place, place_write_step(place, &day));
        took_us[i] = clock_boot_us() - began_us;
        day_step_to_events(&day);
    }
    day_end(&day);
    qsort(took_us, TURNS, sizeof(took_us[0]), compare);
    printf("a turn, written and waited for: median %" PRId64 " us, p95 %" PRId64
           " us\n",
           took_us[TURNS / 2], took_us[TURNS * 95 / 100]);
}

static double measure_start(struct place *place, struct store_past *ret_past)
{
    int64_t began_us = clock_boot_us();

    place_start(place);
    double ms = ms_since(began_us);
    store_past(place->store, ret_past);
    return ms;
}

static void measure(void **state)
{
    const char *wanted = getenv("BENCH_EVENTS");
    uint64_t events = wanted ? strtoull(wanted, NULL, 10) : 100000;
    struct verify_report report = { .tell = NULL };
    struct store_past past;
    struct place place;

    (void)state;
    place_make(&place);
    place_start(&place);
    int64_t began_us = clock_boot_us();
    place_write_day(&place, events, 1);
    double ms = ms_since(began_us);
    printf("%" PRIu64 " events decided and written: %.0f ms, %.0f a second\n",
           events, ms, (double)events * 1000 / ms);
    measure_turns(&place);
    place_stop(&place);

    ms = measure_start(&place, &past);
    printf("start with a snapshot, %" PRIu64 " events after it: %.1f ms\n",
           past.replayed, ms);
    place_stop(&place);

    place_run(&place, "DELETE FROM snapshot");
    ms = measure_start(&place, &past);
    printf("start without a snapshot: %.0f ms, %.1f us an event\n", ms,
           ms * 1000 / (double)past.replayed);
    place_stop(&place);

    began_us = clock_boot_us();
    assert_int_equal(store_verify(place.directory, &report, NULL), 0);
    assert_int_equal(report.differences, 0);
    ms = ms_since(began_us);
    printf("verify: %.0f ms, %.1f us an event, %" PRIu64 " rows compared\n", ms,
           ms * 1000 / (double)report.events, report.rows);
    printf("database: %.0f bytes an event\n",
           (double)place_number(&place, "SELECT page_count * page_size FROM"
                                        " pragma_page_count(),"
                                        " pragma_page_size()") /
               (double)report.events);
    place_remove(&place);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(measure) };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
